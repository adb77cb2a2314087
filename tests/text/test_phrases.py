import pytest

from datenorm.text.phrases import Found, Place, find, may_count
from datenorm.text.pieces import folded, words


def codes(text: str, language: str | None, place: Place = "alone") -> set[str]:
    said = folded(text)
    numbers = [int(word) for word in said.split() if word.isdigit()]
    return {found.code for found in find(words(said), numbers, language, place)}


@pytest.mark.parametrize(
    ("text", "language", "code"),
    [
        ("3 days ago", "en", "-3D"), ("in 3 days", "en", "+3D"), ("a fortnight ago", "en", "-14D"),
        ("twelve weeks ago", "en", "-12W"), ("1 year 2 months ago", "en", "-1Y2M"), ("yesterday", "en", "D-1"),
        ("last monday", "en", "<E0"), ("monday next week", "en", "W+1E0"), ("last march", "en", "<M3"),
        ("siku 5 zilizopita", "sw", "-5D"), ("2 సంవత్సరాల్లో", "te", "+2Y"), ("sentejn ilu", "mt", "-2Y"),
        ("година дана", "sr", ""), ("vor Jahren", "de", ""), ("days ago", "en", ""), ("ago 3 days", "en", ""),
    ],
)  # fmt: skip
def test_a_phrase_has_the_code_of_what_it_counts(text: str, language: str, code: str) -> None:
    assert codes(text, language) == ({code} if code else set())


def test_accents_vowel_points_and_forms_of_letters_say_nothing() -> None:
    assert codes("après demain", "fr") == codes("apres-demain", "fr") == {"D+2"}
    assert codes("غدًا", "ar") == codes("غدا", "ar") == {"D+1"}
    assert codes("بعد 3 أيام", "ar") == codes("بعد 3 ايام", "ar") == {"+3D"}


def test_a_singular_without_a_number_is_one_and_a_plural_is_none() -> None:
    assert codes("год назад", "ru") == {"-1Y"}
    assert codes("годы назад", "ru") == set()


def test_a_date_stands_before_or_behind_what_counts_from_it() -> None:
    assert codes("2 days after", "en", "before a date") == {"+2D"}
    assert codes("2 days after", "en") == set()
    assert codes("の 2 日後", "ja", "behind a date") == {"+2D"}


def test_without_a_language_all_of_them_are_asked() -> None:
    assert find(["za", "#", "dana"], [2], None) == {
        Found("bs", "+2D"),
        Found("hr", "+2D"),
        Found("sr", "+2D"),
    }
    assert codes("за 3 години", None) == {"+3h", "+3Y"}


def test_a_language_without_phrases_has_none() -> None:
    assert codes("3 days ago", "tlh") == set()


@pytest.mark.parametrize(
    "text", ["Saturday 9 May 2018", "9. Mai 2018", "9 мая 2018 г.", "٩ مايو ٢٠١٨", "03/04/2015"]
)
def test_most_dates_are_not_looked_at(text: str) -> None:
    assert not may_count(text)


@pytest.mark.parametrize(
    "text", ["3 days ago", "vor 3 Tagen", "вчера", "3日前", "어제", "אתמול", "3 दिन पहले", "يومين قبل"]
)
def test_a_phrase_is_looked_at(text: str) -> None:
    assert may_count(text)
