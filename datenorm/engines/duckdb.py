"""datenorm as functions of DuckDB, for those who keep their columns there.

>>> import duckdb, datenorm.engines.duckdb
>>> connection = datenorm.engines.duckdb.register(duckdb.connect())
>>> connection.sql("SELECT datenorm('9. Mai 2018'), datenorm_order(['03/04/2018', '25/04/2018'])").fetchall()
[('2018-05-09', 'DMY')]
"""

from collections.abc import Sequence
from contextlib import suppress
from typing import Any

import duckdb
import pyarrow as pa

from datenorm.reading.orders import OrderEvidence
from datenorm.reading.translator import Translator, default_translator
from datenorm.tables.arrow import answers_of, arrow_array, day_array, iso_array, status_array
from datenorm.tables.cells import NewColumn

ANSWER = {"iso": "VARCHAR", "status": "VARCHAR", "confidence": "DOUBLE"}
INTERVAL = {"start": "DATE", "end": "DATE"}
DAY = NewColumn("day", "date")


def register(
    connection: duckdb.DuckDBPyConnection, translator: Translator | None = None
) -> duckdb.DuckDBPyConnection:
    """Add our functions to `connection` and return it; those that it has from before give way.

    translator: the shipped model's by default.

    datenorm(text)           the ISO date, or NULL
    datenorm_as(text, order)  the same with the field order of numeric dates, 'DMY', 'MDY', 'YMD' or NULL
    datenorm_on(text, day)   the same, with the DATE that `3 days ago` counts from, or NULL
    datenorm_date(text)      the DATE of a whole day, or NULL
    datenorm_timestamp(text)  the TIMESTAMP of a day with a time and no zone, or NULL
    datenorm_timestamptz(text)  the TIMESTAMPTZ of a day with a time and a zone, or NULL
    datenorm_interval(text)  a STRUCT of start and end, DATEs, both included; NULL where it is open or not known
    datenorm_edtf(text)      all that it says, in ISO 8601-2, or NULL
    datenorm_answer(text)    a STRUCT of iso, status and confidence
    datenorm_order(texts)    the order that a list of texts leaves open to no doubt, or NULL: `datenorm.OrderEvidence`
    """
    reader = translator or default_translator()

    def isos(texts: Any) -> Any:
        return iso_array(answers_of(reader, texts))

    def isos_as(texts: Any, orders: Any) -> Any:
        told = orders.unique().to_pylist()
        return iso_array(answers_of(reader, texts, order=told[0] if len(told) == 1 else orders.to_pylist()))

    def isos_on(texts: Any, days: Any) -> Any:
        answers = reader.translate_many(texts, today=days.to_pylist())
        return pa.array([answer.iso for answer in answers], pa.string())

    def answers(texts: Any) -> Any:
        found = answers_of(reader, texts)
        columns = [iso_array(found), status_array(found), pa.array(found.confidence)]
        return pa.StructArray.from_arrays(columns, list(ANSWER))

    def dates(texts: Any) -> Any:
        return day_array(answers_of(reader, texts))

    def moments(texts: Any, zoned: bool) -> Any:
        found = [one.datetime for one in reader.translate_many(texts, as_="datetime")]
        kept = [one if one and (one.tzinfo is not None) == zoned else None for one in found]
        return pa.array(kept, pa.timestamp("us", "UTC" if zoned else None))

    def intervals(texts: Any) -> Any:
        found = reader.translate_many(texts, as_="interval")
        known = [one.value if one.iso else None for one in found]
        ends = (arrow_array(DAY, [(one and getattr(one, end)) or "" for one in known]) for end in INTERVAL)
        return pa.StructArray.from_arrays(list(ends), list(INTERVAL))

    def edtf(texts: Any) -> Any:
        found = reader.translate_many(texts, as_="edtf")
        return pa.array([answer.iso for answer in found], pa.string())

    def add(name: str, *signature: Any, **options: Any) -> None:
        with suppress(duckdb.InvalidInputException):  # there is none yet
            connection.remove_function(name)
        create: Any = connection.create_function
        create(name, *signature, null_handling="special", **options)

    add("datenorm", isos, ["VARCHAR"], "VARCHAR", type="arrow")
    add("datenorm_as", isos_as, ["VARCHAR", "VARCHAR"], "VARCHAR", type="arrow")
    add("datenorm_on", isos_on, ["VARCHAR", "DATE"], "VARCHAR", type="arrow")
    add("datenorm_date", dates, ["VARCHAR"], "DATE", type="arrow")
    add("datenorm_timestamp", lambda texts: moments(texts, False), ["VARCHAR"], "TIMESTAMP", type="arrow")
    add("datenorm_timestamptz", lambda texts: moments(texts, True), ["VARCHAR"], "TIMESTAMPTZ", type="arrow")
    add("datenorm_interval", intervals, ["VARCHAR"], duckdb.struct_type(INTERVAL), type="arrow")
    add("datenorm_edtf", edtf, ["VARCHAR"], "VARCHAR", type="arrow")
    add("datenorm_answer", answers, ["VARCHAR"], duckdb.struct_type(ANSWER), type="arrow")
    add("datenorm_order", _order, ["VARCHAR[]"], "VARCHAR")
    return connection


def _order(texts: Sequence[str | None] | None) -> str | None:
    return OrderEvidence.of(text for text in texts or () if text).order
