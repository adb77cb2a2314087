"""Workbooks, JSON arrays, other packing; a table in another format; rejects, heads, and columns of an earlier run."""

import csv
import gzip
import io
import json
import os
import random
import re
import subprocess
import sys
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pyarrow
import pytest
from click.testing import CliRunner, Result
from pyarrow import parquet

from datenorm.cli import main

openpyxl = pytest.importorskip("openpyxl")
zstandard = pytest.importorskip("zstandard")

CSV = "id,day\n1,2018-05-09\n2,hello\n3,\n4,03/04/2018\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("in.csv").write_text(CSV)
    return tmp_path


def run(*arguments: str, status: int = 0) -> Result:
    result = CliRunner().invoke(main, ["translate", "-c", "day", "-j", "1", *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert result.exit_code == status, result.stderr
    return result


def rows_of(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(Path(name).read_bytes().decode(), newline="")))


def workbook() -> bytes:
    book = openpyxl.Workbook()
    book.active.title = "Notes"
    book.active["A1"] = "nothing here"
    sheet = book.create_sheet("Orders")
    sheet.append(["Orders of May"])
    sheet.append([])
    sheet.append(["id", "day", "total"])
    sheet.append([1, "9 May 2018", "=A4*2"])
    sheet.append([2, datetime(2018, 5, 10), 3.5])
    sheet.append([3, "hello", None])
    sheet["C5"].number_format = "0.00 €"
    sheet["B4"].font = openpyxl.styles.Font(bold=True)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def test_a_workbook_gets_its_columns_and_keeps_everything_else() -> None:
    Path("in.xlsx").write_bytes(workbook())
    said = run("-i", "in.xlsx", "-o", "out.xlsx", "--on-partial", "blank").stderr
    assert "3 rows\nsheet 'Orders', one of 2; --sheet reads another\nday: 2 ok, 1 rejected" in said
    before, after = (openpyxl.load_workbook(name) for name in ("in.xlsx", "out.xlsx"))
    assert after.sheetnames == ["Notes", "Orders"]
    sheet = after["Orders"]
    assert [cell.value for cell in sheet[3]] == [
        "id",
        "day",
        "total",
        "day_iso",
        "day_status",
        "day_confidence",
    ]
    assert [cell.value for cell in sheet[4]][:5] == [1, "9 May 2018", "=A4*2", datetime(2018, 5, 9), "ok"]
    assert [cell.value for cell in sheet[5]][3:] == [datetime(2018, 5, 10), "ok", 1]
    assert [cell.value for cell in sheet[6]][3:5] == [None, "rejected"]
    assert sheet["C5"].number_format == before["Orders"]["C5"].number_format == "0.00 €"
    assert sheet["B4"].font.bold


def test_dates_may_replace_the_texts_of_a_workbook() -> None:
    Path("in.xlsx").write_bytes(workbook())
    run("-i", "in.xlsx", "-o", "out.xlsx", "--replace")
    sheet = openpyxl.load_workbook("out.xlsx")["Orders"]
    assert [sheet[f"B{row}"].value for row in (4, 6)] == ["2018-05-09", "hello"]


def test_a_row_of_a_workbook_that_has_the_number_of_a_column_is_no_header() -> None:
    book = openpyxl.Workbook()
    for row in (["customer", "date", "qty"], ["A", "9 May 2018", 7], ["B", "10 May 2018", 2]):
        book.active.append(row)
    book.save("in.xlsx")
    main(["translate", "-i", "in.xlsx", "-c", "2", "-o", "out.xlsx", "-j", "1"], standalone_mode=False)
    rows = list(openpyxl.load_workbook("out.xlsx").active.values)
    assert rows[0][3:] == ("2_iso", "2_status", "2_confidence")
    assert [row[4] for row in rows[1:]] == ["ok", "ok"]


def with_formulas(*rows: tuple[str, str, str | None]) -> None:
    """Write in.xlsx with rows of a formula, the type of its value, in XML, and its value; None where none is stored."""
    book = openpyxl.Workbook()
    book.active.append(["day", "n"])
    for row, (formula, _, _) in enumerate(rows, 2):
        book.active.append([formula, f"=1+{row}"])
        book.active.cell(row, 1).number_format = "yyyy-mm-dd"
    file = io.BytesIO()
    book.save(file)
    with zipfile.ZipFile(file) as packed, zipfile.ZipFile("in.xlsx", "w") as written:
        for name in packed.namelist():
            content = packed.read(name).decode()
            if name.endswith("sheet1.xml"):
                for row, (_, kind, value) in enumerate([*rows, ("", "", "3")], 2):
                    cell = f"A{row}" if row < len(rows) + 2 else "B2"
                    without = re.compile(rf'(<c r="{cell}"[^>]*)>(<f>[^<]*</f>)<v ?/>')
                    assert without.search(content)
                    if value is not None:
                        content = without.sub(rf"\1{kind}>\2<v>{value}</v>", content)
            written.writestr(name, content)


FORMULAS = (
    ('=EDATE("2018-05-09",3)', "", "43321"),
    ('=EDATE("2018-05-09",3)', "", None),
    ('="9 May"&" 2018"', ' t="str"', "9 May 2018"),
    ('=IF(1,"","2018-05-09")', ' t="str"', ""),
)


def test_a_formula_is_read_by_its_stored_value_and_never_by_its_text() -> None:
    with_formulas(*FORMULAS)
    said = run("-i", "in.xlsx", "-o", "out.xlsx").stderr
    assert "\n1 formula without a stored value; a spreadsheet that saves the workbook stores it\n" in said
    sheet = openpyxl.load_workbook("out.xlsx").active
    found = [(row[0], row[2], row[3]) for row in list(sheet.values)[1:]]
    assert found == [
        (FORMULAS[0][0], "2018-08-09", "ok"),
        (FORMULAS[1][0], None, "rejected"),
        (FORMULAS[2][0], "2018-05-09", "ok"),
        (FORMULAS[3][0], None, "empty"),
    ]
    run("-i", "in.xlsx", "-o", "out.xlsx", "--rejects", "rejects.csv")
    (rejected,) = rows_of("rejects.csv")
    assert rejected["day_reason"].startswith("formula without a stored value; open the workbook")


def test_dates_do_not_replace_formulas() -> None:
    with_formulas(*FORMULAS)
    said = run("-i", "in.xlsx", "-o", "out.xlsx", "--replace").stderr
    assert "2 formulas that dates would replace, left as they are\n" in said
    sheet = openpyxl.load_workbook("out.xlsx").active
    assert [sheet.cell(row, 1).value for row in (2, 3, 4, 5)] == [formula for formula, _, _ in FORMULAS]


def test_a_workbook_comes_out_as_a_csv_with_the_values_of_its_formulas() -> None:
    with_formulas(*FORMULAS)
    said = run("-i", "in.xlsx", "-o", "out.csv").stderr
    assert "\n4 formulas without a stored value" in said
    assert [(row["day"], row["n"]) for row in rows_of("out.csv")] == [
        ("2018-08-09", "3"),
        (FORMULAS[1][0], "=1+3"),  # there is nothing else to show
        ("9 May 2018", "=1+4"),
        ("", "=1+5"),
    ]


def test_a_text_that_is_kept_is_no_formula_of_a_workbook() -> None:
    book = openpyxl.Workbook()
    book.active.append(["day"])
    book.active.append(["x"])
    book.active["A2"].value, book.active["A2"].data_type = "=1+1", "s"
    book.save("in.xlsx")
    run("-i", "in.xlsx", "-o", "out.xlsx", "--on-reject", "keep")
    assert openpyxl.load_workbook("out.xlsx").active["B2"].data_type == "s"


@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04", b"no workbook", b"\xd0\0\xcf\xff", gzip.compress(b"x")]
)
def test_what_is_no_workbook_is_one_line(content: bytes) -> None:
    Path("in.xlsx").write_bytes(content)
    said = run("-i", "in.xlsx", "-o", "out.xlsx", status=1).stderr
    assert said.startswith("Error: in.xlsx: not a workbook")
    assert said.count("\n") == 1


def test_an_old_or_locked_workbook_is_told_as_such() -> None:
    Path("in.xlsx").write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600))
    said = run("-i", "in.xlsx", "-o", "out.xlsx", status=1).stderr
    assert said == "Error: in.xlsx: an old .xls, or a workbook with a password; save it as a plain .xlsx\n"


def test_a_workbook_that_unpacks_to_gigabytes_is_refused_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("datenorm.tables.workbook.LARGEST", 1000)
    Path("in.xlsx").write_bytes(workbook())
    assert "unpacked, it has more than" in run("-i", "in.xlsx", "-o", "out.xlsx", status=1).stderr


def test_damaged_workbooks_end_in_a_line_or_a_workbook() -> None:
    chance = random.Random(7)
    sound = workbook()
    for _ in range(60):
        damaged = bytearray(sound)
        with zipfile.ZipFile(io.BytesIO(sound)) as packed:
            part = chance.choice(packed.infolist())
        for _ in range(chance.randrange(1, 4)):
            place = part.header_offset + chance.randrange(part.compress_size + 40)
            damaged[min(place, len(damaged) - 1)] = chance.randrange(256)
        Path("in.xlsx").write_bytes(damaged)
        result = CliRunner().invoke(
            main, ["translate", "-c", "day", "-i", "in.xlsx", "-o", "out.xlsx", "-j", "1"]
        )
        assert result.exit_code in (0, 1), result.exception
        assert Path("out.xlsx").exists() == (result.exit_code == 0)
        Path("out.xlsx").unlink(missing_ok=True)


def test_an_array_of_json_keeps_what_is_between_its_objects() -> None:
    Path("in.json").write_text(' [ {"day":"2018-05-09","n":0.10} ,\n  {\n "day": "hello"\n }\n] \n')
    run("-i", "in.json", "-o", "out.json", "--replace")
    assert Path("out.json").read_bytes() == Path("in.json").read_bytes()
    run("-i", "in.json", "-o", "out.json")
    rows = json.loads(Path("out.json").read_text())
    assert [row["day_status"] for row in rows] == ["ok", "rejected"]
    assert Path("out.json").read_text().startswith(' [ {"day":"2018-05-09","n":0.10, "day_iso": "2018-05-09"')
    assert Path("out.json").read_text().endswith("}\n] \n")


@pytest.mark.parametrize(
    "content",
    [
        '[{"day":"hello"},\x0b{"day":"hello"}]',
        "",
        "{}",
        "[",
        '[{"day": 1}',
        '[{"day": 1} {"day": 2}]',
        "[1]",
        '[{"day": 1}] x',
    ],
)
def test_what_is_no_array_of_objects_is_one_line(content: str) -> None:
    Path("in.json").write_text(content)
    said = run("-i", "in.json", "-o", "out.json", status=1).stderr
    assert said.startswith("Error: in.json: ")
    assert not Path("out.json").exists()


def test_an_empty_array_has_no_rows_as_a_header_alone_has_none() -> None:
    Path("in.json").write_text(" [ ]\n")
    assert "0 rows" in run("-i", "in.json", "-o", "out.json", "--group-by", "day").stderr
    assert Path("out.json").read_text() == " [ ]\n"
    run("-i", "in.json", "-o", "out.csv")
    assert Path("out.csv").read_text() == "day,day_iso,day_status,day_confidence\n"
    for content in ("[]]", "[], []", "[", "[ ,]"):
        Path("in.json").write_text(content)
        run("-i", "in.json", "-o", "no.json", status=1)


def test_zstandard_is_unpacked_and_packed() -> None:
    Path("in.csv.zst").write_bytes(zstandard.compress(CSV.encode()))
    run("-i", "in.csv.zst", "-o", "out.csv.zst", "--replace")
    with zstandard.open("out.csv.zst", "rb") as file:
        assert file.read() == CSV.encode()
    Path("in.csv.zst").write_bytes(zstandard.compress(CSV.encode() * 1000)[:-20])
    run("-i", "in.csv.zst", "-o", "cut.csv.zst", status=1)


@pytest.mark.parametrize("name", ["in.csv.zst", "in.jsonl.zst", "in.txt.zst"])
def test_zstandard_that_is_cut_short_is_one_line_and_no_file(name: str) -> None:
    content = "".join(f'{{"day": "{random.Random(n).random()}"}}\n' for n in range(20_000))
    packed = zstandard.compress(CSV.encode() if ".csv" in name else content.encode())
    column = () if ".txt" in name else ("-c", "day")
    for size in {5, len(packed) // 2, len(packed) - 1}:
        Path(name).write_bytes(packed[:size])
        result = CliRunner().invoke(main, ["translate", "-i", name, *column, "-o", f"out-{name}", "-j", "1"])
        said = f"Error: {name}: cannot be unpacked: the file ends before its last frame does"
        assert (result.exit_code, result.stderr.splitlines()[-1]) == (1, said)
        assert not Path(f"out-{name}").exists()


def test_all_frames_of_zstandard_are_read() -> None:
    skipped = b"\x50\x2a\x4d\x18\x04\0\0\0abcd"  # a frame that says nothing: RFC 8878, 3.1.2
    parts = [zstandard.compress(CSV[:9].encode()), skipped, zstandard.compress(CSV[9:].encode())]
    Path("in.csv.zst").write_bytes(b"".join(parts))
    assert run("-i", "in.csv.zst", "--replace").stderr.startswith("4 rows\n")


def test_lines_may_be_packed() -> None:
    for name, pack in (("in.txt.gz", gzip.compress), ("in.txt.zst", zstandard.compress)):
        Path(name).write_bytes(pack(b"2018-05-09\n"))
        result = CliRunner().invoke(main, ["translate", "-i", name])
        assert (result.exit_code, result.stdout) == (0, "2018-05-09\n")


def test_a_csv_may_come_out_as_parquet() -> None:
    run("-i", "in.csv", "-o", "out.parquet", "--on-partial", "blank")
    table = parquet.read_table("out.parquet")
    assert table.column("id").to_pylist() == ["1", "2", "3", "4"]
    assert table.column("day").to_pylist() == ["2018-05-09", "hello", None, "03/04/2018"]
    assert table.schema.field("day_iso").type == pyarrow.date32()
    assert table.column("day_iso").to_pylist() == [date(2018, 5, 9), None, None, None]


def test_a_csv_may_come_out_as_json_lines_and_the_other_way_round() -> None:
    run("-i", "in.csv", "-o", "out.jsonl")
    rows = [json.loads(line) for line in Path("out.jsonl").read_text().splitlines()]
    assert rows[0] == {
        "id": "1",
        "day": "2018-05-09",
        "day_iso": "2018-05-09",
        "day_status": "ok",
        "day_confidence": 1.0,
    }
    run("-i", "out.jsonl", "-o", "back.csv", "--overwrite", "--replace")
    assert Path("back.csv").read_text().splitlines()[1] == "1,2018-05-09,2018-05-09,ok,1.0"


@pytest.mark.parametrize("name", ["out.csv", "out.parquet", "out.xlsx"])
def test_what_is_nested_in_json_comes_out_as_it_is_written(name: str) -> None:
    nested = [
        '[1, 0.10,1e400, true, null, "\\u00e9"]',
        '{"b" : {"c":[]}}',
        "[ ]",
        "7",
        "1.50",
        "true",
        '"x"',
        "null",
    ]
    Path("in.jsonl").write_text("".join(f'{{"a": {value} ,"day": "2018-05-09"}}\n' for value in nested))
    run("-i", "in.jsonl", "-o", name)
    run("-i", name, "-o", "back.csv", "--replace") if name != "out.parquet" else None
    if name == "out.parquet":
        found = parquet.read_table(name).column("a").to_pylist()
    else:
        found = [row["a"] or None for row in rows_of("back.csv")]
    assert found == [*nested[:6], "x", None]


def test_a_member_that_the_first_row_lacks_is_not_lost_in_another_format() -> None:
    Path("in.jsonl").write_text('{"day": "2018-05-09"}\n{"day": "2018-05-10", "note": "mine"}\n')
    assert run("-i", "in.jsonl", "-o", "out.csv", status=1).stderr == (
        "Error: in.jsonl:2: 'note' would be lost: the first row has the columns; "
        "give it all members, null will do\n"
    )
    assert not Path("out.csv").exists()
    run("-i", "in.jsonl", "-o", "out.jsonl")
    assert '"note": "mine"' in Path("out.jsonl").read_text()


@pytest.mark.parametrize(("header", "name"), [("day,x,x", "x"), ("day,day_status,x", "day_status")])
def test_two_columns_of_one_name_are_no_object_of_json(header: str, name: str) -> None:
    Path("in.csv").write_text(f"{header}\n2018-05-09,1,2\n")
    said = run("-i", "in.csv", "-o", "out.jsonl", "--overwrite" if name == "x" else "-q", status=1).stderr
    assert repr(name) in said
    assert not Path("out.jsonl").exists()
    if name == "x":
        assert said == (
            "Error: two columns are called 'x'; an object of JSON keeps one of them; rename all but one first\n"
        )


def test_a_workbook_may_come_out_as_a_csv_and_a_csv_as_a_workbook() -> None:
    Path("in.xlsx").write_bytes(workbook())
    run("-i", "in.xlsx", "-o", "out.csv")
    assert Path("out.csv").read_text().splitlines()[1].startswith("1,9 May 2018,=A4*2,2018-05-09,ok,")
    run("-i", "in.csv", "-o", "out.xlsx")
    assert [cell.value for cell in openpyxl.load_workbook("out.xlsx").active[2]][:4] == [
        "1",
        "2018-05-09",
        "2018-05-09",
        "ok",
    ]


def test_the_first_rows_alone_are_read_as_all_of_them_decide() -> None:
    Path("in.csv").write_text("day\n03/04/2018\n25/04/2018\n")
    assert run("-i", "in.csv", "--head", "1").stdout.splitlines()[1].split(",")[1] == "2018-04-03"
    assert len(run("-i", "in.csv", "--head", "1").stdout.splitlines()) == 2


def test_a_dry_run_writes_nothing_and_says_what_would_come() -> None:
    said = run("-i", "in.csv", "-o", "out.csv", "--dry-run")
    assert (said.stdout, Path("out.csv").exists()) == ("", False)
    assert "day: 1 ok, 1 ambiguous, 1 rejected, 1 empty" in said.stderr


def test_a_dry_run_leaves_reports_rejects_and_journals_as_they_are() -> None:
    for name in ("r.json", "r.csv", "out.csv", "out.csv.resume"):
        Path(name).write_text("mine")
    run("-i", "in.csv", "-o", "out.csv", "--dry-run", "--report", "r.json", "--rejects", "r.csv", "--resume")
    assert {Path(name).read_text() for name in os.listdir() if name != "in.csv"} == {"mine"}
    assert (
        ".xyz: tables are written as"
        in run("-i", "in.csv", "--dry-run", "--rejects", "r.xyz", status=1).stderr
    )


def test_a_dry_run_of_many_files_needs_no_place_for_them() -> None:
    Path("parts").mkdir()
    for name in ("a.csv", "b.csv"):
        Path("parts", name).write_text(CSV)
    before = sorted(map(str, Path().rglob("*")))
    assert "8 rows\nday: 2 ok, 2 ambiguous, 2 rejected, 2 empty" in run("-i", "parts", "--dry-run").stderr
    run("-i", "parts", "-o", "clean", "--dry-run", "--report", "r.json")
    assert sorted(map(str, Path().rglob("*"))) == before
    assert "name it with --output" in run("-i", "parts", status=2).stderr


def test_a_quiet_run_says_nothing() -> None:
    assert run("-i", "in.csv", "-o", "out.csv", "-q").stderr == ""


def test_rejects_have_their_place_and_reason() -> None:
    run("-i", "in.csv", "-o", "out.csv", "--rejects", "rejects.csv")
    lines = Path("rejects.csv").read_text().splitlines()
    assert lines[0] == "place,id,day,day_status,day_reason"
    assert lines[1].startswith("in.csv:3,2,hello,rejected,")
    assert lines[2].startswith("in.csv:5,4,03/04/2018,ambiguous,")
    assert len(lines) == 3


def test_rejects_are_named_apart_from_the_columns_of_the_table() -> None:
    Path("in.csv").write_text("place,day,day_status\nhere,hello,old\n")
    for name in ("rejects.csv", "rejects.jsonl"):
        run("-i", "in.csv", "-o", "out.csv", "--replace", "--rejects", name)
    row = json.loads(Path("rejects.jsonl").read_text())
    assert list(row) == ["place_", "place", "day", "day_status", "day_status_", "day_reason"]
    assert list(row.values())[:5] == ["in.csv:2", "here", "hello", "old", "rejected"]
    assert Path("rejects.csv").read_text().splitlines()[0] == ",".join(row)


@pytest.mark.parametrize("kind", ["csv", "jsonl", "parquet", "xlsx"])
def test_rejects_show_columns_of_any_type(kind: str) -> None:
    columns = {
        "day": ["hello"],
        "at": [datetime(2018, 5, 9, 10, 11)],
        "on": [date(2018, 5, 9)],
        "half": [0.5],
        "yes": [True],
        "map": pyarrow.array([[("a", 1)]], pyarrow.map_(pyarrow.string(), pyarrow.int64())),
        "list": [[date(2018, 5, 9), None]],
        "bytes": [b"\xff"],
        "nothing": pyarrow.nulls(1),
        "few": pyarrow.array(["x"]).dictionary_encode(),
    }
    parquet.write_table(pyarrow.table(columns), "in.parquet")
    run("-i", "in.parquet", "-o", "out.parquet", "--rejects", f"rejects.{kind}")
    if kind == "csv":
        (row,) = rows_of("rejects.csv")
        assert row["place"] == "in.parquet: row 1"
        assert row["at"].startswith("2018-05-09 10:11:00")
        shown = [row[name] for name in ("on", "half", "yes", "map", "list", "nothing", "few")]
        assert shown == ["2018-05-09", "0.5", "true", '[["a", 1]]', '["2018-05-09", null]', "", "x"]


@pytest.mark.parametrize("name", ["again.csv", "again.jsonl", "again.parquet", "again.xlsx"])
def test_the_columns_of_an_earlier_run_may_be_overwritten(name: str) -> None:
    run("-i", "in.csv", "-o", name)
    assert "--overwrite" in run("-i", name, "-o", f"2{name}", status=1).stderr
    run("-i", name, "-o", f"2{name}", "--overwrite", "--order", "DMY")
    run(
        "-i", f"2{name}", "-o", "end.csv", "--overwrite", "--order", "MDY"
    ) if ".parquet" not in name else None
    if name == "again.csv":
        assert Path("2again.csv").read_text().splitlines()[4].startswith("4,03/04/2018,2018-04-03,ok,")
        assert Path("end.csv").read_text().splitlines()[4].startswith("4,03/04/2018,2018-03-04,ok,")


def test_some_columns_of_an_earlier_run_are_not_overwritten() -> None:
    Path("in.csv").write_text("day,day_iso\nx,y\n")
    assert "has 'day_iso', but no 'day_status'" in run("-i", "in.csv", "--overwrite", status=1).stderr


def test_bad_rows_are_not_kept_where_they_cannot_be() -> None:
    assert (
        "another format cannot"
        in run("-i", "in.csv", "-o", "out.jsonl", "--on-bad-row", "keep", status=2).stderr
    )


def test_types(folder: Any) -> None:
    assert run("-i", "in.csv", "-o", "x.odt", status=1).stderr.startswith(
        "Error: x.odt: tables are written as"
    )


def test_a_pipe_or_a_device_gets_the_format_that_came_in() -> None:
    run("-i", "in.csv", "-o", "/dev/null")


@pytest.mark.parametrize("output", ["-o out.parquet", "-o out.jsonl", "-o out.csv --rejects rejects.parquet"])
def test_columns_of_one_name_are_told_before_any_row_is_read(
    output: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("in.csv").write_text("day,x,y,x,y,y\n9 May 2018,1,2,3,4,5\n")
    monkeypatch.setattr("datenorm.tables.delimited.DelimitedTable.chunks", None)
    said = run("-i", "in.csv", *output.split(), status=1).stderr
    assert said.startswith("Error: two columns are called 'x', and so are others: y; ")
    assert (said.count("\n"), set(Path().iterdir())) == (1, {Path("in.csv")})


def test_a_workbook_holds_every_character_of_a_text() -> None:
    odd = 'bell \x07, CR \r\n, \x00, half a pair \ud800, \uffff, _x0041_, tab \t, \xa0=1"'
    Path("in.jsonl").write_text(json.dumps({"day": odd}) + "\n")
    run("-i", "in.jsonl", "-o", "out.xlsx", "--on-reject", "keep")
    run("-i", "out.xlsx", "-o", "again.xlsx", "--on-reject", "keep", "--overwrite")
    for name in ("out.xlsx", "again.xlsx"):
        run("-i", name, "-o", "out.jsonl", "--overwrite")
        (row,) = Path("out.jsonl").read_text().splitlines()
        assert json.loads(row)["day"] == odd
    with zipfile.ZipFile("out.xlsx") as packed:
        assert b"bell _x0007_, CR _x000D_" in packed.read("xl/worksheets/sheet1.xml")


def test_what_a_sheet_cannot_hold_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("in.csv").write_text(f"day,notes\n9 May 2018,{'x' * 40_000}\n")
    said = run("-i", "in.csv", "-o", "out.xlsx", status=1).stderr
    assert said.startswith("Error: a cell has 40,000 characters; one of a workbook has at most 32,767: ")
    Path("in.csv").write_text("day\n" + "9 May 2018\n" * 8)
    monkeypatch.setattr("datenorm.tables.sheets.MOST_ROWS", 8)
    for options in ([], ["--order", "DMY", "--pivot-year", "2030"]):  # with a survey, and without
        said = run("-i", "in.csv", "-o", "out.xlsx", *options, status=1).stderr
        assert said.startswith("Error: a sheet has at most 8 rows")
    monkeypatch.setattr("datenorm.tables.sheets.MOST_COLUMNS", 3)
    assert "and 3 columns" in run("-i", "in.csv", "-o", "out.xlsx", status=1).stderr
    assert not Path("out.xlsx").exists()


@pytest.mark.parametrize("options", ["-o out.xlsx", "-o out.csv --rejects rejects.xlsx"])
def test_a_run_that_fails_beside_a_workbook_says_so_in_a_line(options: str) -> None:
    command = f"-m datenorm translate -i in.csv -c day --on-reject fail -j 1 {options}"
    done = subprocess.run([sys.executable, *command.split()], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (1, "Error: in.csv:3: day: 'hello': not a date\n")


@pytest.mark.parametrize(
    ("name", "way_out"),
    [
        ("in.csv.zip", "unpack it first"),
        ("in.ods", "save it as .xlsx"),
        ("in.odd", "--from csv reads another"),
    ],
)
def test_what_cannot_be_read_is_told_with_a_way_out(name: str, way_out: str) -> None:
    Path(name).write_bytes(b"PK")
    said = run("-i", name, "-o", "out.csv", status=1).stderr
    assert said.startswith(f"Error: {name}: not a table we read; those are .csv, ")
    assert way_out in said
    assert said.count("\n") == 1


@pytest.mark.parametrize("output", ["-o out.csv", "-o out.parquet", "-o out.jsonl --rejects out.csv"])
def test_half_a_surrogate_pair_is_its_escape_where_a_text_must_be_utf_8(output: str) -> None:
    Path("in.jsonl").write_text('{"day": "hello \\ud83d"}\n')
    run("-i", "in.jsonl", *output.split())
    if "parquet" in output:
        assert pyarrow.parquet.read_table("out.parquet")["day"].to_pylist() == ["hello \\ud83d"]
    else:
        assert rows_of("out.csv")[0]["day"] == "hello \\ud83d"


def test_days_before_the_year_1_overwrite_those_of_an_earlier_run() -> None:
    Path("in.csv").write_text("day\n44 BC\n9 May 2018\n")
    run("-i", "in.csv", "-o", "out.parquet", "--as", "interval")
    run("-i", "out.parquet", "-o", "again.parquet", "--as", "interval", "--overwrite")
    assert parquet.read_table("again.parquet").equals(parquet.read_table("out.parquet"))


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("in.xlsx", b"day\n9 May 2018\n", "not a workbook, but text; --from csv reads a CSV"),
        ("in.xlsx", b"<html><table><tr>", "not a workbook, but a web page; open it in a spreadsheet"),
        ("in.xlsx", gzip.compress(b"day\n"), "not a workbook, but gzip; unpack it"),
        (
            "in.parquet",
            workbook(),
            "not a Parquet file, but a zip archive, as a workbook is one; --from xlsx",
        ),
        ("in.arrow", b'{"day": "x"}\n', "not an Arrow file, but JSON; --from jsonl reads it"),
        (
            "in.json",
            b'{"day": "x"}\n',
            "not a JSON array of objects; --from jsonl reads an object in each line",
        ),
        ("in.jsonl", b'[{"day": "x"}]', '1: not a JSON object: [{"day": "x"}]; --from json reads an array'),
    ],
)
def test_a_file_of_another_kind_than_its_name_says_is_told_as_what_it_is(
    name: str, content: bytes, told: str
) -> None:
    Path(name).write_bytes(content)
    said = run("-i", name, "-o", f"out{Path(name).suffix}", status=1).stderr
    assert told in said
    assert said.count("\n") == 1


def test_what_a_table_is_said_to_be_counts_more_than_its_name() -> None:
    Path("in.txt").write_text(CSV)
    run("-i", "in.txt", "--from", "csv", "-o", "out.csv")
    assert rows_of("out.csv")[0]["day_iso"] == "2018-05-09"
