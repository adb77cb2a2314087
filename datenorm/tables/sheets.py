"""Sheets of workbooks: what their cells can hold, and how values are texts there, through openpyxl, an extra.

Source: ECMA-376 part 1, and the limits of Excel: https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3.
"""

import re
from datetime import date, datetime, time
from typing import Any

from datenorm.errors import TableError

MOST_ROWS, MOST_COLUMNS, LONGEST_TEXT = 1 << 20, 1 << 14, (1 << 15) - 1  # of a sheet, and of a cell
FIRST_DAY = "1900-03-01"  # spreadsheets count wrongly before
# What XML has not, or does not give back, and what looks like the escape for it: part 1, 22.9.2.19.
NOT_IN_XML = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
ESCAPED = re.compile("_x(00[01][0-9A-F]|D[89A-F][0-9A-F]{2}|FFF[EF])_", re.IGNORECASE)


def text_of(value: object) -> str:
    """Return a cell's value as a text.

    >>> text_of(datetime(2018, 5, 9)), text_of(43229.0), text_of(None)
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
