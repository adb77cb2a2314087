"""Rules on what joins numbers: 11(4) is a volume, 3.1415 a number, 12-4-3 a score, 1828-9 two years."""

from collections.abc import Sequence

from datenorm.dates.calendar import LAST_DAY, MONTHS
from datenorm.judging.roles.context import is_sign, joints_of
from datenorm.judging.roles.rows import ANGLES
from datenorm.judging.rules.case import Case
from datenorm.judging.spelled import unit_of

LISTING = ",、·・~～"  # signs between things of one kind


def short_year_first(case: Case) -> str | None:
    """Object to numbers with a year of two digits that a version or a fraction is written like: 37.2.2, 17 4/6."""
    target, claims = case.context.target, case.context.claims
    if case.order == "YMD" or not (target.short_year and target.day):
        return None
    places = [claims[name][0] for name in ("year", "month", "day")]
    if any(case.tokens[i].kind != "number" for i in places):
        return None
    if len(set(places)) == 1:
        return (
            None
            if len(case.tokens[places[0]].text) != 6 or case.order
            else "its six digits may be in another order"
        )
    joints = joints_of(case.context)
    first = places[0] == case.context.first and joints[0] in (".", "_")
    leads = places[0] == case.context.first and case.order is None
    first = first or (leads and _is_a_score([case.tokens[i].text for i in places]))
    if first or (case.order is None and len(set(joints)) > 1):
        return "a version, a score or a number with a fraction is written like it; give the order"
    return None


def _is_a_score(numbers: Sequence[str]) -> bool:
    """Return whether a year of two digits may as well be a day, and month and day behind it have one: 12-4-3."""
    year, *others = numbers
    return int(year) <= LAST_DAY and all(len(number) == 1 for number in others)


def two_years(case: Case) -> str | None:
    """Object to a year and a number that may as well be the year behind it: 1828-9, 1909-10, 2011/12."""
    target, claims = case.context.target, case.context.claims
    if target.day or not target.month or len(target.year) != 4 or claims["year"][0] > claims["month"][0]:
        return None
    month = case.tokens[claims["month"][0]]
    joint = "".join(joints_of(case.context))
    if month.kind != "number" or joint not in ("-", "/"):
        return None
    if unit_of(case.tokens, claims["month"][0]):
        return None  # 1301/4月
    if len(month.text) == 1:  # 1880-5 are six years, 1976/7 are two, 1976/2 is a month
        return "it may be two years" if joint == "-" or int(target.year[-1]) + 1 == int(month.text) else None
    following = (int(target.year) + 1) % 100 == int(month.text)
    alone = joint == "-" and len(case.tokens) == 3
    return "it may be two years" if following and not alone else None


def numeric_joint(case: Case) -> str | None:
    """Object to brackets and the like between the numbers of a date without a name: 1998; 11(4)."""
    words = [case.tokens[i] for i in case.context.used if case.tokens[i].kind != "number"]
    joints = joints_of(case.context)
    if words:
        roman = "month" not in words[0].senses and "roman" in words[0].senses
        dotted = "".join(joints) == "." and case.context.has_claimed("day", case.context.first)  # 9. VII 2052
        nordic = joints == ["/", "-"] and len(case.context.target.year) == len("1899")  # 17/XII-1899
        uneven = roman and len(set(joints)) > 1 and not (dotted or nordic)
        return "a month in Roman numerals has one sign on both sides" if uneven else None
    strange = set("".join(joints)) & set("()[]{}") or (len(set(joints)) > 1 and ";" in "".join(joints))
    month = case.context.claims.get("month", (0,))[0]
    marked = unit_of(case.tokens, month) == "month"  # 3,12月,1981
    strange = strange or _are_angles(case) or (not marked and _is_a_verse(case, joints))
    if _are_of_one_field(case, joints):
        return "the mark behind two numbers says the same of both"
    if _has_two_ends(case, joints):
        return "its signs may join two months"
    if _is_year_in_the_middle(case):
        return "its year stands between its month and its day"
    return "no date is written with such signs between its numbers" if strange else None


def _are_of_one_field(case: Case, joints: Sequence[str]) -> bool:
    """Return whether a sign joins a month and a day with one mark behind both: 二、三日, 2 or 3 days; 2018년 5-7월."""
    year, day, month = (case.context.claims.get(name, (-1,))[0] for name in ("year", "day", "month"))
    marks = [unit_of(case.tokens, i) for i in (year, day, month) if i >= 0]
    if year < day == month - 2 and marks == ["year", None, "month"]:  # not 8-12월-2004, day by day
        return is_sign(case.context, day + 1, "-~")
    if case.context.target.year or len(joints) != 1 or not joints[0] or not set(joints[0]) <= set(LISTING):
        return False
    first, second = sorted(case.context.used)
    return unit_of(case.tokens, first) is None and unit_of(case.tokens, second) in ("month", "day")


def _has_two_ends(case: Case, joints: Sequence[str]) -> bool:
    """Return whether the signs of a date may join two months to their year: 2018-12/01, 2018: 12/01, 12-05/2018.

    Not so 9/5-2018, as in Denmark, nor where an order is told.
    """
    if case.order or not case.context.target.day or int(case.context.target.day) > MONTHS:
        return False
    leads = case.context.has_claimed("year", case.context.first)
    if leads and len(joints) == len("md") and joints[0] in (":", ",") and joints[0] != joints[1]:
        return True
    return "".join(joints) in (("-/", "./") if leads else ("-/", "-.", "/."))


def _is_year_in_the_middle(case: Case) -> bool:
    """Return whether the year stands between two other numbers, as in no layout: 05_2018_9."""
    month, year, day = (case.context.claims.get(name, (-1,))[0] for name in ("month", "year", "day"))
    return 0 <= month < year < day or 0 <= day < year < month


def _is_a_verse(case: Case, joints: Sequence[str]) -> bool:
    """Return whether the comma of a fraction or a verse joins two of three numbers: John 3,16 2018; 2018, 1,5."""
    if len(joints) != len("md"):
        return False
    first, second = (joint == "," for joint in joints)
    places, context = sorted(case.context.used), case.context
    tight = [context.touches(i) and context.touches(i - 1) for i in places[1:]]
    behind = places[0] in context.claims.get("year", ()) and second and tight[1] and not tight[0]
    return (first and tight[0] and not second) or behind


def _are_angles(case: Case) -> bool:
    """Return whether the first of two numbers has the sign of degrees, minutes, feet or inches behind it: 5'11."""
    first, pair = case.context.first, len(case.context.used) == 2
    return pair and is_sign(case.context, first + 1, ANGLES) and case.context.touches(first + 1)


def decimal(case: Case) -> str | None:
    """Object to two numbers with a dot between them of which one is no year of ours, 3.1415, and to parts of one.

    To those with a comma, whatever the year: 1850,5.
    """
    target = case.context.target
    if case.is_named and (_follows_a_comma(case) or _has_a_fraction(case)):
        return "a decimal number is written like it"  # 2,5 Mai 2018
    if target.day or not target.month or len(target.year) != 4:
        return None
    if case.is_named or case.tokens[case.context.first].text.startswith("0"):
        return None
    points = [","] if 1700 <= int(target.year) < 2200 else [",", "."]
    tight = case.context.touches(case.context.last) and case.context.touches(case.context.last - 1)
    written = tight and "".join(joints_of(case.context)) in points
    return "a decimal number is written like it" if written else None


def _follows_a_comma(case: Case) -> bool:
    """Return whether a comma without spaces joins the number that begins a date to another one before it."""
    first, context = case.context.first, case.context
    joined = is_sign(context, first - 1, ",") and context.has_number(first - 2) and context.has_number(first)
    return joined and context.touches(first) and context.touches(first - 1)


def _has_a_fraction(case: Case) -> bool:
    """Return whether a comma without spaces joins a year to a number beside it: Mai 9,50, maggio 1950,20."""
    context = case.context
    year = context.claims.get("year", (-1,))[0]
    if year < 0 or not context.has_number(year):
        return False
    before = (
        case.context.target.short_year and is_sign(context, year - 1, ",") and context.has_number(year - 2)
    )
    behind = is_sign(context, year + 1, ",") and context.has_number(year + 2) and year + 2 not in context.used
    tight = (
        context.touches(year) and context.touches(year - 1),
        context.touches(year + 1) and context.touches(year + 2),
    )
    return (before and tight[0]) or (behind and tight[1])
