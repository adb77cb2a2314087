"""What the clause of a date says of it: that it is denied, a condition or an example, or what is counted from."""

from collections.abc import Iterator

from datenorm.judging.roles.context import is_sign
from datenorm.judging.roles.marks import OPENING
from datenorm.judging.rules.case import Case
from datenorm.judging.rules.governing import UNITS, behind
from datenorm.text.lexicon import MAJOR, languages_of, lexicon

ALONE = frozenset("!.")  # behind a sentence of one word
ENDS_A_CLAUSE = frozenset(".;:!?)]}|")


def _before(case: Case) -> Iterator[int]:
    """Yield the tokens before a date in its clause, nearest first."""
    for i in range(case.context.first - 1, -1, -1):
        if case.tokens[i].text in ENDS_A_CLAUSE:
            return
        yield i


def denied(case: Case) -> int | None:
    """Return the word in the clause of a date that denies it: the date 3 May is an error, es falso que ... el 3.

    Behind the date one that says that it was moved does so too, and before it a sentence of that word alone: Postponed!
    """
    if case.context.first > 1 and case.tokens[1].text in ALONE and case.context.has(0, "denied>", "negated>"):
        return 0
    for i in range(case.context.last + 1, len(case.tokens)):
        if case.tokens[i].text in ENDS_A_CLAUSE - frozenset(")]}"):
            break
        if case.context.has(i, "denied>") or (" " in case.tokens[i].text and case.context.has(i, "negated>")):
            return i
    said = (i for i in _before(case) if case.context.has(i, "denied<"))
    return next((i for i in (*said, _answered(case), _not(case)) if i is not None), None)


def _answered(case: Case) -> int | None:
    """Return the word for no that stands alone behind a date, or before its colon: 5 May 2018: no."""
    rest = [i for i in range(case.context.last + 1, len(case.tokens)) if case.tokens[i].kind != "sign"]
    alone = rest if len(rest) == 1 else [0] * (case.context.first == 2 and is_sign(case.context, 1, ":"))
    return next((i for i in alone if case.context.means(i, ("no",), ("weekday", "month"))), None)


def _not(case: Case) -> int | None:
    """Return the particle that denies the verb before a date, no comma or dash between: non avvenne il 9 maggio.

    Not so no 5, which is a number, and non-fiction.
    """
    for i in _before(case):
        if is_sign(case.context, i, ",") or (is_sign(case.context, i, "-") and not case.context.touches(i)):
            return None
        if i + 1 not in case.context.used and case.tokens[i + 1].kind == "word" and _is_particle(case, i):
            return i
    return None


def _is_particle(case: Case, i: int) -> bool:
    """Return whether token `i` is a particle that denies a verb, or begins with one: nu a fost, non si."""
    if case.context.means(i, ("not<",), ("on",)):
        return True
    first, *others = case.tokens[i].text.split(" ")
    spoken = languages_of(lexicon().senses(first).get("not<", "")) if others else frozenset()
    other = case.context.knows(i) and not case.context.has(i, "negated<")
    return not other and not spoken.isdisjoint(case.context.languages or ())


def condition(case: Case) -> int | None:
    """Return the word that makes a date a mere condition: if, anywhere before it in its clause; (example) behind it."""
    for i in _before(case):
        of_few = case.context.languages is None and MAJOR.isdisjoint(
            languages_of(case.tokens[i].senses.get("if<", ""))
        )  # ja is if in Latvian
        parted = any(
            not role for role in case.roles[i + 1 : case.context.first]
        )  # če bo 25. junija: no Thursday
        said = not of_few and case.context.means(i, ("if<",), ("weekday", "month", "day")[parted:])
        if said and not _is_numbered(case, i):
            return i
    for i in behind(case):
        if not _is_numbered(case, i) and case.context.means(i, ("if>",), ("weekday", "month")):
            return i
    return None


def _is_numbered(case: Case, i: int) -> bool:
    """Return whether a number stands behind a word, or a word for one: sample 417, numune no 417."""
    other = case.context.has_number(i + 1) and i + 1 not in case.context.used
    noun = case.context.means(i + 1, ("count<", "number<"), ("label", "on", "connector"))
    return other or (noun and case.context.has_number(i + 2))


def unknown_part(case: Case) -> int | None:
    """Return the word for a field behind a date that is said to be unknown: 5 May 2018 (year unknown)."""
    for i in behind(case):
        if case.context.has(i, "field") and any(case.context.has(j, "unknown>") for j in (i - 1, i + 1)):
            return i
    return None


def counted_from(case: Case) -> int | None:
    """Return the word for what is counted from a date: years or an amount; None for nothing."""
    years = _years(case)
    return _amount(case) if years is None else years


def _years(case: Case) -> int | None:
    """Return the word for years that somebody has counted from a date: 70 ans du 8 mai 1945, 8 May 1945 - 70 years.

    What a comma parts is somebody's age.
    """
    context = case.context
    if not (context.target.day and context.target.year):
        return None
    i = context.first - 1
    while i > 0 and (case.roles[i] in ("label", "connector") or case.tokens[i].text == "-"):
        if context.has(i, "unit:year") or case.tokens[i].text in ",.":
            break
        i -= 1
    if i > 0 and context.has(i, "unit:year") and context.has_number(i - 1):
        return i
    i = context.last + 1
    while i < len(case.tokens) and case.roles[i] == "connector" and not is_sign(context, i, ",-"):
        i += 1
    counted = is_sign(context, i, "-") and context.has_number(i + 1) and context.has(i + 2, "unit:year")
    return i + 2 if counted and i + 3 == len(case.tokens) else None


def _amount(case: Case) -> int | None:
    """Return the unit of an amount that is counted in the clause of a date: ten days after receipt of ours of 9 May."""
    context = case.context
    for i in _before(case):
        if case.tokens[i].text in OPENING or case.tokens[i].text == "," or not i:
            return None
        amount = context.has_number(i - 1) or context.has(i - 1, "day")
        bound = context.has(i, *UNITS) and context.has(i + 1, "after<", "before<", "offset<")
        if amount and (bound or context.has(i, "offset<")):
            return i
    return None
