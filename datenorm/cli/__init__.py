"""The command line: one file a command.

commands    the group of all commands
translate   texts, lines and tables to dates
shapes      the ways in which a column's dates are written
explain     why a text has its answer, token by token
visualize   where the network looked
generate    pairs of texts and dates
train       a model
evaluate    a model, measured
compare     architectures, trained side by side
usage       which options of translate contradict each other
options     what commands share: options, and how a failure becomes a line and a status
streams     where data comes from and goes
batch       what `translate` does with lines and tables
"""

from datenorm.cli.commands import main

__all__ = ["main"]
