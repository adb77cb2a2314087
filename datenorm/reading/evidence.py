"""What all evidence of a column has in common: the rows it stands in, and how far a few cells are trusted."""

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
