"""Roles for pairs that come without: where a text spells year, month and day, as far as only one place can be meant."""

import re
from collections.abc import Iterator, Sequence

from datenorm.dates.targets import NOT_A_DATE
from datenorm.generation.dataset import Example, Spans
from datenorm.text.names import NOT_IN_NAMES, key, month_meanings_of
from datenorm.text.roles import FIELDS, Span, of_runs

NUMBER = re.compile(r"\d+")
TIME = re.compile(
    r"(?<![\d:./-])[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![\d:])"
)  # its numbers are no day's, month's or year's


def with_roles(row: Example) -> Example:
    """Return a row with roles: its own, or those of the fields that are found."""
    if row.roles:
        return row
    spans = zip(FIELDS, find_spans(row.text, row.iso), strict=True)
    return row._replace(roles=of_runs([(name, *span) for name, span in spans if span], row.text))


def find_spans(text: str, target: str) -> Spans:
    """Return where the fields of `target`, a date of the target language, stand in `text`.

    None for a field that no number and no month's name spells, or more than one: the 5 of `5/5/2018`.

    >>> find_spans("Wed, 9 May 2018", "2018-05-09")
    ((11, 15), (7, 10), (5, 6))
    >>> find_spans("5/5/18", "2018-05-05"), find_spans("2018年5月", "2018-05")
    (((4, 6), None, None), ((0, 4), (5, 6), None))
    """
    if target == NOT_A_DATE:
        return None, None, None
    fields = (*target.removeprefix("-").split("-"), "", "")[:3]
    year, month, day = (int(field) if field else None for field in fields)
    plain = TIME.sub(lambda time: " " * len(time[0]), text) if ":" in text else text
    numbers = [(int(number[0]), number.span()) for number in NUMBER.finditer(plain)]
    short = [(number, span) for number, span in numbers if span[1] - span[0] <= 2]
    years = [span for number, span in numbers if number == year and span[1] - span[0] == 4]
    if year is not None and not years:
        years = [span for number, span in short if number == year % 100 and span[1] - span[0] == 2]
    days = [span for number, span in short if number == day]
    months = [span for number, span in short if number == month and days != [span]]
    if month:
        months += [span for span in _words(plain) if _names(plain[slice(*span)], month)]
    return _only(years), _only(months), _only(days)


def _only(places: Sequence[Span]) -> Span | None:
    return places[0] if len(places) == 1 else None


def _words(text: str) -> Iterator[Span]:
    """Yield where the words of a text stand that have letters alone, as names do."""
    start = 0
    for sign in NOT_IN_NAMES.finditer(f"{text} "):
        if start < sign.start():
            yield start, sign.start()
        start = sign.end()


def _names(word: str, month: int) -> bool:
    return any(month in months for months in month_meanings_of(key(word)))
