"""Training: pairs a second of our loop, and the time to 99.9 % of an English file, beside a plain `keras.Model.fit`.

Usage: python benchmarks/training.py [DATE.TXT]. The plain fit has the same network and pairs; what it has not is length
buckets, a process that prepares batches, a learning rate that warms up and falls, and attention that is guided.
"""

import sys
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import keras
import numpy as np
from report import record, table

from datenorm.network.shown import MAX_CHARACTERS, PREFIX
from datenorm.network.vocabulary import Vocabulary
from datenorm.training.batches import START, Batch, batches, prepared
from datenorm.training.config import TrainingConfig
from datenorm.training.export import to_bundle
from datenorm.training.loop import compile_step, compiled
from datenorm.training.model import Network, shifted, weights_of
from datenorm.training.rows import make_vocabulary, validation_rows
from datenorm.training.validation import exact_match

WARM, MEASURED = 40, 120  # batches
ENOUGH, EPOCHS = 0.999, 2
CHECKED = 640  # pairs between two looks at the held-out strings, whose time does not count
LONGEST = 40_000  # pairs at most
SEEDS = (1, 2, 3)
PLAIN_BATCH = 32  # Keras's own, and what our loop chooses for such a file

Arrays = dict[str, np.ndarray]
Course = Iterator[tuple[float, Network]]  # seconds so far, and what has been learned in them


class Reached(NamedTuple):
    """How well a model reads after some time and some pairs of training."""

    seconds: float
    pairs: int
    match: float


def learn(network: Network, batch: Batch) -> None:
    inputs = {"tokens": batch.tokens, "previous": shifted(batch.symbols)}
    network.train_on_batch(inputs, {"symbols": batch.symbols, "guide": batch.guide})


def joined(made: list[Batch], width: int) -> tuple[Arrays, Arrays]:
    """Return batches as one, padded to `width` tokens."""
    tokens = np.concatenate([np.pad(one.tokens, ((0, 0), (0, width - one.tokens.shape[1]))) for one in made])
    guide = np.concatenate(
        [np.pad(one.guide, ((0, 0), (0, 0), (0, width - one.guide.shape[2]))) for one in made]
    )
    symbols = np.concatenate([one.symbols for one in made])
    return {"tokens": tokens, "previous": shifted(symbols)}, {"symbols": symbols, "guide": guide}


def rates() -> tuple[float, float]:
    """Return the pairs a second of our loop and of a plain fit, on generated pairs of all locales."""
    config = TrainingConfig(out="")
    vocabulary = make_vocabulary(config)
    network = compiled(config, vocabulary)
    with prepared(config, vocabulary, START) as stream:
        compile_step(network)
        for batch, _ in islice(stream, WARM):
            learn(network, batch)
        start = time.perf_counter()
        for batch, _ in islice(stream, MEASURED):
            learn(network, batch)
        ours = MEASURED * config.batch / (time.perf_counter() - start)
    made = [batch for batch, _ in islice(batches(config, vocabulary, START), MEASURED // 2)]
    inputs, outputs = joined(made, PREFIX + MAX_CHARACTERS)
    network = plain(config, vocabulary)
    network.fit(*cut(inputs, outputs, slice(config.batch)), batch_size=config.batch, verbose=0)
    start = time.perf_counter()
    network.fit(inputs, outputs, batch_size=config.batch, verbose=0)
    return ours, len(inputs["tokens"]) / (time.perf_counter() - start)


def plain(config: TrainingConfig, vocabulary: Vocabulary) -> Network:
    network = Network(vocabulary.size, config.architecture, config.units, config.embedding, config.guided)
    network.compile(optimizer=keras.optimizers.Adam())
    return network


def cut(inputs: Arrays, outputs: Arrays, part: slice | np.ndarray) -> tuple[Arrays, Arrays]:
    return tuple({name: rows[part] for name, rows in side.items()} for side in (inputs, outputs))


def our_course(config: TrainingConfig, vocabulary: Vocabulary) -> Course:
    start = time.perf_counter()
    network = compiled(config, vocabulary)
    with prepared(config, vocabulary, START) as stream:
        compile_step(network)
        while True:
            for batch, _ in islice(stream, CHECKED // config.batch):
                learn(network, batch)
            before = time.perf_counter()
            yield before - start, network
            start += time.perf_counter() - before


def plain_course(config: TrainingConfig, vocabulary: Vocabulary) -> Course:
    epoch = [batch for batch, _ in islice(batches(config, vocabulary, START), LONGEST // config.batch)]
    inputs, outputs = joined(epoch, max(batch.tokens.shape[1] for batch in epoch))
    outputs["guide"][:] = False
    shuffled = np.random.default_rng(config.seed).permutation(len(inputs["tokens"]))
    start = time.perf_counter()
    network = plain(config, vocabulary)
    seconds = time.perf_counter() - start
    for first in range(0, len(shuffled), CHECKED):
        part = shuffled[first : first + CHECKED]
        start = time.perf_counter()
        network.fit(*cut(inputs, outputs, part), batch_size=config.batch, verbose=0)
        seconds += time.perf_counter() - start
        yield seconds, network


def reached(
    course: Callable[[TrainingConfig, Vocabulary], Course], path: str, seed: int, batch: int = 0
) -> Reached:
    """Return the seconds until ENOUGH of the strings of a file that are held out are read, and the pairs shown."""
    keras.utils.set_random_seed(seed)
    lines = [line for line in Path(path).read_text("utf-8").splitlines() if line]
    config = TrainingConfig(
        out="", data=path, batch=batch, examples=EPOCHS * len(lines), validation_rows=2500, seed=seed
    )
    vocabulary, held_out = make_vocabulary(config), validation_rows(config)
    for number, (seconds, network) in enumerate(course(config, vocabulary), 1):
        match = exact_match(to_bundle(config, vocabulary, weights_of(network)), held_out, True)
        if match >= ENOUGH or number * CHECKED >= LONGEST:
            return Reached(seconds, number * CHECKED, match)
    raise AssertionError("a course ends with its LONGEST part")


def times(path: str) -> list[list[str]]:
    """Return a row for each loop: its run of the median time."""
    rows, seconds = [], []
    for name, course, batch in (("ours", our_course, 0), ("plain fit", plain_course, PLAIN_BATCH)):
        middle = sorted(reached(course, path, seed, batch) for seed in SEEDS)[len(SEEDS) // 2]
        rows.append([name, f"{middle.pairs:,}", f"{middle.seconds:.1f} s", f"{middle.match:.2%}"])
        seconds.append(middle.seconds)
    rows.append(["ratio", "", f"{seconds[0] / seconds[1]:.2f}", ""])
    return rows


def main() -> None:
    ours, theirs = rates()
    lines = table(
        ["loop", "pairs/s", "ratio"],
        [["ours", f"{ours:,.0f}", f"{ours / theirs:.2f}"], ["plain fit, padded", f"{theirs:,.0f}", "1"]],
    )
    if len(sys.argv) > 1:
        lines += ["", *table(["loop", "pairs", "time", "exact match"], times(sys.argv[1]))]
    record("training", lines)


if __name__ == "__main__":
    main()
