"""Texts that are not dates, in every script: what a column of dates also holds, and what only looks like a date.

Each kind takes the locale's writer and a source of chance and returns a text. Their target is `<unk>`.
"""

from calendar import monthrange
from collections.abc import Callable
from random import Random


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


def words(writer: Writer, rng: Random) -> str:
    own = writer.facts.words or LATIN_WORDS
    return " ".join(
        rng.choice(own if rng.random() < 0.5 else LATIN_WORDS) for _ in range(1 + int(rng.random() * 4))
    )


def words_and_number(writer: Writer, rng: Random) -> str:
    word, count = words(writer, rng), number(writer, rng)
    return rng.choice((f"{word} {count}", f"{count} {word}", f"{word} {count} {words(writer, rng)}"))


def number(writer: Writer, rng: Random) -> str:
    """A number of any length that is no year, no compact date: 1-3 digits, 4 out of range, 5, 7, 9-20; 6 or 8 impossible."""
    length = rng.choice((1, 1, 2, 2, 3, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 16, 20))
    if length == 4:
        return str(rng.choice((rng.randrange(1, 1000), rng.randrange(3000, 10000)))).zfill(4)
    if length in (6, 8):
        return (
            f"{rng.randrange(32, 100)}{rng.randrange(32, 100)}"
            + f"{rng.randrange(13, 100) * 100 + rng.randrange(32, 100)}"[: length - 4]
        )
    if length in (12, 14):
        length += 1
    return "".join(rng.choice("0123456789") for _ in range(length))


def six_digits(writer: Writer, rng: Random) -> str:
    """Six digits that spell a day in some order: nobody can tell without knowing which."""
    day, month, year = rng.randrange(1, 29), rng.randrange(1, 13), rng.randrange(0, 100)
    return rng.choice(
        (
            f"{day:02d}{month:02d}{year:02d}",
            f"{month:02d}{day:02d}{year:02d}",
            f"{year:02d}{month:02d}{day:02d}",
        )
    )


def duration(writer: Writer, rng: Random) -> str:
    return rng.choice(writer.facts.durations or ("{} d",)).replace("{}", str(rng.randrange(1, 400)), 1)


def relative(writer: Writer, rng: Random) -> str:
    text = rng.choice(RELATIVE)
    while "{}" in text:
        text = text.replace("{}", str(rng.randrange(1, 100)), 1)
    return text


def time_alone(writer: Writer, rng: Random) -> str:
    time = rng.choice(writer.times)
    return time if not time.isdigit() else f"{time[:2]}:{time[2:]}"


def mark(writer: Writer, rng: Random) -> str:
    return rng.choice(MARKS) * (1 if rng.random() < 0.8 else 3)


def code(writer: Writer, rng: Random) -> str:
    """A product code, hexadecimal, e-mail or web address."""
    tail = "".join(rng.choice(LETTERS + "0123456789") for _ in range(rng.randrange(2, 12)))
    digits = str(rng.randrange(1, 99999))
    return rng.choice((f"{tail.upper()}-{digits}", tail, f"{tail[:3].upper()}{digits}", f"{tail}@mail.com", f"www.{tail}.org", f"{digits}-{tail}", f"{tail}/{digits}", f"0x{tail[:4]}"))  # fmt: skip


def measure(writer: Writer, rng: Random) -> str:
    """A price, version, address, telephone number, coordinate, score, fraction or percentage."""
    a, b, c, d = (rng.randrange(0, 256) for _ in range(4))
    money = rng.choice(CURRENCIES)
    return rng.choice((
        f"{a}.{b:02d} {money}", f"{money}{a},{b:02d}", f"{a},{b * 4:03d}.{c % 100:02d} {money}", f"{money} {a * 100}", f"v{a % 20}.{b % 20}.{c % 40}", f"{a % 9}.{b % 20}.{c + 32}-rc1",
        f"{a}.{b}.{c}.{d}", f"+{a % 90 + 1} {b} {c:03d} {d:03d} {a:02d}", f"0{a:03d}-{b:03d}{c:03d}", f"({a:03d}) {b:03d}-{c:04d}", f"{a % 90}.{b:03d}, {c % 90}.{d:03d}",
        f"{a % 90}°{b % 60}'{c % 60}\"N", f"{a + 32}/{b + 32}", f"{a + 32}:{b % 60}", f"{a % 100}.{b % 10}%", f"{a} x {b} x {c}", f"{a + 40}-{b + 13}", f"-{a}.{b}", f"{a}e{b % 9}",
        f"{a % 12}.{b % 60:02d} PM", f"{a % 30}:{b}:{c}", f"{a % 25}:{b % 60:02d}:{c % 60:02d}:{d % 60:02d}", f"{a},{b:03d}", f"{a % 30}.{b % 99} {words(writer, rng)}",
    ))  # fmt: skip


def period(writer: Writer, rng: Random) -> str:
    year = rng.randrange(1950, 2050)
    return rng.choice(PERIODS).format(
        q=rng.randrange(1, 5), w=rng.randrange(1, 53), y=year, y1=year + 1 + int(rng.random() * 20)
    )


def other_era(writer: Writer, rng: Random) -> str:
    values = {
        "n": rng.randrange(1, 110),
        "b": rng.randrange(2400, 2600),
        "h": rng.randrange(1300, 1460),
        "s": rng.randrange(1300, 1420),
        "j": rng.randrange(5600, 5800),
    }
    return rng.choice(OTHER_ERAS).format(
        m=rng.randrange(1, 13), d=rng.randrange(1, 31), y=rng.randrange(1, 3000), **values
    )


def name_alone(writer: Writer, rng: Random) -> str:
    """A month or weekday without a number, or a weekday with one."""
    rows = [*writer.facts.months.values(), *writer.facts.weekdays.values()]
    name = rng.choice(rng.choice(rows)) if rows else "Monday"
    return rng.choice(
        (
            name,
            name,
            f"{rng.choice(LATIN_WORDS)} {name}",
            f"{name} {rng.choice(writer.facts.words or LATIN_WORDS)}",
            f"{name}, {rng.choice(writer.times)}",
        )
    )


def impossible(writer: Writer, rng: Random) -> str:
    """A day no calendar has: 31 April, 29 February 2019, month 13, day 0, day 32 and up."""
    year, month = rng.randrange(FIRST_YEAR, LAST_YEAR + 1), rng.randrange(1, 13)
    past_end = monthrange(year, month)[1] + 1
    categories = [
        name for name in ("cldr", "named", "varied", "weekday", "language") if name in writer.categories
    ]
    if categories and rng.random() < 0.5:
        # Only a named month with four digits of year: of '31/04/18' some other order may make a date.
        pattern = rng.choice(writer.categories[rng.choice(categories)])
        layout = writer.layout(pattern)
        days = tuple(day for day in (0, past_end, past_end, past_end, rng.randrange(32, 100)))
        tables = {index: names for index, names in layout.pieces}
        if (
            not layout.two_digit_year
            and MONTH in tables
            and len(tables[MONTH][0]) == 13
            and all(len(names) > 99 for names in tables[DAY])
        ):
            values = (year, month, rng.choice(days), rng.randrange(7), rng.randrange(len(writer.times)), 0)
            return render(choose_style(layout, rng), values)[0]
    separator = rng.choice("/.-")
    day = rng.choice((past_end, past_end, rng.randrange(32, 100), 0))
    if day < 13 or rng.random() < 0.3:
        month, day = rng.randrange(13, 100), rng.randrange(13, 100)
    width = rng.choice(("d", "02d"))
    parts = (
        [format(day, width), format(month, width)]
        if rng.random() < 0.5 and month != 0
        else [format(month, width), format(day, width)]
    )
    if rng.random() < 0.4:
        return separator.join([str(year), format(month, "02d"), format(day, "02d")])
    return separator.join([*parts, str(year)])


def two_dates(writer: Writer, rng: Random) -> str:
    """Two different dates in one text: which one would be the answer?"""
    pattern = rng.choice(
        writer.categories.get(rng.choice(("cldr", "named", "language")), writer.categories["cldr"])
    )
    layout = writer.layout(pattern)
    texts = []
    for _ in range(2):
        values = (
            rng.randrange(1900, 2060),
            rng.randrange(1, 13),
            rng.randrange(1, 29),
            rng.randrange(7),
            rng.randrange(len(writer.times)),
            0,
        )
        texts.append(render(choose_style(layout, rng), values)[0])
    return rng.choice((" - ", " – ", " to ", " and ", ", ", " / ", " bis ", " au ", "; ", " ~ ")).join(texts)


def gibberish(writer: Writer, rng: Random) -> str:
    letters = "".join(writer.facts.words[:20]) or LETTERS
    text = "".join(rng.choice(letters) for _ in range(rng.randrange(1, 14)))
    return text if rng.random() < 0.7 else f"{text}{rng.choice((' ', '-', '.', '/'))}{rng.randrange(1, 2100)}"


KINDS: tuple[Callable[[Writer, Random], str], ...] = (
    words, words, words, words_and_number, words_and_number, number, number, six_digits, duration, relative, time_alone, mark, code, code, measure, measure,
    measure, period, period, other_era, name_alone, name_alone, impossible, impossible, impossible, impossible, two_dates, gibberish,
)  # fmt: skip


def non_date(writer: Writer, rng: Random) -> tuple[str, str]:
    """Return a text that is not a date and the name of its kind."""
    kind = rng.choice(KINDS)
    return kind(writer, rng), kind.__name__.replace("_", " ")
