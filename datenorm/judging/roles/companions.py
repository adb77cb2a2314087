"""Companions: the words that dates have beside them: weekdays, labels, connectors, ordinal endings."""

from collections.abc import Sequence

from datenorm.judging.roles.context import Context, is_number, is_sign
from datenorm.text.lexicon import MAJOR, Senses, languages_of
from datenorm.text.tokens import Token

HARMFUL = {
    "bound<": "bound",
    "bound>": "bound",
    "circa<": "circa",
    "circa>": "circa",
    "negated<": "negated",
    "negated>": "negated",
    "offset<": "offset",
    "offset>": "offset",
    "between<": "between",
    "every<": "every",
    "every>": "every",
    "or": "alternative",
    "and": "alternative",
    "to": "range",
    "period:week": "week",
    "period:season": "season",
    "period:quarter": "quarter",
    "period:half": "half",
    "period:third": "third",
    "period:twelfth": "two months",
    "period:decade": "decade",
    "period:century": "century",
    "period:millennium": "century",
    "period:fiscal": "fiscal year",
    "calendar:hijri": "calendar",
    "calendar:persian": "calendar",
    "calendar:hebrew": "calendar",
    "calendar:ethiopic": "calendar",
    "calendar:julian": "calendar",
    "calendar:lunar": "calendar",
    "calendar:buddhist": "calendar",
    "calendar:indian": "calendar",
    "calendar:before": "calendar",
    "street": "street",
    "unknown": "unknown",
    "undated": "undated",
    "count<": "count",
    "count>": "count",
}


def words(context: Context, found: list[str]) -> None:
    """Give their roles to the words that dates have beside them."""
    for i, token in enumerate(context.tokens):
        if found[i] or token.kind != "word":
            continue
        found[i] = _word(context, found, i)
        if context.has(i, "numbered weekday") and is_number(context, found, i + 1, most=9, digits=1):
            found[i] = found[i + 1] = "weekday"  # th 3 is Tuesday in Vietnamese


def _word(context: Context, found: Sequence[str], i: int) -> str:
    """Return the role of a free word: what dates have beside them; '' for anything else."""
    senses = context.tokens[i].senses
    if "month" in senses and "en" in languages_of(senses["month"]) and "weekday" not in senses:
        return ""  # a second month, whatever else it may be
    if context.is_open and _is_a_month_first(senses):
        return ""
    if context.has(i, "calendar:common") and not context.has(i, "bound<", "circa<", "to"):
        return "era"
    if any(kind in senses for kind in ("year>", "month>", "day>", "year<", "month<", "day<")):
        return "connector"
    if is_ordinal(context, i):
        return "ordinal"
    if context.has(i, "weekday") and not is_hardly_a_weekday(context, i):
        letter = len(context.tokens[i].text) == 1 and context.tokens[i].text.isascii()
        if not (letter and context.languages is None):
            return "weekday"
    return _companion(context, found, i)


def _companion(context: Context, found: Sequence[str], i: int) -> str:
    """Return whether a word is a connector, a label or a word of a time of day; '' where it is none."""
    token = context.tokens[i]
    prefix = len(token.text) == 1 and token.text.isascii() and token.text != "t" and context.touches(i + 1)
    if prefix and context.languages is None and context.tokens[i + 1].kind == "number":
        return ""  # e5 is a square
    if context.touches(i) and _beside(context, i) and context.has(i, "connector"):
        return "" if context.languages is None and _is_rare(token) else "connector"
    if context.has(i, "label"):
        return "label"
    inside = context.first < i < context.last and "connector" in token.senses
    apart = not context.touches(i) or context.tokens[i - 1].kind != "number"
    if (
        (inside and apart)
        or context.has(i, "year", "of year")
        or (_beside(context, i) and context.has(i, "connector"))
    ):
        return "connector"
    if "clock" in token.senses and len(token.text) > 3 and not context.has(i, *NO_CLOCK):
        return "time"
    behind_day = token.text == "t" and (found[i - 1 : i] == ["day"] or found[i + 1 : i + 2] == ["time"])
    return "connector" if behind_day else ""


def _is_a_month_first(senses: Senses) -> bool:
    """Return whether a word is a whole month's name where many live, and a weekday's where few do: Mai."""
    if not {"full", "month", "weekday"} <= senses.keys():
        return False
    month, weekday = (languages_of(senses[kind]) for kind in ("month", "weekday"))
    return not MAJOR.isdisjoint(month) and MAJOR.isdisjoint(weekday)


NO_CLOCK = ("bound<", "bound>", "circa<", "between<", "period:half")


def _is_rare(token: Token) -> bool:
    """Return whether a letter stands beside numbers in one small language alone: 1u, where few write Corsican."""
    known = languages_of(token.senses["connector"])
    return len(token.text) == 1 and token.text.isascii() and len(known) == 1 and MAJOR.isdisjoint(known)


GOVERNING = ("bound<", "bound>", "circa<", "count<", "calendar:buddhist", "calendar:hijri", "calendar:julian")


def is_hardly_a_weekday(context: Context, i: int) -> bool:
    """Return whether a word may change what a date means, and is a weekday of small languages that nobody told."""
    senses = context.tokens[i].senses
    if not context.is_open or senses.keys().isdisjoint(GOVERNING):
        return False
    return "weekday" in senses and MAJOR.isdisjoint(languages_of(senses["weekday"]))


def is_ordinal(context: Context, i: int) -> bool:
    """Return whether token `i` is the ending of an ordinal number that it stands at."""
    if not context.has(i, "ordinal"):
        return False
    behind = i + 2 if is_sign(context, i + 1, "-") else i + 1
    if (
        behind < len(context.tokens)
        and context.tokens[behind].kind == "number"
        and context.touches(behind)
        and context.touches(i + 1)
    ):
        return True
    if not i:
        return False
    before = context.tokens[i - 1]
    return (before.kind == "number" and context.touches(i)) or (
        i > 1
        and before.text in "-.:'"
        and before.kind == "sign"
        and context.touches(i)
        and context.tokens[i - 2].kind == "number"
    )


def _beside(context: Context, i: int) -> bool:
    return context.first - 2 <= i <= context.last + 2
