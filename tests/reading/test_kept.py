"""Kept answers: what the shipped model says of common specimens, in a file beside it."""

import subprocess
import sys
from pathlib import Path

import pytest

from datenorm.judging.answer import Translation
from datenorm.network import bundle
from datenorm.reading import kept
from datenorm.reading.kept import Kept, sources_of_shipped
from datenorm.reading.translator import Translator

LINES = b"3 May 1988\t1988-05-03\t0.9998\nSaturday 3 May 1988\t1988-05-03\t0.9975\n"


def test_an_answer_is_kept_with_its_date_and_its_warning() -> None:
    answer = Kept(LINES).answer("Saturday 3 May 1988")
    assert answer and (answer.iso, answer.status, answer.confidence) == ("1988-05-03", "ok", 0.9975)
    assert answer.warnings == ("the text says Saturday, but 1988-05-03 is a Tuesday",)
    assert Kept(LINES).answer("4 May 1988") is None and Kept(b"").answer("3 May 1988") is None


def test_only_what_is_not_kept_is_read() -> None:
    asked: list[str] = []

    def read(texts: list[str]) -> list[Translation]:
        asked.extend(texts)
        return [Translation(text, None, "rejected", 0.0) for text in texts]

    answers = Kept(LINES).before(read)(["soon", "3 May 1988", "later", "3 May 1988"])  # type: ignore[arg-type]
    assert asked == ["soon", "later"]
    assert [answer.iso for answer in answers] == [None, "1988-05-03", None, "1988-05-03"]


def test_answers_of_another_model_are_not_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / bundle.MANIFEST).write_bytes((bundle.shipped_path() / bundle.MANIFEST).read_bytes())
    monkeypatch.setattr(kept, "shipped_path", lambda: tmp_path)
    assert Kept.shipped().answer("3 May 1988") is None
    for sources, iso in ((sources_of_shipped(), "1988-05-03"), ("others", None)):
        (tmp_path / kept.FILE).write_bytes(sources.encode() + b"\n" + LINES)
        answer = Kept.shipped().answer("3 May 1988")
        assert (answer and answer.iso) == iso


def test_a_kept_shape_and_a_form_of_programs_need_neither_numpy_nor_a_network() -> None:
    code = (
        "import sys, datenorm\n"
        "print([datenorm.translate(text).iso for text in ('9 May 2018', '2018-05-09', 'Saturday, May 9, 2018')])\n"
        "print({'numpy', 'onnxruntime', 'babel'} & {*sys.modules})"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert said.splitlines() == ["['2018-05-09', '2018-05-09', '2018-05-09']", "set()"]


@pytest.mark.slow
def test_what_is_kept_is_what_the_network_says() -> None:
    shipped = Translator.load()
    network = Translator(
        shipped.vocabulary,
        shipped.network,
        temperature=shipped.temperature,
        min_confidence=shipped.min_confidence,
        by_shape=False,
    )
    lines = (bundle.shipped_path() / kept.FILE).read_text("utf-8").splitlines()[1:]
    assert len(lines) > 5000
    texts = [line.partition("\t")[0] for line in lines]
    known = Kept.shipped()
    assert [answer for answer in network.translate_many(texts) if answer != known.answer(answer.text)] == []
