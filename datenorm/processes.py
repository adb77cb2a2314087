"""Processes that work for this one: a crew that ends with it, and of which a loss is noticed.

They are spawned, not forked: the threads of ONNX Runtime would hang. Ctrl-C goes to the whole group of processes; this
one decides what becomes of the others.
"""

import itertools
import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from types import TracebackType
from typing import Any

from datenorm.errors import DatenormError

STOPPED = 1.0  # seconds a process has to end by itself
ENDING = (signal.SIGINT, signal.SIGTERM)
AHEAD = 3  # tasks that a process is given before its first result is asked for

Work = Callable[[Any], Any]


class Lost(DatenormError):
    """A process was ended from outside; what it was to do is not done."""

    def __init__(self) -> None:
        super().__init__(
            "a worker process was ended from outside; is there enough memory? --jobs 1 needs less"
        )


class Unstarted(DatenormError):
    """A process has ended by itself before it could work: it imports the script that starts it, and that failed."""

    def __init__(self) -> None:
        super().__init__(
            "a worker process could not start; does the script that starts it, and which it imports, "
            "call this behind `if __name__ == '__main__'`? One process needs no such line"
        )


class Worker:
    """A process that works, and the pipe that its tasks and results go through, in their order.

    Threads may wait for results at once: each says for which.
    """

    def __init__(self, process: BaseProcess, pipe: Connection) -> None:
        self.process = process
        self.pipe = pipe
        self._turn = threading.Condition()
        self._given = self._taken = 0  # tasks, and results
        self._has_started = False

    def prepare(self, work: Callable[[], Work]) -> None:
        """Say once, before all tasks, what makes its work. Raises Lost and Unstarted."""
        with self._noticed():
            self.pipe.send(work)

    def give(self, task: Any) -> int:
        """Give it a task; return its number. Raises Lost and Unstarted."""
        with self._noticed():
            self.pipe.send(task)
        self._given += 1
        return self._given

    def result(self, number: int) -> Any:
        """Return the result of a task by its number. Raises Lost and Unstarted, and what the task raised."""
        with self._turn:
            self._turn.wait_for(lambda: self.pipe.closed or self._taken == number - 1)
        with self._noticed():
            if not self._has_started:
                self.pipe.recv()  # what it says first
                self._has_started = True
            found = self.pipe.recv()
        with self._turn:
            self._taken = number
            self._turn.notify_all()
        if isinstance(found, Exception):
            raise found
        return found

    @contextmanager
    def _noticed(self) -> Iterator[None]:
        """Raise Lost or Unstarted where the other end of the pipe is gone."""
        try:
            yield
        except (EOFError, OSError):
            self.process.join(STOPPED)
            by_itself = (self.process.exitcode or 0) > 0
            raise (Unstarted if by_itself and not self._has_started else Lost)() from None

    def close(self) -> None:
        """Leave nobody waiting for it."""
        with self._turn:
            self.pipe.close()
            self._turn.notify_all()


class Crew:
    """Processes that do one kind of work.

    prepare: is called once in each of them and returns the work, a function of a task; both are picklable, as tasks and
    results are. To be used as a context: at its end the processes are gone. They also end when this process does,
    however it ends. A thread that waits for results when another one ends the crew is not left waiting.
    """

    def __init__(self, prepare: Callable[[], Work]) -> None:
        self._prepare = prepare
        self._changing = threading.Lock()
        self._starting, self._giving = threading.Lock(), threading.Lock()
        self.workers: list[Worker] = []
        self.ended = False  # and no process starts any more

    def __enter__(self) -> "Crew":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.end()

    def start(self, count: int) -> list[Worker]:
        """Start the processes that are missing of so many; return so many of them. Raises Lost and Unstarted."""
        with self._stopping(), self._starting:
            before = len(self.workers)
            for _ in range(before, count):
                self._start_one()
            workers = self.workers[:count]
            if len(workers) < count:  # another thread has ended them
                raise Lost
            for worker in workers[before:]:
                # Not an argument: a process that ends while it starts would leave us waiting for it to take it.
                worker.prepare(self._prepare)
            return workers

    def _start_one(self) -> None:
        with self._changing:
            if self.ended:
                raise Lost
            self.workers.append(Worker(*started(_serve)))

    def share(self, tasks: Sequence[Any]) -> list[Any]:
        """Do one task in each of as many processes; return the results. Raises Lost, Unstarted, and what a task raises.

        Threads may share at once: the processes are given the tasks of all, and do one after the other.
        """
        workers = self.start(len(tasks))
        with self._stopping(workers):
            with self._giving:
                numbers = [worker.give(task) for worker, task in zip(workers, tasks, strict=True)]
            return [worker.result(number) for worker, number in zip(workers, numbers, strict=True)]

    def each(self, tasks: Iterable[Any], processes: int) -> Iterator[Any]:
        """Do many small tasks, each process every so manieth; yield the results in order. Raises as `share`."""
        workers = self.start(processes)
        waiting: deque[tuple[Worker, int]] = deque()
        with self._stopping(workers):
            for worker, task in zip(itertools.cycle(workers), tasks, strict=False):
                if len(waiting) == AHEAD * processes:  # so that memory stays flat
                    first, number = waiting.popleft()
                    yield first.result(number)
                waiting.append((worker, worker.give(task)))
            for first, number in waiting:
                yield first.result(number)

    @contextmanager
    def _stopping(self, used: Collection[Worker] = ()) -> Iterator[None]:
        """End the processes where something goes wrong: what they have still to say belongs to this call.

        used: those that it works with, all of them where none are said. Others, which another thread has started in
        their place, go on.
        """
        try:
            yield
        except BaseException:
            if not used or not set(used).isdisjoint(self.workers):
                self.stop()
            raise

    def end(self) -> None:
        """End the processes, and start none any more: a thread that works with them raises Lost."""
        self.ended = True
        self.stop()

    def stop(self) -> None:
        """End the processes."""
        with self._changing:
            workers, self.workers = self.workers, []
        for worker in workers:
            worker.process.terminate()
        for worker in workers:
            worker.process.join(STOPPED)
            if worker.process.is_alive():
                worker.process.kill()
                worker.process.join()
            worker.close()


def started(work: Callable[[Connection], None]) -> tuple[BaseProcess, Connection]:
    """Start a process that is called with its end of a pipe; return it and ours.

    Raises DatenormError where it could not start: it would import a script that is no file.
    """
    if getattr(multiprocessing.current_process(), "_inheriting", False):
        sys.exit(1)  # this is such a process, and imports the script: Python's own words would be a traceback
    main = sys.modules["__main__"]
    script = getattr(main, "__file__", None)
    if script and not main.__spec__ and not os.path.exists(script):
        raise DatenormError(
            f"worker processes import the script that starts them, and {script} is no file: "
            "save it as one, or use one process"
        )
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=work, args=(theirs,), daemon=True)
    with _held():
        process.start()
    theirs.close()
    return process, ours


def left_to_parent() -> None:
    """In a process that has started: leave it to its parent when to end. SIGTERM ends it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)


def _serve(pipe: Connection) -> None:
    left_to_parent()
    with suppress(EOFError, OSError):  # the parent is gone
        pipe.send(None)  # it has started
        work = pipe.recv()()
        while True:
            task = pipe.recv()
            try:
                result = work(task)
            except Exception as error:
                result = error
            pipe.send(result)


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
