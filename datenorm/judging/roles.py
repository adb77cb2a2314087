"""Roles: what each token of a text does beside the fields of a date, so that what does nothing known is seen.

Claims come first; then times of day, words of dates and their companions, counted numbers; what is left is prose.
"""

import unicodedata
from collections.abc import Collection, Sequence
from typing import NamedTuple

from datenorm.dates.targets import Target
from datenorm.judging.claims import Claimed, Claims, languages_of_month, months_of
from datenorm.text.lexicon import MAJOR, languages_of
from datenorm.text.tokens import Token

EVERYWHERE = frozenset(("en", "*"))  # what stands beside the text's own language, and after it
CLAIMED = ("year", "month", "day")
OPENING, CLOSING = frozenset("([{\"'«<"), frozenset(")]}\"'»>")
# Signs that part, quote or list and change nothing; `!` and `*` among them, since catalogues mark lines with them.
PLAIN = frozenset("|=<>^`°©®™✓→⇒†")  # and all punctuation but what is unread or joins
UNREAD = frozenset(
    "?؟¿□�_¤■▯◻#"
)  # what stands for a character nobody could read, or says that a date is unsure
COMMA_LIKE = frozenset(",;:،؛")
TOO_LONG = 4  # digits; a longer number that is no run of fields is nobody's day, month or year


class Context(NamedTuple):
    """A text whose fields are claimed, with what is needed to say what the rest is.

    languages: those that words are looked up in, None for all of them. first, last: the claimed tokens at the ends.
    """

    tokens: Sequence[Token]
    claims: Claims
    target: Target
    languages: Collection[str] | None
    used: frozenset[int]
    first: int
    last: int

    @classmethod
    def of(cls, claimed: Claimed, target: Target, language: str | None) -> "Context":
        used = frozenset(i for group in claimed.claims.values() for i in group)
        spoken = _languages(claimed, target, language)
        return cls(claimed.tokens, claimed.claims, target, spoken, used, min(used), max(used))

    def has(self, i: int, *kinds: str) -> bool:
        """Return whether token `i` is there and has one of these senses in the languages of the text."""
        if not 0 <= i < len(self.tokens):
            return False
        senses = self.tokens[i].senses
        return any(kind in senses and self._spoken(senses[kind]) for kind in kinds)

    def _spoken(self, meant: str) -> bool:
        return self.languages is None or not languages_of(meant).isdisjoint(self.languages)

    def means(self, i: int, kinds: Collection[str], unless: Collection[str]) -> bool:
        """Return whether a language of the text has the word `i` in one of these senses and in none of the others."""
        if not 0 <= i < len(self.tokens):
            return False
        senses = self.tokens[i].senses
        found = [languages_of(senses[kind]) for kind in kinds if kind in senses]
        if not found:
            return False
        others = frozenset().union(*(languages_of(senses[kind]) for kind in unless if kind in senses))
        if self.languages is None and "en" in others:
            return False  # where nothing is told, English is what it most likely is
        spoken = frozenset().union(*found) - others
        if self.languages is None or "*" in others:
            return bool(spoken) and "*" not in others
        own = EVERYWHERE.isdisjoint(spoken & frozenset(self.languages)) or others.isdisjoint(self.languages)
        return own and not spoken.isdisjoint(self.languages)

    def touches(self, i: int) -> bool:
        """Return whether token `i` stands directly behind the one before it."""
        return 0 < i < len(self.tokens) and self.tokens[i - 1].end == self.tokens[i].start


def _languages(claimed: Claimed, target: Target, language: str | None) -> Collection[str] | None:
    """Return the languages to look words up in: the text's own, or those that have its month's name, and English."""
    if language:
        return frozenset((language, "en", "*"))
    if "month" not in claimed.claims:
        return None
    names = [claimed.tokens[i] for i in claimed.claims["month"]]
    found = frozenset().union(*map(languages_of_month, names))
    return found | {"en", "*"} if found else None


def roles(context: Context) -> list[str]:
    """Return the role of each token; '' where it has none that is known."""
    found = [""] * len(context.tokens)
    for name, group in context.claims.items():
        for i in group:
            found[i] = name
    _same_date(context, found)
    _times(context, found)
    _words(context, found)
    _numbers(context, found)
    _signs(context, found)
    return found


def _free(context: Context, found: Sequence[str], i: int) -> bool:
    return 0 <= i < len(found) and not found[i]


def _number(context: Context, found: Sequence[str], i: int, most: int = 99, digits: int = 2) -> bool:
    """Return whether token `i` is a free number up to `most`, of so many digits at most."""
    if not _free(context, found, i):
        return False
    token = context.tokens[i]
    return (
        token.kind == "number"
        and len(token.text) <= digits
        and (len(token.text) > 2 or int(token.text) <= most)
    )


def _is_sign(context: Context, i: int, signs: str) -> bool:
    return (
        0 <= i < len(context.tokens) and context.tokens[i].kind == "sign" and context.tokens[i].text in signs
    )


def _times(context: Context, found: list[str]) -> None:
    """Give their roles to the times of day: 10:30, 10.30 Uhr, 3 pm, T101112, 午後3時, noon, and zones behind them."""
    for i in range(len(found)):
        end = _clock(context, found, i)
        if end:
            _mark_time(context, found, i, end)
    for i, token in enumerate(context.tokens):
        if not found[i] and token.kind == "word" and context.has(i, "dayperiod") and not months_of(token):
            found[i] = "day period"
    if any(role in ("time", "day period") for role in found):
        _clock_words(context, found)
    _zones(context, found)


def _clock_words(context: Context, found: list[str]) -> None:
    """Give the words of a time of day their role: klo, Uhr, at."""
    for i in range(len(found)):
        is_one = not found[i] and context.has(i, "clock", "clock<", "hour", "minute", "second")
        if is_one and not context.has(i, "bound<", "bound>"):
            found[i] = "time"


def _zones(context: Context, found: list[str]) -> None:
    """Give their roles to names of zones and to offsets: UTC, +02:00, and +0000 behind a date."""
    for i in range(len(found)):
        if not found[i] and context.has(i, "zone"):
            found[i] = "zone"
        elif not found[i] and _is_offset(context, found, i):
            found[i] = found[i + 1] = "offset"
            if _is_sign(context, i + 2, ":") and _free(context, found, i + 3):
                found[i + 2] = found[i + 3] = "offset"


def _is_offset(context: Context, found: Sequence[str], i: int) -> bool:
    if not (i and _is_sign(context, i, "+-") and _free(context, found, i + 1)):
        return False
    number = context.tokens[i + 1]
    if number.kind != "number":
        return False
    if found[i - 1] in CLAIMED:
        return context.tokens[i].text == "+" and len(number.text) == 4
    return found[i - 1] in ("time", "zone")


def _mark_time(context: Context, found: list[str], start: int, end: int) -> None:
    for i in range(start, end):
        found[i] = found[i] or "time"


def _clock(context: Context, found: Sequence[str], i: int) -> int:
    """Return the token behind a time of day that begins at `i`; 0 where none does."""
    if not _number(context, found, i, most=99, digits=6):
        return 0
    if len(context.tokens[i].text) > 2:
        return i + 1 if _is_run_of_time(context, i) else 0
    if int(context.tokens[i].text) > 24:
        return 0
    j, joined = _joined(context, found, i)
    spaced = j == i and _number(context, found, i + 1, most=59) and len(context.tokens[i + 1].text) == 2
    if spaced and context.has(i + 2, "hour"):
        j += 1  # 09 00 Uhr
    behind = _said_behind(context, found, j + 1)
    if behind > j + 1:
        return behind
    if joined == ":" or _said_before(context, i):
        return j + 1
    like_date = j - i == 4 and _is_sign(context, context.first + 1, joined)
    second_date = like_date and context.target.short_year  # 24.07.09, 08.08.10
    return j + 1 if joined and j > i and not second_date and _apart(context, found, i, j) else 0


def _is_run_of_time(context: Context, i: int) -> bool:
    """Return whether four or six digits are a time: behind T or a sign that they touch, or behind the date."""
    digits = context.tokens[i].text
    glued = i and context.touches(i) and context.tokens[i - 1].text in ("t", "_", "-")
    beside = i == context.last + 1 and not context.touches(i) and not _is_sign(context, i + 1, "-/")
    return len(digits) in (4, 6) and bool(glued or beside) and _is_hhmm(digits)


def _joined(context: Context, found: Sequence[str], i: int) -> tuple[int, str]:
    """Return the last of the numbers that are joined with number `i` as hours, minutes and seconds, and the sign."""
    j, joined = i, ""
    while _continues(context, found, j, joined):
        joined = joined or context.tokens[j + 1].text
        j += 2
    while joined == ":" and _is_sign(context, j + 1, ".,:") and _touching_number(context, found, j):
        j += 2  # a fraction
    return j, joined


def _continues(context: Context, found: Sequence[str], j: int, joined: str) -> bool:
    if not (_is_sign(context, j + 1, ":.-_,") and _number(context, found, j + 2, most=60)):
        return False
    same = not joined or joined == context.tokens[j + 1].text or context.tokens[j + 1].text in ".,:"
    return same and _touching_number(context, found, j) and len(context.tokens[j + 2].text) == 2


def _touching_number(context: Context, found: Sequence[str], j: int) -> bool:
    """Return whether a free number stands behind the sign behind token `j`, nothing between them."""
    if not _free(context, found, j + 2) or context.tokens[j + 2].kind != "number":
        return False
    return context.touches(j + 1) and context.touches(j + 2)


def _is_hhmm(digits: str) -> bool:
    return int(digits[:2]) <= 24 and all(
        int(digits[place : place + 2]) < 61 for place in range(2, len(digits), 2)
    )


def _said_before(context: Context, i: int) -> bool:
    """Return whether a word before token `i` says that it is an hour: um 15, klo 18, 午後3, t10."""
    j = i - 1
    if j >= 0 and context.tokens[j].text in ".:":
        j -= 1
    short = (
        context.languages is None and j >= 0 and len(context.tokens[j].text) < 3
    )  # le 7 is Italian for at seven
    return (context.has(j, "clock<", "dayperiod") and not short) or (
        j == i - 1 and j >= 0 and context.tokens[j].text == "t" and context.touches(i)
    )


def _said_behind(context: Context, found: Sequence[str], i: int) -> int:
    """Return the token behind the words at `i` that make the number before it a time; `i` where there are none."""
    short = context.has(i, "hour") and len(context.tokens[i].text) == 1 and not context.touches(i)
    if context.has(i, "hour", "dayperiod") and not found[i] and not (short and _is_sign(context, i + 1, ".")):
        i += 1
        if _is_sign(context, i, ".") and _free(context, found, i):
            i += 1
        if _number(context, found, i, most=60):
            i += 1
            if context.has(i, "minute") and not found[i]:
                i += 1
                if _number(context, found, i, most=60) and context.has(i + 1, "second"):
                    i += 2
    return i


def _apart(context: Context, found: Sequence[str], i: int, j: int) -> bool:
    """Return whether numbers with dots or dashes between them are a time: a date stands beside, and no more numbers."""
    whole = context.target.day and (context.target.year or context.target.month)
    neighbours = [k for k in (i - 1, j + 1) if 0 <= k < len(context.tokens)]
    return bool(whole) and not any(
        context.tokens[k].kind == "number" and k not in context.used for k in neighbours
    )


def _words(context: Context, found: list[str]) -> None:
    for i, token in enumerate(context.tokens):
        if found[i] or token.kind != "word":
            continue
        found[i] = _word(context, found, i)
        if context.has(i, "numbered weekday") and _number(context, found, i + 1, most=9, digits=1):
            found[i] = found[i + 1] = "weekday"  # th 3 is Tuesday in Vietnamese


HARMFUL = {
    "bound<": "bound",
    "bound>": "bound",
    "circa<": "circa",
    "circa>": "circa",
    "negated<": "negated",
    "offset<": "offset",
    "between<": "between",
    "or": "alternative",
    "and": "alternative",
    "to": "range",
    "period:week": "week",
    "period:season": "season",
    "period:quarter": "quarter",
    "period:half": "half",
    "period:decade": "decade",
    "period:century": "century",
    "period:millennium": "century",
    "period:fiscal": "fiscal year",
    "calendar:hijri": "calendar",
    "calendar:persian": "calendar",
    "calendar:hebrew": "calendar",
    "calendar:ethiopic": "calendar",
    "calendar:julian": "calendar",
    "calendar:lunar": "calendar",
    "calendar:buddhist": "calendar",
    "calendar:indian": "calendar",
    "calendar:before": "calendar",
    "street": "street",
    "unknown": "unknown",
    "count<": "count",
    "count>": "count",
}


def _word(context: Context, found: Sequence[str], i: int) -> str:
    """Return the role of a free word: what dates have beside them; '' for anything else."""
    senses = context.tokens[i].senses
    if "month" in senses and "en" in languages_of(senses["month"]) and "weekday" not in senses:
        return ""  # a second month, whatever else it may be
    if context.has(i, "calendar:common") and not context.has(i, "bound<", "to"):
        return "era"
    if any(kind in senses for kind in ("year>", "month>", "day>", "year<", "month<", "day<")):
        return "connector"
    if _is_ordinal(context, i):
        return "ordinal"
    if context.has(i, "weekday") and not (context.languages is None and _is_harmful(context.tokens[i])):
        letter = len(context.tokens[i].text) == 1 and context.tokens[i].text.isascii()
        return "" if letter and context.languages is None else "weekday"
    return _companion(context, found, i)


def _companion(context: Context, found: Sequence[str], i: int) -> str:
    """Return whether a word is a connector, a label or a word of a time of day; '' where it is none."""
    token = context.tokens[i]
    prefix = len(token.text) == 1 and token.text.isascii() and token.text != "t" and context.touches(i + 1)
    if prefix and context.languages is None and context.tokens[i + 1].kind == "number":
        return ""  # e5 is a square
    if context.touches(i) and _beside(context, i) and context.has(i, "connector"):
        return "" if context.languages is None and _is_rare(token) else "connector"
    if context.has(i, "label"):
        return "label"
    inside = context.first < i < context.last and "connector" in token.senses
    apart = not context.touches(i) or context.tokens[i - 1].kind != "number"
    if (inside and apart) or context.has(i, "year") or (_beside(context, i) and context.has(i, "connector")):
        return "connector"
    if "clock" in token.senses and len(token.text) > 3 and not context.has(i, "bound<", "bound>", "circa<"):
        return "time"
    behind_day = token.text == "t" and (found[i - 1 : i] == ["day"] or found[i + 1 : i + 2] == ["time"])
    return "connector" if behind_day else ""


def _is_rare(token: Token) -> bool:
    """Return whether a letter stands beside numbers in one small language alone: 1u, where few write Corsican."""
    known = languages_of(token.senses["connector"])
    return len(token.text) == 1 and token.text.isascii() and len(known) == 1 and MAJOR.isdisjoint(known)


def _is_harmful(token: Token) -> bool:
    """Return whether a word may change what a date means; a weekday of a small language then proves nothing."""
    if token.senses.keys().isdisjoint(("bound<", "bound>", "circa<", "count<")):
        return False
    return MAJOR.isdisjoint(languages_of(token.senses["weekday"]))


def _is_ordinal(context: Context, i: int) -> bool:
    if not context.has(i, "ordinal"):
        return False
    behind = i + 2 if _is_sign(context, i + 1, "-") else i + 1
    if (
        behind < len(context.tokens)
        and context.tokens[behind].kind == "number"
        and context.touches(behind)
        and context.touches(i + 1)
    ):
        return True
    if not i:
        return False
    before = context.tokens[i - 1]
    return (before.kind == "number" and context.touches(i)) or (
        i > 1
        and before.text in "-.:'"
        and before.kind == "sign"
        and context.touches(i)
        and context.tokens[i - 2].kind == "number"
    )


def _beside(context: Context, i: int) -> bool:
    return context.first - 2 <= i <= context.last + 2


def _numbers(context: Context, found: list[str]) -> None:
    """Give a role to the numbers that something counts or names, and to a date that is said again."""
    for i, token in enumerate(context.tokens):
        if found[i] or token.kind != "number":
            continue
        if counted(context, found, i) or (
            len(token.text) > TOO_LONG and not _is_date_run(context, token.text)
        ):
            found[i] = "counted"
    _again(context, found)


NAMES_A_NUMBER = ("count<", "period:week")
SHORT_UNIT = 2  # letters of a unit that may as well be a word
COUNTED = ("count>", "period:week", "period:century", "period:decade")
NO_COUNTED = ("weekday", "month<", "day<", "year<", "month>", "day>", "year>")
NO_NOUNS = ("label", "connector", "weekday", "ordinal", "month<", "day<", "year<", "clock<")


def counted(context: Context, found: Sequence[str], i: int) -> bool:
    """Return whether a word or sign beside number `i` says what it counts, or what has that number."""
    return counted_before(context, found, i) or counted_behind(context, found, i)


def counted_before(context: Context, found: Sequence[str], i: int, through: str = ".:(#°-") -> bool:
    """Return whether a noun before number `i` says what has that number: page 12, No. 12, #12."""
    j = i - 1
    while j >= 0 and context.tokens[j].kind == "sign" and context.tokens[j].text in through:
        if context.tokens[j].text == "#":
            return True
        j -= 1
    return j >= 0 and not _claims(found, j) and context.means(j, NAMES_A_NUMBER, NO_NOUNS)


def counted_behind(context: Context, found: Sequence[str], i: int) -> bool:
    """Return whether a noun behind number `i` says what it counts: 12 pages."""
    j = i + 1
    while j < len(found) and (_is_sign(context, j, ".-") or context.has(j, "ordinal")) and context.touches(j):
        j += 1
    if j >= len(found) or _claims(found, j):
        return False
    if len(context.tokens[j].text) <= SHORT_UNIT and j + 1 < len(found) and _claims(found, j + 1):
        return False  # du 8 au 13: what joins two numbers is no astronomical unit
    week = context.has(j, "period:week")  # hét is a week, and short for Monday
    if months_of(context.tokens[j]) or (context.has(j, *NO_COUNTED) and not week):
        return False
    return context.means(j, COUNTED, ("label", "connector"))


def _claims(found: Sequence[str], i: int) -> bool:
    return found[i] in CLAIMED


def _is_date_run(context: Context, digits: str) -> bool:
    """Return whether a long number may be another date: eight digits that begin or end with a year."""
    return len(digits) == 8 and (
        "1000" <= digits[:4] <= "2199" and "01" <= digits[4:6] <= "12" and "01" <= digits[6:] <= "31"
    )


def _again(context: Context, found: list[str]) -> None:
    """Give the role 'again' to numbers and names that say the same date once more."""
    year, month, day = context.target
    same = {int(field) for field in (month, day) if field}
    years = {year, year[-2:]} if year else set()
    left = [i for i, token in enumerate(context.tokens) if not found[i] and token.kind == "number"]
    names = [
        i
        for i, token in enumerate(context.tokens)
        if not found[i] and token.kind == "word" and months_of(token)
    ]
    names = [i for i in names if "full" in context.tokens[i].senses or _beside_number(context, i)]
    if not left or not day or not year:
        return
    said = [context.tokens[i].text for i in left]
    runs = [one for one in said if len(one) == 8]
    plain = [one for one in said if len(one) < 8]
    whole = all(
        f"{year[-2:]}{month}{day}" in one or f"{day}{month}{year}" in one or f"{month}{day}{year}" in one
        for one in runs
    )
    fits = all(one in years or (len(one) < 3 and int(one) in same) for one in plain)
    named = all(int(month) in months_of(context.tokens[i]) for i in names)
    enough = runs or (
        any(one in years and int(one) not in same for one in plain) and len(plain) + len(names) >= 3
    )
    if whole and fits and named and enough:
        for i in (*left, *names):
            found[i] = "again"


def _same_date(context: Context, found: list[str]) -> None:
    """Give the role 'again' to three numbers with one sign between them that are the date once more, in any order."""
    target = context.target
    if not (target.year and target.month and target.day):
        return
    fields = sorted((int(target.year[-2:]), int(target.month), int(target.day)))
    for i in range(len(found) - 4):
        group = context.tokens[i : i + 5]
        numbers = group[::2]
        if any(found[i : i + 5]) or any(token.kind != "number" or len(token.text) == 3 for token in numbers):
            continue
        if (
            group[1].text == group[3].text
            and group[1].kind == "sign"
            and sorted(int(token.text[-2:]) for token in numbers) == fields
        ):
            found[i : i + 5] = ["again"] * 5


def _beside_number(context: Context, i: int) -> bool:
    return any(0 <= j < len(context.tokens) and context.tokens[j].kind == "number" for j in (i - 1, i + 1))


def _signs(context: Context, found: list[str]) -> None:
    for i, token in enumerate(context.tokens):
        if (
            not found[i]
            and token.kind == "sign"
            and (_is_plain(token.text) or _joins_fields(context, i) or _is_gap(context, i))
        ):
            found[i] = "sign"


def _is_plain(sign: str) -> bool:
    if sign in PLAIN:
        return True
    return unicodedata.category(sign)[0] == "P" and sign not in UNREAD and sign not in "&%"


def _is_gap(context: Context, i: int) -> bool:
    """Return whether an underscore stands alone between two tokens, where a space would be."""
    tokens = context.tokens
    return (
        tokens[i].text == "_"
        and 0 < i < len(tokens) - 1
        and tokens[i - 1].text != "_" != tokens[i + 1].text
        and context.touches(i + 1)
    )


def _joins_fields(context: Context, i: int) -> bool:
    """Return whether a sign stands alone between two claimed tokens that it touches: 2012_01_27, 12~13~62."""
    return {i - 1, i + 1} <= context.used and context.touches(i) and context.touches(i + 1)
