"""Words and what stands in for them: names, marks, codes, labels, holidays."""

from collections.abc import Callable, Sequence
from random import Random

from datenorm.dates.calendar import ENGLISH_MONTHS
from datenorm.generation.noise import below, pick
from datenorm.generation.synthesis import Writer
from datenorm.generation.writing import SPACE, Written, fill, joined, piece, prose, said

LETTERS = "abcdefghijklmnopqrstuvwxyz"
MARKS = ("-", "--", "---", "/", "//", ".", "..", "...", "?", "??", "n/a", "N/A", "NULL", "null", "none", "None", "nan", "NaN", "#N/A", "#REF!",
         "TBD", "tba", "unknown", "-/-", "+", "++", "*", "0", "00", "x", "X", ":", "::", "_", "|", "%", "()", "[]", "{}", "\\N", "~", "✓", "❌", "😀")  # fmt: skip
LATIN_WORDS = ("order", "invoice", "paid", "shipped", "pending", "May I", "the", "march on", "cancelled", "John", "Maria", "Smith", "April Jones", "room", "total", "street", "Second St",
               "may be", "force", "become", "soon", "mountain", "not", "first", "one", "day", "year", "month", "date", "Date:", "time", "see", "page", "from", "to", "and", "August Müller",
               "Theresa", "Sunday school", "Friday", "delivery", "foo", "bar", "test", "nowhere", "information", "number", "costs", "points", "about", "I'm at", "few", "hour")  # fmt: skip
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
# How a code is made of letters and a number, and a measure of four bytes and a currency.
CODES: tuple[Callable[[str, int], str], ...] = (
    lambda tail, n: f"{tail.upper()}-{n}", lambda tail, n: tail, lambda tail, n: f"{tail[:3].upper()}{n}", lambda tail, n: f"{tail}@mail.com",
    lambda tail, n: f"www.{tail}.org", lambda tail, n: f"{n}-{tail}", lambda tail, n: f"{tail}/{n}", lambda tail, n: f"0x{tail[:4]}",
)  # fmt: skip


def words(writer: Writer, rng: Random) -> Written:
    """One to four words, the locale's or Latin ones."""
    own = writer.facts.words or LATIN_WORDS
    said = [pick(own if rng.random() < 0.5 else LATIN_WORDS, rng) for _ in range(below(4, rng) + 1)]
    return piece(" ".join(said), "prose")


def mark(writer: Writer, rng: Random) -> Written:
    """A mark that stands for nothing: a dash, a question mark."""
    return prose(pick(MARKS, rng) * (1 if rng.random() < 0.8 else 3))


def code(writer: Writer, rng: Random) -> Written:
    """A product code, hexadecimal, e-mail or web address."""
    tail = "".join(rng.choices(LETTERS + "0123456789", k=below(10, rng) + 2))
    return piece(pick(CODES, rng)(tail, below(99998, rng) + 1), "counted")


def label(writer: Writer, rng: Random) -> Written:
    """A label with a number, as documents and files have them."""
    return piece(
        pick(LABELS, rng).format(n=below(999, rng) + 1, s=below(30, rng) + 1, t=below(60, rng)), "counted"
    )


def holiday(writer: Writer, rng: Random) -> Written:
    """A holiday, with a year or without."""
    name = piece(pick(HOLIDAYS, rng), "prose")
    return name if rng.random() < 0.3 else joined(name, SPACE, said(str(below(160, rng) + 1900), "year"))


def name_alone(writer: Writer, rng: Random) -> Written:
    """A month or weekday without a number, or a weekday with one."""
    rows = [*writer.facts.months.values(), *writer.facts.weekdays.values()]
    row = pick(rows, rng) if rows else ("Monday",)
    name = said(pick(row, rng) if rows else row[0], "month" if len(row) == 12 else "weekday")
    draw = rng.random() * 5
    if draw < 2:
        return name
    if draw < 3:
        return joined(piece(pick(LATIN_WORDS, rng), "prose"), SPACE, name)
    if draw < 4:
        return joined(name, SPACE, piece(pick(writer.facts.words or LATIN_WORDS, rng), "prose"))
    return joined(name, piece(", ", "connector"), pick(writer.times, rng))


def gibberish(writer: Writer, rng: Random) -> Written:
    """Random letters of the locale's script."""
    letters = "".join(writer.facts.words[:20]) or LETTERS
    text = "".join(rng.choices(letters, k=below(13, rng) + 1))
    if rng.random() < 0.7:
        return piece(text, "prose")
    return fill(
        f"{{word}}{pick(' -./', rng)}{{n}}",
        "prose",
        word=piece(text, "prose"),
        n=(below(2099, rng) + 1, "counted"),
    )


def month_names(writer: Writer, rng: Random) -> Sequence[str]:
    """Return a table of month names, 1 to 12, in one of the locale's styles; English ones where it has none."""
    return pick(writer.layout("N").tables[0], rng) if writer.has_names else ("", *ENGLISH_MONTHS)
