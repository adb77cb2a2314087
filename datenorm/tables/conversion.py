"""Conversion: columns of texts to columns of dates, chunk by chunk, every row and every other cell as it was."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import BinaryIO, NamedTuple

from datenorm.dates.calendar import ORDERS
from datenorm.dates.order import possible_orders
from datenorm.errors import TableError
from datenorm.judging.answer import Translation
from datenorm.reading.columns import ColumnEvidence, OrderEvidence
from datenorm.reading.inventory import settled_by
from datenorm.tables.cells import Cell, NewColumn, Policy, Reader, RememberingReader, Written
from datenorm.tables.formats import Chunk, Table, find_column, named
from datenorm.tables.rejects import Rejects
from datenorm.tables.settled import Settled
from datenorm.tables.summary import Group, Summary
from datenorm.tables.survey import Survey, Surveyor
from datenorm.text.phrases import may_count

LOCALE = re.compile(r"[A-Z]{2}|[a-z]{2,3}([-_][A-Z][a-z]{3})?([-_][A-Z]{2})?")  # a country, or a locale
ROWS = 8192  # rows in memory at a time: a few MB, and whole batches for the network


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
    all of them.
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
            answer.warnings[0] if answer.warnings else "",
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

    def chunks(self, table: Table) -> Iterator[Chunk]:
        """Return the rows to convert, at most ROWS at a time."""
        if self.first is None:
            return table.chunks(ROWS, self.asked(table))
        return islice(table.chunks(min(ROWS, self.first), self.asked(table)), 1)

    def groups(self, table: Table, chunk: Chunk) -> list[Group]:
        """Return the group of each row of `chunk`."""
        if self.group_by is None:
            return [""] * len(chunk)
        return chunk.cells(find_column(table, self.group_by))

    def days(self, table: Table, chunk: Chunk) -> list[str | None]:
        """Return the day that each row of `chunk` counts from, None where none is told."""
        if self.today is None:
            return [None] * len(chunk)
        return [day or None for day in chunk.days(find_column(table, self.today))]


def survey(table: Table, request: Request) -> Survey:
    """Read a table's cells once, the columns of `request`. Raises TableError as `convert`."""
    places = request.places(table)
    surveyor = Surveyor(request.columns)
    rows = 0
    for chunk in table.chunks(ROWS, request.asked(table)):
        surveyor.add(map(chunk.cells, places), request.groups(table, chunk), rows + 1)
        rows += len(chunk)
    return Survey(rows, surveyor.found())


def convert(
    table: Table,
    output: BinaryIO,
    read: Reader,
    request: Request,
    surveyed: Survey | None = None,
    advance: Callable[[int], object] = lambda rows: None,
    ahead: bool = False,
    rejects: Rejects | None = None,
) -> Summary:
    """Write `table` to `output` with the answers of `read`; return what came of it.

    surveyed: what decides the order and language of each column and group; without it, the first `request.order_from`
    rows do. advance: is told how many rows were written. ahead: whether `read` leaves this thread time to write a chunk
    while it reads the next. rejects: gets the rows that were not answered. Raises TableError for a column that is not
    there or a new one that is, and where the policy says to fail.
    """
    places = request.places(table)
    chunks = request.chunks(table)
    later = None
    if surveyed is None and request.order_from:
        surveyed, chunks = _decided_at_the_start(table, request, places, chunks)
        later = Surveyor(request.columns)
    surveyed = surveyed or Survey(0, {})
    remembering = RememberingReader(request.settled.reader(read), request.written)
    reading = _ChunkReader(table, request, remembering, surveyed.evidence)
    summary = Summary.empty(request.columns, surveyed.evidence)
    summary.locales = reading.locales
    summary.bad, summary.notes = table.bad, table.notes
    write = _writing(table, request, places)
    output.write(table.head([] if request.overwritten(table) else request.added()))
    if rejects:
        rejects.begin(table.columns, request.columns)
    for chunk, groups, answers in _ahead(reading, chunks) if ahead else map(reading, chunks):
        if later:
            skipped = max(0, request.order_from - summary.rows)
            columns = (chunk.cells(place)[skipped:] for place in places)
            later.add(columns, groups[skipped:], summary.rows + skipped + 1)
        for name, column in zip(request.columns, answers, strict=True):
            _check(chunk, name, column)
            summary.count(name, column)
        summary.rows += len(chunk)
        output.write(write(chunk, answers))
        if rejects:
            rejects.add(chunk, answers)
        advance(len(chunk))
    output.write(table.tail())
    if rejects:
        rejects.end()
    summary.later = later.found() if later else {}
    check_shares(summary, request)
    return summary


def _writing(
    table: Table, request: Request, places: Sequence[int]
) -> Callable[[Chunk, Sequence[Sequence[Written]]], bytes]:
    """Return what makes of a chunk and its answers, by column, what is written of them."""
    overwritten = request.overwritten(table)

    def dates(chunk: Chunk, answers: Sequence[Sequence[Written]]) -> bytes:
        found = [[answer.date for answer in column] for column in answers]
        return chunk.replaced(dict(zip(places, found, strict=True)))

    def cells(chunk: Chunk, answers: Sequence[Sequence[Written]]) -> bytes:
        found = [[answer.cells for answer in column] for column in answers]
        rows: list[tuple[Cell, ...]] = [sum(row, ()) for row in zip(*found, strict=True)]
        if not overwritten:
            return chunk.widened(rows)
        columns = zip(*rows, strict=True) if rows else [() for _ in overwritten]
        return chunk.replaced(dict(zip(overwritten, columns, strict=True)))

    return dates if request.replace else cells


# A chunk, the groups of its rows, and by column its answers.
Answered = tuple[Chunk, Sequence[Group], list[list[Written]]]


class _ChunkReader:
    """Reads the cells of chunks, each in the order and language that its column and group have in `evidence`."""

    def __init__(
        self,
        table: Table,
        request: Request,
        read: RememberingReader[Written],
        evidence: Mapping[tuple[str, Group], ColumnEvidence],
    ) -> None:
        self._table, self._request, self._read = table, request, read
        self._places = request.places(table)
        self.locales = group_locales({group for _, group in evidence}) if request.group_by else {}
        best = request.policy.on_ambiguous == "best"
        self._orders = {key: _order_of(found.numbers, best) for key, found in evidence.items()}
        trusts = {key: found.numbers.trust(self._orders[key] or "") for key, found in evidence.items()}
        self._trusts = {
            key: trust for key, trust in trusts.items() if trust < 1 and self._orders[key] in ORDERS
        }
        self._spoken = {key: found for key, found in evidence.items() if found.names.language}

    def __call__(self, chunk: Chunk) -> Answered:
        groups = self._request.groups(self._table, chunk)
        told = self._told(chunk)
        columns = zip(self._request.columns, self._places, strict=True)
        answers = [self._answers(name, chunk.cells(place), groups, told) for name, place in columns]
        return chunk, groups, answers

    def _told(self, chunk: Chunk) -> "Told":
        """Return what the rows say of themselves."""
        request, table = self._request, self._table
        orders, locales = (
            [cell.strip() or None for cell in chunk.cells(find_column(table, name))] if name else []
            for name in (request.orders, request.locales)
        )
        for row, order in enumerate(orders):
            if order and order.upper() not in ORDERS:
                raise TableError(f"{chunk.place(row)}: {order!r} is no order; those are {', '.join(ORDERS)}")
        return Told([order and order.upper() for order in orders], locales, request.days(table, chunk))

    def _answers(
        self, name: str, texts: Sequence[str], groups: Sequence[Group], told: "Told"
    ) -> list[Written]:
        languages: list[str | None] = [None] * len(texts)
        if self._spoken:
            known = [self._spoken.get((name, group)) for group in groups]
            languages = [
                one.language_of(text) if one else None for one, text in zip(known, texts, strict=True)
            ]
        if self._request.today:  # a text that counts from no day is read once, whatever its row says
            told = told._replace(
                days=[day if may_count(text) else None for text, day in zip(texts, told.days, strict=True)]
            )
        orders = [self._orders.get((name, group)) for group in groups]
        if told.orders:
            orders = [own or order for own, order in zip(told.orders, orders, strict=True)]
        if self.locales:
            languages = [one or self.locales.get(group) for one, group in zip(languages, groups, strict=True)]
        if told.locales:
            languages = [own or language for own, language in zip(told.locales, languages, strict=True)]
        answers = self._read(texts, orders, languages, told.days)
        return self._trusted(name, groups, answers) if self._trusts and not told.orders else answers

    def _trusted(self, name: str, groups: Sequence[Group], answers: Sequence[Written]) -> list[Written]:
        """Return answers with no more confidence than the order has that decided them."""
        trusts = [self._trusts.get((name, group), 1.0) for group in groups]
        return [
            answer.trusted(trust)
            if trust < 1 and answer.date and len(possible_orders(answer.text)) > 1
            else answer
            for answer, trust in zip(answers, trusts, strict=True)
        ]


def _order_of(evidence: OrderEvidence, best: bool) -> str | None:
    """Return the order to read a column in. best: whether the likeliest will do where its cells leave it open."""
    return evidence.likeliest if best and evidence.told.cells else evidence.hint


class Told(NamedTuple):
    """What rows say of themselves: their orders and locales, none where no column has them, and their days."""

    orders: Sequence[str | None]
    locales: Sequence[str | None]
    days: Sequence[str | None]


def group_locales(groups: Iterable[Group]) -> dict[Group, str]:
    """Return the locale of each group, where all of them are called after one: PL, de-AT; none where one is not.

    >>> group_locales(["PL", "US", ""]), group_locales(["PL", "south"])
    ({'PL': 'pl_PL', 'US': 'en_US'}, {})
    """
    names = sorted(group for group in groups if group.strip())
    if not names or not all(map(LOCALE.fullmatch, names)):
        return {}
    from datenorm.languages.locales import locale_called

    found = {name: locale_called(name) for name in names}
    return {name: locale for name, locale in found.items() if locale} if all(found.values()) else {}


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
) -> tuple[Survey, Iterator[Chunk]]:
    """Return what the first `request.order_from` rows say, and all chunks, theirs among them."""
    surveyor = Surveyor(request.columns)
    held: list[Chunk] = []
    rows = 0
    while rows < request.order_from and (chunk := next(chunks, None)):
        left = request.order_from - rows
        columns = (chunk.cells(place)[:left] for place in places)
        surveyor.add(columns, request.groups(table, chunk)[:left], rows + 1)
        held.append(chunk)
        rows += len(chunk)
    return Survey(rows, surveyor.found()), chain(held, chunks)


def _check(chunk: Chunk, name: str, answers: Sequence[Written]) -> None:
    """Raise TableError, with its place, for the first answer that the policy does not let pass."""
    for row, answer in enumerate(answers):
        if answer.failure is not None:
            raise TableError(f"{chunk.place(row)}: {name}: {answer.text!r}: {answer.failure}")


def check_shares(summary: Summary, request: Request) -> None:
    """Raise TableError where a column has more cells without a date than `request` lets pass."""
    for name in request.columns:
        share = 100 * summary.unread_share(name)
        if share > request.fail_over:
            lines = "\n".join(summary.lines())
            raise TableError(
                f"{name}: {share:.1f} % of the cells got no date, more than {request.fail_over:g} %\n{lines}"
            )
