"""Where the figures go: each benchmark rewrites its own section of benchmarks/README.md, with date and machine."""

import os
import platform
import re
from collections.abc import Sequence
from datetime import date
from importlib.metadata import version
from pathlib import Path

README = Path(__file__).with_name("README.md")


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
