"""Architectures side by side: each trained on the same pairs from the same seeds, and what came of it by epoch."""

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import mean

from datenorm.errors import DataError
from datenorm.evaluation.measures import evaluate, figures
from datenorm.files import complete_file, write_file
from datenorm.generation import dataset
from datenorm.network.bundle import MANIFEST
from datenorm.reading.translator import Translator
from datenorm.tables.records import records
from datenorm.training.checkpoints import NAME as CHECKPOINT
from datenorm.training.config import TrainingConfig
from datenorm.training.export import read_weights
from datenorm.training.history import Row, read_csv
from datenorm.training.loop import run
from datenorm.training.rows import HELD_OUT, validation_rows

NAMES = ("architecture", "seed", "epoch", "exact_match", "loss", "seconds")
SAME = (
    "data",
    "examples",
    "units",
    "embedding",
    "batch",
    "learning_rate",
    "guided",
)  # of all runs that are compared
ALIGNED_ROWS = 2000  # of the validation rows, to measure the alignment on


@dataclass(frozen=True, slots=True)
class Outcome:
    """One run of an architecture. epochs: a row of its history each. alignment_accuracy: where the pairs have spans."""

    architecture: str
    seed: int
    parameters: int
    epochs: Sequence[Row]
    alignment_accuracy: float | None


def compare(
    config: TrainingConfig, architectures: Sequence[str], seeds: Sequence[int], epochs: int
) -> list[Outcome]:
    """Train each architecture once from each seed, `epochs` times over the pairs of `config.data`; return the outcomes.

    Each run is a bundle in a folder of its own below `config.out`; one that is complete already is not trained again.
    Raises DataError for wrong pairs.
    """
    pairs = sum(
        config.validation is not None or not dataset.is_held_out(row.text, HELD_OUT)
        for row in dataset.read(str(config.data))
    )
    if not pairs:
        raise DataError(f"{config.data}: no rows to train on")
    epoch = (
        -(-pairs // config.batch) * config.batch
    )  # whole batches, so that each epoch ends with a validation
    outcomes = []
    for architecture in architectures:
        for seed in seeds:
            folder = config.folder / f"{architecture}-{seed}"
            one = replace(
                config,
                out=str(folder),
                architecture=architecture,
                seed=seed,
                examples=epochs * epoch,
                validate_every=epoch,
                resume=(folder / CHECKPOINT).exists(),
            )
            if not (folder / MANIFEST).exists():
                print(f"{architecture}, seed {seed}", file=sys.stderr)
                run(one)
            outcomes.append(_outcome(one))
    return outcomes


def _outcome(config: TrainingConfig) -> Outcome:
    bundle, weights = read_weights(config.out)
    made = {name: bundle.config["training"][name] for name in SAME}
    if made != {name: getattr(config, name) for name in SAME}:
        raise DataError(
            f"{config.out} was trained in another way ({made}); choose another --out, or remove it"
        )
    rows = [row for row in validation_rows(config) if any(row.spans)][:ALIGNED_ROWS]
    aligned = (
        figures(evaluate(Translator.load(bundle.path), rows, "order")).alignment_accuracy if rows else None
    )
    parameters = sum(array.size for array in weights.values())
    return Outcome(
        config.architecture, config.seed, parameters, read_csv(config.folder / "history.csv"), aligned
    )


def write(outcomes: Sequence[Outcome], folder: Path) -> None:
    """Write comparison.csv, a row for each epoch of each run."""
    rows: list[Sequence[object]] = [NAMES]
    for one in outcomes:
        for epoch, row in enumerate(one.epochs, 1):
            shown = (f"{row.exact_match:.4f}", f"{row.loss:.4f}", f"{row.seconds:.1f}")
            rows.append((one.architecture, one.seed, epoch, *shown))
    write_file(folder / "comparison.csv", records(rows).encode())


def table(outcomes: Sequence[Outcome]) -> list[str]:
    """Return a table in Markdown: parameters, time for an epoch, and exact match after each, mean over the seeds."""
    epochs = max(len(one.epochs) for one in outcomes)
    numbered = [f"epoch {number}" for number in range(1, epochs + 1)]
    header = ["architecture", "parameters", "s/epoch", *numbered, "alignment"]
    lines = [header, ["---", *["--:"] * (len(header) - 1)]]
    for name, runs in grouped(outcomes).items():
        matches = [_percent(mean(values)) for values in _by_epoch(runs)]
        aligned = [one.alignment_accuracy for one in runs if one.alignment_accuracy is not None]
        seconds = mean(one.epochs[-1].seconds / len(one.epochs) for one in runs)
        explained = _percent(mean(aligned)) if aligned else "-"
        lines.append([name, f"{runs[0].parameters:,}", f"{seconds:.0f}", *matches, explained])
    return [f"| {' | '.join(line)} |" for line in lines]


def draw(outcomes: Sequence[Outcome], path: Path) -> None:
    """Draw exact match by epoch: the mean of an architecture's seeds, and a band from the worst of them to the best."""
    from matplotlib.figure import Figure  # an extra of its own

    figure = Figure(figsize=(7.5, 4.5), layout="constrained")
    axes = figure.subplots()
    for name, runs in grouped(outcomes).items():
        values = _by_epoch(runs)
        epochs = range(1, len(values) + 1)
        [line] = axes.plot(
            epochs, [100 * mean(value) for value in values], marker="o", markersize=3, label=name
        )
        lowest, highest = ([100 * pick(value) for value in values] for pick in (min, max))
        axes.fill_between(epochs, lowest, highest, color=line.get_color(), alpha=0.15, linewidth=0)
    axes.set(xlabel="epoch", ylabel="exact match (percent of validation)", ylim=(-2, 102))
    axes.set_xticks(range(1, max(len(one.epochs) for one in outcomes) + 1))
    axes.grid(alpha=0.3)
    figure.legend(loc="outside right center", frameon=False)
    with complete_file(path) as picture:
        figure.savefig(picture, format="png", dpi=150, metadata={"Software": "datenorm"})


def grouped(outcomes: Iterable[Outcome]) -> dict[str, list[Outcome]]:
    """Return the runs of each architecture, in the order of the first."""
    runs: dict[str, list[Outcome]] = {}
    for one in outcomes:
        runs.setdefault(one.architecture, []).append(one)
    return runs


def _by_epoch(runs: Sequence[Outcome]) -> list[list[float]]:
    """Return the exact match of all runs after each epoch."""
    return [[row.exact_match for row in rows] for rows in zip(*(one.epochs for one in runs), strict=True)]


def _percent(share: float) -> str:
    return f"{100 * share:.1f} %"
