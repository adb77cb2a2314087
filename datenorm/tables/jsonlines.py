"""JSON Lines: an object in each line. What is written is the line's own text, our values spliced into it.

Source: https://jsonlines.org, and RFC 8259 for what an object is.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import Any, BinaryIO

from datenorm.errors import TableError
from datenorm.tables.bad_rows import BadRows
from datenorm.tables.cells import LONGEST_LINE, Cell, NewColumn, as_value, to_json
from datenorm.tables.encodings import Encoding

BLANK = " \t\n\r"  # what may stand around an object: RFC 8259, section 2
# Numbers stay as they are written: 0.10 is no 0.1, and a cell of 1525824000 is read as that text.
NUMBERS_AS_TEXTS = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=str)


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its number from 1, its text and its end as the file has them, and what it says; None if it is blank."""

    number: int
    body: str
    end: str
    row: dict[str, Any] | None


class JsonLinesTable:
    """JSON Lines that are being read. The columns are the members of the first object.

    stream: the bytes. name: what an error calls the file. bad: what becomes of lines that are not an object, and of
    those with an array or an object where a text is asked for. longest_line: in 2 ** 20 characters. encoding: as in
    `Encoding`. overwrite: whether new members take the place of those that a row has. closed: whether rows may not have
    members that the first lacks, as the columns of another format are fixed. names: those of the columns where the file
    says that it has no rows. Raises TableError, here and while reading.
    """

    def __init__(
        self,
        stream: BinaryIO,
        name: str,
        bad: BadRows | None = None,
        longest_line: int = LONGEST_LINE,
        encoding: str | None = None,
        overwrite: bool = False,
        closed: bool = False,
        names: Sequence[str] = (),
    ) -> None:
        self.notes: Sequence[str] = ()
        self._overwrite, self._closed = overwrite, closed
        self.name, self.bad = name, bad or BadRows()
        self.encoding = Encoding(encoding, name)
        self._added: Sequence[str] = ()
        self.longest_line = longest_line
        self._before = ""
        self._says_none = False  # that it has no rows, which a file of no lines does not
        lines = self.lines(stream)
        blank = []
        first = None
        for line in lines:
            blank.append(line)
            if line.row is not None:
                first = line
                break
        if first is None and not self._says_none:
            raise TableError(f"{name}: no lines, so no columns")
        self.columns: Sequence[str] = list(first.row or ()) if first else list(dict.fromkeys(names))
        self._lines = chain(blank, lines)

    def head(self, added: Sequence[NewColumn]) -> bytes:
        """Return the byte-order mark, if any, and remember the names of the members to add: each line has them."""
        self._added = [new.name for new in added]
        return self.encoding.encode(self.encoding.mark + self._before)

    def tail(self) -> bytes:
        """Return what stands behind the last line: nothing, but for files of DOS."""
        return self.encoding.encode(self.encoding.end)

    def chunks(self, rows: int, asked: Sequence[int] = ()) -> Iterator["JsonLinesChunk"]:
        """Yield the lines, at most `rows` at a time. asked: the columns whose cells will be asked for."""
        names = [self.columns[place] for place in asked]
        while lines := list(islice(self._lines, rows)):
            yield JsonLinesChunk(self, [self._with_texts(line, names) for line in lines])

    def widen(self, line: Line, cells: Sequence[Cell]) -> str:
        """Return a line with the members `cells` behind its own; an empty text is null.

        Raises TableError where it has one of that name, which is not to be overwritten.
        """
        taken = (line.row or {}).keys() & set(self._added)
        if taken and not self._overwrite:
            raise TableError(
                f"{self.place(line.number)}: the row already has {min(taken)!r}; rename or leave it out first"
            )
        return self._with(line, dict(zip(self._added, map(as_value, cells), strict=True)))

    def replace(self, line: Line, cells: Mapping[int, Cell | None]) -> str:
        """Return a line with some members' values in place of its own, and everything else as it stands there."""
        changed = {self.columns[place]: as_value(cell) for place, cell in cells.items() if cell is not None}
        return self._with(line, changed)

    def _with(self, line: Line, values: Mapping[str, Any]) -> str:
        """Return a line with values of some members: where they stand, or behind the others."""
        own = line.row or {}
        there = {name: value for name, value in values.items() if name in own}
        body = spliced(line.body, there) if there else line.body
        if len(there) < len(values):
            added = to_json({name: value for name, value in values.items() if name not in own})
            body = f"{body.rstrip()[:-1].rstrip()}{', ' if own else ''}{added[1:]}"
        return body + line.end

    def lines(self, stream: BinaryIO) -> Iterator[Line]:
        """Yield the lines of a stream."""
        for number, text in enumerate(self.encoding.lines(stream, self.longest_line, end="\n"), 1):
            body = text.rstrip("\r\n")
            yield Line(number, body, text[len(body) :], self._object(number, body.strip(BLANK)))

    def place(self, number: int) -> str:
        """Return where a row is found, for a message."""
        return f"{self.name}:{number}"

    def _object(self, number: int, text: str) -> dict[str, Any] | None:
        """Return what a line says; None where it is blank, or bad."""
        place = self.place(number)
        if complaint := self.encoding.complaint(text):
            self.bad.meet(f"{place}: {complaint}")
            return None
        try:
            row = NUMBERS_AS_TEXTS.decode(text) if text else None
        except (ValueError, RecursionError) as error:
            self.bad.meet(f"{place}: not JSON: {error}")
            return None
        if row is None or isinstance(row, dict):
            return row
        array = "; --from json reads an array" * (number == 1 and isinstance(row, list))
        self.bad.meet(f"{place}: not a JSON object: {text[:40]}{array}")
        return None

    def _with_texts(self, line: Line, names: Sequence[str]) -> Line:
        """Return a line, as no row where one of the members `names` is an array or an object."""
        row = line.row or {}
        if self._closed and (more := row.keys() - set(self.columns)):
            raise TableError(
                f"{self.place(line.number)}: {min(more)!r} would be lost: the first row has the columns; "
                "give it all members, null will do"
            )
        for name in names:
            if isinstance(row.get(name), dict | list):
                self.bad.meet(f"{self.place(line.number)}: {name!r} is no text")
                return replace(line, row=None)
        return line


def spliced(text: str, values: Mapping[str, Any]) -> str:
    """Return the text of a JSON object with other values of some members, and not a character else changed.

    Of several members of one name the last is meant, as in Python and JavaScript.

    >>> spliced('{"day": "9 May 2018",  "x": 1e400, "k": 1, "k": 0.10}', {"day": "2018-05-09"})
    '{"day": "2018-05-09",  "x": 1e400, "k": 1, "k": 0.10}'
    """
    places = {name: (start, stop) for name, start, stop in _members(text)}
    for name in sorted(values, key=places.__getitem__, reverse=True):
        start, stop = places[name]
        text = text[:start] + to_json(values[name]) + text[stop:]
    return text


def member_of(text: str, name: str) -> str:
    """Return the value of a member as the text of a JSON object has it.

    >>> member_of('{"a": 1, "b": [0.10, 2]}', "b")
    '[0.10, 2]'
    """
    start, stop = {found: (start, stop) for found, start, stop in _members(text)}[name]
    return text[start:stop]


def _members(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the name of each member of an object, and where its value stands in `text`."""
    place = text.index("{") + 1
    while text[place := _behind_blanks(text, place)] != "}":
        name, place = NUMBERS_AS_TEXTS.raw_decode(text, place)
        start = _behind_blanks(text, _behind_blanks(text, place) + 1)  # the colon
        _, stop = NUMBERS_AS_TEXTS.raw_decode(text, start)
        yield name, start, stop
        place = _behind_blanks(text, stop)
        place += text[place] == ","


def _behind_blanks(text: str, place: int) -> int:
    while text[place] in BLANK:
        place += 1
    return place


@dataclass(frozen=True, slots=True)
class JsonLinesChunk:
    """Some lines of a table. Blank and bad ones between them are no rows; they come out as they are."""

    table: JsonLinesTable
    lines: Sequence[Line]

    @property
    def rows(self) -> list[Line]:
        return [line for line in self.lines if line.row is not None]

    def __len__(self) -> int:
        return len(self.rows)

    def cells(self, column: int) -> list[str]:
        """Return the values of one member as texts, one for each row; '' where it is null or not there."""
        name = self.table.columns[column]
        values = [(line.row or {}).get(name) for line in self.rows]
        texts = [
            "" if value is None else value if isinstance(value, str) else to_json(value) for value in values
        ]
        return self.table.encoding.read_all(texts)

    def days(self, column: int) -> list[str]:
        """Return the cells of a column of days: texts as any other."""
        return self.cells(column)

    def shown(self, column: int) -> list[str]:
        """Return the cells of one column as another format has them: arrays and objects as they stand in the line."""
        name = self.table.columns[column]
        return [
            self.table.encoding.read(member_of(line.body, name))
            if isinstance((line.row or {}).get(name), list | dict)
            else cell
            for line, cell in zip(self.rows, self.cells(column), strict=True)
        ]

    def place(self, row: int) -> str:
        """Return where row `row` of this chunk stands: 'orders.jsonl:17'."""
        return self.table.place(self.rows[row].number)

    def widened(self, added: Sequence[Sequence[Cell]]) -> bytes:
        """Return the lines with the members `added` (rows, cells) behind their own."""
        return self._written(self.table.widen, added)

    def replaced(self, columns: Mapping[int, Sequence[Cell | None]]) -> bytes:
        """Return the lines with the values `columns` (by column: rows) in place of their own, None for no change."""
        rows = [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]
        return self._written(self.table.replace, rows)

    def _written(self, write: Callable[[Line, Any], str], rows: Iterable[Any]) -> bytes:
        new = iter(rows)
        return self.table.encoding.encode(
            "".join(
                line.body + line.end if line.row is None else write(line, next(new)) for line in self.lines
            )
        )
