"""Arrow batches: for engines that hand their rows over as such, Spark's `mapInArrow` for one.

>>> import pyarrow as pa
>>> from datenorm.engines.arrow import translate_batches
>>> batch = pa.record_batch({"day": ["9. Mai 2018", "soon"]})
>>> [widened.to_pydict()["day_iso"] for widened in translate_batches([batch], ["day"])]
[['2018-05-09', None]]
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import pyarrow as pa

from datenorm.reading.translator import Translator, default_translator

KINDS = {"iso": pa.string(), "status": pa.string(), "confidence": pa.float64()}


def translate_batches(
    batches: Iterable[pa.RecordBatch],
    columns: Sequence[str],
    translator: Translator | None = None,
    **options: Any,
) -> Iterator[pa.RecordBatch]:
    """Yield `batches` with NAME_iso, NAME_status and NAME_confidence behind their own columns, for each of `columns`.

    translator: the shipped model's by default. options: those of `Translator.translate_many`; give `order` or `locale`,
    since a batch is too little of a column to decide them. Raises KeyError for a column that is not there.
    """
    reader = translator or default_translator()
    for batch in batches:
        for column in columns:
            answers = reader.translate_many(batch.column(column), **options)
            for kind, arrow_type in KINDS.items():
                cells = pa.array([getattr(answer, kind) for answer in answers], arrow_type)
                batch = batch.append_column(f"{column}_{kind}", cells)
        yield batch


def widened_schema(schema: pa.Schema, columns: Sequence[str]) -> pa.Schema:
    """Return what `translate_batches` makes of a schema; Spark wants to know before."""
    added = [pa.field(f"{column}_{kind}", KINDS[kind]) for column in columns for kind in KINDS]
    return pa.schema([*schema, *added])
