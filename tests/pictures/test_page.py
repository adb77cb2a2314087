"""The heatmap as a page: what is in it, and what a browser makes of it where there is one."""

import json
import re
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from datenorm.judging.answer import Translation
from datenorm.pictures import heatmap
from datenorm.pictures.alignment import Alignment
from datenorm.pictures.page import render
from tests.pictures.test_heatmap import AMBIGUOUS, ARABIC, EMPTY, MAY, NOT_A_DATE, TWO_ROWS

BROWSER = shutil.which("chromium") or shutil.which("google-chrome") or shutil.which("chromium-browser")
HOSTILE = "</script><script>document.title='x'</script><b>9 May"


def data_of(page: bytes) -> dict[str, Any]:
    [content] = re.findall(
        r'<script type="application/json" id="alignments">(.*?)</script>', page.decode(), re.DOTALL
    )
    return json.loads(content)


def reading(symbols: str, weights: Sequence[Sequence[float]], **more: Any) -> Alignment:
    answer = Translation("3/4", symbols, "ok", 0.5)
    return Alignment(
        ("3", "/", "4"), (0, 1, 2), tuple(symbols), np.array(weights, np.float32), answer, **more
    )


TWO_READINGS = reading("34", [[1, 0, 0], [0, 0, 1]], others=(reading("43", [[0, 0, 1], [1, 0, 0]]),))
TWO_HEADS = reading(
    "3",
    [[0.5, 0, 0.5]],
    heads=np.array([[[1, 0, 0]], [[0, 0, 1]]], np.float32),
    received=np.array([3, 2, 1], np.float32),
)


def hostile() -> Alignment:
    weights = np.full((1, len(HOSTILE)), 1 / len(HOSTILE), np.float32)
    return Alignment(
        tuple(HOSTILE), tuple(range(len(HOSTILE))), ("9",), weights, Translation(HOSTILE, "9", "ok", 1.0)
    )


def test_the_page_holds_texts_answers_and_weights() -> None:
    may, nothing = data_of(render([MAY, EMPTY]))["alignments"]
    assert (may["text"], may["answer"]) == ("5 may", "5")
    assert may["readings"] == [
        {"name": "5", "symbols": ["5"], "weights": [[0.5, 0, 0.25, 0, 0.25]], "heads": []}
    ]
    assert may["importance"] == [0.5, 0, 0.25, 0, 0.25]
    assert nothing["readings"] == []
    assert (nothing["text"], nothing["answer"], nothing["characters"]) == ("(empty)", "nothing there", [])


def test_characters_stand_in_the_order_of_the_eye() -> None:
    [arabic] = data_of(render([ARABIC]))["alignments"]
    assert arabic["characters"][:2] == ["1", "2"]
    assert arabic["readings"][0]["weights"][0][:2] == [0.2, 0.7]
    assert arabic["importance"][:2] == [0.2, 0.7]


def test_the_page_holds_the_other_readings_and_each_head() -> None:
    [found] = data_of(render([TWO_READINGS]))["alignments"]
    assert [reading["name"] for reading in found["readings"]] == ["34", "43"]
    assert found["readings"][1]["weights"] == [[0, 0, 1], [1, 0, 0]]
    [found] = data_of(render([TWO_HEADS]))["alignments"]
    assert found["readings"][0]["heads"] == [[[1, 0, 0]], [[0, 0, 1]]]
    assert found["importance"] == [3, 2, 1]


def test_roles_are_named_with_their_pieces() -> None:
    named, none = data_of(render([replace(MAY, roles="d mmm"), MAY]))["alignments"]
    assert (named["roles"][0], named["named"]) == ("day", "day \u20685\u2069 · month \u2068may\u2069")
    assert (none["roles"], none["named"]) == ([], "")


def test_the_page_loads_nothing() -> None:
    page = render([MAY]).decode()
    assert not re.search(r"""(src|href)=["'](?!data:)""", page)
    assert "default-src 'none'" in page


def test_a_theme_is_the_readers_unless_it_is_said() -> None:
    assert data_of(render([MAY]))["theme"] is None
    assert data_of(render([MAY], "dark"))["theme"] == "dark"


@given(st.text(max_size=20))
def test_no_text_ends_its_script(text: str) -> None:
    page = render(
        [
            Alignment(
                (),
                (),
                (),
                np.zeros((0, 0), np.float32),
                Translation(text, None, "rejected", 1.0, reason=text),
            )
        ]
    )
    assert page.count(b"<script") == 2
    assert page.count(b"</script") == 2
    assert data_of(page)["alignments"][0]["note"] is not None


def test_a_lone_surrogate_is_no_obstacle() -> None:
    assert b"9 may" in render(
        [
            Alignment(
                (), (), (), np.zeros((0, 0), np.float32), Translation("9 may\udcff", None, "rejected", 1.0)
            )
        ]
    )


def test_an_html_file_is_a_page(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    assert heatmap.draw([MAY, TWO_ROWS], path) == []
    assert path.read_bytes() == render([MAY, TWO_ROWS])


def test_a_notebook_shows_it_in_a_frame() -> None:
    shown = MAY._repr_html_()
    assert shown.startswith('<iframe srcdoc="&lt;!doctype html&gt;')
    assert shown.count('"') == 6  # of its three attributes: none of the page's own is left as it is


def browse(folder: Path, page: bytes, script: str = "") -> tuple[str, str]:
    """Return the page's elements after `script` has run in a real browser, and what the console was told.

    The marks that keep right-to-left pieces apart are left out.
    """
    path = folder / "page.html"
    path.write_bytes(page.replace(b"</body>", f"<script>{script}</script></body>".encode()))
    assert BROWSER
    command = [
        BROWSER, "--headless", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr", f"--user-data-dir={folder / 'profile'}",
        "--virtual-time-budget=2000", "--dump-dom", path.as_uri(),
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    return re.sub("[\u2068\u2069]", "", done.stdout), "\n".join(
        line for line in done.stderr.splitlines() if ":CONSOLE" in line
    )


needs_browser = pytest.mark.skipif(BROWSER is None, reason="no Chromium on this machine")


@needs_browser
def test_a_browser_draws_it_without_complaint(tmp_path: Path) -> None:
    page, console = browse(tmp_path, render([MAY, ARABIC, AMBIGUOUS, NOT_A_DATE, EMPTY]))
    assert console == ""
    assert page.count("<section>") == 5
    assert page.count('class="cell"') + page.count('class="cell strong"') == sum(
        len(one.characters) for one in (MAY, ARABIC, AMBIGUOUS, NOT_A_DATE)
    )


@needs_browser
def test_pointing_at_the_answer_lights_up_its_sources(tmp_path: Path) -> None:
    page, _ = browse(
        tmp_path,
        render([TWO_ROWS]),
        "document.querySelectorAll('.symbol')[1].dispatchEvent(new MouseEvent('mouseenter'));",
    )
    assert re.findall(r'class="cell( strong)?" style="--weight: ([0-9.]+);"', page) == [
        ("", "0.25"), ("", "0"), (" strong", "0.75"),
    ]  # fmt: skip
    assert "9 looked at 9 75%, m 25%" in page


@needs_browser
def test_arrow_keys_walk_through_the_answer(tmp_path: Path) -> None:
    key = "document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowRight', bubbles: true}));"
    page, _ = browse(tmp_path, render([TWO_ROWS]), f"document.querySelector('.symbol').focus(); {key}")
    assert "9 looked at" in page
    assert re.findall(r'<button[^>]* aria-pressed="(\w+)"', page) == ["false", "true"]


def clicked(label: str, button: int) -> str:
    return f"document.querySelectorAll('[aria-label={label}] button')[{button}].click();"


POINTED = "document.querySelector('.symbol').dispatchEvent(new MouseEvent('mouseenter'));"


@needs_browser
def test_another_reading_takes_the_place_of_the_first(tmp_path: Path) -> None:
    page, console = browse(tmp_path, render([TWO_READINGS]), clicked("Reading", 1) + POINTED)
    assert console == ""
    assert re.findall(r'class="symbol"[^>]*>(\d)<', page) == ["4", "3"]
    assert "4 looked at 4 100%" in page


@needs_browser
def test_a_head_is_chosen(tmp_path: Path) -> None:
    page, console = browse(tmp_path, render([TWO_HEADS]), POINTED)
    assert "3 looked at 3 50%, 4 50%" in page
    page, console = browse(tmp_path, render([TWO_HEADS]), clicked("Head", 2) + POINTED)
    assert console == ""
    assert "3 looked at 4 100%" in page
    assert re.findall(r"--importance: ([0-9.]+);", page)[0] == "1"


@needs_browser
def test_a_text_with_tags_stays_text(tmp_path: Path) -> None:
    page, console = browse(tmp_path, render([hostile()]))
    assert "<title>Alignment of dates</title>" in page
    assert "&lt;/script&gt;&lt;script&gt;" in page
    assert console == ""
