"""`datenorm shapes`: the ways in which the dates of a column are written."""

import csv
import io
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from datenorm.cli.options import IN_FILE, OUT_FILE, FileCommand, given, hint_options, model_option, options
from datenorm.cli.streams import printable, writing
from datenorm.dates.calendar import default_pivot

if TYPE_CHECKING:
    from datenorm.reading.inventory import Inventory

TARGETS = ("python", "pandas", "polars", "duckdb", "postgres")


@click.command(cls=FileCommand, short_help="List the ways in which a column's dates are written.")
@click.argument("file", type=IN_FILE)
@click.option("--column", metavar="NAME", required=True, help="The column of dates.")
@hint_options
@options(
    ("--min-confidence", click.FloatRange(0, 1), "P", "Reject what is less sure than this; 0.9 by default."),
    (
        "--from",
        click.Choice(["csv", "tsv", "jsonl", "parquet"]),
        "",
        "What a table on stdin is; CSV by default.",
    ),
    ("--encoding", click.STRING, "NAME", "Of a CSV or TSV that is not UTF-8, say cp1252 or utf-16."),
    (
        "--code",
        click.Choice(TARGETS),
        "",
        "Print code that reads the fixed layouts without datenorm instead.",
    ),
)
@click.option(
    "-o", "--output", type=OUT_FILE, metavar="FILE", help="Write a CSV with a column for decisions."
)
@model_option
def shapes(
    file: Path,
    column: str,
    code: str | None,
    output: Path | None,
    model: Path | None,
    encoding: str | None,
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
    form = said.pop("from")
    found = _inventory(file, column, given(form=form, encoding=encoding), model, said)
    if code:
        from datenorm.reading.code import code_for

        written = code_for(found.rows(), code, column)  # type: ignore[arg-type]  # Click has checked it
        if not written:
            raise click.ClickException("no layout is fixed: see datenorm shapes without --code")
        click.echo(written, nl=False)
    elif output:
        with writing(output) as stream:
            stream.write(_table(found))
    else:
        click.echo(printable(str(found)))


def _inventory(file: Path, column: str, opened: Any, model: Path | None, hints: Any) -> "Inventory":
    """Read a table twice: its cells decide their order first."""
    from datenorm.reading.columns import Open
    from datenorm.reading.translator import Translator
    from datenorm.tables.conversion import ROWS, survey
    from datenorm.tables.formats import Source
    from datenorm.tables.request import Request

    default = None if hints["pivot_year"] else default_pivot(date.today())
    left = Open(not (hints["order"] or hints["locale"]), default)
    source, request = Source(file, **opened), Request([column], open=left)
    evidence = None
    if left:
        with source.open(again=True) as table:
            evidence = survey(table, request).evidence.get((column, ""))
    if left.order:
        hints["order"] = evidence.numbers.hint if evidence else None
    translator = Translator.load(model)
    found = translator.inventory(**hints)
    with source.open() as table:
        (place,) = request.places(table)
        for chunk in table.chunks(ROWS, [place]):
            cells = chunk.cells(place)
            if evidence and evidence.years.pivot:
                hints["pivot_year"] = [evidence.years.pivot_of(cell) for cell in cells]
            found.add(translator.translate_many(cells, **hints))
    return found


def read_decisions(path: Path) -> dict[str, str]:
    """Return what a person decided in a CSV that `datenorm shapes -o` wrote. Raises TableError."""
    from datenorm.errors import TableError
    from datenorm.reading.decisions import decisions_of

    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return decisions_of(csv.DictReader(file))
    except (TableError, UnicodeDecodeError, csv.Error) as error:
        raise TableError(f"{path}: {error}") from None


def _table(found: "Inventory") -> bytes:
    from datenorm.reading.inventory import Row
    from datenorm.tables.cells import inert

    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([*Row._fields, "decision"])
    for row in found.rows():
        cells = row._replace(share=round(row.share, 6), example=inert(row.example))
        writer.writerow([*cells, ""])
    return text.getvalue().encode("utf-8", "surrogateescape")
