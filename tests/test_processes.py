"""Crews: results in order, losses noticed, nothing left behind."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import psutil
import pytest

from datenorm.errors import DataError, DatenormError
from datenorm.processes import Crew, Lost

GENERATE = (sys.executable, *"-m datenorm generate -n 250000 --jobs 2 --locale en -o".split())


def doubling() -> Callable[[Any], Any]:
    return lambda number: 2 * number


def raising(error: Exception) -> Callable[[Any], Any]:
    def work(task: object) -> None:
        raise error

    return work


def dying() -> Callable[[Any], Any]:
    return lambda task: os._exit(1)


def sleeping() -> Callable[[Any], Any]:
    return time.sleep


def test_a_thread_that_waits_for_a_crew_is_left_waiting_no_longer_than_the_crew_lasts() -> None:
    raised: list[BaseException] = []

    def wait() -> None:
        try:
            crew.share([60, 60])
        except Lost as error:
            raised.append(error)
            with pytest.raises(Lost):
                crew.share([0, 0])

    with Crew(sleeping) as crew:
        thread = threading.Thread(target=wait)
        thread.start()
        while len(crew.workers) < 2:
            time.sleep(0.01)
    thread.join(10)
    assert not thread.is_alive()
    assert len(raised) == 1
    assert crew.workers == []


def test_threads_share_a_crew_and_one_loss_costs_each_of_them_one_attempt() -> None:
    results: list[list[Any]] = []

    def work() -> None:
        try:
            results.append(crew.share([0.5, 0.5]))
        except Lost:
            results.append(crew.share([0.5, 0.5]))

    with Crew(sleeping) as crew:
        crew.share([0, 0])
        threads = [threading.Thread(target=work) for _ in range(3)]
        for thread in threads:
            thread.start()
        time.sleep(0.2)
        crew.workers[0].process.kill()
        for thread in threads:
            thread.join(20)
    assert results == [[None, None]] * 3


def test_results_come_in_the_order_of_their_tasks() -> None:
    with Crew(doubling) as crew:
        assert list(crew.each(range(20), processes=2)) == list(range(0, 40, 2))
        assert crew.share([5, 7]) == [10, 14]


@pytest.mark.parametrize("error", [DataError("no"), OSError("no"), EOFError("no")])
def test_what_a_task_raises_is_raised(error: Exception) -> None:
    with Crew(partial(raising, error)) as crew, pytest.raises(type(error), match="no"):
        crew.share([1])


def test_a_process_that_ends_is_noticed_and_the_others_are_ended() -> None:
    with Crew(dying) as crew:
        with pytest.raises(Lost, match="ended from outside"):
            list(crew.each(range(5), processes=2))
        assert crew.workers == []


def test_a_script_on_stdin_gets_a_line(tmp_path: Path) -> None:
    script = """
from datenorm.generation.generator import Recipe, generate
list(generate(Recipe(locales=("en",)), 10, processes=2))
"""
    done = subprocess.run([sys.executable, "-"], input=script, capture_output=True, text=True)
    assert done.stderr.splitlines()[-1] == (
        "datenorm.errors.DatenormError: worker processes import the script that starts them, and <stdin> is no file: "
        "save it as one, or use one process"
    )


UNGUARDED = {
    "pairs": "from datenorm.generation.generator import Recipe, generate\n"
    "list(generate(Recipe(locales=('en',)), 10, processes=2))\n",
    "texts": "from datenorm.engines.workers import Workers\n"
    "with Workers(None, 2, {}) as read:\n    read([f'{n} May 2018' for n in range(3000)])\n",
    "command": "from datenorm.cli import main\n"
    "main(['generate', '-n', '10', '--jobs', '2', '--locale', 'en', '-o', '-'])\n",
}


@pytest.mark.parametrize("kind", UNGUARDED)
def test_a_script_without_the_guard_of_its_main_is_told_of_it(tmp_path: Path, kind: str) -> None:
    script = tmp_path / "script.py"
    script.write_text(UNGUARDED[kind])
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, timeout=60)
    assert done.returncode == 1
    assert "could not start; does the script that starts it" in done.stderr.splitlines()[-1]
    assert "call this behind `if __name__ == '__main__'`?" in done.stderr.splitlines()[-1]
    assert "bootstrapping" not in done.stderr
    script.write_text(
        "if __name__ == '__main__':\n" + "".join(f"    {line}\n" for line in UNGUARDED[kind].splitlines())
    )
    assert subprocess.run([sys.executable, script], capture_output=True, timeout=60).returncode == 0


def test_a_process_that_is_killed_while_it_starts_is_lost() -> None:
    with Crew(sleeping) as crew:
        (worker,) = crew.start(1)
        worker.process.kill()
        with pytest.raises(Lost, match="ended from outside"):
            crew.share([0])


def workers_of(process: int) -> list[psutil.Process]:
    children = psutil.Process(process).children()
    return [child for child in children if "spawn_main" in " ".join(child.cmdline())]


@pytest.mark.slow
@pytest.mark.parametrize("after", [0.0, 0.5])
def test_generate_notices_that_a_worker_was_killed(tmp_path: Path, after: float) -> None:
    running = subprocess.Popen([*GENERATE, str(tmp_path / "pairs.tsv")], stderr=subprocess.PIPE, text=True)
    while len(workers_of(running.pid)) < 2:
        time.sleep(0.01)
    time.sleep(after)
    workers_of(running.pid)[1].kill()
    _, said = running.communicate(timeout=30)
    assert (running.returncode, said) == (
        1,
        "Error: a worker process was ended from outside; is there enough memory? --jobs 1 needs less\n",
    )
    assert os.listdir(tmp_path) == []


@pytest.mark.slow
# A worker that Ctrl-C meets while Python itself starts in it may still say so: nothing of ours runs in it yet.
@pytest.mark.parametrize("after", [0.3, 0.8])
def test_ctrl_c_ends_generate_and_its_workers_without_a_word(tmp_path: Path, after: float) -> None:
    restored: Any = {"preexec_fn": lambda: signal.signal(signal.SIGINT, signal.default_int_handler)}
    running = subprocess.Popen(
        [*GENERATE, str(tmp_path / "pairs.tsv")],
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        **restored,
    )
    while not workers_of(running.pid):
        time.sleep(0.01)
    time.sleep(after)
    workers = workers_of(running.pid)
    os.killpg(running.pid, signal.SIGINT)
    _, said = running.communicate(timeout=30)
    assert (running.returncode, said.strip()) == (130, "")
    assert os.listdir(tmp_path) == []
    assert not psutil.wait_procs(workers, timeout=10)[1]


def test_more_jobs_than_cores_are_as_many_as_cores() -> None:
    from datenorm.cli.options import cores

    assert cores(100_000) == cores()
    assert cores(1) == 1


def test_a_lost_worker_is_a_failure_that_is_explained() -> None:
    assert isinstance(Lost(), DatenormError)


def test_ctrl_c_while_the_command_line_is_imported_is_a_status() -> None:
    interrupted = """
import builtins
imported = builtins.__import__
def interrupt(name, *rest, **more):
    if name == "datenorm.cli":
        raise KeyboardInterrupt
    return imported(name, *rest, **more)
builtins.__import__ = interrupt
from datenorm.__main__ import run
run()
"""
    ran = subprocess.run([sys.executable, "-c", interrupted], capture_output=True, text=True)
    assert (ran.returncode, ran.stderr) == (130, "")
