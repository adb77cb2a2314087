"""A slice of the fuzzing that `make fuzz` does for as long as one likes, and what it has found."""

import io
import json
import time
from pathlib import Path
from random import Random

import pytest

from datenorm.reading.translator import Translator
from tests import fuzz


@pytest.fixture(scope="module")
def translator() -> Translator:
    return Translator.load()


@pytest.fixture
def loaded_once(monkeypatch: pytest.MonkeyPatch, translator: Translator) -> None:
    monkeypatch.setattr(Translator, "load", lambda *_, **__: translator)


@pytest.mark.parametrize("seed", range(12))
def test_any_text_gets_an_answer_that_holds(translator: Translator, seed: int) -> None:
    fuzz.fuzz_texts(translator, Random(seed), 512)


@pytest.mark.parametrize("seed", range(8))
def test_a_damaged_table_is_converted_or_refused_and_nothing_is_lost(
    tmp_path: Path, loaded_once: None, seed: int
) -> None:
    random = Random(seed)
    statuses = [fuzz.fuzz_table(tmp_path, random) for _ in range(100)]
    assert {0, 1} <= {*statuses}


@pytest.mark.parametrize(
    "filling", [" ", "a1", "\u3000", "\u200f", "\u0301", "0", "1.", "./-", "a", "年", "พ.ศ.", "’", "(", "１"]
)
@pytest.mark.parametrize(("before", "behind"), [("", "x"), ("9 May 2018", "x"), ("", "2018-05-09")])
def test_a_hundred_thousand_characters_take_no_second(
    translator: Translator, filling: str, before: str, behind: str
) -> None:
    text = before + filling * (fuzz.LONGEST // len(filling)) + behind
    start = time.perf_counter()
    fuzz.check(translator.translate(text), text)
    assert time.perf_counter() - start < fuzz.SLOW


def test_a_table_that_is_not_in_its_encoding_is_told_in_a_line(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("date\n9 May 2018\n")
    command = ("translate", "--input", tmp_path / "in.csv", "--column", "date", "--encoding", "utf-16")
    status, said = fuzz.run(*command, "--output", tmp_path / "out.csv")
    assert (status, said.count("\n")) == (1, 1)
    assert "no column 'date'" in said  # without a mark, its bytes are read in pairs


def test_a_parquet_file_with_texts_that_are_not_utf_8_is_told_in_a_line(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    written = io.BytesIO()
    parquet.write_table(
        pyarrow.table({"date": ["9 May 2018"]}), written, compression="none", use_dictionary=False
    )
    (tmp_path / "in.parquet").write_bytes(written.getvalue().replace(b"9 May 2018", b"9 May \xff018"))
    status, said = fuzz.run(
        "translate",
        "--input",
        tmp_path / "in.parquet",
        "--column",
        "date",
        "--output",
        tmp_path / "out.parquet",
    )
    assert (status, said.count("\n")) == (1, 1)
    assert "in.parquet: damaged: 'utf-8' codec can't decode" in said
    assert not (tmp_path / "out.parquet").exists()


def test_a_report_can_name_any_text(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text('{"date": "9 \\ud800 x"}\n')
    command = (
        "translate",
        "--input",
        tmp_path / "in.jsonl",
        "--column",
        "date",
        "--output",
        tmp_path / "out.jsonl",
    )
    assert fuzz.run(*command, "--report", tmp_path / "report.json")[0] == 0
    [unread] = json.loads((tmp_path / "report.json").read_text())["columns"][0]["unread"]
    assert unread["text"] == "9 \ud800 x"
