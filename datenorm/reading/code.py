"""Code that reads the fixed layouts of a column without datenorm: Python, pandas, Polars, DuckDB or PostgreSQL.

A layout is fixed where all its cells are read alike: one order, years of four digits, names in English or none. A
comment in front of the code says which cells it does not read.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from itertools import combinations
from typing import Literal, get_args

from datenorm.reading.inventory import Row, pieces
from datenorm.text.printable import printable

Target = Literal["python", "pandas", "polars", "duckdb", "postgres"]
TARGETS: tuple[Target, ...] = get_args(Target)
# CLDR's letters, as the C library has them, as PostgreSQL has them, and what PostgreSQL should see there.
LETTERS = {
    "y": ("%Y", "YYYY", "[0-9]{4}"),
    "MM": ("%m", "MM", "[0-9]{2}"),
    "M": ("%m", "FMMM", "[0-9]{1,2}"),
    "dd": ("%d", "DD", "[0-9]{2}"),
    "d": ("%d", "FMDD", "[0-9]{1,2}"),
    "MMMM": ("%B", "FMMonth", "[A-Za-z]+"),
    "MMM": ("%b", "Mon", "[A-Za-z]{3}"),
    "EEEE": ("%A", "FMDay", "[A-Za-z]+"),
    "EEE": ("%a", "Dy", "[A-Za-z]{3}"),
    "HH": ("%H", "HH24", "[0-9]{2}"),
    "H": ("%H", "FMHH24", "[0-9]{1,2}"),
    "mm": ("%M", "MI", "[0-9]{2}"),
    "ss": ("%S", "SS", "[0-9]{2}"),
    "SSS": ("%f", "MS", "[0-9]{3}"),
    "SSSSSS": ("%f", "US", "[0-9]{6}"),
}
C, POSTGRES, PATTERN = range(3)
MOST_LEFT_OUT = 20  # ways of writing that a comment names
SPECIAL = re.compile(r"[][\\^$.|?*+(){}]")  # in regular expressions
TIMES = frozenset(("HH", "H", "mm", "ss", "SSS", "SSSSSS"))


def code_for(rows: Iterable[Row], target: Target, column: str) -> str:
    """Return the code that reads the fixed layouts among `rows` for `target`; empty where there are none.

    column: its name, which SQL needs.
    """
    found = list(rows)
    layouts = fixed(found)
    if not layouts:
        return ""
    mark = "-- " if target in ("duckdb", "postgres") else "# "
    said = "".join(f"{mark}{line}\n" for line in _left_out(found, layouts))
    return said + WRITERS[target](layouts, column)


def _left_out(rows: Sequence[Row], layouts: Sequence[str]) -> list[str]:
    """Return lines that say which cells the code does not read: how many, an example, its layout, its status."""
    left = [
        row
        for row in rows
        if row.status != "empty" and not (row.layout in layouts and row.status == "ok" and _is_fixed(row))
    ]
    if not left:
        return []
    cells, every = sum(row.rows for row in left), sum(row.rows for row in rows)
    shown = [f"  {row.rows:,}: {row.example!r}, {row.status} ({row.layout})" for row in left[:MOST_LEFT_OUT]]
    more = sum(row.rows for row in left[MOST_LEFT_OUT:])
    lines = [f"Not read: {cells:,} of {every:,} cells.", *shown, *([f"  {more:,} more"] if more else [])]
    return list(map(printable, lines))


def fixed(rows: Iterable[Row]) -> list[str]:
    """Return the layouts that code without datenorm can read, commonest first.

    Two layouts that read one text as two days, dd/MM/y and MM/dd/y, are both left out.
    """
    found = list(dict.fromkeys(row.layout for row in rows if row.status == "ok" and _is_fixed(row)))
    clashing = {
        layout
        for pair in combinations(found, 2)
        if _in_one_order(pair[0]) == _in_one_order(pair[1])
        for layout in pair
    }
    return [layout for layout in found if layout not in clashing]


def _is_fixed(row: Row) -> bool:
    letters = [run for run, plain in pieces(row.layout) if plain and run[0].isalpha()]
    named = any(run in ("MMMM", "MMM", "EEEE", "EEE") for run in letters)
    known = all(run in LETTERS for run in letters) and "#" not in row.layout
    if not known or " or " in row.layout or (named and row.language != "en"):
        return False
    try:
        return datetime.strptime(row.example, strptime(row.layout)).date().isoformat() == row.reading[:10]
    except (ValueError, re.error):  # no such day, or a weekday that is said twice
        return False


def _in_one_order(layout: str) -> str:
    """Return a layout without what tells its day from its month."""
    return "".join("n" if plain and run in ("d", "dd", "M", "MM") else run for run, plain in pieces(layout))


def _translated(layout: str, kind: int, literal: Callable[[str], str]) -> str:
    """Return a layout in other letters; literal: how other text is written there."""
    parts = []
    for run, plain in pieces(layout):
        if plain and run in LETTERS:
            parts.append(LETTERS[run][kind])
        else:
            parts.append(literal(run if plain else run[1:-1].replace("''", "'")))
    return "".join(parts)


def strptime(layout: str) -> str:
    """Return a layout as `strptime` takes it.

    >>> strptime("EEEE, d MMMM y"), strptime("d 'of' MMM y")
    ('%A, %d %B %Y', '%d of %b %Y')
    """
    return _translated(layout, C, lambda text: text.replace("%", "%%"))


def _listed(layouts: Sequence[str]) -> str:
    return "".join(f"    {strptime(layout)!r},\n" for layout in layouts)


def _python(layouts: Sequence[str], column: str) -> str:
    return f"""from datetime import date, datetime

LAYOUTS = (
{_listed(layouts)})


def parse(text: str) -> date | None:
    for layout in LAYOUTS:
        try:
            return datetime.strptime(text, layout).date()
        except ValueError:
            continue
    return None
"""


def _pandas(layouts: Sequence[str], column: str) -> str:
    return f"""import pandas as pd

LAYOUTS = (
{_listed(layouts)})


def parse(texts: pd.Series) -> pd.Series:
    dates = pd.to_datetime(texts, format=LAYOUTS[0], errors="coerce")
    for layout in LAYOUTS[1:]:
        dates = dates.fillna(pd.to_datetime(texts, format=layout, errors="coerce"))
    return dates.dt.normalize()
"""


def _polars(layouts: Sequence[str], column: str) -> str:
    return f"""import polars as pl

DATES = (
{"".join(f"    {strptime(one)!r}," + chr(10) for one in layouts if not _has_time(one))})
TIMES = (
{"".join(f"    {strptime(one)!r}," + chr(10) for one in layouts if _has_time(one))})


def parse(texts: pl.Expr) -> pl.Expr:
    dates = [texts.str.to_date(layout, strict=False) for layout in DATES]
    times = [texts.str.to_datetime(layout, strict=False).dt.date() for layout in TIMES]
    return pl.coalesce(dates + times)
"""


def _has_time(layout: str) -> bool:
    return any(plain and run in TIMES for run, plain in pieces(layout))


def _duckdb(layouts: Sequence[str], column: str) -> str:
    name = '"' + column.replace('"', '""') + '"'
    listed = ",\n    ".join(_sql(strptime(layout)) for layout in layouts)
    return f"CAST(try_strptime({name}, [\n    {listed}\n]) AS DATE)\n"


def _postgres(layouts: Sequence[str], column: str) -> str:
    name = '"' + column.replace('"', '""') + '"'
    cases = "".join(
        f"    WHEN {name} ~ {_sql('^' + _translated(one, PATTERN, _escaped) + '$')}\n"
        f"        THEN to_date({name}, {_sql(_translated(one, POSTGRES, _quoted))})\n"
        for one in layouts
    )
    return f"CASE\n{cases}END\n"


def _escaped(text: str) -> str:
    return SPECIAL.sub(r"\\\g<0>", text)


def _quoted(text: str) -> str:
    return f'"{text}"' if any(map(str.isalpha, text)) else text


def _sql(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


WRITERS: dict[Target, Callable[[Sequence[str], str], str]] = {
    "python": _python,
    "pandas": _pandas,
    "polars": _polars,
    "duckdb": _duckdb,
    "postgres": _postgres,
}
