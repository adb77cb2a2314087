from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from datenorm.dates.targets import DATES
from datenorm.generation.dataset import Example
from datenorm.network.vocabulary import Vocabulary
from datenorm.training import calibration


class Coin:
    """A bundle whose network gives '2018' or '2019' 3:1 by its logits, whatever the text."""

    vocabulary = Vocabulary.of_texts(["abc"], [])
    targets = DATES


class CoinRuntime:
    targets = DATES

    def __init__(self, bundle: object) -> None:
        pass

    def encode(self, tokens: NDArray[np.int32], lengths: NDArray[np.int32]) -> dict[str, Any]:
        return {"state": np.zeros((len(tokens), 1), np.int64)}

    def step(
        self, state: dict[str, Any], previous: NDArray[np.int32]
    ) -> tuple[NDArray[np.float32], NDArray[np.float32], dict[str, Any]]:
        logits = np.full((len(previous), 13), -60.0, np.float32)
        wanted = [2, 0, 1, None, 12][min(int(state["state"][0, 0]), 4)]
        if wanted is None:
            logits[:, 8], logits[:, 9] = 2 * np.log(3), 0
        else:
            logits[:, wanted] = 0
        return logits, np.ones((len(previous), 1), np.float32), {"state": state["state"] + 1}


@pytest.mark.parametrize(("share", "temperature"), [(0.75, 2.0), (0.9, 1.0)])
def test_the_temperature_makes_the_confidence_the_share_that_is_right(
    monkeypatch: pytest.MonkeyPatch, share: float, temperature: float
) -> None:
    # Its logits say 9:1. Where 2018 is right three times in four, they must be halved; nine times in ten, left alone.
    monkeypatch.setattr(calibration, "Runtime", CoinRuntime)
    rows = [Example("abc", "2018" if n < share * 1000 else "2019") for n in range(1000)]
    coin: Any = Coin()
    assert calibration.calibrate(coin, rows) == pytest.approx(temperature, rel=0.03)
