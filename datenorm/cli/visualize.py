"""`datenorm visualize`: where the network looked."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from datenorm.cli.options import IN_FILE, OUT_FILE, FileCommand, hint_options, model_option
from datenorm.cli.streams import standard_output, tell


@click.command(cls=FileCommand, short_help="Draw where the network looks while it reads.")
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
    if str(output) == "-":
        standard_output(binary=True)
    if not texts:
        raise click.UsageError("give a TEXT, or --input FILE")
    from datenorm.pictures import heatmap
    from datenorm.reading.translator import Translator

    alignments = Translator.load(model).align_many(texts, **hints)
    if terminal:
        import shutil

        color = sys.stdout.isatty() and "NO_COLOR" not in os.environ
        width = shutil.get_terminal_size().columns
        click.echo("\n\n".join(heatmap.draw_terminal(alignment, color, width) for alignment in alignments))
    if output:
        for warning in heatmap.draw(alignments, output, theme):
            tell(warning)
