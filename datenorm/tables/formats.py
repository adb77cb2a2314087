"""Formats: which file is read how, and what a format has to offer to the conversion."""

import difflib
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO, Protocol, cast

from datenorm.errors import TableError, said_by
from datenorm.files import is_packed, unpacked, unpacking_errors
from datenorm.tables.bad_rows import BadRows
from datenorm.tables.batches import BatchTable
from datenorm.tables.cells import LONGEST_LINE, Cell, NewColumn
from datenorm.tables.delimited import DelimitedTable
from datenorm.tables.ipc import IpcTable
from datenorm.tables.jsonarray import JsonArrayTable
from datenorm.tables.jsonlines import JsonLinesTable
from datenorm.tables.lines import standard_input
from datenorm.tables.parquet import ParquetTable
from datenorm.tables.preamble import COLUMNS_NAMED, NUMBER, Dialect, named

STANDARD = Path("-")  # stdin and stdout
SPOOLED = 1 << 26  # bytes of stdin that are kept in memory; more go to a temporary file


class Chunk(Protocol):
    """Some rows of a table, next to each other."""

    def __len__(self) -> int: ...

    def cells(self, column: int) -> list[str]:
        """Return the cells of one column, one for each row."""
        ...

    def days(self, column: int) -> list[str]:
        """Return the cells of a column that may hold days already, as texts; '' where there is none."""
        ...

    def shown(self, column: int) -> list[str]:
        """Return the cells of a column as another format has them, whatever they hold; '' where there is nothing."""
        ...

    def place(self, row: int) -> str:
        """Return where row `row` of this chunk stands, as an error names it: 'orders.csv:17'."""
        ...

    def widened(self, added: Sequence[Sequence[Cell]]) -> bytes:
        """Return the rows as the output has them, each with its cells of `added` (rows, cells) behind its own."""
        ...

    def replaced(self, columns: Mapping[int, Sequence[Cell | None]]) -> bytes:
        """Return the rows with the cells `columns` (by column: rows) in place of their own, None for no change."""
        ...


class Table(Protocol):
    """A table that is being read."""

    columns: Sequence[str]
    bad: BadRows

    @property
    def notes(self) -> Sequence[str]:
        """What there is to say of the file."""
        ...

    def chunks(self, rows: int, asked: Sequence[int] = ()) -> Iterator[Chunk]:
        """Yield the rows, at most `rows` at a time. asked: the columns whose cells will be asked for."""
        ...

    def head(self, added: Sequence[NewColumn]) -> bytes:
        """Return what stands before the first row, with the columns `added` behind its own."""
        ...

    def tail(self) -> bytes:
        """Return what stands behind the last row."""
        ...


EXTENSIONS = {
    ".csv": "csv",
    ".tsv": "tsv",
    ".tab": "tsv",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
    ".parquet": "parquet",
    ".arrow": "arrow",
    ".feather": "arrow",
    ".xlsx": "xlsx",
}
# What to do about files that people have and we do not read, by their extensions.
WAYS_OUT = {
    **dict.fromkeys((".zip", ".7z", ".rar", ".tar", ".tgz", ".bz2", ".xz"), "unpack it first"),
    **dict.fromkeys((".xls", ".xlsb", ".xlsm", ".ods", ".numbers"), "save it as .xlsx"),
    **dict.fromkeys((".sqlite", ".db", ".duckdb", ".sav", ".dta", ".sas7bdat", ".rds"), "export it as .csv"),
    **dict.fromkeys((".orc", ".avro", ".h5", ".pkl", ".pickle"), "export it as .parquet"),
}
BATCHES: Mapping[str, type[BatchTable]] = {"parquet": ParquetTable, "arrow": IpcTable}
BINARY = (*BATCHES, "xlsx")  # which pack by themselves


class Source:
    """A table that may be read more than once: a file, or stdin or another pipe, which is then kept.

    form: one of EXTENSIONS' values; by the extension where nothing is said, and a CSV on stdin. encoding,
    header, longest_line, dialect: as in `DelimitedTable`. overwrite: as in `JsonLinesTable`. keep_bad_rows: whether a
    malformed row may pass. opened: gives the bytes where `path` only names them. sheet: as in `WorkbookTable`. Raises
    TableError for an extension we do not read.
    """

    def __init__(
        self,
        path: Path,
        form: str | None = None,
        encoding: str | None = None,
        header: bool = True,
        keep_bad_rows: bool = False,
        overwrite: bool = False,
        opened: Callable[[], BinaryIO] | None = None,
        longest_line: int = LONGEST_LINE,
        dialect: Dialect | None = None,
        sheet: str | None = None,
    ) -> None:
        self.path = path
        self._opened: Callable[[], Any] = opened or partial(path.open, "rb")
        self.form = form or form_of(path)
        self.encoding, self.header, self.keep_bad_rows = encoding, header, keep_bad_rows
        self.longest_line, self.dialect = longest_line, dialect or Dialect()
        self.overwrite, self.sheet = overwrite, sheet
        self.closed = False  # as in `JsonLinesTable`
        self._kept: BinaryIO | None = None

    @contextmanager
    def open(self, again: bool = False) -> Iterator[Table]:
        """Open the table. again: it will be opened once more."""
        with self._stream(again) as stream:
            try:
                yield self._table(stream, "stdin" if self.path == STANDARD else str(self.path))
            except unpacking_errors() as error:
                raise TableError(f"{self.path}: cannot be unpacked: {said_by(error)}") from None

    def _table(self, stream: BinaryIO, name: str) -> Table:
        bad = BadRows(self.keep_bad_rows)
        if self.form in BATCHES:
            return BATCHES[self.form](stream, name, bad)
        if self.form == "xlsx":
            from datenorm.tables.workbook import WorkbookTable

            return WorkbookTable(stream, name, self.dialect, self.header, self.sheet, bad)
        if self.form in ("jsonl", "json"):
            kind = JsonArrayTable if self.form == "json" else JsonLinesTable
            said = (self.longest_line, self.encoding, self.overwrite, self.closed, self.dialect.names)
            return kind(stream, name, bad, *said)
        dialect = self.dialect
        if self.form == "tsv":
            dialect = replace(dialect, expected="\t")
        return DelimitedTable(stream, name, dialect, self.encoding, self.header, bad, self.longest_line)

    @contextmanager
    def _stream(self, again: bool) -> Iterator[BinaryIO]:
        if self._kept is None:
            with nullcontext(standard_input()) if self.path == STANDARD else self._opened() as stream:
                is_file = self.path != STANDARD and stream.seekable()
                if is_file or not (again or self.form in BINARY):  # whose end is read first
                    yield unpacked(self.path, stream)
                    return
                self._kept = cast(BinaryIO, tempfile.SpooledTemporaryFile(SPOOLED))  # noqa: SIM115, it is read again
                shutil.copyfileobj(stream, self._kept)
        self._kept.seek(0)
        yield unpacked(self.path, self._kept)


def form_of(path: Path) -> str:
    """Return the form of a file. Raises TableError for an extension we do not read."""
    if path == STANDARD:
        return "csv"
    form = extension_of(path)
    if form is None:
        way_out = WAYS_OUT.get(path.suffix.lower(), "--from csv reads another name as one")
        raise TableError(
            f"{path}: not a table we read; those are {', '.join(EXTENSIONS)}, "
            f"the texts among them also with .gz or .zst; {way_out}"
        )
    return form


def extension_of(path: Path) -> str | None:
    """Return the form that a file's name says; None where that is none of ours."""
    packed = is_packed(path)
    form = EXTENSIONS.get((path.with_suffix("") if packed else path).suffix.lower())
    return None if packed and form in BINARY else form


def find_column(table: Table, name: str) -> int:
    """Return the index of a column: by its name, or without spaces around it, or by its number, from 1 or back from -1.

    Raises TableError, with the closest name, where it is not there once.
    """
    places = [index for index, column in enumerate(table.columns) if column == name]
    places = places or [index for index, column in enumerate(table.columns) if column.strip() == name]
    if len(places) == 1:
        return places[0]
    if places:
        numbers = " or ".join(str(place + 1) for place in places[:COLUMNS_NAMED])
        raise TableError(f"{len(places)} columns are called {name!r}; say which by its number: {numbers}")
    if NUMBER.fullmatch(name) and 1 <= abs(int(name)) <= len(table.columns):
        return int(name) - 1 if int(name) > 0 else len(table.columns) + int(name)
    closest = difflib.get_close_matches(name.casefold(), [column.casefold() for column in table.columns], 1)
    original = next((column for column in table.columns if [column.casefold()] == closest), None)
    hint = f" (did you mean {original!r}?)" if original is not None else ""
    raise TableError(f"no column {name!r}; the columns are {named(table.columns)}{hint}")
