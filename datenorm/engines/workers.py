"""Worker processes: what `translate --jobs N` reads long tables with, a share of each chunk in every process.

Threads leave the interpreter to each other for the network's part alone; processes share nothing and wait for nothing.
An answer depends on its text and hints alone, not on its share (docs/reliability.md, 'Determinism').
"""

import gc
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any

from datenorm.engines.packing import packed, unpacked
from datenorm.errors import DatenormError
from datenorm.garbage import COLLECT_AFTER
from datenorm.judging.answer import Translation
from datenorm.processes import Crew, Lost, Work
from datenorm.reading.translator import Translator

SHARE = 1024  # texts: for fewer than two such shares a worker, which takes a third of a second to start, does not pay
SMALL_SHARE = (
    128  # texts: for fewer than two such, a batch of the network each, a worker that has started does not pay
)
HERE = 512  # texts that a thread of this process reads before it looks whether the run was ended: a second at most


class Workers:
    """Reads texts with one model: short lists of them here, long ones in `jobs` processes.

    This process reads none of the long ones: it has a table to write meanwhile. bundle: its folder, None for the
    shipped model. options: those of `Translator.translate_many`. To be used as a context: at its end the processes are
    gone. They also end when this process does, however it ends.
    """

    def __init__(self, bundle: Path | None, jobs: int, options: Mapping[str, Any]) -> None:
        self._options = dict(options)
        self._jobs = jobs
        self._here = Translator.load(bundle)
        self._crew = Crew(partial(_reader, bundle))

    def __enter__(self) -> "Workers":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._crew.end()

    def __call__(self, texts: Sequence[str], **hints: Sequence[Any]) -> Sequence[Translation]:
        """Return the answers to `texts`. hints: options for each of them, instead of those of all.

        A worker that was ended from outside is replaced and the texts are read again, once for each call.
        Raises DatenormError where that one ends as well, and whatever reading raises.
        """
        if self._jobs == 1 or len(texts) < 2 * (SMALL_SHARE if self._crew.workers else SHARE):
            return self._read_here(texts, hints)
        shares = self._cut(texts, hints, min(self._jobs, len(texts) // SMALL_SHARE))
        try:
            found = self._crew.share(shares)
        except Lost:
            try:
                found = self._crew.share(shares)
            except Lost:
                raise DatenormError(
                    "a worker process was ended from outside, twice; is there enough memory? --jobs 1 needs less"
                ) from None
        return [
            answer
            for (share, _), answers in zip(shares, found, strict=True)
            for answer in unpacked(share, answers)
        ]

    def _read_here(self, texts: Sequence[str], hints: Mapping[str, Sequence[Any]]) -> Sequence[Translation]:
        """Read texts in this process: batch by batch in a thread beside the main one, which no signal can interrupt."""
        if self._jobs == 1:
            return self._here.translate_many(texts, **{**self._options, **hints})
        answers: list[Translation] = []
        for share, options in self._cut(texts, hints, -(-len(texts) // HERE)):
            if self._crew.ended:
                raise Lost
            answers += self._here.translate_many(share, **options)
        return answers

    def _cut(self, texts: Sequence[str], hints: Mapping[str, Sequence[Any]], count: int) -> list[Any]:
        """Return texts in so many shares, each with the options to read it with."""
        return [
            (texts[start:stop], {**self._options, **{name: hint[start:stop] for name, hint in hints.items()}})
            for start, stop in _shares(len(texts), count)
        ]


def _reader(bundle: Path | None) -> Work:
    """Return what a worker does with its share: texts, and the options to read them with."""
    gc.set_threshold(COLLECT_AFTER)
    translator = Translator.load(bundle)
    return lambda share: packed(translator.translate_many(share[0], **share[1]))


def _shares(count: int, jobs: int) -> list[tuple[int, int]]:
    """Cut `count` texts into `jobs` stretches of equal length, but for one.

    >>> _shares(10, 3)
    [(0, 3), (3, 6), (6, 10)]
    """
    return [(count * job // jobs, count * (job + 1) // jobs) for job in range(jobs)]
