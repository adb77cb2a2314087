"""Where a run's pairs come from: generated without end, or a file read again and again; some strings held out.

Training rows come in windows. What is in window k depends on the seed (or the file) and k alone, so that a run can go
on from any of them. Nothing here imports Keras.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import count, islice

from datenorm.errors import DataError
from datenorm.generation import dataset
from datenorm.generation.dataset import Example
from datenorm.generation.generator import BLOCK, Generator, Recipe
from datenorm.network.vocabulary import Vocabulary
from datenorm.text.characters import canonical, compose
from datenorm.training.config import TrainingConfig
from datenorm.training.spans import with_roles

WINDOW = 8 * BLOCK  # rows that are sorted by length together
HELD_OUT = 0.05  # the share of strings that training never sees; validation is drawn from them
VALIDATION_SEED = 1_000_003  # added to the seed
SAMPLE = 160 * BLOCK  # rows whose characters make the vocabulary
SELDOM = 3  # a character seen less often in the sample is left to train the token of unknown ones


def training_windows(config: TrainingConfig, start: int = 0, step: int = 1) -> Iterator[list[Example]]:
    """Yield every `step`th window of training rows from number `start` on. Raises DataError for a wrong file."""
    if config.data is None:
        yield from _generated(config, WINDOW, count(start, step))
        return
    for number, own in enumerate(_from_file(config, start), start):
        if (number - start) % step:
            continue
        if config.from_bundle and config.replay:
            replayed = round(len(own) * config.replay / (1 - config.replay))
            own += next(_generated(config, -(-replayed // BLOCK) * BLOCK, [number]))[:replayed]
        yield own


def validation_rows(config: TrainingConfig) -> list[Example]:
    """Return the rows the model is validated on: a file's, or held-out ones. Raises DataError where there are none."""
    if config.validation is not None:
        rows: Iterable[Example] = dataset.read(config.validation)
    elif config.data is not None:
        rows = (row for row in dataset.read(config.data) if dataset.is_held_out(row.text, HELD_OUT))
    else:
        rows = _generated_to_validate_on(config)
    found = list(islice(rows, config.validation_rows))
    if not found:
        where = config.validation or config.data
        raise DataError(f"{where}: no rows to validate on; pass a file of other pairs with --validation")
    return found


def replayed_rows(config: TrainingConfig) -> list[Example]:
    """Return held-out generated rows for a bundle that is fine-tuned, of what it must not forget; none otherwise."""
    if config.data is None or not config.from_bundle or not config.replay:
        return []
    return list(islice(_generated_to_validate_on(config), config.validation_rows))


def make_vocabulary(config: TrainingConfig) -> Vocabulary:
    """Return the vocabulary of the characters and languages in the training rows, or in a sample of generated ones."""
    rows = Generator(_recipe(config)).rows(0, SAMPLE) if config.data is None else dataset.read(config.data)
    seen: Counter[str] = Counter()
    languages = set()
    for row in rows:
        seen.update(compose(row.text))
        if row.locale:
            languages.add(row.locale.split("_")[0])
    known: Counter[str] = Counter()
    for character, times in seen.items():
        known[canonical(character)] += times
    ascii_characters = {canonical(chr(code)) for code in range(32, 127)}
    kept = {
        character for character, times in known.items() if times >= SELDOM and character
    } | ascii_characters
    return Vocabulary("".join(sorted(kept)), tuple(sorted(languages)))


def with_new_characters(vocabulary: Vocabulary, config: TrainingConfig) -> Vocabulary:
    """Return `vocabulary` and, behind its own characters, those it lacks and the rows of `config.data` have."""
    if config.data is None:
        return vocabulary
    seen = {canonical(character) for row in dataset.read(config.data) for character in set(compose(row.text))}
    new = sorted(seen - set(vocabulary.characters) - {""})
    return Vocabulary("".join([*vocabulary.characters, *new]), vocabulary.languages)


def _recipe(config: TrainingConfig, shift: int = 0) -> Recipe:
    everything = config.everything or config.targets == "texts"
    return Recipe(config.seed + shift, config.locales, config.noise, everything)


def _generated_to_validate_on(config: TrainingConfig) -> Iterator[Example]:
    generator = Generator(_recipe(config, VALIDATION_SEED))
    return (row for row in generator.rows() if dataset.is_held_out(row.text, HELD_OUT))


def _generated(config: TrainingConfig, size: int, numbers: Iterable[int]) -> Iterator[list[Example]]:
    generator = Generator(_recipe(config))
    for number in numbers:
        yield _to_train_on(generator.rows(number * size, (number + 1) * size), held_out=True)


def _from_file(config: TrainingConfig, start: int) -> Iterator[list[Example]]:
    """Yield a file's windows, again and again: a file is never in memory as a whole."""
    number = 0
    for _ in count():
        before = number
        rows = dataset.read(str(config.data))
        while read := list(islice(rows, WINDOW)):
            # With a validation file, everything is there to train on; its strings are the user's to keep apart.
            window = list(map(with_roles, _to_train_on(read, held_out=config.validation is None)))
            if window and number >= start:
                yield window
            number += bool(window)
        if number == before:
            raise DataError(f"{config.data}: no rows to train on")


def _to_train_on(rows: Iterable[Example], held_out: bool) -> list[Example]:
    return [row for row in rows if not (held_out and dataset.is_held_out(row.text, HELD_OUT))]
