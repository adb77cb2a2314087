"""Runs that go on where they were cut short end as those that were not, and the network is not asked twice."""

import gzip
import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pyarrow
import pytest
from pyarrow import parquet

from datenorm.cli import main
from datenorm.errors import TableError
from datenorm.judging.answer import Translation
from datenorm.reading.translator import default_translator
from datenorm.tables.journal import Journal

TEXTS = ["9 May 2018", "03/04/2015", "31.11.2018", "", "😀", "\udc80 May 2018", "Mo 9.5.18", '"May" \\ 2018']
MORE = ["10 mai 2018", "5-го мая 2018 г."]
TERMS = {"model": "abc", "options": {"pivot_year": 2046}}
read = default_translator().translate_many


class Asked(list[list[str]]):
    """A reader that notes what it is asked."""

    def __call__(self, texts: Sequence[str], **hints: Any) -> Sequence[Translation]:
        self.append(list(texts))
        return read(texts, pivot_year=2046, **hints)


class CutShort(Exception):
    pass


def cut_short(
    path: Path, *questions: Any, terms: Mapping[str, Any] = TERMS, cut: int = 0
) -> list[Sequence[Translation]]:
    """Ask, and end badly, the last `cut` bytes unwritten; return the answers."""
    with pytest.raises(CutShort), Journal(path, Asked(), terms) as journal:
        answers = [journal(*one) if isinstance(one, tuple) else journal(one) for one in questions]
        raise CutShort
    content = path.read_bytes()
    path.write_bytes(content[: len(content) - cut])
    return answers


def resumed(
    path: Path, *questions: Sequence[str], terms: Mapping[str, Any] = TERMS
) -> tuple[list[Sequence[Translation]], list[list[str]]]:
    """Ask again, to a good end; return the answers, and what the network was asked."""
    asked = Asked()
    with Journal(path, asked, terms) as journal:
        answers = [journal(one) for one in questions]
    assert not path.exists()
    return answers, asked


def test_what_was_answered_is_not_asked_again(tmp_path: Path) -> None:
    first = cut_short(tmp_path / "j", TEXTS)
    again, asked = resumed(tmp_path / "j", TEXTS, MORE)
    assert again == [*first, read(MORE, pivot_year=2046)]
    assert asked == [MORE]


@pytest.mark.parametrize("cut", [1, 2, 40, 500])
def test_a_line_that_is_not_whole_is_asked_again(tmp_path: Path, cut: int) -> None:
    first = cut_short(tmp_path / "j", TEXTS, MORE, cut=cut)
    again, asked = resumed(tmp_path / "j", TEXTS, MORE)
    assert again == first
    assert MORE in asked


def test_a_journal_of_other_texts_hints_or_terms_answers_nothing(tmp_path: Path) -> None:
    path = tmp_path / "j"
    cut_short(path, TEXTS, MORE)
    assert resumed(path, TEXTS[1:], MORE[:1])[1] == [TEXTS[1:], MORE[:1]]
    cut_short(path, TEXTS)
    assert resumed(path, TEXTS, terms={**TERMS, "model": "other"})[1] == [TEXTS]
    cut_short(path, ["03/04/2015"])
    asked = Asked()
    with Journal(path, asked, TERMS) as journal:
        (answer,) = journal(["03/04/2015"], order=["MDY"])
    assert answer.iso == "2015-03-04" and asked


def test_questions_in_another_order_are_answered(tmp_path: Path) -> None:
    first = cut_short(tmp_path / "j", TEXTS, MORE)
    again, asked = resumed(tmp_path / "j", MORE, ["1999"], TEXTS)
    assert [again[2], again[0]] == first
    assert asked == [["1999"]]


def test_a_run_that_is_cut_short_twice_is_gone_on_with_twice(tmp_path: Path) -> None:
    path = tmp_path / "j"
    cut_short(path, TEXTS)
    cut_short(path, TEXTS, MORE)
    assert resumed(path, TEXTS, MORE, ["1999"])[1] == [["1999"]]


def test_a_file_that_is_no_journal_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "clean.csv.resume"
    path.write_text("my own\n")
    with pytest.raises(TableError, match="in the way of --resume"):
        Journal(path, read, TERMS)
    assert path.read_text() == "my own\n"


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_text("")
    (tmp_path / "j").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(TableError, match="cannot be written"):
        Journal(tmp_path / "j", read, TERMS)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names")
def test_why_a_journal_is_not_used_is_told(tmp_path: Path) -> None:
    path = tmp_path / "j"
    os.mkfifo(path)
    with pytest.raises(TableError, match=r"j: is in the way of --resume, and is no plain file; move it"):
        Journal(path, read, TERMS)
    path.unlink()
    path.write_text("")
    path.chmod(0o622)
    with pytest.raises(TableError, match="and others can write to it; move it"):
        Journal(path, read, TERMS)
    path.chmod(0o600)
    (tmp_path / "other").hardlink_to(path)
    with pytest.raises(TableError, match="and has another name, through which it can be written to; move it"):
        Journal(path, read, TERMS)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["table.csv", "table.csv.gz", "table.jsonl", "table.parquet", "table.txt"])
def test_a_run_that_is_killed_ends_as_one_that_was_not(tmp_path: Path, name: str) -> None:
    table = tmp_path / name
    texts = [f"{number % 28 + 1} May {1000 + number % 1900}" for number in range(30_000)]
    if "csv" in name:
        content = "id,day\n" + "".join(f"{number},{text}\n" for number, text in enumerate(texts))
    else:
        content = "".join(f'{{"day": "{text}"}}\n' if "jsonl" in name else f"{text}\n" for text in texts)
    if "parquet" in name:
        parquet.write_table(pyarrow.table({"day": texts}), table)
    else:
        table.write_bytes(gzip.compress(content.encode()) if name.endswith("gz") else content.encode())
    column = [] if name.endswith("txt") else ["--column", "day"]
    command = [
        *(sys.executable, "-m", "datenorm", "translate", "--input", str(table), *column, "--output"),
    ]
    subprocess.run([*command, str(tmp_path / f"whole-{name}")], check=True, capture_output=True)
    output, journal = tmp_path / f"out-{name}", tmp_path / f"out-{name}.resume"
    running = subprocess.Popen([*command, str(output), "--resume"], stderr=subprocess.PIPE)
    while running.poll() is None and not (journal.exists() and journal.read_bytes().count(b"\n") > 1):
        time.sleep(0.02)
    running.kill()
    running.wait()
    assert journal.exists(), running.stderr.read()
    ended = subprocess.run([*command, str(output), "--resume"], check=True, capture_output=True, text=True)
    assert "texts had been read by a run that was cut short" in ended.stderr
    assert output.read_bytes() == (tmp_path / f"whole-{name}").read_bytes()
    assert not journal.exists()


@pytest.mark.parametrize("arguments", [["9 May 2018"], ["--input", "-", "--output", "out.csv"]])
def test_a_pipe_cannot_be_resumed(
    arguments: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["datenorm", "translate", "--resume", *arguments])
    with pytest.raises(SystemExit, match="2"):
        main()
    assert "--resume is for --input FILE and --output FILE" in capsys.readouterr().err
