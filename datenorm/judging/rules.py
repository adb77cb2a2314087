"""Rules: what speaks against an answer whose fields are claimed. One ordered list; each has a name and a reason.

The law: every token is claimed by a field or explained, or there is no answer. How much may stand around a date depends
on the strength of its form. What each rule stops and costs is measured by `benchmarks/rules.py`.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, NamedTuple

from datenorm.dates.eras import is_of_another_calendar
from datenorm.dates.targets import Target
from datenorm.judging.claims import Claimed, months_of, unit_of
from datenorm.judging.roles import (
    CLAIMED,
    CLOSING,
    COMMA_LIKE,
    HARMFUL,
    OPENING,
    UNREAD,
    Context,
    counted_before,
    counted_behind,
    roles,
)
from datenorm.text.lexicon import languages_of
from datenorm.text.tokens import Token

DAYS_OF_A_MONTH = 31
Strength = Literal["strong", "good", "fair", "weak"]


@dataclass(frozen=True, slots=True)
class Case:
    """A reading before the rules: its tokens, what each is, and what was told."""

    text: str
    iso: str
    context: Context
    roles: Sequence[str]
    strength: Strength
    order: str | None
    language: str | None
    misspelt: bool
    core: bool

    @classmethod
    def of(
        cls,
        text: str,
        iso: str,
        target: Target,
        claimed: Claimed,
        order: str | None,
        language: str | None,
        core: bool = False,
    ) -> "Case":
        """Return the case of a cleaned text and what its fields claimed.

        core: whether the network could read this in a part of the text alone; a fair form is then a weak one.
        """
        context = Context.of(claimed, target, language)
        found, strong = roles(context), strength(context, claimed.misspelt)
        strong = "weak" if core and strong == "fair" else strong
        return cls(text, iso, context, found, strong, order, language, claimed.misspelt, core)

    @property
    def tokens(self) -> Sequence[Token]:
        """The tokens of the text."""
        return self.context.tokens

    def left(self) -> list[int]:
        """Return the tokens without any role."""
        return [i for i, role in enumerate(self.roles) if not role]

    def between(self, i: int, j: int) -> str:
        """Return the text between two tokens."""
        return self.text[self.tokens[i].end : self.tokens[j].start]


class Rule(NamedTuple):
    """A reason to refuse. code: stable, for machines. why: what it is for. objects: what it says, None if nothing."""

    code: str
    why: str
    objects: Callable[[Case], str | None]


def objection(case: Case, without: frozenset[str] = frozenset()) -> tuple[str, str] | None:
    """Return the code and the words of the first rule that objects to a case; None where none does.

    without: rules that are left out, to measure what each of them is good for.
    """
    for rule in RULES:
        if rule.code not in without:
            said = rule.objects(case)
            if said:
                return rule.code, said
    return None


# --- the strength of a form -------------------------------------------------------------------------------------------


def strength(context: Context, misspelt: bool = False) -> Strength:
    """Return how sure it is that what was claimed is a date and nothing else."""
    target = context.target
    if not target.month:
        return "weak"
    if misspelt:
        return "fair" if target.day and target.year else "weak"
    if len(target.year) != 4:
        return "fair" if target.day and (_is_named(context) or _is_short(context)) else "weak"
    month = context.tokens[context.claims["month"][0]]
    if month.kind == "word":
        return _of_a_name(month, bool(target.day))
    if _is_marked(context):
        return "strong" if target.day else "good"
    return _of_numbers(context) if target.day else "weak"


def _of_a_name(month: Token, with_day: bool) -> Strength:
    if "full" in month.senses:
        return "strong" if with_day else "good"
    return "good" if with_day else "weak"


def _of_numbers(context: Context) -> Strength:
    """Return the strength of day, month and year in numbers, the year in four digits."""
    places = [context.claims[name][0] for name in ("year", "month", "day")]
    if len(set(places)) == 1:
        return "good" if context.tokens[places[0]].text.startswith(context.target.year) else "weak"
    if len(set(places)) == 2:
        return "weak"
    return "strong" if places == sorted(places) and _joints(context) == ["-", "-"] else "good"


def _is_named(context: Context) -> bool:
    return any("full" in context.tokens[i].senses for i in context.claims["month"])


def _is_short(context: Context) -> bool:
    """Return whether three numbers with one sign between them end in a year of two digits."""
    if not context.target.year or len(context.used) < 3:
        return False
    joints = _joints(context)
    last = context.tokens[max(context.used)]
    numbers = all(context.tokens[i].kind == "number" for i in context.used)
    return (
        numbers
        and joints[0] == joints[1]
        and joints[0] in ("/", "-", ".")
        and context.claims["year"][0] == context.last
        and last.kind == "number"
    )


def _is_marked(context: Context) -> bool:
    """Return whether words beside all numbers say what they are: 2018年5月9日."""
    return all(unit_of(context.tokens, group[0]) == name for name, group in context.claims.items())


def _joints(context: Context) -> list[str]:
    """Return what stands between the claimed tokens, in the order of the text."""
    places = sorted(context.used)
    tokens = context.tokens
    return ["".join(token.text for token in tokens[i + 1 : j]) for i, j in pairwise(places)]


# --- what governs a date ----------------------------------------------------------------------------------------------

LIGHT = frozenset(("connector", "label", "ordinal", "weekday", "era", "again"))


def _before(case: Case) -> list[int]:
    """Return the tokens before the date that nothing of weight parts from it, nearest first."""
    found = []
    for i in range(case.context.first - 1, -1, -1):
        found.append(i)
        token = case.tokens[i]
        if not (
            case.roles[i] in LIGHT or (token.kind == "sign" and (token.text in OPENING or token.text in ".-"))
        ):
            break
    return found


def _behind(case: Case) -> list[int]:
    found = []
    for i in range(case.context.last + 1, len(case.tokens)):
        found.append(i)
        token = case.tokens[i]
        if not (
            case.roles[i] in LIGHT
            or case.roles[i] in ("time", "zone", "offset", "day period")
            or (
                token.kind == "sign"
                and (token.text in OPENING or token.text in CLOSING or token.text in ".-,")
            )
        ):
            break
    return found


SAYS = {
    "bound": "says before or after it, not on it",
    "circa": "says about when, not when",
    "negated": "says that it is not the date",
    "offset": "counts from it",
    "between": "begins a range",
    "range": "makes it a range",
    "alternative": "names more than one date",
    "week": "makes it a week",
    "season": "makes it a season",
    "quarter": "makes it a quarter",
    "half": "makes it half a year",
    "decade": "makes it a decade",
    "century": "makes it a century",
    "fiscal year": "makes it another kind of year",
    "calendar": "is of another calendar or era",
    "street": "makes it an address",
    "unknown": "leaves a part open",
    "count": "makes it the number of something",
}
YEARS_OF = {
    "calendar:hijri": ("12", "15"),
    "calendar:buddhist": ("24", "27"),
}  # where short words name a calendar
FOR_DAYS = ("bound", "circa", "negated", "offset", "between", "calendar", "street", "week")
FOR_LESS = (*FOR_DAYS, "season", "quarter", "half", "decade", "century", "fiscal year")


def changed_meaning(case: Case) -> str | None:
    """Object to a word that makes something else of the date it governs."""
    found = next(harms(case), None)
    return f"{case.tokens[found[0]].text!r} {SAYS[found[1]]}" if found else None


def harms(case: Case) -> Iterator[tuple[int, str]]:
    """Yield the tokens that make something else of the date they govern, each with what it does."""
    kinds = FOR_DAYS if case.context.target.day else FOR_LESS
    for places, side in ((_before(case), "<"), (_behind(case), ">")):
        weekday = False
        for i in places:
            weekday |= case.roles[i] == "weekday"
            found = _harm(case, i, kinds, side)
            if found and not (weekday and found == "circa"):  # early on Thursday
                yield i, found
    for i in range(case.context.first + 1, case.context.last):
        if case.roles[i] not in CLAIMED and case.context.means(i, ("period:week", "unknown"), ("weekday",)):
            yield i, "week" if case.context.has(i, "period:week") else "unknown"
    if not case.context.target.day:  # a season or a quarter may stand anywhere beside less than a day
        for i in case.left():
            found = _harm(case, i, FOR_LESS[len(FOR_DAYS) - 1 :], "*")
            if found and case.context.first - 4 <= i <= case.context.last + 4:
                yield i, found


def _harm(case: Case, i: int, kinds: Sequence[str], side: str) -> str | None:
    if case.roles[i] in ("era", "time", "zone", "weekday", *CLAIMED):
        return None
    shielded = case.roles[i] in ("label", "connector") and not case.context.has(
        i, f"bound{side}", f"circa{side}"
    )
    word = case.tokens[i].text
    for kind in case.tokens[i].senses:
        harm = HARMFUL.get(kind)
        if (shielded and harm != "calendar") or (
            harm == "street" and len(word) < 3 and case.language is None
        ):
            continue
        year = case.context.target.year
        if harm == "calendar" and kind in YEARS_OF and not YEARS_OF[kind][0] <= year < YEARS_OF[kind][1]:
            continue
        if (
            harm in kinds
            and case.context.means(i, (kind,), ("weekday",))
            and (kind[-1] not in "<>" or kind[-1] == side)
        ):
            if kind in ("period:week",) and case.context.target.day and side == ">":
                continue
            return harm
    return None


# --- the rules --------------------------------------------------------------------------------------------------------


def another_month(case: Case) -> str | None:
    """Object to a full month name whose month is not the answered one, and to an abbreviation beside a number."""
    month = int(case.context.target.month or 0)
    for i in case.left():
        token = case.tokens[i]
        if token.kind != "word":
            continue
        meant = months_of(token, case.language)
        if not meant or month in meant:
            continue
        beside = any(
            0 <= j < len(case.tokens) and case.tokens[j].kind == "number" for j in _neighbours(case, i)
        )
        linked = any(_is_link(case, j) for j in (i - 1, i + 1))
        sure = len(token.text) > 3 or (case.language or "en") in languages_of(token.senses.get("month", ""))
        if sure and (case.context.has(i, "full") or (case.context.has(i, "month") and (beside or linked))):
            return f"{token.text!r} is another month"
    return None


def _neighbours(case: Case, i: int) -> tuple[int, int]:
    """Return the tokens beside token `i`, a full stop behind it left out."""
    return i - 1, i + 2 if i + 1 < len(case.tokens) and case.tokens[i + 1].text == "." else i + 1


LINKS = frozenset("-/~&|(+")
LINK_WORDS = ("or", "and", "to")


def _is_link(case: Case, i: int) -> bool:
    if not 0 <= i < len(case.tokens):
        return False
    token = case.tokens[i]
    return (token.kind == "sign" and token.text in LINKS) or (
        token.kind == "word" and case.context.has(i, *LINK_WORDS)
    )


def rival(case: Case) -> str | None:
    """Object to a number that is joined to the date and could be one of its fields, or stands at a month's name."""
    for i in case.left():
        token = case.tokens[i]
        if token.kind != "number":
            continue
        if _linked(case, i):
            return f"the number {token.text} is joined to it"
        if any(_names_month(case, j) for j in (i - 1, i + 1)) or (
            i + 2 < len(case.tokens) and case.tokens[i + 1].text in ".," and _names_month(case, i + 2)
        ):
            return f"the number {token.text} may be another date"
    return None


def _names_month(case: Case, j: int) -> bool:
    return (
        0 <= j < len(case.tokens)
        and not case.roles[j]
        and case.tokens[j].kind == "word"
        and bool(months_of(case.tokens[j], case.language))
    )


def _linked(case: Case, i: int) -> bool:
    """Return whether a sign or a word joins number `i` with a claimed token, and nothing of weight is between."""
    if len(case.tokens[i].text) not in (1, 2, 4, 8):
        return False
    for step in (-1, 1):
        j, joined = i + step, False
        while 0 <= j < len(case.tokens):
            if case.roles[j] in CLAIMED:
                return joined
            light = (
                case.roles[j] in ("ordinal", "connector", "sign") and case.tokens[j].text not in COMMA_LIKE
            )
            if _is_link(case, j):
                joined = True
            elif not light:
                break
            j += step
    return False


def unclaimed_number(case: Case) -> str | None:
    """Object to a number that nothing explains: anywhere beside a date that is not strong, near one that is."""
    unsure = case.strength in ("weak", "fair")
    for i, token in enumerate(case.tokens):
        if unsure and case.roles[i] == "counted" and len(token.text) == 6 and _is_short_run(token.text):
            return f"the number {token.text} may be the date"
        if token.kind != "number" or case.roles[i]:
            continue
        near = case.core or not _is_far(case, i)
        if case.strength in ("weak", "fair") or (case.strength == "good" and near):
            return f"nothing explains the number {token.text}"
        if case.core and len(token.text) < 3:
            return f"the number {token.text} may belong to it"
        if i in (case.context.first - 1, case.context.last + 1) and len(token.text) < 3:
            return f"the number {token.text} stands beside it"
        if _may_be_a_date(case, i):
            return f"the number {token.text} may be part of another date"
    return None


def _is_short_run(digits: str) -> bool:
    """Return whether six digits can be a day, a month and a year in some order."""
    pairs = [int(digits[at : at + 2]) for at in (0, 2, 4)]
    return any(0 < pairs[month] < 13 and 0 < pairs[day] < 32 for month, day in ((1, 0), (0, 1), (1, 2)))


def _is_far(case: Case, i: int) -> bool:
    """Return whether a word without any role stands between number `i` and the date."""
    places = range(i + 1, case.context.first) if i < case.context.first else range(case.context.last + 1, i)
    return any(case.tokens[j].kind == "word" and not case.roles[j] for j in places)


def _may_be_a_date(case: Case, i: int) -> bool:
    """Return whether free numbers from `i` on make a date: three with one sign between them, or eight digits."""
    tokens = case.tokens
    if len(tokens[i].text) == 8:
        return True
    places = range(i, min(i + 5, len(tokens)))
    if len(places) == 5 and all(tokens[j].kind == "number" for j in places[::2]):
        return tokens[places[1]].text == tokens[places[3]].text and tokens[places[1]].text in "./-"
    return case.context.first < i < case.context.last


def counted_number(case: Case) -> str | None:
    """Object to a claimed day, or a year of two digits, that a noun beside it counts: `April 2019, 26 pages`."""
    target = case.context.target
    for name in ("day", "month") if target.day else ("month",):
        group = case.context.claims.get(name, ())
        if len(group) == 1 and case.tokens[group[0]].kind == "number" and _is_counted(case, group[0]):
            return f"{case.tokens[group[0]].text} is the number of something"
    if case.strength == "weak" and counted_before(case.context, case.roles, case.context.first):
        return f"{case.tokens[case.context.first].text} is the number of something"
    if (
        "year" in case.context.claims
        and not target.month
        and _is_counted(case, case.context.claims["year"][0])
    ):
        return f"{case.tokens[case.context.claims['year'][0]].text} is the number of something"
    return None


def _is_counted(case: Case, i: int) -> bool:
    """Return whether a claimed number counts or names something; at a month's name, only if something parts them."""
    context = case.context
    if context.has(i + 1, "ordinal") and context.touches(i + 1):
        return False
    if counted_behind(context, case.roles, i):
        return True
    month = context.claims["month"][0] if "month" in context.claims else i
    if case.tokens[month].kind == "word" and i < month:
        parted = any(
            token.text in ",(:" or (token.text == "-" and not context.touches(i + 1))
            for token in case.tokens[i + 1 : month]
        )
        stranger = i > 0 and case.tokens[i - 1].kind == "word" and not case.roles[i - 1]
        return parted and (stranger or counted_before(context, case.roles, i))
    return counted_before(context, case.roles, i, through=".(#°-")


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
    closed = any(other.text == ">" for other in case.tokens[last:])
    if token.text in ("<", ">") and i == first - 1 and case.strength == "weak" and not closed:
        return f"{token.text!r} says before or after it, not on it"
    return None


def _unread(case: Case, i: int) -> str | None:
    """Return what speaks against a sign without any role."""
    tokens, token = case.tokens, case.tokens[i]
    near = [j for j in (i - 1, i + 1) if 0 <= j < len(tokens)]
    touching = any(
        case.roles[j] in CLAIMED and (tokens[j].end == token.start or token.end == tokens[j].start)
        for j in near
    )
    if token.text in "~≈±" and case.context.first - 1 == i:
        return f"{token.text!r} says about, before or after it"
    if token.text in UNREAD:
        if touching or case.context.first < i < case.context.last:
            return f"{token.text!r} leaves a part open"
        if i in _behind(case) and token.text != "#":
            return f"{token.text!r} says that it is not sure"
        return None
    return f"nobody knows what {token.text!r} is" if touching or case.strength == "weak" else None


def cut_year(case: Case) -> str | None:
    """Object to a year of two digits with signs for the two that are missing: 19.., 18--."""
    group = case.context.claims.get("year", ())
    if not case.context.target.short_year or len(group) != 1:
        return None
    i = group[0]
    rest = case.text[case.tokens[i].end : case.tokens[i].end + 3]
    return "its year is cut off" if rest[:2] in ("..", "--", "??", "__") and rest != "..." else None


def inside(case: Case) -> str | None:
    """Object to what stands between the fields of a date and is no part of one."""
    for i in range(case.context.first + 1, case.context.last):
        if not case.roles[i]:
            return f"{case.tokens[i].text!r} stands inside of it"
    return None


def glued(case: Case) -> str | None:
    """Object to letters that touch a claimed number and are no part of a date: 3l, 1860s, Covid-19."""
    if case.misspelt:
        return None
    for i in sorted(case.context.used):
        if case.tokens[i].kind == "number" and (said := _at_its_start(case, i) or _at_its_end(case, i)):
            return said
    return None


def _at_its_end(case: Case, i: int) -> str | None:
    """Return what touches the end of number `i`: a word that is no part of dates, or a sign that joins one."""
    tokens = case.tokens
    j = i + 1
    if j >= len(tokens) or tokens[j].start != tokens[i].end:
        return None
    unlike = ("time", "label", "ordinal") if case.roles[i] == "year" else ("time", "label")
    known = case.roles[j] and (case.roles[j] not in unlike or tokens[j].text == "t")
    if tokens[j].kind == "word" and not known and not _is_unspaced(case, j):
        return f"{tokens[j].text!r} touches its number"
    return _joins_a_word(case, j, i + 2)


def _at_its_start(case: Case, i: int) -> str | None:
    tokens = case.tokens
    j = i - 1
    if j < 0 or tokens[j].end != tokens[i].start:
        return None
    if tokens[j].kind == "word" and not case.roles[j] and not _is_unspaced(case, j):
        return f"{tokens[j].text!r} touches its number"
    return _joins_a_word(case, j, i - 2)


def _is_unspaced(case: Case, j: int) -> bool:
    """Return whether a word of a script without spaces stands beside a form that is sure."""
    word = case.tokens[j].text
    return case.strength in ("strong", "good") and not word.isascii() and word[0] > "\u0e00"


def _joins_a_word(case: Case, dash: int, k: int) -> str | None:
    """Return what a dash joins to a claimed number, where it touches a word that nothing explains."""
    tokens = case.tokens
    if tokens[dash].text != "-" or not 0 <= k < len(tokens) or tokens[k].kind != "word" or case.roles[k]:
        return None
    touches = tokens[k].end == tokens[dash].start or tokens[dash].end == tokens[k].start
    return f"{tokens[k].text!r} is joined to its number" if touches else None


def weak_among_words(case: Case) -> str | None:
    """Object to a weak form beside words that nobody expects there."""
    if case.strength != "weak":
        return None
    for i in case.left():
        if case.tokens[i].kind == "word":
            return f"nobody knows what {case.tokens[i].text!r} does beside {_short(case)}"
    return None


def _short(case: Case) -> str:
    target = case.context.target
    if case.misspelt:
        return "a misspelt date"
    if not target.month:
        return "a year alone"
    if not target.year:
        return "a date without a year"
    return "a date whose year has two digits" if target.short_year else "two numbers"


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
    joints = _joints(case.context)
    first = places[0] == case.context.first and joints[0] in (".", "_")
    if first or (case.order is None and len(set(joints)) > 1):
        return "a version or a number with a fraction is written like it; give the order"
    return None


def two_years(case: Case) -> str | None:
    """Object to a year and a number that may as well be the year behind it: 1828-9, 1909-10, 2011/12."""
    target, claims = case.context.target, case.context.claims
    if target.day or not target.month or len(target.year) != 4 or claims["year"][0] > claims["month"][0]:
        return None
    month = case.tokens[claims["month"][0]]
    joint = "".join(_joints(case.context))
    if month.kind != "number" or joint not in ("-", "/"):
        return None
    following = (int(target.year) + 1) % 100 == int(month.text)
    alone = joint == "-" and len(case.tokens) == 3
    return "it may be two years" if len(month.text) == 1 or (following and not alone) else None


def told_order(case: Case) -> str | None:
    """Object to numbers that stand in another order than the one that was told."""
    claims, order = case.context.claims, case.order
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
            return f"the order {order} was told, and it is in another"
    if order == "MDY" and place.keys() == {"month", "year"} and case.context.target.short_year:
        return "the order MDY was told, and a day can stand there" if _may_be_a_day(case, place) else None
    short = {"year", "day"} <= place.keys() and case.context.target.short_year
    if short and (place["year"] < place["day"]) != (order == "YMD"):
        return f"the order {order} was told, and it is in another"
    return None


def _may_be_a_day(case: Case, place: Mapping[str, int]) -> bool:
    return place["month"] < place["year"] and 0 < int(case.context.target.year) <= DAYS_OF_A_MONTH


def weekday_of_month(case: Case) -> str | None:
    """Object to a number with a weekday behind it: the 3rd Tuesday of June is not the 3rd."""
    day = case.context.claims.get("day", (-1,))[0]
    if day < 0 or case.tokens[day].kind != "number" or day != case.context.first:
        return None
    j = day + 1
    while j < len(case.tokens) and (case.roles[j] == "ordinal" or case.tokens[j].text == "."):
        j += 1
    behind = j < case.context.last and case.roles[j] == "weekday" and len(case.tokens[j].text) > 2
    return f"{case.tokens[j].text!r} makes it a weekday of a month" if behind and j > day + 1 else None


def numeric_joint(case: Case) -> str | None:
    """Object to brackets and the like between the numbers of a date without a name: 1998; 11(4)."""
    if any(case.tokens[i].kind != "number" for i in case.context.used):
        return None
    joints = _joints(case.context)
    strange = set("".join(joints)) & set("()[]{}") or (len(set(joints)) > 1 and ";" in "".join(joints))
    return "no date is written with such signs between its numbers" if strange else None


def hour(case: Case) -> str | None:
    """Object to a claimed number that a word makes an hour: 3 oktober 21 uur."""
    for name in ("year", "day"):
        group = case.context.claims.get(name, ())
        if len(group) != 1 or case.tokens[group[0]].kind != "number" or len(case.tokens[group[0]].text) > 2:
            continue
        i = group[0] + 1
        if (
            case.context.has(i, "hour")
            and case.roles[i] not in CLAIMED
            and not case.context.has(
                i, "connector", "ordinal", "calendar:common", "weekday", "year", "year>", "day>", "label"
            )
        ):
            return f"{case.tokens[group[0]].text} is an hour"
    return None


def sign_before_year(case: Case) -> str | None:
    """Object to a minus before a year: 3 May -1207."""
    group = case.context.claims.get("year", ())
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


def doubtful_name(case: Case) -> str | None:
    """Object to a short or doubtful name of a month of some language beside one number, where no language is told."""
    target = case.context.target
    if case.language or "month" not in case.context.claims:
        return None
    month = case.tokens[case.context.claims["month"][0]]
    if case.misspelt and not (target.day and target.year) and _is_short_word(month):
        return f"{month.text!r} beside one number may be no month"
    if (
        "roman" not in month.senses
        and "en" in languages_of(month.senses.get("count<", ""))
        and "en" not in languages_of(month.senses.get("month", ""))
    ):
        return f"{month.text!r} numbers things; tell the language if it is a month"
    if target.day and target.year:
        return None
    if month.kind != "word" or "roman" in month.senses:
        return None
    sure = "month" in month.senses or "full" in month.senses
    meant = month.senses.get("month") or month.senses.get("full") or ""
    known = languages_of(meant) if sure else frozenset()
    if "en" in known or len(known) > 3 or (sure and (len(month.text) > 4 or not month.text.isascii())):
        return None
    if len(target.year) == 4 and sure and not (set(month.senses) & OTHER_MEANINGS):
        return None
    if sure and len(month.text) > 3 and "full" in month.senses and not (set(month.senses) & OTHER_MEANINGS):
        return None
    if not sure and len(month.text) > 4:
        return None
    return f"{month.text!r} is a month in few languages; tell the language"


def _is_short_word(token: Token) -> bool:
    """Return whether a token is a word that is no name of a month, and too short to be sure what it was meant to be."""
    return token.kind == "word" and not months_of(token) and len(token.text) <= 5


OTHER_MEANINGS = frozenset(
    ("bound<", "label", "connector", "weekday", "or", "and", "to", "count<", "clock<", "dayperiod")
)


def decimal(case: Case) -> str | None:
    """Object to two numbers with a dot between them of which one is no year of ours: 3.1415."""
    target = case.context.target
    if target.day or not target.month or len(target.year) != 4 or 1700 <= int(target.year) < 2200:
        return None
    return "a decimal number is written like it" if _joints(case.context) == ["."] else None


def other_calendar(case: Case) -> str | None:
    """Object to a year that may be of the Islamic or the Persian calendar."""
    other = is_of_another_calendar(case.text, case.iso, case.language)
    year = case.context.target.year
    if case.language == "th" and year and not case.context.has(case.context.last, "calendar:common"):
        other = other or len(year) == 2 or "2400" <= year < "2700"
    if case.language in ("fa", "ps", "ckb", "mzn") and year:
        other = other or (len(year) == 2 and case.order != "DMY") or "1200" <= year < "1500"
    return "its year may not be of the Gregorian calendar" if other else None


RULES: tuple[Rule, ...] = (
    Rule("told-order", "a hint that was given is law", told_order),
    Rule("other-calendar", "1439 may be a year of the Hijra", other_calendar),
    Rule("changed-meaning", "before 1920 is not 1920", changed_meaning),
    Rule("cut-year", "19.. is any year of a century", cut_year),
    Rule("unread-sign", "198? is any year of a decade", unread_sign),
    Rule("another-month", "a second month is a second date", another_month),
    Rule("rival", "13 or 16 May are two days", rival),
    Rule("weekday-of-month", "the 3rd Tuesday is not the 3rd", weekday_of_month),
    Rule("hour", "21 uur is no year", hour),
    Rule("minus", "a minus before a year counts backwards", sign_before_year),
    Rule("two-years", "1828-9 are two years", two_years),
    Rule("joint", "11(4) is a volume and a number", numeric_joint),
    Rule("doubtful-name", "Mark 7 is no March", doubtful_name),
    Rule("counted", "26 pages are no 26th", counted_number),
    Rule("glued", "1860s are ten years", glued),
    Rule("number", "a number that nobody explains may be a field", unclaimed_number),
    Rule("inside", "what stands inside a date is part of what it says", inside),
    Rule("short-year-first", "37.2.2 is a version", short_year_first),
    Rule("decimal", "3.1415 is a number", decimal),
    Rule("weak-form", "Lot 12/2019 is no December", weak_among_words),
)

# What these say is that the text can't have the reading; the others, that it can't be told what the text is.
DISPROVED = frozenset(
    ("no-token", "told-order", "another-month", "counted", "hour", "number", "inside", "glued", "joint")
)
