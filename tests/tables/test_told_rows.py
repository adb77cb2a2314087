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


OPEN = "day,order,locale,g\n03/04/2018,DMY,,a\n05/06/2018,MDY,de,a\n25/04/2018,{0},,b\n03/04/2018,,en_US,b\n"
# The last row says nothing of itself, and those that do tell nothing of it.
NOTHING_TOLD = "  {}order open: none of 1 numeric date tells DMY from MDY; give --order"
UNTOLD = "  ambiguous: '03/04/2018' 1; give --order or --locale"


@pytest.mark.parametrize(
    ("options", "fourth", "told"),
    [
        (["--order-column", "order", "--locale-column", "locale"], "DMY", []),
        (["--order-column", "order", "--locale-column", "locale", "--on-bad-row", "keep"], "x", []),
        (
            ["--order-column", "order"],
            "DMY",
            [NOTHING_TOLD.format(""), UNTOLD],
        ),
        (
            ["--order-column", "order", "--group-by", "g"],
            "DMY",
            [NOTHING_TOLD.format("b: "), UNTOLD],
        ),
    ],
)
def test_rows_that_all_say_their_order_leave_none_open(
    tmp_path: Path, options: list[str], fourth: str, told: list[str]
) -> None:
    table = tmp_path / "t.csv"
    table.write_text(OPEN.format(fourth))
    result = CliRunner().invoke(main, ["translate", "-i", str(table), "-c", "day", *options])
    assert result.exit_code == 0
    assert [
        line for line in result.stderr.splitlines() if "order " in line and "no order" not in line
    ] == told


def test_a_row_that_says_two_things_wrong_is_one_row(tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text("day,order,locale\n9 May 2018,x,german\n9 May 2018,y,\n")
    columns = ["--order-column", "order", "--locale-column", "locale", "--on-bad-row", "keep"]
    result = CliRunner().invoke(main, ["translate", "-i", str(table), "-c", "day", *columns])
    assert "2 malformed rows left as they are, the first: " in result.stderr
    assert "t.csv:2: 'x' is no order; those are DMY, MDY, YMD; CLDR has no locale 'german'" in result.stderr


def test_a_group_of_a_country_that_counts_otherwise_is_read_so_whatever_else_it_holds(tmp_path: Path) -> None:
    content = b"day,c\n1397/02/19,IR\n2561-12-25,TH\n2018-05-09,DE\n"
    table = tmp_path / "t.csv"
    table.write_bytes(content)
    result = CliRunner().invoke(main, ["translate", "-i", str(table), "-c", "day", "--group-by", "c"])
    rows = csv.DictReader(io.StringIO(result.stdout))
    assert [row["day_iso"] for row in rows] == ["2018-05-09", "2018-12-25", "2018-05-09"]
