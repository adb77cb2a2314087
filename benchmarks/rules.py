"""What each rule is good for: the wrong answers it alone stops, and the right ones it alone costs.

Usage: python benchmarks/rules.py. It reads the real text and the given cases beside this repository, generated rows and
texts without one date; each rule is switched off in turn. A rule that stops nothing has no place.
"""

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from random import Random
from typing import NamedTuple

from quality import generated_rows
from refusals import NO_DATES
from report import record, table

from datenorm.dates.calendar import complete
from datenorm.dates.targets import NOT_A_DATE
from datenorm.judging.answer import Terms
from datenorm.judging.judge import best_case, judge
from datenorm.judging.rules.case import Case
from datenorm.judging.rules.plan import RULES, objection
from datenorm.reading.hints import hinted
from datenorm.reading.translator import Translator

DATA = Path(__file__).parents[2] / "shared" / "data"
PIVOT, SEED, ROWS, OF_A_KIND = 2046, 7, 6_000, 60
NO_TOKEN = "no-token"  # not one of the rules: a field that nothing spells


class Row(NamedTuple):
    """A text with its hints, and all answers that are right; none where it has to be refused."""

    text: str
    order: str | None
    locale: str | None
    right: frozenset[str]


def real_rows() -> Iterator[Row]:
    """Yield real dates, told and not, and the given cases; nothing where they are not beside this repository."""
    for kind in ("full", "full_time", "partial", "nondates"):
        for row in _table(DATA / "real" / f"{kind}.tsv"):
            right = frozenset(filter(None, [row["iso"]]))
            yield Row(row["text"], row["order"] or None, row["locale"] or None, right)
            yield Row(row["text"], None, None, right)
    for row in _table(DATA / "real" / "ranges.tsv"):
        yield Row(row["text"], None, row["locale"] or None, frozenset([row["value"] or row["start"]]))
    for row in _table(DATA / "cases.tsv"):
        right = row["value"] if row["status"] == "rejected" else row["iso"]
        yield Row(row["text"], row["order"] or None, row["locale"] or None, frozenset(filter(None, [right])))


def _table(path: Path) -> Iterator[dict[str, str]]:
    if path.exists():
        with path.open(encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def made_rows() -> Iterator[Row]:
    """Yield generated rows, half of them with typos, told nothing, and texts without one date."""
    for noise in (0, 1):
        for row in islice(generated_rows(noise), ROWS // 2):
            iso = None if row.iso == NOT_A_DATE else complete(row.iso, pivot=PIVOT)
            yield Row(row.text, None, None, frozenset(filter(None, [iso])))
    random = Random(SEED)
    for make in NO_DATES.values():
        for _ in range(OF_A_KIND):
            text, iso = make(random)
            yield Row(text, None, None, frozenset(filter(None, [iso])))


def answers(translator: Translator, rows: Sequence[Row]) -> Iterator[tuple[bool, Case | None, set[str]]]:
    """Yield, for each best reading that only a rule can stop: whether it is right, its case, the rules that object."""
    terms = Terms(PIVOT, min_confidence=translator.min_confidence)
    questions = hinted([row.text for row in rows], [row.order for row in rows], [row.locale for row in rows])
    reader = translator._reader()
    asked, found, _ = reader.read(reader.questions(questions), terms)
    for index, hypotheses in sorted(found.items()):
        seen = asked.seen(index)
        answer = judge(rows[index].text, hypotheses, terms, seen)
        codes = {rule.code for rule in RULES} | {NO_TOKEN}
        if answer.iso is None and answer.code not in codes:
            continue
        iso, case = best_case(hypotheses, terms, seen, answer)
        if isinstance(case, Case):
            against = {rule.code for rule in RULES if rule.objects(case)}
            yield iso in rows[index].right, case, against
        else:
            yield iso in rows[index].right, None, {NO_TOKEN}


def main() -> None:
    """Measure every rule and write the table."""
    translator = Translator.load(threads=2)
    stopped, lost, alone_stopped, alone_lost = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for rows in (list(real_rows()), list(made_rows())):
        for right, case, against in answers(translator, rows):
            for code in against:
                (lost if right else stopped)[code] += 1
                if case is None or objection(case, frozenset([code])) is None:
                    (alone_lost if right else alone_stopped)[code] += 1
    whys = {NO_TOKEN: "a field that no token spells", **{rule.code: rule.why for rule in RULES}}
    lines = [
        [f"`{code}`", why, *(f"{counts[code]:,}" for counts in (stopped, alone_stopped, lost, alone_lost))]
        for code, why in whys.items()
    ]
    header = ["rule", "why", "wrong stopped", "by it alone", "right lost", "by it alone"]
    record("rules", table(header, lines))


if __name__ == "__main__":
    main()
