"""What benchmarks share: how a process is watched, and where the figures go.

Each benchmark rewrites its own section of benchmarks/README.md, with date and machine.
"""

import json
import os
import platform
import re
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from importlib.metadata import version
from pathlib import Path

README = Path(__file__).with_name("README.md")
# Runs a command and writes its seconds and the peak memory in KiB (ru_maxrss, on Linux) of those of its processes that
# has most. What is started from a large process begins with the peak of that one: a small one stands between.
WATCH = """
import json, resource, subprocess, sys, time
start = time.perf_counter()
status = subprocess.run(sys.argv[2:]).returncode
seconds = time.perf_counter() - start
with open(sys.argv[1], "w") as file:
    json.dump([seconds, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss], file)
sys.exit(status)
"""


@contextmanager
def watched(command: Sequence[str | Path]) -> Iterator[tuple[list[str], Callable[[], tuple[float, float]]]]:
    """Give a command that does the same, and what tells, once it has ended, its seconds and its peak memory in MiB."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "taken.json"

        def taken() -> tuple[float, float]:
            seconds, peak = json.loads(path.read_text())
            return seconds, peak / 1024

        yield [sys.executable, "-c", WATCH, str(path), *map(str, command)], taken


def record(name: str, lines: Sequence[str]) -> None:
    """Print the Markdown `lines` and put them between the markers of section `name`."""
    packages = ", ".join(
        f"{package} {version(package)}" for package in ("onnxruntime", "numpy", "dateparser", "babel")
    )
    machine = f"{processor()}, {os.cpu_count()} cores, Python {platform.python_version()}, {packages}"
    where = f"Measured {date.today()} on {machine}."
    text = "\n".join([*lines, "", where])
    print(text)
    begin, end = f"<!-- {name} -->", f"<!-- end of {name} -->"
    page = README.read_text("utf-8")
    section = re.compile(f"{re.escape(begin)}.*?{re.escape(end)}", re.DOTALL)
    if not section.search(page):
        raise SystemExit(f"{README.name} has no section {begin}")
    README.write_text(section.sub(lambda _: f"{begin}\n{text}\n{end}", page), "utf-8")


def processor() -> str:
    """Return the name of the processor, as far as the system tells."""
    try:
        found = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())
    except OSError:
        found = None
    return found[1] if found else platform.processor() or platform.machine()


def table(header: Sequence[str], rows: Sequence[Sequence[object]]) -> list[str]:
    """Return a Markdown table; all columns but the first are figures."""
    lines = [header, ["---", *["--:"] * (len(header) - 1)], *rows]
    return [f"| {' | '.join(map(str, line))} |" for line in lines]
