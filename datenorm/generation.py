"""Endless pairs of a human-written date and its target, the same for the same seed whatever the number of processes.

Rows come in blocks; a block depends on the seed and its own number alone. What the rows are drawn from (locales, kinds,
layouts, years, noise) is spelled out in the constants below.
"""

import bisect
import gc
import itertools
import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from random import Random

from datenorm import layouts, locales
from datenorm.dataset import Example, Spans
from datenorm.locales import nfc
from datenorm.noise import damage, splice
from datenorm.nondates import non_date
from datenorm.synthesis import FIRST_YEAR, LAST_YEAR, Layout, Writer, choose_style, render
from datenorm.targets import NOT_A_DATE

BLOCK = 4096  # rows that share one source of chance
RUN = 8  # rows written one after another in one layout of one locale, then shuffled: three times as fast as row by row
TIMES = 4096  # times of day a seed draws from

# How often each kind of row is drawn. Real columns hold numeric dates and the locale's own formats most.
CATEGORIES = {
    "cldr": 20, "varied": 12, "named": 15, "weekday": 6, "language": 9, "unix": 2, "numeric": 20, "compact": 2.5, "compact short": 1,
    "cldr partial": 4, "month": 2.5, "month numeric": 1.5, "year": 1, "day": 3, "day numeric": 2.5, "none": 12,
}  # fmt: skip
# The order of a numeric date in a text that does not tell it: what a reader without hints must expect.
ORDER_SHARES = {"DMY": 0.5, "MDY": 0.33, "YMD": 0.17}
TIME_SHARE, WORDS_SHARE, NATIVE_SHARE, WRONG_WEEKDAY_SHARE = 0.25, 0.12, 0.5, 0.1
WEEKDAY_SHARE = 0.15  # of numeric dates
RECENT_SHARE, RECENT = 0.75, (1900, 2060)  # the other years are spread from FIRST_YEAR to LAST_YEAR
# Languages drawn more often than the others: the ones most columns are written in.
LANGUAGE_WEIGHTS = {
    "en": 14, "de": 6, "fr": 6, "es": 6, "ru": 6, "zh": 6, "pt": 5, "it": 5, "ja": 5, "ar": 4, "nl": 4, "pl": 4, "tr": 4, "ko": 3, "vi": 3, "th": 3,
    "cs": 3, "sv": 3, "fi": 3, "hu": 3, "el": 3, "uk": 3, "ro": 3, "da": 3, "nb": 3, "hi": 3, "bn": 3, "fa": 3, "id": 2, "he": 3, "hr": 3, "bg": 3,
    "sk": 2, "sl": 2, "lt": 2, "lv": 2, "et": 2, "ca": 2, "sr": 2, "ka": 2, "eu": 2, "is": 2, "mk": 2, "az": 2, "kk": 2, "hy": 2, "ta": 2, "te": 2,
    "ur": 2, "mr": 2, "gu": 2, "ml": 2, "kn": 2, "pa": 2,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Recipe:
    """What to draw: the seed, the locales (all of Babel's where none is named) and the share of noisy rows."""

    seed: int = 1
    locales: tuple[str, ...] = ()
    noise: float = 0.15

    def __post_init__(self) -> None:
        for name in self.locales:
            locales.parse(name)


@dataclass
class Generator:
    """Draws the rows of a recipe, block by block."""

    recipe: Recipe
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
        self._times = _times(Random(self.recipe.seed))
        self._numeric = {order: _spread(layouts.numeric(order)) for order in ORDER_SHARES}

    def block(self, number: int) -> list[Example]:
        """Return the rows of block `number`."""
        rng = Random((self.recipe.seed << 40) + number)
        with _without_collector():
            rows = [row for _ in range(BLOCK // RUN) for row in self._run(rng)]
            rng.shuffle(rows)
        return rows

    def rows(self, start: int = 0, stop: int | None = None) -> Iterator[Example]:
        """Yield rows `start` to `stop`, without end where `stop` is None."""
        for number in itertools.count(start // BLOCK):
            first = number * BLOCK
            if stop is not None and first >= stop:
                return
            yield from self.block(number)[max(0, start - first) : None if stop is None else stop - first]

    def writer(self, locale: str) -> Writer:
        if locale not in self._writers:
            self._writers[locale] = Writer(locales.facts(locale), self._times)
        return self._writers[locale]

    def _run(self, rng: Random) -> list[Example]:
        """Draw a locale and a layout, and write RUN rows in it."""
        random = rng.random
        locale = self._locales[bisect.bisect(self._locale_ends, random() * self._locale_ends[-1])]
        writer = self.writer(locale)
        category = self._categories[bisect.bisect(self._category_ends, random() * self._category_ends[-1])]
        if category == "none":
            rows = (non_date(writer, rng) for _ in range(RUN))
            return [Example(nfc(text), NOT_A_DATE, locale, "", "none", kind) for text, kind in rows]
        layout = writer.layout(self._pattern(category, writer, rng))
        style = choose_style(layout, rng)
        digits = (
            writer.digit_maps[int(random() * len(writer.digit_maps))]
            if writer.digit_maps and random() < NATIVE_SHARE
            else None
        )
        timed = layout.kind == "date" and random() < TIME_SHARE and "T" not in layout.pattern
        worded = random() < WORDS_SHARE and not layout.pattern.isalpha()
        kind = layout.kind + ("+time" if timed else "") + ("+words" if worded else "")
        rows = []
        for _ in range(RUN):
            year, month, day = _some_day(random)
            weekday = _some_weekday(year, month, day, random) if layout.has_weekday else 0
            text, spans = render(style, (year, month, day, weekday, int(random() * TIMES), 0))
            if digits:
                text = text.translate(digits)
            if timed:
                text, spans = _with_time(text, spans, layout, self._times, writer, rng)
            if worded:
                text, spans = _with_words(text, spans, writer, rng)
            damaged = damage(text, spans, rng) if random() < self.recipe.noise else None
            if damaged:
                text, spans = damaged
            target = _target(layout, year, month, day)
            rows.append(
                Example(
                    text,
                    target,
                    locale,
                    layout.order,
                    kind + "+noise" if damaged else kind,
                    layout.pattern,
                    spans,
                )
            )
        return rows

    def _pattern(self, category: str, writer: Writer, rng: Random) -> str:
        """Return a pattern of `category`; a numeric one where the locale has none of that category."""
        order = writer.facts.order
        if category == "day numeric":
            return rng.choice(layouts.DAY_MONTH_NUMERIC[_some_order(rng, order)])
        if category == "month numeric":
            return rng.choice(layouts.MONTH_YEAR_NUMERIC)
        if category == "year":
            return _YEARS[int(rng.random() * len(_YEARS))]
        if category == "compact":
            return rng.choice(layouts.COMPACT)
        if category == "compact short":
            return rng.choice(layouts.COMPACT_SHORT)
        patterns = writer.categories.get(category)
        if patterns is None:
            patterns, ends = self._numeric[_some_order(rng, order)]
            pattern = patterns[bisect.bisect(ends, rng.random() * ends[-1])]
            if writer.facts.weekdays and rng.random() < WEEKDAY_SHARE:
                return rng.choice(_WITH_WEEKDAY).format(pattern)
            return pattern
        return patterns[int(rng.random() * len(patterns))]


def generate(recipe: Recipe, count: int, *, start: int = 0, processes: int = 1) -> Iterator[Example]:
    """Yield rows `start` to `start + count` of a recipe, written by `processes` processes."""
    if processes == 1:
        yield from Generator(recipe).rows(start, start + count)
        return
    first, last = start // BLOCK, -(-(start + count) // BLOCK)
    context = multiprocessing.get_context("spawn")
    with context.Pool(processes, _start_worker, (recipe,)) as pool:
        skip, left = start - first * BLOCK, count
        for block in _bounded(pool, range(first, last), ahead=4 * processes):
            rows = block[skip : skip + left]
            yield from rows
            skip, left = 0, left - len(rows)


def _bounded(pool, numbers: Sequence[int], ahead: int) -> Iterator[list[Example]]:
    """Yield blocks in order with at most `ahead` of them under way, so that memory stays flat."""
    waiting = []
    for number in numbers:
        waiting.append(pool.apply_async(_work, (number,)))
        if len(waiting) >= ahead:
            yield waiting.pop(0).get()
    for result in waiting:
        yield result.get()


_worker: Generator


def _start_worker(recipe: Recipe) -> None:
    global _worker
    _worker = Generator(recipe)


def _work(number: int) -> list[Example]:
    return _worker.block(number)


_DAYS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_WITH_WEEKDAY = [layouts.expand(layout) for layout in layouts.WITH_WEEKDAY]
_YEARS = [layouts.expand(layout) for layout in layouts.YEAR]


@contextmanager
def _without_collector() -> Iterator[None]:
    """Pause the garbage collector: a block is thousands of small objects and no cycle, and its rounds cost half the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _some_day(random: Callable[[], float]) -> tuple[int, int, int]:
    year = int(FIRST_YEAR + random() * 2000) if random() > RECENT_SHARE else int(RECENT[0] + random() * 160)
    month = int(random() * 12) + 1
    leap = month == 2 and not year % 4 and (year % 100 != 0 or not year % 400)
    return year, month, int(random() * (29 if leap else _DAYS[month])) + 1


def _some_weekday(year: int, month: int, day: int, random: Callable[[], float]) -> int:
    return date(year, month, day).weekday() if random() > WRONG_WEEKDAY_SHARE else int(random() * 7)


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


_MONTH_DAY = [[f"-{month:02d}-{day:02d}" for day in range(32)] for month in range(13)]


def _target(layout: Layout, year: int, month: int, day: int) -> str:
    written = f"{year % 100:02d}" if layout.two_digit_year else f"{year:04d}"
    if layout.kind == "date":
        return written + _MONTH_DAY[month][day]
    if layout.kind == "year":
        return written
    return f"{written}-{month:02d}" if layout.kind == "month" else "-" + _MONTH_DAY[month][day]


def _times(rng: Random) -> list[str]:
    """Return TIMES times of day in the ways people write them."""
    return [_time(rng, rng.choice(layouts.TIMES)) for _ in range(TIMES)]


def _time(rng: Random, shape: str) -> str:
    hour, end = rng.randrange(24), rng.randrange(24)
    zone = rng.choice(("Z", "+00:00", "+02:00", "-05:00", "+0100", "-0800", "+08", "+05:30", "+0000"))
    period, word = (
        rng.choice(("AM", "PM", "am", "pm", "a.m.", "p.m.", "A.M.")),
        rng.choice(layouts.TIME_WORDS),
    )
    local = rng.choice(
        (
            "a. m.",
            "μ.μ.",
            "ص",
            "م",
            "SA",
            "CH",
            "fm",
            "em",
            "dop.",
            "odp.",
            "e paradites",
            "AM",
            "오전",
            "上午",
            "पूर्वाह्न",
            "π.μ.",
            "de.",
            "du.",
        )
    )
    return shape.format(
        H=f"{hour:02d}", G=hour, h=hour % 12 or 12, M=f"{rng.randrange(60):02d}", S=f"{rng.randrange(60):02d}", f=rng.choice(("123", "000", "5", "25", "123456")),
        z=zone, Z=rng.choice(layouts.ZONES), p=period, w=word, q=local, I=f"{end:02d}", J=end,
    )  # fmt: skip


_BETWEEN = (" ", " ", " ", " ", " ", ", ", ", ", " - ", "  ", " at ", " @ ", "; ", " | ", "")


def _with_time(
    text: str, spans: Spans, layout: Layout, times: list[str], writer: Writer, rng: Random
) -> tuple[str, Spans]:
    """Put a time of day behind the date, or, one time in six, before it."""
    draw = rng.random()
    if layout.pattern in ("yMMdd", "ddMMy", "MMddy"):
        return text + _time(rng, rng.choice(layouts.DIGIT_TIMES)), spans
    if draw < 0.12 and layout.order == "YMD" and not layout.two_digit_year:
        return text + _time(rng, rng.choice(layouts.ISO_TIMES)), spans
    time = times[int(rng.random() * len(times))]
    if writer.facts.day_periods and draw > 0.95:
        time = f"{rng.randrange(1, 13)}:{rng.randrange(60):02d} {rng.choice(writer.facts.day_periods)}"
    between = _BETWEEN[int(rng.random() * len(_BETWEEN))]
    if draw < 0.28:
        return splice(
            text,
            spans,
            0,
            0,
            time + (rng.choice((" am ", " on ", " ", ", ")) if draw > 0.22 else between or " "),
        )
    if not between and text[-1:].isdigit():
        between = " "
    return text + between + time, spans


def _with_words(text: str, spans: Spans, writer: Writer, rng: Random) -> tuple[str, Spans]:
    """Put what stands around a date before it, behind it, or both."""
    draw = rng.random()
    if draw < 0.65:
        own = writer.words_before
        if draw < 0.06 and writer.facts.words:
            before = f"{rng.choice(writer.facts.words)}, "
        else:
            before = rng.choice(own if own and draw < 0.4 else layouts.BEFORE)
        text, spans = splice(text, spans, 0, 0, before)
    if draw > 0.5:
        text += rng.choice(layouts.AFTER)
    return text, spans
