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
from datetime import date
from itertools import islice
from typing import Any, BinaryIO

from datenorm.errors import TableError, said_by
from datenorm.tables.bad_rows import BadRows
from datenorm.tables.cells import NO_VALUE, Cell, NewColumn, as_text
from datenorm.tables.formulas import has_formulas, with_values
from datenorm.tables.preamble import SEARCHED, Dialect, folded, named
from datenorm.tables.sheets import FIRST_DAY, check_size, escaped, openpyxl, text_of
from datenorm.tables.signatures import BEGINNING, mistaken

LARGEST = 1 << 30  # bytes of what is packed in a workbook
COMPOUND = (
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # what Microsoft's older and encrypted files begin with: [MS-CFB] 2.2
)
SHEET_NUMBER = re.compile("[1-9][0-9]{0,5}")
LOST = ("xl/charts/", "xl/media/", "xl/vbaProject")
EMPTY_TEXT = "str"  # the type of a formula's value that is a text: one without it, and without a value, has none stored
Place = tuple[int, int]  # row and column of a cell, from 1


class WorkbookTable:
    """A sheet of a workbook: the one that is told, else the one that is shown, or the first that has the columns.

    One that is hidden comes behind all others.

    dialect: has the columns, and how many rows stand before the header. header: whether a row names them. sheet: the
    name of a sheet, or its number, from 1. bad: as in `Table`. Raises TableError where openpyxl is missing, for a file
    that is no workbook, and for a sheet that is not there.
    """

    def __init__(
        self,
        stream: BinaryIO,
        name: str,
        dialect: Dialect,
        header: bool = True,
        sheet: str | None = None,
        bad: BadRows | None = None,
    ) -> None:
        self.name, self.bad = name, bad or BadRows()
        content = stream.read()
        if content.startswith(COMPOUND):
            raise TableError(f"{name}: an old .xls, or a workbook with a password; save it as a plain .xlsx")
        if found := mistaken(content[:BEGINNING], (b"PK",)):
            raise TableError(f"{name}: not a workbook, but {found}")
        with self._reading():
            packed = zipfile.ZipFile(io.BytesIO(content)).infolist()
            if sum(part.file_size for part in packed) > LARGEST:
                raise ValueError(f"unpacked, it has more than {LARGEST >> 30} GiB")
            self._content = content
            self._values: Any = None
            self._workbook = openpyxl().load_workbook(io.BytesIO(content), rich_text=True)
            self._without_value: set[Place] = set()
            self._left: set[Place] = set()
            self._replaced = self._outdated = False
            self.sheet, self._start = self._found(self._sheets(sheet), dialect, header)
            self._header = self._start if header else 0
            self._without_value.clear()  # of what was searched
            self._filled = _filled(self.sheet)
            self._width = _width(self.sheet, self._filled)
        if header and self._header not in self._filled:
            raise TableError(
                f"{name}: row {self._header:,} of sheet {self.sheet.title!r} must name the columns, and it is empty; "
                "--header-row says which does"
            )
        lost = any(part.filename.startswith(LOST) for part in packed)
        others = len(self._workbook.worksheets) > 1 and sheet is None
        self._found_notes = [
            f"sheet {self.sheet.title!r}"
            + ", which is hidden" * _is_hidden(self.sheet)
            + f", one of {len(self._workbook.worksheets)}; --sheet reads another" * others,
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
            *["values of formulas are left out, since cells were replaced; a spreadsheet computes them"]
            * self._outdated,
        ]

    def head(self, added: Sequence[NewColumn]) -> bytes:
        """Name the new columns; what is written comes at the end."""
        self.new = added
        check_size(1, self._width + len(added))
        if self._header:
            for place, new in enumerate(added, self._width + 1):
                self.set(self._header, place, new.name, like=self.sheet.cell(self._header, self._width))
        return b""

    def tail(self) -> bytes:
        """Return the workbook, with the values of its formulas unless cells that they may be of were replaced."""
        file = io.BytesIO()
        with self._reading("cannot be written"):
            book = self._workbook
            book.calculation = book.calculation or openpyxl().workbook.properties.CalcProperties()
            book.calculation.fullCalcOnLoad = True
            book.save(file)
            if self._replaced:
                self._outdated = has_formulas(file.getvalue())
                return file.getvalue()
            return with_values(file.getvalue(), self._workbook, self._stored)

    def chunks(self, rows: int, asked: Sequence[int] = ()) -> Iterator["WorkbookChunk"]:
        """Yield the rows that have any cell, at most `rows` at a time."""
        numbers = (row for row in sorted(self._filled) if row > self._start)
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
            text_of(getattr(cell.value, "text", cell.value))
            if said == NO_VALUE and _is_formula(cell)
            else said
        )

    def replace(self, row: int, column: int, text: Cell) -> None:
        """Write a cell in place of another one, both counted from 1; a formula stays."""
        self._replaced = True
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
            return text_of(cell.value)
        stored = self._stored()[cell.parent.title].cell(cell.row, cell.column)
        if stored.value is None and stored.data_type != EMPTY_TEXT:
            self._without_value.add((cell.row, cell.column))
            return NO_VALUE
        return text_of(stored.value)

    def _stored(self) -> Any:
        """Return the workbook with the values that are stored beside formulas in place of them."""
        if self._values is None:
            with self._reading():
                self._values = openpyxl().load_workbook(io.BytesIO(self._content), data_only=True)
        return self._values

    def _sheets(self, said: str | None) -> list[Any]:
        """Return the sheet that is told, or all, the one that is shown first. Raises TableError for none."""
        sheets = {sheet.title: sheet for sheet in self._workbook.worksheets}  # without those that are charts
        if said is None:
            shown = self._workbook.active
            found = sorted(sheets.values(), key=lambda sheet: (_is_hidden(sheet), sheet is not shown))
        else:
            names = [said, *(name for name in sheets if name.strip().casefold() == said.strip().casefold())]
            names += self._workbook.sheetnames[int(said) - 1 :][:1] if SHEET_NUMBER.fullmatch(said) else []
            found = [sheets[name] for name in names if name in sheets]
        if not found:
            which = "of cells" if said is None else repr(said)
            raise TableError(f"{self.name}: no sheet {which}; the sheets are {named(list(sheets))}")
        return found if said is None else found[:1]

    def _found(self, sheets: Sequence[Any], dialect: Dialect, header: bool) -> tuple[Any, int]:
        """Return the sheet with the columns, and the number of the row before its first one of data."""
        if not header or dialect.skipped is not None:
            return sheets[0], (dialect.skipped or 0) + header
        names = folded(dialect.searched)
        for sheet in sheets:
            for row, width in sorted(_filled(sheet).items()):
                cells = (sheet.cell(row, column) for column in range(1, width + 1))
                if names and row <= SEARCHED and names <= folded(list(map(self._said, cells))):
                    return sheet, row
        return sheets[0], 1

    def _texts(self, row: int) -> list[str]:
        return [self.text(row, column) for column in range(1, self._width + 1)]

    @contextmanager
    def _reading(self, trouble: str = "not a workbook that can be read") -> Iterator[None]:
        try:
            yield
        except TableError:
            raise
        except Exception as error:  # openpyxl has no class of its own for what is wrong with a file
            raise TableError(
                f"{self.name}: {trouble}: {type(error).__name__} {said_by(error)}"[:300]
            ) from None


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


def _filled(sheet: Any) -> dict[int, int]:
    """Return the rows that have a cell with anything in it, each with the last column of one.

    openpyxl's own rows would make a cell of every place before the last one, which may stand in row 1,048,576.
    """
    found: dict[int, int] = {}
    for (row, column), cell in sheet._cells.items():
        if cell.value is not None:
            found[row] = max(column, found.get(row, 1))
    return found


def _width(sheet: Any, filled: Mapping[int, int]) -> int:
    """Return the number of the last column that has anything, or a part of a merged cell; 1 where none has."""
    return int(max([1, *filled.values(), *(merged.max_col for merged in sheet.merged_cells.ranges)]))


def _is_hidden(sheet: Any) -> bool:
    return bool(sheet.sheet_state != "visible")


def _is_formula(cell: Any) -> bool:
    return bool(cell.data_type == "f")


def _counted(places: Collection[Place], words: str) -> list[str]:
    """Return a sentence about formulas, none where there are none.

    >>> _counted({(2, 1)}, "left alone")
    ['1 formula left alone']
    """
    return [f"{len(places):,} formula{'s' * (len(places) > 1)} {words}"] if places else []
