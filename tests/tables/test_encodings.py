"""Bytes that come back as they were, in every encoding."""

import contextlib
import gzip
import io
import itertools
import os
import random
import sys

import pytest

from datenorm.errors import TableError
from datenorm.tables.bad_rows import BadRows
from datenorm.tables.conversion import convert
from datenorm.tables.delimited import DelimitedTable
from datenorm.tables.encodings import Encoding
from datenorm.tables.jsonlines import JsonLinesTable
from datenorm.tables.lines import LineFormat, TextLines, write_lines
from datenorm.tables.preamble import Dialect
from datenorm.tables.request import Request
from tests.tables.test_tables import read

# Pairs of bytes that Python writes as other ones: the NEC and IBM rows of Japan, doubles of Taiwan, composed syllables of Korea.
NOT_ONE_TO_ONE = [
    ("cp932", b"\xfa\x54\xed\x40\x87\x90"),
    ("big5", b"\xa1\xc3\xa1\xc5\xa1\xfe"),
    ("euc_jp", b"\xa1\xc1\x8e\xb1"),
    ("euc_kr", b"\xa4\xd4\xa4\xa1\xa4\xbf\xa4\xd4\xb0\xa1"),
    ("gb18030", "\U00100000\U0010fffd".encode("gb18030")),
    ("shift_jis", b"\x81\x5f\x5c"),
    ("cp950", b"\xf9\xf9\xa2\xcc"),
]


@pytest.mark.parametrize(("encoding", "note"), NOT_ONE_TO_ONE)
@pytest.mark.parametrize("replace", [False, True])
def test_other_cells_keep_their_bytes(encoding: str, note: bytes, replace: bool) -> None:
    table = b"note,date\r\n" + note + b',2018-05-09\r\n"' + note + b'",hello\r\n'
    output = io.BytesIO()
    convert(
        DelimitedTable(io.BytesIO(table), "t.csv", Dialect(), encoding),
        output,
        read,
        Request(["date"], replace=replace),
    )
    if replace:
        assert output.getvalue() == table
    else:
        assert output.getvalue().replace(b",2018-05-09,ok,0.9900", b"").replace(
            b",,rejected,0.9876", b""
        ) == (table.replace(b"note,date", b"note,date,date_iso,date_status,date_confidence"))


@pytest.mark.parametrize(
    "encoding", ["cp932", "big5", "euc_jp", "euc_kr", "gbk", "gb18030", "johab", "cp949"]
)
def test_every_pair_of_bytes_comes_back(encoding: str) -> None:
    pairs = (bytes(pair) for pair in itertools.product(range(0x80, 0x100), range(0x30, 0x100)))
    raw = b"\n".join(pairs)
    used = Encoding(encoding, "t.csv")
    assert used.encode("".join(used.blocks(io.BytesIO(raw)))) == raw


EAST_ASIAN = (
    "big5 big5hkscs cp932 cp949 cp950 euc_jis_2004 euc_jisx0213 euc_jp euc_kr gb2312 gb18030 gbk johab shift_jis"
    " shift_jis_2004 shift_jisx0213"
).split()
WITH_STATES = "hz iso2022_jp iso2022_jp_1 iso2022_jp_2 iso2022_jp_3 iso2022_jp_ext iso2022_kr utf_7".split()
# What tables and texts consist of, what is not one to one, what is cut short, and what changes the state.
PIECES = [b"\n", b"\r\n", b"\r", b",", b"9 May 2018", b'"', *(raw for _, raw in NOT_ONE_TO_ONE)]
PIECES += [b"\xa2\xcc\xf9\xd8", b"\x8f\xa2\xb7\xad\xa1", b"\xa4\xd4\xa4\xa1\xa4\xbf\xa4\xd4\xc9\xa1"]
PIECES += [b"\x1b$B", b"\x1b$A", b"\x1b(B", b"!!", b"~{", b"~}", b"~~", b"+AGE-", b"+AAo-"]


@pytest.mark.parametrize("encoding", [*EAST_ASIAN, *WITH_STATES])
def test_any_bytes_come_back_in_their_lines_or_are_told(encoding: str) -> None:
    rng = random.Random(encoding)
    for _ in range(1000):
        size = rng.randrange(1, 25)
        raw = b"".join(
            rng.choice(PIECES) if rng.random() < 0.6 else bytes([rng.randrange(0x80, 0x100)])
            for _ in range(size)
        )
        used = Encoding(encoding, "t.csv")
        try:
            lines = list(used.lines(io.BytesIO(raw)))
        except TableError:
            if encoding in EAST_ASIAN:
                raise
            continue
        assert used.encode("".join(lines)) == raw
        if encoding in EAST_ASIAN:
            assert [used.encode(line) for line in lines] == raw.splitlines(keepends=True)
            assert any(map(used.complaint, lines)) == is_outside(raw, encoding), raw


def is_outside(raw: bytes, encoding: str) -> bool:
    try:
        raw.decode(encoding)
    except UnicodeDecodeError:
        return True
    return False


@pytest.mark.parametrize(
    ("encoding", "cell", "byte"),
    [
        ("big5", b"\xa2\xcc\xf9\xd8", "f9"),
        ("euc_jp", b"\x8f\xa2\xb7\xad\xa1", "ad"),
        ("euc_kr", b"\xa4\xd4\xa4\xa1\xa4\xbf\xa4\xd4\xc9\xa1", "c9"),
    ],
)
def test_a_byte_outside_the_encoding_behind_a_stand_in_is_told_or_kept(
    encoding: str, cell: bytes, byte: str
) -> None:
    raw = b"id,date,x\n1,2018-05-09," + cell + b"\n2,2018-05-09,y\n"
    with pytest.raises(TableError, match=f"t.csv:2: not {encoding.upper()} .byte 0x{byte}."):
        list(DelimitedTable(io.BytesIO(raw), "t.csv", Dialect(), encoding).chunks(10))
    output = io.BytesIO()
    kept = DelimitedTable(io.BytesIO(raw), "t.csv", Dialect(), encoding, bad=BadRows(keep=True))
    assert convert(kept, output, read, Request(["date"])).rows == 2
    assert output.getvalue() == (
        b"id,date,x,date_iso,date_status,date_confidence\n1,2018-05-09,"
        + cell
        + b",2018-05-09,ok,0.9900\n2,2018-05-09,y,2018-05-09,ok,0.9900\n"
    )


def test_the_same_bytes_in_another_state_are_another_character() -> None:
    raw = b"\x1b$B!!\x1b$B0l\x1b(B,\x1b$A0l\x1b(B\n"
    used = Encoding("iso2022_jp_2", "t.csv")
    (line,) = used.lines(io.BytesIO(raw))
    assert used.read(line) == raw.decode("iso2022_jp_2") == "\u3000\u4e00,\u529e\n"
    assert used.encode(line) == raw


def test_a_line_end_that_is_written_as_letters_ends_no_line() -> None:
    assert written(b"2018+AAo-05\n2018-05-09\n", "utf_7") == b"\n2018-05-09\n"


def test_a_stand_in_is_read_as_what_it_stands_for() -> None:
    table = DelimitedTable(io.BytesIO(b"a,date\n\xfa\x54,\xfa\x54\n"), "t.csv", Dialect(), "cp932")
    (chunk,) = table.chunks(10)
    assert chunk.cells(1) == ["\uffe2"]


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_a_mark_says_the_encoding_and_is_kept(name: str) -> None:
    raw = "\ufeffname\tdate\r\né\t2018-05-09\r\n".encode(name)
    output = io.BytesIO()
    convert(
        DelimitedTable(io.BytesIO(raw), "t.txt", Dialect()), output, read, Request(["date"], replace=True)
    )
    assert output.getvalue() == raw


@pytest.mark.parametrize("name", ["utf-16-be", "utf-32-le", "cp037", "hz"])
def test_an_encoding_that_is_said_is_used(name: str) -> None:
    raw = "name,date\né,2018-05-09\n".encode(name, "ignore")
    output = io.BytesIO()
    convert(
        DelimitedTable(io.BytesIO(raw), "t.txt", Dialect(), name),
        output,
        read,
        Request(["date"], replace=True),
    )
    assert output.getvalue() == raw


@pytest.mark.parametrize(
    "name", ["hex", "rot13", "base64", "undefined", "a\0b", "", "utf-9", "idna", "unicode_escape"]
)
def test_what_is_no_encoding_of_texts_is_named(name: str) -> None:
    with pytest.raises(TableError, match="knows no encoding"):
        Encoding(name, "t.csv")


@pytest.mark.parametrize("name", ["utf-7", "iso2022_jp", "hz"])
def test_odd_encodings_end_in_a_line_or_in_the_same_bytes(name: str) -> None:
    raw = b"a,date\n\\x41-\x1b$B!!\x1b(B+AGE-,2018-05-09\n"
    output = io.BytesIO()
    with contextlib.suppress(TableError):
        convert(
            DelimitedTable(io.BytesIO(raw), "t.csv", Dialect(), name),
            output,
            read,
            Request(["date"], replace=True),
        )
        assert output.getvalue() == raw


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (gzip.compress(b"date\n"), "no text, but gzip; unpack it, or name it .gz"),
        (b"\x28\xb5\x2f\xfd\x04", "no text, but Zstandard; unpack it, or name it .zst"),
        (b"PK\x03\x04\x14\0\x08", "no text, but a zip archive, as a workbook is one; --from xlsx reads"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "no text, but a picture"),
        (b"PAR1\x15\0", "no text, but Parquet; --from parquet reads it"),
        (
            "date\n2018-05-09\n".encode("utf-16-le"),
            "looks like UTF-16 without its mark; --encoding utf-16-le",
        ),
        (
            "Datum;день\n2018-05-09;1\n".encode("utf-16-be"),
            "looks like UTF-16 without its mark; --encoding utf-16-be",
        ),
        (random.Random(1).randbytes(300), "no text, but bytes of a kind that is not known; is it packed"),
        (b"id,date\n" + random.Random(2).randbytes(300), "no text, but bytes of a kind that is not known"),
        (b"date\n\xff\0\0\xfe\n", "2: NUL bytes and byte 0xff: no text, or UTF-16 without its mark"),
    ],
)
def test_what_is_no_text_is_told_as_what_it_is(content: bytes, said: str) -> None:
    with pytest.raises(TableError) as caught:
        convert(DelimitedTable(io.BytesIO(content), "x"), io.BytesIO(), read, Request(["date"]))
    assert str(caught.value).startswith(f"x:{' ' * (said[0] != '2')}{said}")
    for other in (lambda: written(content), lambda: JsonLinesTable(io.BytesIO(content), "x")):
        with pytest.raises(TableError) as caught:
            other()
        assert "cp1252" not in str(caught.value)


@pytest.mark.parametrize(
    "content",
    [
        b"PAR1,date\n1,2018-05-09\n",
        b"BZh,date\n1,2018-05-09\n",
        b"x,date\n\0,2018-05-09\n",
        b"\x01\x02\x03\x04\x05\x06,date\n\xc3\xa9,2018-05-09\n",
    ],
)
def test_a_text_may_begin_with_such_letters_and_have_a_nul(content: bytes) -> None:
    output = io.BytesIO()
    convert(DelimitedTable(io.BytesIO(content), "x"), output, read, Request(["date"], replace=True))
    assert output.getvalue() == content


def written(raw: bytes, encoding: str | None = None, keep: bool = False) -> bytes:
    lines = TextLines(io.BytesIO(raw), "dates.txt", encoding, BadRows(keep))
    output = io.BytesIO()
    list(write_lines(lines, output, lambda texts: list(map(LineFormat().of, read(texts))), lines.encode))
    return output.getvalue()


def test_lines_are_read_and_written_in_their_encoding() -> None:
    assert written("\ufeff2018-05-09\nx\n".encode("utf-16-be")) == "\ufeff2018-05-09\n\n".encode("utf-16-be")
    assert written(b"2018-05-09\ncaf\xe9\n", "cp1252") == b"2018-05-09\n\n"
    assert written(b"\xef\xbb\xbf2018-05-09\n") == b"2018-05-09\n"


def test_a_line_with_bytes_outside_the_encoding_is_named_or_kept() -> None:
    with pytest.raises(TableError) as caught:
        written(b"2018-05-09\ncaf\xe9\n")
    assert str(caught.value) == "dates.txt:2: not UTF-8 (byte 0xe9); say its --encoding, cp1252 for one"
    assert written(b"caf\xe9\n2018-05-09\n", keep=True) == b"\n2018-05-09\n"


@pytest.mark.skipif(sys.platform != "linux", reason="pipes have one size there")
def test_a_pipe_holds_a_long_list_while_it_is_not_read() -> None:
    reading, writing = os.pipe()
    with os.fdopen(reading, "rb") as stream:
        os.write(writing, b"9 May 2018\n")
        blocks = Encoding(None, "stdin").blocks(stream, at_once=True)
        assert next(blocks) == "9 May 2018\n"
        many = b"9 May 2018\n" * 50_000
        assert os.write(writing, many) == len(many)  # nobody reads, and nothing waits
        os.close(writing)
        assert next(blocks) == many.decode()
