"""What is written for a value is read as that value: EDTF as EDTF, and an interval as an interval."""

import re

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from datenorm.dates.values import OPEN, UNKNOWN, Point, Value, days_of
from datenorm.reading.translator import Translator

# What is something else where nobody says an era or a period: a number of four digits with a zero before it, which is
# refused, or above 2999; a year with a dash before it, which may be an end; a season or a quarter, which two years are
# more often.
OTHERWISE = re.compile(r"[03-9][0-9]{3}|-[1-9][0-9]{3}|[0-9]{4}-(?:[2-4][0-9])[?~%]?")

years = st.one_of(
    st.integers(1, 9999).map("{:04d}".format),
    st.integers(1, 9999).map("-{:04d}".format),
    st.integers(10, 209).map("{:03d}X".format),
    st.integers(10, 20).map("{:02d}XX".format),
    st.integers(1, 20).map("-{:02d}XX".format),
)


@st.composite
def points(draw: st.DrawFn, timed: bool = False) -> Point:
    year = draw(years)
    month, day, time, offset = "", "", "", ""
    if draw(st.booleans()) or timed:
        month = f"{draw(st.integers(1, 12)):02d}"
    elif "X" not in year:
        month = draw(
            st.sampled_from(["", "21", "24", "33", "38", "41"])
        )  # a season, a quarter, a third, a half
    if month and int(month) <= 12 and (draw(st.booleans()) or timed):
        last = days_of(int(year), int(month)) if "X" not in year else 28
        day = draw(st.sampled_from([f"{draw(st.integers(1, last)):02d}", *([] if timed else ["XX"])]))
    if timed and "X" not in year:
        time = draw(st.sampled_from(["T10", "T10:11", "T23:59:59.5", "T00:00"]))
        offset = draw(st.sampled_from(["", "Z", "+02:00", "-03:30"]))
    qualifier = "" if time else draw(st.sampled_from(["", "", "?", "~", "%"]))
    return Point(year, month, day, qualifier, time, offset)


@st.composite
def values(draw: st.DrawFn) -> str:
    timed = draw(st.booleans())
    one, other = draw(points(timed)), draw(points(timed))
    spelled = draw(
        st.sampled_from(
            [str(one), f"{one}/{other}", f"{one}/{OPEN}", f"{OPEN}/{one}", f"{one}/{UNKNOWN}", f"/{one}"]
            + ([] if timed else [f"[{one},{other}]", f"{{{one},{other}}}"])
        )
    )
    return spelled


@pytest.fixture(scope="module")
def translator() -> Translator:
    return Translator.load()


@settings(max_examples=300, deadline=None)
@given(values())
def test_a_value_in_edtf_is_read_as_itself(translator: Translator, edtf: str) -> None:
    assume(not OTHERWISE.fullmatch(edtf))
    value = Value.of(edtf)
    answer = translator.translate(edtf, as_="edtf")
    if value is None or ("T" in edtf and any(not point.time for point in value.points if not point.is_end)):
        assert answer.iso is None  # it would end before it begins, or has a time in part
    else:
        assert (answer.iso, answer.code) == (edtf, None)


@settings(max_examples=200, deadline=None)
@given(values())
def test_an_interval_is_read_as_itself(translator: Translator, edtf: str) -> None:
    value = Value.of(edtf)
    if value and value.interval and value.interval != "../..":
        assert translator.translate(value.interval, as_="interval").iso == value.interval


@pytest.mark.parametrize(
    "text", ["May 2018 BC", "from 9 May 2018 10:00", "15 March 44 BC, 10:00", "c. 1890 - ?"]
)
def test_an_answer_is_read_as_itself(translator: Translator, text: str) -> None:
    written = translator.translate(text, as_="edtf").iso
    assert written is not None
    assert translator.translate(written, as_="edtf").iso == written


def test_a_year_with_a_dash_before_it_is_before_christ_or_an_end(translator: Translator) -> None:
    answer = translator.translate("-1945", as_="edtf")
    assert (answer.status, [one.iso for one in answer.alternatives]) == ("ambiguous", ["-1945", "../1945"])
    assert translator.translate("-0043", as_="edtf").iso == "-0043"
    assert translator.translate("1939-", as_="edtf").iso == "1939/.."


@pytest.mark.parametrize("text", ["15 March 44 BC, 10:00", "7 June 18?? 10:00"])
def test_what_python_has_no_moment_for_has_none(translator: Translator, text: str) -> None:
    answer = translator.translate(text, as_="edtf")
    assert answer.iso is not None
    assert answer.datetime is None
