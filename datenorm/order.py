"""Which of day and month comes first, where the text does not say: `03/04/2015` is 3 April or 4 March.

Nothing is guessed. A text whose date could be one of such a pair is read again with the other order; where the second
reading is the first one's swap, both stand, equally likely, whatever the network would have preferred. Dots are the
exception: they imply that the day comes first, and leave the other way a chance of one in twenty.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from datenorm.search import Hypothesis
from datenorm.vocabulary import clean

# Dots between day, month and year, spaces beside them or not; or behind a day and a month. In `16. 5. 3.`, as Korean
# has it, the year may come first.
DOTTED = re.compile(
    r"(?<!\d)(?<!\d\.)(?<!\d\. )\d{1,2}"
    r"(?: ?\. ?\d{1,2} ?\. ?(?:\d{4}|\d{2}(?!\.))|\.\d{1,2}\.\d{2}|\. ?\d{1,2}\.(?! ?\d))(?!\d)"
)
NUMBER = re.compile(r"\d+")
MONTHS = 12
OPEN = "open"  # said of an order: nothing tells it, dots neither
DAY_FIRST = 0.95  # how often a date with dots is written day first where both are possible
RARE_ORDER = 0.12  # the least that each order of `25/04/18` counts beside what all of them have together
ISO = re.compile(r"\W*([0-9]{4}-[0-9]{2}-[0-9]{2})(?:([T ]+[0-9].*)|\W*)")  # alone, or with a time behind it
DAY_OR_MONTH = frozenset({"DMY", "MDY"})  # the orders of a date that only its day and month leave open
# Day, month and year as numbers, one sign between them twice; a year of four digits stands last. What stands before or
# behind with such a sign and a digit would make it something else: an address, a version, a year that comes first.
SIGN = r"[./,_·–|;~\\-]"
NUMBERS = re.compile(
    rf"(?<![0-9])(?<![0-9] )(?<![0-9]{SIGN})([0-9]{{1,2}})( ?{SIGN} ?| )([0-9]{{1,2}})\2([0-9]{{4}}|[0-9]{{2}})"
    rf"(?![0-9]|{SIGN}[0-9])"
)


def implied_order(text: str) -> str | None:
    """Return the order that the way a date is written implies: with dots, the day comes first if the month can follow.

    Of the patterns with dots that CLDR has for day, month and year, two languages' (jgo; fi with an era) put the month
    first. Year-first dates need no order, and an order that is given wins.

    >>> implied_order("03.04.2015 10:00"), implied_order("3. 4."), implied_order("03/04/2015"), implied_order("3.31.15")
    ('DMY', 'DMY', None, 'MDY')
    """
    found = DOTTED.search(text.replace("．", ".")) if "." in text or "．" in text else None
    if not found:
        return None
    first, second, *_ = map(int, NUMBER.findall(found[0]))
    if second <= MONTHS:
        return "DMY"
    return "MDY" if first <= MONTHS else None


@lru_cache(maxsize=64)  # a text is asked more than once
def possible_orders(text: str) -> frozenset[str]:
    """Return the orders in which the numeric date in `text` is a day; none where it has no such date.

    A date with a year of four digits in front, or with dots between day and month, needs no order, and tells none.

    >>> [sorted(possible_orders(text)) for text in ("25/04/2015", "03/04/2015", "25/04/18", "2015-04-25", "31/31/2015")]
    [['DMY'], ['DMY', 'MDY'], ['DMY', 'YMD'], [], []]
    """
    return frozenset(_readings(text))


def dotted_order(text: str) -> str | None:
    """Return the one order in which the numbers of a date with dots are a day; None where both are, or it has none.

    Without a year it may be a chapter's number.

    >>> dotted_order("25.4.2015"), dotted_order("4.25.2015"), dotted_order("3.4.2015"), dotted_order("25/4/2015")
    ('DMY', 'MDY', None, None)
    >>> dotted_order("4.25."), dotted_order("2.30.2015")
    (None, None)
    """
    found = DOTTED.search(text.replace("．", ".")) if "." in text or "．" in text else None
    numbers = [int(number) for number in NUMBER.findall(found[0])] if found else []
    if len(numbers) < 3:
        return None
    first, second, year = numbers
    days = {"DMY": _is_day(year, second, first), "MDY": _is_day(year, first, second)}
    return next(order for order in days if days[order]) if sum(days.values()) == 1 else None


def _readings(text: str) -> dict[str, str]:
    """Return the targets that the numeric date in `text` can be, by their order."""
    found = NUMBERS.search(text if text.isascii() else clean(text))
    if not found or implied_order(found[0]):
        return {}
    first, _, second, last = found.groups()
    readings = {"DMY": (last, second, first), "MDY": (last, first, second)}
    if len(last) == len(first) == 2:
        readings["YMD"] = (first, second, last)
    return {
        order: f"{year}-{month:0>2}-{day:0>2}"
        for order, (year, month, day) in readings.items()
        if _is_day(int(year), int(month), int(day))
    }


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(
            year if year > 99 else 2000 + year, month, day
        )  # 2000 was a leap year: two digits rule out no 29 February
    except ValueError:
        return False
    return True


def other_order(text: str, target: str) -> str | None:
    """Return the order that would make day and month of `target`, read from `text` without one, change places.

    None where nothing could: not both stand in the text as numbers, the day is no month, or a year of four digits comes
    first. A cheap test that misses no pair; what passes it is read again.

    >>> other_order("03/04/2015", "2015-04-03"), other_order("03/04/2015", "2015-03-04")
    ('MDY', 'DMY')
    >>> other_order("25/04/2015", "2015-04-25"), other_order("3 April 2015", "2015-04-03")
    (None, None)
    """
    if swapped(target) is None:
        return None
    numbers = re.findall(r"[0-9]+", text if text.isascii() else clean(text))
    if numbers and len(numbers[0]) >= 4 and target.startswith(numbers[0][:4]):
        return None
    compact = next((number for number in numbers if len(number) > 5), None)
    if compact:
        numbers = [compact[:2], compact[2:4]]
    month, day = int(target[-5:-3]), int(target[-2:])
    places = [int(number) for number in numbers if len(number) < 3]
    if month not in places or day not in places:
        return None
    return "MDY" if places.index(day) < places.index(month) else "DMY"


def swapped(target: str) -> str | None:
    """Return `target` with day and month in each other's place; None where that is no date or the same.

    >>> swapped("2015-04-03"), swapped("--05-09"), swapped("2015-04-25"), swapped("2015-04-04"), swapped("2015-04")
    ('2015-03-04', '--09-05', None, None, None)
    """
    if len(target) < 7 or target[-3] != "-" or target[-6] != "-":
        return None
    month, day = target[-5:-3], target[-2:]
    return None if month == day or int(day) > 12 else f"{target[:-5]}{day}-{month}"


def other_way(text: str, first: Hypothesis) -> Hypothesis | None:
    """Return the other reading of a text with an open numeric date in it, without asking the network.

    None where `first` reads something else. The network may waver between the two, so what it gave to one may be half
    of what it gives to both.

    >>> other_way("03/04/2015 10:11", Hypothesis("2015-04-03", 0.49))
    Hypothesis(target='2015-03-04', probability=0.98)
    """
    other = swapped(first.target)
    if other is None or not {first.target, other} <= set(_readings(text).values()):
        return None
    return Hypothesis(other, min(1.0, 2 * first.probability))


def every_order(text: str, found: Sequence[Hypothesis]) -> Sequence[Hypothesis]:
    """Return the hypotheses of a text read without an order, where a year of two digits may also come first.

    The numbers can't tell, so the rarer way to write them is not hidden, however sure the network is of the other.

    >>> every_order("25/04/18", [Hypothesis("18-04-25", 0.96)])[1]
    Hypothesis(target='25-04-18', probability=0.1028...)
    """
    readings = set(_readings(text).values()) if len(found[0].target) == len("18-05-09") else ()
    if len(readings) < 2 or found[0].target not in readings:
        return found
    known = {one.target: one.probability for one in found}
    together = sum(known.get(target, 0.0) for target in readings)
    shares = {target: max(known.get(target, 0.0), RARE_ORDER * together) for target in readings}
    scale = together / sum(shares.values())
    changed = [Hypothesis(target, share * scale) for target, share in shares.items()]
    others = [one for one in found if one.target not in readings]
    return sorted(changed + others, key=lambda one: (-one.probability, one.target))


def day_first(text: str, found: Sequence[Hypothesis]) -> Sequence[Hypothesis]:
    """Return the hypotheses of a text that was read day first for its dots alone, with the other way among them.

    >>> [one.target for one in day_first("3.4.2015", [Hypothesis("2015-04-03", 0.99)])]
    ['2015-04-03', '2015-03-04']
    >>> day_first("25.4.2015", [Hypothesis("2015-04-25", 0.99)])
    [Hypothesis(target='2015-04-25', probability=0.99)]
    """
    other = swapped(found[0].target)
    if other is None or other_order(text, found[0].target) != "MDY":
        return found
    both = [one for one in found if one.target in (found[0].target, other)]
    together = sum(one.probability for one in both)
    shares = ((found[0].target, DAY_FIRST), (other, 1 - DAY_FIRST))
    others = [one for one in found if one not in both]
    return [*(Hypothesis(target, share * together) for target, share in shares), *others]


def year_first(text: str, found: Sequence[Hypothesis]) -> Sequence[Hypothesis]:
    """Return the hypotheses of a text that is a date in the form of ISO 8601, which has one reading in any language.

    Where nothing stands behind it, it is a date, whatever the network doubts.

    >>> year_first("2018-05-09", [Hypothesis("2018-09-05", 0.6), Hypothesis("2018-05-09", 0.3)])
    [Hypothesis(target='2018-05-09', probability=0.89...)]
    >>> year_first("2072-02-29", [Hypothesis("<unk>", 0.75), Hypothesis("2072-02-29", 0.24)])
    [Hypothesis(target='2072-02-29', probability=0.99)]
    """
    if "-" not in text or (len(found) == 1 and found[0].target in text):
        return found
    written = ISO.fullmatch(text if text.isascii() else clean(text))
    if not written or written[1].startswith("0") or not _is_day(*map(int, written[1].split("-"))):
        return found
    if not written[2]:
        return [Hypothesis(written[1], sum(one.probability for one in found))]
    both = [one for one in found if one.target in (written[1], swapped(written[1]))]
    if found[0] not in both:
        return found
    others = [one for one in found if one not in both]
    return [Hypothesis(written[1], sum(one.probability for one in both)), *others]


def both_ways(found: Sequence[Hypothesis], pair: tuple[Hypothesis, Hypothesis]) -> Sequence[Hypothesis]:
    """Return the hypotheses of a text when two readings of it are each other's swap: these share the rest evenly.

    found: what was read without an order, the pair's readings and others. pair: the first as read without an order, so
    in its probability the network wavers between the two; the second as read with its own, so in its there is only what
    an order would not settle.
    """
    others = [other for other in found if other.target not in (pair[0].target, pair[1].target)]
    left = max(0.0, 1.0 - sum(other.probability for other in others))
    halves = [replace(one, probability=pair[1].probability * left / 2) for one in pair]
    return sorted(halves + others, key=lambda hypothesis: -hypothesis.probability)
