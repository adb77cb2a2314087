import itertools
import re
import sys
import warnings
import xml.etree.ElementTree as ElementTree
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import matplotlib
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.collections import QuadMesh
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from datenorm import pictures
from datenorm.errors import DatenormError
from datenorm.judging.answer import Alternative, Translation
from datenorm.pictures import figure, fonts
from datenorm.pictures.alignment import Alignment
from datenorm.pictures.captions import caption
from datenorm.pictures.heatmap import draw, draw_terminal


def alignment(
    text: str, symbols: Sequence[str], weights: Sequence[Sequence[float]], **answer: Any
) -> Alignment:
    given: dict[str, Any] = {"iso": "".join(symbols), "status": "ok", "confidence": 0.998} | answer
    matrix = np.array(weights, np.float32).reshape(len(symbols), len(text))
    return Alignment(tuple(text), tuple(range(len(text))), tuple(symbols), matrix, Translation(text, **given))


MAY = alignment("5 may", "5", [[0.5, 0, 0.25, 0, 0.25]])
TWO_ROWS = alignment("m 9", "59", [[1, 0, 0], [0.25, 0, 0.75]])
ARABIC = alignment("\u0645 12", "1", [[0, 0.1, 0.2, 0.7]])
AMBIGUOUS = alignment(
    "3/4", "4", [[0, 0, 1]], iso=None, status="ambiguous", confidence=0.52, reason="two good readings",
    alternatives=(Alternative("2015-03-04", 0.52), Alternative("2015-04-03", 0.4731)),
)  # fmt: skip
NOT_A_DATE = alignment(
    "hi", ("<unk>",), [[0.5, 0.5]], iso=None, status="rejected", confidence=0.97, reason="not a date"
)
EMPTY = Alignment(
    (), (), (), np.zeros((0, 0), np.float32), Translation("", None, "empty", 1.0, reason="nothing there")
)


def sheet(*alignments: Alignment) -> Figure:
    return figure._figure([figure.Panel.of(one) for one in alignments], figure.THEMES["light"])


def labels_across(alignment: Alignment) -> list[str]:
    """Return the characters written above the heatmap, from left to right."""
    texts = [text for text in sheet(alignment).texts if text.get_horizontalalignment() == "center"]
    return [text.get_text() for text in sorted(texts, key=lambda text: text.get_position()[0])]


def cells(alignment: Alignment) -> np.ndarray:
    meshes = [mesh for axes in sheet(alignment).axes for mesh in axes.findobj(QuadMesh)]
    assert len(meshes) == 1
    return np.asarray(meshes[0].get_array()).reshape(alignment.weights.shape)


@pytest.mark.parametrize(("name", "start"), [("a.png", b"\x89PNG"), ("a.SVG", b"<?xml"), ("a.pdf", b"%PDF")])
def test_the_extension_decides_the_format_and_one_input_gives_one_file(
    tmp_path: Path, name: str, start: bytes
) -> None:
    draw([MAY, ARABIC], tmp_path / name)
    first = (tmp_path / name).read_bytes()
    draw([MAY, ARABIC], tmp_path / name)
    assert first.startswith(start)
    assert (tmp_path / name).read_bytes() == first


def test_a_dash_is_stdout(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    draw([MAY], "-")
    sys.stdout.flush()
    assert capfdbinary.readouterr().out == figure.render([MAY])[0]


def test_an_svg_is_well_formed_and_says_nothing_of_the_day_it_was_made(tmp_path: Path) -> None:
    draw([alignment("<script>&5", "5", [[0.1] * 10])], tmp_path / "a.svg")
    root = ElementTree.parse(tmp_path / "a.svg").getroot()
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert not list(root.iter("{http://purl.org/dc/elements/1.1/}date"))


def test_another_extension_is_refused_with_the_ones_that_are_drawn(tmp_path: Path) -> None:
    with pytest.raises(DatenormError, match=r"map\.bmp: a heatmap is drawn as \.png, \.svg, \.pdf"):
        draw([MAY], tmp_path / "map.bmp")
    assert not list(tmp_path.iterdir())


def test_without_matplotlib_the_way_out_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    monkeypatch.delitem(sys.modules, "datenorm.pictures.figure")
    monkeypatch.delitem(sys.modules, "datenorm.pictures.fonts")
    monkeypatch.delattr(pictures, "figure")
    monkeypatch.delattr(pictures, "fonts")
    with pytest.raises(DatenormError, match=r"pip install matplotlib"):
        draw([MAY], tmp_path / "a.png")


def test_the_user_s_own_plot_settings_neither_matter_nor_change() -> None:
    plain, _ = figure.render([MAY])
    with matplotlib.rc_context({"font.size": 40, "text.color": "red", "savefig.dpi": 30}):
        assert figure.render([MAY])[0] == plain
        assert matplotlib.rcParams["font.size"] == 40


def test_a_cell_holds_the_attention_from_output_to_input() -> None:
    assert cells(TWO_ROWS).tolist() == [[1, 0, 0], [0.25, 0, 0.75]]


def test_a_bar_is_as_high_as_the_attention_its_character_receives() -> None:
    bars = sheet(TWO_ROWS).axes[0].findobj(Rectangle)
    assert [bar.get_height() for bar in bars if bar.get_width() == 0.72] == [1.25, 0, 0.75]


def test_the_colour_of_a_weight_is_the_same_in_every_picture() -> None:
    for one in (MAY, TWO_ROWS):
        mesh = next(mesh for axes in sheet(one).axes for mesh in axes.findobj(QuadMesh))
        assert mesh.get_clim() == (0, 1)


def test_a_right_to_left_text_is_laid_out_in_reading_order_with_its_columns() -> None:
    assert labels_across(ARABIC) == ["1", "2", "\u2423", "\u0645"]
    assert cells(ARABIC).round(2).tolist() == [[0.2, 0.7, 0.1, 0]]


def test_the_title_has_the_text_the_answer_and_the_confidence() -> None:
    texts = [text.get_text() for text in sheet(MAY).texts]
    assert texts[:3] == ["5 may", "5", "99.8% sure"]


def test_a_dollar_is_a_dollar_and_not_the_start_of_a_formula() -> None:
    texts = sheet(alignment("$5$", "5", [[0, 1, 0]])).texts
    assert texts[0].get_text() == "$5$"
    assert not any(text.get_parse_math() for text in texts)


def test_a_text_longer_than_its_panel_ends_in_an_ellipsis_inside_the_picture() -> None:
    warned = "the text says Saturday, but 2018-05-09 is a Wednesday"
    drawn = sheet(alignment("wide" * 3, "5", [[1] + [0] * 11], warnings=(warned, warned)))
    note = next(text for text in drawn.texts if text.get_text().startswith("99.8% sure · the text says"))
    assert note.get_text().endswith("…")
    for text in drawn.texts:
        assert text.get_window_extent().x1 <= drawn.bbox.x1


def test_the_caption_of_a_short_text_is_not_cut() -> None:
    assert "52% and 47.3% sure · ambiguous" in [text.get_text() for text in sheet(AMBIGUOUS).texts]


def test_labels_keep_to_their_cells() -> None:
    text = "W" * 96  # the widest Latin letter, in the longest text
    drawn = sheet(alignment(text, "5", [[1] + [0] * 95]))
    boxes = [label.get_window_extent() for label in drawn.texts if label.get_text() == "W"]
    assert len(boxes) == 96
    assert all(left.x1 <= right.x0 for left, right in itertools.pairwise(boxes))


def test_a_character_without_a_font_shows_its_number_and_the_package_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    family_of = fonts.family_of
    monkeypatch.setattr(fonts, "family_of", lambda c: None if c == "\u0e01" else family_of(c))
    thai = alignment("\u0e01 5", "5", [[0, 0, 1]])
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # Matplotlib's own would be about an empty box
        _, advice = figure.render([thai])
    assert advice == ["no font here has Thai (\u0e01); on Debian and Ubuntu: apt install fonts-noto-core"]
    assert labels_across(thai) == ["0E\n01", "\u2423", "5"]


def test_several_texts_stand_in_one_picture_shaped_like_a_page() -> None:
    nine = sheet(*[MAY] * 9)
    assert len([text for text in nine.texts if text.get_text() == "5 may"]) == 9
    width, height = nine.get_size_inches()
    assert 0.4 < width / height < 1.6


def test_a_sheet_of_hundreds_stays_a_picture_that_can_be_opened() -> None:
    drawn = sheet(*[EMPTY] * 400)
    assert max(drawn.get_size_inches()) * drawn.dpi <= 16_000


@settings(max_examples=10, deadline=None)
@given(st.text(st.characters(codec=None), max_size=8))
def test_any_text_can_be_drawn(text: str) -> None:
    weights = [[1 / len(text)] * len(text)] if text else [[]]
    picture, _ = figure.render([alignment(text, "5", weights)])
    assert picture.startswith(b"\x89PNG")


def test_captions_say_what_the_answer_is_worth() -> None:
    assert caption(MAY.translation) == ("5", "99.8% sure")
    assert caption(AMBIGUOUS.translation) == ("2015-03-04 or 2015-04-03", "52% and 47.3% sure · ambiguous")
    assert caption(NOT_A_DATE.translation) == ("not a date", "97% sure")
    refused = MAY.translation._replace(
        iso=None, status="rejected", reason="no", alternatives=(Alternative("2018-05", 1.0),)
    )
    assert caption(refused) == ("no", "rejected · the network was 99.8% sure")
    assert caption(EMPTY.translation) == ("nothing there", "")
    partial = Translation("May 2018", "2018-05", "partial", 0.99)
    assert caption(partial) == ("2018-05", "99% sure · partial")


def test_a_terminal_shows_shades_below_bars() -> None:
    assert draw_terminal(TWO_ROWS, color=False).splitlines() == [
        "m 9",
        "59  99.8% sure",
        "",
        "         ██  ▅▅",
        "         m ␣ 9",
        "      5  ██",
        "      9  ▒▒  ██",
    ]  # fmt: skip


def test_a_terminal_gives_wide_characters_two_cells_and_a_long_text_one_each() -> None:
    wide = draw_terminal(alignment("5\u6708", "5", [[0.5, 0.5]]), color=False)
    assert wide.splitlines()[4:] == ["         5 \u6708", "      5  ▓▓▓▓"]
    long = draw_terminal(alignment("x" * 40, "5", [[0] * 39 + [1]]), color=False)
    assert long.splitlines()[4:] == ["         " + "x" * 40, "      5  " + " " * 39 + "█"]


def test_a_terminal_that_turns_arabic_itself_finds_each_letter_in_its_place() -> None:
    lines = draw_terminal(ARABIC, color=False).splitlines()
    assert lines[4] == "         1 2 ␣ \u200e\u0645\u200e"
    assert lines[5] == "      1  ░░▓▓░░"


def test_a_terminal_without_colour_gets_no_escapes_and_a_text_cannot_send_any() -> None:
    sly = alignment("\x1b[31m5", "5", [[0, 0, 0, 0, 0, 1]])
    assert "\x1b" not in draw_terminal(sly, color=False)
    assert "\x1b[31m" not in draw_terminal(sly, color=True)


def test_colour_changes_nothing_but_the_colour() -> None:
    coloured = draw_terminal(TWO_ROWS, color=True)
    assert "\x1b[" in coloured
    stripped = [line.rstrip() for line in re.sub(r"\x1b\[[0-9;]*m", "", coloured).splitlines()]
    assert stripped == draw_terminal(TWO_ROWS, color=False).splitlines()


def test_each_head_has_a_panel_of_its_own() -> None:
    heads = np.stack([MAY.weights[:, ::-1], MAY.weights])
    panels = figure.Panel.all_of(replace(MAY, heads=heads, received=np.arange(5, dtype=np.float32)))
    assert [panel.caption[0] for panel in panels] == ["5", "head 1 of 2", "head 2 of 2"]
    assert panels[0].alignment.importance.tolist() == [0, 1, 2, 3, 4]
    assert panels[1].alignment.importance.tolist() == MAY.weights[0, ::-1].tolist()
    drawn = figure._figure(panels, figure.THEMES["light"])
    assert len([mesh for axes in drawn.axes for mesh in axes.findobj(QuadMesh)]) == 3


def test_an_empty_text_has_a_heading_and_no_map() -> None:
    assert draw_terminal(EMPTY, color=False) == "\nnothing there"
    assert sheet(EMPTY).texts[0].get_text() == "(empty)"
    assert draw_terminal(NOT_A_DATE, color=False).splitlines()[-1] == "no date  ▓▓▓▓"


def test_a_text_too_long_to_read_is_cut_in_its_heading() -> None:
    reason = "too long: 10000 characters, 400 at most"
    answer = Translation("x" * 10_000, None, "rejected", 0.0, reason=reason)
    unread = Alignment((), (), (), np.zeros((0, 0), np.float32), answer)
    assert draw_terminal(unread, color=False) == "x" * 79 + "…\n" + reason
    drawn = sheet(unread)
    assert all(text.get_window_extent().x1 <= drawn.bbox.x1 for text in drawn.texts)


def test_roles_are_named_under_their_characters_as_the_eye_reads() -> None:
    def named(one: Alignment) -> list[tuple[float, str]]:
        texts = [text for text in sheet(one).texts if text.get_fontsize() == 7]
        return sorted((text.get_position()[0], text.get_text()) for text in texts)

    drawn = named(replace(MAY, roles="d mmm"))
    assert [text for _, text in drawn if text in ("day", "month", "d")] == ["day", "month"]
    assert "roles" in [text for _, text in drawn] and "roles" not in str(named(MAY))
    turned = [text for _, text in named(replace(ARABIC, roles="m dd")) if text in ("day", "m", "month")]
    assert turned == ["day", "m"]  # right to left, and no room for the name of one character


def test_a_picture_with_roles_is_as_high_as_they_need() -> None:
    with_roles = figure.Panel.of(replace(MAY, roles="d mmm"))
    assert with_roles.height == pytest.approx(figure.Panel.of(MAY).height + figure.ROLES)
