"""Survey: what the cells of a table say of their order and language, by column and group, before it is converted."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from datenorm.reading.columns import ColumnEvidence
from datenorm.reading.shapes import shaper
from datenorm.tables.cells import REMEMBERED
from datenorm.tables.summary import Group

Found = dict[tuple[str, Group], ColumnEvidence]


@dataclass(frozen=True, slots=True)
class Survey:
    """What a table says before it is converted: its rows, and by column and group what its cells say of themselves."""

    rows: int
    evidence: Mapping[tuple[str, Group], ColumnEvidence]


class Surveyor:
    """Gathers what cells say: they are counted by their shapes, of which the first text is asked."""

    def __init__(self, columns: Sequence[str]) -> None:
        self._columns = columns
        self._counted: dict[tuple[str, Group], _Cells] = {}
        self._found: Found = {}
        self._shape = shaper()

    def add(self, columns: Iterable[Sequence[str]], groups: Sequence[Group], first: int) -> None:
        """Take rows into account: by column their cells, the group of each row, and the number of the first."""
        members = _members(groups, first)
        for name, cells in zip(self._columns, columns, strict=True):
            for group, rows in members.items():
                counted = self._counted.setdefault((name, group), _Cells(self._shape))
                counted.add(cells if len(rows) == len(cells) else [cells[row - first] for row in rows], rows)
        if sum(len(counted.first) for counted in self._counted.values()) > REMEMBERED:
            self._ask()

    def found(self) -> Found:
        """Return what the cells said, of columns and groups that have anything to say."""
        self._ask()
        return dict(sorted(self._found.items()))

    def _ask(self) -> None:
        for key, counted in self._counted.items():
            evidence = self._found.get(key, ColumnEvidence())
            for shape, (row, text) in counted.first.items():
                evidence.add(row, text, counted.counts[shape])
            if evidence:
                self._found[key] = evidence
        self._counted = {}


class _Cells:
    """Cells by their shapes: how many there are of each, and the row and text of the first."""

    def __init__(self, shape: Callable[[str], Hashable]) -> None:
        self._shape = shape
        self.counts: Counter[Hashable] = Counter()
        self.first: dict[Hashable, tuple[int, str]] = {}

    def add(self, cells: Sequence[str], rows: Sequence[int]) -> None:
        """Count cells, given the row of each."""
        for text, count in Counter(cells).items():
            shape = self._shape(text)
            self.counts[shape] += count
            if shape not in self.first:
                self.first[shape] = rows[cells.index(text)], text


def _members(groups: Sequence[Group], first: int) -> Mapping[Group, Sequence[int]]:
    """Return the rows of each group.

    >>> _members(["de", "us", "de"], first=1)
    {'de': [1, 3], 'us': [2]}
    """
    if groups and groups.count(groups[0]) == len(groups):
        return {groups[0]: range(first, first + len(groups))}
    members: dict[Group, list[int]] = {}
    for row, group in enumerate(groups, first):
        members.setdefault(group, []).append(row)
    return members
