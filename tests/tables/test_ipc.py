"""Arrow files and streams: read, written, damaged; row groups of Parquet."""

import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from click.testing import CliRunner, Result
from pyarrow import feather, ipc, parquet

from datenorm.cli import main

DAYS = ["9 May 2018", "hello", None, "03/04/2015"]
OPEN = {"file": ipc.open_file, "stream": ipc.open_stream}
NEW = {"file": ipc.new_file, "stream": ipc.new_stream}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def written(table: pa.Table, kind: str = "file", name: str = "in.arrow", rows: int | None = None) -> None:
    with NEW[kind](name, table.schema) as writer:
        writer.write_table(table, rows)


def read(name: str, kind: str = "file") -> pa.Table:
    return OPEN[kind](Path(name).read_bytes()).read_all()


def run(*arguments: str, status: int = 0) -> Result:
    result = CliRunner().invoke(main, ["translate", "-c", "day", "-j", "1", *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert result.exit_code == status, result.stderr
    return result


@pytest.mark.parametrize("kind", ["file", "stream"])
@pytest.mark.parametrize("text", [pa.string(), pa.large_string(), pa.string_view()])
def test_an_arrow_file_comes_out_as_one_and_a_stream_as_a_stream(kind: str, text: Any) -> None:
    columns = {
        "day": pa.array(DAYS, text),
        "sum": pa.array([None, 2, 3, 4], pa.decimal128(9, 2)),
        "land": pa.array(["DE", "FR", None, "DE"]).dictionary_encode(),
        "tags": pa.array([["a"], [], None, ["b", None]]),
    }
    table = pa.table(columns).replace_schema_metadata({"made by": "us"})
    written(table, kind)
    run("-i", "in.arrow", "-o", "out.arrow")
    found = read("out.arrow", kind)
    assert found.select(table.column_names).equals(table, check_metadata=True)
    assert found["day_iso"].to_pylist() == ["2018-05-09", None, None, None]
    assert found["day_status"].to_pylist() == ["ok", "rejected", "empty", "ambiguous"]
    run("-i", "in.arrow", "-o", "out.arrow", "--replace")
    assert read("out.arrow", kind).select(table.column_names[1:]).equals(table.drop_columns("day"))
    assert read("out.arrow", kind)["day"].to_pylist() == ["2018-05-09", *DAYS[1:]]
    assert read("out.arrow", kind).schema == table.schema


def test_what_pandas_packs_as_feather_is_read_whatever_the_size_of_its_batches() -> None:
    table = pa.table({"n": range(20_000), "day": ["9 May 2018", "8 May 2018"] * 10_000})
    feather.write_feather(table, "in.feather", compression="lz4", chunksize=9_000)
    run("-i", "in.feather", "-o", "out.arrow")
    found = feather.read_table("out.arrow")
    assert found.select(["n", "day"]).equals(table)
    assert found["day_iso"].to_pylist() == ["2018-05-09", "2018-05-08"] * 10_000


def test_a_dictionary_is_read_and_replaced_only_where_each_batch_may_have_its_own() -> None:
    table = pa.table({"day": pa.array(DAYS).dictionary_encode()})
    for kind in ("file", "stream"):
        written(table, kind)
        run("-i", "in.arrow", "-o", "out.arrow")
        assert read("out.arrow", kind)["day_iso"].to_pylist() == ["2018-05-09", None, None, None]
    run("-i", "in.arrow", "-o", "out.arrow", "--replace")
    assert read("out.arrow", "stream")["day"].to_pylist() == ["2018-05-09", *DAYS[1:]]
    written(table, "file")
    said = run("-i", "in.arrow", "-o", "out.arrow", "--replace", status=1).stderr
    assert "which dates cannot be written into; let them have columns of their own" in said


def test_a_table_without_rows_or_batches_gets_its_columns() -> None:
    schema = pa.schema([("day", pa.string())])
    for batches in ([], [pa.RecordBatch.from_pylist([], schema)]):
        with ipc.new_file("in.arrow", schema) as writer:
            for batch in batches:
                writer.write_batch(batch)
        run("-i", "in.arrow", "-o", "out.arrow")
        assert read("out.arrow").column_names[-1] == "day_confidence"


@pytest.mark.parametrize("name", ["out.arrow", "out.feather"])
def test_another_format_comes_out_as_an_arrow_file(name: str) -> None:
    Path("in.csv").write_text("id,day\n1,9 May 2018\n,hello\n")
    run("-i", "in.csv", "-o", name, "--rejects", "rejects.arrow", "--on-partial", "blank")
    table = feather.read_table(name)
    assert (table["id"].to_pylist(), table["day_iso"].type) == (["1", None], pa.date32())
    assert read("rejects.arrow")["day"].to_pylist() == ["hello"]
    Path("in.csv").write_text("id,id,day\n")
    said = run("-i", "in.csv", "-o", name, status=1).stderr
    assert said.startswith("Error: two columns are called 'id'; what reads them by their names finds neither")


def test_a_table_with_types_comes_out_in_no_format_that_loses_them() -> None:
    written(pa.table({"day": DAYS}))
    for name in ("out.csv", "out.parquet"):
        assert "a .arrow comes out as a .arrow" in run("-i", "in.arrow", "-o", name, status=2).stderr


def test_an_arrow_stream_goes_through_pipes() -> None:
    written(pa.table({"day": ["9 May 2018"]}), "stream")
    command = "-m datenorm translate -i - --from arrow -c day"
    done = subprocess.run(
        [sys.executable, *command.split()], input=Path("in.arrow").read_bytes(), capture_output=True
    )
    assert ipc.open_stream(done.stdout).read_all()["day_iso"].to_pylist() == ["2018-05-09"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "not an Arrow file"),
        (b"day\n9 May 2018\n", "not an Arrow file"),
        (b"ARROW1\0\0", "not an Arrow file"),
        (b"FEA1\0\0\0\0", "an old Feather file; read and save it with pandas, for one"),
    ],
)
def test_what_is_no_arrow_file_is_one_line(content: bytes, said: str) -> None:
    Path("in.arrow").write_bytes(content)
    told = run("-i", "in.arrow", "-o", "out.arrow", status=1).stderr
    assert told.startswith(f"Error: in.arrow: {said}")
    assert not Path("out.arrow").exists()


@pytest.mark.parametrize("kind", ["file", "stream"])
def test_damaged_arrow_files_end_in_a_line_or_an_arrow_file(kind: str) -> None:
    chance = random.Random(5)
    written(pa.table({"day": DAYS * 20, "land": pa.array(DAYS * 20).dictionary_encode()}), kind, rows=30)
    sound = Path("in.arrow").read_bytes()
    for _ in range(60):
        damaged = bytearray(sound)
        for _ in range(chance.randrange(1, 4)):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        Path("in.arrow").write_bytes(damaged[: chance.choice([None, chance.randrange(len(damaged))])])
        command = ["translate", "-c", "day", "-i", "in.arrow", "-o", "out.arrow", "-j", "1", "-q"]
        result = CliRunner().invoke(main, command)
        assert result.exit_code in (0, 1, 2), result.exception
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        assert Path("out.arrow").exists() == (result.exit_code == 0)
        Path("out.arrow").unlink(missing_ok=True)


def test_a_batch_that_claims_all_memory_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    class Huge:
        schema = pa.schema([("day", pa.string())])
        num_record_batches = 1

        def get_batch(self, place: int) -> pa.RecordBatch:
            raise MemoryError

    written(pa.table({"day": DAYS}))
    monkeypatch.setattr(ipc, "open_file", lambda stream: Huge())
    said = run("-i", "in.arrow", "-o", "out.arrow", status=1).stderr
    assert said == "Error: in.arrow: damaged, or larger than the memory\n"


@pytest.mark.parametrize("name", ["in.parquet", "in.csv"])
def test_row_groups_of_parquet_are_large(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("datenorm.tables.parquet.GROUP_ROWS", 500)
    monkeypatch.setattr("datenorm.tables.conversion.ROWS", 100)
    parquet.write_table(pa.table({"day": ["9 May 2018"] * 1_050}), "in.parquet")
    Path("in.csv").write_text("day\n" + "9 May 2018\n" * 1_050)
    run("-i", name, "-o", "out.parquet")
    found = parquet.ParquetFile("out.parquet")
    groups = [found.metadata.row_group(place).num_rows for place in range(found.num_row_groups)]
    assert groups == [500, 500, 50]
    assert set(found.read()["day_iso"].to_pylist()) == {"2018-05-09"}
    monkeypatch.setattr("datenorm.tables.parquet.GROUP_BYTES", 1)
    run("-i", name, "-o", "out.parquet")
    assert parquet.ParquetFile("out.parquet").num_row_groups == 11
