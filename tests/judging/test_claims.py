"""Claims: which token spells which field."""

import pytest

from datenorm.dates.targets import Target
from datenorm.judging.claims import claim


def claimed(text: str, target: str, language: str | None = None) -> dict[str, str]:
    found = claim(text, Target.of(target), language)
    return {name: " ".join(found.tokens[i].text for i in group) for name, group in found.claims.items()}


@pytest.mark.parametrize(
    ("text", "target", "fields"),
    [
        ("9 may 2018", "2018-05-09", {"year": "2018", "month": "may", "day": "9"}),
        ("2018年5月9日", "2018-05-09", {"year": "2018", "month": "5", "day": "9"}),
        ("二〇一八年五月九日", "2018-05-09", {"year": "2018", "month": "五月", "day": "9"}),
        ("09may2018", "2018-05-09", {"year": "2018", "month": "may", "day": "09"}),
        ("may92018", "2018-05-09", {"year": "92018", "month": "may", "day": "92018"}),
        ("20180509", "2018-05-09", {"year": "20180509", "month": "20180509", "day": "20180509"}),
        ("1926/0330", "1926-03-30", {"year": "1926", "month": "0330", "day": "0330"}),
        ("twenty-first may 2018", "2018-05-21", {"year": "2018", "month": "may", "day": "twenty first"}),
        ("20.vi.1874", "1874-06-20", {"year": "1874", "month": "vi", "day": "20"}),
    ],
)
def test_each_field_claims_the_token_that_spells_it(text: str, target: str, fields: dict[str, str]) -> None:
    assert claimed(text, target) == fields


def test_a_number_is_claimed_once() -> None:
    assert claim("5 2018", Target.of("2018-05-05")).lacking == "month 5"


def test_a_number_of_a_time_of_day_is_claimed_last() -> None:
    assert claim("19.05.2017 19:08", Target.of("2017-05-19")).claims["day"] == (0,)


def test_where_the_decoder_looked_decides_between_two_tokens() -> None:
    text, target = "5 may 5 2018", Target.of("2018-05-05")
    assert claim(text, target, looked={"day": [0, 0]}).claims["day"] == (0,)
    assert claim(text, target, looked={"day": [6, 6]}).claims["day"] == (2,)


def test_what_scanners_make_of_digits_and_letters_is_mended() -> None:
    assert claimed("9 may 2o18", "2018-05-09")["year"] == "2018"
    assert claim("14 ju1 2009", Target.of("2009-07-14")).misspelt


def test_a_misspelt_name_counts_unless_it_is_another_word() -> None:
    assert claim("14 marhc 2018", Target.of("2018-03-14")).misspelt
    assert claim("14 zgx 2018", Target.of("2018-03-14")).lacking == "month 3"
    assert claim("fri 20 2015", Target.of("2015-02-20")).lacking == "month 2"


def test_a_word_beside_a_number_says_which_field_it_is() -> None:
    assert claim("2018年5月9日", Target.of("2018-09-05")).lacking == "day 5"
    assert claim("3rd 4 2018", Target.of("2018-03-04")).lacking == "month 3"
