"""Machine forms, held against the standard library day by day, and the tables of docs/machine-forms.md."""

import pickle
import re
import subprocess
import sys
import time
from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import format_datetime
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datenorm.dates.machine import MachineForm, epoch, epoch_unit, is_spreadsheet_column, read, spreadsheet
from datenorm.dates.machine.clock import ABBREVIATIONS

PAGE = Path(__file__).parents[2] / "docs" / "machine-forms.md"
HEADS = ("What is read", "What is refused, and why", "What is left to others")


def rows(head: str) -> list[list[str]]:
    """Return the cells of the table below a heading of the page, without its own first lines."""
    section = PAGE.read_text("utf-8").partition(f"## {head}\n")[2].partition("\n## ")[0]
    table = [line for line in section.splitlines() if line.startswith("|")][2:]
    return [
        [cell.strip().strip("`") if n else cell[2:-2] for n, cell in enumerate(line[1:-1].split("|"))]
        for line in table
    ]


READ, REFUSED, LEFT = map(rows, HEADS)


def days(first: date, last: date) -> list[date]:
    return [date.fromordinal(number) for number in range(first.toordinal(), last.toordinal() + 1)]


ENDS_OF_MONTHS = [day for day in days(date.min, date.max) if day.day in (1, 28, 29, 30, 31)]
RECENT_DAYS = days(date(1890, 1, 1), date(2100, 12, 31))


def test_the_page_has_its_tables() -> None:
    assert [len(READ) > 60, len(REFUSED) > 35, len(LEFT) > 35] == [True] * 3


@pytest.mark.parametrize(("text", "iso", "clock", "offset", "zone", "form"), READ)
def test_what_the_page_says_is_read(
    text: str, iso: str, clock: str, offset: str, zone: str, form: str
) -> None:
    answer = read(text)
    assert answer is not None
    assert answer[:5] == (iso, form, clock, offset, zone)
    assert not answer.error and not answer.warnings


@pytest.mark.parametrize(("text", "form", "why"), REFUSED)
def test_what_the_page_says_is_refused(text: str, form: str, why: str) -> None:
    answer = read(text)
    assert answer is not None
    assert (answer.iso, answer.form, answer.error) == ("", form, why)


@pytest.mark.parametrize("text", [row[0] for row in LEFT])
def test_what_the_page_leaves_to_others(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize("text", [row[0] for row in READ + REFUSED + LEFT])
def test_case_and_spaces_around_a_text_do_not_matter(text: str) -> None:
    plain, lower, upper = read(text), read(f" {text.lower()} "), read(text.upper())
    shown = [
        answer and (answer[:4], answer.zone.lower(), answer.error.lower()) for answer in (plain, lower, upper)
    ]
    assert shown[0] == shown[1] == shown[2]


@pytest.mark.parametrize("text", [row[0] for row in READ])
def test_nothing_may_stand_around_a_machine_form(text: str) -> None:
    for changed in (f"{text} x", f"x {text}", f"{text}, {text}", f"({text})", f"{text}\n{text}", f"{text}."):
        assert read(changed) is None, changed


def test_the_ends_of_every_month_of_every_year_are_read() -> None:
    assert [day for day in ENDS_OF_MONTHS if read(day.isoformat()).iso != day.isoformat()] == []


def test_every_day_from_1890_to_2100_is_read() -> None:
    assert [day for day in RECENT_DAYS if read(day.isoformat()).iso != day.isoformat()] == []


def test_29_february_is_read_in_leap_years_only() -> None:
    for year in range(1, 10000):
        leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
        assert bool(read(f"{year:04d}-02-29").iso) == leap, year


def test_every_eight_digits_of_a_day_since_1583_are_read() -> None:
    for day in days(date(1583, 1, 1), date(2199, 12, 31)):
        assert read(f"{day:%Y%m%d}")[:2] == (day.isoformat(), "iso-basic")


def test_every_four_two_and_two_digits_are_a_day_or_an_error() -> None:
    for year in (1899, 1900, 2000, 2018, 2020):
        for month in range(100):
            for day in range(100):
                text = f"{year}-{month:02d}-{day:02d}"
                if not day and month <= 12:  # a part that is 00 is not known
                    assert read(text).iso == text.removesuffix("-00").removesuffix("-00"), text
                    continue
                assert read(text).iso == (text if is_day(text) else ""), text
                assert bool(read(text).error) != is_day(text), text


def is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def test_eight_digits_are_a_day_or_nothing() -> None:
    for year in (1582, 1583, 2018, 2199, 2200):
        for rest in range(10000):
            text = f"{year}{rest:04d}"
            there = 1583 <= year <= 2199 and is_day(f"{text[:4]}-{text[4:6]}-{text[6:]}")
            assert (read(text) is not None) == there, text


def test_every_week_date_from_1890_to_2100_is_the_day_that_datetime_says() -> None:
    for year in range(1890, 2101):
        for week in range(1, 54):
            for weekday in range(1, 8):
                assert read(f"{year}-W{week:02d}-{weekday}").iso == of_week(year, week, weekday)
                assert read(f"{year}W{week:02d}{weekday}").iso == of_week(year, week, weekday)


def of_week(year: int, week: int, weekday: int) -> str:
    try:
        return date.fromisocalendar(year, week, weekday).isoformat()
    except ValueError:
        return ""


def test_every_ordinal_date_from_1890_to_2100_is_the_day_that_strftime_counts() -> None:
    for day in RECENT_DAYS:
        assert read(f"{day:%Y-%j}").iso == read(f"{day:%Y%j}T10").iso == day.isoformat()


def test_every_mail_date_of_email_utils_is_read() -> None:
    for number, day in enumerate(RECENT_DAYS[::7]):
        zone = timezone(timedelta(minutes=15 * (number % 105 - 48)))
        moment = datetime(day.year, day.month, day.day, number % 24, number % 60, number % 59, tzinfo=zone)
        answer = read(format_datetime(moment))
        assert answer[:2] == (day.isoformat(), "rfc2822") and not answer.warnings
        assert f"{answer.iso}{answer.time}{answer.offset}" == moment.isoformat()


def test_every_ctime_is_read() -> None:
    for day in RECENT_DAYS[::3]:
        for text in (day.ctime(), time.asctime(day.timetuple())):
            assert read(text)[:3] == (day.isoformat(), "ctime", "T00:00:00") and not read(text).warnings


def test_every_exif_and_log_date_is_read() -> None:
    for day in RECENT_DAYS[::5]:
        assert read(f"{day:%Y:%m:%d} 10:11:12")[:2] == (day.isoformat(), "exif")
        month = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()[day.month - 1]
        assert read(f"{day:%d}/{month}/{day:%Y}:10:11:12 +0000")[:2] == (day.isoformat(), "clf")


OFFSETS = st.none() | st.integers(-1439, 1439).map(lambda minutes: timezone(timedelta(minutes=minutes)))


@given(st.datetimes(timezones=OFFSETS), st.sampled_from("Tt_ "))
def test_what_datetime_writes_is_read_as_it_is_written(moment: datetime, separator: str) -> None:
    text = moment.isoformat(sep=separator)
    answer = read(text)
    assert f"{answer.iso}{answer.time}{answer.offset}" == moment.isoformat()
    assert datetime.fromisoformat(answer.iso + answer.time + answer.offset) == moment


@given(st.datetimes(min_value=datetime(1900, 1, 1), max_value=datetime(2099, 12, 31)))
def test_moments_without_any_sign_are_read(moment: datetime) -> None:
    for layout in ("%Y%m%dT%H%M%S", "%Y%m%d%H%M%S", "%Y%m%d_%H%M%S", "%Y%m%d %H:%M:%S"):
        assert read(f"{moment:{layout}}")[:3] == (f"{moment:%Y-%m-%d}", "iso-basic", f"T{moment:%H:%M:%S}")


@given(
    st.from_regex(
        r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?(Z|[+-][0-9]{2}:[0-9]{2})?",
        fullmatch=True,
    )
)
def test_a_moment_exists_where_datetime_says_so(text: str) -> None:
    answer = read(text)
    hour, second = text[11:13], text[17:19]
    if hour == "24" or second == "60" or text[8:10] == "00":  # Python knows none of them
        return
    assert bool(answer.iso) == is_moment(text), text


def is_moment(text: str) -> bool:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return not re.search(r"[+-](2[4-9]|[3-9].):..$|:[6-9].$", text)  # Python sums up 23:99


@given(st.text(alphabet="0123456789-+:.,TtZzWw []/=()_abcdeghilmnoprstuvyJFMASOND", max_size=40))
def test_any_text_is_read_or_left_and_never_breaks_anything(text: str) -> None:
    answer = read(text)
    assert answer is None or bool(answer.error) <= (not answer.iso)


@given(st.text())
def test_text_of_any_script_is_read_or_left(text: str) -> None:
    assert read(text) is None or text.strip().isascii()


@pytest.mark.parametrize(
    "text", ["2018-05-09", "2018-05", "--05-09", "2018-05-09T10:11+02:00", "2018-05-09T10:11:12.123Z"]
)
def test_what_we_write_ourselves_reads_back_as_itself(text: str) -> None:
    answer = read(text)
    assert answer.iso + answer.time + answer.offset == answer.value + answer.time + answer.offset == text


def test_year_month_and_day_are_numbers_or_none() -> None:
    assert [
        (a.year, a.month, a.day)
        for a in map(read, ("2018-05-09", "2018-05", "--05-09", "2015-W31", "2018-02-30"))
    ] == [
        (2018, 5, 9),
        (2018, 5, None),
        (None, 5, 9),
        (None, None, None),
        (None, None, None),
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2014W131", "2014-W13-1"), ("2015W31", "2015-W31"), ("2017064T10", "2017-064"), ("-0753-04-21", "-0753-04-21"),
        ("+12045-06-18", "+12045-06-18"), ("--0509", "--05-09"), ("--05", "--05"), ("---09", "---09"), ("20180509", "2018-05-09"),
        ("2018-02-30", "2018-02-30"), ("10/Oct/2000:13:55:36 -0700", "2000-10-10"), ("2018:05:09", "2018-05-09"),
    ],
)  # fmt: skip
def test_the_value_is_what_the_text_says_in_extended_form(text: str, value: str) -> None:
    assert read(text).value == value


@pytest.mark.parametrize(
    ("text", "warning"),
    [
        ("Fri, 13 Feb 1969 23:32:54 -0330", "1969-02-13 is a Thursday, not a Friday"),
        ("Mon May 10 09:11:12 CEST 2018", "2018-05-10 is a Thursday, not a Monday"),
        ("2018-05-09T10:11:12Z[u-ca=hebrew]", "the date is Gregorian, to be shown in the hebrew calendar"),
        ("2011-12", "2011-12 may also mean the years 2011 to 2012"),
        ("200302070905", "200302070905 may also mean 20-03-02 07:09:05"),
    ],
)
def test_what_is_read_with_a_warning(text: str, warning: str) -> None:
    answer = read(text)
    assert answer.iso and answer.warnings == (warning,) and not answer.error


@pytest.mark.parametrize("rest", ["", " 10:11 Uhr", " 10:11-12:30", " 456789", "T10:11", "Z"])
def test_no_day_is_left_to_others_whatever_stands_behind_it(rest: str) -> None:
    assert read(f"2018-02-30{rest}").error == "February has at most 29 days"


@pytest.mark.parametrize(
    "text",
    ["", " ", "1:", "[", "[]", "+", "W", "2٠18-05", "٢٠١٨-٠٥-٠٩", "2018-05-09\n2018-05-10", "Mon", "Mon,"],
)
def test_short_and_foreign_texts_are_left_to_others(text: str) -> None:
    assert read(text) is None


def test_a_wrong_weekday_of_no_day_is_no_warning() -> None:
    assert read("Fri, 31 Apr 2018 10:11:12 +0000").warnings == ()


def test_unknown_tags_that_are_not_critical_say_nothing() -> None:
    answer = read("2018-05-09T10:11:12Z[Europe/Berlin][knort=blargel]")
    assert (answer.iso, answer.zone, answer.warnings) == ("2018-05-09", "Europe/Berlin", ())


def test_every_zone_of_the_table_is_read_behind_a_time() -> None:
    assert {read(f"2018-05-09 10:11:12 {zone}").zone for zone in ABBREVIATIONS} == ABBREVIATIONS


@pytest.mark.parametrize(
    ("text", "unit", "when"),
    [
        ("0", "s", "1970-01-01T00:00:00Z"), ("1525853472", "s", "2018-05-09T08:11:12Z"), ("-1", "s", "1969-12-31T23:59:59Z"),
        ("1525853472.5", "s", "2018-05-09T08:11:12.5Z"), ("-0.25", "s", "1969-12-31T23:59:59.75Z"),
        ("1525853472000", "ms", "2018-05-09T08:11:12.000Z"), ("-1", "ms", "1969-12-31T23:59:59.999Z"),
        ("1525853472123456", "us", "2018-05-09T08:11:12.123456Z"), ("1525853472123456789", "ns", "2018-05-09T08:11:12.123456789Z"),
        ("253402300799", "s", "9999-12-31T23:59:59Z"), ("-62135596800", "s", "0001-01-01T00:00:00Z"),
    ],
)  # fmt: skip
def test_counts_since_1970_are_read_to_their_last_digit(
    text: str, unit: Literal["s", "ms", "us", "ns"], when: str
) -> None:
    answer = epoch(text, unit)
    assert (answer.iso + answer.time + answer.offset, answer.form) == (when, f"epoch-{unit}")


@pytest.mark.parametrize("text", ["253402300800", "-62135596801", "9" * 20])
def test_counts_beyond_four_digits_of_a_year_are_refused(text: str) -> None:
    assert epoch(text, "s")[0] == "" and "year 0001 to 9999" in epoch(text, "s").error


@pytest.mark.parametrize("text", ["", "x", "1,525", "1e9", "2018-05-09", "١٥٢٥٨٥٣٤٧٢", "9" * 5000])
def test_what_is_no_plain_number_counts_nothing(text: str) -> None:
    assert epoch(text, "s") is None and spreadsheet(text, "excel") is None


@given(st.datetimes(timezones=st.just(UTC)))
def test_a_count_of_microseconds_is_the_moment_it_counts_to(moment: datetime) -> None:
    count = (moment - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(microseconds=1)
    answer = epoch(str(count), "us")
    assert datetime.fromisoformat(answer.iso + answer.time + "+00:00") == moment


@pytest.mark.parametrize(
    ("texts", "unit"),
    [
        (["1525853472", "1525939872"], "s"), (["1525853472123", ""], "ms"), (["1525853472123456"], "us"), (["1525853472123456789"], "ns"),
        (["1525853472.5"], "s"), (["0", "0", "1525853472"], "s"), (["1525853472"] * 19 + ["1"], "s"), (["1525853472"] * 18 + ["1"], None),
        (["1000000000", "1999999999"], "s"), (["999999999"], None), (["2000000000"], None), (["-1525853472"], None),
        (["1525853472", "2018-05-09"], None), (["0", "0"], None), ([""], None), ([], None), (["612345678"], None), (["20180509"], None),
    ],
)  # fmt: skip
def test_the_unit_of_a_column_of_counts(texts: list[str], unit: str | None) -> None:
    assert epoch_unit(texts) == unit
    assert epoch_unit(iter(texts)) == unit


@pytest.mark.parametrize(
    ("text", "system", "when"),
    [  # the first ones are those of ECMA-376
        ("1", "excel", "1900-01-01"), ("3687", "excel", "1910-02-03"), ("38749", "excel", "2006-02-01"), ("2958465", "excel", "9999-12-31"),
        ("0", "excel1904", "1904-01-01"), ("2225", "excel1904", "1910-02-03"), ("37287", "excel1904", "2006-02-01"), ("2957003", "excel1904", "9999-12-31"),
        ("59", "excel", "1900-02-28"), ("61", "excel", "1900-03-01"), ("60", "excel1904", "1904-03-01"), ("43229", "excel", "2018-05-09"), ("43229.0", "excel", "2018-05-09"),
        ("43229.5", "excel", "2018-05-09T12:00:00"), ("43229,5", "excel", "2018-05-09T12:00:00"), ("43229.4244444444", "excel", "2018-05-09T10:11:12"),
        ("43229.42444444", "excel", "2018-05-09T10:11:12"), ("43229.9999999999", "excel", "2018-05-10T00:00:00"), ("43229.00000001", "excel", "2018-05-09T00:00:00.001"),
        ("59.9999999999", "excel1904", "1904-03-01T00:00:00"),
    ],
)  # fmt: skip
def test_serials_of_spreadsheets(text: str, system: Literal["excel", "excel1904"], when: str) -> None:
    answer = spreadsheet(text, system)
    assert (answer.iso + answer.time, answer.form, answer.error) == (when, system, "")


@pytest.mark.parametrize(
    ("text", "system", "why"),
    [
        ("60", "excel", "1900 has no 29 February; spreadsheets count it as day 60"),
        ("60.5", "excel", "1900 has no 29 February; spreadsheets count it as day 60"),
        ("0", "excel", "serials of this kind run from 1 to 2958465"),
        ("0.5", "excel", "serials of this kind run from 1 to 2958465"),
        ("-0.5", "excel1904", "serials of this kind run from 0 to 2957003"),
        ("2958466", "excel", "serials of this kind run from 1 to 2958465"),
        ("2957003.99999999999", "excel1904", "serials of this kind run from 0 to 2957003"),
    ],
)
def test_serials_that_are_no_day(text: str, system: Literal["excel", "excel1904"], why: str) -> None:
    assert spreadsheet(text, system)[:3] == ("", system, "") and spreadsheet(text, system).error == why


def test_a_comma_that_may_part_thousands_makes_no_serial() -> None:
    assert spreadsheet("43,229", "excel") is None


def test_every_serial_is_one_day_behind_the_one_before() -> None:
    isos = [spreadsheet(str(serial), "excel").iso for serial in [*range(1, 60), *range(61, 73415)]]
    assert isos == [day.isoformat() for day in days(date(1900, 1, 1), date(2100, 12, 30))]


@pytest.mark.parametrize(
    ("texts", "answer"),
    [
        (["43229", "43230.25", "", "0"], True), (["43229"] * 19 + ["7"], True), (["43229"] * 18 + ["7"], False),
        (["32874", "51135"], True), (["32873"], False), (["51136"], False), (["43229", "9 May"], False), ([], False), (["10115", "80331"], False),
    ],
)  # fmt: skip
def test_a_column_of_serials(texts: list[str], answer: bool) -> None:
    assert is_spreadsheet_column(texts) is answer


def test_an_answer_can_be_pickled_and_fits_a_line() -> None:
    answer = read("2018-05-09T10:11Z")
    assert pickle.loads(pickle.dumps(answer)) == answer
    assert (
        repr(answer)
        == "MachineForm(iso='2018-05-09', form='iso-calendar', time='T10:11', offset='Z', value='2018-05-09')"
    )
    assert isinstance(answer, MachineForm)


def test_an_import_compiles_no_pattern_and_loads_nothing_heavy() -> None:
    code = "import datenorm.dates.machine as m, sys; print(m.iso.patterns.extended.cache_info().currsize, *sys.modules)"
    root = Path(__file__).parents[2]
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=root, check=True)
    compiled, *loaded = run.stdout.split()
    assert compiled == "0"
    assert not {"numpy", "babel", "onnxruntime", "email", "zoneinfo"} & set(loaded)
