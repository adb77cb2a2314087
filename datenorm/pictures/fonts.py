"""Fonts for a picture: for each character an installed font that has it, and what to install where none has.

Noto Sans and its sister for the character's script come first, then the DejaVu Sans inside Matplotlib, then whatever is
there. Coverage is asked of the font files themselves.
"""

import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import matplotlib
from matplotlib.font_manager import FontProperties, findSystemFonts, fontManager
from matplotlib.ft2font import FT2Font

from datenorm.pictures.bidi import DOTTED_CIRCLE, visible

_BUNDLED = Path(matplotlib.get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf"
# First words of Unicode character names whose fonts are named after the region.
_EAST_ASIAN = "CJK HIRAGANA KATAKANA HANGUL BOPOMOFO IDEOGRAPHIC FULLWIDTH HALFWIDTH YI".split()
# Styles that are not the plain upright one, as file names spell them; boxes for everything are no font.
_STYLES = "bold italic oblique light thin black medium condensed mono serif display".split()
_BOXES = ("lastresort", "adobeblank")


def family_of(character: str) -> str | None:
    """Return the family name of an installed font that has the character, None where none has."""
    file = _file_with(character)
    return None if file is None else _register(file)


def properties(text: str, size: float) -> FontProperties:
    """Return font properties with one family for each character of `text`, the Latin one first; size in points.

    A dotted circle is no reason for a font of its own: it comes from the font of the mark on it.
    """
    characters = ["m", *(c for c in text if not _is_unseen(c) and c != DOTTED_CIRCLE), DOTTED_CIRCLE]
    if text.startswith(DOTTED_CIRCLE):
        characters = characters[1:]
    families = dict.fromkeys(family for c in characters if (family := family_of(c)))
    return FontProperties(family=list(families), size=size)


def missing(text: Iterable[str]) -> list[str]:
    """Return the characters to be seen that no installed font has, each once, in order of appearance."""
    return [c for c in dict.fromkeys(text) if not _is_unseen(c) and family_of(c) is None]


def _is_unseen(character: str) -> bool:
    return character.isspace() or unicodedata.category(character) == "Cf"


def advice(characters: Iterable[str]) -> list[str]:
    """Return a line for each Debian package to install, naming the characters it brings.

    >>> advice("กข")
    ['no font here has Thai (ก ข); on Debian and Ubuntu: apt install fonts-noto-core']
    """
    packages: dict[str, dict[str, list[str]]] = {}
    for character in characters:
        scripts = packages.setdefault(_package(character), {})
        scripts.setdefault(_script_name(character), []).append(visible(character))
    return [
        f"no font here has {', '.join(_sample(*item) for item in scripts.items())}; "
        f"on Debian and Ubuntu: apt install {package}"
        for package, scripts in packages.items()
    ]


def _sample(script: str, characters: list[str]) -> str:
    more = [f"and {len(characters) - 6} more"] if len(characters) > 6 else []
    return f"{script} ({' '.join(characters[:6] + more)})"


def _script_name(character: str) -> str:
    if unicodedata.category(character).startswith("S"):
        return "symbols"
    word = _script_word(character)
    return word if word == "CJK" else word.capitalize()


def _package(character: str) -> str:
    if _script_word(character) == "CJK":
        return "fonts-noto-cjk"
    return "fonts-symbola" if unicodedata.category(character) == "So" else "fonts-noto-core"


def _script_word(character: str) -> str:
    """Return the first word of the character's Unicode name, which is its script's: 'THAI', 'DEVANAGARI'."""
    word = unicodedata.name(character, "?").split()[0]
    return "CJK" if word in _EAST_ASIAN else word


@cache
def _file_with(character: str) -> str | None:
    """Return the best installed font file that has a glyph for the character."""
    script = _script_word(character).lower()
    files = sorted(_installed(), key=lambda file: _rank(file, script))
    return next((file for file in files if _has(file, character)), None)


def _rank(file: str, script: str) -> tuple[int, int, str]:
    """Return what to sort font files by: the better family for the script, then the plainer style."""
    name = Path(file).stem.lower()
    of_script = script not in ("latin", "digit") and script in name
    tiers = (
        of_script and name.startswith("notosans"),
        name == "notosans-regular",
        of_script and name.startswith("noto"),
        file == str(_BUNDLED),
        of_script,
        True,
    )
    return tiers.index(True), sum(style in name for style in _STYLES), file


@cache
def _installed() -> tuple[str, ...]:
    """Return the font files of this machine. Asked of the system: Matplotlib's own list may be of last year."""
    found = (str(file) for file in findSystemFonts(fontext="ttf"))
    return (str(_BUNDLED), *(file for file in found if not any(box in file.lower() for box in _BOXES)))


def _has(file: str, character: str) -> bool:
    font = _open(file)
    return font is not None and font.get_char_index(ord(character)) != 0


@cache
def _open(file: str) -> FT2Font | None:
    try:
        return FT2Font(file)
    except (OSError, RuntimeError):  # no font that FreeType reads, or it went away
        return None


@cache
def _register(file: str) -> str:
    """Make the font known to Matplotlib and return its family name."""
    fontManager.addfont(file)
    return FT2Font(file).family_name
