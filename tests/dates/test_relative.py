from datetime import date, datetime

import pytest

from datenorm.dates.relative import described, moved, reference, resolve

TUESDAY, WEDNESDAY = date(2018, 5, 8), date(2018, 5, 9)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("-3D", "2018-05-06"), ("+3W", "2018-05-30"), ("-14D", "2018-04-25"), ("+1Q", "2018-08-09"),
        ("-1Y2M", "2017-03-09"), ("D-1", "2018-05-08"), ("D+2", "2018-05-11"), ("s+0", "2018-05-09"),
        ("W-1", "2018-04-30/2018-05-06"), ("W+0", "2018-05-07/2018-05-13"), ("W+2", "2018-05-21/2018-05-27"),
        ("M+0", "2018-05"), ("M-2", "2018-03"), ("Y+1", "2019"), ("Q+0", "2018-34"), ("Q-1", "2018-33"),
        ("W-1E0", "2018-04-30"), ("W+1E6", "2018-05-20"), ("<E4", "2018-05-04"), (">E0", "2018-05-14"), ("=E4", "2018-05-11"),
        ("<M12", "2017-12"), (">M1", "2019-01"),
    ],
)  # fmt: skip
def test_a_code_is_counted_from_a_wednesday(code: str, expected: str) -> None:
    assert resolve(code, WEDNESDAY) == (expected,)


@pytest.mark.parametrize(
    ("today", "code", "expected"),
    [
        (date(2018, 3, 31), "-1M", "2018-02-28"),
        (date(2020, 1, 31), "+1M", "2020-02-29"),
        (date(2020, 2, 29), "-1Y", "2019-02-28"),
        (date(2018, 12, 31), "W+0", "2018-12-31/2019-01-06"),
        (date(2018, 1, 31), "M-1", "2017-12"),
        (date(2018, 11, 30), "Q+1", "2019-33"),
    ],
)
def test_a_month_after_the_last_day_of_a_month_is_a_last_day(today: date, code: str, expected: str) -> None:
    assert resolve(code, today) == (expected,)


@pytest.mark.parametrize(
    ("code", "today", "nearest", "by_week"),
    [
        (">E2", TUESDAY, "2018-05-09", "2018-05-16"),  # next Wednesday, said on a Tuesday
        ("<E0", WEDNESDAY, "2018-05-07", "2018-04-30"),  # last Monday, said on a Wednesday
        ("=E0", WEDNESDAY, "2018-05-14", "2018-05-07"),  # this Monday, said on a Wednesday
        (">M8", WEDNESDAY, "2018-08", "2019-08"),  # next August, said in May
        ("<M3", WEDNESDAY, "2018-03", "2017-03"),  # last March, said in May
    ],
)
def test_a_disputed_name_has_both_readings_until_it_is_settled(
    code: str, today: date, nearest: str, by_week: str
) -> None:
    assert resolve(code, today) == (nearest, by_week)
    assert resolve(code, today, "nearest") == (nearest,)
    assert resolve(code, today, "week") == (by_week,)


def test_next_monday_said_on_a_monday_is_a_week_away() -> None:
    assert resolve(">E0", date(2018, 5, 7)) == ("2018-05-14",)
    assert resolve("<E0", date(2018, 5, 7)) == ("2018-04-30",)


def test_hours_count_from_a_time_and_from_no_day() -> None:
    assert resolve("-2h", datetime(2018, 5, 9, 1, 11)) == ("2018-05-08T23:11",)
    assert resolve("+90m", datetime(2018, 5, 9, 23, 0)) == ("2018-05-10T00:30",)
    assert resolve("+5s", datetime(2018, 5, 9)) == ("2018-05-09T00:00:05",)
    assert resolve("-1D2h", datetime(2018, 5, 9, 10, 11)) == ("2018-05-08T08:11",)
    assert resolve("-2h", WEDNESDAY) == ()


def test_days_count_from_the_day_of_a_time() -> None:
    assert resolve("-3D", datetime(2018, 5, 9, 1, 11)) == ("2018-05-06",)


def test_a_time_keeps_its_offset() -> None:
    assert resolve("-2h", reference("2018-05-09T10:11+02:00")) == ("2018-05-09T08:11+02:00",)


@pytest.mark.parametrize("code", ["-999Y", "Y-999", "-99999W", "M-2400"])
def test_before_the_year_1_there_is_no_day(code: str) -> None:
    assert resolve(code, date(18, 5, 9)) == ()


def test_an_amount_moves_a_day() -> None:
    assert moved(date(2016, 6, 14), "-1D") == date(2016, 6, 13)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("-3D", "3 days before"), ("+1h", "1 hour after"), ("D-1", "1 day before"), ("W-2", "the week 2 weeks before that of"),
        ("M+0", "the month of"), ("W-1E0", "the Monday in the week before that of"), ("=E4", "the Friday in the week of"),
        (">M3", "the March after"),
    ],
)  # fmt: skip
def test_a_refusal_says_what_was_understood(code: str, words: str) -> None:
    assert described(code) == words


@pytest.mark.parametrize("text", ["gestern", "2018-02-30", "05/09/2018", ""])
def test_a_reference_is_iso_8601(text: str) -> None:
    with pytest.raises(ValueError, match=r"isoformat|range|day"):
        reference(text)
