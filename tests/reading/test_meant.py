"""What a column says of texts that may mean two things: a year with a number, an abbreviation of several zones."""

import pytest

from datenorm.reading.meant import PairEvidence, ZoneEvidence
from datenorm.reading.translator import Translator, default_translator


@pytest.fixture(scope="module")
def translator() -> Translator:
    return default_translator()


def zones(*texts: str) -> ZoneEvidence:
    evidence = ZoneEvidence()
    for row, text in enumerate(texts, 1):
        evidence.add(row, text)
    return evidence


def test_the_end_of_a_range_of_hours_is_no_offset() -> None:
    evidence = zones("9 May 2018 10:00 CST", "10 May 2018 11:00 EST", "10 May 2018 10:00-12:30")
    assert evidence.meant("9 May 2018 10:00 CST") == "America/Chicago"
    assert not zones("9 May 2018 10:00 CST", "10 May 2018 10:00-12:30").tells


@pytest.mark.parametrize(
    ("name", "other", "key"),
    [
        ("CST", "EST", "America/Chicago"),
        ("CST", "PDT", "America/Chicago"),
        ("CST", "+08:00", "Asia/Shanghai"),
        ("IST", "+0530", "Asia/Kolkata"),
        ("IST", "Asia/Kolkata", "Asia/Kolkata"),
        ("IST", "IDT", "Asia/Jerusalem"),
        ("BST", "Europe/London", "Europe/London"),
        ("BST", "+06:00", "Asia/Dhaka"),
        ("AST", "EST", "America/Halifax"),
        ("AST", "+03:00", "Asia/Riyadh"),
    ],
)
def test_another_zone_tells_what_an_abbreviation_means(name: str, other: str, key: str) -> None:
    evidence = zones(f"9 May 2018 10:00 {name}", f"10 May 2018 11:00 {other}")
    assert evidence.meant(f"9 May 2018 10:00 {name}") == key
    assert evidence.meant(f"10 May 2018 11:00 {other}") is None


@pytest.mark.parametrize(
    ("name", "others"),
    [
        ("IST", ["GMT"]),  # written everywhere
        ("IST", ["+0000"]),
        ("CST", ["-05:00"]),  # in the United States in summer, in Cuba in winter
        ("CST", ["EST", "CET"]),  # a column of several countries
        ("IST", ["CST"]),  # as open itself
        ("CST", []),
    ],
)
def test_what_other_cells_leave_open_stays_open(name: str, others: list[str]) -> None:
    evidence = zones(f"9 May 2018 10:00 {name}", *(f"10 May 2018 11:00 {other}" for other in others))
    assert evidence.meant(f"9 May 2018 10:00 {name}") is None


def test_a_column_reads_an_abbreviation_as_its_other_cells_say(translator: Translator) -> None:
    column = translator.translate_column(
        ["9 January 2018 10:00 IST", "2018-05-09T10:00+0530", "9 May 2018 10:00 +0530"], as_="datetime"
    )
    first = column.answers[0]
    assert (first.iso, first.status, first.confidence) == ("2018-01-09T10:00+05:30", "ok", 0.9975)
    assert (
        "IST is Asia/Kolkata: +0530, 2 (row 2: '2018-05-09T10:00+0530'), is of its countries"
        in column.explained
    )


def test_a_told_zone_is_law_whatever_the_column_says(translator: Translator) -> None:
    cells = ["9 January 2018 10:00 IST", "2018-05-09T10:00+0530"]
    column = translator.translate_column(cells, as_="datetime", zone="Asia/Jerusalem")
    assert column.answers[0].iso == "2018-01-09T10:00+02:00"


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["1998-03", "1910-55"], ["1998/2003", "1910/1955"]),
        (["2018-9", "2018-10"], ["2018-09", "2018-10"]),
        (["1998-03", "1998-07-05"], ["1998-03", "1998-07-05"]),
        (["1828-9", "1828-9"], ["1828/1829", "1828/1829"]),
        (["1910-55", "c. 1503-06", "before 1998-03"], ["1910/1955", "1503~/1506~", "../2003"]),
        (["1910-55", "[1503-06]", "1503-06?"], ["1910/1955", "1503/1506", "1503?/1506?"]),
        (["2018-05", "c. 1998-03"], ["2018-05", "1998-03~"]),
    ],
)
def test_cells_that_can_be_one_thing_only_say_what_a_year_with_a_number_is(
    translator: Translator, cells: list[str], expected: list[str]
) -> None:
    column = translator.translate_column(cells, as_="edtf")
    assert [answer.iso for answer in column.answers] == expected


def test_numbers_of_a_year_are_no_months_and_no_years(translator: Translator) -> None:
    weeks = ["2021-45", "2023-01", "2021-17", "2018-19", "2024-50"]
    answers = translator.translate_column(weeks, as_="interval").answers
    assert {answer.status for answer in answers} <= {"ambiguous", "rejected"}
    months = translator.translate_column([*["2021-05", "2023-01"] * 20, "2021-17"]).answers
    assert {answer.iso for answer in months[:-1]} == {"2021-05", "2023-01"}


def test_months_of_another_calendar_keep_it_where_the_column_says_what_they_are(
    translator: Translator,
) -> None:
    pytest.importorskip("convertdate")
    cells = ["1402/09", "1403/05", "1389/12"]
    column = translator.translate_column(cells, calendar="persian", as_="interval")
    assert [answer.iso for answer in column.answers] == [
        translator.translate(cell, calendar="persian", as_="interval").iso for cell in cells
    ]


def test_a_decision_takes_the_doubt_away_and_cells_that_contradict_leave_it(translator: Translator) -> None:
    decided = translator.translate_column(["1998-03", "1998-07-05"], as_="edtf").answers[0]
    assert (decided.warnings, decided.confidence) == ((), 1.0)
    mixed = translator.translate_column(["1998-03", "1998-07-05", "1910-55"], as_="edtf").answers[0]
    assert (mixed.status, mixed.confidence) == ("ambiguous", 0.5)
    assert [one.iso for one in mixed.alternatives] == ["1998-03", "1998/2003"]


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("c. 1510-12", "1510~/1512~"),
        ("circa 1503–06", "1503~/1506~"),
        ("before 1998-03", "../2003"),
        ("before about 1998-03", "../2003~"),
        ("1998-03?", "1998?/2003?"),
    ],
)
def test_what_stands_around_a_month_takes_no_doubt_away(
    translator: Translator, text: str, other: str
) -> None:
    assert translator.translate(text, as_="edtf").warnings == (f"it may also be {other}",)
    assert translator.translate("c. 2018-05", as_="edtf").warnings == ()


def test_years_are_no_date_and_the_reason_says_them(translator: Translator) -> None:
    column = translator.translate_column(["1998-03", "1910-55"])
    assert column.answers[0].reason == "a range: 1998/2003; --as interval or edtf writes it"


def test_pairs_that_contradict_each_other_are_counted() -> None:
    evidence = PairEvidence()
    for row, text in enumerate(["1998-03", "2018-10", "1910-55", "1910-56"], 1):
        evidence.add(row, text)
    assert evidence.explained() == (
        "a year with a number, as in row 1: '1998-03', is open: 1 (row 2: '2018-10') can only be months, "
        "2 (row 3: '1910-55') only years"
    )
