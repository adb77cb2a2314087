from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from datenorm.dates.targets import AUTOMATON, DATES
from datenorm.network.search import align, beam, greedy, log_probabilities


class TableNetwork:
    """Scores for the next symbol from a table by the previous one, by the step and by the text's first token."""

    targets = DATES

    def __init__(self, seed: int = 0) -> None:
        self.scores = np.random.default_rng(seed).normal(size=(13, 13)).astype(np.float32) * 2

    def encode(self, tokens: NDArray[np.int32], lengths: NDArray[np.int32]) -> dict[str, Any]:
        return {"memory": tokens[:, :1].astype(np.float32), "state": np.zeros((len(tokens), 1), np.float32)}

    def step(
        self, state: dict[str, Any], previous: NDArray[np.int32]
    ) -> tuple[NDArray[np.float32], NDArray[np.float32], dict[str, Any]]:
        logits = (
            self.scores[previous]
            + state["memory"] * 0.3 * np.arange(13)
            + 0.1 * state["state"] * np.arange(13)[::-1]
        )
        alignment = np.eye(3, dtype=np.float32)[previous % 3]
        return logits, alignment, {**state, "state": state["state"] + 1}


class Confident:
    """Wants to write one string whatever the automaton says."""

    targets = DATES

    def __init__(self, wanted: str) -> None:
        self.wanted = wanted

    def encode(self, tokens: NDArray[np.int32], lengths: NDArray[np.int32]) -> dict[str, Any]:
        return {"state": np.zeros((len(tokens), 1), np.int64)}

    def step(
        self, state: dict[str, Any], previous: NDArray[np.int32]
    ) -> tuple[NDArray[np.float32], NDArray[np.float32], dict[str, Any]]:
        logits = np.zeros((len(previous), 13), np.float32)
        for row, step in enumerate(state["state"][:, 0]):
            logits[row, "0123456789-".index(self.wanted[step])] = 9.0
        return logits, np.ones((len(previous), 1), np.float32), {"state": state["state"] + 1}


TOKENS = np.array([[0, 0, 0], [1, 0, 0], [2, 0, 0], [3, 0, 0], [7, 0, 0]], np.int32)
LENGTHS = np.full(5, 3, np.int32)


def spelled(symbols: NDArray[np.int8]) -> str:
    return DATES.decode(symbols[None])[0]


def test_whatever_the_network_wants_a_valid_target_is_written() -> None:
    symbols, *_ = greedy(Confident("2019-02-3099"), TOKENS[:1], LENGTHS[:1])
    assert DATES.accepts(spelled(symbols[0]))
    assert spelled(symbols[0]).startswith("2019-02-")


def test_a_beam_one_wide_is_greedy() -> None:
    symbols, log_probability, *_ = greedy(TableNetwork(), TOKENS, LENGTHS)
    for row, hypotheses in enumerate(beam(TableNetwork(), TOKENS, LENGTHS, width=1)):
        assert len(hypotheses) == 1
        assert hypotheses[0].target == spelled(symbols[row])
        assert hypotheses[0].probability == pytest.approx(np.exp(log_probability[row]))


def test_the_probabilities_of_all_targets_sum_to_what_is_left_when_nothing_forbidden_is_wanted() -> None:
    # A network that never starts with a digit leaves 366 days, <unk> and nothing more.
    network = TableNetwork()
    network.scores[12, :10] = -100
    [hypotheses] = beam(network, TOKENS[:1], LENGTHS[:1], width=400)
    likely = [hypothesis for hypothesis in hypotheses if hypothesis.probability > 1e-30]
    assert len(likely) == 367
    assert 0 < sum(hypothesis.probability for hypothesis in hypotheses) < 1


def test_a_beam_wide_enough_is_the_same_as_trying_every_target() -> None:
    network = TableNetwork(seed=2)
    network.scores[12, :10] = -100
    days = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    every = ["<unk>"] + [
        f"--{month:02d}-{day:02d}" for month in range(1, 13) for day in range(1, days[month - 1] + 1)
    ]
    expected = {target: probability_step_by_step(network, TOKENS[[1]], target) for target in every}
    [hypotheses] = beam(network, TOKENS[[1]], LENGTHS[[1]], width=400)
    assert [h.target for h in hypotheses[:367]] == sorted(every, key=lambda target: -expected[target])
    assert [h.probability for h in hypotheses[:367]] == pytest.approx(sorted(expected.values(), reverse=True))


def probability_step_by_step(network: TableNetwork, tokens: NDArray[np.int32], target: str) -> float:
    """Multiply up one target's symbols, each with its share of the softmax over all thirteen; all of them end alike."""
    state, previous, probability = network.encode(tokens, LENGTHS[:1]), 12, 1.0
    for symbol in DATES.encode(target)[:-1]:
        logits, _, state = network.step(state, np.array([previous]))
        shares = np.exp(logits[0].astype(float))
        probability *= shares[symbol] / shares.sum()
        previous = symbol
    return probability


def test_a_network_that_wants_an_impossible_day_is_not_sure_of_a_possible_one() -> None:
    log_probability = greedy(Confident("2019-04-31999"), TOKENS[:1], LENGTHS[:1])[1]
    assert np.exp(log_probability[0]) < 0.01


def test_a_beam_is_sorted_holds_no_target_twice_and_finds_the_best_of_all() -> None:
    network = TableNetwork(seed=4)
    network.scores[12, :10] = -100
    [everything] = beam(network, TOKENS[:1], LENGTHS[:1], width=400)
    [narrow] = beam(network, TOKENS[:1], LENGTHS[:1], width=50)
    probabilities = [hypothesis.probability for hypothesis in narrow]
    assert probabilities == sorted(probabilities, reverse=True)
    assert len({hypothesis.target for hypothesis in narrow}) == len(narrow)
    assert narrow[0] == everything[0]


@pytest.mark.parametrize("floor", [0.001, 0.01, 0.2, 1.0])
def test_hypotheses_below_the_floor_are_given_up_and_the_others_stay_as_they_are(floor: float) -> None:
    network = TableNetwork(seed=4)
    network.scores[12, :10] = -100
    for all_of_them, kept in zip(
        beam(network, TOKENS, LENGTHS, width=8),
        beam(network, TOKENS, LENGTHS, width=8, floor=floor),
        strict=True,
    ):
        assert kept
        assert set(kept) <= set(all_of_them)
        assert {found for found in all_of_them if found.probability >= floor} <= set(kept)


def test_a_text_is_read_the_same_whatever_its_neighbours() -> None:
    together = beam(TableNetwork(), TOKENS, LENGTHS, width=5)
    symbols = greedy(TableNetwork(), TOKENS, LENGTHS)[0]
    for row in range(len(TOKENS)):
        assert beam(TableNetwork(), TOKENS[[row]], LENGTHS[[row]], width=5) == [together[row]]
        assert np.array_equal(greedy(TableNetwork(), TOKENS[[row]], LENGTHS[[row]])[0][0], symbols[row])


def test_a_high_temperature_makes_the_likeliest_symbol_less_sure() -> None:
    logits, start = np.eye(13, dtype=np.float32)[[2]] * 5, np.array([AUTOMATON.start])
    cool, warm = (log_probabilities(logits, start, temperature)[0, 2] for temperature in (1.0, 3.0))
    assert warm < cool < 0


def test_ties_go_to_the_symbol_that_comes_first() -> None:
    class Level(TableNetwork):
        def step(
            self, state: dict[str, Any], previous: NDArray[np.int32]
        ) -> tuple[NDArray[np.float32], NDArray[np.float32], dict[str, Any]]:
            return np.zeros((len(previous), 13), np.float32), np.ones((len(previous), 1), np.float32), state

    assert spelled(greedy(Level(), TOKENS[:1], LENGTHS[:1])[0][0]) == "0001-01-01"


def test_the_alignment_follows_the_targets_it_is_given() -> None:
    targets = [DATES.encode("2018"), DATES.encode("--05-09")]
    alignment = align(TableNetwork(), TOKENS[:2], LENGTHS[:2], targets).weights
    assert alignment.shape == (2, 8, 3)
    # Fed <eot> (12), 2, 0, 1, 8: the fake network looks at column previous % 3.
    assert alignment[0, :5].argmax(axis=1).tolist() == [0, 2, 0, 1, 2]


def test_nothing_to_read_is_nothing_read() -> None:
    assert beam(TableNetwork(), TOKENS[:0], LENGTHS[:0], width=3) == []
    assert greedy(TableNetwork(), TOKENS[:0], LENGTHS[:0])[0].shape == (0, DATES.steps)
