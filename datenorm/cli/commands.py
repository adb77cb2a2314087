"""The commands. Data goes to stdout, everything else to stderr; libraries of weight are loaded by those that need them.

Exit status: 0 all read; 1 a text could not be read, or the run failed; 2 wrong usage; 130 interrupted; 143 terminated.
"""

import click

from datenorm.cli.compare import compare
from datenorm.cli.evaluate import evaluate
from datenorm.cli.generate import generate
from datenorm.cli.options import Commands
from datenorm.cli.train import train
from datenorm.cli.translate import translate
from datenorm.cli.visualize import visualize

COMPLETION = """\b
Tab completes commands and options after
  eval "$(_DATENORM_COMPLETE=bash_source datenorm)"
in ~/.bashrc; for zsh it is zsh_source, for fish
  _DATENORM_COMPLETE=fish_source datenorm | source"""


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


for _command in (translate, visualize, generate, train, evaluate, compare):
    main.add_command(_command)
