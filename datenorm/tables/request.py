"""Request: what to convert of a table, and how."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from datenorm.errors import TableError
from datenorm.judging.answer import Translation
from datenorm.reading.columns import Open
from datenorm.reading.inventory import settled_by
from datenorm.tables.cells import Cell, NewColumn, Policy, Written
from datenorm.tables.formats import Chunk, Table, find_column
from datenorm.tables.groups import Group
from datenorm.tables.preamble import named
from datenorm.tables.settled import Settled


@dataclass(frozen=True, slots=True)
class Request:
    """What to convert.

    columns: their names. policy: what to write where there is no one good date. alternatives: add the readings.
    replace: write into the columns themselves, cells without a date left as they are, and add none. group_by: the
    column whose cells tell rows apart that may be written in different orders. order_from: how many rows decide on the
    order where the table is read only once. today: the column of the days that `3 days ago` counts from. orders,
    locales: the columns that say the order and the locale of their row. fail_over: the percentage of cells without a
    date above which the run fails. settled: what is known of cells without reading them.
    overwrite: whether new columns may take the place of an earlier run's. first: how many rows are converted; None for
    all of them. open: what the columns decide, as nobody has told it.
    """

    columns: Sequence[str]
    policy: Policy = field(default_factory=Policy)
    alternatives: bool = False
    replace: bool = False
    group_by: str | None = None
    order_from: int = 0
    today: str | None = None
    orders: str | None = None
    locales: str | None = None
    fail_over: float = 100.0
    settled: Settled = field(default_factory=Settled.of)
    overwrite: bool = False
    first: int | None = None
    open: Open = field(default_factory=Open)

    def added(self) -> list[NewColumn]:
        """Return the new columns."""
        return [] if self.replace else [new for column in self.columns for new in self._of(column)]

    def _of(self, column: str) -> list[NewColumn]:
        status = NewColumn(f"{column}_status")
        confidence = NewColumn(f"{column}_confidence", "number")
        readings = [NewColumn(f"{column}_alternatives", "readings")] * self.alternatives
        return [*self.policy.columns(column), status, confidence, *readings]

    def written(self, answer: Translation) -> Written:
        """Return what is written of an answer."""
        cells: tuple[Cell, ...] = (*self.policy.cells(answer), answer.status, answer.confidence)
        return Written(
            (*cells, answer.alternatives) if self.alternatives else cells,
            self.policy.date(answer),
            answer.status,
            answer.text,
            self.policy.failure(answer),
            settled_by(answer),
            answer.reason or "",
            answer.code or "",
            answer.warnings,
        )

    def places(self, table: Table) -> list[int]:
        """Return where the columns stand. Raises TableError for one that is not there, and for a new one that is."""
        if not self.columns:
            raise TableError(f"say which --column holds dates; the columns are {named(table.columns)}")
        places = [find_column(table, name) for name in self.columns]
        if len(set(places)) < len(places):
            raise TableError("a column is named twice; say each --column once")
        taken = set(table.columns) & {new.name for new in self.added()}
        if taken and not self.overwrite:
            raise TableError(
                f"the table already has a column {min(taken)!r}; --overwrite replaces those of an earlier run"
            )
        return places

    def overwritten(self, table: Table) -> list[int]:
        """Return where the columns of an earlier run stand, all of them or none. Raises TableError for some of them."""
        names = [new.name for new in self.added()]
        there = [name for name in names if name in table.columns]
        if there and len(there) < len(names):
            missing = next(name for name in names if name not in there)
            raise TableError(
                f"the table has {there[0]!r}, but no {missing!r}: --overwrite replaces the columns of a like run"
            )
        return [find_column(table, name) for name in there]

    def named(self) -> list[str]:
        """Return the names of all columns that the table must have."""
        return [*self.columns, *(name for name in self._others() if name is not None)]

    def asked(self, table: Table) -> list[int]:
        """Return where the columns stand whose cells are read, those of groups and days among them."""
        others = [find_column(table, name) for name in self._others() if name is not None]
        return self.places(table) + others

    def _others(self) -> tuple[str | None, ...]:
        return self.group_by, self.today, self.orders, self.locales

    def chunks(self, table: Table, rows: int) -> Iterator[Chunk]:
        """Return the rows to convert, at most `rows` at a time."""
        if self.first is None:
            return table.chunks(rows, self.asked(table))
        return islice(table.chunks(min(rows, self.first), self.asked(table)), 1)

    def groups(self, table: Table, chunk: Chunk) -> list[Group]:
        """Return the group of each row of `chunk`: its cell, without the spaces around it."""
        if self.group_by is None:
            return [""] * len(chunk)
        return [cell.strip() for cell in chunk.cells(find_column(table, self.group_by))]

    def of_themselves(self, table: Table, chunk: Chunk) -> list[bool]:
        """Return whether each row of `chunk` says its own order or locale; [] where no column has them."""
        told = [chunk.cells(find_column(table, name)) for name in (self.orders, self.locales) if name]
        return [any(map(str.strip, row)) for row in zip(*told, strict=True)]

    def days(self, table: Table, chunk: Chunk) -> list[str | None]:
        """Return the day that each row of `chunk` counts from, None where none is told."""
        if self.today is None:
            return [None] * len(chunk)
        return [day or None for day in chunk.days(find_column(table, self.today))]
