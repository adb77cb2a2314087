"""More than one day: ranges, and two dates in one text. Which of them would be the answer?"""

import re
from functools import cache
from random import Random

from datenorm.generation.noise import below, pick
from datenorm.generation.nondates.words import month_names
from datenorm.generation.synthesis import Writer, choose_style, render
from datenorm.generation.writing import Written, fill, joined, piece

SECOND = re.compile(r"\{[bnqz][:}]")  # the first of these fields is where the second end begins
ALTERNATIVES = ("and", "&", ",", ";", "/", "|")
RANGES = ("{m} {a} - {b}, {y}", "{a}-{b} {m} {y}", "{a}.-{b}. {m} {y}", "{a} - {b} {m} {y}", "{a}–{b} {m} {y}", "{m} {a}-{b}", "{m} {a}-{b}, {y}", "{a} {m} - {b} {n} {y}",
          "{m} - {n} {y}", "{m}/{n} {y}", "{a}. {m} - {b}. {n} {y}", "from {a} to {b} {m} {y}", "{m} {a} to {n} {b}, {y}", "{m} {a} to {b}", "du {a} au {b} {m} {y}",
          "vom {a}. bis {b}. {m} {y}", "del {a} al {b} de {m} de {y}", "dal {a} al {b} {m} {y}", "de {a} a {b} de {m} de {y}", "с {a} по {b} {m} {y}", "od {a} do {b} {m} {y}",
          "van {a} tot {b} {m} {y}", "{m} {y} - {n} {z}", "{a}/{b} {m} {y}", "{a} & {b} {m} {y}", "{a}, {b} {m} {y}", "{a} and {b} {m} {y}", "{a} {m} {y} - {b} {n} {z}",
          "{m} {a} - {b}", "{a}-{b} {m}", "{a}. - {b}. {m}", "{y} {m} {a}-{b}", "{y}. {m} {a}-{b}.", "between {a} and {b} {m} {y}", "{a} {m}–{b} {n}", "{m} {a}–{n} {b}, {y}",
          "{m} – {n} {y}", "{m} to {n} {y}", "{m}, {n} {y}", "{a} bis {b} {m} {y}", "{a} till {b} {m} {y}", "{a} ~ {b} {m} {y}", "{a}|{b} {m} {y}", "{m} {a}, {b}, {y}")  # fmt: skip
NUMERIC_RANGES = ("{a:02d}.{p:02d}. - {b:02d}.{q:02d}.{y}", "{a}.-{b}.{p}.{y}", "{a}.{p}.-{b}.{q}.{y}", "{a}/{p}{s}{b}/{q}/{y}", "{p}/{a}{s}{q}/{b}/{y}", "{a}. - {b}.{p}.{y}",
                  "{y}-{p:02d}-{a:02d}/{y}-{q:02d}-{b:02d}", "{y}年{p}月{a}日〜{b}日", "{p}月{a}日-{b}日", "{p}月{a}日至{b}日", "{y}年{p}月{a}日~{q}月{b}日", "{p}/{a} - {q}/{b}", "{a}.{p}. - {b}.{q}.",
                  "{a}.{p}.{s}{b}.{q}.", "{a:02d}/{p:02d}/{y} {s} {b:02d}/{q:02d}/{y}", "{a:02d}.{p:02d}.{y}{s}{b:02d}.{q:02d}.{y}", "{p}월 {a}일 ~ {b}일", "{y}.{p}.{a}~{b}",
                  "{a:02d}.{p:02d}.-{b:02d}.{q:02d}.{y}", "{a}-{b}/{p}/{y}", "{a}-{b}.{p}.{y}", "{y}년 {p}월 {a}일~{b}일", "{a:02d}-{b:02d}.{p:02d}.{y}")  # fmt: skip


def date_range(writer: Writer, rng: Random) -> Written:
    """A day to another, with the month's name: which of the two would be the answer? Now and then the second is none."""
    names, first = month_names(writer, rng), below(27, rng) + 1
    month = below(12, rng) + 1
    other = below(12, rng) + 1
    return fill(
        _with_ranges(pick(RANGES, rng)), a=(first, "day"), b=(first + 1 + below(31 - first, rng), "day"), m=(names[month], "month"),
        n=(names[other if other != month else month % 12 + 1], "month"), y=(below(160, rng) + 1900, "year"), z=(below(40, rng) + 2061, "year"),
    )  # fmt: skip


def numeric_range(writer: Writer, rng: Random) -> Written:
    """A day to another of the same or the next month, in numbers."""
    first, month = below(27, rng) + 1, below(11, rng) + 1
    return fill(
        _with_ranges(pick(NUMERIC_RANGES, rng)),
        a=(first, "day"),
        b=(first + 1 + below(31 - first, rng), "day"),
        p=(month, "month"),
        q=(month + below(2, rng), "month"),
        y=(below(160, rng) + 1900, "year"),
        s=piece(pick("-–~/ ", rng), "range"),
    )


@cache
def _with_ranges(template: str) -> str:
    """Return a template whose words before the second end, and before the first, say that they make a range.

    >>> _with_ranges("from {a} to {b} {m} {y}"), _with_ranges("{a} and {b} {m}")
    ('{range:from }{a}{range: to }{b} {m} {y}', '{a}{alternative: and }{b} {m}')
    """
    head = template.partition("{")[0]
    start = len(head)
    second = next((match.start() for match in SECOND.finditer(template, start)), len(template))
    sign = template[:second].rpartition("}")[2]
    if not sign.strip() or second == len(template):
        return template
    role = "alternative" if sign.strip() in ALTERNATIVES else "range"
    between = template[start : second - len(sign)]
    return (f"{{range:{head}}}" if head else "") + between + f"{{{role}:{sign}}}" + template[second:]


def two_dates(writer: Writer, rng: Random) -> Written:
    """Two different dates in one text: which one would be the answer?"""
    patterns = writer.categories.get(pick(("cldr", "named", "language"), rng), writer.categories["cldr"])
    layout = writer.layout(pick(patterns, rng))
    texts = []
    for _ in range(2):
        year, month, day = below(160, rng) + 1900, below(12, rng) + 1, below(28, rng) + 1
        values = (year, month, day, below(7, rng), below(len(writer.times), rng), 0)
        texts.append(render(choose_style(layout, rng), values))
    sign = pick((" - ", " – ", " to ", " and ", ", ", " / ", " bis ", " au ", "; ", " ~ "), rng)
    between = piece(sign, "alternative" if sign.strip() in ALTERNATIVES else "range")
    return joined(texts[0], between, texts[1])
