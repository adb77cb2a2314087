"""Tokens: one scan by Unicode category; names of several words, and of scripts without spaces, are one token."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datenorm.text.characters import clean
from datenorm.text.tokens import tokens


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("9 may 2018", ["9", "may", "2018"]),
        ("09may2018", ["09", "may", "2018"]),
        ("terça-feira, 9", ["terça feira", ",", "9"]),
        ("п'ятниця 9", ["пятниця", "9"]),
        ("l'1 août", ["l", "'", "1", "août"]),
        ("2018年5月9日", ["2018", "年", "5", "月", "9", "日"]),
        ("星期三, 廿六", ["星期三", ",", "26"]),
        ("19□□", ["19", "□", "□"]),
        ("1º de mayo".replace("º", "°"), ["1", "°", "de mayo"]),
        ("14ː15", ["14", ":", "15"]),
    ],
)
def test_a_text_is_cut_into_its_tokens(text: str, parts: list[str]) -> None:
    assert [token.text for token in tokens(text)] == parts


@given(st.text())
def test_tokens_cover_every_character_but_spaces_and_apostrophes_in_order(text: str) -> None:
    plain = clean(text)
    end = 0
    for token in tokens(plain):
        assert token.start >= end
        assert not plain[end : token.start].strip(" '")
        assert token.end > token.start
        end = token.end
    assert not plain[end:].strip(" '")


def test_a_word_knows_its_senses() -> None:
    (month,) = tokens("listopada")
    assert month.senses["full"] == "hr:10 pl:11 szl:11"
