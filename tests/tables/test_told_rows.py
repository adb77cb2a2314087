"""Rows that say how they are written: what they say wrong is told with its place, or the row is left as it is."""

import csv
import io
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from datenorm.cli import main

ROWS = "day,locale,order,today\n9 May 2018,german,DMY,2018-05-09\n9. Mai 2018,de,day first,\n3 days ago,,dmy,soon\n"


def run(tmp_path: Path, *options: str) -> Result:
    table = tmp_path / "t.csv"
    table.write_text(ROWS)
    return CliRunner().invoke(main, ["translate", "-i", str(table), "-c", "day", *options])


def statuses(result: Result) -> list[str]:
    return [row["day_status"] for row in csv.DictReader(io.StringIO(result.stdout))]


@pytest.mark.parametrize(
    ("option", "row", "complaint"),
    [
        ("locale", 2, "CLDR has no locale 'german'"),
        ("order", 3, "'day first' is no order; those are DMY, MDY, YMD"),
    ],
)
def test_a_row_that_says_no_order_or_locale_is_named_or_left_as_it_is(
    tmp_path: Path, option: str, row: int, complaint: str
) -> None:
    failed = run(tmp_path, f"--{option}-column", option)
    assert failed.exit_code == 1
    assert f"t.csv:{row}: {complaint}" in failed.stderr
    kept = run(tmp_path, f"--{option}-column", option, "--on-bad-row", "keep")
    assert kept.exit_code == 0
    assert f"1 malformed row left as it is: {tmp_path}/t.csv:{row}: {complaint}" in kept.stderr
    assert "  1 whose row says what cannot be, the first: " in kept.stderr
    expected = ["ok", "ok", "rejected"]
    expected[row - 2] = "rejected"
    assert statuses(kept) == expected
    replaced = run(tmp_path, f"--{option}-column", option, "--on-bad-row", "keep", "--replace")
    assert replaced.stdout.splitlines()[row - 1] == ROWS.splitlines()[row - 1]


def test_a_day_that_is_none_is_told_in_the_summary(tmp_path: Path) -> None:
    result = run(tmp_path, "--today-column", "today")
    assert statuses(result) == ["ok", "ok", "rejected"]
    reason = "the day that it counts from is no day or time of ISO 8601: 'soon'"
    assert f"  1 whose row says what cannot be, the first: '3 days ago': {reason}" in result.stderr
