"""Whole columns in memory: the cells decide together, and what comes back is of the kind that was given."""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from datenorm.dates.order import possible_orders
from datenorm.judging.answer import Translation
from datenorm.reading.columns import ColumnEvidence, OrderEvidence
from datenorm.reading.shapes import shaper


@dataclass(frozen=True, slots=True)
class Column:
    """The answers to a column of texts.

    given: the column. answers: one for each cell. evidence: what the cells said of their order and their language,
    which is what they were read with; None where the caller said it.

    `iso`, `status`, `confidence`, `start` and `end` are of the kind of `given`: a pandas series with its index, a
    Polars series, an Arrow or NumPy array, else a list. Where there is no date, `iso` is missing: NaN, null or None.
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
        """What decided the order, as a sentence for a person; '' where the caller did."""
        return "" if self.evidence is None else self.evidence.numbers.explained()


def trusted(answers: Sequence[Translation], evidence: OrderEvidence) -> Sequence[Translation]:
    """Return answers with no more confidence than the order has that decided them."""
    trust = evidence.trust(evidence.order) if evidence.order else 1.0
    if trust == 1:
        return answers
    return [
        answer._replace(confidence=min(answer.confidence, trust))
        if answer.iso and len(possible_orders(answer.text)) > 1
        else answer
        for answer in answers
    ]


def gather(texts: Iterable[str]) -> ColumnEvidence:
    """Return what the cells of a column, its rows numbered from 1, say of their order and language."""
    shape = shaper()
    first: dict[Hashable, tuple[int, str]] = {}
    counts: Counter[Hashable] = Counter()
    for row, text in enumerate(texts, 1):
        name = shape(text)
        counts[name] += 1
        if name not in first:
            first[name] = row, text
    evidence = ColumnEvidence()
    for known, (row, text) in first.items():
        evidence.add(row, text, counts[known])
    return evidence


def like(given: Any, values: list[Any], name: str) -> Any:
    """Return `values` as a column of the kind of `given`; `name` is that of a Polars series, which must have one."""
    kind = type(given)
    library = kind.__module__.partition(".")[0]
    if library == "pandas" and hasattr(given, "index"):
        name = name if given.name is None else f"{given.name}_{name}"
        return kind(values, index=given.index, name=name)
    if library == "polars":
        return kind(f"{given.name}_{name}" if given.name else name, values)
    if library == "pyarrow":
        import pyarrow

        return pyarrow.array(values, pyarrow.float64() if name == "confidence" else pyarrow.string())
    if library == "numpy":
        import numpy as np

        return np.array(values, float if name == "confidence" else object)
    return values
