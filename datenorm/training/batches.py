"""Rows to training batches: hints drawn, turned into tokens, of like lengths, guided.

What the batches of a window are depends on its rows, the seed and its number alone. Nothing here imports Keras.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import count
from random import Random
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from datenorm.dates.targets import DATES, EOT, TargetLanguage
from datenorm.generation.dataset import Example, hints_for
from datenorm.network.shown import MAX_CHARACTERS, PREFIX
from datenorm.network.vocabulary import Source, Vocabulary
from datenorm.text.characters import compose
from datenorm.text.roles import FIELDS, LETTERS, NONE, ROLES, composed_roles
from datenorm.training.config import TrainingConfig
from datenorm.training.rows import training_windows

MIXED = 8  # characters that the texts of a batch may differ by where they are a file's
BUCKETS = (12, 16, 20, 24, 28, 32, 40, 48, 64, PREFIX + MAX_CHARACTERS)  # source lengths, hints included
WIDE = (24, 40, PREFIX + MAX_CHARACTERS)  # fewer of them, for XLA, which compiles the step for each
YEAR, MONTH, DAY, NO_FIELD = 0, 1, 2, 99
NO_ROLE = -1
# int8 (128,): by the code of a role's letter, its place in ROLES.
ROLE_OF_LETTER: NDArray[np.int8] = np.full(128, NO_ROLE, np.int8)
ROLE_OF_LETTER[[ord(letter) for letter in LETTERS.values()]] = np.arange(len(LETTERS))
# int8 (roles + 1,): the field that each role spells; the last one is NO_ROLE's.
FIELD_OF_ROLE = np.array(
    [FIELDS.index(role) if role in FIELDS else NO_FIELD for role in ROLES] + [NO_FIELD], np.int8
)


class Batch(NamedTuple):
    """tokens: int32 (batch, source). symbols: int32 (batch, target), filled up with <eot>.

    guide: bool (batch, target, source), the characters that each symbol should be read from; none where that is open.
    roles: int8 (batch, source), the place in ROLES of what each character does; NO_ROLE where nobody knows.
    """

    tokens: NDArray[np.int32]
    symbols: NDArray[np.int32]
    guide: NDArray[np.bool_]
    roles: NDArray[np.int8]


class Position(NamedTuple):
    """Where in the stream the next batch is."""

    window: int
    batch: int


START = Position(0, 0)


def batches(
    config: TrainingConfig, vocabulary: Vocabulary, start: Position
) -> Iterator[tuple[Batch, Position]]:
    """Yield the batches of a run from `start` on, without end, each with the position behind it."""
    for window in windows(config, vocabulary, start):
        yield from window


def windows(
    config: TrainingConfig, vocabulary: Vocabulary, start: Position, step: int = 1
) -> Iterator[Iterator[tuple[Batch, Position]]]:
    """Yield the batches of each window of a run, or of every `step`th, from `start` on."""
    numbers = count(start.window, step)
    for number, rows in zip(numbers, training_windows(config, start.window, step), strict=False):
        yield _of_window(
            config, vocabulary, rows, Position(number, start.batch if number == start.window else 0)
        )


def _of_window(
    config: TrainingConfig, vocabulary: Vocabulary, rows: Sequence[Example], start: Position
) -> Iterator[tuple[Batch, Position]]:
    rng, mixed = Random(f"{config.seed} {start.window}"), MIXED if config.data else 0
    made = cut(rows, vocabulary, config.batch, rng, mixed, config.language, WIDE if config.jit else BUCKETS)
    for index, batch in enumerate(made):
        if index >= start.batch:
            yield batch, Position(start.window, index + 1)


def cut(
    rows: Sequence[Example],
    vocabulary: Vocabulary,
    size: int,
    rng: Random,
    mixed: int = 0,
    language: TargetLanguage = DATES,
    buckets: Sequence[int] = BUCKETS,
) -> Iterator[Batch]:
    """Yield `rows` as batches of `size` texts of similar length, in random order.

    A rest that fills no batch is left out, at random; texts the network is never shown are too.
    mixed: characters that lengths are taken to differ by at random. Texts of one length are of one layout in a file of
    few, and a batch of one layout teaches little of the others. language: what the targets are written in.
    buckets: the widths that batches may have.
    """
    tokens = vocabulary.tokenize([row.text for row in rows])
    shown = [index for index, length in enumerate(tokens.lengths.tolist()) if 0 < length <= MAX_CHARACTERS]
    rng.shuffle(shown)
    size = min(size, len(shown))
    if not size:
        return
    shown = shown[: len(shown) // size * size]
    lengths = {index: tokens.lengths[index] + (rng.uniform(0, mixed) if mixed else 0) for index in shown}
    shown.sort(key=lengths.__getitem__)  # stable: texts of one length stay shuffled
    pieces = [shown[first : first + size] for first in range(0, len(shown), size)]
    rng.shuffle(pieces)
    digits = vocabulary.tokenize(["0123456789"]).ids
    for piece in pieces:
        chosen = [rows[index] for index in piece]
        orders, languages = zip(*(hints_for(row, rng) for row in chosen), strict=True)
        hints = vocabulary.hint_tokens(orders, languages)
        width = next(bucket for bucket in buckets if bucket >= tokens.lengths[piece].max() + PREFIX)
        source = tokens.batch(np.array(piece), *hints, width)
        symbols = np.array([padded_symbols(row.iso, language) for row in chosen], np.int32)
        roles = roles_of(chosen, source)
        yield Batch(source.tokens, symbols, guide(chosen, source, roles, digits, language), roles)


@lru_cache(maxsize=1 << 17)
def padded_symbols(target: str, language: TargetLanguage = DATES) -> tuple[int, ...]:
    """Return the symbols of a target, (target,), filled up with <eot>; `<unk>` where the language can't say it."""
    symbols = language.encode(language.known(target))
    return (*symbols, *[EOT] * (language.steps - len(symbols)))


DATE_PART = re.compile(r"[A-Za-z]?(-?-?[0-9X]+(?:-[0-9X]+(?![A-Za-z]))*)(?![A-Za-z])")
NUMBER = re.compile(r"[0-9X]+")
SIGN = re.compile(r"[/|]")
MOST_ENDS = 2  # of a range


@lru_cache(maxsize=4096)
def _fields(shape: str, steps: int) -> tuple[int, ...]:
    """Return which field each symbol of a target spells, (steps,): a field of the other end of a range is three more.

    shape: the target with all digits as 0.

    >>> _fields("0000-00-00/00", 13) == (0, 0, 0, 0, NO_FIELD, 1, 1, NO_FIELD, 2, 2, NO_FIELD, 5, 5)
    True
    """
    fields, seen, start = [NO_FIELD] * steps, [0, 0, 0], 0
    names: tuple[int, ...] = (YEAR, MONTH, DAY)
    for part in SIGN.split(shape):
        date = DATE_PART.match(part)
        numbers = list(NUMBER.finditer(part, *date.span(1))) if date else []
        if part.startswith("--"):
            names = (MONTH, DAY)
        these = names[-len(numbers) :] if start and len(numbers) <= len(names) else (YEAR, MONTH, DAY)
        these = names if part.startswith("--") else these[: len(numbers)]
        for field, number in zip(these, numbers, strict=False):
            end = min(seen[field], MOST_ENDS - 1)
            fields[start + number.start() : start + number.end()] = [field + 3 * end] * len(number[0])
            seen[field] += 1
        names = these if numbers else names
        start += len(part) + 1
    return tuple(fields[:steps])


_ZEROS = str.maketrans("123456789", "000000000")


def roles_of(rows: Sequence[Example], source: Source) -> NDArray[np.int8]:
    """Return the role of each token, int8 (batch, source), by its place in ROLES; NO_ROLE where nobody knows."""
    written = [composed_roles(row.text, row.roles) or NONE * len(compose(row.text)) for row in rows]
    sizes = np.array([len(roles) for roles in written])
    letters = np.frombuffer("".join(written).encode("ascii") + NONE.encode(), np.uint8)
    starts = (np.cumsum(sizes) - sizes)[:, None]
    place = np.where(source.positions < 0, len(letters) - 1, starts + source.positions)  # (batch, source)
    return ROLE_OF_LETTER[letters[place]]


def guide(
    rows: Sequence[Example],
    source: Source,
    roles: NDArray[np.int8],
    digits: NDArray[np.int32],
    language: TargetLanguage = DATES,
) -> NDArray[np.bool_]:
    """Return the characters each target symbol should be read from, bool (batch, target, source).

    Those are the characters of the symbol's field; where a field is written in as many digits as its symbols, each
    symbol has its own digit. Nothing guides signs, <eot>, <unk> and fields the text does not spell.
    roles: as `roles_of` gives them. digits: the tokens of 0..9.
    """
    of_character = _fields_of(roles)  # (batch, source): the field each character spells
    shapes = [language.known(row.iso).translate(_ZEROS) for row in rows]
    of_symbol = np.array([_fields(shape, language.steps) for shape in shapes])  # (batch, target)
    guided: NDArray[np.bool_] = (of_symbol[:, :, None] == of_character[:, None]) & (of_symbol != NO_FIELD)[
        :, :, None
    ]
    is_digit = np.isin(source.tokens, digits)
    for field in range(3 * MOST_ENDS):
        symbol, character = of_symbol == field, of_character == field
        if not symbol.any():
            continue
        digit_for_digit = (character.sum(1) == symbol.sum(1)) & ~(character & ~is_digit).any(1)
        rank = np.cumsum(symbol, 1)[:, :, None] == np.cumsum(character, 1)[:, None]  # (batch, target, source)
        guided &= rank | ~(digit_for_digit[:, None] & symbol)[:, :, None]
    return guided


def _fields_of(roles: NDArray[np.int8]) -> NDArray[np.int8]:
    """Return the field that each character spells, int8 (batch, source): of its second run, three more."""
    fields = FIELD_OF_ROLE[roles]
    found = np.full_like(fields, NO_FIELD)
    for field in (YEAR, MONTH, DAY):
        here = fields == field
        starts = here & ~np.pad(here, ((0, 0), (1, 0)))[:, :-1]
        run = np.minimum(np.cumsum(starts, axis=1) - 1, MOST_ENDS - 1)
        found = np.where(here, field + 3 * run, found).astype(np.int8)
    return found
