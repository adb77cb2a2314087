"""Telling: whether a cell may be evidence of its column: one that exact code refuses is no date, and tells nothing."""

from functools import lru_cache

from datenorm.dates.calendar import complete
from datenorm.dates.order import NUMBERS, readings_by_order
from datenorm.judging.objections import is_free
from datenorm.judging.seen import Seen
from datenorm.text.characters import clean

PIVOT = 2046  # any: which century a year is of makes no difference here


@lru_cache(maxsize=1 << 12)  # asked of each shape of a column, for its order and for its century
def is_refused(text: str) -> bool:
    """Return whether exact code objects to the numeric date in a text, in whatever order; not so where it has none.

    >>> [is_refused(text) for text in ("13/04/18", "on 13/04/18 at 10:30", "Score 13/04/18", "$13/04/18", "9 May 2018")]
    [False, False, True, True, False]
    """
    readings = readings_by_order(text)
    if not readings or NUMBERS.fullmatch((text if text.isascii() else clean(text)).strip()):
        return False
    return not any(
        (iso := complete(target, pivot=PIVOT)) is not None and is_free(target, iso, Seen.of(text, order))
        for order, target in readings.items()
    )
