"""Years of four digits in texts that look like dates: where they stand, and which they are.

    12/4/1862    12 April 1862    1862-04-12    18620412    1862年4月12日

Only what a text shows is looked at; whether it is a date is the network's to say.
"""

import re
from functools import lru_cache

from datenorm.dates.calendar import LAST_DAY, MONTHS
from datenorm.dates.order import SIGN, is_day
from datenorm.text.characters import clean
from datenorm.text.names import months_in
from datenorm.text.tokens import Token, tokens

FIRST_YEAR, LAST_YEAR = (
    1500,
    2199,
)  # of four digits; outside are other calendars, times without a colon, amounts
DIGITS = re.compile("[0-9]+")
# In texts with a zero for each digit: numbers with one sign between them twice, as in `dates.order`; eight digits at
# the start; or the word for a year behind it.
NUMERIC = re.compile(
    rf"(?<![0-9])(?<![0-9] )(?<![0-9]{SIGN})"
    rf"(?:(?P<a>00?)( ?{SIGN} ?| )(?P<b>00?)\2(?P<last>0000)|(?P<first>0000)( ?{SIGN} ?| )(?P<c>00?)\6(?P<d>00?))"
    rf"(?![0-9]|{SIGN}[0-9])|\A(?P<run>0000)(?P<e>00)(?P<f>00)(?![0-9])|(?<![0-9])(?P<named>0000)(?= ?[年년])"
)
YEARS = ("last", "first", "run", "named")
CLOCK = re.compile(r"(?<![0-9])00?:00(?::00(?:[.,]0+)?)?(?: ?[+-]00?:?00)?(?![0-9:])")
ZEROS = str.maketrans("123456789", "000000000")


@lru_cache(maxsize=1 << 16)  # asked of each cell of a column, and cells repeat
def full_year(text: str) -> str:
    """Return the year of four digits that the date in a text has; '' where it has none, or more than one.

    >>> [full_year(text) for text in ("12/4/1862", "12 April 1862", "12/4/62", "lot 1862, 12 April", "31/31/1862")]
    ['1862', '1862', '', '', '']
    """
    plain = text if text.isascii() else clean(text)
    places = date_places(plain.translate(ZEROS))
    if not places:
        return ""
    year, *others = (plain[place] for place in places)
    return year if FIRST_YEAR <= int(year) <= LAST_YEAR and _are_day_and_month(others) else ""


def month_and_day(text: str) -> tuple[tuple[int, int], ...]:
    """Return the months and days that a text with one year of four digits may name, in either order of its numbers.

    >>> month_and_day("12/4/1862"), month_and_day("4 December 1862"), month_and_day("May 1862")
    (((12, 4), (4, 12)), ((12, 4),), ())
    """
    plain = text if text.isascii() else clean(text)
    numbers = [int(plain[place]) for place in date_places(plain.translate(ZEROS))[1:]]
    if len(numbers) == 2:
        return (numbers[0], numbers[1]), (numbers[1], numbers[0])
    months = set().union(*months_in(plain).values())
    return tuple((month, day) for day in numbers for month in sorted(months))


def year_first_orders(text: str) -> frozenset[str]:
    """Return the orders, YMD and YDM, in which a text that begins with a year of four digits is a day; none for others.

    >>> [sorted(year_first_orders(text)) for text in ("2018-05-06", "2018-13-05", "20180513", "5/6/2018")]
    [['YDM', 'YMD'], ['YDM'], ['YMD'], []]
    """
    plain = text if text.isascii() else clean(text)
    places = date_places(plain.translate(ZEROS))
    if len(places) < 3 or places[0].start > places[1].start:
        return frozenset()
    year, second, third = (int(plain[place]) for place in places)
    days = {"YMD": (second, third), "YDM": (third, second)}
    found = (order for order, (month, day) in days.items() if is_day(year, month, day))
    return frozenset(found) if FIRST_YEAR <= year <= LAST_YEAR else frozenset()


def is_cut_short(text: str, iso: str) -> bool:
    """Return whether a text that is read as `iso` writes its year with two digits.

    >>> [is_cut_short(text, "1889-05-09") for text in ("9 May 89", "9.5.1889", "9 May, Meiji 22")]
    [True, False, False]
    """
    plain = text if text.isascii() else clean(text)
    return iso[:4] not in plain and iso[2:4] in plain and not full_year(text)


def _are_day_and_month(numbers: list[str]) -> bool:
    """Return whether one number can be a day, or two a day and a month; none says nothing against it."""
    values = sorted(map(int, numbers))
    return not values or (
        values[0] > 0 and values[-1] <= LAST_DAY and (len(values) < 2 or values[0] <= MONTHS)
    )


@lru_cache(maxsize=1 << 12)
def date_places(mask: str) -> tuple[slice, ...]:
    """Return where a text with zeros for its digits has a year of four, and then its day and month, if as numbers.

    Nothing where it has no such year, or where numbers are left over that may be one.

    >>> date_places("00 April 0000 at 00:00")
    (slice(9, 13, None), slice(0, 2, None))
    """
    if "0000" not in mask:
        return ()
    found = list(NUMERIC.finditer(mask))
    if len(found) == 1 and (found[0]["run"] or mask.count("0000") == 1):
        groups = found[0].groupdict()
        year = next(name for name in YEARS if groups[name])
        return tuple(slice(*found[0].span(name)) for name in (year, *"abcdef") if groups[name])
    return () if found else _beside_a_name(mask)


def _beside_a_name(mask: str) -> tuple[slice, ...]:
    """Return the places of a year and a day beside a month's name."""
    numbers = [match.span() for match in DIGITS.finditer(CLOCK.sub(lambda time: " " * len(time[0]), mask))]
    years = [span for span in numbers if span[1] - span[0] == 4]
    days = [span for span in numbers if span[1] - span[0] < 3]
    if len(years) != 1 or len(days) > 1 or len(numbers) > 2:
        return ()
    words = tokens(clean(mask))
    named = any("month" in word.senses for word in words) and not any(map(_counts, words))
    return tuple(slice(*span) for span in (*years, *days)) if named else ()


def _counts(word: Token) -> bool:
    """Return whether a word says that a number is one of several things: lot, no."""
    return "count<" in word.senses
