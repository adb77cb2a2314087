"""Search for the targets a network believes in: greedy, beam, and teacher forcing for the alignment.

Search knows two methods of the network, `encode` and `step`, and the automaton: a hypothesis is always the start of a
valid target. Ties go to the symbol, and then to the hypothesis, that comes first.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from datenorm.dates.automaton import Automaton
from datenorm.dates.targets import DATES, EOT, TargetLanguage
from datenorm.network.shown import PREFIX

NEVER = -np.inf
Arrays = Mapping[str, NDArray[Any]]


class Network(Protocol):
    """What search asks of a network; `datenorm.network.runtime.Runtime` is one. targets: what it may write."""

    @property
    def targets(self) -> TargetLanguage: ...

    def encode(self, tokens: NDArray[np.int32], lengths: NDArray[np.int32]) -> Any: ...

    def step(self, state: Any, previous: NDArray[np.int32]) -> tuple[NDArray[Any], NDArray[Any], Any]: ...


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """A target and the probability of the whole of it.

    written: the target as the network wrote it, where that says more than `target`, a date, can.
    looked: for each symbol, the token of the source that had most of the attention; () if nobody kept it.
    roles: the role of each character of the source, a letter each; '' where the network names none.
    """

    target: str
    probability: float
    looked: tuple[int, ...] = field(default=(), repr=False)
    roles: str = field(default="", repr=False)
    written: str = field(default="", repr=False)

    def as_date(self) -> "Hypothesis":
        """Return it with a target of the language of dates; what that can't say is no date there."""
        date = DATES.known(self.target)
        return self if date == self.target else replace(self, target=date, written=self.target)


class Greedy(NamedTuple):
    """The likeliest targets of a batch.

    symbols: int8 (batch, target), filled up with <eot>. log_probability: (batch,) of the whole target. looked: int32
    (batch, target), the source token that had most of the attention at each step. roles: as a Hypothesis has them.
    state: what the encoder made of the texts.
    """

    symbols: NDArray[np.int8]
    log_probability: NDArray[np.float64]
    looked: NDArray[np.int32]
    roles: list[str]
    state: Arrays


def log_probabilities(
    logits: NDArray[Any],
    states: NDArray[np.integer],
    temperature: float,
    automaton: Automaton = DATES.automaton,
) -> NDArray[np.float64]:
    """Return the log probability of each next symbol, float64 (rows, symbols): -inf for what the automaton forbids.

    logits: (rows, symbols). states: (rows,), of the automaton. The softmax of logits / temperature runs over all
    symbols, and the forbidden ones keep their share: a network that wants 31 April is not sure of 30 April.
    """
    scores = logits.astype(np.float64) / temperature
    scores -= scores.max(axis=1, keepdims=True)
    scores -= np.log(np.exp(scores).sum(axis=1, keepdims=True))
    return np.where(automaton.allowed[states], scores, NEVER)


def greedy(
    network: Network, tokens: NDArray[np.int32], lengths: NDArray[np.int32], temperature: float = 1.0
) -> Greedy:
    """Take the likeliest allowed symbol at each step. Rows that have ended, or can only end, are not fed on."""
    count, language = len(tokens), network.targets
    rules, steps = language.automaton, language.steps
    symbols, total = np.full((count, steps), EOT, np.int8), np.zeros(count)
    looked = np.zeros((count, steps), np.int32)
    if not count:
        return Greedy(symbols, total, looked, [], {})
    state = encoded = network.encode(tokens, lengths)
    roles = _roles(state, lengths)
    rows = np.arange(count)  # the rows that go on
    automaton = np.full(count, rules.start)
    previous = np.full(count, EOT, np.int32)
    for step in range(steps):
        logits, alignment, state = network.step(state, previous)
        scores = log_probabilities(logits, automaton, temperature, rules)
        taken = scores.argmax(axis=1)
        symbols[rows, step] = taken
        looked[rows, step] = alignment.argmax(axis=1)
        total[rows] += scores[np.arange(len(rows)), taken]
        automaton = rules.next_state[automaton, taken]
        going = ~language.ended[automaton]
        if not going.any():
            break
        if not going.all():
            state, rows, automaton, taken = take(state, going), rows[going], automaton[going], taken[going]
        previous = taken.astype(np.int32)
    return Greedy(symbols, total, looked, roles, encoded)


def beam(
    network: Network,
    tokens: NDArray[np.int32],
    lengths: NDArray[np.int32],
    width: int,
    temperature: float = 1.0,
    floor: float = 0.0,
    state: Arrays | None = None,
) -> list[list[Hypothesis]]:
    """Return, for each text, up to `width` hypotheses, best first.

    At each step the `width` best of all hypotheses, ended ones among them, are kept. One whose probability falls below
    `floor` is given up, unless it is its text's best. state: what the encoder made of the texts, if it has read them.
    """
    count, language = len(tokens), network.targets
    rules, steps, choices = language.automaton, language.steps, len(language.symbols)
    if not count:
        return []
    state = network.encode(tokens, lengths) if state is None else state
    roles = _roles(state, lengths)
    symbols = np.full((count, width, steps), EOT, np.int8)
    automaton = np.full((count, width), rules.start)
    # Log probabilities; all but the first of a text's hypotheses start as none.
    total = np.full((count, width), NEVER)
    total[:, 0] = 0.0
    lowest = np.log(floor) if floor else NEVER
    texts = np.arange(count)[:, None]
    fed = (
        np.arange(count) * width
    )  # the hypotheses that go on, numbered through all texts: the rows of `state`
    previous = np.full(count, EOT, np.int32)
    for step in range(steps):
        logits, _, state = network.step(state, previous)
        scores = np.full((count * width, choices), NEVER)
        scores[:, EOT] = 0.0  # an ended hypothesis goes on as itself: <eot> again, for sure
        scores[fed] = log_probabilities(logits, automaton.ravel()[fed], temperature, rules)
        candidates = (total[:, :, None] + scores.reshape(count, width, -1)).reshape(count, -1)
        chosen = np.argsort(-candidates, axis=1, kind="stable")[:, :width]
        total = np.take_along_axis(candidates, chosen, axis=1)
        total[:, 1:][total[:, 1:] < lowest] = NEVER
        parent, symbol = np.divmod(chosen, choices)
        symbols = symbols[texts, parent]
        symbols[:, :, step] = symbol
        before = automaton[texts, parent]
        automaton = np.where(before == rules.end, before, rules.next_state[before, symbol])
        automaton[np.isneginf(total)] = rules.end
        open_ones = np.flatnonzero(~language.ended[automaton])
        if not len(open_ones):
            break
        row_of = np.empty(count * width, np.int64)
        row_of[fed] = np.arange(len(fed))
        state = take(state, row_of[(texts * width + parent).ravel()[open_ones]])
        fed, previous = open_ones, symbol.ravel()[open_ones].astype(np.int32)
    return [_hypotheses(symbols[text], total[text], roles[text], language) for text in range(count)]


def _roles(state: Mapping[str, NDArray[Any]], lengths: NDArray[np.int32]) -> list[str]:
    """Return the roles of each text's characters, a letter each; '' where the network names none."""
    if "roles" not in state:
        return [""] * len(lengths)
    rows = zip(state["roles"], lengths.tolist(), strict=True)
    return [letters[PREFIX:length].tobytes().decode("ascii") for letters, length in rows]


def _hypotheses(
    symbols: NDArray[np.int8], total: NDArray[np.float64], roles: str, language: TargetLanguage
) -> list[Hypothesis]:
    found = np.isfinite(total)
    paths = zip(language.decode(symbols[found]), np.exp(total[found]).tolist(), strict=True)
    return [Hypothesis(*path, roles=roles) for path in paths]


@dataclass(frozen=True, slots=True)
class Attention:
    """Where a network looked while it wrote given targets. Rows behind a shorter target's end mean nothing.

    weights: float32 (batch, target, source). heads: the same for each of several heads, whose mean it is, float32
    (batch, heads, target, source); heads is 0 where there is but one. received: what each character was given by the
    encoder's own attention, float32 (batch, source); None where it has none. roles: as a Hypothesis has them.
    """

    weights: NDArray[np.float32]
    heads: NDArray[np.float32]
    received: NDArray[np.float32] | None
    roles: list[str]


def align(
    network: Network, tokens: NDArray[np.int32], lengths: NDArray[np.int32], targets: Sequence[Sequence[int]]
) -> Attention:
    """Return the attention while the network writes given targets.

    targets: the symbols of each text, as `TargetLanguage.encode` gives them; target is the longest one's length.
    """
    longest = max(map(len, targets), default=0)
    forced = np.full((len(targets), longest), EOT, np.int32)
    for row, target in zip(forced, targets, strict=True):
        row[: len(target)] = target
    if not forced.size:
        return Attention(
            np.zeros((*forced.shape, tokens.shape[1]), np.float32),
            np.zeros((len(forced), 0, longest, tokens.shape[1]), np.float32),
            None,
            [""] * len(targets),
        )
    state = network.encode(tokens, lengths)
    roles = _roles(state, lengths)
    previous = np.full(len(forced), EOT, np.int32)
    alignments, heads = [], []
    for symbol in forced.T:
        _, alignment, state = network.step(state, previous)
        alignments.append(alignment)
        heads.append(state.get("heads", np.zeros((len(forced), 0, tokens.shape[1]), np.float32)))
        previous = np.ascontiguousarray(symbol)
    looked = np.stack(alignments, axis=1), np.stack(heads, axis=2)
    return Attention(*looked, state.get("memory_importance"), roles)


def take(state: Any, rows: NDArray[Any]) -> dict[str, NDArray[Any]]:
    """Return the state of some rows, by number or by mask, in a new order or repeated."""
    return {name: array[rows] for name, array in state.items()}
