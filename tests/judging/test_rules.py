"""Rules: each has its cases, and texts beside them to which none objects."""

from pathlib import Path

import pytest

from datenorm.dates.targets import Target
from datenorm.judging.claims import claim
from datenorm.judging.rules.case import Case
from datenorm.judging.rules.plan import RULES, objection

CASES = Path(__file__).parents[1] / "cases" / "rules.tsv"


def rows() -> list[tuple[str, ...]]:
    return [tuple(line.split("\t")) for line in CASES.read_text("utf-8").splitlines()[1:]]


def first_objection(text: str, target: str, order: str, language: str) -> str:
    fields = Target.of(target)
    claimed = claim(text, fields, language or None)
    assert claimed.lacking is None
    found = objection(Case.of(text, target, fields, claimed, order or None, language or None))
    return found[0] if found else ""


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row[0]}: {row[1]}")
def test_the_rule_objects_and_no_other_before_it(row: tuple[str, ...]) -> None:
    rule, text, target, order, language = row
    assert first_objection(text, target, order, language) == rule


def test_every_rule_has_a_case() -> None:
    assert {rule.code for rule in RULES} == {row[0] for row in rows()} - {""}


def test_a_rule_that_is_left_out_does_not_object() -> None:
    claimed = claim("37.2.2", Target.of("37-02-02"))
    case = Case.of("37.2.2", "2037-02-02", Target.of("37-02-02"), claimed, None, None)
    assert objection(case) is not None
    assert objection(case, without=frozenset({"short-year-first"})) is None
