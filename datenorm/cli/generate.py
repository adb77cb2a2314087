"""`datenorm generate`: pairs of texts and dates."""

import functools
from pathlib import Path
from typing import Any

import click

from datenorm.cli.options import COUNT, OUT_FILE, SHARE, FileCommand, cores, given, options
from datenorm.cli.streams import standard_output


@click.command(cls=FileCommand, short_help="Write dates of every language beside their ISO dates.")
@click.option("-n", "--number", type=COUNT, metavar="N", required=True, help="How many rows.")
@click.option(
    "--locale", "locales", metavar="ID", multiple=True, help="de, pt_BR; may be repeated. All by default."
)
@options(
    ("--seed", click.INT, "S", "The same seed gives the same bytes."),
    ("--noise", SHARE, "P", "Share of rows with typos and the like."),
    ("--jobs", COUNT, "J", "Processes; all cores by default."),
)
@click.option(
    "--everything",
    is_flag=True,
    help="Ranges, bounds, periods, relative dates, other calendars and numbers of other things too; iso as written.",
)
@click.option(
    "--task",
    type=click.Choice(["dates", "digits"]),
    default="dates",
    help="Digits: the toy of attention's tutorials, 1425 to 6970.",
)
@click.option(
    "-o", "--output", type=OUT_FILE, required=True, help=".tsv, .csv, .jsonl (.gz) or .parquet; - is stdout."
)
def generate(number: int, jobs: int | None, task: str, output: Path, everything: bool, **recipe: Any) -> None:
    """Write N rows of text, iso, locale, order, kind, pattern, spans: what `train` and `evaluate` read.

    \b
    datenorm generate -n 100000 -o pairs.tsv
    datenorm generate -n 20 --locale ja --locale th --noise 0 -o -
    """
    if str(output) == "-":
        standard_output()
    if task == "digits":
        return _generate_digits(number, output, **given(**recipe))
    # Babel's locales: the other commands do without them.
    from datenorm.generation import dataset, generator

    drawn: dict[str, Any] = {
        "recipe": generator.Recipe(**given(**recipe), everything=everything),
        "count": number,
        "processes": cores(jobs),
    }
    form = dataset.form_of(output)
    if form == "parquet":
        dataset.write(output, generator.generate(**drawn))
    else:
        as_lines = functools.partial(dataset.as_lines, form)
        dataset.write_lines(output, generator.generate_as(as_lines, **drawn))


def _generate_digits(number: int, output: Path, seed: int = 1, **other: Any) -> None:
    if other:
        raise click.UsageError(f"--task digits has no --{next(iter(other)).removesuffix('s')}")
    from datenorm.generation import dataset, digits

    dataset.write(output, digits.generate(number, seed))
