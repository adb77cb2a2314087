"""Ways of writing that tell an order: dots told month first, and an ordinal, which is the day wherever it stands."""

from collections.abc import Iterator

from datenorm.rewriting.page import Edit, Page


def dots(page: Page) -> Iterator[Edit]:
    """Yield slashes for the dots between numbers that are told month first: dots alone would say day first."""
    if page.order != "MDY":
        return
    for i in range(1, len(page.tokens) - 1):
        if page.is_sign(i, ".") and page.is_number(i - 1, 1, 2) and page.is_number(i + 1, 1, 2, 4):
            yield page.over(i, i, "/")


def ordinal_day(page: Page) -> Iterator[Edit]:
    """Yield the year behind the day where it stands before the month, and an ordinal behind: 05 October 25th."""
    if [token.kind for token in page.tokens] != ["number", "word", "number", "word"]:
        return
    ordinal = page.touches(3) and page.has(3, "ordinal") and page.is_number(2, 1, 2)
    if ordinal and page.is_number(0, 2) and page.has(1, "full", "month") and not page.touches(1):
        year = page.tokens[0].text
        yield page.over(0, 3, f"{page.text[page.tokens[1].start :]}, {year}")
