"""The commands. Data goes to stdout, everything else to stderr; libraries of weight are loaded by those that need them.

Exit status: 0 all read; 1 a text could not be read, or the run failed; 2 wrong usage; 130 interrupted.
"""

import functools
import json
import os
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Literal

import click

from datenorm.options import (
    BUNDLE,
    COUNT,
    IN_FILE,
    OUT_FILE,
    SHARE,
    STANDARD,
    WEIGHT,
    Commands,
    WithArchitectures,
    cores,
    given,
    hint_options,
    model_option,
    options,
    table_options,
)

COMPLETION = """\b
Tab completes commands and options after
  eval "$(_DATENORM_COMPLETE=bash_source datenorm)"
in ~/.bashrc; for zsh it is zsh_source, for fish
  _DATENORM_COMPLETE=fish_source datenorm | source"""

FILE_OPTIONS = (
    "input",
    "from",
    "encoding",
    "output",
    "group_by",
    "order_from",
    "fail_over",
    "on_bad_row",
    "report",
)
# What a trained model learns a new layout with, in two minutes; anything else that is said wins.
FINE_TUNING = {"examples": 50_000, "batch": 128, "learning_rate": 5e-4}


@click.group(
    "datenorm", cls=Commands, epilog=COMPLETION, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(package_name="datenorm", message="%(prog)s %(version)s")
def main() -> None:
    """Read dates as people write them, in any language, and answer in ISO 8601.

    \b
    datenorm translate 'Saturday 9 May 2018'
    datenorm translate --input orders.csv --column ordered_at --output clean.csv
    """


@main.command(short_help="Answer texts, lines or columns of a table with ISO dates.")
@click.argument("texts", metavar="[TEXT]...", nargs=-1)
@hint_options
@click.option("--json", "as_json", is_flag=True, help="JSON Lines with status, confidence and alternatives.")
@options(
    ("--top", click.IntRange(1, 100), "K", "Report up to K readings with their probabilities."),
    ("--min-confidence", SHARE, "P", "Reject what is less sure than this; 0.85 by default."),
    ("--jobs", COUNT, "N", "Threads to read with; as many as there are cores by default."),
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
    "--column", "columns", metavar="NAME", multiple=True, help="A column of dates; may be repeated."
)
@click.option("--replace", is_flag=True, help="Write dates into the column itself; other cells stay.")
@click.option("--no-header", is_flag=True, help="The first row is data; --column 2 is the second column.")
@table_options
@model_option
@click.pass_context
def translate(
    ctx: click.Context,
    texts: Sequence[str],
    columns: Sequence[str],
    replace: bool,
    no_header: bool,
    as_json: bool,
    on_ambiguous: Any,
    on_reject: Any,
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
    # ONNX Runtime and the model: a third of a second that no other command should wait for.
    from datenorm.batch import translate_lines, translate_table
    from datenorm.tables.cells import Policy
    from datenorm.translator import Translator

    if texts == ("-",):
        texts = ()
    translator = Translator.load(model, threads=jobs or (1 if texts else cores()))
    read = functools.partial(translator.translate_many, **said)
    policy = Policy(on_ambiguous, on_reject)
    alternatives = said["top"] is not None
    if source and (columns or not _holds_lines(source)):
        from datenorm.tables.conversion import Request

        request = Request(
            columns,
            policy,
            alternatives,
            replace,
            **given(**{name: files[name] for name in ("group_by", "order_from", "fail_over")}),
        )
        decide = not (said["order"] or said["locale"])
        if files["order_from"] and not decide:
            raise click.UsageError("--order-from is for when neither --order nor --locale says it")
        translate_table(files, read, request, decide, header=not no_header)
    else:
        from datenorm.tables.lines import LineFormat

        ctx.exit(translate_lines(texts, source, output, read, LineFormat(policy, alternatives, as_json)))


def _check_usage(
    texts: Sequence[str], columns: Sequence[str], as_json: bool, replace: bool, files: Mapping[str, Any]
) -> None:
    """Raise UsageError for options that contradict each other."""
    source, output = files["input"], files["output"]
    if source is None and (columns or replace or any(files.values())):
        raise click.UsageError("--column, --output and the like go with --input FILE, or --input - for stdin")
    if source and texts:
        raise click.UsageError("give TEXT or --input, not both")
    if columns and as_json:
        raise click.UsageError("--json is for texts; a table comes out in its own format")
    if source and output and STANDARD not in (source, output):
        if output.exists() and output.samefile(source):
            raise click.UsageError(f"{output} is read from; name another file as --output")
        if _extension(output) != _extension(source) and output.is_file() == output.exists():
            raise click.UsageError(
                f"{output}: a {_extension(source)} comes out as a {_extension(source)}; name it so"
            )


def _extension(path: Path) -> str:
    """Return the extension that says what a file holds; '.gz' says only how."""
    name = path.with_suffix("") if path.suffix.lower() == ".gz" else path
    return name.suffix.lower()


def _holds_lines(source: Path) -> bool:
    return source == STANDARD or source.suffix.lower() == ".txt"


@main.command(short_help="Write dates of every language beside their ISO dates.")
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
    "-o", "--output", type=OUT_FILE, required=True, help=".tsv, .csv, .jsonl (.gz) or .parquet; - is stdout."
)
def generate(number: int, jobs: int | None, output: Path, **recipe: Any) -> None:
    """Write N rows of text, iso, locale, order, kind, pattern, spans: what `train` and `evaluate` read.

    \b
    datenorm generate -n 100000 -o pairs.tsv
    datenorm generate -n 20 --locale ja --locale th --noise 0 -o -
    """
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


@main.command(cls=WithArchitectures, short_help="Train a model and write its bundle.")
@options(
    (
        "--data",
        IN_FILE,
        "FILE",
        "Pairs to learn from, as `generate` writes them; made on the way by default.",
    ),
    ("--examples", COUNT, "N", "How many pairs are shown in all; with --from 50,000 by default."),
    ("--validation", IN_FILE, "FILE", "Pairs to measure on; rows held out by default."),
    ("--architecture", click.STRING, "NAME", "The kind of network, one of those below."),
    ("--units", COUNT, "N", "Width of its layers."),
    ("--embedding", COUNT, "N", "Numbers that stand for one character."),
    ("--batch", COUNT, "N", "Pairs in one step."),
    ("--learning-rate", WEIGHT, "R", "The highest of its course, say 0.002."),
    ("--guided", WEIGHT, "W", "Weight of training attention towards the fields; 0 for none."),
    ("--noise", SHARE, "P", "Share of generated pairs with typos and the like."),
    ("--seed", click.INT, "S", "Where chance starts."),
    ("--patience", click.IntRange(min=0), "N", "Stop after N validations without a better one; 0 never."),
    ("--precision", click.Choice(["float32", "mixed_float16", "mixed_bfloat16"]), "", "Of the arithmetic."),
    ("--replay", SHARE, "P", "With --from: share of generated pairs among yours."),
)
@click.option(
    "--from", "from_bundle", type=BUNDLE, metavar="DIR", help="Go on from this model, with your --data."
)
@click.option(
    "--locale", "locales", metavar="ID", multiple=True, help="Locales to make pairs of; all by default."
)
@click.option("--resume", is_flag=True, help="Go on with the interrupted run in --out.")
@click.option(
    "--out", type=click.Path(file_okay=False), metavar="DIR", required=True, help="Where the model goes."
)
def train(**said: Any) -> None:
    """Train a model; write its bundle, checkpoints, history.csv and a learning curve to --out.

    \b
    datenorm train --examples 2000000 --out build/model
    datenorm train --from models/default --data my_pairs.csv --out build/mine
    """
    from datenorm import training  # TensorFlow: seven seconds

    said = {name: str(value) if isinstance(value, Path) else value for name, value in given(**said).items()}
    if "from_bundle" in said:
        said = {**FINE_TUNING, **said}
    training.train(_configured(**said))


@main.command(cls=WithArchitectures, short_help="Train architectures side by side.")
@click.argument("file", type=IN_FILE)
@click.option(
    "--architecture",
    "architectures",
    metavar="NAME",
    multiple=True,
    help="One of those below; all by default.",
)
@click.option(
    "--epochs", type=COUNT, metavar="N", default=5, show_default=True, help="Times through the pairs."
)
@click.option(
    "--seeds", type=COUNT, metavar="N", default=1, show_default=True, help="Runs of each, seeds 1 to N."
)
@options(
    (
        "--validation",
        IN_FILE,
        "FILE",
        "Pairs to measure on; a twentieth of the strings, held out, by default.",
    ),
    ("--units", COUNT, "N", "Width of the layers."),
    ("--embedding", COUNT, "N", "Numbers that stand for one character."),
    ("--batch", COUNT, "N", "Pairs in one step."),
    ("--learning-rate", WEIGHT, "R", "The highest of its course, say 0.002."),
    ("--guided", WEIGHT, "W", "Weight of training attention towards the fields; 0 for none."),
)
@click.option(
    "-o", "--out", type=click.Path(file_okay=False), metavar="DIR", required=True, help="Where all goes."
)
def compare(file: Path, architectures: Sequence[str], epochs: int, seeds: int, **said: Any) -> None:
    """Train each architecture on the pairs of FILE, from the same seeds; print how well each reads after each epoch.

    FILE is .tsv, .csv, .jsonl, .parquet, or .txt with a text, _ and its date in each line. --out gets a bundle for each
    run, comparison.csv and comparison.png; a run that is there already is not trained again.

    \b
    datenorm compare pairs.tsv --architecture dot --architecture seq2seq -o build/compared
    """
    from datenorm import training

    names = architectures or tuple(training.ARCHITECTURES)
    said = {name: str(value) if isinstance(value, Path) else value for name, value in given(**said).items()}
    config = _configured(data=str(file), architecture=names[0], **said)
    for name in names:
        _configured(
            data=str(file), architecture=name, **said
        )  # a wrong name is told before hours of training
    for line in training.compare(config, names, range(1, seeds + 1), epochs):
        click.echo(line)


def _configured(**said: Any) -> Any:
    """Return the TrainingConfig of a command line. Raises UsageError."""
    import shlex

    from datenorm import training

    command = shlex.join(["datenorm", *sys.argv[1:]])
    try:
        return training.TrainingConfig(**said, command=command, date=date.today().isoformat())
    except ValueError as error:
        raise click.UsageError(str(error)) from error


@main.command(short_help="Draw where the network looks while it reads.")
@click.argument("texts", metavar="[TEXT]...", nargs=-1)
@click.option("--input", "file", type=IN_FILE, metavar="FILE", help="Texts, a line each; - is stdin.")
@hint_options
@click.option("-o", "--output", type=OUT_FILE, help="A .png, .svg, .pdf or .html.")
@click.option("--terminal", is_flag=True, help="Draw in the terminal.")
@click.option(
    "--theme", type=click.Choice(["light", "dark"]), help="Of the picture; a page follows its reader's."
)
@model_option
def visualize(
    texts: Sequence[str],
    file: Path | None,
    output: Path | None,
    terminal: bool,
    theme: str | None,
    model: Path | None,
    **hints: Any,
) -> None:
    """Draw the alignment of each TEXT: its characters across, the answer's down, their importance on top.

    A .html page lights up what each character of the answer was read from.

    \b
    datenorm visualize 'Saturday 9 May 2018' '2018年5月9日' -o heatmap.png
    """
    if not (output or terminal):
        raise click.UsageError("give --output FILE, or --terminal")
    if file:
        with click.open_file(str(file), encoding="utf-8-sig", errors="surrogateescape") as lines:
            texts = [*texts, *(line.rstrip("\r\n") for line in lines)]
    if not texts:
        raise click.UsageError("give a TEXT, or --input FILE")
    from datenorm import heatmap
    from datenorm.translator import Translator

    alignments = Translator.load(model).align_many(texts, **hints)
    if terminal:
        import shutil

        color = sys.stdout.isatty() and "NO_COLOR" not in os.environ
        width = shutil.get_terminal_size().columns
        click.echo("\n\n".join(heatmap.draw_terminal(alignment, color, width) for alignment in alignments))
    if output:
        for warning in heatmap.draw(alignments, output, theme):
            click.echo(warning, err=True)


@main.command(short_help="Measure a model on texts whose dates are known.")
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
