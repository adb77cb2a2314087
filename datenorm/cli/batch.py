"""What `datenorm translate` does with lines and tables: where they come from and go, and what the user sees of it.

One text at a prompt passes here too, so what only tables need is imported where they are converted.
"""

import functools
import io
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from datenorm.cli.options import given
from datenorm.cli.streams import STANDARD, standard_output, tell, writing
from datenorm.tables.bad_rows import BadRows
from datenorm.tables.cells import RememberingReader, cell_reader, to_json
from datenorm.tables.lines import LineFormat, TextLines, in_utf8, standard_input, write_lines

if TYPE_CHECKING:
    from datenorm.tables.conversion import Request
    from datenorm.tables.summary import Summary


def translate_table(
    files: Mapping[str, Any], read: Any, request: "Request", decide: bool, header: bool, ahead: bool
) -> None:
    """Convert a table; with `decide`, its cells are read once before, for their order and language.

    Not so where its first rows are to decide. ahead: as in `convert`.
    """
    from datenorm.tables.conversion import convert, survey
    from datenorm.tables.formats import Source

    source = Source(files["input"], **_source(files, header, request))
    surveyed = None
    if decide and not request.order_from:
        with source.open(again=True) as table:
            surveyed = survey(table, request)
    rows = surveyed.rows if surveyed else None
    if files["output"] in (None, STANDARD):
        standard_output(binary=source.form == "parquet")
    with source.open() as table, writing(files["output"]) as stream, _progress(rows) as advance:
        reader = cell_reader(read, decide, dated=bool(request.today))
        summary = convert(table, stream, reader, request, surveyed, advance, ahead)
    _tell(summary, files["report"])


def translate_files(
    places: str,
    output: str,
    files: Mapping[str, Any],
    request: "Request",
    decide: bool,
    header: bool,
    read: Any,
    ahead: bool = False,
    ray: Mapping[str, Any] | None = None,
) -> None:
    """Convert the tables of a folder, or those that match a pattern, into a folder: here, or on a `ray` cluster.

    ahead: as in `convert`.
    """
    from datenorm.tables.files import Here, convert_files

    convert = functools.partial(
        convert_files, places, output, request, _source(files, header, request), decide, ahead=ahead
    )
    progress = functools.partial(_progress, what="files")
    if ray is None:
        summary = convert(Here(cell_reader(read, decide, bool(request.today))), progress)
    else:
        from datenorm.engines.ray import Cluster

        with Cluster(**ray, hinted=decide, dated=bool(request.today)) as cluster:
            summary = convert(cluster, progress)
    _tell(summary, files["report"])


def _source(files: Mapping[str, Any], header: bool, request: "Request") -> dict[str, Any]:
    """Return the options of `Source`."""
    from datenorm.tables.preamble import Dialect

    skipped = files["skip_lines"] if files["header_row"] is None else files["header_row"] - 1
    dialect = given(delimiter=files["delimiter"], quote=files["quotechar"], skipped=skipped)
    said = given(form=files["from"], encoding=files["encoding"], longest_line=files["longest_line"])
    return {
        **said,
        "header": header,
        "keep_bad_rows": files["on_bad_row"] == "keep",
        "dialect": Dialect(**dialect, names=request.named() if header else ()),
    }


def _tell(summary: "Summary", report: Path | None) -> None:
    for line in summary.lines():
        tell(line)
    if report:
        with writing(report) as stream:
            stream.write(to_json(summary.to_dict(), indent=2).encode() + b"\n")


def translate_lines(texts: Sequence[str], files: Mapping[str, Any], read: Any, form: LineFormat) -> int:
    """Answer texts, or the lines of a file, those that repeat once; return the exit status."""
    status = 0
    remembering = RememberingReader(cell_reader(read, hinted=False), form.of)
    place = "stdin" if files["input"] in (None, STANDARD) else str(files["input"])
    bad = BadRows(files["on_bad_row"] == "keep")
    with _reading(texts, files["input"]) as stream, writing(files["output"]) as output:
        said = given(encoding=files["encoding"], longest_line=files["longest_line"])
        lines = TextLines(stream, place, bad=bad, **said)
        encode = in_utf8 if texts or form.as_json else lines.encode
        for number, problem in write_lines([texts] if texts else lines, output, remembering.texts, encode):
            tell(problem if texts else f"line {number}: {problem}")
            status = 1
    if bad.count:
        tell(bad.explained())
    return status


def _reading(texts: Sequence[str], path: Path | None) -> AbstractContextManager[BinaryIO]:
    if texts:
        return nullcontext(io.BytesIO())
    return path.open("rb") if path and path != STANDARD else nullcontext(standard_input())


@contextmanager
def _progress(count: int | None, what: str = "rows") -> Iterator[Callable[[int], object]]:
    """Show how far a conversion has come, on a terminal. count: how many of `what` there are, if anybody knows."""
    if count is None or not sys.stderr.isatty():
        yield lambda done: None
        return
    start = time.monotonic()
    with click.progressbar(
        length=count, label=what, show_pos=True, file=sys.stderr, item_show_func=lambda rate: rate
    ) as bar:

        def advance(done: int) -> None:
            rate = (bar.pos + done) / (time.monotonic() - start)
            bar.update(done, f"{rate:,.{0 if rate > 10 else 1}f} {what}/s")

        yield advance
