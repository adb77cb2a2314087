"""JSON: one array of objects. Each object is treated as a line of JSON Lines is; what stands between them stays."""

from collections.abc import Iterator
from itertools import count
from typing import BinaryIO

from datenorm.errors import TableError
from datenorm.tables.cells import too_long
from datenorm.tables.jsonlines import BLANK, NUMBERS_AS_TEXTS, JsonLinesTable, Line


class JsonArrayTable(JsonLinesTable):
    """A JSON array that is being read. It is held in memory, and may be as long as a line."""

    def lines(self, stream: BinaryIO) -> Iterator[Line]:
        """Yield the objects, each with what stands behind it as its end."""
        text = self._whole(stream)
        place = _behind_blanks(text, 0)
        if text[place : place + 1] != "[":
            lines = "; --from jsonl reads an object in each line" * text.startswith("{", place)
            raise TableError(f"{self.name}: not a JSON array of objects{lines}")
        start = _behind_blanks(text, place + 1)
        if text.startswith("]", start):
            self._check_end(text, start)
            self._before, self._says_none = text, True
            return
        self._before = text[:start]
        for number in count(1):
            row, stop = self._element(text, start, number)
            following = _behind_blanks(text, stop)
            if text[following : following + 1] != ",":
                break
            following = _behind_blanks(text, following + 1)
            yield Line(number, text[start:stop], text[stop:following], row)
            start = following
        self._check_end(text, following)
        yield Line(number, text[start:stop], text[stop:], row)

    def place(self, number: int) -> str:
        """Return where a row is found, for a message: an array has no lines of its own."""
        return f"{self.name}: element {number}"

    def _check_end(self, text: str, place: int) -> None:
        if text[place : place + 1] != "]" or text[place + 1 :].strip(BLANK):
            raise TableError(f"{self.name}: the JSON array does not end as it should")

    def _element(self, text: str, start: int, number: int) -> tuple[dict[str, object] | None, int]:
        place = self.place(number)
        try:
            row, stop = NUMBERS_AS_TEXTS.raw_decode(text, start)
        except (ValueError, RecursionError) as error:
            raise TableError(f"{place}: not JSON: {error}") from None
        if not isinstance(row, dict):
            self.bad.meet(f"{place}: not a JSON object: {text[start : start + 40]}")
            return None, stop
        return row, stop

    def _whole(self, stream: BinaryIO) -> str:
        blocks, size = [], 0
        for block in self.encoding.blocks(stream):
            blocks.append(block)
            size += len(block)
            if size > self.longest_line << 20:
                raise TableError(too_long(self.longest_line, f"{self.name}: an array is held as one: "))
        text = "".join(blocks)
        if complaint := self.encoding.complaint(text):
            raise TableError(f"{self.name}: {complaint}")
        return text


def _behind_blanks(text: str, place: int) -> int:
    while text[place : place + 1] and text[place] in BLANK:
        place += 1
    return place
