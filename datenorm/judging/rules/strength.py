"""Strength: how sure it is that what was claimed is a date and nothing else. DESIGN: strong, good, fair or weak."""

from typing import Literal

from datenorm.judging.roles.context import Context, joints_of
from datenorm.judging.spelled import unit_of
from datenorm.text.tokens import Token

Strength = Literal["strong", "good", "fair", "weak"]


def strength(context: Context, misspelt: bool = False) -> Strength:
    """Return how sure it is that what was claimed is a date and nothing else."""
    target = context.target
    if not target.month:
        return "weak"
    if misspelt:
        return "fair" if target.day and target.year else "weak"
    if len(target.year) != 4:
        return "fair" if target.day and (_is_named(context) or _is_short(context)) else "weak"
    month = context.tokens[context.claims["month"][0]]
    if month.kind == "word":
        return _of_a_name(month, bool(target.day))
    if _is_marked(context):
        return "strong" if target.day else "good"
    return _of_numbers(context) if target.day else "weak"


def _of_a_name(month: Token, with_day: bool) -> Strength:
    if "full" in month.senses:
        return "strong" if with_day else "good"
    return "good" if with_day else "weak"


def _of_numbers(context: Context) -> Strength:
    """Return the strength of day, month and year in numbers, the year in four digits."""
    places = [context.claims[name][0] for name in ("year", "month", "day")]
    if len(set(places)) == 1:
        return "good" if context.tokens[places[0]].text.startswith(context.target.year) else "weak"
    if len(set(places)) == 2:
        return "weak"
    joints = joints_of(context)
    if "/" in joints and "" in joints:
        return "weak"  # 10/10 2018 may be a score
    return "strong" if places == sorted(places) and joints == ["-", "-"] else "good"


def _is_named(context: Context) -> bool:
    return any("full" in context.tokens[i].senses for i in context.claims["month"])


def _is_short(context: Context) -> bool:
    """Return whether three numbers with one sign between them end in a year of two digits."""
    if not context.target.year or len(context.used) < 3:
        return False
    joints = joints_of(context)
    last = context.tokens[max(context.used)]
    numbers = all(context.tokens[i].kind == "number" for i in context.used)
    return (
        numbers
        and joints[0] == joints[1]
        and joints[0] in ("/", "-", ".")
        and context.claims["year"][0] == context.last
        and last.kind == "number"
    )


def _is_marked(context: Context) -> bool:
    """Return whether words beside all numbers say what they are: 2018年5月9日."""
    return all(unit_of(context.tokens, group[0]) == name for name, group in context.claims.items())
