"""Marked: the tokens of a text with their roles, as those ask them who look for its time of day."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from datenorm.text.lexicon import languages_of, values_in
from datenorm.text.tokens import Token


@dataclass(frozen=True, slots=True)
class Marked:
    """Tokens with their roles.

    languages: those that words are looked up in, None for all of them. period: the parts of the day that the day itself
    may say, as `dates.halves` has them: tonight at 8.
    """

    tokens: Sequence[Token]
    roles: Sequence[str]
    languages: Collection[str] | None
    period: frozenset[int] = frozenset()

    def has(self, i: int, *kinds: str) -> bool:
        """Return whether token `i` is there and has one of these senses in the languages of the text."""
        senses = self.tokens[i].senses if 0 <= i < len(self.tokens) else {}
        return any(
            kind in senses
            and (self.languages is None or not languages_of(senses[kind]).isdisjoint(self.languages))
            for kind in kinds
        )

    def values(self, i: int, kind: str) -> frozenset[int]:
        """Return the values that token `i` has in a sense."""
        if not self.has(i, kind):
            return frozenset()
        return values_in(self.tokens[i].senses[kind], self.languages)

    def is_number(self, i: int) -> bool:
        """Return whether token `i` is a number of a time of day."""
        return self.is_any_number(i) and self.roles[i] == "time"

    def is_any_number(self, i: int) -> bool:
        """Return whether token `i` is a number."""
        return 0 <= i < len(self.tokens) and self.tokens[i].kind == "number"

    def role(self, i: int) -> str:
        """Return the role of token `i`; '' where there is none."""
        return self.roles[i] if 0 <= i < len(self.roles) else ""

    def with_zones(self, zone: Collection[int]) -> "Marked":
        """Return the same tokens, these as names of zones; what else has that role is a word that nothing explains."""
        kept = ["" if role == "zone" else role for role in self.roles]
        return replace(self, roles=["zone" if i in zone else role for i, role in enumerate(kept)])

    def is_sign(self, i: int, signs: str) -> bool:
        """Return whether token `i` is one of these signs."""
        return 0 <= i < len(self.tokens) and self.tokens[i].kind == "sign" and self.tokens[i].text in signs

    def touches(self, i: int) -> bool:
        """Return whether token `i` stands directly behind the one before it."""
        return 0 < i < len(self.tokens) and self.tokens[i - 1].end == self.tokens[i].start

    def is_period(self, i: int) -> bool:
        """Return whether token `i` is a part of the day; not an era behind a year, which م may be too."""
        said = self.has(i, "dayperiod") and self.roles[i] in ("time", "day period")
        return said and not self.is_era_or_period(i)

    def is_era_or_period(self, i: int) -> bool:
        """Return whether token `i` may be an era, behind a year, and a part of the day: 2018 م."""
        return self.role(i - 1) == "year" and self.has(i, "dayperiod") and self.has(i, "calendar:common")
