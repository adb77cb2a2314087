"""Marks: signs that part, quote or list and change nothing, and those that say more."""

import unicodedata

from datenorm.judging.roles.context import Context, joints_of

OPENING, CLOSING = frozenset("([{\"'«<"), frozenset(")]}\"'»>")

# Signs that part, quote or list and change nothing; `!` and `*` among them, since catalogues mark lines with them.
PLAIN = frozenset("|=<>^`°©®™✓→⇒†")  # and all punctuation but what is unread or joins

UNREAD = frozenset(
    "?؟¿□�_¤■▯◻#"
)  # what stands for a character nobody could read, or says that a date is unsure

DOUBTS = frozenset("?؟¿#")
FRAMES = UNREAD - set("?؟¿")  # what also stands around a date, the same on both sides

COMMA_LIKE = frozenset(",;:،؛")


def signs(context: Context, found: list[str]) -> None:
    """Give the role of a sign to those that change nothing."""
    framing = _frame(context)
    for i, token in enumerate(context.tokens):
        if (
            not found[i]
            and token.kind == "sign"
            and (
                _is_plain(token.text)
                or i in framing
                or _joins_fields(context, i)
                or _is_gap(context, i)
                or _is_of_an_amount(context, i)
                or _is_a_fraction(context, i)
            )
        ):
            found[i] = "sign"


def _is_plain(sign: str) -> bool:
    if sign in PLAIN:
        return True
    return unicodedata.category(sign)[0] == "P" and sign not in UNREAD and sign not in "&%"


def _is_a_fraction(context: Context, i: int) -> bool:
    """Return whether a sign for a fraction touches a number that nothing claims: 11½."""
    behind = context.has_number(i - 1) and i - 1 not in context.used and context.touches(i)
    return behind and unicodedata.category(context.tokens[i].text) == "No"


def _is_of_an_amount(context: Context, i: int) -> bool:
    """Return whether a sign for money touches a number that nothing claims: £18.50."""
    beside = [j for j, at in ((i - 1, i), (i + 1, i + 1)) if context.has_number(j) and context.touches(at)]
    free = bool(beside) and context.used.isdisjoint(beside)
    return free and unicodedata.category(context.tokens[i].text) == "Sc"


def _is_gap(context: Context, i: int) -> bool:
    """Return whether an underscore stands alone between two tokens, where a space would be."""
    tokens = context.tokens
    return (
        tokens[i].text == "_"
        and 0 < i < len(tokens) - 1
        and tokens[i - 1].text != "_" != tokens[i + 1].text
        and tokens[i + 1].kind != "sign"
        and context.touches(i + 1)
    )


def _frame(context: Context) -> frozenset[int]:
    """Return the signs around a whole date, as many on both sides: ■ 9 May 2018 ■, _9 May 2018_, #2018-05-09#.

    What else touches a date is damage.
    """
    tokens = context.tokens
    places = [i for i, token in enumerate(tokens) if token.text in FRAMES]
    half = len(places) // 2
    whole = len(context.target.year) == 4 and context.target.day
    if not (places and whole and len(places) == 2 * half and len({tokens[i].text for i in places}) == 1):
        return frozenset()
    left, right = places[:half], places[half:]
    in_rows = all(row[-1] - row[0] == half - 1 for row in (left, right))
    around = left[-1] < context.first and context.last < right[0]
    apart = not (context.touches(left[-1] + 1) or context.touches(right[0]))
    lines = tokens[left[0]].text in "_#"
    return frozenset(places) if in_rows and around and (apart or lines) else frozenset()


def _joins_fields(context: Context, i: int) -> bool:
    """Return whether a sign stands alone between two claimed tokens that it touches: 2012_01_27, 12~13~62.

    One that says that something is unsure does so between all fields: 12?13?62, but not 2¿ abril 1616.
    """
    joins = {i - 1, i + 1} <= context.used and context.touches(i) and context.touches(i + 1)
    doubts = context.tokens[i].text in DOUBTS
    return joins and not (doubts and set(joints_of(context)) != {context.tokens[i].text})
