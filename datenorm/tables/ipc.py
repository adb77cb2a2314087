"""Arrow files, .arrow and .feather: Arrow's own format for files and for streams, through pyarrow, an extra.

Source: https://arrow.apache.org/docs/format/Columnar.html#serialization-and-interprocess-communication-ipc. A stream
comes out as a stream.
"""

from collections.abc import Iterator
from typing import Any, BinaryIO

from datenorm.errors import TableError
from datenorm.tables.batches import BatchTable, Sink

FILE, FEATHER_1 = b"ARROW1", b"FEA1"  # what files begin with, and what those of an older format do


class IpcTable(BatchTable):
    """An Arrow file or stream that is being read, batch by batch."""

    kind = "an Arrow file"
    begins = (FILE, FEATHER_1)

    def opened(self, stream: BinaryIO) -> Any:
        """Open the file; return its schema."""
        from pyarrow import ipc

        beginning = stream.read(len(FILE))
        stream.seek(0)
        if beginning.startswith(FEATHER_1):
            raise TableError(f"{self.name}: an old Feather file; read and save it with pandas, for one")
        self._is_file = beginning == FILE
        self._reader = ipc.open_file(stream) if self._is_file else ipc.open_stream(stream)
        return self._reader.schema

    def batches(self, rows: int) -> Iterator[Any]:
        """Yield its batches, in slices of at most `rows` rows."""
        reader = self._reader
        whole = map(reader.get_batch, range(reader.num_record_batches)) if self._is_file else reader
        for batch in whole:
            batch.validate(full=True)  # what is damaged could end the process
            for start in range(0, batch.num_rows, rows):
                yield batch.slice(start, rows)

    def writer(self, sink: Sink, schema: Any) -> Any:
        """Return what batches of a schema are written with."""
        from pyarrow import ipc

        return arrow_file(sink, schema) if self._is_file else ipc.new_stream(sink, schema)

    def holds_texts(self, kind: Any) -> bool:
        """Return whether a column of this type can get other texts: a file has one dictionary for all batches."""
        return super().holds_texts(kind) and not (self._is_file and self.arrow.types.is_dictionary(kind))


def arrow_file(sink: Sink, schema: Any) -> Any:
    """Return what batches of a schema are written with as an Arrow file."""
    from pyarrow import ipc

    return ipc.new_file(sink, schema)
