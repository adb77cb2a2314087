"""Answers as a date, as an interval and in EDTF."""

import pytest

from datenorm.dates.values import Value
from datenorm.judging.answer import Alternative, Translation
from datenorm.judging.forms import in_form


def answer(iso: str | None, status: str = "ok", said: str | None = None) -> Translation:
    return Translation("", iso, status, 1.0, said=Value.of(said) if said else None)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("iso", "status", "interval", "edtf"),
    [
        ("2018-05-09", "ok", "2018-05-09/2018-05-09", "2018-05-09"),
        ("2018-05", "partial", "2018-05-01/2018-05-31", "2018-05"),
        ("2018", "partial", "2018-01-01/2018-12-31", "2018"),
    ],
)
def test_less_than_a_day_is_all_there_is_to_say(iso: str, status: str, interval: str, edtf: str) -> None:
    found = answer(iso, status)
    assert in_form(found, "date") is found
    assert (in_form(found, "interval").iso, in_form(found, "interval").status) == (interval, "ok")
    assert (in_form(found, "edtf").iso, in_form(found, "edtf").status) == (edtf, "ok")


def test_a_range_is_no_date_and_the_reason_says_what_it_is() -> None:
    refused = in_form(answer(None, "rejected", "1936-09-08/1936-09-11"), "date")
    assert (refused.iso, refused.status, refused.kind) == (None, "rejected", "range")
    assert refused.reason == "a range: 1936-09-08/1936-09-11; --as interval or edtf writes it"
    assert (refused.start, refused.end) == ("1936-09-08", "1936-09-11")


def test_an_open_end_stays_open() -> None:
    assert in_form(answer(None, "rejected", "../1920"), "interval").iso == "../1920-12-31"


def test_a_day_without_a_year_has_no_interval() -> None:
    refused = in_form(answer("--05-09", "partial"), "interval")
    assert (refused.iso, refused.status) == (None, "rejected")
    assert refused.reason == "a day: XXXX-05-09; it has no year; --year gives one; --as edtf writes it"


def test_two_readings_are_both_told_in_the_form_that_was_asked_for() -> None:
    readings = (Alternative("2015-03", 0.6), Alternative("2015-04", 0.4))
    unclear = Translation("", None, "ambiguous", 0.6, readings)
    assert [one.iso for one in in_form(unclear, "interval").alternatives] == [
        "2015-03-01/2015-03-31",
        "2015-04-01/2015-04-30",
    ]


def test_what_is_no_date_at_all_stays_so() -> None:
    refused = Translation("hello", None, "rejected", 1.0, reason="not a date")
    assert in_form(refused, "edtf") is refused
