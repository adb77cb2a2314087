"""How good the shipped model is on fresh rows and on real text; the figures go into its card as well.

Every generated row is one of the strings that training holds out. The samples stay in build/samples, to look at.
"""

import json
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from random import Random

from real import FOLDER, KINDS
from report import record, table

from datenorm.dates.calendar import ORDERS
from datenorm.dates.order import implied_order, swapped
from datenorm.generation.dataset import Example, is_held_out, orders_that_fit, read, write
from datenorm.generation.generator import Generator, Recipe
from datenorm.generation.synthesis import Style, Writer, kind_of, render
from datenorm.languages.locales import facts, identifiers
from datenorm.languages.patterns import order_of
from datenorm.reading.translator import Translator
from datenorm.text.names import months_in
from datenorm.training.rows import HELD_OUT

SEED, ROWS, OF_A_LOCALE = 424_242, 20_000, 60
LETTER = re.compile(r"(?![dMy])\w")  # in a pattern: names, weekdays and words, and other numbers
FIRST, LAST = date(1900, 1, 1), date(2060, 1, 1)
SAMPLES = Path("build/samples")
MODEL = Path("models/default")


def cldr_rows() -> Iterator[Example]:
    """Yield rows of every locale: CLDR's own patterns, names and digits, nothing else."""
    rng = Random(SEED)
    for name in identifiers():
        rows = filter(_is_unseen, _written(Writer(facts(name), ()), rng))
        yield from islice(rows, OF_A_LOCALE)


def _written(writer: Writer, rng: Random) -> Iterator[Example]:
    full = [pattern for pattern in writer.facts.patterns if kind_of(order_of(pattern)) == "date"]
    digits = str.maketrans("0123456789", writer.facts.digits[0])
    styles = []
    for layout in map(writer.layout, full):
        style = Style(layout.template, layout.shape, layout.values, [tables[0] for tables in layout.tables])
        styles.append((layout, style))
    for _ in range(200 * OF_A_LOCALE):  # of few patterns there may be too few unseen strings
        day = FIRST + timedelta(days=rng.randrange((LAST - FIRST).days))
        layout, style = rng.choice(styles)
        text, roles = render(style, (day.year, day.month, day.day, day.weekday(), 0, 0))
        target = day.isoformat()[2 if layout.two_digit_year else 0 :]
        yield Example(
            text.translate(digits),
            target,
            writer.facts.identifier,
            layout.order,
            "date",
            layout.pattern,
            roles,
        )


def generated_rows(noise: float) -> Iterator[Example]:
    """Yield generated rows without end."""
    return filter(_is_unseen, Generator(Recipe(seed=SEED, noise=noise)).rows())


def _is_unseen(row: Example) -> bool:
    return is_held_out(row.text, HELD_OUT)


def is_clear(row: Example) -> bool:
    """Return whether the text means one thing, whatever order and language a reader expects."""
    return orders_that_fit(row) == ORDERS and len(frozenset().union(*months_in(row.text).values())) < 2


def is_open(row: Example) -> bool:
    """Return whether day and month may change places: numbers and signs alone, and no dots that tell them apart."""
    return (
        not LETTER.search(row.pattern)
        and row.kind.startswith("date")
        and len(row.iso) == len("2018-05-09")
        and len(orders_that_fit(row)) == 1
        and swapped(row.iso) is not None
        and implied_order(row.text) is None
    )


def samples() -> dict[str, tuple[Iterable[Example], str, str]]:
    """Return, by file, its rows, the hints they are read with, and the name of the sample."""
    cldr = list(cldr_rows())
    clean = list(islice(generated_rows(0), 5 * ROWS))
    noisy = (row for row in generated_rows(1) if row.kind.endswith("noise"))
    return {
        "cldr": (cldr, "all", "CLDR formats of every locale; told locale and order"),
        "cldr_clear": (
            filter(is_clear, cldr),
            "none",
            "CLDR formats without the ambiguous ones; told nothing",
        ),
        "clean": (clean[:ROWS], "all", "generated, no noise; told locale and order"),
        "clean_order": (clean[:ROWS], "order", "generated, no noise; told the order"),
        "clean_none": (clean[:ROWS], "none", "generated, no noise; told nothing"),
        "around": (
            islice((row for row in clean if "+" in row.kind), ROWS),
            "all",
            "with a time or words around; told locale and order",
        ),
        "noisy": (islice(noisy, ROWS), "all", "one or two typos; told locale and order"),
        "ambiguous": (filter(is_open, clean), "none", "day and month in either order; told nothing"),
        "nondates": (
            (row for row in clean if row.kind == "none"),
            "none",
            "generated non-dates; told nothing",
        ),
    }


def evaluate(path: Path, hints: str, name: str) -> dict:
    """Run `datenorm evaluate` on a sample, and have the figures put into the model's card."""
    command = [
        sys.executable,
        "-m",
        "datenorm",
        "evaluate",
        path,
        "--hints",
        hints,
        "--by",
        "locale",
        "--json",
    ]
    done = subprocess.run(
        [*map(str, command), "--model", str(MODEL), "--record", name], check=True, stdout=-1
    )
    return json.loads(done.stdout)


def both_readings(rows: Iterable[Example]) -> float:
    """Return the share of rows that have both readings among their alternatives."""
    rows = list(rows)
    answers = Translator.load(MODEL).translate_many([row.text for row in rows])
    found = ({one.iso for one in answer.alternatives} for answer in answers)
    return sum({row.iso, swapped(row.iso)} <= isos for row, isos in zip(rows, found, strict=True)) / len(rows)


def main() -> None:
    SAMPLES.mkdir(parents=True, exist_ok=True)
    lines, worst = [], []
    for file, (rows, hints, name) in samples().items():
        write(path := SAMPLES / f"{file}.tsv", rows)
        figures = evaluate(path, hints, name)
        lines.append(_line(name, figures))
        if file == "cldr":
            groups = sorted(figures["groups"], key=lambda group: group["exact_match"])[:10]
            worst = [[group["locale"], f"{group['exact_match']:.1%}"] for group in groups]
    for kind in KINDS if FOLDER.is_dir() else ():
        for hints, told in (("all", "told locale and order"), ("none", "told nothing")):
            name = f"real text, {kind}; {told}"
            lines.append(_line(name, evaluate(FOLDER / f"{kind}.tsv", hints, name)))
    both = both_readings(read(SAMPLES / "ambiguous.tsv"))
    header = ["sample", "rows", "exact match", "right", "wrong", "refused", "ambiguous", "calibration error"]
    extra = f"Of the rows with day and month in either order, {both:.2%} have both readings among their alternatives."
    record(
        "quality",
        [*table(header, lines), "", extra, "", *table(["worst locales, CLDR", "exact match"], worst)],
    )


def _line(name: str, figures: dict) -> list[str]:
    shares = ("exact_match", "right", "wrong", "refused", "ambiguous", "calibration_error")
    shown = ("-" if figures[share] is None else f"{figures[share]:.2%}" for share in shares)
    return [name, f"{figures['rows']:,}", *shown]


if __name__ == "__main__":
    main()
