"""Survey: what the cells of a table say of their order, language and century, by column and group, beforehand."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import TypeVar

from datenorm.reading.columns import ColumnEvidence, Open
from datenorm.reading.tally import Tally
from datenorm.tables.cells import REMEMBERED
from datenorm.tables.groups import Group

Member = TypeVar("Member")
Found = dict[tuple[str, Group], ColumnEvidence]


@dataclass(frozen=True, slots=True)
class Survey:
    """What a table says before it is converted: its rows, and by column and group what its cells say of themselves."""

    rows: int
    evidence: Mapping[tuple[str, Group], ColumnEvidence]


class Surveyor:
    """Gathers what cells say of what is `open`: they are counted by their shapes, of which the first text is asked."""

    def __init__(self, columns: Sequence[str], open: Open) -> None:
        self._columns = columns
        self._open = open
        self._counted: dict[tuple[str, Group, bool], Tally] = {}
        self._found: Found = {}

    def add(
        self, columns: Iterable[Sequence[str]], groups: Sequence[Group], first: int, told: Sequence[bool] = ()
    ) -> None:
        """Take rows into account: by column their cells, the group of each row, and the number of the first.

        told: whether each row says its own order or locale, and tells nothing of those that don't; none do by default.
        """
        members = _members([*zip(groups, told or repeat(False), strict=False)], first)
        for name, cells in zip(self._columns, columns, strict=True):
            for (group, of_itself), rows in members.items():
                open = self._open._replace(order=self._open.order and not of_itself)
                counted = self._counted.setdefault((name, group, of_itself), Tally(open))
                counted.add(cells if len(rows) == len(cells) else [cells[row - first] for row in rows], rows)
        if sum(map(len, self._counted.values())) > REMEMBERED:
            self._ask()

    def found(self) -> Found:
        """Return what the cells said, of columns and groups that have anything to say."""
        self._ask()
        return dict(sorted(self._found.items()))

    def _ask(self) -> None:
        for (*names, _), counted in self._counted.items():
            key = names[0], names[1]
            evidence = self._found.get(key) or self._open.evidence()
            counted.tell(evidence)
            if evidence:
                self._found[key] = evidence
        self._counted = {}


def _members(groups: Sequence[Member], first: int) -> Mapping[Member, Sequence[int]]:
    """Return the rows of each group.

    >>> _members(["de", "us", "de"], first=1)
    {'de': [1, 3], 'us': [2]}
    """
    if groups and groups.count(groups[0]) == len(groups):
        return {groups[0]: range(first, first + len(groups))}
    members: dict[Member, list[int]] = {}
    for row, group in enumerate(groups, first):
        members.setdefault(group, []).append(row)
    return members
