"""What a table gets of an answer: one date, two ends of an interval, EDTF; and the types that they have."""

import io
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from pyarrow import parquet

from datenorm.dates.values import Form, Value
from datenorm.errors import TableError
from datenorm.judging.answer import Status, Translation
from datenorm.judging.forms import in_form
from datenorm.tables.cells import Policy
from datenorm.tables.conversion import convert
from datenorm.tables.delimited import DelimitedTable
from datenorm.tables.formats import Source
from datenorm.tables.request import Request

SAYS = {"8-11 Sept 1936": "1936-09-08/1936-09-11", "before 1920": "../1920", "44 BC": "-0043"}
READ = {"9 May 2018": "2018-05-09", "May 2018": "2018-05"}
TEXTS = ["9 May 2018", "May 2018", "8-11 Sept 1936", "before 1920", "44 BC", "hello"]
TABLE = "date\n" + "".join(f"{text}\n" for text in TEXTS)


def answer(text: str) -> Translation:
    """Answer like a translator that knows SAYS and READ."""
    if iso := READ.get(text):
        return Translation(text, iso, "ok" if len(iso) == 10 else "partial", 1.0)
    said = Value.of(SAYS[text]) if text in SAYS else None
    return Translation(text, None, "rejected", 1.0, reason="not a date", said=said)


def reader(form: Form) -> Any:
    def read(texts: Sequence[str], hints: object) -> list[Translation]:
        return [in_form(answer(text), form) for text in texts]

    return read


def converted(form: Form, **policy: Any) -> list[str]:
    output = io.BytesIO()
    table = DelimitedTable(io.BytesIO(TABLE.encode()), "t.csv", None)
    convert(table, output, reader(form), Request(["date"], Policy(form=form, **policy)))
    return output.getvalue().decode().splitlines()


def as_parquet(tmp_path: Path, form: Form, **policy: Any) -> Any:
    parquet.write_table(pa.table({"date": TEXTS}), tmp_path / "t.parquet")
    output = io.BytesIO()
    with Source(tmp_path / "t.parquet").open() as table:
        convert(table, output, reader(form), Request(["date"], Policy(form=form, **policy)))
    return parquet.read_table(io.BytesIO(output.getvalue()))


def test_an_interval_has_two_columns() -> None:
    assert converted("interval") == [
        "date,date_start,date_end,date_status,date_confidence",
        "9 May 2018,2018-05-09,2018-05-09,ok,1.0000",
        "May 2018,2018-05-01,2018-05-31,ok,1.0000",
        "8-11 Sept 1936,1936-09-08,1936-09-11,ok,1.0000",
        "before 1920,,1920-12-31,ok,1.0000",
        "44 BC,-0043-01-01,-0043-12-31,ok,1.0000",
        "hello,,,rejected,1.0000",
    ]


def test_edtf_is_one_column_and_no_formula() -> None:
    assert [line.split(",")[1] for line in converted("edtf")] == [
        "date_iso", "2018-05-09", "2018-05", "1936-09-08/1936-09-11", "../1920", "-0043", "",
    ]  # fmt: skip


def test_less_than_a_day_may_be_left_out() -> None:
    assert converted("date", on_partial="blank")[2] == "May 2018,,partial,1.0000"
    assert converted("edtf", on_partial="blank")[2] == "May 2018,2018-05,ok,1.0000"


def test_less_than_a_day_may_end_the_run() -> None:
    with pytest.raises(TableError, match=r"t\.csv:3: date: 'May 2018': less than a day: 2018-05"):
        converted("date", on_partial="fail")


def test_days_only_are_a_column_of_dates(tmp_path: Path) -> None:
    found = as_parquet(tmp_path, "date", on_partial="blank")
    assert found.schema.field("date_iso").type == pa.date32()
    assert found["date_iso"].to_pylist() == [date(2018, 5, 9), None, None, None, None, None]


def test_dates_of_any_precision_are_texts(tmp_path: Path) -> None:
    assert as_parquet(tmp_path, "date").schema.field("date_iso").type == pa.string()
    kept = as_parquet(tmp_path, "date", on_partial="blank", on_reject="keep")
    assert kept.schema.field("date_iso").type == pa.string()


def test_the_ends_of_an_interval_are_dates_even_before_the_year_1(tmp_path: Path) -> None:
    found = as_parquet(tmp_path, "interval")
    assert [found.schema.field(name).type for name in ("date_start", "date_end")] == [pa.date32()] * 2
    assert found["date_end"].slice(0, 4).to_pylist() == [
        date(2018, 5, 9), date(2018, 5, 31), date(1936, 9, 11), date(1920, 12, 31),
    ]  # fmt: skip
    assert found["date_start"].cast(pa.int32()).to_pylist()[3:] == [None, -735233, None]


MOMENTS = {
    "9 May 2018 10:00": "2018-05-09T10:00+02:00",
    "9 May 2018 24:00 UTC": "2018-05-09T24:00Z",
    "9 May 2018": "2018-05-09",
    "hello": "",
}


def moments(tmp_path: Path, **policy: Any) -> Any:
    def read(texts: Sequence[str], hints: object) -> list[Translation]:
        found = [MOMENTS[text] for text in texts]
        statuses: list[Status] = ["ok" if "T" in iso else "partial" if iso else "rejected" for iso in found]
        return [
            Translation(*row, 1.0)
            for row in zip(texts, [iso or None for iso in found], statuses, strict=True)
        ]

    parquet.write_table(pa.table({"date": list(MOMENTS)}), tmp_path / "t.parquet")
    output = io.BytesIO()
    with Source(tmp_path / "t.parquet").open() as table:
        convert(table, output, read, Request(["date"], Policy(form="datetime", **policy)))
    return parquet.read_table(io.BytesIO(output.getvalue()))


def test_datetimes_of_a_zone_are_a_column_of_timestamps(tmp_path: Path) -> None:
    found = moments(tmp_path, on_partial="blank", zone="europe/berlin")
    assert found.schema.field("date_iso").type == pa.timestamp("us", "Europe/Berlin")
    assert found["date_iso"].cast(pa.timestamp("us", "UTC")).cast(pa.string()).to_pylist() == [
        "2018-05-09 08:00:00.000000Z", "2018-05-10 00:00:00.000000Z", None, None,
    ]  # fmt: skip


def test_datetimes_that_may_have_no_zone_are_texts(tmp_path: Path) -> None:
    found = moments(tmp_path, on_partial="blank")
    assert found.schema.field("date_iso").type == pa.string()
    assert found["date_iso"].to_pylist() == ["2018-05-09T10:00+02:00", "2018-05-09T24:00Z", None, None]
    assert moments(tmp_path)["date_iso"].to_pylist()[2] == "2018-05-09"
