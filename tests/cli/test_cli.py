import csv
import gzip
import io
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from inspect import signature
from pathlib import Path
from typing import Any, NoReturn

import click
import pytest
from click.testing import CliRunner, Result

from datenorm.cli import main
from datenorm.errors import BundleError
from datenorm.network.bundle import load_bundle
from datenorm.reading.translator import Translator
from tests.network.fake_network import VOCABULARY, FakeNetwork

BELIEFS = {
    "9 may 2018": {"2018-05-09": 0.99, "2018-05-08": 0.01},
    "03/04/2015": {"2015-04-03": 0.6, "2015-03-04": 0.4},
    ("03/04/2015", "DMY"): {"2015-04-03": 1.0},
    ("03/04/2015", "MDY", "en"): {"2015-03-04": 1.0},
    "9 may": {"--05-09": 1.0},
    "9 may 46": {"46-05-09": 1.0},
    "may 2018": {"2018-05": 1.0},
    "9 mai 2018 gribbled": {"2018-05-09": 0.6, "<unk>": 0.4},
    "saturday 9 may 2018": {"2018-05-09": 1.0},
}


# Until click 8.2 stderr was kept apart only where that was asked for.
KEPT_APART: Any = {"mix_stderr": False} if "mix_stderr" in signature(CliRunner).parameters else {}
RUNNER = CliRunner(**KEPT_APART)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run a command in this process, with a model that knows BELIEFS."""
    loaded = Translator(VOCABULARY, FakeNetwork(BELIEFS), by_shape=False)
    monkeypatch.setattr(Translator, "load", classmethod(lambda cls, bundle=None, threads=1: loaded))

    def invoke(*arguments: object, input: str | bytes | None = None) -> Result:
        result = RUNNER.invoke(main, [*map(str, arguments)], input=input)
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    return invoke


def process(*arguments: object, **options: Any) -> subprocess.Popen[bytes]:
    """Start a command as a real process, which Ctrl-C reaches though the tests themselves may run with it ignored."""
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    options["preexec_fn"] = lambda: signal.signal(signal.SIGINT, signal.SIG_DFL)
    return subprocess.Popen([sys.executable, "-m", "datenorm", *map(str, arguments)], **{**pipes, **options})


# translate TEXT


def test_each_text_has_one_line_in_order(run: Callable[..., Result]) -> None:
    result = run("translate", "9 May 2018", "May 2018", "9 may 2018")
    assert (result.stdout, result.stderr, result.exit_code) == ("2018-05-09\n2018-05\n2018-05-09\n", "", 0)


def test_a_text_without_a_date_has_an_empty_line_and_the_reason_on_stderr(run: Callable[..., Result]) -> None:
    result = run("translate", "9 May 2018", "hello")
    assert (result.stdout, result.stderr, result.exit_code) == ("2018-05-09\n\n", "'hello': not a date\n", 1)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "'': nothing there"),
        ("x" * 10_000, f"'{'x' * 59}…': too long: 10000 characters, 400 at most"),
        ("📅", "'📅': not a date"),
        ("9\x00may", "'9\\x00may': not a date"),
        ("\udcff", "'\\udcff': not a date"),
    ],
)
def test_odd_texts_get_a_clear_message(run: Callable[..., Result], text: str, reason: str) -> None:
    result = run("translate", text)
    assert (result.stdout, result.stderr, result.exit_code) == ("\n", reason + "\n", 1)


def test_two_good_readings_are_reported_and_not_chosen_from(run: Callable[..., Result]) -> None:
    result = run("translate", "03/04/2015")
    reason = "'03/04/2015': two good readings: 2015-03-04 or 2015-04-03; give --order or --locale\n"
    assert (result.stdout, result.stderr, result.exit_code) == ("\n", reason, 1)


def test_an_order_or_a_locale_settles_them(run: Callable[..., Result]) -> None:
    assert run("translate", "--order", "DMY", "03/04/2015").stdout == "2015-04-03\n"
    assert run("translate", "--locale", "en-US", "03/04/2015").stdout == "2015-03-04\n"


def test_on_ambiguous_best_writes_the_first_of_equally_likely_readings(run: Callable[..., Result]) -> None:
    result = run("translate", "--on-ambiguous", "best", "03/04/2015")
    assert (result.stdout, result.stderr, result.exit_code) == ("2015-03-04\n", "", 0)


def test_on_ambiguous_fail_ends_the_run(run: Callable[..., Result]) -> None:
    result = run("translate", "--on-ambiguous", "fail", "03/04/2015", "9 May 2018")
    assert (result.stdout, result.exit_code) == ("", 1)
    assert result.stderr.startswith("Error: text 1: '03/04/2015': two good readings")


def test_on_reject_keep_copies_the_text_through(run: Callable[..., Result]) -> None:
    result = run("translate", "--on-reject", "keep", "hello", "9 May 2018")
    assert (result.stdout, result.exit_code) == ("hello\n2018-05-09\n", 1)


def test_years_are_filled_in_as_told(run: Callable[..., Result]) -> None:
    assert run("translate", "9 May").stdout == "--05-09\n"
    assert run("translate", "--year", "2018", "9 May").stdout == "2018-05-09\n"
    assert run("translate", "--pivot-year", "2050", "9 May 46").stdout == "2046-05-09\n"
    assert run("translate", "--pivot-year", "2045", "9 May 46").stdout == "1946-05-09\n"


def test_min_confidence_rejects_what_is_less_sure(run: Callable[..., Result]) -> None:
    assert run("translate", "9 mai 2018 gribbled").stdout == "\n"
    assert run("translate", "--min-confidence", "0.5", "9 mai 2018 gribbled").stdout == "2018-05-09\n"


def test_top_puts_readings_behind_a_tab(run: Callable[..., Result]) -> None:
    assert (
        run("translate", "--top", "2", "9 May 2018").stdout
        == "2018-05-09\t2018-05-09:0.9900 2018-05-08:0.0100\n"
    )


def test_json_says_everything(run: Callable[..., Result]) -> None:
    result = run("translate", "--json", "--order", "DMY", "Saturday 9 May 2018")
    assert json.loads(result.stdout) == {
        "text": "Saturday 9 May 2018",
        "iso": "2018-05-09",
        "status": "ok",
        "confidence": 1.0,
        "alternatives": [{"iso": "2018-05-09", "probability": 1.0}],
        "order": "DMY",
        "warnings": ["the text says Saturday, but 2018-05-09 is a Wednesday"],
        "reason": None,
        "code": None,
        "kind": "date",
        "value": "2018-05-09",
        "start": "2018-05-09",
        "end": "2018-05-09",
    }


# translate < lines


def test_lines_are_read_from_stdin(run: Callable[..., Result]) -> None:
    result = run("translate", input="9 May 2018\r\nhello\n\nmay 2018")
    assert (result.stdout, result.exit_code) == ("2018-05-09\n\n\n2018-05\n", 1)
    assert result.stderr == "line 2: 'hello': not a date\nline 3: '': nothing there\n"


def test_a_dash_is_stdin(run: Callable[..., Result]) -> None:
    assert run("translate", "-", input="9 May 2018\n").stdout == "2018-05-09\n"
    assert run("translate", "--input", "-", input="9 May 2018\n").stdout == "2018-05-09\n"


def test_a_txt_file_is_lines_to_lines(run: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "dates.txt").write_text("9 May 2018\nMay 2018\n")
    assert (
        run("translate", "--input", tmp_path / "dates.txt", "--output", tmp_path / "iso.txt").exit_code == 0
    )
    assert (tmp_path / "iso.txt").read_text() == "2018-05-09\n2018-05\n"


def test_bytes_that_are_no_text_are_answered_and_kept(run: Callable[..., Result]) -> None:
    result = run(
        "translate", "--on-reject", "keep", "--on-bad-row", "keep", input=b"9 \xff may\n9 May 2018\n"
    )
    assert result.stdout_bytes == b"9 \xff may\n2018-05-09\n"


# translate --input --column --output

TABLE = 'id,ordered_at,note\n1,9 May 2018,"a, b"\n2,03/04/2015,"two\nlines"\n3,hello,\n4,,\n'
CONVERTED = (
    "id,ordered_at,note,ordered_at_iso,ordered_at_status,ordered_at_confidence\n"
    '1,9 May 2018,"a, b",2018-05-09,ok,0.9900\n'
    '2,03/04/2015,"two\nlines",,ambiguous,0.5000\n'
    "3,hello,,,rejected,1.0000\n"
    "4,,,,empty,1.0000\n"
)


@pytest.fixture
def orders(tmp_path: Path) -> Path:
    path = tmp_path / "orders.csv"
    path.write_text(TABLE)
    return path


def test_a_table_is_converted_and_summed_up(run: Callable[..., Result], orders: Path) -> None:
    output = orders.with_name("clean.csv")
    result = run("translate", "--input", orders, "--column", "ordered_at", "--output", output)
    assert (result.stdout, result.exit_code) == ("", 0)
    assert result.stderr == (
        "4 rows\n"
        "ordered_at: 1 ok, 1 ambiguous, 1 rejected, 1 empty\n"
        "  order open: none of 1 numeric date tells DMY from MDY; give --order\n"
        "  ambiguous: '03/04/2015' 1; give --order or --locale\n"
        "  rejected: 'hello' 1\n"
    )
    assert output.read_text() == CONVERTED


def test_a_table_goes_to_stdout_and_comes_from_stdin(run: Callable[..., Result], orders: Path) -> None:
    assert run("translate", "--input", orders, "--column", "ordered_at").stdout == CONVERTED
    assert (
        run("translate", "--input", "-", "--column", "ordered_at", "--output", "-", input=TABLE).stdout
        == CONVERTED
    )


def test_one_cell_decides_the_order_of_its_column(run: Callable[..., Result], tmp_path: Path) -> None:
    table = tmp_path / "orders.csv"
    table.write_text("date\n03/04/2015\n25/04/2015\n")
    result = run("translate", "--input", table, "--column", "date")
    assert result.stdout.splitlines()[1] == "03/04/2015,2015-04-03,ok,0.9500"
    assert "  order DMY: 1 of 2 numeric dates is no MDY (row 2: '25/04/2015')\n" in result.stderr
    assert (
        run("translate", "--input", "-", "--column", "date", input=table.read_text()).stdout == result.stdout
    )


def test_relative_dates_count_from_the_day_that_is_told(run: Callable[..., Result]) -> None:
    told = run("translate", "--today", "2018-05-08", "3 days ago", "tomorrow")
    assert (told.stdout, told.exit_code) == ("2018-05-05\n2018-05-09\n", 0)
    open_ = run("translate", "--today", "2018-05-08", "next Wednesday")
    assert open_.stderr == "'next Wednesday': two good readings: 2018-05-09 or 2018-05-16; give --next\n"
    assert (
        run("translate", "--today", "2018-05-08", "--next", "week", "next Wednesday").stdout == "2018-05-16\n"
    )
    untold = run("translate", "3 days ago")
    assert untold.stderr == "'3 days ago': 3 days before a day that is not told; give --today\n"


def test_a_reference_is_a_day_of_iso_8601_or_now(run: Callable[..., Result]) -> None:
    wrong = run("translate", "--today", "08/05/2018", "3 days ago")
    assert wrong.exit_code == 2
    assert "'08/05/2018' is no day or time of ISO 8601" in wrong.stderr
    assert run("translate", "--today", "now", "today").stdout.strip()


def test_each_row_counts_from_the_day_of_its_own_column(run: Callable[..., Result], tmp_path: Path) -> None:
    table = tmp_path / "posts.csv"
    table.write_text(
        "posted,scraped\n3 days ago,2018-05-08\n3 days ago,2019-01-01\n9 May 2018,2019-01-01\nyesterday,\n"
    )
    result = run("translate", "--input", table, "--column", "posted", "--today-column", "scraped")
    rows = [(row["posted_iso"], row["posted_status"]) for row in csv.DictReader(io.StringIO(result.stdout))]
    assert rows == [("2018-05-05", "ok"), ("2018-12-29", "ok"), ("2018-05-09", "ok"), ("", "rejected")]
    twice = run(
        "translate", "--input", table, "--column", "posted", "--today-column", "scraped", "--today", "now"
    )
    assert twice.exit_code == 2


def test_groups_decide_for_themselves_and_a_report_tells_all(
    run: Callable[..., Result], tmp_path: Path
) -> None:
    table, report = tmp_path / "orders.csv", tmp_path / "report.json"
    table.write_text("land,date\nnorth,03/04/2015\nnorth,25/04/2015\nsouth,03/04/2015\n")
    result = run("translate", "--input", table, "--column", "date", "--group-by", "land", "--report", report)
    rows = [row["date_iso"] for row in csv.DictReader(io.StringIO(result.stdout))]
    assert rows == ["2015-04-03", "", ""]  # the fake model knows no 25/04/2015
    (column,) = json.loads(report.read_text())["columns"]
    assert [(order["group"], order["order"]) for order in column["orders"]] == [
        ("north", "DMY"),
        ("south", None),
    ]
    assert column["statuses"] == {"ok": 1, "partial": 0, "ambiguous": 1, "rejected": 1, "empty": 0}
    assert column["unread"][0] == {
        "status": "ambiguous",
        "text": "03/04/2015",
        "cells": 1,
        "settle": "give --order or --locale",
        "alike": False,
    }


def test_a_table_with_too_few_dates_fails_and_leaves_no_output(
    run: Callable[..., Result], tmp_path: Path
) -> None:
    table, output = tmp_path / "orders.csv", tmp_path / "clean.csv"
    table.write_text("date\n9 May 2018\nhello\n")
    said = ("translate", "--input", table, "--column", "date", "--output", output)
    failed = run(*said, "--fail-over", 40)
    assert (failed.exit_code, output.exists()) == (1, False)
    assert failed.stderr.endswith("\nError: date: 50.0 % of the cells got no date, more than 40 %\n")
    assert run(*said, "--fail-over", 50).exit_code == 0


def test_dates_may_replace_their_texts(run: Callable[..., Result], tmp_path: Path) -> None:
    table = tmp_path / "orders.csv"
    table.write_text('id,date,"n"\n"1",9 May 2018,"a, b"\n2,hello,\n')
    result = run("translate", "--input", table, "--column", "date", "--replace")
    assert result.stdout == 'id,date,"n"\n"1",2018-05-09,"a, b"\n2,hello,\n'


def test_json_lines_and_packed_tables_come_out_as_they_went_in(
    run: Callable[..., Result], tmp_path: Path
) -> None:
    table, output = tmp_path / "orders.jsonl.gz", tmp_path / "clean.jsonl.gz"
    with gzip.open(table, "wt") as file:
        file.write('{"date": "9 May 2018", "n": 1.50}\n')
    assert run("translate", "--input", table, "--column", "date", "--output", output).exit_code == 0
    with gzip.open(output, "rt") as file:
        assert file.read() == (
            '{"date": "9 May 2018", "n": 1.50, "date_iso": "2018-05-09", "date_status": "ok", "date_confidence": 0.99}\n'
        )
    table.write_bytes(table.read_bytes()[:-9])
    broken = run("translate", "--input", table, "--column", "date")
    assert (broken.exit_code, broken.stderr.startswith(f"Error: {table}: cannot be unpacked")) == (1, True)


def test_hints_hold_for_the_whole_table(run: Callable[..., Result], orders: Path) -> None:
    result = run("translate", "--input", orders, "--column", "ordered_at", "--order", "DMY", "--top", "1")
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert rows[1]["ordered_at_iso"] == "2015-04-03"
    assert rows[1]["ordered_at_alternatives"] == "2015-04-03:1.0000"


def test_a_column_that_is_not_there_is_status_1_and_leaves_no_file(
    run: Callable[..., Result], orders: Path
) -> None:
    result = run(
        "translate", "--input", orders, "--column", "orderd_at", "--output", orders.with_name("clean.csv")
    )
    assert (result.exit_code, result.stdout) == (1, "")
    expected = "no column 'orderd_at'; the columns are id, ordered_at, note (did you mean 'ordered_at'?)\n"
    assert result.stderr == f"Error: {expected}"
    assert os.listdir(orders.parent) == ["orders.csv"]


def test_a_table_without_a_column_names_those_it_has(run: Callable[..., Result], orders: Path) -> None:
    result = run("translate", "--input", orders)
    assert (result.exit_code, result.stderr) == (
        1,
        "Error: say which --column holds dates; the columns are id, ordered_at, note\n",
    )


def test_a_failing_row_leaves_no_file(run: Callable[..., Result], orders: Path) -> None:
    output = orders.with_name("clean.csv")
    result = run(
        "translate", "--input", orders, "--column", "ordered_at", "--output", output, "--on-reject", "fail"
    )
    assert (result.exit_code, result.stderr) == (1, f"Error: {orders}:5: ordered_at: 'hello': not a date\n")
    assert os.listdir(orders.parent) == ["orders.csv"]


def test_an_interrupt_is_status_130_and_leaves_no_file(
    run: Callable[..., Result], orders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(self: Translator, texts: Sequence[str], **hints: Any) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr(Translator, "translate_many", interrupt)
    result = run(
        "translate", "--input", orders, "--column", "ordered_at", "--output", orders.with_name("clean.csv")
    )
    assert (result.exit_code, result.stdout) == (130, "")
    assert os.listdir(orders.parent) == ["orders.csv"]


# Wrong usage is status 2, a failure is status 1, in one line.


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--column", "x"], "--column, --output and the like go with --input"),
        (["--output", "x.csv", "9 May"], "--column, --output and the like go with --input"),
        (["--input", "{orders}", "9 May"], "give TEXT or --input, not both"),
        (["--input", "{orders}", "--column", "x", "--json"], "--json is for texts"),
        (["--input", "{orders}", "--column", "x", "--output", "{orders}"], "name another file as output"),
        (["--input", "{orders}", "--column", "x", "--output", "x.txt"], "a .csv comes out as a .csv"),
        (["--input", "nowhere.csv", "--column", "x"], "'nowhere.csv' does not exist"),
        (["--order", "DYM", "9 May"], "'DYM' is not one of 'DMY', 'MDY', 'YMD'"),
        (["--locale", "xx_YY", "9 May"], "CLDR has no locale 'xx_YY'"),
        (["--min-confidence", "2", "9 May"], "2.0 is not in the range 0<=x<=1"),
        (["--pivot-year", "50", "9 May"], "50 is not in the range"),
        (["--frobnicate"], "No such option"),
    ],
)
def test_wrong_usage_is_status_2(
    run: Callable[..., Result], orders: Path, arguments: list[str], message: str
) -> None:
    result = run("translate", *(argument.format(orders=orders) for argument in arguments))
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in " ".join(result.stderr.split())


def test_a_failure_that_is_explained_is_one_line_and_status_1(
    run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(cls: type[Translator], bundle: object = None, threads: int = 1) -> NoReturn:
        raise BundleError("models/default: damaged model bundle")

    monkeypatch.setattr(Translator, "load", classmethod(damaged))
    result = run("translate", "9 May 2018")
    assert (result.exit_code, result.stderr) == (1, "Error: models/default: damaged model bundle\n")


def test_a_bug_keeps_its_traceback(run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch) -> None:
    def bug(self: Translator, texts: Sequence[str], **hints: Any) -> NoReturn:
        raise ZeroDivisionError

    monkeypatch.setattr(Translator, "translate_many", bug)
    assert isinstance(CliRunner().invoke(main, ["translate", "9 May"]).exception, ZeroDivisionError)


@pytest.mark.parametrize(
    ("library", "arguments", "extra"),
    [
        (
            "keras",
            ["train", "--out", "new"],
            "keras tensorflow onnx safetensors tqdm",
        ),
        (
            "ray",
            ["translate", "--input", "*.csv", "--column", "d", "--output", "new", "--engine", "ray"],
            "'ray[data]'",
        ),
    ],
)
def test_what_a_light_installation_lacks_is_named(
    tmp_path: Path, library: str, arguments: list[str], extra: str
) -> None:
    (tmp_path / "a.csv").write_text("d\n9 May\n")
    without = f"import sys; sys.modules[{library!r}] = None; from datenorm.cli import main; main()"
    command = [sys.executable, "-c", without, *arguments]
    ran = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert (ran.returncode, ran.stderr) == (
        1,
        f"Error: this needs {library}: pip install {extra}\n",
    )


def test_help_fits_a_screen_and_names_every_command(run: Callable[..., Result]) -> None:
    result = run("--help")
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) <= 24
    assert max(map(len, result.stdout.splitlines())) <= 80
    commands = re.findall(r"^  (\w+)  ", result.stdout, re.MULTILINE)
    assert sorted(commands) == [
        "compare",
        "evaluate",
        "explain",
        "generate",
        "shapes",
        "train",
        "translate",
        "visualize",
    ]


@pytest.mark.parametrize(
    "command", ["compare", "evaluate", "explain", "generate", "shapes", "train", "translate", "visualize"]
)
def test_every_option_has_help(run: Callable[..., Result], command: str) -> None:
    assert run(command, "--help").exit_code == 0
    found = main.get_command(click.Context(main), command)
    options = [option for option in found.params if isinstance(option, click.Option)]
    assert options
    assert all(option.help for option in options)


def test_the_version_is_that_of_the_project(run: Callable[..., Result]) -> None:
    declared = re.search(
        r'^version = "(.*)"', (Path(__file__).parents[2] / "pyproject.toml").read_text(), re.M
    )
    assert run("--version").stdout == f"datenorm {declared[1]}\n"


# generate, train, visualize, evaluate


def test_generate_writes_rows_that_evaluate_can_read(run: Callable[..., Result], tmp_path: Path) -> None:
    path = tmp_path / "pairs.tsv"
    assert (
        run("generate", "-n", 40, "--locale", "de", "--locale", "ja", "--jobs", 1, "-o", path).exit_code == 0
    )
    lines = path.read_text().splitlines()
    assert lines[0] == "text\tiso\tlocale\torder\tkind\tpattern\tspans"
    assert len(lines) == 41
    assert {line.split("\t")[2] for line in lines[1:]} <= {"de", "ja", ""}
    assert run("evaluate", path).exit_code == 0


@pytest.mark.slow
def test_generate_with_one_seed_writes_the_same_bytes(run: Callable[..., Result]) -> None:
    first, second, other = (
        run("generate", "-n", 20, "--seed", seed, "--jobs", 1, "-o", "-") for seed in (1, 1, 2)
    )
    assert first.stdout == second.stdout != other.stdout


def test_generate_names_a_locale_that_is_none(run: Callable[..., Result], tmp_path: Path) -> None:
    result = run("generate", "-n", 1, "--locale", "xx", "--jobs", 1, "-o", tmp_path / "pairs.tsv")
    assert (result.exit_code, os.listdir(tmp_path)) == (2, [])
    assert "CLDR has no locale 'xx'" in result.stderr


def test_train_is_told_what_was_said_and_nothing_else(
    run: Callable[..., Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Any] = []
    monkeypatch.setattr("datenorm.training.train", told.append)
    (tmp_path / "pairs.tsv").write_text("text\tiso\n")
    said = [
        "--data",
        tmp_path / "pairs.tsv",
        "--examples",
        1000,
        "--units",
        32,
        "--locale",
        "de",
        "--from",
        tmp_path,
    ]
    assert run("train", *said, "--out", tmp_path / "model").exit_code == 0
    (config,) = told
    assert (config.data, config.examples, config.units) == (str(tmp_path / "pairs.tsv"), 1000, 32)
    assert (config.locales, config.from_bundle, config.out) == (
        ("de",),
        str(tmp_path),
        str(tmp_path / "model"),
    )
    assert (config.seed, config.resume, config.validation) == (type(config)(out="").seed, False, None)


def test_fine_tuning_has_defaults_of_its_own(
    run: Callable[..., Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Any] = []
    monkeypatch.setattr("datenorm.training.train", told.append)
    assert run("train", "--from", tmp_path, "--batch", 32, "--out", tmp_path / "model").exit_code == 0
    assert run("train", "--out", tmp_path / "model").exit_code == 0
    tuned, fresh = told
    assert (tuned.examples, tuned.batch, tuned.learning_rate) == (50_000, 32, 5e-4)
    assert fresh == type(fresh)(out=fresh.out, command=fresh.command, date=fresh.date)


def test_train_names_the_architectures_there_are(run: Callable[..., Result], tmp_path: Path) -> None:
    result = run("train", "--architecture", "oracle", "--out", tmp_path / "model")
    assert (result.exit_code, os.listdir(tmp_path)) == (2, [])
    assert re.search(r"no architecture 'oracle'; there are .*additive", result.stderr)


def test_visualize_draws_a_file_and_a_terminal(run: Callable[..., Result], tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    path = tmp_path / "heatmap.png"
    result = run("visualize", "9 May 2018", "hello", "-o", path, "--terminal")
    assert result.exit_code == 0
    assert path.read_bytes().startswith(b"\x89PNG")
    assert "9 May 2018\n2018-05-09" in result.stdout
    assert "\x1b" not in result.stdout  # no colours where there is no terminal


def test_the_first_rows_of_a_pipe_may_decide(run: Callable[..., Result], orders: Path) -> None:
    result = run(
        "translate", "--input", "-", "--column", "ordered_at", "--order-from", "2", input=orders.read_bytes()
    )
    assert result.stdout == CONVERTED
    assert "order open: none of 1 numeric date" in result.stderr


def test_first_rows_have_nothing_to_decide_where_the_order_is_given(
    run: Callable[..., Result], orders: Path
) -> None:
    result = run(
        *("translate", "--input", orders, "--column", "ordered_at", "--order-from", "2"),
        *("--order", "DMY", "--pivot-year", "2046"),
    )
    assert result.exit_code == 2
    assert "--order-from is for when" in result.stderr


def test_visualize_takes_a_file_of_texts(run: Callable[..., Result], tmp_path: Path) -> None:
    texts = tmp_path / "texts.txt"
    texts.write_text("9 May 2018\n\nhello\n", "utf-8")
    drawn = run("visualize", "--input", texts, "--terminal").stdout
    assert (
        drawn
        == "\n\n".join(
            run("visualize", text, "--terminal").stdout.rstrip("\n") for text in ("9 May 2018", "", "hello")
        )
        + "\n"
    )
    run("visualize", "--input", texts, "-o", tmp_path / "page.html")
    assert (tmp_path / "page.html").read_text("utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize(
    "said",
    [
        "--report r.json",
        "--rejects r.csv",
        "--fail-over 0",
        "--head 3",
        "--null x",
        "--dry-run",
        "--replace",
        "--skip-lines 0",
    ],
)
def test_options_of_tables_are_not_ignored_where_lines_are_read(
    run: Callable[..., Result], tmp_path: Path, said: str
) -> None:
    (tmp_path / "dates.txt").write_text("9 May 2018\n")
    for place in (tmp_path / "dates.txt", "-"):
        result = run("translate", "--input", place, *said.split(), input=b"9 May 2018\n")
        assert (result.exit_code, result.stdout) == (2, "")
        assert f"{said.split()[0]} is for tables, and" in result.stderr
        assert "name a --column" in result.stderr
    assert run("translate", *said.split(), input=b"9 May 2018\n").exit_code == 2
    assert os.listdir(tmp_path) == ["dates.txt"]


def test_visualize_wants_a_text(run: Callable[..., Result]) -> None:
    assert run("visualize", "--terminal").exit_code == 2


def test_visualize_wants_a_place_to_draw(run: Callable[..., Result]) -> None:
    assert run("visualize", "9 May 2018").exit_code == 2


def test_evaluate_prints_figures_or_json_and_draws_a_diagram(
    run: Callable[..., Result], tmp_path: Path
) -> None:
    pytest.importorskip("matplotlib")
    sample = tmp_path / "sample.csv"
    sample.write_text("text,iso,locale\n9 May 2018,2018-05-09,en\nhello,,en\nMay 2018,2017-05,de\n")
    assert "exact match            66.67%\n" in run("evaluate", sample).stdout
    result = run("evaluate", sample, "--json", "--by", "locale", "--plot", tmp_path / "reliability.png")
    assert [group["locale"] for group in json.loads(result.stdout)["groups"]] == ["de", "en"]
    assert (tmp_path / "reliability.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("rows", "options", "right"),
    [
        ("c. 1890,1890~\nbefore 1920,../1920\n9 May,--05-09\nhello,\n", ("--as", "edtf"), 100),
        ("c. 1890,1890\nbefore 1920,1920/..\n", ("--as", "edtf"), 0),
        ("May 2018,2018-05-01/2018-05-31\nhello,2018-05-01/2018-05-31\n", ("--as", "interval"), 50),
        ("9 May 2018 10:11,2018-05-09T10:11+02:00\n", ("--as", "datetime", "--zone", "Europe/Berlin"), 100),
        ("3 days ago,2018-05-06\n", ("--today", "2018-05-09"), 100),
        ("15 Mehr 1397,2018-10-07\n", ("--calendar", "persian"), 100),
    ],
)
def test_evaluate_measures_every_form(tmp_path: Path, rows: str, options: Sequence[str], right: int) -> None:
    sample = tmp_path / "sample.csv"
    sample.write_text(f"text,iso\n{rows}")
    figures = json.loads(RUNNER.invoke(main, ["evaluate", str(sample), "--json", *options]).stdout)
    assert figures["right"] == right / 100
    assert figures["exact_match"] == right / 100


def test_evaluate_says_what_a_form_looks_like(run: Callable[..., Result], tmp_path: Path) -> None:
    sample = tmp_path / "sample.csv"
    sample.write_text("text,iso\nMay 2018,2018-05\n")
    result = run("evaluate", sample, "--as", "interval")
    assert (
        f"{sample}:2: '2018-05' is no interval; one looks like 2018-05-01/2018-05-31 or nothing"
        in result.stderr
    )
    assert run("evaluate", sample, "--zone", "Europe/Berlin").exit_code == 2


def test_evaluate_names_the_line_of_a_wrong_row(run: Callable[..., Result], tmp_path: Path) -> None:
    sample = tmp_path / "sample.csv"
    sample.write_text("text,iso\n9 May 2018,2018-05-09\n31 April,2018-04-31\n")
    result = run("evaluate", sample)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"Error: {sample}:3: '2018-04-31' is no target")


def test_evaluate_puts_its_figures_into_the_card_of_a_model(tmp_path: Path, untrained_bundle: Path) -> None:
    folder, sample = tmp_path / "model", tmp_path / "sample.csv"
    shutil.copytree(untrained_bundle, folder)
    sample.write_text("text,iso\n,\n")
    result = CliRunner().invoke(
        main, ["evaluate", str(sample), "--model", str(folder), "--record", "nothing at all"]
    )
    assert result.exit_code == 0, result.output
    assert json.loads((folder / "metrics.json").read_text())["evaluations"]["nothing at all"]["rows"] == 1
    card = (folder / "README.md").read_text()
    assert "| nothing at all | 1 | 100.00% | 0.00% |" in card  # right, wrong
    load_bundle(folder)


def test_evaluate_leaves_the_card_of_the_shipped_model_alone(
    run: Callable[..., Result], tmp_path: Path, bundle: Path
) -> None:
    before = (bundle / "metrics.json").read_bytes()
    sample = tmp_path / "sample.csv"
    sample.write_text("text,iso\n9 May 2018,2018-05-09\n")
    result = run("evaluate", sample, "--record", "mine")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "say which with --model DIR" in result.stderr
    assert (bundle / "metrics.json").read_bytes() == before


def test_evaluate_chooses_whether_to_give_hints(run: Callable[..., Result], tmp_path: Path) -> None:
    sample = tmp_path / "sample.csv"
    sample.write_text("text,iso,order\n03/04/2015,2015-04-03,DMY\n")
    assert json.loads(run("evaluate", sample, "--json").stdout)["exact_match"] == 1.0
    assert json.loads(run("evaluate", sample, "--json", "--hints", "none").stdout)["ambiguous"] == 1.0


# Real processes.


def test_the_shipped_model_reads_a_date_in_a_real_process(bundle: Path) -> None:
    with process("translate", "Wednesday 9 May 2018", "hello", "--model", bundle) as running:
        stdout, stderr = running.communicate()
    assert (stdout, stderr, running.returncode) == (b"2018-05-09\n\n", b"'hello': not a date\n", 1)


@pytest.mark.parametrize(("signal_", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_interrupted_process_leaves_no_half_file(
    untrained_bundle: Path, tmp_path: Path, signal_: signal.Signals, status: int
) -> None:
    output = tmp_path / "clean.csv"
    # With an order and a pivot nothing has to be decided, and the table is converted while it comes.
    told = ["--order", "DMY", "--pivot-year", "2046"]
    arguments = ["--input", "-", "--column", "date", *told, "--output", output]
    with process("translate", *arguments, "--model", untrained_bundle) as running:
        running.stdin.write(b"date\n" + b"9 May 2018\n" * 20_000)  # several chunks, and no end of the table
        running.stdin.flush()
        while not [path for path in tmp_path.iterdir() if path.stat().st_size]:
            assert running.poll() is None, running.stderr.read()
            time.sleep(0.01)
        assert not output.exists()
        running.send_signal(signal_)
        _, stderr = running.communicate(timeout=30)
    assert (running.returncode, stderr, list(tmp_path.iterdir())) == (status, b"", [])


@pytest.mark.slow
@pytest.mark.parametrize(("signal_", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_interrupted_generator_leaves_neither_file_nor_process(
    tmp_path: Path, signal_: signal.Signals, status: int
) -> None:
    arguments = ["-n", "100000000", "--jobs", "2", "-o", tmp_path / "pairs.tsv"]
    with process("generate", *arguments) as running:
        while not [path for path in tmp_path.iterdir() if path.stat().st_size]:
            assert running.poll() is None, running.stderr.read()
            time.sleep(0.01)
        children = Path(f"/proc/{running.pid}/task/{running.pid}/children").read_text().split()
        running.send_signal(signal_)
        _, stderr = running.communicate(timeout=30)
    assert (running.returncode, stderr, list(tmp_path.iterdir())) == (status, b"", [])
    assert len(children) >= 2
    deadline = time.monotonic() + 30
    while any(Path(f"/proc/{child}").exists() for child in children):
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_a_closed_pipe_ends_quietly(untrained_bundle: Path) -> None:
    with process(
        "translate", "--on-reject", "keep", "--model", untrained_bundle, stderr=subprocess.PIPE
    ) as running:
        running.stdout.close()
        _, stderr = running.communicate(b"2018-05-09\n" * 20_000)
    assert (running.returncode, b"Traceback" in stderr, b"Exception" in stderr) == (0, False, False)


def test_a_lone_surrogate_from_the_shell_is_answered(untrained_bundle: Path) -> None:
    arguments: list[str | bytes] = [
        sys.executable,
        "-m",
        "datenorm",
        "translate",
        "--json",
        "--model",
        str(untrained_bundle),
        b"9 \xff may",
    ]
    result = subprocess.run(arguments, capture_output=True)
    assert json.loads(result.stdout)["text"] == "9 \udcff may"
    assert b"Traceback" not in result.stderr


def test_explain_shows_what_claimed_each_token_and_the_rule_that_objected(run: Callable[..., Result]) -> None:
    result = run("explain", "9 May 2018")
    assert (result.exit_code, result.stdout.splitlines()[0]) == (0, "'9 May 2018': ok, 2018-05-09")
    assert [line.split()[:2] for line in result.stdout.splitlines()[2:]] == [
        ["9", "day"],
        ["may", "month"],
        ["2018", "year"],
    ]


def test_explain_says_when_no_network_was_asked(run: Callable[..., Result]) -> None:
    assert "no network was asked" in run("explain", "2018-W19-3").stdout
    told = json.loads(run("explain", "--json", "2018-W19-3").stdout)
    assert (told["iso"], told["by"], told["tokens"][0]["text"]) == ("2018-05-09", "machine form", "2018")


def test_an_answer_comes_in_the_form_that_is_asked_for(run: Callable[..., Result]) -> None:
    assert run("translate", "--as", "interval", "May 2018").stdout == "2018-05-01/2018-05-31\n"
    assert run("translate", "--as", "edtf", "9 May").stdout == "XXXX-05-09\n"
    refused = run("translate", "2018-W12")
    assert (refused.stdout, refused.exit_code) == ("\n", 1)
    assert refused.stderr == ("'2018-W12': a week: 2018-03-19/2018-03-25; --as interval or edtf writes it\n")


def test_less_than_a_day_is_left_out_if_asked(run: Callable[..., Result]) -> None:
    result = run("translate", "--on-partial", "blank", "9 May 2018", "May 2018")
    assert result.stdout == "2018-05-09\n\n"
    assert result.stderr == "'May 2018': less than a day: 2018-05\n"


def test_two_ends_do_not_go_into_one_column(tmp_path: Path, run: Callable[..., Result]) -> None:
    table = tmp_path / "orders.csv"
    table.write_text("date\n9 May 2018\n")
    said = ("--as", "interval", "--replace", "--input", table, "--column", "date", "--output", "-")
    assert "--as interval writes two columns" in run("translate", *said).stderr


def test_zones_go_with_times_and_have_names_of_the_tz_database(run: Callable[..., Result]) -> None:
    assert (
        "no zone 'Europe/Bonn'"
        in run("translate", "--as", "datetime", "--zone", "Europe/Bonn", "9 May").stderr
    )
    assert "--as datetime" in run("translate", "--zone", "Europe/Berlin", "9 May 2018").stderr
