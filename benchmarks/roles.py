"""What a model says that each number of a text does there: 300 texts as people write them, labelled by hand.

Usage: python benchmarks/roles.py [MODEL]. The texts, with the role of each of their numbers and why, are in
tests/cases/roles.tsv. They were written and labelled by somebody who had not seen the generator, and no model learns
from them. A model without roles has nothing to measure.
"""

import csv
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from report import record, table

from datenorm.pictures.alignment import Alignment
from datenorm.reading.translator import Translator
from datenorm.text.characters import compose
from datenorm.text.roles import NAMES, NONE

CASES = Path(__file__).parents[1] / "tests" / "cases" / "roles.tsv"
FIELDS = ("year", "month", "day")


class Number(NamedTuple):
    """A number of a text: what it is, in one reading or another, and what the model says that it is; '' for nothing."""

    text: str
    digits: str
    truths: tuple[str, ...]
    said: str


def runs(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the runs of digits of a text begin and end.

    >>> list(runs("9 May 2018"))
    [(0, 1), (6, 10)]
    """
    start = None
    for place, character in enumerate(f"{text} "):
        if unicodedata.category(character) == "Nd":
            start = place if start is None else start
        elif start is not None:
            yield start, place
            start = None


def numbers(alignment: Alignment, roles: str) -> Iterator[Number]:
    """Yield the numbers of a text, with their roles as they are labelled; none where exact code rewrote it before."""
    text = compose(alignment.translation.text)
    places = list(runs(text))
    shown = [text[place : place + 1] for place in alignment.positions]
    if len(places) != len(roles.split(" ")) or shown != list(alignment.characters):
        return
    said = dict(zip(alignment.positions, alignment.roles, strict=True))
    for (start, end), truths in zip(places, roles.split(" "), strict=True):
        letter = Counter(said.get(place, NONE) for place in range(start, end)).most_common(1)[0][0]
        yield Number(text, text[start:end], tuple(truths.split("|")), NAMES.get(letter, ""))


def main() -> None:
    """Measure each role and write the table."""
    translator = Translator.load(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
    with CASES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    found = [
        number
        for row, alignment in zip(rows, translator.align_many([row["text"] for row in rows]), strict=True)
        if alignment.roles
        for number in numbers(alignment, row["roles"])
    ]
    if not found:
        print("bench-roles: the model names no roles; nothing measured")
        return
    groups = {
        "all numbers": found,
        "of a date": [number for number in found if set(number.truths) & set(FIELDS)],
        "of a time": [number for number in found if set(number.truths) & {"hour", "minute", "second"}],
        "counted": [number for number in found if number.truths == ("counted",)],
        "of anything else": [
            number
            for number in found
            if not set(number.truths) & {*FIELDS, "hour", "minute", "second", "counted"}
        ],
    }
    lines = []
    for name, some in groups.items():
        right = sum(number.said in number.truths for number in some)
        dates = sum(number.said in FIELDS and not set(number.truths) & set(FIELDS) for number in some)
        lines.append([name, f"{len(some):,}", f"{right / len(some):.1%}", f"{dates / len(some):.1%}"])
    record("roles", table(["numbers", "count", "right", "taken for a date's"], lines))
    for number in found:
        if number.said not in number.truths:
            print(
                f"{number.digits!r} in {number.text!r}: {number.said or 'nothing'}, not {' or '.join(number.truths)}"
            )


if __name__ == "__main__":
    main()
