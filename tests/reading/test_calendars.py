"""Dates of other calendars, and the days that they are."""

import sys

import pytest

from datenorm.dates.calendars import Calendar
from datenorm.dates.months import read
from datenorm.reading.translator import Translator, default_translator
from datenorm.text.characters import clean
from datenorm.text.tokens import tokens


@pytest.fixture(scope="module")
def translator() -> Translator:
    pytest.importorskip("convertdate")
    pytest.importorskip("hijridate")
    return default_translator()


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("15 Mehr 1397", ("persian", 1397, 7, 15)),
        ("۱۳۹۷ اردیبهشت ۱۹, چهارشنبه", ("persian", 1397, 2, 19)),
        ("Wednesday, Shaʻban 23, 1439 AH", ("hijri", 1439, 8, 23)),
        ("الأربعاء، 23 شعبان 1439 هـ", ("hijri", 1439, 8, 23)),
        ("יום רביעי, כ״ד באייר תשע״ח", ("hebrew", 5778, 2, 24)),
        ("ט״ו בשבט ה׳תש״פ", ("hebrew", 5780, 11, 15)),
        ("ረቡዕ፣ 1 ግንቦት 2010", ("ethiopic", 2010, 9, 1)),
        ("1 Bashans 1734", ("coptic", 1734, 9, 1)),
        ("19 Vaisakha 1940 Śaka", ("indian", 1940, 2, 19)),
        ("15 vendémiaire an VII", ("french", 7, 1, 15)),
    ],
)  # fmt: skip
def test_a_month_of_another_calendar_is_read_with_its_day_and_year(
    text: str, written: tuple[str, int, int, int]
) -> None:
    assert read(tokens(clean(text))) == [written]


@pytest.mark.parametrize(
    "text", ["9 May 2018", "tir. 9 mai 2018", "15 Mehr 1397 in Shiraz", "19 Vaisakha 1940", "15 Mehr"]
)
def test_what_is_not_all_understood_or_says_no_calendar_is_not_read(text: str) -> None:
    assert read(tokens(clean(text))) == []


@pytest.mark.parametrize(
    ("text", "options", "said"),
    [
        ("Jerusalem, 24 Iyar 5778", {}, "2018-05-09"),
        ("ירושלים, כ״ד באייר תשע״ח", {}, "2018-05-09"),
        ("letter no. 12, 24 Iyar 5778", {}, "2018-05-09"),
        ("تهران، ۱۵ مهر ۱۴۰۲", {"locale": "fa"}, "2023-10-07"),
        ("décret du 15 vendémiaire an III", {}, "1794-10-06"),
        ("Tehran, 15 Mehr 1402 - 3 Azar 1402", {}, "2023-10-07/2023-11-24"),
        ("before 24 Iyar 5778, Jerusalem", {}, "../2018-05-09"),
        ("Firman of 15 Rajab 1324 AH", {}, None),
        ("not on 24 Iyar 5778, Jerusalem", {}, None),
        ("15, 20 Mehr 1402", {}, None),
        ("15-20 vendémiaire an III", {}, "1794-10-06/1794-10-11"),
        ("Lettre 12, 15 vendémiaire an III", {}, None),
        ("page 15 Mehr 1402", {}, None),
    ],
)  # fmt: skip
def test_what_stands_beside_a_date_is_read_as_beside_a_day_of_ours(
    translator: Translator, text: str, options: dict[str, str], said: str | None
) -> None:
    assert translator.translate(text, as_="edtf", **options).iso == said  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "options", "iso"),
    [
        ("15 Mehr 1397", {}, "2018-10-07"),
        ("30 Esfand 1403", {}, "2025-03-20"),
        ("Montag, 23. Tir 1376 AP", {"locale": "de"}, "1997-07-14"),
        ("24 Iyar 5778", {}, "2018-05-09"),
        ("1 Bashans 1734 AM", {"locale": "en"}, "2018-05-09"),
        ("15 vendémiaire an VII", {}, "1798-10-06"),
        ("27 Rajab 1437 AH", {"hijri": "umalqura"}, "2016-05-04"),
        ("27 Rajab 1437 AH", {"hijri": "civil"}, "2016-05-05"),
        ("Wednesday, 27 Rajab 1437 AH", {}, "2016-05-04"),
        ("23 Hidar 2012 E.C.", {}, "2019-12-03"), ("ጥቅምት ፲፪ ቀን ፳፻፲ ዓ.ም.", {}, "2017-10-22"),
        ("25 октября 1917 ст. ст.", {}, "1917-11-07"),
        ("25 October 1917", {"calendar": "julian"}, "1917-11-07"),
        ("29 February 1900 O.S.", {}, "1900-03-13"),
        ("29 февраля 1700 г. ст. ст.", {}, "1700-03-11"),
        ("ט\"ו בשבט תשע\"ח", {}, "2018-01-31"),
        ("ה' באייר תש\"ח", {}, "1948-05-14"),
        ("1397/02/19", {"calendar": "persian"}, "2018-05-09"),
        ("1397/02/19", {"locale": "fa"}, "2018-05-09"),
        ("دوم مهر ۱۳۹۷", {"locale": "fa"}, "2018-09-24"),
        ("18 brumaire an XIV", {"locale": "fr"}, "1805-11-09"),
        ("19 Vaisakha 1940", {"calendar": "indian"}, "2018-05-09"),
        ("5 Nisan 2018", {"locale": "tr"}, "2018-04-05"),
    ],
)  # fmt: skip
def test_a_date_of_another_calendar_is_a_day_of_ours(
    translator: Translator, text: str, options: dict[str, str], iso: str
) -> None:
    assert translator.translate(text, **options).iso == iso  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "options", "edtf"),
    [
        ("19-21 Ordibehesht 1397", {}, "2018-05-09/2018-05-11"),
        ("19 Ordibehesht - 3 Khordad 1397", {}, "2018-05-09/2018-05-24"),
        ("before 15 Mehr 1397", {}, "../2018-10-07"),
        ("۱۹ تا ۲۱ اردیبهشت ۱۳۹۷", {"locale": "fa"}, "2018-05-09/2018-05-11"),
        ("1397/02/19 - 1397/02/21", {"calendar": "persian"}, "2018-05-09/2018-05-11"),
        ("25-26 October 1917 O.S.", {}, "1917-11-07/1917-11-08"),
        ("25 October - 3 November 1917 O.S.", {}, "1917-11-07/1917-11-16"),
        ("25, 26 or 27 October 1917 O.S.", {}, "[1917-11-07,1917-11-08,1917-11-09]"),
        ("25–26 октября 1917 г. по старому стилю", {}, "1917-11-07/1917-11-08"),
        ("25.-26. Oktober 1917 alten Stils", {"locale": "de"}, "1917-11-07/1917-11-08"),
        ("25 October 1917 O.S. - 8 November 1917 N.S.", {}, "1917-11-07/1917-11-08"),
        ("2 October 1916 or 1917 O.S.", {}, "[1916-10-15,1917-10-15]"),
        ("May-June 1917 O.S.", {}, "1917-05-14/1917-07-13"),
        ("25 October 1917 O.S.?", {}, "1917-11-07?"),
        ("28 Feb 1747/8 O.S.", {}, "1748-03-10"),  # 1748 has a 29 February
        ("15 March 44 BC O.S.", {}, None),
        ("1300-1310 AH", {}, "1882-11-12~/1893-07-14~"),
        ("21-19 Ordibehesht 1397", {}, None),
        ("19-21 Mehr", {}, None),
        ("29 February 1899 O.S.", {}, None),
    ],
)
def test_what_stands_inside_a_form_may_be_of_another_calendar(
    translator: Translator, text: str, options: dict[str, str], edtf: str | None
) -> None:
    assert translator.translate(text, as_="edtf", **options).iso == edtf  # type: ignore[arg-type]


def test_sources_of_the_hijri_calendar_leave_a_day_open(translator: Translator) -> None:
    answer = translator.translate("27 Rajab 1437 AH")
    assert answer.status == "ambiguous"
    assert [one.iso for one in answer.alternatives] == ["2016-05-04", "2016-05-05"]
    assert translator.translate("23 Shaʻban 1439", as_="edtf").iso == "2018-05-09~"
    assert translator.translate("23 Shaʻban 1439").code == "hijri-source"
    assert translator.translate("5 Rajab 1300 AH").code == "hijri-source"
    assert translator.translate("5 Rajab 1300 AH", as_="edtf").iso == "1883-05-12~"


def test_a_day_that_its_calendar_does_not_have_is_refused(translator: Translator) -> None:
    assert translator.translate("30 Esfand 1398", calendar="persian").code == "no-such-day"


def test_without_the_extra_the_reason_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "convertdate.persian", None)
    monkeypatch.setitem(sys.modules, "convertdate", None)
    answer = default_translator().translate("15 Mehr 1397")
    assert answer.code == "needs-extra"
    assert "pip install 'datenorm[calendars]'" in (answer.reason or "")


PERIODS = [
    ("Shahrivar 1397", None, "2018-08-23/2018-09-22"),
    ("شهریور ۱۳۹۷", "fa", "2018-08-23/2018-09-22"),
    ("سال ۱۳۹۷", "fa", "2018-03-21/2019-03-20"),
    ("از ۱۳۹۰ تا ۱۳۹۷", "fa", "2011-03-21/2019-03-20"),
    ("1437 AH", None, "2015-10-14~/2016-10-02~"),
    ("رجب ١٤٣٧ هـ", None, "2016-04-08~/2016-05-08~"),
    ("1300/1 AH", "en", "1882-11-12~/1884-10-20~"),
    ("Anno Mundi 5708", None, "1947-09-15/1948-10-03"),
    ("Iyar 5708", None, "1948-05-10/1948-06-07"),
    ("ה'תש\"ח", "he", "1947-09-15/1948-10-03"),
    ("לפני ה' באייר תש\"ח", "he", "../1948-05-14"),
    ('בין תר"ס ל-תש"ח', "he", "1899-09-05/1948-10-03"),
    ("מ-1948 עד 1967", "he", "1948/1967"),
    ("כ-1948", "he", "1948~"),
    ('אדר תשפ"ד', "he", None),  # a year with two of them
    ("دهه ۱۳۴۰", "fa", None),
    ("1310s AH", "en", None),
    ("1437 h", None, None),
    ("1437 Ah", None, None),  # ampere-hours
    ("1200 sh", None, None),  # shillings
    ("SH1397", None, None),
    ("ca. 1397 SH", None, "2018-03-21~/2019-03-20~"),
    ("p. 1437 AH", None, None),
    ("Friday Rajab 1437 AH", None, None),
    ("۱۳۹۷ میلادی", "fa", None),  # of ours
    ("سال ۱۳۵۷ هجری", "fa", None),  # lunar or solar
    ("۱۳۹۷ روز", "fa", None),  # days
    ("۱۴۳۷", "fa", None),  # lunar
    ("Rabi I 1437", None, "2015-12-12~/2016-01-11~"),
    ("Jumada 1437", None, None),
    ("Safar 1440 AH", None, "2018-10-10~/2018-11-09~"),
    (".. Rajab 1437 AH", None, None),
    ("Tir 1300", None, None),
    ("Azar 1350", "es", None),
    ("an II (1794)", "fr", None),
    ("1734 AM", None, None),
    ("1967 ዓ.ም.", "am", None),
    ('תנ"ך', "he", None),
    ('צה"ל', "he", None),
    ('ת"שפד', "he", None),
    ('מתש"ח', "he", None),
    ("5708/1948", None, None),
    ("1298-1300 AH / 1881-1883", None, None),
    ("1437 AH (2016)", "en", None),
]


@pytest.mark.parametrize(("text", "locale", "edtf"), PERIODS)
def test_a_month_or_a_year_of_another_calendar_is_its_days(
    translator: Translator, text: str, locale: str | None, edtf: str | None
) -> None:
    assert translator.translate(text, locale=locale, as_="edtf").iso == edtf
    assert translator.translate(text, locale=locale).status == "rejected"


@pytest.mark.parametrize("text", ["ca. 24 Iyar 5778", "by 24 Iyar 5778"])
def test_a_date_of_another_calendar_has_nothing_beside_it_that_changes_it(
    translator: Translator, text: str
) -> None:
    assert translator.translate(text).iso is None


def test_a_year_of_a_calendar_that_is_told_is_its_days(translator: Translator) -> None:
    found = translator.translate("1397", as_="interval", calendar="persian")
    assert (found.iso, found.start, found.kind) == ("2018-03-21/2019-03-20", "2018-03-21", "other calendar")
    assert (
        translator.translate("1437", as_="edtf", calendar="hijri", hijri="civil").iso
        == "2015-10-15/2016-10-02"
    )


TOLD = [
    ("1397/02/19 10:30", "persian", "2018-05-09T10:30"),
    ("1397-02-19T10:30Z", "persian", "2018-05-09T10:30Z"),
    ("10:30, 1397/02/19", "persian", "2018-05-09T10:30"),
    ("1397/02/19 10:30 - 12:30", "persian", "2018-05-09T10:30/2018-05-09T12:30"),
    ("1397/02/19 10:30 to 1397/02/20 11:30", "persian", "2018-05-09T10:30/2018-05-10T11:30"),
    ("25 Oct 1917 21:40", "julian", "1917-11-07T21:40"),
    ("29 February 1900 10:30", "julian", "1900-03-13T10:30"),
    ("19/02/1940 10:30", "indian", "2018-05-09T10:30"),
    ("1 Ginbot 2010 10:30", "ethiopic", "2018-05-09T10:30"),
    ("1397/02", "persian", "2018-04-21/2018-05-21"),
    ("1397?", "persian", "2018-03-21?/2019-03-20?"),
    ("1397/7-9", "persian", "2018-09-23/2018-12-21"),
    ("May 1900", "julian", "1900-05-14/1900-06-13"),
    ("7 November 1917 N.S.", "julian", "1917-11-07"),
    ("9 May 2018 (new style)", "julian", "2018-05-09"),
    ("9 May 2018", "persian", "2018-05-09"),  # May is a month of ours
    ("平成30年5月9日", "persian", "2018-05-09"),
    ("2018-05-09", "persian", None),
    ("2018-05-09T10:11:12Z", "persian", None),
    ("20180509", "persian", None),
    ("19/2/97", "persian", None),
    ("19/2", "persian", None),
    ("1390s", "persian", None),
    ("13th century", "persian", None),
    ("1397-W10", "persian", None),
    ("day 45 of 1397", "persian", None),
    ("1397/02/??", "persian", None),
    ("2 days after 1397/02/19", "persian", None),
    ("first Monday of May 1900", "julian", None),
    ("2 days after 25 October 1917", "julian", None),
    ("12/24 May 1866", "julian", None),
    ("9/5/2561", "buddhist", "2018-05-09"),
    ("9 May 2561 10:30", "buddhist", "2018-05-09T10:30"),
    ("9 พฤษภาคม 2561", "buddhist", "2018-05-09"),
    ("24 June 2475", "buddhist", "1932-06-24"),
    ("15 January 2475", "buddhist", "1933-01-15"),
    ("2475", "buddhist", "1932-04-01/1933-03-31"),
    ("25 October 1917 NS", "julian", "1917-10-25"),
    ("25 октября 1917 н. ст.", "julian", "1917-10-25"),
    ("5-7 Tir 1397", "persian", "2018-06-26/2018-06-28"),
    ("9 May 2018", "buddhist", None),
    ("29/2/2560", "buddhist", None),
    ("107/5/9", "minguo", "2018-05-09"),
    ("107年5月9日", "minguo", "2018-05-09"),
    ("2018/5/9", "minguo", None),
    ("15 March 44 BC", "julian", None),
]


@pytest.mark.parametrize(("text", "calendar", "edtf"), TOLD)
def test_a_text_of_a_told_calendar_has_no_answer_of_ours(
    translator: Translator, text: str, calendar: Calendar, edtf: str | None
) -> None:
    assert translator.translate(text, calendar=calendar, as_="edtf", order="DMY").iso == edtf


@pytest.mark.parametrize(
    ("text", "iso"), [("3 days ago", "2018-05-06"), ("last month", None), ("a year ago", None)]
)
def test_days_are_counted_in_every_calendar_months_in_ours_alone(
    translator: Translator, text: str, iso: str | None
) -> None:
    assert translator.translate(text, calendar="persian", today="2018-05-09").iso == iso


def test_a_time_stands_beside_the_day_of_another_calendar(translator: Translator) -> None:
    for text, locale in (
        ("۱۳۹۷/۰۲/۱۹ ۱۰:۳۰", "fa"),
        ("۱۹ اردیبهشت ۱۳۹۷ ساعت ۱۰:۳۰", "fa"),
        ("24 Iyar 5778 10:30", None),
    ):
        assert translator.translate(text, locale=locale, as_="datetime").iso == "2018-05-09T10:30"
        assert translator.translate(text, locale=locale).iso == "2018-05-09"
    assert translator.translate("25 October 1917 O.S. 21:40", as_="datetime").iso == "1917-11-07T21:40"
    answer = translator.translate("Tuesday 19 Ordibehesht 1397 10:30", as_="datetime")
    assert answer.warnings == ("the text says Tuesday, but 2018-05-09 is a Wednesday",)


TWICE = [
    ("24 Iyar 5778 (9 May 2018)", "2018-05-09"),
    ("24 Iyar 5778 (15 May 2018)", None),
    ("15 May 2018 / 24 Iyar 5778", None),
    ("le 9 thermidor an II (27 juillet 1794)", "1794-07-27"),
    ("le 9 thermidor an II (28 juillet 1794)", None),
    ("18 brumaire an VIII (9 novembre 1799)", "1799-11-09"),
    ("19 Ordibehesht 1397 (11 May 2018)", None),
    ("23 Shaban 1439 AH (11 May 2018)", "2018-05-11"),  # sources differ by up to two days
    ("23 Shaban 1439 AH (12 May 2018)", None),
    ("9 May 2018 (平成30年5月9日)", "2018-05-09"),
    ("9 May 2018 (昭和30年5月9日)", None),
    ("9 May 2018 (B.E. 2561)", "2018-05-09"),
    ("9 May 2018 (B.E. 2562)", None),
    ("9 พฤษภาคม พ.ศ. 2561 (10 May 2018)", None),
    ("25 октября (7 ноября) 1917 г.", "1917-11-07"),
    ("25 октября (8 ноября) 1917 г.", None),
    ("9 (22) января 1905 г.", "1905-01-22"),
    ("17 (29) сентября 1850", "1850-09-29"),
    ("28 декабря 1899 (9 января 1900)", "1900-01-09"),
    ("7 November [O.S. 25 October] 1917", "1917-11-07"),
    ("9 May 2018 (10 May)", None),
    ("25 October 1917 (OS)", "1917-11-07"),
]


@pytest.mark.parametrize(("text", "iso"), TWICE)
def test_a_date_said_in_two_calendars_is_one_day(translator: Translator, text: str, iso: str | None) -> None:
    assert translator.translate(text).iso == iso


@pytest.mark.parametrize(
    ("text", "locale", "said"),
    [
        ("२०७५ वैशाख २६", None, "Bikram Sambat"),
        ("२०७५-०१-२६", "ne", "Bikram Sambat"),
        ("26/01/2075", "ne", "Bikram Sambat"),
        ("农历四月初八", None, "the lunar calendar of East Asia"),
        ("旧暦3月24日", None, "the lunar calendar of East Asia"),
    ],
)
def test_calendars_that_are_not_counted_are_refused_by_name(
    translator: Translator, text: str, locale: str | None, said: str
) -> None:
    answer = translator.translate(text, locale=locale)
    assert (answer.iso, answer.code) == (None, "other-calendar")
    assert said in (answer.reason or "")
    assert translator.translate("26 January 2075", locale="ne").iso == "2075-01-26"


@pytest.mark.parametrize(
    ("cells", "iso"),
    [
        (["15 مهر 1397", "97/02/19"], [None]),
        (["9 พ.ค. พ.ศ. 2561", "25/12/61"], [None]),
        (["15 مهر 1397", "9 May 2018", "31/12/99"], ["2018-05-09", "1999-12-31"]),
    ],
)
def test_a_year_of_two_digits_is_open_where_cells_name_another_calendar(
    cells: list[str], iso: list[str | None]
) -> None:
    answers = default_translator().translate_column(cells).answers
    assert [answer.iso for answer in answers[1:]] == iso


def test_a_month_of_ethiopia_that_is_one_of_ours_in_tigrinya_has_two_readings(translator: Translator) -> None:
    days = {"": ["2011-09-01", "2018-09-11"], "am": ["2018-09-11"], "ti": ["2011-09-01"]}
    for locale, expected in days.items():
        found = translator.translate("መስከረም 1 2011", locale=locale or None)
        assert [one.iso for one in found.alternatives] == expected, locale
    tuesday = translator.translate("ማክሰኞ መስከረም 1 2011")
    assert tuesday.iso == "2018-09-11"
