"""Relative dates: `in 5 days`, `yesterday at 0:00`, `last Monday`, told the day they count from, beside dateparser.

Usage: python benchmarks/relative.py [FILE]. FILE has the columns text, value, locale, today, kind; by default
../shared/data/real/relative.tsv beside this repository. What Babel writes is made here: amounts in all its languages.
"""

import csv
import sys
import warnings
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import dateparser
from babel import Locale, localedata
from babel.dates import format_timedelta
from report import record, table

from datenorm.dates.relative import moved
from datenorm.dates.values import Form
from datenorm.reading.translator import Translator

FILE = Path(__file__).parents[2] / "shared" / "data" / "real" / "relative.tsv"
TODAY = datetime(2018, 5, 9, 10, 11)
# What Babel writes of an amount: its unit, its seconds, the numbers that are asked for.
UNITS = {
    "s": (1, (30, 45)),
    "m": (60, (2, 5, 21)),
    "h": (3600, (2, 5, 11)),
    "D": (86_400, (2, 5)),
    "W": (604_800, (2, 3)),
}
UNREADABLE = ("+", "-", "\u2212")  # `+5 d`: no words say the direction


class Row(NamedTuple):
    """A text, what it means, and what is told: its locale, and the day or time that it counts from."""

    text: str
    value: str
    locale: str
    today: str
    kind: str


def real(file: Path) -> list[Row]:
    with file.open(encoding="utf-8", newline="") as rows:
        found = csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [Row(*(row[name] for name in Row._fields)) for row in found]


def written() -> Iterator[Row]:
    """Yield amounts in each of Babel's languages, to come and gone by."""
    names = {"s": "second", "m": "minute", "h": "hour", "D": "day", "W": "week"}
    for language in sorted({Locale.parse(name).language for name in localedata.locale_identifiers()}):
        for unit, (seconds, counts) in UNITS.items():
            for count in counts:
                for sign in (1, -1):
                    text = format_timedelta(
                        timedelta(seconds=sign * seconds * count), names[unit], 1000, True, locale=language
                    )
                    if any(map(str.isdigit, text)) and text.strip("\u200e\u200f ")[0] not in UNREADABLE:
                        day = moved(TODAY, f"{'+' if sign > 0 else '-'}{count}{unit}").isoformat()
                        value = day if unit == "s" else day[:16] if unit in "hm" else day[:10]
                        yield Row(text, value, language, TODAY.isoformat(), "written by Babel")


def ours(translator: Translator, rows: Sequence[Row], told: bool) -> list[str | None]:
    """Return the answers in the form of the rows, cut to what these know; 'open' for several readings."""
    answers: dict[Row, str | None] = {}
    forms: tuple[Form, ...] = ("date", "datetime")
    for form in forms:
        group = [row for row in rows if ("T" in row.value) == (form == "datetime")]
        locales = [row.locale if told else None for row in group]
        found = translator.translate_many(
            [row.text for row in group], locale=locales, today=[row.today for row in group], as_=form
        )
        for row, one in zip(group, found, strict=True):
            answers[row] = "open" if one.status == "ambiguous" else one.iso and one.iso[: len(row.value)]
    return [answers[row] for row in rows]


def theirs(rows: Sequence[Row], told: bool) -> list[str | None]:
    return [_parsed(row, told) for row in rows]


def _parsed(row: Row, told: bool) -> str | None:
    languages = [row.locale.split("_")[0]] if told else None
    settings = {"RELATIVE_BASE": datetime.fromisoformat(row.today), "RETURN_AS_TIMEZONE_AWARE": False}
    try:
        found = dateparser.parse(row.text, languages=languages, settings=settings)
    except ValueError:  # a language it does not have
        found = None
    return found.isoformat()[: len(row.value)] if found else None


def shares(rows: Sequence[Row], answers: Sequence[str | None]) -> list[str]:
    """Return the shares of right, wrong and open answers."""
    right = sum(answer == row.value for row, answer in zip(rows, answers, strict=True))
    several = sum(answer == "open" for answer in answers)
    wrong = sum(answer is not None for answer in answers) - right - several
    return [f"{100 * count / len(rows):.1f} %" for count in (right, wrong, several)]


def main() -> None:
    warnings.simplefilter("ignore")  # dateparser's about itself
    rows = list(written())
    file = Path(sys.argv[1]) if len(sys.argv) > 1 else FILE
    if file.exists():
        rows = real(file) + rows
    else:
        print(f"bench-relative: no real text here ({file} is missing); only what Babel writes is measured")
    translator, lines = Translator.load(), []
    for kind in dict.fromkeys(row.kind for row in rows):
        group = [row for row in rows if row.kind == kind]
        languages = len({row.locale for row in group})
        for told, name in ((True, "told the locale"), (False, "told no locale")):
            mine, other = shares(group, ours(translator, group, told)), shares(group, theirs(group, told))
            lines.append([f"{kind}, {name}", f"{len(group):,}", languages, *mine, *other[:2]])
    header = ["text", "rows", "locales", "right", "wrong", "ambiguous", "dateparser right", "wrong"]
    record("relative", table(header, lines))


if __name__ == "__main__":
    main()
