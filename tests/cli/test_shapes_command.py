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
