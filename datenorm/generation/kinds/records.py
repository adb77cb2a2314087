"""Lines of catalogues, logs and lists: a whole date among entries with numbers of their own, or such entries alone.

The nouns are any: words of the locale, cut short as people cut them, or the first letters of things; a number says what
it is by where it stands. Beside a date the target is that date, without one it is none.
"""

from collections.abc import Callable
from random import Random

from datenorm.generation.kinds.counted import coded, measured, named
from datenorm.generation.kinds.drawing import FULL, Drawn, a_plain_date, before, harmless_words
from datenorm.generation.noise import below, pick
from datenorm.generation.synthesis import Writer
from datenorm.generation.wordlists import any_case, word
from datenorm.generation.writing import Written, joined, piece, prose

Entry = Callable[[Writer, Random], Written]
SIGNS = (", ", ", ", ", ", ", ", "; ", " - ", " – ", " – ", " | ", " · ", ": ", ". ", " / ", "  ")
MOST_ENTRIES = 4
LONGEST_CUT = 5  # letters of a word that is cut short
LABEL_SHARE, TIME_SHARE, BRACKET_SHARE, CUT_SHARE = 0.25, 0.12, 0.12, 0.5
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


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


def _noun(writer: Writer, rng: Random) -> str:
    """Return what an entry calls its number: a word of the locale, many of them cut short; or a few letters."""
    words = writer.facts.words
    if not words or rng.random() < 0.15:
        return "".join([pick(LETTERS, rng) for _ in range(below(4, rng) + 1)])
    noun = pick(words, rng)
    if rng.random() < CUT_SHARE:
        noun = noun[: below(LONGEST_CUT, rng) + 1] + pick((".", ".", ""), rng)
    return noun.lower() if rng.random() < 0.4 else noun


def _numbered(writer: Writer, rng: Random) -> Written:
    """A number behind its noun, or before it: inv. 331, поз. 93, 112. szám, row 9."""
    noun, number = _noun(writer, rng), _number(rng)
    gap = pick((" ", " ", " ", " ", "", ": ", "=", " #", " no. ", " № ", "-"), rng)
    if rng.random() < 0.3:
        return piece(f"{number}{pick((' ', ' ', '. ', '-'), rng)}{noun}", "counted")
    return piece(f"{noun}{gap}{number}", "counted")


def _words(writer: Writer, rng: Random) -> Written:
    """Words without any number: a name, a place, a remark."""
    if writer.facts.words and rng.random() < 0.6:
        return prose(" ".join([pick(writer.facts.words, rng) for _ in range(below(2, rng) + 1)]))
    return prose(harmless_words(writer, below(3, rng) + 1, rng))


def _bare(writer: Writer, rng: Random) -> Written:
    """A number that nothing names, longer than those of dates: 8421, 19.99, 59,962."""
    a, b = below(8000, rng) + 2200, below(99, rng)
    return piece(
        pick((f"{a}", f"{a * 17}", f"{a}.{b:02d}", f"{b},{a % 1000:03d}", f"{b} {a % 1000:03d}"), rng),
        "counted",
    )


ENTRIES: tuple[Entry, ...] = (
    _numbered,
    _numbered,
    _numbered,
    _numbered,
    named,
    named,
    measured,
    coded,
    _words,
    _words,
    _bare,
)


def _entries(writer: Writer, count: int, rng: Random) -> list[Written]:
    return [pick(ENTRIES, rng)(writer, rng) for _ in range(count)]


def _in_a_row(parts: list[Written], rng: Random) -> Written:
    """Return parts with one sign between them, now and then another."""
    sign = pick(SIGNS, rng)
    row = [parts[0]]
    for part in parts[1:]:
        row += [piece(pick(SIGNS, rng) if rng.random() < 0.2 else sign, "connector"), part]
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


def record(writer: Writer, rng: Random) -> Drawn:
    """A whole date among entries: Dz.U. nr 16, poz. 93, z dnia 23 kwietnia 1964."""
    date = a_plain_date(writer, rng, FULL)
    parts = _entries(writer, below(MOST_ENTRIES, rng) + 1, rng)
    parts.insert(below(len(parts) + 1, rng), _dressed(date.written, writer, rng))
    return Drawn(_in_a_row(parts, rng), date.target, date.order, date.pattern)


def without_a_date(writer: Writer, rng: Random) -> Drawn:
    """Entries and no date among them: Legajo 73, caja 12."""
    return Drawn(_in_a_row(_entries(writer, below(MOST_ENTRIES, rng) + 1, rng), rng), "<unk>")
