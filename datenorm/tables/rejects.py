"""Rejects: the rows that were not answered, in a file of their own, for a person to mend."""

from collections.abc import Collection, Sequence
from typing import BinaryIO

from datenorm.tables.cells import NewColumn, Written
from datenorm.tables.formats import Chunk
from datenorm.tables.summary import UNREAD
from datenorm.tables.writers import Writer


class Rejects:
    """Writes the rows of which a cell was refused or is ambiguous: where they stand, their cells, and the reasons."""

    def __init__(self, stream: BinaryIO, writer: Writer) -> None:
        self._stream, self._writer = stream, writer
        self._width = 0

    def begin(self, columns: Sequence[str], asked: Sequence[str]) -> None:
        """Begin with the table's columns; asked: those that were read."""
        self._width = len(columns)
        names = [f"{name}_{kind}" for name in asked for kind in ("status", "reason")]
        place, *reasons = (_apart(name, columns) for name in ("place", *names))
        self._stream.write(self._writer.head([place, *columns], list(map(NewColumn, reasons))))

    def add(self, chunk: Chunk, answers: Sequence[Sequence[Written]]) -> None:
        """Write those of a chunk; answers: by column."""
        rows = [
            (row, sum(((one.status, one.reason) for one in of_row), ()))
            for row, of_row in enumerate(zip(*answers, strict=True))
            if any(one.status in UNREAD for one in of_row)
        ]
        if not rows:
            return
        cells = [chunk.shown(column) for column in range(self._width)]
        written = (([chunk.place(row), *(column[row] for column in cells)], reasons) for row, reasons in rows)
        self._stream.write(self._writer.rows(written))

    def end(self) -> None:
        """Write what stands behind the last of them."""
        self._stream.write(self._writer.tail())


def _apart(name: str, taken: Collection[str]) -> str:
    """Return a name, with a sign behind it where a column of the table has it already.

    >>> _apart("place", ["day", "place"])
    'place_'
    """
    while name in taken:
        name += "_"
    return name
