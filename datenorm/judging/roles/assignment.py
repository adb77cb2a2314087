"""Assignment: the role of each token of a text, one kind after the other."""

from datenorm.judging.roles.clock import times
from datenorm.judging.roles.companions import words
from datenorm.judging.roles.context import Context
from datenorm.judging.roles.marks import signs
from datenorm.judging.roles.names import names
from datenorm.judging.roles.rows import codes, rows
from datenorm.judging.roles.things import things


def roles(context: Context) -> list[str]:
    """Return the role of each token; '' where it has none that is known."""
    found = [""] * len(context.tokens)
    for name, group in context.claims.items():
        for i in group:
            found[i] = name
    times(context, found)
    words(context, found)
    codes(context, found)
    things(context, found)
    rows(context, found)
    names(context, found)
    signs(context, found)
    return found
