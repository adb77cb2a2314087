"""Measures: how often a Translator is right, wrong, or says that it does not know, on texts whose dates are known.

Each row is one of four: right (its date, or a refusal of what is no date), wrong (answered, and not the truth),
refused (a date that was rejected), ambiguous (two readings reported). Shares of the four sum to 1.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from datenorm.dates.calendar import complete, default_pivot
from datenorm.dates.targets import DATES, NOT_A_DATE
from datenorm.dates.values import Form, Value
from datenorm.generation.dataset import Example, Spans, order_of
from datenorm.judging.answer import Translation
from datenorm.pictures.alignment import Alignment
from datenorm.reading.translator import Translator
from datenorm.text.characters import compose
from datenorm.text.roles import NONE, composed_roles

BINS = 15  # Guo et al. 2017, 'On Calibration of Modern Neural Networks', section 5
CHUNK = 8192  # rows that are in memory as texts at a time
Outcome = Literal["right", "wrong", "refused", "ambiguous"]
Hints = Literal["all", "order", "none"]  # what the translator is told of what the examples know


@dataclass(frozen=True, slots=True)
class Judged:
    """What came of one row. iso: the date it should give, None for no date.

    answer: what the user gets. unsure: what there would be without a bar, however unsure. digits: aligned rightly, and
    in all. pointed: characters whose role the model names rightly, and those whose role is known.
    """

    example: Example
    iso: str | None
    answer: Translation
    unsure: Translation
    digits: tuple[int, int] = (0, 0)
    pointed: tuple[int, int] = (0, 0)

    @property
    def best(self) -> str | None:
        """The likeliest reading, whether it was answered or not."""
        return self.unsure.alternatives[0].iso if self.unsure.alternatives else self.unsure.iso

    @property
    def outcome(self) -> Outcome:
        if self.answer.status == "ambiguous":
            return "ambiguous"
        if self.answer.iso == self.iso:
            return "right"
        return "refused" if self.answer.iso is None else "wrong"


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares of `rows`, 0..1. None where there is nothing to take a share of.

    exact_match: rows whose likeliest reading is the truth, whatever became of it. right, wrong, refused, ambiguous:
    what the user gets; they sum to 1. wrong_of_answers, calibration_error (expected): over the rows that got a date.
    alignment_accuracy: digits of right answers whose strongest attention lies on their field, where spans are given.
    role_accuracy: characters of known roles that the model gives theirs, if it names roles.
    """

    rows: int
    exact_match: float | None
    right: float | None
    wrong: float | None
    refused: float | None
    ambiguous: float | None
    wrong_of_answers: float | None
    calibration_error: float | None
    alignment_accuracy: float | None
    role_accuracy: float | None


@dataclass(frozen=True, slots=True)
class Selection:
    """What remains of a sample with --min-confidence. Shares, 0..1; no risk where nothing remains.

    coverage: rows that still get a date. risk: of those, the wrong ones.
    """

    min_confidence: float
    coverage: float
    risk: float | None


def evaluate(
    translator: Translator,
    examples: Iterable[Example],
    hints: Hints = "all",
    pivot_year: int | None = None,
    form: Form | None = None,
    **told: Any,
) -> list[Judged]:
    """Return what `translator` makes of each example.

    hints: whether it is told the locale and the order of the examples that have one, the order alone, or nothing.
    pivot_year: the last year a two-digit year may mean, in the answers and in the truths. form: what the truths are
    written in, where they are no targets; the answers are in it too. told: what else `translate_many` is told of all
    examples: today, zone, calendar. Raises LocaleError for a locale CLDR does not have.
    """
    pivot = default_pivot(date.today()) if pivot_year is None else pivot_year
    judged: list[Judged] = []
    rows = iter(examples)
    while chunk := list(islice(rows, CHUNK)):
        judged += _evaluate(translator, chunk, hints, pivot, form, told)
    return judged


def figures(judged: Sequence[Judged]) -> Figures:
    """Return the shares of the rows `judged`."""
    outcomes = [row.outcome for row in judged]
    answered = [(row.answer, row.iso) for row in judged if row.answer.iso is not None]
    confidence, right = reliability_of(answered)
    return Figures(
        len(judged),
        _share(sum(row.best == row.iso for row in judged), len(judged)),
        _share(outcomes.count("right"), len(judged)),
        _share(outcomes.count("wrong"), len(judged)),
        _share(outcomes.count("refused"), len(judged)),
        _share(outcomes.count("ambiguous"), len(judged)),
        _share(outcomes.count("wrong"), len(answered)),
        calibration_error(confidence, right) if answered else None,
        _share(sum(row.digits[0] for row in judged), sum(row.digits[1] for row in judged)),
        _share(sum(row.pointed[0] for row in judged), sum(row.pointed[1] for row in judged)),
    )


def grouped(judged: Iterable[Judged], by: str) -> dict[str, Figures]:
    """Return the figures of the rows of each locale, order, kind or pattern, as `by` says; the worst first."""
    groups: dict[str, list[Judged]] = {}
    for row in judged:
        groups.setdefault(getattr(row.example, by), []).append(row)
    found = {name: figures(rows) for name, rows in groups.items()}
    return dict(sorted(found.items(), key=lambda item: (item[1].right, item[0])))


def select(judged: Sequence[Judged], min_confidence: float) -> Selection:
    """Return the risk and the coverage of the answers of `min_confidence` or more.

    El-Yaniv and Wiener 2010, 'On the Foundations of Noise-free Selective Classification'.
    """
    confidence, right = reliability_of(unsure_answers(judged))
    kept = right[confidence >= min_confidence]
    return Selection(
        min_confidence, _share(len(kept), len(judged)) or 0.0, _share(int((~kept).sum()), len(kept))
    )


def risk_coverage(judged: Sequence[Judged]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return coverage (answers,) and risk (answers,) of the 1, 2, 3... surest answers, as in `Selection`."""
    confidence, right = reliability_of(unsure_answers(judged))
    surest_first = right[np.argsort(-confidence, kind="stable")]
    count = np.arange(1, len(right) + 1)
    return count / max(len(judged), 1), np.cumsum(~surest_first) / count


def unsure_answers(judged: Iterable[Judged]) -> list[tuple[Translation, str | None]]:
    """Return the answers that there would be without a bar, each with its truth."""
    return [(row.unsure, row.iso) for row in judged if row.unsure.iso is not None]


def reliability_of(
    answers: Sequence[tuple[Translation, str | None]],
) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """Return the confidence (answers,) of each answer, and whether it is its truth (answers,)."""
    confidence = np.array([answer.confidence for answer, _ in answers], np.float64)
    return confidence, np.array([answer.iso == iso for answer, iso in answers], np.bool_)


def bins(confidence: NDArray[np.float64], right: NDArray[np.bool_]) -> list[tuple[float, float, int]]:
    """Return (mean confidence, share right, rows) of BINS bins that hold equally many rows each, least sure first.

    Equal in rows, not in width: nearly all confidences lie close to 1, and bins of equal width would be empty but one.
    Nixon et al. 2019, 'Measuring Calibration in Deep Learning', section 3.2.
    """
    order = np.argsort(confidence, kind="stable")
    parts = [part for part in np.array_split(order, BINS) if len(part)]
    return [(float(confidence[part].mean()), float(right[part].mean()), len(part)) for part in parts]


def calibration_error(confidence: NDArray[np.float64], right: NDArray[np.bool_]) -> float:
    """Return the expected calibration error: |share right - mean confidence| of each bin, weighted by its rows.

    >>> calibration_error(np.array([0.9] * 150), np.arange(150) % 10 > 0)
    0.0
    """
    gaps = [(abs(share - mean), rows) for mean, share, rows in bins(confidence, right)]
    return round(sum(gap * rows for gap, rows in gaps) / len(confidence), 12)


def aligned_digits(alignment: Alignment, spans: Spans) -> tuple[int, int]:
    """Return how many digits of a date look hardest at a character of their own field, and how many have a field.

    spans: where year, month and day stand in the text. Of what is no date no digit counts.
    """
    if not DATES.accepts("".join(alignment.symbols)):
        return 0, 0
    composed = [span and _composed(alignment.translation.text, span) for span in spans]
    strongest = alignment.weights.argmax(axis=1)  # (target,)
    found = counted = 0
    for number, source in zip(fields_of(alignment.symbols), strongest, strict=True):
        span = None if number is None else composed[number]
        if span:
            counted += 1
            found += span[0] <= alignment.positions[source] < span[1]
    return found, counted


def named_roles(alignment: Alignment, example: Example) -> tuple[int, int]:
    """Return how many characters have the role that the model names, and how many have one that is known.

    Of texts that exact code rewrote before the model read them no character counts.
    """
    composed, known = compose(example.text), composed_roles(example.text, example.roles)
    shown = "".join(composed[place : place + 1] for place in alignment.positions)
    if not (known and alignment.roles) or shown != "".join(alignment.characters):
        return 0, 0
    truths = [known[place] for place in alignment.positions]
    right = sum(truth == role != NONE for truth, role in zip(truths, alignment.roles, strict=True))
    return right, sum(truth != NONE for truth in truths)


def fields_of(symbols: Sequence[str]) -> list[int | None]:
    """Return the field each symbol of a target belongs to: 0 year, 1 month, 2 day; None for what is no digit.

    >>> fields_of("18-05"), fields_of("--05-09")
    ([0, 0, None, 1, 1], [None, None, 1, 1, None, 2, 2])
    """
    fields: list[int | None] = []
    field = 0
    for index, symbol in enumerate(symbols):
        # The two dashes in front of a date without a year stand for the year alone.
        field += symbol == "-" and index > 0
        fields.append(field if symbol.isdigit() else None)
    return fields


def _evaluate(
    translator: Translator,
    examples: Sequence[Example],
    hints: Hints,
    pivot: int,
    form: Form | None,
    asked: Mapping[str, Any],
) -> list[Judged]:
    texts = [example.text for example in examples]
    told: dict[str, Any] = {"pivot_year": pivot, **asked, **({"as_": form} if form else {})}
    if hints != "none":
        told["order"] = [order_of(example) for example in examples]
    if hints == "all":
        told["locale"] = [example.locale or None for example in examples]
    truths = [_truth(example, pivot, form) for example in examples]
    answers = translator.translate_many(texts, **told)
    told["min_confidence"] = 0.0
    if form or asked or not any(example.roles for example in examples):
        unsure = translator.translate_many(texts, **told)
        return list(map(Judged, examples, truths, answers, unsure))
    judged = []
    for example, truth, answer, alignment in zip(
        examples, truths, answers, translator.align_many(texts, **told), strict=True
    ):
        right = truth is not None and alignment.translation.iso == truth
        digits = aligned_digits(alignment, example.spans) if right else (0, 0)
        pointed = named_roles(alignment, example)
        judged.append(Judged(example, truth, answer, alignment.translation, digits, pointed))
    return judged


def _truth(example: Example, pivot: int, form: Form | None) -> str | None:
    if form:
        return None if example.iso == NOT_A_DATE else _written(example.iso, form)
    date = DATES.known(example.iso)
    return None if date == NOT_A_DATE else complete(date, pivot=pivot, year=None)


def _written(iso: str, form: Form) -> str:
    """Return a truth as answers have it: in EDTF --05-09 is XXXX-05-09."""
    value = Value.of(iso)
    return value.edtf if value and form == "edtf" else iso


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _composed(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """Return `span` of `text` as it is in `compose(text)`, where accents typed apart have joined their letters."""
    if compose(text) == text:
        return span
    start, end = (len(compose(text[:offset])) for offset in span)
    return start, end
