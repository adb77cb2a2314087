"""The century of two-digit years in tables: what a column in memory says, a table says as well, however it is read."""

import csv
import io
import json
from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from datenorm.cli import main
from datenorm.dates.calendar import default_pivot
from datenorm.reading.columns import Open
from datenorm.reading.translator import default_translator
from datenorm.tables.cells import cell_reader
from datenorm.tables.conversion import convert, survey
from datenorm.tables.delimited import DelimitedTable
from datenorm.tables.request import Request
from datenorm.tables.summary import Summary

ARCHIVE = ["4/12/1862", "9/5/89", "25/12/1870", "1/1/1911", "12 March 03"]
ISO = ["1862-12-04", "1889-05-09", "1870-12-25", "1911-01-01", "1903-03-12"]
OPEN = Open(pivot=2046)


def converted(
    cells: Sequence[Sequence[str]], order: str | None = None, **options: Any
) -> tuple[list[dict[str, str]], Summary]:
    """Return the rows that become of a table of days and places, and the summary. order: as told."""
    written = io.StringIO()
    csv.writer(written).writerows([["day", "place"], *cells])
    content = written.getvalue().encode()
    request = Request(["day"], **{"open": OPEN, **options})
    surveyed = None
    if not request.order_from:
        surveyed = survey(DelimitedTable(io.BytesIO(content), "t.csv"), request)
    output = io.BytesIO()
    read = cell_reader(partial(default_translator().translate_many, order=order), request.open)
    summary = convert(DelimitedTable(io.BytesIO(content), "t.csv"), output, read, request, surveyed)
    return list(csv.DictReader(io.StringIO(output.getvalue().decode()))), summary


def isos(cells: Sequence[Sequence[str]], **options: Any) -> list[str]:
    return [row["day_iso"] for row in converted(cells, **options)[0]]


def test_an_archive_is_read_in_its_century_and_that_is_told() -> None:
    cells = [(cell, "") for cell in ARCHIVE]
    rows, summary = converted(cells)
    assert [row["day_iso"] for row in rows] == ISO
    told = "two-digit years 1836 to 1935: 3 of four digits are from 1862 (row 1: '4/12/1862') to 1911 (row 4: '1/1/1911')"
    assert f"  {told}" in summary.lines()
    [column] = summary.to_dict()["columns"]
    assert column["centuries"] == [
        {
            "group": "",
            "pivot_year": 1935,
            "four_digit_years": 3,
            "first": {"year": 1862, "row": 1, "text": "4/12/1862"},
            "last": {"year": 1911, "row": 4, "text": "1/1/1911"},
            "contradicted": None,
        }
    ]
    assert isos(cells, open=Open(pivot=None))[1] == "1989-05-09"


def test_where_no_cell_has_two_digits_nothing_is_told() -> None:
    _, summary = converted([("4/12/1862", ""), ("25/12/1870", "")])
    assert not any("two-digit" in line for line in summary.lines())


def test_each_group_has_its_century() -> None:
    cells = [
        ("4/12/1862", "old"),
        ("9/5/89", "old"),
        ("25/12/1870", "old"),
        ("9/5/89", "new"),
        ("25/12/2001", "new"),
    ]
    rows, summary = converted(cells, group_by="place")
    assert [row["day_iso"] for row in rows] == [
        "1862-12-04",
        "1889-05-09",
        "1870-12-25",
        "1989-05-09",
        "2001-12-25",
    ]
    assert [line for line in summary.lines() if "two-digit" in line] == [
        "  old: two-digit years 1816 to 1915: 2 of four digits are from 1862 (row 1: '4/12/1862') to 1870 (row 3: '25/12/1870')"
    ]


def test_the_first_rows_decide_and_a_later_year_that_contradicts_is_told() -> None:
    cells = [(cell, "") for cell in [*ARCHIVE, "6/7/1999"]]
    rows, summary = converted(cells, order_from=4)
    assert rows[4]["day_iso"] == "1903-03-12"
    assert "    but later there is 1999 (row 6: '6/7/1999')" in summary.lines()
    assert isos(cells, order_from=9)[4] == "2003-03-12"


def test_two_centuries_and_years_to_come_are_counted_with_the_first_of_them() -> None:
    cells = ["9/5/1870", "31/5/89", "31/5/88", "31/5/45", "31/5/2011", "Sunday 31/5/89"]
    _, summary = converted([(cell, "") for cell in cells])
    weekday = "the text says Sunday, but 1989-05-31 is a Wednesday"
    assert summary.lines()[-3:] == [
        f"  1 odd, the first: 'Sunday 31/5/89': {weekday}",
        "  1 odd, the first: '31/5/45': its year of two digits is in the future: 2045",
        "  3 odd, the first: '31/5/89': its year may be 1889 as well, as others of the column are",
    ]


CELLS = [
    *ARCHIVE,
    "31 May 1862",
    "31/5/62",
    "1/1/1911",
    "9 May 45",
    "5/6/1999",
    "31.12.2012",
    "2018-13-05",
    "2018-05-06",
    "hello",
    "",
    "May '89",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(CELLS), min_size=1, max_size=12), st.sampled_from([None, "DMY"]))
def test_a_table_is_read_as_the_column_in_memory_is(cells: list[str], order: str | None) -> None:
    column = default_translator().translate_column(cells, order=order)
    left = Open(order is None, default_pivot(date.today()))
    rows, _ = converted([(cell, "") for cell in cells], order, open=left)
    answers = [(answer.iso or "", answer.status, f"{answer.confidence:.4f}") for answer in column.answers]
    assert [(row["day_iso"], row["day_status"], row["day_confidence"]) for row in rows] == answers


def test_the_command_decides_unless_it_is_told(tmp_path: Path) -> None:
    table, report = tmp_path / "t.csv", tmp_path / "report.json"
    table.write_text("\n".join(["day", *ARCHIVE]))
    arguments = ["translate", "--input", str(table), "-c", "day"]

    def second(*options: str) -> str:
        result = CliRunner().invoke(main, [*arguments, *options])
        assert result.exit_code == 0, result.output
        return result.stdout.splitlines()[2].split(",")[1]

    assert second("--report", str(report)) == "1889-05-09"
    assert json.loads(report.read_text())["columns"][0]["centuries"][0]["pivot_year"] == 1935
    assert second("--order", "DMY") == second("--order-from", "3") == "1889-05-09"
    assert second("--pivot-year", "2046") == "1989-05-09"
    folder = tmp_path / "many"
    folder.mkdir()
    for name, rows in {"a.csv": ARCHIVE[:2], "b.csv": ARCHIVE[2:]}.items():
        (folder / name).write_text("\n".join(["day", *rows]))
    many = ["translate", "--input", str(folder), "--output", str(tmp_path / "out"), "-c", "day"]
    told = CliRunner().invoke(main, many).stderr
    assert "from 1862 (a.csv row 1: '4/12/1862') to 1911 (b.csv row 2: '1/1/1911')" in told
    assert "9/5/89,1889-05-09" in (tmp_path / "out" / "a.csv").read_text()
