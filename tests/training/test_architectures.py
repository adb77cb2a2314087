"""The architectures: Keras and the serving graphs agree, and both do what the papers' equations say."""

import keras
import numpy as np
import pytest
from keras import ops

from datenorm.dates.targets import DATES as TARGETS
from datenorm.dates.targets import EOT
from datenorm.dates.written import texts
from datenorm.network.runtime import Runtime
from datenorm.network.search import greedy
from datenorm.network.shown import MAX_CHARACTERS, PREFIX
from datenorm.network.vocabulary import Source, Vocabulary
from datenorm.reading.translator import Translator
from datenorm.text.roles import LETTERS, NONE, ROLES
from datenorm.training.architectures import DECODERS
from datenorm.training.architectures.self_attention import positions
from datenorm.training.config import ARCHITECTURES, TrainingConfig
from datenorm.training.export import to_bundle
from datenorm.training.model import (
    Network,
    below,
    guided_alignment_loss,
    role_loss,
    shifted,
    weights_of,
)

TEXTS = """9 May 2018;9. Mai 2018;9 мая 2018 г.;2018年5月9日;2018년 5월 9일;बुधवार, 9 मई 2018;٩ مايو ٢٠١٨;۹ مهٔ ۲۰۱۸;9 במאי 2018;
๙ พฤษภาคม ๒๕๖๑;९ मे २०१८;৯ মে, ২০১৮;੯ ਮਈ ੨੦੧੮;9 મે, 2018;9 ମଇ 2018;9 மே, 2018;9 మే, 2018;9 ಮೇ 2018;2018, മേയ് 9;2018 මැයි 9;9 ພຶດສະພາ 2018;
၉ မေ ၂၀၁၈;༢༠༡༨ ཟླ་༥ ཚེས་༩;9 ៩ ឧសភា ២០១៨;9 ሜይ 2018;9 მაისი, 2018;9 մայիսի, 2018 թ.;9 Μαΐου 2018;2018 ᠣᠨ ᠤ ᠲᠠᠪᠤᠳᠤᠭᠠᠷ;9 ⵎⴰⵢⵢⵓ 2018;
𞥙 𞤃𞤮𞤪𞤧𞤮 𞥒𞥐𞥑𞥘;ᎠᏂᏍᎬᏘ 9, 2018;9 ꕢꖕꘋ 2018;kwiecień 2018;Thứ Tư, 9 tháng 5, 2018;9 mayıs 2018;9. kvě 2018;x""".replace(
    "\n", ""
).split(";")
VOCABULARY = Vocabulary.of_texts(TEXTS, ("en", "de"))
DATES = ("2018-05-09", "--05-09", "18-05-09", "2018", "<unk>")


def source_of(texts: list[str], width: int = 0) -> Source:
    count = len(texts)
    return VOCABULARY.encode(
        texts, [None, "DMY"] * (count // 2) + ["YMD"] * (count % 2), ["en"] * count, width
    )


def symbols_of(count: int) -> np.ndarray:
    """Return `count` targets in turn, int32 (count, 11)."""
    rows = [TARGETS.encode(DATES[index % len(DATES)]) for index in range(count)]
    return np.array([[*row, *[EOT] * (11 - len(row))] for row in rows], np.int32)


def random_network(architecture: str, seed: int = 3, embedding: int = 12, roles: float = 0.0) -> Network:
    """Return a network whose weights are larger than fresh ones, so that differences would show."""
    keras.utils.set_random_seed(seed)
    network = Network(VOCABULARY.size, architecture, units=24, embedding=embedding, roles=roles)
    rng = np.random.default_rng(seed)
    for variable in network.trainable_weights:
        variable.assign(rng.normal(0, 0.4, variable.shape))
    return network


def call(network: Network, tokens: np.ndarray, symbols: np.ndarray) -> dict[str, np.ndarray]:
    results = network({"tokens": tokens, "previous": shifted(symbols)})
    return {name: ops.convert_to_numpy(value) for name, value in results.items()}


@pytest.fixture(scope="module", params=sorted(DECODERS))
def network(request: pytest.FixtureRequest) -> Network:
    return random_network(request.param)


def probabilities(logits: np.ndarray) -> np.ndarray:
    powers = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def test_the_architectures_are_known_by_name() -> None:
    assert sorted(DECODERS) == sorted(EQUATIONS)


def test_states_and_attention_are_within_reach(network: Network) -> None:
    source = source_of(TEXTS)
    found = call(network, source.tokens, symbols_of(len(TEXTS)))
    width = source.tokens.shape[1]
    assert found["logits"].shape == (len(TEXTS), 11, 13)
    assert found["alignment"].shape == (len(TEXTS), 11, width)
    assert found["states"].shape == (len(TEXTS), 11, 24)


def test_padding_and_hints_get_exactly_no_attention(network: Network) -> None:
    source = source_of(TEXTS)
    alignment = call(network, source.tokens, symbols_of(len(TEXTS)))["alignment"]
    outside = (np.arange(source.tokens.shape[1]) < PREFIX) | (source.tokens == 0)
    assert np.all(alignment[np.broadcast_to(outside[:, None], alignment.shape)] == 0)
    np.testing.assert_allclose(alignment.sum(axis=-1), 1, atol=1e-5)


def test_padding_changes_no_result(network: Network) -> None:
    symbols = symbols_of(4)
    narrow = call(network, source_of(TEXTS[:4]).tokens, symbols)
    wide = call(network, source_of(TEXTS[:4], width=64).tokens, symbols)
    np.testing.assert_allclose(wide["logits"], narrow["logits"], atol=1e-5)


def test_a_symbol_does_not_depend_on_those_after_it(network: Network) -> None:
    tokens, symbols = source_of(TEXTS[:4]).tokens, symbols_of(4)
    other = symbols.copy()
    other[:, 6:] = 7
    before, after = call(network, tokens, symbols)["logits"], call(network, tokens, other)["logits"]
    np.testing.assert_allclose(after[:, :7], before[:, :7], atol=1e-6)
    assert np.abs(after[:, 7:] - before[:, 7:]).max() > 1e-3


def test_keras_and_the_serving_graphs_agree_on_texts_of_thirty_scripts(network: Network) -> None:
    assert len(TEXTS) >= 30
    source, symbols = source_of(TEXTS), symbols_of(len(TEXTS))
    expected = call(network, source.tokens, symbols)
    config = TrainingConfig(out="", architecture=network.decoder.architecture)
    runtime = Runtime(to_bundle(config, VOCABULARY, weights_of(network)))
    state = runtime.encode(source.tokens, source.lengths)
    for step, previous in enumerate(shifted(symbols).T):
        logits, alignment, state = runtime.step(state, np.ascontiguousarray(previous))
        wanted = probabilities(expected["logits"][:, step])
        np.testing.assert_allclose(probabilities(logits), wanted, atol=1e-4)
        np.testing.assert_allclose(alignment, expected["alignment"][:, step], atol=1e-4)
        np.testing.assert_allclose(state["state_hidden"], expected["states"][:, step], atol=1e-4)
        assert wanted.max(axis=1).std() > 0.005  # the answers differ: agreement says something


@pytest.mark.parametrize("architecture", sorted(DECODERS))
def test_every_architecture_writes_all_that_people_write(architecture: str) -> None:
    keras.utils.set_random_seed(3)
    network = Network(VOCABULARY.size, architecture, units=24, embedding=12, targets=texts())
    written = [texts().encode("1936-09-08/11"), texts().encode("../1890-05-12")]
    symbols = np.array([[*row, *[EOT] * (texts().steps - len(row))] for row in written], np.int32)
    source = source_of(TEXTS[:2])
    expected = call(network, source.tokens, symbols)["logits"]
    config = TrainingConfig(out="", architecture=architecture, targets="texts")
    bundle = to_bundle(config, VOCABULARY, weights_of(network))
    assert bundle.targets is texts()
    runtime = Runtime(bundle)
    state = runtime.encode(source.tokens, source.lengths)
    for step, previous in enumerate(shifted(symbols).T):
        logits, _, state = runtime.step(state, np.ascontiguousarray(previous))
        np.testing.assert_allclose(probabilities(logits), probabilities(expected[:, step]), atol=1e-4)
    found = greedy(runtime, source.tokens, source.lengths)
    assert all(map(texts().accepts, texts().decode(found.symbols)))


@pytest.mark.parametrize("architecture", sorted(DECODERS))
def test_keras_and_the_serving_graph_name_the_same_roles(architecture: str) -> None:
    network, source = random_network(architecture, roles=0.5), source_of(TEXTS)
    logits = call(network, source.tokens, symbols_of(len(TEXTS)))["roles"]
    assert logits.shape == (*source.tokens.shape, len(ROLES))
    bundle = to_bundle(TrainingConfig(out="", architecture=architecture), VOCABULARY, weights_of(network))
    assert bundle.roles == ROLES
    named = Runtime(bundle).encode(source.tokens, source.lengths)["roles"]
    shares = probabilities(logits)
    for row, length in enumerate(source.lengths):
        for place in range(PREFIX, length):
            likeliest = shares[row, place].max()
            if abs(likeliest - 0.5) > 1e-3:
                role = LETTERS[ROLES[shares[row, place].argmax()]] if likeliest > 0.5 else NONE
                assert chr(named[row, place]) == role


def test_the_loss_of_roles_counts_the_characters_that_have_one() -> None:
    logits = np.zeros((1, 3, len(ROLES)), np.float32)
    logits[0, 0, 2] = 100.0  # sure of the third role
    loss = role_loss(ops.convert_to_tensor(logits), ops.convert_to_tensor(np.array([[2, 5, -1]], np.int8)))
    assert float(loss) == pytest.approx(np.log(len(ROLES)) / 2)


def sigmoid(x: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-x))


def lstm_step(
    x: np.ndarray, h: np.ndarray, c: np.ndarray, w: dict[str, np.ndarray], layer: str
) -> tuple[np.ndarray, np.ndarray]:
    """Hochreiter and Schmidhuber 1997 with forget gates, gates in Keras's order, for one text."""
    gates = x @ w[f"{layer}/kernel"] + h @ w[f"{layer}/recurrent_kernel"] + w[f"{layer}/bias"]
    i, f, g, o = np.split(gates, 4)
    c = sigmoid(f) * c + sigmoid(i) * np.tanh(g)
    return sigmoid(o) * np.tanh(c), c


def self_attention_in_numpy(w: dict[str, np.ndarray], x: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Vaswani et al. 2017, section 3.2.2, over the characters of one text: what the LSTM reads, and the importance."""
    placed = x + positions(len(x), 12)
    attended, received = w["attention/attention_output/bias"], np.zeros(len(x))
    for head in range(4):
        query, keys, values = (
            source @ w[f"attention/{name}/kernel"][:, head] + w[f"attention/{name}/bias"][head]
            for name, source in (("query", placed), ("key", placed), ("value", x))
        )
        scores = query @ keys.T / np.sqrt(3)
        scores[:, :PREFIX] = -np.inf
        shares = probabilities(scores)
        received += shares[PREFIX:].sum(axis=0) / 4
        attended = attended + shares @ values @ w["attention/attention_output/kernel"][head]
    mixed = x + attended
    centred = mixed - mixed.mean(axis=-1, keepdims=True)
    normal = centred / np.sqrt(mixed.var(axis=-1, keepdims=True) + 1e-3)
    return normal * w["norm/gamma"] + w["norm/beta"], received


def encode_in_numpy(
    w: dict[str, np.ndarray], tokens: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return memory (source, 2 * units), hidden and cell of one unpadded text."""
    embedded = w["characters/embeddings"][tokens]
    embedded = embedded + embedded[:PREFIX].sum(axis=0)
    if "norm/gamma" in w:
        embedded, _ = self_attention_in_numpy(w, embedded)
    ways = []
    for way, order in (("forward_lstm", 1), ("backward_lstm", -1)):
        h = c = np.zeros(24)
        states = []
        for x in embedded[::order]:
            h, c = lstm_step(x, h, c, w, f"reader/{way}/lstm_cell")
            states.append(h)
        ways.append(np.array(states)[::order])
    memory = np.concatenate(ways, axis=1)
    bridge = np.tanh(np.concatenate([ways[0][-1], ways[1][0]]) @ w["bridge/kernel"] + w["bridge/bias"])
    return memory, bridge[:24], bridge[24:]


def seq2seq(
    w: dict[str, np.ndarray], memory: np.ndarray, symbol: np.ndarray, hidden: np.ndarray, cell: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Sutskever et al. 2014."""
    hidden, _ = lstm_step(symbol, hidden, cell, w, "lstm/lstm_cell")
    return hidden @ w["output/kernel"], np.full(len(memory), 1 / len(memory))


def peeky(
    w: dict[str, np.ndarray], memory: np.ndarray, symbol: np.ndarray, hidden: np.ndarray, cell: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Cho et al. 2014, eqs. 8 to 10, with an LSTM."""
    state, _ = lstm_step(np.concatenate([symbol, hidden]), hidden, cell, w, "lstm/lstm_cell")
    return np.concatenate([state, hidden]) @ w["output/kernel"], np.full(len(memory), 1 / len(memory))


def dot(
    w: dict[str, np.ndarray], memory: np.ndarray, symbol: np.ndarray, hidden: np.ndarray, cell: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Luong et al. 2015, eqs. 5, 6 and 8."""
    hidden, _ = lstm_step(symbol, hidden, cell, w, "lstm/lstm_cell")
    alignment = probabilities(memory @ w["keys/kernel"] @ hidden)
    context = alignment @ memory @ w["values/kernel"]
    return np.tanh(context + hidden @ w["combine/kernel"] + w["combine/bias"]) @ w["output/kernel"], alignment


def scaled_dot(
    w: dict[str, np.ndarray], memory: np.ndarray, symbol: np.ndarray, hidden: np.ndarray, cell: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Vaswani et al. 2017, eq. 1."""
    hidden, _ = lstm_step(symbol, hidden, cell, w, "lstm/lstm_cell")
    alignment = probabilities(memory @ w["keys/kernel"] @ (hidden @ w["query/kernel"]) / np.sqrt(24))
    context = alignment @ memory @ w["values/kernel"]
    return np.tanh(context + hidden @ w["combine/kernel"] + w["combine/bias"]) @ w["output/kernel"], alignment


def multi_head(
    w: dict[str, np.ndarray], memory: np.ndarray, symbol: np.ndarray, hidden: np.ndarray, cell: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Vaswani et al. 2017, section 3.2.2: four heads of six numbers each."""
    hidden, _ = lstm_step(symbol, hidden, cell, w, "lstm/lstm_cell")
    alignments, attended = [], w["attention/attention_output/bias"]
    for head in range(4):
        query, keys, values = (
            x @ w[f"attention/{name}/kernel"][:, head] + w[f"attention/{name}/bias"][head]
            for name, x in (("query", hidden), ("key", memory), ("value", memory))
        )
        alignments.append(probabilities(keys @ query / np.sqrt(6)))
        attended = attended + alignments[-1] @ values @ w["attention/attention_output/kernel"][head]
    seen = np.tanh(attended + hidden @ w["combine/kernel"] + w["combine/bias"])
    return seen @ w["output/kernel"], np.mean(alignments, axis=0)


def additive(
    w: dict[str, np.ndarray], memory: np.ndarray, symbol: np.ndarray, hidden: np.ndarray, cell: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Bahdanau et al. 2015, A.1.2 and A.2.2, with an LSTM."""
    keys = memory @ w["keys/kernel"] + w["keys/bias"]
    alignment = probabilities(np.tanh(hidden @ w["query/kernel"] + keys) @ w["energy/kernel"][:, 0])
    context = alignment @ memory
    hidden, _ = lstm_step(np.concatenate([symbol, context]), hidden, cell, w, "cell")
    seen = np.tanh(np.concatenate([hidden, context]) @ w["combine/kernel"] + w["combine/bias"])
    return seen @ w["output/kernel"], alignment


def simple_nmt(
    w: dict[str, np.ndarray], memory: np.ndarray, symbol: np.ndarray, hidden: np.ndarray, cell: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Bahdanau et al. 2015, A.1.2 and A.2.2: reset, update and proposal gates."""
    keys = memory @ w["keys/kernel"] + w["keys/bias"]
    alignment = probabilities(np.tanh(hidden @ w["query/kernel"] + keys) @ w["energy/kernel"][:, 0])
    context = alignment @ memory
    inputs = np.concatenate([symbol, context])
    gates = sigmoid(inputs @ w["gates/kernel"] + w["gates/bias"] + hidden @ w["gates_recurrent/kernel"])
    reset, update = np.split(gates, 2)
    fed = inputs @ w["proposal/kernel"] + w["proposal/bias"]
    proposal = np.tanh(fed + (reset * hidden) @ w["proposal_recurrent/kernel"])
    hidden = (1 - update) * hidden + update * proposal
    return np.concatenate([hidden, context, symbol]) @ w["output/kernel"], alignment


EQUATIONS = {
    "seq2seq": seq2seq, "peeky": peeky, "dot": dot, "scaled-dot": scaled_dot, "multi-head": multi_head, "additive": additive,
    "simple-nmt": simple_nmt, "self-attention": dot,
}  # fmt: skip


def first_step_in_numpy(network: Network, tokens: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return logits (13,) and alignment over the characters of the first step, by the papers' equations."""
    weights = weights_of(network)
    w = below(weights, "decoder")
    memory, hidden, cell = encode_in_numpy(below(weights, "encoder"), tokens)
    step = EQUATIONS[network.decoder.architecture]
    logits, alignment = step(w, memory[PREFIX:], w["symbols/embeddings"][EOT], hidden, cell)
    return logits + w["output/bias"], alignment


def test_the_first_step_is_what_the_equations_say(network: Network) -> None:
    tokens = source_of(["9 мая 2018"]).tokens
    logits, alignment = first_step_in_numpy(network, tokens[0])
    found = call(network, tokens, symbols_of(1))
    np.testing.assert_allclose(found["logits"][0, 0], logits, atol=1e-4)
    np.testing.assert_allclose(found["alignment"][0, 0, PREFIX:], alignment, atol=1e-5)


@pytest.mark.parametrize("architecture", ARCHITECTURES)
def test_the_longest_text_is_read_with_what_pads_it(architecture: str) -> None:
    network = random_network(architecture)
    bundle = to_bundle(TrainingConfig(out="", architecture=architecture), VOCABULARY, weights_of(network))
    reader = Translator(VOCABULARY, Runtime(bundle))
    assert reader.translate("9" * MAX_CHARACTERS).status != "empty"
    assert reader.align("9" * MAX_CHARACTERS).weights.shape[1] == MAX_CHARACTERS


@pytest.mark.parametrize("architecture", ["simple-nmt", "self-attention"])
def test_characters_that_are_one_hot_stay_so_and_are_served(architecture: str) -> None:
    network = random_network(architecture, embedding=0)
    weights = weights_of(network)
    characters = weights["encoder/characters/embeddings"]
    np.testing.assert_array_equal(characters, np.eye(VOCABULARY.size))
    assert not any("characters" in variable.path for variable in network.trainable_weights)
    source, symbols = source_of(TEXTS), symbols_of(len(TEXTS))
    runtime = Runtime(to_bundle(TrainingConfig(out="", architecture=architecture), VOCABULARY, weights))
    state = runtime.encode(source.tokens, source.lengths)
    logits, _, _ = runtime.step(state, np.ascontiguousarray(shifted(symbols)[:, 0]))
    wanted = probabilities(call(network, source.tokens, symbols)["logits"][:, 0])
    np.testing.assert_allclose(probabilities(logits), wanted, atol=1e-4)


def test_importance_is_the_attention_that_characters_receive_from_each_other() -> None:
    network = random_network("self-attention")
    source = source_of(["9 мая 2018", "2018年5月9日"])
    found = call(network, source.tokens, symbols_of(2))["importance"]
    w = below(weights_of(network), "encoder")
    embedded = w["characters/embeddings"][source.tokens[0, : source.lengths[0]]]
    _, received = self_attention_in_numpy(w, embedded + embedded[:PREFIX].sum(axis=0))
    np.testing.assert_allclose(found[0, : source.lengths[0]], received, atol=1e-4)
    outside = (np.arange(source.tokens.shape[1]) < PREFIX) | (source.tokens == 0)
    assert np.all(found[outside] == 0)
    np.testing.assert_allclose(found.sum(axis=1), source.lengths - PREFIX, atol=1e-3)
    runtime = Runtime(
        to_bundle(TrainingConfig(out="", architecture="self-attention"), VOCABULARY, weights_of(network))
    )
    served = runtime.encode(source.tokens, source.lengths)["memory_importance"]
    np.testing.assert_allclose(served, found, atol=1e-4)


def test_guided_alignment_asks_for_attention_inside_the_field_only() -> None:
    alignment = np.array([[[0.5, 0.25, 0.25], [0.1, 0.1, 0.8]]], np.float32)
    guide = np.array([[[True, True, False], [False, False, False]]])  # the second symbol is free
    assert float(guided_alignment_loss(alignment, guide)) == pytest.approx(-np.log(0.75), abs=1e-4)


def test_symbols_behind_the_end_do_not_count() -> None:
    network = random_network("dot")
    network.guided = 0.0
    symbols = symbols_of(4)[3:]  # 2018 and <eot>, five steps
    logits = np.random.default_rng(1).normal(size=(1, 11, 13)).astype(np.float32)
    entropy = -np.log(probabilities(logits[0, np.arange(5)])[np.arange(5), [2, 0, 1, 8, EOT]])
    loss = network.compute_loss({"previous": shifted(symbols)}, {"symbols": symbols}, {"logits": logits})
    assert float(loss) == pytest.approx(entropy.mean(), abs=1e-4)
