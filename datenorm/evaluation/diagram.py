"""Diagram: how well confidence tells right answers from wrong ones, as a picture."""

from collections.abc import Sequence
from pathlib import Path

from datenorm.evaluation.measures import (
    Judged,
    bins,
    calibration_error,
    reliability_of,
    risk_coverage,
    unsure_answers,
)
from datenorm.files import complete_file


def plot(judged: Sequence[Judged], path: Path) -> None:
    """Draw the reliability diagram of all dates read, and the risk-coverage curve beside it, as a PNG."""
    from matplotlib.figure import Figure  # an extra, and a second to import: for those who ask for a picture

    confidence, right = reliability_of(unsure_answers(judged))
    figure = Figure(figsize=(10, 5), layout="constrained")
    reliability, risk = figure.subplots(1, 2)
    reliability.plot([0, 1], [0, 1], color="#98a4b3", linewidth=1, label="calibrated")
    points = bins(confidence, right)
    if points:
        means, shares, _ = zip(*points, strict=True)
        label = f"answers, in {len(points)} bins of equally many (error {calibration_error(confidence, right):.3f})"
        reliability.plot(means, shares, "o-", color="#2864a8", label=label)
    reliability.set(xlabel="confidence", ylabel="share right", xlim=(0, 1.02), ylim=(0, 1.02))
    reliability.legend(loc="upper left", frameon=False)
    coverage, wrong = risk_coverage(judged)
    risk.plot(100 * coverage, 100 * wrong, color="#2864a8")
    risk.set(
        xlabel="texts that get a date, the surest first (%)", ylabel="of these, wrong (%)", xlim=(0, 102)
    )
    risk.set_ylim(bottom=0)
    for axes in (reliability, risk):
        axes.spines[["top", "right"]].set_visible(False)
    with complete_file(path) as picture:
        figure.savefig(picture, format="png", dpi=150, metadata={"Software": "datenorm"})
