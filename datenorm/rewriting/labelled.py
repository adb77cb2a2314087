"""Parts of a date that a form names one by one: Year: 2018 Month: 05 Day: 09."""

from collections.abc import Iterator

from datenorm.dates.calendar import MONTHS
from datenorm.rewriting.page import Edit, Page

YEAR, MONTH, DAY = 1, 2, 3  # as the sense `field` has them
SIGNS = ":=.-"


def labelled(page: Page) -> Iterator[Edit]:
    """Yield the date of a year, a month and a day each of which stands behind its name, where no other number does."""
    found: dict[int, tuple[int, int]] = {}
    for i in range(len(page.tokens)):
        part = page.value(i, "field")
        at = i + 2 if page.is_sign(i + 1, SIGNS) else i + 1
        if part is None or not (page.is_number(at) or page.has(at, "full", "month")):
            continue
        if part in found:
            return
        found[part] = i, at
    if len(found) < DAY:
        return
    places = {at for _, at in found.values()}
    month = _month(page, found[MONTH][1])
    first, last = min(i for i, _ in found.values()), max(places)
    others = any(page.is_number(i) and i not in places for i in range(len(page.tokens)))
    between = (i for i in range(first, last) if page.tokens[i].kind == "word" and i not in places)
    plain = all(page.has(i, "field", "connector", "label") for i in between)
    if (
        month
        and plain
        and not others
        and page.is_number(found[YEAR][1], 4)
        and page.is_number(found[DAY][1], 1, 2)
    ):
        year, day = page.tokens[found[YEAR][1]].text, page.tokens[found[DAY][1]].text
        yield page.over(first, last, f"{year}-{month:02}-{day.zfill(2)}")


def _month(page: Page, i: int) -> int | None:
    number = page.number(i)
    if number is None:
        return page.value(i, "full") or page.value(i, "month")
    return number if page.is_number(i, 1, 2) and 1 <= number <= MONTHS else None
