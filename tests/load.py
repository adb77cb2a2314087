"""Load: many threads on one Translator, and lines through a pipe, for as long as one likes.

    python -m tests.load threads --seconds 600 --threads 64
    python -m tests.load lines --lines 100000000

Prints the processor time of a text or line and the memory in each tenth of the work. Fails where an answer changes, and
where the second half needs more than the first: more memory at its height, as what is remembered fills up and is
forgotten by turns; more time at its quickest, as other work on the machine takes its share.
"""

import argparse
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import islice
from random import Random
from threading import Thread
from typing import Any

import psutil

from datenorm.generation.generator import Generator, Recipe
from datenorm.reading.translator import Translator

PARTS, CALL = 10, 32
MIDDLE, LAST, SLACK = (
    slice(2, 5),
    slice(7, 10),
    1.05,
)  # SLACK: what the last parts may take more than the middle ones
RECENT, NEW, LINES = 50_000, 1000, 10_000  # lines that repeat; one in so many is new; lines written at once


class Parts:
    """What each tenth of the work took of some processes: seconds of processor time for one text, and bytes."""

    def __init__(self, what: str, *processes: psutil.Process) -> None:
        self._what = what
        self._processes = processes
        self._costs: list[float] = []
        self._sizes: list[int] = []
        self._done, self._spent = 0, self._processor_time()

    def _processor_time(self) -> float:
        return sum(sum(process.cpu_times()[:2]) for process in self._processes)

    def end(self, done: int) -> None:
        """End a tenth; `done`: how much has been done in all."""
        spent = self._processor_time()
        self._costs.append((spent - self._spent) / (done - self._done))
        self._sizes.append(max(process.memory_info().rss for process in self._processes))
        cost, size = 1e6 * self._costs[-1], self._sizes[-1] >> 20
        print(f"{done - self._done:,} {self._what}, {cost:.1f} µs each, {size} MiB", flush=True)
        self._done, self._spent = done, spent

    def judge(self) -> None:
        """Say what came of it. Fails where memory or processor time went up."""
        half = PARTS // 2
        grown = max(self._sizes[half:]) / max(self._sizes[:half])
        slowed = min(self._costs[half:]) / min(self._costs[:half])
        assert grown < SLACK, f"memory grew by {grown - 1:.1%}"
        assert slowed < SLACK, f"the processor time grew by {slowed - 1:.1%}"
        print(
            f"{self._done:,} {self._what}: the same answers, memory {grown - 1:+.1%}, time {slowed - 1:+.1%}"
        )


def in_threads(seconds: float, count: int) -> None:
    """Read the same texts in many threads, in other batches each time."""
    reader = Translator.load()
    texts = [row.text for row in islice(Generator(Recipe(seed=7, noise=0.3)).rows(), 20_000)]
    expected = reader.translate_many(texts)
    counts = [0] * count
    wrong: list[object] = []
    end = time.monotonic() + seconds

    def read(number: int) -> None:
        place = number * 31
        while time.monotonic() < end and not wrong:
            place = (place + CALL) % (len(texts) - CALL)
            if reader.translate_many(texts[place : place + CALL]) != expected[place : place + CALL]:
                wrong.append(place)
            counts[number] += CALL

    threads = [Thread(target=read, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    parts = Parts("texts", psutil.Process())
    for _ in range(PARTS):
        time.sleep(0.98 * seconds / PARTS)
        parts.end(sum(counts))
    for thread in threads:
        thread.join()
    assert not wrong, f"another answer than before, at {wrong}"
    parts.judge()


def through_a_pipe(count: int) -> None:
    """Send lines through `datenorm translate`, made on the fly, and compare each that comes out."""
    rows = Generator(Recipe(seed=8, noise=0.3)).rows()
    texts = [" ".join(row.text.split()) for row in islice(rows, RECENT + count // NEW)]
    texts = [text for text in texts if text.isprintable()]
    answers = Translator.load(threads=2).translate_many(texts)
    lines = [f"{text}\n".encode() for text in texts]
    expected = [f"{answer.iso or ''}\n".encode() for answer in answers]
    command = [sys.executable, "-m", "datenorm", "translate"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        assert process.stdin and process.stdout
        writer = Thread(target=_write, args=(process.stdin, lines, count))
        writer.start()
        parts = Parts("lines", psutil.Process(process.pid))
        read = 0
        for places in _places(len(lines), count):
            for place in places:
                line = process.stdout.readline()
                assert line == expected[place], f"{lines[place]!r} became {line!r}, not {expected[place]!r}"
            read += len(places)
            if read * PARTS % count < len(places) * PARTS:
                parts.end(read)
        assert not process.stdout.read()
        writer.join()
    parts.judge()


def _places(texts: int, count: int) -> Iterator[list[int]]:
    """Yield which texts are written, `LINES` at a time: some of those before, and now and then the next new one."""
    random = Random(9)
    for start in range(0, count, LINES):
        last = min(texts, RECENT + start // NEW)
        yield random.choices(range(last - RECENT, last), k=min(LINES, count - start))


def _write(stream: Any, lines: list[bytes], count: int) -> None:
    for places in _places(len(lines), count):
        stream.write(b"".join([lines[place] for place in places]))
    stream.close()


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    kinds = parser.add_subparsers(required=True, dest="kind")
    threads = kinds.add_parser("threads")
    threads.add_argument("--seconds", type=float, default=600)
    threads.add_argument("--threads", type=int, default=64)
    lines = kinds.add_parser("lines")
    lines.add_argument("--lines", type=int, default=1_000_000)
    said = parser.parse_args()
    if said.kind == "threads":
        in_threads(said.seconds, said.threads)
    else:
        through_a_pipe(said.lines)


if __name__ == "__main__":
    main()
