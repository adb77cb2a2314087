"""Arrow batches: for engines that hand their rows over as such, Spark's `mapInArrow` for one.

>>> import pyarrow as pa
>>> from datenorm.engines.arrow import translate_batches
>>> batch = pa.record_batch({"day": ["9. Mai 2018", "soon"]})
>>> [widened.to_pydict()["day_iso"] for widened in translate_batches([batch], ["day"])]
[['2018-05-09', None]]
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal

import pyarrow as pa

from datenorm.dates.values import Form
from datenorm.errors import TableError
from datenorm.judging.answer import Translation
from datenorm.reading.arrays import Answers
from datenorm.reading.translator import Translator, default_translator
from datenorm.tables.arrow import answers_of, arrow_array, arrow_fields, day_array, iso_array, status_array
from datenorm.tables.cells import Policy
from datenorm.tables.request import Request


def translate_batches(
    batches: Iterable[pa.RecordBatch],
    columns: Sequence[str],
    translator: Translator | None = None,
    as_: Form = "date",
    on_partial: Literal["keep", "blank"] = "keep",
    **options: Any,
) -> Iterator[pa.RecordBatch]:
    """Yield `batches` with NAME_iso, NAME_status and NAME_confidence behind their own columns, for each of `columns`.

    translator: the shipped model's by default. as_: 'interval' gives NAME_start and NAME_end, columns of dates.
    on_partial: 'blank' makes NAME_iso a column of dates, or of timestamps with as_='datetime' and a zone or to_zone.
    options: those of `Translator.translate_many`; give `order` or
    `locale`, since a batch is too little of a column to decide them. Raises KeyError for a column that is not there,
    TableError for a new one that is.
    """
    reader = translator or default_translator()
    for batch in batches:
        for column in columns:
            request, cells = _request([column], as_, on_partial, _zone(options)), batch.column(column)
            _check_new(request, batch.schema)
            arrays = (
                _dates(answers_of(reader, cells, **options), request)
                if as_ == "date"
                else _written(reader.translate_many(cells, as_=as_, **options), request)
            )
            for new, array in zip(request.added(), arrays, strict=True):
                batch = batch.append_column(new.name, array)
        yield batch


def _zone(options: Mapping[str, Any]) -> str | None:
    """Return the zone that all datetimes are given or converted to; None where none is."""
    return options.get("to_zone") or options.get("zone")


def _dates(answers: Answers, request: Request) -> list[pa.Array]:
    """Return the new columns of answers that are dates."""
    dates = day_array(answers) if request.policy.days_only else iso_array(answers)
    return [dates, status_array(answers), pa.array(answers.confidence)]


def _written(answers: Sequence[Translation], request: Request) -> list[pa.Array]:
    """Return the new columns of answers in another form."""
    rows = [request.written(answer).cells for answer in answers]
    return [arrow_array(new, [row[place] for row in rows]) for place, new in enumerate(request.added())]


def widened_schema(
    schema: pa.Schema,
    columns: Sequence[str],
    as_: Form = "date",
    on_partial: Literal["keep", "blank"] = "keep",
    zone: str | None = None,
) -> pa.Schema:
    """Return what `translate_batches` makes of a schema; Spark wants to know before. zone: its to_zone, or its zone.

    Raises TableError for a new column that is there already.
    """
    request = _request(columns, as_, on_partial, zone)
    _check_new(request, schema)
    return pa.schema([*schema, *arrow_fields(request.added())])


def _check_new(request: Request, schema: pa.Schema) -> None:
    """Raise TableError where a new column has the name of one that is there."""
    if taken := set(schema.names) & {new.name for new in request.added()}:
        raise TableError(f"the batches already have a column {min(taken)!r}; rename or leave it out first")


def _request(
    columns: Sequence[str], form: Form, on_partial: Literal["keep", "blank"], zone: str | None
) -> Request:
    return Request(columns, Policy(on_partial=on_partial, form=form, zone=zone))
