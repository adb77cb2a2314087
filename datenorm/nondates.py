"""Texts that are not dates, in every script: what a column of dates also holds, and what only looks like a date.

Each kind takes the locale's writer and a source of chance and returns a text. Their target is `<unk>`.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Sequence
from functools import cache
from random import Random

from datenorm import languages, layouts
from datenorm.locales import split_pattern
from datenorm.noise import pick
from datenorm.surroundings import sentence_words
from datenorm.synthesis import (
    CALENDARS_OF_CHINA,
    DAY,
    ERA,
    FIRST_YEAR,
    LAST_YEAR,
    MONTH,
    Writer,
    choose_style,
    render,
)

LETTERS = "abcdefghijklmnopqrstuvwxyz"
CURRENCIES = ("€", "$", "£", "¥", "₽", "₹", "kr", "EUR", "USD", "zł", "CHF", "元", "円", "원")
MARKS = ("-", "--", "---", "/", "//", ".", "..", "...", "?", "??", "n/a", "N/A", "NULL", "null", "none", "None", "nan", "NaN", "#N/A", "#REF!",
         "TBD", "tba", "unknown", "-/-", "+", "++", "*", "0", "00", "x", "X", ":", "::", "_", "|", "%", "()", "[]", "{}", "\\N", "~", "✓", "❌", "😀")  # fmt: skip
RELATIVE = ("today", "tomorrow", "yesterday", "now", "last week", "next month", "next Friday", "in {} days", "{} days ago", "ago", "heute", "morgen", "gestern",
            "vor {} Tagen", "in {} Tagen", "hier", "demain", "aujourd'hui", "il y a {} jours", "hoy", "mañana", "ayer", "hace {} días", "oggi", "domani", "ieri",
            "hoje", "amanhã", "ontem", "сегодня", "завтра", "вчера", "{} дней назад", "今天", "明天", "昨天", "{}天前", "今日", "明日", "昨日", "{}日前", "오늘", "내일", "어제",
            "vandaag", "gisteren", "over {} dagen", "idag", "imorgon", "dziś", "jutro", "wczoraj", "dnes", "zítra", "bugün", "yarın", "اليوم", "غدا", "आज", "कल", "{}h",
            "{}d", "{} min", "{} a", "{} pm", "{}:{} - {}", "{}%", "No. {}", "nr {}", "§ {}", "page {}", "room {}", "{} items", "{}x", "#{}")  # fmt: skip
PERIODS = ("Q{q} {y}", "{y}-Q{q}", "{q}Q{y}", "{y} Q{q}", "{q}. Quartal {y}", "T{q} {y}", "W{w} {y}", "{y}-W{w}", "{y}W{w}", "KW {w}", "KW{w}/{y}", "week {w}",
           "week {w}, {y}", "semaine {w}", "H1 {y}", "FY{y}", "FY{w}", "{y}-W{w}-{q}", "{q} квартал {y}", "{y}年第{q}季度", "第{w}週", "summer {y}", "spring of {y}",
           "mid-{y}", "KW {w} {y}", "Woche {w}", "Woche {w} {y}", "semana {w}", "semana {w} de {y}", "vecka {w}", "v. {w}", "uge {w}", "uke {w}", "viikko {w}", "vk {w}", "týden {w}",
           "tydzień {w}", "{w}. hét", "неделя {w}", "{w} неделя {y}", "{w}. hafta", "第{w}周", "{w}주차", "{y}年第{w}週", "Sem. {w}", "CW{w}", "cw {w}/{y}", "1990s", "{q}0s", "the {y}s", "{y}er Jahre",
           "années {y}", "{w} century", "XX век", "XIX century", "{w}世紀", "{w}. století", "H2 {y}", "H{q}/{y}", "FY{y}/{w}", "FY {y}", "{y}年上半年", "{y}年第{q}四半期", "{y}年度", "{y}年春",
           "1H{y}", "Q{q}", "Q{q}/{y}", "Q{q} FY{w}", "{q}T {y}", "trim. {q} {y}", "{q}-й квартал", "zima {y}", "été {y}", "Sommer {y}", "verano {y}", "estate {y}", "лето {y}", "kesä {y}", "夏",
           "end of {y}", "late {y}", "Ende {y}", "Anfang {y}", "début {y}", "fin {y}", "{y}-", "{y}+", "{y} - {y1}", "{y} to {y1}", "{y}/{y1}", "academic year {y}/{w}", "early {y}", "winter {y}/{w}", "{w}th century", "{w}. Jahrhundert", "{y}-{w}-", "{y}/{y1}", "{y}-{y1}", "{y}–{y1}",
           "first half of {y}", "second half of {y}", "beginning of {y}", "middle of {y}", "erste Hälfte {y}", "zweite Hälfte {y}", "Mitte {y}", "première moitié de {y}", "mi-{y}", "courant {y}",
           "primer semestre de {y}", "finales de {y}", "principios de {y}", "mediados de {y}", "seconda metà del {y}", "fine {y}", "inizio {y}", "segundo semestre de {y}", "início de {y}", "конец {y}",
           "начало {y}", "вторая половина {y}", "середина {y} года", "кінець {y}", "koniec {y}", "połowa {y}", "konec {y}", "polovina {y}", "eind {y}", "begin {y}", "slutet av {y}", "loppuvuosi {y}",
           "{y} sonu", "{y} ortası", "{y}年初", "{y}年底", "{y}年下半年", "{y}年末", "{y}年前半", "{y}년 하반기", "{y}년 말", "cuối {y}", "akhir {y}", "أواخر {y}", "اواخر {y}")  # fmt: skip
# Years counted from elsewhere that `eras` does not turn into common ones, and other calendars.
OTHER_ERAS = ("明治{e}年{m}月{d}日", "R{n}.{m}.{d}", "H{n}.{m}.{d}", "S{n}/{m}/{d}", "พ.ศ. {b}", "AH {n}", "{d} Ramadan {n}", "{d} Muharram {h}", "{d} رمضان {h}",
              "{d} فروردین {s}", "{d} Tishri {j}", "農曆{m}月{d}日", "正月初一")  # fmt: skip
EARLIER_ERAS = ("BC", "B.C.", "BCE", "v. Chr.", "av. J.-C.", "a. C.", "до н. э.", "公元前")
LATIN_WORDS = ("order", "invoice", "paid", "shipped", "pending", "May I", "the", "march on", "cancelled", "John", "Maria", "Smith", "April Jones", "room", "total", "street", "Second St",
               "may be", "force", "become", "soon", "mountain", "not", "first", "one", "day", "year", "month", "date", "Date:", "time", "see", "page", "from", "to", "and", "August Müller",
               "Theresa", "Sunday school", "Friday", "delivery", "foo", "bar", "test", "nowhere", "information", "number", "costs", "points", "about", "I'm at", "few", "hour")  # fmt: skip
AGO = (
    "ago",
    "ago",
    "before",
    "later",
    "geleden",
    "назад",
    "tagasi",
    "fa",
    "sitten",
    "önce",
    "之前",
    "前",
    "후",
    "wcześniej",
    "atrás",
    "sedan",
    "siden",
)
ENGLISH_MONTHS = (
    "",
    *"January February March April May June July August September October November December".split(),
)
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
VERSIONS = ("Version: {a}.{b}.{c}", "Version {a}.{b}.{c}", "version {a}.{b}", "v{a}.{b}.{c}", "v {a}.{b}.{c}", "v{a}.{b}", "ver. {a}.{b}.{c}", "Ver {a}.{b}", "release {a}.{b}.{c}",
            "Release: {a}.{b}", "Python {a}.{b}.{c}", "build {a}.{b}.{c}", "Build: {a}.{b}.{c}.{b}", "rev. {a}.{b}.{c}", "rev {a}-{b}-{c}", "§ {a}.{b}.{c}", "Kapitel {a}.{b}.{c}",
            "section {a}.{b}.{c}", "Section: {a}.{b}", "{a}.{b}.{c}-beta", "{a}.{b}.{c}rc1", "{a}.{b}.{c}a1", "версия {a}.{b}.{c}", "Версия: {a}.{b}.{c}", "バージョン{a}.{b}.{c}",
            "版本 {a}.{b}.{c}", "版本：{a}.{b}.{c}", "버전 {a}.{b}.{c}", "versión {a}.{b}.{c}", "Versão {a}.{b}.{c}", "versione {a}.{b}.{c}", "wersja {a}.{b}.{c}", "verze {a}.{b}.{c}",
            "sürüm {a}.{b}.{c}", "Fassung {a}.{b}.{c}", "update {a}.{b}.{c}", "firmware {a}.{b}.{c}", "App {a}.{b}.{c}", "numpy=={a}.{b}.{c}", "lib-{a}.{b}.{c}", "package {a}.{b}.{c}",
            "iOS {a}.{b}.{c}", "Android {a}.{b}", "الإصدار {a}.{b}.{c}", "phiên bản {a}.{b}.{c}", "{a}.{b}.{c}.{b}", "Ver.{a}.{b}.{c}", "kernel {a}.{b}.{c}", "HTTP/{a}.{b}", "Chapter {a}.{b}.{c}",
            "article {a}.{b}.{c}", "point {a}.{b}.{c}", "No. {a}.{b}.{c}", "item {a}.{b}.{c}", "fig. {a}.{b}.{c}", "Table {a}.{b}", "n. {a}/{b}", "№ {a}/{b}", "nr. {a}/{b}")  # fmt: skip
UNITS = ("euro", "euros", "EUR", "€", "$", "USD", "dollars", "km", "kg", "g", "mg", "m", "cm", "mm", "ml", "l", "GB", "MB", "kWh", "W", "V", "mAh", "rpm", "m²", "pcs", "Stk", "Stück",
         "items", "people", "Personen", "personnes", "personas", "шт.", "руб.", "₽", "元", "円", "個", "人", "km/h", "calories", "points", "votes", "pages", "Seiten", "words", "steps",
         "users", "rows", "%", "°C", "bar", "Hz", "lbs", "oz", "ft", "miles", "yards", "PS", "kr", "zł", "Kč", "Ft", "lei", "TL", "₹", "บาท", "đồng", "원", "개", "명", "页", "tonnes", "mal",
         "times", "Mio", "Mrd", "million", "тыс.", "человек", "osób", "szt.", "ks", "db", "adet", "kişi", "орун", "شخص", "ريال", "रुपये", "लोग", "টাকা", "คน", "người", "orang", "buah",
         "Euro", "franků", "Franken", "Fr.", "CHF", "livres", "libri", "книг", "本", "冊", "台", "回", "度", "番", "階", "号室")  # fmt: skip
LABELS = ("room {n}", "Zimmer {n}", "page {n}", "p. {n}", "S. {n}", "Seite {n}", "page {s} of {n}", "Flight LH{n}", "Boeing 747-{n}", "iPhone {s}", "Windows {s}", "Route {n}", "Apollo {s}",
          "Article {n}", "Art. {n}", "§ {n}", "Psalm {s}", "John {s}:{t:02d}", "Mt {s}:{t}", "Chapter {s}", "Table {s}", "Fig. {s}", "Level {s}", "Season {s} Episode {t}", "S{s:02d}E{t:02d}",
          "No. {n}", "№ {n}", "#{n}", "Nr. {n}", "n° {n}", "nº {n}", "第{n}回", "第{n}号", "{n}号楼", "{s} Downing Street", "{n} rue du Mai", "Hauptstr. {s}", "ул. Ленина {s}", "calle Mayor {s}",
          "apt {n}", "box {n}", "lot {n}", "{n} kg", "size {s}", "EU {s}", "team {s}", "group {s}", "Gruppe {s}", "player {s}", "score {s}-{t}", "{s}:{t}", "{s}-{t}", "{s} : {t}", "{s} vs {t}",
          "{s}+{t}={n}", "{s} + {t}", "{s}*{t}", "{s} of {t}", "{s} out of {t}", "{s} von {t}", "{s} de {n}", "{s}x{t}", "{s} x {t} cm", "x{s}", "{n}k", "{s}M", "A{s}", "B-{n}",
          "bus {s}", "Linie {s}", "line {s}", "gate {s}", "Gleis {s}", "platform {s}", "track {s}", "version {s}", "step {s}", "day {s}", "Tag {s}", "día {s}", "jour {s}", "день {s}", "第{s}天",
          "age {s}", "{s} years old", "aged {s}", "{s} Jahre alt", "{s} ans", "{s} años", "{s} лет", "{s}岁", "{s}歳", "month {s}", "week {s}", "year {s}", "grade {s}", "class {s}", "Klasse {s}")  # fmt: skip
HOLIDAYS = ("Christmas", "Easter", "Easter Monday", "Weihnachten", "Ostern", "Pfingsten", "Noël", "Pâques", "Navidad", "Pascua", "Natale", "Pasqua", "Natal", "Páscoa", "New Year", "Silvester",
            "Thanksgiving", "Diwali", "Ramadan", "Eid", "Hanukkah", "春节", "中秋节", "国庆节", "お正月", "ゴールデンウィーク", "설날", "추석", "Рождество", "Пасха", "Новый год", "Boże Narodzenie",
            "Vánoce", "Karácsony", "Bayram", "عيد الفطر", "होली", "สงกรานต์", "Tết", "Midsommar", "Juhannus", "Kerst", "Påske", "Holi", "Nowruz", "Carnival", "Halloween")  # fmt: skip
LENGTHS = (1, 1, 2, 2, 3, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 16, 20)  # of numbers
FULL_DATES = (
    "cldr",
    "named",
    "varied",
    "weekday",
    "language",
)  # categories of dates with a day, a month and a year
# How a code is made of letters and a number, and a measure of four bytes and a currency.
CODES: tuple[Callable[[str, int], str], ...] = (
    lambda tail, n: f"{tail.upper()}-{n}", lambda tail, n: tail, lambda tail, n: f"{tail[:3].upper()}{n}", lambda tail, n: f"{tail}@mail.com",
    lambda tail, n: f"www.{tail}.org", lambda tail, n: f"{n}-{tail}", lambda tail, n: f"{tail}/{n}", lambda tail, n: f"0x{tail[:4]}",
)  # fmt: skip
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


def words(writer: Writer, rng: Random) -> str:
    own = writer.facts.words or LATIN_WORDS
    return " ".join([pick(own if rng.random() < 0.5 else LATIN_WORDS, rng) for _ in range(below(4, rng) + 1)])


def words_and_number(writer: Writer, rng: Random) -> str:
    word, count = words(writer, rng), number(writer, rng)
    draw = rng.random() * 3
    if draw > 2.7:
        count = str(below(250, rng) + 1800)  # with words behind it no more a year than another number
    if draw < 1:
        return f"{word} {count}"
    return f"{count} {word}" if draw < 2 else f"{word} {count} {words(writer, rng)}"


def sentence(writer: Writer, rng: Random) -> str:
    """Three to twelve words, of which up to two are numbers, or years: what a date might have stood in."""
    common = sentence_words(writer.facts, rng)
    own = writer.facts.words or common
    said = [pick(own if rng.random() < 0.3 else common, rng) for _ in range(below(10, rng) + 3)]
    for _ in range(below(3, rng)):
        said[below(len(said), rng)] = (
            str(1500 + below(600, rng)) if rng.random() < 0.4 else number(writer, rng)
        )
    return " ".join(said) + pick(("", "", ".", "!", "?", ":"), rng)


def number(writer: Writer, rng: Random) -> str:
    """A number of any length that is no year, no compact date.

    1-3 digits, 4 out of range, 5, 7, 9-20; 6 or 8 impossible.
    """
    length = pick(LENGTHS, rng)
    if length == 4:
        return f"{below(999, rng) + 1 if rng.random() < 0.5 else below(7000, rng) + 3000:04d}"
    if length in (6, 8):
        tail = f"{below(87, rng) + 13}{below(68, rng) + 32}"
        return f"{below(68, rng) + 32}{below(68, rng) + 32}{tail[: length - 4]}"
    if length == 12:
        length += 1
    return f"{rng.getrandbits(80) % 10**length:0{length}d}"


def six_digits(writer: Writer, rng: Random) -> str:
    """Six digits that spell a day in some order: nobody can tell without knowing which."""
    day, month, year = below(28, rng) + 1, below(12, rng) + 1, below(100, rng)
    first, second, third = pick(((day, month, year), (month, day, year), (year, month, day)), rng)
    return f"{first:02d}{second:02d}{third:02d}"


def duration(writer: Writer, rng: Random) -> str:
    """'15 minutes', '3 hours 15 minutes'."""
    own = writer.facts.durations or ("{} d",)
    text = pick(own, rng).replace("{}", str(below(60 if rng.random() < 0.7 else 399, rng) + 1), 1)
    if rng.random() < 0.3:
        return f"{text}{pick((' ', ', ', ''), rng)}{pick(own, rng).replace('{}', str(below(60, rng)), 1)}"
    return text


def relative(writer: Writer, rng: Random) -> str:
    """'3 weeks ago', in the locale's language or another; now and then with words of both."""
    draw = rng.random()
    if draw < 0.6 and writer.facts.relatives:
        return pick(writer.facts.relatives, rng).replace("{}", str(below(60, rng) + 1))
    if draw < 0.7 and writer.facts.durations:
        return f"{duration(writer, rng)} {pick(AGO, rng)}"
    text = pick(RELATIVE, rng)
    while "{}" in text:
        text = text.replace("{}", str(below(99, rng) + 1), 1)
    return text


def time_alone(writer: Writer, rng: Random) -> str:
    time = pick(writer.times, rng)
    return time if not time.isdigit() else f"{time[:2]}:{time[2:]}"


def mark(writer: Writer, rng: Random) -> str:
    return pick(MARKS, rng) * (1 if rng.random() < 0.8 else 3)


def code(writer: Writer, rng: Random) -> str:
    """A product code, hexadecimal, e-mail or web address."""
    tail = "".join(rng.choices(LETTERS + "0123456789", k=below(10, rng) + 2))
    return pick(CODES, rng)(tail, below(99998, rng) + 1)


def measure(writer: Writer, rng: Random) -> str:
    """A price, version, address, telephone number, coordinate, score, fraction or percentage."""
    if rng.random() * (len(MEASURES) + 1) < 1:
        return f"{below(30, rng)}.{below(99, rng)} {words(writer, rng)}"
    a, b, c, d = rng.getrandbits(32).to_bytes(4, "big")
    return pick(MEASURES, rng)(a, b, c, d, pick(CURRENCIES, rng))


def period(writer: Writer, rng: Random) -> str:
    """A quarter, a week, a season, a half of a year; now and then at the end of a sentence."""
    year = below(100, rng) + 1950
    text = pick(PERIODS, rng).format(
        q=below(4, rng) + 1, w=below(52, rng) + 1, y=year, y1=year + 1 + below(20, rng)
    )
    return text if rng.random() < 0.8 else f"{words(writer, rng)} {text}"


def decimal_range(writer: Writer, rng: Random) -> str:
    """From one decimal number to another, among words: 'in 10.1 - 10.12'."""
    a, b, c, d = (below(limit, rng) for limit in (32, 13, 32, 32))
    text = pick(
        ("{a}.{b} - {c}.{d}", "{a} - {c}.{d}", "{a}.{b}-{c}", "{a},{b} - {c},{d}", "{a}.{b} – {c}.{d}"), rng
    )
    text = text.format(a=a, b=b, c=c, d=d)
    return f"{words(writer, rng)} {text}" if rng.random() < 0.7 else f"{text} {pick(UNITS, rng)}"


def other_era(writer: Writer, rng: Random) -> str:
    return pick(OTHER_ERAS, rng).format(
        n=below(109, rng) + 1,
        e=below(5, rng) + 1,
        b=below(84, rng) + 2400,
        h=below(160, rng) + 1300,
        s=below(120, rng) + 1300,
        j=below(200, rng) + 5600,
        m=below(12, rng) + 1,
        d=below(30, rng) + 1,
    )


def before_christ(writer: Writer, rng: Random) -> str:
    """A year or a day of it in the era before the common one, which ISO 8601 years without a sign do not reach."""
    eras = writer.facts.earlier_eras or EARLIER_ERAS
    era = pick(EARLIER_ERAS if rng.random() < 0.15 else eras, rng)
    year = below(999 if rng.random() < 0.6 else LAST_YEAR, rng) + 1
    chinese = writer.facts.language in CALENDARS_OF_CHINA
    in_front = chinese or rng.random() < 0.1
    if rng.random() < 0.4:
        text = str(year)
    else:
        layout = writer.layout(pick(writer.categories["cldr"], rng))
        style = choose_style(layout, rng)
        values = (
            year,
            below(12, rng) + 1,
            below(28, rng) + 1,
            below(7, rng),
            below(len(writer.times), rng),
            0,
        )
        if ERA in style.values:
            style.tables[style.values.index(ERA)] = [era]
            return render(style, values)[0]
        text = render(style, values)[0]
    if not in_front:
        return f"{text} {era}"
    return f"{era}{text}" if chinese else f"{era} {text}"


def name_alone(writer: Writer, rng: Random) -> str:
    """A month or weekday without a number, or a weekday with one."""
    rows = [*writer.facts.months.values(), *writer.facts.weekdays.values()]
    name = pick(pick(rows, rng), rng) if rows else "Monday"
    draw = rng.random() * 5
    if draw < 2:
        return name
    if draw < 3:
        return f"{pick(LATIN_WORDS, rng)} {name}"
    if draw < 4:
        return f"{name} {pick(writer.facts.words or LATIN_WORDS, rng)}"
    return f"{name}, {pick(writer.times, rng)}"


def impossible(writer: Writer, rng: Random) -> str:
    """A day no calendar has: 31 April, 29 February 2019, month 13, day 0, day 32 and up."""
    year, month = below(LAST_YEAR + 1 - FIRST_YEAR, rng) + FIRST_YEAR, _month(rng)
    past_end = monthrange(year, month)[1] + 1
    categories = [name for name in FULL_DATES if name in writer.categories]
    if categories and rng.random() < 0.5:
        # Only a named month with four digits of year: of '31/04/18' some other order may make a date.
        layout = writer.layout(pick(writer.categories[pick(categories, rng)], rng))
        tables = dict(zip(layout.values, layout.tables, strict=True))
        if (
            not layout.two_digit_year
            and MONTH in tables
            and len(tables[MONTH][0]) == 13
            and all(len(names) > 99 for names in tables[DAY])
        ):
            day = pick((0, past_end, past_end, past_end, below(68, rng) + 32), rng)
            values = (year, month, day, below(7, rng), below(len(writer.times), rng), 0)
            return render(choose_style(layout, rng), values)[0]
    separator = pick("/.-", rng)
    day = pick((past_end, past_end, below(68, rng) + 32, 0), rng)
    if day < 13 or rng.random() < 0.3:
        month, day = below(87, rng) + 13, below(87, rng) + 13
    if rng.random() < 0.4:
        return f"{year}{separator}{month:02d}{separator}{day:02d}"
    first, second = (day, month) if rng.random() < 0.5 else (month, day)
    if rng.random() < 0.5:
        return f"{first}{separator}{second}{separator}{year}"
    return f"{first:02d}{separator}{second:02d}{separator}{year}"


def _month(rng: Random) -> int:
    """Return a month, February more often: whether it has a 29th is the hardest to tell."""
    return 2 if rng.random() < 0.2 else below(12, rng) + 1


def impossible_in_words(writer: Writer, rng: Random) -> str:
    """A month or day no calendar has where words tell which is which: 2018年13月5日, ngày 32 tháng 1 năm 2018."""
    patterns = _worded(writer.facts.language, writer.facts.patterns)
    if not patterns:
        return impossible(writer, rng)
    layout = writer.layout(pick(patterns, rng))
    too_late, day = 13 + below(40, rng), below(28, rng) + 1
    month, day = pick(
        ((too_late, day), (day % 12 + 1, 32 + below(60, rng)), (0, day), (day % 12 + 1, 0)), rng
    )
    values = (below(160, rng) + 1900, month, day, below(7, rng), below(len(writer.times), rng), 0)
    return render(choose_style(layout, rng), values)[0]


@cache
def _worded(language: str, patterns: tuple[str, ...]) -> list[str]:
    """Return the layouts and CLDR patterns that say with words which number is the day, which the month."""
    own: tuple[str, ...] = tuple(map(layouts.expand, languages.LAYOUTS.get(language, ())))
    if language in CALENDARS_OF_CHINA:
        own = (*languages.CHINESE, *languages.CHINESE_PARTIAL)
    if language == "ko":
        own = (*languages.KOREAN, *languages.KOREAN_PARTIAL)
    return [pattern for pattern in (*own, *patterns) if _is_worded(split_pattern(pattern))]


def _is_worded(pieces: list[tuple[str, str]]) -> bool:
    names = [name for _, name in pieces if name]
    numbers = {"d", "dd"} & set(names) and {"M", "MM"} & set(names)
    around = "".join(
        (before[0] + after[0])
        for before, field, after in zip([("", ""), *pieces], pieces, [*pieces[1:], ("", "")], strict=False)
        if field[1] in ("M", "MM")
    )
    return bool(numbers) and any(letter.isalpha() for letter in around)


def impossible_digits(writer: Writer, rng: Random) -> str:
    """A year first and a month or day behind it that does not exist: 2018-13-01, 2018/0/10, 20180230."""
    year = below(200, rng) + 1900
    month, day = _month(rng), below(28, rng) + 1
    month, day = pick(
        (
            (13 + below(18, rng), day),
            (0, day),
            (month, 0),
            (month, 32 + below(60, rng)),
            (month, monthrange(year, month)[1] + 1),
        ),
        rng,
    )
    if year % 100 > 12 and rng.random() < 0.3:  # no month in the middle, whichever end the year is at
        return f"{year}{month:02d}{day:02d}"
    separator = pick("-----//..", rng)
    if rng.random() < 0.3:
        return f"{year}{separator}{month}{separator}{day}"
    return f"{year}{separator}{month:02d}{separator}{day:02d}"


def impossible_without_year(writer: Writer, rng: Random) -> str:
    """30 February, 31 April, 0 May; a month name first leaves no more than 31, since 32 might be a year."""
    month = pick((2, 4, 6, 9, 11), rng)
    name = _month_names(writer, rng)[month]
    day = pick((0, 30 if month == 2 else 31, 30 if month == 2 else 31), rng)
    if rng.random() < 0.5:
        return pick(("{m} {d}", "{m} {d}."), rng).format(m=name, d=day)
    return pick(("{d} {m}", "{d}. {m}", "{d}-{m}", "{d:02d} {m}"), rng).format(
        m=name, d=pick((day, 32 + below(60, rng)), rng)
    )


def date_range(writer: Writer, rng: Random) -> str:
    """A day to another, with the month's name: which of the two would be the answer? Now and then the second is none."""
    names, first = _month_names(writer, rng), below(27, rng) + 1
    month = below(12, rng) + 1
    other = below(12, rng) + 1
    return pick(RANGES, rng).format(
        a=first, b=first + 1 + below(31 - first, rng), m=names[month], n=names[other if other != month else month % 12 + 1],
        y=below(160, rng) + 1900, z=below(40, rng) + 2061,
    )  # fmt: skip


def numeric_range(writer: Writer, rng: Random) -> str:
    first, month = below(27, rng) + 1, below(11, rng) + 1
    return pick(NUMERIC_RANGES, rng).format(
        a=first,
        b=first + 1 + below(31 - first, rng),
        p=month,
        q=month + below(2, rng),
        y=below(160, rng) + 1900,
        s=pick("-–~/ ", rng),
    )


def _month_names(writer: Writer, rng: Random) -> Sequence[str]:
    """Return a table of month names, 1 to 12, in one of the locale's styles; English ones where it has none."""
    return pick(writer.layout("N").tables[0], rng) if writer.has_names else ENGLISH_MONTHS


def version(writer: Writer, rng: Random) -> str:
    a, b, c = below(12, rng), below(20, rng), below(40, rng)
    return pick(VERSIONS, rng).format(a=a, b=b, c=c)


def decimal(writer: Writer, rng: Random) -> str:
    """A decimal number or a pair joined by a dash, alone or among words."""
    a, b = below(32, rng), below(32, rng)
    text = pick(("{}.{}", "{}.{}", "{},{}", "{}-{}", "{}–{}", "{}:{}"), rng).format(a, b)
    draw = rng.random()
    if draw < 0.3 and not _has_bare_pairs(writer.facts.patterns):
        return text
    if draw < 0.7:
        return f"{words(writer, rng)} {text}"
    return (
        f"{text} {pick(UNITS, rng)}" if draw < 0.85 else f"{words(writer, rng)} {text} {words(writer, rng)}"
    )


@cache
def _has_bare_pairs(patterns: tuple[str, ...]) -> bool:
    """Return whether a locale writes day and month as `05.12` or `5-12`."""
    return any(re.fullmatch("[dM]+[.-][dM]+", pattern) for pattern in patterns)


def short_numbers(writer: Writer, rng: Random) -> str:
    """Three numbers of one digit: a year of one digit is none. Four and more numbers of any size. A fraction: 7/64."""
    separator = pick("--..//  ,:", rng)
    draw = rng.random()
    if draw < 0.2:
        return f"{below(9, rng) + 1}/{below(68, rng) + 32}"
    if draw < 0.6:
        return separator.join(str(below(10, rng)) for _ in range(3))
    return separator.join(str(below(pick((10, 32, 100), rng), rng)) for _ in range(4 + below(3, rng)))


def quantity(writer: Writer, rng: Random) -> str:
    """A price or measure whose number could be a year, in a sentence or alone."""
    amount = pick(
        (below(2000, rng) + 1000, below(2000, rng) + 1000, below(400, rng) + 1, (below(99, rng) + 1) * 100),
        rng,
    )
    unit = pick(UNITS, rng)
    text = f"{amount}{pick((' ', ' ', ''), rng)}{unit}"
    draw = rng.random()
    if draw < 0.4:
        return text
    if draw < 0.8:
        return f"{words(writer, rng)} {text}"
    return f"{words(writer, rng)} {text} {words(writer, rng)}"


def label(writer: Writer, rng: Random) -> str:
    return pick(LABELS, rng).format(n=below(999, rng) + 1, s=below(30, rng) + 1, t=below(60, rng))


def holiday(writer: Writer, rng: Random) -> str:
    name = pick(HOLIDAYS, rng)
    return name if rng.random() < 0.3 else f"{name} {below(160, rng) + 1900}"


def two_dates(writer: Writer, rng: Random) -> str:
    """Two different dates in one text: which one would be the answer?"""
    patterns = writer.categories.get(pick(("cldr", "named", "language"), rng), writer.categories["cldr"])
    layout = writer.layout(pick(patterns, rng))
    texts = []
    for _ in range(2):
        year, month, day = below(160, rng) + 1900, below(12, rng) + 1, below(28, rng) + 1
        values = (year, month, day, below(7, rng), below(len(writer.times), rng), 0)
        texts.append(render(choose_style(layout, rng), values)[0])
    return pick((" - ", " – ", " to ", " and ", ", ", " / ", " bis ", " au ", "; ", " ~ "), rng).join(texts)


def gibberish(writer: Writer, rng: Random) -> str:
    letters = "".join(writer.facts.words[:20]) or LETTERS
    text = "".join(rng.choices(letters, k=below(13, rng) + 1))
    return text if rng.random() < 0.7 else f"{text}{pick(' -./', rng)}{below(2099, rng) + 1}"


def below(limit: int, rng: Random) -> int:
    """Return one of 0 to `limit` - 1; `Random.randrange` takes three times as long."""
    return int(rng.random() * limit)


# Of ten rows about four look like dates: ranges, impossible days, versions, decimals and durations.
KINDS: tuple[Callable[[Writer, Random], str], ...] = (
    words, words, sentence, sentence, words_and_number, words_and_number, number, number, six_digits, duration, duration, relative, relative, time_alone, mark, code, code,
    measure, measure, quantity, quantity, label, period, period, period, decimal_range, other_era, before_christ, holiday, name_alone, name_alone, impossible, impossible, impossible, impossible,
    impossible_in_words, impossible_in_words, impossible_digits, impossible_without_year, two_dates, two_dates, date_range, date_range, date_range,
    numeric_range, numeric_range, version, version, decimal, decimal, short_numbers, gibberish,
)  # fmt: skip
NAMES = {kind: kind.__name__.replace("_", " ") for kind in KINDS}
NATIVE_SHARE, TIME_SHARE, UPPER_SHARE = 0.3, 0.08, 0.04
TIMED = (
    words,
    holiday,
    impossible,
    impossible_in_words,
    two_dates,
    date_range,
)  # a time may stand behind them


def non_date(writer: Writer, rng: Random) -> tuple[str, str]:
    """Return a text that is not a date and the name of its kind."""
    kind = pick(KINDS, rng)
    text = kind(writer, rng)
    draw = rng.random()
    if draw < TIME_SHARE and kind in TIMED:
        text = f"{text} {pick(writer.times, rng)}"
    elif draw < TIME_SHARE + UPPER_SHARE:
        text = text.upper()
    elif draw > 1 - NATIVE_SHARE and writer.digit_maps:
        text = text.translate(pick(writer.digit_maps, rng))
    return text, NAMES[kind]
