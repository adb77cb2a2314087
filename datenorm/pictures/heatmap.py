"""Alignment heatmaps: the input's characters across, the answer's characters down, the importance of each input on top.

Importance is the attention a character receives: from the answer, or from the other characters where these look at each
other. Texts stand in the order of the eye, so an Arabic one starts at the right. Files are drawn by `figure`, with
Matplotlib; the terminal needs nothing.
"""

import sys
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Literal

import numpy as np

from datenorm.errors import DatenormError
from datenorm.files import write_file
from datenorm.pictures import page
from datenorm.pictures.alignment import Alignment
from datenorm.pictures.bidi import is_right_to_left, shown, visible, visual_order
from datenorm.pictures.captions import SYMBOL_NAMES, caption
from datenorm.text.printable import printable

Format = Literal["png", "svg", "pdf"]
FORMATS: dict[str, Format] = {".png": "png", ".svg": "svg", ".pdf": "pdf"}
PAGE = ".html"
SHADES = " ░▒▓█"
LEAST_SHADE = 0.05  # attention below this share is drawn as none
BARS = " ▁▂▃▄▅▆▇█"
MARGIN = 9  # room for a row's name
BLUE, BOLD, DIM, RESET = (
    "\033[38;5;33m",
    "\033[1m",
    "\033[2m",
    "\033[0m",
)  # this blue is seen on black and on white
LEFT_TO_RIGHT_MARK = "\u200e"


def draw(alignments: Sequence[Alignment], path: str | Path, theme: str | None = None) -> list[str]:
    """Write one picture of all `alignments` to `path`, its format by extension; return warnings for the user.

    `-` is stdout, as PNG. theme: 'light' or 'dark'; by default a page follows its reader's, a picture is light. The
    same alignments give the same bytes. Raises DatenormError for an extension we do not draw or, where a picture is
    wanted, without Matplotlib; OSError where the file cannot be written.
    """
    path = Path(path)
    extension = path.suffix.lower() if str(path) != "-" else ".png"
    if extension == PAGE:
        write_file(path, page.render(alignments, theme))
        return []
    if extension not in FORMATS:
        raise DatenormError(
            f"{path}: a heatmap is drawn as {', '.join(FORMATS)} or {PAGE}, by the file's extension"
        )
    try:
        from datenorm.pictures import figure  # Matplotlib takes half a second
    except ModuleNotFoundError as error:
        if error.name != "matplotlib":
            raise
        raise DatenormError("pictures need Matplotlib: pip install matplotlib") from error
    picture, warnings = figure.render(alignments, FORMATS[extension], theme or "light")
    if str(path) == "-":
        sys.stdout.buffer.write(picture)
    else:
        write_file(path, picture)
    return warnings


def draw_terminal(alignment: Alignment, color: bool, width: int = 80) -> str:
    """Return the heatmap as lines of text, for a terminal of `width` columns where the text is not too long for it.

    color: with terminal escapes, else plain.
    """
    answer, note = map(printable, caption(alignment.translation))
    paint = _paint if color else _plain
    heading = f"{_cut(shown(alignment.translation.text), width)}\n{paint(answer, BOLD)}  {paint(note, DIM)}".rstrip()
    if not alignment.characters:
        return heading
    order = visual_order(alignment.characters)
    cells = _cells(alignment.characters, width)
    weights = np.asarray(alignment.weights)[:, order]  # (target, source), as the eye reads
    lines = [_line("", paint(_bars(alignment.importance[order], cells), BLUE))]
    lines.append(_line("", "".join(_in_cells(alignment.characters[i], cells) for i in order)))
    if alignment.roles:
        lines.append(_line("roles", paint("".join(alignment.roles[i].ljust(cells) for i in order), DIM)))
    for symbol, row in zip(alignment.symbols, weights, strict=True):
        shades = "".join(_shade(weight) * cells for weight in row)
        lines.append(_line(SYMBOL_NAMES.get(symbol, symbol), paint(shades, BLUE)))
    return "\n".join([heading, "", *lines])


def _cut(text: str, width: int) -> str:
    """Return `text`, ended by an ellipsis where it takes more than `width` terminal cells.

    >>> _cut("9 May 2018", 10), _cut("9 May 2018", 6), _cut("2018年5月9日", 8)
    ('9 May 2018', '9 May…', '2018年5…')
    """
    ends = list(accumulate(0 if unicodedata.combining(c) else 1 + _is_wide(c) for c in text))
    if not ends or ends[-1] <= width:
        return text
    return text[: bisect_right(ends, width - 1)].rstrip() + "…"


def _line(name: str, drawn: str) -> str:
    return f"{name:>{MARGIN - 2}}  {drawn}".rstrip()


def _paint(text: str, escape: str) -> str:
    return f"{escape}{text}{RESET}" if text else ""


def _plain(text: str, escape: str) -> str:
    return text


def _cells(characters: Sequence[str], width: int) -> int:
    """Return how many terminal cells a column takes: two, which makes it square, or one where that would not fit."""
    wide = any(map(_is_wide, characters))
    return 2 if wide or MARGIN + 2 * len(characters) <= width else 1


def _is_wide(character: str) -> bool:
    """Source: Unicode Standard Annex 11."""
    return unicodedata.east_asian_width(character) in ("W", "F")


def _in_cells(character: str, cells: int) -> str:
    """Return the character's sign, filled up to `cells` terminal cells."""
    sign = visible(character)
    sign = "\ufffd" if sign.startswith("U+") else sign
    padding = " " * (cells - 1 - _is_wide(character))
    if is_right_to_left(character):
        # A terminal that turns right-to-left runs itself finds none to turn: ours are in their places already.
        sign = LEFT_TO_RIGHT_MARK + sign + LEFT_TO_RIGHT_MARK
    return sign + padding


def _bars(importance: Iterable[float], cells: int) -> str:
    heights = list(importance)
    highest = max(heights) or 1.0
    return "".join(BARS[round(height / highest * (len(BARS) - 1))] * cells for height in heights)


def _shade(weight: float) -> str:
    """Return the shade of a share of attention.

    >>> [_shade(weight) for weight in (0.0, 0.1, 0.3, 0.6, 1.0)]
    [' ', '░', '▒', '▓', '█']
    """
    return SHADES[0] if weight < LEAST_SHADE else SHADES[1 + min(3, int(weight * 4))]
