"""The course of a run: history.csv, the learning curve, and what a terminal or a log sees of it."""

import csv
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tqdm import tqdm

from datenorm.files import complete_file, write_file
from datenorm.tables.records import records

LEAST_ERROR = 0.01  # percent; a logarithmic axis has no 0


class Row(NamedTuple):
    """One validation. loss: mean over the training batches since the one before. exact_match: shares, 0..1.

    exact_match is with the order hint where the pair knows its order; exact_match_without_hints with none.
    """

    step: int
    examples: int
    loss: float
    exact_match: float
    exact_match_without_hints: float
    learning_rate: float
    seconds: float


def write_csv(path: Path, rows: Sequence[Row]) -> None:
    """Write all rows; the file is replaced whole."""
    cells = ((*row[:2], *(f"{value:.6g}" for value in row[2:])) for row in rows)
    write_file(path, records([Row._fields, *cells]).encode())


def read_csv(path: Path) -> list[Row]:
    """Return the rows of a history.csv."""
    with open(path, encoding="utf-8", newline="") as file:
        return [
            Row(*(kind(row[name]) for name, kind in Row.__annotations__.items()))
            for row in csv.DictReader(file)
        ]


def draw_curve(path: Path, rows: Sequence[Row]) -> bool:
    """Draw loss and exact match over the examples seen. Returns whether it did: without Matplotlib it does not."""
    try:
        from matplotlib.figure import Figure  # an extra of its own
    except ImportError:
        return False
    figure = Figure(figsize=(7, 4), layout="constrained")
    left = figure.subplots()
    right = left.twinx()
    seen = [row.examples / 1e6 for row in rows]
    for column, colour, hints in (
        ("exact_match", "tab:blue", "order hint"),
        ("exact_match_without_hints", "tab:cyan", "no hints"),
    ):
        errors = [max(LEAST_ERROR, 100 * (1 - getattr(row, column))) for row in rows]
        left.plot(seen, errors, color=colour, label=f"errors, {hints}")
    right.plot(seen, [row.loss for row in rows], color="tab:orange", label="training loss")
    left.set(
        xlabel="training pairs (millions)", ylabel="not exactly right (percent of validation)", yscale="log"
    )
    right.set(ylabel="loss", yscale="log")
    left.grid(alpha=0.3)
    figure.legend(loc="outside upper center", ncols=3, frameon=False)
    with complete_file(path) as picture:
        figure.savefig(picture, format="png", dpi=120, metadata={"Software": None})
    return True


class Display:
    """A progress bar on a terminal; elsewhere, a line for each validation. All on stderr."""

    def __init__(self, done: int, total: int, batch: int) -> None:
        self._batch = batch
        self._bar = tqdm(
            initial=done * batch,
            total=total * batch,
            unit=" pairs",
            unit_scale=True,
            dynamic_ncols=True,
            disable=not sys.stderr.isatty(),
        )

    def advance(self) -> None:
        self._bar.update(self._batch)

    def show(self, row: Row) -> None:
        line = (
            f"{row.examples:>12,} pairs  loss {row.loss:.4f}  exact match {row.exact_match:.2%} with order, "
            f"{row.exact_match_without_hints:.2%} without  rate {row.learning_rate:.1e}  {row.seconds:,.0f} s"
        )
        self._bar.write(line, file=sys.stderr) if not self._bar.disable else print(
            line, file=sys.stderr, flush=True
        )

    def close(self) -> None:
        self._bar.close()
