"""Years of four digits in texts that look like dates."""

import pytest

from datenorm.dates.years import full_year, is_cut_short


@pytest.mark.parametrize(
    "text",
    [
        "12/4/1862",
        "12.4.1862",
        "12. 4. 1862",
        "1862-04-12",
        "1862-04-12T10:11:12Z",
        "1862-04-12 10:11:12",
        "18620412",
        "1862. 4. 12.",
        "1862年4月12日",
        "12 April 1862",
        "April 1862",
        "12. April 1862 10:11",
        "Sat 12 Apr 1862 10:11:12 +0200",
        "12 апреля 1862 г.",
        "born 12 April 1862",
        "١٢/٤/١٨٦٢",
    ],
)
def test_dates_have_their_year(text: str) -> None:
    assert full_year(text) == "1862"


@pytest.mark.parametrize(
    "text",
    [
        "1862",
        "in 1862",
        "9/5/62",
        "lot 1862, 9 May",
        "31/31/1862",
        "99 May 1862",
        "1862/63",
        "4/1862",
        "9 May 1862 - 10 May 1863",
        "9 May 1862 (p. 12)",
        "1.2.1862.5",
        "9999-12-31",
        "12/4/1397",
        "",
    ],
)
def test_what_is_no_one_date_has_no_year(text: str) -> None:
    assert full_year(text) == ""


@pytest.mark.parametrize(
    ("text", "iso", "short"),
    [
        ("9 May 89", "1889-05-09", True),
        ("May '89", "1989-05", True),
        ("9 May 1889", "1889-05-09", False),
        ("1889", "1889", False),
        ("明治22年5月9日", "1889-05-09", False),
    ],
)
def test_a_year_is_cut_short_where_its_last_two_digits_stand_alone(text: str, iso: str, short: bool) -> None:
    assert is_cut_short(text, iso) == short
