"""Counted: numbers that count or name something else, with the noun that says so: page 12, 26 pages."""

from collections.abc import Sequence

from datenorm.judging.roles.context import CLAIMED, EVERYWHERE, Context, is_sign
from datenorm.judging.spelled import months_of
from datenorm.text.lexicon import MAJOR, languages_of
from datenorm.text.spelling import may_mean

TOO_LONG = 4  # digits; a longer number that is no run of fields is nobody's day, month or year

NAMES_A_NUMBER = ("count<", "period:week")

MONEY = "€$£¥₹₽₩"  # before an amount
PER = "%‰"

TIMES = frozenset("x×х")  # signs and letters

LONGEST_ADDRESS = 5  # tokens
LONGEST_MINUTE, LONGEST_YEAR = 2, 4  # digits
LONGEST_TOWN = 3  # words
LONGEST_DESIGNATION = 4  # letters
SHORTEST_NOUN = 2  # letters: 3rd ed.
SHORTEST_MISSPELT = 4  # letters of what may be a month's name of the text's own language, misspelt
HARMLESS = {"count<", "count>", "number<", "label"}  # senses that a noun may have
VOWELS = frozenset("aeiouy")
DATING = ("field", "year", "month", "full", "past", "calendar:common")  # of words that a date is the value of

SHORT_UNIT = 2  # letters of a unit that may as well be a word

COUNTED = ("count>", "period:week", "period:century", "period:decade")

NO_COUNTED = ("weekday", "month<", "day<", "year<", "month>", "day>", "year>")

NO_NOUNS = ("label", "connector", "weekday", "ordinal", "month<", "day<", "year<", "clock<")


def numbers(context: Context, found: list[str]) -> None:
    """Give a role to the numbers that something counts or names."""
    for i, token in enumerate(context.tokens):
        if found[i] or token.kind != "number":
            continue
        long = len(token.text) > TOO_LONG and not _is_date_run(context, token.text)
        scale = is_sign(context, i + 1, ":") and _is_large(context, i + 2)
        scale |= is_sign(context, i - 1, ":") and _is_large(context, i)
        named = any(
            asks(context, found, i)
            for asks in (_is_numbered, _is_a_quantity, _is_of_a_house, _is_designated, _is_of_a_town)
        )
        if long or scale or counted(context, found, i) or named:
            found[i] = "counted"


def counted(context: Context, found: Sequence[str], i: int) -> bool:
    """Return whether a word or sign beside number `i` says what it counts, or what has that number."""
    return counted_before(context, found, i) or counted_behind(context, found, i)


def counted_before(context: Context, found: Sequence[str], i: int, through: str = ".:(#°-") -> bool:
    """Return whether a noun before number `i` says what has that number: page 12, No. 12, #12."""
    if is_sign(context, i - 1, MONEY) and context.touches(i):
        return True
    j = i - 1
    while j >= 0 and (is_sign(context, j, through) or _is_a_geresh(context, j)):
        if context.tokens[j].text == "#" or (context.tokens[j].text == "°" and _is_an_n(context, j - 1)):
            return True
        j -= 1
    if j < 0 or _claims(found, j) or (found[j] == "zone" and found[j - 1] == "time"):
        return False  # 11:19 ART 18 is no article
    decade = len(context.tokens[j].text) > SHORT_UNIT and context.means(j, ("period:decade",), NO_NOUNS)
    return decade or context.means(j, NAMES_A_NUMBER, NO_NOUNS)  # années 1930, but not: s 9. na 10.


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


def _is_of_a_house(context: Context, found: Sequence[str], i: int) -> bool:
    """Return whether number `i` ends an address, a street and its name before it: ul. Długa 5, 11 listopada 2018."""
    if not is_sign(context, i + 1, ",;()"):
        return False
    j = i - 1
    while j > i - LONGEST_ADDRESS and j >= 0 and found[j] in ("", "label") and not context.has(j, "street"):
        j -= 1
    return 0 <= j < i - 1 and context.has(j, "street")


def is_a_noun(context: Context, i: int) -> bool:
    """Return whether a word has no sense beside a date in the languages of the text, and is no misspelt month."""
    token = context.tokens[i]
    if (
        token.kind != "word"
        or len(token.text) < SHORTEST_NOUN
        or context.has(i, *token.senses.keys() - HARMLESS)
    ):
        return False
    spoken = (
        () if len(token.text) < SHORTEST_MISSPELT else sorted(context.languages or EVERYWHERE)
    )  # 3rd Jnue
    return not any(may_mean(token.text, month, spoken) for month in range(1, 13))


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


def _is_large(context: Context, i: int) -> bool:
    """Return whether number `i` has more digits than a minute, as the scale of a map: 1:1250."""
    return context.has_number(i) and context.touches(i) and len(context.tokens[i].text) > LONGEST_MINUTE


def _is_an_n(context: Context, j: int) -> bool:
    """Return whether token `j` is the letter of n° or N.°, which only numbers."""
    j -= is_sign(context, j, ".")
    return j >= 0 and context.tokens[j].text == "n" and context.touches(j + 1)


def _is_a_geresh(context: Context, j: int) -> bool:
    """Return whether an apostrophe ends a Hebrew abbreviation: עמ' 9."""
    return is_sign(context, j, "'") and context.touches(j) and not context.tokens[j - 1].text.isascii()


def counted_behind(context: Context, found: Sequence[str], i: int) -> bool:
    """Return whether a noun or a sign behind number `i` says what it counts: 12 pages, 1.25%."""
    if is_sign(context, i + 1, PER) and context.touches(i + 1):
        return True
    j = i + 1
    while j < len(found) and (is_sign(context, j, ".-") or context.has(j, "ordinal")) and context.touches(j):
        j += 1
    if j >= len(found) or _claims(found, j) or found[j] == "time":
        return False  # 92 в is a century, 92 в 10:30 a year and a time
    if len(context.tokens[j].text) <= SHORT_UNIT and j + 1 < len(found) and _claims(found, j + 1):
        return False  # du 8 au 13: what joins two numbers is no astronomical unit
    week = context.has(j, "period:week")  # hét is a week, and short for Monday
    other = context.has(j, *NO_COUNTED) and not _is_abroad(context, j)
    if months_of(context.tokens[j]) or (other and not week):
        return False
    return context.means(j, COUNTED, ("connector", "past"))


def _is_abroad(context: Context, j: int) -> bool:
    """Return whether token `j` is a unit everywhere, and a weekday in small languages alone: cm, where none is told."""
    senses = context.tokens[j].senses
    if not context.is_open or "ordinal" in senses or not {"weekday", "count>"} <= senses.keys():
        return False
    everywhere = not EVERYWHERE.isdisjoint(languages_of(senses["count>"]))
    return everywhere and MAJOR.isdisjoint(languages_of(senses["weekday"]))


def _claims(found: Sequence[str], i: int) -> bool:
    return found[i] in CLAIMED


def _is_date_run(context: Context, digits: str) -> bool:
    """Return whether a long number may be another date: eight digits that begin or end with a year."""
    return len(digits) == 8 and (
        "1000" <= digits[:4] <= "2199" and "01" <= digits[4:6] <= "12" and "01" <= digits[6:] <= "31"
    )
