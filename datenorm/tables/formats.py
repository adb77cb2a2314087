"""Formats: which file is read how, and what a format has to offer to the conversion."""

import difflib
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from datenorm.errors import TableError
from datenorm.tables.delimited import DelimitedTable

DELIMITERS = {".csv": None, ".tsv": "\t", ".tab": "\t"}  # None: what the header shows
EXTENSIONS = tuple(DELIMITERS)
STANDARD = Path("-")  # stdin and stdout


class Chunk(Protocol):
    """Some rows of a table, next to each other."""

    def cells(self, column: int) -> list[str]:
        """Return the cells of one column, one for each row."""
        ...

    def place(self, row: int) -> str:
        """Return where row `row` of this chunk stands, as an error names it: 'orders.csv:17'."""
        ...

    def widened(self, added: Sequence[Sequence[str]]) -> bytes:
        """Return the rows as the output has them, each with its cells of `added` (rows, cells) behind its own."""
        ...


class Table(Protocol):
    """A table that is being read."""

    columns: Sequence[str]

    def chunks(self, rows: int) -> Iterator[Chunk]:
        """Yield the rows, at most `rows` at a time."""
        ...

    def head(self, added: Sequence[str]) -> bytes:
        """Return what stands before the first row, with the names `added` behind its own columns."""
        ...


@contextmanager
def open_table(path: Path) -> Iterator[Table]:
    """Open a table by its extension; `-` is a CSV on stdin. Raises TableError for an extension we do not read."""
    if path == STANDARD:
        yield DelimitedTable(sys.stdin.buffer, "stdin", None)
    elif path.suffix.lower() in DELIMITERS:
        with path.open("rb") as stream:
            yield DelimitedTable(stream, str(path), DELIMITERS[path.suffix.lower()])
    else:
        raise TableError(
            f"{path}: not a table we read; those are {', '.join(EXTENSIONS)}, by their extension"
        )


def find_column(table: Table, name: str) -> int:
    """Return the index of the column `name`. Raises TableError, with the closest name, where it is not there once."""
    places = [index for index, column in enumerate(table.columns) if column == name]
    if len(places) == 1:
        return places[0]
    if places:
        raise TableError(f"{len(places)} columns are called {name!r}; give each its own name")
    closest = difflib.get_close_matches(name.casefold(), [column.casefold() for column in table.columns], 1)
    original = next((column for column in table.columns if [column.casefold()] == closest), None)
    hint = f" (did you mean {original!r}?)" if original is not None else ""
    raise TableError(f"no column {name!r}; the columns are {', '.join(table.columns)}{hint}")
