"""Rules on the other end of a range: open, unknown, said in words of time, or cut off. 5 May 1988 - present.

A sign or a word for 'to' beside a date says that there is another end. What stands there is one where all of its words
are of time; a dash before anything else is a dash before a title: 9 May 2018 - Paris.
"""

from collections.abc import Sequence

from datenorm.judging.roles.context import CLAIMED
from datenorm.judging.rules.case import Case
from datenorm.text.lexicon import MAJOR, languages_of
from datenorm.text.phrases import counts_days, find, spelled_number
from datenorm.text.pieces import folded, words
from datenorm.text.roman import is_numeral
from datenorm.text.tokens import Token

JOINTS = "-/~"
PLACES = ("de", "di", "da")  # words for from that are words for of more often
PARTING = ",;(["  # signs that end what a joint joins
BESIDE = (
    *("time", "zone", "offset", "day period"),
    *("era", "connector", "ordinal"),
)  # roles of what belongs to a day or its year
LEADING = ("weekday", "label", "connector", "article", "ordinal")  # roles of what leads to a date
# Senses of words that are an end by themselves, known or not; those of words that a number makes one; of others in one.
UNDATED = frozenset(("unknown>", "end>"))
ALONE = UNDATED | {"open>", "period:season"}
NUMBERED = frozenset(
    (
        *(f"period:{kind}" for kind in ("century", "millennium", "quarter", "half", "third", "week")),
        *("period:fiscal", "quarter<", "half<", "early<", "mid<", "late<"),
    )
)
LIGHT = frozenset(
    (
        *("connector", "article", "label", "ordinal", "on", "of year", "before>", "from<", "to"),
        *("month", "full", "weekday", "day"),
    )
)
DECADE = frozenset(("period:decade",))
CENTURIES = DECADE | {"period:century", "period:millennium"}
OF_TIME = ALONE | NUMBERED | DECADE | LIGHT
LASTING = ("lasting<", "for<")  # senses of words before how long something lasts
LENGTHS = ("lasting>", "unit:night")  # of words behind a number that say how long, besides the units
DURATIONS = ("p", "pt")  # what begins one of ISO 8601


def open_end(case: Case) -> str | None:
    """Object to a range whose other end is today, or nobody knows: 5 May 1988 - present, 1985-04-12/.., ../1985."""
    lead = "".join(token.text for token in case.tokens[: case.context.first]).lstrip("([{")
    slashed = any(token.text == "/" for token in case.tokens[case.context.first : case.context.last])
    touching = case.context.touches(case.context.first)
    if lead == "?-" or (lead in ("..", "../", *["/"] * (not slashed)) and touching):
        return f"{lead!r} leaves its start open"
    whole = len(case.context.target.year) == len("2018") and not case.is_named
    if whole and case.text[case.tokens[case.context.last].end :] == "..":
        return "two dots behind it leave its end open"
    i = _behind(case)
    tokens = case.tokens[i : i + 3]
    timed = case.roles[i - 1] == "time"  # 10:00～ is a range of hours
    if (
        len(tokens) == 1
        and tokens[0].text in ("-" if timed else "-~")
        and tokens[0].text != case.tokens[0].text
    ):
        return "a dash behind it leaves its end open"
    if (
        len(tokens) == 1
        and tokens[0].text == "/"
        and case.strength == "strong"
        and not (case.is_named or slashed)
    ):
        return "a slash behind it leaves its end open"
    if len(tokens) < 2 or not (case.context.has(i, "to") or tokens[0].text in JOINTS):
        return None
    dots = len(tokens) == 3 and tokens[0].text == "/" and tokens[1].text == tokens[2].text == "."
    if dots or case.context.has(i + 1, "open>", "unknown>"):
        return f"{tokens[1].text!r} makes it a range that is open"
    return None


def another_end(case: Case) -> str | None:
    """Object to an end of a range before or behind the date that is said in words, or is cut off, and to durations."""
    return _duration(case) or _length(case) or _end_behind(case) or _end_before(case)


def _duration(case: Case) -> str | None:
    """Return what is said of a duration of ISO 8601 anywhere in the text: P1D, PT12H."""
    touches = case.context.touches
    for i, token in enumerate(case.tokens[:-2]):
        begins = token.text in DURATIONS and not touches(i) and touches(i + 1) and touches(i + 2)
        if begins and case.context.has_number(i + 1) and case.tokens[i + 2].kind == "word":
            return f"{_text(case, case.tokens[i : i + 3])!r} is a duration"
    return None


def _length(case: Case) -> str | None:
    """Return what is said at a day of how long it lasts, in days or more, where that is all that the text says.

    Behind a word for it, 5 May 2018 for 3 days; before words that lead to the day, 3 days starting 5 May 2018; and in
    words that count nothing else, 5月5日から3日間.
    """
    if not case.context.target.day:
        return None
    lead = first = case.context.first
    while lead and case.roles[lead - 1] in ("label", "connector"):
        lead -= 1
    lasting = [i for i in range(len(case.tokens) - 1) if case.context.has(i + 1, "lasting>")]
    # A length in brackets is a remark, and 第45週 the number of a week.
    places = [
        (i, i + 2) for i in lasting if not (i and (_parts(case, i - 1) or case.context.has(i - 1, "ordinal")))
    ]
    for i in range(case.context.last + 1, len(case.tokens)):
        if case.context.has(i, *LASTING):
            places.append((i + 1, i + 3))
        if case.roles[i] not in BESIDE and not _parts(case, i):
            break
    if 1 < lead < first:
        places.append((lead - 2, lead))
    for start, end in places:
        others = (i for i in range(len(case.tokens)) if not start - 1 <= i < end)
        if _is_length(case, start) and all(case.roles[i] for i in others):
            return f"{_text(case, case.tokens[start:end])!r} is how long it lasts"
    return None


def _is_length(case: Case, i: int) -> bool:
    """Return whether a number that is no field of the date counts days or more: 3 days, trois jours."""
    counts_only = case.context.has(i + 1, "lasting>")
    if i + 1 >= len(case.tokens) or (case.roles[i] in CLAIMED and not counts_only):
        return False
    number = case.context.has_number(i) or case.context.has(i, "day")
    spoken = case.context.languages or MAJOR
    number = number or spelled_number(case.tokens[i].text, spoken) > 0
    return number and (case.context.has(i + 1, *LENGTHS) or counts_days(case.tokens[i + 1].text, spoken))


def _end_behind(case: Case) -> str | None:
    joint = _behind(case)
    if joint >= len(case.tokens) or not _joins(case, joint):
        return None
    rest = next((i for i in range(joint + 1, len(case.tokens)) if _parts(case, i)), len(case.tokens))
    word, said = case.tokens[joint], case.tokens[joint + 1 : rest]
    hours = "time" in case.roles[joint + 1 : rest]
    if hours and all(CENTURIES.isdisjoint(token.senses) for token in said):  # from one hour to another
        return None
    spoken = word.kind == "word"
    if spoken and not said and (case.context.languages is None or case.context.knows(joint)):
        return f"{word.text!r} leaves its end open"
    if said and (_is_end(said, ALONE, spoken) or _counts(case, said)):
        return f"{_text(case, said)!r} is its other end"
    if case.context.has(joint, "bound<"):  # bis, hasta; not to, à, which lead elsewhere too
        return f"{word.text!r} makes it a range"
    return None


def _end_before(case: Case) -> str | None:
    """Return what is said of an end before the date. Before a dash a season or today may be the date itself."""
    joint = case.context.first - 1
    while joint > 0 and case.roles[joint] in LEADING and not _joins(case, joint):
        joint -= 1
    if joint < 1 or not _joins(case, joint):
        return None
    first = max((i + 1 for i in range(joint) if _parts(case, i)), default=0)
    if first == joint or "time" in case.roles[first:joint]:
        return None
    said, spoken = case.tokens[first:joint], case.tokens[joint].kind == "word"
    if spoken and len(said) > 1 and case.context.has(first, "from<") and said[0].text not in PLACES:
        return f"{_text(case, said[1:])!r} is its other end"
    if _is_end(said, ALONE if spoken else UNDATED, spoken) or (spoken and _counts(case, said)):
        return f"{_text(case, said)!r} is its other end"
    return None


def _behind(case: Case) -> int:
    """Return the first token behind the date, its time and its era."""
    i = case.context.last + 1
    while i < len(case.tokens) and (case.tokens[i].text == "." or case.roles[i] in BESIDE):
        if case.context.has(i, "to") or (case.tokens[i].text in JOINTS and not case.context.touches(i)):
            break
        i += 1
    return i


def _parts(case: Case, i: int) -> bool:
    """Return whether token `i` parts what a sign or a word joins to a date from what stands beside that."""
    return case.tokens[i].text in PARTING


def _joins(case: Case, i: int) -> bool:
    """Return whether token `i` may join two ends: a word for to, or a sign; in numbers, one with a space beside it."""
    if case.tokens[i].kind == "word":
        return case.context.has(i, "to")
    apart = not (case.context.touches(i) and case.context.touches(i + 1))
    return case.tokens[i].text in JOINTS and (apart or case.is_named)


def _is_end(said: Sequence[Token], alone: frozenset[str], spoken: bool) -> bool:
    """Return whether words are all of time, in one language, and one of them is an end by itself or by a number.

    So is a year that is doubted: 1850?

    alone: senses of those that are by themselves. spoken: whether a word joins them: a los 81 años is an age.
    """
    numerals = [is_numeral(token.text) and token.senses.keys().isdisjoint(NUMBERED) for token in said]
    rest = zip(said, numerals, strict=True)
    words_of_time = [_languages(token) for token, numeral in rest if token.kind == "word" and not numeral]
    own = [languages for languages in words_of_time if "*" not in languages]
    if not words_of_time or (own and not frozenset.intersection(*own)):
        return False
    before = (None, *said)
    plain = (
        token.senses
        for token, other in zip(said, before, strict=False)
        if any(numerals) or not _is_letter(token) or _ends_a_year(token, other)
    )
    senses = frozenset[str]().union(*plain)
    numbers = [token.text for token in said if token.kind == "number"]
    numbered = any(numerals) or bool(numbers) or any("day" in token.senses for token in said)
    dated = len(numbers) > 1 or any(len(number) == len("1951") for number in numbers)  # week 2 may be a title
    if dated and any(token.text == "?" for token in said):
        return True
    kinds = CENTURIES if not (spoken or dated) else NUMBERED if spoken else NUMBERED | DECADE
    return not senses.isdisjoint(alone) or (numbered and not senses.isdisjoint(kinds))


def _is_letter(token: Token) -> bool:
    """Return whether a word for a century is a letter, as one of a code or a unit is: 11.6 °C, C-2/05, S. 26."""
    return len(token.text) == 1 and token.text.isascii() and not CENTURIES.isdisjoint(token.senses)


def _ends_a_year(token: Token, other: Token | None) -> bool:
    """Return whether a letter touches a year before it: 1850s."""
    year = other is not None and other.kind == "number" and len(other.text) == len("1850")
    return year and other is not None and other.end == token.start


def _languages(token: Token) -> frozenset[str]:
    """Return the languages in which a word is one of time, or joins such words; none where it is none."""
    kinds = OF_TIME.intersection(token.senses)
    return frozenset[str]().union(*(languages_of(token.senses[kind]) for kind in kinds))


def _counts(case: Case, said: Sequence[Token]) -> bool:
    """Return whether words are a phrase that counts from a day, in a major language or one of the text's: yesterday."""
    phrase = words(folded(_text(case, said)))
    numbers = [int(token.text) for token in said if token.kind == "number"]
    if phrase.count("#") != len(numbers):
        return False
    spoken = MAJOR | (case.context.languages or frozenset())
    return any(found.language in spoken for found in find(phrase, numbers, None))


def _text(case: Case, said: Sequence[Token]) -> str:
    return case.text[said[0].start : said[-1].end]
