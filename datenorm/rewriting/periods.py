"""Days that are counted out, and months that numbers alone don't tell.

nth_weekday   the 3rd Tuesday of June 2016, the last day of May 2018
day_of_year   day 200 of 2015
expiry        EXP 07/21 is July 2021
"""

from collections.abc import Iterator
from datetime import date

from datenorm.dates.calendar import LAST_DAY, MONTHS, month_end, shifted
from datenorm.rewriting.page import Edit, Page
from datenorm.text.lexicon import MAJOR, languages_of

WEEK = 7
LAST = -1
ROW = "第"  # before a number that counts
MOST_WEEKDAYS = 5  # of one kind in a month
THIS_CENTURY = "20"  # what has a date of expiry is made in it


def nth_weekday(page: Page) -> Iterator[Edit]:
    """Yield the day that is the nth of its weekdays in a month, or of its days, where there is such a day."""
    for i in range(len(page.tokens)):
        count, j = _count(page, i)
        named = count is not None and _agree(page, i, j, "weekday") and not page.has(j, "day>", "month>")
        day = page.value(j, "weekday") if named else None
        any_day = day is None and page.has(i, "nth") and _agree(page, i, j, "day>1")
        if count is None or (day is None and not any_day):
            continue
        month, year, first, last = _month_behind(page, i, j) or _month_before(page, i, j) or NOWHERE
        if month and (any_day or _is_of_one_language(page, j, range(first, last + 1))):
            found = nth_day(year, month, count) if day is None else nth(year, month, day, count)
            if found:
                yield page.over(first, last, found.isoformat())


def _is_of_one_language(page: Page, j: int, places: range) -> bool:
    """Return whether weekday `j` and the names of months have a language in common: not so in 3ème div. mars 1916."""
    spoken = languages_of(page.tokens[j].senses["weekday"])
    named = [page.tokens[i].senses["month"] for i in places if i != j and "month" in page.tokens[i].senses]
    return all(not spoken.isdisjoint(languages_of(meant)) for meant in named)


Place = tuple[int, int, int, int]  # a month, its year, the first and the last token of the whole
NOWHERE: Place = (0, 0, 0, 0)


def _month_behind(page: Page, i: int, j: int) -> Place | None:
    """Return the month and the year behind a weekday, token `j`, that token `i` counts: 3rd Tuesday of June 2016."""
    month_at = _past(page, j + 1, "connector", "label", "ordinal")
    month = _month(page, month_at)
    year_at = _past(page, month_at + 1, "connector", "label") if month else 0
    return (
        (month, int(page.tokens[year_at].text), i, year_at) if month and page.is_number(year_at, 4) else None
    )


def _month_before(page: Page, i: int, j: int) -> Place | None:
    """Return the month before a weekday that token `i` counts, and the year beside them: 2018年5月第2日曜日."""
    if page.is_number(i) and page.is_sign(i + 1, "."):
        return None  # május 2. szerda is Wednesday 2 May
    at = i - 1
    while page.has(at, "ordinal", "count<", "label", "connector") and not page.has(
        at, "month>", "full", "month"
    ):
        at -= 1
    if page.has(at, "month>") and page.is_number(at - 1, 1, 2):
        month, at = int(page.tokens[at - 1].text), at - 1
    else:
        month = _month(page, at) or 0
    year_at = at - 1
    while page.is_sign(year_at, ".,") or page.has(year_at, "year>"):
        year_at -= 1
    if not 1 <= month <= MONTHS:
        return None
    if page.is_number(year_at, 4):
        return month, int(page.tokens[year_at].text), year_at, j
    behind = _past(page, j + 1, "connector", "label")
    if page.is_number(year_at) or not page.is_number(behind, 4):
        return None  # 1 May, first Monday
    return month, int(page.tokens[behind].text), at, behind


def _agree(page: Page, i: int, j: int, kind: str) -> bool:
    """Return whether a language has token `j` in a sense and the word for a count before it: not so in ultima zi."""
    if not page.has(j, kind):
        return False
    counts, named = page.tokens[i].senses.get("nth"), languages_of(page.tokens[j].senses[kind])
    return counts is None or not languages_of(counts).isdisjoint(named)


def _count(page: Page, i: int) -> tuple[int | None, int]:
    """Return the count at token `i`, -1 for the last, and the token behind it; None where none is there."""
    named = page.value(i, "nth")
    if named:
        return named, i + 1
    number = page.number(i)
    if not number or number > MOST_WEEKDAYS or len(page.tokens[i].text) > 1:
        return None, i
    if page.is_sign(i + 1, ".°") and page.touches(i + 1):
        return number, i + 2
    if i and page.tokens[i - 1].text == ROW:  # 第2个
        return number, i + 2 if page.has(i + 1, "count>") and page.touches(i + 1) else i + 1
    at = i + 2 if page.is_sign(i + 1, "-'") else i + 1
    return (number, at + 1) if page.has(at, "ordinal") and page.touches(at) else (None, i)


def _past(page: Page, i: int, *kinds: str) -> int:
    """Return the first token from `i` on that is no word of these kinds, or is a month, and no comma."""
    while page.is_sign(i, ",.") or (page.has(i, *kinds) and not _is_month(page, i)):
        i += 1
    return i


def _is_month(page: Page, i: int) -> bool:
    """Return whether token `i` names a month in full; not di, which is one in a small language alone."""
    if not page.has(i, "full", "month"):
        return False
    named = page.tokens[i].senses.get("full", "")
    return (
        page.language is not None or not page.has(i, "connector") or not MAJOR.isdisjoint(languages_of(named))
    )


def _month(page: Page, i: int) -> int | None:
    doubtful = page.has(i, "doubtful") and not page.has(i, "label", "connector")
    return (
        page.value(i, "full") or page.value(i, "month") or (page.value(i, "doubtful") if doubtful else None)
    )


def nth(year: int, month: int, weekday: int, count: int) -> date | None:
    """Return the day that is the `count`th of its weekday in a month, the last for -1; None where there is none.

    weekday: 0 for Monday.

    >>> nth(2016, 6, 1, 3), nth(2018, 5, 4, -1), nth(2018, 5, 0, 5)
    (datetime.date(2016, 6, 21), datetime.date(2018, 5, 25), None)
    """
    last = month_end(year, month)
    if last is None:
        return None
    if count == LAST:
        return shifted(last, -((last.weekday() - weekday) % WEEK))
    first = last.replace(day=1)
    found = shifted(first, (weekday - first.weekday()) % WEEK + WEEK * (count - 1))
    return found if found and found.month == month else None


def nth_day(year: int, month: int, count: int) -> date | None:
    """Return the first day of a month, or the `count`th; the last for -1. None where there is none.

    >>> nth_day(2016, 2, 1), nth_day(2016, 2, -1)
    (datetime.date(2016, 2, 1), datetime.date(2016, 2, 29))
    """
    last = month_end(year, month)
    return last if last is None or count == LAST else last.replace(day=count)


def day_of_year(page: Page) -> Iterator[Edit]:
    """Yield the day of a year that is told by its number: more than a month has, or with the word for 'year'."""
    for i in range(len(page.tokens) - 2):
        if not page.has(i, "day>1") or not page.is_number(i + 1, 1, 2, 3):
            continue
        year_at = i + 2
        while page.has(year_at, "connector", "label", "year", "of year") and not page.is_number(year_at):
            year_at += 1
        number = int(page.tokens[i + 1].text)
        said = any(page.has(j, "year", "of year") for j in range(i + 2, year_at))
        if year_at > i + 2 and page.is_number(year_at, 4) and (said or number > LAST_DAY):
            found = _numbered(int(page.tokens[year_at].text), number)
            if found:
                yield page.over(i, year_at, found.isoformat())


def _numbered(year: int, number: int) -> date | None:
    if not (year and number):
        return None
    found = shifted(date(year, 1, 1), number - 1)
    return found if found and found.year == year else None


def expiry(page: Page) -> Iterator[Edit]:
    """Yield the month of two numbers behind words of expiry, the year in full: valid thru 11/24."""
    if len([token for token in page.tokens if token.kind == "number"]) != 2:
        return
    for i in range(len(page.tokens)):
        if not page.has(i, "expiry"):
            continue
        at = i + 1
        while page.is_sign(at, ".:") or page.has(at, "label", "expiry"):
            at += 1
        month, joined = page.number(at), page.is_sign(at + 1, "/-.") and page.is_number(at + 2, 2)
        if month and month <= MONTHS and joined and page.is_number(at, 1, 2):
            yield page.over(at + 1, at + 2, f"/{THIS_CENTURY}{page.tokens[at + 2].text}")
            return
