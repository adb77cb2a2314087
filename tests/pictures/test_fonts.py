import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from datenorm.pictures import fonts


@pytest.fixture
def bundled_only(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine without any font but Matplotlib's own."""
    monkeypatch.setattr(fonts, "_installed", lambda: (str(fonts._BUNDLED),))
    fonts._file_with.cache_clear()
    yield
    fonts._file_with.cache_clear()


@pytest.mark.usefixtures("bundled_only")
def test_a_bare_machine_has_latin_greek_cyrillic_and_arabic() -> None:
    assert fonts.missing("m\u00e9\u03b1\u0436\u0645\u2423\u25cc\ufffd") == []
    assert fonts.family_of("m") == "DejaVu Sans"


@pytest.mark.usefixtures("bundled_only")
def test_what_is_missing_is_named_once_in_order() -> None:
    assert fonts.missing("\u0e01m\u5e74\u0e01") == ["\u0e01", "\u5e74"]


@pytest.mark.usefixtures("bundled_only")
def test_spaces_and_joiners_need_no_font() -> None:
    assert fonts.missing("\u3000\n\u200d\U000e0041") == []


def test_advice_names_the_script_the_characters_and_the_package() -> None:
    assert fonts.advice("\u0e01\u0e31\u5e74\U0001f4c5") == [
        "no font here has Thai (\u0e01 \u25cc\u0e31); on Debian and Ubuntu: apt install fonts-noto-core",
        "no font here has CJK (\u5e74); on Debian and Ubuntu: apt install fonts-noto-cjk",
        "no font here has symbols (\U0001f4c5); on Debian and Ubuntu: apt install fonts-symbola",
    ]


def test_advice_stays_short_for_a_whole_alphabet() -> None:
    thai = [chr(code) for code in range(0x0E01, 0x0E2F)]
    assert fonts.advice(thai) == [
        "no font here has Thai (\u0e01 \u0e02 \u0e03 \u0e04 \u0e05 \u0e06 and 40 more); "
        "on Debian and Ubuntu: apt install fonts-noto-core"
    ]


def test_a_font_named_after_the_script_is_better_than_another_and_a_plain_one_than_a_bold_one() -> None:
    files = [
        "/f/NotoSansThai-Bold.ttf",
        "/f/Unifont.ttf",
        "/f/NotoSansThai-Regular.ttf",
        "/f/NotoSans-Regular.ttf",
    ]
    assert sorted(files, key=lambda file: fonts._rank(file, "thai")) == [
        "/f/NotoSansThai-Regular.ttf", "/f/NotoSansThai-Bold.ttf", "/f/NotoSans-Regular.ttf", "/f/Unifont.ttf",
    ]  # fmt: skip


def test_a_mark_on_a_dotted_circle_takes_both_from_the_font_of_the_mark(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    families = {"m": "Latin", "\u0941": "Devanagari", "\u25cc": "Latin"}
    monkeypatch.setattr(fonts, "family_of", families.get)
    assert fonts.properties("\u25cc\u0941", 12).get_family() == ["Devanagari", "Latin"]
    assert fonts.properties("m\u0941", 12).get_family() == ["Latin", "Devanagari"]


def test_a_file_that_is_no_font_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "broken.ttf").write_bytes(b"not a font")
    assert not fonts._has(str(tmp_path / "broken.ttf"), "m")
    assert not fonts._has(str(tmp_path / "gone.ttf"), "m")


def test_an_unassigned_character_has_no_font() -> None:
    assert unicodedata.category("\U0003fffe") == "Cn"
    assert fonts.family_of("\U0003fffe") is None
