"""The days that rows are drawn from: every year, leap days more often than they come, some wrong weekdays."""

from calendar import isleap
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from random import Random

from datenorm.generation.synthesis import FIRST_YEAR, FOUR_DIGITS, LAST_YEAR, TWO_DIGITS

LEAP_DAY_SHARE = 1 / 16  # of the days of leap years: which years have one is learned from examples alone
DAYS, TIMES = 1 << 15, 4096  # days and times of day a seed draws from; every year is among the days
RECENT_SHARE, RECENT = 0.75, (1900, 2060)  # the other years are spread from FIRST_YEAR to LAST_YEAR
WRONG_WEEKDAY_SHARE = 0.1
_LENGTHS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass
class Days:
    """The days rows are drawn from, as columns of year, month, day, weekday, time and 0."""

    columns: list[list[int]]
    _targets: dict[tuple[str, bool], list[str]] = field(default_factory=dict)

    def targets(self, kind: str, two_digit_year: bool) -> list[str]:
        """Return the targets of all days, as a layout of `kind` spells them."""
        form = (kind, two_digit_year)
        if form not in self._targets:
            years, months, days, *_ = self.columns
            self._targets[form] = [_target(*form, *day) for day in zip(years, months, days, strict=True)]
        return self._targets[form]


def late(columns: list[list[int]]) -> list[list[int]]:
    """Return the days with every two-digit year past 31 moved there: `May 31` is a day, `May 32` a year."""
    years = [year if year % 100 > 31 else year + 36 for year in columns[0]]
    return [years, columns[1], [min(day, 28) for day in columns[2]], *columns[3:]]


def some_days(rng: Random, repeated: int) -> list[list[int]]:
    """Return DAYS days, the first `repeated` once more, as columns of year, month, day, weekday, time and 0."""
    recent = int(DAYS * RECENT_SHARE)
    years = [RECENT[0] + index % (RECENT[1] - RECENT[0]) for index in range(recent)]
    years += [FIRST_YEAR + index % (LAST_YEAR + 1 - FIRST_YEAR) for index in range(DAYS - recent)]
    rng.shuffle(years)
    rows = [_some_day(year, rng.random) for year in years]
    return [list(column) for column in zip(*rows, *rows[:repeated], strict=True)]


def _some_day(year: int, random: Callable[[], float]) -> tuple[int, int, int, int, int, int]:
    month = int(random() * 12) + 1
    day = int(random() * (29 if month == 2 and isleap(year) else _LENGTHS[month])) + 1
    if isleap(year) and random() < LEAP_DAY_SHARE:
        month, day = 2, 29
    right = random() > WRONG_WEEKDAY_SHARE
    weekday = date(year, month, day).weekday() if right else int(random() * 7)
    return year, month, day, weekday, int(random() * TIMES), 0


_MONTH_DAY = [[f"-{month:02d}-{day:02d}" for day in range(32)] for month in range(13)]


def _target(kind: str, two_digit_year: bool, year: int, month: int, day: int) -> str:
    written = (TWO_DIGITS if two_digit_year else FOUR_DIGITS)[year]
    if kind == "date":
        return written + _MONTH_DAY[month][day]
    if kind == "year":
        return written
    return f"{written}-{month:02d}" if kind == "month" else "-" + _MONTH_DAY[month][day]
