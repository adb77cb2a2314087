"""Agreement: a network writes what a text says and points at what each character does; where they differ, no answer.

Only models with a second output point. Which of two numbers is the day is not asked of it: 03/04/2015 has two readings.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from itertools import chain

from datenorm.judging.claims import Claims
from datenorm.text.roles import FIELDS, LETTERS, NAMES, NONE
from datenorm.text.tokens import Token

DATE = {LETTERS[name] for name in FIELDS}


def disagreement(
    tokens: Sequence[Token], claims: Claims, roles: str, explained: Collection[int] = ()
) -> str | None:
    """Return what speaks against claims in the roles of a text's characters; None where nothing does.

    explained: tokens of which exact code is sure.

    >>> from datenorm.text.tokens import tokens
    >>> disagreement(tokens("room 12, may 2018"), {"day": (1,), "month": (3,), "year": (4,)}, ".... ##c mmm yyyy")
    "the model points at '12' as counted, and reads it as part of the date"
    """
    claimed = set(chain.from_iterable(claims.values()))
    for i, token in enumerate(tokens):
        role = role_of(token, roles)
        if i in claimed and i not in explained and role not in DATE and role != NONE:
            return f"the model points at {token.text!r} as {NAMES[role]}, and reads it as part of the date"
        if i not in claimed and i not in explained and token.kind == "number" and role in DATE:
            return f"the model points at {token.text!r} as a {NAMES[role]}, and reads the date without it"
    return None


def role_of(token: Token, roles: str) -> str:
    """Return the letter of the role that most characters of a token have; NONE where `roles` is empty."""
    letters = roles[token.start : token.end]
    return Counter(letters).most_common(1)[0][0] if letters else NONE
