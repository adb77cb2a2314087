"""`datenorm explain`: why a text has its answer."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from datenorm.cli.options import FileCommand, hint_options, model_option, reference_options


@click.command(cls=FileCommand, short_help="Say why a text has its answer, token by token.")
@click.argument("texts", metavar="TEXT...", nargs=-1, required=True)
@hint_options
@reference_options
@click.option("--json", "as_json", is_flag=True, help="Print a JSON object for each text.")
@model_option
def explain(texts: Sequence[str], as_json: bool, model: Path | None, **hints: Any) -> None:
    """Print the tokens of each TEXT, what claimed or explains each of them, and the rule that objected to the answer.

    \b
    datenorm explain '13 or 16 May 2018'
    """
    from datenorm.reading.translator import Translator

    translator = Translator.load(model)
    found = [translator.explain(text, **hints) for text in texts]
    if as_json:
        for one in found:
            click.echo(json.dumps(one.to_dict(), ensure_ascii=False))
    else:
        click.echo("\n\n".join(one.to_text() for one in found))
