"""Fields: the days, months and years in a stretch of a text, and what one stretch lends another.

In `8-11 Sept 1936` the first stretch, `8`, lacks what the second has: its month and its year. What is lent is text, so
that each stretch is read as any date is, in any language.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from datenorm.dates.calendar import LAST_DAY, later_year
from datenorm.dates.months import is_republican, names_month
from datenorm.dates.periods import eras_of_years
from datenorm.expressions.expression import JOINTS, beside, eras_in, is_month, is_period, numeral
from datenorm.judging.spelled import is_old_style, unit_of
from datenorm.rewriting.page import Page
from datenorm.text.lexicon import FIRST_UNSPACED
from datenorm.text.tokens import Token

NUMBER, DAY, MONTH, YEAR = 0, 1, 2, 3  # a number that may be any of them; a day, a month, a year
UNITS = {"day": DAY, "month": MONTH, "year": YEAR}
MOST = 3  # fields of one date
DIGITS_OF_A_DAY = 8


class Field(NamedTuple):
    """A field and the tokens that spell it, what belongs to a number among them: 5月, 3rd, 4."""

    level: int
    first: int
    last: int


class Stretch(NamedTuple):
    """Tokens `first` to `last` of a page and the fields in them."""

    page: Page
    first: int
    last: int
    fields: tuple[Field, ...]

    @property
    def levels(self) -> frozenset[int]:
        """The levels of its fields."""
        return frozenset(field.level for field in self.fields)

    @property
    def eras(self) -> list[int]:
        """The tokens of it that say an era of ours."""
        return [i for i in eras_in(self.page) if self.first <= i <= self.last]

    @property
    def has_era(self) -> bool:
        """Whether it says in which era or calendar its year is counted."""
        places = range(self.first, self.last + 1)
        named = any(
            self.page.has(i, "calendar:buddhist") or is_old_style(self.page.tokens, i) for i in places
        )
        others = any(self.first <= one.first <= self.last for one in eras_of_years(self.page.tokens))
        return named or others or bool(self.eras)

    @property
    def is_year_of_an_era(self) -> bool:
        """Whether it is one number, which an era makes a year: 44 BC, or the 44 of 44-43 BC."""
        return bool(eras_in(self.page)) and len(self.fields) == 1 and self.fields[0].level in (NUMBER, YEAR)

    def text(self, first: int | None = None, last: int | None = None) -> str:
        """Return its text, or that of some of its tokens."""
        start = self.first if first is None else first
        end = self.last if last is None else last
        return (
            self.page.text[self.page.tokens[start].start : self.page.tokens[end].end] if start <= end else ""
        )


def stretch(page: Page, first: int, last: int) -> Stretch | None:
    """Return tokens `first` to `last` with their fields; None where there are none, or more than a date has."""
    fields: list[Field] = []
    i = first
    while i <= last:
        found = _field(page, i, first, last)
        if found:
            fields.append(found)
            i = found.last
        i += 1
    return Stretch(page, first, last, tuple(fields)) if 0 < len(fields) <= MOST else None


def _field(page: Page, i: int, first: int, last: int) -> Field | None:
    token = page.tokens[i]
    if token.kind == "sign":
        return None
    if token.kind == "word":
        if is_republican(page.tokens, i):
            return Field(YEAR, i - 1, i)
        if is_month(page, i) or is_period(page, i) or names_month(token):
            return Field(MONTH, i, i)
        return Field(NUMBER, i, i) if numeral(page, i) and _counts_centuries(page) else None
    if _is_time(page, i, last):
        return None
    unit, length = unit_of(page.tokens, i), len(token.text)
    end = _end(page, i, last)
    if unit:
        return Field(UNITS[unit], i - 1 if i > first and _is_before(page, i) else i, end)
    if length in (3, 4) or any(i in beside(page, era) for era in eras_in(page)):
        return Field(YEAR, i, i)
    if length > 4:
        return Field(NUMBER, i, i)
    if i > first and page.is_sign(i - 1, "'") and page.touches(i):  # not the 8 of dall'8
        return Field(YEAR, i - 1, i)
    return Field(NUMBER, i, end)


def _counts_centuries(page: Page) -> bool:
    return any(page.has(i, "period:century") for i in range(len(page.tokens)))


def _is_time(page: Page, i: int, last: int) -> bool:
    colon = any(page.is_sign(j, ":") and page.touches(max(i, j)) for j in (i - 1, i + 1))
    return (colon and not _has_an_ending(page, i, last)) or (
        i < last and page.has(i + 1, "hour", "dayperiod") and not page.has(i + 1, *JOINTS, "connector")
    )


def _is_before(page: Page, i: int) -> bool:
    return page.has(i - 1, "year<", "month<", "day<", "era")


def _end(page: Page, i: int, last: int) -> int:
    """Return the last token that belongs to number `i`: its unit, its ordinal ending, its full stop."""
    j = i + 1
    if j <= last and page.has(j, "year>", "month>", "day>", "ordinal") and page.touches(j):
        return j
    if _has_an_ending(page, i, last):
        return i + 2
    dotted = page.is_sign(j, ".") and page.touches(j) and j <= last
    joining = page.touches(j + 1) and (page.is_number(j + 1) or page.has(j + 1, "roman"))
    return j if dotted and not joining else i


def _has_an_ending(page: Page, i: int, last: int) -> bool:
    """Return whether a sign joins number `i` to its ordinal ending: 10-go, 23:a."""
    ending = i + 2
    touching = ending <= last and page.touches(i + 1) and page.touches(ending)
    return touching and page.is_sign(i + 1, "-:") and page.has(ending, "ordinal")


def resolved(left: Stretch, right: Stretch) -> tuple[Stretch, Stretch]:
    """Return both stretches with the numbers named, where a month's name or a unit in one of them tells."""
    if MONTH not in left.levels | right.levels:
        return left, right
    ends_in_year = left.fields[-1].level == YEAR and len(left.fields) > 1
    whole = YEAR in left.levels & right.levels
    return _named(left, whole), _named(right, whole, lone=YEAR if ends_in_year else DAY)


def _named(one: Stretch, whole: bool, lone: int = DAY) -> Stretch:
    """Return a stretch whose first number beside a month is its day, and a second one its year.

    Without a month's name two numbers and a year are whole; a number that a sign joins to its year is a month, where
    the other stretch is whole as well: not so in may 8-10.1991.
    """
    numbers = sum(field.level == NUMBER for field in one.fields)
    if MONTH not in one.levels and YEAR in one.levels and (numbers == 2 or (whole and _is_joined(one))):
        levels: list[int] = [DAY, MONTH] if numbers == 2 else [MONTH]
        return one._replace(
            fields=tuple(f._replace(level=levels.pop()) if f.level == NUMBER else f for f in one.fields)
        )
    fields, known = [], set(one.levels)
    for field in one.fields:
        level = field.level
        if level == NUMBER:
            is_year = DAY in known or (one.page.number(field.first) or 0) > LAST_DAY
            level = lone if len(one.fields) == 1 else YEAR if is_year else DAY
        known.add(level)
        fields.append(field._replace(level=level))
    return one._replace(fields=tuple(fields))


def _is_joined(one: Stretch) -> bool:
    """Return whether a sign joins a number and a year: 03/1988."""
    first, second = one.fields[0], one.fields[-1]
    return len(one.fields) == 2 and second.first == first.last + 2 and one.page.is_sign(first.last + 1, "/.-")


def completed(left: Stretch, right: Stretch) -> tuple[str, str] | None:
    """Return both stretches as whole texts, each with what only the other one says; None where they don't fit.

    >>> page = Page("8-11 sept 1936")
    >>> completed(stretch(page, 0, 0), stretch(page, 2, 4))
    ('8 sept 1936', '11 sept 1936')
    """
    texts = _completed(left, right)
    return texts and with_eras(texts, left, right)


def with_eras(texts: tuple[str, str], left: Stretch, right: Stretch) -> tuple[str, str] | None:
    """Return two texts, both with the era that only one of them says: 44 or 43 BC, AD 79-80, 1300-1310 AH.

    None where the other year may be of another era: 27 BC - 14. One of four digits that would be backwards is of ours.
    """
    if left.has_era == right.has_era:
        return texts
    own, other = (left, right) if left.has_era else (right, left)
    before = own.text(own.first, own.fields[0].first - 1)
    behind = own.text(own.fields[-1].last + 1)
    leads = any(i < own.fields[0].first for i in own.eras)
    trails = any(i > own.fields[-1].last for i in own.eras) or not own.eras
    lent = YEAR in own.levels and texts[own is left] != other.text()  # its year, with the era inside maybe
    if own is left:
        if leads or not own.eras:
            return texts[0], glued(before, texts[1])
        if lent:
            return texts[0], glued(texts[1], behind) if trails else texts[1]
        return texts if _is_of_ours(left, right) else None
    if trails:
        return glued(texts[0], behind), texts[1]
    return texts if lent and not leads else None


def _is_of_ours(left: Stretch, right: Stretch) -> bool:
    """Return whether a year behind one before Christ can't be before Christ itself: 300 BC to 1500."""
    early, late = (one.page.tokens[one.fields[-1].last].text for one in (left, right))
    return len(late) == 4 and early.isdigit() and late.isdigit() and int(late) > int(early)


def _completed(left: Stretch, right: Stretch) -> tuple[str, str] | None:
    if left.is_year_of_an_era and right.is_year_of_an_era:
        return left.text(), right.text()
    if _differ(left, right):
        return left.text(), right.text()
    left, right = resolved(left, right)
    if NUMBER in left.levels | right.levels:
        return _numeric(left, right)
    texts = _filled(left, right), _filled(right, left)
    return None if texts[0] is None or texts[1] is None else (texts[0], _in_century(texts[1], left, right))


def _differ(left: Stretch, right: Stretch) -> bool:
    """Return whether one date names its month and the other one is of numbers: neither can lend the other anything."""
    named = MONTH in left.levels, MONTH in right.levels
    numbers = right if named[0] else left
    return (
        named[0] != named[1]
        and NUMBER in numbers.levels
        and YEAR in numbers.levels
        and (
            sum(field.level == NUMBER for field in numbers.fields) == 2
            or (YEAR in left.levels & right.levels and _is_joined(numbers))
        )
    )


def _filled(own: Stretch, other: Stretch) -> str | None:
    """Return the text of `own` with the larger fields that only `other` has, where `other` has them."""
    smallest = min(own.levels)
    needed = {level for level in other.levels - own.levels if level > smallest}
    if not needed:
        return own.text()
    shared = [field for field in other.fields if field.level in own.levels]
    if not shared:
        return None
    donors = [field for field in other.fields if field.level in needed]
    before = [field for field in donors if field.first < shared[0].first]
    behind = [field for field in donors if field.first > shared[-1].last]
    if len(before) + len(behind) < len(donors):
        return None
    prefix = other.text(before[0].first, shared[0].first - 1) if before else ""
    suffix = other.text(shared[-1].last + 1, behind[-1].last) if behind else ""
    return glued(glued(prefix, own.text()), suffix)


def _numeric(left: Stretch, right: Stretch) -> tuple[str, str] | None:
    """Return numbers without names as whole texts: 14-16/05/2018, 2018-05-14/16, 1828-9."""
    many, few = len(left.fields), len(right.fields)
    years = YEAR in left.levels, YEAR in right.levels
    if years == (True, True):
        return left.text(), right.text()
    if years == (False, False) and (found := _days_of_a_month(left, right)):
        return found
    if years == (True, False):
        return (
            (left.text(), year)
            if many == 1 and (year := short_year(left, right))
            else _lend_back(left, right)
        )
    if _is_whole(left) and _is_whole(right):
        return left.text(), right.text()
    if not years[1] and not (many < few == MOST and _are_dotted(left, right)):
        return None
    if years[1] and right.fields[-1].level != YEAR:
        return None
    if few == 1:
        return None
    if many <= few - 1:
        return glued(left.text(), right.text(right.fields[many - 1].last + 1)), right.text()
    whole = glued(left.text(), right.text(right.fields[0].last + 1))
    return whole, glued(left.text(left.first, left.fields[-1].first - 1), right.text())


def _days_of_a_month(left: Stretch, right: Stretch) -> tuple[str, str] | None:
    """Return two days of numbers without a year as whole texts, where their order is known: 07.-17.07., 24-28/5.

    What may be a fraction or an amount is none: 1-2.5, 3-4/5.
    """
    page, whole = left.page, [one for one in (left, right) if len(one.fields) == 2]
    if page.order not in ("DMY", "MDY") or not all(_is_numeric_day(one) for one in whole):
        return None
    if len(whole) == 2:
        return left.text(), right.text()
    if page.order == "DMY" and whole == [right] and len(left.fields) == 1:
        return glued(left.text(), right.text(right.fields[0].last + 1)), right.text()
    if page.order == "MDY" and whole == [left] and len(right.fields) == 1:
        return left.text(), glued(left.text(left.first, left.fields[-1].first - 1), right.text())
    return None


def _is_numeric_day(one: Stretch) -> bool:
    """Return whether two numbers are a day and a month: a dot behind them says so, or a day that is no month."""
    first, second = (field.first for field in one.fields)
    page, sign = one.page, one.fields[0].first + 1
    if second != first + 2 or not page.is_sign(sign, "/."):
        return False
    dotted = page.is_sign(sign, ".") and page.is_sign(second + 1, ".")
    return dotted or (page.is_sign(sign, "/") and max(page.number(first) or 0, page.number(second) or 0) > 12)


def _is_whole(one: Stretch) -> bool:
    """Return whether numbers are a date without a year in full: 20180509, 5/9/18, 12/98."""
    first, last = (one.page.tokens[field.first] for field in (one.fields[0], one.fields[-1]))
    if len(one.fields) == 1:
        return first.kind == "number" and len(first.text) == DIGITS_OF_A_DAY
    places = [field.first for field in one.fields]
    signs = {one.text(i + 1, j - 1) for i, j in pairwise(places)}
    short = last.kind == "number" and len(last.text) == len("18")
    return (
        len(signs) == 1
        and signs <= {"/", "."}
        and short
        and (len(places) == MOST or int(last.text) > LAST_DAY)
    )


def _are_dotted(left: Stretch, right: Stretch) -> bool:
    """Return whether dots join three numbers, the last of them a year, behind one with a dot: 9.-11.5.18.

    Untold, 1.2-11.5.18 is a version as well.
    """
    inside = range(right.fields[0].first + 1, right.fields[-1].first)
    numbered = left.text().endswith(".") or (left.page.language is not None and len(left.fields) == 1)
    return numbered and all(
        right.page.is_number(i, 1, 2) or (right.page.is_sign(i, ".") and right.page.touches(i))
        for i in inside
    )


def _lend_back(left: Stretch, right: Stretch) -> tuple[str, str] | None:
    """Return a whole date and the numbers behind it that lack its year."""
    few, many = len(right.fields), len(left.fields) - 1
    if few > many:
        return None
    if left.fields[0].level == YEAR:
        return left.text(), glued(left.text(left.first, left.fields[-few].first - 1), right.text())
    return left.text(), glued(right.text(), left.text(left.fields[few - 1].last + 1))


def short_year(left: Stretch, right: Stretch) -> str | None:
    """Return the text of `right`, a year without its century, with that of the year in `left`: 1828-9, 1899-01."""
    whole = [field for field in left.fields if field.level == YEAR]
    number = right.page.tokens[right.fields[0].first]
    if len(right.fields) != 1 or not whole:
        return None
    year = left.page.tokens[whole[-1].first].text
    full = later_year(year, number.text)
    return full and right.text().replace(_written(right.page, number), full, 1)


def _in_century(text: str, left: Stretch, right: Stretch) -> str:
    """Return the text of `right` with the century of the year in `left`, where its own has two digits."""
    ours = [field for field in right.fields if field.level == YEAR]
    theirs = [field for field in left.fields if field.level == YEAR]
    if not ours or not theirs:
        return text
    token = right.page.tokens[ours[-1].last]
    digits, written = token.text, _written(right.page, token)
    full = (
        later_year(left.page.tokens[theirs[-1].last].text, digits)
        if len(digits) < 3 and digits.isdigit()
        else None
    )
    return text[: text.rindex(written)] + full + text[text.rindex(written) + len(written) :] if full else text


def _written(page: Page, token: Token) -> str:
    """Return a number as the text has it, in words maybe: 二十三."""
    return page.text[token.start : token.end]


def glued(one: str, other: str) -> str:
    """Return two pieces of a date as one text: no space beside a sign, or between letters of scripts without.

    >>> glued("5", "may 1936"), glued("jul.", "._1616")
    ('5 may 1936', 'jul._1616')
    """
    if not one or not other:
        return one + other
    if one[-1] == other[0] == ".":
        return one + other[1:]
    if one[-1] == "." and one[-2:-1].isalpha() and other[0].isalnum():
        return f"{one} {other}"  # sept. 3
    tight = other[0] in "./-," or one[-1] in "./-'" or one[-1] >= FIRST_UNSPACED or other[0] >= FIRST_UNSPACED
    return one + other if tight else f"{one} {other}"


def same_level(stretches: Sequence[Stretch]) -> bool:
    """Return whether all stretches are single numbers."""
    return all(len(one.fields) == 1 and one.fields[0].level in (NUMBER, DAY) for one in stretches)
