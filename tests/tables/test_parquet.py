import io
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from pyarrow import parquet

from datenorm.errors import TableError
from datenorm.tables.conversion import convert, survey
from datenorm.tables.formats import Source
from datenorm.tables.parquet import ParquetTable
from datenorm.tables.request import Request
from tests.tables.test_tables import read

DATES = ["2018-05-09", "hello", None, "03/04/2015"]


def written(path: Path, columns: Any, **options: Any) -> Path:
    parquet.write_table(pa.table(columns, **options), path)
    return path


def converted(path: Path, *columns: str, **options: Any) -> Any:
    output = io.BytesIO()
    with Source(path).open() as table:
        convert(table, output, read, Request(columns or ("date",), **options))
    return parquet.read_table(io.BytesIO(output.getvalue()))


def error_of(path: Path, *columns: str) -> str:
    with pytest.raises(TableError) as caught:
        converted(path, *columns)
    return str(caught.value)


def test_new_columns_stand_behind_the_others(tmp_path: Path) -> None:
    found = converted(written(tmp_path / "t.parquet", {"date": DATES}), alternatives=True)
    assert found.column_names == ["date", "date_iso", "date_status", "date_confidence", "date_alternatives"]
    assert found["date_iso"].to_pylist() == ["2018-05-09", None, None, None]
    assert found["date_status"].to_pylist() == ["ok", "rejected", "empty", "ambiguous"]
    assert found["date_confidence"].to_pylist() == [0.99, 0.9876, 1.0, 0.6]
    assert found["date_alternatives"].to_pylist()[3][0] == {"iso": "2015-04-03", "probability": 0.6}


def test_types_metadata_and_nulls_of_the_other_columns_survive(tmp_path: Path) -> None:
    columns = {
        "date": pa.array(DATES, pa.large_string()),
        "day": pa.array([date(2018, 5, 9), None, None, None]),
        "when": pa.array([datetime(2018, 5, 9), None, None, None], pa.timestamp("us", "UTC")),
        "land": pa.array(["DE", "FR", None, "DE"]).dictionary_encode(),
        "sum": pa.array([None, 2, 3, 4], pa.decimal128(9, 2)),
        "tags": pa.array([["a"], [], None, ["b", None]]),
        "nothing": pa.nulls(4),
    }
    path = written(tmp_path / "t.parquet", columns, metadata={"made by": "us"})
    before, after = parquet.read_table(path), converted(path)
    assert after.select(before.column_names).equals(before)
    assert after.schema.metadata[b"made by"] == b"us"
    assert [after.schema.field(name) for name in before.column_names] == list(before.schema)


@pytest.mark.parametrize("kind", [pa.string(), pa.large_string(), pa.dictionary(pa.int32(), pa.string())])
def test_dates_may_replace_their_texts_whatever_type_the_column_has(tmp_path: Path, kind: Any) -> None:
    path = written(tmp_path / "t.parquet", {"date": pa.array(DATES).cast(kind), "n": [1, 2, 3, 4]})
    found = converted(path, replace=True)
    assert (found.column_names, found.schema.field("date").type) == (["date", "n"], kind)
    assert found["date"].to_pylist() == DATES


def test_numbers_are_read_as_texts_and_nulls_as_nothing(tmp_path: Path) -> None:
    path = written(tmp_path / "t.parquet", {"date": [20180509, None], "none": pa.nulls(2)})
    found = converted(path, "date", "none")
    assert found["date_status"].to_pylist() == ["rejected", "empty"]
    assert found["none_status"].to_pylist() == ["empty", "empty"]


def test_more_rows_than_one_chunk_holds_come_out_in_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("datenorm.tables.conversion.ROWS", 300)
    path = tmp_path / "t.parquet"
    parquet.write_table(pa.table({"n": range(1000), "date": ["2018-05-09"] * 1000}), path, row_group_size=170)
    found = converted(path)
    assert found["n"].to_pylist() == list(range(1000))
    assert set(found["date_iso"].to_pylist()) == {"2018-05-09"}


def test_a_table_without_rows_gets_its_columns(tmp_path: Path) -> None:
    path = written(tmp_path / "t.parquet", {"date": pa.array([], pa.string())})
    assert converted(path).column_names[-1] == "date_confidence"


def test_its_cells_decide_the_order(tmp_path: Path) -> None:
    path = written(tmp_path / "t.parquet", {"date": ["03/04/2015", None, "25/04/2015"]})
    with Source(path).open() as table:
        ((key, evidence),) = survey(table, Request(["date"])).evidence.items()
    assert (key, evidence.numbers.order) == (("date", ""), "DMY")


def test_what_is_no_text_is_named(tmp_path: Path) -> None:
    columns = {"day": pa.array([date(2018, 5, 9)]), "list": [["x"]], "x": ["x"]}
    path = written(tmp_path / "t.parquet", columns)
    assert (
        error_of(path, "day") == f"{path}: 'day' holds dates already (date32[day]); there is nothing to read"
    )
    assert error_of(path, "list").startswith(f"{path}: 'list' holds no texts, but list<")
    assert error_of(path, "dayy").endswith("the columns are day, list, x (did you mean 'day'?)")


def test_a_damaged_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "t.parquet"
    path.write_bytes(b"PAR1 and so on")
    assert error_of(path).startswith(f"{path}: not a Parquet file: ")
    written(path, {"date": [f"text {number}" for number in range(10_000)]})
    raw = bytearray(path.read_bytes())
    raw[100:5000] = bytes(4900)
    path.write_bytes(raw)
    assert error_of(path).startswith(f"{path}: damaged: ")


def test_parquet_goes_through_pipes(tmp_path: Path) -> None:
    raw = written(tmp_path / "t.parquet", {"date": ["9 May 2018"]}).read_bytes()
    arguments = ["translate", "--input", "-", "--from", "parquet", "--column", "date"]
    done = subprocess.run([sys.executable, "-m", "datenorm", *arguments], input=raw, capture_output=True)
    assert parquet.read_table(io.BytesIO(done.stdout))["date_iso"].to_pylist() == ["2018-05-09"]


def test_rows_that_cannot_be_read_are_told_and_not_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "t.parquet"
    parquet.write_table(pa.table({"date": ["9 May 2018", "10 May 2018"]}), path)
    monkeypatch.setattr(
        parquet.ParquetFile, "iter_batches", lambda self, rows: iter(())
    )  # as over a column cut short
    with (
        path.open("rb") as stream,
        pytest.raises(TableError, match=r"t\.parquet: damaged: 0 of 2 rows can be read"),
    ):
        list(ParquetTable(stream, "t.parquet").chunks(100))


def test_a_column_of_days_is_what_relative_dates_count_from(tmp_path: Path) -> None:
    days = pa.array([date(2018, 5, 9), None, date(2019, 1, 1), None])
    path = written(
        tmp_path / "t.parquet", {"date": ["3 days ago", "tomorrow", "9 May 2018", "x"], "seen": days}
    )
    asked: list[Any] = []

    def noting(texts: Any, hints: Any) -> Any:
        asked.extend(zip(texts, hints.days, strict=True))
        return read(texts)

    with Source(path).open() as table:
        convert(table, io.BytesIO(), noting, Request(["date"], today="seen"))
    assert asked == [("3 days ago", "2018-05-09"), ("tomorrow", None), ("9 May 2018", None), ("x", None)]
