"""Elsewhere: what the cells of a column say of its calendar, where years may be of another one than ours.

A cell that names the calendar is evidence: ۱۵ مهر ۱۳۹۷, พ.ศ. 2561. One that doesn't is open where its year may be of
that calendar: 1397/02/19, 9/5/2561, and 97/02/19, whose century nothing tells. Counting is exact; no model is asked.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from datenorm.dates.buddhist import FIRST_OF_OURS, LAST_OF_OURS
from datenorm.dates.calendars import CALENDARS, Calendar, Written
from datenorm.dates.months import YEARS, eras_of, is_in, months_of_others, says_ours
from datenorm.dates.order import has_short_year
from datenorm.reading.evidence import Counted, place_of, trust_in
from datenorm.text.characters import clean
from datenorm.text.tokens import tokens

OPEN, OURS = "open calendar", "ours"
DIGITS, FIELDS = re.compile(r"\d+"), 3
FIRST_YEAR, YEAR = 1200, 4  # what the years of other calendars that are written in numbers begin with; digits
LAST_YEAR = 2699


@dataclass(slots=True)
class CalendarEvidence(Counted):
    """What the cells of a column say of their calendar: its name, `ours`, or `open calendar`.

    Beside years of ours, one of 1397 may be of the Middle Ages; one of 2561 is none of ours.
    """

    @property
    def said(self) -> list[Calendar]:
        """The calendars that cells name."""
        return [one for one in CALENDARS if one in self.seen]

    @property
    def tells(self) -> bool:
        """Whether cells name a calendar, and others leave theirs open."""
        return OPEN in self.seen and bool(self.said)

    def meant(self, text: str) -> str | None:
        """Return the calendar of a cell that names none; `open calendar` where it may be of several, or of ours."""
        if not self.tells or OPEN not in calendars_in(text):
            return None
        if has_short_year(text):
            return None if OURS in self.seen else OPEN
        fits = [one for one in self.said if any(_is_of(one, year) for year in _years(text))]
        whole = len(DIGITS.findall(text)) >= FIELDS and OURS not in self.seen  # 1450 alone may be of ours
        return fits[0] if fits == ["buddhist"] or (len(fits) == 1 and whole) else OPEN if fits else None

    def trust(self, text: str) -> float:
        """Return how sure it is which calendar a cell is of, 0..1."""
        meant = self.meant(text)
        return trust_in(self.seen[meant].cells) if meant in self.seen and meant != OPEN else 1.0

    def contradicted(self, later: "CalendarEvidence") -> str | None:
        """Return what later cells say against the decision."""
        new = [one for one in later.said if one not in self.said] if self.tells else []
        return f"{later.seen[new[0]]} is of the {new[0]} calendar" if new else None

    def explained(self) -> str:
        """Return the decision as a sentence for a person; it must tell something."""
        said = " and ".join(f"the {one} calendar: {self.seen[one]}" for one in self.said)
        first = self.seen[OPEN]
        return f"a year of no calendar that is said, as in {place_of(first.row)}: {first.text!r}, may be of {said}"


@lru_cache(maxsize=1 << 12)  # asked of each cell of a column that has such
def calendars_in(text: str) -> tuple[str, ...]:
    """Return the calendar that a text names, or `ours`; `open calendar` where it names none that its year can be of.

    >>> calendars_in("15 Mehr 1397"), calendars_in("1397/02/19"), calendars_in("9 May 2018"), calendars_in("9 May")
    (('persian',), ('open calendar',), ('ours',), ())
    >>> calendars_in("97/02/19")
    ('open calendar',)
    """
    if text.isascii() and text.isalpha():
        return ()
    if has_short_year(text):
        return (OPEN,)
    page = tokens(clean(text))
    if any(token.kind == "number" and len(token.text) == YEAR and int(token.text) in YEARS for token in page):
        return (OURS,)
    if says_ours(page) and not any("calendar:buddhist" in token.senses for token in page):
        return ()
    years = list(_years(text))
    said = set(eras_of(page) or months_of_others(page))
    if any("calendar:buddhist" in token.senses for token in page):
        said |= {"buddhist"}
    named = [one for one in sorted(said) if any(_is_of(one, year) for year in years)]
    return (named[0],) if len(named) == 1 else (OPEN,) if years and not said else ()


def _is_of(calendar: str, year: int) -> bool:
    return is_in(Written(calendar, year, 1, 1), YEARS)  # type: ignore[arg-type]  # the names are those of calendars


def _years(text: str) -> Iterator[int]:
    """Yield the years of four digits in a text that can be of no calendar but others."""
    for token in tokens(clean(text)):
        if token.kind == "number" and len(token.text) == YEAR:
            year = int(token.text)
            if FIRST_YEAR <= year <= LAST_YEAR and not FIRST_OF_OURS <= year <= LAST_OF_OURS:
                yield year
