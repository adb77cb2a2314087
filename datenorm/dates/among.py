"""Dates of other calendars among other words: which part of a text may be one, by the name of its month."""

from collections.abc import Iterator, Sequence

from datenorm.dates.hebrew import hebrew_number
from datenorm.dates.months import month_among
from datenorm.text.roman import is_numeral
from datenorm.text.tokens import Token

MOST_BESIDE = 6  # tokens of a date before the name of its month, and behind it


def among_words(page: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield the parts of a text, longest first, that may be a date by the name of its month, with words beside it.

    A number or two stand behind that name: in 12, 15 vendémiaire one is none of the date.
    """
    month = month_among(page)
    if not month:
        return
    first, last = month
    firsts = [i for i in range(max(first - MOST_BESIDE, 0), first + 1) if _ends(page, i, i - 1)]
    behind = range(last + 1, min(last + MOST_BESIDE + 1, len(page)))
    lasts = [i for i in behind if _ends(page, i, i + 1)]
    pairs = [(i, j) for i in firsts for j in lasts if any(map(_is_numeral, page[last + 1 : j + 1]))]
    yield from sorted(pairs, key=lambda ends: ends[0] - ends[1])


def _is_numeral(token: Token) -> bool:
    """Return whether a token is a number of a day or a year, in letters maybe: III, תשע״ח."""
    word = token.kind == "word"
    return token.kind == "number" or (
        word and (is_numeral(token.text) or hebrew_number(token.text) is not None)
    )


def _ends(page: Sequence[Token], inside: int, outside: int) -> bool:
    """Return whether a date can end at a token: nothing joins it to the one beside it, which is no numeral."""
    if page[inside].kind == "sign" or not 0 <= outside < len(page):
        return page[inside].kind != "sign"
    return not _is_numeral(page[outside]) and are_apart(page, inside, outside)


def are_apart(page: Sequence[Token], inside: int, outside: int) -> bool:
    """Return whether nothing joins the end of a date to the token beside it: no sign, no number that touches."""
    first, second = sorted((inside, outside))
    if page[outside].kind == "sign":
        return page[outside].text in ",()[]"
    return page[outside].kind == "word" or page[first].end < page[second].start
