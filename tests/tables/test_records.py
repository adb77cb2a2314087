"""Cells as records of CSV: whoever reads them finds the same cells, on every version of Python."""

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datenorm.tables.delimited import DelimitedTable
from datenorm.tables.records import records
from tests.tables.test_other_formats import folder, rows_of, run  # noqa: F401  # folder: a fixture

CELLS = st.text("ab\r\n\t,;\"' \x0b\x85\u2028=")


@given(st.lists(st.lists(CELLS, min_size=1, max_size=3), max_size=3), st.sampled_from(",;\t"))
def test_a_reader_finds_the_cells_that_were_written(rows: list[list[str]], delimiter: str) -> None:
    written = records(rows, delimiter)
    assert list(csv.reader(io.StringIO(written, newline=""), delimiter=delimiter, strict=True)) == rows


@given(st.lists(CELLS, min_size=2, max_size=2), st.lists(CELLS, min_size=2, max_size=2))
def test_our_own_reader_finds_them_too(header: list[str], row: list[str]) -> None:
    table = DelimitedTable(io.BytesIO(records([["x", "y"], header, row]).encode()), "t.csv")
    (chunk,) = table.chunks(10)
    assert [[chunk.cells(0)[i], chunk.cells(1)[i]] for i in range(2)] == [header, row]


def test_a_carriage_return_stands_in_quotes_wherever_a_table_is_written() -> None:
    Path("in.jsonl").write_text(json.dumps({"day": "2018-05-09", "no\rte": "a\rb"}) + "\n")
    for name in ("out.csv", "out.tsv"):
        run("-i", "in.jsonl", "-o", name)
        assert Path(name).read_bytes().count(b'"a\rb"') == 1
    (row,) = rows_of("out.csv")
    assert (row["no\rte"], row["day_iso"]) == ("a\rb", "2018-05-09")
    Path("in.csv").write_bytes(b'day,note\nhello,"a\rb"\n')
    run("-i", "in.csv", "-o", "out.csv", "--rejects", "rejects.csv", "--on-reject", "keep")
    assert Path("rejects.csv").read_bytes().splitlines(keepends=True)[1:] == [
        b'in.csv:2,hello,"a\r',
        b'b",rejected,not a date\n',
    ]


@pytest.mark.parametrize("header", ["id,day", '"id","day"', "id\tday"])
def test_a_second_run_over_the_columns_of_the_first_writes_the_same_bytes(header: str) -> None:
    sign = "\t" if "\t" in header else ","
    rows = "".join(
        f"{sign.join(row)}\r\n" for row in (("1", "2018-05-09"), ("2", "hello"), ("3", ""), ("4", '"a\rb"'))
    )
    Path("in.csv").write_bytes(f"{header}\r\n{rows}".encode())
    run("-i", "in.csv", "-o", "first.csv", "--top", "2")
    run("-i", "first.csv", "-o", "second.csv", "--top", "2", "--overwrite")
    assert Path("second.csv").read_bytes() == Path("first.csv").read_bytes()
