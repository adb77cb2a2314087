"""Weights to a bundle: the serving graphs, the weights by name, and the model card."""

from dataclasses import asdict
from typing import Any

import numpy as np
from safetensors.numpy import load as load_tensors
from safetensors.numpy import save as save_tensors

from datenorm.dates.written import LANGUAGES
from datenorm.errors import BundleError
from datenorm.evaluation.card import card
from datenorm.network.bundle import FORMAT, Bundle, load_bundle, read_checked, to_json
from datenorm.network.vocabulary import Vocabulary
from datenorm.text.roles import ROLES
from datenorm.training.architectures import DECODERS
from datenorm.training.architectures.encoder import encoder_graph
from datenorm.training.config import PLACES, TrainingConfig
from datenorm.training.graph import Graph
from datenorm.training.model import below

Weights = dict[str, np.ndarray]


def to_bundle(
    config: TrainingConfig, vocabulary: Vocabulary, weights: Weights, temperature: float = 1.0
) -> Bundle:
    """Return the bundle of `weights`, not on any disk. temperature: see `datenorm.training.calibration`."""
    encoder, decoder = serving_graphs(config.architecture, weights)
    told = {name: value for name, value in asdict(config).items() if name not in PLACES}
    settings = {
        "format": FORMAT,
        "automaton_version": LANGUAGES[config.targets]().version,
        "architecture": config.architecture,
        "units": config.units,
        "embedding": config.embedding,
        "vocabulary": vocabulary.to_json(),
        **({"roles": list(ROLES)} if "roles/kernel" in weights else {}),
        "calibration": {"temperature": temperature},
        "training": {**told, "command": config.command, "date": config.date},
    }
    return Bundle(None, settings, vocabulary, encoder, decoder)


def serving_graphs(architecture: str, weights: Weights) -> tuple[bytes, bytes]:
    """Return encoder and decoder step as ONNX models."""
    decoder, decoder_weights = DECODERS[architecture], below(weights, "decoder")

    def from_memory(graph: Graph, memory: str, hidden: str) -> None:
        decoder.memory_graph(graph, decoder_weights, memory, hidden)
        if "roles/kernel" in weights:
            logits = graph.dense(memory, weights["roles/kernel"], weights["roles/bias"])
            graph.output("roles", graph.node("Softmax", logits, axis=-1), axes=3)

    encoder = encoder_graph(decoder.encoder, below(weights, "encoder"), from_memory)
    step = Graph("decoder")
    units = weights["encoder/bridge/bias"].shape[0] // 2
    step.input("previous", Graph.INT32, ("batch",))
    step.input("state_hidden", Graph.FLOAT, ("batch", units))
    step.input("state_cell", Graph.FLOAT, ("batch", units))
    step.input("mask", Graph.BOOL, ("batch", "source"))
    decoder.step_graph(step, decoder_weights)
    for name in ("logits", "alignment", "state_hidden_next", "state_cell_next"):
        step.output(name, name, axes=2)
    if "heads" in step.tensors:
        step.output("heads", "heads", axes=3)
    return encoder, step.to_bytes()


def contents(
    config: TrainingConfig,
    vocabulary: Vocabulary,
    weights: Weights,
    metrics: dict[str, Any],
    temperature: float = 1.0,
) -> dict[str, bytes]:
    """Return the files of a bundle by name, as `bundle.write_bundle` takes them."""
    bundle = to_bundle(config, vocabulary, weights, temperature)
    shown = metrics.get("examples", config.examples)  # it may have stopped early, or been told minutes
    training = {**bundle.config["training"], "examples": shown}
    settings = {**bundle.config, "training": training, "before": before(config)}
    return {
        "config.json": to_json(settings),
        "encoder.onnx": bundle.encoder,
        "decoder.onnx": bundle.decoder,
        "weights.safetensors": save_tensors(weights, {"format": "numpy"}),
        "metrics.json": to_json(metrics),
        "README.md": card(settings, metrics).encode(),
    }


def before(config: TrainingConfig) -> list[dict[str, Any]]:
    """Return how the bundle was trained that this training goes on from, and those before it, the oldest first."""
    if config.from_bundle is None:
        return []
    try:
        settings = load_bundle(config.from_bundle).config
    except BundleError:  # moved away since; no reason to lose what has been learned
        return []
    return [*settings.get("before", []), settings["training"]]


def read_weights(path: str) -> tuple[Bundle, Weights]:
    """Return a bundle and its weights. Raises BundleError."""
    bundle = load_bundle(path)
    assert bundle.path is not None
    return bundle, load_tensors(read_checked(bundle.path)["weights.safetensors"])
