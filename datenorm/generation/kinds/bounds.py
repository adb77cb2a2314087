"""Bounds and doubts: before, until, since, after; circa, perhaps, question marks and brackets; each around any date."""

from random import Random

from datenorm.generation.kinds.drawing import Drawn, a_plain_date, a_year_alone, before, behind, some_date
from datenorm.generation.kinds.ranges import years
from datenorm.generation.noise import pick
from datenorm.generation.synthesis import Writer
from datenorm.generation.wordlists import any_case, has, is_word, word
from datenorm.generation.writing import Written, joined, piece

# Tags of genealogy and catalogues, in every language.
TAGS = {"before": ("BEF", "ante", "a.", "<"), "after": ("AFT", "post", "p.", ">"), "from": ("FROM",)}
BEFORE, AFTER = "../{}", "{}/.."
QUESTION = ("?", "?", " ?", " (?)", "(?)")
DOUBTED = (
    ("[", "?]"),
    ("(", "?)"),
    ("", " [?]"),
    ("probably ", ""),
    ("perhaps ", ""),
    ("poss. ", ""),
    ("prob. ", ""),
    ("? ", ""),
    ("?", ""),
)
TAGS_OF_CIRCA = (
    "c.",
    "ca.",
    "c",
    "ca",
    "circa",
    "ABT",
    "EST",
    "CAL",
    "~",
    "≈",
    "±",
    "c. ",
    "Ca.",
    "approx.",
)


def _bounded(writer: Writer, rng: Random, side: str, frame: str) -> Drawn:
    """Return a date behind a word of a side, or before one where the language puts it there."""
    date, language = some_date(writer, rng), writer.facts.language
    if has(f"{side}>", language) and rng.random() < 0.7:
        words = piece(word(f"{side}>", language, rng), "bound")
        written = behind(date.written, words)
    else:
        said = pick(TAGS[side], rng) if rng.random() < 0.1 else any_case(_lower(side, language, rng), rng)
        written = before(date.written, piece(said, "bound"))
    return Drawn(written, frame.format(date.target), date.order, date.pattern)


def _lower(side: str, language: str, rng: Random) -> str:
    """Return a word of a side; those of `from` that lead to a date or begin a range too are left out."""
    for _ in range(9):
        found = word(f"{side}<", language, rng)
        if side != "from" or not (leads(language, found) or leads(language, found.split(" ")[0])):
            return found
    return pick(TAGS[side], rng)


def leads(language: str, text: str) -> bool:
    """Return whether words may stand before any date, or begin a range: vom 5. Mai, entre."""
    return any(is_word(sense, language, text) for sense in ("between<", "connector", "label"))


def earlier(writer: Writer, rng: Random) -> Drawn:
    """Before or until a date: BEF 12 MAY 1890, bis 2012, 1920年以前."""
    return _bounded(writer, rng, "before", BEFORE)


def later(writer: Writer, rng: Random) -> Drawn:
    """After a date: after 1920, nach dem 5. Mai 1890."""
    return _bounded(writer, rng, "after", AFTER)


def since(writer: Writer, rng: Random) -> Drawn:
    """From a date on: since 2012, ab 5. Mai."""
    return _bounded(writer, rng, "from", AFTER)


def open_end(writer: Writer, rng: Random) -> Drawn:
    """A range without its other end: 2012-, 2012 - present, -1920."""
    whole, draw = rng.random() >= 0.6, rng.random()
    date = a_plain_date(writer, rng) if whole else a_year_alone(rng)
    if draw < 0.3 and not whole:  # before a whole date a dash is a bullet
        return Drawn(
            joined(piece(pick(("–", "- ", "– "), rng), "range"), date.written),
            f"../{date.target}",
            date.order,
            date.pattern,
        )
    if draw < 0.6:
        ending = piece(pick((" -", "–", " –", "+", " +", "-…"), rng), "range")
    else:
        language = writer.facts.language
        now = (
            word("open>", language, rng) if has("open>", language) else pick(("present", "now", "today"), rng)
        )
        ending = joined(piece(pick((" - ", "–", " – ", " to "), rng), "range"), piece(now, "bound"))
    return Drawn(joined(date.written, ending), f"{date.target}/..", date.order, date.pattern)


def circa(writer: Writer, rng: Random) -> Drawn:
    """About a date: c.1890, um 1890, vers mai 1920, 1890年頃."""
    date, language = some_date(writer, rng), writer.facts.language
    if has("about>", language) and rng.random() < 0.6:
        written = behind(date.written, piece(word("about>", language, rng), "qualifier"))
    elif rng.random() < 0.4:
        tag = piece(pick(TAGS_OF_CIRCA, rng), "qualifier")
        written = joined(tag, date.written) if tag.text[-1] in ".~≈± " else before(date.written, tag)
    else:
        written = before(date.written, piece(any_case(word("about<", language, rng), rng), "qualifier"))
    return Drawn(written, f"{date.target}~", date.order, date.pattern)


def uncertain(writer: Writer, rng: Random) -> Drawn:
    """A date that is doubted: 1988?, [1890?], perhaps May 1920."""
    date = some_date(writer, rng)
    if rng.random() < 0.5:
        written = joined(date.written, piece(pick(QUESTION, rng), "qualifier"))
    else:
        head, tail = pick(DOUBTED, rng)
        written = joined(piece(head, "qualifier"), date.written, piece(tail, "qualifier"))
    return Drawn(written, f"{date.target}?", date.order, date.pattern)


def circa_range(writer: Writer, rng: Random) -> Drawn:
    """A range of years whose first is about: c.1806-10."""
    drawn = years(writer, rng)
    first, _, last = drawn.target.partition("/")
    words: Written = piece(pick(("c.", "ca. ", "circa ", "c. ", "about "), rng), "qualifier")
    return Drawn(joined(words, drawn.written), f"{first}~/{last}")
