"""Endless pairs of a human-written date and its target, the same for the same seed whatever the number of processes.

Rows come in blocks; a block depends on the seed and its own number alone. What the rows are drawn from (locales, kinds,
layouts, years, noise) is spelled out in the constants below.
"""

import bisect
import gc
import itertools
import marshal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from random import Random
from typing import TypeVar

from datenorm.dates.targets import NOT_A_DATE
from datenorm.generation import kinds, times
from datenorm.generation.dataset import Example
from datenorm.generation.days import DAYS, TIMES, Days, late, some_days
from datenorm.generation.noise import damage, pick
from datenorm.generation.nondates import non_date
from datenorm.generation.surroundings import surround
from datenorm.generation.synthesis import CALENDARS_OF_CHINA, Layout, Writer, choose_style, render_all
from datenorm.generation.writing import Written, joined, piece, translated
from datenorm.languages import layouts, locales
from datenorm.languages.locales import LocaleFacts
from datenorm.processes import Crew, Work
from datenorm.text.characters import compose
from datenorm.text.roles import composed_roles

T = TypeVar("T")

BLOCK = 4096  # rows that share one source of chance
RUN = 16  # rows written at once in one layout of one locale, then dealt out over the block
MANY = (
    64 * BLOCK
)  # rows for which every locale will be wanted; what CLDR knows of them is then looked up once

# How often each kind of row is drawn. Real columns hold numeric dates and the locale's own formats most.
CATEGORIES = {
    "cldr": 19, "varied": 11, "named": 15, "worded": 7, "weekday": 6, "language": 10, "unix": 2, "numeric": 20,
    "compact": 2.5, "compact short": 1, "cldr partial": 4, "language partial": 2, "month": 2.5, "month numeric": 1.5,
    "year": 1, "day": 3, "day numeric": 2.5, "none": 14,
}  # fmt: skip
# The order of a numeric date in a text that does not tell it: what a reader without hints must expect.
ORDER_SHARES = {"DMY": 0.5, "MDY": 0.33, "YMD": 0.17}
TIME_SHARE, DAY_TIME_SHARE, WORDS_SHARE, NATIVE_SHARE = 0.25, 0.1, 0.15, 0.5
WEEKDAY_SHARE = 0.15  # of numeric dates
BEYOND_SHARE = 0.4  # of runs, where everything is drawn: rows of `kinds/`
HARMFUL = set(
    "<~-|"
)  # roles of words that change what a date beside them says: bound, qualifier, range, alternative
# Kinds of non-dates that the language of texts has a target for: `kinds/` has them.
SAID_IN_TEXTS = (
    "date range",
    "numeric range",
    "two dates",
    "period",
    "relative",
    "before christ",
    "other era",
)
FOREIGN_SHARE = 0.06  # of English dates: they stand in the columns of every language
# Languages drawn more often than the others: the ones most columns are written in.
LANGUAGE_WEIGHTS = {
    "en": 20, "de": 6, "fr": 6, "es": 6, "ru": 6, "zh": 6, "pt": 5, "it": 5, "ja": 5, "ar": 4, "nl": 4,
    "pl": 4, "tr": 4, "ko": 3, "vi": 3, "th": 3, "cs": 3, "sv": 3, "fi": 3, "hu": 3, "el": 3, "uk": 3, "ro": 3,
    "da": 3, "nb": 3, "hi": 3, "bn": 3, "fa": 3, "id": 2, "he": 3, "hr": 3, "bg": 3, "sk": 2, "sl": 2, "lt": 2,
    "lv": 2, "et": 2, "ca": 2, "sr": 2, "ka": 2, "eu": 2, "is": 2, "mk": 2, "az": 2, "kk": 2, "hy": 2, "ta": 2,
    "te": 2, "ur": 2, "mr": 2, "gu": 2, "ml": 2, "kn": 2, "pa": 2,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Recipe:
    """What to draw: the seed, the locales (all of Babel's where none is named) and the share of noisy rows.

    everything: whether rows of `kinds/` are drawn too, whose targets are of the language of texts.
    """

    seed: int = 1
    locales: tuple[str, ...] = ()
    noise: float = 0.15
    everything: bool = False

    def __post_init__(self) -> None:
        for name in self.locales:
            locales.parse(name)


@dataclass
class Generator:
    """Draws the rows of a recipe, block by block."""

    recipe: Recipe
    facts: Callable[[str], LocaleFacts] = locales.facts  # of a locale or language, by its identifier
    _writers: dict[str, Writer] = field(default_factory=dict)

    def __post_init__(self) -> None:
        chosen = self.recipe.locales or tuple(locales.identifiers())
        shares: dict[str, int] = {}
        for name in chosen:
            shares[name.split("_")[0]] = shares.get(name.split("_")[0], 0) + 1
        weights = [_weight(name, shares) for name in chosen]
        self._locales = chosen
        self._locale_ends = list(itertools.accumulate(weights))
        self._category_ends = list(itertools.accumulate(CATEGORIES.values()))
        self._categories = list(CATEGORIES)
        rng = Random(self.recipe.seed)
        self._times = times.some_times(rng, times.SHAPES, TIMES)
        self._digit_times = times.some_times(rng, times.DIGIT_SHAPES, TIMES // 4)
        self._iso_times = times.some_times(rng, times.ISO_SHAPES, TIMES // 4)
        self._own_times: dict[str, list[Written]] = {}
        self._days = Days(some_days(rng, RUN))
        self._late_days = Days(late(self._days.columns))
        self._numeric = {order: _spread(layouts.numeric(order)) for order in ORDER_SHARES}

    def block(self, number: int) -> list[Example]:
        """Return the rows of block `number`."""
        rng = Random((self.recipe.seed << 40) + number)
        writers = [self.writer(self._some_locale(rng)) for _ in range(BLOCK // RUN)]
        with _without_collector():
            runs = [self._run(writer, rng) for writer in writers]
            return list(itertools.chain.from_iterable(zip(*runs, strict=True)))

    def part(self, part: range) -> list[Example]:
        """Return the rows of `part`, which must be of one block."""
        number, first = divmod(part.start, BLOCK)
        return self.block(number)[first : first + len(part)]

    def rows(self, start: int = 0, stop: int | None = None) -> Iterator[Example]:
        """Yield rows `start` to `stop`, without end where `stop` is None."""
        return itertools.chain.from_iterable(map(self.part, _parts(start, stop)))

    def writer(self, locale: str) -> Writer:
        if locale not in self._writers:
            self._writers[locale] = Writer(self.facts(locale), self._times_in(locale.split("_")[0]))
        return self._writers[locale]

    def _times_in(self, language: str) -> list[Written]:
        """Return TIMES times of day, every other one in the words of a language."""
        if language not in self._own_times:
            own = times.times_in(self.facts(language), self.recipe.seed)
            mixed = list(self._times)
            mixed[::2] = itertools.islice(itertools.cycle(own or mixed), TIMES // 2)
            self._own_times[language] = mixed
        return self._own_times[language]

    def _some_locale(self, rng: Random) -> str:
        return self._locales[bisect.bisect(self._locale_ends, rng.random() * self._locale_ends[-1])]

    def _run(self, writer: Writer, rng: Random) -> list[Example]:
        """Draw a layout, and write RUN rows in it."""
        random = rng.random
        locale = writer.facts.identifier
        if writer.facts.language == "en" and random() < FOREIGN_SHARE:
            locale = self._some_locale(rng)
        if self.recipe.everything and random() < BEYOND_SHARE:
            return [self._beyond(writer, locale, rng) for _ in range(RUN)]
        category = self._categories[bisect.bisect(self._category_ends, random() * self._category_ends[-1])]
        if category == "none":
            drawn = [self._non_date(writer, rng) for _ in range(RUN)]
            return [_no_date(written, kind, locale) for written, kind in drawn]
        layout = writer.layout(self._pattern(category, writer, rng))
        days = self._late_days if layout.pattern in layouts.DAY_OR_YEAR else self._days
        first = int(random() * DAYS)
        run = slice(first, first + RUN)
        rows = render_all(choose_style(layout, rng), [column[run] for column in days.columns])
        if writer.digit_maps and random() < NATIVE_SHARE:
            digits = writer.digit_maps[int(random() * len(writer.digit_maps))]
            rows = [translated(row, digits) for row in rows]
        kind = layout.kind + self._add_times(rows, layout, writer, rng)
        kind += self._add_words(rows, layout, writer, rng)
        kinds = self._damage(rows, kind, rng)
        texts, roles = zip(*rows, strict=True)
        same = itertools.repeat
        targets = days.targets(layout.kind, layout.two_digit_year)[run]
        if self.recipe.everything and layout.kind == "year":
            targets = [
                f"{target}~" if "~" in row else target for target, row in zip(targets, roles, strict=True)
            ]
        columns = (texts, targets, same(locale), same(layout.order), kinds, same(layout.pattern), roles)
        return list(map(_example, zip(*columns)))  # noqa: B905, some columns have no end

    def _beyond(self, writer: Writer, locale: str, rng: Random) -> Example:
        """Return a row of `kinds/`."""
        (written, target, order, pattern), kind = kinds.draw(writer, rng)
        if writer.digit_maps and rng.random() < NATIVE_SHARE:
            written = translated(written, pick(writer.digit_maps, rng))
        if rng.random() < self.recipe.noise and (damaged := damage(written, rng)):
            written, kind = damaged, kind + "+noise"
        text, roles = compose(written.text), composed_roles(*written)
        return Example(text, target, locale, order, kind, pattern, roles)

    def _non_date(self, writer: Writer, rng: Random) -> tuple[Written, str]:
        """Return a text that is no date and the name of its kind."""
        drawn = non_date(writer, rng)
        while self.recipe.everything and drawn[1] in SAID_IN_TEXTS:
            drawn = non_date(writer, rng)
        return drawn

    def _add_words(self, rows: list[Written], layout: Layout, writer: Writer, rng: Random) -> str:
        """Put words around the dates, or none; return what that adds to their kind."""
        if rng.random() >= WORDS_SHARE or layout.pattern.isalpha():
            return ""
        around = [surround(row, writer.facts, rng, sentences=layout.kind != "year") for row in rows]
        if self.recipe.everything:  # a word that makes it no date has a kind of its own
            pairs = zip(rows, around, strict=True)
            around = [row if HARMFUL & set(new.roles.replace(row.roles, "")) else new for row, new in pairs]
        rows[:] = around
        return "+words"

    def _add_times(self, rows: list[Written], layout: Layout, writer: Writer, rng: Random) -> str:
        """Put a time of day beside the dates, or none; return what that adds to their kind."""
        random = rng.random
        if layout.kind == "date" and random() < TIME_SHARE and "T" not in layout.pattern:
            rows[:] = [self._with_time(row, layout, writer, rng) for row in rows]
        elif layout.kind == "day" and random() < DAY_TIME_SHARE:
            for index in range(RUN):
                time = writer.times[int(random() * TIMES)]
                if ":" in time.text:  # other times might be taken for a year
                    between = piece(pick(_BEHIND_A_DAY, rng), "connector")
                    rows[index] = joined(rows[index], between, time)
        else:
            return ""
        return "+time"

    def _damage(self, rows: list[Written], kind: str, rng: Random) -> list[str]:
        """Damage some of the rows; return the kind of each."""
        kinds = [kind] * RUN
        noise, random = self.recipe.noise, rng.random
        for index in [index for index in range(RUN) if random() < noise]:
            damaged = damage(rows[index], rng)
            if damaged:
                rows[index] = damaged
                kinds[index] = kind + "+noise"
        return kinds

    def _with_time(self, date: Written, layout: Layout, writer: Writer, rng: Random) -> Written:
        """Put a time of day behind the date, or, one time in six, before it."""
        if layout.pattern in layouts.COMPACT:
            return joined(date, pick(self._digit_times, rng))
        random = rng.random
        draw = random()
        if draw < 0.12 and layout.order == "YMD" and not layout.two_digit_year:
            return joined(date, pick(self._iso_times, rng))
        time = writer.times[int(random() * TIMES)]
        between = _BETWEEN[int(random() * len(_BETWEEN))]
        if writer.facts.language in CALENDARS_OF_CHINA and random() < 0.4:
            between = ""
        if draw < 0.28:
            between = pick(_JOINING, rng) if draw > 0.22 else between or " "
            return joined(time, piece(between, "connector"), date)
        if not between and date.text[-1:].isdigit():
            sure = ":" in time.text and time.text[0].isdigit() and not layout.two_digit_year
            between = pick(_TIGHT, rng) if sure else " "
        return joined(date, piece(between, "connector"), time)

    def _pattern(self, category: str, writer: Writer, rng: Random) -> str:
        """Return a pattern of `category`; a numeric one where the locale has none of that category."""
        order = writer.facts.order
        if category == "day numeric":
            return pick(layouts.DAY_MONTH_NUMERIC[_some_order(rng, order)], rng)
        if category == "month numeric":
            return pick(layouts.MONTH_YEAR_NUMERIC, rng)
        if category == "year":
            return pick(_YEARS, rng)
        if category == "compact":
            return pick(layouts.COMPACT, rng)
        if category == "compact short":
            return pick(layouts.COMPACT_SHORT, rng)
        patterns = writer.categories.get(category)
        if patterns is None:
            patterns, ends = self._numeric[_some_order(rng, order)]
            pattern = patterns[bisect.bisect(ends, rng.random() * ends[-1])]
            if writer.facts.weekdays and rng.random() < WEEKDAY_SHARE:
                return pick(_WITH_WEEKDAY, rng).format(pattern)
            return pattern
        return pick(patterns, rng)


def generate(recipe: Recipe, count: int, *, start: int = 0, processes: int = 1) -> Iterator[Example]:
    """Yield rows `start` to `start + count` of a recipe, written by `processes` processes."""
    if processes == 1:
        yield from Generator(recipe).rows(start, start + count)
        return
    for packed in generate_as(_pack, recipe, count, start=start, processes=processes):
        with _without_collector():
            rows = list(map(_example, zip(*marshal.loads(packed), strict=True)))
        yield from rows


def generate_as(
    form: Callable[[list[Example]], T], recipe: Recipe, count: int, *, start: int = 0, processes: int = 1
) -> Iterator[T]:
    """Yield what `form` makes of rows `start` to `start + count`, up to BLOCK of them at a time.

    It is made where the rows are, in `processes` processes, so `form` and what it returns must be picklable.
    """
    parts = _parts(start, start + count)
    if processes == 1:
        yield from map(form, map(Generator(recipe).part, parts))
        return
    known: dict[str, LocaleFacts] = {}
    if count > MANY:
        names = recipe.locales or tuple(locales.identifiers())
        names = tuple(
            dict.fromkeys(itertools.chain.from_iterable((name.split("_")[0], name) for name in names))
        )
        with Crew(_facts) as crew:
            known = dict(zip(names, crew.each(names, processes), strict=True))
    with Crew(partial(_writer, recipe, known, form)) as crew:
        yield from crew.each(parts, processes)


def _parts(start: int, stop: int | None) -> Iterator[range]:
    """Yield the rows from `start` to `stop`, a block's at a time."""
    while stop is None or start < stop:
        end = (start // BLOCK + 1) * BLOCK
        yield range(start, end if stop is None else min(stop, end))
        start = end


def _facts() -> Work:
    return locales.facts


def _writer(recipe: Recipe, known: dict[str, LocaleFacts], form: Callable[[list[Example]], T]) -> Work:
    """Return what a worker does with the numbers of some rows."""
    generator = Generator(recipe, known.__getitem__ if known else locales.facts)
    return lambda part: form(generator.part(part))


def _pack(rows: list[Example]) -> bytes:
    """Return rows as they travel between processes: pickling them takes six times as long."""
    return marshal.dumps(list(zip(*rows, strict=True)))


def _no_date(written: Written, kind: str, locale: str) -> Example:
    """Return a row without a date. Six digits have no locale: with its order they would be a date."""
    text, roles = compose(written.text), composed_roles(*written)
    return Example(text, NOT_A_DATE, "" if kind == "six digits" else locale, "", "none", kind, roles)


_example = partial(tuple.__new__, Example)  # of a tuple of its fields, without NamedTuple's Python code
_WITH_WEEKDAY = [layouts.expand(layout) for layout in layouts.WITH_WEEKDAY]
_YEARS = [layouts.expand(layout) for layout in layouts.YEAR]


@contextmanager
def _without_collector() -> Iterator[None]:
    """Pause the garbage collector: runs are thousands of small objects and no cycle.

    Babel's data is full of cycles, so a locale's is loaded outside.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _weight(locale: str, identifiers: dict[str, int]) -> float:
    """Return how often a locale is drawn: its language's weight, half for the plain language, the rest shared."""
    language = locale.split("_")[0]
    total = LANGUAGE_WEIGHTS.get(language, 1)
    if identifiers[language] == 1:
        return total
    return total / 2 if locale == language else total / 2 / (identifiers[language] - 1)


def _spread(weighted: list[tuple[str, int]]) -> tuple[list[str], list[int]]:
    return [pattern for pattern, _ in weighted], list(itertools.accumulate(weight for _, weight in weighted))


def _some_order(rng: Random, own: str) -> str:
    """Return the order of a numeric date: ORDER_SHARES, leaning to the locale's own."""
    draw = rng.random()
    if own in ORDER_SHARES and rng.random() < 0.3:
        return own
    return "DMY" if draw < ORDER_SHARES["DMY"] else "MDY" if draw < 1 - ORDER_SHARES["YMD"] else "YMD"


_BEHIND_A_DAY = (" ", " ", ", ", " - ", " at ", " @ ")
_BETWEEN = (" ", " ", " ", " ", " ", ", ", ", ", " - ", "  ", " at ", " @ ", "; ", " | ", "")
_TIGHT = (" ", ":", "-", ".", "/")  # what may part a year of four digits and a time with a colon
_JOINING = (" am ", " on ", " ", ", ")
