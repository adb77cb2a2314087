"""Rules on hints: a told order is law, and a told language may count its years from another beginning."""

from collections.abc import Mapping

from datenorm.dates.buddhist import is_other_year, is_thai
from datenorm.dates.calendar import LAST_DAY
from datenorm.dates.months import is_of_another, is_republican, is_year_of_another
from datenorm.judging.rules.case import Case

# Letters that stand for fields in layouts: YYYY-MM-DD, TT.MM.JJJJ, ДД.ММ.ГГГГ.
LAYOUT = {**dict.fromkeys("yjaг", "Y"), **dict.fromkeys("mм", "M"), **dict.fromkeys("dtд", "D")}


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
    """Return the order that a text says itself, in the letters of a layout: 2018.05.09 (YYYY.DD.MM)."""
    words = [token.text for token in case.tokens if token.kind == "word"]
    said = "".join(
        LAYOUT.get(word[0], " ") if len(set(word)) == 1 and len(word) > 1 else " " for word in words
    )
    return next((order for order in ("DMY", "MDY", "YMD", "YDM") if order in said), None)


def _may_be_a_day(case: Case, place: Mapping[str, int]) -> bool:
    return place["month"] < place["year"] and 0 < int(case.context.target.year) <= LAST_DAY


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
    if year and not case.context.target.month:
        place = claims["year"][0]
        ethiopic = any(case.context.has(i, "calendar:ethiopic") for i in (place - 1, place + 1))
        other = other or ethiopic or is_year_of_another(case.tokens, place)
    if "month" in claims:
        other = other or is_republican(case.tokens, claims["month"][0])
    if other:
        return "its year may not be of the Gregorian calendar"
    return "it may be a date of another calendar" if is_of_another(case.tokens, case.language) else None
