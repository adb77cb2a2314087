"""Hints: what a caller may hand in. Any series of texts; order, locale and pivot for all of them or for each."""

import functools
import itertools
from collections.abc import Iterable, Sequence
from typing import Any, Literal, cast

from datenorm.dates.calendar import ORDERS
from datenorm.dates.order import OPEN, implied_order, is_left_open

Hint = str | None | Sequence[str | None]  # one for all texts, or one for each
Pivot = int | None | Sequence[int | None]  # the same of the last year that two digits may mean
# Who says in which order numbers stand: the caller or a country, which is law; a language, or dots, which may be wrong.
Origin = Literal["told", "language", "dots", ""]
Question = tuple[
    str, str | None, str | None, Origin
]  # text, order, language: all that the network sees; the order's origin


def hinted(texts: Sequence[str], order: Hint, locale: Hint) -> list[Question]:
    """Return each text with its order and language; an order that is said wins over the locale's, that over dots."""
    pairs = zip(texts, each_hint(order, len(texts)), each_hint(locale, len(texts)), strict=True)
    known = ((text, *_order_and_language(said, identifier)) for text, said, identifier in pairs)
    return [_question(*row) for row in known]


def _question(text: str, order: str | None, language: str | None, origin: Origin) -> Question:
    if order == "YMD" and is_left_open(text):
        order = OPEN
    if order:
        return text, None if order == OPEN else order, language, origin
    implied = implied_order(text)
    return text, implied, language, "dots" if implied else ""


def about(question: Question, text: str) -> Question:
    """Return the question about another text, a part of the one asked about, with the same hints."""
    _, order, language, origin = question
    return _question(text, order if origin in ("told", "language") else None, language, origin)


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
    """Return what is said of each of `count` texts. Raises ValueError where it is said of more or fewer."""
    if _is_of_all(hint):
        return itertools.repeat(hint, count)
    if len(hint) != count:
        raise ValueError(f"a hint is one for all texts, or one for each: {len(hint)} for {count} texts")
    return cast(Iterable[Any], hint)


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
    """Return `texts` as a list of str.

    Raises TypeError for a str, whose letters are hardly meant, for a table, and for other things.
    """
    if hasattr(texts, "columns"):  # of pandas, Polars, Arrow, DuckDB
        raise TypeError(f"a {type(texts).__name__} has several columns; give one of them, say table['day']")
    listed = as_python(texts)
    if isinstance(listed, str | bytes) or not isinstance(listed, Iterable):
        raise TypeError(f"a sequence of texts is wanted, not {listed!r}; for one text there is translate")
    return [_string(text, index) for index, text in enumerate(listed)]


def as_python(given: Any) -> Any:
    """Return what libraries have as Python has it: the list of an array or a series, the number that a scalar is."""
    for method in ("to_pylist", "tolist", "to_list"):  # Arrow; NumPy and pandas; Polars
        if hasattr(given, method):
            return getattr(given, method)()
    return given


def _string(text: object, index: int) -> str:
    if isinstance(text, str):
        return text
    if is_missing(text):
        return ""
    raise TypeError(f"text {index} is of type {type(text).__name__}, not str: {text!r}")


def is_missing(cell: object) -> bool:
    """Return whether a cell, or an option, is none: None, NaN, NaT, or what pandas has for it."""
    try:
        return cell is None or bool(cell != cell)  # NaN and NaT are what is not equal to itself
    except TypeError:
        return True  # pandas' NA will not be asked
