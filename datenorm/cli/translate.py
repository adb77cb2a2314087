"""`datenorm translate`: texts, lines and tables to dates."""

import functools
import shlex
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

import click

from datenorm.cli.options import (
    COUNT,
    FORM_OPTIONS,
    IN_FILE,
    SHARE,
    Grouped,
    calendar_option,
    check_files,
    cores,
    form_options,
    given,
    hint_options,
    is_zone,
    model_option,
    null_option,
    options,
    reference_options,
    table_options,
    zone_option,
)
from datenorm.cli.shapes import read_decisions
from datenorm.cli.streams import STANDARD, Places, tell
from datenorm.cli.usage import check_days, check_form, check_many, check_usage, holds_lines, is_a_file
from datenorm.dates.calendar import default_pivot
from datenorm.dates.relative import NOW, reference
from datenorm.dates.values import FORMS

if TYPE_CHECKING:
    from datenorm.reading.columns import Open
    from datenorm.tables.cells import Policy
    from datenorm.tables.request import Request

TABLE_OPTIONS = (
    *(
        "input",
        "output",
        "group_by",
        "order_from",
        "order_column",
        "locale_column",
        "today_column",
        "numbers",
        "nulls",
    ),
    *("first", "dry_run", "overwrite", "rejects", "fail_over", "report", "quiet", "engine", "address"),
)


class Translate(Grouped):
    """The options in groups, those of tables first."""

    groups: ClassVar = {
        "Tables": ("input", "columns", "output", "replace", *TABLE_OPTIONS, "resume", "jobs"),
        "How a file is written": ("no_header", *FORM_OPTIONS),
        "What is known": (
            "order",
            "locale",
            "pivot_year",
            "year",
            "today",
            "next_week",
            "fiscal_start",
            "zone",
        ),
        "Answers": (
            "as_",
            "to_zone",
            "as_json",
            "top",
            "min_confidence",
            "on_ambiguous",
            "on_reject",
            "on_partial",
        ),
    }


@click.command(cls=Translate, short_help="Answer texts, lines or columns of a table with ISO dates.")
@click.argument("texts", metavar="[TEXT]...", nargs=-1)
@hint_options
@reference_options
@click.option("--json", "as_json", is_flag=True, help="JSON Lines with status, confidence and alternatives.")
@options(
    ("--top", click.IntRange(1, 100), "K", "Report up to K readings with their probabilities."),
    ("--min-confidence", SHARE, "P", "Reject what is less sure than this; 0.9 by default."),
    ("--jobs -j", COUNT, "N", "Processes to read with; as many as there are cores by default."),
)
@click.option(
    "--as",
    "as_",
    type=click.Choice(FORMS),
    default="date",
    help="Answer with a date; a date and time; an interval, the first and last day; or EDTF, all of ISO 8601-2.",
)
@click.option(
    "--fiscal-start",
    type=click.IntRange(1, 12),
    metavar="MONTH",
    help="The month that fiscal and school years begin with: with 4, FY 2018/19 is April 2018 to March 2019.",
)
@zone_option
@click.option(
    "--to-zone", metavar="ZONE", callback=is_zone, help="The time zone that times are converted to."
)
@calendar_option
@click.option(
    "--hijri",
    type=click.Choice(["civil", "umalqura"]),
    help="Whose days of the Hijri calendar: by arithmetic, or as Saudi Arabia has them.",
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
    help="What to write for less than a day (as datetime, without a time): 2018-05 by default, or nothing.",
)
@click.option(
    "--column",
    "-c",
    "columns",
    metavar="NAME",
    multiple=True,
    help="A column of dates, or its number, -1 for the last; may be repeated.",
)
@click.option("--replace", is_flag=True, help="Write dates into the column itself; other cells stay.")
@click.option(
    "--resume",
    is_flag=True,
    help="Go on where a run with --resume was cut short; FILE.resume has what it had read.",
)
@click.option(
    "--shapes",
    "decisions",
    type=IN_FILE,
    metavar="FILE",
    help="Obey the decisions in a CSV that `datenorm shapes -o FILE` wrote and you edited.",
)
@click.option("--no-header", is_flag=True, help="The first row is data; --column 2 is the second column.")
@null_option
@click.option("--overwrite", is_flag=True, help="Write into the columns that an earlier run added.")
@click.option("--dry-run", is_flag=True, help="Write nothing; say what would come of it.")
@click.option("--quiet", "-q", is_flag=True, help="Say nothing of what came of it.")
@table_options
@form_options
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
    says it; and where its four-digit years are all older than --pivot-year's century, that of its two-digit years.

    \b
    datenorm translate '9. Mai 2018' 20180509 hello
    datenorm translate --order MDY < dates.txt
    datenorm translate --input orders.csv --column ordered_at --output clean.csv
    """
    files = {name: said.pop(name) for name in (*TABLE_OPTIONS, *FORM_OPTIONS)}
    source, output = files["input"], files["output"]
    check_usage(texts, columns, as_json, replace, files)
    check_days(said["today"], columns, files)
    check_many(resume, jobs, files)
    check_form(said, columns, replace or on_reject == "keep")
    is_journaled = resume and isinstance(output, Path) and not files["dry_run"]
    journaled = output.with_name(f"{output.name}.resume") if is_journaled else None
    check_files(ctx, [journaled, *[STANDARD] * (output is None and not files["dry_run"])])
    if resume and (not source or STANDARD in (source, output or STANDARD)):
        raise click.UsageError("--resume is for --input FILE and --output FILE; a pipe is gone when a run is")
    told = said["pivot_year"] is not None or said["calendar"] is not None
    if said["pivot_year"] is None:  # a run that lasts into the new year goes on as it began
        said["pivot_year"] = default_pivot(date.today())
    if said["today"] == NOW:
        said["today"] = reference(NOW, said["zone"]).isoformat()
    from datenorm.reading.columns import Open  # what only this command needs

    timed = said["as_"] in ("datetime", "edtf")
    left = Open(
        not (said["order"] or said["locale"]),
        None if told else said["pivot_year"],
        timed,
        not (said["calendar"] or said["locale"]),
    )
    if files["order_from"] and not left:
        raise click.UsageError("--order-from is for when --order or --locale, or --pivot-year, is not given")
    shapes = said["decisions"]
    said["decisions"] = read_decisions(shapes) if shapes else None
    # ONNX Runtime and the model: a third of a second that no other command should wait for.
    from datenorm.cli.batch import translate_files, translate_lines, translate_table
    from datenorm.tables.cells import Policy

    if texts == ("-",):
        texts = ()
    policy = Policy(on_ambiguous, on_reject, on_partial, said["as_"], said["to_zone"] or said["zone"])
    alternatives = said["top"] is not None
    request = functools.partial(_request, columns, policy, alternatives, replace, files, left)

    if files["engine"]:
        ray = {"address": files["address"], "bundle": model, "options": said}
        translate_files(source, files, request(), not no_header, None, ray=ray)
        return
    status = 0
    ahead = cores(jobs) > 1  # workers read while this process writes
    with (
        _reader(texts, model, jobs, said, journaled) as reader,
        _obeying(reader, shapes, said["decisions"], files["quiet"]) as read,
    ):
        if isinstance(source, Places):
            translate_files(source, files, request(), not no_header, read, ahead)
        elif source and (columns or not holds_lines(source)):
            translate_table(files, read, request(), not no_header, ahead)
        else:
            from datenorm.tables.lines import LineFormat

            form = LineFormat(policy, alternatives, as_json)
            status = translate_lines(texts, files, read, form)
    if status and not files["quiet"]:
        _point_out_files(texts)
    ctx.exit(status)


def _request(
    columns: Sequence[str],
    policy: "Policy",
    alternatives: bool,
    replace: bool,
    files: Mapping[str, Any],
    left: "Open",
) -> "Request":
    """Return what is to be converted."""
    from datenorm.tables.request import Request
    from datenorm.tables.settled import Settled

    names = ("group_by", "order_from", "fail_over")
    of_rows = {
        "today": files["today_column"],
        "orders": files["order_column"],
        "locales": files["locale_column"],
    }
    more = given(**{name: files[name] for name in names}, **of_rows, first=files["first"])
    more["overwrite"] = files["overwrite"]
    more["settled"] = Settled.of(**given(nulls=files["nulls"], numbers=files["numbers"]))
    return Request(columns, policy, alternatives, replace, open=left, **more)


def _point_out_files(texts: Sequence[str]) -> None:
    """Say which of the texts are names of files, which a person may have meant to be read."""
    for text in filter(is_a_file, texts):
        tell(f"{text!r} is a file; --input {shlex.quote(text)} reads it")


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
                tell(f"{journal.known:,} texts had been read by a run that was cut short")


@contextmanager
def _obeying(
    read: Any, shapes: Path | None, decisions: Mapping[str, str] | None, quiet: bool
) -> Iterator[Any]:
    """Give what reads texts; say at the end which decisions of the file `shapes` have met none of them."""
    if not decisions:
        yield read
        return
    from datenorm.reading.decisions import Obeying

    obeying = Obeying(read, decisions)
    yield obeying
    for words in [] if quiet else obeying.unmet():
        tell(f"{shapes}: {words}")
