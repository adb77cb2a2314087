"""Classes of numbers: what a number can be by itself, and the numbers that a specimen takes in its place.

1 to 9, what can be a month, a day and no month, a year; hours, minutes and seconds have classes of their own.
"""

from collections.abc import Collection, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from datenorm.dates.buddhist import FIRST_OTHER
from datenorm.dates.years import FIRST_YEAR, LAST_YEAR

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Literal(dict[str, str]):
    """The class of an offset from UTC is the offset itself."""

    def __missing__(self, number: str) -> str:
        return number

    @cached_property
    def codes(self) -> "NDArray[np.int64]":
        """Return a number for the class of each value."""
        import numpy as np  # which a single text can do without

        return np.arange(10_000)


class Classes(dict[str, str]):
    """Numbers of one width and their classes; "" for all others."""

    def __missing__(self, number: str) -> str:
        return ""

    @cached_property
    def codes(self) -> "NDArray[np.int64]":
        """Return a number for the class of each value, 0 where it has none."""
        import numpy as np  # see Literal.codes

        found = np.zeros(10 ** max(map(len, self), default=1), np.int64)
        for number, name in self.items():
            found[int(number)] = CODES[name]
        return found


class Uniform(Classes):
    """Numbers of one width that are all of one class, but for those that begin with a zero."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name

    def __missing__(self, number: str) -> str:
        return "" if number.startswith("0") else self._name

    @cached_property
    def codes(self) -> "NDArray[np.int64]":
        """Return a number for the class of each value, 0 where it has none."""
        import numpy as np  # see Literal.codes

        found = np.full(int(self._name) * 10, CODES[self._name])
        found[: int(self._name)] = 0
        return found


# The numbers that a specimen takes for each class, in this order: what can be a month, what can be a day and no month,
# what is neither. Finer classes gave the same answers; see benchmarks/README.md, 'Columns'.
POOLS: Mapping[str, tuple[str, ...]] = {
    "1": tuple("346782951"),
    "01": tuple("03 04 06 07 08 02 09 05 01 11 10 12".split()),
    "13": tuple("17 19 14 16 18 21 22 20 15 26 27".split()),
    "32": tuple("45 38 52 74 68 86 41 91".split()),
    "00": ("00",),
    "year": tuple("1988 1976 1984 1992 2012 2008 1968".split()),  # leap years, for a 29 February in words
    "1000": tuple("1066 1138 1154 1172 1189".split()),
    "1200": tuple("1248 1236 1264 1212 1292".split()),
    "1300": tuple("1348 1436 1364 1412 1392".split()),
    "2200": tuple("2548 2536 2564 2592 2578".split()),
    "far": tuple("4837 7359 8264 3478 6892".split()),
    "100": tuple("173 325 284 346 159".split()),  # days of a year
    "10000": tuple("48273 73584 92461 36795".split()),
    "hour": tuple("10 11 09 08 07 12 06".split()),
    "hour1": tuple("9876543"),
    "minute": tuple("47 36 29 58 33".split()),
    "second": tuple("53 39 48 57 31".split()),
}
CODES = {name: code for code, name in enumerate(POOLS, 1)}
TIMES = frozenset(("hour", "hour1", "minute", "second"))
NO_END = 9999  # the last year there is, which databases write for no end: 9999-12-31
YEARS: Mapping[str, Collection[int]] = {  # of four digits, those that other calendars count apart
    "far": (*range(3000, 5600), *range(5900, NO_END)),  # but for those of the Hebrew calendar
    "year": (*range(FIRST_YEAR, LAST_YEAR + 1), NO_END),
    "1000": range(1000, 1200),
    "1200": range(1200, FIRST_OTHER),
    "1300": range(FIRST_OTHER, FIRST_YEAR),
    "2200": range(LAST_YEAR + 1, 3000),
}


def _class_of(number: str) -> str:
    value = int(number)
    if number == "00" or len(number) == 1:
        return "00" if number == "00" else "1" if value else ""
    return "01" if value < 13 else "13" if value < 32 else "32"


def _table(names: Iterator[str]) -> Classes:
    return Classes({name: found for name in names if (found := _class_of(name))})


NUMBERS = {
    1: _table(str(value) for value in range(10)),
    2: _table(f"{value:02}" for value in range(100)),
    3: Uniform("100"),
    4: Classes({str(year): name for name, years in YEARS.items() for year in years}),
    5: Uniform("10000"),
}
MONTHS_OF_RUNS = Classes({f"{month:02}": "01" for month in range(1, 13)})
DAYS_OF_RUNS = Classes({name: found for name, found in NUMBERS[2].items() if found < "32"})
HOURS = {
    1: Classes({str(hour): "hour1" for hour in range(10)}),
    2: Classes({f"{hour:02}": "hour" for hour in range(24)}),
}
MINUTES = Classes({f"{minute:02}": "minute" for minute in range(60)})
SECONDS = Classes({f"{second:02}": "second" for second in range(60)})
OFFSETS = Literal()
TABLES_OF_TIMES = frozenset(map(id, (*HOURS.values(), MINUTES, SECONDS, OFFSETS)))
