"""Many files as one table, here and on a Ray cluster."""

import gzip
import json
import os
import signal
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from pyarrow import parquet

from datenorm.cli import main
from datenorm.engines.arrow import translate_batches, widened_schema
from datenorm.errors import DatenormError, TableError
from datenorm.reading.columns import ColumnEvidence, Open
from datenorm.reading.translator import default_translator
from datenorm.tables.cells import cell_reader
from datenorm.tables.files import Files, Here, convert_files
from datenorm.tables.request import Request
from datenorm.tables.summary import Summary

REQUEST = Request(["day"])
READ = cell_reader(default_translator().translate_many, Open())
MONTHS = ["May", "juin", "Juli", "agosto"]


def write(folder: Path, name: str, days: Sequence[str]) -> None:
    """Write a table with a column `day` in the form its name says."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    if name.endswith(".parquet"):
        parquet.write_table(pa.table({"id": range(len(days)), "day": days}), path)
        return
    if "json" in name:
        content = "".join(json.dumps({"day": day}) + "\n" for day in days)
    else:
        content = "id,day\n" + "".join(f'{number},"{day}"\n' for number, day in enumerate(days))
    path.write_bytes(gzip.compress(content.encode()) if name.endswith(".gz") else content.encode())


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    write(folder, "a.csv", ["03/04/2015", "9 May 2018", "soon"])
    write(folder, "sub/b.csv.gz", ["25/04/2015"])
    write(folder, "sub/deep/c.jsonl", ["05/06/2017", ""])
    write(folder, "d.parquet", ["01/02/2003"])
    (folder / "notes.md").write_text("no table")
    (folder / "_SUCCESS.csv").write_text("")
    return folder


@pytest.mark.parametrize("places", ["", "/**/*.csv", "/*/*.csv.gz", "/*/*/*"])
def test_a_folder_below_that_cannot_be_read_is_told(
    tables: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, places: str
) -> None:
    listed = os.scandir

    def refuse(folder: Any) -> Any:
        if os.path.normpath(folder) == str(tables / "sub"):
            raise PermissionError(13, "Permission denied", str(folder))
        return listed(folder)

    monkeypatch.setattr(os, "scandir", refuse)  # root may read all there is
    with pytest.raises(TableError, match=r"in/sub/?: cannot be read: Permission denied"):
        convert_files(f"{tables}{places}", str(tmp_path / "out"), REQUEST, {}, Here(READ))
    assert not (tmp_path / "out").exists()


def test_a_hidden_folder_need_not_be_read(tables: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tables / ".git").mkdir()
    listed = os.scandir

    def refuse(folder: Any) -> Any:
        assert ".git" not in str(folder)
        return listed(folder)

    monkeypatch.setattr(os, "scandir", refuse)
    for places in ("", "/**/*.csv", "/*/*.gz"):
        assert Files.of(f"{tables}{places}").names
    monkeypatch.chdir(tables)
    for places in ("*.csv", "**/*.csv", "su?/*.gz"):
        assert Files.of(places).names


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def local(tables: Path, output: Path, **changed: Any) -> Summary:
    return convert_files(str(tables), str(output), REQUEST, {}, Here(READ), **changed)


def test_the_cells_of_all_files_decide(tables: Path, tmp_path: Path) -> None:
    summary = local(tables, tmp_path / "out")
    out = tmp_path / "out"
    assert sorted(contents(out)) == ["a.csv", "d.parquet", "sub/b.csv.gz", "sub/deep/c.jsonl"]
    assert b"2015-04-03" in (out / "a.csv").read_bytes()
    assert parquet.read_table(out / "d.parquet")["day_iso"].to_pylist() == ["2003-02-01"]
    assert summary.rows == 7
    assert summary.statuses["day"] == {"ok": 5, "rejected": 1, "empty": 1}
    assert "(sub/b.csv.gz row 1: '25/04/2015')" in "\n".join(summary.lines())
    assert oct(out.stat().st_mode & 0o777) == oct(tables.stat().st_mode & 0o777)


def test_a_pattern_takes_some_of_the_files(tables: Path) -> None:
    assert Files.of(f"{tables}/*.csv").names == ["a.csv"]
    assert Files.of(f"{tables}/**/*.gz").names == ["sub/b.csv.gz"]
    assert Files.of(f"file://{tables}").names == Files.of(str(tables)).names


def test_a_file_system_by_its_uri_gives_the_same(tables: Path, tmp_path: Path) -> None:
    local(tables, tmp_path / "out")
    (tmp_path / "uri/sub/deep").mkdir(parents=True)
    convert_files(f"file://{tables}", f"file://{tmp_path}/uri", REQUEST, {}, Here(READ))
    assert contents(tmp_path / "uri") == contents(tmp_path / "out")


@pytest.mark.parametrize("places", ["nothing/*.csv", "."])
def test_no_tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, places: str) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(TableError, match="no tables there"):
        Files.of(places)


def test_a_failure_leaves_no_folder(tables: Path, tmp_path: Path) -> None:
    write(tables, "z.csv", ["9 May 2018"])
    (tables / "z.csv").write_text("id,other\n1,2\n")
    with pytest.raises(TableError, match=r"z\.csv: no column 'day'"):
        local(tables, tmp_path / "out")
    (tables / "z.csv").write_text("id,day\n1,2,3\n")
    with pytest.raises(TableError, match=r"z\.csv:2: 3 cells"):
        local(tables, tmp_path / "out")
    assert not list(tmp_path.glob("out*")) and not list(tmp_path.glob(".datenorm*"))


def test_a_folder_that_is_there_is_not_written_into(tables: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out/mine").write_text("")
    with pytest.raises(DatenormError, match="is there already"):
        local(tables, tmp_path / "out")


def test_shares_are_those_of_all_files(tables: Path, tmp_path: Path) -> None:
    request = Request(["day"], fail_over=20)
    convert_files(str(tables), str(tmp_path / "out"), request, {}, Here(READ))  # a third of a.csv
    with pytest.raises(TableError, match=r"16\.7 % of the cells"):
        convert_files(str(tables), str(tmp_path / "no"), Request(["day"], fail_over=10), {}, Here(READ))
    assert not (tmp_path / "no").exists()


def test_dots_of_several_files_contradict_each_other(tmp_path: Path) -> None:
    write(tmp_path / "in", "a.csv", ["25.4.2015"])
    write(tmp_path / "in", "b.csv", ["4.25.2015", "3.4.2015"])
    summary = local(tmp_path / "in", tmp_path / "out")
    assert summary.statuses["day"] == {"ok": 2, "ambiguous": 1}
    assert "order mixed: 1 is no DMY (b.csv row 1" in "\n".join(summary.lines())


def test_evidence_that_is_merged_is_that_of_all_cells() -> None:
    cells = [
        "25/04/2015",
        "03/04/2015",
        "9 listopada 2018",
        "5 grudnia 2018",
        "04/25/2015",
        "9 May 2018",
        "x",
    ]
    for cut in range(len(cells) + 1):
        whole, first, second = ColumnEvidence(), ColumnEvidence(), ColumnEvidence()
        for row, cell in enumerate(cells, 1):
            whole.add(row, cell)
            (first if row <= cut else second).add(row, cell)
        first.merge(second)
        assert (first.numbers, first.names.left, first.names.cells) == (
            whole.numbers,
            whole.names.left,
            whole.names.cells,
        )
        assert first.names.language == whole.names.language and first.names.open == whole.names.open


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["--input", "in"], "many files go into a folder"),
        (["--input", "in", "--output", "new", "--resume"], "are for one file"),
        (["--input", "in/a.csv", "--output", "new.csv", "--engine", "ray"], "--engine is for many files"),
        (["--input", "in", "--output", "new", "--address", "auto"], "--address is that of --engine"),
        (["--input", "in", "--output", "new", "--engine", "ray", "--jobs", "2"], "not --jobs"),
    ],
)
def test_wrong_usage(
    tables: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    complaint: str,
) -> None:
    monkeypatch.chdir(tables.parent)
    monkeypatch.setattr(sys, "argv", ["datenorm", "translate", "--column", "day", *arguments])
    with pytest.raises(SystemExit, match="2"):
        main()
    assert complaint in capsys.readouterr().err


def test_the_command(
    tables: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tables.parent)
    command = ["datenorm", "translate", "--input", "in", "--column", "day", "--output", "out"]
    monkeypatch.setattr(sys, "argv", [*command, "--report", "report.json"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert not ended.value.code, capsys.readouterr().err
    assert "5 ok, 1 rejected, 1 empty" in capsys.readouterr().err
    assert json.loads(Path("report.json").read_text())["rows"] == 7


def test_arrow_batches() -> None:
    batch = pa.record_batch({"id": [1, 2], "day": ["03/04/2015", None]})
    (widened,) = translate_batches([batch], ["day"], order="DMY")
    assert widened.column("day_iso").to_pylist() == ["2015-04-03", None]
    assert widened.column("day_status").to_pylist() == ["ok", "empty"]
    assert widened.schema == widened_schema(batch.schema, ["day"])


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    """Two machines, as far as Ray can tell."""
    from ray.cluster_utils import Cluster

    try:
        started = Cluster(initialize_head=True, head_node_args={"num_cpus": 1})
        started.add_node(num_cpus=1)
    except Exception as error:  # where no port or shared memory may be had, say
        pytest.skip(f"Ray cannot be started on this machine: {error}")
    yield started
    started.shutdown()  # type: ignore[no-untyped-call]


def on_ray(cluster: Any, tables: Path, output: Path) -> Summary:
    from datenorm.engines.ray import Cluster

    with Cluster(cluster.address, None, {"pivot_year": 2046}, open=Open()) as engine:
        return convert_files(str(tables), str(output), REQUEST, {}, engine)


@pytest.mark.slow
def test_a_cluster_gives_what_one_machine_gives(cluster: Any, tables: Path, tmp_path: Path) -> None:
    write(
        tables, "e.csv", [f"{number % 28 + 1} {MONTHS[number % 4]} {1900 + number}" for number in range(150)]
    )
    here = local(tables, tmp_path / "here")
    there = on_ray(cluster, tables, tmp_path / "there")
    assert contents(tmp_path / "there") == contents(tmp_path / "here")
    assert there.lines() == here.lines()


@pytest.mark.slow
def test_a_worker_that_is_killed_loses_nothing(cluster: Any, tables: Path, tmp_path: Path) -> None:
    for number in range(8):
        days = [f"{row % 28 + 1} {MONTHS[row % 4]} {1000 + 200 * number + row // 20}" for row in range(4000)]
        write(tables, f"many/{number}.csv", days)
    local(tables, tmp_path / "here")
    killed: list[int] = []

    def kill() -> None:
        end = time.monotonic() + 60
        while not killed and time.monotonic() < end:
            done = list(tmp_path.glob(".datenorm-*.part/many/*.csv"))
            killed.extend(actors() if done else ())
            time.sleep(0.02)
        for process in killed:
            os.kill(process, signal.SIGKILL)

    killer = threading.Thread(target=kill)
    killer.start()
    on_ray(cluster, tables, tmp_path / "there")
    killer.join()
    assert killed
    assert contents(tmp_path / "there") == contents(tmp_path / "here")


def actors() -> list[int]:
    """Return the processes of Ray's actors that do work on this machine."""
    titles = {path.parent.name: path.read_bytes() for path in Path("/proc").glob("[0-9]*/cmdline")}
    return [int(process) for process, title in titles.items() if title.startswith(b"ray::MapWorker")]


@pytest.mark.slow
def test_what_is_wrong_with_a_file_is_told_by_the_cluster_too(
    cluster: Any, tables: Path, tmp_path: Path
) -> None:
    (tables / "z.csv").write_text("id,day\n1,2,3\n")
    with pytest.raises(TableError, match=r"z\.csv:2: 3 cells"):
        on_ray(cluster, tables, tmp_path / "out")
    assert not (tmp_path / "out").exists()
