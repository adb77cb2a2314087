"""Throughput and latency: unique dates of all locales through translate_many, beside dateutil and dateparser.

And the network's floating-point operations beside what one large matrix product gives, both on one thread.
"""

import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from random import Random
from typing import Any

import dateparser
import dateutil.parser
import numpy as np
from numpy.typing import NDArray
from report import record, table
from safetensors.numpy import load_file
from threadpoolctl import threadpool_limits

from datenorm.dates.targets import TargetLanguage
from datenorm.engines.workers import Workers
from datenorm.generation.generator import Recipe, generate
from datenorm.network.bundle import shipped_path
from datenorm.network.search import Network
from datenorm.reading.translator import Translator

SEED = 990_001  # of no training data
UNIQUE = 20_000
WARM = 2000
SIDE = 2048
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


def first_pass(read: Callable[[Sequence[str]], object], texts: Sequence[str]) -> float:
    """Return the texts a second of a reader that has read `WARM` of them before, and has no shape of the others."""
    read(texts[:WARM])
    return rate(read, texts[WARM:])


def in_processes(texts: Sequence[str]) -> float:
    with Workers(None, 2, {}) as workers:
        return first_pass(workers, texts)


def each(parse: Callable[[str], object], texts: Sequence[str]) -> None:
    for text in texts:
        with suppress(ValueError, OverflowError):
            parse(text)


class Counting:
    """A network that counts what it computes for texts, padding left out, and the seconds that it takes.

    Additions and multiplications of its matrix products, which is nearly all of them; the symbols' part of the
    decoder's gates is a table.
    """

    def __init__(self, network: Network, weights: Mapping[str, NDArray[np.float32]]) -> None:
        sizes = {name: array.size for name, array in weights.items() if name.endswith("kernel")}
        by_token = ("encoder/attention", "encoder/reader", "decoder/keys", "decoder/values")
        by_step = ("decoder/lstm/lstm_cell/recurrent", "decoder/combine", "decoder/output")
        self._token = sum(size for name, size in sizes.items() if name.startswith(by_token))
        self._step = sum(size for name, size in sizes.items() if name.startswith(by_step))
        self._text = sizes["encoder/bridge/kernel"]
        self._width = weights["encoder/characters/embeddings"].shape[1]
        self._units = weights["decoder/combine/bias"].size
        self._network = network
        self.operations, self.seconds = 0, 0.0

    @property
    def targets(self) -> TargetLanguage:
        return self._network.targets

    def encode(self, tokens: NDArray[np.int32], lengths: NDArray[np.int32]) -> Any:
        attention = 2 * self._width * int((lengths.astype(np.int64) ** 2).sum())
        self.operations += 2 * (self._token * int(lengths.sum()) + self._text * len(lengths) + attention)
        return self._timed(self._network.encode, tokens, lengths)

    def step(self, state: Any, previous: NDArray[np.int32]) -> Any:
        attention = 2 * self._units * int(state["mask"].sum())
        self.operations += 2 * (self._step * len(previous) + attention)
        return self._timed(self._network.step, state, previous)

    def _timed(self, work: Callable[..., Any], *arguments: Any) -> Any:
        start = time.perf_counter()
        try:
            return work(*arguments)
        finally:
            self.seconds += time.perf_counter() - start


def share_of_the_limit(texts: Sequence[str]) -> str:
    """Return, as a line, the network's operations a second beside those of a matrix product: by turns, best of each."""
    shipped = Translator.load()
    weights = load_file(shipped_path() / "weights.safetensors")
    matrix = np.random.default_rng(SEED).random((SIDE, SIDE), np.float32)
    best, limit = 0.0, 0.0
    with threadpool_limits(1):
        for _ in range(5):
            counting = Counting(shipped.network, weights)
            Translator(shipped.vocabulary, counting, temperature=shipped.temperature).translate_many(texts)
            best = max(best, counting.operations / counting.seconds)
            start = time.perf_counter()
            matrix @ matrix
            limit = max(limit, 2 * SIDE**3 / (time.perf_counter() - start))
    return (
        f"The network's matrix products, padding left out: {best / 1e9:.0f} billion operations a second on one thread, "
        f"{best / limit:.0%} of the {limit / 1e9:.0f} billion of a float32 product of two matrices of {SIDE} by {SIDE}."
    )


def main() -> None:
    texts, english, mixed = unique_dates(UNIQUE), english_dates(20_000), unique_dates(1300, TEN_LANGUAGES)
    rows = []
    for threads in (1, 2):
        best = max(first_pass(Translator.load(threads=threads).translate_many, texts) for _ in range(3))
        rows.append([f"datenorm, all locales, {threads} thread{'s' * (threads > 1)}", f"{best:,.0f}"])
    best = max(in_processes(texts) for _ in range(3))
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
    share = share_of_the_limit(texts[:10_000])
    record("speed", [*table(["reader", "texts/s"], rows), "", latency, "", share])


if __name__ == "__main__":
    main()
