"""Printable: a text as a person may be shown it, in one line of a terminal or a comment."""

import re

# Control characters, the ends of lines among them, and what turns the direction of writing.
STEERING = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def printable(text: str) -> str:
    """Return text in one line that steers no terminal: what would, cells and names of columns may have, is escaped.

    >>> printable("\\x1b[2J gone, \\u202etxt.exe\\nnext line")
    '\\\\x1b[2J gone, \\\\u202etxt.exe\\\\nnext line'
    """
    return STEERING.sub(lambda found: found[0].encode("unicode_escape").decode(), text)
