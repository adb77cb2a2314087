"""Cells that may mean two things, and what the column of a table says of them."""

import csv
import io
import json
from pathlib import Path

from click.testing import CliRunner

from datenorm.cli import main


def converted(folder: Path, cells: list[str], *options: str) -> tuple[list[dict[str, str]], str]:
    """Return the rows that become of a table of one column, and what is said on stderr."""
    table = folder / "t.csv"
    table.write_text("when\n" + "".join(f"{cell}\n" for cell in cells), encoding="utf-8")
    ran = CliRunner().invoke(main, ["translate", "-i", str(table), "-c", "when", *options])
    assert ran.exit_code == 0, ran.stderr
    return list(csv.DictReader(io.StringIO(ran.stdout))), ran.stderr


CST = ["9 January 2018 10:00 CST", "9 January 2018 10:00 EST", "10 January 2018 9:30 PST"]
TOLD = "CST is America/Chicago: EST, 1 (row 2: '9 January 2018 10:00 EST'), is of its countries"


def test_a_table_reads_an_abbreviation_as_its_other_cells_say(tmp_path: Path) -> None:
    rows, said = converted(tmp_path, CST, "--as", "datetime")
    assert rows[0]["when_iso"] == "2018-01-09T10:00-06:00"
    assert f"  {TOLD}\n" in said


def test_rows_that_contradict_a_decision_are_told(tmp_path: Path) -> None:
    cells = [*CST[:2], "9 January 2018 10:00 CET"]
    rows, said = converted(tmp_path, cells, "--as", "datetime", "--order-from", "2")
    assert rows[0]["when_iso"] == "2018-01-09T10:00-06:00"
    assert (
        "but later 1 (row 3: '9 January 2018 10:00 CET') is of no country with CST as America/Chicago" in said
    )
    rows, said = converted(tmp_path, cells, "--as", "datetime")
    assert rows[0]["when_status"] == "ambiguous"
    assert "CST is open beside EST 1 (row 2: '9 January 2018 10:00 EST'), CET 1 (row 3:" in said


def test_a_table_reads_a_year_with_a_number_as_its_other_cells_say(tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    rows, said = converted(
        tmp_path, ["1998-03", "1910-55", "1933-45"], "--as", "interval", "--report", str(report)
    )
    assert (rows[0]["when_start"], rows[0]["when_end"]) == ("1998-01-01", "2003-12-31")
    assert "is two years: 2 (row 2: '1910-55') can be nothing else" in said
    [column] = json.loads(report.read_text("utf-8"))["columns"]
    [meanings] = column["meanings"]
    assert meanings["pairs"]["sense"] == "years"
    assert meanings["pairs"]["years"] == {"cells": 2, "row": 2, "text": "1910-55"}


def test_a_column_decides_what_is_open_in_each_of_its_cells(tmp_path: Path) -> None:
    rows, _ = converted(tmp_path, ["2001/7", "2001/13"], "--as", "edtf")
    assert [row["when_iso"] for row in rows] == ["2001/2007", "2001/2013"]
    rows, _ = converted(tmp_path, ["2001/7", "2001/05/03"], "--as", "edtf")
    assert [row["when_iso"] for row in rows] == ["2001-07", "2001-05-03"]


def test_cells_of_a_table_that_contradict_each_other_are_open(tmp_path: Path) -> None:
    rows, said = converted(tmp_path, ["2021-45", "2023-01", "2021-17", "2018-19"], "--as", "interval")
    assert {row["when_status"] for row in rows} == {"ambiguous", "rejected"}
    assert "a year with a number is open: 1 (row 3: '2021-17') can be no month and no years" in said
    rows, _ = converted(tmp_path, ["1998-03", "1998-07-05", "1910-55"], "--as", "interval")
    assert [row["when_status"] for row in rows] == ["ambiguous", "ok", "ok"]
