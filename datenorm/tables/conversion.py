"""Conversion: columns of texts to columns of dates, chunk by chunk, every row and every other cell as it was."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import chain
from typing import BinaryIO

from datenorm.errors import TableError
from datenorm.tables.cells import Cell, Reader, RememberingReader, Written
from datenorm.tables.formats import Chunk, Table
from datenorm.tables.reader import Answered, ChunkReader
from datenorm.tables.rejects import Rejects
from datenorm.tables.request import Request
from datenorm.tables.summary import Summary
from datenorm.tables.survey import Survey, Surveyor

AHEAD = 2  # chunks of a file that are read while another is written
ROWS = 8192  # rows in memory at a time: a few MB, and whole batches for the network


def survey(table: Table, request: Request) -> Survey:
    """Read a table's cells once, the columns of `request`. Raises TableError as `convert`."""
    places = request.places(table)
    surveyor = Surveyor(request.columns, request.open)
    rows = 0
    for chunk in table.chunks(ROWS, request.asked(table)):
        told = request.of_themselves(table, chunk)
        surveyor.add(map(chunk.cells, places), request.groups(table, chunk), rows + 1, told)
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

    surveyed: what decides how each column and group is read; without it, the first `request.order_from`
    rows do. advance: is told how many rows were written. ahead: whether `read` leaves this thread time to write a chunk
    while it reads the next. rejects: gets the rows that were not answered. Raises TableError for a column that is not
    there or a new one that is, and where the policy says to fail.
    """
    places = request.places(table)
    chunks = request.chunks(table, ROWS)
    later = None
    if surveyed is None and request.order_from:
        surveyed, chunks = _decided_at_the_start(table, request, places, chunks)
        later = Surveyor(request.columns, request.open)
    surveyed = surveyed or Survey(0, {})
    remembering = RememberingReader(request.settled.reader(read), request.written)
    reading = ChunkReader(table, request, remembering, surveyed.evidence)
    summary = Summary.empty(request.columns, surveyed.evidence)
    summary.locales, summary.chosen = reading.locales, reading.chosen
    summary.bad, summary.notes = table.bad, table.notes
    write = _writing(table, request, places)
    output.write(table.head([] if request.overwritten(table) else request.added()))
    if rejects:
        rejects.begin(table.columns, request.columns)
    most = AHEAD if surveyed.rows else 1  # a stream may have to wait for its next chunk
    for chunk, groups, answers in _answered(reading, chunks, most if ahead else 0):
        if later:
            skipped = max(0, request.order_from - summary.rows)
            columns = (chunk.cells(place)[skipped:] for place in places)
            told = request.of_themselves(table, chunk)[skipped:]
            later.add(columns, groups[skipped:], summary.rows + skipped + 1, told)
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
    summary.told = reading.told
    summary.notes = table.notes  # a workbook's count what was met on the way
    summary.bad = table.bad.and_others(reading.bad)
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


def _answered(reading: ChunkReader, chunks: Iterator[Chunk], ahead: int) -> Iterator[Answered]:
    """Yield each chunk with its answers; up to `ahead` more are read meanwhile, none once nobody asks for more.

    What is being read where a run is ended is not waited for: whoever reads may have to be ended to give it up.
    """
    if not ahead:
        yield from map(reading, chunks)
        return
    threads = ThreadPoolExecutor(ahead)
    waiting: deque[Future[Answered]] = deque()
    try:
        for chunk in chunks:
            waiting.append(threads.submit(reading.answered, reading.asked(chunk)))
            if len(waiting) > ahead:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        threads.shutdown(wait=False, cancel_futures=True)


def _decided_at_the_start(
    table: Table, request: Request, places: Sequence[int], chunks: Iterator[Chunk]
) -> tuple[Survey, Iterator[Chunk]]:
    """Return what the first `request.order_from` rows say, and all chunks, theirs among them."""
    surveyor = Surveyor(request.columns, request.open)
    held: list[Chunk] = []
    rows = 0
    while rows < request.order_from and (chunk := next(chunks, None)):
        left = request.order_from - rows
        columns = (chunk.cells(place)[:left] for place in places)
        told = request.of_themselves(table, chunk)[:left]
        surveyor.add(columns, request.groups(table, chunk)[:left], rows + 1, told)
        held.append(chunk)
        rows += len(chunk)
    return Survey(rows, surveyor.found()), chain(held, chunks)


def _check(chunk: Chunk, name: str, answers: Sequence[Written]) -> None:
    """Raise TableError, with its place, for the first answer that the policy does not let pass."""
    for row, answer in enumerate(answers):
        if answer.failure is not None:
            raise TableError(f"{chunk.place(row)}: {name}: {answer.text!r}: {answer.failure}")


def check_shares(summary: Summary, request: Request) -> None:
    """Raise TableError, its notes the summary, where more cells of a column got no date than `request` lets pass."""
    for name in request.columns:
        share = 100 * summary.unread_share(name)
        if share > request.fail_over:
            error = TableError(
                f"{name}: {share:.1f} % of the cells got no date, more than {request.fail_over:g} %"
            )
            for line in summary.lines():
                error.add_note(line)
            raise error
