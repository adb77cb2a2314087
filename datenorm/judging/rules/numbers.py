"""A rule on numbers that nobody claimed: what may be a field, another date, or a part of this one."""

from collections.abc import Sequence

from datenorm.dates.calendar import LAST_DAY
from datenorm.judging.roles.context import is_sign
from datenorm.judging.roles.marks import CLOSING, OPENING
from datenorm.judging.rules.case import Case
from datenorm.judging.spelled import unit_of
from datenorm.text.lexicon import lexicon
from datenorm.text.tokens import Token

DOCUMENT = ("号", "號", "호")  # what the number of one has behind it, or a day of a month
DAYS = frozenset("日일")  # what days have behind them, where those don't
LISTING = ",;>."  # signs between a date and a number that belongs to it


def unclaimed_number(case: Case) -> str | None:
    """Object to a number that nothing explains: anywhere beside a date that is not strong, near one that is."""
    unsure = case.strength in ("weak", "fair")
    for i, token in enumerate(case.tokens):
        if token.kind != "number":
            continue
        if unsure and case.roles[i] == "counted" and len(token.text) == 6 and _is_short_run(token.text):
            return f"the number {token.text} may be the date"
        if case.roles[i] or _is_of_a_document(case, i):
            continue
        if unit_of(case.tokens, i):
            return f"the number {token.text} may be part of another date"  # 4月15日
        apart = _is_apart(case, i)
        near = (case.core or not _is_far(case, i)) and not (apart or _is_no_field(case, i))
        if unsure or (case.strength == "good" and near):
            return f"nothing explains the number {token.text}"
        if case.core and len(token.text) < 3 and not apart:
            return f"the number {token.text} may belong to it"
        if _stands_beside(case, i):
            return f"the number {token.text} stands beside it"
        if _may_be_a_date(case, i):
            return f"the number {token.text} may be part of another date"
    return None


def _is_no_field(case: Case, i: int) -> bool:
    """Return whether number `i` has as many digits as no field and no date, apart from a whole date: 410 €."""
    whole = bool(case.context.target.day) and len(case.context.target.year) == 4
    first, last = case.context.first, case.context.last
    return whole and len(case.tokens[i].text) in (3, 5, 7) and not first - 2 < i < last + 2


def _is_of_a_document(case: Case, i: int) -> bool:
    """Return whether number `i` is that of a document or a thing in Chinese or Japanese: 法律第12号, 国发〔2018〕12号.

    Where the day has 日 behind it, any such number is: 3号機 2011年3月11日.
    """
    named = case.tokens[i + 1].text[:1] if i + 1 < len(case.tokens) else ""
    before = case.tokens[i - 1].text if i else ""
    days = [
        case.tokens[j + 1].text[:1] for j in case.context.claims.get("day", ()) if j + 1 < len(case.tokens)
    ]
    known = before.endswith("第") or before in CLOSING or before in "〕】" or not DAYS.isdisjoint(days)
    return bool(named) and named in DOCUMENT and known


MOST_BETWEEN = 2  # words between a day and a number that may be another


def _stands_beside(case: Case, i: int) -> bool:
    """Return whether number `i` can be another day: beside the date, or before it with words or a comma alone between.

    A comma behind a number that a text begins with makes a row of days: 5, 9 May; not so in Room 5, 9 May.
    """
    first, last = case.context.first, case.context.last
    if len(case.tokens[i].text) > 2:
        return False
    article = _leads_to_a_day(case, i - 1)
    if i > last and article and i >= len(case.tokens) - len((i, ".")) and 0 < int(case.tokens[i].text) < 32:
        return True  # né le 9 mai 1818, baptisé le 11
    named = i - 2 if is_sign(case.context, i - 1, ",") else i - 1  # Wednesday, 9, to Friday, 11 May
    if i in (first - 1, last + 1) or (i < first and case.context.has(named, "day name")):
        return True
    if _is_listed(case, i):
        return True
    if i < first and _is_a_day_of_its_own(case, i):
        return True
    if i < first and (_is_led_to(case, i) or _precedes_a_weekday(case, i) or _ends_an_item(case, i)):
        return False
    behind = [case.tokens[j].text for j in range(1, first) if not case.context.has(j, "ordinal")]
    listed = not i and behind in ([","], [";"])
    words = range(i + 1, first)
    # Days come in order: 5 and 9 May, and no 9 and 5 May.
    most = int(case.tokens[first].text) if case.tokens[first].kind == "number" else LAST_DAY
    may_be_a_day = 0 < int(case.tokens[i].text) <= most and case.context.claims.get("day") == (first,)
    signs = ".&," if case.is_named and _ends_a_clause(case, i) else ".&"
    plain = all(case.tokens[j].kind == "word" or case.tokens[j].text in signs for j in words)
    count = sum(case.tokens[j].kind == "word" for j in words)
    return may_be_a_day and (listed or (0 < count <= MOST_BETWEEN and plain))


def _ends_an_item(case: Case, i: int) -> bool:
    """Return whether an unknown word has number `i`, and it ends an item: another one, or a label, leads to the date.

    faddrar 4, döpt den 9 maj; botte 12, Nebbiolo, vendemmia 9 maggio; not so Paris 9, Lyon 10 mai, two days.
    """
    context = case.context
    if not (_is_named(case, i) and is_sign(context, i + 1, ",")):
        return False
    if not _is_ordinal(case, i) and _is_ordinal(case, context.first):
        return True  # etaža 3, odstrel 18. novembra
    items = "".join("," if case.tokens[j].text in ",;" else "w" for j in range(i + 2, context.first))
    return case.roles[i + 2 : i + 3] == ["label"] or (case.is_named and "w,w" in items)


def _precedes_a_weekday(case: Case, i: int) -> bool:
    """Return whether a comma and a weekday stand between number `i` and the date: cuadrilla 3, jueves 20 de febrero."""
    return is_sign(case.context, i + 1, ",") and case.roles[i + 2 : case.context.first] == ["weekday"]


def _ends_a_clause(case: Case, i: int) -> bool:
    """Return whether a comma or a word for and stands behind number `i`, which is whole: Paris 9, Lyon 10 mai."""
    context = case.context
    behind = i + 2 if is_sign(context, i + 1, ".") or context.has(i + 1, "ordinal") else i + 1
    whole = not (context.has_number(i - 2) and context.touches(i))  # 13.5, 9 May
    whole = whole and not is_sign(context, context.first - 1, ",")  # Via Roma 5, Milano, 9 maggio
    return whole and (is_sign(context, behind, ",") or context.has(behind, "or", "and"))


def _is_a_day_of_its_own(case: Case, i: int) -> bool:
    """Return whether articles lead to number `i`, which a comma ends, and to the date: reçu le 2, lu le 5 mai."""
    led = all(_leads_to_a_day(case, j) for j in (i - 1, case.context.first - 1))
    return led and is_sign(case.context, i + 1, ",;") and 0 < int(case.tokens[i].text) < 32


def _leads_to_a_day(case: Case, i: int) -> bool:
    """Return whether token `i` ends in a word that a day has before it, an article or the like: le, reçu le, am."""
    return i >= 0 and "on" in lexicon().senses(case.tokens[i].text.rpartition(" ")[2])


def _is_listed(case: Case, i: int) -> bool:
    """Return whether nothing but commas and the like parts number `i` from the date: 3, 10, 17 May; 17 May 1820, 5.

    Where the day is an ordinal, so are all days of a row: 7., 14. Mai, not so in hall 7, 14. Mai.
    """
    first, last = case.context.first, case.context.last
    if i < first:
        ordinal = _is_ordinal(case, i)
        row = i == first - 2 - ordinal and is_sign(case.context, first - 1, ",")
        alike = ordinal or not _is_ordinal(case, first) or not _is_named(case, i)
        return row and alike and case.context.has_claimed("day", first)
    return i == len(case.tokens) - 1 and all(is_sign(case.context, j, LISTING) for j in range(last + 1, i))


def _is_ordinal(case: Case, i: int) -> bool:
    """Return whether number `i` has a dot or the ending of an ordinal."""
    return is_sign(case.context, i + 1, ".") or case.context.has(i + 1, "ordinal")


def _is_named(case: Case, i: int) -> bool:
    """Return whether an unknown word stands before number `i`."""
    return i > 0 and case.tokens[i - 1].kind == "word" and not case.roles[i - 1]


def _is_short_run(digits: str) -> bool:
    """Return whether six digits can be a day, a month and a year in some order."""
    pairs = [int(digits[at : at + 2]) for at in (0, 2, 4)]
    return any(0 < pairs[month] < 13 and 0 < pairs[day] < 32 for month, day in ((1, 0), (0, 1), (1, 2)))


def _is_far(case: Case, i: int) -> bool:
    """Return whether a word without any role stands between number `i` and the date, or names it: kavel 8, 5.4.2001."""
    if i < case.context.first and _is_named(case, i) and is_sign(case.context, i + 1, ",;"):
        return True
    places = range(i + 1, case.context.first) if i < case.context.first else range(case.context.last + 1, i)
    return any(case.tokens[j].kind == "word" and not case.roles[j] for j in places)


def _is_apart(case: Case, i: int) -> bool:
    """Return whether a bracket, a colon, a dash between spaces or a word like on parts number `i` from a sure date."""
    if case.strength != "strong" and not case.is_named:
        return False
    first, last = case.context.first, case.context.last
    between = range(i + 1, first) if i < first else range(last + 1, i)
    return (i < first and _is_led_to(case, i)) or any(_parts(case, j) for j in between)


def _is_led_to(case: Case, i: int) -> bool:
    """Return whether a word that leads to dates stands before the date, and nothing joins number `i` with its day.

    12. Sitzung am 9. Mai 2018, won 3-2 on 9 May 2018; not so in 5 and on 9 May, from 5 to 9 May.
    """
    context, first = case.context, case.context.first
    whole = context.claims.get("day") == (first,) and context.target.year and context.has_number(first)
    if (
        not whole
        or first - i < len(("am", "9"))
        or not context.has(first - 1, "label")
        or context.has(i - 1, "label")
    ):
        return False
    joining = ("and", "or", "to", "night", "from<", "between<", "ordinal", "number<", "count<")
    return not any(context.has(j, *joining) for j in range(i + 1, first))


def _parts(case: Case, j: int) -> bool:
    """Return whether sign `j` parts what stands before it from what stands behind."""
    sign = case.tokens[j].text
    if sign in OPENING or sign in CLOSING or sign == ";":
        return True
    if sign == "-":  # 6 - 19 May are two days; 6 - dated 19 May are not
        between = (
            range(j + 1, case.context.first) if j < case.context.first else range(case.context.last + 1, j)
        )
        return case.between(j, j + 1) == " " and any(case.roles[k] in ("", "label") for k in between)
    return sign == ":" and case.between(j, j + 1) == " "


def _may_be_a_date(case: Case, i: int) -> bool:
    """Return whether free numbers from `i` on make a date: three with one sign between them, or eight digits."""
    tokens = case.tokens
    if len(tokens[i].text) == 8 or _follows_a_word(tokens, i):
        return True
    places = range(i, min(i + 5, len(tokens)))
    if len(places) == 5 and all(tokens[j].kind == "number" for j in places[::2]):
        fields = _are_fields([tokens[j].text for j in places[::2]])
        return fields and _has_one_sign(tokens, i) and not _is_in_a_longer_row(tokens, i)
    if len(places) == 5 and tokens[i + 2].kind == "word" and tokens[i + 4].kind == "number":
        return _has_one_sign(tokens, i)  # 1942-aou-02
    return case.context.first < i < case.context.last


def _follows_a_word(tokens: Sequence[Token], i: int) -> bool:
    """Return whether number `i` stands between a word and a number, one sign on both sides: Sept/27/1916."""
    if not 2 <= i < len(tokens) - 2 or tokens[i - 2].kind != "word" or tokens[i + 2].kind != "number":
        return False
    longer = (
        i + 4 < len(tokens) and tokens[i + 3].text == tokens[i + 1].text and tokens[i + 4].kind == "number"
    )
    return len(tokens[i + 2].text) == 4 and _has_one_sign(tokens, i - 2) and not longer  # GND/3/1998/707


def _has_one_sign(tokens: Sequence[Token], i: int) -> bool:
    """Return whether the same sign stands on both sides of the token behind the next: 9/5/18."""
    return tokens[i + 1].text == tokens[i + 3].text and tokens[i + 1].text in "./-"


def _is_in_a_longer_row(tokens: Sequence[Token], i: int) -> bool:
    """Return whether three numbers with one sign are some of four or more: 10.5.20.18."""
    sign = tokens[i + 1].text
    behind = i + 6 < len(tokens) and tokens[i + 5].text == sign and tokens[i + 6].kind == "number"
    return behind or (i > 1 and tokens[i - 1].text == sign and tokens[i - 2].kind == "number")


def _are_fields(numbers: Sequence[str]) -> bool:
    """Return whether three numbers can be a day, a month and a year in some order.

    >>> [_are_fields(row.split(".")) for row in ("15.5.1996", "15.5.466", "1.0.1", "1.2.3")]
    [True, False, False, False]
    """
    if "0" in numbers or max(map(len, numbers)) == 1:
        return False
    short = [int(number) for number in numbers if len(number) <= 2]
    whole = len(short) == 3 or (
        len(short) == 2 and any(len(number) == 4 and number[0] != "0" for number in numbers)
    )
    return whole and any(0 < number < 13 for number in short) and sum(0 < number < 32 for number in short) > 1
