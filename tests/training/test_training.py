"""A small run that really learns, one that is broken off and goes on, and what the batches are made of."""

import csv
import json
import os
import signal
import subprocess
import sys
from dataclasses import replace
from itertools import count, islice
from pathlib import Path
from random import Random
from types import SimpleNamespace

import numpy as np
import pytest
from click.testing import CliRunner

from datenorm.cli import main
from datenorm.dates.written import texts
from datenorm.errors import BundleError, DataError
from datenorm.generation import dataset
from datenorm.generation.dataset import Example
from datenorm.generation.generator import Generator, Recipe
from datenorm.network.bundle import load_bundle
from datenorm.network.vocabulary import Vocabulary
from datenorm.reading.translator import Translator
from datenorm.text.roles import ROLES
from datenorm.training import TrainingConfig, loop, train
from datenorm.training.batches import BUCKETS, START, Position, batches, cut
from datenorm.training.preparation import prepared
from datenorm.training.rows import (
    HELD_OUT,
    make_vocabulary,
    replayed_rows,
    training_windows,
    validation_rows,
    with_new_characters,
)
from datenorm.training.validation import exact_match

ASCII = Vocabulary("".join(map(chr, range(32, 65))) + "".join(map(chr, range(91, 127))), ("en",))
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def plain_dates(count: int) -> list[Example]:
    """Return rows like '9 May 2018' with their roles, all different."""
    rng, rows = Random(5), []
    for number in range(count):
        year, month, day = 1900 + number % 200, rng.randint(1, 12), rng.randint(1, 28)
        roles = "d" * len(str(day)) + " mmm yyyy"
        text = f"{day} {MONTHS[month - 1]} {year}"
        rows.append(Example(text, f"{year}-{month:02}-{day:02}", "en", "DMY", "date", "d MMM y", roles))
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


def test_a_run_broken_off_and_resumed_ends_like_an_unbroken_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pairs = str(tmp_path / "pairs.tsv")  # of many lengths: each is a shape that the step is compiled for
    dataset.write(pairs, Generator(Recipe(locales=("en",))).rows(0, 1500))
    whole = train(tiny(pairs, tmp_path / "whole"))
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        break_off(patch, after=11)
        train(tiny(pairs, tmp_path / "broken"))
    assert not (tmp_path / "broken" / "manifest.json").exists()
    resumed = train(tiny(pairs, tmp_path / "broken", resume=True))
    assert (resumed / "weights.safetensors").read_bytes() == (whole / "weights.safetensors").read_bytes()

    def course(folder: Path) -> list[list[str]]:
        return [row[:-1] for row in csv.reader(open(folder / "history.csv", encoding="utf-8"))]  # no seconds

    assert course(resumed) == course(whole)
    assert [row[0] for row in course(whole)] == ["step", "8", "16", "20"]


def test_a_small_model_learns_to_read_plain_dates(pairs: str, tmp_path: Path) -> None:
    config = tiny(
        pairs, tmp_path, units=48, embedding=16, examples=76_800, validate_every=76_800,
        learning_rate=0.01, warmup=50, command="datenorm train --data pairs.tsv", date="2026-01-31",
    )  # fmt: skip
    out = train(config)
    bundle = load_bundle(out)
    rows = validation_rows(config)
    assert exact_match(bundle, rows, order_hints=True) >= 0.95
    assert json.loads((out / "metrics.json").read_bytes())["validation"]["exact_match"] >= 0.95
    card = (out / "README.md").read_text("utf-8")
    assert "`datenorm train --data pairs.tsv`" in card and "2026-01-31" in card
    assert (out / "learning_curve.png").read_bytes().startswith(b"\x89PNG")


def test_fine_tuning_keeps_the_vocabulary_and_learns_new_characters(
    untrained_bundle: Path, tmp_path: Path
) -> None:
    before = load_bundle(untrained_bundle)
    pairs = tmp_path / "greek.csv"
    dataset.write(
        pairs,
        [
            Example(f"{day} Μαΐου {year}", f"{year}-05-{day}")
            for day in (10, 11, 12)
            for year in range(1900, 1990)
        ],
    )
    config = tiny(str(pairs), tmp_path / "out", from_bundle=str(untrained_bundle), examples=128, replay=0.0)
    out = train(config)
    after = load_bundle(out)
    assert after.vocabulary.characters.startswith("".join(before.vocabulary.characters))
    assert set("μαΐου") <= set(after.vocabulary.characters)
    assert after.config["units"] == before.config["units"] == 16
    assert after.config["before"] == [before.config["training"]]
    pairs_before = before.config["training"]["examples"]
    card = (out / "README.md").read_text("utf-8")
    assert card.index(f"- {pairs_before:,} training pairs") < card.index("- Then 128 training pairs")


def test_patience_ends_a_run_that_gets_no_better(pairs: str, tmp_path: Path) -> None:
    config = tiny(pairs, tmp_path, learning_rate=0.0, warmup=0, patience=2, validate_every=64)
    train(config)
    with open(tmp_path / "history.csv", encoding="utf-8") as file:
        assert [row["step"] for row in csv.DictReader(file)] == ["1", "2", "3"]
    assert load_bundle(tmp_path).config["training"]["examples"] == 192  # of its 1,280: it stopped early


def test_a_run_that_goes_on_is_told_what_it_was_told_before(
    pairs: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        break_off(patch, after=3)
        train(tiny(pairs, tmp_path))
    checkpoint = (tmp_path / "checkpoint.safetensors").read_bytes()
    others = {
        "units": 16,
        "architecture": "dot",
        "batch": 32,
        "learning_rate": 0.1,
        "examples": 6400,
        "seed": 2,
    }
    for name, value in others.items():
        with pytest.raises(BundleError, match=f"the run that is to go on has {name} .*; say the same, or"):
            train(tiny(pairs, tmp_path, resume=True, **{name: value}))
    command = ["train", "--out", str(tmp_path), "--resume"]
    for option in (
        ["--units", "80"],
        ["--batch", "512"],
        ["--learning-rate", "0.1"],
        ["--architecture", "dot"],
    ):
        result = CliRunner().invoke(main, [*command, *option])
        assert (result.exit_code, result.stderr[:7]) == (1, "Error: "), option
        name = option[0][2:].replace("-", "_")
        assert f"the run that is to go on has {name} " in result.stderr
    assert (tmp_path / "checkpoint.safetensors").read_bytes() == checkpoint
    assert CliRunner().invoke(main, [*command, "--units", "8", "--prepare", "2"]).exit_code == 0
    assert (tmp_path / "manifest.json").exists()


def test_without_a_checkpoint_there_is_nothing_to_resume(pairs: str, tmp_path: Path) -> None:
    with pytest.raises(BundleError, match="train without --resume"):
        train(tiny(pairs, tmp_path, resume=True))


def test_a_wrong_line_of_the_data_is_named(tmp_path: Path) -> None:
    path = tmp_path / "pairs.csv"
    path.write_text("text,iso\n9 May 2018,2018-05-09\n31 April 2018,2018-04-31\n", "utf-8")
    with pytest.raises(DataError, match=r"pairs\.csv:3: '2018-04-31'"):
        train(tiny(str(path), tmp_path / "out"))


def test_too_few_rows_to_hold_any_out_name_the_option(tmp_path: Path) -> None:
    path = tmp_path / "pairs.csv"
    path.write_text("text,iso\n9 May 2018,2018-05-09\n", "utf-8")
    with pytest.raises(DataError, match="--validation"):
        train(tiny(str(path), tmp_path / "out"))


def test_the_same_string_is_never_on_both_sides(pairs: str, tmp_path: Path) -> None:
    config = tiny(pairs, tmp_path, validation_rows=1000)
    trained_on = {row.text for row in next(training_windows(config))}
    validated_on = {row.text for row in validation_rows(config)}
    assert 30 < len(validated_on) < 150  # 5 percent of 1500
    assert not trained_on & validated_on


def test_generated_rows_are_held_out_by_string_too(tmp_path: Path) -> None:
    config = TrainingConfig(out=str(tmp_path), locales=("en_GB",), validation_rows=100)
    trained_on = {row.text for row in next(training_windows(config))}
    assert not trained_on & {row.text for row in validation_rows(config)}


def test_a_stream_goes_on_from_any_position(pairs: str, tmp_path: Path) -> None:
    config = tiny(pairs, tmp_path)
    stream = list(islice(batches(config, ASCII, START), 50))  # two times through the file and more
    for at in (5, 30):
        position = stream[at - 1][1]
        (batch, _), (expected, _) = next(batches(config, ASCII, position)), stream[at]
        assert np.array_equal(batch.tokens, expected.tokens) and np.array_equal(batch.guide, expected.guide)
    assert stream[-1][1] == Position(2, 6)  # 22 batches in each pass: no more than 1500 / 64


def test_each_pass_through_a_file_draws_other_hints(pairs: str, tmp_path: Path) -> None:
    windows = [
        list(islice(batches(tiny(pairs, tmp_path), ASCII, Position(window, 0)), 3)) for window in (0, 1)
    ]
    assert not np.array_equal(windows[0][0][0].tokens, windows[1][0][0].tokens)


def test_another_process_prepares_the_same_batches_and_passes_errors_on(pairs: str, tmp_path: Path) -> None:
    config = tiny(pairs, tmp_path)
    with prepared(config, ASCII, START) as stream:
        ahead = list(islice(stream, 3))
    for (batch, position), (expected, reached) in zip(ahead, batches(config, ASCII, START), strict=False):
        assert position == reached
        assert all(np.array_equal(getattr(batch, name), getattr(expected, name)) for name in batch._fields)
    with (
        prepared(tiny(str(tmp_path / "none.csv"), tmp_path), ASCII, START) as stream,
        pytest.raises(DataError),
    ):
        next(stream)


def test_a_script_without_its_guard_is_told_so_and_does_not_wait(tmp_path: Path) -> None:
    script = tmp_path / "mine.py"
    script.write_text(
        "from datenorm.training.batches import START\n"
        "from datenorm.training.preparation import prepared\n"
        "from datenorm.training.config import TrainingConfig\n"
        "from datenorm.network.vocabulary import Vocabulary\n"
        f"characters = ''.join(map(chr, range(0x4e00, 0x4e00 + {1 << 16})))\n"  # more than a pipe holds
        "with prepared(TrainingConfig('out'), Vocabulary(characters, ()), START) as stream:\n"
        "    next(stream)\n"
    )
    ran = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, timeout=60)
    assert ran.returncode == 1
    assert "behind `if __name__ == '__main__'`" in ran.stderr.splitlines()[-1]


def test_a_batch_is_one_bucket_wide_and_leaves_long_texts_out() -> None:
    rows = [Example("1" * length, "<unk>") for length in (1, 1, 8, 8, 96, 96, 97, 0)]
    made = sorted(cut(rows, ASCII, 2, Random(1)), key=lambda batch: batch.tokens.shape[1])
    assert [batch.tokens.shape for batch in made] == [(2, 12), (2, 12), (2, 98)]
    assert all(batch.tokens.shape[1] in BUCKETS for batch in made)


def test_texts_of_a_batch_differ_more_in_length_where_they_are_told_to() -> None:
    rows = [Example("1" * length, "<unk>") for length in range(1, 41) for _ in range(100)]
    alike, mixed = (list(cut(rows, ASCII, 50, Random(1), by)) for by in (0, 8))
    spread = [np.ptp(np.count_nonzero(batch.tokens, axis=1)) for batch in mixed]
    assert all(np.ptp(np.count_nonzero(batch.tokens, axis=1)) == 0 for batch in alike)
    assert np.mean(spread) > 4 and max(spread) <= 9
    assert sum(len(batch.tokens) for batch in mixed) == len(rows)


def test_pairs_of_a_file_are_guided_without_roles(tmp_path: Path) -> None:
    path = tmp_path / "pairs.csv"
    days = [f"{day:02}" for day in range(13, 29)]
    dataset.write(path, [Example(f"{day} May 2018", f"2018-05-{day}") for day in days])
    config = tiny(str(path), tmp_path)
    batch, _ = next(batches(config, make_vocabulary(config), START))
    assert batch.guide.any(2).sum(1).tolist() == [8] * len(batch.guide)  # all digits of a whole date


def guided_characters(row: Example) -> list[str]:
    """Return, for each target symbol, the characters it is guided to; the text is its own clean form."""
    (batch,) = cut([row], ASCII, 1, Random(1))
    characters = "  " + row.text.casefold()
    return ["".join(characters[at] for at in np.flatnonzero(symbol)) for symbol in batch.guide[0]]


def test_a_symbol_is_guided_to_its_field_and_a_digit_to_its_own_digit() -> None:
    row = Example("9 May 2018", "2018-05-09", order="DMY", pattern="d MMM y", roles="d mmm yyyy")
    assert guided_characters(row) == ["2", "0", "1", "8", "", "may", "may", "", "9", "9", ""]


def test_what_the_text_does_not_spell_is_not_guided() -> None:
    row = Example("5/9", "--05-09", order="MD", pattern="M/d", roles="mcd")
    assert guided_characters(row) == ["", "", "5", "5", "", "9", "9", "", "", "", ""]
    assert guided_characters(Example("hello", "<unk>")) == [""] * 11


def test_a_year_of_two_digits_is_guided_digit_by_digit() -> None:
    row = Example("05.18", "18-05", order="MY", pattern="MM.yy", roles="mmcyy")
    assert guided_characters(row) == ["1", "8", "", "0", "5", "", "", "", "", "", ""]


def test_roles_of_a_text_typed_with_loose_accents_still_find_their_characters() -> None:
    row = Example("1 fe\u0301v 2018", "2018-02-01", pattern="d MMM y", order="DMY", roles="d mmmm yyyy")
    (batch,) = cut([row], Vocabulary.of_texts([row.text], ()), 1, Random(1))
    assert np.flatnonzero(batch.guide[0, 5]).tolist() == [
        4,
        5,
        6,
    ]  # f, é, v: behind two hints, the day and a space
    assert np.flatnonzero(batch.guide[0, 0]).tolist() == [8]


def test_seldom_characters_stay_outside_the_vocabulary(tmp_path: Path) -> None:
    path = tmp_path / "pairs.csv"
    dataset.write(path, [Example("9 мая 2018", "2018-05-09", "ru_RU")] * 3 + [Example("☃", "<unk>")])
    vocabulary = make_vocabulary(TrainingConfig(out="", data=str(path)))
    assert {"м", "a", "9", "~"} <= set(vocabulary.characters)
    assert "☃" not in vocabulary.characters
    assert vocabulary.languages == ("ru",)
    assert with_new_characters(vocabulary, TrainingConfig(out="", data=str(path))).characters[-1] == "☃"


def test_fine_tuning_mixes_generated_pairs_in(pairs: str, tmp_path: Path) -> None:
    config = tiny(pairs, tmp_path, from_bundle="any", replay=0.5, locales=("en_GB",))
    first, second = islice(training_windows(config), 2)
    own = {row.text for row in plain_dates(1500)}
    assert 0.45 < sum(row.text in own for row in first) / len(first) < 0.55
    assert {row.text for row in first} - own != {row.text for row in second} - own  # fresh ones in each pass


def test_a_fine_tuned_model_is_calibrated_on_more_than_the_users_rows(pairs: str, tmp_path: Path) -> None:
    tuned = tiny(pairs, tmp_path, from_bundle="any", replay=0.5, locales=("en_GB",), validation_rows=30)
    rows = replayed_rows(tuned)
    assert len(rows) == 30
    assert all(dataset.is_held_out(row.text, HELD_OUT) for row in rows)
    for fresh in (replace(tuned, from_bundle=None), replace(tuned, replay=0.0), replace(tuned, data=None)):
        assert replayed_rows(fresh) == []


def test_jax_trains_the_same_network(pairs: str, tmp_path: Path) -> None:
    code = (
        "import sys; from datenorm.training import TrainingConfig, train\n"
        "if __name__ == '__main__':\n"
        "    train(TrainingConfig(out=sys.argv[2], data=sys.argv[1], examples=192, batch=64, units=8, embedding=8))\n"
        "    import keras; print(keras.backend.backend())\n"
    )
    script = tmp_path / "script.py"
    script.write_text(code, "utf-8")
    environment = {**os.environ, "KERAS_BACKEND": "jax", "PYTHONPATH": str(Path(dataset.__file__).parents[2])}
    done = subprocess.run(
        [sys.executable, script, pairs, tmp_path / "out"], env=environment, capture_output=True, text=True
    )
    assert done.stdout.strip() == "jax", done.stderr
    assert load_bundle(tmp_path / "out").config["units"] == 8


def test_a_model_without_roles_learns_them_and_keeps_them(pairs: str, tmp_path: Path) -> None:
    plain = train(tiny(pairs, tmp_path / "plain"))
    assert load_bundle(plain).roles == ()
    taught = train(tiny(pairs, tmp_path / "taught", from_bundle=str(plain), replay=0.0, roles=0.5))
    assert load_bundle(taught).roles == ROLES
    again = train(tiny(pairs, tmp_path / "again", from_bundle=str(taught), replay=0.0))
    assert load_bundle(again).roles == ROLES
    alignment = Translator.load(again).align("9 May 2018")
    assert len(alignment.roles) == len("9 May 2018")


def test_what_people_write_is_learned_as_written_and_answered_as_a_date(tmp_path: Path) -> None:
    ranges = [
        Example(f"{day}-{day + 3} May {year}", f"{year}-05-{day:02}/{day + 3:02}", roles="dd-dd mmm yyyy")
        for year in range(1900, 1980)
        for day in range(10, 20)
    ]
    path = tmp_path / "ranges.tsv"
    dataset.write(path, ranges + plain_dates(800))
    config = tiny(str(path), tmp_path / "out", targets="texts", roles=0.3)
    batch, _ = next(batches(config, make_vocabulary(config), START))
    assert batch.symbols.shape[1] == texts().steps
    assert load_bundle(train(config)).targets is texts()
    answers = Translator.load(tmp_path / "out").translate_many(["10-13 May 1950", "9 May 2018"])
    assert {answer.status for answer in answers} <= {"ok", "partial", "ambiguous", "rejected"}


def test_the_ends_of_a_range_are_guided_to_their_own_characters() -> None:
    row = Example("8-11 Sep 1936", "1936-09-08/11", roles="d-dd mmm yyyy")
    (batch,) = cut([row], ASCII, 1, Random(1), language=texts())
    characters = "  " + row.text.casefold()
    found = ["".join(characters[at] for at in np.flatnonzero(symbol)) for symbol in batch.guide[0]]
    assert found[:14] == ["1", "9", "3", "6", "", "sep", "sep", "", "8", "8", "", "1", "1", ""]


def test_a_model_of_dates_goes_on_as_one_of_all_that_people_write(pairs: str, tmp_path: Path) -> None:
    plain = train(tiny(pairs, tmp_path / "plain"))
    more = train(tiny(pairs, tmp_path / "more", from_bundle=str(plain), replay=0.0, targets="texts"))
    assert load_bundle(more).targets is texts()


def test_several_processes_prepare_the_batches_that_one_does(pairs: str, tmp_path: Path) -> None:
    config, start = tiny(pairs, tmp_path, prepare=3), Position(1, 5)
    with prepared(config, ASCII, start) as stream:
        together = list(islice(stream, 100))
    assert {position.window for _, position in together} >= {1, 2, 3, 4}
    alone = batches(config, ASCII, start)
    for (batch, position), (expected, reached) in zip(together, alone, strict=False):
        assert position == reached
        assert np.array_equal(batch.tokens, expected.tokens) and np.array_equal(batch.roles, expected.roles)


def test_a_run_ends_on_time_with_its_learning_rate_at_zero(
    pairs: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ticks = count(100)
    monkeypatch.setattr(
        loop, "time", SimpleNamespace(monotonic=lambda: float(next(ticks)))
    )  # a step a second
    train(tiny(pairs, tmp_path, examples=10**9, minutes=0.5, learning_rate=0.01))
    rows = list(csv.DictReader((tmp_path / "history.csv").read_text("utf-8").splitlines()))
    assert float(rows[-1]["seconds"]) == 30 and rows[-1]["step"] == "30"
    assert float(rows[-1]["learning_rate"]) < 0.0001 < float(rows[0]["learning_rate"])
    assert len(rows) == 10


def test_xla_has_few_lengths_to_compile_for(pairs: str, tmp_path: Path) -> None:
    config = tiny(pairs, tmp_path, jit=True)
    widths = {batch.tokens.shape[1] for batch, _ in islice(batches(config, ASCII, START), 30)}
    assert widths <= {24, 40, 98}
