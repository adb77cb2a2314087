from datetime import date

import pytest

from datenorm.dates.calendar import complete, default_pivot, precision, resolve_century, weekday


@pytest.mark.parametrize(
    ("year", "pivot", "full"),
    [
        (18, 2046, 2018),
        (46, 2046, 2046),
        (47, 2046, 1947),
        (0, 2046, 2000),
        (99, 1999, 1999),
        (0, 1999, 1900),
        (5, 2105, 2105),
    ],
)
def test_a_two_digit_year_is_the_latest_one_not_after_the_pivot(year: int, pivot: int, full: int) -> None:
    assert resolve_century(year, pivot) == full


@pytest.mark.parametrize("pivot", [1970, 2000, 2046])
def test_every_two_digit_year_lands_in_the_hundred_years_up_to_the_pivot(pivot: int) -> None:
    years = [resolve_century(year, pivot) for year in range(100)]
    assert sorted(years) == list(range(pivot - 99, pivot + 1))
    assert all(full % 100 == year for year, full in enumerate(years))


def test_the_default_pivot_is_twenty_years_from_today() -> None:
    assert default_pivot(date(2026, 11, 20)) == 2046


@pytest.mark.parametrize(
    ("target", "year", "final"),
    [
        ("2018-05-09", None, "2018-05-09"), ("18-05-09", None, "2018-05-09"), ("53-05", None, "1953-05"), ("2018", 2020, "2018"),
        ("--05-09", None, "--05-09"), ("--05-09", 2018, "2018-05-09"), ("--02-29", 2019, None), ("--02-29", 2020, "2020-02-29"),
        ("--02-29", None, "--02-29"), ("00-02-29", None, "2000-02-29"), ("2018-05", 2020, "2018-05"),
    ],
)  # fmt: skip
def test_a_target_becomes_a_final_date_or_none(target: str, year: int | None, final: str | None) -> None:
    assert complete(target, pivot=2046, year=year) == final


def test_29_february_of_a_century_that_is_no_leap_year_does_not_exist() -> None:
    assert complete("00-02-29", pivot=1950) is None


def test_a_year_before_the_first_does_not_exist() -> None:
    assert complete("50-01-01", pivot=40) is None
    assert complete("--05-09", pivot=2046, year=0) is None
    assert complete("--05-09", pivot=2046, year=-5) is None


def test_a_year_of_five_digits_does_not_exist() -> None:
    assert complete("--05-09", pivot=2046, year=10000) is None


@pytest.mark.parametrize(
    ("iso", "told"), [("2018-05-09", "day"), ("2018-05", "month"), ("2018", "year"), ("--05-09", "yearless")]
)
def test_precision_is_what_the_form_tells(iso: str, told: str) -> None:
    assert precision(iso) == told


def test_9_may_2018_was_a_wednesday() -> None:
    assert weekday("2018-05-09") == 2
