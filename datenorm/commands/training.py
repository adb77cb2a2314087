"""`datenorm train` and `datenorm compare`."""

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click

from datenorm.options import (
    BUNDLE,
    COUNT,
    IN_FILE,
    SHARE,
    WEIGHT,
    WithArchitectures,
    given,
    options,
)

# What a trained model learns a new layout with, in two minutes; anything else that is said wins.
FINE_TUNING = {"examples": 50_000, "batch": 128, "learning_rate": 5e-4}
COMPARED = {"batch": 128}  # for all architectures, however many pairs there are


@click.command(cls=WithArchitectures, short_help="Train a model and write its bundle.")
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
    ("--embedding", click.IntRange(min=0), "N", "Numbers that stand for one character; 0 for one-hot."),
    ("--batch", COUNT, "N", "Pairs in one step; 32 to 512 by default, as --examples is small or large."),
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


@click.command(cls=WithArchitectures, short_help="Train architectures side by side.")
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
    ("--embedding", click.IntRange(min=0), "N", "Numbers that stand for one character; 0 for one-hot."),
    ("--batch", COUNT, "N", f"Pairs in one step; {COMPARED['batch']} by default."),
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
    said = {**COMPARED, **said}
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
