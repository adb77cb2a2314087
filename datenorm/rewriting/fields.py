"""Fields beside a phrase: the day, or the day and month, of the year or month that it names. `3 May last year`.

    the 3rd of last month    le 3 mai dernier       去年の5月3日        yesterday, Monday
    day        phrase        phr. day phrase        phrase fields       phrase     weekday

The fields are one stretch of tokens, with the words that join them to the phrase; all other tokens are the phrase.
"""

from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

from datenorm.rewriting.page import Page
from datenorm.text.lexicon import languages_of, values_in
from datenorm.text.tokens import is_unspaced

MOST_DAYS, MOST_MONTHS = 31, 12
NONE = -1
NAMES = ("full", "month")
JOINTS = ("connector", "article", "on", "field", "ordinal", "day>", "month>", "year>", "year", "weekday")
# What a joint or a label may be besides says more than it: until the 3rd, 3 or 4 May, about 3 days ago.
HARMFUL = (
    "bound<",
    "bound>",
    "circa<",
    "circa>",
    "negated<",
    "between<",
    "lasting<",
    "to",
    "or",
    "and",
    "every<",
)
SIGNS = ".,()"


class Fields(NamedTuple):
    """Fields of a date without a year.

    first, behind: their tokens, those that join them to the phrase included. day, name, month: NONE where there is
    none; name is the token that names the month, month one that a number says. marked: whether the day is surely one.
    """

    first: int
    behind: int
    day: int = NONE
    name: int = NONE
    month: int = NONE
    marked: bool = False

    @property
    def is_of_year(self) -> bool:
        """Whether the fields say their month."""
        return self.name != NONE or self.month != NONE

    def written(self, page: Page, language: str) -> str | None:
        """Return the month and day as in ISO 8601, 05-03, 05 or 03, '' for a weekday alone.

        None where a language has no such month, or has a token of the fields for no joint.
        """
        if not all(
            _joins(page, i, language) for i in range(self.first, self.behind) if not self._is_field(page, i)
        ):
            return None
        if self.day == NONE and not self.is_of_year and not self._names_weekday(page, language):
            return None
        month = self.month if self.name == NONE else self._named(page, language)
        if self.name != month == NONE:
            return None
        return "-".join(f"{value:02}" for value in (month, self.day) if value != NONE)

    def _names_weekday(self, page: Page, language: str) -> bool:
        return any(_has(page, i, language, ("weekday",)) for i in range(self.first, self.behind))

    def _is_field(self, page: Page, i: int) -> bool:
        return page.is_number(i) or i == self.name

    def _named(self, page: Page, language: str) -> int:
        senses = page.tokens[self.name].senses
        found = frozenset().union(*(values_in(senses[kind], (language,)) for kind in NAMES if kind in senses))
        return next(iter(found)) if len(found) == 1 else NONE


def fields(page: Page, start: int, end: int) -> Iterator[Fields]:
    """Yield the fields that some of the tokens may be, those with the most joints around them first."""
    for core in _cores(page, start, end):
        widest = range(core.first, start - 1, -1), range(core.behind, end + 1)
        lefts, rights = (list(_joined(page, side, way)) for side, way in zip(widest, (-1, 0), strict=True))
        for first, behind in product(reversed(lefts), reversed(rights)):
            if (first, behind) != (start, end):
                yield core._replace(
                    first=first, behind=behind, marked=core.marked or _is_marked(page, core, first, behind)
                )


def _joined(page: Page, places: range, step: int) -> Iterator[int]:
    """Yield how far a stretch can reach to one side over joints."""
    for place in places:
        if place != places[0] and not may_join(page, place if step else place - 1):
            return
        yield place


def _cores(page: Page, start: int, end: int) -> Iterator[Fields]:
    """Yield the fields without the joints around them: a day, a month's name, both, or a weekday."""
    numbers = [i for i in range(start, end) if page.is_number(i)]
    names = [i for i in range(start, end) if page.has(i, *NAMES)]
    days = [i for i in range(start, end) if page.has(i, "weekday")]
    if not all(page.is_number(i, 1, 2) for i in numbers):
        return
    values = [page.number(i) or 0 for i in numbers]
    if len(numbers) == 2 and page.has(numbers[0] + 1, "month>") and page.has(numbers[1] + 1, "day>"):
        month, day = values
        if month <= MOST_MONTHS and day <= MOST_DAYS and numbers[0] + 2 == numbers[1]:
            yield Fields(numbers[0], numbers[1] + 2, day, NONE, month, True)
    elif len(numbers) == 1 and values[0] <= MOST_DAYS:
        [number], [day] = numbers, values
        if page.has(number + 1, "month>") and not page.has(number + 1, "day>"):
            if day <= MOST_MONTHS:
                yield Fields(number, number + 2, NONE, NONE, day, True)
            return
        word, dot = (
            page.has(number + 1, "ordinal"),
            page.is_sign(number + 1, ".") and page.touches(number + 1),
        )
        mark = page.has(number + 1, "day>") or dot
        behind = number + 1 + (word or mark)
        for name in names:
            first, last = min(number, name), max(behind, name + 1)
            if all(may_join(page, i) for i in range(first, last) if i not in (number, name)):
                yield Fields(first, last, day, name, NONE, True)
        yield Fields(number, behind, day, marked=mark)
    elif not numbers:
        yield from (Fields(name, name + 1, name=name) for name in names)
        yield from (Fields(i, i + 1) for i in days)


def may_join(page: Page, i: int) -> bool:
    """Return whether token `i` may stand between the fields of a date, or is one of them."""
    return page.is_sign(i, SIGNS) or page.has(i, *NAMES, *_joints(page, i))


def _joints(page: Page, i: int) -> Sequence[str]:
    """Return the senses that a token joins fields with; a label only leads to them, or is a particle: in, の."""
    return (*JOINTS, "label") if i == 0 or is_unspaced(page.tokens[i].text) else JOINTS


def _joins(page: Page, i: int, language: str) -> bool:
    """Return whether token `i` joins fields in a language, and says nothing else in it."""
    if page.is_sign(i, SIGNS):
        return True
    return _has(page, i, language, _joints(page, i)) and not _has(page, i, language, HARMFUL)


def _has(page: Page, i: int, language: str, kinds: Sequence[str]) -> bool:
    """Return whether token `i` has one of these senses in a language, or in all of them."""
    senses = page.tokens[i].senses
    return any(
        kind in senses and not languages_of(senses[kind]).isdisjoint((language, "*")) for kind in kinds
    )


def _is_marked(page: Page, core: Fields, first: int, behind: int) -> bool:
    """Return whether a connector behind a number, or an article before it, makes it a day: el 3 del mes pasado.

    The 2nd last month is the one before last.
    """
    ordinal = any(page.has(i, "ordinal") for i in range(core.first, core.behind))
    ahead = not ordinal and any(page.has(i, "article", "on") for i in range(first, core.first))
    return ahead or any(page.has(i, "connector") for i in range(core.behind, behind))
