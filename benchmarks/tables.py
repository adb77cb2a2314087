"""Whole tables: 300,000 rows of mixed locales, one in five repeated and nineteen in twenty, beside three peers.

What each reads rightly is counted against the generated truth; every row and every other cell is checked too.
"""

import csv
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from random import Random

from report import record, table, watched

from datenorm.dates.calendar import complete
from datenorm.generation.generator import Recipe, generate

ROWS, SAMPLE, SEED = 300_000, 2000, 990_003
PIVOT = 2046
READERS = {
    "dateutil": "from dateutil.parser import parse\nread = lambda texts: [tried(parse, text) for text in texts]",
    "pandas": (
        "import pandas\n"
        "read = lambda texts: [None if day is pandas.NaT else day.date().isoformat() for day in"
        " pandas.to_datetime(pandas.Series(texts), format='mixed', errors='coerce', utc=True)]"
    ),
    "dateparser": "from dateparser import parse\nread = lambda texts: [tried(parse, text) for text in texts]",
}
# A peer in a process of its own: texts as JSON in, seconds and dates as JSON out.
PEER = """
import json, sys, time, warnings
warnings.simplefilter("ignore")
def tried(parse, text):
    try:
        found = parse(text)
    except (ValueError, OverflowError):
        return None
    return found and found.date().isoformat()
{reader}
texts = json.load(sys.stdin)
read(texts[:300])
start = time.perf_counter()
dates = read(texts)
json.dump([time.perf_counter() - start, dates], sys.stdout)
"""


@dataclass(frozen=True, slots=True)
class Figures:
    """What came of one reader. peak: MiB, where it was measured."""

    rows: int
    seconds: float
    right: float
    wrong: float
    peak: float | None = None

    def cells(self) -> list[str]:
        peak = "-" if self.peak is None else f"{self.peak:,.0f} MiB"
        return [f"{self.rows / self.seconds:,.0f}", peak, f"{self.right:.1%}", f"{self.wrong:.1%}"]


def dates(rng: Random, count: int, repeated: float) -> Iterator[tuple[str, str | None]]:
    """Yield `count` texts of full dates and their truth, a share of them `repeated`."""
    rows = generate(Recipe(seed=SEED, noise=0), 4 * count)
    fresh = ((row.text, complete(row.iso, pivot=PIVOT)) for row in rows if row.kind.startswith("date"))
    seen: list[tuple[str, str | None]] = list(islice(fresh, 100))
    for _ in range(count):
        if rng.random() < repeated:
            yield rng.choice(seen)
        else:
            seen.append(next(fresh))
            yield seen[-1]


def ours(path: Path, truth: list[str | None]) -> Figures:
    """Run `datenorm translate` on the table, and look at every row of what comes out."""
    output = path.with_name("out.csv")
    command = [
        sys.executable,
        "-m",
        "datenorm",
        "translate",
        "--input",
        path,
        "--column",
        "date",
        "--output",
        output,
    ]
    with watched([*command, "--pivot-year", str(PIVOT)]) as (watching, taken):
        subprocess.run(watching, check=True, stderr=subprocess.DEVNULL)
        seconds, peak = taken()
    right = wrong = 0
    with path.open(newline="") as before, output.open(newline="") as after:
        for was, now, iso in zip(csv.reader(before), csv.reader(after), [None, *truth], strict=True):
            assert now[:3] == was, (was, now)
            right += bool(iso) and now[3] == iso
            wrong += bool(iso and now[3]) and now[3] != iso
    return Figures(len(truth), seconds, right / len(truth), wrong / len(truth), peak)


def theirs(name: str, texts: list[str], truth: list[str | None]) -> Figures:
    command = [sys.executable, "-c", PEER.format(reader=READERS[name])]
    done = subprocess.run(command, input=json.dumps(texts), check=True, capture_output=True, text=True)
    seconds, found = json.loads(done.stdout)
    right = sum(day == iso for day, iso in zip(found, truth, strict=True))
    wrong = sum(day is not None and day != iso for day, iso in zip(found, truth, strict=True))
    return Figures(len(texts), seconds, right / len(texts), wrong / len(texts))


def main() -> None:
    lines = []
    for repeated in (0.2, 0.95):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "table.csv"
            rows = list(dates(Random(SEED), ROWS, repeated))
            texts, truth = [text for text, _ in rows], [iso for _, iso in rows]
            with path.open("w", newline="") as file:
                writer = csv.writer(file)
                writer.writerow(["id", "date", "day"])
                writer.writerows([number, text, date.today()] for number, text in enumerate(texts))
            found = {
                "datenorm, 2 processes": ours(path, truth),
                "dateutil": theirs("dateutil", texts, truth),
                "pandas, mixed": theirs("pandas", texts, truth),
                f"dateparser, {SAMPLE:,} of them": theirs("dateparser", texts[:SAMPLE], truth[:SAMPLE]),
            }
        lines += [[f"{name}; {repeated:.0%} repeated", *figures.cells()] for name, figures in found.items()]
    record("tables", table(["reader", "rows/s", "peak", "right", "wrong"], lines))


if __name__ == "__main__":
    main()
