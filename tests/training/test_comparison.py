"""Architectures side by side, on a few hundred pairs."""

import csv
from pathlib import Path

import pytest
from click.testing import CliRunner

from datenorm.cli import main
from datenorm.generation import dataset
from datenorm.training import comparison
from tests.training.test_training import plain_dates

OPTIONS = ("--epochs", "2", "--seeds", "2", "--units", "8", "--embedding", "8", "--batch", "64")


@pytest.fixture(scope="module")
def compared(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Return the folder of a comparison and what it printed."""
    folder = tmp_path_factory.mktemp("compared")
    dataset.write(folder / "pairs.tsv", plain_dates(300))
    return folder, compare(folder)


def compare(folder: Path, *options: str) -> str:
    names = ("--architecture", "dot", "--architecture", "seq2seq")
    arguments = ["compare", str(folder / "pairs.tsv"), *names, *OPTIONS, *options, "-o", str(folder / "out")]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_each_run_has_its_epochs_in_the_csv(compared: tuple[Path, str]) -> None:
    rows = list(csv.DictReader((compared[0] / "out" / "comparison.csv").open(encoding="utf-8")))
    runs = [(row["architecture"], row["seed"], row["epoch"]) for row in rows]
    assert runs == [
        (name, seed, epoch) for name in ("dot", "seq2seq") for seed in ("1", "2") for epoch in ("1", "2")
    ]
    assert float(rows[1]["loss"]) < float(rows[0]["loss"])


def test_the_table_has_a_line_for_each_architecture_and_a_column_for_each_epoch(
    compared: tuple[Path, str],
) -> None:
    header, _, first, second = compared[1].splitlines()
    assert header == "| architecture | parameters | s/epoch | epoch 1 | epoch 2 | alignment |"
    assert first.startswith("| dot |")
    assert second.startswith("| seq2seq |")


def test_the_curves_are_drawn(compared: tuple[Path, str]) -> None:
    assert (compared[0] / "out" / "comparison.png").read_bytes().startswith(b"\x89PNG")


def test_a_run_that_is_there_is_not_trained_again(
    compared: tuple[Path, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(comparison, "run", lambda config: pytest.fail(f"{config.out} was trained again"))
    assert compare(compared[0]) == compared[1]


def test_a_run_made_otherwise_is_not_taken_for_the_same(compared: tuple[Path, str]) -> None:
    folder = compared[0]
    arguments = ["compare", str(folder / "pairs.tsv"), "--architecture", "dot", "-o", str(folder / "out")]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 1
    assert "was trained in another way" in result.stderr


def test_a_wrong_name_is_told_before_anything_is_trained(compared: tuple[Path, str], tmp_path: Path) -> None:
    arguments = [
        "compare",
        str(compared[0] / "pairs.tsv"),
        "--architecture",
        "dot",
        "--architecture",
        "transformer",
    ]
    result = CliRunner().invoke(main, [*arguments, "-o", str(tmp_path / "out")])
    assert result.exit_code == 2
    assert "no architecture 'transformer'" in result.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("content", ["", "text\tiso\n"])
def test_pairs_without_any_are_one_line(tmp_path: Path, content: str) -> None:
    (tmp_path / "pairs.tsv").write_text(content)
    command = ["compare", str(tmp_path / "pairs.tsv"), "--architecture", "dot", "-o", str(tmp_path / "out")]
    result = CliRunner().invoke(main, command)
    assert (result.exit_code, result.stderr) == (1, f"Error: {tmp_path / 'pairs.tsv'}: no rows to train on\n")
