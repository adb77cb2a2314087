"""What CLDR, through Babel, knows of a locale's dates: patterns, names, digits, order. The only importer of Babel."""

import difflib
import re
import unicodedata
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from functools import cache, lru_cache, partial
from typing import Any

from babel import Locale, UnknownLocaleError, localedata
from babel.core import get_global
from babel.dates import format_timedelta
from babel.units import format_unit

from datenorm.errors import LocaleError
from datenorm.languages.patterns import order_of, split_pattern

# CLDR pattern letters that a date of ours may hold. 'Y' is left out: it is the week year, 31 December 2018 would print
# as 2019. So are quarters (Q, q) and weeks (w, W).
DATE_LETTERS = frozenset("GyMLdEc")

# First digit of CLDR numbering systems that locales use by default (CLDR common/supplemental/numberingSystems.xml).
ZEROS = {
    "adlm": "\U0001e950",
    "arab": "٠",
    "arabext": "۰",
    "beng": "০",
    "cakm": "\U00011136",
    "deva": "०",
    "gujr": "૦",
    "guru": "੦",
    "khmr": "០",
    "knda": "೦",
    "laoo": "໐",
    "mlym": "൦",
    "mtei": "꯰",
    "mymr": "၀",
    "nkoo": "߀",
    "olck": "᱐",
    "orya": "୦",
    "tamldec": "௦",
    "telu": "౦",
    "thai": "๐",
    "tibt": "༠",
}
# Systems in everyday use beside the default one, for languages whose CLDR default is Latin digits.
OTHER_DIGITS = {
    "ar": "arab", "bn": "beng", "fa": "arabext", "gu": "gujr", "hi": "deva", "km": "khmr", "kn": "knda", "lo": "laoo",
    "ml": "mlym", "mr": "deva", "my": "mymr", "ne": "deva", "or": "orya", "pa": "guru", "ta": "tamldec", "te": "telu",
    "th": "thai", "ur": "arabext",
}  # fmt: skip

COUNTS = (0, 1, 2, 3, 5, 11, 100)  # all plural forms of every language are among theirs
# Of the several hundred names CLDR has for most locales: enough to show a script and its letters.
WORDS_KEPT = 80


@dataclass(frozen=True, slots=True)
class LocaleFacts:
    """One locale's dates.

    patterns: CLDR date patterns, most used first. months, weekdays: names by width ('MMM', 'LLLL', 'EEEE', 'ccc'...).
    eras: names of the common era; earlier_eras: of the one before. day_periods: names of am and pm. digits: strings of
    ten digits, the default first. words: names of languages and territories, words that are no dates. durations:
    '{} days' and the like. relatives: 'in {} days', '{} days ago'. times: CLDR patterns of times of day. times_of_day:
    noon, morning and the like. spans: names of parts of the day, each with its first hour times 100 plus the hour it ends
    before: 1218 is the afternoon, 1212 noon.
    """

    identifier: str
    language: str
    order: str
    patterns: tuple[str, ...]
    months: dict[str, tuple[str, ...]]
    weekdays: dict[str, tuple[str, ...]]
    eras: tuple[str, ...]
    earlier_eras: tuple[str, ...]
    day_periods: tuple[str, ...]
    digits: tuple[str, ...]
    words: tuple[str, ...]
    durations: tuple[str, ...]
    relatives: tuple[str, ...]
    times: tuple[str, ...]
    times_of_day: tuple[str, ...]
    spans: tuple[tuple[str, int], ...]


def identifiers() -> list[str]:
    """Return every locale identifier Babel has, sorted; 'root' is not a locale."""
    return sorted(name for name in localedata.locale_identifiers() if name != "root")


# Countries that name time zones in other words than the rest of their language does. Source: CLDR 48.
OWN_ZONES = (
    "de_CH en_001 en_AU en_IN es_419 es_MX fr_CA ko_KP pt_PT sr_Cyrl_BA sr_Latn_BA ur_IN zh_Hant_HK".split()
)


def with_own_zones(language: str) -> list[str]:
    """Return the identifiers of a language, its scripts and countries, that have names of time zones of their own.

    >>> with_own_zones("pt"), with_own_zones("uz")
    (['pt', 'pt_PT'], ['uz', 'uz_Arab', 'uz_Cyrl', 'uz_Latn'])
    """
    own = [name for name in identifiers() if name.split("_")[0] == language]
    return [name for name in own if name in OWN_ZONES or not name.split("_")[-1].isupper()]


def languages() -> tuple[str, ...]:
    """Return the languages of `identifiers()`, sorted."""
    return tuple(sorted({name.split("_")[0] for name in identifiers()}))


def locale_hints(identifier: str) -> tuple[str | None, str | None]:
    """Return the field order of a locale's short dates (None where CLDR's is none of ours) and its language.

    Raises LocaleError for an identifier CLDR does not have. CLDR and BCP 47 identifiers are both accepted.

    'und', the undetermined language, tells neither.

    >>> locale_hints("en-GB"), locale_hints("pt_BR"), locale_hints("ja"), locale_hints("und")
    (('DMY', 'en'), ('DMY', 'pt'), ('YMD', 'ja'), (None, None))
    """
    if identifier.strip().casefold() == "und":
        return None, None
    locale = parse(identifier)
    return order_of(locale.date_formats["short"].pattern) or None, locale.language


def names_territory(identifier: str) -> bool:
    """Return whether a locale's identifier says where: English alone is written in both orders, that of Canada in one.

    >>> names_territory("en-GB"), names_territory("en"), names_territory("zh_Hant")
    (True, False, False)
    """
    return parse(identifier).territory is not None


WIDELY_SPOKEN = frozenset("ar en es fr pt".split())  # in countries of several zones


def zone_territories() -> Mapping[str, str]:
    """Return the country of each zone of the tz database."""
    return dict(get_global("zone_territories"))


def territory_of(identifier: str) -> str | None:
    """Return the territory of a locale; where it names none, the one that its language is at home in.

    >>> territory_of("en-IN"), territory_of("he"), territory_of("en"), territory_of("und")
    ('IN', 'IL', None, None)
    """
    if identifier.strip().casefold() == "und":
        return None
    locale = parse(identifier)
    if locale.territory or locale.language in WIDELY_SPOKEN:
        return locale.territory
    likely = get_global("likely_subtags").get(locale.language, "")
    return likely.split("_")[-1] if "_" in likely else None


def locale_called(name: str) -> str | None:
    """Return the locale that a country's code or a locale's own name says; None where CLDR has none such.

    >>> locale_called("PL"), locale_called("de-AT"), locale_called("XX")
    ('pl_PL', 'de_AT', None)
    """
    with suppress(LocaleError):
        locale = parse(f"und_{name}" if name.isupper() else name)
        return str(locale) if localedata.exists(str(locale)) else None
    return None


def parse(identifier: str) -> Locale:
    """Return Babel's locale. Raises LocaleError, with the closest identifier, where there is none."""
    name = re.split(r"[-_]u[-_]", identifier.strip())[0].replace("-", "_")
    try:
        return Locale.parse(name)
    except (ValueError, UnknownLocaleError, TypeError):
        closest = difflib.get_close_matches(name, identifiers(), 1)
        hint = f" (did you mean {closest[0]!r}?)" if closest else ""
        raise LocaleError(f"CLDR has no locale {identifier!r}{hint}") from None


def week_names(identifier: str) -> set[str]:
    """Return a locale's words for a week and several, each with a number (CLDR's unit patterns), long and short."""
    week = partial(format_unit, measurement_unit="duration-week", locale=parse(identifier))
    return {text for count in COUNTS for text in (week(count, length="long"), week(count, length="short"))}


@cache
def facts(identifier: str) -> LocaleFacts:
    """Return what CLDR knows of the dates of one locale. Raises LocaleError for an identifier it does not have."""
    # Babel resolves CLDR's aliases in place, in data that locales share: what it says of one (the weekdays of
    # Aragonese, for one) then hangs on which were asked for before. Fresh data for each makes the answer its own.
    localedata._cache.clear()
    locale = parse(identifier)
    return LocaleFacts(
        identifier,
        locale.language,
        order_of(locale.date_formats["short"].pattern),
        _patterns(locale),
        _names(locale.months, "M", "L", range(1, 13)),
        _names(locale.days, "E", "c", range(7)),
        _eras(locale, 1),
        _eras(locale, 0),
        _day_periods(locale),
        _digits(locale),
        _words(locale),
        _durations(locale),
        _relatives(locale),
        _times(locale),
        _times_of_day(locale),
        _spans(locale),
    )


def _patterns(locale: Locale) -> tuple[str, ...]:
    formats = [locale.date_formats[width].pattern for width in ("short", "medium", "long", "full")]
    skeletons = [pattern.pattern for _, pattern in sorted(locale.datetime_skeletons.items())]
    return tuple(dict.fromkeys(nfc(pattern) for pattern in formats + skeletons if _is_date(pattern)))


@lru_cache(maxsize=1 << 14)
def _is_date(pattern: str) -> bool:
    fields = [name for _, name in split_pattern(pattern) if name]
    letters = {name[0] for name in fields}
    # 'J' is January, June or July; and for the ordinals that CLDR 48 writes as ddd, Babel has no words.
    unwritable = any(field in pattern for field in ("MMMMM", "LLLLL", "ddd"))
    whole_year = "y" in letters and fields != ["yy"]  # ’18 alone is no date
    return letters <= DATE_LETTERS and (whole_year or len(order_of(pattern)) > 1) and not unwritable


def _names(names: Mapping[Any, Any], form: str, standalone: str, keys: range) -> dict[str, tuple[str, ...]]:
    """Return names by pattern field; a width that only numbers (or Babel's 'M05') stand for is left out."""
    table: dict[str, tuple[str, ...]] = {}
    for context, letter in (("format", form), ("stand-alone", standalone)):
        for width, count in (("wide", 4), ("abbreviated", 3)):
            row = tuple(nfc(names[context][width][key]) for key in keys)
            if all(name and not re.fullmatch(r"M?\d+", name) for name in row):
                table[letter * count] = row
    return table


def _eras(locale: Locale, era: int) -> tuple[str, ...]:
    names = (locale.eras[width].get(era) for width in ("abbreviated", "wide"))
    return tuple(dict.fromkeys(nfc(name) for name in names if name))


def _day_periods(locale: Locale) -> tuple[str, ...]:
    periods = locale.day_periods["format"]["abbreviated"]
    return tuple(nfc(periods[name]) for name in ("am", "pm") if name in periods)


def _times(locale: Locale) -> tuple[str, ...]:
    formats = [locale.time_formats[width].pattern for width in ("short", "medium", "long")]
    skeletons = [locale.datetime_skeletons.get(name) for name in ("Hm", "hm", "h", "Hms", "Bhm", "Bh")]
    return tuple(dict.fromkeys(nfc(p) for p in [*formats, *(found.pattern for found in skeletons if found)]))


def _times_of_day(locale: Locale) -> tuple[str, ...]:
    names = {**locale.day_periods["format"]["wide"], **locale.day_periods["format"]["abbreviated"]}
    return tuple(dict.fromkeys(nfc(name) for key, name in sorted(names.items()) if key not in ("am", "pm")))


HALVES = {"am": 12, "pm": 1224}  # as `LocaleFacts.spans` has them; CLDR's rules begin with the finer parts
HOUR = 3600  # seconds


def _spans(locale: Locale) -> tuple[tuple[str, int], ...]:
    """Return the names of the parts of a day with their hours. Source: CLDR's dayPeriodRules."""
    rules = locale.day_period_rules.get(None) or {}
    spans = HALVES | {name: _span(rule) for name, rows in rules.items() for rule in rows}
    names = [
        row
        for context in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for row in locale.day_periods[context].get(width, {}).items()
    ]
    return tuple(sorted({(nfc(name), spans[period]) for period, name in names if period in spans}))


def _span(rule: Mapping[str, int]) -> int:
    first, before = (
        (rule["at"], rule["at"]) if "at" in rule else (rule.get("from", 0), rule.get("before", 24 * HOUR))
    )
    span = first // HOUR * 100 + before // HOUR
    return span + 100 * (span in HALVES.values())  # a morning of twelve hours is no am: its 12 may be noon


def _digits(locale: Locale) -> tuple[str, ...]:
    systems = [locale.default_numbering_system, "latn", OTHER_DIGITS.get(locale.language, "latn")]
    zeros = dict.fromkeys(ZEROS.get(system, "0") for system in systems)
    return tuple(_ten(zero) for zero in zeros)


def _words(locale: Locale) -> tuple[str, ...]:
    names = [
        nfc(name) for _, name in sorted({**locale.languages, **locale.territories}.items()) if len(name) < 30
    ]
    return tuple(names[:: max(1, len(names) // WORDS_KEPT)])


def _durations(locale: Locale) -> tuple[str, ...]:
    units = [f"duration-{unit}" for unit in ("year", "month", "week", "day", "hour", "minute")]
    shown = [format_unit(5, unit, length, locale=locale) for unit in units for length in ("long", "short")]
    return _with_a_gap(shown)


def _relatives(locale: Locale) -> tuple[str, ...]:
    days: dict[Any, float] = {
        "year": 366,
        "month": 31,
        "week": 7,
        "day": 1,
        "hour": 1 / 24,
        "minute": 1 / 1440,
    }
    spans = [(unit, sign * timedelta(5 * length)) for unit, length in days.items() for sign in (1, -1)]
    return _with_a_gap(
        format_timedelta(span, unit, threshold=4.5, add_direction=True, locale=locale) for unit, span in spans
    )


def _with_a_gap(texts: Iterable[str]) -> tuple[str, ...]:
    """Return `texts` with '{}' where they say 5."""
    western = str.maketrans(
        {digit: str(value) for zero in ZEROS.values() for value, digit in enumerate(_ten(zero))}
    )
    gapped = (nfc(text).translate(western).replace("5", "{}") for text in texts)
    return tuple(dict.fromkeys(text for text in gapped if "{}" in text and "duration-" not in text))


def _ten(zero: str) -> str:
    return "".join(chr(ord(zero) + value) for value in range(10))


def nfc(text: str) -> str:
    """Return `text` in NFC."""
    return unicodedata.normalize("NFC", text)
