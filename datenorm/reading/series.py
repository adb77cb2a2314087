"""Whole columns in memory: the cells decide together, and what comes back is of the kind that was given."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from datenorm.dates.order import possible_orders
from datenorm.judging.answer import Translation
from datenorm.reading.columns import ColumnEvidence, Open
from datenorm.reading.tally import Tally

SLAB = 8192  # cells that are counted together


@dataclass(frozen=True, slots=True)
class Column:
    """The answers to a column of texts.

    given: the column. answers: one for each cell. evidence: what the cells said of their order, language and century,
    which is what they were read with; None where the caller said all of it.

    `iso`, `status`, `confidence`, `start` and `end` are of the kind of `given`: a pandas series with its index, or an
    index, a Polars series, an Arrow or NumPy array, else a list. Where there is no date, `iso` is missing: NaN, null or
    None.
    """

    given: Any
    answers: Sequence[Translation]
    evidence: ColumnEvidence | None

    @property
    def iso(self) -> Any:
        """The dates, text in ISO 8601."""
        return like(self.given, [answer.iso for answer in self.answers], "iso")

    @property
    def status(self) -> Any:
        """'ok', 'partial', 'ambiguous', 'rejected' or 'empty' for each cell."""
        return like(self.given, [answer.status for answer in self.answers], "status")

    @property
    def confidence(self) -> Any:
        """The probability of each cell's best reading, float, 0..1."""
        return like(self.given, [answer.confidence for answer in self.answers], "confidence")

    @property
    def start(self) -> Any:
        """The first days of what the cells say, text in ISO 8601; missing where it is open or not known."""
        return like(self.given, [answer.start for answer in self.answers], "start")

    @property
    def end(self) -> Any:
        """The last days of what the cells say, text in ISO 8601; missing where it is open or not known."""
        return like(self.given, [answer.end for answer in self.answers], "end")

    @property
    def explained(self) -> str:
        """What decided the order, and the century if that was, for a person; '' where the caller did."""
        return "" if self.evidence is None else self.evidence.explained()


def weighed(answers: Sequence[Translation], evidence: ColumnEvidence) -> Sequence[Translation]:
    """Return answers with no more confidence than what decided them, and with a warning where the century is open."""
    numbers = evidence.numbers
    trust = numbers.trust(numbers.order) if numbers.order else 1.0
    if trust < 1:
        answers = [
            answer.weighed(trust) if answer.iso and len(possible_orders(answer.text)) > 1 else answer
            for answer in answers
        ]
    if evidence.year_first.tells:
        first = evidence.year_first
        answers = [
            first.doubted(answer.text, answer.iso) or answer.weighed(first.trust(answer.text, answer.iso))
            for answer in answers
        ]
    if evidence.years.is_asked:
        answers = [answer.weighed(*evidence.years.weigh(answer.text, answer.iso)) for answer in answers]
    if evidence.meanings.tells:
        answers = [answer.weighed(evidence.meanings.trust(answer.text)) for answer in answers]
    return answers


def gather(texts: Sequence[str], open: Open) -> ColumnEvidence:
    """Return what the cells of a column, its rows numbered from 1, say of what is `open`."""
    tally, evidence = Tally(open), open.evidence()
    for start in range(0, len(texts), SLAB):
        slab = texts[start : start + SLAB]
        tally.add(slab, range(start + 1, start + 1 + len(slab)))
    tally.tell(evidence)
    return evidence


def like(given: Any, values: list[Any], name: str) -> Any:
    """Return `values` as a column of the kind of `given`; `name` is that of a Polars series, which must have one."""
    kind = type(given)
    library = kind.__module__.partition(".")[0]
    if library == "pandas":
        name = name if given.name is None else f"{given.name}_{name}"
        labels = {"index": given.index} if hasattr(given, "index") else {}  # an index has none
        return kind(values, name=name, **labels)
    if library == "polars":
        return kind(f"{given.name}_{name}" if given.name else name, values)
    if library == "pyarrow":
        import pyarrow

        return pyarrow.array(values, pyarrow.float64() if name == "confidence" else pyarrow.string())
    if library == "numpy":
        import numpy as np

        return np.array(values, float if name == "confidence" else object)
    return values
