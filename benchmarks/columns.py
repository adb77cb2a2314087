"""Columns: texts that differ in numbers alone, read through their shapes, beside dateutil and beside ourselves without.

Usage: python benchmarks/columns.py [TEXTS]. TEXTS: of each column, 200,000 by default, and half as many more of the
mixed one, whose peer is dateutil on English dates alone. All texts of a column are different.
Times are of the processor, best of several turns by each reader, so that other work on the machine counts less. Answers
that differ with and without shapes are written to build/columns.tsv.
"""

import csv
import gc
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import dateutil.parser
import pyarrow as pa
from report import record, table

from datenorm.dates.calendar import complete
from datenorm.engines.arrow import translate_batches
from datenorm.generation.generator import Recipe, generate
from datenorm.judging.answer import Translation
from datenorm.languages.locales import facts
from datenorm.reading.translator import Translator

SEED, TEXTS, TURNS, PIVOT = 990_018, 200_000, 3, 2046
SAMPLE = 3000  # texts that dateutil and the network alone read of each column
COMPARED = 20_000  # generated texts that are read with shapes and without
FIRST, LAST = date(1650, 1, 1).toordinal(), date(2199, 12, 31).toordinal()
UNKEPT = "Sturday 9 Mya 2018"  # whose answer is not kept beside the model, which has to be loaded
DIFFERENCES = Path("build/columns.tsv")
MIXED = {
    "en": ("{d:%A}, {n} {d.day}, {d.year}", "{d.day} {n} {d.year}", "{d:%m/%d}/{d.year}", "{d}"),
    "de": ("{d.day}. {n} {d.year}", "{d:%d.%m.}{d.year}"),
    "fr": ("{d.day} {n} {d.year}", "{d:%d/%m}/{d.year}"),
    "es": ("{d.day} de {n} de {d.year}",),
    "pl": ("{d.day} {n} {d.year}",),
    "ru": ("{d.day} {n} {d.year} г.", "{d:%d.%m.%y}"),
}
JUNK = ("n/a", "tbd", "see notes", "Lot 12/2019", "call Bob")


def some_day(random: Random) -> date:
    return date.fromordinal(random.randint(FIRST, LAST))


def timestamp(random: Random) -> str:
    return f"{some_day(random)} {random.randrange(24):02}:{random.randrange(60):02}:{random.randrange(60):02}"


def dotted(random: Random) -> str:
    day = some_day(random)
    return f"{day:%d.%m.}{day.year}"


def english(random: Random) -> str:
    day = some_day(random)
    return f"{day:%A, %B} {day.day}, {day.year}"


def mail(random: Random) -> str:
    day = some_day(random)
    return f"{day:%a, %d %b} {day.year} {random.randrange(24):02}:{random.randrange(60):02}:00 +0000"


def mixed(random: Random) -> str:
    """Return a text of one of twelve layouts in six languages, one of fifty damaged or no date."""
    day, chance = some_day(random), random.random()
    if chance < 0.01:
        return f"{random.choice(JUNK)} {random.randrange(10_000)}"
    language = random.choice(list(MIXED))
    layout = random.choice(MIXED[language])
    text = layout.format(d=day, n=facts(language).months["MMMM"][day.month - 1])
    if chance < 0.02:
        place = random.randrange(len(text))
        text = f"{text[:place]}{random.choice('abcdeij 14')}{text[place + 1 :]}"
    return text


COLUMNS: dict[str, Callable[[Random], str]] = {
    "`2018-05-09 10:11:12`": timestamp,
    "`09.05.2018`": dotted,
    "`Wednesday, May 9, 2018`": english,
    "`Wed, 09 May 2018 10:11:00 +0000`": mail,
    "twelve layouts, six languages, 2 % typos and junk": mixed,
}


# Layouts as Polars and DuckDB are told them.
FORMATS = {
    "`2018-05-09 10:11:12`": "%Y-%m-%d %H:%M:%S",
    "`09.05.2018`": "%d.%m.%Y",
    "`Wednesday, May 9, 2018`": "%A, %B %-d, %Y",
}
FEW, MANY = 1000, 1_000_000  # different texts of a column whose texts repeat, and its rows


def column(make: Callable[[Random], str], count: int) -> list[str]:
    """Return `count` different texts."""
    random, texts = Random(SEED), dict[str, None]()
    while len(texts) < count:
        texts[make(random)] = None
    return list(texts)


def seconds(work: Callable[[Sequence[str]], object], texts: Sequence[str]) -> float:
    """Return the seconds of processor time that `work` takes for a text."""
    gc.collect()
    gc.freeze()
    start = time.process_time()
    work(texts)
    return (time.process_time() - start) / len(texts)


def each(texts: Sequence[str]) -> None:
    for text in texts:
        with suppress(ValueError, OverflowError):
            dateutil.parser.parse(text)


def speed(name: str, texts: Sequence[str], peers: Sequence[str]) -> list[str]:
    """Return the row of a column: texts a second, first pass and shapes known, beside dateutil's and the network's.

    peers: what dateutil reads.
    """
    few, alone = texts[:SAMPLE], Translator.load()
    alone.answering.by_shape = False
    first = warm = theirs = stand = float("inf")
    shapes = 0
    for _ in range(TURNS):
        reader = Translator.load()
        reader.translate(UNKEPT)
        first = min(first, seconds(reader.translate_many, texts))
        warm = min(warm, seconds(reader.translate_many, texts))
        shapes = sum(map(len, reader.answering.fillers.values()))
        theirs = min(theirs, seconds(each, peers))
        stand = min(stand, seconds(alone.translate_many, few))
    ratios = [f"{theirs / first:.1f}", f"{theirs / warm:.1f}"]
    return [name, f"{shapes:,}", *(f"{1 / one:,.0f}" for one in (first, warm, theirs, stand)), *ratios]


def arrow_speed(name: str, kind: str, texts: Sequence[str]) -> list[str]:
    """Return a row: Arrow rows a second, first pass and shapes known, beside Polars and DuckDB told the layout."""
    import duckdb
    import polars

    batch, series, told = pa.record_batch({"day": pa.array(texts)}), polars.Series(texts), FORMATS[name]
    connection = duckdb.connect()
    connection.register("texts", pa.Table.from_batches([batch]))
    query = f"SELECT strptime(day, '{told}') FROM texts"
    kind_of_day: Any = polars.Datetime if "%H" in told else polars.Date
    best = [float("inf")] * 4
    for _ in range(TURNS):
        reader = Translator.load()
        reader.translate(UNKEPT)
        ours = partial(arrow_pass, batch, reader)
        work = (
            ours,
            ours,
            lambda _: series.str.strptime(kind_of_day, told),
            lambda _: connection.sql(query).to_arrow_table(),
        )
        best = [min(least, seconds(one, texts)) for least, one in zip(best, work, strict=True)]
    return [f"{name}, {kind}", *(f"{1 / one:,.0f}" for one in best)]


def arrow_pass(batch: pa.RecordBatch, reader: Translator, texts: Sequence[str]) -> None:
    list(translate_batches([batch], ["day"], reader))


def arrow_columns(count: int) -> list[str]:
    """Return the table of Arrow columns, all different, and with few different texts."""
    lines = []
    for name in FORMATS:
        texts = column(COLUMNS[name], count)
        lines.append(arrow_speed(name, "all different", texts))
        lines.append(arrow_speed(name, f"{FEW:,} different", texts[:FEW] * (MANY // FEW)))
    header = ["Arrow rows/s", "first pass", "shapes known", "Polars, told", "DuckDB, told"]
    return table(header, lines)


def rows() -> Iterator[tuple[str, str | None]]:
    """Yield generated texts and those of the shared data, where they are there, with their dates."""
    for row in generate(Recipe(seed=SEED, noise=0.2), COMPARED):
        yield row.text, None if row.iso == "<unk>" else complete(row.iso, pivot=PIVOT)
    real = Path("../shared/data/real")
    for name in ("full", "full_time", "partial", "nondates"):
        path = real / f"{name}.tsv"
        if path.exists():
            for found in csv.DictReader(path.open(encoding="utf-8"), delimiter="\t"):
                yield found["text"], found["iso"] or None


def compared() -> list[list[str]]:
    """Return how answers with shapes and without compare; write those that differ to DIFFERENCES."""
    asked = list(rows())
    texts = [text for text, _ in asked]
    shaped, plain = Translator.load(threads=2), Translator.load(threads=2)
    plain.answering.by_shape = False
    answers = shaped.translate_many(texts, pivot_year=PIVOT), plain.translate_many(texts, pivot_year=PIVOT)
    DIFFERENCES.parent.mkdir(exist_ok=True)
    with DIFFERENCES.open("w", encoding="utf-8", errors="surrogateescape", newline="") as file:
        writer = csv.writer(file, delimiter="\t")
        writer.writerow(["text", "truth", "with", "status", "without", "status"])
        for (text, truth), one, other in zip(asked, *answers, strict=True):
            if (one.iso, one.status) != (other.iso, other.status):
                writer.writerow([text, truth, one.iso, one.status, other.iso, other.status])
    scored = [scores(found, [truth for _, truth in asked]) for found in answers]
    named = zip(("with shapes", "without"), scored, strict=True)
    return [[name, *(f"{count / len(asked):.2%}" for count in counts)] for name, counts in named]


def scores(answers: Sequence[Translation], truths: Sequence[str | None]) -> tuple[int, int]:
    """Return how many answers are right and how many are wrong; a refusal is right where there is no date."""
    found = Counter(
        "right" if answer.iso == truth else "wrong" if answer.iso else "open"
        for answer, truth in zip(answers, truths, strict=True)
    )
    return found["right"], found["wrong"]


def wild() -> str:
    """Return what texts of all locales cost, of which nearly each has a shape of its own."""
    texts = [row.text for row in generate(Recipe(seed=SEED + 1, noise=0), SAMPLE)]
    alone, ours, theirs = Translator.load(), float("inf"), float("inf")
    alone.answering.by_shape = False
    for _ in range(TURNS):
        reader = Translator.load()
        reader.translate(UNKEPT)
        ours = min(ours, seconds(reader.translate_many, texts))
        theirs = min(theirs, seconds(alone.translate_many, texts))
    return (
        f"A wild mixture, {SAMPLE:,} generated texts of all locales: {ours * 1e6:,.0f} µs a text with shapes, "
        f"{theirs * 1e6:,.0f} µs without."
    )


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else TEXTS
    lines = []
    for name, make in COLUMNS.items():
        texts = column(make, count * 3 // 2 if make is mixed else count)
        lines.append(speed(name, texts, column(english, SAMPLE) if make is mixed else texts[:SAMPLE]))
    header = [
        "column",
        "shapes",
        "first pass",
        "shapes known",
        "dateutil",
        "network alone",
        "times",
        "times, known",
    ]
    same = table(["answers", "right", "wrong"], compared())
    about = (
        f"Texts a second of processor time, one thread, {count:,} different texts of each column, half as many "
        f"more of the last, best of {TURNS} turns; 'times' is how many times dateutil's speed, for the last one that "
        "on English dates alone."
    )
    arrow = (
        "Arrow columns through `translate_batches`, with status and confidence, in the same run. Polars' and DuckDB's "
        "`strptime` are told the layout, and give the date alone. Rows a second of processor time, all threads counted."
    )
    columns = arrow_columns(count)
    record("columns", [about, "", *table(header, lines), "", arrow, "", *columns, "", wild(), "", *same])


if __name__ == "__main__":
    main()
