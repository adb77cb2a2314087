"""What a text says beyond a date: ranges, bounds, doubts and so on, as days and in EDTF. Never trained on.

Usage: python benchmarks/values.py [FOLDER]. FOLDER holds ranges.tsv with the columns text, value, start, end, locale,
kind, suite; by default ../shared/data/real beside this repository. Rows that sources disagree on are left out; what has
no days (seasons) is compared in EDTF.
"""

import csv
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from report import record, table

from datenorm.reading.translator import Translator

FOLDER = Path(__file__).parents[2] / "shared" / "data" / "real"
PIVOT = 2046
Row = dict[str, str]


def rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def verdict(translator: Translator, row: Row, told: bool) -> str:
    """Return whether a row is read rightly or wrongly, or refused."""
    has_days = bool(row["start"] or row["end"])
    expected = f"{row['start'] or '..'}/{row['end'] or '..'}" if has_days else row["value"]
    found = translator.translate(
        row["text"],
        as_="interval" if has_days else "edtf",
        locale=row["locale"] or None if told else None,
        pivot_year=PIVOT,
    )
    return "right" if found.iso == expected else "wrong" if found.iso else "refused"


def shares(verdicts: Iterable[str]) -> list[str]:
    counts = Counter(verdicts)
    total = counts.total()
    return [f"{total:,}", *(f"{100 * counts[name] / total:.1f} %" for name in ("right", "wrong", "refused"))]


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    if not (folder / "ranges.tsv").is_file():
        print(f"bench-values: no ranges.tsv here ({folder}); nothing measured")
        return
    translator, lines = Translator.load(), []
    agreed = [row for row in rows(folder / "ranges.tsv") if row["kind"] != "disputed"]
    others = [row for row in agreed if row["locale"] != "he"]
    groups = (("all rows", agreed), ("without those of the Hebrew calendar", others))
    for name, group in groups:
        for told, hints in ((True, "told the locale"), (False, "told nothing")):
            verdicts = [verdict(translator, row, told) for row in group]
            lines.append([f"{name}, {hints}", *shares(verdicts)])
    none = rows(folder / "nondates.tsv") if (folder / "nondates.tsv").is_file() else []
    if none:
        answers = translator.translate_many([row["text"] for row in none], as_="edtf", pivot_year=PIVOT)
        verdicts = ["wrong" if answer.iso else "refused" for answer in answers]
        lines.append(["texts that are no dates, in EDTF, told nothing", *shares(verdicts)])
    record("values", table(["text", "rows", "right", "wrong", "refused"], lines))


if __name__ == "__main__":
    main()
