"""The network in Keras: encoder, decoder and the loss they are trained with."""

from typing import Any

import keras
import numpy as np
from keras import ops

from datenorm.dates.targets import DATES, EOT, TargetLanguage
from datenorm.errors import BundleError
from datenorm.text.roles import ROLES
from datenorm.training.architectures import DECODERS


class Network(keras.Model):
    """Reads tokens, writes symbols; each symbol is predicted from the true ones before it (teacher forcing).

    Decoder states and attention weights are part of what a call returns: see `call`.

    guided: the weight of guided alignment in the loss. roles: the weight of a second output, which names the role of
    each character; with 0 there is none. targets: what it may write.
    """

    def __init__(
        self,
        vocabulary_size: int,
        architecture: str = "dot",
        units: int = 128,
        embedding: int = 64,
        guided: float = 0.1,
        roles: float = 0.0,
        targets: TargetLanguage = DATES,
    ) -> None:
        super().__init__(name="network")
        decoder = DECODERS[architecture]
        self.encoder = decoder.encoder(vocabulary_size, embedding, units)
        self.decoder = decoder(units, choices=len(targets.symbols))
        self.guided = guided if self.decoder.attends else 0.0
        self.roles = roles
        self.role_layer = keras.layers.Dense(len(ROLES), name="roles", dtype="float32") if roles else None
        self.built = self.encoder.built = self.decoder.built = (
            True  # or Keras tries each call before, to build them
        )
        empty = {"tokens": np.ones((1, 3), np.int32), "previous": np.zeros((1, targets.steps), np.int32)}
        self(empty)  # makes the weights

    def call(self, inputs: dict[str, Any]) -> dict[str, Any]:
        """Return logits (batch, target, symbols), alignment (batch, target, source) and states (batch, target, units).

        inputs: tokens, int (batch, source), as `Vocabulary.encode` makes them; previous, int (batch, target), the
        symbol before each step. states are the decoder's, after each step. Some have more to show: `heads`,
        `importance`; `roles` (batch, source, roles) are the logits of the second output.
        """
        memory, *read, found = self.encoder(inputs["tokens"])
        if self.role_layer is not None:
            found = {**found, "roles": self.role_layer(memory)}
        return {**self.decoder(memory, *read, inputs["previous"]), **found}

    def compute_loss(
        self,
        x: Any = None,
        y: Any = None,
        y_pred: Any = None,
        sample_weight: Any = None,
        training: bool = True,
    ) -> Any:
        """Return cross entropy per symbol, <eot> included and what follows it not, plus alignment's part and roles'.

        y: symbols, int (batch, target), filled up with <eot>; guide, bool (batch, target, source), the characters
        each symbol should look at, none where that is open; roles, int (batch, source), -1 where nobody knows.
        """
        counted = ops.cast(ops.not_equal(x["previous"], EOT), "float32")
        counted = ops.concatenate(
            [ops.ones_like(counted[:, :1]), counted[:, 1:]], axis=1
        )  # the first follows <eot> too
        entropy = ops.sparse_categorical_crossentropy(y["symbols"], y_pred["logits"], from_logits=True)
        loss = ops.sum(entropy * counted) / ops.sum(counted)
        if self.guided:
            loss = loss + self.guided * guided_alignment_loss(y_pred["alignment"], y["guide"])
        if self.roles:
            loss = loss + self.roles * role_loss(y_pred["roles"], y["roles"])
        return loss


def guided_alignment_loss(alignment: Any, guide: Any) -> Any:
    """Return the mean of -log(attention on the characters of the symbol's field) over the guided symbols.

    Guided alignment, Chen et al. 2016, with one difference: how the attention is spread among a field's characters is
    left to the network (they take cross entropy with a fixed distribution).
    alignment: (batch, target, source). guide: bool, the same shape.
    """
    guide = ops.cast(guide, "float32")
    guided = ops.cast(ops.any(guide > 0, axis=-1), "float32")  # (batch, target)
    inside = ops.sum(alignment * guide, axis=-1)
    return -ops.sum(guided * ops.log(inside + 1e-6)) / ops.maximum(ops.sum(guided), 1.0)


def role_loss(logits: Any, roles: Any) -> Any:
    """Return the mean cross entropy of the roles that are known.

    logits: (batch, source, roles). roles: int (batch, source), -1 where nobody knows.
    """
    known = ops.cast(roles >= 0, "float32")
    entropy = ops.sparse_categorical_crossentropy(ops.maximum(roles, 0), logits, from_logits=True)
    return ops.sum(entropy * known) / ops.maximum(ops.sum(known), 1.0)


def shifted(symbols: np.ndarray) -> np.ndarray:
    """Return the symbol before each of `symbols`, (batch, target): <eot> stands before the first."""
    return np.concatenate([np.full_like(symbols[:, :1], EOT), symbols[:, :-1]], axis=1)


def weights_of(network: keras.Model) -> dict[str, np.ndarray]:
    """Return every weight, float32, by its path below the network: 'encoder/characters/embeddings'."""
    return {
        variable.path.partition("/")[2]: np.asarray(ops.convert_to_numpy(variable.value), np.float32)
        for variable in network.weights
    }


def set_weights(network: keras.Model, weights: dict[str, np.ndarray]) -> None:
    """Give the network weights by path. Raises BundleError where they are of another network."""
    for variable in network.weights:
        path = variable.path.partition("/")[2]
        if path not in weights or weights[path].shape != tuple(variable.shape):
            raise BundleError(
                f"these weights are of another network: {path} should have shape {tuple(variable.shape)}"
            )
        variable.assign(weights[path])


def below(weights: dict[str, np.ndarray], layer: str) -> dict[str, np.ndarray]:
    """Return the weights of one layer, by path below it."""
    start = layer + "/"
    return {path.removeprefix(start): value for path, value in weights.items() if path.startswith(start)}
