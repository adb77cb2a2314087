"""Cold start: whole processes, ours and its peer's by turns, median of 20."""

import os
import statistics
import subprocess
import sys
import time

from report import record, table, watched

RUNS = 20
TEXT = "Saturday 9 May 2018"
PYTHON = sys.executable
PAIRS = {
    f"`translate '{TEXT}'` / `dateparser.parse`": (
        [PYTHON, "-m", "datenorm", "translate", TEXT],
        [PYTHON, "-c", f"import dateparser; dateparser.parse({TEXT!r})"],
    ),
    "`--help` / `import click`": ([PYTHON, "-m", "datenorm", "--help"], [PYTHON, "-c", "import click"]),
}
# As installed, with byte code, whatever this shell was told.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, env=ENVIRONMENT)
    return time.perf_counter() - start


def main() -> None:
    rows = []
    for name, commands in PAIRS.items():
        for command in commands:
            seconds(command)  # files into the cache
        times = [[seconds(command) for command in commands] for _ in range(RUNS)]
        ours, peer = (statistics.median(column) for column in zip(*times, strict=True))
        rows.append([name, f"{ours:.3f} s", f"{peer:.3f} s", f"{ours / peer:.2f}"])
    with watched(next(iter(PAIRS.values()))[0]) as (command, taken):
        subprocess.run(command, check=True, capture_output=True)
        _, peak = taken()
    memory = f"Peak memory of the one `translate`: {peak:.0f} MiB."
    record("start", [*table(["process", "ours", "peer", "ratio"], rows), "", memory])


if __name__ == "__main__":
    main()
