"""Summary: what came of a conversion, as lines for a person to act on and as a report."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from datenorm.judging.answer import STATUSES, Status
from datenorm.reading.columns import ColumnEvidence
from datenorm.tables.bad_rows import BadRows
from datenorm.tables.cells import Written
from datenorm.text.names import months_in

UNREAD: tuple[Status, ...] = ("ambiguous", "rejected")
COMMONEST, COUNTED = 10, 10_000  # unread texts of a status that are shown, and how many are counted at a time
GROUPS = 20  # that the summary shows; a report has them all
SHOWN = 40  # characters of a text in the summary

Group = str  # a cell of the column that the rows are grouped by; '' for all of them


@dataclass(slots=True)
class Summary:
    """What came of a conversion: rows, and of each column the statuses of its cells and the commonest unread texts.

    evidence: what each column said of its order and language, by group; empty where they were given. later: what the
    rows said that came after those that decided. bad: rows that were passed through as they are.
    """

    rows: int = 0
    statuses: dict[str, Counter[str]] = field(default_factory=dict)
    unread: dict[str, Counter[tuple[str, str]]] = field(default_factory=dict)
    evidence: Mapping[tuple[str, Group], ColumnEvidence] = field(default_factory=dict)
    later: Mapping[tuple[str, Group], ColumnEvidence] = field(default_factory=dict)
    bad: BadRows = field(default_factory=BadRows)

    @classmethod
    def empty(cls, columns: Sequence[str], evidence: Mapping[tuple[str, Group], ColumnEvidence]) -> "Summary":
        """Return the summary of no rows yet."""
        statuses = {name: Counter[str]() for name in columns}
        return cls(0, statuses, {name: Counter() for name in columns}, evidence)

    def add(self, other: "Summary") -> None:
        """Take in what came of other rows of the same columns; the evidence stays what it is."""
        self.rows += other.rows
        self.bad.count += other.bad.count
        self.bad.first = self.bad.first or other.bad.first
        for column, statuses in other.statuses.items():
            self.statuses[column].update(statuses)
            self._count_unread(column, other.unread[column])

    def count(self, column: str, answers: Sequence[Written]) -> None:
        """Count the answers to cells of a column."""
        self.statuses[column].update([answer.status for answer in answers])
        unread = ((answer.status, answer.text) for answer in answers if answer.status in UNREAD)
        self._count_unread(column, Counter(unread))

    def _count_unread(self, column: str, found: Counter[tuple[str, str]]) -> None:
        unread = self.unread[column]
        unread.update(found)
        if len(unread) > COUNTED:  # the seldom ones go, so that memory stays flat
            self.unread[column] = Counter(dict(unread.most_common(COUNTED // 2)))

    def unread_share(self, column: str) -> float:
        """Return how much of a column's cells, empty ones apart, got no date: 0..1."""
        statuses = self.statuses[column]
        asked = statuses.total() - statuses["empty"]
        return (statuses["rejected"] + statuses["ambiguous"]) / asked if asked else 0.0

    def _contradicted(self, column: str, group: Group) -> str | None:
        """Return what later rows say against the order that was decided on."""
        decided, later = self.evidence[column, group].numbers.order, self.later.get((column, group))
        return (
            later.numbers.ruled_out(decided)
            if decided and later and later.numbers.told.against[decided]
            else None
        )

    def _commonest(self, column: str, status: str) -> list[tuple[str, int]]:
        texts = Counter(
            {text: count for (kind, text), count in self.unread[column].items() if kind == status}
        )
        return texts.most_common(COMMONEST)

    def lines(self) -> list[str]:
        """Return the summary as lines for a person."""
        lines = [
            f"{self.rows:,} row{'s' * (self.rows != 1)}",
            *([self.bad.explained()] if self.bad.count else []),
        ]
        for column, statuses in self.statuses.items():
            lines.append(f"{column}: {_counted(statuses)}")
            found = [(group, evidence) for (name, group), evidence in self.evidence.items() if name == column]
            unread = [months_in(text) for status, text in self.unread[column] if status == "ambiguous"]
            for group, evidence in found[:GROUPS]:
                said = [evidence.numbers.explained()] * bool(evidence.numbers.told.cells or not group)
                if evidence.names.language or any(months in evidence.names.open for months in unread):
                    said.append(evidence.names.explained())
                lines += [f"  {group}{': ' * bool(group)}{sentence}" for sentence in said]
                contradicted = self._contradicted(column, group)
                lines += [f"    but later {contradicted}"] if contradicted else []
            lines += [f"  and {len(found) - GROUPS:,} more groups"] if len(found) > GROUPS else []
            for status in UNREAD:
                common = [f"{_cut(text)!r} {count:,}" for text, count in self._commonest(column, status)]
                lines += [f"  {status}: {', '.join(common)}"] if common else []
        return lines

    def to_dict(self) -> dict[str, Any]:
        """Return the summary as `--report` writes it."""
        return {
            "rows": self.rows,
            "bad_rows": {"count": self.bad.count, "first": self.bad.first or None},
            "columns": [
                {
                    "name": column,
                    "statuses": {status: statuses[status] for status in STATUSES},
                    "unread": [
                        {"status": status, "text": text, "cells": count}
                        for status in UNREAD
                        for text, count in self._commonest(column, status)
                    ],
                    "orders": [
                        {
                            "group": group,
                            **evidence.numbers.to_dict(),
                            "contradicted": self._contradicted(name, group),
                        }
                        for (name, group), evidence in self.evidence.items()
                        if name == column
                    ],
                    "languages": [
                        {"group": group, **evidence.names.to_dict()}
                        for (name, group), evidence in self.evidence.items()
                        if name == column and evidence.names.open
                    ],
                }
                for column, statuses in self.statuses.items()
            ],
        }


def _counted(statuses: Counter[str]) -> str:
    """Return counts in words.

    >>> _counted(Counter(ok=12, ambiguous=2))
    '12 ok, 2 ambiguous'
    """
    return ", ".join(f"{statuses[s]:,} {s}" for s in STATUSES if statuses[s]) or "no cells"


def _cut(text: str) -> str:
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"
