"""A rule on claimed numbers that count or name something: April 2019, 26 pages; No. 3 May 2019."""

from datenorm.judging.roles.context import is_sign
from datenorm.judging.roles.counted import SHORT_UNIT, counted_before, counted_behind
from datenorm.judging.rules.case import Case
from datenorm.text.lexicon import FIRST_UNSPACED

MONEY = "€$£¥₹₽₩%‰"
NUMBERING = "#§№☎Ø€$£¥₹₽₩"  # signs before a number of something
ABBREVIATED = 4  # letters of a noun
ONLY_NUMBERING = "§№☎Ø€$£¥₹₽₩"  # those that stand apart from it as well


def counted_number(case: Case) -> str | None:
    """Object to a claimed day, or a year of two digits, that a noun beside it counts: `April 2019, 26 pages`."""
    target = case.context.target
    for name in ("day", "month", *["year"] * target.short_year):
        group = case.context.claims.get(name, ())
        number = len(group) == 1 and case.tokens[group[0]].kind == "number"
        if number and (_is_counted(case, group[0]) or _is_of_thousands(case, group[0])):
            return f"{case.tokens[group[0]].text} is the number of something"
    if _is_behind_its_year(case):
        return f"{case.tokens[case.context.last].text} is the number of something"
    if _is_numbered(case) or _is_behind_an_abbreviation(case):
        return f"{case.tokens[case.context.first].text} is the number of something"
    if _counts_its_year(case):
        return f"{target.year} is the number of something"
    first = case.tokens[case.context.first]
    bare = not case.is_named and case.strength != "strong"
    roman = first.kind == "word" and "roman" in first.senses and "month" not in first.senses
    if (case.strength == "weak" or bare or roman) and counted_before(
        case.context, case.roles, case.context.first, ".:(#°-" if case.strength == "weak" else ".(#°-"
    ):
        return f"{case.tokens[case.context.first].text} is the number of something"
    if (
        "year" in case.context.claims
        and not target.month
        and _is_counted(case, case.context.claims["year"][0])
    ):
        return f"{case.tokens[case.context.claims['year'][0]].text} is the number of something"
    return None


def _is_behind_its_year(case: Case) -> bool:
    """Return whether a comma parts the day from a month's name and a year before it, and a word follows that it counts.

    març de 1981, 2 bombetes.
    """
    context = case.context
    month, year, day = (context.claims.get(name, (-1,))[0] for name in ("month", "year", "day"))
    if not (case.is_named and 0 <= month < year < day and is_sign(context, day - 1, ",;")):
        return False
    behind = day + 1
    return behind < len(case.tokens) and case.tokens[behind].kind == "word" and not case.roles[behind]


def _is_of_thousands(case: Case, i: int) -> bool:
    """Return whether a comma or a dot joins claimed number `i` to three digits: July 2020, 1,204 posts."""
    context = case.context
    touching = context.touches(i + 1) and context.touches(i + 2)
    joined = is_sign(context, i + 1, ",.") and touching and context.has_number(i + 2)
    return joined and i + 2 not in context.used and len(case.tokens[i + 2].text) == len("204")


def _is_numbered(case: Case) -> bool:
    """Return whether what only numbers stands before the number that begins a date: No. 3 May 2019, #2018-05-09."""
    context, first = case.context, case.context.first
    if not context.has_number(first):
        return False
    if is_sign(context, first - 1, NUMBERING) and not is_sign(
        context, first - 2, NUMBERING
    ):  # no ### of a heading
        framed = is_sign(context, context.last + 1, "#")
        glued = (context.touches(first) and not framed) or (first > 1 and context.touches(first - 1))
        if glued or is_sign(context, first - 1, ONLY_NUMBERING):
            return True
    through = ".°=" + ":" * (not case.is_named)
    i = first - 2 if first > 1 and is_sign(context, first - 1, through) else first - 1
    if not case.is_named and i > 0 and case.tokens[i].kind == "word" and case.roles[i] in ("", "counted"):
        named = _named_by(case, i)
        i = named if _numbers(case, named) else i  # nr zamówienia 2018-05-09
    if context.has(i, "day>1") and context.has(first + 1, "connector"):
        return False  # day 26 of May 1995; day 26, May 1995 is numbered
    return _numbers(case, i)


def _is_behind_an_abbreviation(case: Case) -> bool:
    """Return whether a short noun with a dot numbers what begins a date with a month's name: p. 3 mai 1920."""
    context, first = case.context, case.context.first
    dotted = is_sign(context, first - 1, ".") and context.touches(first - 1) and context.has_number(first)
    spelled = context.has(context.claims.get("month", (-1,))[0], "full", "month")
    if not (
        dotted
        and spelled
        and context.has_claimed("day", first)
        and len(case.tokens[first - 2].text) <= ABBREVIATED
    ):
        return False
    return context.means(
        first - 2, ("count<", "number<"), ("label", "connector", "weekday", "past", "clock<")
    )


def _named_by(case: Case, i: int) -> int:
    """Return the token before noun `i` and what joins them: n° d'inventaire, nr. zamówienia."""
    j = i - 1
    while j > 0 and (is_sign(case.context, j, ".°") or case.context.has(j, "connector", "article")):
        j -= 1
    return j


def _numbers(case: Case, i: int) -> bool:
    """Return whether token `i` is a noun for a number and nothing else; one of several words is: Leltári szám."""
    kinds = ("number<", *["count<"] * (i >= 0 and " " in case.tokens[i].text))
    return i >= 0 and case.context.means(i, kinds, ("weekday", "connector", "clock"))


def _counts_its_year(case: Case) -> bool:
    """Return whether a noun behind a date counts the four digits of its year: 17 Sept 1500 EUR."""
    group = case.context.claims.get("year", ())
    if not (case.context.target.day and group):
        return False
    beside = group[0] + 1
    if is_sign(case.context, beside, "°") and beside > case.context.last:
        return True
    if len(case.context.target.year) < len("2018"):
        return False
    if is_sign(case.context, beside, MONEY):
        return True
    unspaced = beside < len(case.tokens) and case.tokens[beside].text >= FIRST_UNSPACED
    known = (case.context.touches(beside) and not unspaced) or case.context.has(
        beside, "calendar:common", "dayperiod", "clock"
    )
    known = known or _begins_a_name(case, beside)
    return not known and counted_behind(case.context, case.roles, group[0])


def _begins_a_name(case: Case, i: int) -> bool:
    """Return whether two letters that are a unit stand before another word, as behind no number: 1850 St Mary's."""
    words = case.tokens[i : i + 2]
    return (
        all(token.kind == "word" for token in words) and len(words) == 2 and len(words[0].text) <= SHORT_UNIT
    )


def _is_counted(case: Case, i: int) -> bool:
    """Return whether a claimed number counts or names something; at a month's name, only if something parts them."""
    context = case.context
    ending = i + 2 if is_sign(context, i + 1, "-") else i + 1
    if context.has(ending, "ordinal") and context.touches(i + 1) and context.touches(ending):
        return False
    month = context.claims["month"][0] if "month" in context.claims else i
    if is_sign(context, i + 1, "°") and is_sign(context, i + 2, ",:(") and i <= month:
        return True  # 12°, marzo 2019; not so in jun 2°, 1900
    if is_sign(context, i + 1, "°") and context.has_number(i + 2) and is_sign(context, i + 3, "'′"):
        return True  # 12° 20'
    if counted_behind(context, case.roles, i):
        return True
    if case.tokens[month].kind == "word" and i < month:
        parted = any(
            token.text in ",(:" or (token.text == "-" and not context.touches(i + 1))
            for token in case.tokens[i + 1 : month]
        )
        passed = case.roles[i - 1 : i] == ["connector"] or is_sign(context, i - 1, ".")
        before = i - 2 if passed else i - 1  # team of 9, May 2018
        stranger = before >= 0 and case.tokens[before].kind == "word" and not case.roles[before]
        return parted and (stranger or _is_a_total(case, i) or counted_before(context, case.roles, i))
    return counted_before(context, case.roles, i, through=".(#°-")


def _is_a_total(case: Case, i: int) -> bool:
    """Return whether a claimed number says of how many one is that a noun counts: sheet 5 of 12, July 1934."""
    joined = case.roles[i - 1 : i] == ["connector"] or case.tokens[i - 1].text == "/"
    return i > 1 and joined and case.context.has_number(i - 2) and case.roles[i - 2] == "counted"
