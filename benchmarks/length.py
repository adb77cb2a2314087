"""How the architectures read a date as the text around it grows: `python benchmarks/length.py build/compared`.

The folder is one that `datenorm compare` made from generated pairs. Writes length.csv and length.png into it.
"""

import csv
import sys
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from random import Random

from matplotlib.figure import Figure
from report import table

from datenorm.evaluation.measures import evaluate, figures
from datenorm.generation.dataset import Example, is_held_out
from datenorm.generation.generator import Generator, Recipe
from datenorm.generation.nondates.words import LATIN_WORDS
from datenorm.network.bundle import MANIFEST
from datenorm.network.shown import MAX_CHARACTERS
from datenorm.reading.translator import Translator
from datenorm.training.rows import HELD_OUT

ROWS, SEED, LONGEST_DATE = 1000, 31, 30
AROUND = (0, 10, 20, 30, 40, 50, 60)  # characters of words before and behind the date


def dates() -> list[Example]:
    """Return dates that training held out, without noise, time or words."""
    rows = Generator(Recipe(seed=SEED, noise=0)).rows()
    short = (row for row in rows if row.kind == "date" and len(row.text) <= LONGEST_DATE)
    return list(islice((row for row in short if is_held_out(row.text, HELD_OUT)), ROWS))


def surrounded(row: Example, characters: int, random: Random) -> Example:
    """Return `row` among words, `characters` of them with their spaces at most, some before it and some behind."""
    before: list[str] = []
    behind: list[str] = []
    while True:
        word = random.choice(LATIN_WORDS)
        used = sum(len(other) + 1 for other in (*before, *behind, word))
        if used > characters or used + len(row.text) > MAX_CHARACTERS:
            return row._replace(text=" ".join([*before, row.text, *behind]))
        random.choice((before, behind)).append(word)


def draw(names: Sequence[str], lines: Sequence[Sequence[float]], path: Path) -> None:
    figure = Figure(figsize=(7.5, 4.5), layout="constrained")
    axes = figure.subplots()
    for name, values in zip(names, lines, strict=True):
        axes.plot(AROUND, [100 * value for value in values], marker="o", markersize=3, label=name)
    axes.set(
        xlabel="characters of other words around the date", ylabel="exact match (percent)", ylim=(-2, 102)
    )
    axes.grid(alpha=0.3)
    figure.legend(loc="outside right center", frameon=False)
    figure.savefig(path, dpi=150, metadata={"Software": "datenorm"})


def main() -> None:
    folder = Path(sys.argv[1])
    rows, random = dates(), Random(SEED)
    samples = [[surrounded(row, characters, random) for row in rows] for characters in AROUND]
    bundles = sorted(path.parent for path in folder.glob(f"*/{MANIFEST}"))
    names = [bundle.name.rpartition("-")[0] for bundle in bundles]
    lines = []
    for bundle in bundles:
        translator = Translator.load(bundle, threads=2)
        found = [figures(evaluate(translator, sample, "order")).exact_match or 0.0 for sample in samples]
        lines.append(found)
    with open(folder / "length.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["architecture", "characters_around", "exact_match"])
        for name, values in zip(names, lines, strict=True):
            writer.writerows(
                [name, characters, f"{value:.4f}"] for characters, value in zip(AROUND, values, strict=True)
            )
    draw(names, lines, folder / "length.png")
    shown = [
        [name, *(f"{100 * value:.1f} %" for value in values)]
        for name, values in zip(names, lines, strict=True)
    ]
    print("\n".join(table(["architecture", *map(str, AROUND)], shown)))


if __name__ == "__main__":
    main()
