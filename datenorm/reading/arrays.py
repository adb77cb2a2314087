"""Arrays: the answers to a column as arrays of dates, statuses and confidences, without an object for each text.

Texts of one shape whose dates exist alike have one answer, but for the date: one of them is read as any text is, and
NumPy writes the dates of the others. Texts that make no shape, and those that are refused, are read one by one.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, islice
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from datenorm.dates.machine.days import LENGTHS
from datenorm.judging.answer import STATUSES, Translation
from datenorm.reading.filling import Filler
from datenorm.reading.packed import Bytes, Ints, Packed, by_shape
from datenorm.reading.templates import Reading, Template, iso_of
from datenorm.reading.translator import Translator

SLAB = 65_536  # texts that are taken apart together
DATE = 10  # characters of YYYY-MM-DD, the longest that is written
# Options with which texts of one shape have like answers, where they are the same for all texts.
OF_ALL = {"order", "locale", "min_confidence", "pivot_year", "year", "next_week", "fiscal_start"}
TWO = np.frombuffer("".join(f"{number:02}" for number in range(100)).encode(), np.uint8).reshape(100, 2)
DAYS = np.array(LENGTHS)
LEFT, NO_DATE = -2, -1  # in place of a reading: the text is read by itself; its answer has no date


class Answers(NamedTuple):
    """The answers to texts. iso: S10, b"" where there is none. status: places in STATUSES. confidence: float64."""

    iso: NDArray[np.bytes_]
    status: NDArray[np.int8]
    confidence: NDArray[np.float64]

    def letters(self) -> Bytes:
        """Return the dates as characters: (texts, DATE), 0 where there is none; what is written there is theirs."""
        return self.iso.view(np.uint8).reshape(len(self.iso), DATE)

    @classmethod
    def of(cls, answers: Sequence[Translation]) -> "Answers":
        """Return answers as arrays."""
        return cls(
            np.array([answer.iso or "" for answer in answers], f"S{DATE}"),
            np.array([STATUSES.index(answer.status) for answer in answers], np.int8),
            np.array([answer.confidence for answer in answers], np.float64),
        )


def read_arrays(reader: Translator, packed: Packed, **options: Any) -> Answers:
    """Return the answers to texts as dates: those of `Translator.translate_many`, whose options these are but `as_`."""
    given = {name: value for name, value in options.items() if value is not None}
    count = len(packed)
    if not OF_ALL.issuperset(given) or not all(
        isinstance(value, str | int | float) for value in given.values()
    ):
        return Answers.of(reader.translate_many([packed.text(row) for row in range(count)], **given))
    answers = Answers(np.zeros(count, f"S{DATE}"), np.zeros(count, np.int8), np.zeros(count))
    left = np.ones(count, bool)
    filler = reader.filler(**given)
    for start in range(0, count, SLAB):
        for form in _forms(packed, range(start, min(start + SLAB, count)), filler):
            left[_fill(form, packed, reader, given, answers)] = False
    rows = np.flatnonzero(left).tolist()
    texts = [packed.text(row) for row in rows]
    places = {text: place for place, text in enumerate(dict.fromkeys(texts))}
    found = Answers.of(reader.translate_many(places, **given))
    which = [places[text] for text in texts]
    answers.iso[rows] = found.iso[which]
    answers.status[rows] = found.status[which]
    answers.confidence[rows] = found.confidence[which]
    return answers


class Form(NamedTuple):
    """Texts whose readings take their fields from the same numbers.

    rows, numbers: as in `Alike`. templates: of their shapes. which: (texts,) the template of each.
    """

    rows: Ints
    numbers: list[Ints]
    templates: list[Template]
    which: Ints

    def fields(self, reading: int) -> tuple[Ints, Ints, Ints]:
        """Return year, month and day of each text by one of its readings, 0 for what it lacks."""
        own = [template.readings[reading] for template in self.templates]
        year, month, day = (self._field(field, place, own) for field, place in enumerate(own[0].places))
        if own[0].years:
            year = np.array([int(own[0].years[f"{short:02}"]) for short in range(100)])[year]
        return year, month, day

    def _field(self, field: int, place: int | None, own: Sequence[Reading]) -> Ints:
        if place is not None:
            return self.numbers[place]
        return np.array([int(reading.known[field] or 0) for reading in own])[self.which]

    def cases(self, dates: Sequence[tuple[Ints, Ints, Ints]]) -> tuple[Ints, Ints]:
        """Return the first text of each case, and the case of each text: those of one have one answer, but for dates.

        What makes a case is the template, which readings are days of the calendar and which are one day, and whether
        the first of them is on a weekday that the words name.
        """
        weekdays = np.array([sum(1 << day for day in template.named) for template in self.templates])
        bits: list[NDArray[Any]] = [_exist(*fields) for fields in dates]
        bits += [_number(*one) == _number(*other) for one, other in combinations(dates, 2)]
        if weekdays.any():
            bits.append(weekdays[self.which] >> _weekday(*dates[0]) & 1)
        case = self.which
        for bit in bits:
            case = case * 2 + bit
        _, firsts, which = np.unique(case, return_index=True, return_inverse=True)
        return firsts, which


def _forms(packed: Packed, rows: range, filler: Filler) -> Iterator[Form]:
    """Yield those of some rows that templates fill in, by their forms."""
    groups = list(by_shape(packed, rows, filler.mask))
    firsts = [packed.text(row) for alike in groups for row in alike.firsts.tolist()]
    templates = iter(filler.templates(firsts))
    for alike in groups:
        own = list(islice(templates, len(alike.firsts)))
        together: dict[Any, list[int]] = {}
        for number, template in enumerate(own):
            if template and _is_filled(template):
                form = tuple(map(_places, template.readings))
                together.setdefault(form, []).append(number)
        for numbers in together.values():
            place = np.full(len(own), LEFT)
            place[numbers] = np.arange(len(numbers))
            which = place[alike.shape]
            chosen = which >= 0
            yield Form(
                alike.rows[chosen],
                [number[chosen] for number in alike.numbers],
                [own[number] for number in numbers],  # type: ignore[misc]
                which[chosen],
            )


def _places(reading: Reading) -> tuple[object, ...]:
    """Return where a reading takes its fields from: the same for those that one array serves."""
    return reading.places, *map(bool, reading.known), id(reading.years) if reading.years else None


def _is_filled(template: Template) -> bool:
    """Return whether a template answers its texts, with years of four digits."""
    years = [year for one in template.readings for year in (*one.years.values(), one.known[0]) if year]
    return (
        bool(template.readings)
        and template.answer.status != "rejected"
        and all(len(year) == 4 for year in years)
    )


def _fill(
    form: Form, packed: Packed, reader: Translator, options: Mapping[str, Any], answers: Answers
) -> Ints:
    """Write the answers to the texts of a form; return the rows of those that have one."""
    dates = [form.fields(reading) for reading in range(len(form.templates[0].readings))]
    firsts, case = form.cases(dates)
    texts = [packed.text(row) for row in form.rows[firsts].tolist()]
    found = reader.translate_many(texts, **options)
    templates = [form.templates[form.which[first]] for first in firsts]
    reading = np.array(list(map(_reading_of, found, templates)))[case]
    own = Answers.of(found)
    done = reading != LEFT
    rows: Ints = form.rows[done]
    answers.status[rows] = own.status[case[done]]
    answers.confidence[rows] = own.confidence[case[done]]
    for number, fields in enumerate(dates):
        chosen = reading == number
        _write(answers.letters(), form.rows[chosen], *(field[chosen] for field in fields))
    return rows


def _reading_of(answer: Translation, template: Template) -> int:
    """Return which reading of a template an answer has, NO_DATE for none of them, LEFT where it is no answer of it."""
    numbers = template.mask.numbers(answer.text)
    if answer.status == "rejected" or answer != template.fill(answer.text, numbers):
        return LEFT
    isos = [iso_of(*reading.date(numbers)) for reading in template.readings]
    return isos.index(answer.iso) if answer.iso else NO_DATE


def _exist(year: Ints, month: Ints, day: Ints) -> NDArray[np.bool_]:
    """Return whether the calendar has each day; year 0 is none, and then there may be a 29 February."""
    is_leap = (year % 4 == 0) & ((year % 100 != 0) | (year % 400 == 0))
    exist: NDArray[np.bool_] = (day <= DAYS[month]) & (is_leap | (month != 2) | (day != 29))
    return exist


def _number(year: Ints, month: Ints, day: Ints) -> Ints:
    return (year * 100 + month) * 100 + day


def _weekday(year: Ints, month: Ints, day: Ints) -> Ints:
    """Return the weekday of each day, Monday 0."""
    months = (year * 12 + month - 1 - 1970 * 12).astype("datetime64[M]")
    return (
        months.astype("datetime64[D]").astype(np.int64) + day - 1 + 3
    ) % 7  # 1 January 1970 was a Thursday


def _write(letters: Bytes, rows: Ints, year: Ints, month: Ints, day: Ints) -> None:
    """Write dates in ISO 8601 to some rows; fields that are 0 in one of them are so in all."""
    if not len(rows):
        return
    dash = np.full((len(rows), 1), ord("-"), np.uint8)
    parts: list[Bytes] = [TWO[year // 100], TWO[year % 100]] if year[0] else [dash]
    for field in (month, day):
        parts += [dash, TWO[field]] if field[0] else []
    written = np.concatenate(parts, axis=1)
    letters[rows, : written.shape[1]] = written
