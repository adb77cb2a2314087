"""Dates that begin with their year: what contradicts year, month, day is told."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from pyarrow import parquet

from datenorm.cli import main
from datenorm.dates.values import Form
from datenorm.reading.columns import Open
from datenorm.reading.series import gather
from datenorm.reading.translator import default_translator
from datenorm.reading.year_first import YearFirstEvidence

SWAPPED = "year first, read as YMD: 1 is a day only as YDM (row 1: '2018-13-05'), 0 only as YMD"


@pytest.mark.parametrize("odd", ["2018-13-05", "20181305", "2018/25/04"])
def test_a_day_that_is_one_as_year_day_month_alone_puts_the_others_in_doubt(odd: str) -> None:
    column = default_translator().translate_column([odd, "2018-05-06", "2018-05-05", "2018-05"])
    assert column.iso[1:] == [None, "2018-05-05", "2018-05"]
    assert column.explained.endswith(SWAPPED.replace("2018-13-05", odd))
    assert (column.status[1], column.confidence[1]) == ("ambiguous", 0.5)
    assert [one.iso for one in column.answers[1].alternatives] == ["2018-06-05", "2018-05-06"]
    assert column.answers[1].reason == "two good readings: 2018-06-05 or 2018-05-06; give --order YMD"
    assert column.confidence[2] > 0.9  # the same in both orders


def test_the_more_cells_are_as_they_should_be_the_surer_are_the_others() -> None:
    column = default_translator().translate_column(
        ["2018-13-05", "2018-05-06", *(f"2018-05-{day}" for day in range(13, 22))]
    )
    assert column.confidence[1] == 0.9
    assert "1 is a day only as YDM (row 1: '2018-13-05'), 9 only as YMD" in column.explained


@pytest.mark.parametrize(
    "cells", [["2018-05-06", "2018-05-25"], ["2018-13-13", "2018-05-06"], ["13/05/2018"]]
)
def test_where_nothing_contradicts_nothing_is_told(cells: list[str]) -> None:
    assert not gather(cells, Open()).year_first.tells
    assert "year first" not in default_translator().translate_column(cells).explained


def test_evidence_that_is_merged_is_that_of_all_cells() -> None:
    cells = ["2018-05-25", "2018-13-05", "2018-14-05", "2018-05-06", "2018-05-26"]
    whole, merged, rest = YearFirstEvidence(), YearFirstEvidence(), YearFirstEvidence()
    for row, cell in enumerate(cells, 1):
        whole.add(row, cell)
        (merged if row < 2 else rest).add(row, cell)
    merged.merge(rest)
    assert merged == whole == YearFirstEvidence(plain=2, odd=2, first=(2, "2018-13-05"))


def test_a_confidence_has_four_places_wherever_it_is_written(tmp_path: Path) -> None:
    days = [f"2018-05-{day}" for day in range(13, 23)]  # ten of eleven are year, month, day
    cells = ["2018-13-05", "2018-05-06", *days]
    assert default_translator().translate_column(cells).confidence[1] == 0.9091
    table = tmp_path / "in.jsonl"
    table.write_text("".join(f'{{"day": "{cell}"}}\n' for cell in cells))
    for command in (["-o", "-"], ["-o", str(tmp_path / "out.csv")], ["-o", str(tmp_path / "out.parquet")]):
        done = CliRunner().invoke(main, ["translate", "-i", str(table), "-c", "day", "-j", "1", *command])
        assert done.exit_code == 0
        if command[1] == "-":
            assert json.loads(done.stdout.splitlines()[1])["day_confidence"] == 0.9091
    assert (tmp_path / "out.csv").read_text().splitlines()[2].endswith(",ok,0.9091")
    assert parquet.read_table(tmp_path / "out.parquet")["day_confidence"][1].as_py() == 0.9091


@pytest.mark.parametrize(
    ("form", "first", "second"),
    [
        ("date", "2018-03-05", "2018-05-03"),
        ("interval", "2018-03-05/2018-03-05", "2018-05-03/2018-05-03"),
        ("edtf", "2018-03-05", "2018-05-03"),
    ],
)
def test_where_all_cells_that_tell_are_year_day_month_there_are_two_readings(
    form: Form, first: str, second: str, tmp_path: Path
) -> None:
    cells = [f"2018-{day}-04" for day in range(13, 31)] + ["2018-05-03", "2018-05-1?"]
    answer = default_translator().translate_column(cells, as_=form).answers[18]
    assert (answer.iso, answer.status) == (None, "ambiguous")
    assert [one.iso for one in answer.alternatives] == [first, second]
    table = tmp_path / "t.csv"
    table.write_text("day\n" + "\n".join(cells) + "\n")
    command = ["translate", "-i", str(table), "-c", "day", "-j", "1", "-o", "-", "--as", form]
    out = CliRunner().invoke(main, [*command, "--top", "2"]).stdout
    assert f"ambiguous,0.5000,{first}:0.9500 {second}:0.0500" in out
    best = CliRunner().invoke(main, [*command, "--on-ambiguous", "best"]).stdout
    assert f"2018-05-03,{first.replace('/', ',')},ambiguous" in best
    told = CliRunner().invoke(main, [*command, "--order", "YMD"]).stdout
    assert f"2018-05-03,{second.replace('/', ',')},ok" in told


@pytest.mark.parametrize("cell", ["2018-05-1?", "2018-05-??", "2018-05-1x", "1913/05/1_"])
def test_a_day_that_is_not_known_whole_is_no_other_day(cell: str) -> None:
    column = default_translator().translate_column([cell, "2018-25-04"], as_="edtf")
    assert column.status[1] == "rejected"
