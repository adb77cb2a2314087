"""What stands before the header of a CSV: titles and totals of a bank's export, a spreadsheet's `sep=;`."""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

SEARCHED = 100  # lines in which the header is looked for
NUMBER = re.compile(r"-?[0-9]{1,9}")  # of a column, from 1 or back from -1
CANDIDATES = ",;\t|"  # delimiters that a header without an extension to tell it is searched for
COLUMNS_NAMED, NAME_SHOWN = 20, 60  # in a message, and characters of each
SEPARATOR = re.compile(r'"?sep=(.)"?\s*', re.IGNORECASE)  # the first line of what some spreadsheets write


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a CSV is written, as its user says; what is not said is found.

    delimiter, quote: one character each. skipped: lines before the header. names: columns that the header has.
    expected: the delimiter that the file's name tells, unless its header has the names with another one.
    """

    delimiter: str | None = None
    quote: str = '"'
    skipped: int | None = None
    names: Sequence[str] = ()
    expected: str = ""

    @property
    def searched(self) -> Sequence[str]:
        """The names that tell a header from other lines: a number may be that of a column, and stands in data."""
        return [name for name in self.names if name.strip() and not NUMBER.fullmatch(name.strip())]


@dataclass(frozen=True, slots=True)
class Beginning:
    """The beginning of a CSV: the lines before its header, its delimiter, and the lines from the header on."""

    before: Sequence[str]
    delimiter: str
    lines: Sequence[str]


def beginning(lines: Iterator[str], dialect: Dialect) -> Beginning:
    """Return the beginning of a CSV, its header being the first line that has all the names that are looked for.

    Where none has, or the number of lines before it is said, it is the first line behind them. No more lines are taken
    than it needs.
    """
    taken = [next(lines, "")]
    delimiter = dialect.delimiter
    if separator := SEPARATOR.fullmatch(taken[0]):
        delimiter = delimiter or separator[1]
        taken.append(next(lines, ""))
    start = len(taken) - 1 if dialect.skipped is None else dialect.skipped
    taken += islice(lines, max(0, start + 1 - len(taken)))
    first = taken[start] if start < len(taken) else ""
    place = start
    if dialect.searched and dialect.skipped is None:
        while place < len(taken) and not (found := _delimiter_of(taken[place], dialect, delimiter)):
            place += 1
            if place == len(taken) and place < SEARCHED:
                taken += islice(lines, 1)
        if place < len(taken):
            for begin in range(start, place):  # a cell of the header may have had line ends before
                if begun := _delimiter_of("".join(taken[begin : place + 1]), dialect, delimiter):
                    return Beginning(taken[:begin], begun, taken[begin:])
            return Beginning(taken[:place], found, taken[place:])
    return Beginning(taken[:start], delimiter or dialect.expected or commonest(first), taken[start:])


def commonest(header: str) -> str:
    """Return the delimiter that stands most often in a header line, outside quotes; a comma where none does.

    >>> commonest('id;"name, first";date')
    ';'
    """
    bare = re.sub('"[^"]*"', "", header)
    return max(CANDIDATES, key=bare.count)


def _delimiter_of(line: str, dialect: Dialect, delimiter: str | None) -> str:
    """Return the delimiter with which a line has all the names that are looked for; '' where there is none."""
    usual = dialect.expected or commonest(line)
    for candidate in [delimiter] if delimiter else [usual, *CANDIDATES]:
        if folded(dialect.searched) <= folded(_cells(line, candidate, dialect.quote)):
            return candidate
    return ""


def folded(names: Sequence[str]) -> set[str]:
    """Return names without spaces around them, in lower case: a header is found, and an error says how it is spelt."""
    return {name.strip().casefold() for name in names}


def _cells(line: str, delimiter: str, quote: str) -> Sequence[str]:
    try:
        return next(csv.reader([line.rstrip("\r\n")], delimiter=delimiter, quotechar=quote), ())
    except csv.Error:
        return ()


def named(columns: Sequence[str]) -> str:
    """Return the names of columns or sheets for a message, the first of them where there are many.

    >>> named(["id", "day"]), named(["x"] * 1000)[-20:]
    ('id, day', 'x, x, x and 980 more')
    """
    more = len(columns) - COLUMNS_NAMED
    shown = [name if len(name) <= NAME_SHOWN else f"{name[:NAME_SHOWN]}…" for name in columns[:COLUMNS_NAMED]]
    return ", ".join(shown) + (f" and {more:,} more" if more > 0 else "")
