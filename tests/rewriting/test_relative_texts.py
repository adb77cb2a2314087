"""Texts that count from a day. `cases/relative.tsv` has what they mean, counted by hand."""

import csv
from pathlib import Path

import pytest

from datenorm.dates.relative import reference, resolve
from datenorm.rewriting.relative import read

CASES = Path(__file__).parent.parent / "cases" / "relative.tsv"


def cases() -> list[dict[str, str]]:
    with CASES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def meaning(text: str, language: str | None, today: str) -> set[str]:
    found = read(text, language)
    return (
        {reading for code in found.codes for reading in resolve(code, reference(today))} if found else set()
    )


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["text"])
def test_a_phrase_is_counted(case: dict[str, str]) -> None:
    assert meaning(case["text"], case["locale"], case["today"]) == {case["expected"]}, case["why"]


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["text"])
def test_without_a_language_a_phrase_means_the_same_or_is_open(case: dict[str, str]) -> None:
    assert case["expected"] in meaning(case["text"], None, case["today"])


@pytest.mark.parametrize(
    "text",
    [
        "9 May 2018", "9. Mai 2018", "2018年5月9日", "03/04/2015", "May 2018", "Monday", "", "...", "in 2018", "heute vor",
        "3 days", "days ago", "2018 years ago", "1.5 hours ago", "5-6 days ago", "3/4 days ago", "3 days ago?",
        "about 3 days ago", "until yesterday", "since last week", "3 days ago we met", "3 days ago or yesterday",
        "5 hours 2 days ago", "2 days 3 days ago", "within 3 days", "a few days ago", "in den letzten 3 Tagen",
        "7 hours ago at 9:45 am", "am 08.10.17", "15 hours 29 min", "1770's", "2018年前", "5 月前",
        "二三日前", "三五天前", "七八年前", "五六个月前", "三四个小时前", "四五天后", "十二三年前", "両三天前",
        "-3 days ago", "−3 days ago", "vor -3 Tagen", "in -3 days", "-3日前", "od wczoraj", "od dzisiaj", "od juče", "de ieri",
        "i 3 dagar", "i 3 år", "за 3 дня", "за три дня", "due tre giorni fa", "am 3. M.", "am 3 J", "am 3 W", "a 3 d",
        "N/A", "n. a.", "no", "tanggal 3 bulan lalu", "gestern 07.05.", "вчера 07.05", "this time last year", "12 this month", "3 last month", "room 5 last year", "about 3 May last year", "il 3 cm",
        "3 or 4 May last year", "until the 3rd of next month", "yesterday or Monday", "3 days ago, Monday",
        "the week before 9 May 2018", "the month after 9 May 2018", "2 days before and after 9 May 2018", "2 days after or before 9 May 2018",
    ],
)  # fmt: skip
def test_what_is_not_wholly_explained_is_no_phrase(text: str) -> None:
    assert read(text, None) is None


@pytest.mark.parametrize(
    ("text", "language", "code", "rest"),
    [
        ("2 days after 9 May 2018", "en", "+2D", "9 may 2018"),
        ("the day before 14 June 2016", "en", "-1D", "14 june 2016"),
        ("3 weeks from 03/04/2015", "en", "+3W", "03/04/2015"),
        ("a year and 2 months after 9 May 2018", "en", "+1Y2M", "9 may 2018"),
        ("am Tag nach dem 5. Mai 2018", "de", "+1D", "5. mai 2018"),
        ("zwei Wochen vor dem 5. Mai 2018", "de", "-2W", "5. mai 2018"),
        ("3 jours après le 5 mai 2018", "fr", "+3D", "5 mai 2018"),
        ("2018年5月9日の2日後", "ja", "+2D", "2018年5月9日"),
        ("la veille du 5 mai 2018", "fr", "-1D", "5 mai 2018"),
        ("на следующий день после 5 мая 2018 г.", "ru", "+1D", "5 мая 2018 г"),
        ("2018年5月9日の翌日", "ja", "+1D", "2018年5月9日"),
    ],
)
def test_a_phrase_may_count_from_a_date_in_the_text(text: str, language: str, code: str, rest: str) -> None:
    found = read(text, language)
    assert found is not None
    assert found.rest is not None
    assert (found.codes, found.text[slice(*found.rest)]) == ((code,), rest)


@pytest.mark.parametrize("text", ["3m ago", "vor 3 M", "il y a 3 m", "hace 3 m"])
def test_a_lone_m_is_minutes_or_months(text: str) -> None:
    assert meaning(text, None, "2018-05-09T10:11") == {"2018-02-09", "2018-05-09T10:08"}


def test_last_3_may_in_english_is_of_this_year_or_the_last() -> None:
    assert meaning("last 3 May", "en", "2018-05-09") == {"2018-05-03", "2017-05-03"}


def test_there_is_no_31st_of_april() -> None:
    assert meaning("the 31st of last month", "en", "2018-05-09") == set()
    assert meaning("29 February last year", "en", "2018-05-09") == set()


def test_a_word_that_is_a_weekday_elsewhere_needs_its_language() -> None:
    assert read("ma", None) is None
    assert meaning("ma", "hu", "2018-05-09") == {"2018-05-09"}


def test_languages_that_disagree_leave_a_phrase_open() -> None:
    assert meaning("за 3 години", None, "2018-05-09T10:00") == {"2018-05-09T13:00", "2021-05-09"}
    assert meaning("за 3 години", "mk", "2018-05-09T10:00") == {"2021-05-09"}


def test_a_word_of_one_language_may_have_two_meanings() -> None:
    assert meaning("कल", "hi", "2018-05-09") == {"2018-05-08", "2018-05-10"}


def test_english_is_understood_in_any_language() -> None:
    assert meaning("3 days ago", "de", "2018-05-09") == {"2018-05-06"}


def test_a_dash_apart_parts_two_phrases() -> None:
    assert read("3 days ago - today", "en") is None
    assert meaning("day-before-yesterday", "en", "2018-05-09") == {"2018-05-07"}


@pytest.mark.parametrize(("text", "language"), [("дня 3 назад", "ru"), ("the day last month", "en")])
def test_about_three_days_and_a_day_of_last_month_are_counted_as_neither(text: str, language: str) -> None:
    assert read(text, language) is None
