"""CSV and TSV. Each record is kept as the file has it, so that cells which are not ours come out byte for byte.

Python's `csv` says where a record ends and what its cells are; what is written is the record's own text and the new
cells behind it. Line ends are whatever they are.
"""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, islice
from typing import BinaryIO, NamedTuple

from datenorm.errors import TableError
from datenorm.tables.bad_rows import BadRows
from datenorm.tables.cells import LONGEST_LINE, REMEMBERED, Cell, NewColumn, as_text, inert
from datenorm.tables.encodings import Encoding
from datenorm.tables.preamble import Dialect, beginning
from datenorm.tables.records import record_writer


class Record(NamedTuple):
    """One record: its first line, counted from 1; its text and line end as the file has them.

    cells: those of a record with quotes; None where they are simply what stands between the delimiters; empty where the
    record is blank, or no row.
    """

    line: int
    body: str
    end: str
    cells: Sequence[str] | None


NOTHING = Record(1, "", "", ())


class DelimitedTable:
    """A CSV or TSV that is being read.

    stream: the bytes. name: what an error calls the file. dialect: what is said of it. encoding: one that
    Python knows; None as in `Encoding`. header: whether the first record names the columns, which are called 1, 2, 3...
    otherwise. bad: what becomes of records of another width than the header's, which are then no rows, and of bytes
    outside the encoding, which stay in their cells. longest_line: in 2 ** 20 characters; a cell may have half of it.
    Raises TableError, here and while reading, for an unknown encoding and a record that cannot be told apart.
    """

    def __init__(
        self,
        stream: BinaryIO,
        name: str,
        dialect: Dialect | None = None,
        encoding: str | None = None,
        header: bool = True,
        bad: BadRows | None = None,
        longest_line: int = LONGEST_LINE,
    ) -> None:
        self.bad = bad or BadRows()
        # csv's own limit of 128 KiB is less than one long comment; an unclosed quote must still end before memory does.
        self._longest_cell = longest_line << 19
        csv.field_size_limit(max(csv.field_size_limit(), self._longest_cell))
        self.name, self.encoding = name, Encoding(encoding, name)
        self.encode = self.encoding.encode
        lines = self.encoding.lines(stream, longest_line)
        dialect = dialect or Dialect()
        begun = beginning(lines, dialect)
        self.delimiter, self.quote = begun.delimiter, dialect.quote
        self.notes: Sequence[str] = [_before_header(len(begun.before))] * bool(begun.before)
        self._before = "".join(begun.before)
        self._records = self._read(chain(begun.lines, lines), len(begun.before) + 1)
        self.header = next(self._records, NOTHING)
        if self.header.cells == ():
            line = len(begun.before) + 1
            raise TableError(f"{name}:{line}: the first line must name the columns, and it is empty")
        self.columns: Sequence[str] = list(map(self.encoding.read, self.cells(self.header)))
        all_quoted = record_writer(self.delimiter, self.quote, all_quoted=True)
        # New cells are all quoted where those of the header are. An empty one alone in its record always is.
        is_quoted = all_quoted(self.columns) == self.header.body
        self._row = all_quoted if is_quoted else record_writer(self.delimiter, self.quote)
        self._empty = self.quote * 2 * is_quoted
        self.behind = lru_cache(REMEMBERED)(self._behind)  # answers repeat
        self._has_names = header
        if not header:
            self._records = chain([self.header], self._records)
            self.columns = [str(number) for number in range(1, len(self.columns) + 1)]

    def head(self, added: Sequence[NewColumn]) -> bytes:
        """Return the header, if there is one, with the names of `added` behind it."""
        names = [new.name for new in added]
        header = self.widen(self.header, names) if self._has_names else ""
        return self.encode(self.encoding.mark + self._before + header)

    def tail(self) -> bytes:
        """Return what stands behind the last record: nothing, but for files of DOS."""
        return self.encode(self.encoding.end)

    def chunks(self, rows: int, asked: Sequence[int] = ()) -> Iterator["DelimitedChunk"]:
        """Yield the records behind the header, at most `rows` at a time."""
        while records := list(islice(self._records, rows)):
            yield DelimitedChunk(self, records)

    def cells(self, record: Record) -> Sequence[str]:
        """Return the cells of a record."""
        return record.body.split(self.delimiter) if record.cells is None else record.cells

    def widen(self, record: Record, added: Sequence[Cell]) -> str:
        return f"{record.body}{self.behind(tuple(added))}{record.end}"

    def _behind(self, added: Sequence[Cell]) -> str:
        """Return what new cells look like behind a record's own."""
        return self.delimiter + self._row([inert(as_text(cell)) for cell in added]) if added else ""

    def replace(self, record: Record, cells: Mapping[int, Cell | None]) -> str:
        """Return the record with some cells in place of its own; the others stay as the file has them."""
        written = _as_written(record, self.delimiter, self.quote) or [
            self._row([cell]) for cell in self.cells(record)
        ]
        for place, cell in cells.items():
            if cell is not None:
                text = inert(as_text(cell))
                written[place] = self._row([text]) if text else self._empty
        return self.delimiter.join(written) + record.end

    def _read(self, lines: Iterator[str], number: int) -> Iterator[Record]:
        """Yield the records, the first of which begins in this line.

        Lines without a quote are cut here as csv would cut them, at a fifth of its price.
        """
        quoted = _QuotedRecords(lines, self.delimiter, self.quote)
        delimiter, quote, width = self.delimiter, self.quote, 0
        for line in lines:
            body, end = _cut_end(line)
            taken = 1
            cells: Sequence[str] | None = None
            if quote not in body and len(body) <= self._longest_cell:
                found = body.count(delimiter) + 1
                if (
                    not body and width != 1
                ):  # in a table of one column an empty line is a row with an empty cell
                    cells, found = (), width
            else:
                try:
                    cells, text, taken = quoted.read(line)
                except csv.Error as error:
                    raise TableError(f"{self.name}:{number}: {self._malformed(error)}") from None
                body, end = _cut_end(text)
                found = len(cells)
            width = width or found
            if found != width or not body.isascii():
                cells = self._checked(number, body, cells, found, width)
            yield Record(number, body, end, cells)
            number += taken

    def _malformed(self, error: csv.Error) -> str:
        """Return what an error of csv says in our words."""
        if "field limit" not in str(error):
            return f"a quoted cell does not end as it should ({error})"
        return (
            f"a cell of more than {self._longest_cell:,} characters, or a quote that does not end; "
            "--longest-line lets longer ones pass"
        )

    def _checked(
        self, line: int, body: str, cells: Sequence[str] | None, found: int, width: int
    ) -> Sequence[str] | None:
        """Return the cells of a record, none where it is no row: it has `found` of them, and not `width`."""
        complaint = self.encoding.complaint(body)
        if found != width:
            width_told = f"{found} cell{'s' * (found > 1)}, where the header has {width}"
            self.bad.meet(f"{self.name}:{line}: {width_told}{'; ' * bool(complaint)}{complaint or ''}")
            return ()
        if complaint:
            self.bad.meet_undecoded(f"{self.name}:{line}: {complaint}")
        return cells


class DelimitedChunk:
    """Some records of a table. Blank and bad ones between them are no rows; they come out as they are."""

    def __init__(self, table: DelimitedTable, records: Sequence[Record]) -> None:
        self.table = table
        self.records = records
        self.rows = [record for record in records if record.cells != ()]

    def __len__(self) -> int:
        return len(self.rows)

    def cells(self, column: int) -> list[str]:
        """Return the cells of one column, one for each row."""
        delimiter, behind = self.table.delimiter, column + 1
        found = [
            body.split(delimiter, behind)[column] if cells is None else cells[column]
            for _, body, _, cells in self.rows
        ]
        return self.table.encoding.read_all(found)

    def days(self, column: int) -> list[str]:
        """Return the cells of a column of days: texts as any other."""
        return self.cells(column)

    def shown(self, column: int) -> list[str]:
        """Return the cells of one column as another format has them: the same texts."""
        return self.cells(column)

    def place(self, row: int) -> str:
        """Return where row `row` of this chunk starts, as an error names it: 'orders.csv:17'."""
        return f"{self.table.name}:{self.rows[row].line}"

    def widened(self, added: Sequence[Sequence[Cell]]) -> bytes:
        """Return the records with the cells `added` (rows, cells) behind their own."""
        new = map(self.table.behind, map(tuple, added))
        return self.table.encode(
            "".join(
                [f"{body}{next(new) if cells != () else ''}{end}" for _, body, end, cells in self.records]
            )
        )

    def replaced(self, columns: Mapping[int, Sequence[Cell | None]]) -> bytes:
        """Return the records with the cells `columns` (by column: rows) in place of their own, None for no change."""
        new = [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]
        rows = iter(new)
        return self.table.encode(
            "".join(
                self.table.replace(record, next(rows)) if record.cells != () else record.body + record.end
                for record in self.records
            )
        )


def _as_written(record: Record, delimiter: str, quote: str) -> list[str] | None:
    """Return the cells as they stand in the record, quotes and all; None where they cannot be told apart so."""
    if record.cells is None:
        return record.body.split(delimiter)
    sign = re.escape(delimiter)
    mark = re.escape(quote)
    cell = re.compile(rf"({mark}(?:[^{mark}]|{mark}{mark})*{mark}|[^{sign}]*)({sign}|\Z)")
    cells, start, goes_on = [], 0, True
    while goes_on:
        found = cell.match(record.body, start)
        if not found:
            return None
        cells.append(found[1])
        start, goes_on = found.end(), bool(found[2])
    return cells if len(cells) == len(record.cells) else None


def _before_header(lines: int) -> str:
    return (
        f"{lines:,} line{'s' * (lines > 1)} before the header, left as {'they are' if lines > 1 else 'it is'}"
    )


def _cut_end(text: str) -> tuple[str, str]:
    body = text.removesuffix("\n").removesuffix("\r")
    return body, text[len(body) :]


class _QuotedRecords:
    """csv's own reader, for the records that it is needed for: what they have in quotes may hold any character."""

    def __init__(self, lines: Iterator[str], delimiter: str, quote: str) -> None:
        self._lines = lines
        self._taken: list[str] = []
        self._next = ""
        self._reader = csv.reader(self._feed(), delimiter=delimiter, quotechar=quote, strict=True)

    def read(self, line: str) -> tuple[list[str], str, int]:
        """Return the cells of the record that begins with `line`, its text, and how many lines it takes.

        Raises csv.Error for a quote that does not end as it should.
        """
        self._next = line
        self._taken.clear()
        cells = next(self._reader)
        return cells, "".join(self._taken), len(self._taken)

    def _feed(self) -> Iterator[str]:
        while line := self._next or next(self._lines, ""):
            self._next = ""
            self._taken.append(line)
            yield line
