"""Inventory: the ways in which the dates of a column are written, commonest first, for a person to check.

Cells are told apart by layout, by status, and by what would settle them; each has an example and how it is read.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from datenorm.judging.answer import Status, Translation
from datenorm.reading.filling import Filler
from datenorm.reading.layouts import OPEN, Layout, as_it_stands, layout_of
from datenorm.reading.shapes import shaper
from datenorm.text.lexicon import MAJOR
from datenorm.text.printable import printable

MOST_LANGUAGES = 3  # that are named
MOST_SHOWN = 30  # rows of the printed table


class Row(NamedTuple):
    """One way of writing: how many cells have it, an example and its reading.

    share: of all cells, 0..1. layout: in CLDR's letters. settle: what would give a date where there is none.
    """

    rows: int
    share: float
    example: str
    layout: str
    language: str
    reading: str
    status: Status
    settle: str


@dataclass(slots=True)
class _Group:
    example: str
    reading: str
    rows: int = 0
    narrow: set[str] = field(default_factory=set)
    languages: Counter[frozenset[str]] = field(default_factory=Counter)


Key = tuple[str, Status, str, str]  # the last one: its letters where its names are common


class Inventory:
    """Counts cells by how they are written. layout_of: the layout of a text."""

    def __init__(self, layout_of: Callable[[str], Layout]) -> None:
        self._layout_of = layout_of
        self._layouts: dict[Hashable, Layout] = {}
        self._groups: dict[Key, _Group] = {}
        self.cells = 0

    @classmethod
    def of(cls, filler_of: Callable[[str], Filler]) -> "Inventory":
        """Return an inventory without cells, for answers that the filler of each text gives."""

        def layout(text: str) -> Layout:
            template = filler_of(text).template(text)
            return layout_of(template) if template else as_it_stands(text)

        return cls(layout)

    def of_none(self) -> "Inventory":
        """Return an inventory without cells that tells layouts as this one does."""
        other = Inventory(self._layout_of)
        other._layouts = self._layouts
        return other

    def merge(self, other: "Inventory") -> None:
        """Take in what another one has counted."""
        for key, group in other._groups.items():
            self._groups[key] = _together(self._groups[key], group) if key in self._groups else group
        self.cells += other.cells

    def add(self, answers: Iterable[Translation]) -> None:
        """Count the answers to cells."""
        for answer in answers:
            layout = self.layout(answer.text)
            key = (_single(layout.letters), answer.status, settled_by(answer), _single(layout.common))
            group = self._groups.get(key)
            if group is None:
                reading = answer.iso or " or ".join(one.iso for one in answer.alternatives)
                group = self._groups[key] = _Group(answer.text, reading)
            group.rows += 1
            group.narrow |= _narrow(layout.letters)
            group.languages[layout.languages] += 1
            self.cells += 1

    def layout(self, text: str) -> Layout:
        """Return the layout of a text, found once for each shape."""
        name = shaper()(text)
        found = self._layouts.get(name)
        if found is None:
            found = self._layouts[name] = self._layout_of(text)
        return found

    def rows(self, apart: bool = False) -> list[Row]:
        """Return the ways of writing, commonest first. apart: Sept is another way than Sep, as it is for `strptime`."""
        chosen = {key: key[3] if apart and key[3] else key[0] for key in self._groups}
        known = set(chosen.values())
        merged: dict[Key, _Group] = {}
        for (letters, status, settle, common), group in self._groups.items():
            kind = "common" if common or not apart else ""
            key = (_with_width(chosen[letters, status, settle, common], known), status, settle, kind)
            merged[key] = _together(merged[key], group) if key in merged else group
        found = sorted(merged.items(), key=lambda item: -item[1].rows)
        return [self._row(key, group) for key, group in found]

    def _row(self, key: Key, group: _Group) -> Row:
        letters, status, settle, _ = key
        layout = _wide(letters, group.narrow)
        share = group.rows / self.cells
        language = " ".join(_spoken(group.languages))
        return Row(group.rows, share, group.example, layout, language, group.reading, status, settle)

    def __str__(self) -> str:
        rows = self.rows()
        lines: list[tuple[str, ...]] = [
            ("rows", "share", "example", "layout", "language", "reading", "status")
        ]
        for row in rows[:MOST_SHOWN]:
            settle = f"{row.status}; {row.settle}" if row.settle else row.status
            cells = (row.example, row.layout, row.language, row.reading)
            lines.append((f"{row.rows:,}", f"{row.share:.1%}", *map(_cut, map(printable, cells)), settle))
        widths = [max(len(line[i]) for line in lines) for i in range(len(lines[0]))]
        shown = ["  ".join(map(_padded, line, widths, (True, True, *[False] * 5))).rstrip() for line in lines]
        left = len(rows) - MOST_SHOWN
        return "\n".join([*shown, *([f"and {left:,} more"] if left > 0 else [])])

    def _repr_html_(self) -> str:
        from html import escape

        names = "".join(f"<th>{name}</th>" for name in Row._fields)
        rows = "".join(
            f"<tr>{''.join(f'<td>{escape(str(cell))}</td>' for cell in row)}</tr>" for row in self.rows()
        )
        return f"<table><thead><tr>{names}</tr></thead><tbody>{rows}</tbody></table>"


def always(filler: Filler) -> Callable[[str], Filler]:
    """Return what says that every text has this filler."""
    return lambda text: filler


def settled_by(answer: Translation) -> str:
    """Return what a text without a date needs to get one, as its reason ends; '' where nothing would help.

    >>> settled_by(Translation("03/04/2015", None, "ambiguous", 0.5, reason="two good readings; give --order"))
    'give --order'
    """
    advice = (answer.reason or "").rpartition("; ")[2]
    return advice if answer.iso is None and "--" in advice else ""


def _padded(cell: str, width: int, right: bool) -> str:
    return cell.rjust(width) if right else cell.ljust(width)


def _cut(text: str, longest: int = 36) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


# --- widths: `d` stands for numbers of one or two digits where a column has both --------------------------------------


def pieces(letters: str) -> Iterator[tuple[str, bool]]:
    """Yield a layout in runs of one letter, and whether each stands outside quotes.

    >>> list(pieces("dd 'de' y"))
    [('dd', True), (' ', True), ("'de'", False), (' ', True), ('y', True)]
    """
    i = 0
    while i < len(letters):
        if letters[i] == "'":
            end = letters.find("'", i + 1)
            end = len(letters) - 1 if end < 0 else end
            yield letters[i : end + 1], False
            i = end + 1
            continue
        end = i
        while end < len(letters) and letters[end] == letters[i]:
            end += 1
        yield letters[i:end], True
        i = end


WIDTHS = {"d": "dd", "M": "MM", "H": "HH"}


def _single(letters: str) -> str:
    """Return a layout with one letter for each day, month in numbers and hour.

    >>> _single("EEE, dd MMM y HH:mm")
    'EEE, d MMM y H:mm'
    """
    wide = {two: one for one, two in WIDTHS.items()}
    return "".join(wide.get(run, run) if plain else run for run, plain in pieces(letters))


def canonical(letters: str) -> str:
    """Return a layout without the widths of its numbers and of its month's name.

    >>> canonical("dd. MMMM y") == canonical("d. MMM y")
    True
    """
    return _single(letters.replace(OPEN, "MMM")).replace("MMMM", "MMM")


def _narrow(letters: str) -> set[str]:
    return {run for run, plain in pieces(letters) if plain and run in WIDTHS}


def _wide(letters: str, narrow: set[str]) -> str:
    """Return a layout with two letters for what always has two digits."""
    wide = {one: two for one, two in WIDTHS.items() if one not in narrow}
    return "".join(wide.get(run, run) if plain else run for run, plain in pieces(letters))


def _with_width(letters: str, known: set[str]) -> str:
    """Return a layout whose month may be a name or its abbreviation as the other cells have it."""
    full, short = letters.replace(OPEN, "MMMM"), letters.replace(OPEN, "MMM")
    return short if short in known and full not in known else full


def _together(one: _Group, other: _Group) -> _Group:
    first, second = (one, other) if one.rows >= other.rows else (other, one)
    languages = first.languages + second.languages
    return _Group(first.example, first.reading, one.rows + other.rows, one.narrow | other.narrow, languages)


def _spoken(counted: Counter[frozenset[str]]) -> Sequence[str]:
    """Return the fewest languages that have the names of all cells, as far as a greedy choice finds them.

    >>> _spoken(Counter({frozenset(("en", "de")): 2, frozenset(("de", "nl")): 1}))
    ['de']
    """
    left = {languages: rows for languages, rows in counted.items() if languages}
    found: list[str] = []
    while left and len(found) < MOST_LANGUAGES:
        rows: Counter[str] = Counter()
        for languages, count in left.items():
            rows.update(dict.fromkeys(languages, count))
        best = min(rows, key=lambda name: (-rows[name], name != "en", name not in MAJOR, name))
        found.append(best)
        left = {languages: count for languages, count in left.items() if best not in languages}
    return found
