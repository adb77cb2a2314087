"""Cells: what is written of an answer."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from datenorm.translation import Translation

Reader = Callable[[Sequence[str]], Sequence[Translation]]  # texts to their answers, in order


@dataclass(frozen=True, slots=True)
class Policy:
    """What to write where there is no one good date.

    on_ambiguous: 'best' writes the likelier reading. on_reject: 'keep' writes the text. 'fail' ends the run.
    """

    on_ambiguous: Literal["blank", "best", "fail"] = "blank"
    on_reject: Literal["blank", "keep", "fail"] = "blank"

    def date(self, translation: Translation) -> str | None:
        """Return the ISO date to write, None where there is none."""
        if translation.status == "ambiguous" and self.on_ambiguous == "best":
            return translation.alternatives[0].iso
        return translation.iso

    def written(self, translation: Translation) -> str:
        """Return what to write for an answer: its date, the text that is kept, or nothing."""
        kept = translation.text if translation.status == "rejected" and self.on_reject == "keep" else ""
        return self.date(translation) or kept

    def fails(self, translation: Translation) -> bool:
        """Return whether this answer ends the run."""
        policy = {"ambiguous": self.on_ambiguous, "rejected": self.on_reject}.get(translation.status)
        return policy == "fail"


def readings(answer: Translation) -> str:
    """Return the readings of an answer in one cell: '2015-04-03:0.5213 2015-03-04:0.4702'."""
    return " ".join(f"{a.iso}:{a.probability:.4f}" for a in answer.alternatives)
