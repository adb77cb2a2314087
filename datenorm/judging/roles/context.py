"""Context: a text whose fields are claimed, as those ask it who say what the rest is."""

from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import NamedTuple

from datenorm.dates.targets import Target
from datenorm.judging.claims import Claimed, Claims
from datenorm.judging.spelled import languages_of_month
from datenorm.text.lexicon import MAJOR, languages_of
from datenorm.text.tokens import Token

EVERYWHERE = frozenset(("en", "*"))  # what stands beside the text's own language, and after it

# Senses of words that govern a date, or lead to it: these say the same in a text of another language, ab 6 maj 1989.
GOVERNING = frozenset(
    (
        *(f"{name}{side}" for name in ("bound", "circa", "negated", "offset", "between") for side in "<>"),
        *("every<", "from<", "to", "or", "label", "connector", "street"),
    )
)

CLAIMED = ("year", "month", "day")


class Context(NamedTuple):
    """A text whose fields are claimed, with what is needed to say what the rest is.

    languages: those that words are looked up in, None for all of them. first, last: the claimed tokens at the ends.
    """

    tokens: Sequence[Token]
    claims: Claims
    target: Target
    languages: frozenset[str] | None
    used: frozenset[int]
    first: int
    last: int

    @classmethod
    def of(cls, claimed: Claimed, target: Target, language: str | None) -> "Context":
        used = frozenset(i for group in claimed.claims.values() for i in group)
        spoken = _languages(claimed, target, language)
        return cls(claimed.tokens, claimed.claims, target, spoken, used, min(used), max(used))

    @property
    def is_open(self) -> bool:
        """Whether the text may be of several languages: none is told, and several have the month's name."""
        return self.languages is None or len(self.languages - {"en", "*"}) > 1

    def has(self, i: int, *kinds: str) -> bool:
        """Return whether token `i` is there and has one of these senses in the languages of the text."""
        if not 0 <= i < len(self.tokens):
            return False
        senses = self.tokens[i].senses
        found = [kind for kind in kinds if kind in senses]
        if not found or self.languages is None:
            return bool(found)
        if any(not languages_of(senses[kind]).isdisjoint(self.languages) for kind in found):
            return True
        foreign = [languages_of(senses[kind]) for kind in found if kind in GOVERNING]
        return bool(foreign) and not self._languages_of(i).isdisjoint(frozenset().union(*foreign))

    def _languages_of(self, i: int) -> frozenset[str]:
        """Return the languages to look word `i` up in: the text's; where these lack it, its own as well.

        A word of two letters is looked up in major languages alone, a letter in those of the text.
        """
        spoken, letters = self.languages or MAJOR, len(self.tokens[i].text)
        if self.knows(i) or letters == 1:
            return spoken
        if letters == len("ab"):
            return spoken | MAJOR
        return spoken.union(*map(languages_of, self.tokens[i].senses.values()))

    def knows(self, i: int) -> bool:
        """Return whether a language of the text is known, and has word `i`."""
        meant = self.tokens[i].senses.values()
        return self.languages is not None and any(
            not languages_of(languages).isdisjoint(self.languages) for languages in meant
        )

    def has_claimed(self, name: str, i: int) -> bool:
        """Return whether field `name` has claimed token `i`."""
        return i in self.claims.get(name, ())

    def has_number(self, i: int) -> bool:
        """Return whether token `i` is there and a number."""
        return 0 <= i < len(self.tokens) and self.tokens[i].kind == "number"

    def means(self, i: int, kinds: Collection[str], unless: Collection[str]) -> bool:
        """Return whether a language of the text has the word `i` in one of these senses and in none of the others."""
        if not 0 <= i < len(self.tokens):
            return False
        senses = self.tokens[i].senses
        found = [languages_of(senses[kind]) for kind in kinds if kind in senses]
        if not found:
            return False
        others = frozenset().union(*(languages_of(senses[kind]) for kind in unless if kind in senses))
        if self.languages is None and "en" in others:
            return False  # where nothing is told, English is what it most likely is
        spoken = frozenset().union(*found) - others
        if self.languages is None or "*" in others:
            return bool(spoken) and "*" not in others
        languages = self.languages if GOVERNING.isdisjoint(kinds) else self._languages_of(i)
        own = EVERYWHERE.isdisjoint(spoken & languages) or others.isdisjoint(languages)
        return own and not spoken.isdisjoint(languages)

    def touches(self, i: int) -> bool:
        """Return whether token `i` stands directly behind the one before it."""
        return 0 < i < len(self.tokens) and self.tokens[i - 1].end == self.tokens[i].start


def _languages(claimed: Claimed, target: Target, language: str | None) -> frozenset[str] | None:
    """Return the languages to look words up in: the text's own, or those that have its month's name, and English."""
    if language:
        return frozenset((language, "en", "*"))
    if "month" not in claimed.claims:
        return None
    names = [claimed.tokens[i] for i in claimed.claims["month"]]
    found = frozenset().union(*map(languages_of_month, names))
    return found | {"en", "*"} if found else None


def is_free(context: Context, found: Sequence[str], i: int) -> bool:
    """Return whether token `i` is there and has no role yet."""
    return 0 <= i < len(found) and not found[i]


def is_number(context: Context, found: Sequence[str], i: int, most: int = 99, digits: int = 2) -> bool:
    """Return whether token `i` is a free number up to `most`, of so many digits at most."""
    if not is_free(context, found, i):
        return False
    token = context.tokens[i]
    return (
        token.kind == "number"
        and len(token.text) <= digits
        and (len(token.text) > 2 or int(token.text) <= most)
    )


def is_sign(context: Context, i: int, signs: str) -> bool:
    """Return whether token `i` is one of these signs."""
    return (
        0 <= i < len(context.tokens) and context.tokens[i].kind == "sign" and context.tokens[i].text in signs
    )


def joints_of(context: Context) -> list[str]:
    """Return what stands between the claimed tokens, in the order of the text."""
    places = sorted(context.used)
    tokens = context.tokens
    return ["".join(token.text for token in tokens[i + 1 : j]) for i, j in pairwise(places)]
