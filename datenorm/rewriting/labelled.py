"""Parts of a date that are named one by one.

By a form, before them: Year: 2018 Month: 05 Day: 09. By those who number months, behind them: the 9th day of the 5th
month 1818, 2018 оны 5 дугаар сарын 9-ний өдөр.
"""

from collections.abc import Iterator, Mapping

from datenorm.dates.calendar import MONTHS
from datenorm.rewriting.page import Edit, Page

YEAR, MONTH, DAY = 1, 2, 3  # as the sense `field` has them
SIGNS = ":=.-"
FAR = 4  # tokens from a number to the name behind it: 9-ний өдөр
FIRST_NUMBERED = 1753  # before it the first month of those who number them may be March
BETWEEN = ("field", "connector", "label", "article", "ordinal", "day>1")

Parts = Mapping[int, tuple[int, int]]  # by part, where its name stands and its number


def labelled(page: Page) -> Iterator[Edit]:
    """Yield the date of a year, a month and a day each of which is named, where no other number stands."""
    for found in (_named_before(page), _named_behind(page)):
        if found and (written := _written(page, found)):
            yield written
            return


def _named_before(page: Page) -> Parts | None:
    """Return the parts that stand behind their names; None where one is named twice, or not at all."""
    found: dict[int, tuple[int, int]] = {}
    for i in range(len(page.tokens)):
        part = page.value(i, "field")
        at = i + 2 if page.is_sign(i + 1, SIGNS) else i + 1
        if part is None or not _is_number(page, at):
            continue
        if part in found:
            return None
        found[part] = i, at
    return found if len(found) == DAY else None


def _named_behind(page: Page) -> Parts | None:
    """Return the parts that stand before their names, a year of four digits alone too; None where one is not there."""
    found: dict[int, tuple[int, int]] = {}
    bare = None
    for i in filter(lambda i: _is_number(page, i), range(len(page.tokens))):
        part, at = _name_behind(page, i)
        if part in found:
            return None
        if part:
            found[part] = at, i
        elif page.is_number(i, 4):
            bare = i
    if bare is not None:
        found.setdefault(YEAR, (bare, bare))
    return found if len(found) == DAY else None


def _name_behind(page: Page, i: int) -> tuple[int, int]:
    """Return the part that a name behind number `i` makes it, and where that stands; 0 where none does."""
    for j in range(i + 1, min(i + FAR, len(page.tokens))):
        part = page.value(j, "field") or (DAY if page.has(j, "day>1") else 0)
        if part and not page.touches(j):  # 5月 needs no rewriting
            return part, j
        ending = page.has(j, "ordinal") or (page.touches(j) and page.is_sign(j, ".-"))
        if not ending:
            break
    return 0, i


def _is_number(page: Page, i: int) -> bool:
    return page.is_number(i) or page.has(i, "full", "month")


def _written(page: Page, found: Parts) -> Edit | None:
    """Return the edit that writes a date over its parts and their names; None where it is none, or not alone."""
    places = {at for _, at in found.values()}
    ends = [place for pair in found.values() for place in pair]
    year, month, day = (found[part][1] for part in (YEAR, MONTH, DAY))
    value = _month(page, month)
    others = any(page.is_number(i) and i not in places for i in range(len(page.tokens)))
    between = (i for i in range(min(ends), max(ends)) if page.tokens[i].kind == "word" and i not in places)
    plain = all(page.has(i, *BETWEEN) for i in between)
    whole = page.is_number(year, 4) and page.is_number(day, 1, 2)
    if not (value and plain and whole) or others:
        return None
    if page.is_number(month) and int(page.tokens[year].text) < FIRST_NUMBERED:
        return None
    written = f"{page.tokens[year].text}-{value:02}-{page.tokens[day].text.zfill(2)}"
    return page.over(min(ends), max(ends), written)


def _month(page: Page, i: int) -> int | None:
    number = page.number(i)
    if number is None:
        return page.value(i, "full") or page.value(i, "month")
    return number if page.is_number(i, 1, 2) and 1 <= number <= MONTHS else None
