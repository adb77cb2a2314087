from hypothesis import given
from hypothesis import strategies as st

from datenorm.pictures.bidi import is_right_to_left, shown, visible, visual_order


def as_seen(text: str) -> str:
    return "".join(text[i] for i in visual_order(text))


def test_a_left_to_right_text_stands_as_it_is_stored() -> None:
    assert as_seen("9 May 2018") == "9 May 2018"


def test_arabic_letters_run_from_right_to_left_and_numbers_do_not() -> None:
    assert as_seen("9 \u0645\u0627\u064a\u0648 2018") == "2018 \u0648\u064a\u0627\u0645 9"


def test_arabic_digits_keep_their_order_too() -> None:
    assert as_seen("\u0669 \u0645 \u0662\u0660\u0661\u0668") == "\u0662\u0660\u0661\u0668 \u0645 \u0669"


def test_a_slash_joins_the_numbers_beside_it_and_a_dash_after_arabic_does_not() -> None:
    assert as_seen("\u0645 09/05") == "09/05 \u0645"
    assert as_seen("\u0645 09-05") == "05-09 \u0645"
    assert as_seen("\u05d0 09-05") == "09-05 \u05d0"  # after Hebrew it does


def test_a_hebrew_word_in_an_english_line_turns_alone() -> None:
    assert as_seen("May \u05d0\u05d1\u05d2 9") == "May 9 \u05d2\u05d1\u05d0"
    assert as_seen("May \u05d0\u05d1\u05d2 x") == "May \u05d2\u05d1\u05d0 x"


def test_an_english_word_in_a_hebrew_line_keeps_its_order() -> None:
    assert as_seen("\u05d0\u05d1 May 9!") == "!May 9 \u05d1\u05d0"


def test_a_percent_sign_goes_with_its_number() -> None:
    assert as_seen("\u05d0 9%") == "9% \u05d0"


def test_the_first_strong_character_decides_the_line() -> None:
    assert is_right_to_left("9. \u05d0 May")
    assert not is_right_to_left("9. May \u05d0")
    assert not is_right_to_left("")


@given(st.text())
def test_every_character_has_one_place(text: str) -> None:
    assert sorted(visual_order(text)) == list(range(len(text)))


def test_what_cannot_be_seen_is_shown() -> None:
    assert visible(" ") == visible("\u00a0") == visible("\t") == "\u2423"
    assert visible("\u0941") == "\u25cc\u0941"  # Devanagari vowel sign u
    assert visible("\x00") == "U+0000"
    assert visible("\ud800") == "U+D800"
    assert visible("\u200f") == "U+200F"
    assert visible("U") == "U"


@given(st.text(st.characters(codec=None)))
def test_a_title_is_one_line_without_controls_and_surrogates(text: str) -> None:
    assert shown(text).isprintable() or set("\u200c\u200d\u200e\u200f\u061c") & set(shown(text))
    shown(text).encode("utf-8")


def test_a_title_keeps_the_marks_that_join_and_turn_letters() -> None:
    assert shown("\u0645\u200c\u0627\u200f 9") == "\u0645\u200c\u0627\u200f 9"
