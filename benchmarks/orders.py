"""A told order: how often bylines and numeric dates are read in it, and what contradicts it is refused.

Usage: python benchmarks/orders.py [MODEL]. Each text is read in the order that it is written in, or in another.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import NamedTuple

from report import record, table

from datenorm.dates.calendar import ORDERS
from datenorm.reading.translator import Translator

SEED, ROWS, PIVOT = 56, 20_000, 2046
FIRST, DAYS = date(1950, 1, 1), 85 * 365
# Some begin like months, or are weekdays somewhere. June and April would be a second month, which is refused.
NAMES = (
    "Jane Emma Kim Mark Jan Ana Ben Sam Octavia Marco Sofie Li Yusuf Otto Sunday Julian Augustin Dan".split()
)
# {d}: three numbers in the told order. What stands around them is a byline, a label or nothing.
FRAMES = (
    *("{d}", "{d}", "{d} 10:30", "on {d}", "Date: {d}", "({d})", "{d} - {n}", "{n}, {d}", "by {n} on {d}"),
    *(
        "Posted by {n} on {d}",
        "{n} wrote ({d}):",
        "Review by {n} on {d}",
        "Written by {n}, {d}",
        "updated {d} by {n}",
    ),
)
SIGNS = ("/", "-", ".")
FIELDS = {"DMY": "dmy", "MDY": "mdy", "YMD": "ymd"}


class Row(NamedTuple):
    """A text, the order it is told, and its date; None where the order makes it no day."""

    text: str
    order: str
    iso: str | None


def rows(random: Random) -> Iterator[Row]:
    """Yield texts that are written in their told order, and as many that are told another."""
    while True:
        day, written, told = (
            FIRST + timedelta(days=random.randrange(DAYS)),
            random.choice(ORDERS),
            random.choice(ORDERS),
        )
        numbers = _numbers(day, written, random)
        if written == "YMD" != told or told == "YMD" != written:
            continue  # a year of four digits tells its place whatever is told
        text = random.choice(FRAMES).format(d=random.choice(SIGNS).join(numbers), n=random.choice(NAMES))
        yield Row(text, told, _iso(numbers, told))


def _numbers(day: date, order: str, random: Random) -> list[str]:
    width = random.choice((1, 2))
    fields = {"d": f"{day.day:0{width}}", "m": f"{day.month:0{width}}", "y": str(day.year)}
    return [fields[letter] for letter in FIELDS[order]]


def _iso(numbers: list[str], order: str) -> str | None:
    fields = dict(zip(FIELDS[order], map(int, numbers), strict=True))
    try:
        return date(fields["y"], fields["m"], fields["d"]).isoformat()
    except ValueError:
        return None


def verdict(row: Row, iso: str | None) -> str:
    """Return what became of a row."""
    if row.iso is None:
        return "contradiction refused" if iso is None else "contradiction answered"
    return "obeyed" if iso == row.iso else "refused" if iso is None else "disobeyed"


def main() -> None:
    """Measure and write the table."""
    translator = Translator.load(Path(sys.argv[1]) if len(sys.argv) > 1 else None, threads=2)
    made = rows(Random(SEED))
    asked = [next(made) for _ in range(ROWS)]
    found = translator.translate_many(
        [row.text for row in asked], order=[row.order for row in asked], pivot_year=PIVOT
    )
    counts = Counter(verdict(row, answer.iso) for row, answer in zip(asked, found, strict=True))
    for row, answer in zip(asked, found, strict=True):
        if verdict(row, answer.iso) in ("disobeyed", "contradiction answered"):
            print(row, answer.iso)
    names = ("obeyed", "refused", "disobeyed", "contradiction refused", "contradiction answered")
    record("orders", table(["texts", "count"], [[name, f"{counts[name]:,}"] for name in names]))


if __name__ == "__main__":
    main()
