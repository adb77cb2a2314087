"""Which of day and month comes first, where the text does not say: `03/04/2015` is 3 April or 4 March.

Only what the text itself rules out is said here; what becomes of the readings that are left: `datenorm.judging.rivals`.
"""

import re
from datetime import date
from functools import lru_cache

from datenorm.dates.calendar import MONTHS
from datenorm.text.characters import clean

# Dots between day, month and year, spaces beside them or not; or behind a day and a month. In `16. 5. 3.`, as Korean
# has it, the year may come first.
DOTTED = re.compile(
    r"(?<!\d)(?<!\d\.)(?<!\d\. )\d{1,2}"
    r"(?: ?\. ?\d{1,2} ?\. ?(?:\d{4}|\d{2}(?!\.))|\.\d{1,2}\.\d{2}|\. ?\d{1,2}\.(?! ?\d))(?!\d)"
)
NUMBER = re.compile(r"\d+")
YEAR_FIRST = re.compile(r"\W*[12][0-9]{3} ?[.年년] ?[0-9]{1,2} ?[.月월]")
LEAP_YEAR = 2000  # in which all days are that a date without a year can be
FRACTION = re.compile(r"(?<=:\d\d)[.,]\d+")  # of a second
OPEN = "open"  # said of an order: nothing tells it, dots neither
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
    numbers = _dotted(text)
    if not numbers:
        return None
    first, second, *_ = map(int, numbers)
    if second <= MONTHS:
        return "DMY"
    return "MDY" if first <= MONTHS else None


def _dotted(text: str) -> list[str]:
    """Return the numbers of the date with dots in a text; none where it has no such date."""
    found = DOTTED.search(text.replace("．", ".")) if "." in text or "．" in text else None
    return NUMBER.findall(found[0]) if found else []


def is_left_open(text: str) -> bool:
    """Return whether an order with the year first leaves the numbers of a text open, whatever stands between them.

    So it does where no year of two digits can stand first, and none of four stands last with dots before it: those are
    day first everywhere.

    >>> [is_left_open(text) for text in ("03/04/2015", "5.6.", "4.3.26", "04.03.26", "03.04.2015", "2015-04-03")]
    [True, True, True, False, False, False]
    """
    numbers = _dotted(text)
    possible = readings_by_order(text, dotted=bool(numbers))
    if numbers:
        return len(numbers[-1]) < len("2015") and "YMD" not in possible
    return bool(possible) and "YMD" not in possible


@lru_cache(maxsize=64)  # a text is asked more than once
def possible_orders(text: str) -> frozenset[str]:
    """Return the orders in which the numeric date in `text` is a day; none where it has no such date.

    A date with a year of four digits in front, or with dots between day and month, needs no order, and tells none.

    >>> [sorted(possible_orders(text)) for text in ("25/04/2015", "03/04/2015", "25/04/18", "2015-04-25", "31/31/2015")]
    [['DMY'], ['DMY', 'MDY'], ['DMY', 'YMD'], [], []]
    """
    return frozenset(readings_by_order(text))


def dotted_order(text: str) -> str | None:
    """Return the one order in which the numbers of a date with dots are a day; None where both are, or it has none.

    Without a year it may be a chapter's number, but where it begins the text.

    >>> dotted_order("25.4.2015"), dotted_order("4.25."), dotted_order("3.4.2015"), dotted_order("25/4/2015")
    ('DMY', 'MDY', None, None)
    >>> dotted_order("see 4.25."), dotted_order("2.30.2015")
    (None, None)
    """
    numbers = [int(number) for number in _dotted(text)]
    if not numbers or (len(numbers) < len("DMY") and not text[:1].isdigit()):
        return None
    first, second, year = (*numbers, LEAP_YEAR)[:3]
    days = {"DMY": is_day(year, second, first), "MDY": is_day(year, first, second)}
    return next(order for order in days if days[order]) if sum(days.values()) == 1 else None


def ends_with_dots(text: str) -> tuple[str, str] | None:
    """Return the first and the last number of a date with dots and a year of two digits; None for any other text.

    >>> ends_with_dots("24.07.16"), ends_with_dots("24.07.2016"), ends_with_dots("24/07/16")
    (('24', '16'), None, None)
    """
    numbers = _dotted(text)
    short = len(numbers) == len("DMY") and len(numbers[0]) == len(numbers[2]) == len("18")
    return (numbers[0], numbers[2]) if short else None


def days_with_dots(text: str) -> dict[str, str]:
    """Return the targets that a day and a month with dots and no year can be, by their order.

    >>> days_with_dots("05.06. hétfő"), days_with_dots("02.13."), days_with_dots("05.06.2018")
    ({'DMY': '--06-05', 'MDY': '--05-06'}, {'MDY': '--02-13'}, {})
    """
    numbers = [int(number) for number in _dotted(text)]
    if len(numbers) != len("MD"):
        return {}
    ways = {"DMY": numbers[::-1], "MDY": numbers}
    return {
        order: f"--{month:02}-{day:02}"
        for order, (month, day) in ways.items()
        if is_day(LEAP_YEAR, month, day)
    }


def has_short_year(text: str) -> bool:
    """Return whether the numeric date in a text has a year of two digits.

    >>> has_short_year("22-01-04"), has_short_year("18.05.09"), has_short_year("3/4/2015"), has_short_year("9 May 18")
    (True, True, False, False)
    """
    plain = text if text.isascii() else clean(text)
    found = NUMBERS.search(plain) or DOTTED.search(plain)
    numbers = NUMBER.findall(found[0]) if found else []
    return len(numbers) == 3 and max(map(len, numbers)) <= 2


def begins_with_dotted_year(text: str) -> bool:
    """Return whether a date begins with a year and a dot or a sign for year behind it.

    >>> [begins_with_dotted_year(text) for text in ("2018. 5. 9.", "2018年5月9日", "99.12.31", "9.5.2018")]
    [True, True, True, False]
    """
    if YEAR_FIRST.match(text if text.isascii() else clean(text)):
        return True
    return "." in text and readings_by_order(text, dotted=True).keys() == {"YMD"}


def readings_by_order(text: str, dotted: bool = False) -> dict[str, str]:
    """Return the targets that the numeric date in `text` can be, by their order; none of one with dots unless asked."""
    found = NUMBERS.search(text if text.isascii() else clean(text))
    if not found or (not dotted and implied_order(found[0])):
        return {}
    first, _, second, last = found.groups()
    readings = {"DMY": (last, second, first), "MDY": (last, first, second)}
    if len(last) == len(first) == 2:
        readings["YMD"] = (first, second, last)
    return {
        order: f"{year}-{month:0>2}-{day:0>2}"
        for order, (year, month, day) in readings.items()
        if is_day(int(year), int(month), int(day))
    }


def is_day(year: int, month: int, day: int) -> bool:
    """Return whether there is such a day; a year of two digits is one from 2000 on.

    >>> is_day(2015, 4, 30), is_day(2015, 4, 31), is_day(16, 2, 29), is_day(15, 2, 29)
    (True, False, True, False)
    """
    try:
        date(year if year > 99 else 2000 + year, month, day)
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
    >>> other_order("10/9/1914 03:07:09.788888", "1914-09-10")
    'MDY'
    """
    if swapped(target) is None:
        return None
    numbers = re.findall(r"[0-9]+", FRACTION.sub("", text if text.isascii() else clean(text)))
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
    >>> swapped("2015-04-1X")  # as EDTF has it
    """
    if len(target) < 7 or target[-3] != "-" or target[-6] != "-":
        return None
    month, day = target[-5:-3], target[-2:]
    if not (month + day).isdigit():
        return None
    return None if month == day or int(day) > 12 else f"{target[:-5]}{day}-{month}"
