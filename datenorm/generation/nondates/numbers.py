"""Numbers that are no dates, alone and among words: counts, measures, prices, versions, decimals."""

import re
from collections.abc import Callable
from functools import cache
from random import Random

from datenorm.generation.noise import below, pick
from datenorm.generation.nondates.words import words
from datenorm.generation.surroundings import sentence_words
from datenorm.generation.synthesis import Writer
from datenorm.generation.writing import SPACE, Written, joined, piece, prose, said

CURRENCIES = ("€", "$", "£", "¥", "₽", "₹", "kr", "EUR", "USD", "zł", "CHF", "元", "円", "원")
UNITS = ("euro", "euros", "EUR", "€", "$", "USD", "dollars", "km", "kg", "g", "mg", "m", "cm", "mm", "ml", "l", "GB", "MB", "kWh", "W", "V", "mAh", "rpm", "m²", "pcs", "Stk", "Stück",
         "items", "people", "Personen", "personnes", "personas", "шт.", "руб.", "₽", "元", "円", "個", "人", "km/h", "calories", "points", "votes", "pages", "Seiten", "words", "steps",
         "users", "rows", "%", "°C", "bar", "Hz", "lbs", "oz", "ft", "miles", "yards", "PS", "kr", "zł", "Kč", "Ft", "lei", "TL", "₹", "บาท", "đồng", "원", "개", "명", "页", "tonnes", "mal",
         "times", "Mio", "Mrd", "million", "тыс.", "человек", "osób", "szt.", "ks", "db", "adet", "kişi", "орун", "شخص", "ريال", "रुपये", "लोग", "টাকা", "คน", "người", "orang", "buah",
         "Euro", "franků", "Franken", "Fr.", "CHF", "livres", "libri", "книг", "本", "冊", "台", "回", "度", "番", "階", "号室")  # fmt: skip
VERSIONS = ("Version: {a}.{b}.{c}", "Version {a}.{b}.{c}", "version {a}.{b}", "v{a}.{b}.{c}", "v {a}.{b}.{c}", "v{a}.{b}", "ver. {a}.{b}.{c}", "Ver {a}.{b}", "release {a}.{b}.{c}",
            "Release: {a}.{b}", "Python {a}.{b}.{c}", "build {a}.{b}.{c}", "Build: {a}.{b}.{c}.{b}", "rev. {a}.{b}.{c}", "rev {a}-{b}-{c}", "§ {a}.{b}.{c}", "Kapitel {a}.{b}.{c}",
            "section {a}.{b}.{c}", "Section: {a}.{b}", "{a}.{b}.{c}-beta", "{a}.{b}.{c}rc1", "{a}.{b}.{c}a1", "версия {a}.{b}.{c}", "Версия: {a}.{b}.{c}", "バージョン{a}.{b}.{c}",
            "版本 {a}.{b}.{c}", "版本：{a}.{b}.{c}", "버전 {a}.{b}.{c}", "versión {a}.{b}.{c}", "Versão {a}.{b}.{c}", "versione {a}.{b}.{c}", "wersja {a}.{b}.{c}", "verze {a}.{b}.{c}",
            "sürüm {a}.{b}.{c}", "Fassung {a}.{b}.{c}", "update {a}.{b}.{c}", "firmware {a}.{b}.{c}", "App {a}.{b}.{c}", "numpy=={a}.{b}.{c}", "lib-{a}.{b}.{c}", "package {a}.{b}.{c}",
            "iOS {a}.{b}.{c}", "Android {a}.{b}", "الإصدار {a}.{b}.{c}", "phiên bản {a}.{b}.{c}", "{a}.{b}.{c}.{b}", "Ver.{a}.{b}.{c}", "kernel {a}.{b}.{c}", "HTTP/{a}.{b}", "Chapter {a}.{b}.{c}",
            "article {a}.{b}.{c}", "point {a}.{b}.{c}", "No. {a}.{b}.{c}", "item {a}.{b}.{c}", "fig. {a}.{b}.{c}", "Table {a}.{b}", "n. {a}/{b}", "№ {a}/{b}", "nr. {a}/{b}")  # fmt: skip
LENGTHS = (1, 1, 2, 2, 3, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 16, 20)  # of numbers
MEASURES: tuple[Callable[[int, int, int, int, str], str], ...] = (
    lambda a, b, c, d, money: f"{a}.{b:02d} {money}",
    lambda a, b, c, d, money: f"{money}{a},{b:02d}",
    lambda a, b, c, d, money: f"{a},{b * 4:03d}.{c % 100:02d} {money}",
    lambda a, b, c, d, money: f"{money} {a * 100}",
    lambda a, b, c, d, money: f"v{a % 20}.{b % 20}.{c % 40}",
    lambda a, b, c, d, money: f"{a % 9}.{b % 20}.{c + 32}-rc1",
    lambda a, b, c, d, money: f"{a}.{b}.{c}.{d}",
    lambda a, b, c, d, money: f"+{a % 90 + 1} {b} {c:03d} {d:03d} {a:02d}",
    lambda a, b, c, d, money: f"0{a:03d}-{b:03d}{c:03d}",
    lambda a, b, c, d, money: f"({a:03d}) {b:03d}-{c:04d}",
    lambda a, b, c, d, money: f"{a % 90}.{b:03d}, {c % 90}.{d:03d}",
    lambda a, b, c, d, money: f"{a % 90}°{b % 60}'{c % 60}\"N",
    lambda a, b, c, d, money: f"{a + 32}/{b + 32}",
    lambda a, b, c, d, money: f"{a + 32}:{b % 60}",
    lambda a, b, c, d, money: f"{a % 100}.{b % 10}%",
    lambda a, b, c, d, money: f"{a} x {b} x {c}",
    lambda a, b, c, d, money: f"{a + 40}-{b + 13}",
    lambda a, b, c, d, money: f"-{a}.{b}",
    lambda a, b, c, d, money: f"{a}e{b % 9}",
    lambda a, b, c, d, money: f"{a % 12}.{b % 60:02d} PM",
    lambda a, b, c, d, money: f"{a % 30}:{b}:{c}",
    lambda a, b, c, d, money: f"{a % 25}:{b % 60:02d}:{c % 60:02d}:{d % 60:02d}",
    lambda a, b, c, d, money: f"{a},{b:03d}",
)


def words_and_number(writer: Writer, rng: Random) -> Written:
    """A number before, behind or among words."""
    word, count = words(writer, rng), number(writer, rng)
    draw = rng.random() * 3
    if draw > 2.7:
        count = said(
            str(below(250, rng) + 1800), "counted"
        )  # with words behind it no more a year than another number
    if draw < 1:
        return joined(word, SPACE, count)
    return joined(count, SPACE, word) if draw < 2 else joined(word, SPACE, count, SPACE, words(writer, rng))


def sentence(writer: Writer, rng: Random) -> Written:
    """Three to twelve words, of which up to two are numbers, or years: what a date might have stood in."""
    common = sentence_words(writer.facts, rng)
    own = writer.facts.words or common
    spoken = [pick(own if rng.random() < 0.3 else common, rng) for _ in range(below(10, rng) + 3)]
    for _ in range(below(3, rng)):
        spoken[below(len(spoken), rng)] = (
            str(1500 + below(600, rng)) if rng.random() < 0.4 else number(writer, rng).text
        )
    return prose(" ".join(spoken) + pick(("", "", ".", "!", "?", ":"), rng))


def number(writer: Writer, rng: Random) -> Written:
    """A number of any length that is no year, no compact date.

    1-3 digits, 4 out of range, 5, 7, 9-20; 6 or 8 impossible.
    """
    length = pick(LENGTHS, rng)
    if length == 4:
        return said(
            f"{below(999, rng) + 1 if rng.random() < 0.5 else below(7000, rng) + 3000:04d}", "counted"
        )
    if length in (6, 8):
        tail = f"{below(87, rng) + 13}{below(68, rng) + 32}"
        return said(f"{below(68, rng) + 32}{below(68, rng) + 32}{tail[: length - 4]}", "counted")
    if length == 12:
        length += 1
    return said(f"{rng.getrandbits(80) % 10**length:0{length}d}", "counted")


def six_digits(writer: Writer, rng: Random) -> Written:
    """Six digits that spell a day in some order: nobody can tell without knowing which."""
    day, month, year = below(28, rng) + 1, below(12, rng) + 1, below(100, rng)
    first, second, third = pick(((day, month, year), (month, day, year), (year, month, day)), rng)
    text = f"{first:02d}{second:02d}{third:02d}"
    return Written(text, " " * len(text))


def measure(writer: Writer, rng: Random) -> Written:
    """A price, version, address, telephone number, coordinate, score, fraction or percentage."""
    if rng.random() * (len(MEASURES) + 1) < 1:
        count = said(f"{below(30, rng)}.{below(99, rng)}", "counted")
        return joined(count, SPACE, words(writer, rng))
    a, b, c, d = rng.getrandbits(32).to_bytes(4, "big")
    return piece(pick(MEASURES, rng)(a, b, c, d, pick(CURRENCIES, rng)), "counted")


def quantity(writer: Writer, rng: Random) -> Written:
    """A price or measure whose number could be a year, in a sentence or alone."""
    amount = pick(
        (below(2000, rng) + 1000, below(2000, rng) + 1000, below(400, rng) + 1, (below(99, rng) + 1) * 100),
        rng,
    )
    unit = pick(UNITS, rng)
    counted = piece(f"{amount}{pick((' ', ' ', ''), rng)}{unit}", "counted")
    draw = rng.random()
    if draw < 0.4:
        return counted
    if draw < 0.8:
        return joined(words(writer, rng), SPACE, counted)
    return joined(words(writer, rng), SPACE, counted, SPACE, words(writer, rng))


def decimal_range(writer: Writer, rng: Random) -> Written:
    """From one decimal number to another, among words: 'in 10.1 - 10.12'."""
    a, b, c, d = (below(limit, rng) for limit in (32, 13, 32, 32))
    text = pick(
        ("{a}.{b} - {c}.{d}", "{a} - {c}.{d}", "{a}.{b}-{c}", "{a},{b} - {c},{d}", "{a}.{b} – {c}.{d}"), rng
    )
    counted = piece(text.format(a=a, b=b, c=c, d=d), "counted")
    if rng.random() < 0.7:
        return joined(words(writer, rng), SPACE, counted)
    return joined(counted, SPACE, piece(pick(UNITS, rng), "counted"))


def version(writer: Writer, rng: Random) -> Written:
    """A version of a program, 2.10.3."""
    a, b, c = below(12, rng), below(20, rng), below(40, rng)
    return piece(pick(VERSIONS, rng).format(a=a, b=b, c=c), "counted")


def decimal(writer: Writer, rng: Random) -> Written:
    """A decimal number or a pair joined by a dash, alone or among words."""
    a, b = below(32, rng), below(32, rng)
    pair = pick(("{}.{}", "{}.{}", "{},{}", "{}-{}", "{}–{}", "{}:{}"), rng).format(a, b)
    counted = piece(pair, "counted")
    draw = rng.random()
    if draw < 0.3 and not _has_bare_pairs(writer.facts.patterns):
        return counted
    if draw < 0.7:
        return joined(words(writer, rng), SPACE, counted)
    if draw < 0.85:
        return joined(counted, SPACE, piece(pick(UNITS, rng), "counted"))
    return joined(words(writer, rng), SPACE, counted, SPACE, words(writer, rng))


@cache
def _has_bare_pairs(patterns: tuple[str, ...]) -> bool:
    """Return whether a locale writes day and month as `05.12` or `5-12`."""
    return any(re.fullmatch("[dM]+[.-][dM]+", pattern) for pattern in patterns)


def short_numbers(writer: Writer, rng: Random) -> Written:
    """Three numbers of one digit: a year of one digit is none. Four and more numbers of any size. A fraction: 7/64."""
    separator = pick("--..//  ,:", rng)
    draw = rng.random()
    if draw < 0.2:
        return piece(f"{below(9, rng) + 1}/{below(68, rng) + 32}", "counted")
    if draw < 0.6:
        return piece(separator.join([str(below(10, rng)) for _ in range(3)]), "counted")
    count = 4 + below(3, rng)
    return piece(separator.join([str(below(pick((10, 32, 100), rng), rng)) for _ in range(count)]), "counted")
