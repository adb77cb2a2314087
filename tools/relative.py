"""The phrases that count from a day: `python -m tools.relative` writes their table anew.

ICU's RelativeDateTimeFormatter says what CLDR has of them: `in 3 days`, `vor 3 Tagen`, `yesterday`, `last week`, `next
Monday`; its spelled-out numbers say `two` and `zwei`. What people write beyond that stands in `relative_words.tsv`.
What Babel, another way to CLDR, writes of amounts is taken as well: it has languages that ICU lacks.
ICU comes with `pip install icukit-pyicu`; the table was made with version 2.16.2, which is ICU 78 and CLDR 48.

A pattern like `# vuoden päästä` is taken apart: words that stand at one end beside many units are a frame (`# päästä`),
the rest is a unit (`vuoden`). Where a language grows the two together (`సంవత్సరంలో`), the pattern stays whole.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from itertools import product
from typing import Any

import icu
from babel import Locale, localedata
from babel.dates import format_timedelta

from datenorm.text.lexicon import languages_of, lexicon
from datenorm.text.pieces import (
    AMOUNT,
    AT,
    NAME,
    PART_OF_DAY,
    REST,
    TABLES,
    folded,
    is_phrase,
    parts_of,
    words,
)
from datenorm.text.tokens import is_unspaced

Rows = dict[tuple[str, str], set[str]]  # by language and kind, the phrases
Pattern = tuple[str, ...]

UNITS = {
    "Y": "YEAR",
    "Q": "QUARTER",
    "M": "MONTH",
    "W": "WEEK",
    "D": "DAY",
    "h": "HOUR",
    "m": "MINUTE",
    "s": "SECOND",
}
# How long Babel takes units to be; it writes an amount below `MOST` in the unit that it is asked for.
SECONDS = {"Y": 31_536_000, "M": 2_592_000, "W": 604_800, "D": 86_400, "h": 3600, "m": 60, "s": 1}
MOST = 1000
QUARTER = 12  # UDAT_ABSOLUTE_QUARTER, which PyICU has no name for
WEEKDAYS = ("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY")
DIRECTIONS = {-2: "LAST_2", -1: "LAST", 0: "THIS", 1: "NEXT", 2: "NEXT_2"}
NEARNESS = {-1: "<", 0: "=", 1: ">"}
STYLES = ("LONG", "SHORT", "NARROW")
COUNTS = (
    1,
    2,
    3,
    4,
    5,
    6,
    8,
    10,
    11,
    12,
    15,
    20,
    21,
    22,
    25,
    100,
)  # one of each plural form of all languages
SPELLED = (*range(1, 32), 40, 45, 48, 50, 60, 70, 80, 90, 100)
HOUR = 3600.0  # seconds, as ICU counts them from the epoch
LAST_DISTINCT = 20  # counts beyond repeat the forms of smaller ones: 21 год, as 1 год
LITERAL = re.compile(r"'[^']+'|[^\x00-\x7f]+")  # in a pattern of dates, of which letters in ASCII are fields
# Senses of words that stand in dates, besides names.
IN_DATES = ("label", "connector", "article", "year", "year>", "month>", "day>", "ordinal")
COMMON = 4  # units that a word stands beside before it is a frame's

Counted = tuple[str, int, Pattern]  # a unit, how many of it, and the words with '#' for the number


def locales() -> Iterator[tuple[str, Any]]:
    """Yield the language of each locale that ICU has, and the locale; the root first."""
    yield "", icu.Locale("root")
    for name in icu.Locale.getAvailableLocales():
        yield icu.Locale(name).getLanguage(), icu.Locale(name)


def formatter(locale: Any, style: str) -> Any:
    """Return ICU's formatter of a locale, with ASCII digits."""
    numbers = icu.NumberFormat.createInstance(icu.Locale(f"{locale.getBaseName()}@numbers=latn"))
    width = getattr(icu.UDateRelativeDateTimeFormatterStyle, style)
    return icu.RelativeDateTimeFormatter(locale, numbers, width, icu.UDisplayContext.CAPITALIZATION_NONE)


def counted(found: Any, sign: int) -> Iterator[Counted]:
    """Yield what a formatter says of each unit for each count; not `+3 d`, which says no direction in words."""
    for unit, name in UNITS.items():
        for count in COUNTS:
            text = found.formatNumeric(float(sign * count), getattr(icu.URelativeDateTimeUnit, name))
            if text.lstrip("\u200e\u200f\u061c ")[0] not in "+-\u2212":
                yield unit, count, tuple(words(folded(text)))


def written_by_babel() -> dict[tuple[str, str], set[Counted]]:
    """Return what Babel writes of each unit for each count, by language and direction."""
    found: dict[tuple[str, str], set[Counted]] = defaultdict(set)
    write: Callable[..., str] = format_timedelta
    languages = {Locale.parse(name).language for name in localedata.locale_identifiers()}
    for language, (unit, seconds), sign in product(sorted(languages), SECONDS.items(), (1, -1)):
        for count, width in product(COUNTS, ("long", "short")):
            amount = timedelta(seconds=sign * seconds * count)
            text = write(amount, UNITS[unit].lower(), MOST, True, width, language)
            if text.lstrip("\u200e\u200f\u061c ")[0] not in "+-\u2212":
                found[language, "+" if sign > 0 else "-"].add((unit, count, tuple(words(folded(text)))))
    return found


def named(found: Any, weekdays: bool) -> Iterator[tuple[str, str]]:
    """Yield the whole phrases of a formatter, each with its code: D-1 for yesterday, W+1 for next week, <E0."""
    absolute = icu.UDateAbsoluteUnit
    for unit in "DWMQY":
        for number, direction in DIRECTIONS.items():
            text = found.format(
                getattr(icu.UDateDirection, direction), getattr(absolute, UNITS[unit], None) or QUARTER
            )
            yield f"{unit}{number:+}", phrase(text)
    yield "s+0", phrase(found.format(icu.UDateDirection.PLAIN, absolute.NOW))
    for day, name in enumerate(WEEKDAYS) if weekdays else ():
        for number, sign in NEARNESS.items():
            text = found.format(getattr(icu.UDateDirection, DIRECTIONS[number]), getattr(absolute, name))
            if "weekday" not in lexicon().senses(
                phrase(text)
            ):  # this Monday is Monday itself, in some languages
                yield f"{sign}E{day}", phrase(text)


def phrase(text: str) -> str:
    """Return a phrase as the table has it."""
    return " ".join(words(folded(text)))


def gather() -> Rows:
    """Return what ICU knows, by language and kind."""
    rows: Rows = defaultdict(set)
    patterns = written_by_babel()
    for language, locale in locales():
        for style in STYLES:
            found = formatter(locale, style)
            patterns[language, "+"].update(counted(found, 1))
            patterns[language, "-"].update(counted(found, -1))
            for code, text in named(found, weekdays=style != "NARROW"):
                if text and AMOUNT not in text:
                    rows[language, code].add(text)
        for unit, form in measured(locale):
            rows[language, unit].add(form)
        rows[language, AT] |= set(before_times(locale))
        rows[language, PART_OF_DAY] |= set(parts_of_days(locale))
        for day, name in weekdays(locale):
            rows[language, f"E{day}"].add(name)
        for number, word in spelled(locale):
            rows[language, f"n{number}"].add(word)
    for (language, sign), found in patterns.items():
        for kind, text in taken_apart(sign, found):
            rows[language, kind].add(text)
    return with_week_days(without_contradictions(without_durations(without_root(rows))))


def measured(locale: Any) -> Iterator[tuple[str, str]]:
    """Yield the words of units as they stand beside a number alone: 3 dagar."""
    for width in ("WIDE", "SHORT"):
        written = icu.MeasureFormat(locale, getattr(icu.UMeasureFormatWidth, width))
        for unit, name in UNITS.items():
            for count in COUNTS if unit != "Q" else ():
                measure = icu.Measure(
                    icu.Formattable(count), getattr(icu.MeasureUnit, f"create{name.title()}")()
                )
                form = form_of(tuple(words(folded(written.formatMeasure(measure)))))
                if form and len(form) > 1:
                    yield unit, form


def spelled(locale: Any) -> Iterator[tuple[int, str]]:
    """Yield the numbers of a locale that are one word, in each gender and case that ICU has."""
    rules = icu.RuleBasedNumberFormat(icu.URBNFRuleSetTag.SPELLOUT, locale)
    names = [rules.getRuleSetName(place) for place in range(rules.getNumberOfRuleSetNames())]
    for name in names:
        if "cardinal" in name:
            for number in SPELLED:
                found = words(folded(rules.format(float(number), name)))
                if len(found) == 1 and found != [AMOUNT]:
                    yield number, found[0]


def taken_apart(sign: str, patterns: Iterable[Counted]) -> Iterator[tuple[str, str]]:
    """Yield the frames, units and whole phrases that patterns of one direction are made of."""
    found = sorted(patterns)
    units = {(word, unit) for unit, _, pattern in found for word in pattern if word != AMOUNT}
    common = {word for word, count in Counter(word for word, _ in units).items() if count >= COMMON}
    used: dict[tuple[str, str], set[int]] = defaultdict(set)  # by unit and form, the counts it stands beside
    for unit, count, pattern in found:
        if count <= LAST_DISTINCT:
            used[unit, form_of(parted(pattern, common)[1])].add(count)
    for unit, count, pattern in found:
        (before, after), middle = parted(pattern, common)
        form = form_of(middle)
        if AMOUNT not in pattern:
            yield f"{sign}{count}{unit}", " ".join(pattern)
        elif not (before or after) or AMOUNT not in (middle[0], middle[-1]) or not form:
            yield f"{sign}#{unit}", " ".join(pattern)
        else:
            yield sign, " ".join([*before, AMOUNT, *after])
            yield unit, form
            if used[unit, form] == {count} and count in (1, 2):
                yield f"{count}{unit}", form


def form_of(middle: Pattern) -> str:
    """Return the words of a pattern's middle without the number."""
    return " ".join(word for word in middle if word != AMOUNT)


def parted(pattern: Pattern, common: set[str]) -> tuple[tuple[Pattern, Pattern], Pattern]:
    """Return the words of a pattern's frame, before and after its amount, and the rest.

    >>> parted(("#", "vuoden", "paasta"), {"paasta"})
    (((), ('paasta',)), ('#', 'vuoden'))
    """
    start, end = 0, len(pattern)
    while start < end and pattern[start] in common:
        start += 1
    while end > start and pattern[end - 1] in common:
        end -= 1
    return (pattern[:start], pattern[end:]), pattern[start:end]


def without_root(rows: Rows) -> Rows:
    """Return the rows without those that a language has from the root, whose phrases and numbers are English."""
    root = {kind: found for (language, kind), found in rows.items() if not language}
    english = {kind: found for (language, kind), found in rows.items() if language == "en"}
    kept: Rows = defaultdict(set)
    for (language, kind), found in rows.items():
        known = root.get(kind, set()) | (english.get(kind, set()) if kind[0] == "n" else set())
        units = kind in UNITS and speaks(rows, language)  # 15 min in French, too
        own = found if language == "en" or units else found - known
        if language and own:
            kept[language, kind] = own
    return kept


def speaks(rows: Rows, language: str) -> bool:
    """Return whether a language has words of its own for what is gone by."""
    return any(
        (language, f"{sign}{AMOUNT}{unit}") in rows or (language, sign) in rows
        for sign in "+-"
        for unit in UNITS
    )


def without_durations(rows: Rows) -> Rows:
    """Return the rows without phrases that say no direction: `3 min`, which some short styles have for both."""
    units = {text for (_, kind), found in rows.items() if kind in UNITS for text in found}
    for (language, kind), found in rows.items():
        if AMOUNT in kind:
            other = rows.get((language, ("-" if kind[0] == "+" else "+") + kind[1:]), set())
            found -= {text for text in found if form_of(tuple(text.split())) in units} | (found & other)
    return {key: found for key, found in rows.items() if found}


def without_contradictions(rows: Rows) -> Rows:
    """Return the rows without whole phrases that have the frame of the other direction: slips of CLDR's.

    Its Arabic has خلال for both in one style, which is 'within'.
    """
    for (language, kind), found in rows.items():
        if AMOUNT in kind:
            frames = rows.get((language, "-" if kind[0] == "+" else "+"), set())
            found -= {text for text in found if any(in_frame(text, frame) for frame in frames)}
    return {key: found for key, found in rows.items() if found}


def in_frame(text: str, frame: str) -> bool:
    """Return whether a phrase stands in a frame.

    >>> in_frame("in # min", "in #"), in_frame("# min ago", "in #")
    (True, False)
    """
    before, _, after = frame.partition(AMOUNT)
    return f"{text} ".startswith(before) and f" {text}".endswith(after)


def weekdays(locale: Any) -> Iterator[tuple[int, str]]:
    """Yield the weekdays of several words, which the lexicon has only with their spaces: terça-feira, thứ hai."""
    symbols = icu.DateFormatSymbols(locale)
    for context in (symbols.FORMAT, symbols.STANDALONE):
        for width in (symbols.WIDE, symbols.ABBREVIATED):
            _, sunday, *others = symbols.getWeekdays(context, width)
            for day, name in enumerate([*others, sunday]):
                if len(words(folded(name))) > 1 and AMOUNT not in phrase(name):
                    yield day, phrase(name)


def before_times(locale: Any) -> Iterator[str]:
    """Yield the words beside a time of day behind a date: at, um."""
    long, short = icu.DateFormat.kFull, icu.DateFormat.kShort
    pattern = icu.DateFormat.createDateTimeInstance(long, short, locale).toPattern()
    time = pattern[max(pattern.rfind(letter) for letter in "yMdEGr") + 1 :]
    for literal in LITERAL.findall(time):
        yield from words(folded(literal))


def parts_of_days(locale: Any) -> Iterator[str]:
    """Yield the words of the names of the parts of a day: AM, in the morning."""
    for half in icu.DateFormatSymbols(locale).getAmPmStrings():
        yield from words(folded(half))
    periods = icu.SimpleDateFormat("B", locale)
    for hour in range(24):
        yield from words(folded(periods.format(hour * HOUR)))


def with_week_days(rows: Rows) -> Rows:
    """Return the rows with the weekdays that name their week as such: 先週の月曜日 is Monday of last week."""
    kept: Rows = defaultdict(set)
    for (language, kind), found in rows.items():
        if kind[0] not in NEARNESS.values():
            kept[language, kind] |= found
            continue
        number = {sign: number for number, sign in NEARNESS.items()}[kind[0]]
        weeks = rows.get((language, f"W{number:+}"), set())
        for text in found:
            kept[language, f"W{number:+}{kind[1:]}" if names_week(text, weeks) else kind].add(text)
    return kept


def names_week(text: str, weeks: Iterable[str]) -> bool:
    """Return whether a phrase has the name of a week in it, in whole words where the script has spaces.

    >>> names_week("先週の月曜", {"先週"}), names_week("elozo hetfo", {"elozo het"})
    (True, False)
    """
    if is_unspaced(text):
        return any(week.replace(" ", "") in text.replace(" ", "") for week in weeks)
    return any(f" {week} " in f" {text} " for week in weeks)


def with_own(rows: Rows) -> Rows:
    """Return the rows with those of `relative_words.tsv`."""
    for line in (TABLES / "relative_words.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            languages, kind, texts = line.split("\t")
            for language in languages.split(","):
                rows[language, kind] |= {phrase(text) for text in texts.split("|")}
    return rows


def triggers(rows: Rows) -> Iterator[tuple[str, set[str]]]:
    """Yield groups of words of which each phrase has one at least, as few as come easily; letters where no spaces are.

    frame: of amounts, which have a unit beside them. unit: all units. day: of phrases whose text has no year beside
    them, yesterday at 5 pm. date: of the others. Of a phrase it is a word that means nothing else beside a date, if
    there is one.
    """
    groups: dict[str, set[str]] = {"frame": set(), "unit": set(), "day": set(), "date": set()}
    phrases = [(kind, text.split(), language) for (language, kind), texts in rows.items() for text in texts]
    for kind, said, language in sorted(phrases, key=lambda row: (len(row[1]), row)):
        known = [part for word in said if word not in (AMOUNT, REST, NAME) for part in parts_of(word)]
        if is_unit(kind):
            groups["unit"].update(known)
        elif is_phrase(kind) and kind != REST:
            group = groups[group_of(kind)]
            if known and group.isdisjoint(known):
                group.add(max(known, key=lambda word: rarity(word, language)))
    yield from groups.items()


def is_unit(kind: str) -> bool:
    """Return whether rows of a kind are units, or amounts of one: days, fortnight."""
    return kind[-1] in UNITS and not is_phrase(kind)


def group_of(kind: str) -> str:
    """Return the group of a phrase's triggers.

    >>> group_of("-"), group_of("-#D"), group_of("D-1"), group_of("-1D~"), group_of("~Y+0")
    ('frame', 'date', 'day', 'date', 'day')
    """
    if kind.removesuffix(REST) in ("+", "-"):
        return "frame"
    return "date" if kind.strip(REST)[0] in "+-" else "day"


def rarity(word: str, language: str) -> tuple[bool, bool, bool, int, str]:
    """Return what a word of a language is the greater by, the more seldom it stands in dates."""
    senses = lexicon().senses(word)
    names = (languages_of(senses[kind]) for kind in ("weekday", "month", "full") if kind in senses)
    spoken = {language, "en"}  # Hindi in Latin letters has the weekdays of English
    named = any(spoken & found for found in names)
    return not senses, not named, senses.keys().isdisjoint(IN_DATES), len(word), word


def main() -> None:
    """Write the tables."""
    rows = with_own(gather())
    groups = "".join(f"{name}\t{'|'.join(sorted(found))}\n" for name, found in triggers(rows))
    (TABLES / "relative_triggers.tsv").write_text(groups, "utf-8")
    lines = ["\t".join([*key, "|".join(sorted(found))]) for key, found in sorted(rows.items())]
    (TABLES / "relative.tsv").write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
