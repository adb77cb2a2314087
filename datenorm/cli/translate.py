"""`datenorm translate`: texts, lines and tables to dates."""

import functools
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import click

from datenorm.cli.options import (
    COUNT,
    SHARE,
    Places,
    cores,
    given,
    hint_options,
    model_option,
    options,
    reference_options,
    table_options,
)
from datenorm.cli.streams import STANDARD, check_apart
from datenorm.dates.calendar import default_pivot
from datenorm.dates.values import FORMS

FILE_OPTIONS = (
    "input",
    "from",
    "encoding",
    "output",
    "group_by",
    "order_from",
    "today_column",
    "fail_over",
    "on_bad_row",
    "longest_line",
    "engine",
    "address",
    "report",
)

OF_LINES = ("encoding", "on_bad_row", "longest_line")  # that come from stdin, too


def is_zone(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """Return the name of a zone as it is spelt. Raises BadParameter for a name that the tz database has not."""
    if value is None:
        return None
    from datenorm.dates.zones import known

    name = known(value)
    if name is None:
        raise click.BadParameter(f"the tz database has no zone {value!r}; one is Europe/Berlin", ctx, param)
    return name


@click.command(short_help="Answer texts, lines or columns of a table with ISO dates.")
@click.argument("texts", metavar="[TEXT]...", nargs=-1)
@hint_options
@reference_options
@click.option("--json", "as_json", is_flag=True, help="JSON Lines with status, confidence and alternatives.")
@options(
    ("--top", click.IntRange(1, 100), "K", "Report up to K readings with their probabilities."),
    ("--min-confidence", SHARE, "P", "Reject what is less sure than this; 0.9 by default."),
    ("--jobs", COUNT, "N", "Processes to read with; as many as there are cores by default."),
)
@click.option(
    "--as",
    "as_",
    type=click.Choice(FORMS),
    default="date",
    help="Answer with a date; a date and time; an interval, the first and last day; or EDTF, all of ISO 8601-2.",
)
@click.option("--zone", metavar="ZONE", callback=is_zone, help="Of times that have none, say Europe/Berlin.")
@click.option(
    "--to-zone", metavar="ZONE", callback=is_zone, help="The time zone that times are converted to."
)
@click.option(
    "--on-ambiguous",
    type=click.Choice(["blank", "best", "fail"]),
    default="blank",
    help="What to write for two good readings: nothing by default, or the likelier one.",
)
@click.option(
    "--on-reject",
    type=click.Choice(["blank", "keep", "fail"]),
    default="blank",
    help="What to write for no date: nothing by default, or the text as it is.",
)
@click.option(
    "--on-partial",
    type=click.Choice(["keep", "blank", "fail"]),
    default="keep",
    help="What to write for less than a day: 2018-05 by default, or nothing.",
)
@click.option(
    "--column", "columns", metavar="NAME", multiple=True, help="A column of dates; may be repeated."
)
@click.option("--replace", is_flag=True, help="Write dates into the column itself; other cells stay.")
@click.option(
    "--resume",
    is_flag=True,
    help="Go on where a run with --resume was cut short; FILE.resume has what it had read.",
)
@click.option("--no-header", is_flag=True, help="The first row is data; --column 2 is the second column.")
@table_options
@model_option
@click.pass_context
def translate(
    ctx: click.Context,
    /,
    texts: Sequence[str],
    columns: Sequence[str],
    replace: bool,
    no_header: bool,
    resume: bool,
    as_json: bool,
    on_ambiguous: Any,
    on_reject: Any,
    on_partial: Any,
    model: Path | None,
    jobs: int | None,
    **said: Any,
) -> None:
    """Print one line for each TEXT: its ISO date, or an empty line and, on stderr, why.

    Without TEXT, lines are read from stdin. With --input and --column a whole table is: every row comes out as it was,
    with NAME_iso, NAME_status and NAME_confidence behind it. Its cells decide the order of its numeric dates, if nobody
    says it.

    \b
    datenorm translate '9. Mai 2018' 20180509 hello
    datenorm translate --order MDY < dates.txt
    datenorm translate --input orders.csv --column ordered_at --output clean.csv
    """
    files = {name: said.pop(name) for name in FILE_OPTIONS}
    source, output = files["input"], files["output"]
    _check_usage(texts, columns, as_json, replace, files)
    _check_days(said["today"], columns, files)
    _check_many(resume, jobs, files)
    _check_form(said, columns, replace or on_reject == "keep")
    journaled = output.with_name(f"{output.name}.resume") if resume and isinstance(output, Path) else None
    check_apart([output, files["report"], journaled], [source])
    if resume and (not source or STANDARD in (source, output or STANDARD)):
        raise click.UsageError("--resume is for --input FILE and --output FILE; a pipe is gone when a run is")
    decide = not (said["order"] or said["locale"])
    if files["order_from"] and not decide:
        raise click.UsageError("--order-from is for when neither --order nor --locale says it")
    if said["pivot_year"] is None:  # a run that lasts into the new year goes on as it began
        said["pivot_year"] = default_pivot(date.today())
    # ONNX Runtime and the model: a third of a second that no other command should wait for.
    from datenorm.cli.batch import translate_files, translate_lines, translate_table
    from datenorm.tables.cells import Policy

    if texts == ("-",):
        texts = ()
    policy = Policy(on_ambiguous, on_reject, on_partial, said["as_"])
    alternatives = said["top"] is not None

    def request() -> Any:
        from datenorm.tables.conversion import Request

        names = ("group_by", "order_from", "fail_over")
        more = given(**{name: files[name] for name in names}, today=files["today_column"])
        return Request(columns, policy, alternatives, replace, **more)

    if files["engine"]:
        ray = {"address": files["address"], "bundle": model, "options": said}
        translate_files(source, str(output), files, request(), decide, not no_header, None, ray=ray)
        return
    status = 0
    ahead = cores(jobs) > 1  # workers read while this process writes
    with _reader(texts, model, jobs, said, journaled) as read:
        if isinstance(source, Places):
            translate_files(source, str(output), files, request(), decide, not no_header, read, ahead)
        elif source and (columns or not _holds_lines(source)):
            translate_table(files, read, request(), decide, not no_header, ahead)
        else:
            from datenorm.tables.lines import LineFormat

            form = LineFormat(policy, alternatives, as_json)
            status = translate_lines(texts, files, read, form)
    ctx.exit(status)


@contextmanager
def _reader(
    texts: Sequence[str],
    model: Path | None,
    jobs: int | None,
    said: Mapping[str, Any],
    journaled: Path | None,
) -> Iterator[Any]:
    """Give what reads texts: here for those of the command line, in processes for more, with a journal if it is asked.

    journaled: the journal of a run that can be resumed.
    """
    if texts:
        from datenorm.reading.translator import Translator

        yield functools.partial(Translator.load(model, threads=cores(jobs or 1)).translate_many, **said)
        return
    from datenorm.engines.workers import Workers

    with Workers(model, cores(jobs), said) as workers:
        if not journaled:
            yield workers
            return
        from importlib.metadata import version

        from datenorm.network.bundle import fingerprint
        from datenorm.tables.journal import Journal

        terms = {"version": version("datenorm"), "model": fingerprint(model), "options": said}
        with Journal(journaled, workers, terms) as journal:
            yield journal
            if journal.known:
                click.echo(f"{journal.known:,} texts had been read by a run that was cut short", err=True)


def _check_usage(
    texts: Sequence[str], columns: Sequence[str], as_json: bool, replace: bool, files: Mapping[str, Any]
) -> None:
    """Raise UsageError for options that contradict each other."""
    source, output = files["input"], files["output"]
    of_tables = [value for name, value in files.items() if name not in OF_LINES]
    if source is None and (columns or replace or any(of_tables) or (texts and any(files.values()))):
        raise click.UsageError("--column, --output and the like go with --input FILE, or --input - for stdin")
    if source and texts:
        raise click.UsageError("give TEXT or --input, not both")
    if columns and as_json:
        raise click.UsageError("--json is for texts; a table comes out in its own format")
    in_files = isinstance(source, Path) and isinstance(output, Path) and STANDARD not in (source, output)
    if in_files and _extension(output) != _extension(source) and output.is_file() == output.exists():
        raise click.UsageError(
            f"{output}: a {_extension(source)} comes out as a {_extension(source)}; name it so"
        )


def _check_days(today: str | None, columns: Sequence[str], files: Mapping[str, Any]) -> None:
    """Raise UsageError where a column says the days that texts count from, and so does an option, or there is none."""
    if files["today_column"] and (today or not columns):
        raise click.UsageError("--today-column is for --column NAME, where --today does not say the day")


def _check_form(said: Mapping[str, Any], columns: Sequence[str], one_cell: bool) -> None:
    """Raise UsageError for what does not go with the form that answers are in. one_cell: whether they need be one."""
    if said["as_"] == "interval" and columns and one_cell:
        raise click.UsageError("--as interval writes two columns; --replace and --on-reject keep need one")
    if (said["zone"] or said["to_zone"]) and said["as_"] not in ("datetime", "edtf"):
        raise click.UsageError("--zone and --to-zone go with --as datetime or --as edtf")


def _check_many(resume: bool, jobs: int | None, files: Mapping[str, Any]) -> None:
    """Raise UsageError for what does not go with many files, and for what goes only with them."""
    many, output = isinstance(files["input"], Places), files["output"]
    if not many and isinstance(output, Places):
        raise click.UsageError("one table goes into a file of this machine; a URI is for many")
    if not many and files["engine"]:
        raise click.UsageError("--engine is for many files: --input with a folder, a pattern or a URI")
    if files["address"] and not files["engine"]:
        raise click.UsageError("--address is that of --engine ray")
    if not many:
        return
    if output is None or output == STANDARD:
        raise click.UsageError("many files go into a folder of their own; name it with --output")
    if resume or files["order_from"]:
        raise click.UsageError("--resume and --order-from are for one file")
    if files["engine"] and jobs:
        raise click.UsageError("with --engine the cluster says how many processes there are, not --jobs")


def _extension(path: Path) -> str:
    """Return the extension that says what a file holds; '.gz' says only how."""
    name = path.with_suffix("") if path.suffix.lower() == ".gz" else path
    return name.suffix.lower()


def _holds_lines(source: Path) -> bool:
    return source == STANDARD or source.suffix.lower() == ".txt"
