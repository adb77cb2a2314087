"""Rules on words: what nobody knows beside a weak form, and names that few languages have for a month."""

from collections.abc import Collection

from datenorm.dates.calendar import weekday
from datenorm.dates.targets import Target
from datenorm.judging.roles.context import joints_of
from datenorm.judging.rules.case import Case
from datenorm.judging.spelled import months_of
from datenorm.text.lexicon import MAJOR, languages_of
from datenorm.text.names import month_languages, months_differ, weekdays_in
from datenorm.text.spelling import EVERYWHERE, begins_month, is_between_months, may_mean
from datenorm.text.tokens import Token


def weak_among_words(case: Case) -> str | None:
    """Object to a weak form among words that nobody expects there.

    So to what may be a version right behind one, to a named day without a year right beside one, 31 Mars Hill, and to a
    year of two digits that one may count.
    """
    first, last = case.context.first, case.context.last
    if case.strength == "weak" or _is_short_and_alone(case):
        near: Collection[int] = range(len(case.tokens))
    elif _is_like_a_version(case):
        near = (first - 1, first - 2)
    elif _may_be_a_name(case):
        near = (first - 1, last + 1)
    elif (
        case.context.target.short_year and case.context.has_claimed("year", last) and "time" not in case.roles
    ):
        near = (last + 1,)  # 3 May 12 Eliz. I
    else:
        return None
    for i in case.left():
        if case.tokens[i].kind == "word" and i in near and not case.context.has(i, "every<", "every>"):
            return f"nobody knows what {case.tokens[i].text!r} does beside {_short(case)}"
    return None


QUOTES = (('"', '"'), ("「", "」"), ("『", "』"), ("《", "》"))


def title(case: Case) -> str | None:
    """Object to a date in quotes among words that nobody knows and that lead nowhere: Auden, "September 1, 1939".

    A colon leads to what is a date and nothing else, or has a day.
    """
    first, last = case.context.first, case.context.last
    for opening, closing in QUOTES:
        before = [i for i in range(first) if case.tokens[i].text == opening]
        behind = [i for i in range(last + 1, len(case.tokens)) if case.tokens[i].text == closing]
        if not before or not behind or (opening == closing and len(before) % 2 == 0):
            continue
        start, end = before[-1], behind[0]
        left = [i for i in case.left() if case.tokens[i].kind == "word"]
        plain = bool(case.context.target.day) or not any(start < i < end for i in left)
        led = start > 0 and (
            case.roles[start - 1] == "label" or (case.tokens[start - 1].text in ":=" and plain)
        )
        if not led and any(i < start or i > end for i in left):
            return "in quotes among other words it may be a title"
    return None


def _is_short_and_alone(case: Case) -> bool:
    """Return whether three numbers have a year of two digits, and no weekday, time of day or word like on with them."""
    before = case.context.first - 1
    told = {"time", "weekday"} & {*case.roles} or case.roles[before : before + 1] == ["label"]
    return case.context.target.short_year and not case.is_named and not told


def _may_be_a_name(case: Case) -> bool:
    """Return whether a day has a month's name and nothing else that dates have: a year, a weekday, a time of day."""
    return not (case.context.target.year or "weekday" in case.roles or "time" in case.roles)


def _is_like_a_version(case: Case) -> bool:
    """Return whether dots join numbers as in 2018.4.12 and 5.12.10, one of a single digit, where nothing was told."""
    context, tokens = case.context, case.tokens
    if case.order or case.language or joints_of(context) != [".", "."] or len(tokens[context.last].text) > 2:
        return False
    joined = all(context.touches(i) for i in range(context.first + 1, context.last + 1))
    return joined and any(len(tokens[i].text) == 1 for i in context.used)


def _short(case: Case) -> str:
    target = case.context.target
    if case.strength != "weak" and len(target.year) == len("2018") and not case.is_named:
        return "what may be a version"
    if case.misspelt:
        return "a misspelt date"
    if not target.month:
        return "a year alone"
    if not target.year:
        return "a date without a year"
    return "a date whose year has two digits" if target.short_year else "two numbers"


def between_months(case: Case) -> str | None:
    """Object to a misspelt name that is as near to another month: 23 Jnn 1911."""
    group = case.context.claims.get("month", ()) if case.misspelt else ()
    word = "".join(case.tokens[i].text for i in group)
    if (
        len(group) != 1
        or not word.isalpha()
        or months_of(case.tokens[group[0]], case.language)
        or _fits_its_weekday(case)
    ):
        return None
    told = (case.language,) if case.language else ()
    between = is_between_months(word, int(case.context.target.month), told)
    return f"{word!r} is as near to another month" if between else None


def _fits_its_weekday(case: Case) -> bool:
    """Return whether the text names the weekday that the date falls on."""
    whole = case.context.target.year and case.context.target.day
    return bool(whole) and weekday(case.iso) in weekdays_in(case.tokens)


def doubtful_name(case: Case) -> str | None:
    """Object to a short or doubtful name of a month of some language beside one number, where no language is told."""
    target = case.context.target
    if "month" not in case.context.claims:
        return None
    month = case.tokens[case.context.claims["month"][0]]
    if _is_a_person(case, case.context.claims["month"][0]):
        return f"{month.text!r} is a name behind a title"
    if case.language:
        return _numbers_things(month, case.language)
    if case.misspelt and not (target.day and target.year) and _is_short_word(month):
        return f"{month.text!r} beside one number may be no month"
    if (
        case.misspelt
        and len(month.text) <= FEW_LETTERS
        and _is_short_word(month)
        and not _is_near(month, target)
    ):
        return f"{month.text!r} is near to a month in few languages; tell the language"
    if said := _numbers_things(month, EVERYWHERE):
        return said
    if _is_an_everyday_word(month):
        return f"{month.text!r} is an everyday word, and a month in few languages; tell the language"
    if (target.day and target.year) or month.kind != "word" or "roman" in month.senses:
        return None
    return (
        None if _is_known(month, target) else f"{month.text!r} is a month in few languages; tell the language"
    )


FEW_LETTERS = 3  # of a misspelt name that says too little: ldi


def _is_near(month: Token, target: Target) -> bool:
    """Return whether a word can be the month's name in a major language, or begins its name in any: чер, ldi not."""
    number = int(target.month)
    return begins_month(month.text, number) or may_mean(month.text, number, sorted(MAJOR), abroad=False)


def foreign_layout(case: Case) -> str | None:
    """Object to an English word as another language's month in a layout of English, where none is told: Gen 3, 2018."""
    claims, target = case.context.claims, case.context.target
    if case.language or not (
        target.day and target.year and claims["month"][0] < claims["day"][0] < claims["year"][0]
    ):
        return None
    month = case.tokens[claims["month"][0]]
    if EVERYWHERES.isdisjoint(languages_of(month.senses.get("word", ""))) or "full" in month.senses:
        return None
    named = month_languages([case.tokens[i] for i in claims["month"]]).keys()
    told = any(one & named and "en" not in one for one in _languages_beside(case))
    said = f"{month.text!r} is no month in English, whose layout this is; tell the language"
    return said if named and "en" not in named and not told else None


# Senses of words beside a month that tell its language.
TELLING = ("weekday", "dayperiod", "calendar:common", "clock<", "connector")


def disputed_name(case: Case) -> str | None:
    """Object to a month read as small languages alone have its name, where others mean another and nothing tells which.

    Words beside it tell: `24 kas 1987` is November in Turkish, May in Taita.
    """
    claimed = case.context.claims.get("month", ())
    named = month_languages([case.tokens[i] for i in claimed])
    own = frozenset(name for name, months in named.items() if int(case.context.target.month) in months)
    if case.language or not own or not months_differ(named) or not MAJOR.isdisjoint(own):
        return None
    others = named.keys() - own
    spoken = _languages_beside(case)
    if any(one & own and others.isdisjoint(one) for one in spoken):
        return None
    return f"{case.tokens[claimed[0]].text!r} is another month in other languages; tell the language"


def _languages_beside(case: Case) -> list[frozenset[str]]:
    """Return the languages of each word beside the month that tells its language."""
    claimed = case.context.claims["month"]
    return [
        languages_of(token.senses[kind])
        for i, token in enumerate(case.tokens)
        for kind in TELLING
        if kind in token.senses and i not in claimed
    ]


def _is_an_everyday_word(month: Token) -> bool:
    """Return whether a word is one of English, or a first name, and a month in small languages alone: few, can."""
    if EVERYWHERES.isdisjoint(languages_of(month.senses.get("word", ""))):
        return False
    known = [month.senses[kind] for kind in ("month", "full", "doubtful") if kind in month.senses]
    return MAJOR.isdisjoint(frozenset().union(*map(languages_of, known)))


def _is_a_person(case: Case, i: int) -> bool:
    """Return whether a title stands before the word that claims the month: Mr August 12."""
    before = i - 2 if i and case.tokens[i - 1].text == "." else i - 1
    return case.tokens[i].kind == "word" and case.context.means(before, ("title<",), ("weekday", "month"))


def _is_known(month: Token, target: Target) -> bool:
    """Return whether a name is a month to many, or nothing else than a month."""
    sure = "month" in month.senses or "full" in month.senses
    known = languages_of(month.senses.get("month") or month.senses.get("full") or "") if sure else frozenset()
    long = len(month.text) > 4
    if "en" in known or len(known) > 3 or (sure and (long or not month.text.isascii())):
        return True
    nothing_else = sure and not set(month.senses) & OTHER_MEANINGS
    full = len(month.text) > 3 and "full" in month.senses
    return bool(nothing_else and (len(target.year) == 4 or full)) or (not sure and long)


def _numbers_things(month: Token, language: str) -> str | None:
    """Return what speaks against a word that numbers things in a language, and is a month in others alone: No. 5."""
    numbers = language in languages_of(month.senses.get("count<", ""))
    months = languages_of(month.senses.get("month", "")) | languages_of(month.senses.get("full", ""))
    if numbers and "roman" not in month.senses and language not in months:
        return f"{month.text!r} numbers things; tell the language if it is a month"
    return None


def _is_short_word(token: Token) -> bool:
    """Return whether a token is a word that is no name of a month, and too short to be sure what it was meant to be."""
    return token.kind == "word" and not months_of(token) and len(token.text) <= 5


EVERYWHERES = frozenset((EVERYWHERE, "*"))

OTHER_MEANINGS = frozenset(
    ("bound<", "label", "connector", "weekday", "or", "and", "to", "count<", "clock<", "dayperiod")
)
