"""Roles for pairs that come without: where a text spells year, month and day, as far as only one place can be meant."""

from collections.abc import Sequence

from datenorm.dates.targets import NOT_A_DATE, Target
from datenorm.generation.dataset import Example, Spans
from datenorm.judging.claims import spellings
from datenorm.judging.spelled import is_of_a_time
from datenorm.text.characters import canonical
from datenorm.text.roles import FIELDS, of_runs
from datenorm.text.tokens import Token, tokens


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
    found = tokens("".join(canonical(character) or " " for character in text))  # each character in its place
    years, months, days = (_places(found, target, name) for name in FIELDS)
    if len(days) == 1:
        months = [i for i in months if i not in days]
    if not years and target[:4].isdigit():
        years = [i for i in _places(found, target[2:], "year") if len(found[i].text) == 2]
    spans = [
        (found[places[0]].start, found[places[0]].end) if len(places) == 1 else None
        for places in (years, months, days)
    ]
    return spans[0], spans[1], spans[2]


def _places(found: Sequence[Token], target: str, name: str) -> list[int]:
    """Return the tokens that can spell a field; the numbers of a time of day are none."""
    places = spellings(found, Target.of(target)).get(name, ())
    return [i for (i,) in places if not is_of_a_time(found, i)]
