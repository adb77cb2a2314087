from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datenorm.errors import DataError
from datenorm.generation.dataset import Example, format_roles, is_held_out, parse_roles, read, write

EXAMPLES = [
    Example("9 May 2018", "2018-05-09", "en", "DMY", "date", "d N y", "d mmm yyyy"),
    Example('a\tb\\n\n"c",d', "<unk>", "de", "", "none", "mark"),
    Example("9 мая", "--05-09", "ru", "DM", "day", "d N", "d mmm"),
    Example("so far on 9 May", "--05-09", "en", "DM", "day+words", "d N", ".. ... ll d mmm"),
]
FORMATS = [
    "pairs.tsv",
    "pairs.csv",
    "pairs.jsonl",
    "pairs.tsv.gz",
    "pairs.csv.gz",
    "pairs.jsonl.gz",
    "pairs.parquet",
]


@pytest.mark.parametrize("name", FORMATS)
def test_what_is_written_is_read_back(tmp_path: Path, name: Any) -> None:
    write(tmp_path / name, EXAMPLES)
    assert list(read(tmp_path / name)) == EXAMPLES
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_rows_are_the_same_bytes(tmp_path: Path, name: Any) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    for folder in ("a", "b"):
        write(tmp_path / folder / name, EXAMPLES)
    assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


@given(st.text(st.characters(codec="utf-8"), max_size=20))
def test_any_text_survives_a_tsv(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.mktemp("tsv") / "pairs.tsv"
    write(path, [Example(text, "2018")])
    assert [example.text for example in read(path)] == [text]


def test_an_interrupted_write_leaves_nothing(tmp_path: Path) -> None:
    def rows() -> Iterator[Example]:
        yield EXAMPLES[0]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write(tmp_path / "pairs.tsv", rows())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("text\tiso\n9 May\t2018-02-30\n", "pairs.tsv:2: '2018-02-30' is no target"),
        ("text\tiso\n9 May\t2018\t\n", "pairs.tsv:2: 3 cells, the header has 2"),
        ("texts\tiso\n9 May\t2018\n", "pairs.tsv:2: no column 'text'; the columns are texts, iso"),
        ("text\tiso\tspans\n9\t2018\tyear=x\n", "pairs.tsv:2: 'year=x' is no span"),
        ("text\tiso\tspans\n9\t2018\tyaer=0:1\n", "pairs.tsv:2: 'yaer' is no role; there are year, month"),
        ("text\tiso\tspans\n9\t2018\tyear=0:2\n", "pairs.tsv:2: year=0:2 is no place in a text of 1"),
    ],
)
def test_a_wrong_row_is_named_with_its_line(tmp_path: Path, content: str, message: str) -> None:
    (tmp_path / "pairs.tsv").write_text(content)
    with pytest.raises(DataError, match=message):
        list(read(tmp_path / "pairs.tsv"))


@pytest.mark.parametrize("name", ["pairs.xlsx", "pairs", "pairs.parquet.gz"])
def test_an_unknown_extension_is_told_the_known_ones(tmp_path: Path, name: str) -> None:
    with pytest.raises(DataError, match=r"\.tsv, \.csv, \.jsonl"):
        write(tmp_path / name, EXAMPLES)


@pytest.mark.parametrize("name", ["gone.tsv", "torn.tsv.gz", "torn.parquet"])
def test_a_file_that_cannot_be_read_is_one_clear_error(tmp_path: Path, name: str) -> None:
    if name != "gone.tsv":
        (tmp_path / name).write_bytes(b"\x1f\x8b torn")
    with pytest.raises(DataError, match=name):
        list(read(tmp_path / name))


def test_an_empty_iso_is_not_a_date(tmp_path: Path) -> None:
    (tmp_path / "pairs.csv").write_text("text,iso\nhello,\n")
    assert list(read(tmp_path / "pairs.csv")) == [Example("hello", "<unk>")]


def test_spans_are_written_as_a_person_reads_them() -> None:
    assert format_roles(EXAMPLES[0].roles) == "day=0:1 month=2:5 year=6:10"
    assert format_roles(".. ... ll d mmm") == "prose=0:6 label=7:9 day=10:11 month=12:15"
    assert parse_roles("year=6:10 month=2:5 day=0:1", "9 May 2018") == "d mmm yyyy"


def test_json_lines_with_one_span_for_each_field_are_still_read(tmp_path: Path) -> None:
    path = tmp_path / "pairs.jsonl"
    row = (
        '{"text": "in May 2018", "iso": "2018-05", "spans": {"year": [7, 11], "month": [3, 6], "day": null}}'
    )
    path.write_text(row + "\n")
    (example,) = read(path)
    assert example.roles == "   mmm yyyy"  # of the rest nobody knows
    assert example.spans == ((7, 11), (3, 6), None)


def test_a_string_is_on_one_side_of_a_split_only_and_the_share_is_kept() -> None:
    texts = [f"{day} May {year}" for day in range(1, 29) for year in range(1900, 2000)]
    held_out = [text for text in texts if is_held_out(text, 0.1)]
    assert held_out == [text for text in texts if is_held_out(text, 0.1)]
    assert 200 < len(held_out) < 360


def test_the_teaching_examples_form_is_read(tmp_path: Path) -> None:
    path = tmp_path / "date.txt"
    path.write_text("September 27, 1994     _1994-09-27\n2/10/93       _1993-02-10\n", "utf-8")
    assert [(row.text, row.iso) for row in read(path)] == [
        ("September 27, 1994", "1994-09-27"),
        ("2/10/93", "1993-02-10"),
    ]


def test_a_line_of_it_without_a_date_is_named(tmp_path: Path) -> None:
    path = tmp_path / "date.txt"
    path.write_text("2/10/93       _1993-02-10\n2/10/93\n", "utf-8")
    with pytest.raises(DataError, match=r"date\.txt:2: no _ between a text and its date"):
        list(read(path))
