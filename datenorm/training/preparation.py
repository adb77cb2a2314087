"""Preparation: batches made ahead of time by processes of their own, in the order that one process would make them in.

Each process makes every nth window; what is in a window depends on the run and its number alone. Nothing here imports
Keras.
"""

import itertools
import os
import queue
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection

from datenorm.errors import DataError
from datenorm.network.vocabulary import Vocabulary
from datenorm.processes import left_to_parent, started
from datenorm.training.batches import Batch, Position, windows
from datenorm.training.config import TrainingConfig

AHEAD = 128  # batches prepared before they are asked for, by each process
END = None  # of a window, in the stream of a process


@contextmanager
def prepared(
    config: TrainingConfig, vocabulary: Vocabulary, start: Position
) -> Iterator[Iterator[tuple[Batch, Position]]]:
    """Give what `batches` yields, made ahead of time by `config.prepare` processes. Raises what they raise."""
    crew = [started(_prepare) for _ in range(config.prepare)]
    pipes = [pipe for _, pipe in crew]
    try:
        for number, pipe in enumerate(pipes):
            first = Position(start.window + number, start.batch if number == 0 else 0)
            # Not among its arguments: a process that ends while it starts would leave us waiting for it to take them.
            with suppress(OSError):
                pipe.send((config, vocabulary, first))
        yield _in_turn(pipes)
    finally:
        for pipe in pipes:
            pipe.close()
        for process, _ in crew:
            process.terminate()
        for process, _ in crew:
            process.join()


def _in_turn(pipes: list[Connection]) -> Iterator[tuple[Batch, Position]]:
    """Yield the batches of one window of each process after the other."""
    for pipe in itertools.cycle(pipes):
        while (item := _received(pipe)) is not END:
            yield item


def _received(pipe: Connection) -> tuple[Batch, Position] | None:
    try:
        item: tuple[Batch, Position] | Exception | None = pipe.recv()
    except (EOFError, OSError):
        raise DataError(
            "a process that prepares batches has ended; is there enough memory, and does a script of your own"
            " call this behind `if __name__ == '__main__'`?"
        ) from None
    if isinstance(item, Exception):
        raise item
    return item


def _prepare(pipe: Connection) -> None:
    left_to_parent()
    config, vocabulary, start = pipe.recv()
    waiting: queue.Queue[object] = queue.Queue(AHEAD)
    threading.Thread(target=_send, args=(pipe, waiting), daemon=True).start()
    try:
        for window in windows(config, vocabulary, start, config.prepare):
            for item in window:
                waiting.put(item)
            waiting.put(END)
    except Exception as error:
        waiting.put(error)
        threading.Event().wait()  # until the loop has read it and ends this process


def _send(pipe: Connection, waiting: "queue.Queue[object]") -> None:
    try:
        while True:
            pipe.send(waiting.get())
    except OSError:  # the loop is gone
        os._exit(0)
