"""Cold start: whole processes, ours and its peer's by turns, median of 20."""

import os
import statistics
import subprocess
import sys
import time

from report import record, table

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
# Prints the peak memory of its child in KiB (ru_maxrss, on Linux).
PEAK = "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=-3); "
PEAK += "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"


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
    peak = subprocess.run(
        [PYTHON, "-c", PEAK, *next(iter(PAIRS.values()))[0]], check=True, capture_output=True, text=True
    )
    memory = f"Peak memory of the one `translate`: {int(peak.stdout) / 1024:.0f} MiB."
    record("start", [*table(["process", "ours", "peer", "ratio"], rows), "", memory])


if __name__ == "__main__":
    main()
