"""What real files have: lines before the header, `sep=`, columns by number, words for nothing, serials, hints by row."""

import io
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from datenorm.cli import main
from datenorm.errors import TableError
from datenorm.reading.columns import Open
from datenorm.tables.conversion import convert, survey
from datenorm.tables.delimited import DelimitedTable
from datenorm.tables.preamble import Dialect
from datenorm.tables.request import Request
from datenorm.tables.settled import Settled
from tests.tables.test_tables import read

BANK = (
    "Konto;DE12 3456\r\nInhaber;Müller, Anne\r\n\r\n"
    'Buchung;"Betrag";Wer\r\n2018-05-09;1,00;a\r\n2018-05-10;2,00;b\r\n'
)


def converted(table: str, dialect: Dialect, *columns: str, **options: Any) -> tuple[list[str], list[str]]:
    output = io.BytesIO()
    opened = DelimitedTable(io.BytesIO(table.encode()), "t.csv", dialect)
    summary = convert(opened, output, read, Request(columns, **options))
    return output.getvalue().decode().splitlines(), summary.lines()


def test_the_header_is_the_first_line_that_has_the_column() -> None:
    lines, said = converted(BANK, Dialect(names=["Buchung"]), "Buchung")
    assert lines[:3] == BANK.splitlines()[:3]
    assert lines[3] == 'Buchung;"Betrag";Wer;Buchung_iso;Buchung_status;Buchung_confidence'
    assert lines[4] == "2018-05-09;1,00;a;2018-05-09;ok;0.9900"
    assert said[1] == "3 lines before the header, left as they are"


def test_lines_before_the_header_may_be_said() -> None:
    assert converted(BANK, Dialect(skipped=3), "1")[0][4] == "2018-05-09;1,00;a;2018-05-09;ok;0.9900"


def test_a_row_is_named_by_its_line_in_the_file() -> None:
    with pytest.raises(TableError, match=r"t.csv:7: 2 cells, where the header has 3"):
        converted(BANK + "x;y\n", Dialect(names=["Buchung"]), "Buchung")


def test_a_first_line_with_the_columns_is_the_header_whatever_follows() -> None:
    table = "date,note\n2018-05-09,x\ndate,note\n"
    assert converted(table, Dialect(names=["date"]), "date")[0][1] == "2018-05-09,x,2018-05-09,ok,0.9900"


def test_a_missing_column_is_told_of_the_first_line() -> None:
    with pytest.raises(TableError, match="no column 'day'; the columns are id, date"):
        converted("id,date\n1,2018-05-09\n", Dialect(names=["day"]), "day")


def test_a_spreadsheet_says_its_separator() -> None:
    lines, _ = converted("sep=|\nday|a;b\n2018-05-09|x;y\n", Dialect(names=["day"]), "day")
    assert lines == [
        "sep=|",
        "day|a;b|day_iso|day_status|day_confidence",
        "2018-05-09|x;y|2018-05-09|ok|0.9900",
    ]


def test_delimiter_and_quote_may_be_said() -> None:
    dialect = Dialect(delimiter="~", quote="'")
    lines, _ = converted("'a~b'~day\n'it''s'~'2018-05-09'\n\"~2018-05-10\n", dialect, "day", replace=True)
    assert lines == ["'a~b'~day", "'it''s'~2018-05-09", '"~2018-05-10']


@pytest.mark.parametrize(
    ("name", "new"), [("3", "3"), ("-1", "'-1")]
)  # a cell that begins with - is a formula
def test_a_column_may_be_said_by_its_number(name: str, new: str) -> None:
    lines, _ = converted("day,x,day\nno,1,2018-05-09\n", Dialect(), name)
    assert lines == [
        f"day,x,day,{new}_iso,{new}_status,{new}_confidence",
        "no,1,2018-05-09,2018-05-09,ok,0.9900",
    ]


@pytest.mark.parametrize("said", ["2", "-2", ""])
def test_a_row_that_has_the_number_of_a_column_is_no_header(said: str) -> None:
    table = f"customer;date;qty\nA;2018-04-03;7\nB;2018-04-25;{said}\n"
    lines, remarks = converted(table, Dialect(names=[said]), said or "date")
    assert [line.split(";")[3] for line in lines[1:]] == ["2018-04-03", "2018-04-25"]
    assert "before the header" not in "\n".join(remarks)


def test_a_header_is_found_by_a_name_beside_a_number() -> None:
    assert converted(BANK, Dialect(names=["2", "Buchung"]), "Buchung")[1][1].startswith("3 lines before")


def test_a_name_that_two_columns_have_comes_with_their_numbers() -> None:
    with pytest.raises(TableError, match="2 columns are called 'day'; say which by its number: 1 or 3"):
        converted("day,x,day\n", Dialect(), "day")


@pytest.mark.parametrize("name", ["0", "4", "-4"])
def test_a_number_that_no_column_has_is_a_missing_column(name: str) -> None:
    with pytest.raises(TableError, match=f"no column '{name}'; the columns are a, b, c"):
        converted("a,b,c\n", Dialect(), name)


@pytest.mark.parametrize(
    "word", ["N/A", " null", "NaT", "-", "#VALUE!", "0000-00-00", "00/00/0000", "?", "tbd", "\\N"]
)
def test_words_for_nothing_are_empty_and_do_not_count_as_unread(word: str) -> None:
    lines, _ = converted(f"date\n2018-05-09\n{word}\n", Dialect(), "date", fail_over=0.0)
    assert lines[2] == f"{word},,empty,1.0000"


def test_words_for_nothing_may_be_said() -> None:
    settled = Settled.of(nulls=["Nix"])
    lines, _ = converted("date\nnix\nN/A\n", Dialect(), "date", settled=settled)
    assert [line.split(",")[2] for line in lines[1:]] == ["empty", "rejected"]


@pytest.mark.parametrize(
    ("numbers", "cell", "iso"),
    [
        ("excel", "43229", "2018-05-09"),
        ("excel1904", "41767", "2018-05-09"),
        ("epoch", "1525853472", "2018-05-09T08:11:12Z"),
        ("epoch-ms", "1525853472123", "2018-05-09T08:11:12.123Z"),
    ],
)
def test_numbers_are_read_as_what_they_are_said_to_be(numbers: Any, cell: str, iso: str) -> None:
    asked: list[str] = []

    def noting(texts: Any, hints: Any) -> Any:
        asked.extend(texts)
        return read(texts)

    table = DelimitedTable(io.BytesIO(f"date\n{cell}\n2018-05-10\n".encode()), "t.csv")
    output = io.BytesIO()
    convert(table, output, noting, Request(["date"], settled=Settled.of(numbers=numbers)))
    assert asked == [iso, "2018-05-10"]
    assert output.getvalue().splitlines()[1].startswith(cell.encode())


def test_a_serial_that_is_no_day_is_refused_with_the_reason() -> None:
    lines, _ = converted("date\n60\n", Dialect(), "date", settled=Settled.of(numbers="excel"))
    assert lines[1] == "60,,rejected,0.0000"


def test_rows_may_say_their_order_and_locale() -> None:
    asked: list[Any] = []

    def noting(texts: Any, hints: Any) -> Any:
        asked.extend(zip(texts, hints.orders, hints.languages, strict=True))
        return read(texts)

    content = b"date,how,where\n03/04/2015,dmy,\n03/04/2016,,de\n03/04/2017,MDY,en_US\n"
    request = Request(["date"], orders="how", locales="where")
    table = DelimitedTable(io.BytesIO(content), "t.csv")
    surveyed = survey(DelimitedTable(io.BytesIO(content), "t.csv"), request)
    convert(table, io.BytesIO(), noting, request, surveyed)
    assert asked == [("03/04/2015", "DMY", None), ("03/04/2016", None, "de"), ("03/04/2017", "MDY", "en_US")]


def test_rows_that_say_their_order_tell_nothing_of_those_that_do_not() -> None:
    content = b"date,how\n25/04/2015,DMY\n18/05/09,YMD\n03/04/2016,\n12/4/1862,DMY\n1/1/1911,DMY\n"
    request = Request(["date"], orders="how", open=Open(pivot=2046))
    evidence = survey(DelimitedTable(io.BytesIO(content), "t.csv"), request).evidence["date", ""]
    assert (evidence.numbers.cells, evidence.numbers.order) == (1, None)
    assert evidence.years.cells == 4  # the century is of all rows
    assert (
        survey(DelimitedTable(io.BytesIO(content), "t.csv"), Request(["date"]))
        .evidence["date", ""]
        .numbers.cells
        == 5
    )


def test_an_order_that_is_none_is_named_by_its_line() -> None:
    with pytest.raises(TableError, match=r"t.csv:2: 'DYM' is no order; those are DMY, MDY, YMD"):
        converted("date,how\n03/04/2015,DYM\n", Dialect(), "date", orders="how")


def test_the_command_line_has_all_of_it(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("title\nsep\n~day~'x'\n~2018-05-09~'y'\n~none~z\n")
    options = ["--delimiter", "~", "--quotechar", "'", "--header-row", "3", "-c", "-2", "--null", "none"]
    result = CliRunner().invoke(main, ["translate", "-i", f"{tmp_path}/in.csv", *options, "-j", "1"])
    assert result.exit_code == 0
    assert result.stdout.splitlines()[2:4] == [
        "~day~'x'~'''-2_iso'~'''-2_status'~'''-2_confidence'",
        "~2018-05-09~'y'~2018-05-09~ok~1.0000",
    ]
    assert result.stdout.splitlines()[4] == "~none~z~~empty~1.0000"


def test_spaces_around_a_header_are_not_part_of_its_name() -> None:
    lines, _ = converted("id, day ,n\n1,2018-05-09,x\n", Dialect(names=["day"]), "day")
    assert lines == ["id, day ,n,day_iso,day_status,day_confidence", "1,2018-05-09,x,2018-05-09,ok,0.9900"]


def test_a_header_in_other_letters_is_found_behind_lines_and_told() -> None:
    with pytest.raises(
        TableError, match=r"no column 'buchung'; the columns are Buchung, .* \(did you mean 'Buchung'"
    ):
        converted(BANK, Dialect(names=["buchung"]), "buchung")


@pytest.mark.parametrize("text", ["n.d.", "[N.D.]", "s. d.", "o.J.", "undated", "No date"])
def test_what_catalogues_write_for_no_date_is_nothing(text: str) -> None:
    lines, _ = converted(f"day\n{text}\n", Dialect(names=["day"]), "day", settled=Settled.of())
    assert lines[1] == f"{text},,empty,1.0000"


@pytest.mark.parametrize("header", ['"Date\nbooked",day,"no\nway"', '"a\nb","c, ""day""\n\nd",day'])
def test_a_cell_of_the_header_may_have_line_ends(header: str) -> None:
    for before in ("", "Account;12\n"):
        table = DelimitedTable(
            io.BytesIO(f"{before}{header}\n1,2018-05-09,2\n".encode()), "t.csv", Dialect(names=["day"])
        )
        assert (len(table.columns), "day" in table.columns) == (3, True)
        assert table.notes == ["1 line before the header, left as it is"] * bool(before)
