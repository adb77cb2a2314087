"""What is wrong with files and options is one line that a terminal may show, never a traceback."""

import re
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pytest
from click.testing import CliRunner
from pyarrow import parquet

from datenorm.cli import main


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("a.csv").write_text("day,x\n2018-05-09,1\n")
    Path("wide.csv").write_text(",".join(f"c{number}" for number in range(1_000_000)) + "\n")
    Path("odd.csv").write_text("d\x1b[31may,g\n2018-05-09,\x1b[2Jboo\n03/04/2018,\x1b]0;x\x07\n")
    texts = {"n": pa.array([20180509, 3]), "z": pa.nulls(2), "d": ["2018-05-09", "x"]}
    parquet.write_table(pa.table(texts), "a.parquet")
    twice = pa.Table.from_arrays(
        [pa.array(["2018-05-09"]), pa.array([1]), pa.array([2])], names=["d", "e", "e"]
    )
    parquet.write_table(twice, "twice.parquet")
    return tmp_path


def told(command: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["translate", *command.split(" ")])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.stderr.splitlines()[-1]


@pytest.mark.parametrize(
    ("command", "status", "line"),
    [
        (
            "--input a.csv --column day --encoding hex --output o.csv",
            1,
            "Error: Python knows no encoding 'hex'",
        ),
        (
            "--input a.parquet --column n --replace --output o.parquet",
            1,
            "Error: a.parquet: 'n' holds int64, which dates",
        ),
        (
            "--input a.parquet --column z --replace --output o.parquet",
            1,
            "Error: a.parquet: 'z' holds null, which dates",
        ),
        ("--input twice.parquet --column e --output o.parquet", 1, "Error: 2 columns are called 'e'"),
        ("--min-confidence inf x", 2, "Error: Invalid value for '--min-confidence': "),
        ("--min-confidence nan x", 2, "Error: Invalid value for '--min-confidence': nan is no finite number"),
        (
            "--input a.csv --fail-over nan --column day --output o.csv",
            2,
            "Error: Invalid value for '--fail-over'",
        ),
        ("--input a.csv --column day --column day --output o.csv", 1, "Error: a column is named twice"),
        (
            "--input odd.csv --column day --output o.csv",
            1,
            r"Error: no column 'day'; the columns are d\x1b[31may, g",
        ),
    ],
)
@pytest.mark.usefixtures("folder")
def test_it_is_one_line(command: str, status: int, line: str) -> None:
    code, said = told(command)
    assert (code, said[: len(line)]) == (status, line)


@pytest.mark.usefixtures("folder")
def test_columns_of_one_name_that_are_not_ours_stay() -> None:
    assert told("--input twice.parquet --column d --output o.parquet")[0] == 0
    assert parquet.ParquetFile("o.parquet").schema_arrow.names[:4] == ["d", "e", "e", "d_iso"]


@pytest.mark.usefixtures("folder")
def test_a_message_about_a_million_columns_is_short() -> None:
    assert len(told("--input wide.csv --column day --output o.csv")[1]) < 300


@pytest.mark.usefixtures("folder")
def test_cells_and_names_do_not_steer_the_terminal() -> None:
    result = CliRunner().invoke(
        main,
        [
            "translate",
            "--input",
            "odd.csv",
            "--column",
            "d\x1b[31may",
            "--group-by",
            "g",
            "--output",
            "o.csv",
        ],
    )
    assert result.exit_code == 0
    assert "\x1b" not in result.stderr
    assert "\x07" not in result.stderr
    assert r"\x1b]0;x\x07: order open" in result.stderr


@pytest.mark.parametrize(
    "command",
    [
        "translate -c day -i a.csv -i wide.csv",
        "translate x --order DMY --locale de --order MDY",
        "shapes a.csv -c day -c x",
    ],
)
@pytest.mark.usefixtures("folder")
def test_an_option_of_one_value_is_given_once(command: str) -> None:
    result = CliRunner().invoke(main, command.split())
    option = {"-i": "--input", "-c": "--column"}.get(command.split()[-2], "--order")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.splitlines()[-1] == f"Error: {option} is given 2 times; give it once"
    flags = CliRunner().invoke(main, "translate -i a.csv -q -q -c day --null x --null y".split())
    assert (flags.exit_code, flags.stdout.splitlines()[1]) == (0, "2018-05-09,1,2018-05-09,ok,1.0000")
    assert CliRunner().invoke(main, ["translate", "-i", "a", "-i", "b", "--help"]).exit_code == 0


FORGED = 'an\nid,"g\nr",day\n1,"A\nday: 100 ok",03/04/2018\n2,"B\x1b[2J",soon\n'


@pytest.mark.usefixtures("folder")
def test_no_line_that_a_person_sees_begins_within_a_name_or_a_cell() -> None:
    Path("nl.csv").write_text(FORGED.replace("an\nid", '"or\nder"'))
    command = ["translate", "-i", "nl.csv", "-c", "day", "-o", "o.csv", "--group-by", "g\nr"]
    result = CliRunner().invoke(main, command)
    assert result.exit_code == 0
    assert r"  A\nday: 100 ok: order open" in result.stderr
    assert not [line for line in result.stderr.splitlines() if line.startswith("day: 100")]
    assert told("-i nl.csv -c nope") == (1, r"Error: no column 'nope'; the columns are or\nder, g\nr, day")
    failed = CliRunner().invoke(main, [*command, "--fail-over", "0"])
    assert failed.exit_code == 1
    assert not [line for line in failed.stderr.splitlines() if line.startswith("day: 100 ")]
    assert failed.stderr.splitlines()[-1] == "Error: day: 100.0 % of the cells got no date, more than 0 %"


@pytest.mark.usefixtures("folder")
def test_cells_of_many_lines_are_one_line_of_the_shapes() -> None:
    Path("nl.csv").write_text('day\n"9 May\n2018"\n"x\x1b\x08\x07\n"\n4 May 2018\n')
    for options, lines in (([], 4), (["--code", "python"], 19)):
        result = CliRunner().invoke(main, ["shapes", "nl.csv", "-c", "day", *options])
        assert (result.exit_code, len(result.stdout.splitlines())) == (0, lines)
        assert not re.search("[\x00-\x09\x0b-\x1f]", result.stdout)
    assert r"-- " not in result.stdout
    assert result.stdout.splitlines()[1] == r"#   1: 'x\x1b\x08\x07\n', rejected ('x'\x1b\x08\x07\n)"


@pytest.mark.usefixtures("folder")
def test_code_and_decisions_are_not_written_at_once() -> None:
    result = CliRunner().invoke(main, ["shapes", "a.csv", "-c", "day", "--code", "python", "-o", "s.csv"])
    assert (result.exit_code, Path("s.csv").exists()) == (2, False)


@pytest.mark.parametrize("command", ["explain", "visualize --terminal"])
def test_a_text_steers_no_terminal(command: str) -> None:
    result = CliRunner().invoke(main, [*command.split(), "x\x1b[9 \x07\u202e\n 9 May 2018"])
    assert result.exit_code == 0
    assert not re.search("[\x00-\x09\x0b-\x1f\u202e]", result.stdout)
    assert "\n 9" not in result.stdout


def test_what_an_option_says_steers_no_terminal() -> None:
    for command in (
        ["--x\x1b[2J\nError: y"],
        ["translate", "--x\x1b\n"],
        ["translate", "-i", "\x1b\nx"],
        ["\x1b\n"],
    ):
        result = CliRunner().invoke(main, command)
        *usage, line = result.stderr.splitlines()
        assert (result.exit_code, line[:7], "\x1b" in result.stderr) == (2, "Error: ", False)
        assert usage[0][:7] == "Usage: "


def test_a_library_that_says_much_says_it_in_a_line(tmp_path: Path) -> None:
    texts = pa.table({"day": ["9 May 2018", "x"]})
    path = tmp_path / "in.parquet"
    parquet.write_table(texts, path)
    whole, said = path.read_bytes(), set()
    for place in range(4, len(whole)):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :])
        result = CliRunner().invoke(main, ["translate", "-i", str(path), "-c", "day", "-q", "--jobs", "1"])
        if result.exit_code:
            assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
            (line,) = result.stderr.splitlines()
            assert (line.rstrip(), line[:7], "\\n" in line) == (line, "Error: ", False)
            said.add(line)
    assert len(said) > 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
@pytest.mark.parametrize(
    "arguments", [["--help"], ["--version"], ["translate", "--help"], ["translate", "9 May 2018"]]
)
def test_a_full_disk_is_one_line(arguments: list[str]) -> None:
    with open("/dev/full", "wb") as full:
        command = [sys.executable, "-m", "datenorm", *arguments]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr) == (1, b"Error: No space left on device\n")


@pytest.mark.parametrize("option", ["--minutes", "--learning-rate", "--guided", "--replay"])
@pytest.mark.parametrize("value", ["nan", "inf", "-inf"])
def test_no_option_of_a_training_is_without_an_end(tmp_path: Path, option: str, value: str) -> None:
    result = CliRunner().invoke(main, ["train", "--out", str(tmp_path / "m"), option, value])
    assert (result.exit_code, list(tmp_path.iterdir())) == (2, [])
    assert f"Error: Invalid value for '{option}'" in result.stderr


@pytest.mark.usefixtures("folder")
def test_a_locale_that_is_none_is_told_before_anything_is_written() -> None:
    for command in (
        "translate -i a.csv -c day",
        "translate -i -  -c day",
        "explain x",
        "shapes a.csv -c day",
    ):
        result = CliRunner().invoke(main, [*command.split(), "--locale", "qqq"])
        assert (result.exit_code, result.stdout) == (2, "")
        assert "Error: Invalid value for '--locale': CLDR has no locale 'qqq'" in result.stderr
