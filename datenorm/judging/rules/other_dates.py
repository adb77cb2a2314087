"""Rules on other dates in a text: a second month, a number that is joined to the date."""

from datenorm.judging.roles.context import CLAIMED
from datenorm.judging.roles.marks import CLOSING, COMMA_LIKE, OPENING
from datenorm.judging.rules.case import Case
from datenorm.judging.spelled import months_of
from datenorm.text.lexicon import FIRST_UNSPACED, languages_of


def another_month(case: Case) -> str | None:
    """Object to a full month name whose month is not the answered one, and to an abbreviation beside a number."""
    month = int(case.context.target.month or 0)
    for i in case.left():
        token = case.tokens[i]
        if token.kind != "word":
            continue
        meant = months_of(token, case.language)
        if not meant or month in meant:
            continue
        beside = any(
            0 <= j < len(case.tokens) and case.tokens[j].kind == "number" for j in _neighbours(case, i)
        )
        linked = any(_is_link(case, j) for j in (i - 1, i + 1))
        known = (case.language or "en") in languages_of(token.senses.get("month", ""))
        sure = known or len(token.text) > 3 or token.text[0] > FIRST_UNSPACED
        if sure and (case.context.has(i, "full") or (case.context.has(i, "month") and (beside or linked))):
            return f"{token.text!r} is another month"
    return None


def _neighbours(case: Case, i: int) -> tuple[int, int]:
    """Return the tokens beside token `i`, a full stop behind it left out."""
    return i - 1, i + 2 if i + 1 < len(case.tokens) and case.tokens[i + 1].text == "." else i + 1


FARTHEST = 4  # tokens between the first day of a range and its last
LINKS = frozenset("-/~&|(+")

LINK_WORDS = ("or", "and", "to")


def _is_link(case: Case, i: int) -> bool:
    if not 0 <= i < len(case.tokens):
        return False
    token = case.tokens[i]
    return (token.kind == "sign" and token.text in LINKS) or (
        token.kind == "word" and case.context.has(i, *LINK_WORDS)
    )


def rival(case: Case) -> str | None:
    """Object to a number that is joined to the date and could be one of its fields, or stands at a month's name."""
    for i in case.left():
        token = case.tokens[i]
        if token.kind != "number":
            continue
        if _linked(case, i):
            return f"the number {token.text} is joined to it"
        if any(_names_month(case, j) for j in (i - 1, i + 1)) or (
            i + 2 < len(case.tokens) and case.tokens[i + 1].text in ".," and _names_month(case, i + 2)
        ):
            return f"the number {token.text} may be another date"
    return _from_to(case)


def _from_to(case: Case) -> str | None:
    """Object to a number that begins a range of days, whatever it looks like: с 9 на 10 ноября."""
    if case.context.claims.get("day") != (case.context.first,):
        return None
    words = 0
    for i in range(case.context.first - 1, max(0, case.context.first - 1 - FARTHEST), -1):
        token = case.tokens[i]
        if token.kind == "number":
            begins = words and case.context.has(i - 1, "between<", "from<") and len(token.text) < 3
            return f"the number {token.text} is joined to it" if begins else None
        words += token.kind == "word"
        if token.kind == "sign" and token.text != ".":
            return None
    return None


def _names_month(case: Case, j: int) -> bool:
    return (
        0 <= j < len(case.tokens)
        and not case.roles[j]
        and case.tokens[j].kind == "word"
        and len(case.tokens[j].text) > 1
        and bool(months_of(case.tokens[j], case.language))
    )


def _is_bracketed(case: Case, j: int) -> bool:
    """Return whether token `j` opens a bracket that the whole date stands in: Order 15/1997 (18 January 1997)."""
    if case.tokens[j].text not in OPENING or j > case.context.first:
        return False
    return not any(token.text in CLOSING for token in case.tokens[j : case.context.last])


def _linked(case: Case, i: int) -> bool:
    """Return whether a sign or a word joins number `i` with a claimed token, and nothing of weight is between."""
    if len(case.tokens[i].text) not in (1, 2, 4, 8):
        return False
    for step in (-1, 1):
        j, joined = i + step, False
        while 0 <= j < len(case.tokens):
            if case.roles[j] in CLAIMED:
                return joined
            light = (
                case.roles[j] in ("ordinal", "connector", "sign") and case.tokens[j].text not in COMMA_LIKE
            )
            if step > 0 and _is_bracketed(case, j) and i:
                break  # what stands before a bracket is no part of the date in it
            if _is_link(case, j):
                joined = True
            elif not light:
                break
            j += step
    return False
