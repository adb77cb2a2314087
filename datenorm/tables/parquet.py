"""Parquet, through pyarrow, an extra.

Source: https://parquet.apache.org/docs/file-format/ for what is written, by pyarrow.
"""

from collections.abc import Iterator
from typing import Any, BinaryIO

from datenorm.errors import TableError
from datenorm.tables.batches import BatchTable, Sink, pyarrow

GROUP_ROWS, GROUP_BYTES = (
    122_880,
    1 << 26,
)  # of a row group: so many rows, as DuckDB writes, or less if they are large


class ParquetTable(BatchTable):
    """A Parquet file that is being read, its row groups one by one."""

    kind = "a Parquet file"
    begins = (b"PAR1", b"PARE")  # PARE: with an encrypted footer

    def opened(self, stream: BinaryIO) -> Any:
        """Open the file; return its schema."""
        from pyarrow import parquet

        self._file = parquet.ParquetFile(stream)
        return self._file.schema_arrow

    def batches(self, rows: int) -> Iterator[Any]:
        """Yield its batches. Raises TableError where there are less rows than the file says."""
        read, rows_said = 0, self._file.metadata.num_rows
        for batch in self._file.iter_batches(rows):
            yield batch
            read += batch.num_rows
        if read != rows_said:  # pyarrow stops at a column that ends early
            raise TableError(f"{self.name}: damaged: {read:,} of {rows_said:,} rows can be read")

    def writer(self, sink: Sink, schema: Any) -> "RowGroups":
        """Return what batches of a schema are written with."""
        return RowGroups(sink, schema)


class RowGroups:
    """Writes batches as Parquet, many of them as one row group: readers are slow with groups of few rows."""

    def __init__(self, sink: Sink, schema: Any) -> None:
        self._arrow = pyarrow()
        from pyarrow import parquet

        self._writer = parquet.ParquetWriter(sink, schema)
        self._held: list[Any] = []

    def write_batch(self, batch: Any) -> None:
        """Write a batch, or hold it until there are more."""
        self._held.append(batch)
        rows, size = (sum(getattr(one, name) for one in self._held) for name in ("num_rows", "nbytes"))
        if rows >= GROUP_ROWS or size >= GROUP_BYTES:
            self._write()

    def close(self) -> None:
        """Write what is held, and the end of the file."""
        self._write()
        self._writer.close()

    def _write(self) -> None:
        if self._held:
            table = self._arrow.Table.from_batches(self._held)
            self._writer.write_table(table, row_group_size=max(1, table.num_rows))
        self._held = []
