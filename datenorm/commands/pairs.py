"""`datenorm generate` and `datenorm evaluate`: pairs of texts and dates made, and a model measured on them."""

import functools
import json
from pathlib import Path
from typing import Any, Literal

import click

from datenorm.options import (
    COUNT,
    IN_FILE,
    OUT_FILE,
    SHARE,
    cores,
    given,
    model_option,
    options,
)


@click.command(short_help="Write dates of every language beside their ISO dates.")
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
    "--task",
    type=click.Choice(["dates", "digits"]),
    default="dates",
    help="Digits: the toy of attention's tutorials, 1425 to 6970.",
)
@click.option(
    "-o", "--output", type=OUT_FILE, required=True, help=".tsv, .csv, .jsonl (.gz) or .parquet; - is stdout."
)
def generate(number: int, jobs: int | None, task: str, output: Path, **recipe: Any) -> None:
    """Write N rows of text, iso, locale, order, kind, pattern, spans: what `train` and `evaluate` read.

    \b
    datenorm generate -n 100000 -o pairs.tsv
    datenorm generate -n 20 --locale ja --locale th --noise 0 -o -
    """
    if task == "digits":
        return _generate_digits(number, output, **given(**recipe))
    # Babel's locales: the other commands do without them.
    from datenorm import dataset, generation

    drawn: dict[str, Any] = {
        "recipe": generation.Recipe(**given(**recipe)),
        "count": number,
        "processes": jobs or cores(),
    }
    form = dataset.form_of(output)
    if form == "parquet":
        dataset.write(output, generation.generate(**drawn))
    else:
        as_lines = functools.partial(dataset.as_lines, form)
        dataset.write_lines(output, generation.generate_as(as_lines, **drawn))


def _generate_digits(number: int, output: Path, seed: int = 1, **other: Any) -> None:
    if other:
        raise click.UsageError(f"--task digits has no --{next(iter(other)).removesuffix('s')}")
    from datenorm import dataset, digits

    dataset.write(output, digits.generate(number, seed))


@click.command(short_help="Measure a model on texts whose dates are known.")
@click.argument("file", type=IN_FILE)
@click.option(
    "--by", type=click.Choice(["locale", "order", "kind", "pattern"]), help="A line each, the worst first."
)
@click.option(
    "--hints",
    type=click.Choice(["all", "order", "none"]),
    default="all",
    help="What to tell it of what FILE has: locale and order, the order, nothing.",
)
@click.option("--json", "as_json", is_flag=True, help="The figures as JSON.")
@click.option("--plot", type=OUT_FILE, help="Reliability diagram and risk-coverage curve as .png.")
@click.option("--record", metavar="NAME", help="Put the figures into the model's card, under this name.")
@model_option
def evaluate(
    file: Path,
    by: str | None,
    hints: Literal["all", "order", "none"],
    as_json: bool,
    plot: Path | None,
    record: str | None,
    model: Path | None,
) -> None:
    """Measure right and wrong answers, refusals, calibration and alignment on FILE.

    FILE (.tsv, .csv, .jsonl or .parquet) has the columns text and iso (empty: not a date), and, where known, locale,
    order, kind, pattern and spans.

    \b
    datenorm evaluate sample.tsv --by locale
    """
    from datenorm import dataset, evaluation
    from datenorm.translator import Translator

    judged = evaluation.evaluate(Translator.load(model, threads=cores()), dataset.read(file), hints)
    report = evaluation.Report.of(judged, by)
    click.echo(json.dumps(report.to_dict(), ensure_ascii=False) if as_json else report.to_text())
    if plot:
        evaluation.plot(judged, plot)
    if record:
        from datenorm import bundle
        from datenorm.training.card import with_evaluation  # of training, this alone needs no Keras

        folder = model or bundle.shipped_path()
        changes = with_evaluation(bundle.read_checked(folder), record, report.to_dict())
        bundle.update_bundle(folder, changes)
