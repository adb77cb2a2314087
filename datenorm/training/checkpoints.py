"""Checkpoints: all a run needs to go on as if it had never stopped, in one file that is replaced whole.

The chance a run takes (hints, order of batches) follows from its seed and its position, so the position is the state of
that too.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import keras
import numpy as np
from keras import ops
from safetensors import SafetensorError, safe_open
from safetensors.numpy import save as save_tensors

from datenorm.errors import BundleError
from datenorm.files import write_file
from datenorm.network.vocabulary import Vocabulary
from datenorm.training.batches import START, Position
from datenorm.training.config import TrainingConfig
from datenorm.training.history import Row
from datenorm.training.model import set_weights, weights_of

NAME = "checkpoint.safetensors"
OPTIMIZER, NOW, BEST = "optimizer/", "now/", "best/"

Weights = dict[str, np.ndarray]


@dataclass(slots=True)
class Progress:
    """How far a run has come.

    losses: sum of the losses of the batches since the last validation; counted: how many those are. best: the weights
    of the best validation, best_exact_match its share, waited: validations since then.
    """

    step: int = 0
    position: Position = START
    history: list[Row] = field(default_factory=list)
    losses: float = 0.0
    counted: int = 0
    seconds: float = 0.0
    best: Weights = field(default_factory=dict)
    best_exact_match: float = -1.0
    waited: int = 0


def save(
    folder: Path, config: TrainingConfig, vocabulary: Vocabulary, network: keras.Model, progress: Progress
) -> None:
    """Write the checkpoint of `folder`; a crash leaves the one before it."""
    optimizer = {
        str(index): ops.convert_to_numpy(v.value) for index, v in enumerate(network.optimizer.variables)
    }
    groups = {OPTIMIZER: optimizer, NOW: weights_of(network), BEST: progress.best}
    tensors = {
        prefix + name: np.array(array, order="C")
        for prefix, group in groups.items()
        for name, array in group.items()
    }
    about = {
        "step": progress.step,
        "position": progress.position,
        "history": [list(row) for row in progress.history],
        "losses": progress.losses,
        "counted": progress.counted,
        "seconds": progress.seconds,
        "best_exact_match": progress.best_exact_match,
        "waited": progress.waited,
    }
    metadata = {
        "config": config.to_json(),
        "vocabulary": json.dumps(vocabulary.to_json(), ensure_ascii=False),
        "progress": json.dumps(about),
    }
    write_file(folder / NAME, save_tensors(tensors, metadata))


def described(folder: Path) -> tuple[TrainingConfig, Vocabulary]:
    """Return what the run in `folder` was told. Raises BundleError where there is no checkpoint."""
    metadata, _ = _read(folder)
    with _complete(folder):
        config = TrainingConfig.from_json(metadata["config"])
        return config, Vocabulary.from_json(json.loads(metadata["vocabulary"]))


def restore(folder: Path, network: keras.Model) -> Progress:
    """Give `network` and its built optimizer the state of the checkpoint in `folder`; return how far it had come."""
    metadata, tensors = _read(folder)
    with _complete(folder):
        set_weights(network, _below(tensors, NOW))
        saved = _below(tensors, OPTIMIZER)
        for index, variable in enumerate(network.optimizer.variables):
            variable.assign(saved[str(index)])
        about = json.loads(metadata["progress"])
        about["position"] = Position(*about["position"])
        about["history"] = [Row(*row) for row in about["history"]]
        return Progress(best=_below(tensors, BEST), **about)


@contextmanager
def _complete(folder: Path) -> Iterator[None]:
    """Turn what is missing in a checkpoint, or of another shape, into a BundleError."""
    try:
        yield
    except (KeyError, TypeError, ValueError) as error:
        raise BundleError(
            f"{folder}: the checkpoint is not one of this network ({error!r:.200}); train without --resume"
        ) from error


def _read(folder: Path) -> tuple[dict[str, str], Weights]:
    try:
        with safe_open(folder / NAME, framework="numpy") as file:
            return file.metadata() or {}, {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118
    except (OSError, SafetensorError) as error:
        raise BundleError(
            f"{folder}: no checkpoint to go on from ({error}); train without --resume"
        ) from error


def _below(tensors: Weights, prefix: str) -> Weights:
    return {name.removeprefix(prefix): array for name, array in tensors.items() if name.startswith(prefix)}
