"""Texts that are not dates, in every script: what a column of dates also holds, and what only looks like a date.

Each kind takes the locale's writer and a source of chance and returns a text. Their target is `<unk>`.
"""

from calendar import monthrange
from collections.abc import Callable
from random import Random

from datenorm.noise import pick
from datenorm.synthesis import DAY, FIRST_YEAR, LAST_YEAR, MONTH, Writer, choose_style, render

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
           "mid-{y}", "early {y}", "winter {y}/{w}", "{w}th century", "{w}. Jahrhundert", "{y}-{w}-", "{y}/{y1}", "{y}-{y1}", "{y}–{y1}")  # fmt: skip
OTHER_ERAS = ("令和{n}年{m}月{d}日", "平成{n}年{m}月{d}日", "昭和{n}年{m}月{d}日", "民國{n}年{m}月{d}日", "{y} BC", "{n} BC", "{n} BCE", "{n} v. Chr.", "{d}.{m}.{n} v. Chr.",
              "R{n}.{m}.{d}", "H{n}.{m}.{d}", "S{n}/{m}/{d}", "{n} av. J.-C.", "{n} до н. э.", "พ.ศ. {b}", "AH {n}", "{d} Ramadan {n}", "{d} Muharram {h}", "{d} رمضان {h}",
              "{d} فروردین {s}", "{d} Tishri {j}", "農曆{m}月{d}日", "正月初一", "昭和{n}年")  # fmt: skip
LATIN_WORDS = ("order", "invoice", "paid", "shipped", "pending", "May I", "the", "march on", "cancelled", "John", "Maria", "Smith", "April Jones", "room", "total", "street", "Second St",
               "may be", "force", "become", "soon", "mountain", "not", "first", "one", "day", "year", "month", "date", "Date:", "time", "see", "page", "from", "to", "and", "August Müller",
               "Theresa", "Mars", "Sunday school", "Friday", "delivery", "foo", "bar", "test", "nowhere", "information", "number", "costs", "points", "about", "I'm at", "few", "hour")  # fmt: skip
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
    if draw < 1:
        return f"{word} {count}"
    return f"{count} {word}" if draw < 2 else f"{word} {count} {words(writer, rng)}"


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
    return pick(writer.facts.durations or ("{} d",), rng).replace("{}", str(below(399, rng) + 1), 1)


def relative(writer: Writer, rng: Random) -> str:
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
    year = below(100, rng) + 1950
    return pick(PERIODS, rng).format(
        q=below(4, rng) + 1, w=below(52, rng) + 1, y=year, y1=year + 1 + below(20, rng)
    )


def other_era(writer: Writer, rng: Random) -> str:
    return pick(OTHER_ERAS, rng).format(
        n=below(109, rng) + 1,
        b=below(200, rng) + 2400,
        h=below(160, rng) + 1300,
        s=below(120, rng) + 1300,
        j=below(200, rng) + 5600,
        m=below(12, rng) + 1,
        d=below(30, rng) + 1,
        y=below(2999, rng) + 1,
    )


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
    year, month = below(LAST_YEAR + 1 - FIRST_YEAR, rng) + FIRST_YEAR, below(12, rng) + 1
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


KINDS: tuple[Callable[[Writer, Random], str], ...] = (
    words, words, words, words_and_number, words_and_number, number, number, six_digits, duration, relative, time_alone, mark, code, code, measure, measure,
    measure, period, period, other_era, name_alone, name_alone, impossible, impossible, impossible, impossible, two_dates, gibberish,
)  # fmt: skip


NAMES = {kind: kind.__name__.replace("_", " ") for kind in KINDS}


def non_date(writer: Writer, rng: Random) -> tuple[str, str]:
    """Return a text that is not a date and the name of its kind."""
    kind = pick(KINDS, rng)
    return kind(writer, rng), NAMES[kind]
