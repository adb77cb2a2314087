"""The toy that tutorials on attention begin with: a sequence of symbols is translated one by one.

The symbols 1 to 5 become 6 to 10, of which the last digit is written: four of them are a year of the target language,
so everything that trains, reads and draws dates does the same with these.
"""

from collections.abc import Iterator
from itertools import product
from random import Random

from datenorm.generation.dataset import Example

LENGTH = 4
TEXTS = [
    "".join(symbols) for symbols in product("12345", repeat=LENGTH) if set(symbols) != {"5"}
]  # no year 0000


def translated(text: str) -> str:
    """Return the target of a text.

    >>> translated("1425")
    '6970'
    """
    return "".join(str((int(symbol) + 5) % 10) for symbol in text)


def generate(count: int, seed: int = 1) -> Iterator[Example]:
    """Yield `count` rows, the same for the same seed."""
    rng = Random(seed)
    for _ in range(count):
        text = rng.choice(TEXTS)
        yield Example(text, translated(text), kind="digits")
