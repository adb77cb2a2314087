import unicodedata

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from datenorm.network.shown import PREFIX
from datenorm.network.vocabulary import NO_LANGUAGE, NO_ORDER, PADDING, UNKNOWN, Vocabulary
from datenorm.text.characters import compose

VOCABULARY = Vocabulary.of_texts(
    ["9 мая 2018 г.", "February, 1/2-3", "2018年5月9日", "février"], ["de", "en"]
)
ANY_TEXT = st.text(st.characters(codec=None))


def characters_of(text: str) -> str:
    """The token ids of `text` without hints, as the names of characters."""
    source = VOCABULARY.encode([text], [None], [None])
    names = {VOCABULARY._ids[character]: character for character in VOCABULARY.characters}
    return "".join(names.get(token, "?") for token in source.tokens[0, PREFIX : source.lengths[0]].tolist())


def test_each_character_is_one_token_and_knows_where_it_stood() -> None:
    source = VOCABULARY.encode(["\u200f 9  МАЯ"], ["DMY"], ["de"])
    assert source.lengths.tolist() == [7]
    assert source.positions.tolist() == [[-1, -1, 2, 3, 5, 6, 7]]
    assert characters_of("\u200f 9  МАЯ") == "9 мая"


def test_hints_stand_in_front_and_an_unknown_language_is_none() -> None:
    source = VOCABULARY.encode(["1", "1", "1"], ["YMD", None, None], [None, "en", "xx"])
    assert source.tokens[0, 0] != NO_ORDER
    assert source.tokens[1:, 0].tolist() == [NO_ORDER, NO_ORDER]
    assert source.tokens[1, 1] not in (NO_LANGUAGE, PADDING)
    assert source.tokens[[0, 2], 1].tolist() == [NO_LANGUAGE, NO_LANGUAGE]


def test_a_letter_the_vocabulary_lacks_is_read_as_its_base_letter() -> None:
    assert characters_of("fèbruâry") == "february"
    assert characters_of("ж1") == "?1"


def test_texts_of_nothing_are_rows_of_padding() -> None:
    source = VOCABULARY.encode(["", " \t\u200b", "1"], [None] * 3, [None] * 3)
    assert source.lengths.tolist() == [PREFIX, PREFIX, PREFIX + 1]
    assert source.tokens[:2, PREFIX:].tolist() == [[PADDING], [PADDING]]


def test_lone_surrogates_and_controls_are_unknown_characters() -> None:
    assert VOCABULARY.encode(["\ud8001\x00"], [None], [None]).tokens[0, PREFIX:].tolist()[0] == UNKNOWN
    assert characters_of("\ud8001\x00") == "?1?"


def test_a_vocabulary_comes_back_from_json() -> None:
    assert Vocabulary.from_json(VOCABULARY.to_json()).characters == VOCABULARY.characters
    assert Vocabulary.from_json(VOCABULARY.to_json()).size == VOCABULARY.size


@given(st.lists(ANY_TEXT, max_size=8))
def test_a_batch_reads_each_text_as_it_would_alone(texts: list[str]) -> None:
    together = VOCABULARY.encode(texts, [None] * len(texts), [None] * len(texts))
    for row, text in enumerate(texts):
        alone = VOCABULARY.encode([text], [None], [None])
        length = int(alone.lengths[0])
        assert together.lengths[row] == length
        assert np.array_equal(together.tokens[row, :length], alone.tokens[0, :length])
        assert np.array_equal(together.positions[row, :length], alone.positions[0, :length])


@given(ANY_TEXT)
def test_positions_rise_and_point_at_the_characters_shown(text: str) -> None:
    source = VOCABULARY.encode([text], [None], [None])
    positions = source.positions[0, PREFIX : source.lengths[0]].tolist()
    assert positions == sorted(set(positions))
    composed = compose(text)
    assert all(unicodedata.category(composed[position]) != "Cf" for position in positions)
