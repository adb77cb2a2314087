"""Names: months in the names of persons and places, beside a whole date that a comma sets apart.

Theresa May, 13 July 2016; Herr März, 12. Mai 2018.
"""

from datenorm.judging.roles.context import Context, is_free, is_sign
from datenorm.judging.roles.counted import is_a_noun
from datenorm.judging.spelled import months_of

APART = ",;()"
YEAR_DIGITS = 4


def names(context: Context, found: list[str]) -> None:
    """Give the role 'name' to a month's name that a title or a word nobody knows makes a part of a person's."""
    if not _is_set_apart(context):
        return
    for i in range(len(found)):
        if found[i] or not months_of(context.tokens[i]) or not _is_alone(context, i):
            continue
        titled = context.means(i - 1, ("title<",), ("weekday", "month"))
        if titled or any(is_free(context, found, j) and is_a_noun(context, j) for j in (i - 1, i + 1)):
            found[i] = "name"


def _is_set_apart(context: Context) -> bool:
    """Return whether a date with a month's name and a whole year stands directly behind a comma, or before one."""
    month = context.claims.get("month", (0,))
    named = context.tokens[month[0]].kind == "word" and len(context.target.year) == YEAR_DIGITS
    signs = (is_sign(context, context.first - 1, APART), is_sign(context, context.last + 1, APART))
    return named and any(signs)


def _is_alone(context: Context, i: int) -> bool:
    """Return whether no number stands beside a name, and nothing joins it to what does."""
    beside = [j for j in (i - 1, i + 1) if 0 <= j < len(context.tokens)]
    return not any(
        context.has_number(j) or is_sign(context, j, "-/~&+.") or context.has(j, "or", "and", "to")
        for j in beside
    )
