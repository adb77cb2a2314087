"""Page and Edit: a text with its tokens, and what a step writes in the place of some of them."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from datenorm.text.lexicon import languages_of, values_in
from datenorm.text.names import weekdays_in
from datenorm.text.tokens import Token, tokens

LONGEST = 1000  # characters; the network is shown far less, and a page of text is no date
NO_SENSES: Mapping[str, str] = {}
THOUSAND = "千"  # in a year in Chinese numerals
EVERYWHERE = ("en", "*")  # English beside the told language, and what is written in all of them


class Edit(NamedTuple):
    """Write `text` over the characters from start to end of a page."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Page:
    """A cleaned text as the steps see it.

    order, language: as told, else None. edited: whether a step has written in it.
    """

    text: str
    order: str | None = None
    language: str | None = None
    edited: bool = False

    @cached_property
    def tokens(self) -> list[Token]:
        """The tokens of the text, cut once."""
        return tokens(self.text)

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The kinds of all senses in the text, and the shapes that a step may look for."""
        numeral = (THOUSAND,) if THOUSAND in self.text else ()
        return frozenset().union(*(token.senses for token in self.tokens), _shapes(self.tokens), numeral)

    @cached_property
    def languages(self) -> Collection[str] | None:
        """The languages that words are looked up in; None for all of them."""
        return (self.language, *EVERYWHERE) if self.language else None

    @cached_property
    def weekdays(self) -> frozenset[int]:
        """The weekdays that the text names, Monday 0; none where no name is surely one."""
        return weekdays_in(self.tokens, self.languages)

    def has(self, i: int, *kinds: str) -> bool:
        """Return whether token `i` is there and has one of these senses in the languages of the text."""
        senses = self.tokens[i].senses if 0 <= i < len(self.tokens) else NO_SENSES
        if senses.keys().isdisjoint(kinds):
            return False
        return self.languages is None or any(
            kind in senses and not languages_of(senses[kind]).isdisjoint(self.languages) for kind in kinds
        )

    def value(self, i: int, kind: str) -> int | None:
        """Return the one value that token `i` has in a sense; None where it has none, or several."""
        if not self.has(i, kind):
            return None
        found = values_in(self.tokens[i].senses[kind], self.languages)
        return next(iter(found)) if len(found) == 1 else None

    def number(self, i: int) -> int | None:
        """Return the number that token `i` is; None for any other token."""
        return int(self.tokens[i].text) if self.is_number(i) else None

    def is_number(self, i: int, *lengths: int) -> bool:
        """Return whether token `i` is a number, of one of these lengths if any are given."""
        if not (0 <= i < len(self.tokens) and self.tokens[i].kind == "number"):
            return False
        return not lengths or len(self.tokens[i].text) in lengths

    def is_unknown(self, i: int) -> bool:
        """Return whether token `i` says that nobody knows a part: UNK; not `un` where it counts, in French."""
        return self.has(i, "unknown") and not (self.language and self.has(i, "day"))

    def is_sign(self, i: int, signs: str) -> bool:
        """Return whether token `i` is one of these signs."""
        return 0 <= i < len(self.tokens) and self.tokens[i].kind == "sign" and self.tokens[i].text in signs

    def is_doubt(self, i: int) -> bool:
        """Return whether token `i` is a question mark behind a date, not in the place of its day.

        1953-09 ? and 1941, apr.? are doubted, 1953-09-? and 1970, Nov ? leave a day open.
        """
        joined = self.is_sign(i - 1, "-/_?") or (self.is_sign(i - 1, ".") and self.is_number(i - 2))
        joined |= self.has(i - 1, "full", "month") and not self.touches(i)
        last = all(self.is_sign(j, ")]") for j in range(i + 1, len(self.tokens)))
        return last and self.is_sign(i, "?") and not joined

    def touches(self, i: int) -> bool:
        """Return whether token `i` stands directly behind the one before it."""
        return 0 < i < len(self.tokens) and self.tokens[i - 1].end == self.tokens[i].start

    def left_out(self, first: int, last: int) -> Edit:
        """Return the edit that leaves out tokens `first` to `last`, with brackets around nothing else."""
        inside = self.is_sign(first - 1, "([{") and self.is_sign(last + 1, ")]}")
        return self.over(first - inside, last + inside, "")

    def over(self, first: int, last: int, text: str) -> Edit:
        """Return the edit that writes `text` over tokens `first` to `last`."""
        return Edit(self.tokens[first].start, self.tokens[last].end, text)


class Step(NamedTuple):
    """One thing that is rewritten. needs: a page without any of these kinds has nothing for it."""

    name: str
    needs: frozenset[str]
    edits: Callable[[Page], Iterable[Edit]]


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Return `text` with edits that don't overlap made in it, its spaces in order.

    >>> edited("?? june 1983", [Edit(0, 2, "")]), edited("9 may", [])
    ('june 1983', '9 may')
    """
    parts, at = [], 0
    for start, end, written in sorted(edits):
        parts += [text[at:start], written]
        at = end
    return " ".join("".join([*parts, text[at:]]).split())


def _shapes(found: list[Token]) -> Iterator[str]:
    """Yield shapes that no sense tells: each sign itself, '0' all zeros, '8' eight digits, 'a1' letters at a digit.

    Four numbers or more, '4', are enough for two dates.
    """
    before, numbers = None, 0
    for token in found:
        if token.kind == "sign":
            yield token.text
        elif token.kind == "number":
            numbers += 1
            if not token.text.strip("0"):
                yield "0"
            elif len(token.text) == 8:
                yield "8"
        if before and before.end == token.start and before.kind != token.kind != "sign" != before.kind:
            yield "a1"
        before = token
    if numbers >= 4:
        yield "4"
