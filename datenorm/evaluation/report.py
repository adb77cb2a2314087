"""Report: the figures of a sample, and of its groups, as JSON has them and as a person reads them."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from datenorm.evaluation.measures import Figures, Judged, Selection, figures, grouped, select
from datenorm.text.printable import printable

THRESHOLDS = (0.0, 0.5, 0.85, 0.9, 0.95, 0.99)  # of confidence, in the table of risk and coverage


@dataclass(frozen=True, slots=True)
class Report:
    """The figures of a sample, at some thresholds of confidence, and of its groups by one of its columns."""

    whole: Figures
    selections: Sequence[Selection] = ()
    by: str | None = None
    groups: Mapping[str, Figures] = field(default_factory=dict)

    @classmethod
    def of(cls, judged: Sequence[Judged], by: str | None = None) -> "Report":
        selections = [select(judged, threshold) for threshold in THRESHOLDS]
        return cls(figures(judged), selections, by, grouped(judged, by) if by else {})

    def to_dict(self) -> dict[str, Any]:
        """Return the figures as `evaluate --json` prints them: shares 0..1, groups worst first."""
        groups = [{self.by: name, **asdict(found)} for name, found in self.groups.items()] if self.by else []
        return {
            **asdict(self.whole),
            "risk_coverage": [asdict(selection) for selection in self.selections],
            **({"by": self.by, "groups": groups} if self.by else {}),
        }

    def to_text(self) -> str:
        """Return the figures as a person reads them: in percent, one to a line, then one line for each group."""
        lines = [
            f"{name.replace('_', ' '):<20}{_shown(figure):>9}" for name, figure in asdict(self.whole).items()
        ]
        kept = [
            [f"{one.min_confidence:g}", _shown(one.coverage), _shown(one.risk)] for one in self.selections
        ]
        lines += _table(["min confidence", "coverage", "risk"], kept)
        if self.by:
            rows = [
                [printable(name) or "-", *map(_shown, asdict(found).values())]
                for name, found in self.groups.items()
            ]
            lines += _table([self.by, *Figures.__slots__], rows)
        return "\n".join(lines)


def _shown(figure: float | int | None) -> str:
    if isinstance(figure, float):
        return f"{figure:.2%}"
    return "-" if figure is None else str(figure)


def _table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """Return the lines of a table, an empty one before it."""
    lines = [header, *rows]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return ["", *(_row(line, widths) for line in lines)]


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    others = (cell.rjust(width) for cell, width in zip(cells[1:], widths[1:], strict=True))
    return "  ".join([cells[0].ljust(widths[0]), *others])
