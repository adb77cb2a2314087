"""Moments: what a text says of the time of day and its zone."""

import csv
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from datenorm.dates.values import Value
from datenorm.reading.translator import Translator, default_translator
from datenorm.reading.zones import Zoning

CASES = Path(__file__).parents[1] / "cases" / "datetimes.tsv"


@pytest.fixture(scope="module")
def translator() -> Translator:
    return default_translator()


def cases() -> list[dict[str, str]]:
    with CASES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case['text']} {case['locale']}")
def test_a_text_is_answered_with_its_time_or_a_code_says_why_not(
    translator: Translator, case: dict[str, str]
) -> None:
    answer = translator.translate(
        case["text"], as_="datetime", locale=case["locale"] or None, pivot_year=2046
    )
    said = f"{answer.iso} partial" if answer.status == "partial" else answer.iso or answer.code
    assert said == case["expected"], answer


def test_a_told_zone_is_that_of_times_without_one(translator: Translator) -> None:
    texts = ["9 May 2018 10:30", "9 January 2018 10:30", "9 May 2018 10:30 UTC"]
    answers = translator.translate_many(texts, as_="datetime", zone="Europe/Berlin")
    assert [answer.iso for answer in answers] == [
        "2018-05-09T10:30+02:00",
        "2018-01-09T10:30+01:00",
        "2018-05-09T10:30Z",
    ]


def test_a_told_zone_settles_what_an_abbreviation_means(translator: Translator) -> None:
    answer = translator.translate("9 May 2018 10:30 IST", as_="datetime", zone="Asia/Kolkata")
    assert answer.iso == "2018-05-09T10:30+05:30"


def test_times_are_converted_as_exactly_as_they_are_written(translator: Translator) -> None:
    texts = [
        "9 May 2018 23:30 UTC",
        "9 May 2018 23 Uhr MESZ",
        "2018-05-09T24:00Z",
        "2018-05-09T10:11:12.1234567Z",
    ]
    answers = translator.translate_many(texts, as_="datetime", to_zone="Asia/Tokyo")
    assert [answer.iso for answer in answers] == [
        "2018-05-10T08:30+09:00",
        "2018-05-10T06+09:00",
        "2018-05-10T09:00+09:00",
        "2018-05-09T19:11:12.1234567+09:00",
    ]


def test_a_time_without_a_zone_is_not_converted(translator: Translator) -> None:
    answer = translator.translate("9 May 2018 10:30", as_="datetime", to_zone="Asia/Tokyo")
    assert (answer.status, answer.reason) == ("rejected", "it has no zone to convert from; give --zone")


def test_summer_time_that_a_day_does_not_have_is_told(translator: Translator) -> None:
    answer = translator.translate("9 January 2018 10:30 CEST", as_="datetime")
    assert answer.iso == "2018-01-09T10:30+02:00"
    assert answer.warnings == ("Europe/Paris had no summer time then",)


def test_the_readings_of_a_date_keep_their_time(translator: Translator) -> None:
    answer = translator.translate("03/04/2015 10:30", as_="datetime")
    assert {one.iso for one in answer.alternatives} == {"2015-04-03T10:30", "2015-03-04T10:30"}


def test_python_gets_a_datetime(translator: Translator) -> None:
    answer = translator.translate("9 May 2018 10:11 UTC", as_="datetime")
    assert answer.datetime == datetime(2018, 5, 9, 10, 11, tzinfo=UTC)
    assert translator.translate("9 May 2018", as_="datetime").datetime is None


def test_edtf_has_the_time_too(translator: Translator) -> None:
    assert translator.translate("9 May 2018 10:11 CEST", as_="edtf").iso == "2018-05-09T10:11+02:00"


def test_a_date_is_answered_as_ever(translator: Translator) -> None:
    assert translator.translate("9 May 2018 10:00-12:00").iso == "2018-05-09"


def test_a_zone_that_is_none_is_an_error_that_names_it() -> None:
    with pytest.raises(ValueError, match="no zone 'Europe/Bonn'"):
        Zoning(zone="Europe/Bonn")


PAGE = Path(__file__).parents[2] / "docs" / "values.md"
ROW = re.compile(r"^\| `(.+?)` \| (?:`(\S+)`)? ?\| `(.+?)` \|$", re.MULTILINE)


def test_the_page_about_times_shows_what_is_answered(translator: Translator) -> None:
    section = PAGE.read_text("utf-8").partition("## Times and zones")[2].partition("\n## ")[0]
    rows = ROW.findall(section)
    assert len(rows) > 10
    for text, locale, expected in rows:
        assert translator.translate(text, as_="datetime", locale=locale or None).iso == expected, text


def test_a_range_of_hours_is_no_datetime_and_the_reason_says_the_range(translator: Translator) -> None:
    answer = translator.translate("9 May 2018 10:00-12:30", as_="datetime")
    assert answer.reason == "a range: 2018-05-09T10:00/2018-05-09T12:30; --as edtf writes it"
    assert (answer.status, answer.kind, answer.start, answer.end) == (
        "rejected", "range", "2018-05-09", "2018-05-09",
    )  # fmt: skip


def test_a_range_of_hours_beside_a_day_is_that_day(translator: Translator) -> None:
    for text in ("9 May 2018 10:00-12:30", "9 Mai 2018, 20 bis 22 Uhr"):
        assert translator.translate(text).iso == "2018-05-09"
        assert translator.translate(text, as_="interval").iso == "2018-05-09/2018-05-09"


def test_hours_that_end_on_the_next_day_lengthen_the_interval(translator: Translator) -> None:
    for text in ("5 May 2018 10pm to 2am", "5. Mai 2018, 20 Uhr bis 2 Uhr", "le 5 mai 2018 de 22h à 2h"):
        assert translator.translate(text, as_="interval").iso == "2018-05-05/2018-05-06"
    assert translator.translate("5 May 2018 midnight", as_="interval").iso == "2018-05-05/2018-05-05"


def test_a_hyphen_between_two_hours_may_be_a_range_or_an_offset(translator: Translator) -> None:
    answer = translator.translate("5 May 2018 22:00-02:00", as_="edtf")
    assert answer.status == "ambiguous"
    assert sorted(one.iso for one in answer.alternatives) == [
        "2018-05-05T22:00-02:00", "2018-05-05T22:00/2018-05-06T02:00",
    ]  # fmt: skip
    long = translator.translate("5 May 2018 22:00–02:00", as_="edtf")
    assert long.iso == "2018-05-05T22:00/2018-05-06T02:00"


def test_a_told_zone_is_not_that_of_a_time_of_another_place(translator: Translator) -> None:
    for text in ("5 мая 2018 15:00 по киевскому времени", "5 mai 2018 15:00 heure de Montréal"):
        assert translator.translate(text, as_="datetime", zone="Europe/Berlin").code == "unknown-zone"


def test_hours_after_midnight_are_of_the_next_day_and_a_warning_says_so(translator: Translator) -> None:
    answer = translator.translate("9 May 2018 22:00 - 02:00", as_="edtf")
    assert answer.iso == "2018-05-09T22:00/2018-05-10T02:00"
    assert answer.warnings == ("its last hour is taken for one of the next day",)


@pytest.mark.parametrize(
    "text", ["8-11 Sept 1936 10:00", "9 May 2018 10:00 - 11 May 2018", "circa 9 May 2018 10:00"]
)
def test_a_time_that_edtf_cannot_write_is_not_lost_in_silence(translator: Translator, text: str) -> None:
    answer = translator.translate(text, as_="edtf")
    assert (answer.iso, answer.status) == (None, "rejected")


def test_a_range_of_hours_on_a_day_of_two_readings_has_two_readings(translator: Translator) -> None:
    answer = translator.translate("03/04/2018 10:00-12:00", as_="edtf")
    assert answer.status == "ambiguous"
    assert sorted(one.iso for one in answer.alternatives) == [
        "2018-03-04T10:00/2018-03-04T12:00", "2018-04-03T10:00/2018-04-03T12:00",
    ]  # fmt: skip


def test_each_text_of_several_locales_has_the_zones_of_its_own_country(translator: Translator) -> None:
    texts, locales = (
        ["9 May 2018 10:11 BST", "9 May 2018 10:11 BST", "9 May 2018 10:11 BST"],
        ["en_GB", "bn_BD", "en"],
    )
    found = translator.translate_many(texts, as_="datetime", locale=locales)
    assert [one.iso for one in found] == ["2018-05-09T10:11+01:00", "2018-05-09T10:11+06:00", None]


def test_dotted_times_are_ends_of_a_range(translator: Translator) -> None:
    for text, locale in (("9 May 2018, 2.00-4.30pm", "en"), ("9. Mai 2018, 14.00-16.30 Uhr", "de")):
        answer = translator.translate(text, locale=locale, as_="edtf")
        assert answer.iso == "2018-05-09T14:00/2018-05-09T16:30"
        assert answer.datetime is None


def test_a_leap_second_is_kept_in_edtf_and_no_datetime(translator: Translator) -> None:
    assert translator.translate("2016-12-31T23:59:60Z", as_="edtf").iso == "2016-12-31T23:59:60Z"
    assert translator.translate("2016-12-31T23:59:60Z", as_="datetime").iso is None


def test_an_offset_with_seconds_is_refused(translator: Translator) -> None:
    answer = translator.translate("9 May 1900 10:11", as_="datetime", zone="Europe/Paris")
    assert (answer.iso, answer.code) == (None, "no-such-time")


def test_a_moment_of_the_year_10000_in_its_zone_is_refused(translator: Translator) -> None:
    text = "31 December 9999 23:30 EST"
    assert translator.translate(text, as_="datetime").iso == "9999-12-31T23:30-05:00"
    assert translator.translate(text, as_="datetime", zone="Europe/Berlin").iso is None


@pytest.mark.parametrize(
    ("text", "zone", "to_zone", "expected"),
    [
        ("9 May 2018 10:11 Europe/Berlin", None, None, "2018-05-09T10:11+02:00[Europe/Berlin]"),
        ("2018-05-09T10:11:12+02:00[Europe/Berlin]", None, None, "2018-05-09T10:11:12+02:00[Europe/Berlin]"),
        ("9 May 2018 10:11", "Asia/Tokyo", None, "2018-05-09T10:11+09:00[Asia/Tokyo]"),
        ("9 May 2018 10:11Z", None, "Asia/Tokyo", "2018-05-09T19:11+09:00[Asia/Tokyo]"),
        ("9 May 2018 10:11 CEST", None, None, "2018-05-09T10:11+02:00"),
        ("9 May 2018 10:11Z", None, None, "2018-05-09T10:11Z"),
    ],
)
def test_a_moment_has_its_zone_in_rfc_9557_and_reads_back(
    translator: Translator, text: str, zone: str | None, to_zone: str | None, expected: str
) -> None:
    answer = translator.translate(text, as_="datetime", zone=zone, to_zone=to_zone)
    assert answer.value and answer.value.rfc9557 == expected
    assert answer.iso == expected.partition("[")[0] == answer.value.edtf
    assert Value.of(expected) == answer.value
