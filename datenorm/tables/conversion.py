"""Conversion: columns of texts to columns of dates, chunk by chunk, every row and every other cell as it was."""

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, BinaryIO

from datenorm.columns import ColumnEvidence
from datenorm.errors import TableError
from datenorm.names import month_languages
from datenorm.tables.bad_rows import BadRows
from datenorm.tables.cells import Cell, Policy, Reader, RememberingReader
from datenorm.tables.formats import Chunk, Table, find_column
from datenorm.translation import STATUSES, Status, Translation

ROWS = 8192  # rows in memory at a time: a few MB, and whole batches for the network
UNREAD: tuple[Status, ...] = ("ambiguous", "rejected")
COMMONEST, COUNTED = 10, 10_000  # unread texts of a status that are shown, and how many are counted at a time
GROUPS = 20  # that the summary shows; a report has them all
SHOWN = 40  # characters of a text in the summary

Group = str  # a cell of the column that the rows are grouped by; '' for all of them
Found = dict[tuple[str, Group], ColumnEvidence]


@dataclass(frozen=True, slots=True)
class Request:
    """What to convert.

    columns: their names. policy: what to write where there is no one good date. alternatives: add the readings.
    replace: write into the columns themselves, cells without a date left as they are, and add none. group_by: the
    column whose cells tell rows apart that may be written in different orders. order_from: how many rows decide on the
    order where the table is read only once. fail_over: the percentage of cells without a date above which the run
    fails.
    """

    columns: Sequence[str]
    policy: Policy = field(default_factory=Policy)
    alternatives: bool = False
    replace: bool = False
    group_by: str | None = None
    order_from: int = 0
    fail_over: float = 100.0

    def names(self) -> list[str]:
        """Return the names of the new columns."""
        kinds = ["iso", "status", "confidence"] + ["alternatives"] * self.alternatives
        return [] if self.replace else [f"{column}_{kind}" for column in self.columns for kind in kinds]

    def cells(self, answers: Sequence[Translation]) -> list[tuple[Cell, ...]]:
        """Return the new cells of each answer; those of one that repeats are made once."""
        made = {id(answer): self._cells(answer) for answer in {id(one): one for one in answers}.values()}
        return [made[id(answer)] for answer in answers]

    def _cells(self, answer: Translation) -> tuple[Cell, ...]:
        cells = (self.policy.written(answer), answer.status, answer.confidence)
        return (*cells, answer.alternatives) if self.alternatives else cells

    def places(self, table: Table) -> list[int]:
        """Return where the columns stand. Raises TableError for one that is not there, and for a new one that is."""
        if not self.columns:
            raise TableError(f"say which --column holds dates; the columns are {', '.join(table.columns)}")
        places = [find_column(table, name) for name in self.columns]
        taken = set(table.columns) & set(self.names())
        if taken:
            raise TableError(f"the table already has a column {min(taken)!r}; rename or leave it out first")
        return places

    def groups(self, table: Table, chunk: Chunk) -> list[Group]:
        """Return the group of each row of `chunk`."""
        if self.group_by is None:
            return [""] * len(chunk)
        return chunk.cells(find_column(table, self.group_by))


@dataclass(slots=True)
class Summary:
    """What came of a conversion: rows, and of each column the statuses of its cells and the commonest unread texts.

    evidence: what each column said of its order and language, by group; empty where they were given. later: what the
    rows said that came after those that decided. bad: rows that were passed through as they are.
    """

    rows: int = 0
    statuses: dict[str, Counter[str]] = field(default_factory=dict)
    unread: dict[str, Counter[tuple[str, str]]] = field(default_factory=dict)
    evidence: Mapping[tuple[str, Group], ColumnEvidence] = field(default_factory=dict)
    later: Mapping[tuple[str, Group], ColumnEvidence] = field(default_factory=dict)
    bad: BadRows = field(default_factory=BadRows)

    @classmethod
    def empty(cls, request: Request, evidence: Mapping[tuple[str, Group], ColumnEvidence]) -> "Summary":
        """Return the summary of no rows yet."""
        statuses = {name: Counter[str]() for name in request.columns}
        return cls(0, statuses, {name: Counter() for name in request.columns}, evidence)

    def add(self, other: "Summary") -> None:
        """Take in what came of other rows of the same columns; the evidence stays what it is."""
        self.rows += other.rows
        self.bad.count += other.bad.count
        self.bad.first = self.bad.first or other.bad.first
        for column, statuses in other.statuses.items():
            self.statuses[column].update(statuses)
            self._count_unread(column, other.unread[column])

    def count(self, column: str, answers: Sequence[Translation]) -> None:
        self.statuses[column].update([answer.status for answer in answers])
        unread = ((answer.status, answer.text) for answer in answers if answer.status in UNREAD)
        self._count_unread(column, Counter(unread))

    def _count_unread(self, column: str, found: Counter[tuple[str, str]]) -> None:
        unread = self.unread[column]
        unread.update(found)
        if len(unread) > COUNTED:  # the seldom ones go, so that memory stays flat
            self.unread[column] = Counter(dict(unread.most_common(COUNTED // 2)))

    def unread_share(self, column: str) -> float:
        """Return how much of a column's cells, empty ones apart, got no date: 0..1."""
        statuses = self.statuses[column]
        asked = statuses.total() - statuses["empty"]
        return (statuses["rejected"] + statuses["ambiguous"]) / asked if asked else 0.0

    def _contradicted(self, column: str, group: Group) -> str | None:
        """Return what later rows say against the order that was decided on."""
        decided, later = self.evidence[column, group].numbers.order, self.later.get((column, group))
        return (
            later.numbers.ruled_out(decided)
            if decided and later and later.numbers.told.against[decided]
            else None
        )

    def _commonest(self, column: str, status: str) -> list[tuple[str, int]]:
        texts = Counter(
            {text: count for (kind, text), count in self.unread[column].items() if kind == status}
        )
        return texts.most_common(COMMONEST)

    def lines(self) -> list[str]:
        """Return the summary as lines for a person."""
        lines = [f"{self.rows:,} rows", *([self.bad.explained()] if self.bad.count else [])]
        for column, statuses in self.statuses.items():
            lines.append(f"{column}: {_counted(statuses)}")
            found = [(group, evidence) for (name, group), evidence in self.evidence.items() if name == column]
            unread = [month_languages(text) for status, text in self.unread[column] if status == "ambiguous"]
            for group, evidence in found[:GROUPS]:
                said = [evidence.numbers.explained()] * bool(evidence.numbers.told.cells or not group)
                if evidence.names.language or any(months in evidence.names.open for months in unread):
                    said.append(evidence.names.explained())
                lines += [f"  {group}{': ' * bool(group)}{sentence}" for sentence in said]
                contradicted = self._contradicted(column, group)
                lines += [f"    but later {contradicted}"] if contradicted else []
            lines += [f"  and {len(found) - GROUPS:,} more groups"] if len(found) > GROUPS else []
            for status in UNREAD:
                common = [f"{_cut(text)!r} {count:,}" for text, count in self._commonest(column, status)]
                lines += [f"  {status}: {', '.join(common)}"] if common else []
        return lines

    def to_dict(self) -> dict[str, Any]:
        """Return the summary as `--report` writes it."""
        return {
            "rows": self.rows,
            "bad_rows": {"count": self.bad.count, "first": self.bad.first or None},
            "columns": [
                {
                    "name": column,
                    "statuses": {status: statuses[status] for status in STATUSES},
                    "unread": [
                        {"status": status, "text": text, "cells": count}
                        for status in UNREAD
                        for text, count in self._commonest(column, status)
                    ],
                    "orders": [
                        {
                            "group": group,
                            **evidence.numbers.to_dict(),
                            "contradicted": self._contradicted(name, group),
                        }
                        for (name, group), evidence in self.evidence.items()
                        if name == column
                    ],
                    "languages": [
                        {"group": group, **evidence.names.to_dict()}
                        for (name, group), evidence in self.evidence.items()
                        if name == column and evidence.names.open
                    ],
                }
                for column, statuses in self.statuses.items()
            ],
        }


@dataclass(frozen=True, slots=True)
class Survey:
    """What a table says before it is converted: its rows, and by column and group what its cells say of themselves."""

    rows: int
    evidence: Mapping[tuple[str, Group], ColumnEvidence]


def survey(table: Table, request: Request) -> Survey:
    """Read a table's cells once, the columns of `request`. Raises TableError as `convert`."""
    places = request.places(table)
    found: Found = {}
    rows = 0
    for chunk in table.chunks(ROWS):
        _take_into_account(found, request, places, chunk, request.groups(table, chunk), rows)
        rows += len(chunk)
    return Survey(rows, _with_dates(found))


def _take_into_account(
    found: Found,
    request: Request,
    places: Sequence[int],
    chunk: Chunk,
    groups: Sequence[Group],
    before: int,
    counted: range | None = None,
) -> None:
    """Add what the cells of a chunk say of their order and language.

    before: how many rows of the table stand before the chunk. counted: the rows to read, all by default.
    """
    start, stop = (
        (0, len(chunk)) if counted is None else (counted.start - before - 1, counted.stop - before - 1)
    )
    start, stop = max(start, 0), min(stop, len(chunk))
    for name, place in zip(request.columns, places, strict=True):
        cells = list(zip(groups[start:stop], chunk.cells(place)[start:stop], strict=True))
        rows = dict(
            zip(reversed(cells), range(before + stop, before + start, -1), strict=True)
        )  # the first of each
        for (group, text), count in Counter(cells).items():
            if (name, group) not in found:
                found[name, group] = ColumnEvidence()
            found[name, group].add(rows[group, text], text, count)


def _with_dates(found: Found) -> Found:
    return {key: evidence for key, evidence in sorted(found.items()) if evidence}


def convert(
    table: Table,
    output: BinaryIO,
    read: Reader,
    request: Request,
    evidence: Mapping[tuple[str, Group], ColumnEvidence] | None = None,
    advance: Callable[[int], object] = lambda rows: None,
    ahead: bool = False,
) -> Summary:
    """Write `table` to `output` with the answers of `read`; return what came of it.

    evidence: what decides the order and language of each column and group; without any, the first `request.order_from`
    rows do. advance: is told how many rows were written. ahead: whether `read` leaves this thread time to write a chunk
    while it reads the next. Raises TableError for a column that is not there or a new one that is, and where the policy
    says to fail.
    """
    places = request.places(table)
    chunks = table.chunks(ROWS)
    later: Found = {}
    behind = range(0)  # the rows that come after those that decide
    if evidence is None and request.order_from:
        evidence, chunks = _decided_at_the_start(table, request, places, chunks)
        behind = range(request.order_from + 1, sys.maxsize)
    reading = _ChunkReader(table, request, RememberingReader(read), evidence or {})
    summary = Summary.empty(request, evidence or {})
    summary.later, summary.bad = later, table.bad
    output.write(table.head(request.names()))
    for chunk, groups, answers in _ahead(reading, chunks) if ahead else map(reading, chunks):
        if summary.rows + len(chunk) in behind:
            _take_into_account(later, request, places, chunk, groups, summary.rows, behind)
        for name, column in zip(request.columns, answers, strict=True):
            _check(chunk, name, column, request.policy)
            summary.count(name, column)
        summary.rows += len(chunk)
        if request.replace:
            dates = [[request.policy.date(answer) for answer in column] for column in answers]
            output.write(chunk.replaced(dict(zip(places, dates, strict=True))))
        else:
            cells = list(map(request.cells, answers))
            output.write(chunk.widened([sum(row, ()) for row in zip(*cells, strict=True)]))
        advance(len(chunk))
    output.write(table.tail())
    check_shares(summary, request)
    return summary


Answered = tuple[
    Chunk, Sequence[Group], list[list[Translation]]
]  # a chunk, its groups, and by column the answers


class _ChunkReader:
    """Reads the cells of chunks, each in the order and language that its column and group have in `evidence`."""

    def __init__(
        self,
        table: Table,
        request: Request,
        read: RememberingReader,
        evidence: Mapping[tuple[str, Group], ColumnEvidence],
    ) -> None:
        self._table, self._request, self._read = table, request, read
        self._places = request.places(table)
        self._orders = {key: found.numbers.hint for key, found in evidence.items()}
        self._spoken = {key: found for key, found in evidence.items() if found.names.language}

    def __call__(self, chunk: Chunk) -> Answered:
        groups = self._request.groups(self._table, chunk)
        columns = zip(self._request.columns, self._places, strict=True)
        return chunk, groups, [self._answers(name, chunk.cells(place), groups) for name, place in columns]

    def _answers(self, name: str, texts: Sequence[str], groups: Sequence[Group]) -> list[Translation]:
        languages: list[str | None] = [None] * len(texts)
        if self._spoken:
            known = [self._spoken.get((name, group)) for group in groups]
            languages = [
                one.language_of(text) if one else None for one, text in zip(known, texts, strict=True)
            ]
        return self._read(texts, [self._orders.get((name, group)) for group in groups], languages)


def _ahead(reading: _ChunkReader, chunks: Iterator[Chunk]) -> Iterator[Answered]:
    """Yield each chunk with its answers; the next one is read meanwhile, and none once nobody asks for more."""
    thread = ThreadPoolExecutor(1)
    before: Future[Answered] | None = None
    try:
        for chunk in chunks:
            now = thread.submit(reading, chunk)
            if before:
                yield before.result()
            before = now
        if before:
            yield before.result()
    finally:
        thread.shutdown(cancel_futures=True)


def _decided_at_the_start(
    table: Table, request: Request, places: Sequence[int], chunks: Iterator[Chunk]
) -> tuple[Found, Iterator[Chunk]]:
    """Return what the first `request.order_from` rows say, and all chunks, theirs among them."""
    found: Found = {}
    held: list[Chunk] = []
    rows = 0
    while rows < request.order_from and (chunk := next(chunks, None)):
        first = range(1, request.order_from + 1)
        _take_into_account(found, request, places, chunk, request.groups(table, chunk), rows, first)
        held.append(chunk)
        rows += len(chunk)
    return _with_dates(found), chain(held, chunks)


def _check(chunk: Chunk, name: str, answers: Sequence[Translation], policy: Policy) -> None:
    """Raise TableError, with its place, for the first answer that `policy` does not let pass."""
    if "fail" not in (policy.on_ambiguous, policy.on_reject):
        return
    for row, answer in enumerate(answers):
        if policy.fails(answer):
            raise TableError(f"{chunk.place(row)}: {name}: {answer.text!r}: {answer.reason}")


def check_shares(summary: Summary, request: Request) -> None:
    """Raise TableError where a column has more cells without a date than `request` lets pass."""
    for name in request.columns:
        share = 100 * summary.unread_share(name)
        if share > request.fail_over:
            lines = "\n".join(summary.lines())
            raise TableError(
                f"{name}: {share:.1f} % of the cells got no date, more than {request.fail_over:g} %\n{lines}"
            )


def _counted(statuses: Counter[str]) -> str:
    """Return counts in words.

    >>> _counted(Counter(ok=12, ambiguous=2))
    '12 ok, 2 ambiguous'
    """
    return ", ".join(f"{statuses[s]:,} {s}" for s in STATUSES if statuses[s]) or "no cells"


def _cut(text: str) -> str:
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"
