"""Training: pairs a second of our loop, and the time to 99.9 % of an English file, beside a plain `keras.Model.fit`.

Usage: python benchmarks/training.py [DATE.TXT]. The plain fit has the same network and pairs; what it has not is length
buckets, a process that prepares batches, and a learning rate that warms up and falls.
"""

import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

import keras
import numpy as np
from report import record, table

from datenorm.training.batches import START, Batch, batches, prepared
from datenorm.training.config import TrainingConfig
from datenorm.training.export import to_bundle
from datenorm.training.loop import compiled
from datenorm.training.network import Network, shifted, weights_of
from datenorm.training.rows import make_vocabulary, validation_rows
from datenorm.training.validation import exact_match
from datenorm.vocabulary import MAX_CHARACTERS, PREFIX, Vocabulary

WARM, MEASURED = 40, 120  # batches
ENOUGH, EPOCHS, LONGEST = 0.999, 2, 10


def learn(network: Network, batch: Batch) -> None:
    inputs = {"tokens": batch.tokens, "previous": shifted(batch.symbols)}
    network.train_on_batch(inputs, {"symbols": batch.symbols, "guide": batch.guide})


def joined(made: list[Batch], width: int) -> tuple[dict[str, np.ndarray], dict[str, np.ndarray]]:
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
        for batch, _ in islice(stream, WARM):
            learn(network, batch)
        start = time.perf_counter()
        for batch, _ in islice(stream, MEASURED):
            learn(network, batch)
        ours = MEASURED * config.batch / (time.perf_counter() - start)
    made = [batch for batch, _ in islice(batches(config, vocabulary, START), MEASURED // 2)]
    inputs, outputs = joined(made, PREFIX + MAX_CHARACTERS)
    network = plain(config, vocabulary)
    network.fit(*first(inputs, outputs, config.batch), batch_size=config.batch, verbose=0)
    start = time.perf_counter()
    network.fit(inputs, outputs, batch_size=config.batch, verbose=0)
    return ours, len(inputs["tokens"]) / (time.perf_counter() - start)


def plain(config: TrainingConfig, vocabulary: Vocabulary) -> Network:
    network = Network(vocabulary.size, config.architecture, config.units, config.embedding, config.guided)
    network.compile(optimizer=keras.optimizers.Adam())
    return network


def first(inputs: dict, outputs: dict, count: int) -> tuple[dict, dict]:
    return {name: rows[:count] for name, rows in inputs.items()}, {
        name: rows[:count] for name, rows in outputs.items()
    }


def times(path: str) -> list[list[str]]:
    """Return rows for the time to 99.9 % exact match on the strings of a file that are held out."""
    keras.utils.set_random_seed(1)
    lines = [line for line in Path(path).read_text("utf-8").splitlines() if line]
    with tempfile.TemporaryDirectory() as folder:
        config = TrainingConfig(
            out=folder, data=path, batch=128, examples=EPOCHS * len(lines), validation_rows=2500
        )
        vocabulary, held_out = make_vocabulary(config), validation_rows(config)
        epoch = int(0.95 * len(lines)) // config.batch
        network = compiled(config, vocabulary)
        rows, start = [], time.perf_counter()
        with prepared(config, vocabulary, START) as stream:
            for number in range(1, EPOCHS + 1):
                for batch, _ in islice(stream, epoch):
                    learn(network, batch)
                seconds = time.perf_counter() - start
                match = exact_match(to_bundle(config, vocabulary, weights_of(network)), held_out, True)
                rows.append(["ours", str(number), f"{seconds:.0f} s", f"{match:.2%}"])
                if match >= ENOUGH:
                    break
        made = [batch for batch, _ in islice(batches(config, vocabulary, START), epoch)]
        inputs, outputs = joined(made, max(one.tokens.shape[1] for one in made))
        network, seconds = plain(config, vocabulary), 0.0
        for number in range(1, LONGEST + 1):
            start = time.perf_counter()
            network.fit(inputs, outputs, batch_size=config.batch, verbose=0)
            seconds += time.perf_counter() - start
            match = exact_match(to_bundle(config, vocabulary, weights_of(network)), held_out, True)
            rows.append(["plain fit", str(number), f"{seconds:.0f} s", f"{match:.2%}"])
            if match >= ENOUGH:
                break
    return rows


def main() -> None:
    ours, theirs = rates()
    lines = table(
        ["loop", "pairs/s", "ratio"],
        [["ours", f"{ours:,.0f}", f"{ours / theirs:.2f}"], ["plain fit, padded", f"{theirs:,.0f}", "1"]],
    )
    if len(sys.argv) > 1:
        lines += ["", *table(["loop", "epoch", "time", "exact match"], times(sys.argv[1]))]
    record("training", lines)


if __name__ == "__main__":
    main()
