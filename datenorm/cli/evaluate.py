"""`datenorm evaluate`: a model measured on pairs of texts and dates."""

import json
from pathlib import Path
from typing import Literal

import click

from datenorm.cli.options import (
    IN_FILE,
    OUT_FILE,
    FileCommand,
    calendar_option,
    cores,
    given,
    model_option,
    reference_options,
    zone_option,
)
from datenorm.cli.streams import check_apart
from datenorm.dates.values import FORMS, WITH_TIMES, Form


@click.command(cls=FileCommand, short_help="Measure a model on texts whose dates are known.")
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
@click.option(
    "--as",
    "as_",
    type=click.Choice(FORMS),
    default="date",
    help="What iso is written in, and what to answer with: dates, or one of the other forms of translate.",
)
@reference_options
@zone_option
@calendar_option
@click.option("--json", "as_json", is_flag=True, help="The figures as JSON.")
@click.option("--plot", type=OUT_FILE, help="Reliability diagram and risk-coverage curve as .png.")
@click.option("--record", metavar="NAME", help="Put the figures into the card of --model, under this name.")
@model_option
def evaluate(
    file: Path,
    by: str | None,
    hints: Literal["all", "order", "none"],
    as_: Form,
    today: str | None,
    next_week: str | None,
    zone: str | None,
    calendar: str | None,
    as_json: bool,
    plot: Path | None,
    record: str | None,
    model: Path | None,
) -> None:
    """Measure right and wrong answers, refusals, calibration and alignment on FILE.

    FILE (.tsv, .csv, .jsonl or .parquet) has the columns text and iso (empty: not a date), and, where known, locale,
    order, kind, pattern and spans. With --as, iso is what translate should write in that form.

    \b
    datenorm evaluate sample.tsv --by locale
    datenorm evaluate catalogue.csv --as edtf
    """
    if record and not model:
        raise click.UsageError(
            "--record changes a model's card: say which with --model DIR, a copy of your own"
        )
    if zone and as_ not in WITH_TIMES:
        raise click.UsageError("--zone goes with --as datetime or --as edtf")
    from datenorm.evaluation import measures
    from datenorm.evaluation.report import Report
    from datenorm.generation import dataset
    from datenorm.network import bundle
    from datenorm.reading.translator import Translator

    folder = model or bundle.shipped_path()
    check_apart([plot], [folder / name for name in (*bundle.FILES, bundle.MANIFEST)])
    if plot and plot.suffix.lower() != ".png":
        raise click.UsageError(f"{plot}: the plot is a PNG; name it .png")
    form = None if as_ == "date" else as_
    told = given(today=today, next_week=next_week, zone=zone, calendar=calendar)
    translator = Translator.load(model, threads=cores())
    judged = measures.evaluate(translator, dataset.read(file, form), hints, form=form, **told)
    report = Report.of(judged, by)
    click.echo(json.dumps(report.to_dict(), ensure_ascii=False) if as_json else report.to_text())
    if plot:
        from datenorm.evaluation import diagram

        diagram.plot(judged, plot)
    if record:
        from datenorm.evaluation.card import with_evaluation

        changes = with_evaluation(bundle.read_checked(folder), record, report.to_dict())
        bundle.update_bundle(folder, changes)
