"""Rows that are not as they should be: an error, or kept and counted."""

from dataclasses import dataclass

from datenorm.errors import TableError


@dataclass(slots=True)
class BadRows:
    """Malformed rows, which stay as they are, and rows with bytes outside the encoding, which are read as any other.

    keep: whether such rows pass. count, undecoded: how many did. first, first_undecoded: what was wrong with the first,
    and where.
    """

    keep: bool = False
    count: int = 0
    first: str = ""
    undecoded: int = 0
    first_undecoded: str = ""

    def meet(self, complaint: str) -> None:
        """Count a row about which there is a complaint. Raises TableError where such a row is not to pass."""
        self._check(complaint)
        self.count += 1
        self.first = self.first or complaint

    def meet_undecoded(self, complaint: str) -> None:
        """Count a row with bytes outside the encoding. Raises TableError where such a row is not to pass."""
        self._check(complaint)
        self.undecoded += 1
        self.first_undecoded = self.first_undecoded or complaint

    def _check(self, complaint: str) -> None:
        if not self.keep:
            raise TableError(complaint)

    def add(self, other: "BadRows") -> None:
        """Take in those of another table."""
        self.count += other.count
        self.first = self.first or other.first
        self.undecoded += other.undecoded
        self.first_undecoded = self.first_undecoded or other.first_undecoded

    def and_others(self, others: "BadRows") -> "BadRows":
        """Return these rows together with others."""
        both = BadRows(self.keep)
        both.add(self)
        both.add(others)
        return both

    def explained(self) -> list[str]:
        """Return the counts as sentences for a person.

        >>> BadRows(True, 2, "orders.csv:17: 5 cells, where the header has 6").explained()
        ['2 malformed rows left as they are, the first: orders.csv:17: 5 cells, where the header has 6']
        """
        left = f"left as {'they are' if self.count > 1 else 'it is'}"
        return [
            *_counted(self.count, "malformed row", left, self.first),
            *_counted(
                self.undecoded,
                "row",
                "with bytes outside the encoding, read as any other",
                self.first_undecoded,
            ),
        ]


def _counted(count: int, noun: str, what: str, first: str) -> list[str]:
    many = count > 1
    return [f"{count:,} {noun}{'s' * many} {what}{', the first' * many}: {first}"] * bool(count)
