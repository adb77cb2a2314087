"""A conversion that is killed at any moment leaves the whole output or none."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROUNDS = 12


def command(table: Path, output: Path) -> list[str]:
    return [
        *(sys.executable, "-m", "datenorm", "translate"),
        *("--input", str(table), "--column", "date", "--output", str(output)),
    ]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes, float]:
    """A table, what becomes of it, and how many seconds that takes."""
    folder = tmp_path_factory.mktemp("whole")
    table, output = folder / "table.csv", folder / "out.csv"
    rows = (f"{number},{number % 28 + 1} May {1900 + number % 100}\n" for number in range(100_000))
    table.write_text("id,date\n" + "".join(rows))
    start = time.monotonic()
    subprocess.run(command(table, output), check=True, capture_output=True)
    return table, output.read_bytes(), time.monotonic() - start


@pytest.mark.parametrize("round_", range(ROUNDS))
def test_a_killed_conversion_leaves_the_whole_or_nothing(
    whole: tuple[Path, bytes, float], tmp_path: Path, round_: int
) -> None:
    table, expected, seconds = whole
    output = tmp_path / "out.csv"
    running = subprocess.Popen(command(table, output), stderr=subprocess.DEVNULL)
    time.sleep(random.Random(round_).uniform(0, 1.1 * seconds))
    running.send_signal(signal.SIGKILL)
    running.wait()
    assert not output.exists() or output.read_bytes() == expected


def test_an_output_that_was_there_stays_until_the_new_one_is_complete(
    whole: tuple[Path, bytes, float], tmp_path: Path
) -> None:
    table, expected, seconds = whole
    output = tmp_path / "out.csv"
    output.write_text("before")
    running = subprocess.Popen(command(table, output), stderr=subprocess.DEVNULL)
    time.sleep(seconds / 2)
    running.kill()
    running.wait()
    assert output.read_bytes() in (b"before", expected)
    subprocess.run(command(table, output), check=True, capture_output=True)
    assert output.read_bytes() == expected
