"""kill -9 at any moment: `python -m tests.faults translate --rounds 100`, and the same with `generate` and `train`.

Nothing that looks finished may be broken, and what goes on must end as if nothing had happened.
"""

import argparse
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


WHAT: dict[str, Callable[[Path, Random, int], Counter[str]]] = {
    "translate": translate,
    "generate": generate,
    "train": train,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=WHAT)
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    said = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = WHAT[said.what](Path(folder), Random(said.seed), said.rounds)
    print(f"{said.what}, {said.rounds} rounds: {dict(found)}")


if __name__ == "__main__":
    main()
