"""Code that reads the fixed layouts of a column without datenorm: Python, pandas, Polars, DuckDB or PostgreSQL.

A layout is fixed where all its cells are read alike: one order, years of four digits, names in English or none. It is
tried on every cell of the column, and left out where it reads one otherwise than datenorm does, or one that datenorm
gives no date. A comment in front of the code says which cells it does not read.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from itertools import combinations
from typing import Literal, get_args

from datenorm.dates.calendar import ENGLISH_MONTHS
from datenorm.judging.answer import Translation
from datenorm.reading.inventory import Inventory, Row, pieces
from datenorm.text.printable import printable

Target = Literal["python", "pandas", "polars", "duckdb", "postgres"]
TARGETS: tuple[Target, ...] = get_args(Target)
FULL_MONTHS = "|".join(ENGLISH_MONTHS)
MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
FULL_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
DAYS = "Mon|Tue|Wed|Thu|Fri|Sat|Sun"
# CLDR's letters, as the C library has them, and what stands there, in the regular expressions of all targets. Years are
# those that datenorm answers wherever they stand; strptime alone takes some of two digits, and some of its own.
LETTERS = {
    "yy": ("%y", "[0-9]{2}"),
    "y": ("%Y", "[12][0-9]{3}|9999"),
    "MM": ("%m", "0[1-9]|1[0-2]"),
    "M": ("%m", "0?[1-9]|1[0-2]"),
    "dd": ("%d", "0[1-9]|[12][0-9]|3[01]"),
    "d": ("%d", "0?[1-9]|[12][0-9]|3[01]"),
    "MMMM": ("%B", FULL_MONTHS),
    "MMM": ("%b", MONTHS),
    "EEEE": ("%A", FULL_DAYS),
    "EEE": ("%a", DAYS),
    "HH": ("%H", "[01][0-9]|2[0-3]"),
    "H": ("%H", "[01]?[0-9]|2[0-3]"),
    "mm": ("%M", "[0-5][0-9]"),
    "ss": ("%S", "[0-5][0-9]"),
    "SSS": ("%f", "[0-9]{3}"),
    "SSSSSS": ("%f", "[0-9]{6}"),
}
C_LETTERS = {run: letter for run, (letter, _) in LETTERS.items()}
PATTERNS = {run: written for run, (_, written) in LETTERS.items()}
POLARS = {**C_LETTERS, "SSS": "%3f", "SSSSSS": "%6f"}  # whose %f counts nanoseconds
NAMES = frozenset(("MMMM", "MMM", "EEEE", "EEE"))
MOST_LEFT_OUT = 20  # ways of writing that a comment names
SPECIAL = re.compile(r"[][\\^$.|?*+(){}]")  # in regular expressions
TIMES = frozenset(("HH", "H", "mm", "ss", "SSS", "SSSSSS"))


class Trial:
    """Tries the fixed layouts of a column on its cells: what each reads, and which cells are read by none.

    found: the ways of writing of the column.
    """

    def __init__(self, found: Inventory) -> None:
        self._found = found
        self._read = {layout: reader(layout) for layout in fixed(found.rows(apart=True))}
        self._wrong: dict[str, str] = {}  # by layout, what speaks against it
        self._cells: dict[frozenset[str], Inventory] = defaultdict(
            found.of_none
        )  # by the layouts that read them

    def add(self, answers: Iterable[Translation]) -> None:
        """Try the layouts on cells, given the answers to them."""
        for answer in answers:
            dates = {layout: date for layout, read in self._read.items() if (date := read(answer.text))}
            for layout, date in dates.items():
                if date != answer.iso:
                    said = f"it is {answer.iso}" if answer.iso else f"it is {answer.status}"
                    self._wrong.setdefault(layout, f"{answer.text!r} would be {date}, but {said}")
            self._cells[frozenset(dates)].add([answer])

    @property
    def layouts(self) -> list[str]:
        """The layouts that read cells as datenorm does, commonest first."""
        return [layout for layout in self._read if layout not in self._wrong]

    @property
    def left_out(self) -> list[str]:
        """The other layouts, each with a cell that speaks against it."""
        return [printable(f"{layout} is left out: {why}") for layout, why in self._wrong.items()]

    def code(self, target: Target, column: str) -> str:
        """Return the code that reads the layouts for `target`; empty where there are none.

        column: its name, which SQL needs.
        """
        if not self.layouts:
            return ""
        mark = "-- " if target in ("duckdb", "postgres") else "# "
        said = "".join(f"{mark}{line}\n" for line in [*self._unread(), *self.left_out])
        return said + WRITERS[target](self.layouts, column)

    def _unread(self) -> list[str]:
        """Return lines that say which cells the code does not read: how many, an example, its layout, its status."""
        unread = self._found.of_none()
        for readers, cells in self._cells.items():
            if readers <= self._wrong.keys():
                unread.merge(cells)
        left = [row for row in unread.rows(apart=True) if row.status != "empty"]
        if not left:
            return []
        every = sum(cells.cells for cells in self._cells.values())
        shown = [
            f"  {row.rows:,}: {row.example!r}, {row.status} ({row.layout})" for row in left[:MOST_LEFT_OUT]
        ]
        more = sum(row.rows for row in left[MOST_LEFT_OUT:])
        count = sum(row.rows for row in left)
        lines = [f"Not read: {count:,} of {every:,} cells.", *shown, *([f"  {more:,} more"] if more else [])]
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
    is_open = "#" in row.layout or " or " in row.layout or "yy" in _letters(row.layout)
    if is_open or (_is_named(row.layout) and row.language != "en"):
        return False
    return reader(row.layout)(row.example) == row.reading


def reader(layout: str) -> Callable[[str], str | None]:
    """Return what reads a text as the code does that is written of a layout: its date, or None; one needs all of a day.

    >>> read = reader("d/MM/y")
    >>> read("9/05/2018"), read("9/05/18"), read("31/02/2018")
    ('2018-05-09', None, None)
    >>> reader("d 'janvier' y")("9 janvier 2018")
    """
    whole, written, letters = re.compile(pattern(layout)), strptime(layout), _letters(layout)
    kinds = sorted(run[0] for run in letters)  # none twice: a weekday may be said behind the date as well
    is_day = LETTERS.keys() >= set(letters) and len(set(kinds)) == len(kinds) and {*"yMd"} <= set(kinds)

    def read(text: str) -> str | None:
        if not is_day or not whole.fullmatch(text):
            return None
        try:
            return datetime.strptime(text, written).date().isoformat()
        except ValueError:  # no such day
            return None

    return read


def _letters(layout: str) -> list[str]:
    return [run for run, plain in pieces(layout) if plain and run[0].isalpha()]


def _is_named(layout: str) -> bool:
    return not NAMES.isdisjoint(_letters(layout))


def _in_one_order(layout: str) -> str:
    """Return a layout without what tells its day from its month."""
    return "".join("n" if plain and run in ("d", "dd", "M", "MM") else run for run, plain in pieces(layout))


def _translated(layout: str, letters: Mapping[str, str], literal: Callable[[str], str]) -> str:
    """Return a layout in other letters; literal: how other text is written there."""
    return "".join(
        letters[run] if plain and run in letters else literal(run if plain else run[1:-1].replace("''", "'"))
        for run, plain in pieces(layout)
    )


def strptime(layout: str, letters: Mapping[str, str] = C_LETTERS) -> str:
    """Return a layout as `strptime` takes it. letters: what it has for CLDR's.

    >>> strptime("EEEE, d MMMM y"), strptime("d 'of' MMM y")
    ('%A, %d %B %Y', '%d of %b %Y')
    """
    return _translated(layout, letters, lambda text: text.replace("%", "%%"))


def pattern(layout: str, captured: Sequence[str] = ()) -> str:
    r"""Return a regular expression of all that is written in a layout, 31 April among it, as all targets take it.

    captured: the letters in it that are groups.

    >>> pattern("dd.MM.y", ["y"])
    '^(?:0[1-9]|[12][0-9]|3[01])\\.(?:0[1-9]|1[0-2])\\.([12][0-9]{3}|9999)$'
    """
    letters = {run: f"({'' if run in captured else '?:'}{one})" for run, one in PATTERNS.items()}
    written = _translated(layout, letters, lambda text: SPECIAL.sub(r"\\\g<0>", text))
    return f"{'(?i)' * _is_named(layout)}^{written}$"


def _listed(layouts: Sequence[str], letters: Mapping[str, str] = C_LETTERS) -> str:
    return "".join(f"    ({pattern(layout)!r}, {strptime(layout, letters)!r}),\n" for layout in layouts)


def _python(layouts: Sequence[str], column: str) -> str:
    return f"""import re
from datetime import date, datetime

LAYOUTS = (
{_listed(layouts)})


def parse(text: str) -> date | None:
    for pattern, layout in LAYOUTS:
        if re.fullmatch(pattern, text):
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
    dates = pd.Series(pd.NaT, texts.index, "datetime64[us]")
    for pattern, layout in LAYOUTS:
        written = texts.where(texts.str.fullmatch(pattern, na=False))
        dates = dates.fillna(pd.to_datetime(written, format=layout, errors="coerce"))
    return dates.dt.normalize()
"""


def _polars(layouts: Sequence[str], column: str) -> str:
    return f"""import polars as pl

DATES = (
{_listed([one for one in layouts if not _has_time(one)], POLARS)})
TIMES = (
{_listed([one for one in layouts if _has_time(one)], POLARS)})


def parse(texts: pl.Expr) -> pl.Expr:
    def written(pattern: str) -> pl.Expr:
        return pl.when(texts.str.contains(pattern)).then(texts)

    dates = [written(pattern).str.to_date(layout, strict=False) for pattern, layout in DATES]
    times = [written(pattern).str.to_datetime(layout, strict=False).dt.date() for pattern, layout in TIMES]
    return pl.coalesce(dates + times)
"""


def _has_time(layout: str) -> bool:
    return any(run in TIMES for run in _letters(layout))


def _duckdb(layouts: Sequence[str], column: str) -> str:
    """Return SQL; DuckDB passes over spaces in front by itself, and fails where the format has them too."""
    name = _identifier(column)
    return _first_of(
        f"    CASE WHEN regexp_full_match({name}, {_sql(pattern(layout))})\n"
        f"        THEN CAST(try_strptime({name}, {_sql(strptime(layout).lstrip())}) AS DATE) END"
        for layout in layouts
    )


def _postgres(layouts: Sequence[str], column: str) -> str:
    """Return SQL that counts days from the first of a month: `to_date` raises for 31 April, and the query with it."""
    return _first_of(_from_the_first(layout, column) for layout in layouts)


def _from_the_first(layout: str, column: str) -> str:
    fields = [run for run in _letters(layout) if run[0] in "yMd"]
    year, month, day = ([run[0] for run in fields].index(letter) for letter in "yMd")
    kind = {"MMMM": "Month", "MMM": "Mon"}.get(fields[month], "MM")
    return (
        "    (SELECT CASE WHEN to_char(first + day - 1, 'MM') = to_char(first, 'MM') THEN first + day - 1 END\n"
        f"        FROM (SELECT to_date(found[{year + 1}] || ' ' || found[{month + 1}], 'YYYY {kind}') AS first,"
        f" found[{day + 1}]::int AS day\n"
        f"            FROM regexp_match({_identifier(column)}, {_sql(pattern(layout, fields))}) AS found) AS parts)"
    )


def _first_of(dates: Iterable[str]) -> str:
    """Return SQL for the first of some dates that is one."""
    listed = ",\n".join(dates)
    return f"COALESCE(\n{listed}\n)\n"


def _identifier(column: str) -> str:
    return '"' + column.replace('"', '""') + '"'


def _sql(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


WRITERS: dict[Target, Callable[[Sequence[str], str], str]] = {
    "python": _python,
    "pandas": _pandas,
    "polars": _polars,
    "duckdb": _duckdb,
    "postgres": _postgres,
}
