"""Arrow batches of every kind of text column are widened alike."""

from collections.abc import Callable
from typing import Any

import pyarrow as pa
import pytest

from datenorm.engines.arrow import translate_batches, widened_schema
from datenorm.errors import TableError
from datenorm.reading.translator import Translator

TEXTS = [
    *(f"{day:02}.02.{year}" for day in range(25, 32) for year in range(2016, 2026)),
    *(f"{day}. März 18" for day in range(1, 32)),
    *["03/04/2015", "05/05/2015", "May 2018", None, "", "soon", "31.04.2018", "9 May 1890 or 1891"] * 30,
]
KINDS: dict[str, Callable[[], Any]] = {
    "string": lambda: pa.array(TEXTS, pa.string()),
    "large": lambda: pa.array(TEXTS, pa.large_string()),
    "dictionary": lambda: pa.array(TEXTS, pa.string()).dictionary_encode(),
    "sliced": lambda: pa.array(["no", None, *TEXTS, "date"], pa.string()).slice(2, len(TEXTS)),
    "sliced dictionary": lambda: pa.array([None, *TEXTS], pa.large_string()).dictionary_encode().slice(1),
    "view": lambda: pa.array(TEXTS, pa.string_view()),
}


@pytest.fixture(scope="module")
def reader() -> Translator:
    return Translator.load()


def widened(array: Any, reader: Translator, **options: Any) -> Any:
    (found,) = translate_batches([pa.record_batch({"day": array})], ["day"], reader, **options)
    return found


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("order", [None, "MDY"])
def test_every_kind_of_array_has_the_answers_of_its_texts(
    kind: str, order: str | None, reader: Translator
) -> None:
    answers = reader.translate_many(TEXTS, order=order)
    found = widened(KINDS[kind](), reader, order=order)
    found.validate(full=True)
    assert found.schema == widened_schema(pa.schema([("day", found.schema.field("day").type)]), ["day"])
    assert found["day_iso"].to_pylist() == [answer.iso for answer in answers]
    assert found["day_status"].to_pylist() == [answer.status for answer in answers]
    assert found["day_confidence"].to_pylist() == [answer.confidence for answer in answers]


def test_whole_days_alone_are_a_column_of_dates(reader: Translator) -> None:
    answers = reader.translate_many(TEXTS)
    found = widened(KINDS["string"](), reader, on_partial="blank")["day_iso"]
    assert found.type == pa.date32()
    whole = [answer.iso if answer.status == "ok" else None for answer in answers]
    assert [day and day.isoformat() for day in found.to_pylist()] == whole


def test_columns_without_rows_and_without_texts_are_widened(reader: Translator) -> None:
    assert widened(pa.array([], pa.string()), reader).num_rows == 0
    assert widened(pa.nulls(3), reader)["day_status"].to_pylist() == ["empty"] * 3
    with pytest.raises(TypeError, match="text 0 is of type int"):
        widened(pa.array([2018]), reader)


def test_a_column_that_is_there_is_not_taken_for_a_new_one(reader: Translator) -> None:
    batch = pa.record_batch({"day": ["9 May 2018"], "day_iso": ["mine"]})
    with pytest.raises(TableError, match="the batches already have a column 'day_iso'"):
        list(translate_batches([batch], ["day"], reader))
    with pytest.raises(TableError, match="already have a column 'day_iso'"):
        widened_schema(batch.schema, ["day"])
    interval = translate_batches([batch], ["day"], reader, as_="interval")
    assert next(interval).column("day_iso").to_pylist() == ["mine"]
