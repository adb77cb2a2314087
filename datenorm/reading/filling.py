"""Filling: texts answered by the templates of their shapes, which are kept in a bounded cache.

An answer depends on the text, its hints and the terms alone: the specimen is read for every text that makes a shape,
whether the shape was seen before or not.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from operator import getitem
from typing import NamedTuple

from datenorm.judging.answer import Terms, Translation
from datenorm.reading.shapes import ASCII_DIGITS, ZEROS, Key, Mask, Numbers, Specimen, mask_of
from datenorm.reading.templates import Template, template_of
from datenorm.rewriting.relative import read as counts

MOST = 1 << 14  # masks and templates that are kept, and those of one slab; some 20 MB
SLAB = 32_768  # texts whose new shapes are read together

Read = Callable[[Sequence[str]], Sequence[Translation]]


class Known(NamedTuple):
    """What is known of a mask: it, or None where its numbers make no shape, and the templates of its shapes."""

    mask: Mask | None
    templates: dict[Key, Template]


class Unfilled(NamedTuple):
    """A text whose shape has no template yet."""

    row: int
    known: Known
    key: Key
    numbers: Numbers


class Filler:
    """Answers texts that all have the same hints. Usable from several threads at once.

    read: answers texts as they stand. language: of the texts, if told. told: whether the order of their numbers is.
    shapes: whether shapes are asked for at all.
    """

    def __init__(
        self, read: Read, terms: Terms, language: str | None, told: bool = False, shapes: bool = True
    ) -> None:
        self._read = read
        self._terms = terms
        self._language = language
        self._told = told
        self._known: dict[bytes, Known] = {}
        self._count = 0
        self._shapes = shapes

    def answers(self, texts: Sequence[str]) -> list[Translation]:
        """Return the answers to texts, in their order."""
        if not self._shapes:
            return list(self._read(texts))
        if len(texts) <= SLAB:
            return self._slab(texts)
        slabs = (self._slab(texts[start : start + SLAB]) for start in range(0, len(texts), SLAB))
        return list(chain.from_iterable(slabs))

    def __len__(self) -> int:
        """Return how many masks and templates are kept."""
        return self._count

    def template(self, text: str) -> Template | None:
        """Return the template of the shape of a text; None where it makes no shape."""
        return self.templates([text])[0]

    def templates(self, texts: Sequence[str]) -> list[Template | None]:
        """Return the template of the shape of each text; None for one that makes no shape."""
        if not self._shapes:
            return [None] * len(texts)
        found = [self._place(row, text) for row, text in enumerate(texts)]
        self._learn(one for one in found if one and one.key not in one.known.templates)
        return [one and one.known.templates.get(one.key) for one in found]

    def mask(self, text: str) -> Mask | None:
        """Return the mask of a text; None where its numbers make no shape, or have digits that are not ASCII."""
        known, plain = self._mask(text)
        return known.mask if self._shapes and plain == text else None

    def specimen(self, text: str) -> str | None:
        """Return the text that is read in the place of a text; None where it is read as it stands."""
        template = self.template(text)
        if template is None:
            return None
        _, plain = self._mask(text)
        return template.specimen.text if template.fill(text, template.mask.numbers(plain)) else None

    def _slab(self, texts: Sequence[str]) -> list[Translation]:
        answers: list[Translation | None] = [None] * len(texts)
        unfilled: list[Unfilled] = []
        masks = self._known
        for row, text in enumerate(texts):
            known = masks.get(text.encode("utf-8", "surrogatepass").translate(ZEROS))
            plain = text
            if known is None:
                known, plain = self._mask(text)
            mask, templates = known
            if mask is None:
                continue
            numbers = mask.numbers(plain)
            key = tuple(map(getitem, mask.tables, numbers))
            template = templates.get(key)
            if template:
                answers[row] = template.fill(text, numbers)
            else:
                unfilled.append(Unfilled(row, known, key, numbers))
        self._learn(unfilled)
        for row, known, key, numbers in unfilled:
            if key in known.templates:
                answers[row] = known.templates[key].fill(texts[row], numbers)
        return self._rest(texts, answers)

    def _rest(self, texts: Sequence[str], answers: Sequence[Translation | None]) -> list[Translation]:
        """Return the answers, those that are open read as their texts stand."""
        rows = [row for row, answer in enumerate(answers) if answer is None]
        read = dict(zip(rows, self._read([texts[row] for row in rows]), strict=True)) if rows else {}
        return [answer or read[row] for row, answer in enumerate(answers)]

    def _place(self, row: int, text: str) -> Unfilled | None:
        """Return where a text belongs, template or none; None where it makes no shape."""
        known, plain = self._mask(text)
        if known.mask is None:
            return None
        numbers = known.mask.numbers(plain)
        return Unfilled(row, known, known.mask.key(numbers), numbers)

    def _mask(self, text: str) -> tuple[Known, str]:
        """Return what is known of the mask of a text, and the text with ASCII digits."""
        plain = text if text.isascii() else text.translate(ASCII_DIGITS)
        name = plain.encode("utf-8", "surrogatepass").translate(ZEROS)
        known = self._known.get(name)
        if known is None:
            self._make_room()
            shown = name.decode("utf-8", "surrogatepass")
            # A text that counts from a day is read as it stands: what it means is no matter of its numbers' roles.
            known = Known(None if counts(shown, self._language) else mask_of(shown), {})
            self._known[name] = known
        return known, plain

    def _learn(self, unfilled: Iterable[Unfilled]) -> None:
        """Read the specimens of shapes that have no template yet."""
        new = {(id(known), key): (known, key) for _, known, key, _ in unfilled if "" not in key}
        specimens = [(known, key, self._specimen(known, key)) for known, key in new.values()]
        asked = [(known, key, specimen) for known, key, specimen in specimens if specimen]
        answers = self._read([specimen.text for _, _, specimen in asked]) if asked else []
        for (known, key, specimen), answer in zip(asked, answers, strict=True):
            if known.mask:
                hints = self._terms, self._language, self._told
                known.templates[key] = template_of(known.mask, specimen, answer, *hints)
        self._count += len(asked)

    def _specimen(self, known: Known, key: Key) -> Specimen | None:
        avoided = () if self._terms.year is None else (self._terms.year,)
        return known.mask.specimen(key, avoided) if known.mask else None

    def _make_room(self) -> None:
        if self._count >= MOST:
            self._known, self._count = {}, 0
        self._count += 1
