"""What exact code writes plainly before the network reads: each step on texts of its kind, and on texts it must leave."""

import pytest

from datenorm.rewriting.core import core
from datenorm.rewriting.page import Page
from datenorm.rewriting.plan import rewritten


def read(text: str, order: str | None = None, language: str | None = None) -> str:
    return rewritten(text, order, language).text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("昭和６４年１月７日", "1989年1月7日"), ("大正 12 年9月1日", "1923 年9月1日"), ("明治45年7月30日", "1912年7月30日"),
        ("令和二年五月一日", "2020年五月一日"), ("平成三十一年四月", "2019年四月"), ("民國107年5月9日", "2018年5月9日"),
        ("民國107/05/09", "2018/05/09"), ("民国元年一月一日", "1912年一月一日"), ("平成35年まで", "2023年まで"),
        ("H28年11月", "2016年11月"), ("昭五十七年六月", "1982年六月"), ("พุทธศักราช ๒๕๖๑", "2018"),
        ("9 พ.ค. พศ 2561", "9 พ.ค. 2018"), ("9 May B.E. 2561", "9 may 2018"), ("21 June 2559 (BE)", "21 june 2016"),
    ],
)  # fmt: skip
def test_years_of_the_eras_we_know_become_common(text: str, expected: str) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "明治3年1月1日",
        "平成",
        "平成元",
        "2018年5月9日",
        "พ.ศ. 2400",
        "to be 25611",
        "9 may 2018",
        "be",
        "昭和の日",
    ],
)
def test_other_eras_and_words_stay_as_they_are(text: str) -> None:
    assert read(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9 8bre 1724", "9 october 1724"), ("3 Xbris 1688", "3 december 1688"), ("Ju1y 4, 1976", "july 4, 1976"),
        ("2 4ug 2001", "2 aug 2001"), ("5 تشرين 1 2011", "5 تشرين الأول 2011"), ("6 ك2 1999", "6 كانون الثاني 1999"),
        ("፳፫ ሜይ 2016", "23 ሜይ 2016"), ("11may2018", "11may2018"), ("7 ber 1900", "7 ber 1900"),
    ],
)  # fmt: skip
def test_names_with_numbers_in_them_become_names(text: str, expected: str) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "order", "expected"),
    [
        ("2007-03-XX", None, "2007-03"), ("2007-XX-XX", None, "2007"), ("?? May 1960", None, "may 1960"),
        ("April __, 1971", None, "april 1971"), ("UNK-FEB-2015", None, "feb-2015"), ("00.09.1988", None, "09.1988"),
        ("XX/05/1999", "DMY", "05/1999"), ("XX/05/1999", "MDY", "xx/05/1999"), ("05/XX/1999", "MDY", "05/1999"),
        ("05/XX/1999", None, "05/xx/1999"), ("12-UN-2015", None, "12-un-2015"), ("2017-UNK-12", None, "2017-unk-12"),
        ("0 May 1960", None, "0 may 1960"), ("9 May 19??", None, "9 may 19??"),
    ],
)  # fmt: skip
def test_an_unknown_day_is_left_out_and_an_unknown_month_is_not(
    text: str, order: str | None, expected: str
) -> None:
    assert read(text, order) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2nd Sunday of May 2018", "2018-05-13"), ("last Monday in August 2015", "2015-08-31"),
        ("der 1. Advent 2018", "der 1. advent 2018"), ("le premier lundi de juin 2020", "le 2020-06-01"),
        ("3-й четверг ноября 2019", "2019-11-21"), ("5th Monday of May 2018", "5th monday of may 2018"),
        ("day 60 of 2016", "2016-02-29"), ("Tag 3 des Jahres 2011", "2011-01-03"), ("day 12 of 2011", "day 12 of 2011"),
        ("Exp. 03/27", "exp. 03/2027"), ("gültig bis 11/30", "gültig bis 11/2030"), ("Exp. 03/04/27", "exp. 03/04/27"),
        ("03 June 21st", "june 21st, 03"),
    ],
)  # fmt: skip
def test_days_that_are_counted_out_are_written(text: str, expected: str) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9 May 2011 (2011-05-09)", "9 may 2011"), ("03/04/2015 (3 April 2015)", "(3 april 2015)"), ("03/04/2015 10:11, seen 03/04/2015 12:30", "03/04/2015 10:11, seen"),
        ("03/04/2015, 05/04/2015", "03/04/2015, 05/04/2015"), ("DSC_20140131_101112.jpg", "dsc 2014-01-31 10:11:12.jpg"),
        ("scan-20140131.pdf", "scan 2014-01-31 pdf"), ("AB_20141331_1", "ab_20141331_1"),
    ],
)  # fmt: skip
def test_one_date_twice_and_the_names_of_files(text: str, expected: str) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9*May*2018", "9 may 2018"), ("2018=mai=9", "2018 mai 9"), ("9 ~ Nov. ~ 1917", "9 nov. 1917"),
        ("17:10월:1991", "17 10월 1991"), ("12:05:1987", "12/05/1987"), ("9 May (2018)", "9 may 2018"),
        ("2018 (May 9)", "2018 may 9"), ("17 (March) 1991", "17 march 1991"), ("13 [tháng 2] 1953", "13 tháng 2 1953"),
        ("24.07.[2017]", "24.07.2017"), ("[1984]-10-12", "1984-10-12"), ("(17)/(10)/(1989)", "17/10/1989"),
    ],
)  # fmt: skip
def test_signs_that_say_nothing_are_left_out(text: str, expected: str) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "9*5*2018", "9+5+2018", "9?may?2018", "9=may*2018", "9*may", "1:2:3:2018", "10:12:33 2018", "2018 5(3)", "(1) may 2018",
        "may 2018 (5)", "3 (may 2018)", "vol. 3 (may 2018)", "[9 may 2018]", "(2045)-10-10", "12 (5) 2018", "9 may 10 (2018)", "john 3:16:2018",
    ],
)  # fmt: skip
def test_signs_that_may_say_something_stay(text: str) -> None:
    assert read(text) == text


def test_dots_told_month_first_become_slashes() -> None:
    assert (read("04.30.2015", "MDY"), read("04.30.2015")) == ("04/30/2015", "04.30.2015")
    assert read("04.30.15 8.37 pm", "MDY") == "04/30/15 8.37 pm"


@pytest.mark.parametrize("time", ["8.37 pm", "12.22.12", "10:11:12.25"])
def test_dots_of_a_time_stay_dots(time: str) -> None:
    assert read(f"4-30-2015 {time}", "MDY") == f"4-30-2015 {time}"


def test_years_of_three_digits_are_of_the_republic_of_china_where_chinese_is_told() -> None:
    assert (read("103/07/19", language="zh"), read("103/07/19")) == ("2014/07/19", "103/07/19")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("printed 1907", "1907"), ("Decree, November 2006", "november 2006"), ("seen in June 1998 by Ann", "june 1998"),
        ("mi-2041", None), ("1990-", None), ("H2 2014", None), ("3 May 2018 to 4 June 2019", None), ("nothing", None),
    ],
)  # fmt: skip
def test_the_core_of_a_text_is_the_one_stretch_that_can_be_a_date(text: str, found: str | None) -> None:
    page = Page(text.lower())
    place = core(page)
    assert (page.text[slice(*place)] if place else None) == found


def test_a_text_that_has_nothing_for_any_step_is_not_edited() -> None:
    assert not rewritten("Saturday 9 May 2018").edited
