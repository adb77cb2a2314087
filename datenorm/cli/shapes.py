"""`datenorm shapes`: the ways in which the dates of a column are written."""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from datenorm.cli.options import (
    FORM_OPTIONS,
    IN_FILE,
    OUT_FILE,
    SHARE,
    FileCommand,
    form_options,
    given,
    hint_options,
    model_option,
    null_option,
    options,
)
from datenorm.cli.streams import tell, writing
from datenorm.cli.usage import check_form_options
from datenorm.dates.calendar import default_pivot
from datenorm.text.printable import printable

if TYPE_CHECKING:
    from datenorm.judging.answer import Translation
    from datenorm.reading.code import Target, Trial
    from datenorm.reading.inventory import Inventory

NOT_FIXED = "no layout is fixed: see datenorm shapes without --code"
TARGETS = ("python", "pandas", "polars", "duckdb", "postgres")


@click.command(cls=FileCommand, short_help="List the ways in which a column's dates are written.")
@click.argument("file", type=IN_FILE)
@click.option("--column", "-c", metavar="NAME", required=True, help="The column of dates, or its number.")
@hint_options
@options(
    ("--min-confidence", SHARE, "P", "Reject what is less sure than this; 0.9 by default."),
    ("--code", click.Choice(TARGETS), "", "Print code that reads the fixed layouts without datenorm instead."),
)  # fmt: skip
@null_option
@click.option(
    "-o", "--output", type=OUT_FILE, metavar="FILE", help="Write a CSV with a column for decisions."
)
@form_options
@model_option
def shapes(
    file: Path,
    column: str,
    code: "Target | None",
    output: Path | None,
    model: Path | None,
    nulls: Sequence[str],
    **said: Any,
) -> None:
    """Print the ways in which the dates of a column are written, commonest first.

    Each with its number of cells, an example, its layout in CLDR's letters, how the example is read, and what would
    settle it.

    Edit the column `decision` of the CSV that -o writes (accept, reject, an order or a layout), and hand it to
    translate --shapes.

    \b
    datenorm shapes orders.csv --column ordered_at
    datenorm shapes orders.csv --column ordered_at -o shapes.csv
    datenorm translate --input orders.csv --column ordered_at --shapes shapes.csv --output clean.csv
    datenorm shapes orders.csv --column ordered_at --code duckdb
    """
    from datenorm.tables.formats import extension_of

    if output and code:
        raise click.UsageError("--code is printed, and --output is a CSV for decisions; give one of them")
    if output and extension_of(output) not in (None, "csv"):
        raise click.UsageError(f"{output}: shapes are written as a CSV; name it .csv")
    files = {name: said.pop(name) for name in FORM_OPTIONS}
    found, name, answers = _answers(file, column, files, nulls, model, said)
    for some in answers(tell):
        found.add(some)
    if code:
        from datenorm.reading.code import Trial

        trial = Trial(found)
        for some in answers(lambda remark: None):
            trial.add(some)
        _print_code(trial, code, name)
    elif output:
        with writing(output) as stream:
            stream.write(_table(found))
    else:
        click.echo(str(found))


def _print_code(trial: "Trial", target: "Target", column: str) -> None:
    written = trial.code(target, column)
    if not written:
        raise click.ClickException("; ".join([*trial.left_out, NOT_FIXED]))
    if sys.stdout and sys.stdout.isatty() and any(printable(line) != line for line in written.split("\n")):
        raise click.ClickException(
            "the code has control characters, which are none for a terminal; send it to a file"
        )
    click.echo(written, nl=False)


def _answers(
    file: Path, column: str, files: Mapping[str, Any], nulls: Sequence[str], model: Path | None, hints: Any
) -> tuple["Inventory", str, Callable[[Callable[[str], object]], Iterator[Sequence["Translation"]]]]:
    """Return an inventory without cells, the name of the column, and what yields the answers to its cells.

    They are those of `translate`: the cells decide their order first. Words for nothing are empty. Whoever asks for
    them, once or again, says who is told of bad rows.
    """
    from datenorm.cli.batch import source_options
    from datenorm.reading.columns import Open
    from datenorm.reading.series import weighed
    from datenorm.reading.translator import Translator
    from datenorm.tables.cells import Hints, cell_reader
    from datenorm.tables.conversion import ROWS, survey
    from datenorm.tables.formats import Source
    from datenorm.tables.request import Request
    from datenorm.tables.settled import Settled

    default = None if hints["pivot_year"] else default_pivot(date.today())
    left = Open(not (hints["order"] or hints["locale"]), default, calendar=not hints["locale"])
    request = Request([column], replace=True, open=left, settled=Settled.of(**given(nulls=nulls)))
    source = Source(file, **source_options(files, True, request))
    check_form_options(source.form, files)
    evidence = left.evidence()
    with source.open(again=True) as table:
        (place,) = request.places(table)
        name = table.columns[place]
        if left:
            evidence = survey(table, request).evidence.get((column, ""), evidence)
    translator = Translator.load(model)
    told = {**hints}
    order_of = evidence.numbers.hints.of
    if left.order:
        told = {option: hint for option, hint in hints.items() if option not in ("order", "locale")}
        hints["order"] = order_of
    read = request.settled.reader(cell_reader(partial(translator.translate_many, **told), left))

    def answers(remark: Callable[[str], object]) -> Iterator[Sequence["Translation"]]:
        with source.open(again=True) as table:
            for chunk in table.chunks(ROWS, [place]):
                cells = chunk.cells(place)
                known = Hints(
                    [order_of(cell) if left.order else None for cell in cells],
                    evidence.languages_of(cells),
                    [None] * len(cells),
                    [evidence.years.pivot_of(cell) if evidence.years.pivot else None for cell in cells],
                    [evidence.meanings.of(cell) for cell in cells],
                )
                yield weighed(read(cells, known), evidence)
            for said in table.bad.explained():
                remark(said)

    return translator.inventory(**hints), name, answers


def read_decisions(path: Path) -> dict[str, str]:
    """Return what a person decided in a CSV that `datenorm shapes -o` wrote. Raises TableError.

    A spreadsheet may have saved it: with semicolons, with tabs, or as UTF-16.
    """
    from datenorm.errors import TableError
    from datenorm.reading.decisions import COLUMNS, NAMED, decisions_of
    from datenorm.tables.cells import before_inert
    from datenorm.tables.conversion import ROWS
    from datenorm.tables.formats import Source
    from datenorm.tables.preamble import Dialect

    rows: list[dict[str, str]] = []
    places: list[str] = []
    with Source(path, form="csv", dialect=Dialect(names=COLUMNS)).open() as table:
        names = [column.strip().lower() for column in table.columns]
        if missing := [column for column in COLUMNS if column not in names]:
            raise TableError(f"{path}: shapes need the columns {NAMED}; {missing[0]!r} is missing")
        if twice := [column for column in COLUMNS if names.count(column) > 1]:
            raise TableError(
                f"{path}: there are {names.count(twice[0])} columns {twice[0]!r}; shapes have one"
            )
        for chunk in table.chunks(ROWS):
            cells = zip(*(chunk.cells(place) for place in range(len(names))), strict=True)
            rows += [dict(zip(names, map(before_inert, row), strict=True)) for row in cells]
            places += [chunk.place(row) for row in range(len(chunk))]
    return decisions_of(rows, places, tell)


def _table(found: "Inventory") -> bytes:
    from datenorm.reading.inventory import Row
    from datenorm.tables.writers import DelimitedWriter

    writer = DelimitedWriter(",")
    rows = (row._replace(share=round(row.share, 6)) for row in found.rows())
    cells = (((), [*map(str, row), ""]) for row in rows)
    return writer.head([*Row._fields, "decision"], ()) + writer.rows(cells)
