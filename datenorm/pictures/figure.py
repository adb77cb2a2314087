"""The figure of a heatmap: panels on a sheet, placed in inches. Everything Matplotlib draws is drawn here."""

import io
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any, Literal, cast

import matplotlib
import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from datenorm.pictures import fonts
from datenorm.pictures.alignment import Alignment
from datenorm.pictures.bidi import OPEN_BOX, shown, visible, visual_order
from datenorm.pictures.captions import SYMBOL_NAMES, caption
from datenorm.text.roles import NAMES, NONE


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours of a picture.

    ramp: from no attention to all of it, in even steps of lightness of one hue, so that it reads the same with every
    colour vision and in grey.
    """

    paper: str
    ink: str
    muted: str
    ramp: tuple[str, ...]

    @property
    def colours(self) -> LinearSegmentedColormap:
        return LinearSegmentedColormap.from_list("attention", self.ramp)

    @property
    def bar(self) -> str:
        return self.ramp[-2]


THEMES = {
    "light": Theme("#ffffff", "#16202e", "#66717f", ("#f1f3f6", "#bdd3e9", "#6c9fd0", "#2864a8", "#0b2c5a")),
    "dark": Theme("#10151d", "#e8edf3", "#98a4b3", ("#1b2430", "#234a72", "#2f7ab3", "#74bfe3", "#e9f9ff")),
}

# Inches. A cell holds a character of 12 points; long texts get smaller cells down to the least that can be read.
CELL, LEAST_CELL, LONG = 0.29, 0.17, 11.0
LEFT, RIGHT, TOP, HEADING, BAR, LABELS, GAP, FOOT = 0.82, 0.22, 0.2, 0.64, 0.5, 0.36, 0.05, 0.3
ROLES = 0.22  # below the characters, where the model names their roles
MOST_HEADING = 4.6  # of the panel of a short text: two dates and their shares fit, the rest is cut
PAGE_SHAPE = 0.8  # width by height
DPI, MOST_PIXELS = 200, 16_000  # a side of a PNG; a sheet of hundreds of texts gets fewer dots to the inch


@dataclass(frozen=True, slots=True)
class Panel:
    """One alignment and the room it takes, in inches. head: what of the attention it shows, where that is not all."""

    alignment: Alignment
    cell: float
    head: str = ""

    @classmethod
    def of(cls, alignment: Alignment, head: str = "") -> "Panel":
        return cls(alignment, min(CELL, max(LEAST_CELL, LONG / max(1, len(alignment.characters)))), head)

    @classmethod
    def all_of(cls, alignment: Alignment) -> list["Panel"]:
        """Return the panel of an alignment and, where its attention has several heads, one for each of them."""
        count = len(alignment.heads)
        apart = [replace(alignment, weights=weights, received=None) for weights in alignment.heads]
        heads = [cls.of(one, f"head {number} of {count}") for number, one in enumerate(apart, 1)]
        return [cls.of(alignment), *heads]

    @property
    def caption(self) -> tuple[str, str]:
        return (self.head, "") if self.head else caption(self.alignment.translation)

    @property
    def map_width(self) -> float:
        return self.cell * max(1, len(self.alignment.characters))

    @property
    def map_height(self) -> float:
        return CELL * len(self.alignment.symbols)

    @property
    def roles_height(self) -> float:
        return ROLES if self.alignment.roles else 0.0

    @property
    def width(self) -> float:
        answer, note = self.caption
        heading = 0.09 * len(answer) + 0.07 * len(note) + 0.12  # what 11 and 9 points take, about
        return LEFT + max(self.map_width, min(heading, MOST_HEADING)) + RIGHT

    @property
    def height(self) -> float:
        if not self.alignment.characters:
            return TOP + HEADING
        return TOP + HEADING + BAR + LABELS + self.roles_height + self.map_height


@dataclass(frozen=True, slots=True)
class Grid:
    """Panels in rows and columns: the width of each column and the height of each row, in inches."""

    widths: tuple[float, ...]
    heights: tuple[float, ...]

    @classmethod
    def of(cls, panels: Sequence[Panel], columns: int) -> "Grid":
        widths = tuple(max(panel.width for panel in panels[i::columns]) for i in range(columns))
        rows = (panels[i : i + columns] for i in range(0, len(panels), columns))
        return cls(widths, tuple(max(panel.height for panel in row) for row in rows))

    def badness(self) -> float:
        """Return how far the grid is from the shape of a page, which is wanted whatever the number of panels."""
        return abs(math.log(sum(self.widths) / sum(self.heights) / PAGE_SHAPE))


def render(
    alignments: Sequence[Alignment], format: Literal["png", "svg", "pdf"] = "png", theme: str = "light"
) -> tuple[bytes, list[str]]:
    """Return the picture of all `alignments` (at least one), and a line for each font package that it lacks."""
    with matplotlib.rc_context():
        matplotlib.rcdefaults()  # a user's matplotlibrc is for the user's own plots
        matplotlib.rcParams["svg.hashsalt"] = "datenorm"
        panels = [panel for alignment in alignments for panel in Panel.all_of(alignment)]
        figure = _figure(panels, THEMES[theme])
        picture = io.BytesIO()
        figure.savefig(picture, format=format, facecolor=THEMES[theme].paper, metadata=_metadata(format))
    return picture.getvalue(), fonts.advice(fonts.missing(_characters(alignments)))


def _metadata(format: str) -> dict[str, Any]:
    """Return what the file says of itself: no time of making, so that one input gives one file."""
    maker = {"png": "Software", "svg": "Creator", "pdf": "Creator"}[format]
    time = {"png": {}, "svg": {"Date": None}, "pdf": {"CreationDate": None, "Producer": None}}[format]
    return {maker: "datenorm", "Title": "Alignment of dates", **time}


def _characters(alignments: Sequence[Alignment]) -> Iterator[str]:
    """Yield every character that needs a glyph."""
    for alignment in alignments:
        yield from shown(alignment.translation.text)
        yield from (c for c in alignment.characters if not visible(c).startswith("U+"))


def _figure(panels: Sequence[Panel], theme: Theme) -> Figure:
    grid = min((Grid.of(panels, columns) for columns in range(1, len(panels) + 1)), key=Grid.badness)
    width, height = sum(grid.widths), sum(grid.heights) + TOP + FOOT
    figure = Figure((width, height), dpi=min(DPI, MOST_PIXELS / max(width, height)))
    FigureCanvasAgg(figure)
    sheet = Sheet(figure, theme)
    for i, panel in enumerate(panels):
        row, column = divmod(i, len(grid.widths))
        sheet.panel(panel, sum(grid.widths[:column]), sum(grid.heights[row:]) + TOP + FOOT)
    sheet.legend()
    return figure


class Sheet:
    """A figure on which things are placed in inches from the lower left corner."""

    def __init__(self, figure: Figure, theme: Theme) -> None:
        self.figure, self.theme = figure, theme

    def panel(self, panel: Panel, left: float, top: float) -> None:
        """Draw one alignment with its upper left corner at (left, top)."""
        alignment = panel.alignment
        order = visual_order(alignment.characters)
        weights = np.asarray(alignment.weights, np.float64)[:, order]  # (target, source), as the eye reads
        x, y = left + LEFT, top - TOP
        self._heading(panel, x, y, panel.width - LEFT - RIGHT)
        if not order:
            return
        y -= HEADING + BAR
        self._importance(np.asarray(alignment.importance, np.float64)[order], x, y, panel.map_width)
        y -= LABELS
        for place, i in enumerate(order):
            self._character(alignment.characters[i], x + (place + 0.5) * panel.cell, y + 0.12, panel.cell)
        if alignment.roles:
            self._roles([alignment.roles[i] for i in order], x, y, panel.cell)
            y -= panel.roles_height
        self._map(weights, x, y - panel.map_height, panel.map_width, panel.map_height)
        for row, symbol in enumerate(alignment.symbols):
            label = SYMBOL_NAMES.get(symbol, symbol)
            size = 12 if len(label) == 1 else 8
            self._text(label, x - 0.14, y - (row + 0.5) * CELL, size, ha="right", va="center_baseline")

    def legend(self) -> None:
        """Draw the colour scale in the lower right corner."""
        width, right = 1.1, self.figure.get_figwidth() - RIGHT
        axes = self._axes(right - width - 0.12, 0.2, width, 0.08)
        axes.imshow(np.linspace(0, 1, 256)[None], aspect="auto", cmap=self.theme.colours)
        for label, x, side in (("attention 0", right - width - 0.18, "right"), ("1", right - 0.06, "left")):
            self._text(label, x, 0.24, 7, color=self.theme.muted, ha=side, va="center")

    def _heading(self, panel: Panel, x: float, y: float, room: float) -> None:
        self._fit(shown(panel.alignment.translation.text) or "(empty)", x, y - 0.16, 13, room)
        answer, note = panel.caption
        drawn = self._fit(answer, x, y - 0.45, 11, room, color=self.theme.bar)
        start = x + self._extent(drawn).width + 0.12
        if note and start + 0.4 < x + room:
            self._fit(note, start, y - 0.45, 9, room - (start - x), color=self.theme.muted)

    def _importance(self, importance: np.ndarray, x: float, y: float, width: float) -> None:
        """Draw the bar chart of `importance` (source,), its foot at `y`."""
        highest = float(importance.max())
        axes = self._axes(x, y, width, BAR - GAP)
        axes.bar(np.arange(len(importance)) + 0.5, importance, width=0.72, color=self.theme.bar)
        axes.set_xlim(0, len(importance))
        axes.set_ylim(0, max(highest, 1e-9))
        self._text("importance", x - 0.14, y, 7, color=self.theme.muted, ha="right")
        if highest:
            self._text(
                f"{highest:.1f}", x - 0.14, y + BAR - GAP, 7, color=self.theme.muted, ha="right", va="top"
            )

    def _map(self, weights: np.ndarray, x: float, y: float, width: float, height: float) -> None:
        """Draw `weights` (target, source) with its lower left corner at (x, y), the first target on top."""
        axes = self._axes(x, y, width, height)
        edges = {"edgecolors": self.theme.paper, "linewidth": 1.0}
        axes.pcolormesh(weights, cmap=self.theme.colours, vmin=0, vmax=1, **edges)
        axes.invert_yaxis()

    def _character(self, character: str, x: float, y: float, cell: float) -> None:
        """Write one input character on the base line `y`, no wider than its cell."""
        label, size, colour = visible(character), 12 * cell / CELL, self.theme.ink
        if label.startswith("U+") or fonts.missing(label):
            digits = f"{ord(character):04X}"  # no glyph: its number, in two lines
            half = (len(digits) + 1) // 2
            label, size, colour = f"{digits[:half]}\n{digits[half:]}", size / 2, self.theme.muted
        elif label == OPEN_BOX:
            colour = self.theme.muted
        drawn = self._text(label, x, y, size, color=colour, ha="center", linespacing=0.95)
        excess = self._extent(drawn).width / (0.94 * cell)
        if excess > 1:
            drawn.set_fontsize(size / excess)

    def _roles(self, letters: Sequence[str], x: float, y: float, cell: float) -> None:
        """Draw a line under each run of characters with one role, and its name: its letter where there is no room."""
        self._text("roles", x - 0.14, y - 0.12, 7, color=self.theme.muted, ha="right")
        at = 0
        for letter, run in groupby(letters):
            start, at = at, at + len(list(run))
            if letter != NONE:
                left, width = x + (start + 0.1) * cell, (at - start - 0.2) * cell
                self._axes(left, y + 0.02, width, 0.03).axhspan(0, 1, color=self.theme.bar)
                middle, below = left + width / 2, y - 0.12
                drawn = self._text(NAMES[letter], middle, below, 7, color=self.theme.muted, ha="center")
                if self._extent(drawn).width > width + 0.1 * cell:
                    drawn.set_text(letter)

    def _fit(self, text: str, x: float, y: float, size: float, room: float, **style: Any) -> Text:
        """Write `text`, cut with an ellipsis where it is longer than `room`."""
        drawn = self._text(text, x, y, size, **style)
        while len(text) > 1 and (share := room / self._extent(drawn).width) < 1:
            text = text[: max(1, min(len(text) - 1, int(len(text) * share)))].rstrip()
            drawn.set_text(text + "…")
        return drawn

    def _text(self, text: str, x: float, y: float, size: float, **style: Any) -> Text:
        lacking = set(fonts.missing(text))
        text = "".join("\ufffd" if c in lacking else c for c in text)  # a known sign, never an empty box
        style = {"color": self.theme.ink, "va": "baseline", **style}
        return self.figure.text(
            x, y, text, fontproperties=fonts.properties(text, size), parse_math=False,
            transform=self.figure.dpi_scale_trans, **style,
        )  # fmt: skip

    def _extent(self, text: Text) -> Bbox:
        """Return the box of `text` in inches."""
        renderer = cast(FigureCanvasAgg, self.figure.canvas).get_renderer()  # type: ignore[no-untyped-call]
        return text.get_window_extent(renderer).transformed(self.figure.dpi_scale_trans.inverted())

    def _axes(self, x: float, y: float, width: float, height: float) -> Any:
        whole = self.figure.get_size_inches()
        axes = self.figure.add_axes((x / whole[0], y / whole[1], width / whole[0], height / whole[1]))
        axes.set_axis_off()
        return axes
