"""Writing dates as the people of one locale would: layouts compiled to templates and tables, rows rendered by them.

A layout is a template and, for each field in it, the tables its value can be looked up in. Many rows of one layout are
looked up, put together and measured a column at a time; the roles of their characters follow from the lengths.
"""

import itertools
from collections.abc import Sequence
from functools import cache, lru_cache
from random import Random
from typing import NamedTuple

from datenorm.generation.writing import Written, by_sense
from datenorm.languages import customs, layouts
from datenorm.languages.locales import LocaleFacts
from datenorm.languages.patterns import order_of, split_pattern
from datenorm.text import numerals
from datenorm.text.roles import LETTERS

YEAR, MONTH, DAY, WEEKDAY, TIME, ERA = range(6)  # what a field shows: its place among the values of a row
FIRST_YEAR, LAST_YEAR = 1000, 2999

Table = Sequence[str]
FOUR_DIGITS = [f"{year:04d}" for year in range(LAST_YEAR + 1)]
TWO_DIGITS = [f"{year % 100:02d}" for year in range(LAST_YEAR + 1)]
PLAIN = [str(number) for number in range(100)]  # day and month; past 31 and 12 for impossible dates
PADDED = [f"{number:02d}" for number in range(100)]
CHINESE_NUMBERS: list[Table] = [*numerals.chinese_numbers()]
ROMAN: list[Table] = [("", *layouts.ROMAN), ("", *(numeral.lower() for numeral in layouts.ROMAN))]
NUMERIC_TABLES: dict[str, list[Table]] = {
    "d": [PLAIN], "dd": [PADDED], "M": [PLAIN], "MM": [PADDED], "L": [PLAIN], "LL": [PADDED],
    "y": [FOUR_DIGITS], "yy": [TWO_DIGITS], "C": [*numerals.chinese_years(LAST_YEAR)],
    "K": CHINESE_NUMBERS, "J": CHINESE_NUMBERS, "R": ROMAN,
}  # fmt: skip
VALUES = {
    **dict.fromkeys("yC", YEAR), **dict.fromkeys("MLNRK", MONTH),
    **dict.fromkeys("dokJ", DAY), **dict.fromkeys("EcX", WEEKDAY),
    "T": TIME, "G": ERA,
}  # fmt: skip
LETTER_OF = [LETTERS[name] for name in ("year", "month", "day", "weekday", "hour", "era")]  # of each value
AS_CLDR = str.maketrans("NRKokJC", "MMMdddy")
CALENDARS_OF_CHINA = ("zh", "yue", "ja")  # languages that count years, months and days in 年月日


class Layout(NamedTuple):
    """A pattern compiled for one locale.

    order: its field order, '' where none of day, month, year could be confused. kind: what it makes. template: its
    literals, '%s' for each field. shape: for each field which value it shows (0 to 5), for each literal character the
    letter of its role.
    """

    pattern: str
    order: str
    kind: str
    two_digit_year: bool
    template: str
    shape: str
    fields: tuple[str, ...]
    values: tuple[int, ...]  # of each field
    tables: tuple[list[Table], ...] = ()  # of each field
    times: Sequence[Written] = ()


def kind_of(order: str) -> str:
    """Return what a date with these fields is: 'date', 'month', 'year' or 'day' (a day without a year)."""
    return {"Y": "year", "MY": "month", "YM": "month", "DM": "day", "MD": "day"}.get(order, "date")


class Writer:
    """Renders dates in the layouts of one locale.

    `categories` maps a category of layouts to its layouts; which category, layout and date is the caller's draw.
    """

    def __init__(self, facts: LocaleFacts, times: Sequence[Written]):
        self.facts = facts
        self.times = times
        self._time_texts = [time.text for time in times]
        self._tables = dict(NUMERIC_TABLES)
        self.has_names = bool(facts.months)
        self.categories = {name: patterns for name, patterns in self._categories().items() if patterns}
        self.digit_maps = [str.maketrans("0123456789", digits) for digits in facts.digits if digits[0] != "0"]

    def _categories(self) -> dict[str, Sequence[str]]:
        """Return the patterns of each category; repeats are weight."""
        own = [
            pattern
            for pattern in self.facts.patterns
            if self.has_names or ("MMM" not in pattern and "LLL" not in pattern)
        ]
        full = [pattern for pattern in own if kind_of(order_of(pattern)) == "date"]
        partial = [pattern for pattern in own if kind_of(order_of(pattern)) != "date"]
        language = self.facts.language
        categories: dict[str, Sequence[str]] = {
            "cldr": full + [pattern.replace("yy", "y") for pattern in full if "yy" in pattern],
            "varied": [variant for pattern in full for variant in _variants(pattern)],
            "cldr partial": partial,
        }
        if self.has_names:
            ends = {name[place] for row in self.facts.months.values() for name in row for place in (0, -1)}
            categories |= _named_apart() if any(map(str.isdigit, ends)) else NAMED_CATEGORIES
        if self.has_names or language in (*CALENDARS_OF_CHINA, "vi"):
            categories["language"] = own_layouts = _expanded(customs.LAYOUTS.get(language, ()))
            categories["language partial"] = [part for layout in own_layouts for part in _parts(layout)]
        if language in CALENDARS_OF_CHINA:
            categories["language"] = customs.CHINESE
            categories["cldr partial"] = [*partial, *customs.CHINESE_PARTIAL]
        if language == "ko":
            categories["language"] = customs.KOREAN
            categories["cldr partial"] = [*partial, *customs.KOREAN_PARTIAL]
        return categories

    def layout(self, pattern: str) -> Layout:
        """Return `pattern` compiled for this locale."""
        read = read_pattern(pattern)
        tables = self._tables
        shape = _shape(pattern, self.facts.language)
        found = tuple([tables.get(name) or self._named(name) for name in read.fields])
        return read._replace(shape=shape, tables=found, times=self.times)

    def _named(self, name: str) -> list[Table]:
        self._tables[name] = self._names(name)
        return self._tables[name]

    def _names(self, name: str) -> list[Table]:
        language = self.facts.language
        if name[0] in "MLN":
            return [("", *row) for row in self._month_rows(name)]
        if name[0] in "EcX":
            return self._weekday_rows(name)
        if name == "o":
            return [("", *row) for row in numerals.ordinals(language)]
        if name == "k":
            return [("", *row) for row in numerals.day_words(language)]
        if name == "T":
            return [self._time_texts]
        eras = [*self.facts.eras, *(("AD", "A.D.", "CE") if language == "en" else ())]
        return [(era,) for era in eras or [""]]

    def _month_rows(self, name: str) -> list[tuple[str, ...]]:
        months = self.facts.months
        language = self.facts.language
        if name != "N":
            row = months.get(name) or months.get(name.replace("L", "M")) or next(iter(months.values()))
            return [row, row, row, *layouts.month_styles(row, language)] if row else []
        rows = [style for row in months.values() for style in layouts.month_styles(row, language)]
        beyond = [row for source in months.values() for row in customs.names_beyond(language, source)]
        return rows + beyond * 2

    def _weekday_rows(self, name: str) -> list[Table]:
        days = self.facts.weekdays
        own = days.get("EEEE" if len(name) == 4 else "EEE", next(iter(days.values()), None))
        if own is None:
            return [("",) * 7]
        rows = [own, own] if name != "X" else list(days.values())
        return [style for row in rows for style in layouts.weekday_styles(row)]


class Style(NamedTuple):
    """A layout with one table chosen for each of its fields."""

    template: str
    shape: str
    values: tuple[int, ...]
    tables: list[Table]
    times: Sequence[Written] = ()  # what the table of times of day holds


def choose_style(layout: Layout, rng: Random) -> Style:
    """Return the layout with one of the tables each of its fields can be looked up in."""
    random = rng.random
    chosen = [
        tables[int(random() * len(tables))] if len(tables) > 1 else tables[0] for tables in layout.tables
    ]
    return Style(layout.template, layout.shape, layout.values, chosen, layout.times)


def render(style: Style, values: Sequence[int]) -> Written:
    """Return the text of `values` (year, month, day, weekday, time, 0) in `style`."""
    return render_all(style, [(value,) for value in values])[0]


def render_all(style: Style, columns: Sequence[Sequence[int]]) -> list[Written]:
    """Return what `render` would of each row, from columns of years, months, days, weekdays, times and zeros."""
    fields = [
        list(map(table.__getitem__, columns[value]))
        for value, table in zip(style.values, style.tables, strict=True)
    ]
    texts = list(map(style.template.__mod__, zip(*fields, strict=True)))
    lengths = [map(len, field) for field in fields]
    roles = list(map(find_roles, itertools.repeat(style.shape), *lengths))
    if TIME in style.values and style.times:
        roles = [_with_time(row, style.times[time]) for row, time in zip(roles, columns[TIME], strict=True)]
    return list(map(Written, texts, roles))


@lru_cache(maxsize=1 << 16)
def find_roles(shape: str, *lengths: int) -> str:
    """Return the roles of a text of a layout's shape whose fields are so long.

    >>> find_roles("2 1 0", 1, 3, 4)  # 9 May 2018
    'd mmm yyyy'
    """
    left = iter(lengths)
    return "".join([LETTER_OF[int(mark)] * next(left) if mark.isdigit() else mark for mark in shape])


def _with_time(roles: str, time: Written) -> str:
    """Return roles with those of a time of day where it stands, which are all the hour's so far."""
    return roles.replace(LETTER_OF[TIME] * len(time.text), time.roles, 1)


@lru_cache(maxsize=1 << 15)
def read_pattern(pattern: str) -> Layout:
    """Return all of an extended pattern's layout that is the same in every locale."""
    pieces = split_pattern(pattern)
    fields = tuple(name for _, name in pieces if name)
    order = order_of("".join(name[0] for name in fields if name != "T").translate(AS_CLDR))
    return Layout(
        pattern,
        order,
        kind_of(order),
        "yy" in fields,
        "".join(literal.replace("%", "%%") if literal else "%s" for literal, _ in pieces),
        _shape(pattern, "en"),
        fields,
        tuple(VALUES[name[0]] for name in fields),
    )


@lru_cache(maxsize=1 << 15)
def _shape(pattern: str, language: str) -> str:
    return "".join(
        [
            by_sense(literal, "connector", language).roles if literal else str(VALUES[name[0]])
            for literal, name in split_pattern(pattern)
        ]
    )


@cache
def _expanded(table: tuple[str, ...]) -> list[str]:
    return [layouts.expand(layout) for layout in table]


def _with_weekdays() -> tuple[str, ...]:
    """Return the named layouts, each with three of the ways a weekday stands beside a date."""
    shapes = itertools.cycle(layouts.WITH_WEEKDAY)
    return tuple(next(shapes).format(layout) for layout in layouts.NAMED * 3 if "G" not in layout)


# Categories of the languages that have month names.
NAMED_CATEGORIES: dict[str, Sequence[str]] = {
    "named": _expanded(layouts.NAMED + layouts.ROMAN_NAMED),
    "worded": _expanded(layouts.WORDED),
    "weekday": _expanded(_with_weekdays()),
    "unix": _expanded(layouts.UNIX),
    "month": _expanded(layouts.MONTH_YEAR),
    "day": _expanded(layouts.DAY_MONTH),
}


@cache
def _named_apart() -> dict[str, Sequence[str]]:
    """Return the named categories for month names with digits (`5月`): nothing but letters and marks beside them."""
    return {
        name: [pattern for pattern in patterns if not _touch(pattern)]
        for name, patterns in NAMED_CATEGORIES.items()
    }


def _touch(pattern: str) -> bool:
    names = [name for _, name in split_pattern(pattern)]
    return any(left and right and "N" in (left, right) for left, right in itertools.pairwise(names))


@cache
def _variants(pattern: str) -> tuple[str, ...]:
    """Return how else people write a locale's own pattern.

    Connecting words dropped, no comma, other widths, any name style.
    """
    variants = []
    pieces = split_pattern(pattern)
    bare = [
        (" " if any(c.isalpha() for c in literal) else literal.replace(",", ""), name)
        for literal, name in pieces
    ]
    any_style = [
        (literal, "N" if name[:3] in ("MMM", "LLL") else "X" if name[:1] in ("E", "c") else name)
        for literal, name in pieces
    ]
    padded = [
        (literal, "dd" if name == "d" else "d" if name == "dd" else name) for literal, name in any_style
    ]
    has_era = any(name[:1] == "G" for _, name in pieces)  # 9 May 18 AD is no year of ours
    short_year = [(literal, "yy" if name == "y" and not has_era else name) for literal, name in any_style]
    no_weekday = [piece for piece in any_style if piece[1] != "X"]
    spaced = [
        (" " if not literal.strip(" ,.-/") and literal else literal, name) for literal, name in any_style
    ]
    for changed in (any_style, any_style, bare, padded, short_year, no_weekday, spaced):
        text = "".join(layouts.quote(literal) if literal else name for literal, name in changed).strip(" ,-")
        if _sound(text):
            variants.append(text)
    return tuple(dict.fromkeys(variants))


@cache
def _parts(pattern: str) -> tuple[str, ...]:
    """Return how a layout of day, named month and year says a month and year, and a day and month.

    >>> _parts("d 'de' N 'de' y"), _parts("y 'm'. N d 'd'.")
    (("N 'de' y", "d 'de' N"), ("y 'm'. N", "N d 'd'."))
    """
    pieces = split_pattern(pattern)
    names = "".join((name or " ")[0] for _, name in pieces)
    if "X" in names or "N" not in names or order_of(names.translate(AS_CLDR)) not in ("DMY", "YMD"):
        return ()
    month = names.index("N")
    ending = [(literal.split(" ")[0].rstrip(",،"), "") for literal, _ in pieces[month + 1 : month + 2]]
    till, since = [*pieces[: month + 1], *ending], pieces[month:]
    parts = (since, till) if names.index("y") > month else (till, since)
    return tuple(
        "".join(layouts.quote(literal) if literal else name for literal, name in kept) for kept in parts
    )


def _sound(pattern: str) -> bool:
    """Return whether no two number fields touch and a two-digit year does not stand before a named month."""
    names = [name for _, name in split_pattern(pattern) if name]
    numbers = [name != "" and name[0] in "yMd" and len(name) < 3 for _, name in split_pattern(pattern)]
    touching = any(left and right for left, right in itertools.pairwise(numbers))
    _, order, kind, two_digits, *_ = read_pattern(pattern)
    unclear = two_digits and (("N" in names and order[:1] == "Y") or kind != "date")
    return bool(names) and not touching and not unclear
