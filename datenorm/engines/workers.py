"""Worker processes: what `translate --jobs N` reads long tables with, a share of each chunk in every process.

Threads leave the interpreter to each other for the network's part alone; processes share nothing and wait for nothing.
An answer depends on its text and hints alone, not on its share (docs/reliability.md, 'Determinism').
"""

import gc
import multiprocessing
import signal
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple

from datenorm.engines.garbage import COLLECT_AFTER
from datenorm.errors import DatenormError
from datenorm.judging.answer import Translation
from datenorm.reading.translator import Translator
from datenorm.tables.cells import Hints

SHARE = 1024  # texts: for fewer than two such shares a worker, which takes a third of a second to start, does not pay
SMALL_SHARE = (
    128  # texts: for fewer than two such, a batch of the network each, a worker that has started does not pay
)
STOPPED = 1.0  # seconds a worker has to end by itself
ENDING = (signal.SIGINT, signal.SIGTERM)


class Worker(NamedTuple):
    """A process that reads texts, and the pipe that they go through."""

    process: BaseProcess
    pipe: Connection


class Workers:
    """Reads texts with one model: short lists of them here, long ones in `jobs` processes.

    This process reads none of the long ones: it has a table to write meanwhile. bundle: its folder, None for the
    shipped model. options: those of `Translator.translate_many`. To be used as a context: at its end the processes are
    gone. They also end when this process does, however it ends.
    """

    def __init__(self, bundle: Path | None, jobs: int, options: Mapping[str, Any]) -> None:
        self._bundle = bundle
        self._options = dict(options)
        self._jobs = jobs
        self._here = Translator.load(bundle)
        self._workers: list[Worker] = []

    def __enter__(self) -> "Workers":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop()

    def __call__(self, texts: Sequence[str], **hints: Hints) -> Sequence[Translation]:
        """Return the answers to `texts`; `order` and `locale` may be given for each, instead of those of the options.

        A worker that was ended from outside is replaced and the texts are read again, once for each call.
        Raises DatenormError where that one ends as well, and whatever reading raises.
        """
        if self._jobs == 1 or len(texts) < 2 * (SMALL_SHARE if self._workers else SHARE):
            return self._here.translate_many(texts, **{**self._options, **hints})
        shares = [
            (texts[start:stop], {**self._options, **{name: hint[start:stop] for name, hint in hints.items()}})
            for start, stop in _shares(len(texts), min(self._jobs, len(texts) // SMALL_SHARE))
        ]
        try:
            return self._read(shares)
        except (EOFError, OSError):
            pass
        try:
            return self._read(shares)
        except (EOFError, OSError):
            raise DatenormError(
                "a worker process was ended from outside, twice; is there enough memory? --jobs 1 needs less"
            ) from None

    def _read(self, shares: Sequence[tuple[Sequence[str], dict[str, Any]]]) -> list[Translation]:
        """Read each share in a worker of its own. EOFError or OSError: one of them is gone."""
        self._start(len(shares))
        workers = self._workers[: len(shares)]
        answers: list[Translation] = []
        try:
            for worker, share in zip(workers, shares, strict=True):
                worker.pipe.send(share)
            for worker in workers:
                found = worker.pipe.recv()
                if isinstance(found, Exception):
                    raise found
                answers += found
        except BaseException:
            self._stop()  # what the workers have still to say belongs to this call
            raise
        return answers

    def _start(self, count: int) -> None:
        """Start the workers that are missing of so many."""
        context = multiprocessing.get_context("spawn")  # forked threads of ONNX Runtime would hang
        while len(self._workers) < count:
            pipe, theirs = context.Pipe()
            process = context.Process(target=_work, args=(theirs, self._bundle), daemon=True)
            with _held():
                process.start()
            theirs.close()
            self._workers.append(Worker(process, pipe))

    def _stop(self) -> None:
        for worker in self._workers:
            worker.pipe.close()
            worker.process.terminate()
        for worker in self._workers:
            worker.process.join(STOPPED)
            if worker.process.is_alive():
                worker.process.kill()
                worker.process.join()
        self._workers = []


def _work(pipe: Connection, bundle: Path | None) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to the whole group; the parent decides
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)
    gc.set_threshold(COLLECT_AFTER)
    translator = Translator.load(bundle)
    with suppress(EOFError, OSError):  # the parent is gone
        while True:
            texts, options = pipe.recv()
            try:
                answers: object = translator.translate_many(texts, **options)
            except Exception as error:
                answers = error
            pipe.send(answers)


@contextmanager
def _held() -> Iterator[None]:
    """Hold back the signals that end a run: a process half started would tell of it with a traceback.

    What is started meanwhile holds them back too, until it lets them come. There are none to hold back on Windows.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    resource_tracker.ensure_running()  # which would let them come, were it started later
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ENDING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _shares(count: int, jobs: int) -> list[tuple[int, int]]:
    """Cut `count` texts into `jobs` stretches of equal length, but for one.

    >>> _shares(10, 3)
    [(0, 3), (3, 6), (6, 10)]
    """
    return [(count * job // jobs, count * (job + 1) // jobs) for job in range(jobs)]
