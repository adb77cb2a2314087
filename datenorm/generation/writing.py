"""Writing: texts in the making, with the role of each character kept beside it."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from string import Formatter
from typing import NamedTuple

from datenorm.text.characters import clean
from datenorm.text.lexicon import Senses, languages_of
from datenorm.text.roles import LETTERS, NONE
from datenorm.text.tokens import tokens


class Written(NamedTuple):
    """A text and the roles of its characters, as `datenorm.text.roles` spells them."""

    text: str
    roles: str


Value = (
    Written | tuple[object, str]
)  # what a template's field is filled with: a value and the name of its role
SPACE, NOTHING = Written(" ", NONE), Written("", "")
CHUNK = re.compile(r"\S+")
# What the senses of a word beside a date make of it, the first that it has.
ROLE_OF_SENSE = {
    "dayperiod": "dayperiod", "zone": "zone", "expiry": "label", "circa<": "qualifier", "circa>": "qualifier",
    "calendar:common": "era", "label": "label", "bound<": "bound", "bound>": "bound", "negated<": "bound",
    "between<": "range", "to": "range", "or": "alternative", "connector": "connector",
}  # fmt: skip
STRONG = ("bound", "qualifier")  # a word of these is one whatever stands behind it: since the
SIGNS = {"~": "qualifier", "≈": "qualifier", "?": "qualifier", "±": "qualifier"}
LONGEST_PHRASE = 4  # words


def said(text: str, role: str) -> Written:
    """Return a text all of whose characters have one role, the spaces inside too.

    >>> said("tháng 5", "month")
    Written(text='tháng 5', roles='mmmmmmm')
    """
    return Written(text, LETTERS[role] * len(text))


@lru_cache(1 << 14)
def piece(text: str, role: str) -> Written:
    """Return a text whose characters have one role, but for its spaces, which have none.

    >>> piece("as of ", "label")
    Written(text='as of ', roles='ll ll ')
    """
    letter = LETTERS[role]
    return Written(text, "".join([NONE if character.isspace() else letter for character in text]))


def joined(*parts: Written) -> Written:
    """Return parts one behind the other."""
    return Written("".join([part.text for part in parts]), "".join([part.roles for part in parts]))


class _Prose(dict[int, str]):
    """The role of each character of a sentence, found once."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        role = (
            NONE
            if sign.isspace()
            else LETTERS["counted" if sign.isnumeric() and not sign.isalpha() else "prose"]
        )
        self[code] = role
        return role


PROSE_ROLES = _Prose()


def prose(text: str) -> Written:
    """Return words of a sentence; a number among them counts something.

    >>> prose("the 12 of ").roles
    '... ## .. '
    """
    return Written(text, text.translate(PROSE_ROLES))


@lru_cache(1 << 12)
def _parsed(template: str) -> list[tuple[str, str | None, str]]:
    return [(literal, name, spec or "") for literal, name, spec, _ in Formatter().parse(template)]


def fill(
    template: str, literal: str = "connector", language: str | None = None, /, **fields: Value
) -> Written:
    """Return a template of `str.format` filled in. `{role:words}` are words of that role; others have role `literal`.

    language: whose lexicon says the roles of the template's own words, where it knows them.

    >>> fill("{range:from} {a} {range:to} {b:02d}", a=(8, "day"), b=(9, "day"))
    Written(text='from 8 to 09', roles='---- d -- dd')
    """
    parts: list[Written] = []
    for text, name, spec in _parsed(template):
        if text:
            parts.append(by_sense(text, literal, language) if language else piece(text, literal))
        if name is None:
            continue
        if name not in fields:
            parts.append(piece(spec, name))
            continue
        value = fields[name]
        parts.append(value if isinstance(value, Written) else said(format(value[0], spec), value[1]))
    return joined(*parts)


@lru_cache(1 << 14)
def by_sense(text: str, role: str, language: str) -> Written:
    """Return words with the roles that the lexicon knows for them in a language or in English, `role` for others.

    >>> by_sense("since the ", "label", "en").roles, by_sense(" Uhr nachmittags", "connector", "de").roles
    ('<<<<< lll ', ' ccc ppppppppppp')
    """
    chunks = list(CHUNK.finditer(text))
    roles = [NONE] * len(text)
    first = 0
    while first < len(chunks):
        last, found = _phrase(text, chunks, first, language)
        for chunk in chunks[first:last]:
            roles[chunk.start() : chunk.end()] = LETTERS[found or role] * len(chunk[0])
        first = last
    return Written(text, "".join(roles))


def _phrase(text: str, chunks: Sequence[re.Match[str]], first: int, language: str) -> tuple[int, str]:
    """Return the chunk behind the longest phrase from `first` on that has a role, and that role, '' for none."""
    alone = _role_of(text[chunks[first].start() : chunks[first].end()], language)
    if alone in STRONG:
        return first + 1, alone
    for last in range(min(len(chunks), first + LONGEST_PHRASE), first + 1, -1):
        if role := _role_of(text[chunks[first].start() : chunks[last - 1].end()], language):
            return last, role
    return first + 1, alone


def _role_of(phrase: str, language: str) -> str:
    if phrase in SIGNS:
        return SIGNS[phrase]
    cut = [token for token in tokens(clean(phrase)) if token.kind == "word"]
    return _role(cut[0].senses, language) if len(cut) == 1 else ""


def _role(senses: Senses, language: str) -> str:
    for sense, role in ROLE_OF_SENSE.items():
        if sense in senses and not languages_of(senses[sense]).isdisjoint((language, "en", "*")):
            return role
    return ""


def changed(written: Written, text: str) -> Written:
    """Return `written` with another text, character for character: other digits, another case.

    >>> changed(Written("5 straße", "d ......"), "5 STRASSE").roles
    'd .......'
    """
    if len(text) == len(written.text):
        return Written(text, written.roles)
    pieces = zip(written.text, written.roles, strict=True)
    return Written(text, "".join([role * len(character.upper()) for character, role in pieces]))


def splice(written: Written, start: int, end: int, new: str) -> Written:
    """Return `written` with `new` in place of its characters from `start` to `end`.

    New characters have the role of those they replace, or else of the one before them.

    >>> splice(Written("9 May 2018", "d mmm yyyy"), 1, 2, "--")
    Written(text='9--May 2018', roles='d  mmm yyyy')
    """
    text, roles = written
    inside = roles[start if end > start else start - 1] if start or end > start else NONE
    return Written(text[:start] + new + text[end:], roles[:start] + inside * len(new) + roles[end:])


def translated(written: Written, digits: Mapping[int, int]) -> Written:
    """Return `written` in the digits of another script."""
    return Written(written.text.translate(digits), written.roles)
