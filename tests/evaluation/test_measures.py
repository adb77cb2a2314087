import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Literal

import numpy as np
import pytest
from click.testing import CliRunner

from datenorm.cli import main
from datenorm.evaluation.diagram import plot
from datenorm.evaluation.measures import (
    Judged,
    Selection,
    aligned_digits,
    bins,
    calibration_error,
    evaluate,
    fields_of,
    figures,
    grouped,
    risk_coverage,
    select,
)
from datenorm.evaluation.report import Report
from datenorm.generation.dataset import Example
from datenorm.judging.answer import Translation
from datenorm.pictures.alignment import Alignment
from datenorm.reading.translator import Translator
from tests.network.fake_network import VOCABULARY, FakeNetwork

BELIEFS = {
    "9 may 2018": {"2018-05-09": 0.9, "2018-05-08": 0.1 / 2, "2018-05-07": 0.1 / 2},
    "9 may 18": {"18-05-09": 1.0},
    "3/4/2015": {"2015-04-03": 0.5, "2015-03-04": 0.5},
    ("3/4/2015", "DMY", "de"): {"2015-04-03": 1.0},
}


def judged(*examples: tuple[Any, ...], hints: Literal["all", "order", "none"] = "all") -> list[Judged]:
    reader = Translator(VOCABULARY, FakeNetwork(BELIEFS), by_shape=False)
    return evaluate(reader, [Example(*example) for example in examples], hints, pivot_year=2046)


def outcomes(*examples: tuple[Any, ...], **options: Any) -> list[str]:
    return [row.outcome for row in judged(*examples, **options)]


def test_a_row_is_right_wrong_refused_or_ambiguous() -> None:
    assert outcomes(
        ("9 may 2018", "2018-05-09"),
        ("9 may 2018", "2018-05-10"),
        ("hello", "2018-05-09"),
        ("3/4/2015", "2015-04-03"),
    ) == ["right", "wrong", "refused", "ambiguous"]


def test_what_is_no_date_is_right_when_it_is_refused_and_wrong_when_it_is_answered() -> None:
    assert outcomes(("hello", "<unk>"), ("", "<unk>"), ("9 may 2018", "<unk>")) == ["right", "right", "wrong"]


def test_two_readings_of_what_is_no_date_are_not_right() -> None:
    assert outcomes(("3/4/2015", "<unk>")) == ["ambiguous"]


def test_a_truth_may_be_the_target_or_the_final_date() -> None:
    assert outcomes(("9 may 18", "18-05-09"), ("9 may 18", "2018-05-09"), ("9 may 18", "1918-05-09")) == [
        "right",
        "right",
        "wrong",
    ]


def test_the_locale_and_order_of_a_row_are_told_unless_forbidden() -> None:
    row = ("3/4/2015", "2015-04-03", "de", "DMY")
    assert outcomes(row) == ["right"]
    assert outcomes(row, hints="none") == ["ambiguous"]


def test_an_order_of_other_fields_is_no_hint() -> None:
    assert outcomes(("9 may 2018", "2018-05-09", "", "MY")) == ["right"]


def test_the_shares_of_a_sample() -> None:
    found = figures(
        judged(
            ("9 may 2018", "2018-05-09"),
            ("9 may 2018", "2018-05-10"),
            ("hello", "2018-05-09"),
            ("3/4/2015", "2015-04-03"),
        )
    )
    shares = (
        found.rows,
        found.exact_match,
        found.right,
        found.wrong,
        found.refused,
        found.ambiguous,
        found.wrong_of_answers,
    )
    assert shares == (4, 0.25, 0.25, 0.25, 0.25, 0.25, 0.5)
    assert found.calibration_error == pytest.approx(0.5)  # two bins of one answer: |1 - 0.9| and |0 - 0.9|
    assert found.alignment_accuracy is None


def test_exact_match_counts_the_likeliest_reading_whatever_became_of_it() -> None:
    found = figures(judged(("3/4/2015", "2015-03-04"), ("3/4/2015", "2015-04-03")))
    assert (found.exact_match, found.right, found.ambiguous) == (0.5, 0.0, 1.0)


def test_a_sample_without_rows_has_no_shares() -> None:
    found = figures([])
    assert (found.rows, found.exact_match, found.calibration_error) == (0, None, None)


def test_groups_stand_with_the_worst_first() -> None:
    rows = judged(
        ("9 may 2018", "2018-05-09", "de", "", "a"),
        ("9 may 2018", "2018-05-09", "fr", "", "b"),
        ("9 may 2018", "2018-05-10", "fr", "", "b"),
    )
    assert [(name, found.rows, found.exact_match) for name, found in grouped(rows, "locale").items()] == [
        ("fr", 2, 0.5),
        ("de", 1, 1.0),
    ]
    assert list(grouped(rows, "kind")) == ["b", "a"]


# Calibration.


def test_bins_hold_equally_many_rows_least_sure_first() -> None:
    confidence = np.linspace(1, 0, 150)
    found = bins(confidence, confidence > 0.5)
    assert [rows for _, _, rows in found] == [10] * 15
    assert [mean for mean, _, _ in found] == sorted(mean for mean, _, _ in found)
    assert (found[0][1], found[-1][1]) == (0.0, 1.0)


def test_calibration_error_is_the_gap_between_confidence_and_share_right() -> None:
    assert calibration_error(np.full(100, 0.8), np.arange(100) % 2 == 0) == pytest.approx(0.3, abs=0.02)
    assert calibration_error(np.full(20, 1.0), np.ones(20, bool)) == 0.0
    # Over- and underconfident bins do not cancel: 16 sure and wrong, 14 unsure and right.
    confidence, right = np.repeat([0.9, 0.1], [16, 14]), np.repeat([False, True], [16, 14])
    assert calibration_error(confidence, right) == pytest.approx(0.9)


def answered(confidence: float, right: bool) -> Judged:
    example = Example("9 may 2018", "2018-05-09")
    iso = "2018-05-09" if right else "2018-05-10"
    answer = Translation(example.text, iso, "ok", confidence)
    return Judged(example, "2018-05-09", answer, answer)


def test_what_the_user_gets_has_the_bar_of_the_translator_and_the_likeliest_reading_has_none() -> None:
    network = FakeNetwork({"9 may 2018": {"2018-05-09": 0.7, "<unk>": 0.3}})
    reader = Translator(VOCABULARY, network, min_confidence=0.8, by_shape=False)
    [row] = evaluate(reader, [Example("9 may 2018", "2018-05-09")])
    assert (row.outcome, row.answer.iso, row.best) == ("refused", None, "2018-05-09")
    assert row.unsure.iso == "2018-05-09" and row.unsure.confidence == pytest.approx(0.7)
    assert select([row], 0.0) == Selection(0.0, 1.0, 0.0)


def test_risk_and_coverage_fall_with_the_threshold() -> None:
    refused = judged(("hello", "2018-05-09"))
    rows = [answered(0.99, True), answered(0.6, False), answered(0.7, True), *refused]
    assert select(rows, 0.0) == Selection(0.0, 0.75, 1 / 3)
    assert select(rows, 0.65) == Selection(0.65, 0.5, 0.0)
    assert select(rows, 1.0) == Selection(1.0, 0.0, None)
    coverage, risk = risk_coverage(rows)
    assert coverage.tolist() == [0.25, 0.5, 0.75]
    assert risk.tolist() == [0.0, 0.0, 1 / 3]


def test_the_table_of_risk_and_coverage_is_in_the_report() -> None:
    report = Report.of([answered(0.99, True), answered(0.6, False)])
    assert "\n0.5              100.00%  50.00%\n" in report.to_text()
    assert report.to_dict()["risk_coverage"][-1] == {"min_confidence": 0.99, "coverage": 0.5, "risk": 0.0}


def test_a_reliability_diagram_is_a_png(tmp_path: Path) -> None:
    plot(judged(("9 may 2018", "2018-05-09"), ("hello", "<unk>")), tmp_path / "reliability.png")
    plot([], tmp_path / "empty.png")
    for name in ("reliability.png", "empty.png"):
        assert (tmp_path / name).read_bytes().startswith(b"\x89PNG")


# Alignment.


def looking(text: str, symbols: Sequence[str], places: Iterable[int]) -> Alignment:
    """Return an alignment in which each symbol looks at one place of a text."""
    weights = np.eye(len(text), dtype=np.float32)[list(places)]
    return Alignment(
        tuple(text), tuple(range(len(text))), tuple(symbols), weights, Translation(text, None, "ok", 1.0)
    )


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("2018-05-09", [0, 0, 0, 0, None, 1, 1, None, 2, 2]),
        ("18-05", [0, 0, None, 1, 1]),
        ("--05-09", [None, None, 1, 1, None, 2, 2]),
        (["<unk>"], [None]),
    ],
)
def test_each_symbol_of_a_target_belongs_to_a_field(
    target: str | list[str], expected: list[int | None] | list[None]
) -> None:
    assert fields_of(target) == expected


def test_digits_count_when_they_look_hardest_at_their_own_field() -> None:
    alignment = looking(
        "9.5.2018", "2018-05-09", [4, 5, 6, 0, 0, 2, 2, 0, 0, 3]
    )  # one digit of the year, one of the day
    assert aligned_digits(alignment, ((4, 8), (2, 3), (0, 1))) == (6, 8)


def test_fields_without_a_span_are_not_counted() -> None:
    alignment = looking("9.5.", "--05-09", [0, 0, 2, 2, 0, 0, 0])
    assert aligned_digits(alignment, (None, (2, 3), None)) == (2, 2)


def test_spans_count_characters_as_they_were_typed() -> None:
    # An accent typed apart joins its letter before the network sees it: what follows moves one place to the left.
    text = "9 a\u0301 2018"
    composed = looking("9 á 2018", "2018", [4, 5, 6, 7])
    alignment = Alignment(
        composed.characters,
        composed.positions,
        composed.symbols,
        composed.weights,
        Translation(text, None, "ok", 1.0),
    )
    assert aligned_digits(alignment, ((5, 9), None, None)) == (4, 4)


def test_alignment_is_measured_on_right_answers_where_roles_are_given() -> None:
    roles = "yyyyyyyyyy"
    rows = judged(
        ("9 may 2018", "2018-05-09", "", "", "", "", roles),
        ("9 may 2018", "2018-05-10", "", "", "", "", roles),
        ("hello", "<unk>"),
    )
    assert [row.digits for row in rows] == [(4, 4), (0, 0), (0, 0)]
    assert figures(rows).alignment_accuracy == 1.0


# Reports.


def test_a_report_is_a_table_in_percent() -> None:
    report = Report.of(
        judged(("9 may 2018", "2018-05-09", "de"), ("9 may 2018", "2018-05-10", "fr")), by="locale"
    )
    lines = report.to_text().splitlines()
    assert lines[:3] == [
        "rows                        2",
        "exact match            50.00%",
        "right                  50.00%",
    ]
    assert "alignment accuracy          -" in lines
    assert lines[-3].split()[:3] == ["locale", "rows", "exact_match"]
    assert [line.split()[:3] for line in lines[-2:]] == [["fr", "1", "0.00%"], ["de", "1", "100.00%"]]


def test_a_report_is_json_in_shares() -> None:
    report = Report.of(judged(("9 may 2018", "2018-05-09", "de")), by="locale")
    data = json.loads(json.dumps(report.to_dict()))
    assert (data["rows"], data["exact_match"], data["by"]) == (1, 1.0, "locale")
    assert data["groups"][0]["locale"] == "de"
    assert "groups" not in Report.of([]).to_dict()


def test_a_plot_under_another_name_than_a_png_is_refused(tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text("text,iso\n9 May 2018,2018-05-09\n")
    result = CliRunner().invoke(main, ["evaluate", str(table), "--plot", str(tmp_path / "p.jpg")])
    assert (result.exit_code, (tmp_path / "p.jpg").exists()) == (2, False)
    assert "p.jpg: the plot is a PNG; name it .png" in result.stderr
