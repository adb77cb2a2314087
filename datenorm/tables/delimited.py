"""CSV and TSV. Each record is kept as the file has it, so that cells which are not ours come out byte for byte.

Python's `csv` says where a record ends and what its cells are; what is written is the record's own text and the new
cells behind it. Bytes are UTF-8, with or without a byte-order mark, or what is said; line ends are whatever they are.
"""

import codecs
import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import BinaryIO, Literal

from datenorm.errors import TableError
from datenorm.tables.bad_rows import BadRows
from datenorm.tables.cells import Cell, as_text

BOM = "\ufeff"
LINE_ENDS = ("\r\n", "\n", "\r")
CANDIDATES = ",;\t|"  # delimiters that a header without an extension to tell it is searched for
# csv's own limit of 128 KiB is less than one long comment; an unclosed quote must still end before memory does.
LONGEST_CELL = 1 << 24
LONGEST_LINE = 1 << 25  # characters; a file without line ends must not fill the memory either
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a cell that spreadsheets compute begins with
DAY_OF_YEAR = re.compile(r"--[0-9]{2}-[0-9]{2}(?::.*)?")  # and with --top its probability
ESCAPED_BYTE = re.compile("[\udc80-\udcff]")  # what 'surrogateescape' makes of bytes that are not UTF-8


@dataclass(frozen=True, slots=True)
class Record:
    """One record: its first line, counted from 1; its text and line end as the file has them; its cells."""

    line: int
    body: str
    end: str
    cells: Sequence[str]

    @property
    def blank(self) -> bool:
        return not self.cells


class DelimitedTable:
    """A CSV or TSV that is being read.

    stream: the bytes. name: what an error calls the file. delimiter: None takes it from the header. encoding: one that
    Python knows. header: whether the first record names the columns, which are called 1, 2, 3... otherwise. bad: what
    becomes of records of another width than the header's, which are then no rows, and of bytes outside the encoding,
    which stay in their cells. Raises TableError, here and while reading, for an unknown encoding and a record that
    cannot be told apart.
    """

    def __init__(
        self,
        stream: BinaryIO,
        name: str,
        delimiter: str | None,
        encoding: str = "utf-8",
        header: bool = True,
        bad: BadRows | None = None,
    ) -> None:
        self.bad = bad or BadRows()
        csv.field_size_limit(max(csv.field_size_limit(), LONGEST_CELL))
        self.name, self.encoding = name, encoding
        try:
            self._encoder = codecs.getincrementalencoder(encoding)("surrogateescape")
        except LookupError:
            raise TableError(
                f"Python knows no encoding {encoding!r}; there are utf-8, cp1252, utf-16..."
            ) from None
        lines = _lines(stream, name, encoding)
        first = next(lines, "")
        self._mark = BOM if first.startswith(BOM) else ""
        first = first.removeprefix(BOM)
        self.delimiter = delimiter or _delimiter(first)
        self._records = self._read(chain([first], lines))
        self.header = next(self._records, Record(1, "", "", ()))
        if self.header.blank:
            raise TableError(f"{name}:1: the first line must name the columns, and it is empty")
        self.columns = self.header.cells
        self._row = _row_writer(self.delimiter, self.header)
        self._has_names = header
        if not header:
            self._records = chain([self.header], self._records)
            self.columns = [str(number) for number in range(1, len(self.header.cells) + 1)]

    def head(self, added: Sequence[str]) -> bytes:
        """Return the header, if there is one, with the names `added` behind it."""
        return self.encode(self._mark + (self.widen(self.header, added) if self._has_names else ""))

    def tail(self) -> bytes:
        """Return what stands behind the last record: nothing."""
        return b""

    def chunks(self, rows: int) -> Iterator["DelimitedChunk"]:
        """Yield the records behind the header, at most `rows` at a time."""
        while records := list(islice(self._records, rows)):
            yield DelimitedChunk(self, records)

    def encode(self, text: str) -> bytes:
        """Return what comes next in the output as bytes."""
        return self._encoder.encode(text)

    def widen(self, record: Record, added: Sequence[Cell]) -> str:
        new = self._row([_inert(as_text(cell)) for cell in added])
        return f"{record.body}{self.delimiter}{new}{record.end}" if added else record.body + record.end

    def replace(self, record: Record, cells: Mapping[int, str | None]) -> str:
        """Return the record with some cells in place of its own; the others stay as the file has them."""
        written = _as_written(record, self.delimiter) or [self._row([cell]) for cell in record.cells]
        for place, cell in cells.items():
            if cell is not None:
                written[place] = self._row([cell])
        return self.delimiter.join(written) + record.end

    def _read(self, lines: Iterable[str]) -> Iterator[Record]:
        taken: list[str] = []
        reader = csv.reader(_noting(lines, taken), delimiter=self.delimiter, strict=True)
        width, line = 0, 1
        while True:
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                place = f"{self.name}:{line}"
                raise TableError(f"{place}: a quoted cell does not end as it should ({error})") from None
            body, end = _cut_end("".join(taken))
            taken.clear()
            if not cells and width == 1:
                cells = [""]  # an empty line of a table of one column is a row with an empty cell
            width = width or len(cells)
            yield Record(line, body, end, self._checked(line, body, cells, width))
            line = reader.line_num + 1

    def _checked(self, line: int, body: str, cells: Sequence[str], width: int) -> Sequence[str]:
        """Return the cells of a record, none of one that is no row."""
        if not body.isascii() and (escaped := ESCAPED_BYTE.search(body)):
            byte = ord(escaped.group()) - 0xDC00
            known = self.encoding.upper()
            self.bad.meet(
                f"{self.name}:{line}: not {known} (byte 0x{byte:02x}); say its --encoding, cp1252 for one"
            )
        if cells and len(cells) != width:
            self.bad.meet(
                f"{self.name}:{line}: {len(cells)} cell{'s' * (len(cells) > 1)}, where the header has {width}"
            )
            return ()
        return cells


@dataclass(frozen=True, slots=True)
class DelimitedChunk:
    """Some records of a table. Blank and bad ones between them are no rows; they come out as they are."""

    table: DelimitedTable
    records: Sequence[Record]

    @property
    def rows(self) -> list[Record]:
        return [record for record in self.records if not record.blank]

    def __len__(self) -> int:
        return len(self.rows)

    def cells(self, column: int) -> list[str]:
        """Return the cells of one column, one for each row."""
        return [record.cells[column] for record in self.rows]

    def place(self, row: int) -> str:
        """Return where row `row` of this chunk starts, as an error names it: 'orders.csv:17'."""
        return f"{self.table.name}:{self.rows[row].line}"

    def widened(self, added: Sequence[Sequence[Cell]]) -> bytes:
        """Return the records with the cells `added` (rows, cells) behind their own."""
        new = iter(added)
        return self.table.encode(
            "".join(
                record.body + record.end if record.blank else self.table.widen(record, next(new))
                for record in self.records
            )
        )

    def replaced(self, columns: Mapping[int, Sequence[str | None]]) -> bytes:
        """Return the records with the cells `columns` (by column: rows) in place of their own, None for no change."""
        new = [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]
        rows = iter(new)
        return self.table.encode(
            "".join(
                record.body + record.end if record.blank else self.table.replace(record, next(rows))
                for record in self.records
            )
        )


def _lines(stream: BinaryIO, name: str, encoding: str) -> Iterator[str]:
    # newline="" leaves line ends as they are and still knows all three.
    text = io.TextIOWrapper(stream, encoding, "surrogateescape", newline="")
    try:
        for number, line in enumerate(iter(lambda: text.readline(LONGEST_LINE), ""), 1):
            if len(line) == LONGEST_LINE:
                raise TableError(
                    f"{name}:{number}: a line of more than {LONGEST_LINE >> 20} million characters"
                )
            yield line
    except UnicodeError as error:  # of encodings like UTF-16, whose errors no byte can be kept for
        raise TableError(f"{name}: not {encoding.upper()}: {error}") from None
    finally:
        if not stream.closed:
            text.detach()  # the stream is the caller's to close


def _as_written(record: Record, delimiter: str) -> list[str] | None:
    """Return the cells as they stand in the record, quotes and all; None where they cannot be told apart so."""
    if '"' not in record.body:
        return record.body.split(delimiter)
    sign = re.escape(delimiter)
    cell = re.compile(rf'("(?:[^"]|"")*"|[^{sign}]*)({sign}|\Z)')
    cells, start, goes_on = [], 0, True
    while goes_on:
        found = cell.match(record.body, start)
        if not found:
            return None
        cells.append(found[1])
        start, goes_on = found.end(), bool(found[2])
    return cells if len(cells) == len(record.cells) else None


def _inert(cell: str) -> str:
    """Return a new cell as no spreadsheet takes it for a formula: a kept text may begin like one.

    Source: https://owasp.org/www-community/attacks/CSV_Injection. A day without a year begins with dashes, and stays.

    >>> _inert("=1+1"), _inert("--05-09"), _inert("soon")
    ("'=1+1", '--05-09', 'soon')
    """
    return f"'{cell}" if cell.startswith(FORMULA) and not DAY_OF_YEAR.fullmatch(cell) else cell


def _delimiter(header: str) -> str:
    """Return the delimiter that stands most often in a header line, outside quotes; a comma where none does.

    >>> _delimiter('id;"name, first";date')
    ';'
    """
    bare = re.sub('"[^"]*"', "", header)
    return max(CANDIDATES, key=bare.count)


def _cut_end(text: str) -> tuple[str, str]:
    end = next((end for end in LINE_ENDS if text.endswith(end)), "")
    return text.removesuffix(end), end


def _noting(lines: Iterable[str], taken: list[str]) -> Iterator[str]:
    """Yield `lines`, and append each to `taken`: the text that csv has read since `taken` was emptied."""
    for line in lines:
        taken.append(line)
        yield line


class _Echo:
    """A file for csv.writer whose `writerow` then returns what it would have written."""

    def write(self, text: str) -> str:
        return text


def _row_writer(delimiter: str, header: Record) -> Callable[[Sequence[str]], str]:
    """Return what writes cells as a record without its end: all quoted where the header's are, else where needed."""

    def writer(quoting: Literal[0, 1]) -> Callable[[Sequence[str]], str]:
        write = csv.writer(_Echo(), delimiter=delimiter, quoting=quoting).writerow
        # Without CR LF as its own record end, csv would not quote cells that hold a CR or an LF.
        return lambda cells: write(cells)[:-2]

    all_quoted = writer(csv.QUOTE_ALL)
    return all_quoted if all_quoted(header.cells) == header.body else writer(csv.QUOTE_MINIMAL)
