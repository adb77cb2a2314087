from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from datenorm.errors import TableError
from datenorm.reading.code import Target, Trial, fixed
from datenorm.reading.decisions import decisions_of
from datenorm.reading.inventory import Inventory, Row
from datenorm.reading.translator import Translator


@pytest.fixture(scope="module")
def reader() -> Translator:
    return Translator.load()


def layouts(inventory: Inventory) -> list[tuple[int, str, str, str]]:
    return [(row.rows, row.layout, row.language, row.status) for row in inventory.rows()]


def test_cells_that_are_written_alike_are_one_row(reader: Translator) -> None:
    column = [
        "Saturday, May 12, 2018",
        "Monday, January 1, 2018",
        "Sunday, March 18, 2018",
        "9.5.2018",
        "soon",
    ]
    assert layouts(reader.shapes(column)) == [
        (3, "EEEE, MMMM d, y", "en", "ok"),
        (1, "d.M.y", "", "ok"),
        (1, "'soon'", "", "rejected"),
    ]


def test_a_month_whose_name_is_short_goes_with_the_others(reader: Translator) -> None:
    assert layouts(reader.shapes(["9 May 2018", "9 Jan 2018"])) == [(2, "d MMM y", "en", "ok")]
    assert layouts(reader.shapes(["9 May 2018", "9 June 2018"])) == [(2, "d MMMM y", "en", "ok")]


def test_numbers_that_always_have_two_digits_have_two_letters(reader: Translator) -> None:
    assert layouts(reader.shapes(["09.05.2018", "25.12.2018"]))[0][1] == "dd.MM.y"
    assert layouts(reader.shapes(["9.5.2018", "25.12.2018"]))[0][1] == "d.M.y"


def test_times_and_offsets_have_their_letters(reader: Translator) -> None:
    column = ["2018-05-09T10:11:12.123+02:00", "20180509T101112Z"]
    assert [row.layout for row in reader.shapes(column).rows()] == [
        "y-MM-dd'T'HH:mm:ss.SSSxxx",
        "yMMdd'T'HHmmss'Z'",
    ]


def test_an_open_order_is_told_with_what_settles_it(reader: Translator) -> None:
    (row,) = reader.shapes(["03/04/2015", "05/06/2015"]).rows()
    assert row == Row(
        rows=2,
        share=1.0,
        example="03/04/2015",
        layout="dd/MM/y or MM/dd/y",
        language="",
        reading="2015-03-04 or 2015-04-03",
        status="ambiguous",
        settle="give --order or --locale",
    )


def test_the_cells_decide_as_they_do_in_a_column(reader: Translator) -> None:
    assert layouts(reader.shapes(["03/04/2015", "25/04/2015"])) == [(2, "dd/MM/y", "", "ok")]


def test_an_inventory_is_a_table_in_a_notebook(reader: Translator) -> None:
    page = reader.shapes(["<b>9 May 2018"])._repr_html_()
    assert "<th>layout</th>" in page and "&lt;b&gt;9 May 2018" in page


# Decisions.


def decided(*rows: tuple[str, str, str]) -> dict[str, str]:
    return decisions_of(
        {"status": status, "layout": layout, "decision": said} for status, layout, said in rows
    )


def test_a_layout_decides_an_order() -> None:
    assert list(decided(("ambiguous", "dd/MM/y or MM/dd/y", "MM/dd/y")).values()) == ["MDY"]
    assert decided(("ok", "d MMMM y", ""), ("ok", "y-MM-dd", "")) == {}


def test_a_decision_that_is_none_is_told_with_its_row() -> None:
    with pytest.raises(
        TableError, match="row 2: a decision is accept, reject, DMY, MDY, YMD or a layout, not 'x'"
    ):
        decided(("ok", "y-MM-dd", ""), ("ok", "d MMM y", "x"))


def test_answers_obey_decisions(reader: Translator) -> None:
    said = decided(("ambiguous", "dd/MM/y or MM/dd/y", "MDY"), ("ok", "d MMMM y", "reject"))
    answers = reader.translate_many(["03/04/2015", "9 May 2018", "2018-05-09"], decisions=said)
    assert [(answer.iso, answer.code) for answer in answers] == [
        ("2015-03-04", None),
        (None, "rejected-shape"),
        ("2018-05-09", None),
    ]


BOTH = "dd/MM/y or MM/dd/y"


@pytest.mark.parametrize(
    ("status", "layout", "said", "hint", "expected"),
    [
        ("ambiguous", BOTH, "DMY", None, "2018-04-03"),
        ("ambiguous", BOTH, "DMY", "MDY", "2018-04-03"),  # whatever is told of the column since
        ("ambiguous", BOTH, "reject", "MDY", None),
        ("ok", "dd/MM/y", "reject", None, None),  # it was read so when somebody decided
        ("ok", "dd/MM/y", "reject", "MDY", None),
        ("ok", "dd/MM/y", "accept", "MDY", "2018-04-03"),
        ("ok", "dd/MM/y", "", "MDY", "2018-03-04"),  # nobody has said anything
        ("ok", "d MMMM y", "reject", "MDY", "2018-03-04"),
    ],
)
def test_a_decision_holds_whatever_else_is_told(
    reader: Translator, status: str, layout: str, said: str, hint: str | None, expected: str | None
) -> None:
    decisions = decided((status, layout, said))
    (answer,) = reader.translate_many(["03/04/2018"], order=hint, decisions=decisions)
    assert answer.iso == expected


def test_a_decision_of_open_cells_is_none_of_those_that_tell_their_order(reader: Translator) -> None:
    decisions = decided(("ambiguous", BOTH, "DMY"))
    answers = reader.translate_many(["03/04/2018", "04/25/2018"], order="MDY", decisions=decisions)
    assert [answer.iso for answer in answers] == ["2018-04-03", "2018-04-25"]
    assert answers[0].warnings == ("read as --shapes decides: d/M/y or M/d/y is DMY",)


def test_ways_that_are_decided_on_differently_give_no_answer_where_they_are_one(reader: Translator) -> None:
    decisions = decided(("ambiguous", "d MMM y", "reject"), ("partial", "d MMM y", ""))
    (answer,) = reader.translate_many(["9 May 2018"], decisions=decisions)
    assert (answer.iso, answer.code) == (None, "rejected-shape")
    assert answer.reason == "its way of writing is decided on in two ways: d MMM y"


@pytest.mark.parametrize(
    ("layout", "example", "reading"),
    [("MM/dd/y", "03/04/2018", "2018-03-04 or 2018-04-03"), ("MM/dd/yy", "03/04/18", "2018-04-03")],
)
def test_a_layout_that_was_edited_itself_is_told(layout: str, example: str, reading: str) -> None:
    row = {"status": "ok", "layout": layout, "decision": "", "example": example, "reading": reading}
    with pytest.raises(TableError, match=f"row 1: {layout} does not read '{example}' as {reading}; leave"):
        decisions_of([row])
    assert decisions_of([{**row, "reading": "03/04/2018"}]) == {}  # as a spreadsheet has saved it


# Code.

COLUMN = [
    "25/04/2015",
    "03/04/2015",
    "9 January 2018",
    "Monday, 5 March 2018",
    "2018-05-09 10:11:12",
    "20180509",
    "31/04/2015",
    "soon",
    "9. Mai 2018",
]
DATES = [
    date(2015, 4, 25),
    date(2015, 4, 3),
    date(2018, 1, 9),
    date(2018, 3, 5),
    date(2018, 5, 9),
    date(2018, 5, 9),
    None,
    None,
    None,
]


@pytest.fixture(scope="module")
def rows(reader: Translator) -> list[Row]:
    return reader.shapes(COLUMN).rows()


def code(reader: Translator, column: list[str], target: Target) -> str:
    trial = Trial(reader.shapes(column))
    trial.add(reader.translate_column(column).answers)
    return trial.code(target, "day")


def run(code: str) -> Callable[[Any], Any]:
    names: dict[str, Any] = {}
    exec(code, names)
    parse: Callable[[Any], Any] = names["parse"]
    return parse


def test_only_fixed_layouts_have_code(rows: list[Row]) -> None:
    expected = {"dd/MM/y", "d MMMM y", "EEEE, d MMMM y", "y-MM-dd HH:mm:ss", "yMMdd"}
    assert set(fixed(rows)) == expected


def test_layouts_that_read_one_text_as_two_days_have_no_code(reader: Translator) -> None:
    assert fixed(reader.shapes(["25/04/2015", "04/25/2015", "2018-05-09"]).rows()) == ["y-MM-dd"]


def test_python_code_reads_the_column(reader: Translator) -> None:
    assert list(map(run(code(reader, COLUMN, "python")), COLUMN)) == DATES


def test_pandas_code_reads_the_column(reader: Translator) -> None:
    pandas = pytest.importorskip("pandas")
    found = run(code(reader, COLUMN, "pandas"))(pandas.Series(COLUMN))
    assert [None if day is pandas.NaT else day.date() for day in found] == DATES


def test_polars_code_reads_the_column(reader: Translator) -> None:
    polars = pytest.importorskip("polars")
    parse = run(code(reader, COLUMN, "polars"))
    assert polars.DataFrame({"day": COLUMN}).select(parse(polars.col("day"))).to_series().to_list() == DATES


def test_duckdb_code_reads_the_column(reader: Translator) -> None:
    duckdb = pytest.importorskip("duckdb")
    connection = duckdb.connect()
    connection.execute("CREATE TABLE t (day VARCHAR)")
    connection.executemany("INSERT INTO t VALUES (?)", [[text] for text in COLUMN])
    found = connection.execute(f"SELECT {code(reader, COLUMN, 'duckdb')} FROM t").fetchall()
    assert [day for (day,) in found] == DATES


def test_postgres_code_counts_from_the_first_of_the_month(reader: Translator) -> None:
    assert code(reader, ["25.04.2018", "09.05.2018"], "postgres") == (
        "COALESCE(\n"
        "    (SELECT CASE WHEN to_char(first + day - 1, 'MM') = to_char(first, 'MM') THEN first + day - 1 END\n"
        "        FROM (SELECT to_date(found[3] || ' ' || found[2], 'YYYY MM') AS first, found[1]::int AS day\n"
        "            FROM regexp_match(\"day\", '^(0[1-9]|[12][0-9]|3[01])\\.(0[1-9]|1[0-2])\\.([12][0-9]{3}|9999)$')"
        " AS found) AS parts)\n"
        ")\n"
    )


@pytest.mark.parametrize(
    ("column", "read", "said"),
    [
        # Years of two digits beside those of four.
        (
            ["2018/05/09", "20/08/18", "9 May 2018", "9 May 18", "9-Jun-2018", "18-Jun-12"],
            [0, 2, 4],
            "Not read: 3",
        ),
        # Years that are none of ours, days that there are not.
        (["9 May 2018", "18 may 4071", "31 April 2018"], [0], "Not read: 2"),
        # No cell is read that datenorm leaves open: the whole layout is left out.
        (
            ["2018-05-09", "16/05/2022 00:29", "06/09/2023 12:01", "4/25/18"],
            [0],
            "dd/MM/y HH:mm is left out: '06/09/2023 12:01' would be 2023-09-06, but it is ambiguous",
        ),
        # Names that May, Jun and Jul share with other languages.
        (["22-Jun-2018", "23-Jul-2018", "04-May-2018"], [0, 1, 2], ""),
        (["9 May 2018", "5 June 2018", "5 Sept 2018"], [0, 1], "Not read: 1"),
        ([" 9 May 2018", "9 May 2018"], [0, 1], ""),
    ],
)
def test_code_reads_what_datenorm_answers_and_nothing_else(
    reader: Translator, column: list[str], read: list[int], said: str
) -> None:
    dates = [
        answer.iso if i in read else None for i, answer in enumerate(reader.translate_column(column).answers)
    ]
    found = code(reader, column, "python")
    assert [day and day.isoformat() for day in map(run(found), column)] == dates
    assert said in found and ("# " in found) == bool(said)
    duckdb = pytest.importorskip("duckdb")
    connection = duckdb.connect()
    connection.execute("CREATE TABLE t (day VARCHAR)")
    connection.executemany("INSERT INTO t VALUES (?)", [[text] for text in column])
    answers = connection.execute(f"SELECT {code(reader, column, 'duckdb')} FROM t").fetchall()
    assert [day and day.isoformat() for (day,) in answers] == dates
