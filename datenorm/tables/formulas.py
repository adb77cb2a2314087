"""Formulas: the values that a spreadsheet computed and stored beside them, which openpyxl leaves out.

Spreadsheets compute formulas anew; what only reads a workbook (pandas, a preview, a search) sees these values alone.

Source: ECMA-376 part 1, 18.3.1.4, a cell, its formula and its value, as openpyxl writes them.
"""

import io
import re
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any
from xml.sax.saxutils import escape

from datenorm.tables.sheets import openpyxl

FORMULA = re.compile(r'(<c r="([A-Z]+[0-9]+)"[^>]*)(><f\b(?:[^>]*/>|[^>]*>[^<]*</f>))<v ?(?:/>|></v>)')


def has_formulas(saved: bytes) -> bool:
    """Return whether a cell of a workbook that openpyxl saved is a formula."""
    with zipfile.ZipFile(io.BytesIO(saved)) as packed:
        sheets = [name for name in packed.namelist() if name.startswith("xl/worksheets/sheet")]
        return any(b"<f" in packed.read(name) for name in sheets)


def with_values(saved: bytes, workbook: Any, values: Callable[[], Any]) -> bytes:
    """Return a workbook that openpyxl `saved` with the values of its formulas, where the original stores one.

    workbook: what was saved. values: gives the original as openpyxl reads it with `data_only`; it is asked only where
    there are formulas.
    """
    written = io.BytesIO()
    parts = {f"xl/worksheets/sheet{number}.xml": sheet for number, sheet in enumerate(workbook.worksheets, 1)}
    with (
        zipfile.ZipFile(io.BytesIO(saved)) as old,
        zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        if not any(b"<f" in old.read(part) for part in parts):
            return saved
        for part in old.infolist():
            content = old.read(part)
            if part.filename in parts:
                cells = values()[parts[part.filename].title]
                content = FORMULA.sub(partial(_valued, cells, workbook.epoch), content.decode()).encode()
            new.writestr(part, content)
    return written.getvalue()


def _valued(cells: Any, epoch: datetime, found: "re.Match[str]") -> str:
    """Return the XML of a formula's cell with its value."""
    cell, place, formula = found.groups()
    kind, value = _stored(cells[place], epoch)
    return f'{cell} t="{kind}"{formula}<v>{escape(value)}</v>' if kind else found[0]


def _stored(cell: Any, epoch: datetime) -> tuple[str, str]:
    """Return the type and the text of a stored value; no type where none is stored."""
    value = cell.value
    if value is None:
        return ("str", "") if cell.data_type == "str" else ("", "")
    if isinstance(value, bool):
        return "b", str(int(value))
    if isinstance(value, date | time | timedelta):
        return "n", repr(openpyxl().utils.datetime.to_excel(value, epoch))
    if isinstance(value, int | float):
        return "n", repr(value)
    return "e" if cell.data_type == "e" else "str", str(value)
