"""kill -9 at any moment: `python -m tests.faults translate --rounds 100`, and the same with `generate` and `train`.

Nothing that looks finished may be broken, and what goes on must end as if nothing had happened. `workers` kills one
process of each command that has some; `full --folder DIR` has each command write to a disk that is too small for it.
"""

import argparse
import contextlib
import hashlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

import psutil

from datenorm.errors import BundleError
from datenorm.network.bundle import load_bundle

DATENORM = (sys.executable, "-m", "datenorm")
TINY = "--units 8 --embedding 8 --batch 64 --examples 25600 --learning-rate 0.01".split()


def run(command: list[str]) -> float:
    """Run a command to its end; return its seconds."""
    start = time.monotonic()
    subprocess.run(command, check=True, capture_output=True)
    return time.monotonic() - start


def kill(command: list[str], after: float) -> bool:
    """Kill a command after so many seconds; return whether it had ended before."""
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        running.wait(after)
    except subprocess.TimeoutExpired:
        running.send_signal(signal.SIGKILL)
    return running.wait() == 0


def translate(folder: Path, random: Random, rounds: int) -> Counter[str]:
    table, output = folder / "table.csv", folder / "out.csv"
    rows = (f"{number},{number % 28 + 1} May {1900 + number % 100}\n" for number in range(200_000))
    table.write_text("id,date\n" + "".join(rows))
    command = [*DATENORM, "translate", "--input", str(table), "--column", "date", "--output", str(output)]
    return _file(command, output, random, rounds)


def generate(folder: Path, random: Random, rounds: int) -> Counter[str]:
    output = folder / "pairs.tsv"
    return _file([*DATENORM, "generate", "-n", "300000", "-o", str(output)], output, random, rounds)


def _file(command: list[str], output: Path, random: Random, rounds: int) -> Counter[str]:
    seconds = run(command)
    whole = output.read_bytes()
    found: Counter[str] = Counter()
    for _ in range(rounds):
        output.unlink(missing_ok=True)
        kill(command, random.uniform(0, 1.1 * seconds))
        assert not output.exists() or output.read_bytes() == whole, "half a file under its name"
        found["whole" if output.exists() else "none"] += 1
    return found


def train(folder: Path, random: Random, rounds: int) -> Counter[str]:
    """Kill a training, go on with it until it ends, and compare the weights with those of one that was left alone."""
    from datenorm.training.checkpoints import NAME  # TensorFlow, which greets on stderr

    pairs = folder / "pairs.tsv"
    run([*DATENORM, "generate", "-n", "2000", "--locale", "en", "-o", str(pairs)])
    command = [*DATENORM, "train", "--data", str(pairs), *TINY, "--out"]
    seconds = run([*command, str(folder / "whole")])
    whole = _weights(folder / "whole")
    found: Counter[str] = Counter()
    for _ in range(rounds):
        out = folder / "killed"
        shutil.rmtree(out, ignore_errors=True)
        ended = kill([*command, str(out)], random.uniform(0, seconds))
        while not ended:
            _check_bundle(out)
            resume = ["--resume"] * (out / NAME).exists()
            found["killed, with a checkpoint" if resume else "killed before one"] += 1
            ended = kill([*command, str(out), *resume], random.uniform(0.3, 1.5) * seconds)
        assert _weights(out) == whole, "other weights than those of a run that was left alone"
        found["ended the same"] += 1
    return found


def _check_bundle(folder: Path) -> None:
    """Assert that a bundle is whole or says that it is not."""
    try:
        load_bundle(folder)
    except BundleError:
        return


def _weights(folder: Path) -> str:
    load_bundle(folder)
    return hashlib.sha256((folder / "weights.safetensors").read_bytes()).hexdigest()


def workers(folder: Path, random: Random, rounds: int) -> Counter[str]:
    """Kill a worker of each command that has some; it must go on to the same bytes, or end in a line and leave nothing."""
    table, pairs = folder / "table.csv", folder / "pairs.tsv"
    rows = (f"{number},{number % 28 + 1} May {1900 + number % 100}, {number}\n" for number in range(60_000))
    table.write_text("id,date,n\n" + "".join(rows))
    (folder / "tables").mkdir()
    shutil.copy(table, folder / "tables" / "one.csv")
    run([*DATENORM, "generate", "-n", "4000", "--locale", "en", "-o", str(pairs)])
    read = ["--column", "date", "--jobs", "2", "--order", "DMY"]
    commands = {
        "translate": ["translate", "--input", str(table), *read, "--output"],
        "translate, a folder": ["translate", "--input", str(folder / "tables"), *read, "--output"],
        "generate": ["generate", "-n", "200000", "--locale", "en", "--jobs", "2", "-o"],
        "train": ["train", "--data", str(pairs), *TINY, "--out"],
        "compare": ["compare", str(pairs), "--architecture", "dot", "--epochs", "2", "--units", "8", "-o"],
    }
    found: Counter[str] = Counter()
    for name, command in commands.items():
        for number in range(rounds):
            out = folder / f"out-{number}.{'tsv' if name == 'generate' else 'csv'}"
            out = out.with_suffix("") if name not in ("translate", "generate") else out
            status, said = _killed_worker([*DATENORM, *command, str(out)], random)
            lines = [line for line in said.splitlines() if line.startswith("Error")]
            assert "Traceback" not in said, said
            assert status == 0 or (status == 1 and len(lines) == 1), said
            assert status == 0 or name in ("train", "compare") or not out.exists()
            found[f"{name}: {'went on' if status == 0 else 'one line'}"] += 1
            assert not list(folder.rglob(".datenorm-*.part"))
    return found


def _killed_worker(command: list[str], random: Random) -> tuple[int, str]:
    """Run a command and kill one of its workers some time after it has some."""
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    process, started = psutil.Process(running.pid), time.monotonic()
    with contextlib.suppress(psutil.Error):
        while running.poll() is None and time.monotonic() - started < 120:
            children = [one for one in process.children() if "spawn_main" in " ".join(one.cmdline())]
            if children:
                time.sleep(random.uniform(0, 2))
                random.choice(children).kill()
                break
            time.sleep(0.02)
    _, said = running.communicate(timeout=600)
    return running.returncode, said


def full(folder: Path, small: Path) -> Counter[str]:
    """Have each command write to the folder `small`, whose disk is too small; an old file must stay as it was."""
    table, pairs = folder / "table.csv", folder / "pairs.tsv"
    rows = (
        f"{number % 28 + 1} May 2018,{hashlib.sha256(bytes(number)).hexdigest()}\n"
        for number in range(12_000)
    )
    table.write_text("date,id\n" + "".join(rows))
    run([*DATENORM, "generate", "-n", "3000", "--locale", "en", "-o", str(pairs)])
    texts = folder / "texts.txt"
    texts.write_text("9 May 2018\n" * 40_000)
    wide = [f"{day} May 2018" for day in range(1, 29)]
    read = ["translate", "--input", str(table), "--column", "date", "--output"]
    commands = {
        **{
            f"translate.{form}": [*read, f"{small}/out.{form}"]
            for form in ("csv", "jsonl", "parquet", "xlsx")
        },
        "translate --rejects": [
            *read,
            str(folder / "out.csv"),
            "--min-confidence",
            "1",
            "--rejects",
            f"{small}/out.csv",
        ],
        "translate --resume": [*read, f"{small}/out.csv", "--resume"],
        "translate, lines": ["translate", "--input", str(texts), "--output", f"{small}/out.txt"],
        "translate, a folder": [
            "translate",
            "--input",
            f"{folder}/*.csv",
            "--column",
            "date",
            "--output",
            f"{small}/out",
        ],
        "generate.tsv": ["generate", "-n", "20000", "--locale", "en", "-o", f"{small}/out.tsv"],
        "generate.parquet": ["generate", "-n", "20000", "--locale", "en", "-o", f"{small}/out.parquet"],
        "visualize.png": ["visualize", *wide, "-o", f"{small}/out.png"],
        "visualize.html": ["visualize", *wide * 20, "-o", f"{small}/out.html"],
        "visualize.pdf": ["visualize", *wide * 20, "-o", f"{small}/out.pdf"],
        "train": ["train", "--data", str(pairs), *TINY, "--units", "64", "--out", f"{small}/out"],
    }
    found: Counter[str] = Counter()
    for name, command in commands.items():
        for path in small.iterdir():
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        target = next(Path(part) for part in reversed(command) if part.startswith(str(small)))
        old = target.suffix != ""
        if old:
            target.write_text("old")
        done = subprocess.run([*DATENORM, *command], capture_output=True, text=True)
        errors = [line for line in done.stderr.splitlines() if line.startswith("Error")]
        assert (done.returncode, len(errors)) == (1, 1), (name, done.returncode, done.stderr[-500:])
        assert "Traceback" not in done.stderr, (name, done.stderr)
        assert "No space left on device" in errors[0], (name, errors)
        assert not old or target.read_text() == "old", name
        assert not list(small.rglob("*.part")), name
        found[name] += 1
    return found


WHAT: dict[str, Callable[[Path, Random, int], Counter[str]]] = {
    "translate": translate,
    "generate": generate,
    "train": train,
    "workers": workers,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=[*WHAT, "full"])
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", type=Path, help="of `full`: on a disk of 256 KiB")
    said = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if said.what == "full":
            found = full(Path(folder), said.folder)
        else:
            found = WHAT[said.what](Path(folder), Random(said.seed), said.rounds)
    print(f"{said.what}, {said.rounds} rounds: {dict(found)}")


if __name__ == "__main__":
    main()
