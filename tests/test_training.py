"""A small run that really learns, one that is broken off and goes on, and what the batches are made of."""

import csv
import os
import signal
from pathlib import Path
from random import Random

import pytest

from datenorm import dataset
from datenorm.dataset import Example
from datenorm.training import TrainingConfig, loop, train
from datenorm.vocabulary import Vocabulary

ASCII = Vocabulary("".join(map(chr, range(32, 65))) + "".join(map(chr, range(91, 127))), ("en",))
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def plain_dates(count: int) -> list[Example]:
    """Return rows like '9 May 2018' with their spans, all different."""
    rng, rows = Random(5), []
    for number in range(count):
        year, month, day = 1900 + number % 200, rng.randint(1, 12), rng.randint(1, 28)
        at = len(str(day)) + 1
        spans = ((at + 4, at + 8), (at, at + 3), (0, at - 1))
        text = f"{day} {MONTHS[month - 1]} {year}"
        rows.append(Example(text, f"{year}-{month:02}-{day:02}", "en", "DMY", "date", "d MMM y", spans))
    return rows


@pytest.fixture(scope="module")
def pairs(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("pairs") / "pairs.tsv"
    dataset.write(path, plain_dates(1500))
    return str(path)


def tiny(pairs: str, out: Path, **options: object) -> TrainingConfig:
    settings = {
        "examples": 1280, "batch": 64, "units": 8, "embedding": 8, "validate_every": 512, "validation_rows": 50,
    }  # fmt: skip
    return TrainingConfig(out=str(out), data=pairs, **{**settings, **options})  # type: ignore[arg-type]


def break_off(monkeypatch: pytest.MonkeyPatch, after: int) -> None:
    """Have the user press Ctrl-C during step `after`."""
    steps = 0
    learn = loop._learn

    def counting(*arguments: object) -> float:
        nonlocal steps
        steps += 1
        if steps == after:
            os.kill(os.getpid(), signal.SIGINT)
        return learn(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(loop, "_learn", counting)


@pytest.mark.parametrize("architecture", ["dot", "additive"])
def test_a_run_broken_off_and_resumed_ends_like_an_unbroken_one(
    pairs: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, architecture: str
):
    whole = train(tiny(pairs, tmp_path / "whole", architecture=architecture))
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        break_off(patch, after=11)
        train(tiny(pairs, tmp_path / "broken", architecture=architecture))
    assert not (tmp_path / "broken" / "manifest.json").exists()
    resumed = train(tiny(pairs, tmp_path / "broken", resume=True))
    assert (resumed / "weights.safetensors").read_bytes() == (whole / "weights.safetensors").read_bytes()

    def course(folder: Path) -> list[list[str]]:
        return [row[:-1] for row in csv.reader(open(folder / "history.csv", encoding="utf-8"))]  # no seconds

    assert course(resumed) == course(whole)
    assert [row[0] for row in course(whole)] == ["step", "8", "16", "20"]
