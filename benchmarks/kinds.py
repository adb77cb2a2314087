"""What people write beside plain dates, as the generator writes it: ranges, bounds, doubts, unknown parts, periods.

Usage: python benchmarks/kinds.py [ROWS], 300 of each kind by default. The right answer is the row's target in EDTF, by
the conventions of docs/values.md. The locales are those of 24 languages that have words for nearly all kinds; they are
told, and nothing is damaged. A model that ships may have been trained on rows of these kinds, not on these rows.
"""

import re
import sys
from collections import Counter
from random import Random

from report import record, table

from datenorm.dates.calendar import ORDERS, later_year, resolve_century
from datenorm.dates.values import Value
from datenorm.generation.generator import Generator, Recipe
from datenorm.generation.kinds import bounds, calendars, periods, ranges, unknown
from datenorm.generation.kinds.drawing import Kind
from datenorm.reading.translator import Translator

ROWS, SEED, PIVOT = 300, 4711, 2046
LANGUAGES = tuple("en de fr es it pt ru nl pl tr ja zh cs sv fi hu uk da nb ro el ko ar ca".split())
KINDS: tuple[Kind, ...] = (
    ranges.days, ranges.months, ranges.years, ranges.across_months, ranges.whole_dates,
    bounds.earlier, bounds.later, bounds.since, bounds.open_end, bounds.circa, bounds.uncertain, bounds.circa_range,
    unknown.unknown_day, unknown.unknown_month, unknown.unknown_month_and_day, unknown.unknown_year,
    unknown.blank_form, unknown.with_digits_of_a_decade,
    periods.decade, periods.century, periods.quarter, periods.week, periods.season, calendars.before_christ,
)  # fmt: skip
POINT = re.compile(r"(?P<year>\d\d|[\dX]{4}|-)(?P<rest>(?:-[\dX]{2})*)(?P<qualifier>[?~]*)")
PERIOD = re.compile(
    r"(?P<year>\d{4})-(?P<letter>[QS])(?P<number>\d)(?:/\d+)?"
)  # a winter is that of its first year
WEEK = re.compile(r"(\d{4})-W(\d+)")
BEFORE = re.compile(r"B(\d+)(?:/(\d+))?")


def edtf(target: str) -> str | None:
    """Return what a target says in EDTF; None for one that is not measured here.

    >>> [edtf(target) for target in ("1936-09-08/11", "../1890-05", "1558~/1610", "2018-Q3", "B44", "B10/1", "--05-09")]
    ['1936-09-08/1936-09-11', '../1890-05', '1558~/1610~', '2018-35', '-0043', '-0009/0000', 'XXXX-05-09']
    """
    if found := WEEK.fullmatch(target):
        week = Value.week(int(found[1]), int(found[2]))
        return week and week.edtf
    if found := PERIOD.fullmatch(target):
        return f"{found['year']}-{int(found['number']) + {'Q': 32, 'S': 20}[found['letter']]}"
    if found := BEFORE.fullmatch(target):
        return "/".join(f"{1 - int(year):0{4 + (year != '1')}d}" for year in found.groups() if year)
    first, slash, last = target.partition("/")
    if not slash:
        return _point(target)
    if ".." in (first, last):
        known = _point(last if first == ".." else first)
        return known and (f"../{known}" if first == ".." else f"{known}/..")
    begin, end = _point(first), _last(first, last)
    return begin and end and f"{begin}/{end}{'~' * (begin.endswith('~') and not end.endswith('~'))}"


def _point(target: str) -> str | None:
    found = POINT.fullmatch(target)
    if not found:
        return None
    year = {"-": "XXXX"}.get(found["year"], found["year"])
    full = str(resolve_century(int(year), PIVOT)) if len(year) == 2 else year
    return f"{full}{found['rest']}{found['qualifier']}"


def _last(first: str, last: str) -> str | None:
    """Return the second end of a range, with what only the first one says."""
    fields, own = re.sub("[?~]", "", first).split("-"), last.split("-")
    if len(own) == len(fields) == 1 and len(last) < 4:
        return later_year(fields[0], last)
    missing = len(fields) - len(own)
    return _point("-".join([*fields[:missing], *own])) if missing > 0 else _point(last)


def verdict(iso: str | None, status: str, right: str, kind: Kind) -> str:
    """Return what an answer is. `187-?` is a decade that is also in doubt; its target says the decade alone.

    The month of an unknown day says what 1922-11-XX does, and the year of an unknown month and day.
    """
    same = iso == right or (kind.__module__ == unknown.__name__ and _shortest(iso) == _shortest(right))
    return "right" if same else "ambiguous" if status == "ambiguous" else "wrong" if iso else "refused"


def _shortest(iso: str | None) -> str:
    """Return what is known at the front of a date that is not in doubt; of 1988-XX-05 that is all of it."""
    return re.sub("(-XX)*[?]?$", "", iso or "")


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    generator = Generator(Recipe(seed=SEED, locales=LANGUAGES, noise=0, everything=True))
    translator, rng, lines, all_of_them = Translator.load(), Random(SEED), [], Counter[str]()
    for kind in KINDS:
        verdicts = Counter[str]()
        for _ in range(count):
            locale = LANGUAGES[rng.randrange(len(LANGUAGES))]
            drawn = kind(generator.writer(locale), rng)
            right = edtf(drawn.target)
            if right:
                order = drawn.order if drawn.order in ORDERS else None
                told = {"locale": locale, "order": order, "pivot_year": PIVOT}
                answer = translator.translate(drawn.written.text, as_="edtf", **told)
                verdicts[verdict(answer.iso, answer.status, right, kind)] += 1
        all_of_them += verdicts
        lines.append(_line(kind.__name__.replace("_", " "), verdicts))
    lines.append(_line("all kinds", all_of_them))
    record("kinds", table(["kind", "rows", "right", "wrong", "ambiguous", "refused"], lines))


def _line(name: str, verdicts: Counter[str]) -> list[str]:
    total = verdicts.total()
    shares = (f"{100 * verdicts[one] / total:.1f} %" for one in ("right", "wrong", "ambiguous", "refused"))
    return [name, f"{total:,}", *shares]


if __name__ == "__main__":
    main()
