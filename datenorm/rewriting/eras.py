"""Years counted from another beginning: what 平成26年, 民國107年 and พ.ศ. 2561 are in the common era.

Months and days are the Gregorian calendar's in all of them: in Japan since 1873, in the Republic of China from the
start, in Thailand with a year that begins in January since 2484 of the Buddhist era, in April since 2432. Earlier years
stay as they are.

Source for the first years: the Japanese, Minguo and Buddhist calendars of Unicode CLDR (supplemental calendarData).
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from datenorm.dates.buddhist import FROM_APRIL, LAST_BUDDHIST, ahead
from datenorm.rewriting.page import Edit, Page, edited
from datenorm.text.lexicon import FIRST_UNSPACED

FIRST_COUNTED = {
    1867: 6
}  # by the year before an era: its first year in the Gregorian calendar, where that is not its own
# By the year before it, a Japanese era, its first day and its last; two share a day where the new one began at once.
JAPANESE = {
    1867: ("Meiji", "1868-10-23", "1912-07-30"),
    1911: ("Taisho", "1912-07-30", "1926-12-25"),
    1925: ("Showa", "1926-12-25", "1989-01-07"),
    1988: ("Heisei", "1989-01-08", "2019-04-30"),
    2018: ("Reiwa", "2019-05-01", "9999-12-31"),
}
CHINESE, BEFORE_MINGUO = ("zh", "yue"), 1911
FIRST_YEAR = "元"


class Count(NamedTuple):
    """A counted year: the token of its era, of its number and of the word for 'year' behind that, and what it is."""

    era: int
    at: int
    last: int
    before: int
    year: int


def counted(page: Page) -> Iterator[Edit]:
    """Yield years of Japanese eras and of the Republic of China as years of the common era.

    An era by its letter, or by the first sign of its name, needs the word for 'year', or to be told Japanese. Its name
    in Latin letters needs neither: Meiji 30.
    """
    for one in _counts(page):
        yield from _written(page, one.era, one.at, one.last, one.year)


def _counts(page: Page) -> Iterator[Count]:
    for i in range(len(page.tokens)):
        before = page.value(i, "era") or page.value(i, "era?")
        if before is None:
            continue
        at = i + 2 if page.is_sign(i + 1, ".") else i + 1
        count = 1 if at < len(page.tokens) and page.tokens[at].text == FIRST_YEAR else page.number(at)
        if count is None or len(page.tokens[at].text) > 3 or count < FIRST_COUNTED.get(before, 1):
            continue
        sure = page.has(i, "era") or page.language == "ja"
        romanized = page.has(i, "era") and page.tokens[i].text[0] < FIRST_UNSPACED and not page.touches(at)
        last = at + 1 if page.has(at + 1, "year>") else at
        if (
            last > at
            or page.has(at + 1, "period:fiscal")
            or romanized
            or (sure and page.is_sign(at + 1, "/.-"))
        ):
            yield Count(i, at, last, before, before + count)


def outside(page: Page, iso: str) -> tuple[str, str]:
    """Return why a date, or a month, is before the Japanese era that a text counts its year in; and that it is behind.

    Nobody can have written the one; forms are printed before an era ends, and 平成33年 is on driving licences.

    >>> outside(Page("令和1年4月30日"), "2019-04-30"), outside(Page("昭和64年1月8日"), "1989-01-08")
    (('the Reiwa era began on 2019-05-01', ''), ('', 'the Showa era ended on 1989-01-07'))
    """
    found = [one for one in _counts(page) if str(one.year) == iso[:4]]
    told = [_beside_era(one.before, iso) for one in found if not page.has(one.era, "republic")]
    return (
        min(told) if told and len(told) == len(found) else ("", "")
    )  # 平成31年(令和元年)5月1日 is in one of its eras


def _beside_era(before: int, iso: str) -> tuple[str, str]:
    name, first, last = JAPANESE[before]
    if iso < first[: len(iso)]:
        return f"the {name} era began on {first}", ""
    return "", f"the {name} era ended on {last}" if iso > last[: len(iso)] else ""


def all_counted(page: Page) -> Page:
    """Return a text with all its years of Japanese eras as those of the common era; as it is where some are left.

    >>> all_counted(Page("昭和63年~平成元年")).text, all_counted(Page("昭和50年または51年")).text
    ('1988年~1989年', '昭和50年または51年')
    """
    found = list(counted(page))
    written = edited(page.text, found) if found else page.text
    there = replace(page, text=written)
    short = any(there.is_number(i, 1, 2, 3) and there.has(i + 1, "year>") for i in range(len(there.tokens)))
    return page if short else there


def _written(page: Page, first: int, at: int, last: int, year: int) -> Iterator[Edit]:
    """Yield the year that tokens `first` to `at` count, `last` its unit; a bracket that has it once more is left out.

    明治12年(1879年), 2018年(平成30年)5月9日.
    """
    if page.is_sign(first - 1, "(") and page.is_sign(last + 1, ")"):
        before = first - 3 if page.has(first - 2, "year>") else first - 2
        if page.number(before) == year:
            yield page.over(first - 1, last + 1, "")
            return
    yield page.over(first, at, str(year))
    closing = last + 4 if page.has(last + 3, "year>") else last + 3
    if page.is_sign(last + 1, "(") and page.number(last + 2) == year and page.is_sign(closing, ")"):
        yield page.over(last + 1, closing, "")


def minguo(page: Page) -> Iterator[Edit]:
    """Yield years of three digits before month and day, told Chinese, as years of the Republic of China."""
    if page.language not in CHINESE:
        return
    for i in range(len(page.tokens) - 4):
        joined = page.is_sign(i + 1, "/.-") and page.tokens[i + 1].text == page.tokens[i + 3].text
        if joined and page.is_number(i, 3) and page.is_number(i + 2, 1, 2) and page.is_number(i + 4, 1, 2):
            yield page.over(i, i, str(BEFORE_MINGUO + int(page.tokens[i].text)))


def buddhist(page: Page) -> Iterator[Edit]:
    """Yield years that are said to be of the Buddhist era as those of the common era; the era is left out.

    From 2432 to 2483 a year began in April: one in which the month has no name that is known stays as it is.
    """
    for i in range(len(page.tokens)):
        year = page.number(i)
        if year is None or not FROM_APRIL <= year <= LAST_BUDDHIST:
            continue
        first, last = _era_beside(page, i)
        behind = ahead(year, _month(page))
        if first < last and behind:
            yield page.over(first, last, str(year - behind))


def _month(page: Page) -> int | None:
    """Return the one month that a text names: by a full name, where any of its names is one; None for none."""
    for kind in ("full", "month", "doubtful"):
        named = {page.value(i, kind) for i in range(len(page.tokens)) if page.has(i, kind)}
        if named:
            return named.pop() if len(named) == 1 else None
    return None


def _era_beside(page: Page, i: int) -> tuple[int, int]:
    """Return the first and last token of a year and its era; brackets and full stops are the era's."""
    if page.has(i - 1, "calendar:buddhist"):
        return i - 1, i
    if page.is_sign(i - 1, ".") and page.has(i - 2, "calendar:buddhist"):
        return i - 2, i
    opened = page.is_sign(i + 1, "([")
    j = i + 2 if opened else i + 1
    if not page.has(j, "calendar:buddhist"):
        return i, i
    if page.is_sign(j + 1, ".") and page.touches(j + 1):
        j += 1
    return i, j + 1 if opened and page.is_sign(j + 1, ")]") else j
