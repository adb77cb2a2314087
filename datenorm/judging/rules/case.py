"""Case: a reading before the rules, and what a rule is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from datenorm.dates.targets import Target
from datenorm.judging.claims import Claimed
from datenorm.judging.roles.assignment import roles
from datenorm.judging.roles.context import Context
from datenorm.judging.rules.strength import Strength, strength
from datenorm.text.tokens import Token


@dataclass(frozen=True, slots=True)
class Case:
    """A reading before the rules: its tokens, what each is, and what was told."""

    text: str
    iso: str
    context: Context
    roles: Sequence[str]
    strength: Strength
    order: str | None
    language: str | None
    misspelt: bool
    core: bool

    @classmethod
    def of(
        cls,
        text: str,
        iso: str,
        target: Target,
        claimed: Claimed,
        order: str | None,
        language: str | None,
        core: bool = False,
    ) -> "Case":
        """Return the case of a cleaned text and what its fields claimed.

        core: whether the network could read this in a part of the text alone; a fair form is then a weak one.
        """
        context = Context.of(claimed, target, language)
        found, strong = roles(context), strength(context, claimed.misspelt)
        strong = "weak" if core and strong == "fair" else strong
        return cls(text, iso, context, found, strong, order, language, claimed.misspelt, core)

    @property
    def tokens(self) -> Sequence[Token]:
        """The tokens of the text."""
        return self.context.tokens

    @property
    def is_named(self) -> bool:
        """Whether a word spells the month."""
        return any(self.tokens[i].kind == "word" for i in self.context.claims.get("month", ()))

    def left(self) -> list[int]:
        """Return the tokens without any role."""
        return [i for i, role in enumerate(self.roles) if not role]

    def between(self, i: int, j: int) -> str:
        """Return the text between two tokens."""
        return self.text[self.tokens[i].end : self.tokens[j].start]


class Rule(NamedTuple):
    """A reason to refuse. code: stable, for machines. why: what it is for. objects: what it says, None if nothing."""

    code: str
    why: str
    objects: Callable[[Case], str | None]
