"""Translator: text to Translation. Questions -> reading -> translation; each text is read once."""

import functools
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from datenorm.dates.calendar import default_pivot
from datenorm.dates.calendars import Calendar, Source
from datenorm.dates.order import OPEN
from datenorm.dates.relative import Nearness
from datenorm.dates.values import WITH_TIMES, Form
from datenorm.judging.answer import MIN_CONFIDENCE, Terms, Translation
from datenorm.judging.judge import best_case
from datenorm.network.bundle import load_bundle, load_config, temperature_of
from datenorm.network.deferred import Deferred, Model
from datenorm.reading.answering import Answering
from datenorm.reading.asked import Asked
from datenorm.reading.calendars import Counting
from datenorm.reading.filling import Filler
from datenorm.reading.hints import Hint, Pivot, each_hint, hinted, strings
from datenorm.reading.kept import Kept
from datenorm.reading.options import checked
from datenorm.reading.pipeline import Pipeline
from datenorm.reading.programs import of_machine_form
from datenorm.reading.relative import Relatives, Today, for_each
from datenorm.text.characters import clean

if TYPE_CHECKING:
    from datenorm.judging.explanation import Explanation
    from datenorm.network.search import Network
    from datenorm.network.vocabulary import Vocabulary
    from datenorm.pictures.alignment import Alignment
    from datenorm.reading.decisions import Decisions
    from datenorm.reading.inventory import Inventory
    from datenorm.reading.layouts import Layout
    from datenorm.reading.reader import Reader
    from datenorm.reading.series import Column


class Translator:
    """Reads dates with one model. Usable from several threads at once.

    network: anything with Runtime's `encode` and `step`. threads: batches read side by side in one call. by_shape:
    whether texts that differ in numbers alone are read once, as the specimen of their shape.
    """

    def __init__(
        self,
        vocabulary: "Vocabulary",
        network: "Network",
        *,
        temperature: float = 1.0,
        min_confidence: float = MIN_CONFIDENCE,
        threads: int = 1,
        by_shape: bool = True,
    ) -> None:
        self._set_up(lambda: Model(vocabulary, network), temperature, min_confidence, threads, by_shape)

    def _set_up(
        self,
        model: Callable[[], Model],
        temperature: float,
        min_confidence: float,
        threads: int,
        by_shape: bool = True,
        kept: Kept | None = None,
    ) -> None:
        if threads < 1:
            raise ValueError(f"threads must be at least 1, not {threads}")
        self._model = model
        self.temperature = temperature
        self.min_confidence = min_confidence
        self.threads = threads
        self.answering = Answering(Pipeline(self._reader), min_confidence, by_shape, kept)
        self._loaded: tuple[str | Path | None, int] | None = None

    @classmethod
    def load(cls, bundle: str | Path | None = None, threads: int = 1) -> "Translator":
        """Return the Translator of a model bundle, the shipped one by default. Raises BundleError.

        A bundle from elsewhere is made ready at once, so that its faults are told here.
        """
        translator = cls.__new__(cls)
        config = load_config(bundle)
        model = Deferred() if bundle is None else _made(bundle)
        bar = config.get("calibration", {}).get("min_confidence", MIN_CONFIDENCE)
        # One thread for each batch, and several batches: LSTM steps are too small to be shared out.
        kept = Kept.shipped() if bundle is None else None
        translator._set_up(model, temperature_of(config), bar, threads, kept=kept)
        translator._loaded = (bundle, threads)
        return translator

    @property
    def vocabulary(self) -> "Vocabulary":
        """The characters and languages that the model knows."""
        return self._model().vocabulary

    @property
    def network(self) -> "Network":
        """The network, anything with Runtime's `encode` and `step`."""
        return self._model().network

    def _reader(self) -> "Reader":
        from datenorm.reading.reader import Reader  # which needs NumPy

        return Reader(*self._model(), self.temperature, self.threads)

    def __reduce__(self) -> tuple[Callable[..., "Translator"], tuple[str | Path | None, int]]:
        """Pickle as the place of the bundle: sessions of ONNX Runtime stay in their process."""
        if self._loaded is None:
            raise TypeError("a Translator is pickled by the path of its bundle, and this one has none")
        return Translator.load, self._loaded

    @checked
    def translate(
        self,
        text: str,
        *,
        order: str | None = None,
        locale: str | None = None,
        top: int | None = None,
        min_confidence: float | None = None,
        pivot_year: int | None = None,
        year: int | None = None,
        today: Today = None,
        next_week: Nearness | None = None,
        fiscal_start: int | None = None,
        as_: Form = "date",
        zone: str | None = None,
        to_zone: str | None = None,
        calendar: Calendar | None = None,
        hijri: Source | None = None,
    ) -> Translation:
        """Return the answer to one text; the hints are those of `translate_many`."""
        terms = self._terms(top, min_confidence, pivot_year, year, next_week, fiscal_start)
        form = Asked.of(as_, zone, to_zone, locale, Counting(calendar, hijri))
        return self.answering.answers(strings([text]), order, locale, terms, form, top, today)[0]

    @checked
    def translate_many(
        self,
        texts: Iterable[str | None],
        *,
        order: Hint = None,
        locale: Hint = None,
        top: int | None = None,
        min_confidence: float | None = None,
        pivot_year: Pivot = None,
        year: int | None = None,
        today: Today | Sequence[Today] = None,
        next_week: Nearness | None = None,
        fiscal_start: int | None = None,
        as_: Form = "date",
        zone: str | None = None,
        to_zone: str | None = None,
        decisions: "Decisions | None" = None,
        calendar: Calendar | None = None,
        hijri: Source | None = None,
        meant: Hint = None,
    ) -> list[Translation]:
        """Return the answers to `texts`, in their order.

        texts: any sequence of strings: list, NumPy or Arrow array, pandas or Polars series. None and NaN are empty.
        order: 'DMY', 'MDY' or 'YMD', the field order of numeric dates; 'open' where not even dots tell it. locale: a
        CLDR or BCP 47 identifier, which gives the language and, where `order` does not, the order. pivot_year: the last
        year a two-digit year may mean, 20 years from now by default. All three may be one for all texts or one for
        each.
        top: report up to so many readings. min_confidence: reject below it. year: the year of dates that have none.
        today: the day that phrases like '3 days ago' count from, one for all texts or one for each: a date, a datetime,
        either in ISO 8601, or 'now'; without it they are rejected. next_week: which Monday is next Monday where there
        are two: the 'nearest', or that of next 'week'. fiscal_start: the month that fiscal years begin with.
        as_: what to answer with: 'date'; 'datetime', with the time of day; 'interval', the first and last day; or
        'edtf', all that ISO 8601-2 can write: see `judging.forms`. zone: of times of day that have none, say
        'Europe/Berlin'. to_zone: the one they are converted to. decisions: what a person said
        of ways of writing: see `datenorm.reading.decisions`. calendar: of texts that don't say it, say 'persian': see
        `datenorm.dates.calendars`. hijri: whose days of the Hijri calendar, 'civil' or 'umalqura'. meant: what texts
        mean that may mean two things, one for all or one for each: 'month' or 'years' for 1998-03; for IST its zone.
        Raises LocaleError for a locale CLDR does not have, ValueError for a zone that the tz database does not have.
        """
        of_all = pivot_year if isinstance(pivot_year, int) else None
        terms = self._terms(top, min_confidence, of_all, year, next_week, fiscal_start)
        form = Asked.of(as_, zone, to_zone, locale, Counting(calendar, hijri))
        cells = strings(texts)
        answers = self.answering.answers(cells, order, locale, terms, form, top, today, pivot_year, meant)
        if not decisions:
            return answers
        from datenorm.reading.decisions import decided  # what hardly anybody asks for

        count = len(cells)
        locales, days, pivots = (
            list(each_hint(locale, count)),
            for_each(today, count, form.zoning),
            each_hint(pivot_year, count),
        )
        told = list(zip(cells, locales, days, pivots, each_hint(meant, count), strict=False))

        def read_again(rows: Sequence[int], said: str) -> Sequence[Translation]:
            some, there, on, last, sense = map(list, zip(*(told[row] for row in rows), strict=True))
            return self.answering.answers(some, said, there, terms, form, top, on, last, sense)

        layouts, alone = (self._layouts(cells, *hints, terms) for hints in ((order, locale), (OPEN, None)))
        return decided(answers, decisions, layouts, alone, read_again)

    def _layouts(
        self, texts: Sequence[str], order: Hint, locale: Hint, terms: Terms
    ) -> Callable[[int], "Layout"]:
        """Return what tells the layout of text number `i`, read with its hints."""
        from datenorm.reading.inventory import Inventory, always

        hints = list(zip(each_hint(order, len(texts)), each_hint(locale, len(texts)), strict=True))
        known = {pair: Inventory.of(always(self.answering.filler(*pair, terms))) for pair in set(hints)}
        return lambda i: known[hints[i]].layout(texts[i])

    @checked
    def translate_column(
        self,
        texts: Iterable[str | None],
        *,
        order: str | None = None,
        locale: str | None = None,
        top: int | None = None,
        min_confidence: float | None = None,
        pivot_year: int | None = None,
        year: int | None = None,
        today: Today | Sequence[Today] = None,
        next_week: Nearness | None = None,
        fiscal_start: int | None = None,
        as_: Form = "date",
        zone: str | None = None,
        to_zone: str | None = None,
        calendar: Calendar | None = None,
        hijri: Source | None = None,
    ) -> "Column":
        """Return the answers to a whole column. Its cells decide its order and language unless one of them is given.

        They decide the century of two-digit years as well, unless `pivot_year` or `calendar` is given, whether 1998-03
        is a month or two years, and, where times are asked for, which zone IST is. texts and the
        other options are those of `translate_many`. A column is taken to be written in one order: see
        `datenorm.reading.columns`. Dates, statuses and confidences come back as the kind of column that was given.
        """
        from datenorm.reading.columns import Open  # what no single text needs
        from datenorm.reading.series import Column, gather, weighed

        cells = strings(texts)
        terms = self._terms(top, min_confidence, None, year, next_week, fiscal_start)
        left = Open(
            not (order or locale),
            None if pivot_year or calendar else terms.pivot,
            as_ in WITH_TIMES,
            not (calendar or locale),
        )
        evidence = gather(cells, left) if left else None
        languages: Hint = locale
        pivots: Pivot = pivot_year
        orders: Hint = order
        if evidence and left.order:
            if hints := evidence.numbers.hints:
                orders = [hints.of(cell) for cell in cells]
            if evidence.names.language:
                languages = evidence.languages_of(cells)
        if evidence and evidence.years.pivot:
            pivots = [evidence.years.pivot_of(cell) for cell in cells]
        form = Asked.of(as_, zone, to_zone, locale, Counting(calendar, hijri))
        meant: Hint = None
        if evidence and evidence.meanings.tells:
            meant = [evidence.meanings.of(cell) for cell in cells]
        answers = self.answering.answers(
            cells, orders, languages, terms, form, today=today, pivot=pivots, meant=meant
        )
        return Column(texts, weighed(answers, evidence) if evidence else answers, evidence)

    @checked
    def shapes(
        self,
        texts: Iterable[str | None],
        *,
        order: str | None = None,
        locale: str | None = None,
        min_confidence: float | None = None,
        pivot_year: int | None = None,
        year: int | None = None,
    ) -> "Inventory":
        """Return the ways in which the cells of a column are written, commonest first: a table, also in a notebook.

        The cells decide how they are read, as in `translate_column`, whose options these are.
        """
        cells = strings(texts)
        column = self.translate_column(
            cells,
            order=order,
            locale=locale,
            min_confidence=min_confidence,
            pivot_year=pivot_year,
            year=year,
        )
        found = self.inventory(
            order=order or (column.evidence.numbers.hints.of if column.evidence else None),
            locale=locale,
            min_confidence=min_confidence,
            pivot_year=pivot_year,
            year=year,
        )
        found.add(column.answers)
        return found

    def inventory(
        self,
        *,
        order: str | Callable[[str], str | None] | None = None,
        locale: str | None = None,
        min_confidence: float | None = None,
        pivot_year: int | None = None,
        year: int | None = None,
    ) -> "Inventory":
        """Return an inventory without cells, for answers that are given with these options.

        order: of the numbers, or what says it of each text.
        """
        from datenorm.reading.inventory import Inventory  # what no answer needs

        terms = self._terms(None, min_confidence, pivot_year, year)

        def filler_of(text: str) -> "Filler":
            return self.answering.filler(order(text) if callable(order) else order, locale, terms)

        return Inventory.of(filler_of)

    @checked
    def explain(
        self,
        text: str,
        *,
        order: str | None = None,
        locale: str | None = None,
        min_confidence: float | None = None,
        pivot_year: int | None = None,
        year: int | None = None,
        today: Today = None,
        next_week: Nearness | None = None,
    ) -> "Explanation":
        """Return why `text` has its answer: its tokens, what claimed or explains each, and the rule that objected.

        The options are those of `translate_many`.
        """
        from datenorm.judging.explanation import explain  # what no answer needs

        terms = self._terms(None, min_confidence, pivot_year, year, next_week)
        (question,) = hinted(strings([text]), order, locale)
        known = of_machine_form(question, terms)
        if known:
            return explain(known, clean(text), "machine form", known.iso, None)
        answer = self.answering.answers([text], order, locale, terms, today=today)[0]
        relatives = Relatives([question])
        if question in relatives:
            return explain(answer, clean(text), "relative", " or ".join(relatives.codes(question)), None)
        reader = self._reader()
        asked, found, _ = reader.read(reader.questions([question]), terms)
        seen = asked.seen(0)
        if not found:
            return explain(answer, seen.page.text, "exact code", None, None)
        best = best_case(found[0], terms, seen, answer)
        explained = explain(answer, seen.page.text, "network", *best, found[0][0].roles)
        specimen = self.answering.filler(order, locale, terms).specimen(text)
        return replace(explained, specimen=specimen)

    @checked
    def align(
        self,
        text: str,
        *,
        order: str | None = None,
        locale: str | None = None,
        min_confidence: float | None = None,
        pivot_year: int | None = None,
        year: int | None = None,
    ) -> "Alignment":
        """Return where the network looked while it read `text`; the options are those of `translate_many`."""
        return self.align_many(
            [text],
            order=order,
            locale=locale,
            min_confidence=min_confidence,
            pivot_year=pivot_year,
            year=year,
        )[0]

    @checked
    def align_many(
        self,
        texts: Iterable[str | None],
        *,
        order: Hint = None,
        locale: Hint = None,
        min_confidence: float | None = None,
        pivot_year: int | None = None,
        year: int | None = None,
    ) -> "list[Alignment]":
        """Return the alignment of each text with its best reading, in the order of `texts`."""
        from datenorm.reading.alignments import alignments  # what no answer needs

        terms = self._terms(None, min_confidence, pivot_year, year)
        cells = strings(texts)
        reader = self._reader()
        asked, hypotheses, _ = reader.read(reader.questions(hinted(cells, order, locale)), terms)
        told = self.answering.answers(cells, order, locale, terms)
        return alignments(asked, hypotheses, told, terms, self.network, self.threads)

    def _terms(
        self,
        top: int | None,
        min_confidence: float | None,
        pivot: int | None,
        year: int | None,
        next_week: Nearness | None = None,
        fiscal_start: int | None = None,
    ) -> Terms:
        if top is not None and top < 1:
            raise ValueError(f"top must be at least 1, not {top}")
        return Terms(
            pivot=default_pivot(date.today()) if pivot is None else pivot,
            year=year,
            min_confidence=self.min_confidence if min_confidence is None else min_confidence,
            today=date.today().year,
            next_week=next_week,
            fiscal_start=fiscal_start,
        )

    @checked
    def filler(
        self,
        *,
        order: str | None = None,
        locale: str | None = None,
        min_confidence: float | None = None,
        pivot_year: int | None = None,
        year: int | None = None,
        next_week: Nearness | None = None,
        fiscal_start: int | None = None,
    ) -> Filler:
        """Return what knows the shapes of texts that are read with these options, those of `translate_many`."""
        return self.answering.filler(
            order, locale, self._terms(None, min_confidence, pivot_year, year, next_week, fiscal_start)
        )


def _made(bundle: str | Path) -> Callable[[], Model]:
    from datenorm.network.runtime import Runtime

    loaded = load_bundle(bundle)
    model = Model(loaded.vocabulary, Runtime(loaded, threads=1))
    return lambda: model


@functools.cache
def default_translator() -> Translator:
    """Return the shipped model's Translator, loaded when it is first asked for. Raises BundleError."""
    return Translator.load()
