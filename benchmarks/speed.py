"""Throughput and latency: unique dates of all locales through translate_many, beside dateutil and dateparser."""

import statistics
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from random import Random

import dateparser
import dateutil.parser
from report import record, table

from datenorm.generation import Recipe, generate
from datenorm.translator import Translator
from datenorm.workers import Workers

SEED = 990_001  # of no training data
UNIQUE = 30_000
MONTHS = "January February March April May June July August September October November December".split()
TEN_LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl", "ru", "pl", "tr")


def unique_dates(count: int, locales: tuple[str, ...] = ()) -> list[str]:
    """Return `count` different texts of full dates, a time of day or words around some of them."""
    rows = generate(Recipe(seed=SEED, locales=locales, noise=0), 3 * count)
    return list(dict.fromkeys(row.text for row in rows if row.kind.startswith("date")))[:count]


def english_dates(count: int) -> list[str]:
    """Return different English dates in layouts dateutil reads."""
    rng, texts = Random(SEED), dict[str, None]()
    layouts = (
        "{month} {day}, {year}",
        "{day} {month} {year}",
        "{year}-{number:02d}-{day:02d}",
        "{number}/{day}/{year}",
    )
    while len(texts) < count:
        number = rng.randrange(12)
        layout = rng.choice(layouts)
        text = layout.format(
            day=rng.randrange(1, 29), year=rng.randrange(1900, 2060), month=MONTHS[number], number=number + 1
        )
        texts[text] = None
    return list(texts)


def rate(work: Callable[[Sequence[str]], object], texts: Sequence[str]) -> float:
    start = time.perf_counter()
    work(texts)
    return len(texts) / (time.perf_counter() - start)


def each(parse: Callable[[str], object], texts: Sequence[str]) -> None:
    for text in texts:
        with suppress(ValueError, OverflowError):
            parse(text)


def main() -> None:
    texts, english, mixed = unique_dates(UNIQUE), english_dates(20_000), unique_dates(1300, TEN_LANGUAGES)
    rows = []
    for threads in (1, 2):
        translator = Translator.load(threads=threads)
        translator.translate_many(texts[:2000])
        best = max(rate(translator.translate_many, texts) for _ in range(3))
        rows.append([f"datenorm, all locales, {threads} thread{'s' * (threads > 1)}", f"{best:,.0f}"])
    with Workers(None, 2, {}) as workers:
        workers(texts)
        best = max(rate(workers, texts) for _ in range(3))
        rows.append(["the same, 2 processes, as tables are read", f"{best:,.0f}"])
    peers = {
        "dateutil, English": (dateutil.parser.parse, english[:300], english),
        "dateparser, English": (dateparser.parse, english[:300], english[300:3300]),
        "dateparser, ten languages": (dateparser.parse, mixed[:300], mixed[300:]),
    }
    for name, (parse, warm_up, timed) in peers.items():
        each(parse, warm_up)
        rows.append([name, f"{rate(partial(each, parse), timed):,.0f}"])
    translator = Translator.load()
    single = [1 / rate(partial(each, translator.translate), [text]) for text in texts[:500]]
    latency = f"One text in a warm process: median {statistics.median(single) * 1000:.2f} ms."
    record("speed", [*table(["reader", "texts/s"], rows), "", latency])


if __name__ == "__main__":
    main()
