"""Characters after an exact Unicode clean-up: one for each that carries meaning, whatever script it was typed in.

Digits of every script are the ASCII digits, letters have no case, every dash is '-', every space ' ', and format
characters (direction marks, zero-width joiners, variation selectors) are gone.
"""

import html
import re
import string
import unicodedata
from contextlib import suppress
from functools import lru_cache
from itertools import groupby

_SPACES = "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u2028\u2029"
_LOOKALIKES = {
    **dict.fromkeys("−⁃⁻₋", "-"),
    **dict.fromkeys("‘’‛ʼʹ′´`＇", "'"),
    **dict.fromkeys("“”„‟«»″〝〞", '"'),
    **dict.fromkeys("،、", ","),
    **dict.fromkeys("。．․", "."),
    **dict.fromkeys("⁄∕", "/"),
    **dict.fromkeys("∶：", ":"),
    "∼": "~",
    "º": "°",  # 1º is no 1o, which scanners make of 10
}


SUPERSCRIPTS = dict.fromkeys(map(ord, "⁰¹²³⁴⁵⁶⁷⁸⁹"))
TYPED_GERSHAYIM = re.compile('(?<=[א-ת])["”“](?=[א-ת])')
TYPED_GERESH = re.compile("(?<=[א-ת])['’](?![א-ת])")
FIVE_THOUSAND = re.compile("(?<![א-ת])ה['’׳](?=[א-ת]+[״\"“”][א-ת])")  # in front of a year
FIRST_HIGH = re.compile(r"(?<!\S)[⁰¹²³⁴⁵⁶⁷⁸⁹]")  # of a word: no mark of a footnote


# Written out before all else: an ellipsis, and Roman numerals of one character.
SPELLED = {
    ord("…"): "...",
    **{code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2160, 0x2180)},
}
BETWEEN_DIGITS = re.compile(
    r"(?<=\d)\u0640+(?=\d)"
)  # a stroke that makes Arabic words longer, typed for a dash
LOOK_ALIKE = ("aceopxyiABCEHKMOPTXIJ", "асеорхуіАВСЕНКМОРТХІЈ")
AS_CYRILLIC, AS_LATIN = str.maketrans(*LOOK_ALIKE), str.maketrans(*reversed(LOOK_ALIKE))
LATIN, CYRILLIC = frozenset(string.ascii_letters), frozenset(map(chr, range(0x400, 0x500)))
ROMAN_IN_CYRILLIC = frozenset("ХІ")


# Of HTML, and what a circumflex sets high behind a digit.
SET_HIGH = re.compile(r"<sup>\s*(\w{1,4})\.?\s*</sup>|(?<=\d)\^\{?([^\W\d_]{1,3})\b\}?", re.IGNORECASE)


def _lowered(found: re.Match[str]) -> str:
    high = found[1] or found[2]
    return "" if high.isdecimal() else high


def without_footnotes(text: str) -> str:
    """Return `text` without digits set high, which are marks of footnotes where other digits stand beside them.

    Letters that are set high in HTML or behind a circumflex stand beside their number as any others.

    >>> without_footnotes("9<sup>th</sup> May"), without_footnotes("9^th May"), without_footnotes("2018<sup>1</sup>")
    ('9th May', '9th May', '2018')
    >>> without_footnotes("May 30⁴, 1977"), without_footnotes("²⁹/⁰⁵/²⁰¹⁵"), without_footnotes("²³ May 1977")
    ('May 30, 1977', '²⁹/⁰⁵/²⁰¹⁵', '²³ May 1977')
    """
    if "<" in text or "^" in text:
        text = SET_HIGH.sub(_lowered, text)
    if text.isascii() or FIRST_HIGH.search(text):
        return text
    lowered = text.translate(SUPERSCRIPTS)
    return lowered if lowered != text and any(map(str.isdigit, lowered)) else text


def with_gershayim(text: str) -> str:
    """Return `text` with the marks of Hebrew numerals and abbreviations for the quotes that are typed for them.

    >>> with_gershayim('תש"ח') == "תש״ח", with_gershayim("ה' באייר") == "ה׳ באייר", with_gershayim('"מאי" 5')
    (True, True, '"מאי" 5')
    >>> with_gershayim("ה'תש״ח") == "התש״ח"
    True
    """
    if text.isascii():
        return text
    return TYPED_GERESH.sub("׳", TYPED_GERSHAYIM.sub("״", FIVE_THOUSAND.sub("ה", text)))


@lru_cache(maxsize=1 << 14)
def canonical(character: str) -> str:
    """Return the one character that stands for `character` before the network, '' where it is dropped.

    Sources: Unicode Standard Annex 44 (General_Category, Numeric_Type=Digit) and Annex 15 (NFKC).

    >>> [canonical(c) for c in ("Ж", "٣", "\\u2013", "\\u00a0", "\\u200f", "９")]
    ['ж', '3', '-', ' ', '', '9']
    """
    if character in _LOOKALIKES:
        return _LOOKALIKES[character]
    category = unicodedata.category(character)
    if category == "Zs" or character in _SPACES:
        return " "
    if category == "Pd":
        return "-"
    if category == "Cf" or "\ufe00" <= character <= "\ufe0f":
        return ""
    decomposed = unicodedata.normalize("NFKC", character)
    if category in ("No", "Nl") and not _is_plain_number(character, decomposed):
        return character  # ⑫ and ½ are no digits of a date
    digit = unicodedata.digit(character, None)
    if digit is not None:
        return str(digit)
    folded = decomposed[0]
    return fold(character) if folded == character else canonical(folded)  # ｡ is a 。, and that a full stop


def _is_plain_number(character: str, decomposed: str) -> bool:
    """Return whether a number that is no decimal digit is one set high or low, or one letter of a Roman numeral."""
    high_or_low = unicodedata.decomposition(character).startswith(("<super>", "<sub>"))
    return high_or_low or (
        len(decomposed) == 1 and unicodedata.category(decomposed) != "Nd" and decomposed != character
    )


def fold(character: str) -> str:
    """Return the case-folded form of `character`, its first character where folding makes it longer."""
    return next(
        (form for form in (character.casefold(), character.lower()) if len(form) == 1), character.lower()[0]
    )


def spelled_out(text: str) -> str:
    """Return `text` with an ellipsis as dots, Roman numerals in letters, and each word in one script.

    >>> spelled_out("17.Ⅷ.1945…"), spelled_out("١٧ـ٦ـ١٩٩٩")
    ('17.VIII.1945...', '١٧-٦-١٩٩٩')
    """
    return text if text.isascii() else with_one_script(BETWEEN_DIGITS.sub("-", text.translate(SPELLED)))


def with_one_script(text: str) -> str:
    """Return `text` with each word of Latin and Cyrillic letters in the one script that has all of them.

    Letters of both look alike, and some keyboards and scanners mix them. Roman numerals are Latin.

    >>> [with_one_script(word) == other for word, other in (("12 м\u0061я", "12 мая"), ("V\u0406\u0406", "VII"))]
    [True, True]
    """
    if CYRILLIC.isdisjoint(text) or (LATIN.isdisjoint(text) and ROMAN_IN_CYRILLIC.isdisjoint(text)):
        return text
    return "".join(
        "".join(run) if not of_word else _in_one_script("".join(run))
        for of_word, run in groupby(text, str.isalpha)
    )


def _in_one_script(word: str) -> str:
    if len(word) > 1 and ROMAN_IN_CYRILLIC.issuperset(word):
        return word.translate(AS_LATIN)
    if LATIN.isdisjoint(word) or CYRILLIC.isdisjoint(word):
        return word
    for other, left in ((word.translate(AS_CYRILLIC), LATIN), (word.translate(AS_LATIN), CYRILLIC)):
        if left.isdisjoint(other):
            return other
    return word


def without_mojibake(text: str) -> str:
    """Return `text` as it was before its UTF-8 was taken for Windows' code page 1252.

    >>> without_mojibake("9 fÃ©vrier 2018"), without_mojibake("9 février 2018")
    ('9 février 2018', '9 février 2018')
    """
    if text.isascii():
        return text
    try:
        return b"".join(_byte_of(character) for character in text).decode()
    except UnicodeError:
        return text


def _byte_of(character: str) -> bytes:
    return character.encode(
        "latin-1" if "\x80" <= character <= "\x9f" else "cp1252"
    )  # 1252 leaves five bytes out


def compose(text: str) -> str:
    """Return `text` in NFC, so that an accent typed apart from its letter is one character with it."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


@lru_cache(maxsize=64)  # a text is asked for its numbers more than once
def without_entities(text: str) -> str:
    """Return `text` with the named and numbered characters of HTML as such. Source: HTML Living Standard, 13.5.

    >>> without_entities("3&nbsp;f&eacute;vrier 2020"), without_entities("AT&T; 3&#160;May")
    ('3\xa0février 2020', 'AT&T; 3\xa0May')
    """
    return html.unescape(text) if "&" in text and ";" in text else text


def without_escapes(text: str) -> str:
    """Return `text` with the escapes of an address or of JSON as characters. Sources: RFC 3986, 2.1; RFC 8259, 7.

    >>> without_escapes("9%20May%202018"), without_escapes("9 ao\\u00fbt 2018"), without_escapes("5%25 9 May")
    ('9 May 2018', '9 août 2018', '5%25 9 May')
    """
    with suppress(ValueError):
        if "%" in text and " " not in text:
            from urllib.parse import unquote  # what hardly any text needs

            return unquote(text, errors="strict")
        if "\\u" in text:
            import json

            return str(json.loads(f'"{text}"'))
    return text


def clean(text: str) -> str:
    """Return what the network is shown of `text`: canonical characters, runs of spaces as one, none at the ends.

    >>> clean("\\u200f 9  МАЯ ٢٠١٨\\u00a0г. ")
    '9 мая 2018 г.'
    """
    return " ".join(part for part in "".join(map(canonical, compose(text))).split(" ") if part)
