"""Records: cells as a line of CSV or TSV, with quotes where a reader would find other cells without them.

Source: RFC 4180 for CSV. What csv.writer leaves bare depends on its own line end: before Python 3.13, a carriage return
is left bare unless records end in one.
"""

import csv
from collections.abc import Callable, Iterable, Sequence


class _Echo:
    """A file for csv.writer whose `writerow` then returns what it would have written."""

    def write(self, text: str) -> str:
        return text


def record_writer(
    delimiter: str = ",", quote: str = '"', all_quoted: bool = False
) -> Callable[[Sequence[object]], str]:
    """Return what writes cells as a record without its end: with quotes around all of them, else where needed.

    >>> record_writer()(["a\\rb", "c", ""])
    '"a\\rb",c,'
    """
    write = csv.writer(
        _Echo(),
        delimiter=delimiter,
        quotechar=quote,
        quoting=csv.QUOTE_ALL if all_quoted else csv.QUOTE_MINIMAL,
        lineterminator="\r\n",
    ).writerow
    return lambda cells: write(cells)[:-2]


def records(rows: Iterable[Sequence[object]], delimiter: str = ",") -> str:
    """Return rows of cells as records, each with a line feed behind it."""
    write = record_writer(delimiter)
    return "".join([f"{write(row)}\n" for row in rows])
