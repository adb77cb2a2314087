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


def test_the_page_has_rows() -> None:
    assert len(ROWS) >= 50
