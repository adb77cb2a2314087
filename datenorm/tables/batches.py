"""Batches: tables whose rows come as Arrow record batches, whatever file those are in.

Columns that are not ours keep their types, schema metadata and nulls.
"""

import io
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, BinaryIO, ClassVar

from datenorm.dates.times import as_datetime
from datenorm.errors import TableError, said_by
from datenorm.tables.arrow import arrow_array, arrow_fields, is_text
from datenorm.tables.bad_rows import BadRows
from datenorm.tables.cells import Cell, NewColumn, as_value, to_json
from datenorm.tables.signatures import BEGINNING, mistaken


class BatchTable(ABC):
    """A table whose rows come as Arrow batches, and go as such.

    kind: what its file is called. begins: what such files begin with.

    stream: the file, seekable. name: what an error calls it. bad: as in `Table`. Raises TableError where pyarrow is
    missing, and for a file of another kind.
    """

    kind: ClassVar[str]
    begins: ClassVar[tuple[bytes, ...]]

    def __init__(self, stream: BinaryIO, name: str, bad: BadRows | None = None) -> None:
        self.notes: Sequence[str] = ()
        self.bad = bad or BadRows()  # there are none: a damaged file is an error
        self.arrow = pyarrow()
        self.name = name
        if found := mistaken(stream.read(BEGINNING), self.begins):
            raise TableError(f"{name}: not {self.kind}, but {found}")
        stream.seek(0)
        with self.reading(f"not {self.kind}"):
            self.schema = self.opened(stream)
            self.columns: Sequence[str] = self.schema.names
        self._sink: Sink = Sink()
        self._writer: Any = None
        self.new: Sequence[NewColumn] = ()

    @abstractmethod
    def opened(self, stream: BinaryIO) -> Any:
        """Open the file; return its schema."""

    @abstractmethod
    def batches(self, rows: int) -> Iterator[Any]:
        """Yield its batches, of at most `rows` rows each."""

    @abstractmethod
    def writer(self, sink: "Sink", schema: Any) -> Any:
        """Return what batches of a schema are written with, into `sink`: it has write_batch and close."""

    def head(self, added: Sequence[NewColumn]) -> bytes:
        """Start a file with the columns `added` behind its own and return its first bytes."""
        self.new = added
        schema = self.schema
        for field in arrow_fields(added):
            schema = schema.append(field)
        self._writer = self.writer(self._sink, schema)
        return self._sink.taken()

    def tail(self) -> bytes:
        """Return the end of the file."""
        if self._writer is not None:
            self._writer.close()
        return self._sink.taken()

    def chunks(self, rows: int, asked: Sequence[int] = ()) -> Iterator["BatchChunk"]:
        """Yield the rows, at most `rows` at a time."""
        start = 0
        with self.reading():
            batches = self.batches(rows)
        while True:
            with self.reading():
                batch = next(batches, None)
            if batch is None:
                break
            yield BatchChunk(self, batch, start)
            start += batch.num_rows

    @contextmanager
    def reading(self, trouble: str = "damaged") -> Iterator[None]:
        """Turn what pyarrow raises over a damaged file into a TableError: it has no class of its own for all of it."""
        try:
            yield
        except MemoryError:  # what is damaged may claim any size
            raise TableError(f"{self.name}: {trouble}, or larger than the memory") from None
        except (self.arrow.ArrowException, OSError, ValueError, KeyError) as error:
            raise TableError(f"{self.name}: {trouble}: {said_by(error)}") from None

    def written(self, columns: Sequence[Any], names: Sequence[str]) -> bytes:
        """Write one batch of arrays, and return the bytes that came of it."""
        assert self._writer is not None
        own = [self.schema.field(place) for place in range(len(self.columns))]
        new = arrow_fields(self.new)[: len(names) - len(own)]
        schema = self.arrow.schema([*own, *new], self.schema.metadata)
        self._writer.write_batch(self.arrow.RecordBatch.from_arrays(columns, schema=schema))
        return self._sink.taken()

    def added(self, rows: Sequence[Sequence[Cell]]) -> list[Any]:
        """Return the new columns as arrays, one for each that was given to `head`; an empty text is null."""
        columns = zip(*rows, strict=True) if rows else [() for _ in self.new]
        return [arrow_array(new, column) for new, column in zip(self.new, columns, strict=True)]

    def holds_texts(self, kind: Any) -> bool:
        """Return whether a column of this type can get other texts."""
        return is_text(kind.value_type if self.arrow.types.is_dictionary(kind) else kind)


@dataclass(frozen=True, slots=True)
class BatchChunk:
    """Some rows of a table: an Arrow record batch and the number of the rows before it."""

    table: BatchTable
    batch: Any
    start: int

    def __len__(self) -> int:
        return int(self.batch.num_rows)

    def cells(self, column: int) -> list[str]:
        """Return the cells of one column as texts, '' where they are null. Raises TableError for another type."""
        arrow, array = self.table.arrow, self.batch.column(column)
        types = arrow.types
        array = self._decoded(array)
        name, kind = self.table.columns[column], array.type
        if types.is_temporal(kind):
            raise TableError(
                f"{self.table.name}: {name!r} holds dates already ({kind}); there is nothing to read"
            )
        if types.is_integer(kind):
            array = array.cast(arrow.string())
        elif not (is_text(kind) or types.is_null(kind)):
            raise TableError(f"{self.table.name}: {name!r} holds no texts, but {kind}")
        with self.table.reading():  # texts that are not UTF-8 show here
            return [cell or "" for cell in array.to_pylist()]

    def days(self, column: int) -> list[str]:
        """Return the cells of a column of dates, timestamps or texts, as texts; '' where they are null."""
        array = self.batch.column(column)
        if not self.table.arrow.types.is_temporal(array.type):
            return self.cells(column)
        return [cell.isoformat() if cell is not None else "" for cell in array.to_pylist()]

    def shown(self, column: int) -> list[str]:
        """Return the cells of one column as another format has them: lists, maps and the like as JSON."""
        arrow, array = self.table.arrow, self._decoded(self.batch.column(column))
        with self.table.reading():
            try:
                values = array.cast(arrow.string()).to_pylist()
            except (arrow.ArrowNotImplementedError, arrow.ArrowInvalid):  # nested, or bytes that are no text
                values = [None if one is None else to_json(one, default=str) for one in array.to_pylist()]
        return ["" if value is None else value for value in values]

    def _decoded(self, array: Any) -> Any:
        """Return an array without its dictionary, if it has one."""
        if not self.table.arrow.types.is_dictionary(array.type):
            return array
        with self.table.reading():
            return array.dictionary_decode()

    def place(self, row: int) -> str:
        """Return where row `row` of this chunk stands: 'orders.parquet: row 17', counted from 1."""
        return f"{self.table.name}: row {self.start + row + 1:,}"

    def widened(self, added: Sequence[Sequence[Cell]]) -> bytes:
        """Return what is written of the rows with the cells `added` (rows, cells) behind their own."""
        new = self.table.added(added)
        names = [*self.table.columns, *(new.name for new in self.table.new)]
        return self.table.written([*self.batch.columns, *new], names)

    def replaced(self, columns: Mapping[int, Sequence[Cell | None]]) -> bytes:
        """Return what is written of the rows with the cells `columns` in place of their own, None for no change."""
        arrays = list(self.batch.columns)
        for place, cells in columns.items():
            own = arrays[place]
            if None in cells and not self.table.holds_texts(own.type):
                raise self._no_room(place, own.type)
            before = own.to_pylist() if None in cells else cells
            values = [
                was if cell is None else as_value(cell) for cell, was in zip(cells, before, strict=True)
            ]
            arrays[place] = self._fitting(place, own.type, values)
        return self.table.written(arrays, self.table.columns)

    def _fitting(self, place: int, kind: Any, values: Sequence[Any]) -> Any:
        """Return values as a column of this type, which is there already. Raises TableError where it has no room."""
        arrow = self.table.arrow
        try:
            if arrow.types.is_date32(kind):
                return arrow_array(NewColumn("", "date"), [value or "" for value in values])
            if arrow.types.is_timestamp(kind):
                return arrow.array([as_datetime(value) if value else None for value in values]).cast(kind)
            return arrow.array(values).cast(kind)
        except (arrow.ArrowException, ValueError):
            raise self._no_room(place, kind) from None

    def _no_room(self, place: int, kind: Any) -> TableError:
        return TableError(
            f"{self.table.name}: {self.table.columns[place]!r} holds {kind}, which dates cannot be written into; "
            "let them have columns of their own"
        )


class Sink(io.RawIOBase):
    """A file for pyarrow to write to, whose bytes are taken away as they come."""

    def __init__(self) -> None:
        self._bytes, self._place = bytearray(), 0

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self._bytes += data
        self._place += len(data)
        return len(data)

    def tell(self) -> int:
        return self._place

    def taken(self) -> bytes:
        found, self._bytes = bytes(self._bytes), bytearray()
        return found


def pyarrow() -> Any:
    """Return pyarrow. Raises TableError where it is missing."""
    try:
        import pyarrow as arrow  # only these formats need it, and it is an extra
    except ImportError:
        raise TableError("Parquet and Arrow files need pyarrow: pip install pyarrow") from None
    return arrow
