"""The commands. Data goes to stdout, everything else to stderr; libraries of weight are loaded by those that need them.

Exit status: 0 all read; 1 a text could not be read, or the run failed; 2 wrong usage; 130 interrupted; 143 terminated.
"""

from importlib import import_module

import click

from datenorm.cli.options import Commands

# Each stands in the module of its name.
COMMANDS = ("translate", "shapes", "explain", "visualize", "generate", "train", "evaluate", "compare")
COMPLETION = """\b
Tab completes commands after this line in ~/.bashrc; zsh has zsh_source:
  eval "$(_DATENORM_COMPLETE=bash_source datenorm)"
for fish: _DATENORM_COMPLETE=fish_source datenorm | source"""


class OneAtATime(Commands):
    """Imports a command when it is asked for; until then its name is all there is of it."""

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.commands:
            return None
        command: click.Command = getattr(import_module(f"datenorm.cli.{cmd_name}"), cmd_name)
        return command


@click.group(
    "datenorm",
    cls=OneAtATime,
    commands=[click.Command(name) for name in COMMANDS],
    epilog=COMPLETION,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(package_name="datenorm", message="%(prog)s %(version)s")
def main() -> None:
    """Read dates as people write them, in any language, and answer in ISO 8601.

    \b
    datenorm translate 'Saturday 9 May 2018'
    datenorm translate --input orders.csv --column ordered_at --output clean.csv
    """
