"""Rules on what a reading leaves out: a text that names a day is no month, one that names a year has one."""

from functools import cache

from datenorm.dates.calendar import LAST_DAY, MONTHS, precision, weekday
from datenorm.judging.roles.context import CLAIMED, is_sign, joints_of
from datenorm.judging.roles.counted import counted_before
from datenorm.judging.rules.case import Case
from datenorm.judging.rules.eras import is_era
from datenorm.text.lexicon import NOTHING, Senses, values_in
from datenorm.text.names import is_number_alone, weekdays_in
from datenorm.text.numerals import day_words
from datenorm.text.roman import roman_number
from datenorm.text.tokens import fold

WEEK = 7  # days
LAST = -1  # in words
MONTH = 2  # what a word for a field means by it
FEW = 2  # tokens between a date and a word for its year
NEAR = 6  # tokens between a month and what may be its day
FIRST_MODERN, LAST_MODERN = 1400, 2099
FIRST_YEAR, LAST_YEAR = 1000, 2199  # of a second year that stands alone in four digits
LONGEST_DAY, RUN = 2, 6  # digits; of a day, and of a day, hours and minutes
LAST_HOUR, SIXTY = 24, 60
HALVES_OF_A_DAY = ("am", "pm", "a m", "p m")
KNOWN = (*CLAIMED, "time", "zone", "offset")  # roles of numbers that are not something else's
SHORTEST_NUMBER_WORD = 3  # letters
BEGINNING = 5  # letters that tell a number in words from other words
SCANNED = frozenset("lio")  # letters that scanners read for 1 and 0


def lacking_day(case: Case) -> str | None:
    """Object to a month where a number, a number in words or a weekday beside it speaks of a day: 17 (29) May 1850.

    And to a year beside the number of a month: 13th month 2018.
    """
    target, context = case.context.target, case.context
    if not target.month:
        places = range(len(case.tokens))
        numbered = (i for i in places if _is_a_numbered_month(case, i) or _is_a_numeral(case, i))
        return next((f"{case.tokens[i].text!r} speaks of a month" for i in numbered), None)
    if target.day:
        return None
    if _may_be_of_no_year(case):
        return f"{target.year} may be its day"
    for i, token in enumerate(case.tokens):
        day = token.kind == "number" and _may_be_a_day(case, i)
        if (case.roles[i] in KNOWN and not day) or _distance(case, i) > NEAR:
            continue
        if day:
            return f"the number {token.text} may be its day"
        if token.kind != "word":
            continue
        if case.roles[i] not in KNOWN and _is_number_word(case, i):
            return f"{token.text!r} may be its day"
        named = context.has(i, "day name") and case.roles[i] == "weekday"
        if named or "day>" in token.senses or _is_a_day(case, i):
            return f"{token.text!r} speaks of a day"
    return None


def _may_be_of_no_year(case: Case) -> bool:
    """Return whether a hyphen joins a month's name to two digits that may be its day, and no order is told: Sep-05."""
    year, month = (case.context.claims.get(name, (-1,))[0] for name in ("year", "month"))
    joined = case.is_named and month < year == month + 2 and joints_of(case.context) == ["-"]
    return (
        joined
        and case.context.target.short_year
        and case.order is None
        and 0 < int(case.tokens[year].text) <= LAST_DAY
    )


def _is_a_numbered_month(case: Case, i: int) -> bool:
    """Return whether token `i` is the word for a month behind an ordinal number: 3rd month, 5e mois."""
    month = MONTH in values_in(case.tokens[i].senses.get("field", ""), case.context.languages)
    return month and case.context.has(i - 1, "ordinal") and case.context.has_number(i - 2)


def _is_a_numeral(case: Case, i: int) -> bool:
    """Return whether token `i` is a month in Roman numerals, which ends a text right behind its year: 2018. V."""
    plain = [j for j in range(case.context.last + 1, len(case.tokens)) if case.tokens[j].text != "."]
    return plain == [i] and 0 < (roman_number(case.tokens[i].text) or 0) <= MONTHS


def _is_a_day(case: Case, i: int) -> bool:
    """Return whether a word for a day stands there, which no number counts: every day in May, τελευταία μέρα."""
    counted = any(
        role in ("counted", "time") for role in (*case.roles[max(0, i - 1) : i], *case.roles[i + 1 : i + 2])
    )
    return "unit:day" in case.tokens[i].senses and case.context.has(i, "unit:day") and not counted


def _is_number_word(case: Case, i: int) -> bool:
    """Return whether a word is a number or an ordinal that leads to the date, or counts days: first of, last day."""
    token = case.tokens[i]
    said = "day" in token.senses or case.context.has(i, "nth")
    if not (said and len(token.text) >= SHORTEST_NUMBER_WORD) and not _is_like_a_number(case, i):
        return False
    return _leads_to(case, i) or not _senses(case, i + 1).keys().isdisjoint(("unit:day", "day>1"))


def _is_like_a_number(case: Case, i: int) -> bool:
    """Return whether a word is a Roman numeral up to 31, what a scanner makes of digits, or a day's in another case."""
    word = case.tokens[i].text
    if 0 < _numeral(word) <= LAST_DAY or (len(word) == LONGEST_DAY and set(word) <= SCANNED):
        return True
    begins = day_beginnings(case.language) if case.language and not case.roles[i] else frozenset[str]()
    return len(word) > BEGINNING and word[:BEGINNING] in begins


def _numeral(word: str) -> int:
    """Return the number that a Roman numeral of two letters or more is, 0 for any other word: an i may be in."""
    return (roman_number(word) or 0) if len(word) > 1 else 0


@cache
def day_beginnings(language: str) -> frozenset[str]:
    """Return how the words for days begin in a language: tizedik, the tenth in Hungarian, in any case.

    >>> "tized" in day_beginnings("hu"), "maand" in day_beginnings("nl")
    (True, False)
    """
    words = {fold(word) for row in day_words(language) for name in row for word in name.split()}
    return frozenset(
        word[:BEGINNING] for word in words if word[:BEGINNING].isalpha() and len(word) >= BEGINNING
    )


def _leads_to(case: Case, i: int) -> bool:
    """Return whether word `i` stands beside the date, or before it with nothing but connecting words between."""
    between = range(i + 1, case.context.first)
    return _distance(case, i) == 1 or (
        bool(between) and all(case.context.has(j, "connector") for j in between)
    )


def _may_be_a_day(case: Case, i: int) -> bool:
    """Return whether number `i` may be a day, or hold one, as 031430Z MAY: nothing names it, or days are counted."""
    token = case.tokens[i]
    if len(token.text) == RUN and i + 1 < len(case.tokens) and len(case.tokens[i + 1].text) == 1:
        return i + 2 == case.context.first and case.context.touches(i + 1)
    if len(token.text) > LONGEST_DAY or not 0 < int(token.text) <= LAST_DAY:
        return False
    behind = i + 2 if i + 1 < len(case.tokens) and case.tokens[i + 1].text == "." else i + 1
    return not case.roles[i] or (case.roles[i] not in CLAIMED and "unit:day" in _senses(case, behind))


def _senses(case: Case, i: int) -> Senses:
    return case.tokens[i].senses if i < len(case.tokens) else NOTHING


def _distance(case: Case, i: int) -> int:
    """Return how many tokens away from the date token `i` stands; 0 inside."""
    return max(case.context.first - i, i - case.context.last, 0)


def timed(case: Case) -> str | None:
    """Object to a month or a year beside a time of day, which is of a day, and to a year beside a weekday's name.

    9:10 May 2018, 12:05:2018, EST Wed of 1892. So to what may be a time itself: Dec 12:05:18, 9.05.18 pm.
    """
    target, context = case.context.target, case.context
    if _is_an_hour_of_more(case) or _are_hours(case):
        return f"{case.tokens[context.first].text!r} may be of a time"
    for i, role in enumerate(case.roles if not target.day else ()):
        named = role == "weekday" and not target.month and context.has(i, "day name")
        if (role == "time" or named) and _distance(case, i) <= len(":5"):
            return f"{case.tokens[i].text!r} beside it speaks of a day"
    return None


def _is_an_hour_of_more(case: Case) -> bool:
    """Return whether a colon joins the day of a date to a number: Dec 12:05:18; behind it, where a year follows."""
    context = case.context
    behind = context.last + 1
    joined = is_sign(context, behind, ":") and context.touches(behind) and context.touches(behind + 1)
    if is_sign(context, context.first - 1, ":") and context.has_number(context.first - 2):
        joined = context.touches(context.first) and context.touches(context.first - 1)  # 12:05:18 mar
        return joined and context.claims.get("day") == (context.first,)
    return joined and not context.target.year and context.claims.get("day") == (context.last,)


def _are_hours(case: Case) -> bool:
    """Return whether dots join short numbers beside a word for a time of day: 9.05.18 pm, saat 09.05.18, ώρα 9.05."""
    context = case.context
    numbers = [case.tokens[i].text for i in sorted(context.used)]
    short = all(number.isdecimal() and int(number) < SIXTY for number in numbers)
    if not short or set(joints_of(context)) != {"."} or int(numbers[0]) > LAST_HOUR:
        return False
    before, behind = context.first - 1, context.last + 1
    before -= is_sign(context, before, ".") and before > 0
    called = context.means(before, ("clock<",), ("bound<", "label", "connector", "weekday"))
    called |= context.means(before, ("hour<",), ("bound<", "weekday"))
    end = len(case.tokens) - is_sign(context, len(case.tokens) - 1, ".")
    half = behind == end - 1 and case.tokens[behind].text in HALVES_OF_A_DAY
    counted = context.means(behind, ("hour",), ("connector", "label", "weekday"))
    return called or half or counted or (len(numbers) == 2 and context.has(behind, "dayperiod"))


def lacking_year(case: Case) -> str | None:
    """Object to a date without a year beside a number or numeral that may be one: 23 May 20181, 17 settembre XIV."""
    target = case.context.target
    if target.year or not target.day:
        return None
    for i, token in enumerate(case.tokens):
        if is_era(case, i, sure=True) and _is_beside(case, i):
            return f"{token.text!r} makes a year of the number beside it"
        if case.context.has(i, "year", "of year") and _is_of_it(case, i) and not _comes_again(case):
            return f"{token.text!r} speaks of its year"  # 9 мая прошлого года
        plain = not case.roles[i] and is_number_alone(token) and len(token.text) >= BEGINNING
        if plain and _distance(case, i) <= NEAR:
            return f"{token.text!r} may be its year"  # le 2 mai, de notre règne le douzième
        if case.roles[i] in KNOWN or not _stands_at(case, i):
            continue
        if token.kind == "number" and len(token.text) > LONGEST_DAY:
            return f"the number {token.text} may be its year"
        if (_numeral(token.text) or "day" in token.senses) and token.kind == "word" and not case.roles[i]:
            return f"{token.text!r} may be its year"
    return None


def _is_beside(case: Case, i: int) -> bool:
    """Return whether token `i` stands directly before or behind a date."""
    return i in (case.context.first - 1, case.context.last + 1)


def _is_of_it(case: Case, i: int) -> bool:
    """Return whether a word for a year is near, or only words that nobody knows part it from the date: its numerals."""
    between = range(case.context.last + 1, i) or range(i + 1, min(i + 1 + FEW, case.context.first))
    unknown = all(case.tokens[j].kind == "word" and not case.roles[j] for j in between)
    return _distance(case, i) <= FEW or (bool(between) and unknown)


def _comes_again(case: Case) -> bool:
    """Return whether a word makes a date come every year."""
    return any(case.context.has(i, "every<", "every>") for i in range(len(case.tokens)))


def _stands_at(case: Case, i: int) -> bool:
    """Return whether token `i` stands beside the date, a comma or a word like of between: 23 de mayo de dos mil."""
    behind = i == case.context.last + 2
    joined = case.roles[i - 1] in ("connector", "label") and case.context.has(i - 1, "connector")
    word = case.tokens[i].kind == "word" and is_sign(case.context, i - 1, ",")
    return _distance(case, i) == 1 or (behind and (joined or word))


def another_year(case: Case) -> str | None:
    """Object to a second year that stands alone: built 1890, closed 17 September 1952; 14 June 1719 [recte 1720]."""
    year = case.context.target.year
    written_by_a_program = case.strength == "strong" and not case.is_named  # 2018-05-09 12:00 ERROR 1998
    for i in () if written_by_a_program else case.left():
        digits = case.tokens[i].text
        if case.tokens[i].kind != "number" or digits.endswith(year) or year.endswith(digits):
            continue
        if _is_short_year(case, i):
            return f"'{digits} may be another year"
        no_year = _is_part_of_a_code(case, i) or _is_an_hour(case, i) or _is_of_a_word(case, i)
        if may_be_a_year(digits) and not no_year:
            return f"{digits} may be another year"
    return None


def _is_short_year(case: Case, i: int) -> bool:
    """Return whether an apostrophe makes number `i` a year of two digits, and no decade: 5 May 2018 '19, not '80s."""
    context = case.context
    apostrophe = is_sign(context, i - 1, "'") and context.touches(i) and not context.touches(i - 1)
    return apostrophe and len(case.tokens[i].text) == len("19") and not context.touches(i + 1)


def may_be_a_year(digits: str) -> bool:
    """Return whether digits are a year that a text may name beside another."""
    return len(digits) == 4 and FIRST_YEAR <= int(digits) <= LAST_YEAR


def _is_of_a_word(case: Case, i: int) -> bool:
    """Return whether a word that nobody knows stands before a number that is no year of modern times: pliego 1142."""
    named = i > 0 and case.tokens[i - 1].kind == "word" and not case.tokens[i - 1].senses
    return named and not FIRST_MODERN <= int(case.tokens[i].text) <= LAST_MODERN


def _is_part_of_a_code(case: Case, i: int) -> bool:
    """Return whether something that is no bracket and no comma touches number `i`: VI 2007-1085."""
    context, tokens = case.context, case.tokens
    beside = [j for j, touching in ((i - 1, context.touches(i)), (i + 1, context.touches(i + 1))) if touching]
    return any(tokens[j].kind != "sign" or tokens[j].text in "-/_#.:" for j in beside if 0 <= j < len(tokens))


def _is_an_hour(case: Case, i: int) -> bool:
    """Return whether something beside number `i` makes it hours and minutes: @ 1407, 1355 hrs."""
    context = case.context
    return (
        (i > 0 and case.tokens[i - 1].text == "@")
        or context.has(i - 1, "clock<")
        or context.has(i + 1, "hour", "zone")
    )


def joined_elsewhere(case: Case) -> str | None:
    """Object to a year or day that a sign joins to a number of something else: Ley 3/2018, de 5 de diciembre."""
    context, tokens = case.context, case.tokens
    for name in ("year", "day") if case.is_named else ():
        group = context.claims.get(name, ())
        for sign, other in ((group[0] - 1, group[0] - 2), (group[-1] + 1, group[-1] + 2)) if group else ():
            if not (context.has_number(other) and tokens[sign].text in ("/", "-")):
                continue
            named = counted_before(context, case.roles, min(group[0], other))
            if case.roles[other] in KNOWN and not named:
                continue
            if context.touches(max(sign, group[0])) and context.touches(max(other, sign)):
                return f"{tokens[group[0]].text} is joined to the number {tokens[other].text}"
    return None


def weekday_inside(case: Case) -> str | None:
    """Object to a weekday between day and month that the date does not fall on: 2º domingo de mayo de 2018.

    And to one before it that is said to be another one of its month: second Monday, 7 May 2018.
    """
    context = case.context
    if "day" not in context.claims:
        return None
    for i in range(1, context.first if precision(case.iso) == "day" else 0):
        said = values_in(case.tokens[i - 1].senses.get("nth", ""), context.languages)
        numbered = case.roles[i] == "weekday" and context.has(i, "day name") and said
        if numbered and LAST not in said and (int(case.iso[-2:]) - 1) // WEEK + 1 not in said:
            return f"{case.tokens[i - 1].text!r} makes it another {case.tokens[i].text} of its month"
    day = context.claims["day"][0]
    if not context.target.year:
        row = [case.roles[day + 1 : day + 2], case.roles[day + 2 : day + 3]]
        counted = row == [["ordinal"], ["weekday"]] and context.has(day + 2, "day name")
        return f"{case.tokens[day + 2].text!r} is one of several in a month" if counted else None
    if precision(case.iso) != "day":
        return None
    if not (case.is_named or case.roles[day - 1 : day] == ["ordinal"]):
        return None
    first, last = sorted((day, context.claims["month"][0]))
    behind = day + 2 if day + 1 < len(case.tokens) and case.tokens[day + 1].text == "." else day + 1
    for i in (*range(first + 1, last), behind):
        if context.has(i, "day name") and case.roles[i] == "weekday" and not _falls_on(case, i):
            return f"{case.tokens[i].text!r} stands inside of it, and it falls on another day"
    return None


def _falls_on(case: Case, i: int) -> bool:
    return weekday(case.iso) in weekdays_in(case.tokens[i : i + 1])
