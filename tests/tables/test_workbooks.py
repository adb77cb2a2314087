"""Which sheet of a workbook is read, what is kept of it, and what a reader finds that computes nothing."""

import io
import re
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from datenorm.cli import main
from tests.tables.test_other_formats import (  # noqa: F401  # folder: a fixture that each test uses
    FORMULAS,
    folder,
    rows_of,
    run,
    with_formulas,
)

openpyxl = pytest.importorskip("openpyxl")


def written(*sheets: tuple[str, list[list[Any]]]) -> Any:
    """Write in.xlsx with these sheets, the first of which is shown."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets:
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save("in.xlsx")
    return book


def cells_of(name: str, sheet: str, values: bool = False) -> list[tuple[Any, ...]]:
    return list(openpyxl.load_workbook(name, data_only=values)[sheet].values)


DAYS = [["day"], ["9 May 2018"], ["10 May 2018"]]
THREE = (("2017", [["day"], ["8 May 2017"]]), ("Orders", DAYS), ("Bills ", [["day"], ["=1+1"], ["x"]]))


@pytest.mark.parametrize(
    ("said", "sheet"),
    [("Orders", "Orders"), ("orders ", "Orders"), ("2", "Orders"), ("2017", "2017"), ("bills", "Bills ")],
)
def test_the_sheet_that_is_told_is_read_and_no_other_is_changed(said: str, sheet: str) -> None:
    written(*THREE)
    told = run("-i", "in.xlsx", "-o", "out.xlsx", "--sheet", said).stderr
    assert f"\nsheet {sheet!r}\n" in told
    for title, rows in THREE:
        found = cells_of("out.xlsx", title)
        assert [row[:1] for row in found] == [tuple(row) for row in rows]
        assert len(found[0]) == (4 if title == sheet else 1)


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_a_hidden_sheet_is_read_only_where_no_other_has_the_column(state: str) -> None:
    book = written(("Cover", [["Orders"]]), ("Lookup", [["day"], ["8 May 2017"]]), ("Data", DAYS))
    book["Lookup"].sheet_state = state
    book.save("in.xlsx")
    assert "\nsheet 'Data', one of 3;" in run("-i", "in.xlsx", "-o", "out.xlsx").stderr
    assert len(cells_of("out.xlsx", "Lookup")[0]) == 1
    del book["Data"]
    book.save("in.xlsx")
    assert "\nsheet 'Lookup', which is hidden, one of 2;" in run("-i", "in.xlsx", "-o", "out.xlsx").stderr


def test_without_a_sheet_told_the_summary_says_which_is_read_and_that_there_are_more() -> None:
    written(*THREE)
    assert (
        "\nsheet '2017', one of 3; --sheet reads another\n" in run("-i", "in.xlsx", "-o", "out.xlsx").stderr
    )
    written(("Notes", [["nothing"]]), ("Orders", [["Title"], [" day", "n"], ["9 May 2018", 1]]))
    said = run("-i", "in.xlsx", "-o", "out.xlsx").stderr  # found without the spaces around it, as in a CSV
    assert "\nsheet 'Orders', one of 2; --sheet reads another\n" in said


@pytest.mark.parametrize("said", ["Order", "0", "4", "-1", ""])
def test_a_sheet_that_is_not_there_is_one_line_with_those_that_are(said: str) -> None:
    written(*THREE)
    told = run("-i", "in.xlsx", "-o", "out.xlsx", "--sheet", said, status=1).stderr
    assert told == f"Error: in.xlsx: no sheet {said!r}; the sheets are 2017, Orders, Bills \n"


def test_a_chart_in_front_is_no_sheet_of_cells() -> None:
    book = written(("Orders", DAYS))
    chart = openpyxl.chart.BarChart()
    chart.add_data(openpyxl.chart.Reference(book["Orders"], min_col=1, min_row=1, max_row=3))
    book.create_chartsheet("Chart", 0).add_chart(chart)
    book.active = 0
    book.save("in.xlsx")
    assert "\nsheet 'Orders'\n" in run("-i", "in.xlsx", "-o", "out.xlsx").stderr
    run("-i", "in.xlsx", "-o", "out.xlsx", "--sheet", "2")
    assert "the sheets are Orders" in run("-i", "in.xlsx", "-o", "x.xlsx", "--sheet", "1", status=1).stderr


def test_the_row_of_the_header_may_be_told() -> None:
    written(("Orders", [["day", "x"], ["title", None], ["day", "n"], ["9 May 2018", 1]]))
    run("-i", "in.xlsx", "-o", "out.csv", "--header-row", "3")
    assert [(row["day_iso"], row["n"]) for row in rows_of("out.csv")] == [("2018-05-09", "1")]
    command = "translate -i in.xlsx -c 1 -o out.xlsx --no-header --skip-lines 3 -j 1"
    main(command.split(), standalone_mode=False)
    assert [row[2:3] for row in cells_of("out.xlsx", "Orders")] == [
        (None,),
        (None,),
        (None,),
        ("2018-05-09",),
    ]


@pytest.mark.parametrize("row", ["1", "9", "5000000"])
def test_a_header_row_without_names_is_one_line(row: str) -> None:
    written(("Orders", [[], ["day"], ["9 May 2018"]]))
    run("-i", "in.xlsx", "-o", "out.xlsx")
    said = run("-i", "in.xlsx", "-o", "out.xlsx", "--header-row", row, status=1).stderr
    assert said == (
        f"Error: in.xlsx: row {int(row):,} of sheet 'Orders' must name the columns, and it is empty; "
        "--header-row says which does\n"
    )


def test_new_columns_stand_behind_the_last_cell_whatever_is_formatted() -> None:
    book = written(("Orders", [["day", "n"], ["9 May 2018", 1]]))
    book["Orders"].cell(2, 16_384).number_format = "0.00"
    book.save("in.xlsx")
    run("-i", "in.xlsx", "-o", "out.xlsx")
    assert cells_of("out.xlsx", "Orders")[0][:5] == ("day", "n", "day_iso", "day_status", "day_confidence")
    book["Orders"].merge_cells("A3:D3")
    book.save("in.xlsx")
    run("-i", "in.xlsx", "-o", "out.xlsx")
    assert cells_of("out.xlsx", "Orders")[0][:5] == ("day", "n", None, None, "day_iso")


def test_a_lone_cell_far_below_is_one_row() -> None:
    book = written(("Orders", [["day"], ["9 May 2018"]]), ("Far", [["x"]]))
    book["Orders"].cell(1 << 20, 1).value = "hello"
    book["Orders"].cell(1 << 20, 1 << 14).number_format = book["Far"].cell(1 << 20, 1 << 14).number_format = (
        "0.00"
    )
    book.save("in.xlsx")
    assert "2 rows\n" in run("-i", "in.xlsx", "-o", "out.xlsx").stderr
    sheet = openpyxl.load_workbook("out.xlsx")["Orders"]
    assert [sheet.cell(row, 3).value for row in (1, 2, 1 << 20)] == ["day_status", "ok", "rejected"]


def test_a_bold_word_within_a_cell_stays_bold() -> None:
    from openpyxl.cell.rich_text import CellRichText, TextBlock
    from openpyxl.cell.text import InlineFont

    book = written(("Orders", DAYS))
    book["Orders"]["A2"] = rich = CellRichText("9 ", TextBlock(InlineFont(b=True), "May"), " 2018")
    book.save("in.xlsx")
    run("-i", "in.xlsx", "-o", "out.xlsx")
    sheet = openpyxl.load_workbook("out.xlsx", rich_text=True)["Orders"]
    assert (sheet["A2"].value, sheet["B2"].value) == (rich, "2018-05-09")


def test_what_computes_nothing_still_finds_the_values_of_formulas() -> None:
    with_formulas(*FORMULAS)
    before = cells_of("in.xlsx", "Sheet", values=True)
    run("-i", "in.xlsx", "-o", "out.xlsx")
    after = cells_of("out.xlsx", "Sheet", values=True)
    assert [row[:2] for row in after] == before
    assert (after[1][0], after[2][0], after[3][0]) == (datetime(2018, 8, 9), None, "9 May 2018")
    assert [row[:2] for row in cells_of("out.xlsx", "Sheet")] == cells_of("in.xlsx", "Sheet")
    run("-i", "out.xlsx", "-o", "again.xlsx", "--overwrite")  # a run upon our own output finds them as well
    assert [row[2] for row in cells_of("again.xlsx", "Sheet")] == [row[2] for row in after]


def test_a_workbook_that_says_nothing_of_computing_is_computed_when_it_is_opened() -> None:
    written(("Orders", [["day", "n"], ["9 May 2018", "=1+1"]]))
    with zipfile.ZipFile("in.xlsx") as old:
        parts = {name: old.read(name) for name in old.namelist()}
    parts["xl/workbook.xml"] = re.sub(b"<calcPr[^>]*>", b"", parts["xl/workbook.xml"])
    with zipfile.ZipFile("in.xlsx", "w") as new:
        for name, content in parts.items():
            new.writestr(name, content)
    run("-i", "in.xlsx", "-o", "out.xlsx")
    assert openpyxl.load_workbook("out.xlsx").calculation.fullCalcOnLoad


def test_values_of_formulas_go_where_dates_replace_what_they_may_be_of() -> None:
    with_formulas(*FORMULAS)
    book = openpyxl.load_workbook("in.xlsx")
    book["Sheet"]["A6"] = "9 May 2018"
    file = io.BytesIO()
    book.save(file)
    Path("in.xlsx").write_bytes(file.getvalue())
    said = run("-i", "in.xlsx", "-o", "out.xlsx", "--replace").stderr
    assert "values of formulas" in said
    assert {row[1] for row in cells_of("out.xlsx", "Sheet", values=True)[1:]} == {None}


@pytest.mark.parametrize(
    ("name", "options", "told"),
    [
        ("in.csv", "--sheet 1", "a .csv has no use for --sheet"),
        ("in.xlsx", "--delimiter ;", "a .xlsx has no use for --delimiter"),
        ("in.xlsx", "--encoding cp1252", "a .xlsx has no use for --encoding"),
        ("in.jsonl", "--no-header", "a .jsonl has no use for --no-header"),
        ("in.json", "--header-row 2", "a .json has no use for --header-row"),
    ],
)
def test_options_of_other_formats_are_refused(name: str, options: str, told: str) -> None:
    Path(name).write_text("day\n")
    assert told in run("-i", name, "-o", f"out{Path(name).suffix}", *options.split(), status=2).stderr


def test_a_row_of_a_workbook_that_says_no_order_may_be_left() -> None:
    written(("Orders", [["day", "how"], ["03/04/2018", "DMY"], ["03/04/2018", "day first"]]))
    options = ("-i", "in.xlsx", "-o", "out.xlsx", "--order-column", "how")
    assert "in.xlsx: row 3: 'day first' is no order" in run(*options, status=1).stderr
    run(*options, "--on-bad-row", "keep")
    assert [row[3] for row in cells_of("out.xlsx", "Orders")] == ["day_status", "ok", "rejected"]
