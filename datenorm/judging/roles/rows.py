"""Rows and codes: numbers written together that name or measure something, beside a whole date.

row   numbers with one sign or a space between them: Tel. 40 06 17 58, 10.12.20.18, 5:2, No. 2018-12
code  letters and digits without a space between them: OY2XI, 32e1dee4c, HKZT/1/2007/882
"""

from collections.abc import Collection, Iterator, Sequence, Set
from itertools import pairwise

from datenorm.dates.calendar import LAST_DAY
from datenorm.judging.roles.context import CLAIMED, Context, is_free, is_sign
from datenorm.judging.roles.counted import TIMES, is_a_noun
from datenorm.judging.spelled import months_of
from datenorm.text.tokens import Token

JOINTS = frozenset("-/.,:_+×")  # between the numbers of a row, or the parts of a code, touching both
LONG_ROW = 4  # numbers: more than a date has
LONGEST_GROUP = 7  # digits of a telephone number that stand together
LONGEST_FIELD = 4
ANGLES = "°'\"′″"  # what degrees, minutes and seconds have behind them
LONGEST_DAY, LONGEST_DATE = 2, 8  # digits
LONGEST_SCORE = 3  # digits
SHORTEST_FRACTION = 3  # digits that no day and no month has
TOUCHES = 3  # of letters with digits, more than a date has: ae006bd1
SHORTEST_NAME = 3  # letters before digits
SHORTEST_WORD = 2  # letters of a word that a sign makes part of a code

# A word that can be one of these is no part of a code: 9h30, 3to5, 12th.
FREE = ("", "label", "connector", "counted", "ordinal", "era", "weekday")
FIELD_WORDS = frozenset("year> month> day> year< month< day<".split())
OF_DATES = FIELD_WORDS.union(
    "month full weekday hour minute second dayperiod ordinal to or and year clock< bound< bound> unit:day".split()
)


def rows(context: Context, found: list[str]) -> None:
    """Give the role 'counted' to rows that something counts, that are too long for a date, or are a ratio.

    Beside a month's name without a day or a year only to those that something counts, to telephones and to degrees.
    """
    whole = _is_whole(context)
    if not (whole or _is_named(context)):
        return
    for row in _rows(context, found):
        sure = whole or any(found[i] for i in row) or _is_dialled(context, row)
        if sure and _is_of_things(context, found, row):
            for i in range(row[0], row[-1] + 1):
                if context.tokens[i].kind != "sign":
                    found[i] = "counted"
    for i in range(1, len(found)):
        if whole or _has_a_letter(context, i + 1):
            _angle(context, found, i)
        if whole and _is_of_a_noun(context, found, i):
            found[i] = "counted"


def codes(context: Context, found: list[str]) -> None:
    """Give the role 'counted' to the words and numbers of codes."""
    if not _is_whole(context):
        return
    for start, end in _clusters(context):
        cluster = range(start, end)
        free = all(found[i] in FREE for i in cluster)
        if free and (_is_code(context.tokens[start:end]) or _is_a_numbered_name(context, start, end)):
            for i in cluster:
                if context.tokens[i].kind != "sign":
                    found[i] = "counted"


def _is_whole(context: Context) -> bool:
    """Return whether the date is whole: beside any other, what is not understood is a reason to refuse."""
    return bool(context.target.day) and len(context.target.year) == 4


def _is_named(context: Context) -> bool:
    """Return whether a word spells the month."""
    return any(context.tokens[i].kind == "word" for i in context.claims.get("month", ()))


def _rows(context: Context, found: Sequence[str]) -> Iterator[list[int]]:
    """Yield the longest rows of numbers that nobody claimed."""
    row: list[int] = []
    for i, token in enumerate(context.tokens):
        if token.kind != "number" or found[i] not in ("", "counted"):
            continue
        if row and not _continues(context, row[-1], i):
            yield row
            row = []
        row.append(i)
    if row:
        yield row


def _continues(context: Context, i: int, j: int) -> bool:
    """Return whether number `j` is of one row with number `i`."""
    if j == i + 1:
        return not context.touches(j) and len(context.tokens[j].text) <= LONGEST_GROUP
    sign = context.tokens[i + 1].text
    joined = sign in JOINTS and context.touches(i + 1) and context.touches(j)
    return j == i + 2 and (joined or sign in TIMES)


def _is_of_things(context: Context, found: Sequence[str], row: Sequence[int]) -> bool:
    """Return whether a row counts or names something: one of its numbers does, or it can be no date."""
    first, last = row[0], row[-1]
    if len(row) == 1:
        return False
    signs = {context.tokens[i + 1].text if j == i + 2 else " " for i, j in pairwise(row)}
    known = any(found[i] for i in row)
    if known and signs <= {".", ","} and not (_touches(context, first - 1) or _touches(context, last + 1)):
        return True  # £23.99 29 Aug 2023
    if _meets(context, found, first - 1) or _meets(context, found, last + 1):
        return False
    if known:
        return not (" " in signs and _names_a_month(context, last + 1))
    if len(row) == 2 and not _is_dialled(context, row):
        return (
            signs == {":"}
            or _is_signed(context, first)
            or _is_a_decimal(context, row, signs)
            or _is_a_score(context, row, signs)
        )
    if _is_dialled(context, row):
        return True
    if len(row) >= LONG_ROW:
        return not _has_a_year(context, row)
    version = signs == {"."} and any(context.tokens[i].text == "0" for i in row)  # 5.2.0
    if signs <= {".", ","} and any(len(context.tokens[i].text) == SHORTEST_FRACTION for i in row):
        return True  # 1,204.55
    return version or any(len(context.tokens[i].text) > LONGEST_FIELD for i in row)


def _is_dialled(context: Context, row: Sequence[int]) -> bool:
    """Return whether a row is a telephone number: a plus begins it, or a zero, and it has more digits than a date."""
    first = context.tokens[row[0]].text
    plus = is_sign(context, row[0] - 1, "+") and context.touches(row[0])
    long = sum(len(context.tokens[i].text) for i in row) > LONGEST_DATE
    return long and (plus or (first.startswith("0") and len(first) > LONGEST_DAY))


def _is_a_decimal(context: Context, row: Sequence[int], signs: Set[str]) -> bool:
    """Return whether two numbers are one with a fraction: 42.4668, but not 12.1998."""
    whole, fraction = (context.tokens[i].text for i in row)
    year = int(whole) <= LAST_DAY and _has_a_year(context, row)
    return signs <= {".", ","} and len(fraction) >= SHORTEST_FRACTION and not year


def _is_signed(context: Context, i: int) -> bool:
    """Return whether a plus or a minus that touches nothing before it begins a number: -26,3."""
    return is_sign(context, i - 1, "+-") and context.touches(i) and not context.touches(i - 1)


def _is_a_score(context: Context, row: Sequence[int], signs: Set[str]) -> bool:
    """Return whether two numbers are no days from one to another and no day and month: 112-105, 135/85, 4-0, 5-4."""
    if not signs <= {"-", "/"} or any(len(context.tokens[i].text) > LONGEST_SCORE for i in row):
        return False
    numbers = [int(context.tokens[i].text) for i in row]
    return max(numbers) > LAST_DAY or 0 in numbers or (signs == {"-"} and numbers[0] >= numbers[1])


def _touches(context: Context, i: int) -> bool:
    """Return whether token `i`, beside a row, touches it and what stands behind that."""
    return context.touches(i) and context.touches(i + 1)


def _meets(context: Context, found: Sequence[str], i: int) -> bool:
    """Return whether token `i`, beside a row, belongs to the date or joins the row with it."""
    if not 0 <= i < len(found):
        return False
    touching = _touches(context, i) and context.tokens[i].text in JOINTS
    beside = any(0 <= j < len(found) and found[j] in (*CLAIMED, "time") for j in (i - 1, i + 1))
    return found[i] in CLAIMED or (touching and beside)


def _names_a_month(context: Context, i: int) -> bool:
    return 0 <= i < len(context.tokens) and bool(months_of(context.tokens[i]))


def _has_a_year(context: Context, row: Collection[int]) -> bool:
    return any("1000" <= context.tokens[i].text <= "2199" and len(context.tokens[i].text) == 4 for i in row)


def _has_a_letter(context: Context, i: int) -> bool:
    """Return whether token `i` is one letter that touches what stands before it: 16 °C, not 15º, jun 1904."""
    return (
        i < len(context.tokens)
        and context.touches(i)
        and len(context.tokens[i].text) == 1
        and context.tokens[i].kind == "word"
    )


def _angle(context: Context, found: list[str], i: int) -> None:
    """Give the role 'counted' to a number with a sign of degrees behind it, and to the letter at that: 16 °C, 5' N.

    What joins it to the day of a date makes it an ordinal: 1° - 3 maggio.
    """
    if not (is_sign(context, i, ANGLES) and context.has_number(i - 1) and found[i - 1] in ("", "counted")):
        return
    if i + 2 == context.first and (is_sign(context, i + 1, "-~/") or context.has(i + 1, "and", "or", "to")):
        return
    unit = i + 1 < len(found) and context.touches(i + 1) and len(context.tokens[i + 1].text) == 1
    if context.touches(i) or unit:
        found[i - 1] = "counted"
        if unit and is_free(context, found, i + 1) and context.tokens[i + 1].kind == "word":
            found[i + 1] = "counted"


def _is_of_a_noun(context: Context, found: Sequence[str], i: int) -> bool:
    """Return whether a word that nobody knows says what number `i` is of: 3rd dau., 9 mai 2018 – 5 commentaires.

    The number has the ending of an ordinal, or a dash between spaces sets it apart from a date before it.
    """
    if not context.has_number(i) or found[i] or len(context.tokens[i].text) > LONGEST_DAY:
        return False
    numbered = found[i + 1 : i + 2] == ["ordinal"] and context.touches(i + 1)
    noun = i + 2 if numbered else i + 1
    if numbered and is_sign(context, noun, ".") and context.touches(noun):
        noun += 1
    apart = is_sign(context, i - 1, "-") and not context.touches(i - 1) and not context.touches(i)
    if not (numbered or (apart and context.last == i - 2)) or context.touches(noun):
        return False
    return is_free(context, found, noun) and is_a_noun(context, noun)


def _clusters(context: Context) -> Iterator[tuple[int, int]]:
    """Yield where tokens begin and end that touch each other or a joint, brackets and commas left out."""
    start = 0
    for i in range(len(context.tokens) + 1):
        parted = i == len(context.tokens) or _parts(context.tokens[i]) or not (i and context.touches(i))
        if parted:
            if i - start > 1:
                yield start, i
            start = i + 1 if i < len(context.tokens) and _parts(context.tokens[i]) else i


def _parts(token: Token) -> bool:
    return token.kind == "sign" and token.text not in JOINTS - set(",:")


def _is_code(cluster: Sequence[Token]) -> bool:
    """Return whether tokens that touch each other are a code: letters among digits, or joined to a word of no date."""
    words = [token for token in cluster if token.kind == "word"]
    numbers = [token for token in cluster if token.kind == "number"]
    kinds = [token.kind for token in cluster]
    touches = sum({"word", "number"} == set(pair) for pair in pairwise(kinds))
    if any(not FIELD_WORDS.isdisjoint(word.senses) for word in words):
        return False
    if touches >= TOUCHES:
        return True
    if not words or not numbers or any(not OF_DATES.isdisjoint(word.senses) for word in words):
        return False
    mixed = any("sign" not in three and three[0] == three[2] != three[1] for three in _threes(kinds))
    joined = any(len(word.text) >= SHORTEST_WORD and not months_of(word) for word in words)
    may_be_a_date = sum(len(number.text) <= 2 for number in numbers) > 1
    return mixed or (joined and len(cluster) > 2 and not may_be_a_date)


def _is_a_numbered_name(context: Context, start: int, end: int) -> bool:
    """Return whether a noun or a letter with a number at its end is a name: mudhen72, XS650, A12."""
    kinds = [token.kind for token in context.tokens[start:end]]
    if kinds != ["word", "number"]:
        return False
    word = context.tokens[start].text
    letter = len(word) == 1 and word.isascii() and not context.first - 1 <= end <= context.last + 2
    return letter or (len(word) >= SHORTEST_NAME and is_a_noun(context, start))


def _threes(kinds: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    return zip(kinds, kinds[1:], kinds[2:], strict=False)
