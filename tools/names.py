"""Names of CLDR that are nothing else beside a date, and those that may be: what the lexicon is made of."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from datenorm.languages.customs import LAYOUTS, MONTH_ROWS, NAMES_BEYOND
from datenorm.languages.layouts import strip_diacritics
from datenorm.languages.locales import LocaleFacts, facts, identifiers, week_names
from datenorm.text.tokens import is_unspaced, parts

SHORTEST = 3  # letters; shorter abbreviations mean too much else
SHORTEST_IDEOGRAPHS = 2  # 周三
SHORTEST_ERA = 4  # 'km' is an era in Swahili, and a measure beside many a date
JOINER = "\u200c"  # the zero-width non-joiner inside a Persian name, for which many type a space or nothing
SHANBEH = "شنبه"  # Saturday in Persian, and the end of five more names, often typed apart: پنج شنبه

# Weekday names somewhere that stand beside dates as something else: articles and prepositions ('den 10. Oktober', 'del
# 2018', 'per 31.12.'), minutes, time zones ('China Standard Time'), 'сер', a short August in Ukrainian, common words
# and names of languages that many write ('Le Monde', 'Polar Bear').
WIDESPREAD = frozenset(
    "bg ca cs da de el en es et fi fr hr hu id it ja ko lt lv nb nl pl pt ro ru sk sl sr sv tr uk vi zh".split()
)
OTHER_WORDS = frozenset(
    "anna are bear camus car cet china dear del dem den des dia die fra har her ini ist kari kuna laki mane manga mem "
    "min mit monde mst pas per pre qui sem semi ser сер sine sonda sonde str tab til too uni van von yer".split()
)


def weekdays() -> dict[str, str]:
    """Return each weekday name of CLDR and the weekdays it means in some language, Monday 0."""
    days: dict[str, set[int]] = {}
    homes: dict[str, set[str]] = {}
    others: set[str] = set(OTHER_WORDS)
    for identifier in identifiers():
        known = facts(identifier)
        others.update(_others(known))
        for row in known.weekdays.values():
            for day, name in enumerate(row):
                for form in () if any(map(str.isdigit, name)) else _forms(name):
                    days.setdefault(form, set()).add(day)
                    homes.setdefault(form, set()).add(known.language)
    # 'fri', 'sat' and 'sun' are months in languages few write in, and on every second date of the world.
    others -= {key(name) for row in facts("en").weekdays.values() for name in row}
    inside = "\n".join(sorted(filter(is_unspaced, others)))  # พฤ is Thursday, and the start of May
    names = [name for name in days if name not in others and _tells(name) and len(days[name]) < 7]
    # Ben and Ann are weekdays of small languages, and first names beside dates of large ones.
    names = [name for name in names if len(name) > SHORTEST or not name.isascii() or homes[name] & WIDESPREAD]
    kept = {name: days[name] for name in names if not (is_unspaced(name) and name in inside)}
    return _written(kept)


def month_languages() -> dict[str, str]:
    """Return each month name of CLDR, full or short, and the months it means by language: 'hr:10 pl:11'."""
    others: set[str] = set(OTHER_WORDS)
    for identifier in identifiers():
        known = facts(identifier)
        for name in (*known.eras, *known.day_periods):
            others.update(_forms(name))
    names = _by_language(name for identifier in identifiers() for name in _months_of(facts(identifier)))
    return {name: meant for name, meant in names.items() if name not in others and _tells(name)}


def months_named() -> list[tuple[str, str, int]]:
    """Return all names of months with their language: CLDR's, those with letters glued to them, colloquial ones."""
    names = [
        name
        for identifier in identifiers()
        for names_of in (_months_of, _glued)
        for name in names_of(facts(identifier))
    ]
    for language, months in NAMES_BEYOND.items():
        names += [(name, language, month) for month, row in months.items() for name in row]
    return names


# A month in a pattern with the letters that it is written together with: 'd בMMMM', "N'ren' d". Foreign letters need no
# quotes.
GLUED = re.compile(
    r"(?:'([^\W\d_]+)'|([^\W\d_\x00-\x7f]+)|)(?:MMMM?|LLLL?|N)(?:'([^\W\d_]+)'|([^\W\d_\x00-\x7f]+)|)(?![\w'])"
)


def _months_of(known: LocaleFacts) -> Iterator[tuple[str, str, int]]:
    """Yield each month name of a locale that is written without digits, with the language and the month."""
    for row in (*known.months.values(), MONTH_ROWS.get(known.language, ())):
        for month, name in enumerate(row, 1):
            if not any(map(str.isdigit, name)):
                yield name, known.language, month


def _glued(known: LocaleFacts) -> Iterator[tuple[str, str, int]]:
    """Yield each month name of a locale with the letters that its patterns write beside it, as `_months_of` does."""
    patterns = (*known.patterns, *LAYOUTS.get(known.language, ()))
    found = {
        match.group(1, 2, 3, 4)
        for pattern in patterns
        for match in GLUED.finditer(pattern)
        if not unicodedata.combining(
            pattern[match.end() : match.end() + 1] or " "
        )  # an end within a syllable
    }
    for before, foreign, behind, strange in sorted(found, key=str):
        start, end = before or foreign or "", behind or strange or ""
        yield from ((start + name + end, language, month) for name, language, month in _months_of(known))


def _by_language(names: Iterable[tuple[str, str, int]]) -> dict[str, str]:
    """Return every form of names and the months it means, written by language."""
    meant: dict[str, dict[str, set[int]]] = {}
    for name, language, month in names:
        for form in filter(None, _forms(name)):
            meant.setdefault(form, {}).setdefault(language, set()).add(month)
    written = {form: _written(languages) for form, languages in sorted(meant.items())}
    return {
        form: " ".join(f"{language}:{months}" for language, months in row.items())
        for form, row in written.items()
    }


# Two letters with dots that are hardly anything else beside a date, and what CLDR has without dots alone.
BC = ("a c", "v c", "e ə", "ق م", "b c", "b c e", "bce", "мэө")


def earlier_eras() -> dict[str, str]:
    """Return each name of CLDR for the era before the common one; there is nothing more to know of it."""
    names: set[str] = set()
    others: set[str] = set(OTHER_WORDS)
    for identifier in identifiers():
        known = facts(identifier)
        others.update(_others(known))
        others.update(form for name in known.eras for form in _forms(name))
        names.update(form for name in known.earlier_eras for form in _forms(name))
    return _written({name: {0} for name in names - others if _is_an_era(name)} | {name: {0} for name in BC})


# Words for a week that CLDR lacks or that are short: no month is written in numbers beside one of them.
WEEKS_BEYOND = ("kw", "kalenderwoche", "cw", "calendar week", "wk", "vk", "vko", "sem", "нед")


def weeks() -> dict[str, str]:
    """Return the words for a week and weeks in CLDR's units that are no month's, weekday's or era's."""
    names, others, days = set[str](), set[str](), set[str]()
    for identifier in identifiers():
        known = facts(identifier)
        others.update(_others(known))
        days.update(*(_forms(name) for row in known.weekdays.values() for name in row))
        names.update(form for name in week_names(identifier) for form in _forms(name))
    unspaced = "\n".join(sorted(filter(is_unspaced, days)))  # 星期 is a week, and in 星期三, a Wednesday
    kept = {name for name in names - others - days if not (is_unspaced(name) and name in unspaced)}
    return _written({name: {0} for name in {*WEEKS_BEYOND, *filter(_tells, kept)}})


def _written(meant: dict[str, set[int]]) -> dict[str, str]:
    return {name: ",".join(map(str, sorted(meant[name]))) for name in sorted(meant)}


def _others(known: LocaleFacts) -> Iterator[str]:
    """Yield the months of a locale, and the words that stand in them, in its eras and in its am and pm."""
    months: Iterable[str] = (name for row in known.months.values() for name in row)
    for name in (*months, *known.eras, *known.day_periods):
        for form in _forms(name):
            yield form
            yield from form.split(" ")


def _forms(name: str) -> Iterator[str]:
    for written in (name, name.replace(JOINER, " "), name.replace(SHANBEH, f" {SHANBEH}")):
        yield key(written)
        yield key(strip_diacritics(written))


def key(name: str) -> str:
    """Return a name as the lexicon has it."""
    return " ".join(parts(name))


def _is_an_era(name: str) -> bool:
    """Return whether a name of an era is no other word: it is long enough, or three letters with dots between them."""
    letters = name.replace(" ", "")
    return len(letters) >= SHORTEST_ERA or (len(name) == 5 and len(letters) == 3)


def _tells(name: str) -> bool:
    ideographs = unicodedata.name(name[:1], "").startswith(("CJK", "YI"))
    return len(name.replace(" ", "")) >= (SHORTEST_IDEOGRAPHS if ideographs else SHORTEST)
