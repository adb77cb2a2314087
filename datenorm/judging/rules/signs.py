"""Rules on signs, and on letters that touch a date: 198?, 19.., 1860s; on minus signs."""

import unicodedata

from datenorm.judging.roles.context import CLAIMED, is_sign
from datenorm.judging.roles.marks import UNREAD
from datenorm.judging.rules.case import Case
from datenorm.judging.rules.governing import behind
from datenorm.judging.spelled import unit_of
from datenorm.text.lexicon import FIRST_UNSPACED

ARROWS = "→⇒"
DAYS = "日号號일호"  # what a day has behind it; 日付 is a date
TOLERANCES = ("+/-", "+-", "-/+")
# Roles of a letter that may as well begin a code: B12, A4, T-5.
CODED = ("label", "ordinal", "weekday", "day period", "connector")
JOINING = (
    "connector",
    "article",
    "ordinal",
    "year",
    "unit:day",
    "day>1",
    "field",
)  # words between the parts of a date
DENYING = frozenset(
    "QUESTION CROSS NO PROHIBITED THINKING SHRUG BALLOT DOWN CONFUSED FORBIDDEN".split()
)  # in names of signs
BOUNDS = frozenset("<>≤≥≠≪≫⩽⩾")


def unread_sign(case: Case) -> str | None:
    """Object to a sign that stands for what nobody could read, or for doubt, beside what was claimed."""
    for i, token in enumerate(case.tokens):
        if token.kind == "sign" and (said := _bounds(case, i) or (not case.roles[i] and _unread(case, i))):
            return said
    return None


def _bounds(case: Case, i: int) -> str | None:
    """Return what a sign with a role of its own says all the same: 1*/5/1988, < 1988."""
    token, first, last = case.tokens[i], case.context.first, case.context.last
    if token.text in "*?_" and first < i < last and (token.text == "*" or case.roles[i] in CLAIMED):
        return f"{token.text!r} leaves a part open"
    if token.text == "_" and case.context.touches(i) and case.context.has(i + 1, "year>", "month>", "day>"):
        return "'_' leaves a part open"  # 2_日
    if case.context.has(i - 1, "field") and [one.text for one in case.tokens[i : i + 3]] == ["."] * 3:
        return f"the dots behind {case.tokens[i - 1].text!r} leave a part open"  # day ... month ... year 2021
    named = case.roles[i + 1 : i + 2] == ["month"]  # @may
    if (
        token.text == "@"
        and case.context.touches(i + 1)
        and (named or (i == last + 1 and _joins_words(case, i)))
    ):
        return "it is part of an address"  # 9may2018@example.org
    closed = any(other.text == ">" for other in case.tokens[last:])
    tag = closed if token.text == "<" else any(other.text == "<" for other in case.tokens[:i])
    between = "".join(other.text for other in case.tokens[i + 1 : first])
    if token.text in BOUNDS and i < first and not tag and not between.strip("=\"'([ "):
        return f"{token.text!r} says before or after it, not on it"
    begins = not (between or case.context.touches(i)) and case.context.touches(i + 1)  # !2018-05-09
    others = {"!": begins or between[:1] == "=", "<": between[:1] == ">" and case.context.touches(i + 1)}
    if i < first and others.get(token.text) and not between.strip("=>\"'([ "):
        return f"{token.text + between[:1]!r} says that it is another"
    return None


def _joins_words(case: Case, i: int) -> bool:
    """Return whether sign `i` touches what stands before it and a word behind it."""
    return case.context.touches(i) and case.tokens[i + 1].kind == "word"


def _unread(case: Case, i: int) -> str | None:
    """Return what speaks against a sign without any role."""
    tokens, token = case.tokens, case.tokens[i]
    near = [j for j in (i - 1, i + 1) if 0 <= j < len(tokens)]
    touching = any(
        case.roles[j] in CLAIMED and (tokens[j].end == token.start or token.end == tokens[j].start)
        for j in near
    )
    if (
        unicodedata.category(token.text) in ("No", "Nl")
        and case.context.first - 1 <= i <= case.context.last + 1
    ):
        return f"nobody knows what {token.text!r} is"
    if (
        len(token.text) == 1
        and not token.text.isascii()
        and not DENYING.isdisjoint(unicodedata.name(token.text, "").split())
    ):
        return f"{token.text!r} says that it is not so, or not sure"
    if token.text in "~≈±" and i in (case.context.first - 1, *[case.context.last + 1] * (token.text == "±")):
        return f"{token.text!r} says about, before or after it"
    if token.text == "+" and i == len(tokens) - 1 and i in behind(case):
        return "'+' says after it as well"
    if case.text.startswith(TOLERANCES, token.start) and i in behind(case):
        return "its tolerance is said"
    degrees = is_sign(case.context, i + 2, "°")  # +4 °C
    counted = case.roles[i + 1 : i + 2] == ["counted"] and not degrees
    if token.text in "+±" and counted and i in behind(case):
        return f"{token.text!r} counts from it"
    if token.text in UNREAD:
        if touching or case.context.first < i < case.context.last:
            return f"{token.text!r} leaves a part open"
        if (i in behind(case) and token.text != "#") or (
            token.text == "?" and i == 0 and case.context.first == 1
        ):
            return f"{token.text!r} says that it is not sure"
        blank = token.text in "_?" and case.strength == "weak"
        return f"{token.text!r} leaves a part open" if blank else None
    return f"nobody knows what {token.text!r} is" if touching or case.strength == "weak" else None


def cut_year(case: Case) -> str | None:
    """Object to a year of two digits with signs for those that are missing: 19.., 18--; a day may be one.

    So to a day: 2... Juni 1702, 2- settembre 1870.
    """
    target = case.context.target
    if _is_cut_day(case):
        return "its day is cut off"
    group = case.context.claims.get("year" if target.year else "day", ())
    if (target.year and not target.short_year) or len(group) != 1:
        return None
    rest = case.text[case.tokens[group[0]].end :]
    gap = rest.lstrip("[(")
    whole = gap.startswith("...") and gap == rest  # an ellipsis behind the date
    cut = gap[:2] in ("..", "--", "??", "__") and not whole
    return "its year is cut off" if cut and (target.year or len(rest) == 2) else None


def _is_cut_day(case: Case) -> bool:
    """Return whether dots or a dash touch a day of one digit, and not what is behind them."""
    day, tokens = case.context.claims.get("day", ()), case.tokens
    if len(day) != 1 or not case.is_named or len(tokens[day[0]].text) > 1:
        return False
    i = behind = day[0] + 1
    while behind < len(tokens) and tokens[behind].text in ".-" and case.context.touches(behind):
        behind += 1
    gap = "".join(token.text for token in tokens[i:behind])
    others = sum(token.text == "-" for token in tokens)
    apart = behind < len(tokens) and not case.context.touches(behind)
    return gap.startswith("..") or (gap == "-" and apart and others == 1)


def inside(case: Case) -> str | None:
    """Object to what stands between the fields of a date and is no part of one."""
    for i in range(case.context.first + 1, case.context.last):
        if not case.roles[i] or case.tokens[i].text in ARROWS or _leads_elsewhere(case, i):
            return f"{case.tokens[i].text!r} stands inside of it"
    return None


def _leads_elsewhere(case: Case, i: int) -> bool:
    """Return whether a word between day and month leads to a date, and joins no parts of one: 9 in May."""
    places = [case.context.claims[name][0] for name in ("day", "month") if name in case.context.claims]
    between = len(places) == 2 and case.is_named and min(places) < i < max(places)
    counted = case.tokens[i - 1].text == "." or case.roles[i - 1] == "ordinal"  # the 9th in May
    return between and not counted and case.roles[i] == "label" and not case.context.has(i, *JOINING)


def glued(case: Case) -> str | None:
    """Object to letters that touch a claimed number and are no part of a date: 3l, 1860s, Covid-19."""
    if case.misspelt:
        return None
    for i in sorted(case.context.used):
        if case.tokens[i].kind == "number" and (said := _at_its_start(case, i) or _at_its_end(case, i)):
            return said
        dashed = case.tokens[i].kind == "word" and i + 1 < len(case.tokens) and case.context.touches(i + 1)
        if dashed and case.context.touches(i + 2) and (said := _joins_a_word(case, i + 1, i + 2)):
            return said  # Mai-Ndombe
    return None


def _at_its_end(case: Case, i: int) -> str | None:
    """Return what touches the end of number `i`: a word that is no part of dates, or a sign that joins one."""
    tokens = case.tokens
    j = i + 1
    if j >= len(tokens) or tokens[j].start != tokens[i].end:
        return None
    if case.roles[i] == "day" and tokens[j].text == "." and _is_a_letter_of_a_code(case, j + 1):
        return f"{tokens[j + 1].text!r} touches its number"
    unlike = {"time", "label", "day period"} | ({"ordinal"} if case.roles[i] == "year" else set())
    unlike |= {"zone"} if len(tokens[i].text) == len("2018") else set()  # 9MAY 2018Z
    era = "calendar:common" in tokens[j].senses
    known = case.roles[j] and (case.roles[j] not in unlike or era or tokens[j].text == "t")
    if tokens[j].kind == "word" and not known and not _is_unspaced(case, j):
        return f"{tokens[j].text!r} touches its number"
    return _joins_a_word(case, j, i + 2)


def _at_its_start(case: Case, i: int) -> str | None:
    tokens = case.tokens
    j = i - 1
    if j < 0 or tokens[j].end != tokens[i].start:
        return None
    if tokens[j].text == "'" and _is_cut_short(case, i):
        return "its apostrophe makes a year of it"
    known = case.roles[j] and not _begins_a_code(case, j)
    if tokens[j].kind == "word" and not known and not _is_unspaced(case, j):
        return f"{tokens[j].text!r} touches its number"
    return _joins_a_word(case, j, i - 2)


def _is_cut_short(case: Case, i: int) -> bool:
    """Return whether an apostrophe before the first number stands for its century, and the year is another: '23.04.27.

    Not so one that is a quotation mark, or one of a spreadsheet before a whole year.
    """
    quoted = any(token.text == "'" for token in case.tokens[i:])
    begins = i == case.context.first and not case.context.has_claimed("year", i)
    return begins and case.context.target.short_year and not quoted


def _is_a_letter_of_a_code(case: Case, k: int) -> bool:
    """Return whether token `k` is a letter that touches the dot before it, and nothing else: 5.A května."""
    letter = k < len(case.tokens) and case.tokens[k].kind == "word" and len(case.tokens[k].text) == 1
    ascii_letter = letter and case.tokens[k].text.isascii()
    return ascii_letter and case.context.touches(k) and not case.context.touches(k + 1)


def _begins_a_code(case: Case, j: int) -> bool:
    """Return whether a letter may as well begin a code: B12, T-5."""
    word = case.tokens[j].text
    return case.roles[j] in CODED and len(word) == 1 and word.isascii()


def _is_unspaced(case: Case, j: int) -> bool:
    """Return whether a word of a script without spaces stands beside a sure form, not where 日 would: 5月9位."""
    word, context = case.tokens[j].text, case.context
    month = context.claims.get("month", (-1,))[0]
    if context.has_claimed("day", j - 1) and unit_of(case.tokens, month) == "month" and word[0] not in DAYS:
        return False
    return case.strength in ("strong", "good") and not word.isascii() and word[0] > FIRST_UNSPACED


def _joins_a_word(case: Case, dash: int, k: int) -> str | None:
    """Return what a dash joins to a claimed number, where it touches a word that nothing explains."""
    tokens = case.tokens
    if not 0 <= k < len(tokens) or tokens[k].kind != "word":
        return None
    lettered = k > dash and len(tokens[k].text) == 1 and case.context.touches(k)  # 3.11.2006/K
    if tokens[dash].text != "-" and not (tokens[dash].text == "/" and lettered and not case.roles[k]):
        return None
    file = case.strength == "strong" and not case.is_named and len(tokens[k].text) > 2
    if file and not case.context.has(k, "count<", "number<", "year", "unit:day"):
        return None  # report-2018-05-09.pdf
    length = k > dash and case.roles[k] not in CLAIMED and case.context.has(k, "year", "unit:day")  # 10-yr
    length = length and not case.context.has_claimed("year", dash - 1)  # 2018-yil
    if case.roles[k] and not length and not (k < dash and _begins_a_code(case, k)):
        return None
    touches = tokens[k].end == tokens[dash].start or tokens[dash].end == tokens[k].start
    return f"{tokens[k].text!r} is joined to its number" if touches else None


def sign_before_year(case: Case) -> str | None:
    """Object to a minus before a year: 3 May -1207."""
    group = case.context.claims.get("year", ())
    if _is_a_negative_day(case):
        return "a sign makes its day another number"
    if not case.context.target.month and len(case.tokens[group[0]].text) == 4:
        first, last = group[0] - 1, group[0] + 1
        ends = (first == 0 and case.tokens[0].text in "-/") or (
            last == len(case.tokens) - 1 and case.tokens[last].text in "-/"
        )
        return "a dash beside a year leaves a part or an end open" if ends else None
    if (
        len(group) != 1
        or group[0] < 2
        or case.tokens[group[0] - 1].text not in "-+"
        or case.text.count("-") > 1
    ):
        return None
    if case.tokens[group[0] - 2].kind != "word":
        return None
    i = group[0]
    apart = (
        case.tokens[i - 2].end < case.tokens[i - 1].start and case.tokens[i - 1].end == case.tokens[i].start
    )
    return "a sign makes its year another" if apart else None


def _is_a_negative_day(case: Case) -> bool:
    """Return whether a minus touches the day and nothing before it: Dec -5, 2018."""
    day = case.context.claims.get("day", (0,))[0]
    minus = day > 1 and case.tokens[day - 1].text == "-" and case.context.touches(day)
    minus = minus and case.tokens[day + 1 : day + 2] != [] and case.tokens[day + 1].text not in "-/."
    return minus and case.is_named and not case.context.touches(day - 1) and case.context.has_number(day)
