"""Cells that are settled before any reading: words for nothing, and numbers that are said to count from a day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from datenorm.dates.machine.counts import Numbers, epoch, epoch_unit, is_spreadsheet_column, spreadsheet
from datenorm.dates.machine.form import MachineForm
from datenorm.judging.answer import Translation, refused, unread
from datenorm.tables.cells import NO_VALUE, Hints, Reader

# What stands where nothing does, in any case. Sources: pandas, `read_csv`, na_values; MySQL's zero dates; the errors of
# spreadsheets; what people type; what catalogues have for sine dato and sine anno (AACR2, 1.4F).
NULLS = (
    "#n/a", "#n/a n/a", "#na", "<na>", "n/a", "n.a.", "n.a", "na", "nan", "-nan", "nat", "null", "(null)", "#null!",
    "none", "nil", "\\n", "missing", "unknown", "undefined", "empty", "blank", "not available", "not applicable",
    "tbd", "t.b.d.", "tba", "t.b.a.", "tbc", "-", "--", "---", "–", "—", ".", "..", "...", "?", "??", "???", "/", "*",
    "#value!", "#ref!", "#div/0!", "#name?", "#num!", "#spill!", "#calc!",
    "n.d.", "n. d.", "nd", "[n.d.]", "[n. d.]", "(n.d.)", "s.d.", "s. d.", "sd", "[s.d.]", "[s. d.]", "s.a.", "s. a.",
    "[s.a.]", "[s. a.]", "o.j.", "o. j.", "[o.j.]", "[o. j.]", "o.d.", "undated", "[undated]", "no date", "[no date]",
    "not dated", "date unknown", "unknown date", "sans date", "sin fecha", "ohne jahr", "ohne datum", "без даты",
    "0", "00000000", "0000-00-00", "0000-00-00 00:00:00", "0000-00-00t00:00:00", "00/00/0000", "00-00-0000",
    "00.00.0000", "0000/00/00", "00/00/00", "//", "  /  /    ", "__/__/____", "--/--/----", "dd/mm/yyyy", "mm/dd/yyyy",
    "yyyy-mm-dd",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Settled:
    """What is known of cells without reading them.

    nulls: the words for nothing, in any case. numbers: what plain numbers count; None where that is not said.
    """

    nulls: frozenset[str]
    numbers: Numbers | None = None

    @classmethod
    def of(cls, nulls: Iterable[str] = NULLS, numbers: Numbers | None = None) -> "Settled":
        """Return what is known, from words as they are written."""
        return cls(frozenset(word.strip().casefold() for word in nulls), numbers)

    def reader(self, read: Reader) -> Reader:
        """Return a reader that answers what is settled, and asks `read` for the rest."""

        def read_cells(texts: Sequence[str], hints: Hints) -> list[Translation]:
            known = [self._answer(text) for text in texts]
            answers = {place: answer for place, answer in enumerate(known) if isinstance(answer, Translation)}
            asked = [place for place in range(len(texts)) if place not in answers]
            rest = [str(known[place] or texts[place]) for place in asked]
            found = read(rest, hints.of(asked)) if asked else ()
            answers.update(zip(asked, found, strict=True))
            return [_about(text, answers[place]) for place, text in enumerate(texts)]

        return read_cells

    def _answer(self, text: str) -> Translation | str | None:
        """Return the answer to a cell, or what to read instead of it; None where it is read as it stands."""
        if text == NO_VALUE:
            return refused(text, "no-stored-value", f"{text}; open the workbook in a spreadsheet and save it")
        if text.strip().casefold() in self.nulls:
            return unread(text, 0, None)
        form = self._counted(text)
        if form is None:
            return None
        if form.error:
            return refused(text, "no-such-number", form.error)
        return f"{form.iso}{form.time}{form.offset}"

    def _counted(self, text: str) -> MachineForm | None:
        if self.numbers in ("excel", "excel1904"):
            return spreadsheet(text, self.numbers)
        if self.numbers:
            return epoch(text, "ms" if self.numbers == "epoch-ms" else "s")
        return None


def _about(text: str, answer: Translation) -> Translation:
    """Return an answer as that to `text`, instead of which another one may have been read."""
    return answer if answer.text == text else answer._replace(text=text)


def suspected(texts: Iterable[str]) -> str | None:
    """Return what a column of numbers looks like, as a sentence for a person; None where it is none.

    >>> suspected(["43229", "43230.5"])
    'looks like serials of a spreadsheet (43229 is 2018-05-09); --numbers excel reads them'
    >>> suspected(["1525853472123"])
    'looks like milliseconds since 1970 (1525853472123 is 2018-05-09); --numbers epoch-ms reads them'
    """
    numbers = [text for text in texts if text.strip()]
    if not numbers:
        return None
    first = numbers[0].strip()
    if is_spreadsheet_column(numbers) and (form := spreadsheet(first, "excel")):
        return f"looks like serials of a spreadsheet ({first} is {form.iso}); --numbers excel reads them"
    unit = epoch_unit(numbers)
    if unit in ("s", "ms") and (form := epoch(first, unit)):
        name, said = ("milliseconds", "epoch-ms") if unit == "ms" else ("seconds", "epoch")
        return f"looks like {name} since 1970 ({first} is {form.iso}); --numbers {said} reads them"
    return None
