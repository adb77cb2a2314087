"""Every example of the page about what a text can say."""

import re
from pathlib import Path

import pytest

from datenorm.reading.translator import Translator

PAGE = (Path(__file__).parents[1] / "docs" / "values.md").read_text("utf-8")
ROWS = re.findall(r"^\| `([^`]+)` \| `([^`]+)` \| ([a-z ]+) \|$", PAGE, re.MULTILINE)


@pytest.fixture(scope="module")
def translator() -> Translator:
    return Translator.load()


@pytest.mark.parametrize(("text", "edtf", "kind"), ROWS, ids=[row[0] for row in ROWS])
def test_a_text_says_what_the_page_says(translator: Translator, text: str, edtf: str, kind: str) -> None:
    found = translator.translate(text, as_="edtf", pivot_year=2046)
    assert (found.iso, found.kind) == (edtf, kind)


def test_no_row_of_these_tables_is_left_out() -> None:
    tables = re.findall(r"^\| text \| `--as edtf` \| kind \|\n\|[ -|]+\n((?:\|.+\n)+)", PAGE, re.MULTILINE)
    assert sum(table.count("\n") for table in tables) == len(ROWS) >= 50
