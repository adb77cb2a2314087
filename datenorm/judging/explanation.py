"""Explanation: why a text has its answer. Each token of it, what claimed or explains it, and the rule that objected."""

from collections.abc import Sequence
from dataclasses import dataclass

from datenorm.judging.agreement import role_of
from datenorm.judging.answer import Translation
from datenorm.judging.rules.case import Case
from datenorm.judging.rules.strength import Strength
from datenorm.text.printable import printable
from datenorm.text.roles import NAMES
from datenorm.text.tokens import Token, tokens

NOTHING = "-"  # the role of a token that nothing explains


@dataclass(frozen=True, slots=True)
class ExplainedToken:
    """One token: its text, its place in the cleaned text, its role ('' where nothing explains it) and its senses.

    pointed: the role that the model's second output names, '' where it has none.
    """

    text: str
    start: int
    end: int
    kind: str
    role: str
    senses: tuple[str, ...]
    pointed: str = ""


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why `answer` is what it is.

    read: the text after the clean-up, as tokens and network see it. reading: the best reading, refused or not.
    strength: how sure the form is that it was written in; None where no network read a date.
    by: 'machine form' where no network was asked, else 'network'. lacking: the field that no token spells, if one.
    specimen: the text of the same shape that was read in its place; None where the text was read as it stands.
    """

    answer: Translation
    read: str
    by: str
    reading: str | None = None
    strength: Strength | None = None
    lacking: str | None = None
    tokens: tuple[ExplainedToken, ...] = ()
    specimen: str | None = None

    def to_dict(self) -> dict[str, object]:
        """Return what `explain --json` prints."""
        return {
            **self.answer.to_dict(),
            "read": self.read,
            "by": self.by,
            "specimen": self.specimen,
            "reading": self.reading,
            "strength": self.strength,
            "lacking": self.lacking,
            "tokens": [
                {"text": one.text, "start": one.start, "end": one.end, "kind": one.kind, "role": one.role}
                | {"senses": list(one.senses), "pointed": one.pointed}
                for one in self.tokens
            ],
        }

    def to_text(self) -> str:
        """Return the explanation for a terminal: the answer, then a line for each token."""
        answer = self.answer
        head = [f"{answer.text!r}: {answer.status}" + (f", {answer.iso}" if answer.iso else "")]
        if answer.reason:
            head.append(f"  because: {answer.reason}" + (f" [{answer.code}]" if answer.code else ""))
        head += [f"  warning: {warning}" for warning in answer.warnings]
        alone = self.by in ("machine form", "relative")
        read_by = "exact code alone; no network was asked" if alone else "the network"
        read_by += f", as {self.specimen!r}" if self.specimen else ""
        form = f", a {self.strength} form" if self.strength else ""
        head.append(f"  read by {read_by}" + (f": {self.reading}{form}" if self.reading else ""))
        return "\n".join([*map(printable, head), *_table(self.tokens)])


def explain(
    answer: Translation, read: str, by: str, reading: str | None, case: Case | str | None, pointed: str = ""
) -> Explanation:
    """Return the explanation of an answer from the case that the rules looked at, or the field that was lacking.

    pointed: the role that the model's second output names for each character of `read`, where it does.
    """
    pointed = pointed if len(pointed) == len(read) else ""
    if isinstance(case, Case):
        known = _explained(case.tokens, case.roles, pointed)
        return Explanation(answer, read, by, reading, case.strength, None, known)
    found = tokens(read)
    return Explanation(answer, read, by, reading, None, case, _explained(found, [""] * len(found), pointed))


def _explained(found: Sequence[Token], roles: Sequence[str], pointed: str) -> tuple[ExplainedToken, ...]:
    return tuple(
        ExplainedToken(
            *(token.text, token.start, token.end, token.kind, role, tuple(sorted(token.senses))),
            NAMES.get(role_of(token, pointed), ""),
        )
        for token, role in zip(found, roles, strict=True)
    )


def _table(found: Sequence[ExplainedToken]) -> list[str]:
    texts = [printable(token.text) for token in found]
    width = max(map(len, texts), default=0)
    points = any(token.pointed for token in found)
    rows = [
        f"  {text:{width}}  {token.role or NOTHING:10}  "
        + (f"{token.pointed or NOTHING:11}  " if points else "")
        + ", ".join(token.senses)
        for text, token in zip(texts, found, strict=True)
    ]
    return [row.rstrip() for row in rows]
