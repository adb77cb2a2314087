"""Conversion: columns of texts to columns of dates, chunk by chunk, every row and every other cell as it was."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import BinaryIO

from datenorm.errors import TableError
from datenorm.tables.cells import Policy, Reader, readings
from datenorm.tables.formats import Chunk, Table, find_column
from datenorm.translation import STATUSES, Translation

ROWS = 8192  # rows in memory at a time: a few MB, and whole batches for the network


@dataclass(frozen=True, slots=True)
class Request:
    """What to convert: the columns, what to write where there is no one good date, whether to add the readings."""

    columns: Sequence[str]
    policy: Policy = field(default_factory=Policy)
    alternatives: bool = False

    def names(self) -> list[str]:
        """Return the names of the new columns."""
        kinds = ["iso", "status", "confidence"] + ["alternatives"] * self.alternatives
        return [f"{column}_{kind}" for column in self.columns for kind in kinds]

    def cells(self, answer: Translation) -> list[str]:
        """Return the new cells of one answer."""
        cells = [self.policy.written(answer), answer.status, f"{answer.confidence:.4f}"]
        if self.alternatives:
            cells.append(readings(answer))
        return cells


@dataclass(slots=True)
class Summary:
    """What came of a conversion: rows, and for each column how many cells got which status."""

    rows: int = 0
    statuses: dict[str, Counter[str]] = field(default_factory=dict)

    def lines(self) -> list[str]:
        """Return the summary as lines for a person."""
        return [f"{self.rows} rows"] + [f"{name}: {_counted(count)}" for name, count in self.statuses.items()]


def convert(table: Table, output: BinaryIO, read: Reader, request: Request) -> Summary:
    """Write `table` to `output` with the answers of `read` behind its own columns; return what came of it.

    Raises TableError for a column that is not there or a new one that is, and where the policy says to fail.
    """
    if not request.columns:
        raise TableError(f"say which --column holds dates; the columns are {', '.join(table.columns)}")
    columns = [find_column(table, name) for name in request.columns]
    taken = set(table.columns) & set(request.names())
    if taken:
        raise TableError(f"the table already has a column {min(taken)!r}; rename or leave it out first")
    summary = Summary(statuses={name: Counter() for name in request.columns})
    output.write(table.head(request.names()))
    for chunk in table.chunks(ROWS):
        answers = [read(chunk.cells(column)) for column in columns]
        for name, column in zip(request.columns, answers, strict=True):
            _check(chunk, name, column, request.policy)
            summary.statuses[name].update(answer.status for answer in column)
        rows = [[cell for a in row for cell in request.cells(a)] for row in zip(*answers, strict=True)]
        summary.rows += len(rows)
        output.write(chunk.widened(rows))
    return summary


def _check(chunk: Chunk, name: str, answers: Sequence[Translation], policy: Policy) -> None:
    """Raise TableError, with its place, for the first answer that `policy` does not let pass."""
    for row, answer in enumerate(answers):
        if policy.fails(answer):
            raise TableError(f"{chunk.place(row)}: {name}: {answer.text!r}: {answer.reason}")


def _counted(statuses: Counter[str]) -> str:
    """Return counts in words, and the way out where there is one.

    >>> _counted(Counter(ok=12, ambiguous=2))
    '12 ok, 2 ambiguous (--order or --locale may tell their readings apart)'
    """
    hint = " (--order or --locale may tell their readings apart)"
    counts = [f"{statuses[s]} {s}{hint * (s == 'ambiguous')}" for s in STATUSES if statuses[s]]
    return ", ".join(counts) or "no cells"
