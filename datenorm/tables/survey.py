"""Survey: what the cells of a table say of their order and language, by column and group, before it is converted."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from datenorm.reading.columns import ColumnEvidence
from datenorm.tables.cells import REMEMBERED
from datenorm.tables.summary import Group

Found = dict[tuple[str, Group], ColumnEvidence]


@dataclass(frozen=True, slots=True)
class Survey:
    """What a table says before it is converted: its rows, and by column and group what its cells say of themselves.

    cells: by column and group the different cells, where these are few enough to be read before all else.
    """

    rows: int
    evidence: Mapping[tuple[str, Group], ColumnEvidence]
    cells: Mapping[tuple[str, Group], Sequence[str]] = field(default_factory=dict)


class Surveyor:
    """Gathers what cells say. Those that repeat are counted and asked once, for as long as there are few of them."""

    def __init__(self, columns: Sequence[str]) -> None:
        self._columns = columns
        self._counted: dict[tuple[str, Group], _Cells] = {}
        self._different = 0
        self._found: Found = {}
        self._overflown = False

    def add(self, columns: Iterable[Sequence[str]], groups: Sequence[Group], first: int) -> None:
        """Take rows into account: by column their cells, the group of each row, and the number of the first."""
        members = _members(groups, first)
        for name, cells in zip(self._columns, columns, strict=True):
            for group, rows in members.items():
                counted = self._counted.setdefault((name, group), _Cells())
                texts = cells if len(rows) == len(cells) else [cells[row - first] for row in rows]
                self._different += counted.add(texts, rows)
        if self._different > REMEMBERED:
            self._ask()
            self._overflown = True

    def found(self) -> Found:
        """Return what the cells said, of columns and groups that have anything to say."""
        self._ask()
        return dict(sorted(self._found.items()))

    def cells(self) -> Mapping[tuple[str, Group], Sequence[str]]:
        """Return the different cells, in the order of their rows; none where there are more than are remembered."""
        return {} if self._overflown else {key: list(counted.rows) for key, counted in self._counted.items()}

    def _ask(self) -> None:
        for key, counted in self._counted.items():
            evidence = self._found.get(key, ColumnEvidence())
            for text, row in counted.rows.items():
                evidence.add(row, text, counted.counts[text])
            if evidence:
                self._found[key] = evidence
        self._counted, self._different = {}, 0


class _Cells:
    """Different cells, in the order of their rows: how many there are of each, and the row of the first."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.rows: dict[str, int] = {}

    def add(self, cells: Sequence[str], rows: Sequence[int]) -> int:
        """Count cells, given the row of each; return how many of them are new."""
        self.counts.update(cells)
        before = len(self.rows)
        if len(self.counts) > before:
            places = dict(zip(reversed(cells), reversed(rows), strict=True))
            new = sorted((places[cell], cell) for cell in places.keys() - self.rows.keys())
            self.rows.update((cell, row) for row, cell in new)
        return len(self.rows) - before


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
