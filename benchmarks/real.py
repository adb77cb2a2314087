"""Real text: dates people wrote, from the tests of other parsers, beside dateparser. Never trained on.

Usage: python benchmarks/real.py [FOLDER]. FOLDER holds full.tsv, full_time.tsv, partial.tsv and nondates.tsv with the
columns text, iso, locale, order; by default ../shared/data/real beside this repository.
"""

import sys
import warnings
from collections.abc import Iterable, Sequence
from pathlib import Path

import dateparser
from report import record, table

from datenorm.dates.targets import NOT_A_DATE
from datenorm.generation.dataset import Example, order_of, read
from datenorm.reading.translator import Translator

FOLDER = Path(__file__).parents[2] / "shared" / "data" / "real"
PIVOT = 2046
KINDS = ("full", "full_time", "partial", "nondates")


def ours(translator: Translator, rows: Sequence[Example], told: bool) -> list[str | None]:
    hints = (
        {"order": [order_of(row) for row in rows], "locale": [row.locale or None for row in rows]}
        if told
        else {}
    )
    return [
        answer.iso
        for answer in translator.translate_many([row.text for row in rows], pivot_year=PIVOT, **hints)
    ]


def theirs(rows: Sequence[Example], told: bool) -> list[str | None]:
    return [_parsed(row, told) for row in rows]


def _parsed(row: Example, told: bool) -> str | None:
    """Return dateparser's answer as a full date: it knows no other."""
    languages = [row.locale.split("_")[0]] if told and row.locale else None
    settings = {"DATE_ORDER": row.order} if told and row.order else {}
    try:
        found = dateparser.parse(row.text, languages=languages, settings=settings)
    except ValueError:  # a language it does not have
        found = dateparser.parse(row.text, settings=settings)
    return found.date().isoformat() if found else None


def shares(rows: Sequence[Example], answers: Iterable[str | None]) -> list[str]:
    right = wrong = 0
    for row, answer in zip(rows, answers, strict=True):
        truth = None if row.iso == NOT_A_DATE else row.iso
        right += answer == truth
        wrong += answer is not None and answer != truth
    return [f"{100 * count / len(rows):.1f} %" for count in (right, wrong, len(rows) - right - wrong)]


def main() -> None:
    warnings.simplefilter("ignore")  # dateparser's about itself
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    if not folder.is_dir():
        print(f"bench-real: no real text here ({folder} is missing); nothing measured")
        return
    translator, lines = Translator.load(), []
    for kind in KINDS:
        rows = list(read(folder / f"{kind}.tsv"))
        for told, name in ((True, "told locale and order"), (False, "told nothing")):
            lines.append(
                [
                    f"{kind}, {name}",
                    *shares(rows, ours(translator, rows, told)),
                    *shares(rows, theirs(rows, told)),
                ]
            )
    header = ["text", "right", "wrong", "refused", "dateparser right", "wrong", "refused"]
    record("real", table(header, lines))


if __name__ == "__main__":
    main()
