"""The heatmap as a page: one HTML file with nothing to load, where pointing at the answer lights up its sources.

`page.html` is the page. What it shows is put in as JSON and written by its script as text, never as markup.
"""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from datenorm.judging.answer import Translation
from datenorm.pictures.bidi import shown, visible, visual_order
from datenorm.pictures.captions import SYMBOL_NAMES, caption
from datenorm.text.roles import runs

PLACE = "/*ALIGNMENTS*/"
DIGITS = 4  # of a share of attention


class Alignment(Protocol):
    """What is drawn; `datenorm.pictures.alignment.Alignment` is one."""

    @property
    def characters(self) -> Sequence[str]: ...
    @property
    def symbols(self) -> Sequence[str]: ...
    @property
    def weights(self) -> NDArray[np.float32]: ...
    @property
    def translation(self) -> Translation: ...
    @property
    def heads(self) -> NDArray[np.float32]: ...
    @property
    def importance(self) -> NDArray[np.float32]: ...
    @property
    def roles(self) -> str: ...
    @property
    def role_names(self) -> Sequence[str]: ...
    @property
    def others(self) -> Sequence["Alignment"]: ...


def render(alignments: Sequence[Alignment], theme: str | None = None) -> bytes:
    """Return the page of all `alignments`. theme: 'light' or 'dark'; None follows the reader's own."""
    data = {"theme": theme, "alignments": [_described(alignment) for alignment in alignments]}
    # In JSON a < stands in strings alone; written as an escape, no text can end the script it is in.
    written = json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")
    page = Path(__file__).with_name("page.html").read_text("utf-8")
    return page.replace(PLACE, written).encode("utf-8", "backslashreplace")


def _described(alignment: Alignment) -> dict[str, Any]:
    """Return what the page needs of one alignment, its characters in the order of the eye."""
    answer, note = caption(alignment.translation)
    order = visual_order(alignment.characters)
    return {
        "text": shown(alignment.translation.text) or "(empty)",
        "answer": answer,
        "note": note,
        "characters": [visible(alignment.characters[index]) for index in order],
        "roles": [alignment.role_names[index] for index in order] if alignment.role_names else [],
        "named": " · ".join(_named(alignment)),
        "importance": _rounded(alignment.importance, order),
        "readings": [_reading(one, order) for one in (alignment, *alignment.others) if one.symbols],
    }


def _named(alignment: Alignment) -> Iterator[str]:
    """Yield the pieces of a text behind the names of their roles, but for those that only connect."""
    for name, start, end in runs(alignment.roles):
        if name != "connector":
            yield f"{name} \u2068{''.join(alignment.characters[start:end]).strip()}\u2069"


def _reading(alignment: Alignment, order: Sequence[int]) -> dict[str, Any]:
    """Return one reading of a text: what was written, and where all heads looked together and each of them."""
    symbols = [SYMBOL_NAMES.get(symbol, symbol) for symbol in alignment.symbols]
    spelled = "".join(alignment.symbols) if all(len(symbol) == 1 for symbol in symbols) else symbols[0]
    return {
        "name": spelled,
        "symbols": symbols,
        "weights": _rounded(alignment.weights, order),
        "heads": [_rounded(head, order) for head in alignment.heads],
    }


def _rounded(attention: NDArray[np.float32], order: Sequence[int]) -> Any:
    """Return attention, characters on the last axis, as JSON has it."""
    return np.asarray(attention, np.float64)[..., order].round(DIGITS).tolist()
