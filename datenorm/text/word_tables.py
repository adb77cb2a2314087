"""Word tables: plain files with a word, a tab and what it means in each line.

`tools/name_tables.py` makes them from CLDR.
"""

from pathlib import Path

TABLES = Path(__file__).with_name("tables")


def word_table(name: str) -> dict[str, str]:
    """Return what each word of the table `name` means.

    >>> word_table("conjunctions")["oder"]
    '0'
    """
    # As a plain file: importlib.resources takes as long to import as this to read. It ends in a line end.
    cells = (TABLES / f"{name}.tsv").read_bytes().decode().replace("\n", "\t").split("\t")
    return dict(zip(cells[::2], cells[1::2], strict=False))
