"""Characters to token ids, a whole batch at once, after the clean-up of `datenorm.text.characters`.

What the network is shown is one token for each character that carries meaning. Two hint tokens, field order and
language, stand in front.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from datenorm.dates.calendar import ORDERS
from datenorm.network.shown import PREFIX
from datenorm.text.characters import canonical, compose, fold

PADDING, UNKNOWN, NO_ORDER, NO_LANGUAGE = range(4)
FIRST_ORDER = 4  # the ids of ORDERS, then the languages, then the characters

_UNSEEN, _DROPPED = PADDING, -1  # in the look-up table; no code point is padding


@dataclass(frozen=True, slots=True)
class Source:
    """A padded batch as the encoder takes it.

    tokens: int32 (batch, source), the two hint tokens first, then characters, then padding.
    lengths: int32 (batch,), tokens of each row, hints included.
    positions: int32 (batch, source), where each token stands in `compose(text)`; -1 for hints and padding.
    """

    tokens: NDArray[np.int32]
    lengths: NDArray[np.int32]
    positions: NDArray[np.int32]

    def some(self, rows: NDArray[np.integer]) -> "Source":
        """Return some rows, as wide as they are."""
        return Source(self.tokens[rows], self.lengths[rows], self.positions[rows])


@dataclass(frozen=True, slots=True)
class Tokens:
    """The characters of many texts end to end: ids and positions (characters,), lengths and starts (texts,)."""

    ids: NDArray[np.int32]
    positions: NDArray[np.int32]
    lengths: NDArray[np.int64]
    starts: NDArray[np.int64]

    def replaced(self, rows: Sequence[int], others: "Tokens") -> "Tokens":
        """Return these with the texts `rows` in the place of which `others` stand, in their order."""
        places = np.asarray(rows, np.int64)
        lengths, starts = self.lengths.copy(), self.starts.copy()
        lengths[places], starts[places] = others.lengths, others.starts + len(self.ids)
        ids, positions = np.append(self.ids, others.ids), np.append(self.positions, others.positions)
        return Tokens(ids, positions, lengths, starts)

    def batch(
        self,
        rows: NDArray[np.integer],
        orders: NDArray[np.int32],
        languages: NDArray[np.int32],
        width: int = 0,
    ) -> Source:
        """Pad the texts `rows` into one Source at least `width` tokens wide.

        orders, languages: int32 (rows,), hint tokens as `Vocabulary.hint_tokens` gives them.
        """
        lengths = self.lengths[rows]
        width = max(width, PREFIX + int(lengths.max(initial=0)))
        column = np.arange(width - PREFIX)
        inside = column < lengths[:, None]  # (batch, characters)
        where = (self.starts[rows][:, None] + column)[inside]
        tokens = np.full((len(rows), width), PADDING, np.int32)
        positions = np.full((len(rows), width), -1, np.int32)
        tokens[:, 0], tokens[:, 1] = orders, languages
        tokens[:, PREFIX:][inside] = self.ids[where]
        positions[:, PREFIX:][inside] = self.positions[where]
        return Source(tokens, (lengths + PREFIX).astype(np.int32), positions)


@dataclass(slots=True)
class Vocabulary:
    """The tokens a model knows: padding, unknown, the hints and `characters` (canonical ones, each once).

    Safe for use from several threads: the look-up table only ever gains entries, each always the same.
    """

    characters: str
    languages: tuple[str, ...]
    _ids: dict[str, int] = field(init=False, repr=False)
    _table: NDArray[np.int32] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        first = FIRST_ORDER + len(ORDERS) + len(self.languages)
        self._ids = {character: first + index for index, character in enumerate(self.characters)}
        if len(self._ids) != len(self.characters):
            raise ValueError("a vocabulary names each character once")
        # Code point -> id, filled as code points turn up; what is zero, _UNSEEN, needs no memory until then.
        self._table = np.zeros(0x110000, np.int32)

    @classmethod
    def of_texts(cls, texts: Iterable[str], languages: Sequence[str]) -> "Vocabulary":
        """Return the vocabulary that knows every character of `texts`."""
        seen: set[str] = set()
        for text in texts:
            seen.update(compose(text))
        known = {canonical(character) for character in seen} - {""}
        return cls("".join(sorted(known)), tuple(languages))

    @property
    def size(self) -> int:
        """How many token ids there are."""
        return FIRST_ORDER + len(ORDERS) + len(self.languages) + len(self.characters)

    def to_json(self) -> dict[str, object]:
        return {"characters": self.characters, "languages": list(self.languages)}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "Vocabulary":
        return cls(data["characters"], tuple(data["languages"]))

    def hint_tokens(
        self, orders: Sequence[str | None], languages: Sequence[str | None]
    ) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
        """Return the order and language tokens, int32 (texts,) each; an unknown language counts as none."""
        order_id = {order: FIRST_ORDER + index for index, order in enumerate(ORDERS)}
        language_id = {name: FIRST_ORDER + len(ORDERS) + index for index, name in enumerate(self.languages)}
        return (
            np.array([order_id.get(order or "", NO_ORDER) for order in orders], np.int32),
            np.array([language_id.get(language or "", NO_LANGUAGE) for language in languages], np.int32),
        )

    def tokenize(self, texts: Sequence[str]) -> Tokens:
        """Return the tokens of all `texts`: one joined string, one UTF-32 view, one table look-up."""
        composed = [compose(text) for text in texts]
        joined = "".join(composed).encode("utf-32-le", "surrogatepass")
        codes = np.frombuffer(joined, np.uint32)
        ids = self._table[codes]
        if (ids == _UNSEEN).any():
            self._learn(set(codes[ids == _UNSEEN].tolist()))  # np.unique imports numpy.ma, which takes 10 ms
            ids = self._table[codes]
        sizes = np.fromiter(map(len, composed), np.int64, len(composed))
        return self._without_gaps(ids, sizes)

    def encode(
        self,
        texts: Sequence[str],
        orders: Sequence[str | None],
        languages: Sequence[str | None],
        width: int = 0,
    ) -> Source:
        """Tokenize and pad `texts`, with one order and one language hint (or None) for each."""
        return self.tokenize(texts).batch(np.arange(len(texts)), *self.hint_tokens(orders, languages), width)

    def _learn(self, codes: Iterable[int]) -> None:
        for code in codes:
            self._table[code] = self._id_of(chr(code))

    def _id_of(self, character: str) -> int:
        """Return the id of `character`; its base letter's where the vocabulary lacks it but knows that."""
        known = canonical(character)
        if known == "":
            return _DROPPED
        if known in self._ids:
            return self._ids[known]
        if unicodedata.category(known) in ("Mn", "Me"):
            return _DROPPED
        base = fold(unicodedata.normalize("NFKD", known)[0])
        return self._ids.get(base, UNKNOWN)

    def _without_gaps(self, ids: NDArray[np.int32], sizes: NDArray[np.int64]) -> Tokens:
        """Drop dropped characters, runs of spaces and spaces at the ends; count what is left of each text."""
        owner = np.repeat(np.arange(len(sizes)), sizes)  # (characters,): the text each character is of
        positions = np.arange(len(ids)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        kept = ids != _DROPPED
        ids, owner, positions = ids[kept], owner[kept], positions[kept]
        space = ids == self._ids.get(" ", _UNSEEN)
        # A space stays only where a character that is no space follows, and one stands before it, in the same text.
        last = np.append(owner[1:] != owner[:-1], True)[: len(ids)]
        first = np.append(True, owner[1:] != owner[:-1])[: len(ids)]
        follows_space = np.append(False, space[:-1])[: len(ids)]
        kept = ~(space & (first | follows_space))
        ids, owner, positions, space = ids[kept], owner[kept], positions[kept], space[kept]
        last = np.append(owner[1:] != owner[:-1], True)[: len(ids)]
        kept = ~(space & last)
        ids, owner, positions = ids[kept], owner[kept], positions[kept]
        lengths = np.bincount(owner, minlength=len(sizes)).astype(np.int64)
        return Tokens(ids, positions.astype(np.int32), lengths, np.cumsum(lengths) - lengths)
