"""What a text says in words that the network left out."""

import pytest

from datenorm.judging.named import named_instead
from datenorm.text.tokens import tokens


@pytest.mark.parametrize(
    ("code", "target", "text", "language", "said"),
    [
        ("lacking-day", "1939-09", "le premier septembre 1939", "fr", "1939-09-01"),
        ("lacking-day", "1939-09", "le premier septembre 1939", None, "1939-09-01"),
        ("weak-form", "1863", "w styczniu 1863 r.", "pl", "1863-01"),
        # another rule, another year, another month, a number, a word between, two months, nothing more
        ("rival", "1939-09", "le premier septembre 1939", "fr", None),
        ("lacking-day", "1940-09", "le premier septembre 1939", "fr", None),
        ("lacking-day", "1939-08", "le premier septembre 1939", "fr", None),
        ("lacking-day", "1939-09", "12 plaques, septembre 1939", "fr", None),
        ("lacking-day", "1939-09", "le premier président, septembre 1939", "fr", None),
        ("weak-form", "1939", "septembre ou octobre 1939", "fr", None),
        ("weak-form", "1939-09", "septembre 1939", "fr", None),
    ],
)
def test_words_say_what_a_reading_left_out(
    code: str, target: str, text: str, language: str | None, said: str | None
) -> None:
    assert named_instead(code, target, tokens(text), language) == said
