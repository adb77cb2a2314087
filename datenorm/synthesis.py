"""Writing dates as the people of one locale would: its layouts compiled to tables, a row rendered by looking them up.

A layout is a row of pieces; a piece is which value it shows and the tables that value can be looked up in. So a date
costs one table look-up and one join for each piece, and the spans of year, month and day are known as it is written.
"""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from random import Random

from datenorm import layouts
from datenorm.locales import LocaleFacts, order_of, split_pattern
from datenorm.dataset import Spans

YEAR, MONTH, DAY, WEEKDAY, TIME, LITERAL = range(6)
FIRST_YEAR, LAST_YEAR = 1000, 2999

Table = Sequence[str]
FOUR_DIGITS = [f"{year:04d}" for year in range(LAST_YEAR + 1)]
TWO_DIGITS = [f"{year % 100:02d}" for year in range(LAST_YEAR + 1)]
PLAIN = [str(number) for number in range(100)]  # day and month; past 31 and 12 for impossible dates
PADDED = [f"{number:02d}" for number in range(100)]
CHINESE_YEARS = [layouts.chinese_year(year) for year in range(LAST_YEAR + 1)]
CHINESE_NUMBERS = ["", *(layouts.chinese_number(number) for number in range(1, 100))]
ROMAN = [("", *layouts.ROMAN), ("", *(numeral.lower() for numeral in layouts.ROMAN))]
NUMERIC_TABLES: dict[str, tuple[int, list[Table]]] = {
    "d": (DAY, [PLAIN]), "dd": (DAY, [PADDED]), "M": (MONTH, [PLAIN]), "MM": (MONTH, [PADDED]), "L": (MONTH, [PLAIN]), "LL": (MONTH, [PADDED]),
    "y": (YEAR, [FOUR_DIGITS]), "yy": (YEAR, [TWO_DIGITS]), "C": (YEAR, [CHINESE_YEARS]), "K": (MONTH, [CHINESE_NUMBERS]),
    "J": (DAY, [CHINESE_NUMBERS]), "R": (MONTH, ROMAN),
}  # fmt: skip


@dataclass(slots=True)
class Layout:
    """A pattern; its field order ('' where none of day, month, year could be confused); what it makes; its pieces."""

    pattern: str
    order: str
    kind: str
    two_digit_year: bool
    pieces: list[tuple[int, list[Table]]] = field(default_factory=list)
    has_weekday: bool = False


def kind_of(order: str) -> str:
    """Return what a date with these fields is: 'date', 'month', 'year' or 'day' (a day without a year)."""
    return {"Y": "year", "MY": "month", "YM": "month", "DM": "day", "MD": "day"}.get(order, "date")


class Writer:
    """Renders dates in the layouts of one locale.

    `categories` maps a category of layouts to its layouts; which category, layout and date is the caller's draw.
    """

    def __init__(self, facts: LocaleFacts, times: Sequence[str]):
        self.facts = facts
        self.times = times
        self._tables: dict[str, tuple[int, list[Table]]] = {}
        self._compiled: dict[str, Layout] = {}
        self.has_names = bool(facts.months)
        self.categories = {name: patterns for name, patterns in self._categories().items() if patterns}
        self.digit_maps = [str.maketrans("0123456789", digits) for digits in facts.digits if digits[0] != "0"]
        self.words_before = layouts.BEFORE_IN.get(facts.language, ())

    def _categories(self) -> dict[str, list[str]]:
        """Return the patterns of each category; repeats are weight."""
        own = [
            pattern
            for pattern in self.facts.patterns
            if "MMM" not in pattern and "LLL" not in pattern or self.has_names
        ]
        full = [pattern for pattern in own if kind_of(order_of(pattern)) == "date"]
        categories = {
            "cldr": full + [pattern.replace("yy", "y") for pattern in full if "yy" in pattern],
            "varied": [variant for pattern in full for variant in _variants(pattern)],
            "cldr partial": [pattern for pattern in own if kind_of(order_of(pattern)) != "date"],
        }
        if self.has_names:
            named = [layouts.expand(layout) for layout in layouts.NAMED]
            shapes = itertools.cycle(layouts.WITH_WEEKDAY)
            categories["named"] = named + [layouts.expand(layout) for layout in layouts.ROMAN_NAMED]
            categories["weekday"] = [
                layouts.expand(next(shapes).format(layout))
                for layout in layouts.NAMED * 3
                if "G" not in layout
            ]
            categories["unix"] = [layouts.expand(layout) for layout in layouts.UNIX]
            categories["month"] = [layouts.expand(layout) for layout in layouts.MONTH_YEAR]
            categories["day"] = [layouts.expand(layout) for layout in layouts.DAY_MONTH]
        language = self.facts.language
        if self.has_names or language in ("zh", "yue", "ja", "vi"):
            categories["language"] = [
                layouts.expand(layout) for layout in layouts.BY_LANGUAGE.get(language, ())
            ]
        if language in ("zh", "yue", "ja"):
            categories["language"] = list(layouts.CHINESE)
            categories["cldr partial"] += layouts.CHINESE_PARTIAL
        if language == "ko":
            categories["language"] = list(layouts.KOREAN)
            categories["cldr partial"] += layouts.KOREAN_PARTIAL
        return categories

    def layout(self, pattern: str) -> Layout:
        """Return `pattern` compiled for this locale, once."""
        layout = self._compiled.get(pattern)
        if layout is None:
            pieces = [self._piece(literal, name) for literal, name in split_pattern(pattern)]
            layout = Layout(pattern, *_reading(pattern), pieces, any(index == WEEKDAY for index, _ in pieces))
            self._compiled[pattern] = layout
        return layout

    def _piece(self, literal: str, name: str) -> tuple[int, list[Table]]:
        if literal:
            return LITERAL, [(literal,)]
        if name in NUMERIC_TABLES:
            return NUMERIC_TABLES[name]
        if name not in self._tables:
            self._tables[name] = self._names(name)
        return self._tables[name]

    def _names(self, name: str) -> tuple[int, list[Table]]:
        language = self.facts.language
        if name[0] in "MLN":
            return MONTH, [("", *row) for row in self._month_rows(name)]
        if name[0] in "EcX":
            return WEEKDAY, self._weekday_rows(name)
        if name == "o":
            return DAY, [("", *row) for row in layouts.ordinals(language)]
        if name == "k":
            return DAY, [("", *row) for row in layouts.day_words(language)]
        if name == "T":
            return TIME, [self.times]
        eras = [*self.facts.eras, *(("AD", "A.D.", "CE") if language == "en" else ())]
        return LITERAL, [(era,) for era in eras or [""]]

    def _month_rows(self, name: str) -> list[tuple[str, ...]]:
        months = self.facts.months
        language = self.facts.language
        if name != "N":
            row = months.get(name) or months.get(name.replace("L", "M")) or next(iter(months.values()))
            return [row, row, row, *layouts.month_styles(row, language)] if row else []
        rows = [style for row in months.values() for style in layouts.month_styles(row, language)]
        return (
            rows + [row for source in months.values() for row in layouts.names_beyond(language, source)] * 2
        )

    def _weekday_rows(self, name: str) -> list[Table]:
        days = self.facts.weekdays
        own = days.get("EEEE" if len(name) == 4 else "EEE", next(iter(days.values()), None))
        if own is None:
            return [("",) * 7]
        rows = [own, own] if name != "X" else list(days.values())
        return [
            style
            for row in rows
            for style in (row, row, tuple(n.lower() for n in row), tuple(n.rstrip(".") for n in row))
        ]


Style = list[tuple[int, Table]]  # a layout with one table chosen for each piece


def choose_style(layout: Layout, rng: Random) -> Style:
    """Return the layout's pieces with one of the tables each can be looked up in."""
    return [
        (index, tables[0] if len(tables) == 1 else tables[int(rng.random() * len(tables))])
        for index, tables in layout.pieces
    ]


def render(style: Style, values: Sequence[int]) -> tuple[str, Spans]:
    """Return the text of `values` (year, month, day, weekday, time, 0) in `style`, and where its fields stand."""
    text = ""
    spans: list[tuple[int, int] | None] = [None, None, None]
    for index, table in style:
        if index < WEEKDAY:
            start = len(text)
            text += table[values[index]]
            spans[index] = (start, len(text))
        else:
            text += table[values[index]]
    return text, tuple(spans)  # type: ignore[return-value]


def _reading(pattern: str) -> tuple[str, str, bool]:
    """Return (order, kind, two-digit year) of an extended pattern."""
    as_cldr = {"N": "M", "R": "M", "K": "M", "o": "d", "k": "d", "J": "d", "C": "y"}
    fields = "".join(
        as_cldr.get(name[0], name[0]) for _, name in split_pattern(pattern) if name and name != "T"
    )
    order = order_of(fields)
    two_digits = any(name == "yy" for _, name in split_pattern(pattern))
    return order, kind_of(order), two_digits


@cache
def _variants(pattern: str) -> tuple[str, ...]:
    """Return how else people write a locale's own pattern: connecting words dropped, no comma, other widths, any name style."""
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
    short_year = [(literal, "yy" if name == "y" else name) for literal, name in any_style]
    no_weekday = [piece for piece in any_style if piece[1] != "X"]
    spaced = [
        (" " if not literal.strip(" ,.-/") and literal else literal, name) for literal, name in any_style
    ]
    for changed in (any_style, any_style, bare, padded, short_year, no_weekday, spaced):
        text = "".join(layouts.quote(literal) if literal else name for literal, name in changed).strip(" ,-")
        if _sound(text):
            variants.append(text)
    return tuple(dict.fromkeys(variants))


def _sound(pattern: str) -> bool:
    """Return whether no two number fields touch and a two-digit year does not stand before a named month."""
    names = [name for _, name in split_pattern(pattern) if name]
    numbers = [name != "" and name[0] in "yMd" and len(name) < 3 for _, name in split_pattern(pattern)]
    touching = any(left and right for left, right in itertools.pairwise(numbers))
    order, kind, two_digits = _reading(pattern)
    return (
        bool(names)
        and not touching
        and not (two_digits and ("N" in names and order[:1] == "Y" or kind != "date"))
    )
