"""Days in the names of files: IMG_20120719_081455.jpg. Eight digits that signs or letters touch, and a time behind."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime

from datenorm.rewriting.page import Edit, Page

FIRST_YEAR, LAST_YEAR = 1970, 2099  # of files
JOINTS = "_-."


def of_files(page: Page) -> Iterator[Edit]:
    """Yield days that run together, year first, with the signs of ISO 8601."""
    for i in range(1, len(page.tokens)):
        if page.is_number(i, 8) and page.touches(i) and page.touches(i + 1):
            if not (page.is_sign(i - 1, JOINTS) and page.is_sign(i + 1, JOINTS)):
                continue
            day = _read(page.tokens[i].text, "%Y%m%d", "%Y-%m-%d")
            if day and FIRST_YEAR <= int(day[:4]) <= LAST_YEAR:
                time = page.is_number(i + 2, 6) and _read(page.tokens[i + 2].text, "%H%M%S", "%H:%M:%S")
                yield (
                    page.over(i - 1, i + 2, f" {day} {time}") if time else page.over(i - 1, i + 1, f" {day} ")
                )


def _read(digits: str, layout: str, written: str) -> str:
    with suppress(ValueError):
        return datetime.strptime(digits, layout).strftime(written)
    return ""
