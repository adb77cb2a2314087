"""Relative dates through the Translator: what they count from, and what is said where nobody knows it."""

import csv
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from datenorm.judging.answer import Alternative, Translation
from datenorm.reading.translator import Translator
from tests.network.fake_network import VOCABULARY, FakeNetwork

BELIEFS = {
    "9 may 2018": {"2018-05-09": 0.98, "2018-05-08": 0.02},
    "may 2018": {"2018-05": 1.0},
    "03/04/2015": {"2015-04-03": 0.6, "2015-03-04": 0.4},
    ("03/04/2015", "DMY"): {"2015-04-03": 1.0},
}
TIMES = Path(__file__).parents[1] / "cases" / "relative_times.tsv"
SAID = {
    "yesterday, 8 may 2018": "2018-05-08",
    "yesterday, 7 may 2018": "2018-05-07",
    "next week, 14 may 2018": "2018-05-14",
    "next week, 7 may 2018": "2018-05-07",
    "yesterday - 8 may 2018": "2018-05-08",
    "yesterday - 7 may 2018": "2018-05-07",
    "yesterday, 8 may": "--05-08",
    "yesterday, 7 may": "--05-07",
}
TWICE = Translator(VOCABULARY, FakeNetwork({text: {iso: 0.99} for text, iso in SAID.items()}), by_shape=False)
READER = Translator(VOCABULARY, FakeNetwork(BELIEFS), by_shape=False)


def answer(text: str, **options: Any) -> Translation:
    return READER.translate(text, **options)


def test_without_a_reference_a_phrase_is_refused_and_understood() -> None:
    refused = answer("3 days ago")
    assert (refused.status, refused.iso, refused.code) == ("rejected", None, "relative")
    assert refused.reason == "3 days before a day that is not told; give --today"


@pytest.mark.parametrize(
    "today", ["2018-05-09", date(2018, 5, 9), datetime(2018, 5, 9, 10, 11), "2018-05-09T10:11"]
)
def test_a_reference_is_a_day_or_a_time_or_its_text(today: Any) -> None:
    found = answer("3 days ago", today=today)
    assert (found.iso, found.status, found.confidence) == ("2018-05-06", "ok", 1.0)
    assert found.alternatives == (Alternative("2018-05-06", 1.0),)


def test_now_is_the_clocks() -> None:
    assert answer("today", today="now").iso == date.today().isoformat()


def test_a_reference_that_is_no_day_is_an_error() -> None:
    with pytest.raises(ValueError, match="gestern"):
        answer("3 days ago", today="gestern")


def test_next_wednesday_is_open_until_it_is_settled() -> None:
    found = answer("next Wednesday", today="2018-05-08")
    assert (found.status, found.code) == ("ambiguous", "several-readings")
    assert found.alternatives == (Alternative("2018-05-09", 0.5), Alternative("2018-05-16", 0.5))
    assert found.reason == "two good readings: 2018-05-09 or 2018-05-16; give --next"
    settled = {
        way: answer("next Wednesday", today="2018-05-08", next_week=way).iso for way in ("nearest", "week")
    }
    assert settled == {"nearest": "2018-05-09", "week": "2018-05-16"}


def test_what_languages_disagree_on_is_open_until_one_is_told() -> None:
    found = answer("за 3 години", today="2018-05-09T10:00")
    assert found.status == "ambiguous"
    assert found.reason is not None
    assert found.reason.endswith("; give --locale")
    assert answer("за 3 години", today="2018-05-09T10:00", locale="mk").iso == "2021-05-09"


@pytest.mark.parametrize(
    ("text", "form", "iso", "status"),
    [
        ("last month", "date", "2018-04", "partial"), ("last year", "date", "2017", "partial"),
        ("last week", "date", None, "rejected"), ("last week", "interval", "2018-04-30/2018-05-06", "ok"),
        ("last month", "interval", "2018-04-01/2018-04-30", "ok"), ("this quarter", "edtf", "2018-34", "ok"),
        ("this quarter", "interval", "2018-04-01/2018-06-30", "ok"), ("2 hours ago", "date", "2018-05-09", "ok"),
        ("2 hours ago", "edtf", "2018-05-09T08:11", "ok"), ("3 days ago", "interval", "2018-05-06/2018-05-06", "ok"),
    ],
)  # fmt: skip
def test_a_period_is_written_in_the_forms_that_can(
    text: str, form: Any, iso: str | None, status: str
) -> None:
    found = answer(text, today="2018-05-09T10:11", as_=form)
    assert (found.iso, found.status) == (iso, status)


def test_a_week_is_no_date_and_says_so() -> None:
    assert (
        answer("last week", today="2018-05-09").reason
        == "a week: 2018-04-30/2018-05-06; --as interval or edtf writes it"
    )


def test_hours_need_a_time() -> None:
    assert answer("2 hours ago").reason == "2 hours before a time that is not told; give --today"
    refused = answer("2 hours ago", today="2018-05-09")
    assert refused.reason == "2 hours before 2018-05-09, which has no time of day; give --today one, or now"


def test_a_meaning_that_needs_a_time_is_not_left_out_for_another() -> None:
    assert answer("за 3 години", today="2018-05-09").status == "rejected"
    assert answer("за 3 години", today="2018-05-09", locale="mk").iso == "2021-05-09"


def test_a_phrase_counts_from_the_date_that_the_network_reads() -> None:
    found = answer("2 days after 9 May 2018")
    assert (found.iso, found.status) == ("2018-05-11", "ok")
    assert found.confidence == pytest.approx(0.98, abs=1e-4)


def test_a_date_in_the_text_may_be_open_or_unread() -> None:
    opened = answer("2 days after 03/04/2015")
    assert (opened.status, {one.iso for one in opened.alternatives}) == (
        "ambiguous",
        {"2015-04-05", "2015-03-06"},
    )
    assert answer("2 days after 03/04/2015", order="DMY").iso == "2015-04-05"
    assert (
        answer("2 hours after 9 May 2018").reason
        == "2 hours after '9 may 2018': 2018-05-09 has no time of day"
    )


def test_each_text_may_count_from_a_day_of_its_own() -> None:
    texts = ["3 days ago", "3 days ago", "9 May 2018", "yesterday", "yesterday"]
    found = READER.translate_many(texts, today=["2018-05-09", date(2019, 1, 1), None, None, "gestern"])
    assert [one.iso for one in found] == ["2018-05-06", "2018-12-29", "2018-05-09", None, None]
    assert found[4].reason == "the day that it counts from is no day or time of ISO 8601: 'gestern'"
    with pytest.raises(ValueError, match="2 texts, but 1 days"):
        READER.translate_many(["yesterday", "today"], today=["2018-05-09"])


def test_a_column_counts_from_one_day() -> None:
    column = READER.translate_column(["3 days ago", "9 May 2018"], today="2018-05-09")
    assert column.iso == ["2018-05-06", "2018-05-09"]


def test_an_explanation_says_what_is_counted() -> None:
    found = READER.explain("3 days ago", today="2018-05-09")
    assert (found.by, found.reading, found.answer.iso) == ("relative", "-3D", "2018-05-06")
    assert "exact code alone" in found.to_text()


def test_before_the_year_1_there_is_no_day() -> None:
    refused = answer("900 years ago", today="0018-05-09")
    assert (refused.status, refused.code) == ("rejected", "no-such-day")


@pytest.mark.parametrize(
    ("text", "form", "iso", "status"),
    [
        ("tomorrow at 5 pm", "datetime", "2018-05-10T17", "ok"), ("yesterday 15:30", "edtf", "2018-05-08T15:30", "ok"),
        ("15:30 yesterday", "datetime", "2018-05-08T15:30", "ok"), ("yesterday", "datetime", "2018-05-08", "partial"),
        ("tomorrow 25:00", "datetime", None, "rejected"), ("yesterday at 15:30", "date", "2018-05-08", "ok"),
        ("2 hours ago", "datetime", "2018-05-09T08:11", "ok"), ("last month", "datetime", "2018-04", "partial"),
    ],
)  # fmt: skip
def test_a_time_beside_a_phrase_is_the_time_of_its_day(
    text: str, form: Any, iso: str | None, status: str
) -> None:
    found = answer(text, today="2018-05-09T10:11", as_=form)
    assert (found.iso, found.status) == (iso, status)


@pytest.mark.parametrize(
    ("text", "iso", "warnings"),
    [
        ("yesterday, 8 May 2018", "2018-05-08", ()),
        (
            "yesterday, 7 May 2018",
            "2018-05-07",
            ("the text says 1 day before 2018-05-09, which 2018-05-07 is not",),
        ),
        ("next week, 14 May 2018", "2018-05-14", ()),
        (
            "next week, 7 May 2018",
            "2018-05-07",
            ("the text says the week after that of 2018-05-09, which 2018-05-07 is not",),
        ),
        ("yesterday, 8 May", "2018-05-08", ()),
        ("yesterday, 7 May", "--05-07", ("the text says 1 day before 2018-05-09, which --05-07 is not",)),
        ("yesterday, Monday", "2018-05-08", ("the text says Monday, but 2018-05-08 is a Tuesday",)),
    ],
)
def test_a_date_is_held_against_the_phrase_beside_it(text: str, iso: str, warnings: tuple[str, ...]) -> None:
    for form in ("date", "datetime"):
        found = TWICE.translate(text, today="2018-05-09T10:11", as_=form)
        assert (found.iso, found.warnings) == (iso, warnings)


def test_a_date_that_disagrees_behind_a_dash_may_end_a_range() -> None:
    found = TWICE.translate("yesterday - 7 May 2018", today="2018-05-09")
    assert (found.iso, found.code) == (None, "another-end")
    assert TWICE.translate("yesterday - 8 May 2018", today="2018-05-09").iso == "2018-05-08"


def test_without_a_told_day_nothing_is_held_against_it() -> None:
    assert (TWICE.translate("yesterday, 7 May 2018").iso, TWICE.translate("yesterday, 8 May").iso) == (
        "2018-05-07",
        "--05-08",
    )


def test_only_an_option_that_helps_is_named() -> None:
    assert answer("3m ago", today="2018-05-09T10:11").reason == "two good readings: 2018-02-09 or 2018-05-09"


def test_both_days_of_an_open_phrase_have_the_time() -> None:
    found = answer("next Wednesday at 15:30", today="2018-05-08", as_="datetime")
    assert [one.iso for one in found.alternatives] == ["2018-05-09T15:30", "2018-05-16T15:30"]


def test_open_weeks_are_written_in_each_form() -> None:
    found = {
        form: answer("прошле недеље", today="2018-05-09", as_=form) for form in ("date", "interval", "edtf")
    }
    assert {one.status for one in found.values()} == {"ambiguous"}
    assert [one.iso for one in found["interval"].alternatives] == [
        "2018-04-30/2018-05-06",
        "2018-05-06/2018-05-06",
    ]


def times() -> list[dict[str, str]]:
    with TIMES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("case", times(), ids=lambda case: case["text"])
def test_a_phrase_that_says_the_part_of_the_day_says_which_half_a_time_is_in(case: dict[str, str]) -> None:
    found = answer(case["text"], locale=case["locale"] or None, today="2018-05-09T10:11", as_="datetime")
    said = {
        "partial": f"{found.iso} partial",
        "ambiguous": " or ".join(one.iso for one in found.alternatives),
        "rejected": found.code,
    }.get(found.status, found.iso)
    assert said == case["expected"], case["why"]


@pytest.mark.parametrize(
    ("text", "today", "options", "iso"),
    [
        ("3 hours ago", "2018-05-09T10:11+02:00", {"to_zone": "UTC"}, "2018-05-09T05:11Z"),
        ("3 hours ago", "2018-05-09T10:11", {"zone": "Europe/Berlin"}, "2018-05-09T07:11+02:00"),
        ("in 1 hour", "2018-03-25T01:30", {"zone": "Europe/Berlin"}, "2018-03-25T03:30+02:00"),
        ("in 1 hour", "2018-03-25T02:30", {"zone": "Europe/Berlin"}, None),
        ("3 hours ago", "2018-05-09T10:11", {"to_zone": "Asia/Tokyo"}, None),
        ("yesterday", "2018-03-25T02:30", {"zone": "Europe/Berlin"}, "2018-03-24"),
    ],
)
def test_hours_are_counted_in_the_zone_that_is_told(
    text: str, today: str, options: dict[str, str], iso: str | None
) -> None:
    assert answer(text, today=today, as_="datetime", **options).iso == iso


def test_now_is_the_time_in_the_zone_that_is_told() -> None:
    found = answer("now", today="now", as_="datetime", zone="Asia/Tokyo").datetime
    assert found and found.utcoffset() == timedelta(hours=9)
    assert abs(datetime.now(UTC) - found) < timedelta(minutes=2)


def test_hours_count_from_a_time_in_the_text() -> None:
    reader = Translator.load()
    texts = ["3 hours after 9 May 2018 10 pm", "2 days after 9 May 2018 10:00", "3 hours after 9 May 2018"]
    found = [one.iso for one in reader.translate_many(texts, as_="datetime")]
    assert found == ["2018-05-10T01", "2018-05-11T10:00", None]
