"""Questions: what a caller may hand in, as the network takes it. Any series of texts; hints for all or for each."""

import functools
import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal, cast

import numpy as np
from numpy.typing import NDArray

from datenorm.dates.calendar import ORDERS
from datenorm.dates.order import OPEN, implied_order, possible_orders
from datenorm.judging.judge import Seen
from datenorm.network.vocabulary import MAX_CHARACTERS, PREFIX, Source, Tokens, Vocabulary
from datenorm.rewriting.core import core
from datenorm.rewriting.page import Page
from datenorm.rewriting.plan import rewritten

# Batches are a multiple of this wide. Processors add so many numbers at a time, and what is left over in another order:
# with none left over, a text gets the same bits in any company.
LANES = 8
Hint = str | None | Sequence[str | None]  # one for all texts, or one for each
Pivot = int | None | Sequence[int | None]  # the same of the last year that two digits may mean
# Who says in which order numbers stand: the caller or a country, which is law; a language, or dots, which may be wrong.
Origin = Literal["told", "language", "dots", ""]
Question = tuple[
    str, str | None, str | None, Origin
]  # text, order, language: all that the network sees; the order's origin


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
        found = {row: place for row in rows if (place := core(self.pages[row]))}
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

    def by_length(self, rows: Sequence[int] | NDArray[np.integer]) -> NDArray[np.int64]:
        """Return `rows`, those of short texts first, so that a batch has little padding; of equal ones in order."""
        numbers = np.sort(np.asarray(rows, np.int64))
        return numbers[np.argsort(self.tokens.lengths[numbers], kind="stable")]


def hinted(texts: Sequence[str], order: Hint, locale: Hint) -> list[Question]:
    """Return each text with its order and language; an order that is said wins over the locale's, that over dots."""
    pairs = zip(texts, each_hint(order, len(texts)), each_hint(locale, len(texts)), strict=True)
    known = ((text, *_order_and_language(said, identifier)) for text, said, identifier in pairs)
    return [_question(*row) for row in known]


def _question(text: str, order: str | None, language: str | None, origin: Origin) -> Question:
    if order == "YMD" and _says_nothing(text):
        order = None
    if order:
        return text, None if order == OPEN else order, language, origin
    implied = implied_order(text)
    return text, implied, language, "dots" if implied else ""


def about(question: Question, text: str) -> Question:
    """Return the question about another text, a part of the one asked about, with the same hints."""
    _, order, language, origin = question
    return _question(text, order if origin in ("told", "language") else None, language, origin)


def _says_nothing(text: str) -> bool:
    """Return whether a year-first order leaves the numbers of `text` open: 03/04/2015, whose year stands last."""
    possible = possible_orders(text)
    return bool(possible) and "YMD" not in possible


def alike(
    order: Hint, locale: Hint, pivot: Pivot, count: int
) -> dict[tuple[str | None, str | None, int | None], Sequence[int]]:
    """Return the numbers of the texts that have the same hints, by their order, locale and pivot.

    >>> alike(["DMY", None, "DMY"], None, None, 3)
    {('DMY', None, None): [0, 2], (None, None, None): [1]}
    """
    hints = order, locale, pivot
    if all(map(_is_of_all, hints)):
        return {cast(Any, hints): range(count)} if count else {}
    rows: dict[Any, list[int]] = {}
    each = zip(*(each_hint(hint, count) for hint in hints), strict=False)
    for row, one in zip(range(count), each, strict=True):
        rows.setdefault(one, []).append(row)
    return dict(rows)


def each_hint(hint: Any, count: int) -> Iterable[Any]:
    """Return what is said of each of `count` texts."""
    return itertools.repeat(hint, count) if _is_of_all(hint) else hint


def _is_of_all(hint: object) -> bool:
    """Return whether a hint is one for all texts, and not one for each."""
    return hint is None or isinstance(hint, str | int)


@functools.lru_cache(maxsize=4096)  # all of CLDR's locales, each with and without an order
def _order_and_language(order: str | None, locale: str | None) -> tuple[str | None, str | None, Origin]:
    """Return the order and language hints, and who says the order. Raises LocaleError, or ValueError for no order."""
    if order and order not in (*ORDERS, OPEN):
        raise ValueError(f"order must be one of {', '.join(ORDERS)}, or 'open', not {order!r}")
    if not locale:
        return order or None, None, "told" if order else ""
    # Babel takes longer to import than a short text to read, and most calls name no locale.
    from datenorm.languages.locales import locale_hints, names_territory

    its_order, language = locale_hints(locale)
    if order or not its_order:
        return order or None, language, "told" if order else ""
    return its_order, language, "told" if names_territory(locale) else "language"


def strings(texts: Iterable[str | None]) -> list[str]:
    """Return `texts` as a list of str. Raises TypeError for a str, whose letters are hardly meant, and other things."""
    if isinstance(texts, str | bytes):
        raise TypeError("translate_many takes a sequence of texts; for one text there is translate")
    for method in ("to_pylist", "tolist", "to_list"):  # Arrow; NumPy and pandas; Polars
        if hasattr(texts, method):
            texts = getattr(texts, method)()
            break
    return [_string(text, index) for index, text in enumerate(texts)]


def _string(text: object, index: int) -> str:
    if isinstance(text, str):
        return text
    if _missing(text):
        return ""
    raise TypeError(f"text {index} is of type {type(text).__name__}, not str: {text!r}")


def _missing(cell: object) -> bool:
    try:
        return cell is None or bool(cell != cell)  # NaN and NaT are what is not equal to itself
    except TypeError:
        return True  # pandas' NA will not be asked
