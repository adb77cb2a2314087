"""Deferred: the shipped model, made ready when a text is first read by it: what exact code answers waits for none."""

from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datenorm.network.search import Network
    from datenorm.network.vocabulary import Vocabulary


class Model(NamedTuple):
    """What a Translator reads with."""

    vocabulary: "Vocabulary"
    network: "Network"


class Deferred:
    """Returns the shipped model, which is loaded once, whichever thread asks first. Raises BundleError."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._model: Model | None = None

    def __call__(self) -> Model:
        with self._lock:
            if self._model is None:
                self._model = _shipped()
            return self._model


def _shipped() -> Model:
    from datenorm.network.bundle import load_bundle  # NumPy and ONNX Runtime take 80 ms to import
    from datenorm.network.runtime import Runtime

    bundle = load_bundle()
    return Model(bundle.vocabulary, Runtime(bundle, threads=1))
