"""Seen: a text as it was read."""

from dataclasses import dataclass

from datenorm.network.shown import MAX_CHARACTERS
from datenorm.rewriting.page import Page
from datenorm.rewriting.plan import rewritten


@dataclass(frozen=True, slots=True)
class Seen:
    """A text as it was read.

    page: the whole of it, cleaned, with its tokens. order: the one it was read in; told: whether the caller said that
    order, and not only a language or dots. language: the one it was read in, if told. core: where in the page the core
    begins, if the whole of it was too long or too hard for the network, which was shown its core alone.
    """

    page: Page
    order: str | None = None
    language: str | None = None
    told: bool = True
    core: int | None = None

    @classmethod
    def of(cls, text: str, order: str | None = None, language: str | None = None) -> "Seen":
        """Return a text as it is read when its order is told."""
        return cls(rewritten(text, order, language), order, language)

    @property
    def is_hard(self) -> bool:
        """Whether the network failed at the whole text, and was not just shown its core because it is long."""
        return self.core is not None and len(self.page.text) <= MAX_CHARACTERS

    @property
    def law(self) -> str | None:
        """The order that numbers must stand in; None where none was told."""
        return self.order if self.told else None
