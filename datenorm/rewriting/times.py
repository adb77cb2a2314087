"""Hours without minutes, as words say them: 14. Juni 19 Uhr. The date stands without them."""

from collections.abc import Iterator

from datenorm.rewriting.page import Edit, Page

LAST_HOUR = 24
# Words that are more than an hour's in some language say nothing here.
OTHERWISE = ("connector", "ordinal", "calendar:common", "weekday", "year", "year>", "day>", "label", "month")


def hours(page: Page) -> Iterator[Edit]:
    """Yield edits that leave out an hour and its word, behind a date."""
    for i in range(2, len(page.tokens)):
        hour = page.number(i - 1)
        if hour is None or hour > LAST_HOUR or not page.has(i, "hour") or len(page.tokens[i].text) < 2:
            continue
        if (
            page.has(i, *OTHERWISE)
            or page.is_number(i + 1)
            or page.is_number(i - 2)
            or page.is_sign(i - 2, ":.-")
        ):
            continue
        first = i - 2 if page.has(i - 2, "clock<", "clock") and page.tokens[i - 2].kind == "word" else i - 1
        yield page.over(first, i, "")
