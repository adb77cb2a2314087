"""Alignment: where the network looked while it wrote an answer, cut out of a batch's attention for one text."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from datenorm.dates.calendar import precision
from datenorm.judging.answer import Status, Translation
from datenorm.network.search import Attention
from datenorm.network.shown import PREFIX
from datenorm.network.vocabulary import Source
from datenorm.text.characters import compose
from datenorm.text.roles import NAMES

ONE_HEAD: NDArray[np.float32] = np.zeros((0, 0, 0), np.float32)


@dataclass(frozen=True, slots=True)
class Alignment:
    """Where the network looked while it wrote its best reading of one text.

    characters: the characters of the text that the network was shown, as the text has them (source,).
    positions: where each of them stands in the text, composed to NFC and with its year in the common era (source,).
    symbols: what the network wrote, without the end (target,). weights: float32 (target, source); rows sum to 1.
    heads: float32 (heads, target, source), the attentions that `weights` is the mean of; none where there is but one.
    received: float32 (source,), the attention each character received from the others in the encoder; None where these
    do not look at each other. others: the alignments of the other good readings, where there are several.
    roles: what the network says that each character does, a letter each as `datenorm.text.roles` has them (source,); ''
    where it says nothing of it.
    A text that the network is not shown (empty, too long) has no characters and no symbols.
    """

    characters: tuple[str, ...]
    positions: tuple[int, ...]
    symbols: tuple[str, ...]
    weights: NDArray[np.float32]
    translation: Translation
    heads: NDArray[np.float32] = field(default_factory=lambda: ONE_HEAD)
    received: NDArray[np.float32] | None = None
    others: tuple["Alignment", ...] = ()
    roles: str = ""

    @property
    def role_names(self) -> tuple[str, ...]:
        """The name of each character's role, '' for none (source,); () where the network names none."""
        return tuple(NAMES.get(letter, "") for letter in self.roles)

    @property
    def importance(self) -> NDArray[np.float32]:
        """The attention each character received in all, float32 (source,): from the others or else from the decoder."""
        return self.weights.sum(axis=0) if self.received is None else self.received

    def _repr_html_(self) -> str:
        """Return what a notebook shows: the page of `datenorm visualize -o page.html`, in a frame of its own."""
        from html import escape

        from datenorm.pictures import page

        content = escape(page.render([self]).decode())
        return f'<iframe srcdoc="{content}" style="border: 0; width: 100%; height: 26rem" title="Alignment"></iframe>'


def cut_out(
    shown: str,
    source: Source,
    index: int,
    attention: Attention,
    place: int,
    symbols: Sequence[str],
    translation: Translation,
) -> Alignment:
    """Return the alignment of text `index` of a batch with the target at `place`: no hints, no padding."""
    length = int(source.lengths[index])
    positions = tuple(source.positions[index, PREFIX:length].tolist())
    composed = compose(shown)
    received = attention.received
    return Alignment(
        tuple(composed[position] for position in positions),
        positions,
        tuple(symbols),
        # Copies: not windows on the whole batch.
        attention.weights[place, : len(symbols), PREFIX:length].copy(),
        translation,
        attention.heads[place, :, : len(symbols), PREFIX:length].copy(),
        None if received is None else received[place, PREFIX:length].copy(),
        roles=attention.roles[place],
    )


def as_answer(answer: Translation, iso: str) -> Translation:
    """Return what `answer` were with one of its alternatives alone."""
    [probability] = [one.probability for one in answer.alternatives if one.iso == iso]
    status: Status = "ok" if precision(iso) == "day" else "partial"
    return answer._replace(iso=iso, status=status, confidence=probability, alternatives=(), reason=None)
