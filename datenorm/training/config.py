"""What a training run is told: one frozen dataclass, kept in its checkpoints and in the bundle it makes."""

import json
import math
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from datenorm.dates.targets import TargetLanguage
from datenorm.dates.written import LANGUAGES

# The kinds of network, each with a line about it; the module of one is its name with _ for -.
ARCHITECTURES = {
    "seq2seq": "no attention: the encoder's last state is all that is known of a text (Sutskever et al. 2014)",
    "peeky": "no attention, but each step is given that state anew (Cho et al. 2014)",
    "dot": "attention by dot product, from states that read the symbols alone (Luong et al. 2015)",
    "additive": "attention through a small network, inside the recurrence (Bahdanau et al. 2015)",
    "simple-nmt": "the same with a decoder of the GRU kind whose every gate sees the context (Bahdanau et al. 2015)",
    "scaled-dot": "dot product of queries and keys of their own, scaled (Vaswani et al. 2017)",
    "multi-head": "four of these side by side (Vaswani et al. 2017)",
    "self-attention": "dot, behind characters that look at each other before the LSTM reads them (Vaswani et al. 2017)",
}
PLACES = ("out", "resume", "date", "prepare")  # may differ between the parts of one run
VALIDATIONS = 50  # of a run
WARMING = 1 / 40  # of the time of a run that ends in time: the warm-up takes no longer
STEPS = 3000  # that a run has at least, if its batches can be small enough for it
BATCHES = (32, 512)  # pairs: the smallest and the largest that are chosen


@dataclass(frozen=True, slots=True)
class TrainingConfig:
    """The options of `datenorm train`.

    examples: how many training pairs are shown in all; the learning rate falls to 0 over them.
    embedding: numbers that stand for one character; 0 makes the characters one-hot.
    batch: pairs in one step; 0 chooses: few pairs teach more in small batches, many are through sooner in large ones.
    warmup: steps until the learning rate is at its highest; a fortieth of a short run.
    data, validation: files of pairs; without `data` pairs are generated, without `validation` rows are held out.
    targets: the target language, 'dates' or 'texts'; see `datenorm.dates.written`.
    everything: whether the generated pairs have all that people write, not dates and texts without one alone.
    guided: the weight of guided alignment in the loss, 0 for none.
    roles: the weight of the second output, the role of each character, in the loss; 0 for no such output.
    replay: the share of generated pairs among those of `data` when a bundle is fine-tuned, so that it forgets nothing.
    patience: validations without a better exact match after which training stops; 0 never stops early.
    validate_every: training pairs between two validations; 0 validates fifty times. Checkpoints are written then too.
    prepare: processes that make batches.
    minutes: after which the run ends, its learning rate at zero by then, whatever `examples` says; 0 for no such end.
    precision: a Keras dtype policy. jit: compile with XLA (on a CPU it is slower: benchmarks/README.md).
    command, date: what the model card says; nothing else depends on them.
    """

    out: str
    data: str | None = None
    validation: str | None = None
    examples: int = 24_000_000
    architecture: str = "self-attention"
    units: int = 80
    embedding: int = 48
    batch: int = 0
    learning_rate: float = 2e-3
    warmup: int = 1000
    clip: float = 1.0  # global norm of the gradient
    targets: str = "dates"
    everything: bool = False
    guided: float = 0.1
    roles: float = 0.0
    seed: int = 1
    locales: tuple[str, ...] = ()
    noise: float = 0.15
    validation_rows: int = 10_000
    validate_every: int = 0
    patience: int = 0
    resume: bool = False
    from_bundle: str | None = None
    replay: float = 0.5
    prepare: int = 1
    minutes: float = 0.0
    precision: str = "float32"
    jit: bool = False
    command: str = ""
    date: str = ""

    def __post_init__(self) -> None:
        if self.architecture not in ARCHITECTURES:
            raise ValueError(f"no architecture {self.architecture!r}; there are {', '.join(ARCHITECTURES)}")
        if self.targets not in LANGUAGES:
            raise ValueError(f"no target language {self.targets!r}; there are {', '.join(LANGUAGES)}")
        if not self.batch:
            object.__setattr__(self, "batch", _batch_for(self.examples))
        for name in ("examples", "units", "batch", "validation_rows", "prepare"):
            if getattr(self, name) < 1:
                raise ValueError(f"{name} must be at least 1")
        if self.embedding < 0:
            raise ValueError("embedding must be at least 1, or 0 for one-hot characters")

    @property
    def language(self) -> TargetLanguage:
        """What the network learns to write."""
        return LANGUAGES[self.targets]()

    @property
    def steps(self) -> int:
        """How many batches the run takes."""
        return -(-self.examples // self.batch)

    def validates_after(self, step: int) -> bool:
        """Return whether a validation follows `step`: at even distances, and at the end."""
        distance = max(1, (self.validate_every or self.examples // VALIDATIONS) // self.batch)
        near_the_end = self.steps - step < distance / 2
        return step == self.steps or (step % distance == 0 and not near_the_end)

    def spent(self, seconds: float) -> float:
        """Return the share of the run's minutes that so many seconds are, 1 at most; 0 where it has no end in time."""
        return min(1.0, seconds / (60 * self.minutes)) if self.minutes else 0.0

    def rate_at(self, share: float, step: int) -> float:
        """Return the learning rate when so much of the run's minutes is over: a warm-up, then a cosine down to 0.

        >>> config = TrainingConfig("out", learning_rate=0.002, warmup=100)
        >>> [round(config.rate_at(share, step), 6) for share, step in ((0.0, 49), (0.5, 5000), (1.0, 9000))]
        [0.001, 0.001, 0.0]
        """
        warming = max((step + 1) / self.warmup, share / WARMING) if self.warmup else 1.0
        return self.learning_rate * min(warming, 1.0) * 0.5 * (1 + math.cos(math.pi * share))

    def to_json(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> "TrainingConfig":
        data: dict[str, Any] = json.loads(text)
        return cls(**{**data, "locales": tuple(data["locales"])})

    @property
    def folder(self) -> Path:
        return Path(self.out)


def _batch_for(examples: int) -> int:
    """Return the power of two of BATCHES that makes STEPS steps of so many pairs, or as near as it can.

    >>> [_batch_for(examples) for examples in (10_000, 320_000, 24_000_000)]
    [32, 64, 512]
    """
    smallest, largest = BATCHES
    return max(smallest, min(1 << (max(1, examples // STEPS).bit_length() - 1), largest))
