"""What the shipped model answers, without hints, to texts of kinds that hold no one date, and to their twins.

Usage: python benchmarks/refusals.py [MODEL] [--held-back] [--examples N]. The kinds are in benchmarks/nondates.

A third of the kinds, every third of the list, is held back: only their sum is reported, so that no rule is made for
them. `--held-back` shows them one by one; it is for the check before a release.
"""

import argparse
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

from nondates import (
    calendars,
    changed,
    codes,
    impossible,
    lookalikes,
    measures,
    nouns,
    references,
    several,
    unknown,
)
from nondates.kind import Kind, Written
from report import record, table

from datenorm.judging.answer import Translation
from datenorm.reading.translator import Translator

SEED, TEXTS, TWINS = 54, 200, 100  # texts and twins of each kind
ROOMS = (codes, measures, references, nouns, several, changed, unknown, lookalikes, calendars, impossible)
KINDS: tuple[Kind, ...] = tuple(kind for room in ROOMS for kind in room.KINDS)
HELD_BACK = KINDS[2::3]
OPEN = tuple(kind for kind in KINDS if kind not in HELD_BACK)
HEADER = ("texts", "`ok`", "`partial`", "twins right", "twins wrong")

Make = Callable[[Random], Written]
NO_DATES: dict[str, Make] = {kind.name: kind.refusable for kind in OPEN}


class Tally(NamedTuple):
    """Answers to the texts of a kind, and to its twins, each with what was written."""

    texts: Sequence[tuple[Written, Translation]]
    twins: Sequence[tuple[Written, Translation]]

    def answered(self, status: str) -> list[Translation]:
        """Return the answers that should not have been given."""
        wrong = (answer for written, answer in self.texts if answer.iso and answer.iso != written.iso)
        return [answer for answer in wrong if answer.status == status]

    def shares(self) -> list[str]:
        """Return the shares of texts answered `ok` and `partial`, and of twins answered rightly and wrongly."""
        right = sum(answer.iso == written.iso for written, answer in self.twins)
        wrong = sum(answer.iso not in (None, written.iso) for written, answer in self.twins)
        texts = [len(self.answered(status)) / len(self.texts) for status in ("ok", "partial")]
        return [f"{share:.1%}" for share in (*texts, right / len(self.twins), wrong / len(self.twins))]

    def examples(self, most: int) -> Iterator[str]:
        """Yield up to `most` texts that were answered, and as many twins that were not, or wrongly."""
        for answer in [*self.answered("ok"), *self.answered("partial")][:most]:
            yield f"    answered  {answer.text!r}: {answer.iso} ({answer.status}, {answer.confidence:.2f})"
        missed = [(written, answer) for written, answer in self.twins if answer.iso != written.iso]
        for written, answer in missed[:most]:
            yield f"    twin      {answer.text!r}: {answer.iso}, not {written.iso} ({answer.status}, {answer.code})"


def tally(translator: Translator, kind: Kind) -> Tally:
    """Ask for texts and twins of `kind`, the same ones whatever other kinds there are."""
    random = Random(f"{SEED} {kind.name}")
    texts = [kind.refusable(random) for _ in range(TEXTS)]
    twins = [kind.answerable(random) for _ in range(TWINS)]
    answers = translator.translate_many([written.text for written in (*texts, *twins)])
    return Tally(
        list(zip(texts, answers[:TEXTS], strict=True)), list(zip(twins, answers[TEXTS:], strict=True))
    )


def total(tallies: Sequence[Tally]) -> Tally:
    return Tally(
        [pair for one in tallies for pair in one.texts], [pair for one in tallies for pair in one.twins]
    )


def main() -> None:
    """Measure every kind and write the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "model", type=Path, nargs="?", help="the folder of a model; the shipped one otherwise"
    )
    parser.add_argument(
        "--held-back", action="store_true", help="show the kinds that are held back one by one"
    )
    parser.add_argument(
        "--examples", type=int, default=0, metavar="N", help="print N examples of each open kind"
    )
    options = parser.parse_args()
    translator = Translator.load(options.model)
    shown = {kind.name: tally(translator, kind) for kind in OPEN}
    held_back = {kind.name: tally(translator, kind) for kind in HELD_BACK}
    lines = [[name, *one.shares()] for name, one in shown.items()]
    if options.held_back:
        lines += [[f"held back: {name}", *one.shares()] for name, one in held_back.items()]
    for name, tallies in (
        (f"all {len(OPEN)} open kinds", shown),
        (f"all {len(HELD_BACK)} held-back kinds", held_back),
    ):
        lines.append([name, *total(list(tallies.values())).shares()])
    record("refusals", table(HEADER, lines))
    for name, one in shown.items():
        print(name, *one.examples(options.examples), sep="\n")


if __name__ == "__main__":
    main()
