"""Expression: one way to take a text apart. And the cuts that all forms make in a text."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from datenorm.dates.months import is_of_another_calendar
from datenorm.dates.values import Value
from datenorm.judging.spelled import languages_of_month, months_of
from datenorm.rewriting.page import NO_SENSES, Page
from datenorm.text.lexicon import MAJOR, languages_of
from datenorm.text.roman import small_number
from datenorm.text.spelling import is_cut_month

# Senses of words that join dates or govern them.
JOINTS = (
    "to",
    "and",
    "or",
    "from<",
    "between<",
    "before<",
    "after<",
    "before>",
    "after>",
    "about<",
    "about>",
)
GOVERNING = ("before", "after", "about", "perhaps", "early", "mid", "late")
GOVERNS = {side: frozenset(name + side for name in GOVERNING) for side in "<>"}
# Senses that say nothing of a date's form.
BESIDE = frozenset(("weekday", "clock", "clock<", "dayperiod", "count<", "count>", "street", "doubtful"))
BEFORE, COMMON = "calendar:before", "calendar:common"
OTHERS = ("dayperiod", "hour", "count>", "period:week")  # what a word for the common era may be besides
ROMAN_MONTHS = ("pl", "hu")  # languages that write 3 V 1791, and have no centuries behind a number there
LONGEST_YEAR = 4  # digits
JOINING, BRACKETS = "-~→", "()[]"
CUTS = ("_", "?", "*", "x", "u", "#")  # for digits of a year


Build = Callable[[Sequence[Value]], Value | None]


class Expression(NamedTuple):
    """A form that a text may have. inner: texts that are to be read; build: makes the whole of what they say.

    build is given one value for each of `inner` and returns None where they make nothing together. rewritten: whether
    numbers of `inner` are not the text's own, so that warnings about them say nothing. counts: whether it counts days
    of our calendar.
    """

    inner: tuple[str, ...]
    build: Build
    rewritten: bool = False
    counts: bool = False

    @property
    def is_of_ours(self) -> bool:
        """Whether what it makes can be of no calendar but ours."""
        return self.counts or self.rewritten or not self.inner

    @classmethod
    def of(cls, value: Value | None) -> "list[Expression]":
        """Return what needs no reading at all; nothing where there is no value."""
        return [cls((), lambda _: value)] if value else []


def cut(page: Page, first: int, last: int) -> str:
    """Return the text of tokens `first` to `last`, both included; '' for none."""
    return page.text[page.tokens[first].start : page.tokens[last].end] if first <= last else ""


def is_prose(page: Page) -> bool:
    """Return whether a word that has no part in any form stands inside, or at both ends: such texts are left alone."""
    words = [i for i, token in enumerate(page.tokens) if token.kind == "word"]
    spoken = languages_in(page)
    own = None if spoken is None else spoken | {"en"}
    strangers = [i for i in words if set(page.tokens[i].text) - set("ux") and not _is_known(page, i, own)]
    return len(strangers) > 1 or (bool(strangers) and strangers[0] not in (words[0], words[-1]))


def _is_known(page: Page, i: int, languages: frozenset[str] | None) -> bool:
    """Return whether token `i` may belong to a form in one of these languages, None for all."""
    meant = [languages_of(said) for kind, said in page.tokens[i].senses.items() if kind not in BESIDE]
    if is_of_another_calendar(page.tokens[i]) or (page.has(i, "dayperiod") and page.is_number(i - 1)):
        return True
    if (page.weekdays or page.language) and page.has(i, "weekday"):
        return True
    known = is_month(page, i) or any(languages is None or not found.isdisjoint(languages) for found in meant)
    return known or numeral(page, i) is not None


def without(page: Page, places: Iterable[int]) -> str:
    """Return the text without these tokens, and without hyphens that joined them to the rest; its spaces in order."""
    gone = set(places)
    gone |= {i + 1 for i in gone if is_prefixed(page, i)}
    pieces, at = [], 0
    for i in sorted(gone):
        pieces.append(page.text[at : page.tokens[i].start])
        at = page.tokens[i].end
    return " ".join(" ".join([*pieces, page.text[at:]]).split())


def is_prefixed(page: Page, i: int) -> bool:
    """Return whether token `i` is a word that a hyphen joins to what is behind it: כ-1948."""
    return (
        page.tokens[i].kind == "word"
        and page.is_sign(i + 1, "-")
        and page.touches(i + 1)
        and page.touches(i + 2)
    )


def is_month(page: Page, i: int) -> bool:
    """Return whether token `i` names a month beside other parts of a date."""
    return i in months_in(page)


@lru_cache(maxsize=64)  # every form asks
def months_in(page: Page) -> frozenset[int]:
    """Return the tokens of a text that name months."""
    return frozenset(i for i in range(len(page.tokens)) if _names_month(page, i))


def _names_month(page: Page, i: int) -> bool:
    if page.tokens[i].kind != "word":
        return False
    if page.language and not page.has(i, *page.tokens[i].senses):
        return is_cut_month(page.tokens[i].text, page.language)
    if _is_a_roman_month(page, i):
        return True
    if page.has(i, *JOINTS) and not speaks_english(page, i, "full", "month"):
        return False
    if (
        page.has(i, "connector")
        and not page.language
        and MAJOR.isdisjoint(languages_of_month(page.tokens[i]))
    ):
        return False  # des is December in small languages
    if page.has(i, "full", "month") or page.language in languages_of_month(page.tokens[i]):  # de mayo
        return bool(months_of(page.tokens[i], page.language))
    return page.has(i, "doubtful") and not page.has(i, "label", "dayperiod")  # 3 pm


def _is_a_roman_month(page: Page, i: int) -> bool:
    """Return whether token `i` is a Roman numeral in the place of a month, and so nothing else: 5.V.2018, 5 V 2018."""
    if not page.has(i, "roman"):
        return False
    if page.is_sign(i + 1, ".-/") and page.is_sign(i - 1, ".-/"):
        return page.language is None or not page.has(i, "period:week")
    apart = not page.touches(i) and page.is_number(i - 1, 1, 2)
    whole = page.is_number(i + 1, LONGEST_YEAR) or not page.has(i, *JOINTS)  # not in 5 i 7 V 2018
    return apart and whole and _writes_roman_months(page)


@lru_cache(maxsize=64)
def _writes_roman_months(page: Page) -> bool:
    """Return whether numerals behind numbers are months: in languages that write so, or as one of a whole date is."""
    if page.language:
        return page.language in ROMAN_MONTHS
    numerals = (i for i in range(len(page.tokens)) if page.has(i, "roman"))
    return any(page.is_number(i - 1, 1, 2) and page.is_number(i + 1, LONGEST_YEAR) for i in numerals)


@lru_cache(maxsize=64)
def eras_in(page: Page) -> Mapping[int, bool]:
    """Return the tokens of a text that say an era of ours, and whether it is the one before Christ.

    What names our calendar and no era, new style, makes no year of two digits a whole one.
    """
    others = OTHERS if page.language else (*OTHERS, "title<")  # ms is Turkish, and much else
    words = [i for i, token in enumerate(page.tokens) if token.kind == "word" and page.has(i, BEFORE, COMMON)]
    short = [
        i for i in words if page.has(i, "style") and any(page.is_number(j, 1, 2) for j in beside(page, i))
    ]
    eras = [
        i
        for i in words
        if page.has(i, BEFORE) or not (i in short or page.has(i, *others) or _is_a_label(page, i))
    ]
    return {i: page.has(i, BEFORE) for i in eras}


def _is_a_label(page: Page, i: int) -> bool:
    """Return whether an era that leads to dates in some language does so here: 12 ce mois, ce 3 mai."""
    behind = i + 2 if page.is_number(i + 1) and not page.is_number(i - 1) else i + 1
    return page.has(i, "label") and behind < len(page.tokens) and page.tokens[behind].kind == "word"


def beside(page: Page, i: int) -> Iterator[int]:
    """Yield the tokens before and behind an era that only a unit or a sign parts from it."""
    for step in (-1, 1):
        j = i + step
        while page.has(j, "year>", "year", "connector") or page.is_sign(j, ".,("):
            j += step
        yield j


def speaks_english(page: Page, i: int, *kinds: str) -> bool:
    """Return whether token `i` has one of these senses in the told language, or in English where none is told."""
    senses, home = page.tokens[i].senses, page.language or "en"
    return any(home in languages_of(senses[kind]) for kind in kinds if kind in senses)


def holds_date(page: Page, first: int, last: int) -> bool:
    """Return whether a number or a month stands among tokens `first` to `last`."""
    return any(
        page.is_number(i) or is_month(page, i) or is_period(page, i) or is_of_another_calendar(page.tokens[i])
        for i in range(first, last + 1)
    )


def numeral(page: Page, i: int) -> int | None:
    """Return the number that token `i` is, in words or Roman digits: nineteenth, xix, xviiie; None for any other."""
    if page.tokens[i].kind != "word":
        return None
    return page.value(i, "day") or small_number(page.tokens[i].text)


def is_period(page: Page, i: int) -> bool:
    """Return whether token `i` names a season, a quarter, a century or the like in a language of the text."""
    kinds = ("season", "quarter", "half", "decade", "century")
    return speaks(page, i, "quarter<", *(f"period:{kind}" for kind in kinds))


def is_light(page: Page, i: int) -> bool:
    """Return whether token `i` says nothing of its own beside a date: a label, a connecting word, a plain sign."""
    if page.tokens[i].kind == "sign":
        return page.tokens[i].text in ".,:;'\"()[]-"
    if page.has(i, "bound<", "negated<"):
        return False
    return is_ordinal(page, i) or page.has(i, "label", "connector", "article", "year", "year>")


def is_ordinal(page: Page, i: int) -> bool:
    """Return whether token `i` may be the ending of an ordinal number, and does not join two ends: to."""
    return page.has(i, "ordinal") and not page.has(i, "to")


def is_unknown_end(page: Page, i: int) -> bool:
    """Return whether token `i` is a question mark that stands for an end of a range: 1890 - ?, [?]-1890, 1890-????.

    Two or three that touch the dash are a month: 1890-??.
    """
    if not page.is_sign(i, "?"):
        return False
    first = last = i
    while page.is_sign(first - 1, "?") and page.touches(first):
        first -= 1
    while page.is_sign(last + 1, "?") and page.touches(last + 1):
        last += 1
    marks = last - first + 1
    while page.is_sign(first - 1, BRACKETS):
        first -= 1
    while page.is_sign(last + 1, BRACKETS):
        last += 1
    begins = all(page.has(j, "from<", "between<") for j in range(first))
    joint, other = (last + 1, last + 2) if begins else (first - 1, first - 2)
    ends = begins or last == len(page.tokens) - 1
    if not (ends and min(joint, other) >= 0 and max(joint, other) < len(page.tokens)):
        return False
    touching = page.touches(max(i, joint)) if abs(joint - i) == 1 else page.touches(max(first, joint))
    inside = page.touches(joint) and page.touches(joint + 1) and page.text.count(page.tokens[joint].text) > 1
    short = page.is_number(other, 3) or (page.is_number(other, 2) and not page.touches(other))
    cut = page.touches(max(joint, other)) and (short or page.tokens[other].text in CUTS)  # 186-?
    blank = marks >= LONGEST_YEAR and not any(
        page.is_number(j, LONGEST_YEAR) for j in range(len(page.tokens))
    )
    while page.is_sign(other, BRACKETS):
        other += 1 if begins else -1
    cut = cut or blank or page.is_sign(other, "?")
    joins = page.is_sign(joint, JOINING) or speaks(page, joint, "to")
    return joins and not (inside or cut or (touching and marks in (2, 3)))


@lru_cache(maxsize=64)
def languages_in(page: Page) -> frozenset[str] | None:
    """Return the languages of a text: the told one, or those of its months' names; None where nothing tells."""
    if page.language:
        return frozenset((page.language, "en", "*"))
    found = frozenset().union(*(languages_of_month(page.tokens[i]) for i in months_in(page)))
    return found | {"*"} if found else None


def speaks(page: Page, i: int, *kinds: str) -> bool:
    """Return whether token `i` has one of these senses in a language that the text may be in."""
    senses = page.tokens[i].senses if 0 <= i < len(page.tokens) else NO_SENSES
    if senses.keys().isdisjoint(kinds) or _is_a_roman_month(page, i):
        return False
    spoken = languages_in(page)
    return spoken is None or any(
        kind in senses and not languages_of(senses[kind]).isdisjoint(spoken) for kind in kinds
    )


def says(page: Page, i: int, side: str) -> frozenset[str]:
    """Return what token `i` says of the date behind it ('<') or before it ('>'): before, about, early and so on.

    In the told language, else in English, else in any: a word that means two things in other languages says both.
    """
    if page.kinds.isdisjoint(GOVERNS[side]):
        return frozenset()
    senses = page.tokens[i].senses if 0 <= i < len(page.tokens) else NO_SENSES
    spoken = languages_in(page)
    found = {
        name: languages_of(senses[name + side])
        for name in GOVERNING
        if name + side in senses
        and (spoken is None or not languages_of(senses[name + side]).isdisjoint(spoken))
    }
    for home in (page.language, "en"):
        said = frozenset(name for name, languages in found.items() if home in languages)
        if said:
            return said
    return frozenset(found)
