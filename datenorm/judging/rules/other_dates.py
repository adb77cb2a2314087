"""Rules on other dates in a text: a second month, a number that is joined to the date."""

from datenorm.dates.calendar import LAST_DAY
from datenorm.judging.roles.context import CLAIMED
from datenorm.judging.roles.marks import CLOSING, COMMA_LIKE, OPENING
from datenorm.judging.rules.case import Case
from datenorm.judging.rules.lacking import LONGEST_DAY
from datenorm.judging.spelled import days_of, months_of, roman_months
from datenorm.text.lexicon import FIRST_UNSPACED, languages_of
from datenorm.text.names import is_number_alone
from datenorm.text.spelling import begins_month, is_cut_month

SHORTEST_CUT = 4  # letters of a month's name that has lost the others
SHORTEST_PLAIN = 6  # letters of a month's full name that is hardly a word of any other language


def another_month(case: Case) -> str | None:
    """Object to a full month name whose month is not the answered one, and to an abbreviation beside a number.

    So to two Roman numerals beside a year, whatever else their letters mean.
    """
    month = int(case.context.target.month or 0)
    if months := roman_months(case.tokens):
        return f"{case.tokens[months[0]].text!r} and {case.tokens[months[1]].text!r} may be two months"
    for i in case.left():
        token = case.tokens[i]
        if token.kind != "word":
            continue
        meant = months_of(token, case.language)
        if month and month not in meant and _is_joined_by_a_lesser_name(case, i):
            return f"{token.text!r} may be another month"
        if not meant or month in meant:
            continue
        beside = any(
            0 <= j < len(case.tokens) and case.tokens[j].kind == "number" for j in _neighbours(case, i)
        )
        linked = any(_is_link(case, j) for j in (i + 1, *_neighbours(case, i)))
        spoken = case.context.languages or {"en"}
        known = not spoken.isdisjoint(languages_of(token.senses.get("month", "")) - {"*"})
        known = known or _is_linked_to_a_month(case, i)
        sure = known or len(token.text) > 3 or token.text[0] > FIRST_UNSPACED
        plain = not case.language and "full" in token.senses and len(token.text) >= SHORTEST_PLAIN
        if plain or (
            sure and (case.context.has(i, "full") or (case.context.has(i, "month") and (beside or linked)))
        ):
            return f"{token.text!r} is another month"
    return None


def _is_joined_by_a_lesser_name(case: Case, i: int) -> bool:
    """Return whether a doubtful or cut name of the told language is joined to the month: august to des, янва по мая."""
    word, language = case.tokens[i], case.language
    if not language or not _is_linked_to_a_month(case, i):
        return False
    spoken = {kind for kind, meant in word.senses.items() if language in languages_of(meant)}
    cut = not spoken and len(word.text) >= SHORTEST_CUT and is_cut_month(word.text, language)
    return spoken == {"doubtful"} or (cut and not begins_month(word.text, int(case.context.target.month)))


def _is_linked_to_a_month(case: Case, i: int) -> bool:
    """Return whether a sign or a word alone stands between token `i` and the claimed month: maj + november."""
    return any(case.context.has_claimed("month", i + way) and _is_link(case, i + way // 2) for way in (-2, 2))


def _neighbours(case: Case, i: int) -> tuple[int, int]:
    """Return the tokens beside token `i`, full stops left out."""
    before, after = (0 <= j < len(case.tokens) and case.tokens[j].text == "." for j in (i - 1, i + 1))
    return i - 2 if before else i - 1, i + 2 if after else i + 1


LENGTHS = (1, 2, 4, 8)  # digits of a day or month, of a year, of a whole date
FARTHEST = 4  # tokens between the first day of a range and its last
LINKS = frozenset("-/~&(+")

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
        if len(token.text) not in LENGTHS:
            continue
        if any(_names_month(case, j) for j in (i - 1, i + 1)) or (
            i + 2 < len(case.tokens) and case.tokens[i + 1].text in ".," and _names_month(case, i + 2)
        ):
            return f"the number {token.text} may be another date"
    return (
        _another_run(case)
        or _nearer_day(case)
        or _from_to(case)
        or _more_of_the_day(case)
        or _another_in_words(case)
    )


def _another_run(case: Case) -> str | None:
    """Object to digits that a sign joins to as many, in which the whole date stands: 09092023-27092023."""
    first, last = case.context.first, case.context.last
    for sign, other in ((first - 1, first - 2), (last + 1, last + 2)):
        alike = case.context.has_number(other) and len(case.tokens[other].text) == len(
            case.tokens[first].text
        )
        if first == last and alike and _is_link(case, sign):
            return f"the number {case.tokens[other].text} is joined to it"
    return None


def _another_in_words(case: Case) -> str | None:
    """Object to a number in words that a word joins to the date: mil neuf cent onze ou douze.

    And to one beside the day in a bracket that is another: fifth (6th) May.
    """
    context = case.context
    for i in case.left():
        bracketed = case.tokens[i + 1 : i + 2] and case.tokens[i + 1].text in OPENING
        if bracketed and context.has_claimed("day", i + 2) and days_of(case.tokens[i], case.language):
            if int(context.target.day) not in days_of(case.tokens[i], case.language):
                return f"{case.tokens[i].text!r} is another day"
            continue
        joined = any(
            context.has(i + way, *LINK_WORDS)
            and i + 2 * way in context.used
            and case.tokens[i + way].kind == "word"
            for way in (-1, 1)
        )
        if joined and is_number_alone(case.tokens[i]):
            return f"{case.tokens[i].text!r} is joined to it"
    return None


def _more_of_the_day(case: Case) -> str | None:
    """Object to a second number in words at the one that the day is: third and fourth, fem og tyvende, tjugo femte."""
    day = case.context.claims.get("day", ())
    if len(day) != 1 or case.tokens[day[0]].kind != "word":
        return None
    for i in case.left():
        token = case.tokens[i]
        between = range(min(i, day[0]) + 1, max(i, day[0]))
        near = len(between) < 2 and all(_is_link(case, j) for j in between)
        if near and len(token.text) > LONGEST_DAY and days_of(token, case.language):
            return f"{token.text!r} may be a part of its day, or another day"
    return None


def _nearer_day(case: Case) -> str | None:
    """Object to a number at the month's name that may be its day, where another one is taken: 12 Apr 2019 07."""
    context = case.context
    day, month = context.claims.get("day", ()), context.claims.get("month", ())
    if not (len(day) == len(month) == 1 and case.is_named and context.has_number(day[0])):
        return None
    i, year = month[0] - 1, context.claims.get("year", (-1,))[0]
    near = context.has_number(i) and i not in context.used and case.roles[i] == "counted"
    if near and len(case.tokens[i].text) in LENGTHS and month[0] < year < day[0]:
        return f"the number {case.tokens[i].text} may be its day"
    return None


def _from_to(case: Case) -> str | None:
    """Object to a number that begins a range of days, whatever it looks like: с 9 на 10 ноября."""
    if case.context.claims.get("day") != (case.context.first,):
        return None
    words = 0
    for i in range(case.context.first - 1, max(0, case.context.first - 1 - FARTHEST), -1):
        token = case.tokens[i]
        if token.kind == "number":
            begins = words and case.context.has(i - 1, "between<", "from<", "night<") and len(token.text) < 3
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
        and case.context.has(j, "month", "full", "doubtful", "roman")
        and bool(months_of(case.tokens[j], case.language))
    )


def _is_bracketed(case: Case, j: int) -> bool:
    """Return whether token `j` opens a bracket that the whole date stands in: Order 15/1997 (18 January 1997)."""
    if case.tokens[j].text not in OPENING or j > case.context.first:
        return False
    return not any(token.text in CLOSING for token in case.tokens[j : case.context.last])


def _may_stand(case: Case, i: int, j: int) -> bool:
    """Return whether number `i` can stand beside the claimed token `j`: 36 is no day, in 46.36 - 28 May."""
    digits = case.tokens[i].text
    if len(digits) > LONGEST_DAY or j < i + 2:
        return True
    if case.context.has_claimed("day", j):
        return 0 < int(digits) <= LAST_DAY
    touching = all(case.context.touches(k) for k in range(i + 1, j + 1))
    return touching or not case.context.has_claimed("year", j)  # 12-2018, but not: page 12 - 2018.05.09


def _is_light(case: Case, j: int, weekdays: bool) -> bool:
    """Return whether token `j` does not part what stands before it from what stands behind.

    weekdays: whether there are two of them, one for each end of a range.
    """
    if case.tokens[j].text in COMMA_LIKE:
        return weekdays and "weekday" in case.roles[max(j - 1, 0) : j + 2]
    return case.roles[j] in ("ordinal", "connector", "sign") or (weekdays and case.roles[j] == "weekday")


def _linked(case: Case, i: int) -> bool:
    """Return whether a sign or a word joins number `i` with a claimed token, and nothing of weight is between."""
    if len(case.tokens[i].text) not in LENGTHS:
        return False
    weekdays = sum(role == "weekday" for role in case.roles) > 1
    for step in (-1, 1):
        j, joined = i + step, False
        while 0 <= j < len(case.tokens):
            if case.roles[j] in CLAIMED:
                return joined and _may_stand(case, i, j)
            light = _is_light(case, j, weekdays)
            if step > 0 and _is_bracketed(case, j) and i:
                break  # what stands before a bracket is no part of the date in it
            if _is_link(case, j):
                joined = True
            elif not light:
                break
            j += step
    return False
