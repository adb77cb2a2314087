"""Everything that imports Keras: architectures, the training loop, and the export of what it made.

config          what a run is told
rows            where its pairs come from
spans           where a text spells its fields, found for pairs that come without
batches         pairs to batches
preparation     batches made ahead of time, by processes of their own
architectures/  the encoder, and one decoder a file
model           the network in Keras, and its loss
loop            batches in, a bundle out
validation      exact match on held-out pairs
history         the course of a run, as a table and a curve
checkpoints     all that a run needs to go on
calibration     the temperature at which confidence is worth what it says
graph           an ONNX graph, written node by node
export          weights to a bundle
comparison      architectures side by side

Keras's own variable KERAS_BACKEND chooses the backend, TensorFlow by default; nothing here is written for one of them.
"""

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from datenorm.network.bundle import FILES, MANIFEST
from datenorm.training.config import ARCHITECTURES, TrainingConfig

__all__ = ["ARCHITECTURES", "OUTPUTS", "TrainingConfig", "begun", "compare", "train"]

# What may be written into a folder of results.
OUTPUTS = (
    *FILES,
    MANIFEST,
    *("checkpoint.safetensors", "history.csv", "learning_curve.png", "comparison.csv", "comparison.png"),
)
# Set before TensorFlow loads. LSTM steps are too small to be shared out among threads; the two directions and the
# decoder run side by side instead (benchmarks/README.md, 'Training').
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("TF_NUM_INTEROP_THREADS", "2")
os.environ.setdefault("TF_NUM_INTRAOP_THREADS", str(max(1, (os.cpu_count() or 2) // 2)))


def begun(folder: Path) -> TrainingConfig:
    """Return what the run was told whose checkpoint stands in a folder. Raises BundleError where there is none."""
    from datenorm.training.checkpoints import described  # Keras

    return described(folder)[0]


def train(config: TrainingConfig) -> Path:
    """Train a model as `config` says and return the folder of its bundle.

    A run that is resumed must be told what it was told before. Raises DataError for wrong training data, BundleError
    for a bundle or checkpoint that cannot be gone on from, and KeyboardInterrupt once an interrupted run has written
    its checkpoint.
    """
    from datenorm.training.loop import run  # Keras; the processes that prepare batches do without it

    if os.environ.get("KERAS_BACKEND") == "jax":  # which compiles with XLA whatever it is told
        config = replace(config, jit=True)
    return run(config)


def compare(
    config: TrainingConfig, architectures: Sequence[str], seeds: Sequence[int], epochs: int
) -> list[str]:
    """Train `architectures` on the pairs of `config.data`; return the lines of a table.

    The runs, comparison.csv and, with Matplotlib, comparison.png stand in `config.out`. Raises DataError for wrong
    pairs.
    """
    from datenorm.training import comparison

    outcomes = comparison.compare(config, architectures, seeds, epochs)
    comparison.write(outcomes, config.folder)
    try:
        comparison.draw(outcomes, config.folder / "comparison.png")
    except ModuleNotFoundError as error:
        if error.name != "matplotlib":
            raise
    return comparison.table(outcomes)
