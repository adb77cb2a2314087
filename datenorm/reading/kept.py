"""Kept answers: what the shipped model says of the specimens of common shapes, in a file beside it.

`tools/specimens.py` writes the file: the sums of the files that the answers come from, and a sorted line for each
specimen: its text, its date, how sure that is. With the answer kept, the texts of a shape need no network.
"""

import json
from collections.abc import Callable, Sequence

from datenorm.judging.answer import Alternative, Translation, of_another_weekday
from datenorm.network.bundle import MANIFEST, shipped_path
from datenorm.text.characters import clean
from datenorm.text.names import weekdays_in
from datenorm.text.sorted_table import SortedTable
from datenorm.text.tokens import tokens

FILE = "specimens.tsv"
SOURCES = ("config.json", "decoder.onnx", "encoder.onnx")  # of a bundle: what its answers depend on

Read = Callable[[Sequence[str]], Sequence[Translation]]


class Kept:
    """Answers to texts without hints, with the bar of the model and any pivot: the dates name their year."""

    def __init__(self, lines: bytes) -> None:
        self._table = SortedTable(lines)

    @classmethod
    def shipped(cls) -> "Kept":
        """Return what is kept beside the shipped model; nothing where that is another than the answers come from."""
        path = shipped_path() / FILE
        if not path.is_file():
            return cls(b"")
        sources, _, lines = path.read_bytes().partition(b"\n")
        return cls(lines if sources.decode() == sources_of_shipped() else b"")

    def answer(self, text: str) -> Translation | None:
        """Return the answer to a specimen; None where none is kept.

        >>> Kept(b"3 May 1988\\t1988-05-03\\t0.9998\\n").answer("3 May 1988").iso
        '1988-05-03'
        """
        found = self._table.find(text)
        if found is None:
            return None
        iso, probability = found.split("\t")
        return as_kept(text, iso, float(probability))

    def before(self, read: Read) -> Read:
        """Return what answers texts as `read` does, and asks it only for those whose answer is not kept."""

        def kept_or_read(texts: Sequence[str]) -> list[Translation]:
            found = {text: self.answer(text) for text in texts}
            others = [text for text in texts if found[text] is None]
            answers = iter(read(others) if others else ())
            return [found[text] or next(answers) for text in texts]

        return kept_or_read


def as_kept(text: str, iso: str, probability: float) -> Translation:
    """Return the answer that a line stands for; others are not kept."""
    warnings = of_another_weekday(weekdays_in(tokens(clean(text))), iso)
    return Translation(text, iso, "ok", probability, (Alternative(iso, probability),), None, warnings)


def sources_of_shipped() -> str:
    """Return the sums of the files of the shipped model that its answers depend on, as its manifest has them."""
    sums = json.loads((shipped_path() / MANIFEST).read_bytes())["sha256"]
    return " ".join(sums[name] for name in SOURCES)
