"""Arrow: new columns with their types, for Parquet and for engines that hand their rows over as record batches."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from datenorm.tables.cells import Cell, NewColumn, as_value


def arrow_fields(columns: Sequence[NewColumn]) -> list[Any]:
    """Return new columns as fields of a schema."""
    import pyarrow as pa  # an extra

    reading = pa.list_(pa.struct([("iso", pa.string()), ("probability", pa.float64())]))
    types = {"text": pa.string(), "date": pa.date32(), "number": pa.float64(), "readings": reading}
    return [pa.field(column.name, types[column.holds]) for column in columns]


def arrow_array(column: NewColumn, cells: Sequence[Cell]) -> Any:
    """Return the cells of a new column as an array; an empty text is null."""
    import pyarrow as pa

    if column.holds == "date":  # NumPy has days before the year 1, which Python's own date has not
        return pa.array(np.array([cell or "NaT" for cell in cells], "datetime64[D]"))
    return pa.array(list(map(as_value, cells)), arrow_fields([column])[0].type)
