"""Hours without minutes, as words say them: 14. Juni 19 Uhr. The date stands without them."""

from collections.abc import Iterator

from datenorm.rewriting.page import Edit, Page

LAST_HOUR = 24
YEAR_DIGITS = 4
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
            or _has_minutes(page, i + 1)
            or page.is_number(i - 2)
            or page.is_sign(i - 2, ":.")
            or (page.is_sign(i - 2, "-") and _first_of_two(page, i - 1) == i - 1)
        ):
            continue
        first = i - 2 if page.has(i - 2, "clock<", "clock") and page.tokens[i - 2].kind == "word" else i - 1
        yield page.over(_first_of_two(page, first), i, "")


def _has_minutes(page: Page, i: int) -> bool:
    """Return whether minutes stand behind an hour's word: a number, behind a dot or a word like and too."""
    if page.is_number(i):
        return True
    return (
        (page.is_sign(i, ".") or page.has(i, "and")) and page.is_number(i + 1) and page.has(i + 2, "minute")
    )


def _first_of_two(page: Page, i: int) -> int:
    """Return the token that a range of hours begins with whose second hour begins at `i`; `i` where there is no range.

    The first one has no word of its own, so it must stand behind a whole year: 9. Mai 2018, 20 bis 22 Uhr.
    """
    joint = i if page.has(i, "to", "and") else i - 1
    first = page.number(joint - 1)
    between = page.has(joint, "and") and page.has(joint - 2, "between<")
    if (
        first is None
        or first > LAST_HOUR
        or not (page.has(joint, "to") or page.is_sign(joint, "-~") or between)
    ):
        return i
    begin = joint - 2 if page.has(joint - 2, "from<", "between<", "clock<") else joint - 1
    before = begin - 2 if page.is_sign(begin - 1, ",") else begin - 1
    return begin if page.is_number(before, YEAR_DIGITS) else i
