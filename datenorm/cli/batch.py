"""What `datenorm translate` does with lines and tables: where they come from and go, and what the user sees of it.

One text at a prompt passes here too, so what only tables need is imported where they are converted.
"""

import functools
import io
import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, cast

import click

from datenorm.cli.options import given
from datenorm.cli.streams import STANDARD, standard_output, tell, writing
from datenorm.cli.usage import check_form_options
from datenorm.errors import TableError, said_by
from datenorm.files import is_stream, unpacked, unpacking_errors
from datenorm.reading.columns import Open
from datenorm.tables.bad_rows import BadRows
from datenorm.tables.cells import RememberingReader, cell_reader, to_json
from datenorm.tables.lines import LineFormat, TextLines, in_utf8, standard_input, write_lines

if TYPE_CHECKING:
    from datenorm.tables.request import Request
    from datenorm.tables.summary import Summary


def translate_table(
    files: Mapping[str, Any], read: Any, request: "Request", header: bool, ahead: bool
) -> None:
    """Convert a table; where something is open, its cells are read once before, to decide it.

    Not so where its first rows are to decide. ahead: as in `convert`.
    """
    from datenorm.tables.conversion import convert, survey
    from datenorm.tables.formats import Source
    from datenorm.tables.sheets import check_size

    source = Source(files["input"], **source_options(files, header, request))
    check_form_options(source.form, files, header)
    form = _output_form(files["output"], source.form)
    source.closed = form != source.form
    surveyed = None
    if request.open and not request.order_from:
        with source.open(again=True) as table:
            _check_header(_in_form(table, files["output"], source.form, form), files, request)
            surveyed = survey(table, request)
        if source.form != form == "xlsx" and request.first is None:
            check_size(surveyed.rows + 1)
    rows = surveyed.rows if surveyed and request.first is None else None
    with (
        source.open() as table,
        _output(files, form) as stream,
        _rejects(files) as rejects,
        _progress(rows, quiet=files["quiet"]) as advance,
    ):
        reader = cell_reader(read, request.open, dated=bool(request.today))
        written = _in_form(table, files["output"], source.form, form)
        summary = convert(written, stream, reader, request, surveyed, advance, ahead, rejects)
    _tell(summary, files)


def _check_header(table: Any, files: Mapping[str, Any], request: "Request") -> None:
    """Raise TableError for columns that an output cannot have, before any row is read."""
    with _rejects({**files, "dry_run": True}) as rejects:
        request.places(table)
        table.head([] if request.overwritten(table) else request.added())
        if rejects:
            rejects.begin(table.columns, request.columns)


def _output_form(output: Path | None, form: str) -> str:
    """Return the form that a table is written in: that of the output's name, where the output is a file."""
    from datenorm.tables.writers import form_written

    return form_written(cast(Path, output)) if _is_named(output) else form


def _is_named(output: Path | None) -> bool:
    """Return whether the name of an output says what goes into it."""
    return output is not None and output != STANDARD and not is_stream(output)


def _output(files: Mapping[str, Any], form: str) -> AbstractContextManager[BinaryIO]:
    """Open what the table is written to: nothing at all for a dry run."""
    from datenorm.tables.formats import BINARY

    if files["dry_run"]:
        return open(os.devnull, "wb")
    if files["output"] in (None, STANDARD):
        standard_output(binary=form in BINARY)
    return writing(files["output"])


@contextmanager
def _rejects(files: Mapping[str, Any]) -> Iterator[Any]:
    """Open what the rows go to that are not answered, if it is asked for: a CSV, where its name says no format."""
    path = files["rejects"]
    if path is None:
        yield None
        return
    from datenorm.tables.rejects import Rejects
    from datenorm.tables.writers import writer_for

    writer = writer_for(path if _is_named(path) else Path("rejects.csv"))
    with open(os.devnull, "wb") if files["dry_run"] else writing(path) as stream:
        yield Rejects(stream, writer)


def _in_form(table: Any, output: Path | None, read: str, written: str) -> Any:
    """Return a table that comes out in the format of the output."""
    if read == written:
        return table
    from datenorm.tables.formats import BATCHES
    from datenorm.tables.writers import TranscribedTable, writer_for

    if read in BATCHES:
        raise TableError(f"{output}: a .{read} comes out as a .{read}; name it so")
    return TranscribedTable(table, writer_for(cast(Path, output)))


def translate_files(
    places: str,
    files: Mapping[str, Any],
    request: "Request",
    header: bool,
    read: Any,
    ahead: bool = False,
    ray: Mapping[str, Any] | None = None,
) -> None:
    """Convert the tables of a folder, or those that match a pattern, into another: here, or on a `ray` cluster.

    ahead: as in `convert`.
    """
    from datenorm.tables.files import Here, convert_files

    output = None if files["dry_run"] else str(files["output"])
    convert = functools.partial(
        convert_files, places, output, request, source_options(files, header, request), ahead=ahead
    )
    progress = functools.partial(_progress, what="files", quiet=files["quiet"])
    if ray is None:
        summary = convert(Here(cell_reader(read, request.open, bool(request.today))), progress)
    else:
        from datenorm.engines.ray import Cluster

        with Cluster(**ray, open=request.open, dated=bool(request.today)) as cluster:
            summary = convert(cluster, progress)
    _tell(summary, files)


def source_options(files: Mapping[str, Any], header: bool, request: "Request") -> dict[str, Any]:
    """Return the options of `Source`."""
    from datenorm.tables.preamble import Dialect

    skipped = files["skip_lines"] if files["header_row"] is None else files["header_row"] - 1
    dialect = given(delimiter=files["delimiter"], quote=files["quotechar"], skipped=skipped)
    names = ("encoding", "longest_line", "sheet")
    said = given(form=files["from"], **{name: files[name] for name in names})
    return {
        **said,
        "header": header,
        "keep_bad_rows": files["on_bad_row"] == "keep",
        "overwrite": request.overwrite,
        "dialect": Dialect(**dialect, names=request.named() if header else ()),
    }


def _tell(summary: "Summary", files: Mapping[str, Any]) -> None:
    for line in [] if files["quiet"] else summary.lines():
        tell(line)
    if files["report"] and not files["dry_run"]:
        with writing(files["report"]) as stream:
            stream.write(to_json(summary.to_dict(), indent=2).encode() + b"\n")


def translate_lines(texts: Sequence[str], files: Mapping[str, Any], read: Any, form: LineFormat) -> int:
    """Answer texts, or the lines of a file, those that repeat once; return the exit status."""
    status = 0
    remembering = RememberingReader(cell_reader(read, Open(order=False)), form.of)
    place = "stdin" if files["input"] in (None, STANDARD) else str(files["input"])
    bad = BadRows(files["on_bad_row"] == "keep")
    with _reading(texts, files["input"]) as stream, writing(files["output"]) as output:
        said = given(encoding=files["encoding"], longest_line=files["longest_line"])
        lines = TextLines(stream, place, bad=bad, **said)
        encode = in_utf8 if texts or form.as_json else lines.encode
        for remark in write_lines([texts] if texts else lines, output, remembering.texts, encode):
            if not files["quiet"]:
                tell(remark.said if texts else f"line {remark.number}: {remark.said}")
            status = status or int(remark.unread)
    for sentence in bad.explained():
        tell(sentence)
    return status


def _reading(texts: Sequence[str], path: Path | None) -> AbstractContextManager[BinaryIO]:
    if texts:
        return nullcontext(io.BytesIO())
    return _unpacking(path) if path and path != STANDARD else nullcontext(standard_input())


@contextmanager
def _unpacking(path: Path) -> Iterator[BinaryIO]:
    with path.open("rb") as stream:
        try:
            yield unpacked(path, stream)
        except unpacking_errors() as error:
            raise TableError(f"{path}: cannot be unpacked: {said_by(error)}") from None


@contextmanager
def _progress(
    count: int | None, what: str = "rows", quiet: bool = False
) -> Iterator[Callable[[int], object]]:
    """Show how far a conversion has come, on a terminal. count: how many of `what` there are, if anybody knows."""
    if count is None or quiet or not sys.stderr.isatty():
        yield lambda done: None
        return
    start = time.monotonic()
    with click.progressbar(
        length=count, label=what, show_pos=True, width=0, file=sys.stderr, item_show_func=lambda rate: rate
    ) as bar:

        def advance(done: int) -> None:
            rate = (bar.pos + done) / (time.monotonic() - start)
            bar.update(done, f"{rate:,.{0 if rate > 10 else 1}f} {what}/s")

        yield advance
