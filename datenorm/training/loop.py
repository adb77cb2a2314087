"""The training loop: batches in, a bundle out; checkpoints on the way."""

import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import keras
import numpy as np

from datenorm.errors import BundleError
from datenorm.generation.dataset import Example
from datenorm.network.bundle import Bundle, load_bundle, write_bundle
from datenorm.network.vocabulary import Vocabulary
from datenorm.training import checkpoints
from datenorm.training.batches import Batch
from datenorm.training.calibration import calibrate
from datenorm.training.checkpoints import Progress
from datenorm.training.config import PLACES, TrainingConfig
from datenorm.training.export import contents, read_weights, to_bundle
from datenorm.training.history import Display, Row, draw_curve, write_csv
from datenorm.training.model import Network, set_weights, shifted, weights_of
from datenorm.training.preparation import prepared
from datenorm.training.rows import make_vocabulary, replayed_rows, validation_rows, with_new_characters
from datenorm.training.validation import exact_match

TIMED_VALIDATIONS = 10  # of a run that ends in time


@dataclass(slots=True)
class Run:
    """A run under way."""

    config: TrainingConfig
    vocabulary: Vocabulary
    network: Network
    progress: Progress
    validation: list[Example]

    @property
    def finished(self) -> bool:
        out_of_patience = 0 < self.config.patience <= self.progress.waited
        if self.config.minutes:
            return out_of_patience or self.config.spent(self.progress.seconds) >= 1
        return out_of_patience or self.progress.step >= self.config.steps


def run(config: TrainingConfig) -> Path:
    """Train as `config` says; see `datenorm.training.train`."""
    config.folder.mkdir(parents=True, exist_ok=True)
    before = keras.config.dtype_policy()
    keras.config.set_dtype_policy(config.precision)
    try:
        current = _resumed(config) if config.resume else _started(config)
        _train(current)
    finally:
        keras.config.set_dtype_policy(before)
    return _finish(current)


def _started(config: TrainingConfig) -> Run:
    keras.utils.set_random_seed(config.seed)
    weights = None
    if config.from_bundle is None:
        vocabulary = make_vocabulary(config)
    else:
        bundle, weights = read_weights(config.from_bundle)
        vocabulary = with_new_characters(bundle.vocabulary, config)
        config = _as_in(bundle, config)
        if not config.embedding and vocabulary.size != bundle.vocabulary.size:
            raise BundleError(
                f"{config.from_bundle}: its characters are one-hot, and these pairs have some it does not know"
            )
    network = compiled(config, vocabulary)
    if weights is not None:
        set_weights(network, _with_what_is_new(weights, weights_of(network)))
    return Run(config, vocabulary, network, Progress(), validation_rows(config))


def _as_in(bundle: Bundle, config: TrainingConfig) -> TrainingConfig:
    """Return what a run is told that goes on from a bundle: what that is decides what its network can be."""
    same = {name: bundle.config[name] for name in ("architecture", "units", "embedding")}
    targets = "texts" if bundle.targets.name == "texts" else config.targets
    roles = config.roles or bundle.config["training"].get("roles", 0.0)  # what it can, it goes on doing
    return replace(config, **same, targets=targets, roles=roles)


def _resumed(config: TrainingConfig) -> Run:
    """Go on as the checkpoint says; PLACES may be others. Raises BundleError where `config` says anything else."""
    told, vocabulary = checkpoints.described(config.folder)
    if config.from_bundle is not None and _differing(told, config):
        config = _as_in(load_bundle(config.from_bundle), config)
    if differing := _differing(told, config):
        name = differing[0]
        raise BundleError(
            f"{config.folder}: the run that is to go on has {name} {getattr(told, name)!r}, not "
            f"{getattr(config, name)!r}; say the same, or train without --resume"
        )
    told = replace(told, **{name: getattr(config, name) for name in PLACES if getattr(config, name)})
    network = compiled(told, vocabulary)
    return Run(told, vocabulary, network, checkpoints.restore(config.folder, network), validation_rows(told))


def _differing(told: TrainingConfig, config: TrainingConfig) -> list[str]:
    """Return what two runs are told that changes what comes of them, and is not the same."""
    either = (*PLACES, "command")
    return [name for name, was in asdict(told).items() if name not in either and getattr(config, name) != was]


def compiled(config: TrainingConfig, vocabulary: Vocabulary) -> Network:
    """Return a new network with its optimizer: Adam, warm-up, then a cosine down to 0 (Loshchilov and Hutter 2017).

    Of a run that ends in time the learning rate is set at each step instead, by the share of its time that is over.
    """
    network = Network(
        vocabulary.size,
        config.architecture,
        config.units,
        config.embedding,
        config.guided,
        config.roles,
        config.language,
    )
    warmup = min(config.warmup, config.steps // 40)
    schedule = keras.optimizers.schedules.CosineDecay(
        0.0 if warmup else config.learning_rate,
        max(1, config.steps - warmup),
        warmup_target=config.learning_rate if warmup else None,
        warmup_steps=warmup,
    )
    rate = config.learning_rate if config.minutes else schedule
    optimizer = keras.optimizers.Adam(rate, global_clipnorm=config.clip)
    network.compile(optimizer=optimizer, jit_compile=config.jit)
    network.optimizer.build(network.trainable_variables)
    return network


def compile_step(network: Network, steps: int, jit: bool = False) -> None:
    """Have the step of training compiled, once, for batches of any shape, where that is TensorFlow's way.

    steps: of the targets.

    Left to itself TensorFlow compiles it for the shape that it meets first, and for any shape once it meets another.
    That takes longer, and the two differ in a weight's last bit; a run that goes on meets other shapes first than one
    that never stopped.
    """
    if keras.backend.backend() != "tensorflow":
        return
    import tensorflow as tf

    tokens, symbols = (tf.TensorSpec((None, width), tf.int32) for width in (None, steps))
    guide, roles = tf.TensorSpec((None, steps, None), tf.bool), tf.TensorSpec((None, None), tf.int8)
    shapes = (
        {"tokens": tokens, "previous": symbols},
        {"symbols": symbols, "guide": guide, "roles": roles},
    )
    step = tf.function(
        lambda *pairs: network.train_step(pairs), input_signature=shapes, autograph=False, jit_compile=jit
    )
    step.get_concrete_function()
    network.train_function = lambda batches: step(*next(batches)[:2])


def _with_what_is_new(trained: dict[str, np.ndarray], fresh: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Return trained weights, and fresh ones of a second output that the bundle did not have.

    Characters and symbols that the bundle did not know keep their fresh weights, which are the last.
    """
    return {**fresh, **{name: _longer(trained[name], fresh[name]) for name in trained}}


def _longer(trained: np.ndarray, fresh: np.ndarray) -> np.ndarray:
    """Return `fresh` with `trained` in its place as far as that goes; along one axis it may be the shorter one."""
    known = fresh.copy()
    known[tuple(slice(size) for size in trained.shape)] = trained
    return known


def _train(current: Run) -> None:
    config, progress = current.config, current.progress
    display = Display(progress.step, config.steps, config.batch)
    started = time.monotonic() - progress.seconds
    try:
        with (
            interruptible() as interrupted,
            prepared(config, current.vocabulary, progress.position) as stream,
        ):
            compile_step(
                current.network, config.language.steps, config.jit
            )  # while the first batches are made
            while not current.finished:
                batch, progress.position = next(stream)
                spent = config.spent(progress.seconds)
                if config.minutes:
                    current.network.optimizer.learning_rate = config.rate_at(spent, progress.step)
                progress.losses += _learn(current.network, batch)
                progress.counted += 1
                progress.step += 1
                progress.seconds = time.monotonic() - started
                display.advance()
                if _is_due(current, spent):
                    display.show(_validate(current))
                    _save(current)
                if interrupted:
                    _save(current)
                    raise KeyboardInterrupt
    finally:
        display.close()


def _is_due(current: Run, spent: float) -> bool:
    """Return whether a validation follows the step that was just taken. spent: the share of the time before it."""
    config, progress = current.config, current.progress
    if not config.minutes:
        return config.validates_after(progress.step)
    now = config.spent(progress.seconds)
    passed = int(now * TIMED_VALIDATIONS) > int(spent * TIMED_VALIDATIONS)
    return current.finished or (passed and now < 1 - 0.5 / TIMED_VALIDATIONS)


def _learn(network: Network, batch: Batch) -> float:
    """Take one step and return the loss before it."""
    network.reset_metrics()  # Keras would return the mean over all batches so far
    inputs = {"tokens": batch.tokens, "previous": shifted(batch.symbols)}
    told = {"symbols": batch.symbols, "guide": batch.guide, "roles": batch.roles}
    loss = network.train_on_batch(inputs, told)
    return float(np.asarray(loss))


def _validate(current: Run) -> Row:
    config, progress = current.config, current.progress
    weights = weights_of(current.network)
    bundle = to_bundle(config, current.vocabulary, weights)
    row = Row(
        step=progress.step,
        examples=progress.step * config.batch,
        loss=progress.losses / progress.counted,
        exact_match=exact_match(bundle, current.validation, order_hints=True),
        exact_match_without_hints=exact_match(bundle, current.validation, order_hints=False),
        learning_rate=float(np.asarray(current.network.optimizer.learning_rate)),
        seconds=progress.seconds,
    )
    progress.history.append(row)
    progress.losses, progress.counted = 0.0, 0
    if row.exact_match >= progress.best_exact_match:
        progress.waited = 0 if row.exact_match > progress.best_exact_match else progress.waited + 1
        progress.best, progress.best_exact_match = weights, row.exact_match
    else:
        progress.waited += 1
    return row


def _save(current: Run) -> None:
    folder, history = current.config.folder, current.progress.history
    checkpoints.save(folder, current.config, current.vocabulary, current.network, current.progress)
    if history:
        write_csv(folder / "history.csv", history)
        draw_curve(folder / "learning_curve.png", history)


def _finish(current: Run) -> Path:
    """Calibrate the best weights and write their bundle."""
    config, progress = current.config, current.progress
    if not progress.best:
        raise BundleError(f"{config.folder}: nothing was validated yet, so there is no best model to write")
    best = max(progress.history, key=lambda row: (row.exact_match, row.step))
    metrics = {
        "examples": best.examples,
        "validation": {
            "rows": len(current.validation),
            "exact_match": best.exact_match,
            "exact_match_without_hints": best.exact_match_without_hints,
        },
    }
    # A user's few rows say little of how sure the model may be of everything else.
    rows = current.validation + replayed_rows(config)
    temperature = calibrate(to_bundle(config, current.vocabulary, progress.best), rows)
    return write_bundle(
        config.folder, contents(config, current.vocabulary, progress.best, metrics, temperature)
    )


@contextmanager
def interruptible() -> Iterator[list[bool]]:
    """Give a list that is no longer empty once SIGINT or SIGTERM has come, so that a step is finished first."""
    received: list[bool] = []
    signals = (signal.SIGINT, signal.SIGTERM)
    try:
        before = [signal.signal(number, lambda *_: received.append(True)) for number in signals]
    except ValueError:  # signals reach the main thread alone
        yield received
        return
    try:
        yield received
    finally:
        for number, handler in zip(signals, before, strict=True):
            signal.signal(number, handler)
