"""Ways of writing that tell an order: dots told month first, and an ordinal, which is the day wherever it stands."""

from collections.abc import Iterator

from datenorm.rewriting.page import Edit, Page

YEAR_DIGITS = 4


def dots(page: Page) -> Iterator[Edit]:
    """Yield slashes for the dots of a date that is told month first: dots alone would say day first."""
    if page.order != "MDY":
        return
    for i in range(len(page.tokens)):
        count = _dotted(page, i)
        if count > 1 and _is_date(page, i, count):
            yield from (page.over(sign, sign, "/") for sign in range(i + 1, i + 2 * count - 1, 2))


def _dotted(page: Page, i: int) -> int:
    """Return how many numbers the row with dots has that begins at token `i`."""
    if not page.is_number(i, 1, 2) or (page.is_sign(i - 1, ".") and page.is_number(i - 2)):
        return 0
    count = 1
    while page.is_sign(i + 2 * count - 1, ".") and page.is_number(i + 2 * count, 1, 2, 4):
        count += 1
    return count


def _is_date(page: Page, i: int, count: int) -> bool:
    """Return whether a row of numbers ends in a year, or may: 8.37 and 12.22.12 beside a date are times."""
    behind = i + 2 * count
    others = [j for j in range(len(page.tokens)) if page.is_number(j) and not i <= j < behind]
    if page.is_number(behind - 2, YEAR_DIGITS) or not others:
        return True
    return count == len("dmy") and not any(page.is_number(j, YEAR_DIGITS) for j in others)


def ordinal_day(page: Page) -> Iterator[Edit]:
    """Yield the year behind the day where it stands before the month, and an ordinal behind: 05 October 25th."""
    if [token.kind for token in page.tokens] != ["number", "word", "number", "word"]:
        return
    ordinal = page.touches(3) and page.has(3, "ordinal") and page.is_number(2, 1, 2)
    if ordinal and page.is_number(0, 2) and page.has(1, "full", "month") and not page.touches(1):
        year = page.tokens[0].text
        yield page.over(0, 3, f"{page.text[page.tokens[1].start :]}, {year}")
