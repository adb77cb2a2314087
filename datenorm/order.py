"""Which of day and month comes first, where the text does not say: `03/04/2015` is 3 April or 4 March.

Nothing is guessed. A text whose date could be one of such a pair is read once with each order; where the two readings
are each other's swap, both stand, equally likely, whatever the network would have preferred. Dots are the exception.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from datenorm.search import Hypothesis
from datenorm.vocabulary import clean

TRIED = ("DMY", "MDY")
DOTTED = re.compile(r"(?<!\d)(?<!\d\.)\d{1,2}(?:\.\d{1,2}\.(?:\d{4}|\d{2})|\. ?\d{1,2}\. ?\d{4})(?!\d)")


def implied_order(text: str) -> str | None:
    """Return the order that the way a date is written implies: with dots, the day comes first.

    Of the patterns with dots that CLDR has for day, month and year, two languages' (jgo; fi with an era) put the month
    first. Year-first dates need no order, and an order that is given wins.

    >>> implied_order("03.04.2015 10:00"), implied_order("03/04/2015"), implied_order("2015.04.03")
    ('DMY', None, None)
    """
    return "DMY" if "." in text and DOTTED.search(text) else None


def may_swap(text: str, target: str) -> bool:
    """Return whether day and month of `target`, read from `text` without an order, could have changed places.

    True where both stand in the text as numbers, either could be the month, and no year of four digits comes first. A
    cheap test that never misses a pair; what passes it is read again.

    >>> may_swap("03/04/2015", "2015-04-03"), may_swap("25/04/2015", "2015-04-25")
    (True, False)
    """
    other = swapped(target)
    if other is None:
        return False
    numbers = re.findall(r"[0-9]+", clean(text))
    if numbers and len(numbers[0]) >= 4 and target.startswith(numbers[0][:4]):
        return False
    month, day = int(target[-5:-3]), int(target[-2:])
    values = {int(number) for number in numbers if len(number) < 3}
    return {month, day} <= values or any(len(number) > 5 for number in numbers)


def swapped(target: str) -> str | None:
    """Return `target` with day and month in each other's place; None where that is no date or the same.

    >>> swapped("2015-04-03"), swapped("--05-09"), swapped("2015-04-25"), swapped("2015-04-04"), swapped("2015-04")
    ('2015-03-04', '--09-05', None, None, None)
    """
    if len(target) < 7 or target[-3] != "-" or target[-6] != "-":
        return None
    month, day = target[-5:-3], target[-2:]
    return None if month == day or int(day) > 12 else f"{target[:-5]}{day}-{month}"


def both_ways(
    found: Sequence[Hypothesis], day_first: Hypothesis, month_first: Hypothesis
) -> Sequence[Hypothesis]:
    """Return the hypotheses of a text, `found` without an order and the best one with each order.

    Where the two are a pair they share, evenly, what the other hypotheses leave; otherwise `found` stands.
    """
    if swapped(day_first.target) != month_first.target:
        return found
    pair = (day_first, month_first)
    others = [other for other in found if other.target not in (day_first.target, month_first.target)]
    left = max(0.0, 1.0 - sum(other.probability for other in others))
    halves = [replace(one, probability=one.probability * left / 2) for one in pair]
    return sorted(halves + others, key=lambda hypothesis: -hypothesis.probability)
