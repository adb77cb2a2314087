"""Load: many threads on one Translator for as long as one likes. `python -m tests.load --seconds 600 --threads 64`

Prints the texts read and the memory taken in each tenth of the time, and fails where an answer changes or where memory
or time go up: the last tenth beside the fifth, when every thread has its memory.
"""

import argparse
import time
from itertools import islice
from pathlib import Path
from threading import Thread

from datenorm.generation import Generator, Recipe
from datenorm.translator import Translator

PARTS, CALL, SLACK = 10, 32, 1.05  # SLACK: what the last part may take more than the middle one


def memory() -> int:
    """Return the memory this process holds, in KiB."""
    [line] = [line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmRSS")]
    return int(line.split()[1])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--threads", type=int, default=64)
    said = parser.parse_args()
    reader = Translator.load()
    texts = [row.text for row in islice(Generator(Recipe(seed=7, noise=0.3)).rows(), 20_000)]
    expected = reader.translate_many(texts)
    counts, wrong = [0] * said.threads, []
    end = time.monotonic() + said.seconds

    def read(number: int) -> None:
        place = number * 31
        while time.monotonic() < end and not wrong:
            place = (place + CALL) % (len(texts) - CALL)
            if reader.translate_many(texts[place : place + CALL]) != expected[place : place + CALL]:
                wrong.append(place)
            counts[number] += CALL

    threads = [Thread(target=read, args=(number,)) for number in range(said.threads)]
    for thread in threads:
        thread.start()
    parts: list[tuple[int, int]] = []
    before = 0
    for _ in range(PARTS):
        time.sleep(0.98 * said.seconds / PARTS)
        total = sum(counts)
        parts.append((total - before, memory()))
        before = total
        print(f"{parts[-1][0]:,} texts, {parts[-1][1] / 1024:.0f} MiB", flush=True)
    for thread in threads:
        thread.join()
    assert not wrong, f"another answer than before, at {wrong}"
    (first, small), (last, large) = parts[PARTS // 2 - 1], parts[-1]
    assert large < SLACK * small, f"memory grew from {small} to {large} KiB"
    assert last * SLACK > first, f"it slowed down from {first} to {last} texts"
    print(
        f"{said.threads} threads, {said.seconds:.0f} s, {before:,} texts: the same answers, {large / small - 1:+.1%} memory"
    )


if __name__ == "__main__":
    main()
