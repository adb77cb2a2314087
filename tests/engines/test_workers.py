"""Worker processes: the same answers as one process gives, whatever becomes of the processes."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pytest

from datenorm import processes
from datenorm.engines.workers import SHARE, Workers
from datenorm.errors import DatenormError, LocaleError
from datenorm.judging.answer import Translation
from datenorm.reading.translator import default_translator

TEXTS = [
    f"{number % 28 + 1} {month} {1900 + number}" for number in range(SHARE) for month in ("May", "mai", "5")
]
OPTIONS = {"order": None, "locale": None, "pivot_year": 2046}


def killed(pipe: Connection) -> None:
    """A worker that is gone before it has read anything."""


@pytest.fixture(scope="module")
def pool() -> Iterator[Workers]:
    with Workers(None, 3, OPTIONS) as started:
        yield started


@pytest.fixture(scope="module")
def expected() -> list[Translation]:
    return default_translator().translate_many(TEXTS, pivot_year=2046)


def test_three_processes_answer_as_one(pool: Workers, expected: list[Translation]) -> None:
    assert pool(TEXTS) == expected
    assert len(pool._crew.workers) == 3


def test_hints_go_with_their_texts(pool: Workers) -> None:
    texts = ["03/04/2015"] * (2 * SHARE)
    orders = ["DMY", "MDY"] * SHARE
    answers = pool(texts, order=orders, locale=[None] * len(texts))
    assert {(order, answer.iso) for order, answer in zip(orders, answers, strict=True)} == {
        ("DMY", "2015-04-03"),
        ("MDY", "2015-03-04"),
    }


def test_short_lists_are_read_here(expected: list[Translation]) -> None:
    with Workers(None, 3, OPTIONS) as pool:
        assert pool(TEXTS[:100]) == expected[:100]
        assert not pool._crew.workers


def test_workers_that_have_started_read_shorter_lists_too(
    pool: Workers, expected: list[Translation], monkeypatch: pytest.MonkeyPatch
) -> None:
    pool(TEXTS)
    monkeypatch.setattr(pool, "_here", None)
    assert pool(TEXTS[:300]) == expected[:300]


def test_a_worker_that_was_killed_is_replaced(pool: Workers, expected: list[Translation]) -> None:
    pool(TEXTS)
    os.kill(pool._crew.workers[1].process.pid or 0, signal.SIGKILL)
    assert pool(TEXTS) == expected


def test_workers_that_are_killed_again_end_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "_serve", killed)
    with Workers(None, 2, OPTIONS) as pool, pytest.raises(DatenormError, match=r"twice.*--jobs 1"):
        pool(TEXTS)


def test_what_a_worker_raises_is_raised_and_the_next_call_is_not_confused(
    pool: Workers, expected: list[Translation]
) -> None:
    locales = ["de"] * len(TEXTS)
    locales[-1] = "xx_nowhere"
    with pytest.raises(LocaleError, match="xx_nowhere"):
        pool(TEXTS, locale=locales)
    assert pool(TEXTS) == expected


def test_the_processes_are_gone_at_the_end() -> None:
    with Workers(None, 3, OPTIONS) as pool:
        pool(TEXTS)
        processes = [worker.process for worker in pool._crew.workers]
        assert all(process.is_alive() for process in processes)
    assert not any(process.is_alive() for process in processes)


@pytest.mark.parametrize("sent", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_no_worker_outlives_a_run_that_is_ended(tmp_path: Path, sent: signal.Signals) -> None:
    table = tmp_path / "table.csv"
    table.write_text("day\n" + "".join(f"{number % 28 + 1} May {number}\n" for number in range(300_000)))
    command = [
        *(sys.executable, "-m", "datenorm", "translate", "--jobs", "3"),
        *("--input", str(table), "--column", "day", "--order", "DMY", "--output", str(tmp_path / "out.csv")),
    ]
    restored: Any = {"preexec_fn": lambda: signal.signal(signal.SIGINT, signal.default_int_handler)}
    running = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True, **restored)

    def others() -> list[Path]:
        return [path for path in tmp_path.iterdir() if path != table and path.stat().st_size]

    wait_until(lambda: running.poll() is not None or others(), 60)
    assert running.poll() is None, running.stderr.read()
    assert len(processes_of(running.pid)) > 3  # two workers or more, as the machine has cores
    running.send_signal(sent)
    running.wait(30)
    wait_until(lambda: not processes_of(running.pid), 30)
    assert "Traceback" not in running.stderr.read()
    assert not list(tmp_path.glob("out*"))


@pytest.mark.slow
@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGINT])
@pytest.mark.parametrize("rows", [1_900, 20_000])  # read by a thread of this process; by workers
def test_a_run_ends_at_once_while_long_shares_are_read(
    tmp_path: Path, sent: signal.Signals, rows: int
) -> None:
    table, output = tmp_path / "table.csv", tmp_path / "out.csv"
    words = ("".join(chr(97 + number // 26**place % 26) for place in range(4)) for number in range(rows))
    table.write_text("day\n" + "".join(f"paid {word} 9 May 1950\n" for word in words))
    command = [
        *(sys.executable, "-m", "datenorm", "translate", "--jobs", "2"),
        *("--input", str(table), "--column", "day", "--output", str(output)),
    ]
    restored: Any = {"preexec_fn": lambda: signal.signal(signal.SIGINT, signal.default_int_handler)}
    running = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True, **restored)
    wait_until(lambda: list(tmp_path.glob("*out*")), 60)
    time.sleep(1)
    start = time.monotonic()
    running.send_signal(sent)
    said = running.communicate(timeout=60)[1]
    if running.returncode:  # else a quick machine had read all of it
        assert (running.returncode, said) == ({signal.SIGTERM: 143, signal.SIGINT: 130}[sent], "")
        assert time.monotonic() - start < 4  # two seconds, where nothing else runs
    wait_until(lambda: not processes_of(running.pid), 10)


def processes_of(session: int) -> list[str]:
    """Return the processes of a session that have not ended."""
    listed = subprocess.run(["ps", "-s", str(session), "-o", "pid=,stat="], capture_output=True, text=True)
    return [line for line in listed.stdout.splitlines() if "Z" not in line.split()[1]]


def wait_until(holds: Callable[[], object], seconds: float) -> None:
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it took too long"
        time.sleep(0.05)
