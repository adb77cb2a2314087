"""The serving network: two ONNX graphs, `encode` once for a batch and `step` once for each target symbol.

Search knows these two methods and nothing else of the network. The graphs are made by `datenorm.training.export`.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from datenorm.errors import BundleError
from datenorm.network.bundle import Bundle
from datenorm.text.roles import LETTERS, NONE

SURE_OF_A_ROLE = 0.5  # a role that has less of the probability is none
State = Mapping[str, NDArray[Any]]


class Runtime:
    """Runs a bundle's graphs. threads: of one call; calls from several threads may run side by side.

    A state is a dict of arrays, batch first: `memory*` and `mask` stay the same while a batch is decoded, `state*`
    change at each step. `roles`, uint8 (batch, source), is there where the model has them: the code of the letter of
    each character's likeliest role. targets: what the network may write.
    """

    def __init__(self, bundle: Bundle, threads: int = 1) -> None:
        self._encoder = _session(bundle, bundle.encoder, threads)
        self._decoder = _session(bundle, bundle.decoder, threads)
        self._kept = [output.name for output in self._encoder.get_outputs()]
        self._fed = [entry.name for entry in self._decoder.get_inputs() if entry.name != "previous"]
        self._results = [output.name for output in self._decoder.get_outputs()]
        self._name = bundle.path
        self.targets = bundle.targets
        self._letters = np.array([ord(LETTERS[name]) for name in bundle.roles], np.uint8)
        self._check_names()

    def encode(self, tokens: NDArray[np.int32], lengths: NDArray[np.int32]) -> dict[str, NDArray[Any]]:
        """Return the state that decoding starts from.

        tokens: int32 (batch, source), hint tokens first, 0 is padding. lengths: int32 (batch,), hints included.
        """
        outputs = self._run(self._encoder, {"tokens": tokens, "lengths": lengths})
        state = self._checked(dict(zip(self._kept, outputs, strict=True)), len(tokens))
        if "roles" in state:
            state["roles"] = self._likeliest(state["roles"])
        return state

    def _likeliest(self, probabilities: NDArray[np.float32]) -> NDArray[np.uint8]:
        """Return the letter of each character's role, uint8 (batch, source); NONE's where no role is likely.

        probabilities: (batch, source, roles).
        """
        if probabilities.shape[-1] != len(self._letters):
            raise BundleError(f"{self._name}: the model's encoder gives other roles than config.json names")
        sure = probabilities.max(axis=-1) >= SURE_OF_A_ROLE
        return np.where(sure, self._letters[probabilities.argmax(axis=-1)], np.uint8(ord(NONE)))

    def step(
        self, state: State, previous: NDArray[np.int32]
    ) -> tuple[NDArray[np.float32], NDArray[np.float32], dict[str, NDArray[Any]]]:
        """Return what follows the symbols `previous`, int32 (batch,), of each text: logits, alignment, next state.

        logits: float32 (batch, symbols), before any softmax. alignment: float32 (batch, source), each row sums to 1
        over the text's characters and is exactly zero on the hints and on padding.
        """
        feeds = {name: state[name] for name in self._fed}
        outputs = self._run(self._decoder, {"previous": previous, **feeds})
        found = dict(zip(self._results, outputs, strict=True))
        self._checked(found, len(previous))
        logits, alignment = found.pop("logits"), found.pop("alignment")
        count = len(self.targets.symbols)
        if logits.shape != (len(previous), count) or not np.isfinite(logits).all():
            raise BundleError(f"{self._name}: the model's decoder gives no {count} finite numbers for a text")
        return (
            logits,
            alignment,
            {**state, **{name.removesuffix("_next"): array for name, array in found.items()}},
        )

    def _checked(self, found: dict[str, NDArray[Any]], texts: int) -> dict[str, NDArray[Any]]:
        """Return arrays that have a row for each of so many texts. Raises BundleError where they have not."""
        for name, array in found.items():
            if not array.ndim or len(array) != texts:
                raise BundleError(f"{self._name}: the model's {name!r} has no row for each text")
        return found

    def _run(
        self, session: onnxruntime.InferenceSession, feeds: dict[str, NDArray[Any]]
    ) -> list[NDArray[Any]]:
        try:
            return list(session.run(None, feeds))
        except Exception as error:  # onnxruntime's exceptions share no base class
            raise BundleError(f"{self._name}: the model cannot be run: {_first_line(error)}") from error

    def _check_names(self) -> None:
        """Raise BundleError where the graphs do not fit each other."""
        asked = {entry.name for entry in self._encoder.get_inputs()}
        changed = {name for name in self._fed if name.startswith("state")}
        given = {*self._kept, *(name.removesuffix("_next") for name in self._results)}
        fits = (
            asked == {"tokens", "lengths"}
            and set(self._fed) <= given
            and {"logits", "alignment", *(f"{name}_next" for name in changed)} <= set(self._results)
        )
        if not fits:
            raise BundleError(f"{self._name}: the model's encoder and decoder do not fit each other")


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0]


def _session(bundle: Bundle, model: bytes, threads: int) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 4  # what is fatal; errors are raised as exceptions as well
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_ALL
    # Batches of many shapes would each leave memory behind in an arena: twice as much in all, and nothing gained.
    options.enable_cpu_mem_arena = options.enable_mem_pattern = False
    # Threads that wait must not burn the cores that other threads' calls could use.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    try:
        return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime's exceptions share no base class
        raise BundleError(
            f"{bundle.path}: ONNX Runtime {onnxruntime.__version__} cannot load the model: {_first_line(error)}"
        ) from error
