"""Rows that are not as they should be: an error, or kept as they are and counted."""

from dataclasses import dataclass

from datenorm.errors import TableError


@dataclass(slots=True)
class BadRows:
    """keep: whether such a row passes. count: how many did. first: what was wrong with the first, and where."""

    keep: bool = False
    count: int = 0
    first: str = ""

    def meet(self, complaint: str) -> None:
        """Count a row about which there is a complaint. Raises TableError where such a row is not to pass."""
        if not self.keep:
            raise TableError(complaint)
        self.count += 1
        self.first = self.first or complaint

    def and_others(self, others: "BadRows") -> "BadRows":
        """Return these rows together with others."""
        return BadRows(self.keep, self.count + others.count, self.first or others.first)

    def explained(self) -> str:
        """Return the count as a sentence for a person.

        >>> BadRows(True, 2, "orders.csv:17: 5 cells, where the header has 6").explained()
        '2 malformed rows left as they are, the first: orders.csv:17: 5 cells, where the header has 6'
        """
        rows = f"{self.count:,} malformed row{'s' * (self.count > 1)}"
        return f"{rows} left as {'they are, the first' if self.count > 1 else 'it is'}: {self.first}"
