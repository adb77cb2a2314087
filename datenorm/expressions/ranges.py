"""Ranges: from one date to another, `8-11 Sept 1936`, `du 3 au 5 mai 2018`; open at an end, `2003 - present`."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial

from datenorm.dates.calendar import MONTHS
from datenorm.dates.julian import from_julian
from datenorm.dates.months import is_of_another_calendar
from datenorm.dates.values import OPEN, UNKNOWN, Point, Value
from datenorm.dates.zones import Zone, away
from datenorm.expressions.expression import (
    Expression,
    holds_date,
    is_month,
    is_period,
    is_prefixed,
    is_unknown_end,
    speaks,
)
from datenorm.expressions.fields import DAY, MONTH, MOST, NUMBER, YEAR, Stretch, completed, stretch
from datenorm.judging.spelled import roman_months
from datenorm.rewriting.page import Page

FIRST_GREGORIAN, LAST_JULIAN = (
    1582,
    1924,
)  # years in which both calendars were in use; Greece was the last state
FIRST_DAY = "0001-01-01"  # what is before Christ has a minus, which sorts before all digits
SURE_SIGNS = "~→"
SIGNS = "-/"
WORKING_WEEK, WEEK = 5, 7  # days
LAST_HOUR = 23


def ranges(page: Page) -> Iterator[list[Expression]]:
    """Yield the ways to read a text as a range, those that are sure to be one first."""
    if numerals := roman_months(page.tokens):
        yield _of_numerals(page, *numerals)
        return
    if speaks(page, 0, "period:week") and len(page.tokens) > 1:
        yield [Expression((_text(page, 1, len(page.tokens) - 1),), _of_a_week)]
    joints = _joints(page)
    if any(page.tokens[i].kind == "word" and speaks(page, i, "to") for _, i in joints):
        joints = [
            (rank, i) for rank, i in joints if rank == 0
        ]  # a sign is then one inside a date: jul-12 to aug-16
    for rank in sorted({rank for rank, _ in joints}):
        yield [found for other, i in joints if other == rank for found in _split(page, i)]


def _of_numerals(page: Page, first: int, last: int, year: int) -> list[Expression]:
    """Return the range from one month in Roman numerals to another of a year, where nothing else stands there."""
    rest = (i for i in range(len(page.tokens)) if i not in (first, last, year))
    if not all(page.is_sign(i, ".-/") for i in rest):
        return []
    months = (page.value(i, "roman") or 0 for i in (first, last))
    return Expression.of(Value.of("/".join(f"{page.tokens[year].text}-{month:02d}" for month in months)))


def _joints(page: Page) -> list[tuple[int, int]]:
    """Return the tokens that may stand between two ends, each with its rank: a word, a sign apart, a sign."""
    begun = speaks(page, 0, "between<", "from<", "night<") or speaks(page, len(page.tokens) - 1, "between>")
    night = speaks(page, 0, "night<")
    found = []
    for i, token in enumerate(page.tokens):
        if token.kind == "word" and not is_month(page, i):
            of_two_days = night and speaks(page, i, "night")  # from one to the other
            if _leads_to(page, i) or of_two_days or (begun and i and speaks(page, i, "and")):
                found.append((0, i))
        elif token.kind == "sign" and token.text in SURE_SIGNS:
            if i + 1 < len(page.tokens) or page.has(
                i - 1, "year>", "month>", "day>", "about>"
            ):  # 1988~ is about 1988
                found.append((0, i))
        elif token.kind == "sign" and token.text in SIGNS and not _is_open_minus(page, i):
            apart = not page.touches(i) or not page.touches(i + 1)
            found.append((1 if apart else 2 if token.text == "-" else 3, i))
    return found


def _leads_to(page: Page, i: int) -> bool:
    """Return whether a word is one for to, and none for and in the language of the text: 5. a 7. května 2018."""
    return page.has(i, "to") and (speaks(page, i, "to") or not speaks(page, i, "and"))


def _is_open_minus(page: Page, i: int) -> bool:
    """Return whether a dash belongs to a time or an offset, or is one of a row that begins the text: -02:00, ---05."""
    if i == 0 and page.is_sign(1, "-") and page.touches(1):
        return True
    return page.is_number(i + 1) and page.is_sign(i + 2, ":") and page.is_number(i + 3)


def _split(page: Page, i: int) -> Iterator[Expression]:
    """Yield the range on both sides of token `i`."""
    last = len(page.tokens) - 1
    first, end = _begins(page, i), _ends(page, i, last)
    if unit := _shared_unit(page, i):
        at = page.tokens[i - 1].end
        yield Expression((page.text[:at] + unit + page.text[at:],), lambda inner: inner[0])
        return
    left, right = _open_end(page, 0, i - 1, before=True), _open_end(page, i + 1, last, before=False)
    if left is not None and right is None and holds_date(page, i + 1, end):
        yield Expression((_text(page, i + 1, end),), partial(_open, left, True))
    elif right is not None and left is None and holds_date(page, first, i - 1):
        yield Expression((_text(page, first, i - 1),), partial(_open, right, False))
    elif left is None and right is None:
        one = stretch(page, _year_at(page, first), _unsuffixed(page, i - 1))
        other = stretch(page, _year_at(page, _behind(page, i)), end)
        if one and other:
            yield from _between(page, i, one, other)
        elif _is_of_another_calendar(page, first, i - 1) and _is_of_another_calendar(page, i + 1, end):
            yield Expression((_text(page, first, i - 1), _text(page, _behind(page, i), end)), joined)
        elif first and one:
            yield Expression((_text(page, first, last),), _of_hours)


def _shared_unit(page: Page, i: int) -> str:
    """Return the word for months behind the second of two numbers that is of both: 2018年5-7月; '' for none."""
    numbers = page.is_number(i - 1, 1, 2) and page.is_number(i + 1, 1, 2)
    said = numbers and page.has(i + 2, "month>") and page.touches(i + 2) and page.has(i - 2, "year>")
    return _text(page, i + 2, i + 2) if said and not page.is_number(i + 3) else ""


def _is_of_another_calendar(page: Page, first: int, last: int) -> bool:
    return any(is_of_another_calendar(token) for token in page.tokens[first : last + 1])


def _between(page: Page, i: int, left: Stretch, right: Stretch) -> Iterator[Expression]:
    """Yield the range from one stretch to another, with token `i` between them; two dates of one day are both."""
    if _is_of_two_years(page, i, left, right) or _lacks_a_year(page, i, left):
        return
    texts = None if _is_cut(page, i, left, right) else completed(left, right)
    may_be_a_month = page.tokens[i].kind == "sign" and _may_be_a_month(page, left, right)
    month = _month(page, left, right) if may_be_a_month and page.is_sign(i, "/") else None
    if month and len(page.tokens) > len("y/m"):
        return  # what stands beside it is taken off first: 2001/7頃
    if texts and speaks(page, 0, "night<"):
        yield Expression(texts, _of_a_night)
    elif texts and not (left.fields[0].first and may_be_a_month):  # from 1694-05, early 1694-05
        lent = YEAR not in left.levels and YEAR in right.levels
        yield Expression(texts, over_new_year if lent else partial(_of_years, may_be_a_month))
        yield from Expression.of(month)
        if page.tokens[i].kind == "sign" and (full := _of_the_hundred(texts, left, right)):
            yield Expression(full, joined)
        if page.is_sign(i, "/") and left.levels != {YEAR}:
            yield Expression(texts, in_two_calendars, counts=True)


def _lacks_a_year(page: Page, i: int, left: Stretch) -> bool:
    """Return whether a question mark before token `i` stands for the year of its date: 9 May ? - 10 June 1890."""
    return YEAR not in left.levels and page.is_sign(i - 1, "?") and not page.touches(i - 1)


def _of_the_hundred(texts: tuple[str, str], left: Stretch, right: Stretch) -> tuple[str, str] | None:
    """Return two years of an era, the second with the digits that it may have left out: 530-20 BC, AD 150-75."""
    early, late = _digits(left.page, left), _digits(right.page, right)
    if not (left.is_year_of_an_era and right.is_year_of_an_era and len(late) < len(early)):
        return None
    return texts[0], texts[1].replace(late, early[: -len(late)] + late, 1)


def _is_of_two_years(page: Page, i: int, left: Stretch, right: Stretch) -> bool:
    """Return whether a day, a month or a part of a year is said to be of two years: Jan 1749/50, Q2 2018-19.

    A slash is never a range there, a dash beside a part of a year is one where the years don't follow each other.
    """
    levels = [field.level for field in left.fields]
    if MONTH not in levels or levels[-1] != YEAR or len(right.fields) > 1:
        return False
    if page.is_sign(i, "/"):
        return right.fields[0].level in (NUMBER, YEAR)
    if DAY in levels or not (page.is_sign(i, "-") and any(is_period(page, j) for j in range(left.first, i))):
        return False
    year, behind = _digits(page, left._replace(fields=left.fields[-1:])), _digits(page, right)
    return bool(behind) and str(int(year) + 1).endswith(behind)


def _is_cut(page: Page, i: int, left: Stretch, right: Stretch) -> bool:
    """Return whether the sign between two stretches is one of those inside a date: 2012/8/32, 5/6 '45."""
    sign = page.tokens[i].text
    if page.tokens[i].kind == "word" or sign not in SIGNS or not (page.touches(i) and page.touches(i + 1)):
        return False
    if right.fields[0].level == NUMBER and any(speaks(page, j, "period:week") for j in range(left.first, i)):
        return True  # week 5-7.2018 may be three weeks
    named = [page.tokens[field.first].kind == "word" for field in (*left.fields, *right.fields)]
    if sum(named) > 1 or (len(left.fields) == 1 < len(named) - 1 and named[:3] == [False, False, True]):
        return False  # 1922-jun-jul, 16/17 aug/2032
    if len(left.fields) == MOST and len(right.fields) == 1 and any(named[:MOST]):
        return False  # 1921-jan-27-29
    if len(left.fields) == 1 and [field.level for field in right.fields] == [NUMBER, YEAR]:
        month, year = right.fields
        others = "/.".replace(sign, "")  # 03-05/2018 are months, 03/05/2018 is a date
        return not (year.first == month.last + 2 and page.is_sign(month.last + 1, others))
    inside = [
        j for j in range(left.first, right.last + 1) if j != i and page.is_sign(j, sign) and page.touches(j)
    ]
    return bool(inside) and not len(left.fields) == len(right.fields) == MOST


def _begins(page: Page, i: int) -> int:
    """Return the token that the first end begins with: the word before it that begins a range is left out."""
    at = 0
    is_word = page.tokens[i].kind == "word"
    while at < i - 1 and (
        speaks(page, at, "from<", "between<", "night<") or (is_word and speaks(page, at, "after<"))
    ):
        at = _behind(page, at)
    return at


def _behind(page: Page, i: int) -> int:
    """Return the token behind a word, and behind the apostrophe or the hyphen that it ends with: dall'8, מ-1948."""
    elided = page.tokens[i].kind == "word" and page.is_sign(i + 1, "'") and page.touches(i + 1)
    return i + 2 if elided or is_prefixed(page, i) else i + 1


def _unsuffixed(page: Page, i: int) -> int:
    """Return the token before a hyphen that token `i` is, of an ending that is read already: 3-tól."""
    inside = page.touches(i) and page.touches(i + 1) and page.tokens[i + 1].kind == "word"
    return i - 1 if page.is_sign(i, "-") and inside else i


def _year_at(page: Page, i: int) -> int:
    """Return the token behind an article or a word for 'year' before a year: il 1848, vuosina 1939; not V 1939."""
    month = page.has(i, "roman") and not page.language
    return i + 1 if page.has(i, "article", "year") and not month and page.is_number(i + 1, 4) else i


def _ends(page: Page, i: int, last: int) -> int:
    """Return the token that the second end ends with: a word for 'until' behind it is left out."""
    while last > i + 1 and page.tokens[i].kind == "word" and page.has(last, "before>", "between>"):
        last = _unsuffixed(page, last - 1)
    return last


def _text(page: Page, first: int, last: int) -> str:
    return page.text[page.tokens[first].start : page.tokens[last].end]


def _open_end(page: Page, first: int, last: int, before: bool) -> Point | None:
    """Return what an end is that has no date: nothing at all, or a word for today or for nobody knows."""
    if first > last:
        return OPEN if page.tokens[first - 1 if first else 0].kind == "sign" else None
    if any(is_unknown_end(page, i) for i in range(first, last + 1)):
        return UNKNOWN
    words = [i for i in range(first, last + 1) if page.tokens[i].kind != "sign"]
    if (
        not words
        and not before
        and page.text.count("-") == 1
        and all(page.tokens[i].text == "." for i in range(first, last + 1))
    ):
        return OPEN  # 1982-…
    said = [i for i in words if not before and page.has(i, "open>")]
    rest = said or [i for i in words if not page.has(i, "label", "connector", "from<", "night<", "before>")]
    if any(page.is_number(i) for i in words):
        return None
    if len(rest) == 1 and page.has(rest[0], "unknown>"):
        return UNKNOWN
    if len(rest) == 1 and not before and page.has(rest[0], "open>"):
        return OPEN
    return None


def joined(ends: Sequence[Value]) -> Value | None:
    """Return the range from one value to another, one date where both are the same.

    None where it would end before it begins, or an end is open.
    """
    first, last = ends
    if first == last and first.kind in ("date", "month", "year"):
        return first
    if any(one.joined not in ("", "/") or one.kind == "range" for one in ends):
        return None
    counted = [one.kind == "other calendar" for one in ends]
    if any(counted) and any(one.kind in ("year", "month", "decade", "century") for one in ends):
        return None  # nobody says in which calendar the other end is
    points = _in_one_zone(first.points[0], last.points[-1])
    if any(point.is_end for one in ends for point in one.points):
        return None
    if (points[0].year == "XXXX") != (points[1].year == "XXXX"):  # jul-12 to ago 16: no year 2012
        return None
    if points[1].year.startswith("-") and not points[0].year.startswith("-"):
        return None
    if points[0].year == "XXXX" and points[0].month == points[1].month and points[0].day > points[1].day:
        return None  # 28 Dec - 3 Jan is of two years, 9 May -5 of none
    note = "; ".join(dict.fromkeys(one.note for one in ends if one.note))
    value = Value("range", points, "/", note)
    return None if value.is_backwards or _is_inside(*ends) else value


def _is_inside(first: Value, last: Value) -> bool:
    """Return whether one end of a range is a part of the other, as a day is of its month: 5 May - May 2018."""
    plain = all(one.kind in ("date", "month", "year") for one in (first, last))
    longer, shorter = sorted((first.edtf, last.edtf), key=len, reverse=True)
    return plain and longer.startswith(f"{shorter}-")


def _in_one_zone(first: Point, last: Point) -> tuple[Point, Point]:
    """Return two times, both in the zone that only one of them says; as they are on a day whose clocks change."""
    said, other = (first, last) if first.offset else (last, first)
    day = other.day_at(last=False)
    if not (said.offset and said.time and other.time and day) or other.offset:
        return first, last
    offset = _offset_on(said.zone, day) if said.zone else said.offset
    lent = other._replace(offset=offset, zone=said.zone) if offset else other
    return (said, lent) if said is first else (lent, said)


def _offset_on(zone: str, day: str) -> str:
    """Return the offset that a zone has on a day from its first hour to its last; '' where it changes."""
    midnight = datetime.fromisoformat(day)
    found = [away(Zone(zone), midnight + timedelta(hours=hours)).offsets for hours in (0, LAST_HOUR)]
    return found[0][0] if found[0] == found[1] and len(found[0]) == 1 else ""


def over_new_year(ends: Sequence[Value]) -> Value | None:
    """Return the range from one value to another whose year the first one has from it: 28 Dec - 3 Jan 2019.

    One that would be backwards begins in the year before, where it is not longer than half a year. None where the first
    is no more than the year of a day: its number is none of its own, as the 5 of `5 w. - 9 May 2018`.

    >>> str(over_new_year([Value.of("2019-12-28"), Value.of("2019-01-03")]))
    '2018-12-28/2019-01-03'
    """
    first, last = (one.points[0] for one in ends)
    if ends[0].kind == "year" != ends[1].kind:
        return None
    fields = (first.year, first.month, last.month)
    if joined(ends) or first.year != last.year or not all(field.isdigit() for field in fields):
        return joined(ends)
    if not int(last.month) < int(first.month) <= MONTHS or int(first.month) - int(last.month) < MONTHS // 2:
        return None
    begin = Value.of(str(first._replace(year=f"{int(first.year) - 1:04d}")))
    value = joined((begin, ends[1])) if begin else None
    return replace(value, note="it begins in the year before the one that is written") if value else None


def _may_be_a_month(page: Page, left: Stretch, right: Stretch) -> bool:
    """Return whether two years may be a year and its month: 1828-9."""
    levels = [field.level for field in (*left.fields, *right.fields)]
    digits = "" if left.eras or right.eras else _digits(page, right)
    return levels == [YEAR, NUMBER] and digits.isdigit() and int(digits) <= MONTHS


def _digits(page: Page, one: Stretch) -> str:
    """Return the digits of the first field of a stretch, without what belongs to it: '44, 5.; '' for a word."""
    first, last = one.fields[0].first, one.fields[0].last
    return next((page.tokens[i].text for i in range(first, last + 1) if page.is_number(i)), "")


def _month(page: Page, left: Stretch, right: Stretch) -> Value | None:
    """Return the month that a year and a number may be as well; None where they are two years in a row: 1828/9."""
    year, number = _digits(page, left), _digits(page, right)
    is_next = str(int(year) + 1).endswith(number)
    return None if is_next or len(year) < len("1828") else Value.of(f"{year}-{number:0>2}")


def _of_years(may_be_a_month: bool, ends: Sequence[Value]) -> Value | None:
    value = joined(ends)
    return replace(value, note="it may also be a month") if value and may_be_a_month else value


def _of_a_week(inner: Sequence[Value]) -> Value | None:
    """Return the days of a week that a text spells: week of May 7-13, 2018."""
    (value,) = inner
    ends = [Value.of(str(point)) for point in value.points] if value.kind == "range" else []
    days = _days([end for end in ends if end])
    return value if len(days) == 2 and WORKING_WEEK <= (days[1] - days[0]).days + 1 <= WEEK else None


def _of_a_night(ends: Sequence[Value]) -> Value | None:
    """Return the two days of a night: one follows the other."""
    days = _days(ends)
    return joined(ends) if len(days) == len(ends) and days[1] - days[0] == timedelta(1) else None


def in_two_calendars(ends: Sequence[Value]) -> Value | None:
    """Return the Gregorian of two dates that the Julian calendar and it have for one day: 12/24 May 1866."""
    days = _days(ends)
    if len(days) < len(ends):
        return None
    for julian, gregorian in (days, days[::-1]):
        fits = from_julian(julian.year, julian.month, julian.day) == gregorian
        if fits and FIRST_GREGORIAN <= julian.year <= LAST_JULIAN:
            return ends[days.index(gregorian)]
    return None


def _days(values: Sequence[Value]) -> list[date]:
    """Return those of some values that are days, from the year 1 on, which is the first that Python counts."""
    return [date.fromisoformat(one.edtf) for one in values if one.kind == "date" and one.edtf >= FIRST_DAY]


def _of_hours(inner: Sequence[Value]) -> Value | None:
    """Return what a day with a range of hours says: from 9 May 2018 10:00 to 12:00."""
    (value,) = inner
    return value if value.kind == "range" and all(point.time for point in value.points) else None


def _open(end: Point, before: bool, inner: Sequence[Value]) -> Value | None:
    (value,) = inner
    if value.joined not in ("", "/") or any(point.is_end for point in value.points):
        return None
    points = (end, value.points[-1]) if before else (value.points[0], end)
    return Value("open range", points, "/", value.note)
