"""`datenorm compare`: architectures trained side by side."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from datenorm.cli.options import COUNT, IN_FILE, WEIGHT, WithArchitectures, given, options
from datenorm.cli.streams import check_apart
from datenorm.cli.train import configured

COMPARED = {"batch": 128}  # for all architectures, however many pairs there are


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

    check_apart(map(Path(said["out"]).joinpath, training.OUTPUTS), [file, said["validation"]])
    names = architectures or tuple(training.ARCHITECTURES)
    said = {name: str(value) if isinstance(value, Path) else value for name, value in given(**said).items()}
    said = {**COMPARED, **said}
    config = configured(data=str(file), architecture=names[0], **said)
    for name in names:
        configured(data=str(file), architecture=name, **said)  # a wrong name is told before hours of training
    for line in training.compare(config, names, range(1, seeds + 1), epochs):
        click.echo(line)
