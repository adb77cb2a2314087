import csv
import io
import os
import stat
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from datenorm.errors import DatenormError, TableError
from datenorm.files import complete_file
from datenorm.judging.answer import Alternative, Translation
from datenorm.reading.columns import ColumnEvidence
from datenorm.tables.bad_rows import BadRows
from datenorm.tables.cells import Hints, Policy, RememberingReader, Written
from datenorm.tables.conversion import convert, survey
from datenorm.tables.delimited import DelimitedTable
from datenorm.tables.encodings import Encoding
from datenorm.tables.formats import Source, find_column
from datenorm.tables.groups import Group
from datenorm.tables.lines import LineFormat, TextLines, explained, write_lines
from datenorm.tables.preamble import Dialect
from datenorm.tables.request import Request
from datenorm.tables.settled import Settled
from datenorm.tables.summary import Summary
from datenorm.tables.survey import Survey

ORDERS = Path(__file__).parents[2] / "data" / "orders.csv"
NOTHING = Hints.none(0)
AMBIGUOUS = (Alternative("2015-04-03", 0.6), Alternative("2015-03-04", 0.4))


def read(texts: Sequence[str], hints: Hints = NOTHING) -> list[Translation]:
    """Answer like a translator that knows ISO dates and one ambiguous text; quick enough for hypothesis."""
    return [answer(text) for text in texts]


def answer(text: str) -> Translation:
    if not text.strip():
        return Translation(text, None, "empty", 1.0, reason="nothing there")
    if text == "03/04/2015":
        return Translation(text, None, "ambiguous", 0.6, AMBIGUOUS, reason="two good readings")
    if text[:2] == "20" and len(text) == 10:
        return Translation(text, text, "ok", 0.99, (Alternative(text, 0.99),))
    return Translation(text, None, "rejected", 0.9876, reason="not a date")


READ_ALL = Settled.of(nulls=())


def converted(table: str | bytes, *columns: str, delimiter: str | None = None, **options: Any) -> bytes:
    """Return the bytes that become of a table, str or bytes."""
    raw = table if isinstance(table, bytes) else table.encode()
    output = io.BytesIO()
    opened = DelimitedTable(io.BytesIO(raw), "orders.csv", Dialect(delimiter))
    convert(opened, output, read, Request(columns or ("date",), **options))
    return output.getvalue()


def error_of(table: str | bytes, *columns: str, **options: Any) -> str:
    with pytest.raises(TableError) as caught:
        converted(table, *columns, **options)
    return str(caught.value)


# Cells.


def test_a_policy_says_what_is_written_for_an_answer_without_a_date() -> None:
    unclear = Translation(
        "3/4", None, "ambiguous", 0.6, (Alternative("--04-03", 0.6), Alternative("--03-04", 0.4))
    )
    no_date = Translation("hello", None, "rejected", 0.9)
    assert [Policy().written(answer) for answer in (unclear, no_date)] == ["", ""]
    assert [Policy("best", "keep").written(answer) for answer in (unclear, no_date)] == ["--04-03", "hello"]
    assert [bool(Policy("fail", "blank").failure(answer)) for answer in (unclear, no_date)] == [True, False]
    assert [bool(Policy("blank", "fail").failure(answer)) for answer in (unclear, no_date)] == [False, True]


def test_the_new_columns_stand_behind_the_others() -> None:
    assert converted("id,date\n1,2018-05-09\n2,hello\n3,\n") == (
        b"id,date,date_iso,date_status,date_confidence\n"
        b"1,2018-05-09,2018-05-09,ok,0.9900\n"
        b"2,hello,,rejected,0.9876\n"
        b"3,,,empty,1.0000\n"
    )


def test_two_columns_may_be_converted_at_once() -> None:
    assert converted("sent,paid\n2018-05-09,hello\n", "paid", "sent") == (
        b"sent,paid,paid_iso,paid_status,paid_confidence,sent_iso,sent_status,sent_confidence\n"
        b"2018-05-09,hello,,rejected,0.9876,2018-05-09,ok,0.9900\n"
    )


def test_alternatives_are_one_cell_of_dates_and_probabilities() -> None:
    lines = converted("date\n03/04/2015\n", alternatives=True).decode().splitlines()
    assert lines[0].endswith(",date_alternatives")
    assert lines[1] == "03/04/2015,,ambiguous,0.6000,2015-04-03:0.6000 2015-03-04:0.4000"


def test_a_policy_fills_cells_that_would_be_blank() -> None:
    policy = Policy("best", "keep")
    lines = converted('date\n03/04/2015\n"soon, or ""later"""\n', policy=policy).decode().splitlines()
    assert lines[1] == "03/04/2015,2015-04-03,ambiguous,0.6000"
    assert lines[2] == '"soon, or ""later""","soon, or ""later""",rejected,0.9876'


def test_a_text_with_a_line_end_is_kept_in_quotes() -> None:
    assert converted('date\n"a\nb"\n', policy=Policy("blank", "keep")) == (
        b'date,date_iso,date_status,date_confidence\n"a\nb","a\nb",rejected,0.9876\n'
    )


def test_a_policy_that_fails_names_the_row() -> None:
    table = 'date,note\n2018-05-09,"two\nlines"\nhello,\n'
    assert error_of(table, policy=Policy("blank", "fail")) == "orders.csv:4: date: 'hello': not a date"


# What is not ours comes out byte for byte.


@given(st.text("ab\r\n\x0b\u2028é"), st.sampled_from([1, 2, 3, 7]))
def test_lines_are_those_of_python_wherever_blocks_end(text: str, block: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("datenorm.tables.encodings.BLOCK", block)
        lines = list(Encoding(None, "orders.csv").lines(io.BytesIO(text.encode())))
    assert lines == list(io.StringIO(text, newline=""))


def test_carriage_returns_alone_are_lines_too_and_are_not_gathered() -> None:
    stream = io.BytesIO(b"\r" * 1_000_000)
    lines = Encoding(None, "orders.csv").lines(stream)
    assert next(lines) == "\r"
    assert stream.tell() < 1_000_000  # the rest is still to be read
    assert sum(1 for _ in lines) == 999_999


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_stay_as_they_are(end: str) -> None:
    table = end.join(["date,note", '2018-05-09,"a\nb"', "hello,"]) + end
    assert (
        converted(table)
        == end.join(
            [
                "date,note,date_iso,date_status,date_confidence",
                '2018-05-09,"a\nb",2018-05-09,ok,0.9900',
                "hello,,,rejected,0.9876",
                "",
            ]
        ).encode()
    )


def test_a_last_line_without_an_end_stays_without_one() -> None:
    assert converted("date\nhello").endswith(b"hello,,rejected,0.9876")
    assert converted("date") == b"date,date_iso,date_status,date_confidence"


def test_a_byte_order_mark_stays_and_is_no_part_of_a_name() -> None:
    assert converted(b"\xef\xbb\xbfdate\nhello\n").startswith(b"\xef\xbb\xbfdate,date_iso,")


def test_unusual_quoting_and_spaces_stay() -> None:
    assert b'\n "x" ,"y", hello ,,rejected,' in converted('a,b,date\n "x" ,"y", hello \n')


def test_blank_lines_stay_and_are_no_rows_but_in_a_table_of_one_column() -> None:
    assert converted("a,date\n\n1,hello\n\n\n") == (
        b"a,date,date_iso,date_status,date_confidence\n\n1,hello,,rejected,0.9876\n\n\n"
    )
    assert converted("date\n\nhello\n").splitlines()[1:] == [b",,empty,1.0000", b"hello,,rejected,0.9876"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_header_shows_the_delimiter(delimiter: str) -> None:
    table = (
        delimiter.join(["id", '"name, first; last"', "date"])
        + "\n"
        + delimiter.join(["1", "x", "hello"])
        + "\n"
    )
    assert converted(table).splitlines()[1].decode() == delimiter.join(
        ["1", "x", "hello", "", "rejected", "0.9876"]
    )


def test_new_cells_are_quoted_where_the_whole_header_is() -> None:
    assert converted('"id","date"\n"1","2018-05-09"\n') == (
        b'"id","date","date_iso","date_status","date_confidence"\n"1","2018-05-09","2018-05-09","ok","0.9900"\n'
    )


CELLS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
DIALECTS = st.fixed_dictionaries(
    {
        "delimiter": st.sampled_from(",;\t|"),
        "quoting": st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC]),
        "lineterminator": st.just("\r\n"),
    }
)


@settings(deadline=None)
@given(
    st.integers(1, 4).flatmap(lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width))),
    DIALECTS,
)
def test_every_row_and_cell_is_preserved_whatever_the_cells_hold(rows: list[list[str]], dialect: Any) -> None:
    width = len(rows[0]) if rows else 1
    written = io.StringIO(newline="")
    csv.writer(written, **dialect).writerows([["date", *(f"c{i}" for i in range(1, width))], *rows])
    table = written.getvalue()
    out = converted(
        table, delimiter=dialect["delimiter"], policy=Policy("blank", "keep"), settled=READ_ALL
    ).decode()
    got = list(csv.reader(io.StringIO(out, newline=""), delimiter=dialect["delimiter"]))
    assert [row[:width] for row in got[1:]] == rows
    assert [row[width + 1] for row in got[1:]] == [answer(row[0]).status for row in rows]
    kept = [row[0] if answer(row[0]).status == "rejected" else answer(row[0]).iso or "" for row in rows]
    kept = [
        f"'{cell}"
        if cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"))
        else cell
        for cell in kept
    ]
    assert [row[width] for row in got[1:]] == kept


@settings(deadline=None)
@given(st.lists(st.tuples(CELLS, CELLS), max_size=8), st.sampled_from(["\n", "\r\n"]))
def test_rows_start_with_their_own_bytes(rows: list[tuple[str, str]], end: str) -> None:
    lines = ['date,"other"'] + [f'"{a.replace(chr(34), 2 * chr(34))}",{i}' for i, (a, _) in enumerate(rows)]
    out = converted(end.join([*lines, ""]))
    start = 0
    for line in lines:
        assert out.startswith(line.encode() + b",", start)
        start = out.index(end.encode(), start + len(line.encode())) + len(end)
    assert start == len(out)


@settings(deadline=None)
@given(
    st.integers(1, 4).flatmap(lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width))),
    DIALECTS,
)
def test_only_cells_with_a_date_are_replaced(rows: list[list[str]], dialect: Any) -> None:
    width = len(rows[0]) if rows else 1
    written = io.StringIO(newline="")
    csv.writer(written, **dialect).writerows([[*(f"c{i}" for i in range(1, width)), "date"], *rows])
    out = converted(written.getvalue(), delimiter=dialect["delimiter"], replace=True).decode()
    got = list(csv.reader(io.StringIO(out, newline=""), delimiter=dialect["delimiter"]))[1:]
    assert got == [[*row[:-1], answer(row[-1]).iso or row[-1]] for row in rows]
    if not any(answer(row[-1]).iso for row in rows):
        assert out == written.getvalue()


def ordered(*orders: str | None) -> Hints:
    return Hints.none(len(orders))._replace(orders=orders)


def test_each_text_is_read_once_as_long_as_it_is_remembered() -> None:
    asked: list[Any] = []

    def noting(texts: Sequence[str], hints: Hints) -> list[Translation]:
        asked.extend(zip(texts, hints.orders, strict=True))
        return [Translation(text, order, "ok", 1.0) for text, order in zip(texts, hints.orders, strict=True)]

    reader = RememberingReader(noting, lambda answer: answer, limit=4)
    for _ in range(3):
        answers = reader(["a", "b", "a"], ordered("DMY", None, None))
        assert [(found.text, found.iso) for found in answers] == [("a", "DMY"), ("b", None), ("a", None)]
    assert asked == [("a", "DMY"), ("b", None), ("a", None)]
    reader(["c", "d"], ordered(None, None))  # five are too many: the two read last are kept
    reader(["d", "a"], ordered(None, "DMY"))
    assert asked[3:] == [("c", None), ("d", None), ("a", "DMY")]


@pytest.mark.parametrize("slow", ["2000-01-01", "2000-01-05", "2000-01-09", "none"])
def test_what_is_asked_does_not_depend_on_which_chunk_is_read_first(
    monkeypatch: pytest.MonkeyPatch, slow: str
) -> None:
    monkeypatch.setattr("datenorm.tables.conversion.ROWS", 4)
    content = "date\n" + "".join(f"2000-01-{number * 3 % 13:02d}\n" for number in range(40))
    asked: list[tuple[str, ...]] = []

    def reader(texts: Sequence[str], hints: Hints) -> list[Translation]:
        if slow in texts:
            time.sleep(0.05)
        asked.append(tuple(texts))
        return read(texts)

    outputs, request = [], Request(["date"])
    for ahead in (False, True):
        outputs.append(io.BytesIO())
        first, again = (DelimitedTable(io.BytesIO(content.encode()), "a.csv", Dialect()) for _ in "ab")
        convert(again, outputs[-1], reader, request, survey(first, request), ahead=ahead)
    assert outputs[0].getvalue() == outputs[1].getvalue()
    half = len(asked) // 2
    assert sorted(asked[:half]) == sorted(asked[half:])
    assert sorted(sum(asked[:half], ())) == sorted({text for row in asked for text in row})


def test_what_ends_the_reading_of_a_chunk_ends_that_of_those_that_wait_for_it() -> None:
    def reader(texts: Sequence[str], hints: Hints) -> list[Translation]:
        raise MemoryError

    remembering = RememberingReader(reader, lambda answer: answer)
    first, second = (remembering.asked([text], ordered(None)) for text in "aa")
    for one in (first, second):
        with pytest.raises(MemoryError):
            one()


def test_more_rows_than_one_chunk_holds_come_out_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("datenorm.tables.conversion.ROWS", 3)
    out = converted("id,date\n" + "".join(f"{number},hello\n" for number in range(10)))
    assert [line.split(b",")[0] for line in out.splitlines()[1:]] == [b"%d" % number for number in range(10)]


@pytest.mark.parametrize("rows_of_a_chunk", [1, 2, 100])
def test_the_first_rows_decide_and_later_ones_that_contradict_are_told(
    monkeypatch: pytest.MonkeyPatch, rows_of_a_chunk: int
) -> None:
    monkeypatch.setattr("datenorm.tables.conversion.ROWS", rows_of_a_chunk)
    asked: list[Any] = []

    def reader(texts: Sequence[str], hints: Hints) -> list[Translation]:
        asked.extend(zip(texts, hints.orders, strict=True))
        return read(texts)

    cells = ["03/04/2015", "25/04/2015", "01/02/2015", "04/30/2015", "26/04/2015", "05/31/2015"]
    table = DelimitedTable(io.BytesIO("\n".join(["date", *cells]).encode()), "orders.csv", Dialect())
    summary = convert(table, io.BytesIO(), reader, Request(["date"], order_from=3))
    assert {order for _, order in asked} == {"DMY"}
    assert summary.lines()[2:4] == [
        "  order DMY: 1 of 3 numeric dates is no MDY (row 2: '25/04/2015')",
        "    but later 2 are no DMY (row 4: '04/30/2015')",
    ]
    [report] = summary.to_dict()["columns"]
    assert report["orders"][0]["contradicted"] == "2 are no DMY (row 4: '04/30/2015')"


OF_TWO_COUNTRIES = [
    ("de", "1/2/2015"),
    ("us", "4/25/2015"),
    ("de", "25/4/2015"),
    ("us", "1/2/2015"),
    ("de", "25/4/2015"),
]


def orders_of(cells: Sequence[tuple[str, str]], **options: Any) -> tuple[Survey, dict[Group, str]]:
    """Return the survey of a column `date` beside one of countries, (country, cell) each, and the order of each group."""
    rows = "".join(f"{country},{cell}\n" for country, cell in cells)
    table = DelimitedTable(io.BytesIO(f"country,date\n{rows}".encode()), "orders.csv", Dialect())
    surveyed = survey(table, Request(["date"], **options))
    return surveyed, {
        group: evidence.numbers.explained() for (_, group), evidence in surveyed.evidence.items()
    }


@pytest.mark.parametrize("rows_of_a_chunk", [1, 2, 100])
@pytest.mark.parametrize("remembered", [1, 2, 100])
def test_a_survey_counts_each_cell_and_names_the_first_row_of_its_group(
    monkeypatch: pytest.MonkeyPatch, rows_of_a_chunk: int, remembered: int
) -> None:
    monkeypatch.setattr("datenorm.tables.conversion.ROWS", rows_of_a_chunk)
    monkeypatch.setattr("datenorm.tables.survey.REMEMBERED", remembered)
    surveyed, orders = orders_of(OF_TWO_COUNTRIES, group_by="country")
    assert surveyed.rows == 5
    assert orders == {
        "de": "order DMY: 2 of 3 numeric dates are no MDY (row 3: '25/4/2015')",
        "us": "order MDY: 1 of 2 numeric dates is no DMY (row 2: '4/25/2015')",
    }
    _, orders = orders_of(OF_TWO_COUNTRIES)
    assert orders[""].startswith("order mixed: 1 is no DMY (row 2: '4/25/2015'), 2 are no MDY (row 3:")


def test_a_survey_asks_one_cell_of_each_shape_and_counts_all_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[int, str, int]] = []
    monkeypatch.setattr(
        ColumnEvidence, "add", lambda self, row, text, cells: asked.append((row, text, cells))
    )
    orders_of([("de", cell) for cell in ("09/05/2018", "04/11/1999", "25/04/2015", "soon", "13/04/2015")])
    assert asked == [(1, "09/05/2018", 2), (3, "25/04/2015", 2), (4, "soon", 1)]


def test_a_day_that_a_month_lacks_is_no_evidence_for_its_shape() -> None:
    _, orders = orders_of([("de", "31/04/2015"), ("de", "25/04/2015")])
    assert orders == {"": "order DMY: 1 of 1 numeric date is no MDY (row 2: '25/04/2015')"}


def test_unread_cells_of_one_shape_are_told_by_the_first_of_them() -> None:
    summary = Summary.empty(["date"], {})
    for text in ("03/04/2015", "05/06/2015", "soon", "03/04/2015"):
        settle = "" if text == "soon" else "give --order"
        summary.count("date", [Written((), None, "ambiguous", text, None, settle)])
    assert summary.lines()[-2:] == ["  ambiguous: like '03/04/2015' 3; give --order", "  ambiguous: 'soon' 1"]


def test_a_language_is_told_for_the_cells_whose_months_need_one() -> None:
    asked: list[Any] = []

    def reader(texts: Sequence[str], hints: Hints) -> list[Translation]:
        asked.extend(zip(texts, hints.languages, strict=True))
        return read(texts)

    cells = ["9 listopada 2018", "5 grudnia 2018", "hello", "3 lis 2018"]
    table = DelimitedTable(io.BytesIO("\n".join(["date", *cells]).encode()), "orders.csv", Dialect())
    summary = convert(table, io.BytesIO(), reader, Request(["date"], order_from=9))
    assert asked == [(cells[0], "pl"), (cells[1], None), (cells[2], None), (cells[3], "pl")]
    assert summary.lines()[3] == (
        "  language pl or szl: no other has the months of row 1 ('9 listopada 2018') and row 2 ('5 grudnia 2018')"
    )
    [report] = summary.to_dict()["columns"]
    assert report["languages"][0]["language"] == "pl"


def test_rows_that_come_too_late_decide_nothing() -> None:
    table = DelimitedTable(io.BytesIO(b"date\n03/04/2015\n25/04/2015\n"), "orders.csv", Dialect())
    summary = convert(table, io.BytesIO(), read, Request(["date"], order_from=1))
    assert "order open" in summary.lines()[2]


def test_a_table_is_read_as_it_is_converted() -> None:
    class Endless(io.RawIOBase):
        """Rows without end, which nobody could read to the end first."""

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: Any) -> int:
            rows = b"date\n" + b"hello\n" * (len(buffer) // 6)
            buffer[: len(buffer)] = rows[: len(buffer)]
            return len(buffer)

    class Enough(Exception):
        pass

    def stop(texts: Sequence[str], hints: Hints) -> NoReturn:
        raise Enough

    for ahead in (False, True):
        table = DelimitedTable(io.BufferedReader(Endless()), "endless", Dialect(","))
        with pytest.raises(Enough):
            convert(table, io.BytesIO(), stop, Request(["date"]), ahead=ahead)


def test_reading_ahead_writes_while_the_next_chunk_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("datenorm.tables.conversion.ROWS", 2)
    told, second = [], threading.Event()

    def reader(texts: Sequence[str], hints: Hints) -> list[Translation]:
        if "2018-05-03" in texts:  # of the second chunk, whose answers come only when the first is written
            assert second.wait(20)
        return read(texts)

    def advance(rows: int) -> None:
        told.append(rows)
        second.set()

    cells = [f"2018-05-0{number}" for number in range(1, 8)]
    table = DelimitedTable(io.BytesIO("\n".join(["date", *cells]).encode()), "orders.csv", Dialect())
    output = io.BytesIO()
    convert(table, output, reader, Request(["date"]), advance=advance, ahead=True)
    assert told == [2, 2, 2, 1]
    assert output.getvalue().decode().splitlines()[1:] == [f"{cell},{cell},ok,0.9900" for cell in cells]


def test_the_sample_keeps_its_31_records_byte_for_byte() -> None:
    raw = ORDERS.read_bytes()
    records = list(csv.reader(io.StringIO(raw.decode(), newline="")))
    out = converted(raw, "ordered_at").decode()
    got = list(csv.reader(io.StringIO(out, newline="")))
    assert len(got) == 31
    assert [row[:6] for row in got] == records
    assert out.replace(",ordered_at_iso,ordered_at_status,ordered_at_confidence", "").startswith(
        raw[:60].decode()
    )


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "utf-16", "utf-8-sig", "utf-8"])
def test_a_table_comes_out_in_the_encoding_it_went_in(encoding: str) -> None:
    raw = "név,date\r\nJürgen,2018-05-09\r\nJosé,hello\r\n".encode(encoding)
    output = io.BytesIO()
    table = DelimitedTable(io.BytesIO(raw), "orders.csv", Dialect(), encoding)
    convert(table, output, read, Request(["date"], policy=Policy("blank", "keep")))
    assert output.getvalue() == (
        "név,date,date_iso,date_status,date_confidence\r\n"
        "Jürgen,2018-05-09,2018-05-09,ok,0.9900\r\nJosé,hello,hello,rejected,0.9876\r\n"
    ).encode(encoding)


def test_an_unknown_encoding_is_named() -> None:
    with pytest.raises(TableError, match="knows no encoding 'utf-9'"):
        DelimitedTable(io.BytesIO(b"date\n"), "orders.csv", Dialect(), "utf-9")


def test_without_a_header_columns_have_numbers() -> None:
    output = io.BytesIO()
    table = DelimitedTable(io.BytesIO(b"a,2018-05-09\nb,hello\n"), "orders.csv", Dialect(), header=False)
    summary = convert(table, output, read, Request(["2"]))
    assert output.getvalue() == b"a,2018-05-09,2018-05-09,ok,0.9900\nb,hello,,rejected,0.9876\n"
    assert summary.rows == 2


# Errors name the place and the way out.


def test_a_missing_column_names_those_there_are_and_the_closest() -> None:
    assert error_of("id,Ordered_At\n", "orderd_at") == (
        "no column 'orderd_at'; the columns are id, Ordered_At (did you mean 'Ordered_At'?)"
    )
    assert error_of("id,date\n", "xyz") == "no column 'xyz'; the columns are id, date"


def test_a_name_that_two_columns_have_is_not_guessed() -> None:
    table = DelimitedTable(io.BytesIO(b"date,date\n"), "orders.csv", Dialect())
    with pytest.raises(TableError, match="2 columns are called 'date'"):
        find_column(table, "date")


def test_a_table_that_has_the_new_columns_already_is_not_converted_twice() -> None:
    assert "already has a column 'date_iso'" in error_of("date,date_iso\n")


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (b"", "orders.csv:1: the first line must name the columns, and it is empty"),
        (b"id,date\n1,x\n1\n", "orders.csv:3: 1 cell, where the header has 2"),
        (b"id,date\n1,9 May, 2018\n", "orders.csv:2: 3 cells, where the header has 2"),
        (
            b'id,date\n1,"a\nb"\n2,J\xfcrgen\n',
            "orders.csv:4: not UTF-8 (byte 0xfc); say its --encoding, cp1252 for one",
        ),
        (b'id,date\n1,x\n2,"open\n3,x\n', "orders.csv:3: a quoted cell does not end as it should"),
    ],
)
def test_a_malformed_table_is_named_by_line(table: bytes, expected: str) -> None:
    assert error_of(table).startswith(expected)


def test_a_cell_over_the_limit_is_told_with_the_option_that_moves_it() -> None:
    csv.field_size_limit(131_072)
    table = b'date\n"' + b"x" * (1 << 20) + b'"\n'
    with pytest.raises(TableError) as caught:
        list(DelimitedTable(io.BytesIO(table), "orders.csv", longest_line=1).chunks(9))
    assert str(caught.value) == (
        "orders.csv:2: a cell of more than 524,288 characters, or a quote that does not end; "
        "--longest-line lets longer ones pass"
    )


@pytest.mark.parametrize(
    "table",
    [
        b"id,date\r\n1,2018-05-09\r\n\x1a",
        b"id,date\r\n1,2018-05-09\x1a\x1a",
        b'id,date\r\n1,"2018-05-09"\x1a',
        b"date\n2018-05-09\n\x1a",
        b"date\x1a",
    ],
)
def test_the_end_of_a_file_of_dos_is_no_row_and_stays(table: bytes) -> None:
    plain, marks = table.rstrip(b"\x1a"), table[len(table.rstrip(b"\x1a")) :]
    assert converted(table) == converted(plain) + marks
    assert converted(table, replace=True) == converted(plain, replace=True) + marks


def kept(table: bytes, **options: Any) -> tuple[bytes, Summary]:
    """Return the output and the summary of a table whose malformed rows may pass."""
    output = io.BytesIO()
    opened = DelimitedTable(io.BytesIO(table), "orders.csv", Dialect(), bad=BadRows(keep=True))
    summary = convert(opened, output, read, Request(["date"], **options))
    return output.getvalue(), summary


@pytest.mark.parametrize("replace", [False, True])
def test_a_malformed_row_may_pass_as_it_is(replace: bool) -> None:
    out, summary = kept(b"id,date\n1,2018-05-09\n2\n3,2018-05-10,x\n4,2018-05-11\n", replace=replace)
    assert out.splitlines()[2:4] == [b"2", b"3,2018-05-10,x"]
    assert summary.rows == 2
    assert summary.statuses["date"]["ok"] == 2
    assert summary.lines()[1] == (
        "2 malformed rows left as they are, the first: orders.csv:3: 1 cell, where the header has 2"
    )
    assert summary.to_dict()["bad_rows"]["count"] == 2


def test_a_row_with_bytes_outside_the_encoding_is_converted_and_told_as_such() -> None:
    output, summary = kept(b"date,x\n2018-05-09,\xe9\n\xe9\n2018-05-09,\xe9\n")
    assert [line.split(b",")[-3:] for line in output.splitlines()[1:]] == [
        [b"2018-05-09", b"ok", b"0.9900"],
        [b"\xe9"],
        [b"2018-05-09", b"ok", b"0.9900"],
    ]
    complaint = "not UTF-8 (byte 0xe9); say its --encoding, cp1252 for one"
    assert summary.lines()[1:3] == [
        f"1 malformed row left as it is: orders.csv:3: 1 cell, where the header has 2; {complaint}",
        f"2 rows with bytes outside the encoding, read as any other, the first: orders.csv:2: {complaint}",
    ]
    assert summary.to_dict()["undecoded_rows"]["count"] == 2


def test_bytes_outside_the_encoding_may_pass_in_their_cells() -> None:
    out, summary = kept(b"note,date\ncaf\xe9,2018-05-09\n")
    assert out == b"note,date,date_iso,date_status,date_confidence\ncaf\xe9,2018-05-09,2018-05-09,ok,0.9900\n"
    assert (summary.rows, summary.bad.count, summary.bad.undecoded) == (1, 0, 1)


def test_a_quote_without_an_end_is_an_error_still() -> None:
    with pytest.raises(TableError, match="a quoted cell does not end"):
        kept(b'id,date\n1,"2018-05-09\n')


def test_a_cell_of_a_megabyte_is_still_a_cell() -> None:
    assert converted(b'date\n"' + b"x" * 1_000_000 + b'"\n').endswith(b",,rejected,0.9876\n")


def test_a_file_of_another_kind_is_refused_by_its_extension(tmp_path: Path) -> None:
    with (
        pytest.raises(TableError, match=r"orders.ods: not a table we read; those are \.csv, \.tsv"),
        Source(tmp_path / "orders.ods").open(),
    ):
        pass


def test_a_tsv_is_read_with_tabs_whatever_its_header_shows(tmp_path: Path) -> None:
    path = tmp_path / "orders.tsv"
    path.write_bytes(b"a,b,c\tdate\n1\thello\n")
    with Source(path).open() as table:
        assert list(table.columns) == ["a,b,c", "date"]


# Outputs.


def test_an_output_has_its_name_only_when_it_is_complete(tmp_path: Path) -> None:
    path = tmp_path / "clean.csv"
    with complete_file(path) as stream:
        stream.write(b"x")
        assert not path.exists()
    assert path.read_bytes() == b"x"
    assert os.listdir(tmp_path) == ["clean.csv"]


@pytest.mark.parametrize("failure", [ValueError, KeyboardInterrupt])
def test_a_failure_leaves_neither_a_half_file_nor_a_trace_and_the_old_file_as_it_was(
    tmp_path: Path, failure: type[BaseException]
) -> None:
    path = tmp_path / "clean.csv"
    path.write_bytes(b"old")
    with pytest.raises(failure), complete_file(path) as stream:
        stream.write(b"half")
        raise failure
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["clean.csv"]


def test_an_output_has_the_rights_that_any_new_file_has(tmp_path: Path) -> None:
    with complete_file(tmp_path / "clean.csv"):
        pass
    (tmp_path / "other").touch()
    modes = {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    assert len(modes) == 1


def test_a_link_is_written_through_and_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "link.csv").symlink_to(tmp_path / "real.csv")
    with complete_file(tmp_path / "link.csv") as stream:
        stream.write(b"x")
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "real.csv").read_bytes() == b"x"


def test_a_named_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    got = []
    reader = threading.Thread(target=lambda: got.append(path.read_bytes()))
    reader.start()
    with complete_file(path) as stream:
        stream.write(b"x")
    reader.join()
    assert got == [b"x"]
    assert path.is_fifo()


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with (
        pytest.raises(DatenormError, match=r"nowhere/clean.csv: cannot be written: No such file"),
        complete_file(tmp_path / "nowhere" / "clean.csv"),
    ):
        pass


# Lines.


def test_lines_come_as_they_are_whatever_their_ends_and_bytes() -> None:
    stream = io.BytesIO("9 мая\r\n\nx\xa0\n".encode() + b"\xff\nlast")
    bad = BadRows(keep=True)
    assert [line for lines in TextLines(stream, "dates.txt", bad=bad) for line in lines] == [
        "9 мая",
        "",
        "x\xa0",
        "\udcff",
        "last",
    ]


def test_a_line_is_answered_before_the_next_one_is_there() -> None:
    reader, writer = os.pipe()
    with open(reader, "rb") as stream:
        lines = iter(TextLines(stream, "dates.txt"))
        for text in ("one", "two"):
            os.write(writer, text.encode() + b"\n")
            assert next(lines) == [text]
        os.close(writer)
        assert next(lines, None) is None


def lines_of(texts: Sequence[str], **options: Any) -> tuple[bytes, list[int]]:
    output = io.BytesIO()
    form = LineFormat(**options)
    unread = list(write_lines([texts], output, lambda chunk: list(map(form.of, read(chunk)))))
    return output.getvalue(), [remark.number for remark in unread if remark.unread]


def test_each_text_has_one_line_and_those_without_a_date_are_named() -> None:
    assert lines_of(["2018-05-09", "hello", "03/04/2015", ""]) == (b"2018-05-09\n\n\n\n", [2, 3, 4])


def test_a_likelier_reading_that_is_written_is_read() -> None:
    assert lines_of(["03/04/2015"], policy=Policy("best", "blank")) == (b"2015-04-03\n", [])


def test_a_text_that_is_kept_is_one_line_with_its_own_bytes() -> None:
    assert lines_of(["a\nb\udcff"], policy=Policy("blank", "keep"))[0] == b"a b\xff\n"
    assert lines_of(["\ud800"], policy=Policy("blank", "keep"))[0] == b"?\n"


def test_readings_stand_behind_a_tab() -> None:
    assert lines_of(["03/04/2015"], alternatives=True)[0] == b"\t2015-04-03:0.6000 2015-03-04:0.4000\n"


def test_json_says_everything_and_can_write_any_text() -> None:
    output, _ = lines_of(["03/04/2015"], as_json=True)
    assert output == (
        b'{"text": "03/04/2015", "iso": null, "status": "ambiguous", "confidence": 0.6, "alternatives": '
        b'[{"iso": "2015-04-03", "probability": 0.6}, {"iso": "2015-03-04", "probability": 0.4}], '
        b'"order": null, "warnings": [], "reason": "two good readings", "code": null, '
        b'"kind": null, "value": null, "start": null, "end": null}\n'
    )
    assert "мая".encode() in lines_of(["мая"], as_json=True)[0]
    assert b'"\\ud800"' in lines_of(["\ud800"], as_json=True)[0]


def test_a_line_that_fails_is_named() -> None:
    with pytest.raises(TableError, match="text 2: 'hello': not a date"):
        lines_of(["2018-05-09", "hello"], policy=Policy("blank", "fail"))


def test_a_long_text_is_cut_in_a_message() -> None:
    assert (
        explained(Translation("x" * 10_000, None, "rejected", 0.0, reason="too long"))
        == f"'{'x' * 59}…': too long"
    )


def test_what_contradicts_a_told_order_and_weekdays_that_do_not_fit_are_counted() -> None:
    summary = Summary.empty(["date"], {})
    warned = Written((), "2018-05-09", "ok", "Friday 9 May 2018", None, warnings=("the text says Friday",))
    against = Written((), None, "rejected", "25/04/2015", None, reason="it is in another", code="told-order")
    summary.count("date", [warned, against, against])
    assert summary.lines()[-2:] == [
        "  1 odd, the first: 'Friday 9 May 2018': the text says Friday",
        "  2 in another order, the first: '25/04/2015': it is in another",
    ]
    [report] = summary.to_dict()["columns"]
    assert [(odd["kind"], odd["cells"]) for odd in report["odd"]] == [("warning", 1), ("told-order", 2)]


def test_years_to_come_are_counted_beside_other_warnings() -> None:
    summary = Summary.empty(["date"], {})
    weekday, future = "the text says Friday", "its year of two digits is in the future: 2045"
    both = Written((), "2045-05-09", "ok", "Friday 9 May 45", None, warnings=(weekday, future))
    one = Written((), "2045-05-10", "ok", "10 May 45", None, warnings=(future,))
    summary.count("date", [one, both, both])
    assert summary.lines()[-2:] == [
        f"  2 odd, the first: 'Friday 9 May 45': {weekday}",
        f"  3 odd, the first: '10 May 45': {future}",
    ]
    [report] = summary.to_dict()["columns"]
    assert {odd["kind"]: odd["cells"] for odd in report["odd"]} == {"warning": 2, "future-year": 3}


def test_a_column_that_one_cell_decides_is_not_wholly_sure() -> None:
    def reader(texts: Sequence[str], hints: Hints) -> list[Translation]:
        return [Translation(text, "2015-04-03", "ok", 1.0, order="DMY") for text in texts]

    table = DelimitedTable(io.BytesIO(b"date\n03/04/2015\n25/04/2015\n"), "orders.csv", Dialect())
    output = io.BytesIO()
    convert(table, output, reader, Request(["date"], order_from=9))
    assert [line.rpartition(b",")[2] for line in output.getvalue().split()[1:]] == [b"0.9500", b"1.0000"]


def test_the_likelier_of_two_readings_is_in_one_order_for_a_whole_column() -> None:
    asked: list[str | None] = []

    def reader(texts: Sequence[str], hints: Hints) -> list[Translation]:
        asked.extend(hints.orders)
        return read(texts)

    table = DelimitedTable(io.BytesIO(b"date\n03/04/2015\n04/05/2015\n"), "orders.csv", Dialect())
    convert(table, io.BytesIO(), reader, Request(["date"], Policy(on_ambiguous="best"), order_from=9))
    assert asked == ["DMY", "DMY"]
