"""Writers: rows of texts, from a table of whatever format, in another one."""

import io
import weakref
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from datenorm.errors import TableError
from datenorm.tables.cells import Cell, NewColumn, as_text, as_value, inert, to_json, without_halves
from datenorm.tables.formats import Chunk, Table, extension_of
from datenorm.tables.ipc import arrow_file
from datenorm.tables.parquet import RowGroups
from datenorm.tables.preamble import named
from datenorm.tables.records import records

Row = tuple[Sequence[str], Sequence[Cell]]  # its own cells, and the new ones


class Writer(Protocol):
    """Writes a table from its beginning to its end; each method returns the bytes that come next."""

    def head(self, columns: Sequence[str], added: Sequence[NewColumn]) -> bytes:
        """Begin a table of these columns and the new ones behind them."""
        ...

    def rows(self, rows: Iterable[Row]) -> bytes:
        """Write some rows."""
        ...

    def tail(self) -> bytes:
        """End the table."""
        ...


class DelimitedWriter:
    """CSV and TSV, in UTF-8."""

    def __init__(self, delimiter: str) -> None:
        self._delimiter = delimiter

    def head(self, columns: Sequence[str], added: Sequence[NewColumn]) -> bytes:
        return self._written([[*columns, *(inert(new.name) for new in added)]])

    def rows(self, rows: Iterable[Row]) -> bytes:
        return self._written([*own, *(inert(as_text(cell)) for cell in new)] for own, new in rows)

    def tail(self) -> bytes:
        return b""

    def _written(self, rows: Iterable[Sequence[str]]) -> bytes:
        text = records(rows, self._delimiter)
        try:
            return text.encode("utf-8", "surrogateescape")
        except UnicodeEncodeError:
            return without_halves(text).encode("utf-8", "surrogateescape")


class JsonLinesWriter:
    """JSON Lines; an empty cell is null, as it is behind a JSON Lines' own members."""

    def head(self, columns: Sequence[str], added: Sequence[NewColumn]) -> bytes:
        self._columns, self._added = columns, added
        _check_names(columns, added, "an object of JSON keeps one of them")
        return b""

    def rows(self, rows: Iterable[Row]) -> bytes:
        return "".join(to_json(self._object(*row)) + "\n" for row in rows).encode()

    def tail(self) -> bytes:
        return b""

    def _object(self, own: Sequence[str], new: Sequence[Cell]) -> dict[str, Any]:
        added = {column.name: as_value(cell) for column, cell in zip(self._added, new, strict=True)}
        return {**{name: cell or None for name, cell in zip(self._columns, own, strict=True)}, **added}


class BatchWriter:
    """Parquet and Arrow files, through pyarrow; own cells are texts, an empty one is null.

    begin: returns what batches of a schema are written with, into a sink.
    """

    def __init__(self, begin: Callable[[Any, Any], Any]) -> None:
        self._begin = begin

    def head(self, columns: Sequence[str], added: Sequence[NewColumn]) -> bytes:
        from datenorm.tables.arrow import arrow_fields
        from datenorm.tables.batches import Sink, pyarrow

        self._arrow = pyarrow()
        _check_names(columns, added, "what reads them by their names finds neither")
        own = [self._arrow.field(name, self._arrow.string()) for name in columns]
        self._added, self._schema = added, self._arrow.schema([*own, *arrow_fields(added)])
        self._sink = Sink()
        self._file = self._begin(self._sink, self._schema)
        return self._sink.taken()

    def rows(self, rows: Iterable[Row]) -> bytes:
        from datenorm.tables.arrow import arrow_array

        written = list(rows)
        if not written:
            return b""
        own, new = (list(zip(*cells, strict=True)) for cells in zip(*written, strict=True))
        texts = list(map(self._texts, own))
        arrays = [*texts, *map(arrow_array, self._added, new)]
        self._file.write_batch(self._arrow.RecordBatch.from_arrays(arrays, schema=self._schema))
        return self._sink.taken()

    def _texts(self, cells: Sequence[str]) -> Any:
        for whole in (str, without_halves):
            with suppress(UnicodeEncodeError):
                return self._arrow.array([whole(cell) or None for cell in cells], self._arrow.string())
        raise TableError("Arrow keeps texts in UTF-8, and a cell is none; say the --encoding")

    def tail(self) -> bytes:
        self._file.close()
        return self._sink.taken()


class WorkbookWriter:
    """A workbook of one sheet; days are days, own cells texts."""

    def head(self, columns: Sequence[str], added: Sequence[NewColumn]) -> bytes:
        from datenorm.tables.sheets import check_size, openpyxl

        check_size(1, len(columns) + len(added))
        self._added, self._rows = added, 1
        self._workbook = openpyxl().Workbook(write_only=True)
        self._sheet = self._workbook.create_sheet("dates")
        weakref.finalize(self, _close, self._sheet)
        self._sheet.append(list(map(self._text, [*columns, *(new.name for new in added)])))
        return b""

    def rows(self, rows: Iterable[Row]) -> bytes:
        from datenorm.tables.sheets import check_size

        for own, new in rows:
            self._rows += 1
            check_size(self._rows)
            typed = [self._typed(*pair) for pair in zip(self._added, new, strict=True)]
            self._sheet.append([*map(self._text, own), *typed])
        return b""

    def tail(self) -> bytes:
        file = io.BytesIO()
        self._workbook.save(file)
        return file.getvalue()

    def _typed(self, column: NewColumn, cell: Cell) -> Any:
        if column.holds == "date" and isinstance(cell, str) and cell >= "1900-03-01":
            return date.fromisoformat(cell)
        return cell if isinstance(cell, float) else self._text(as_text(cell))

    def _text(self, text: str) -> Any:
        from datenorm.tables.sheets import text_cell

        return text_cell(self._sheet, text) if text else None


def _check_names(columns: Sequence[str], added: Sequence[NewColumn], why: str) -> None:
    """Raise TableError where columns have one name. why: what is lost then."""
    counted = Counter([*columns, *(new.name for new in added)])
    twice = [name for name, count in counted.items() if count > 1]
    if twice:
        others = f", and so are others: {named(twice[1:])}" if twice[1:] else ""
        how_many = "two" if counted[twice[0]] == 2 else f"{counted[twice[0]]:,}"
        raise TableError(
            f"{how_many} columns are called {twice[0]!r}{others}; {why}; rename all but one first"
        )


def _close(sheet: Any) -> None:
    """End a sheet that nobody saved, as a run that fails leaves one: openpyxl's own end would be a traceback."""
    with suppress(Exception):  # it was saved
        sheet.close()


WRITERS: Mapping[str, Any] = {
    "csv": lambda: DelimitedWriter(","),
    "tsv": lambda: DelimitedWriter("\t"),
    "jsonl": JsonLinesWriter,
    "parquet": lambda: BatchWriter(RowGroups),
    "arrow": lambda: BatchWriter(arrow_file),
    "xlsx": WorkbookWriter,
}


def writer_for(path: Path) -> Writer:
    """Return what writes a file of this name. Raises TableError for an extension that none does."""
    form = form_written(path)
    if form not in WRITERS:
        raise _not_written(path)
    writer: Writer = WRITERS[form]()
    return writer


def form_written(path: Path) -> str:
    """Return the form of a table that is written under this name. Raises TableError for a name that says none."""
    form = extension_of(path)
    if form is None:
        raise _not_written(path)
    return form


def _not_written(path: Path) -> TableError:
    return TableError(f"{path}: tables are written as {', '.join('.' + name for name in WRITERS)}")


@dataclass(frozen=True, slots=True)
class TranscribedTable:
    """A table that comes out in another format than it came in."""

    table: Table
    writer: Writer

    @property
    def columns(self) -> Sequence[str]:
        return self.table.columns

    @property
    def bad(self) -> Any:
        return self.table.bad

    @property
    def notes(self) -> Sequence[str]:
        return self.table.notes

    def head(self, added: Sequence[NewColumn]) -> bytes:
        return self.writer.head(self.table.columns, added)

    def tail(self) -> bytes:
        return self.writer.tail()

    def chunks(self, rows: int, asked: Sequence[int] = ()) -> Iterable["TranscribedChunk"]:
        for chunk in self.table.chunks(rows, asked):
            yield TranscribedChunk(chunk, self.writer, len(self.table.columns))


@dataclass(frozen=True, slots=True)
class TranscribedChunk:
    """Some rows of such a table."""

    chunk: Chunk
    writer: Writer
    width: int

    def __len__(self) -> int:
        return len(self.chunk)

    def cells(self, column: int) -> list[str]:
        return self.chunk.cells(column)

    def days(self, column: int) -> list[str]:
        return self.chunk.days(column)

    def shown(self, column: int) -> list[str]:
        return self.chunk.shown(column)

    def place(self, row: int) -> str:
        return self.chunk.place(row)

    def widened(self, added: Sequence[Sequence[Cell]]) -> bytes:
        own = zip(*map(self.chunk.shown, range(self.width)), strict=True)
        return self.writer.rows(zip(own, added, strict=True))

    def replaced(self, columns: Mapping[int, Sequence[Cell | None]]) -> bytes:
        own = [
            [was if cell is None else as_text(cell) for cell, was in zip(columns[place], cells, strict=True)]
            if place in columns
            else cells
            for place, cells in enumerate(map(self.chunk.shown, range(self.width)))
        ]
        return self.writer.rows((row, ()) for row in zip(*own, strict=True))
