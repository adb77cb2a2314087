"""Arrow columns: texts that come from them, and new columns, for Parquet and for engines that work with Arrow."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from datenorm.dates.times import as_datetime
from datenorm.judging.answer import STATUSES
from datenorm.reading.arrays import Answers, read_arrays
from datenorm.reading.packed import Packed
from datenorm.reading.translator import Translator
from datenorm.tables.cells import WHOLE_DAY, Cell, NewColumn, as_value


def arrow_fields(columns: Sequence[NewColumn]) -> list[Any]:
    """Return new columns as fields of a schema."""
    import pyarrow as pa  # an extra

    reading = pa.list_(pa.struct([("iso", pa.string()), ("probability", pa.float64())]))
    types = {"text": pa.string(), "date": pa.date32(), "number": pa.float64(), "readings": reading}
    return [
        pa.field(
            column.name, pa.timestamp("us", column.zone) if column.holds == "moment" else types[column.holds]
        )
        for column in columns
    ]


def arrow_array(column: NewColumn, cells: Sequence[Cell]) -> Any:
    """Return the cells of a new column as an array; an empty text is null."""
    import pyarrow as pa

    if column.holds == "date":  # NumPy has days before the year 1, which Python's own date has not
        return pa.array(np.array([cell or "NaT" for cell in cells], "datetime64[D]"))
    values: Sequence[Any] = cells
    if column.holds == "text":
        values = [cell or None for cell in cells]
    elif column.holds == "moment":
        values = [as_datetime(str(cell)) if cell else None for cell in cells]
    elif column.holds == "readings":
        values = list(map(as_value, cells))
    return pa.array(values, arrow_fields([column])[0].type)


def answers_of(reader: Translator, array: Any, **options: Any) -> Answers:
    """Return the answers to the texts of an array as dates; the options are those of `translate_many`, but `as_`."""
    texts = packed(array)
    return (
        Answers.of(reader.translate_many(array, **options))
        if texts is None
        else read_arrays(reader, texts, **options)
    )


def packed(array: Any) -> Packed | None:
    """Return the texts of an array, '' for null, without copying them; None where it holds no texts."""
    import pyarrow as pa

    if isinstance(array, pa.ChunkedArray):
        array = array.combine_chunks()
    if pa.types.is_dictionary(array.type):
        array = array.dictionary_decode()
    if not is_text(array.type):
        return None
    texts = array.cast(pa.large_string()).fill_null("")
    _, offsets, data = texts.buffers()
    if not len(texts):
        return Packed(np.zeros(1, np.int64), np.zeros(0, np.uint8))
    found = np.frombuffer(offsets, np.int64, len(texts) + 1, 8 * texts.offset)
    return Packed(found, np.frombuffer(data or b"", np.uint8))


def is_text(kind: Any) -> bool:
    """Return whether a type of Arrow is one of texts."""
    from pyarrow import types

    return bool(types.is_string(kind) or types.is_large_string(kind) or types.is_string_view(kind))


def iso_array(answers: Answers) -> Any:
    """Return the dates of answers as texts; null where there is none."""
    import pyarrow as pa

    letters = answers.letters()
    lengths = np.count_nonzero(letters, axis=1)
    offsets = np.zeros(len(lengths) + 1, np.int32)
    np.cumsum(lengths, out=offsets[1:])
    there = np.packbits(lengths > 0, bitorder="little")
    buffers = map(pa.py_buffer, (offsets, letters[letters != 0], there))
    return pa.StringArray.from_buffers(len(lengths), *buffers)


def day_array(answers: Answers) -> Any:
    """Return the dates of answers as dates; null where there is none, or less than a day."""
    import pyarrow as pa

    whole = np.char.str_len(answers.iso) == WHOLE_DAY
    return pa.array(np.where(whole, answers.iso, b"NaT").astype("datetime64[D]"))


def status_array(answers: Answers) -> Any:
    """Return the statuses of answers as texts."""
    import pyarrow as pa

    return pa.array(STATUSES, pa.string()).take(pa.array(answers.status))
