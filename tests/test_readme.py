"""Every command of the README, and of the page about tables, is run. `python tests/test_readme.py` writes what the `console` blocks print today into it.

A `console` block holds commands behind `$` and their output, which must be what they print; of an `sh` block the commands
must succeed. `make` commands are the gate's own.
"""

import ast
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
PAGES = (README, ROOT / "docs" / "tables.md", ROOT / "docs" / "values.md")
CONSOLE = re.compile(r"```console\n(.*?)```", re.DOTALL)
SHELL = re.compile(r"```sh\n(.*?)```", re.DOTALL)


def folder_to_run_in(path: Path) -> Path:
    """Make `path` look like a clone, with a `datenorm` command on its own PATH."""
    shutil.copytree(ROOT / "data", path / "data")
    for name in ("docs", "bin"):
        (path / name).mkdir()
    command = path / "bin" / "datenorm"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m datenorm "$@"\n')
    command.chmod(0o755)
    return path


def run(command: str, folder: Path) -> tuple[str, int]:
    """Return what a command prints, stderr behind stdout as a terminal shows them, and its status."""
    environment = {
        **os.environ,
        "PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "TF_CPP_MIN_LOG_LEVEL": "3",
    }
    done = subprocess.run(
        command, shell=True, cwd=folder, env=environment, capture_output=True, text=True, timeout=300
    )
    return done.stdout + done.stderr, done.returncode


def shown(block: str, folder: Path) -> str:
    """Return a console block with what its commands print now."""
    commands = [line for line in block.splitlines() if line.startswith("$ ")]
    return "".join(f"{command}\n{run(command[2:], folder)[0]}" for command in commands)


def rounded(text: str) -> str:
    """Return `text` with its probabilities to two digits: further on, processors differ."""
    return re.sub(r"\b[01]\.\d{4}\b", lambda found: f"{float(found[0]):.2f}", text)


def python_blocks() -> list[str]:
    text = "".join(page.read_text("utf-8") for page in PAGES)
    return re.findall(r"```python\n(.*?)```", text, re.DOTALL)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return folder_to_run_in(tmp_path_factory.mktemp("clone"))


@pytest.mark.parametrize(
    "block", CONSOLE.findall(README.read_text("utf-8")), ids=lambda block: block.splitlines()[0][2:40]
)
def test_a_command_prints_what_the_readme_shows(block: str, folder: Path) -> None:
    assert rounded(shown(block, folder)) == rounded(block)


def commands() -> list[str]:
    text = "".join(page.read_text("utf-8") for page in PAGES)
    lines = [line for block in SHELL.findall(text) for line in block.splitlines()]
    return [line for line in lines if line.startswith(("datenorm ", "mkdir "))]


def test_the_other_commands_of_the_readme_succeed(folder: Path) -> None:
    assert len(commands()) >= 5
    for command in commands():
        printed, status = run(command, folder)
        assert status == 0, f"{command}\n{printed}"
    assert (folder / "docs" / "heatmap.png").read_bytes().startswith(b"\x89PNG")


def literal(text: str) -> object:
    """Return the Python literal a comment shows, None for words."""
    try:
        return ast.literal_eval(text)
    except (ValueError, SyntaxError):
        return None


def test_the_python_of_the_readme_runs_and_is_right() -> None:
    shown = 0
    for block in python_blocks():
        names: dict[str, object] = {}
        for statement in ast.parse(block).body:
            comment = block.splitlines()[statement.end_lineno - 1].partition("  # ")[2]
            expected = literal(comment)
            if isinstance(statement, ast.Expr) and expected is not None:
                assert eval(ast.unparse(statement), names) == expected
                shown += 1
            else:
                exec(ast.unparse(statement), names)
    assert shown >= 3


def main() -> None:
    with tempfile.TemporaryDirectory() as temporary:
        folder = folder_to_run_in(Path(temporary))
        text = README.read_text("utf-8")
        README.write_text(CONSOLE.sub(lambda m: f"```console\n{shown(m[1], folder)}```", text), "utf-8")


if __name__ == "__main__":
    main()
