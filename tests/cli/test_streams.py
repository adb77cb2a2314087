"""Standard streams that are closed, and outputs that are inputs or lie where they are."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from datenorm.cli import main
from datenorm.cli.options import FileCommand

RUNNER = CliRunner()
DATENORM = f"{sys.executable} -m datenorm"


def shell(command: str, folder: Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(["bash", "-c", command], cwd=folder, capture_output=True, text=True)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    (tmp_path / "in.csv").write_text("day\n9 May 2018\nhello\n")
    return tmp_path


WIDENED = "day,day_iso,day_status,day_confidence\n9 May 2018,2018-05-09,ok,"
CONVERT = f"{DATENORM} translate --input in.csv --column day --output out.csv"


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_a_table_is_converted_whichever_standard_stream_is_closed(table: Path, closed: str) -> None:
    done = shell(f"{CONVERT} {closed}", table)
    assert (done.returncode, done.stdout) == (0, "")
    assert (table / "out.csv").read_text().startswith(WIDENED)
    assert "rows" not in (table / "out.csv").read_text()


def test_what_has_to_go_to_a_closed_stdout_is_one_line(table: Path) -> None:
    for command in (
        "translate --input in.csv --column day --output -",
        "translate '9 May 2018'",
        "generate -n 1 -o -",
    ):
        done = shell(f"{DATENORM} {command} >&-", table)
        assert (done.returncode, done.stderr) == (1, "Error: stdout is closed; name a file with --output\n")


def test_what_has_to_come_from_a_closed_stdin_is_one_line(table: Path) -> None:
    for command in ("translate", "translate --input - --column day --output out.csv"):
        done = shell(f"{DATENORM} {command} <&-", table)
        assert (done.returncode, done.stderr) == (
            1,
            "Error: stdin is closed; give a TEXT, or name a file with --input\n",
        )


def test_a_text_needs_no_stdin(table: Path) -> None:
    done = shell(f"{DATENORM} translate '9 May 2018' <&-", table)
    assert (done.returncode, done.stdout) == (0, "2018-05-09\n")


@pytest.mark.parametrize(
    "command",
    [
        "translate --input in.csv --column day --output in.csv",
        "translate --input in.csv --column day --output out.csv --report in.csv",
        "translate --input in.csv --column day --output out.csv --report ./out.csv",
        "translate --input in.csv --column day --output link.csv",
        "translate --input in.csv --column day --output out.csv --resume --report out.csv.resume",
        "translate --input in.csv --column day --shapes sh.csv --output sh.csv",
        "translate --input in.csv --column day --shapes sh.csv --output out.csv --report sh.csv",
        "translate --input in.csv --column day --shapes sh.csv --output out.csv --rejects sh.csv",
        "translate --input *.csv --column day --output out --report in.csv",
        "shapes in.csv --column day -o in.csv",
        "shapes in.csv --column day -o link.csv",
        "visualize --input in.svg -o in.svg",
        "evaluate in.csv --plot in.csv",
        "evaluate in.csv --plot model/config.json --model model",
        "translate --input in.csv --column day --output - --rejects -",
        "translate --input in.csv --column day --rejects -",
        "translate --input in.csv --column day --report -",
        "translate --input in.csv --column day --output out.csv --rejects - --report -",
        "translate --input in.csv --column day --output pipe --report ./pipe",
    ],
)
def test_no_output_is_an_input_or_another_output(
    table: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.chdir(table)
    os.link("in.csv", "link.csv")
    os.link("in.csv", "in.svg")
    Path("sh.csv").write_text("edited")
    os.mkdir("model")
    os.mkfifo("pipe")
    before = Path("in.csv").read_bytes()
    result = RUNNER.invoke(main, command.split())
    assert result.exit_code == 2, result.output
    assert "is read from; name another file" in result.output or "would be written twice" in result.output
    assert Path("in.csv").read_bytes() == before
    assert Path("sh.csv").read_text() == "edited"


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("--output - --rejects all.csv > all.csv", "all.csv would be written twice"),
        ("--output /dev/stdout --report - > all.csv", "stdout would be written twice"),
        ("--output - >> in.csv", "stdout is read from"),
    ],
)
def test_a_standard_stream_is_the_file_that_the_shell_made_it(table: Path, command: str, told: str) -> None:
    done = shell(f"{DATENORM} translate --input in.csv --column day {command}", table)
    assert (done.returncode, told in done.stderr) == (2, True), done.stderr


@pytest.mark.parametrize(
    "command",
    [
        "--output - --rejects r.csv",
        "--output o.csv --rejects - --report r",
        "--output /dev/stdout",
        "--output o.csv --rejects /dev/stdout",
    ],
)
def test_one_output_may_be_stdout(table: Path, command: str) -> None:
    convert = f"{DATENORM} translate --input - --column day {command} < in.csv"
    for done in (shell(f"{convert} | cat", table), shell(f"{convert} > all.csv && cat all.csv", table)):
        assert (done.returncode, "hello" in done.stdout) == (0, True), done.stderr


def test_two_outputs_may_be_thrown_away(table: Path) -> None:
    done = shell(f"{CONVERT} --rejects /dev/null --report /dev/null", table)
    assert (done.returncode, (table / "out.csv").exists()) == (0, True), done.stderr


def test_every_command_asks_whether_its_outputs_are_inputs() -> None:
    context = click.Context(main)
    assert all(isinstance(main.get_command(context, name), FileCommand) for name in main.commands)


@pytest.mark.parametrize(
    "command",
    [
        "translate -c day -i many -o many/out",
        "translate -c day -i ./many/ -o many/sub/out",
        "translate -c day -i many/**/*.csv -o many/out",
        "translate -c day -i many -o out --report many/report.json",
        "translate -c day -i s3://lake/many/ -o s3://lake/many/out",
    ],
)
def test_an_output_does_not_lie_where_the_next_run_would_read_it(
    table: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.chdir(table)
    os.mkdir("many")
    os.rename("in.csv", "many/in.csv")
    result = RUNNER.invoke(main, command.split())
    assert (result.exit_code, "name a place elsewhere as output" in result.output) == (2, True), result.output
    assert os.listdir("many") == ["in.csv"]


@pytest.mark.parametrize(
    "command",
    [
        "translate -c day -i in.csv -o no/out.csv",
        "translate -c day -i in.csv -o out.csv --rejects no/out.csv",
        "translate -c day -i in.csv -o out.csv --report no/out.csv",
        "translate -c day -i *.csv -o no/out --report no/out.csv",
        "shapes in.csv -c day -o no/out.csv",
        "evaluate in.csv --plot no/out.csv",
    ],
)
def test_an_output_whose_folder_is_not_there_is_told_before_anything_is_read(
    table: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.chdir(table)
    result = RUNNER.invoke(main, command.split())
    assert result.exit_code == 1
    assert result.output == "Error: no/out.csv: cannot be written: there is no folder no\n"


def test_a_report_may_lie_in_the_folder_that_a_run_makes(
    table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(table)
    command = "translate -c day -i *.csv -o new/out --report new/out/report.json"
    assert RUNNER.invoke(main, command.split()).exit_code == 0
    assert sorted(os.listdir("new/out")) == ["in.csv", "report.json"]


def test_an_output_beside_what_a_pattern_matches_is_written(
    table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(table)
    for _ in range(2):
        result = RUNNER.invoke(main, ["translate", "-c", "day", "-i", "*.csv", "-o", "out"])
        assert result.exit_code == 0, result.output
        assert os.listdir("out") == ["in.csv"]
        shutil.rmtree("out")


def test_training_does_not_overwrite_its_pairs(tmp_path: Path) -> None:
    (tmp_path / "history.csv").write_text("text,iso\n")
    result = RUNNER.invoke(main, ["train", "--data", str(tmp_path / "history.csv"), "--out", str(tmp_path)])
    assert (result.exit_code, "is read from" in result.output) == (2, True)
