"""Teach the shipped model a layout it never saw, from 200 pairs: what it reads before and after, and what it forgets.

The layout is a fiscal calendar's, `FY18-P05-09`: year, period, day. Its pairs are data/fiscal.csv, made here.
"""

import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from random import Random

from report import record, table

from datenorm.dates.targets import NOT_A_DATE
from datenorm.evaluation.measures import evaluate, figures
from datenorm.generation.dataset import Example, read, write
from datenorm.generation.generator import Recipe, generate
from datenorm.reading.translator import Translator

PAIRS = Path("data/fiscal.csv")
OUT = Path("build/fiscal")
TAUGHT, ASKED, OTHERS = 200, 1000, 5000
FIRST, LAST = date(2000, 1, 1), date(2040, 1, 1)
NO_PERIOD_SHARE = 0.1  # a thirteenth period is for corrections, and no month


def fiscal(rng: Random) -> Iterator[Example]:
    """Yield days and months of a fiscal calendar without end, no text twice."""
    seen = set()
    while True:
        day = FIRST + timedelta(days=rng.randrange((LAST - FIRST).days))
        text, iso = f"FY{day:%y}-P{day:%m-%d}", f"{day:%y-%m-%d}"
        if rng.random() < NO_PERIOD_SHARE:
            text, iso = f"FY{day:%y}-P13-{day:%d}", NOT_A_DATE
        if text not in seen:
            seen.add(text)
            yield Example(text, iso)


def main() -> None:
    rows = fiscal(Random(7))
    write(PAIRS, [row._replace(iso="" if row.iso == NOT_A_DATE else row.iso) for row in islice(rows, TAUGHT)])
    asked = list(islice(rows, ASKED))
    others = list(generate(Recipe(seed=31_337), OTHERS))
    start = time.perf_counter()
    command = [
        sys.executable,
        "-m",
        "datenorm",
        "train",
        "--from",
        "models/default",
        "--data",
        PAIRS,
        "--out",
        OUT,
    ]
    subprocess.run(command, check=True)
    minutes = (time.perf_counter() - start) / 60
    lines = []
    for name, model in (("shipped", Path("models/default")), ("fine-tuned", OUT)):
        translator = Translator.load(model, threads=2)
        new, old = (
            figures(evaluate(translator, asked, "none")),
            figures(evaluate(translator, others, "order")),
        )
        lines.append(
            [name, *(f"{share:.1%}" for share in (new.right, new.wrong, old.exact_match, old.wrong))]
        )
    header = ["model", "fiscal right", "wrong", "generated rows: exact match", "wrong"]
    told = f"{len(list(read(PAIRS)))} pairs, {minutes:.1f} minutes; asked for {ASKED:,} other fiscal days."
    record("finetune", [*table(header, lines), "", told])


if __name__ == "__main__":
    main()
