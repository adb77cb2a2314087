"""JSON Lines: an object in each line. What is written is the line's own text with our members behind its own.

Source: https://jsonlines.org, and RFC 8259 for what an object is.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any, BinaryIO

from datenorm.errors import TableError
from datenorm.tables.bad_rows import BadRows
from datenorm.tables.cells import LONGEST_LINE, Cell, as_value, to_json, too_long

MARK = b"\xef\xbb\xbf"  # a byte-order mark


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its number from 1, its text and its end as the file has them, and what it says; None if it is blank."""

    number: int
    body: str
    end: str
    row: dict[str, Any] | None


class JsonLinesTable:
    """JSON Lines that are being read. The columns are the members of the first object.

    stream: the bytes, UTF-8. name: what an error calls the file. bad: what becomes of lines that are not an object.
    longest_line: in 2 ** 20 bytes. Raises TableError, here and while reading.
    """

    def __init__(
        self, stream: BinaryIO, name: str, bad: BadRows | None = None, longest_line: int = LONGEST_LINE
    ) -> None:
        self.name, self.bad, self._longest_line = name, bad or BadRows(), longest_line
        self._added: Sequence[str] = ()
        lines = self._read(stream)
        blank = []
        first = None
        for line in lines:
            blank.append(line)
            if line.row is not None:
                first = line
                break
        if first is None:
            raise TableError(f"{name}: no lines, so no columns")
        self.columns: Sequence[str] = list(first.row or ())
        self._lines = chain(blank, lines)

    def head(self, added: Sequence[str]) -> bytes:
        """Return nothing, and remember the names of the members to add: each line has them."""
        self._added = added
        return b""

    def tail(self) -> bytes:
        """Return what stands behind the last line: nothing."""
        return b""

    def chunks(self, rows: int) -> Iterator["JsonLinesChunk"]:
        """Yield the lines, at most `rows` at a time."""
        while lines := list(islice(self._lines, rows)):
            yield JsonLinesChunk(self, lines)

    def widen(self, line: Line, cells: Sequence[Cell]) -> str:
        """Return a line with the members `cells` behind its own; an empty text is null."""
        members = zip(self._added, map(as_value, cells), strict=True)
        added = to_json(dict(members))
        own = line.body.rstrip()[:-1].rstrip()
        return f"{own}{', ' if line.row else ''}{added[1:]}{line.end}"

    def replace(self, line: Line, cells: Mapping[int, str | None]) -> str:
        """Return a line with some members' values in place of its own; where nothing changes, the line as it is."""
        changed = {self.columns[place]: cell for place, cell in cells.items() if cell is not None}
        if not changed:
            return line.body + line.end
        return to_json({**(line.row or {}), **changed}) + line.end

    def _read(self, stream: BinaryIO) -> Iterator[Line]:
        longest = self._longest_line << 20
        for number, raw in enumerate(iter(lambda: stream.readline(longest), b""), 1):
            if len(raw) == longest:
                raise TableError(too_long(self._longest_line, f"{self.name}:{number}: "))
            raw = raw.removeprefix(MARK) if number == 1 else raw
            text = raw.decode("utf-8", "surrogateescape")
            body = text.rstrip("\r\n")
            yield Line(number, body, text[len(body) :], self._object(number, raw))

    def _object(self, number: int, raw: bytes) -> dict[str, Any] | None:
        """Return what a line says; None where it is blank, or bad."""
        place = f"{self.name}:{number}"
        try:
            row = json.loads(raw.decode()) if raw.strip() else None
        except UnicodeDecodeError as error:
            self.bad.meet(f"{place}: not UTF-8 ({error.reason})")
        except (ValueError, RecursionError) as error:
            self.bad.meet(f"{place}: not JSON: {error}")
        else:
            if row is None or isinstance(row, dict):
                return row
            self.bad.meet(f"{place}: not a JSON object: {raw[:40].decode('utf-8', 'replace').strip()}")
        return None


@dataclass(frozen=True, slots=True)
class JsonLinesChunk:
    """Some lines of a table. Blank and bad ones between them are no rows; they come out as they are."""

    table: JsonLinesTable
    lines: Sequence[Line]

    @property
    def rows(self) -> list[Line]:
        return [line for line in self.lines if line.row is not None]

    def __len__(self) -> int:
        return len(self.rows)

    def cells(self, column: int) -> list[str]:
        """Return the values of one member as texts, one for each row; '' where it is null or not there.

        Raises TableError for a value that is an array or an object.
        """
        name = self.table.columns[column]
        return [self._cell(line, name) for line in self.rows]

    def place(self, row: int) -> str:
        """Return where row `row` of this chunk stands: 'orders.jsonl:17'."""
        return f"{self.table.name}:{self.rows[row].number}"

    def widened(self, added: Sequence[Sequence[Cell]]) -> bytes:
        """Return the lines with the members `added` (rows, cells) behind their own."""
        new = iter(added)
        return "".join(
            line.body + line.end if line.row is None else self.table.widen(line, next(new))
            for line in self.lines
        ).encode("utf-8", "surrogateescape")

    def replaced(self, columns: Mapping[int, Sequence[str | None]]) -> bytes:
        """Return the lines with the values `columns` (by column: rows) in place of their own, None for no change."""
        new = iter([dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)])
        return "".join(
            line.body + line.end if line.row is None else self.table.replace(line, next(new))
            for line in self.lines
        ).encode("utf-8", "surrogateescape")

    def _cell(self, line: Line, name: str) -> str:
        value = (line.row or {}).get(name)
        if isinstance(value, dict | list):
            raise TableError(f"{self.table.name}:{line.number}: {name!r} is no text")
        return "" if value is None else str(value)
