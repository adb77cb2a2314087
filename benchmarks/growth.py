"""Time and memory for ten thousand to ten million lines through a pipe; one in twenty is new, the others repeat.

Usage: python benchmarks/growth.py [LINES]. LINES: of the last and longest run.
"""

import subprocess
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from random import Random

from report import record, table, watched

from datenorm.generation.generator import Recipe, generate

SEED, FIRST, LAST = 990_007, 10_000, 10_000_000
NEW, RECENT = 20, 50_000  # one line in so many is new; the others are among so many before it
LINES = 10_000  # written at once
DATENORM = Path(sys.executable).with_name("datenorm")


def lines(count: int) -> Iterator[str]:
    """Yield `count` lines: dates of all of CLDR's locales, some with a time of day or words around."""
    random = Random(SEED)
    rows = generate(Recipe(seed=SEED, noise=0), 4 * count // NEW + 1000)
    fresh = (" ".join(row.text.split()) for row in rows if row.kind.startswith("date"))
    recent = list(islice(fresh, min(count // NEW, RECENT)))
    for number in range(count):
        if number % NEW == 0:
            recent[number // NEW % len(recent)] = new = next(fresh)
            yield new
        else:
            yield recent[int(random.random() * len(recent))]


def run(count: int) -> tuple[float, float]:
    """Return the seconds that `count` lines take, and the peak memory of the process that has most, in MiB."""
    made = lines(count)
    with watched([DATENORM, "translate"]) as (command, taken):
        with subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as process:
            assert process.stdin
            while some := list(islice(made, LINES)):
                process.stdin.write(("\n".join(some) + "\n").encode("utf-8", "surrogateescape"))
            process.stdin.close()
        return taken()


def main() -> None:
    count, last, rows = FIRST, int(sys.argv[1]) if len(sys.argv) > 1 else LAST, []
    while count <= last:
        seconds, peak = run(count)
        rows.append([f"{count:,}", f"{seconds:.1f} s", f"{count / seconds:,.0f}", f"{peak:,.0f} MiB"])
        count *= 10
    record("growth", table(["lines", "time", "lines/s", "peak"], rows))


if __name__ == "__main__":
    main()
