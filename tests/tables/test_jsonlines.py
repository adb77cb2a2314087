import io
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from datenorm.errors import TableError
from datenorm.tables.bad_rows import BadRows
from datenorm.tables.conversion import convert
from datenorm.tables.jsonlines import JsonLinesTable
from datenorm.tables.request import Request
from tests.tables.test_tables import read

MEMBERS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.floats(allow_nan=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


def converted(lines: bytes, **options: Any) -> bytes:
    output = io.BytesIO()
    convert(JsonLinesTable(io.BytesIO(lines), "orders.jsonl"), output, read, Request(["date"], **options))
    return output.getvalue()


def error_of(lines: bytes) -> str:
    with pytest.raises(TableError) as caught:
        converted(lines)
    return str(caught.value)


def test_new_members_stand_behind_the_others_and_the_line_stays_as_it_is() -> None:
    assert converted(b'{ "n": 1.50,"date":"2018-05-09" }  \r\n\n{"n":"\\u00fc"}') == (
        b'{ "n": 1.50,"date":"2018-05-09", "date_iso": "2018-05-09", "date_status": "ok", "date_confidence": 0.99}\r\n\n'
        b'{"n":"\\u00fc", "date_iso": null, "date_status": "empty", "date_confidence": 1.0}'
    )


def test_a_malformed_line_may_pass_as_it_is() -> None:
    lines = b'{"date":"2018-05-09"}\n{"date":\n[1]\n{"date":"caf\xe9"}\n'
    output = io.BytesIO()
    table = JsonLinesTable(io.BytesIO(lines), "orders.jsonl", BadRows(keep=True))
    summary = convert(table, output, read, Request(["date"]))
    assert output.getvalue().splitlines()[1:] == lines.splitlines()[1:]
    assert (summary.rows, summary.bad.count) == (1, 3)
    assert summary.bad.first.startswith("orders.jsonl:2: not JSON")


def test_half_a_surrogate_pair_stays_the_escape_it_was() -> None:
    line = b'{"note":"\\ud800","date":"2018-05-09"}\n'
    assert converted(line, replace=True) == b'{"note":"\\ud800","date":"2018-05-09"}\n'


def test_an_object_without_members_gets_some() -> None:
    assert b'\n{"date_iso": null, ' in converted(b'{"date": null}\n{}\n')


def test_readings_are_an_array() -> None:
    line = converted(b'{"date": "03/04/2015"}\n', alternatives=True)
    assert json.loads(line)["date_alternatives"][0] == {"iso": "2015-04-03", "probability": 0.6}


def test_a_number_is_read_as_a_text() -> None:
    assert json.loads(converted(b'{"date": 20180509}'))["date_status"] == "rejected"


def test_a_spliced_date_changes_nothing_else() -> None:
    line = b'{"k":1, "date" :\t"9 May 2018" , "x":1e400,"k":2,"n":[0.10, {"date": "x"}] }\n'
    table = line.replace(b"9 May 2018", b"2018-05-09")
    assert converted(table, replace=True) == table
    assert converted(b'{"date":"03/04/2015","date":"2018-05-09"}', replace=True) == (
        b'{"date":"03/04/2015","date":"2018-05-09"}'
    )


def test_a_member_of_ours_that_a_later_row_has_is_an_error() -> None:
    lines = b'{"date":"2018-05-09"}\n{"date":"x","date_iso":"y"}\n'
    assert error_of(lines) == "orders.jsonl:2: the row already has 'date_iso'; rename or leave it out first"


def test_members_of_an_earlier_run_are_overwritten_whichever_rows_have_them() -> None:
    first = b'{"date":"2018-05-09"}\n{"date":"2018-05-09"}\n'
    again = converted(first)
    plain, widened = b'{"date":"2018-05-09"}\n', again.splitlines(keepends=True)[0]
    stale = widened.replace(b'"2018-05-09", "date_s', b'"1900-01-01", "date_s')
    assert stale != widened
    for lines in (plain + stale, stale + plain, plain + b'{"date":"2018-05-09", "date_iso": 3}\n'):
        output = io.BytesIO()
        table = JsonLinesTable(io.BytesIO(lines), "orders.jsonl", overwrite=True)
        convert(table, output, read, Request(["date"], overwrite=True))
        assert output.getvalue() == again


def test_a_character_of_an_encoding_that_is_not_one_to_one_is_shown_as_it_is_meant() -> None:
    lines = b'{"date":"2018-05-09","note":["\xfa\x54"],"sign":"\xfa\x54"}\n'  # cp932 has two of them
    (chunk,) = JsonLinesTable(io.BytesIO(lines), "orders.jsonl", encoding="cp932").chunks(9)
    assert [chunk.shown(place) for place in range(3)] == [["2018-05-09"], ['["￢"]'], ["￢"]]


def test_the_end_of_a_file_of_dos_is_no_line_and_stays() -> None:
    line = b'{"date":"2018-05-09"}\r\n'
    assert converted(line + b"\x1a") == converted(line) + b"\x1a"


def test_an_array_in_the_column_is_a_bad_row_and_one_elsewhere_is_not() -> None:
    lines = b'{"date":"2018-05-09","tags":[1]}\n{"date":["x"]}\n{"date":{"y":1}}\n'
    output = io.BytesIO()
    table = JsonLinesTable(io.BytesIO(lines), "orders.jsonl", BadRows(keep=True))
    summary = convert(table, output, read, Request(["date"]))
    assert output.getvalue().splitlines()[1:] == lines.splitlines()[1:]
    assert (summary.rows, summary.bad.count) == (1, 2)


def test_utf16_with_a_mark_comes_out_as_it_went_in() -> None:
    lines = '{"ё":"é","date":"2018-05-09"}\n'.encode("utf-16")
    assert converted(lines, replace=True) == lines


def test_a_date_may_replace_its_text_and_other_lines_stay_as_they_are() -> None:
    lines = b'{"date":"2018-05-09","n":1.50}\n{"date":"hello","n":1.50}\n'
    assert converted(lines, replace=True) == (b'{"date":"2018-05-09","n":1.50}\n{"date":"hello","n":1.50}\n')


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (b"", "orders.jsonl: no lines, so no columns"),
        (b'{"date": "x"}\n{"date": ', "orders.jsonl:2: not JSON: "),
        (b'{"date": "x"}\n[1]\n', "orders.jsonl:2: not a JSON object: [1]"),
        (b'{"date": "x"}\n{"date": "\xfc"}\n', "orders.jsonl:2: not UTF-8"),
        (b'{"date": ["x"]}\n', "orders.jsonl:1: 'date' is no text"),
        (b'{"day": "x"}\n', "no column 'date'; the columns are day"),
        (b"[" * 100_000, "orders.jsonl:1: not JSON"),
    ],
)
def test_a_line_that_is_not_ours_is_named(lines: bytes, expected: str) -> None:
    assert error_of(lines).startswith(expected)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.dictionaries(st.text(), MEMBERS, max_size=4), min_size=1, max_size=5), st.booleans())
def test_every_member_survives(rows: Any, ascii_only: bool) -> None:
    rows = [
        {"date": "2018-05-09", **{k: v for k, v in row.items() if not k.startswith("date")}} for row in rows
    ]
    raw = "\n".join(json.dumps(row, ensure_ascii=ascii_only) for row in rows).encode("utf-8", "surrogatepass")
    try:
        raw.decode()
    except UnicodeDecodeError:
        return  # lone surrogates are no UTF-8
    out = [json.loads(line) for line in converted(raw).decode().split("\n")]
    assert [{k: v for k, v in row.items() if not k.startswith("date_")} for row in out] == rows
    assert {row["date_iso"] for row in out} == {"2018-05-09"}


@pytest.mark.parametrize("blank", ["\v", "\f", "\u00a0"])
def test_what_json_has_not_around_an_object_is_no_json(blank: str) -> None:
    assert "orders.jsonl:1: not JSON" in error_of(f'{{"date":"2018-05-09"}}{blank}\n'.encode())
