import pytest

from datenorm.judging.doubts import is_of_six_digits, leftover, lookalike, objection


@pytest.mark.parametrize(
    ("text", "target", "left"),
    [
        ("13 or 16 November 2024", "2024-11-16", "the number 13"), ("13 oder 16. November 2024", "2024-11-13", "the number 16"), ("9th and 10th May 2018", "2018-05-09", "the number 10"),
        ("5月9日或10日", "--05-09", "the number 10"), ("9 bis 12 Mai 2018", "2018-05-12", "the number 9"), ("10 or 14 October 1957", "1957-10-14", "the number 10"),
        ("9 May 2001-2015", "2001-05-09", "the year 2015"), ("9 May 2001 (2014)", "2001-05-09", "the year 2014"), ("9 May 2001, 1998", "2001-05-09", "the year 1998"), ("2018 - 2019", "2018", "the number 2019"),
        ("9 May/June 2018", "2018-06-09", "another month"), ("8 srpnja - 27 kolovoza 1990", "1990-08-27", "another month"), ("9 March 2018, 22 October", "2018-03-09", "another month"),
        ("the ninth of May, two thousand eighteen", "--05-09", "a year in words"), ("9 mai deux mille dix-huit", "--05-09", "a year in words"), ("May 9, nineteen ninety", "--05-09", "a year in words"),
        ("9 May MMXVIII", "--05-09", "a year in words"), ("20180509/20190510", "2018-05-09", "the year 2019"), ("20180509-20180510", "2018-05-09", "the year 2018"),
        ("03 25 Sep", "--09-25", "the number 03"), ("9 May 20 18", "18-05-20", "the number 9"),
        ("девятое мая две тысячи восемнадцатого года", "--05-18", "a year in words"), ("may 9 twenty twelve", "--05-09", "a year in words"),
    ],
)  # fmt: skip
def test_what_an_answer_leaves_out_is_seen(text: str, target: str, left: str) -> None:
    assert leftover(text, target) == left


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("9 May 2018 10:30", "2018-05-09"), ("May 9 at 10", "--05-09"), ("12h 01m02s am July 4, 1976", "1976-07-04"), ("Mon Jan 02 15:04:05 +1030 2006", "2006-01-02"), ("9 May 2018 1430", "2018-05-09"),
        ("from 8 to 12 PM 3-8-1960", "1960-08-03"), ("at 12 in the morning 29/10/2010", "2010-10-29"), ("13-ти of юли 09:37", "--07-13"), ("8 day of March 2024", "2024-03-08"), ("9 May / 9 mai 2018", "2018-05-09"),
        ("12 listopada 2018", "2018-10-12"), ("9 May 2018 (Wed)", "2018-05-09"), ("Room 12, 9 May 2018", "2018-05-09"), ("the twenty-first of May", "--05-21"), ("vingt et un mai", "--05-21"), ("20180509", "2018-05-09"),
        ("two thousand on 9 May 2018", "2018-05-09"), ("2018", "2018"), ("1) 19 Jan, 1994", "1994-01-19"), ("Sat, 22.12.", "--12-22"), ("25 Sep 10:36", "--09-25"),
        ("أيار/مايو 2018", "2018-05"),
    ],
)  # fmt: skip
def test_a_time_of_day_or_a_number_of_something_else_is_no_leftover(text: str, target: str) -> None:
    assert leftover(text, target) is None


@pytest.mark.parametrize(
    ("text", "target", "what"),
    [
        ("37.2.2", "37-02-02", "a version number"), ("17 4/6", "17-04-06", "a number with a fraction"), ("40 06 17 58", "58-06-17", "a telephone number"), ("06-17-58-40", "58-06-17", "a telephone number"),
        ("３７.２.２", "37-02-02", "a version number"), ("37.2.2018", "2018-02-03", None), ("7.2.37", "37-02-07", None), ("06 17 58", "58-06-17", None), ("97.12.24", "97-12-24", None), ("3.1415", "1415-03", "a decimal number"), ("£2737.03", "2737-03", "a decimal number"), ("3.1915", "1915-03", None), ("5/1415", "1415-05", None),
    ],
)  # fmt: skip
def test_what_is_more_likely_something_else(text: str, target: str, what: str | None) -> None:
    assert lookalike(text, target) == what


@pytest.mark.parametrize(
    ("text", "target", "told"),
    [
        ("INV 2025-0312", "2025-03-12", "a serial number"), ("２０２５-０３１２", "2025-03-12", "a serial number"), ("No. 2025/0312", "2025-03-12", "a serial number"), ("2025/0312", "2025-03-12", None), ("9 May 2018-0509", "2018-05-09", None),
        ("KW 12/2019", "2019-12", "a week"), ("tydzień 12/2019", "2019-12", "a week"), ("2019年12月", "2019-12", None), ("week of May 2019", "2019-05", None), ("week of 12.05.2019", "2019-05-12", None), ("№ 5/2019", "2019-05", "a serial number"), ("VI/2019", "2019-06", None), ("No 12 2019", "2019-11-12", "a serial number"), ("Nr. 5 vom 12.5.2019", "2019-05-12", None), ("No. 2019-05-12", "2019-05-12", None), ("5/2019", "2019-05", None),
        ("KW 12/19", "--12-19", "a week"), ("KW 12.19", "19-12", "a week"), ("VI.19", "19-06", None), ("week of 10/11", "--10-11", None), ("星期三, 10/11", "--10-11", None), ("нед, 2/24", "--02-24", None), ("12 нед. 2019", "2019-12", "a week"), ("no dia set. de 2026", "2026-09", None), ("week of Apl 16", "--04-16", None), ("𞥒𞥔 𞤔𞤮𞤤𞤮⹁ 𞥑𞥙𞥗𞥒", "1972-11-24", None),
        ("2019.5.12.1", "2019-05-12", "a version number"), ("12.05.2019.13.45", "2019-05-12", None),
        ("#190512", "19-05-12", "six digits"), ("۱۹۰۵۱۲", "19-05-12", "six digits"), ("19-05-12", "19-05-12", None), ("190512 13:45", "19-05-12", "six digits"), ("150249 10:56", "49-02-15", None), ("in the evening 190512", "19-05-12", "six digits"), ("190512.", "1905-12-19", "six digits"), ("dec112032", "2032-12-11", None), ("2026-03-01-3", "2026-03-01", None), ("1999-12 [1]", "1999-12", None), ("12/2019/05", "2019-12", "the number 05"), ("12/2019 13:45", "2019-12", None),
    ],
)  # fmt: skip
def test_what_has_the_digits_of_a_date_and_counts_something_else_is_refused(
    text: str, target: str, told: str | None
) -> None:
    against = objection(text, target, target, None, None)
    assert told in (against or "") if told else against is None


def test_digits_that_only_clean_up_shows_count() -> None:
    assert is_of_six_digits("¹90512", "19-05-12")
    assert not is_of_six_digits("¹190512", "19-05-12")


def test_who_says_that_years_come_first_is_believed() -> None:
    assert objection("37.2.2", "2037-02-02", "37-02-02", "YMD", None) is None
    told = "2037-02-02, but it looks like a version number; give --order YMD if it is a date"
    assert objection("37.2.2", "2037-02-02", "37-02-02", "DMY", None) == told


@pytest.mark.parametrize(
    ("text", "iso", "language"),
    [("23/08/1439 هـ", "1439-08-23", None), ("1397/02/19", "1397-02-19", "fa"), ("19 مايو 1439", "1439-05-19", None), ("9 May 1439 AH", "1439-05-09", None), ("۱۳۹۷/۰۲/۱۹", "1397-02-19", None)],
)  # fmt: skip
def test_a_year_that_may_be_of_another_calendar_is_refused(text: str, iso: str, language: str | None) -> None:
    assert (
        objection(text, iso, iso, "YMD", language)
        == f"{iso} if its year is of the Gregorian calendar, which it may not be"
    )


@pytest.mark.parametrize(
    ("text", "iso", "language"),
    [("9 مايو 2018", "2018-05-09", "ar"), ("1397/02/19", "1397-02-19", None), ("1397/02/19", "1397-02-19", "en"), ("9 May 2018 ah", "2018-05-09", None)],
)  # fmt: skip
def test_other_years_are_those_of_our_calendar(text: str, iso: str, language: str | None) -> None:
    assert objection(text, iso, iso, "YMD", language) is None


def test_an_objection_names_what_is_wrong() -> None:
    assert (
        objection("28 zgx 2002", "2002-10-28", "2002-10-28", None, None)
        == "nothing in the text says month 10 of 2002-10-28"
    )
    assert (
        objection("9 May 2001-2015", "2001-05-09", "2001-05-09", None, None)
        == "2001-05-09, but the text has the year 2015, too"
    )
    assert objection("9 May 2001", "2001-05-09", "2001-05-09", None, None) is None


@pytest.mark.parametrize(
    "text", ["", "\ud800", "\x00", "😀" * 50, "9" * 96, "一" * 96, "9 or " * 19, "2018-" * 19]
)
def test_any_text_is_searched(text: str) -> None:
    leftover(text, "2018-05-09")
    leftover(text, "--05-09")
    lookalike(text, "18-05-09")
