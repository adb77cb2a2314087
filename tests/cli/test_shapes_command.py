import csv
import io
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from datenorm.cli import main

ORDERS = "id,day\n1,03/04/2015\n2,04/25/2015\n3,25/04/2015\n4,Lot 12/2019\n5,9 May 2018\n6,05/06/2015\n"


@pytest.fixture
def orders(tmp_path: Path) -> Path:
    path = tmp_path / "orders.csv"
    path.write_text(ORDERS, "utf-8")
    return path


def run(*arguments: object) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, list(map(str, arguments)))
    return result.exit_code, result.stdout, result.stderr


def test_shapes_are_listed_commonest_first(orders: Path) -> None:
    status, out, _ = run("shapes", orders, "--column", "day")
    assert status == 0
    assert re.split(" {2,}", out.splitlines()[1].strip()) == [
        "2",
        "33.3%",
        "03/04/2015",
        "dd/MM/y or MM/dd/y",
        "2015-03-04 or 2015-04-03",
        "ambiguous; give --order or --locale",
    ]


def test_edited_decisions_are_obeyed(orders: Path, tmp_path: Path) -> None:
    path = tmp_path / "shapes.csv"
    assert run("shapes", orders, "--column", "day", "-o", path)[0] == 0
    rows = list(csv.DictReader(path.open(encoding="utf-8", newline="")))
    for row in rows:
        row["decision"] = {"ambiguous": "MDY"}.get(row["status"], "accept")
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)
    status, out, _ = run(
        "translate", "--input", orders, "--column", "day", "--shapes", path, "--output", "-", "--jobs", 1
    )
    assert status == 0
    dates = [row["day_iso"] for row in csv.DictReader(io.StringIO(out))]
    assert dates == ["2015-03-04", "2015-04-25", "2015-04-25", "", "2018-05-09", "2015-05-06"]


def test_a_file_of_decisions_without_the_column_is_told(orders: Path) -> None:
    status, _, err = run(
        "translate", "--input", orders, "--column", "day", "--shapes", orders, "--output", "-"
    )
    assert status == 1
    assert f"{orders}: shapes need the columns status, layout and decision; 'status' is missing" in err


def test_code_for_fixed_layouts_is_printed(orders: Path) -> None:
    status, out, _ = run("shapes", orders, "--column", "day", "--code", "python")
    assert (status, "'%d %B %Y'" in out) == (0, True)
    assert "%d/%m/%Y" not in out  # the column has both orders


def test_a_column_that_is_not_there_is_told(orders: Path) -> None:
    status, _, err = run("shapes", orders, "--column", "date")
    assert status == 1
    assert "no column 'date'" in err


HEADER = "rows,share,example,layout,language,reading,status,settle,decision\n"
OPEN = "2,0.3,03/04/2015,dd/MM/y or MM/dd/y,,,ambiguous,give --order or --locale,"
LOT = "1,0.1,Lot 12/2019,'Lot' ##/####,,,rejected,,"


def obeyed(orders: Path, content: bytes | str) -> tuple[int, str, str]:
    path = orders.with_name("shapes.csv")
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return run("translate", "-i", orders, "-c", "day", "--shapes", path, "-o", "-", "--jobs", 1)


@pytest.mark.parametrize("said", ["yyyy/MM/dd", "YMD", "MM.dd.y", "MMM d, y"])
def test_a_decision_that_does_not_fit_its_shape_is_told(orders: Path, said: str) -> None:
    quoted = f'"{said}"'
    status, _, err = obeyed(orders, f"{HEADER}{LOT}\n{OPEN}{quoted}\n")
    assert status == 1
    told = f"shapes.csv:3: {said} does not fit '03/04/2015', which is written dd/MM/y or MM/dd/y"
    assert told in err


@pytest.mark.parametrize("said", ["MM/dd/y", "M/d/yyyy", "mdy"])
def test_a_decision_that_fits_says_nothing(orders: Path, said: str) -> None:
    status, out, err = obeyed(orders, f"{HEADER}{OPEN}{said}\n")
    assert (status, "shapes.csv" in err) == (0, False)
    assert "03/04/2015,2015-03-04," in out


def test_decisions_that_change_nothing_are_told_with_their_line(orders: Path) -> None:
    status, _, err = obeyed(orders, f"{HEADER}{OPEN}\n{LOT}accept\n{LOT}DMY\n".replace("Lot 12", "Lot 13", 1))
    assert status == 1  # decided in two ways
    status, _, err = obeyed(orders, f"{HEADER}{OPEN}accept\n{LOT}accept\n")
    first, second, *_ = err.splitlines()
    assert status == 0
    changes = "an order or a layout reads it"
    assert first.endswith(f"shapes.csv:2: accept changes nothing: '03/04/2015' is ambiguous; {changes}")
    assert second.endswith(f"shapes.csv:3: accept changes nothing: 'Lot 12/2019' is rejected; {changes}")
    assert (
        "shapes.csv:2: DMY may change nothing: 'Lot 12/2019' has no reading"
        in (obeyed(orders, f"{HEADER}{LOT}DMY\n")[2])
    )


@pytest.mark.parametrize(
    ("delimiter", "encoding"), [(";", "utf-8"), (";", "utf-8-sig"), ("\t", "utf-16"), (",", "utf-16")]
)
def test_what_a_spreadsheet_saved_is_read(orders: Path, delimiter: str, encoding: str) -> None:
    content = f"{HEADER}{OPEN}MDY\n".replace(",", delimiter).encode(encoding)
    status, out, _ = obeyed(orders, content)
    assert status == 0
    assert "03/04/2015,2015-03-04," in out


def test_what_is_no_text_of_ours_gets_a_line(orders: Path) -> None:
    status, _, err = obeyed(orders, f"{HEADER}1,0.1,9 März 2018,d MMMM y,,,ok,,\n".encode("cp1252"))
    assert (status, "Traceback" in err) == (1, False)
    assert "shapes.csv" in err


def test_words_for_nothing_are_no_way_of_writing(tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text("day,id\nN/A,1\nsoon,2\nnever,3\n")

    def statuses(*options: str) -> list[str]:
        status, out, _ = run("shapes", table, "-c", "day", *options)
        assert status == 0
        return sorted(line.split()[-1] for line in out.splitlines()[1:])

    assert statuses() == ["empty", "rejected", "rejected"]
    assert statuses("--null", "soon", "--null", "never") == ["empty", "empty", "rejected"]


def test_a_table_is_found_as_translate_finds_it(tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text("Bank of Somewhere\n\nid;day\n1;25/04/2018\n2;03/04/2018\n")
    status, out, _ = run("shapes", table, "-c", "day")
    assert (status, "dd/MM/y" in out) == (0, True)
    table.write_text("id#day\n1#25/04/2018\n")
    status, out, _ = run("shapes", table, "-c", "2", "--delimiter", "#")
    assert (status, "dd/MM/y" in out) == (0, True)
    status, out, _ = run("shapes", table, "-c", "2", "--delimiter", "#", "--code", "duckdb")
    assert (status, out.splitlines()[0]) == (0, "COALESCE(")


@pytest.mark.parametrize("name", ["s.parquet", "s.xlsx", "s.jsonl", "s.tsv"])
def test_shapes_are_written_as_a_csv_alone(orders: Path, tmp_path: Path, name: str) -> None:
    status, _, err = run("shapes", orders, "-c", "day", "-o", tmp_path / name)
    assert (status, (tmp_path / name).exists()) == (2, False)
    assert f"{name}: shapes are written as a CSV; name it .csv" in err


def test_code_says_what_it_does_not_read(tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    cells = ["Sep 9, 2018", "Sept 9, 2018", "Sept 10, 2018", "soon", "N/A"]
    table.write_text("id|day\n" + "".join(f"1|{cell}\n" for cell in cells))
    for target, mark in {"python": "#", "duckdb": "--"}.items():
        status, out, _ = run("shapes", table, "-c", "day", "--code", target)
        assert status == 0
        assert out.splitlines()[:3] == [
            f"{mark} Not read: 3 of 5 cells.",
            f"{mark}   2: 'Sept 9, 2018', ok (MMM d, y)",
            f"{mark}   1: 'soon', rejected ('soon')",
        ]
        assert "%b %d, %Y" in out


def test_no_cell_of_the_shapes_begins_a_formula_and_decisions_find_their_layouts(tmp_path: Path) -> None:
    table, shapes = tmp_path / "t.csv", tmp_path / "shapes.csv"
    table.write_text('day\n=9\n@a\n"\r@b"\n-soon\n9 May 2018\n')
    assert run("shapes", table, "-c", "day", "-o", shapes)[0] == 0
    rows = list(csv.DictReader(io.StringIO(shapes.read_bytes().decode(), newline="")))
    assert sorted(row["layout"] for row in rows) == ["'\r@'b'", "'-'soon'", "'=#", "'@'a'", "d MMMM y"]
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "@", "-", "\r"))]
    edited = shapes.read_bytes().replace(b"ok,,", b"ok,,reject").replace(b"rejected,,", b"rejected,,accept")
    shapes.write_bytes(edited)
    status, out, err = run("translate", "-i", table, "-c", "day", "--shapes", shapes, "-j", 1)
    assert (status, out.splitlines()[-1]) == (0, "9 May 2018,,rejected,1.0000")
    assert "accept changes nothing: '=9' is rejected" in err


def test_decisions_hold_when_the_cells_say_more_and_the_summary_says_so(orders: Path) -> None:
    orders.write_text("id,day\n1,03/04/2018\n2,05/06/2018\n3,04/25/2018\n")
    row = "2,1.0,03/04/2018,dd/MM/y or MM/dd/y,,2018-03-04 or 2018-04-03,ambiguous,give --order,"
    status, out, err = obeyed(
        orders, f"{HEADER}{row}DMY\n1,0.1,9 May 2018,d MMMM y,en,2018-05-09,ok,,reject\n"
    )
    assert status == 0
    assert [line.split(",")[2] for line in out.splitlines()[1:]] == ["2018-04-03", "2018-06-05", "2018-04-25"]
    assert "  beside what --shapes decides, order MDY: 1 of 3 numeric dates is no DMY" in err
    assert "  2 decided by --shapes, the first: '03/04/2018': " in err
    assert f"{orders.with_name('shapes.csv')}: reject meets no cell that is written d MMM y" in err


def test_a_file_with_two_columns_of_decisions_is_told(orders: Path) -> None:
    status, _, err = obeyed(orders, HEADER.replace("\n", ",decision\n") + OPEN + "DMY,MDY\n")
    assert (status, "there are 2 columns 'decision'; shapes have one" in err) == (1, True)


def test_a_column_that_translate_adds_is_no_hindrance(tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text("day,day_iso\n9 May 2018,2018-05-09\n")
    assert run("shapes", table, "-c", "day")[0] == 0
