"""Packed: texts one behind the other in UTF-8, as Arrow has them; those of one layout are taken apart together.

Digits of texts of one length whose numbers stand in the same places are columns of one array of bytes.
"""

from collections.abc import Callable, Iterator
from math import prod
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from datenorm.reading.classes import Classes, Literal
from datenorm.reading.shapes import LONGEST, Mask

Ints = NDArray[np.int64]
Bytes = NDArray[np.uint8]
FEW = 24  # texts of one length, for which arrays take longer than one text after the other
MOST_KEYS = 1 << 40  # classes of the numbers of a mask, times each other: they are told apart by one int64
ZEROS = np.frombuffer(bytes(range(48)) + b"0" * 10 + bytes(range(58, 256)), np.uint8)
# Of the characters of a mask, whose sum is its name. Source of the factor: D. Knuth's MMIX.
# Random numbers of NumPy would take 10 ms to import.
WEIGHTS = np.cumprod(np.full(4 * LONGEST, 6364136223846793005, np.uint64))
Places = tuple[tuple[int, int, str], ...]  # where numbers begin and end, in bytes, and their digits as zeros


class Packed(NamedTuple):
    """Texts one behind the other. offsets: int64 (texts + 1,), where each begins in `data`, and where the last ends."""

    offsets: Ints
    data: Bytes

    def __len__(self) -> int:
        return len(self.offsets) - 1

    def text(self, row: int) -> str:
        """Return one of the texts. Raises UnicodeDecodeError where it is not UTF-8."""
        return self.data[self.offsets[row] : self.offsets[row + 1]].tobytes().decode()


class Alike(NamedTuple):
    """Texts of one length whose numbers stand in the same places.

    rows: (texts,) their numbers. numbers: of each place the values, (texts,). shape: (texts,) which of the shapes each
    has. firsts: a row of each shape.
    """

    rows: Ints
    numbers: list[Ints]
    shape: Ints
    firsts: Ints


def by_shape(packed: Packed, rows: range, mask_of: Callable[[str], Mask | None]) -> Iterator[Alike]:
    """Yield those of some rows that make shapes, in groups; some are left out, as if they made none.

    mask_of: the mask of a text without digits of other scripts than ASCII's.
    """
    lengths = np.diff(packed.offsets[rows.start : rows.stop + 1])
    counts = np.bincount(np.minimum(lengths, len(WEIGHTS) + 1))[: len(WEIGHTS) + 1]
    for length in np.flatnonzero(counts >= FEW):
        if length:
            found = np.flatnonzero(lengths == length) + rows.start
            characters = packed.data[packed.offsets[found] + np.arange(length)[:, None]]  # (length, texts)
            yield from _of_one_length(packed, found, characters, mask_of)


def _of_one_length(
    packed: Packed, rows: Ints, characters: Bytes, mask_of: Callable[[str], Mask | None]
) -> Iterator[Alike]:
    zeros = ZEROS[characters]
    firsts, which = _distinct(zeros)
    masks = [mask_of(packed.text(rows[first])) for first in firsts]
    together: dict[tuple[Places, tuple[int, ...]], list[int]] = {}
    for number, mask in enumerate(masks):
        if mask:
            together.setdefault((_in_bytes(mask), tuple(map(id, mask.tables))), []).append(number)
    for (places, _), numbers in together.items():
        mask = masks[numbers[0]]
        assert mask
        own = np.full(len(firsts), -1)
        own[numbers] = np.arange(len(numbers))
        chosen = np.flatnonzero(own[which] >= 0)
        found = _alike(rows[chosen], characters[:, chosen], own[which[chosen]], places, mask)
        if found:
            yield found


def _distinct(columns: Bytes) -> tuple[Ints, Ints]:
    """Return the first of the columns that are equal to each other, for each of these, and which one each column is."""
    if (columns == columns[:, :1]).all():
        return np.zeros(1, np.int64), np.zeros(columns.shape[1], np.int64)
    names = WEIGHTS[: len(columns)] @ columns
    _, firsts, which = np.unique(names, return_index=True, return_inverse=True)
    same = (columns == columns[:, firsts[which]]).all(axis=0)
    if not same.all():  # two of them have one name, which is hardly ever so
        _, firsts, which = np.unique(columns, axis=1, return_index=True, return_inverse=True)
        which = which.ravel()  # NumPy 2.0 returns it with an axis more
    return firsts, which


def _in_bytes(mask: Mask) -> Places:
    """Return where the numbers of a mask stand, in UTF-8."""
    return tuple(
        (start := len(mask.text[:at].encode()), start + end - at, mask.text[at:end])
        for at, end, _ in mask.places
    )


def _alike(rows: Ints, characters: Bytes, which: Ints, places: Places, mask: Mask) -> Alike | None:
    """Return texts, whose numbers stand in the same places, by their shapes; None where these may be too many."""
    tables: list[Classes | Literal] = [place.table for place in mask.places]
    codes = [table.codes for table in tables]
    sizes = [int(code.max()) + 1 for code in codes]
    if prod(sizes) > MOST_KEYS:
        return None
    numbers = [_value(characters[start:end], zeros) for start, end, zeros in places]
    key, known = which.copy(), np.ones(len(rows), bool)
    for number, code, size, table in zip(numbers, codes, sizes, tables, strict=True):
        classes = code[number]
        key = key * size + classes
        if isinstance(table, Classes):
            known &= classes > 0
    if not known.all():
        rows, key, numbers = rows[known], key[known], [number[known] for number in numbers]
    _, firsts, shape = np.unique(key, return_index=True, return_inverse=True)
    return Alike(rows, numbers, shape, rows[firsts])


def _value(digits: Bytes, zeros: str) -> Ints:
    """Return the numbers that are written in columns of digits; what stands between the digits is passed over."""
    value = np.zeros(digits.shape[1], np.int64)
    for column, zero in zip(digits, zeros, strict=True):
        if zero == "0":
            value = value * 10 + (column - np.uint8(48))
    return value
