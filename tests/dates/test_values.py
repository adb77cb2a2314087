"""What a text says, in EDTF and as an interval."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datenorm.dates.values import Value, chronological, days_of

# What Value writes: text, first day, last day, kind.
WRITTEN = (
    ("2018-05-09", "2018-05-09", "2018-05-09", "date"),
    ("2018-02", "2018-02-01", "2018-02-28", "month"),
    ("2020", "2020-01-01", "2020-12-31", "year"),
    ("XXXX-05-09", None, None, "day"),
    ("1936-09-08/1936-09-11", "1936-09-08", "1936-09-11", "range"),
    ("1936-09/1939", "1936-09-01", "1939-12-31", "range"),
    ("../1920", None, "1920-12-31", "open range"),
    ("2012/..", "2012-01-01", None, "open range"),
    ("/1988", None, "1988-12-31", "open range"),
    ("1890~", "1890-01-01", "1890-12-31", "approximate"),
    ("1890-05?", "1890-05-01", "1890-05-31", "uncertain"),
    ("1890%", "1890-01-01", "1890-12-31", "approximate"),
    ("186X", "1860-01-01", "1869-12-31", "decade"),
    ("18XX", "1800-01-01", "1899-12-31", "century"),
    ("19XX-09-20", "1900-09-20", "1999-09-20", "unspecified"),
    ("19XX-02-29", "1904-02-29", "1996-02-29", "unspecified"),
    ("1988-1X", "1988-10-01", "1988-12-31", "unspecified"),
    ("1920-21", None, None, "season"),
    ("2018-35", "2018-07-01", "2018-09-30", "quarter"),
    ("2018-41", "2018-07-01", "2018-12-31", "half"),
    ("[1992,1993]", "1992-01-01", "1993-12-31", "alternatives"),
    ("{1989-07-04,1989-07-11}", "1989-07-04", "1989-07-11", "several"),
    ("-0043", "-0043-01-01", "-0043-12-31", "year"),
    ("-0043-03-15", "-0043-03-15", "-0043-03-15", "date"),
    ("-01XX", "-0199-01-01", "-0100-12-31", "century"),
    ("0000-02-29", "0000-02-29", "0000-02-29", "date"),
)
NONE = (
    "",
    "hello",
    "2018-13",
    "2018-02-29",
    "1900-02-29",
    "2018-5-9",
    "../..",
    "1890??",
    "2018-21-05",
    "1/2/3",
    "[..,1920]",
)


@pytest.mark.parametrize(("edtf", "start", "end", "kind"), WRITTEN)
def test_a_value_knows_its_kind_and_its_days(
    edtf: str, start: str | None, end: str | None, kind: str
) -> None:
    value = Value.of(edtf)
    assert (value.edtf, value.start, value.end, value.kind) == (edtf, start, end, kind)


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_edtf_is_no_value(text: str) -> None:
    assert Value.of(text) is None


@pytest.mark.parametrize("edtf", [row[0] for row in WRITTEN])
def test_a_validator_of_others_takes_what_is_written(edtf: str) -> None:
    validator = pytest.importorskip("edtf_validate.valid_edtf")
    assert validator.is_valid(edtf)


days = st.dates(date(100, 1, 1))  # there is no year 0 in Python, where 00XX begins
qualifiers = st.sampled_from(("", "?", "~", "%"))


@st.composite
def points(draw: st.DrawFn) -> str:
    """A day, a month or a year, perhaps with its last digits unknown, perhaps qualified."""
    iso = draw(days).isoformat()[: draw(st.sampled_from((4, 7, 10)))]
    hidden = draw(st.integers(0, 2))
    if len(iso) == 10 and iso.endswith("-29") and hidden:
        hidden = 0
    return iso[: len(iso) - hidden] + "X" * hidden + draw(qualifiers)


@given(points(), points(), st.sampled_from(("{}", "{}/{}", "../{}", "{}/..", "[{},{}]")))
def test_what_is_written_reads_back_as_itself(one: str, other: str, form: str) -> None:
    text = f"{{{one},{other}}}" if form == "{}" and one == other else form.format(one, other)
    value = Value.of(text)
    if value is None:  # it would end before it begins
        first, last = Value.of(one), Value.of(other)
        assert form == "{}/{}" and first and last and first.start and last.end
        assert chronological(first.start) > chronological(last.end)
        return
    assert value.edtf == text


@given(days)
def test_a_day_begins_and_ends_on_itself(day: date) -> None:
    value = Value.of(day.isoformat())
    assert (value.start, value.end) == (day.isoformat(), day.isoformat())


@given(points())
def test_an_interval_begins_no_later_than_it_ends_and_has_days_that_exist(edtf: str) -> None:
    value = Value.of(edtf)
    assert value and value.start and value.end
    assert date.fromisoformat(value.start) <= date.fromisoformat(value.end)


@given(days)
def test_a_week_has_the_days_of_iso_8601(day: date) -> None:
    year, number, _ = day.isocalendar()
    week = Value.week(year, number)
    if week and week.start and week.end:  # the last one of the year 9999 ends in the next
        assert week.start <= day.isoformat() <= week.end
        assert (date.fromisoformat(week.end) - date.fromisoformat(week.start)).days == 6


@given(st.integers(1, 9999), st.integers(1, 12))
def test_months_are_as_long_as_pythons(year: int, month: int) -> None:
    following = date(year, month, 28).replace(day=28).toordinal() + 4
    last = date.fromordinal(following) if following < date.max.toordinal() else date(9999, 12, 31)
    expected = (
        31
        if last == date(9999, 12, 31)
        else (last.replace(day=1).toordinal() - date(year, month, 1).toordinal())
    )
    assert days_of(year, month) == expected


def test_a_doubt_is_added_to_what_stands_already() -> None:
    assert Value.of("1890").qualified("~").edtf == "1890~"
    assert Value.of("1890~").qualified("?").edtf == "1890%"
    assert Value.of("1890/1899").qualified("~").edtf == "1890~/1899~"
    assert Value.of("../1899").qualified("?").edtf == "../1899?"
    assert Value.of("186X").qualified("~").kind == "decade"
