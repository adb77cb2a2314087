"""The toy task: made, solved, and its alignment a diagonal."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from datenorm.cli import main
from datenorm.generation import dataset, digits
from datenorm.reading.translator import Translator

pytestmark = pytest.mark.slow

LEARN = "--architecture additive --units 32 --embedding 16 --batch 64 --learning-rate 0.01 --examples 16000".split()


def run(*arguments: object) -> None:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exit_code == 0, result.output


@pytest.fixture(scope="module")
def solved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the pairs and of the model that learned them."""
    folder = tmp_path_factory.mktemp("digits")
    run("generate", "--task", "digits", "-n", 6000, "-o", folder / "digits.tsv")
    run("train", "--data", folder / "digits.tsv", *LEARN, "--out", folder / "model")
    return folder


def test_each_symbol_is_five_more(solved: Path) -> None:
    rows = list(dataset.read(solved / "digits.tsv"))
    assert len(rows) == 6000
    assert len({row.text for row in rows}) == 624  # all there are, but for 5555
    assert all(
        int(there) == (int(here) + 5) % 10
        for row in rows
        for here, there in zip(row.text, row.iso, strict=True)
    )


def test_the_same_seed_makes_the_same_rows() -> None:
    assert list(digits.generate(50, 3)) == list(digits.generate(50, 3)) != list(digits.generate(50, 4))


def test_it_is_learned_in_seconds(solved: Path) -> None:
    metrics = json.loads((solved / "model" / "metrics.json").read_text())
    assert metrics["validation"]["exact_match"] == 1


def test_the_alignment_is_a_diagonal(solved: Path) -> None:
    texts = ["1425", "3152", "5134", "4213"]  # a symbol that stands twice may be read at either place
    for text, alignment in zip(texts, Translator.load(solved / "model").align_many(texts), strict=True):
        assert "".join(alignment.symbols) == digits.translated(text)
        assert alignment.weights.argmax(axis=1).tolist() == [0, 1, 2, 3]


def test_what_the_toy_has_no_use_for_is_refused() -> None:
    result = CliRunner().invoke(
        main, ["generate", "--task", "digits", "-n", "9", "--noise", "0.1", "-o", "-"]
    )
    assert result.exit_code == 2
    assert "--task digits has no --noise" in result.output
