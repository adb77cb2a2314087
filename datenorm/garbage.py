"""How seldom Python searches for cycles of garbage while it reads dates, which makes none."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

# New objects between two searches: by Python's own 700 they take an eighth of the time of a long table, and four
# milliseconds of a start.
COLLECT_AFTER = 200_000
MANY = 8192  # texts for which it is worth while


@contextmanager
def collecting_seldom(texts: int = MANY) -> Iterator[None]:
    """Search for cycles of garbage every COLLECT_AFTER new objects, no sooner, while so many texts are read."""
    if texts < MANY:
        yield
        return
    before = gc.get_threshold()
    gc.set_threshold(COLLECT_AFTER)
    try:
        yield
    finally:
        gc.set_threshold(*before)
