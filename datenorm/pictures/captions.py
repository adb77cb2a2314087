"""What a picture of an answer says in words: the same on paper, on a page and in a terminal."""

import math

from datenorm.judging.answer import Translation

SYMBOL_NAMES = {"<unk>": "no date", "<eot>": "end"}


def caption(translation: Translation) -> tuple[str, str]:
    """Return the answer in words, and what is to be said of it: confidence, status, warnings."""
    if translation.status == "empty":
        return translation.reason or "nothing there", ""
    if translation.status == "ambiguous":
        readings = translation.alternatives
        shares = " and ".join(percent(reading.probability) for reading in readings)
        return " or ".join(reading.iso for reading in readings), f"{shares} sure · ambiguous"
    answer = translation.iso or translation.reason or "no date"
    if translation.status == "rejected" and translation.alternatives:  # a reading that was not let pass
        return answer, f"rejected · the network was {percent(translation.confidence)} sure"
    notes = [f"{percent(translation.confidence)} sure"] if translation.confidence else []
    notes += ["partial"] if translation.status == "partial" else []
    return answer, " · ".join([*notes, *translation.warnings])


def percent(share: float) -> str:
    """Return a share as percent, rounded down, so that only certainty reads 100%.

    >>> percent(0.99996), percent(0.5), percent(1.0)
    ('99.9%', '50%', '100%')
    """
    return f"{math.floor(share * 1000 + 1e-9) / 10:g}%"
