"""Load: many threads on one Translator for as long as one likes. `python -m tests.load --seconds 600 --threads 64`

Prints the texts read, the processor time each took and the memory in each tenth of the time. Fails where an answer
changes, and where memory or processor time go up: the last three tenths beside the three before the middle, the least of
each, as other work on the machine takes its share.
"""

import argparse
import time
from itertools import islice
from pathlib import Path
from threading import Thread

from datenorm.generation import Generator, Recipe
from datenorm.translator import Translator

PARTS, CALL = 10, 32
MIDDLE, LAST, SLACK = (
    slice(2, 5),
    slice(7, 10),
    1.05,
)  # SLACK: what the last parts may take more than the middle ones


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
    costs, sizes = [], []
    total, spent = 0, time.process_time()
    for _ in range(PARTS):
        time.sleep(0.98 * said.seconds / PARTS)
        read_before, spent_before = total, spent
        total, spent = sum(counts), time.process_time()
        costs.append((spent - spent_before) / (total - read_before))
        sizes.append(memory())
        print(
            f"{total - read_before:,} texts, {1e6 * costs[-1]:.0f} µs each, {sizes[-1] / 1024:.0f} MiB",
            flush=True,
        )
    for thread in threads:
        thread.join()
    assert not wrong, f"another answer than before, at {wrong}"
    grown, slowed = (min(one[LAST]) / min(one[MIDDLE]) for one in (sizes, costs))
    assert grown < SLACK, f"memory grew by {grown - 1:.1%}"
    assert slowed < SLACK, f"a text takes {slowed - 1:.1%} more time"
    print(
        f"{said.threads} threads, {said.seconds:.0f} s, {total:,} texts: the same answers, {grown - 1:+.1%} memory, "
        f"{slowed - 1:+.1%} time"
    )


if __name__ == "__main__":
    main()
