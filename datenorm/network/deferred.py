"""Deferred: the shipped network, made ready when a batch is first read: what exact code answers waits for none."""

from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from datenorm.network.bundle import Bundle

if TYPE_CHECKING:
    from datenorm.network.runtime import Runtime, State


class Deferred:
    """What `network.runtime.Runtime` is, of a bundle that is known to load: the one that ships."""

    def __init__(self, bundle: Bundle) -> None:
        self.targets = bundle.targets
        self._bundle = bundle
        self._lock = Lock()

    @cached_property
    def _made(self) -> "Runtime":
        from datenorm.network.runtime import Runtime  # ONNX Runtime takes 20 ms to import

        return Runtime(self._bundle, threads=1)

    @property
    def runtime(self) -> "Runtime":
        """The Runtime, made once, whichever thread asks first."""
        with self._lock:
            return self._made

    def encode(self, tokens: NDArray[np.int32], lengths: NDArray[np.int32]) -> dict[str, NDArray[Any]]:
        """Return the state that decoding starts from, as `Runtime.encode` does."""
        return self.runtime.encode(tokens, lengths)

    def step(
        self, state: "State", previous: NDArray[np.int32]
    ) -> tuple[NDArray[np.float32], NDArray[np.float32], dict[str, NDArray[Any]]]:
        """Return what follows the symbols `previous`, as `Runtime.step` does."""
        return self._made.step(state, previous)
