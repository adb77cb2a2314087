"""Rivals: the readings of one text whose numbers stand in another order, as `03/04/2015` is 3 April or 4 March.

Nothing is guessed. A text whose date could be one of such a pair is read again with the other order; where the second
reading is the first one's swap, both stand, equally likely, whatever the network would have preferred. Dots are the
exception: they imply that the day comes first, and leave the other ways a chance of one in twenty.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from datenorm.dates.order import days_with_dots, is_day, other_order, readings_by_order, swapped
from datenorm.network.search import Hypothesis
from datenorm.text.characters import clean

DAY_FIRST = 0.95  # how often a date with dots is written day first where both are possible
SHORT = len("18-05-09")  # a target whose year has two digits
RARE_ORDER = 0.12  # the least that each order of `25/04/18` counts beside what all of them have together
ISO = re.compile(r"\W*([0-9]{4}-[0-9]{2}-[0-9]{2})(?:([T ]+[0-9].*)|\W*)")  # alone, or with a time behind it


def other_way(text: str, first: Hypothesis) -> Hypothesis | None:
    """Return the other reading of a text with an open numeric date in it, without asking the network.

    None where `first` reads something else. The network may waver between the two, so what it gave to one may be half
    of what it gives to both.

    >>> other_way("03/04/2015 10:11", Hypothesis("2015-04-03", 0.49))
    Hypothesis(target='2015-03-04', probability=0.98)
    >>> other_way("05.06.", Hypothesis("--06-05", 0.49))
    Hypothesis(target='--05-06', probability=0.98)
    """
    other = swapped(first.target)
    possible = {*readings_by_order(text).values(), *days_with_dots(text).values()}
    if other is None or not {first.target, other} <= possible:
        return None
    return Hypothesis(other, min(1.0, 2 * first.probability))


def every_order(text: str, found: Sequence[Hypothesis]) -> Sequence[Hypothesis]:
    """Return the hypotheses of a text read without an order, where a year of two digits may also come first.

    The numbers can't tell, so the rarer way to write them is not hidden, however sure the network is of the other.

    >>> every_order("25/04/18", [Hypothesis("18-04-25", 0.96)])[1]
    Hypothesis(target='25-04-18', probability=0.1028...)
    """
    readings = set(readings_by_order(text, dotted=True).values()) if len(found[0].target) == SHORT else ()
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
    """Return the hypotheses of a text that was read day first for its dots alone, with the other ways among them.

    >>> [one.target for one in day_first("3.4.2015", [Hypothesis("2015-04-03", 0.99)])]
    ['2015-04-03', '2015-03-04']
    >>> [one.target for one in day_first("18.5.11", [Hypothesis("11-05-18", 0.99)])]
    ['11-05-18', '18-05-11']
    >>> day_first("25.4.2015", [Hypothesis("2015-04-25", 0.99)])
    [Hypothesis(target='2015-04-25', probability=0.99)]
    """
    first = found[0]
    others = dict.fromkeys(
        readings_by_order(text, dotted=True).values() if len(first.target) == SHORT else ()
    )
    other = swapped(first.target)
    if other is not None and other_order(text, first.target) == "MDY":
        others[other] = None
    others.pop(first.target, None)
    if not others:
        return found
    possible = [one for one in found if one.target == first.target or one.target in others]
    together = sum(one.probability for one in possible)
    shares = {first.target: DAY_FIRST, **dict.fromkeys(others, (1 - DAY_FIRST) / len(others))}
    rest = [one for one in found if one not in possible]
    return [*(Hypothesis(target, share * together) for target, share in shares.items()), *rest]


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
    if not written or written[1].startswith("0") or not is_day(*map(int, written[1].split("-"))):
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
