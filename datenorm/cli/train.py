"""`datenorm train`: a model trained, its bundle written."""

import sys
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import click

from datenorm.cli.options import (
    BUNDLE,
    COUNT,
    IN_FILE,
    SHARE,
    WEIGHT,
    Number,
    WithArchitectures,
    given,
    options,
)
from datenorm.cli.streams import check_apart

# What a trained model learns a new layout with, in two minutes; anything else that is said wins.
FINE_TUNING = {"examples": 50_000, "batch": 128, "learning_rate": 5e-4}


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
    (
        "--targets",
        click.Choice(["dates", "texts"]),
        "",
        "What it learns to write: dates, or all that people write.",
    ),
    ("--roles", WEIGHT, "W", "Weight of a second output that names the role of each character; 0 for none."),
    ("--noise", SHARE, "P", "Share of generated pairs with typos and the like."),
    ("--seed", click.INT, "S", "Where chance starts."),
    ("--patience", click.IntRange(min=0), "N", "Stop after N validations without a better one; 0 never."),
    ("--precision", click.Choice(["float32", "mixed_float16", "mixed_bfloat16"]), "", "Of the arithmetic."),
    ("--prepare", COUNT, "N", "Processes that make batches ahead of time; 1 by default."),
    (
        "--minutes",
        Number(min=0, min_open=True),
        "M",
        "End after M minutes, whatever --examples says.",
    ),
    ("--replay", SHARE, "P", "With --from: share of generated pairs among yours."),
)
@click.option(
    "--from", "from_bundle", type=BUNDLE, metavar="DIR", help="Go on from this model, with your --data."
)
@click.option(
    "--locale", "locales", metavar="ID", multiple=True, help="Locales to make pairs of; all by default."
)
@click.option(
    "--everything",
    is_flag=True,
    default=None,
    help="Make pairs of all that people write, as --targets texts does; what is no date is learned as none.",
)
@click.option("--resume", is_flag=True, help="Go on with the interrupted run in --out, as it was told.")
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

    check_apart(map(Path(said["out"]).joinpath, training.OUTPUTS), [said["data"], said["validation"]])
    said = {name: str(value) if isinstance(value, Path) else value for name, value in given(**said).items()}
    if said.get("resume"):
        said = {**asdict(training.begun(Path(said["out"]))), **said}
    elif "from_bundle" in said:
        said = {**FINE_TUNING, **said}
    training.train(configured(**said))


def configured(**said: Any) -> Any:
    """Return the TrainingConfig of a command line. Raises UsageError."""
    import shlex

    from datenorm import training

    command = shlex.join(["datenorm", *sys.argv[1:]])
    try:
        return training.TrainingConfig(**{**said, "command": command, "date": date.today().isoformat()})
    except ValueError as error:
        raise click.UsageError(str(error)) from error
