"""Lines of catalogues, logs and lists: a whole date among entries with numbers of their own, or such entries alone.

The nouns are any: words of the locale, cut short as people cut them, or the first letters of things; a number says what
it is by where it stands. Beside a date, a period or a relative date the target is that, without one it is none.
"""

from collections.abc import Callable, Sequence
from random import Random

from datenorm.generation.kinds import bounds, periods, ranges, relative, unknown
from datenorm.generation.kinds.counted import coded, measured, named
from datenorm.generation.kinds.drawing import FULL, Drawn, Kind, a_plain_date, before, harmless_words
from datenorm.generation.noise import below, pick
from datenorm.generation.synthesis import CALENDARS_OF_CHINA, Writer
from datenorm.generation.wordlists import any_case, common_words, means_nothing, word
from datenorm.generation.writing import Written, fill, joined, piece, prose, said

Entry = Callable[[Writer, Random], Written]
SIGNS = (", ", ", ", ", ", ", ", "; ", " - ", " – ", " – ", " | ", " · ", ": ", ". ", " / ", "  ")
SIGNS_OF_CHINA = ("、", "，", "・", " ", "；", "｜", "／")
MOST_ENTRIES = 4
LONGEST_CUT = 5  # letters of a word that is cut short
LABEL_SHARE, TIME_SHARE, BRACKET_SHARE, CUT_SHARE = 0.25, 0.12, 0.12, 0.5
COMMON_SHARE = 0.6  # of nouns that are any word of the language, where wordfreq knows it
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ORDINALS = ("{}.", "{}.", "{}e", "{}er", "{}th", "{}st", "{}nd", "{}rd", "{}º", "{}ª", "{}o", "{}-й", "{}-я", "{}:e", "{}-ик", "{}ος", "{}η", "第{}", "{}-та", "{}-", "{}.")  # fmt: skip
OPENED_AND_CLOSED = (
    "{a}{range:–}{b}", "{a}{range:-}{b}", "{a} {range:-} {b}", "{a}:{m}{range:–}{b}:{n}", "{a}.{m}{range:–}{b}.{n}", "{a}:{m}{range:-}{b}:{n}", "{a}.{m} {range:-} {b}.{n}", "{a}h{range:–}{b}h", "{a}h{m}{range:-}{b}h{n}",
    "{a} {range:bis} {b} Uhr", "{a}.{m}{range:–}{b}.{n} Uhr", "{a} {range:à} {b} h", "{a}{dayperiod:am}{range:-}{b}{dayperiod:pm}", "{a}{dayperiod:am}{range:–}{b}{dayperiod:pm}", "{a} {range:to} {b}",
)  # fmt: skip


def _number(rng: Random) -> str:
    """Return a number as entries have it, of any size; or two with a sign that no date has between them."""
    draw = rng.random()
    if draw < 0.4:
        return str(below(31, rng) + 1)
    if draw < 0.6:
        return str(below(2200, rng) + 1)
    if draw < 0.7:
        return str(below(999_000, rng) + 1000)
    a, b, c = below(99, rng) + 1, below(99, rng), below(999, rng)
    made = (
        f"{a}.{c:03d}", f"{a},{c:03d}", f"{a} {c:03d}", f"{a}.{b % 10}", f"{a},{b:02d}", f"{a}{pick('abcAB', rng)}", f"{pick(LETTERS, rng)}{a}", f"{a}×{b + 1}",
        f"{a} x {b + 1}", f"{a} × {b + 1} × {c + 1}", f"{a % 9}:{b % 9}", f"{a % 9}-{b % 9}", f"{a % 9} - {b % 9}", f"{a}/{1950 + b % 75}", f"{a + c}/{b:02d}", f"{1900 + b}.{c}.{a}", f"{a}.{b:02d}.{c}", f"{a % 12 + 1}.{b:02d}.{c % 99 + 40}", f"({a})",
    )  # fmt: skip
    return pick(made, rng)


def _some_words(writer: Writer, rng: Random) -> Sequence[str]:
    """Return words of the locale: the common ones of its language, or names of languages and territories."""
    common = common_words(writer.facts.language)
    return common if common and rng.random() < COMMON_SHARE else writer.facts.words


def _noun(writer: Writer, rng: Random) -> str:
    """Return what an entry calls its number: a word of the locale, many of them cut short; or a few letters."""
    words = _some_words(writer, rng)
    if not words or rng.random() < 0.15:
        return "".join([pick(LETTERS, rng) for _ in range(below(4, rng) + 1)])
    noun = pick(words, rng)
    if rng.random() < CUT_SHARE:
        cut = noun[: below(LONGEST_CUT, rng) + 1] + pick((".", ".", ""), rng)
        noun = cut if means_nothing(cut) else noun  # no month's name cut short
    return noun.lower() if rng.random() < 0.4 else any_case(noun, rng)


def _numbered(writer: Writer, rng: Random) -> Written:
    """A number behind its noun, or before it: inv. 331, поз. 93, 112. szám, row 9."""
    noun, number = _noun(writer, rng), _number(rng)
    if writer.facts.language in CALENDARS_OF_CHINA and rng.random() < 0.7:  # where no space parts words
        return piece(f"{number}{noun}" if rng.random() < 0.6 else f"{noun}{number}", "counted")
    gap = pick((" ", " ", " ", " ", "", ": ", "=", " #", " no. ", " № ", "-"), rng)
    if rng.random() < 0.4:
        return piece(f"{number}{pick((' ', ' ', ' ', '. ', '-'), rng)}{noun}", "counted")
    return piece(f"{noun}{gap}{number}", "counted")


def _ordinal(writer: Writer, rng: Random) -> Written:
    """A number in a row, before what it counts: 3e étage, 19. etasje, 第3回."""
    number = pick(ORDINALS, rng).format(below(40 if rng.random() < 0.8 else 400, rng) + 1)
    return piece(f"{number} {_noun(writer, rng)}", "counted")


def _fraction(writer: Writer, rng: Random) -> Written:
    """Parts of something: 1/2 cup sugar, 24/7."""
    parts = f"{below(24, rng) + 1}/{below(24, rng) + 1}"
    return piece(f"{parts} {_noun(writer, rng)}", "counted")


def _said_with_numbers(writer: Writer, rng: Random) -> Written:
    """A few words of a sentence, one or two of which are numbers: 2 dientes de ajo y 3 hojas."""
    words = _some_words(writer, rng) or LETTERS
    spoken = [pick(words, rng) for _ in range(below(4, rng) + 1)]
    for _ in range(below(2, rng) + 1):
        number = str(below(2200 if rng.random() < 0.4 else 31, rng) + 1)
        spoken.insert(below(len(spoken), rng), number)
    return prose(" ".join(spoken))


def _words(writer: Writer, rng: Random) -> Written:
    """Words without any number: a name, a place, a remark."""
    words = _some_words(writer, rng)
    if words and rng.random() < 0.6:
        return prose(" ".join([pick(words, rng) for _ in range(below(2, rng) + 1)]))
    return prose(harmless_words(writer, below(3, rng) + 1, rng))


def _bare(writer: Writer, rng: Random) -> Written:
    """A number that nothing names, longer than those of dates: 8421, 19.99, 59,962."""
    a, b = below(8000, rng) + 2200, below(99, rng)
    return piece(
        pick((f"{a}", f"{a * 17}", f"{a}.{b:02d}", f"{b},{a % 1000:03d}", f"{b} {a % 1000:03d}"), rng),
        "counted",
    )


ENTRIES: tuple[Entry, ...] = (
    _numbered, _numbered, _numbered, _numbered, _ordinal, _fraction, _said_with_numbers, named, named, measured, coded, _words, _words, _bare,
)  # fmt: skip
# What stands among entries as a date does.
PERIODS: tuple[Kind, ...] = (
    periods.decade, periods.decade, periods.century, periods.century, periods.century, periods.quarter, periods.week, periods.season, periods.part_of, periods.part_of, relative.amount, relative.amount, relative.amount,
    relative.named, bounds.circa, unknown.unknown_year, ranges.years, ranges.days,
)  # fmt: skip


def _entries(writer: Writer, count: int, rng: Random) -> list[Written]:
    return [pick(ENTRIES, rng)(writer, rng) for _ in range(count)]


def _in_a_row(parts: list[Written], writer: Writer, rng: Random) -> Written:
    """Return parts with one sign between them, now and then another."""
    signs = SIGNS_OF_CHINA if writer.facts.language in CALENDARS_OF_CHINA and rng.random() < 0.6 else SIGNS
    sign = pick(signs, rng)
    row = [parts[0]]
    for part in parts[1:]:
        row += [piece(pick(signs, rng) if rng.random() < 0.2 else sign, "connector"), part]
    return joined(*row)


def _dressed(date: Written, writer: Writer, rng: Random) -> Written:
    """Return a date behind its label, before a time of day or in brackets, or as it is."""
    if rng.random() < LABEL_SHARE:
        label = any_case(word("label", writer.facts.language, rng), rng)
        date = before(date, piece(label + pick((":", "", ""), rng), "label"))
    if rng.random() < TIME_SHARE and any(":" in time.text for time in writer.times[:8]):
        time = next(time for time in (*writer.times[below(64, rng) :], *writer.times) if ":" in time.text)
        date = joined(date, piece(pick((" ", ", "), rng), "connector"), time)
    if rng.random() < BRACKET_SHARE:
        date = joined(piece("(", "connector"), date, piece(")", "connector"))
    return date


def _among_entries(date: Written, writer: Writer, rng: Random) -> Written:
    parts = _entries(writer, below(MOST_ENTRIES, rng) + 1, rng)
    parts.insert(below(len(parts) + 1, rng), date)
    return _in_a_row(parts, writer, rng)


def record(writer: Writer, rng: Random) -> Drawn:
    """A whole date among entries: Dz.U. nr 16, poz. 93, z dnia 23 kwietnia 1964."""
    date = a_plain_date(writer, rng, FULL)
    line = _among_entries(_dressed(date.written, writer, rng), writer, rng)
    return Drawn(line, date.target, date.order, date.pattern)


def of_a_period(writer: Writer, rng: Random) -> Drawn:
    """A period, a range or a relative date among entries: Kommode, 2. Hälfte 19. Jh., Nussbaum, 80 × 120 cm."""
    period = pick(PERIODS, rng)(writer, rng)
    return Drawn(_among_entries(period.written, writer, rng), period.target, period.order, period.pattern)


def without_a_date(writer: Writer, rng: Random) -> Drawn:
    """Entries and no date among them: Legajo 73, caja 12."""
    return Drawn(_in_a_row(_entries(writer, below(MOST_ENTRIES, rng) + 1, rng), writer, rng), "<unk>")


def opening_hours(writer: Writer, rng: Random) -> Drawn:
    """Hours between which something is open, on some weekdays: Mo–Fr 8.30–12.00 Uhr, Sat 10–14."""
    return Drawn(joined(*_hours(writer, rng)), "<unk>")


def _hours(writer: Writer, rng: Random) -> list[Written]:
    """Return one or two lines of opening hours, with what stands between them."""
    parts = [] if rng.random() < 0.5 else [_words(writer, rng), piece(pick((": ", " "), rng), "connector")]
    names = pick(tuple(writer.facts.weekdays.values()), rng) if writer.facts.weekdays else ()
    for more in range(below(2, rng) + 1):
        if more:
            parts.append(piece(pick((", ", "; ", " | "), rng), "connector"))
        if names:
            first, last = below(7, rng), below(7, rng)
            parts.append(said(names[first], "weekday"))
            if rng.random() < 0.7:
                parts += [piece(pick(("–", "-", " - "), rng), "range"), said(names[last], "weekday")]
            parts.append(piece(pick((" ", " ", ": "), rng), "connector"))
        opened, closed, full = below(6, rng) + 6, below(10, rng) + 13, rng.random() < 0.7
        minutes = ("00", "00") if full else (pick(("00", "15", "30"), rng), pick(("00", "30", "45"), rng))
        shape = pick(OPENED_AND_CLOSED, rng)
        if "pm" in shape:
            closed -= 12
        hours = fill(shape, "connector", a=(opened, "hour"), b=(closed, "hour"), m=(minutes[0], "minute"), n=(minutes[1], "minute"))  # fmt: skip
        parts.append(hours)
    return parts
