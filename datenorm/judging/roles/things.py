"""Things: numbers that are of something, whatever says so.

A noun or a sign (page 12), many digits, a house or a town, a designation, a quantity, the scale of a map, a mark.
"""

from collections.abc import Callable, Sequence

from datenorm.judging.roles.context import Context, is_sign
from datenorm.judging.roles.counted import NAMES_A_NUMBER, NO_NOUNS, TIMES, counted, is_a_noun

LONGEST_ADDRESS = 5  # tokens
LONGEST_MINUTE, LONGEST_YEAR, LONGEST_DATE = 2, 4, 8  # digits
LONGEST_TOWN = 3  # words
LONGEST_DESIGNATION = 4  # letters
LENGTHS = frozenset("m dm cm mm km ft in м см мм км".split())
VOWELS = frozenset("aeiouy")
DATING = ("field", "year", "month", "full", "past", "calendar:common")  # of words that a date is the value of


def things(context: Context, found: list[str]) -> None:
    """Give the role 'counted' to the numbers that are of something."""
    for i, token in enumerate(context.tokens):
        if not found[i] and token.kind == "number" and any(says(context, found, i) for says in SAYING):
            found[i] = "counted"


def _is_long(context: Context, found: Sequence[str], i: int) -> bool:
    """Return whether number `i` has more digits than a field, and is no run of them."""
    digits = context.tokens[i].text
    if len(digits) <= LONGEST_YEAR:
        return False
    begins = "1000" <= digits[:4] <= "2199" and "01" <= digits[4:6] <= "12" and "01" <= digits[6:] <= "31"
    return not (len(digits) == LONGEST_DATE and begins)


def _is_numbered(context: Context, found: Sequence[str], i: int) -> bool:
    """Return whether a noun that only numbers stands before number `i`, and no month directly behind: hall 7, 9 May.

    Symphony 9 May 1824 may be a day all the same.
    """
    j = i - 1
    while j >= 0 and is_sign(context, j, ".:(#°"):
        j -= 1
    return context.means(j, ("number<",), NO_NOUNS) and found[i + 1 : i + 2] != ["month"]


def _is_a_quantity(context: Context, found: Sequence[str], i: int) -> bool:
    """Return whether number `i` is of how many a word behind it: 2 x Latte."""
    times = i + 2 < len(found) and context.tokens[i + 1].text in TIMES
    return times and context.tokens[i + 2].kind == "word" and not found[i + 2]


def _is_a_power(context: Context, found: Sequence[str], i: int) -> bool:
    """Return whether number `i` is the exponent of a unit of length: 78 m2."""
    return (
        context.tokens[i].text in ("2", "3") and context.touches(i) and context.tokens[i - 1].text in LENGTHS
    )


def _is_a_mark(context: Context, found: Sequence[str], i: int) -> bool:
    """Return whether number `i` is the mark of a footnote behind a whole date, or numbers a list that it is in.

    9.5.2018[3]; 1) 9/5/2018.
    """
    if not context.target.day or len(context.target.year) != LONGEST_YEAR:
        return False
    if i > context.last:
        return is_sign(context, i - 1, "[") and is_sign(context, i + 1, "]")
    opened = i == 1 and is_sign(context, 0, "(")
    return (i == 0 or opened) and is_sign(context, i + 1, ")") and context.touches(i + 1)


def _is_of_a_house(context: Context, found: Sequence[str], i: int) -> bool:
    """Return whether number `i` ends an address, a street and its name before it: ul. Długa 5, 11 listopada 2018."""
    if not is_sign(context, i + 1, ",;()"):
        return False
    j = i - 1
    while j > i - LONGEST_ADDRESS and j >= 0 and found[j] in ("", "label") and not context.has(j, "street"):
        j -= 1
    return 0 <= j < i - 1 and context.has(j, "street")


def _is_of_a_town(context: Context, found: Sequence[str], i: int) -> bool:
    """Return whether number `i` is the postal code of a town that a letter is dated from: 1200 Wien, 9. Mai 2018.

    Four digits begin the text or a line of an address; the town and a comma follow, and the date ends the text.
    """
    whole = len(context.target.year) == LONGEST_YEAR and "day" in context.claims
    lead = context.first - 2 if context.has(context.first - 1, "on", "article") else context.first - 1
    ends = all(context.tokens[j].text == "." for j in range(context.last + 1, len(found)))
    begins = not i or is_sign(context, i - 1, ",;")
    town = range(i + 1, lead)
    known = 0 < len(town) <= LONGEST_TOWN and all(is_a_noun(context, j) and not found[j] for j in town)
    return (
        whole
        and begins
        and ends
        and known
        and is_sign(context, lead, ",")
        and len(context.tokens[i].text) == LONGEST_YEAR
    )


def _is_designated(context: Context, found: Sequence[str], i: int) -> bool:
    """Return whether a sign or a short word before number `i` makes it a value, or that of a designation.

    n = 1860; NGC 1976, letters that are no syllable; flight BA 1915, a noun for numbers before them.
    """
    if is_sign(context, i - 1, "="):
        letter = i > 1 and len(context.tokens[i - 2].text) == 1
        word = i > 1 and context.tokens[i - 2].kind == "word" and (letter or not found[i - 2])
        return word and not context.has(i - 2, *DATING)
    if not i or not is_a_noun(context, i - 1) or found[i - 1] not in ("", "weekday"):
        return False
    letters = context.tokens[i - 1].text
    short = letters.isascii() and len(letters) <= LONGEST_DESIGNATION
    noun = short and context.means(i - 2, (*NAMES_A_NUMBER, "number<"), NO_NOUNS)
    return noun or (short and not found[i - 1] and VOWELS.isdisjoint(letters))


def _is_of_a_scale(context: Context, found: Sequence[str], i: int) -> bool:
    """Return whether a colon joins number `i` with one that has more digits than a minute: 1:1250, of a map."""
    return (is_sign(context, i + 1, ":") and _is_large(context, i + 2)) or (
        is_sign(context, i - 1, ":") and _is_large(context, i)
    )


def _is_large(context: Context, i: int) -> bool:
    """Return whether number `i`, which is no year of the date, has more digits than a minute: 1:1250."""
    free = context.has_number(i) and i not in context.used and context.touches(i)
    return free and len(context.tokens[i].text) > LONGEST_MINUTE


# What is asked about a number, the cheapest first.
SAYING: tuple[Callable[[Context, Sequence[str], int], bool], ...] = (
    _is_long,
    counted,
    _is_numbered,
    _is_a_quantity,
    _is_of_a_scale,
    _is_a_power,
    _is_a_mark,
    _is_of_a_house,
    _is_designated,
    _is_of_a_town,
)
