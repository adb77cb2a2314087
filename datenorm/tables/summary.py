"""Summary: what came of a conversion, as lines for a person to act on and as a report."""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from datenorm.judging.answer import AHEAD, BAD_HINT, STATUSES, Status
from datenorm.reading.centuries import DOUBT
from datenorm.reading.columns import ColumnEvidence
from datenorm.reading.decisions import DECIDED, REJECTED
from datenorm.reading.shapes import shaper
from datenorm.tables.bad_rows import BadRows
from datenorm.tables.cells import Written
from datenorm.tables.groups import Group
from datenorm.tables.settled import suspected
from datenorm.text.names import months_in

UNREAD: tuple[Status, ...] = ("ambiguous", "rejected")
COMMONEST, COUNTED = 10, 10_000  # shapes of unread cells of a status: shown, and counted at a time
SUSPECTED = 1000  # refused cells that are looked at as numbers
GROUPS = 20  # that the summary shows; a report has them all
SHOWN = 40  # characters of a text in the summary


class Unread(NamedTuple):
    """Cells of one shape that got no date: the first of them, how many there are, and whether others differ from it.

    settle: what would give them one, as the reason has it; '' where nothing would.
    """

    status: Status
    text: str
    cells: int
    settle: str
    alike: bool = False

    def and_others(self, other: "Unread") -> "Unread":
        """Return these cells with others of the same shape that come after them."""
        alike = self.alike or other.alike or other.text != self.text
        return self._replace(cells=self.cells + other.cells, alike=alike)

    def __str__(self) -> str:
        return f"{'like ' if self.alike else ''}{_cut(self.text)!r} {self.cells:,}"


class Odd(NamedTuple):
    """Cells of which something odd is to be said: how many, the first of them, and what is odd about it."""

    cells: int
    text: str
    words: str

    def and_others(self, other: "Odd") -> "Odd":
        """Return these cells with others that come after them."""
        return self._replace(cells=self.cells + other.cells)


WARNING = "warning"  # what is odd: an answer with a warning, or a refusal with one of these codes
REFUSALS = {
    "told-order": "in another order",
    BAD_HINT: "whose row says what cannot be",
    REJECTED: "refused by --shapes",
}
# Kinds of warnings that are counted by themselves, by the words they begin with.
WARNINGS = {AHEAD: "future-year", DOUBT: "century", DECIDED: "decided"}
ODD = {
    WARNING: "odd",
    **dict.fromkeys(WARNINGS.values(), "odd"),
    **REFUSALS,
    "decided": "decided by --shapes",
}


@dataclass(slots=True)
class Summary:
    """What came of a conversion: rows, and of each column the statuses of its cells and the shapes of unread ones.

    evidence: what each column said of how it is written, by group; empty where that was given. later: what the
    rows said that came after those that decided. bad: rows that were not as they should be. notes: what else there is
    to say of the file. locales: those that groups are called after. chosen: the orders that were taken as the
    likeliest, where cells do not tell theirs. told: by group, whether all of its rows say their order or locale
    themselves; none where no column says it. odd: by column, how many cells have a warning or contradict their order,
    and the first of them. numbers: by column, some cells that nobody could read and that may be serials or epochs.
    """

    rows: int = 0
    statuses: dict[str, Counter[str]] = field(default_factory=dict)
    unread: dict[str, dict[Hashable, Unread]] = field(default_factory=dict)
    evidence: Mapping[tuple[str, Group], ColumnEvidence] = field(default_factory=dict)
    later: Mapping[tuple[str, Group], ColumnEvidence] = field(default_factory=dict)
    bad: BadRows = field(default_factory=BadRows)
    notes: Sequence[str] = ()
    locales: Mapping[Group, str] = field(default_factory=dict)
    chosen: Mapping[tuple[str, Group], str] = field(default_factory=dict)
    told: dict[Group, bool] = field(default_factory=dict)
    odd: dict[tuple[str, str], Odd] = field(default_factory=dict)
    numbers: dict[str, list[str]] = field(default_factory=dict)

    @classmethod
    def empty(cls, columns: Sequence[str], evidence: Mapping[tuple[str, Group], ColumnEvidence]) -> "Summary":
        """Return the summary of no rows yet."""
        statuses = {name: Counter[str]() for name in columns}
        return cls(0, statuses, {name: {} for name in columns}, evidence)

    def add(self, other: "Summary") -> None:
        """Take in what came of other rows of the same columns; the evidence stays what it is."""
        self.rows += other.rows
        self.bad.add(other.bad)
        for column, statuses in other.statuses.items():
            self.statuses[column].update(statuses)
            self._count_unread(column, other.unread[column].items())
            numbers = [*self.numbers.get(column, ()), *other.numbers.get(column, ())]
            self.numbers[column] = numbers[:SUSPECTED]
        for key, odd in other.odd.items():
            self.odd[key] = self.odd[key].and_others(odd) if key in self.odd else odd
        for group, told in other.told.items():
            self.told[group] = self.told.get(group, True) and told
        self.locales = {**self.locales, **other.locales}
        self.chosen = {**self.chosen, **other.chosen}

    def count(self, column: str, answers: Sequence[Written]) -> None:
        """Count the answers to cells of a column."""
        self.statuses[column].update([answer.status for answer in answers])
        self._count_odd(column, answers)
        shape = shaper()
        found = [
            ((answer.status, shape(answer.text)), Unread(answer.status, answer.text, 1, answer.settle))
            for answer in answers
            if answer.status in UNREAD
        ]
        self._count_unread(column, found)

    def _count_odd(self, column: str, answers: Sequence[Written]) -> None:
        odd_ones = (answer for answer in answers if answer.warnings or answer.code in REFUSALS)
        for answer in odd_ones:
            for kind, words in _odd_about(answer).items():
                key, odd = (column, kind), Odd(1, answer.text, words)
                self.odd[key] = self.odd[key].and_others(odd) if key in self.odd else odd
        numbers = self.numbers.setdefault(column, [])
        if len(numbers) < SUSPECTED:
            numbers += [answer.text for answer in answers if answer.status == "rejected"][
                : SUSPECTED - len(numbers)
            ]

    def _is_called_after(self, column: str, group: Group, evidence: ColumnEvidence) -> bool:
        """Return whether a group is read as its name says: its cells have not decided their order."""
        decided = evidence.numbers.order or (column, group) in self.chosen
        return group in self.locales and not decided

    def _called_after(self, column: str, found: Sequence[tuple[Group, ColumnEvidence]]) -> list[str]:
        called = [group for group, evidence in found if self._is_called_after(column, group, evidence)]
        called = called[:GROUPS]
        named = ", ".join(f"{group} ({self.locales[group]})" for group in called)
        return [f"  as people write where the group is called after: {named}"] if called else []

    def _odd_lines(self, column: str) -> list[str]:
        """Return what is odd about a column: numbers that may be dates, and texts that contradict themselves."""
        lines = []
        statuses = self.statuses[column]
        if 2 * statuses["rejected"] > statuses.total() - statuses["empty"]:
            lines += [f"  {sentence}"] if (sentence := suspected(self.numbers.get(column, ()))) else []
        for kind, what in ODD.items():
            if odd := self.odd.get((column, kind)):
                lines.append(f"  {odd.cells:,} {what}, the first: {_cut(odd.text)!r}: {odd.words}")
        return lines

    def _count_unread(self, column: str, found: Iterable[tuple[Hashable, Unread]]) -> None:
        unread = self.unread[column]
        for shape, cells in found:
            unread[shape] = unread[shape].and_others(cells) if shape in unread else cells
        if len(unread) > COUNTED:  # the seldom ones go, so that memory stays flat
            commonest = sorted(unread.items(), key=lambda item: -item[1].cells)
            self.unread[column] = dict(commonest[: COUNTED // 2])

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

    def _of_another_century(self, column: str, group: Group) -> str | None:
        """Return what later rows say against the century that was decided on."""
        later = self.later.get((column, group))
        return self.evidence[column, group].years.contradicted(later.years) if later else None

    def _otherwise_meant(self, column: str, group: Group) -> list[str]:
        """Return what later rows say against what was decided on of texts that may mean two things."""
        later = self.later.get((column, group))
        return self.evidence[column, group].meanings.contradicted(later.meanings) if later else []

    def _later_year_first(self, column: str) -> list[str]:
        """Return what later rows say against year, month, day, where those that decided said nothing."""
        told = {key for key, evidence in self.evidence.items() if evidence.year_first.tells}
        found = [
            (key[1], later.year_first)
            for key, later in self.later.items()
            if key[0] == column and later.year_first.tells and key not in told
        ]
        return [f"  {group}{': ' * bool(group)}later, {later.explained()}" for group, later in found[:GROUPS]]

    def _commonest(self, column: str, status: str) -> list[Unread]:
        """Return the shapes of unread cells, those with most cells first."""
        found = [cells for cells in self.unread[column].values() if cells.status == status]
        return sorted(found, key=lambda cells: -cells.cells)

    def _unread_lines(self, column: str, status: str) -> list[str]:
        """Return the commonest shapes of unread cells, a line for each thing that would settle some of them."""
        common = self._commonest(column, status)[:COMMONEST]
        settled: dict[str, list[str]] = {}
        for cells in common:
            settled.setdefault(cells.settle, []).append(str(cells))
        return [
            f"  {status}: {', '.join(shown)}{'; ' * bool(settle)}{settle}"
            for settle, shown in settled.items()
        ]

    def lines(self) -> list[str]:
        """Return the summary as lines for a person."""
        lines = [
            f"{self.rows:,} row{'s' * (self.rows != 1)}",
            *self.notes,
            *self.bad.explained(),
        ]
        for column, statuses in self.statuses.items():
            lines.append(f"{column}: {_counted(statuses)}")
            found = [
                (group, evidence)
                for (name, group), evidence in self.evidence.items()
                if name == column and evidence.tells
            ]
            unread = [months_in(cells.text) for cells in self._commonest(column, "ambiguous")]
            for group, evidence in found[:GROUPS]:
                if self._is_called_after(column, group, evidence):
                    continue
                is_open = evidence.is_of_order and not self.told.get(group)
                ordered = is_open and (evidence.numbers.told.cells or not group)
                chosen = self.chosen.get((column, group))
                besides = "beside what --shapes decides, " * bool(
                    self.odd.keys() & {(column, "decided"), (column, REJECTED)}
                )
                said = [besides + evidence.numbers.explained(chosen)] if ordered else []
                if evidence.names.language or any(months in evidence.names.open for months in unread):
                    said.append(evidence.names.explained())
                said += [one.explained() for one in (evidence.year_first, evidence.years) if one.tells]
                said += evidence.meanings.explained()
                lines += [f"  {group}{': ' * bool(group)}{sentence}" for sentence in said]
                against = [self._contradicted(column, group), self._of_another_century(column, group)]
                against += self._otherwise_meant(column, group)
                lines += [f"    but later {words}" for words in against if words]
            lines += [f"  and {len(found) - GROUPS:,} more groups"] if len(found) > GROUPS else []
            lines += self._called_after(column, found) + self._later_year_first(column)
            for status in UNREAD:
                lines += self._unread_lines(column, status)
            lines += self._odd_lines(column)
        return lines

    def to_dict(self) -> dict[str, Any]:
        """Return the summary as `--report` writes it."""
        return {
            "rows": self.rows,
            "bad_rows": {"count": self.bad.count, "first": self.bad.first or None},
            "undecoded_rows": {"count": self.bad.undecoded, "first": self.bad.first_undecoded or None},
            "columns": [
                {
                    "name": column,
                    "statuses": {status: statuses[status] for status in STATUSES},
                    "unread": [
                        cells._asdict() for status in UNREAD for cells in self._commonest(column, status)
                    ],
                    "odd": [
                        {"kind": kind, **odd._asdict()}
                        for (name, kind), odd in self.odd.items()
                        if name == column
                    ],
                    "orders": [
                        {
                            "group": group,
                            **evidence.numbers.to_dict(),
                            "read_as": evidence.numbers.order or self.chosen.get((name, group)),
                            "contradicted": self._contradicted(name, group),
                        }
                        for (name, group), evidence in self.evidence.items()
                        if name == column and evidence.is_of_order
                    ],
                    "year_first": [
                        {"group": group, **evidence.year_first.to_dict()}
                        for (name, group), evidence in self.evidence.items()
                        if name == column and evidence.year_first.tells
                    ],
                    "centuries": [
                        {
                            "group": group,
                            **evidence.years.to_dict(),
                            "contradicted": self._of_another_century(name, group),
                        }
                        for (name, group), evidence in self.evidence.items()
                        if name == column and evidence.years.cells
                    ],
                    "meanings": [
                        {
                            "group": group,
                            **evidence.meanings.to_dict(),
                            "contradicted": self._otherwise_meant(name, group),
                        }
                        for (name, group), evidence in self.evidence.items()
                        if name == column and evidence.meanings.tells
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


def _odd_about(answer: Written) -> Mapping[str, str]:
    """Return what is odd about an answer: the words for each kind of thing, once in a cell."""
    if answer.code in REFUSALS:
        return {answer.code: answer.reason}
    return {_kind_of(words): words for words in reversed(answer.warnings)}


def _kind_of(warning: str) -> str:
    return next((kind for words, kind in WARNINGS.items() if warning.startswith(words)), WARNING)


def _counted(statuses: Counter[str]) -> str:
    """Return counts in words.

    >>> _counted(Counter(ok=12, ambiguous=2))
    '12 ok, 2 ambiguous'
    """
    return ", ".join(f"{statuses[s]:,} {s}" for s in STATUSES if statuses[s]) or "no cells"


def _cut(text: str) -> str:
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"
