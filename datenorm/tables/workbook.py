"""Workbooks (.xlsx), through openpyxl, an extra. Other cells keep their values, formulas and formats.

A formula is read by the value that the workbook stores beside it, and stays a formula.

Source: ECMA-376, and https://openpyxl.readthedocs.io for what is not kept: charts, pictures, macros.
"""

import io
import re
import zipfile
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import islice
from typing import Any, BinaryIO

from datenorm.errors import TableError
from datenorm.tables.bad_rows import BadRows
from datenorm.tables.cells import NO_VALUE, Cell, NewColumn, as_text

LARGEST = 1 << 30  # bytes of what is packed in a workbook
SEARCHED = 100  # rows in which the header is looked for
COMPOUND = (
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # what Microsoft's older and encrypted files begin with: [MS-CFB] 2.2
)
LOST = ("xl/charts/", "xl/media/", "xl/vbaProject")
FIRST_DAY = "1900-03-01"  # spreadsheets count wrongly before
EMPTY_TEXT = "str"  # the type of a formula's value that is a text: one without it, and without a value, has none stored
MOST_ROWS, MOST_COLUMNS, LONGEST_TEXT = 1 << 20, 1 << 14, (1 << 15) - 1  # of a sheet, and of a cell
# What XML has not, or does not give back, and what looks like the escape for it: ECMA-376 part 1, 22.9.2.19.
NOT_IN_XML = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
Place = tuple[int, int]  # row and column of a cell, from 1


class WorkbookTable:
    """The sheet of a workbook that has the columns: the one that is shown, or the first that has them.

    names: the columns. header: whether a row names them. Raises TableError where openpyxl is missing, and for a file
    that is no workbook.
    """

    def __init__(self, stream: BinaryIO, name: str, names: Sequence[str] = (), header: bool = True) -> None:
        self.name, self.bad = name, BadRows()
        content = stream.read()
        if content.startswith(COMPOUND):
            raise TableError(f"{name}: an old .xls, or a workbook with a password; save it as a plain .xlsx")
        with self._reading():
            packed = zipfile.ZipFile(io.BytesIO(content)).infolist()
            if sum(part.file_size for part in packed) > LARGEST:
                raise ValueError(f"unpacked, it has more than {LARGEST >> 30} GiB")
            self._content = content
            self._values: Any = None
            self._workbook = openpyxl().load_workbook(io.BytesIO(content))
            self._without_value: set[Place] = set()
            self._left: set[Place] = set()
            self.sheet, self._header = self._found(names, header)
            self._width = self.sheet.max_column
        lost = any(part.filename.startswith(LOST) for part in packed)
        self._found_notes = [
            f"sheet {self.sheet.title!r}",
            *["charts, pictures and macros of the workbook are not kept"] * lost,
        ]
        first = self._texts(self._header) if header else ()
        self.columns: Sequence[str] = first or [str(number) for number in range(1, self._width + 1)]
        self.new: Sequence[NewColumn] = ()

    @property
    def notes(self) -> Sequence[str]:
        """What there is to say of the file, as far as it has been read."""
        return [
            *self._found_notes,
            *_counted(
                self._without_value, "without a stored value; a spreadsheet that saves the workbook stores it"
            ),
            *_counted(self._left, "that dates would replace, left as they are"),
        ]

    def head(self, added: Sequence[NewColumn]) -> bytes:
        """Name the new columns; what is written comes at the end."""
        self.new = added
        if self._header:
            for place, new in enumerate(added, self._width + 1):
                self.set(self._header, place, new.name, like=self.sheet.cell(self._header, self._width))
        return b""

    def tail(self) -> bytes:
        """Return the workbook."""
        file = io.BytesIO()
        with self._reading("cannot be written"):
            self._workbook.save(file)
        return file.getvalue()

    def chunks(self, rows: int, asked: Sequence[int] = ()) -> Iterator["WorkbookChunk"]:
        """Yield the rows that have any cell, at most `rows` at a time."""
        numbers = (
            number
            for number, row in enumerate(
                self.sheet.iter_rows(self._header + 1, values_only=True), self._header + 1
            )
            if any(value is not None for value in row)
        )
        while chunk := list(islice(numbers, rows)):
            yield WorkbookChunk(self, chunk)

    def text(self, row: int, column: int) -> str:
        """Return what a cell says as a text, both counted from 1: of a formula its value, or NO_VALUE."""
        return self._said(self.sheet.cell(row, column))

    def shown(self, row: int, column: int) -> str:
        """Return a cell as another format has it: of a formula its value, and only where there is none its text."""
        cell = self.sheet.cell(row, column)
        said = self._said(cell)
        return (
            _text(getattr(cell.value, "text", cell.value)) if said == NO_VALUE and _is_formula(cell) else said
        )

    def replace(self, row: int, column: int, text: Cell) -> None:
        """Write a cell in place of another one, both counted from 1; a formula stays."""
        if _is_formula(self.sheet.cell(row, column)):
            self._left.add((row, column))
        else:
            self.set(row, column, text)

    def set(self, row: int, column: int, cell: Cell, like: Any = None, holds: str = "text") -> None:
        """Write a cell, both counted from 1. like: a cell whose looks it gets."""
        target = self.sheet.cell(row, column)
        if holds == "date" and isinstance(cell, str) and cell >= FIRST_DAY:
            target.value = date.fromisoformat(cell)
            target.number_format = "yyyy-mm-dd"
            return
        target.value = cell if isinstance(cell, float) else escaped(as_text(cell)) or None
        if isinstance(target.value, str):
            target.data_type = "s"  # never a formula
        if like is not None and like.has_style:
            target._style = copy(like._style)

    def behind(self, place: int) -> int:
        """Return where the new column `place` stands, from 1."""
        return int(self._width) + place + 1

    def _said(self, cell: Any) -> str:
        """Return what a cell says as a text; NO_VALUE for a formula whose value is not stored."""
        if not _is_formula(cell):
            return _text(cell.value)
        if self._values is None:
            with self._reading():
                self._values = openpyxl().load_workbook(io.BytesIO(self._content), data_only=True)
        stored = self._values[cell.parent.title].cell(cell.row, cell.column)
        if stored.value is None and stored.data_type != EMPTY_TEXT:
            self._without_value.add((cell.row, cell.column))
            return NO_VALUE
        return _text(stored.value)

    def _found(self, names: Sequence[str], header: bool) -> tuple[Any, int]:
        """Return the sheet with the columns, and the number of its header row, 0 for none."""
        shown = self._workbook.active
        sheets = [shown, *(sheet for sheet in self._workbook.worksheets if sheet is not shown)]
        if not header:
            return shown, 0
        for sheet in sheets:
            for number, row in enumerate(sheet.iter_rows(1, SEARCHED), 1):
                if names and set(names) <= set(map(self._said, row)):
                    return sheet, number
        return shown, 1

    def _texts(self, row: int) -> list[str]:
        return [self.text(row, column) for column in range(1, self._width + 1)]

    @contextmanager
    def _reading(self, trouble: str = "not a workbook that can be read") -> Iterator[None]:
        try:
            yield
        except TableError:
            raise
        except Exception as error:  # openpyxl has no class of its own for what is wrong with a file
            raise TableError(f"{self.name}: {trouble}: {type(error).__name__} {error}"[:300]) from None


@dataclass(frozen=True, slots=True)
class WorkbookChunk:
    """Some rows of a sheet, by their numbers."""

    table: WorkbookTable
    rows: Sequence[int]

    def __len__(self) -> int:
        return len(self.rows)

    def cells(self, column: int) -> list[str]:
        """Return the cells of one column as texts, days in ISO 8601."""
        return [self.table.text(row, column + 1) for row in self.rows]

    def days(self, column: int) -> list[str]:
        """Return the cells of a column of days: as any other."""
        return self.cells(column)

    def shown(self, column: int) -> list[str]:
        """Return the cells of one column as another format has them."""
        return [self.table.shown(row, column + 1) for row in self.rows]

    def place(self, row: int) -> str:
        """Return where row `row` of this chunk stands: 'orders.xlsx: row 17', as the spreadsheet counts."""
        return f"{self.table.name}: row {self.rows[row]:,}"

    def widened(self, added: Sequence[Sequence[Cell]]) -> bytes:
        """Write the cells `added` (rows, cells) behind the others; the bytes come at the end."""
        for row, cells in zip(self.rows, added, strict=True):
            for place, (new, cell) in enumerate(zip(self.table.new, cells, strict=True)):
                self.table.set(row, self.table.behind(place), cell, holds=new.holds)
        return b""

    def replaced(self, columns: Mapping[int, Sequence[Cell | None]]) -> bytes:
        """Write the cells `columns` in place of their own, None for no change; the bytes come at the end."""
        for place, cells in columns.items():
            for row, cell in zip(self.rows, cells, strict=True):
                if cell is not None:
                    self.table.replace(row, place + 1, cell)
        return b""


def _is_formula(cell: Any) -> bool:
    return bool(cell.data_type == "f")


def _counted(places: Collection[Place], words: str) -> list[str]:
    """Return a sentence about formulas, none where there are none.

    >>> _counted({(2, 1)}, "left alone")
    ['1 formula left alone']
    """
    return [f"{len(places):,} formula{'s' * (len(places) > 1)} {words}"] if places else []


def _text(value: object) -> str:
    """Return a cell's value as a text.

    >>> _text(datetime(2018, 5, 9)), _text(43229.0), _text(None)
    ('2018-05-09', '43229', '')
    """
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return ESCAPED.sub(lambda found: chr(int(found[1], 16)), str(value))


def escaped(text: str) -> str:
    """Return a text as a workbook has it. Raises TableError for one that is longer than a cell may be.

    >>> escaped("a\x01b, _x0041_")
    'a_x0001_b, _x005F_x0041_'
    """
    found = NOT_IN_XML.sub(lambda sign: f"_x{ord(sign[0]):04X}_", text)
    if len(found) > LONGEST_TEXT:
        raise TableError(
            f"a cell has {len(text):,} characters; one of a workbook has at most {LONGEST_TEXT:,}: "
            f"write a .csv instead ({text[:40]!r}…)"
        )
    return found


def check_size(rows: int, columns: int = 1) -> None:
    """Raise TableError for more rows or columns than a sheet can have."""
    if rows > MOST_ROWS or columns > MOST_COLUMNS:
        raise TableError(
            f"a sheet has at most {MOST_ROWS:,} rows and {MOST_COLUMNS:,} columns; write a .csv instead"
        )


def text_cell(sheet: Any, text: str) -> Any:
    """Return a text as a cell that no spreadsheet takes for a formula."""
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(sheet, escaped(text))
    cell.data_type = "s"
    return cell


def openpyxl() -> Any:
    """Return the library. Raises TableError where it is missing."""
    try:
        import openpyxl  # only workbooks need it, and it is an extra
    except ImportError:
        raise TableError("workbooks need openpyxl: pip install openpyxl") from None
    return openpyxl
