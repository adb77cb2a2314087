"""What all evidence of a column has in common: the rows it stands in, and how far a few cells are trusted."""

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from datenorm.judging.readings import DIGITS

Row = int | str  # the number of a row, from 1; with the name of its file where there are several
ODD_CELLS = 0.05  # how often one cell of a column that looks like another order is that cell's own fault


def trust_in(cells: int) -> float:
    """Return how sure it is that so many cells that say the same are not all odd themselves, 0..1.

    >>> trust_in(1), trust_in(2)
    (0.95, 0.9975)
    """
    return round(1 - ODD_CELLS**cells, DIGITS)


def place_of(row: Row) -> str:
    """Return the name of a row in a sentence.

    >>> place_of(1200), place_of("a.csv row 1")
    ('row 1,200', 'a.csv row 1')
    """
    return f"row {row:,}" if isinstance(row, int) else row


class Seen(NamedTuple):
    """Cells that say the same: how many, and the first of them."""

    cells: int
    row: Row
    text: str

    def __str__(self) -> str:
        return f"{self.cells:,} ({place_of(self.row)}: {self.text!r})"


@dataclass(slots=True)
class Counted:
    """What cells say, counted one by one, each with the first cell that says it."""

    seen: dict[str, Seen] = field(default_factory=dict)

    def see(self, name: str, row: Row, text: str, cells: int = 1) -> None:
        """Count so many cells that say the same."""
        before = self.seen.get(name)
        self.seen[name] = before._replace(cells=before.cells + cells) if before else Seen(cells, row, text)

    def merge(self, other: "Counted") -> None:
        """Take in what other cells say that come after these."""
        for name, seen in other.seen.items():
            self.see(name, seen.row, seen.text, seen.cells)

    def come_from(self, file: str) -> None:
        """Name the file that the rows are counted in."""
        for name, seen in self.seen.items():
            self.seen[name] = seen._replace(row=f"{file} row {seen.row:,}")

    def to_dict(self) -> dict[str, Any]:
        """Return what was counted as a report has it."""
        return {name: seen._asdict() for name, seen in self.seen.items()}
