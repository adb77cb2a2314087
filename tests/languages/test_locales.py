import pytest

from datenorm.errors import LocaleError
from datenorm.languages.locales import facts, identifiers, languages, locale_hints
from datenorm.languages.patterns import split_pattern


@pytest.mark.parametrize(
    ("identifier", "hints"),
    [
        ("de", ("DMY", "de")), ("en", ("MDY", "en")), ("en-GB", ("DMY", "en")), ("pt_BR", ("DMY", "pt")), ("zh-Hant-TW", ("YMD", "zh")),
        ("en-US-u-ca-gregory", ("MDY", "en")), ("hu", ("YMD", "hu")),
    ],
)  # fmt: skip
def test_a_locale_gives_its_order_and_language(identifier: str, hints: tuple[str, str]) -> None:
    assert locale_hints(identifier) == hints


@pytest.mark.parametrize("identifier", ["", "english", "xx", "../de", "e"])
def test_what_is_no_locale_is_an_error_that_names_it(identifier: str) -> None:
    with pytest.raises(LocaleError, match="CLDR has no locale"):
        locale_hints(identifier)


@pytest.mark.slow
def test_every_identifier_babel_has_yields_patterns_of_a_full_date() -> None:
    assert len(identifiers()) > 1000
    assert len(languages()) > 250
    for identifier in identifiers():
        assert any(all(letter in pattern for letter in "yd") for pattern in facts(identifier).patterns), (
            identifier
        )


@pytest.mark.slow
def test_placeholder_month_names_are_not_names() -> None:
    assert all("M05" not in row for name in identifiers() for row in facts(name).months.values())


def test_quoted_words_in_a_pattern_are_literals() -> None:
    assert split_pattern("d 'de' MMMM 'o''clock' y") == [
        ("", "d"), (" de ", ""), ("", "MMMM"), (" o'clock ", ""), ("", "y"),
    ]  # fmt: skip


def test_what_is_known_of_a_locale_does_not_hang_on_which_were_asked_for_before() -> None:
    facts.cache_clear()
    before = facts("an")
    facts.cache_clear()
    for identifier in ("an_ES", "sv", "zu", "am", "en"):
        facts(identifier)
    assert facts("an") == before
