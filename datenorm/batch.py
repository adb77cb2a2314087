"""What `datenorm translate` does with lines and tables: where they come from and go, and what the user sees of it.

One text at a prompt passes here too, so what only tables need is imported where they are converted.
"""

import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, cast

import click

from datenorm.files import complete_file
from datenorm.options import STANDARD
from datenorm.tables.cells import Hints, to_json
from datenorm.tables.lines import LineFormat, TextReader, explained, read_lines, write_lines
from datenorm.translation import Translation

if TYPE_CHECKING:
    from datenorm.tables.conversion import Request


def translate_table(
    files: Mapping[str, Any], read: Any, request: "Request", decide: bool, header: bool
) -> None:
    """Convert a table; with `decide`, its cells are read once before, for their order and language.

    Not so where its first rows are to decide.
    """
    from datenorm.tables.conversion import convert, survey
    from datenorm.tables.formats import Source

    def read_cells(texts: Sequence[str], orders: Hints, languages: Hints) -> Sequence[Translation]:
        return read(texts, order=orders, locale=languages) if decide else read(texts)

    keep = files["on_bad_row"] == "keep"
    source = Source(files["input"], files["from"], files["encoding"] or "utf-8", header, keep)
    rows, evidence = None, None
    if decide and not request.order_from:
        with source.open(again=True) as table:
            surveyed = survey(table, request)
        rows, evidence = surveyed.rows, surveyed.evidence
    with source.open() as table, _writing(files["output"]) as stream, _progress(rows) as advance:
        summary = convert(table, stream, read_cells, request, evidence, advance)
    for line in summary.lines():
        click.echo(line, err=True)
    if files["report"]:
        with _writing(files["report"]) as stream:
            stream.write(to_json(summary.to_dict(), indent=2).encode() + b"\n")


def translate_lines(
    texts: Sequence[str], source: Path | None, output: Path | None, read: TextReader, form: LineFormat
) -> int:
    """Answer texts, or the lines of a file; return the exit status."""
    status = 0
    with _reading(source) as lines, _writing(output) as stream:
        for number, answer in write_lines([texts] if texts else read_lines(lines), stream, read, form):
            place = "" if texts else f"line {number}: "
            click.echo(f"{place}{explained(answer)}", err=True)
            status = 1
    return status


def _reading(path: Path | None) -> AbstractContextManager[BinaryIO]:
    return path.open("rb") if path and path != STANDARD else nullcontext(sys.stdin.buffer)


@contextmanager
def _writing(path: Path | None) -> Iterator[BinaryIO]:
    if not path or path == STANDARD:
        yield sys.stdout.buffer
        return
    with complete_file(path) as stream:
        if path.suffix.lower() != ".gz":
            yield stream
            return
        import gzip

        # No file name and no time in the header: the same table is the same bytes.
        with gzip.GzipFile(filename="", mode="wb", fileobj=stream, mtime=0) as zipped:
            yield cast(BinaryIO, zipped)


@contextmanager
def _progress(rows: int | None) -> Iterator[Callable[[int], object]]:
    """Show how far a conversion has come, on a terminal. rows: how many there are, if anybody knows."""
    if rows is None or not sys.stderr.isatty():
        yield lambda done: None
        return
    start = time.monotonic()
    with click.progressbar(
        length=rows, label="rows", show_pos=True, file=sys.stderr, item_show_func=lambda rate: rate
    ) as bar:

        def advance(done: int) -> None:
            bar.update(done, f"{(bar.pos + done) / (time.monotonic() - start):,.0f} rows/s")

        yield advance
