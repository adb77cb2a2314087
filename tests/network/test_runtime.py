"""The serving graphs, run by ONNX Runtime: batches, hints, and graphs that are none."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from datenorm.dates.targets import EOT
from datenorm.errors import BundleError
from datenorm.network.bundle import Bundle, load_bundle
from datenorm.network.runtime import Runtime
from datenorm.network.shown import PREFIX

TEXTS = ["Saturday 9 May 2018", "9 мая 2018", "20180509", "बुधवार 9 मई 2018", "1"]


@pytest.fixture(scope="module")
def loaded(untrained_bundle: Path) -> Bundle:
    return load_bundle(untrained_bundle)


@pytest.fixture(scope="module")
def runtime(loaded: Bundle) -> Runtime:
    return Runtime(loaded)


def read(
    runtime: Runtime, loaded: Bundle, texts: list[str], width: int = 0, order: str | None = None
) -> tuple[NDArray[Any], ...]:
    """Return the logits (batch, 3, 13) and alignment (batch, 3, source) of the steps after <eot>, 2 and 0."""
    source = loaded.vocabulary.encode(texts, [order] * len(texts), ["en"] * len(texts), width)
    state = runtime.encode(source.tokens, source.lengths)
    steps = []
    for symbol in (EOT, 2, 0):
        logits, alignment, state = runtime.step(state, np.full(len(texts), symbol, np.int32))
        steps.append((logits, alignment))
    return tuple(np.stack(part, axis=1) for part in zip(*steps, strict=True))


def test_alignment_rows_sum_to_one_over_the_characters_alone(runtime: Runtime, loaded: Bundle) -> None:
    _, alignment = read(runtime, loaded, TEXTS)
    lengths = [19, 10, 8, 16, 1]  # characters; the Devanagari vowel signs and the virama count
    for row, length in zip(alignment, lengths, strict=True):
        assert np.all(row[:, :PREFIX] == 0)
        assert np.all(row[:, PREFIX : PREFIX + length] > 0)
        assert np.all(row[:, PREFIX + length :] == 0)
        np.testing.assert_allclose(row.sum(axis=1), 1, atol=1e-6)


def test_a_text_is_read_the_same_alone_in_any_company_and_with_any_padding(
    runtime: Runtime, loaded: Bundle
) -> None:
    logits, alignment = read(runtime, loaded, TEXTS)
    backwards, _ = read(runtime, loaded, TEXTS[::-1])
    np.testing.assert_allclose(backwards[::-1], logits, atol=1e-5)
    for index, text in enumerate(TEXTS):
        alone, looked = read(runtime, loaded, [text], width=64)
        np.testing.assert_allclose(alone[0], logits[index], atol=1e-5)
        np.testing.assert_allclose(looked[0, :, :10], alignment[index, :, :10], atol=1e-5)


def test_hints_reach_the_network(runtime: Runtime, loaded: Bundle) -> None:
    without, _ = read(runtime, loaded, ["03/04/2015"])
    with_order, _ = read(runtime, loaded, ["03/04/2015"], order="MDY")
    assert np.abs(without - with_order).max() > 1e-4


def test_a_text_without_characters_is_harmless(runtime: Runtime, loaded: Bundle) -> None:
    logits, alignment = read(runtime, loaded, ["", "1"])
    assert np.isfinite(logits).all()
    assert np.all(alignment[0] == 0)


def test_a_graph_that_is_none_gives_one_clear_line(loaded: Bundle) -> None:
    with pytest.raises(BundleError, match="cannot load the model") as raised:
        Runtime(replace(loaded, decoder=b"no graph"))
    assert "\n" not in str(raised.value)


def test_what_exact_code_answers_waits_for_no_onnx_runtime() -> None:
    code = (
        "import sys, datenorm; datenorm.translate('2018-05-09T10:11Z'); print('onnxruntime' in sys.modules); "
        "datenorm.translate('9 Mya 2018'); print('onnxruntime' in sys.modules)"
    )
    said = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout
    assert said.split() == ["False", "True"]


@pytest.mark.skipif(not os.path.isdir("/proc"), reason="needs a home that nobody can make")
def test_no_run_tells_anybody_of_itself(tmp_path: Path) -> None:
    script = "from datenorm.network.runtime import Runtime"
    for home in ("/proc/none", str(tmp_path)):
        environment = {name: value for name, value in os.environ.items() if name != "ORT_DISABLE_TELEMETRY"}
        environment |= {"HOME": home, "XDG_CACHE_HOME": f"{home}/.cache"}
        ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, env=environment)
        assert (ran.returncode, ran.stderr) == (0, "")
    assert list(tmp_path.iterdir()) == []
