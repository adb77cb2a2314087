"""The generator: rows a second of processor time beside a plain format_date loop; processes; memory."""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from random import Random

from babel.dates import format_date
from report import record, table, watched

from datenorm.generation.dataset import as_lines, write_lines
from datenorm.generation.generator import BLOCK, Generator, Recipe, generate_as
from datenorm.languages.locales import identifiers

ROUNDS, ROWS, FILE = 5, 20 * BLOCK, 16_000_000
WRITE = """
import sys
from datenorm.generation.dataset import write
from datenorm.generation.generator import Recipe, generate
write(sys.argv[1], generate(Recipe(seed=1), int(sys.argv[2])))
"""


def plain_loop(count: int, rng: Random, locales: list[str]) -> None:
    for _ in range(count):
        day = date(rng.randrange(1900, 2060), rng.randrange(1, 13), rng.randrange(1, 29))
        format_date(day, rng.choice(("short", "medium", "long", "full")), rng.choice(locales))


def generated(generator: Generator, turn: int) -> None:
    for _ in generator.rows(turn * ROWS, (turn + 1) * ROWS):
        pass


def written(rows: int, processes: int) -> float:
    """Return the seconds that a TSV of `rows` takes, the start of the processes included."""
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        texts = generate_as(partial(as_lines, "tsv"), Recipe(seed=3), rows, processes=processes)
        write_lines(Path(folder) / "rows.tsv", texts)
        return time.perf_counter() - start


def rate(work: Callable[[], object], count: int) -> float:
    start = time.process_time()
    work()
    return count / (time.process_time() - start)


def peak(rows: int) -> float:
    """Return the peak memory in MiB of a process that writes so many rows."""
    with tempfile.TemporaryDirectory() as folder:
        write = [sys.executable, "-c", WRITE, Path(folder) / "pairs.tsv", str(rows)]
        with watched(write) as (command, taken):
            subprocess.run(command, check=True)
            return taken()[1]


def main() -> None:
    rng, generator = Random(1), Generator(Recipe(seed=2))
    locales = identifiers()
    plain_loop(20_000, rng, locales)
    list(generator.rows(0, 5 * ROWS))
    ours, plain = [], []
    for turn in range(5, 5 + ROUNDS):
        ours.append(rate(partial(generated, generator, turn), ROWS))
        plain.append(rate(partial(plain_loop, ROWS, rng, locales), ROWS))
    best, peer = max(ours), max(plain)
    alone, both = (written(FILE, processes) for processes in (1, 2))
    start = written(1, 2)
    rows = [
        ["datenorm, rows/s of processor time, noise and spans included", f"{best:,.0f}"],
        ["plain loop over `format_date`, random locale and format", f"{peer:,.0f}"],
        ["ratio", f"{best / peer:.2f}"],
        [f"{FILE:,} rows to a TSV, one process", f"{alone:.1f} s"],
        ["the same, two processes", f"{both:.1f} s"],
        ["speed-up", f"{alone / both:.2f}"],
        ["of that the start of two processes", f"{start:.1f} s"],
        ["peak memory, 100,000 rows to a TSV", f"{peak(100_000):.0f} MiB"],
        ["peak memory, 1,000,000 rows to a TSV", f"{peak(1_000_000):.0f} MiB"],
    ]
    record("generate", table(["what", "figure"], rows))


if __name__ == "__main__":
    main()
