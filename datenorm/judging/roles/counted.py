"""Counted: whether a noun or a sign says what a number counts or names: page 12, 26 pages, €5."""

from collections.abc import Sequence

from datenorm.judging.roles.context import CLAIMED, EVERYWHERE, Context, is_sign
from datenorm.judging.spelled import months_of
from datenorm.text.lexicon import MAJOR, languages_of
from datenorm.text.spelling import may_mean

NAMES_A_NUMBER = ("count<", "period:week")

MONEY = "€$£¥₹₽₩"  # before an amount
PER = "%‰"

TIMES = frozenset("x×х")  # signs and letters

SHORTEST_NOUN = 2  # letters: 3rd ed.
SHORTEST_MISSPELT = 4  # letters of what may be a month's name of the text's own language, misspelt
HARMLESS = {"count<", "count>", "number<", "label"}  # senses that a noun may have
LONGEST_UNIT = 4  # letters of one
SHORT_UNIT = 2  # letters of a unit that may as well be a word

COUNTED = ("count>", "period:week", "period:century", "period:decade")

NO_COUNTED = ("weekday", "month<", "day<", "year<", "month>", "day>", "year>")

LEADS = ("label", "connector", "weekday", "month<", "day<", "year<", "clock<")
NO_NOUNS = (*LEADS, "ordinal")


def counted(context: Context, found: Sequence[str], i: int) -> bool:
    """Return whether a word or sign beside number `i` says what it counts, or what has that number."""
    return counted_before(context, found, i) or counted_behind(context, found, i)


def counted_before(context: Context, found: Sequence[str], i: int, through: str = ".:(#°-") -> bool:
    """Return whether a noun before number `i` says what has that number: page 12, No. 12, #12."""
    if is_sign(context, i - 1, MONEY) and (context.touches(i) or not context.has_number(i - 2)):
        return True  # €5, R$ 5, not so 20 € 9 May
    j = i - 1
    while j >= 0 and (is_sign(context, j, through) or _is_a_geresh(context, j)):
        if context.tokens[j].text == "#" or _is_a_degree_of_n(context, j):
            return True
        j -= 1
    if j < 0 or _claims(found, j) or (found[j] == "zone" and found[j - 1] == "time"):
        return False  # 11:19 ART 18 is no article
    if "roman" in context.tokens[j].senses and context.has_number(j - 1):
        return False  # 3 V 1811
    if j == i - 1 and context.languages is None and not _leads_to_dates(context, j).isdisjoint(MAJOR):
        return False  # op 13/08/2005, in Dutch; not so op. 13
    cut = is_sign(context, j + 1, ".") and not context.has_number(j - 1)
    others = LEADS if cut else NO_NOUNS  # n. 12, and 2n.
    decade = len(context.tokens[j].text) > SHORT_UNIT and context.means(j, ("period:decade",), others)
    return decade or context.means(j, NAMES_A_NUMBER, others)  # années 1930, but not: s 9. na 10.


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


def _is_a_degree_of_n(context: Context, j: int) -> bool:
    """Return whether token `j` is the sign of n° or N.°, which only numbers."""
    if not is_sign(context, j, "°"):
        return False
    j -= 1 + is_sign(context, j - 1, ".")
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
    if _is_of_a_rate(context, j):
        return True
    if j >= len(found) or _claims(found, j) or found[j] == "time":
        return False  # 92 в is a century, 92 в 10:30 a year and a time
    if len(context.tokens[j].text) <= SHORT_UNIT and j + 1 < len(found) and _claims(found, j + 1):
        return False  # du 8 au 13: what joins two numbers is no astronomical unit
    week = context.has(j, "period:week")  # hét is a week, and short for Monday
    other = context.has(j, *NO_COUNTED) and not _is_abroad(context, j)
    if months_of(context.tokens[j]) or (other and not week):
        return False
    return context.means(j, COUNTED, ("connector", "past", "to", "or", "and"))  # au joins days in French


def _leads_to_dates(context: Context, j: int) -> frozenset[str]:
    """Return the languages in which token `j` is a word that leads to dates, as on does."""
    return languages_of(context.tokens[j].senses.get("on", ""))


def _is_of_a_rate(context: Context, j: int) -> bool:
    """Return whether a slash joins the letters at `j` to others, as in a rate: 22 m/s, 12 mg/l."""
    letters = [k for k in (j, j + 2) if k < len(context.tokens) and context.tokens[k].kind == "word"]
    joined = is_sign(context, j + 1, "/") and context.touches(j + 1) and context.touches(j + 2)
    short = all(
        len(context.tokens[k].text) <= LONGEST_UNIT and not months_of(context.tokens[k]) for k in letters
    )
    return joined and len(letters) == len("ms") and short


def _is_abroad(context: Context, j: int) -> bool:
    """Return whether token `j` is a unit everywhere, and a weekday in small languages alone: cm, where none is told."""
    senses = context.tokens[j].senses
    if not context.is_open or "ordinal" in senses or not {"weekday", "count>"} <= senses.keys():
        return False
    everywhere = not EVERYWHERE.isdisjoint(languages_of(senses["count>"]))
    return everywhere and MAJOR.isdisjoint(languages_of(senses["weekday"]))


def _claims(found: Sequence[str], i: int) -> bool:
    return found[i] in CLAIMED
