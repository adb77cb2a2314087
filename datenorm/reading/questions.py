"""Questions: texts with their hints, as the network takes them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from datenorm.judging.seen import Seen
from datenorm.network.shown import LONGEST_TEXT, MAX_CHARACTERS, PREFIX
from datenorm.network.vocabulary import Source, Tokens, Vocabulary
from datenorm.reading.hints import Origin, Question
from datenorm.rewriting.core import core
from datenorm.rewriting.page import Page
from datenorm.rewriting.plan import rewritten

# Batches are a multiple of this wide. Processors add so many numbers at a time, and what is left over in another order:
# with none left over, a text gets the same bits in any company.
LANES = 8


@dataclass(frozen=True, slots=True)
class Questions:
    """Texts with their hints, and the tokens of both: what batches are cut from.

    pages: the texts after exact code has rewritten them, with their tokens. shown: the same as the network gets them.
    origins: who says the order of each. cores: where the core begins, of rows of which no more is shown.
    """

    texts: Sequence[str]
    pages: Sequence[Page]
    shown: Sequence[str]
    orders: Sequence[str | None]
    languages: Sequence[str | None]
    origins: Sequence[Origin]
    tokens: Tokens
    order_tokens: NDArray[np.int32]
    language_tokens: NDArray[np.int32]
    cores: Mapping[int, int] = field(default_factory=dict)

    @classmethod
    def of(cls, questions: Sequence[Question], vocabulary: Vocabulary) -> "Questions":
        texts, orders, languages, origins = zip(*questions, strict=True) if questions else ((), (), (), ())
        told = [order if origin == "told" else None for order, origin in zip(orders, origins, strict=True)]
        pages = list(map(rewritten, texts, told, languages))
        shown = [page.text if page.edited else text for page, text in zip(pages, texts, strict=True)]
        tokens = vocabulary.tokenize(shown)
        hints = vocabulary.hint_tokens(orders, languages)
        return cls(texts, pages, shown, orders, languages, origins, tokens, *hints)

    def __len__(self) -> int:
        return len(self.texts)

    def seen(self, row: int) -> Seen:
        """Return a text as the judge is told it was read."""
        told = self.origins[row] == "told"
        return Seen(self.pages[row], self.orders[row], self.languages[row], told, self.cores.get(row))

    def by_cores(self, rows: Iterable[int], vocabulary: Vocabulary) -> tuple["Questions", list[int]]:
        """Return these questions with the cores of some texts in their place, and the rows whose texts have one."""
        places = {row: place for row in rows if (place := core(self.pages[row]))}
        found = {row: (start, end) for row, (start, end) in places.items() if end - start <= MAX_CHARACTERS}
        if not found:
            return self, []
        shown = list(self.shown)
        for row, (start, end) in found.items():
            shown[row] = self.pages[row].text[start:end]
        tokens = self.tokens.replaced(list(found), vocabulary.tokenize([shown[row] for row in found]))
        starts = {row: start for row, (start, _) in found.items()}
        return replace(self, shown=shown, tokens=tokens, cores=starts), sorted(found)

    def source(self, rows: NDArray[np.integer], orders: NDArray[np.int32] | None = None) -> Source:
        """Return some rows as a batch. orders: int32 (rows,), order tokens to show in place of the rows' own."""
        longest = PREFIX + int(self.tokens.lengths[rows].max(initial=0))
        return self.tokens.batch(
            rows,
            self.order_tokens[rows] if orders is None else orders,
            self.language_tokens[rows],
            width=-(-longest // LANES) * LANES,
        )

    def readable(self) -> NDArray[np.int64]:
        """Return the rows the network may be shown, as `by_length` sorts them."""
        lengths = self.tokens.lengths
        return self.by_length(np.flatnonzero((lengths > 0) & (lengths <= MAX_CHARACTERS)))

    def too_long(self) -> list[int]:
        """Return the rows of texts too long to be shown whole, and short enough to be read by their cores."""
        lengths = self.tokens.lengths
        return np.flatnonzero((lengths > MAX_CHARACTERS) & (lengths <= LONGEST_TEXT)).tolist()

    def by_length(self, rows: Sequence[int] | NDArray[np.integer]) -> NDArray[np.int64]:
        """Return `rows`, those of short texts first, so that a batch has little padding; of equal ones in order."""
        numbers = np.sort(np.asarray(rows, np.int64))
        return numbers[np.argsort(self.tokens.lengths[numbers], kind="stable")]
