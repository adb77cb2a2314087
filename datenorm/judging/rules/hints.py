"""Rules on hints: a told order is law, and a told language may count its years from another beginning."""

from collections.abc import Mapping, Sequence

from datenorm.dates.buddhist import BUDDHIST_YEARS, is_other_year, is_thai
from datenorm.dates.calendar import LAST_DAY
from datenorm.dates.months import is_of_another, is_republican, is_year_of_another, names_month
from datenorm.judging.answer import OTHER_YEAR
from datenorm.judging.roles.context import is_sign
from datenorm.judging.rules.case import Case
from datenorm.text.lexicon import languages_of, values_in
from datenorm.text.tokens import Token

IN_ETHIOPIA = frozenset(("am", "gez", "ti", "tig"))  # languages
YEAR, MONTH, DAY = "YMD"
# What stands for a field in the layouts of forms: yyyy, aaaa, jjjj, rrrr, гггг; mm, kk; dd, tt, jj, gg, pp.
LETTERS = {YEAR: "yajrgвгvåεé", MONTH: "mмkμ", DAY: "dtjgдηpn"}
NAMED = {1: YEAR, 2: MONTH, 3: DAY}  # the sense `field`
CLOCK = ("time", "day period", "zone", "offset")  # roles


def told_order(case: Case) -> str | None:
    """Object to numbers that stand in another order than the one that was told."""
    claims, order = case.context.claims, case.order or _said_order(case)
    if order == "YDM":
        return "it says itself that the day stands before the month" if _is_year_first(case) else None
    if order not in ("DMY", "MDY", "YMD") or len(set(sum(claims.values(), ()))) != sum(
        map(len, claims.values())
    ):
        return None
    place = {name: group[0] for name, group in claims.items() if case.tokens[group[0]].kind == "number"}
    long_first = (
        "year" in place and not case.context.target.short_year and place["year"] == case.context.first
    )
    if order != "YMD" and {"month", "day"} <= place.keys() and not long_first:
        same = int(case.context.target.month) == int(case.context.target.day)
        if (place["month"] < place["day"]) != (order != "DMY") and not same:
            return f"it is not in the order {order}"
    if order == "MDY" and place.keys() == {"month", "year"} and case.context.target.short_year:
        return "in the order MDY a day can stand there" if _may_be_a_day(case, place) else None
    short = {"year", "day"} <= place.keys() and case.context.target.short_year
    if short and (place["year"] < place["day"]) != (order == "YMD"):
        return f"it is not in the order {order}"
    return None


def _is_year_first(case: Case) -> bool:
    places = [case.context.claims.get(name, (-1,))[0] for name in ("year", "month", "day")]
    return places == sorted(places)


def _said_order(case: Case) -> str | None:
    """Return the order that a text says itself in a layout: 2018.05.09 (YYYY.DD.MM), jour/mois/année 9/5/2018."""
    tokens = case.tokens
    rows = (row for i in range(len(tokens)) for row in (tokens[i : i + 3], tokens[i : i + 5 : 2]))
    said = (_layout(case, row) for row in rows if len(row) == len(LETTERS))
    return next((order for order in said if order in ("DMY", "MDY", "YMD", "YDM")), None)


def _layout(case: Case, row: Sequence[Token]) -> str:
    """Return the fields that three words stand for, each a field's name or one letter again and again."""
    named = [
        values_in(word.senses["field"], case.context.languages) for word in row if "field" in word.senses
    ]
    if len(named) == len(row) and all(len(values) == 1 for values in named):
        return "".join(NAMED[value] for values in named for value in values)
    if any(word.kind != "word" or len(set(word.text)) > 1 for word in row):
        return ""
    longest = max(len(word.text) for word in row)
    fields = ""
    for word in row:  # in jj/mm/aaaa the longest is the year
        may_be = [field for field, letters in LETTERS.items() if word.text[0] in letters]
        if len(may_be) > 1:
            may_be = [YEAR] if len(word.text) == longest > len("yy") else [DAY]
        fields += "".join(may_be)
    return fields


def _may_be_a_day(case: Case, place: Mapping[str, int]) -> bool:
    return place["month"] < place["year"] and 0 < int(case.context.target.year) <= LAST_DAY


def _is_of_a_twin(case: Case, i: int) -> bool:
    """Return whether token `i` is a month of another calendar with a number beside it: 24 Iyar (9 May 2018)."""
    free = (j for j in (i - 1, i + 1) if case.context.has_number(j) and j not in case.context.used)
    return names_month(case.tokens[i]) and not case.roles[i] and any(free)  # tir is a Tuesday in Norwegian


def _is_of_an_era(case: Case, year: int) -> bool:
    """Return whether an era of another calendar stands beside the token of a year that may be of it: B.E. 2475.

    With a day, what is an era of ours elsewhere than in Ethiopia is none: 14/05/1904 e.C.
    """
    alone = not case.context.target.month
    before = year - 2 if is_sign(case.context, year - 1, ".") else year - 1
    buddhist = int(case.context.target.year) in BUDDHIST_YEARS
    for i in (before, year + 1):
        ours = (
            languages_of(case.tokens[i].senses.get("calendar:common", ""))
            if 0 <= i < len(case.tokens)
            else ()
        )
        ethiopic = case.context.has(i, "calendar:ethiopic") and (alone or IN_ETHIOPIA.issuperset(ours))
        if ethiopic or (buddhist and case.context.has(i, "calendar:buddhist")):
            return True
    return False


def other_calendar(case: Case) -> str | None:
    """Object to a year, a month or an era that may be of another calendar; a Gregorian month has a Gregorian year."""
    year = case.context.target.year
    thai = is_thai(case.text, case.language) and not case.context.has(case.context.last, "calendar:common")
    gregorian = case.is_named and not thai  # in Thailand the months are ours, the years are not
    other = is_other_year(case.text, "" if gregorian else case.iso, case.language)
    if thai and year:
        other = other or len(year) == 2 or (case.language == "th" and "2400" <= year < "2700")
    if case.language in ("fa", "ps", "ckb", "mzn") and year and not gregorian:
        other = other or (len(year) == 2 and case.order != "DMY") or "1200" <= year < "1500"
    claims = case.context.claims
    if year and not case.is_named:
        place, alone = claims["year"][0], not case.context.target.month
        other = other or _is_of_an_era(case, place) or (alone and is_year_of_another(case.tokens, place))
    if "month" in claims:
        other = other or is_republican(case.tokens, claims["month"][0])
    if other:
        return OTHER_YEAR
    if any(_is_of_a_twin(case, i) for i in range(len(case.tokens))):
        return "a date of another calendar stands beside it"
    clock = CLOCK if "time" in case.roles else ()  # a time of day stands beside dates of any calendar
    dated = [token for token, role in zip(case.tokens, case.roles, strict=True) if role not in clock]
    return "it may be a date of another calendar" if is_of_another(dated, case.language) else None
