"""Answering: texts with their hints to answers: by shape or as they stand, in other calendars, as what they mean."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, islice
from typing import cast

from datenorm.dates.calendars import CALENDARS, Calendar
from datenorm.garbage import collecting_seldom
from datenorm.judging.answer import Terms, Translation, refused
from datenorm.reading.asked import DATES, Asked
from datenorm.reading.calendars import in_calendars
from datenorm.reading.elsewhere import OPEN
from datenorm.reading.filling import Filler
from datenorm.reading.hints import Hint, Pivot, Question, alike, each_hint, hinted
from datenorm.reading.kept import Kept
from datenorm.reading.meanings import with_meanings
from datenorm.reading.pipeline import Pipeline
from datenorm.reading.relative import Today, for_each, from_times, on_days

SEVERAL = "its column has dates of another calendar, and it may be one of them; give --calendar"
FILLERS = 16  # sets of hints whose templates are kept


class Answering:
    """Answers texts with one model. Usable from several threads at once.

    pipeline: reads texts as they stand. bar: the confidence that `kept` goes with, the answers to specimens that come
    with the model. by_shape: whether texts that differ in numbers alone are read once. fillers: what knows the shapes
    of texts, by hints.
    """

    def __init__(self, pipeline: Pipeline, bar: float, by_shape: bool, kept: Kept | None = None) -> None:
        self._pipeline = pipeline
        self._bar = bar
        self._kept = kept
        self.by_shape = by_shape
        self.fillers: dict[tuple[str | None, str | None, Terms], Filler] = {}

    def answers(
        self,
        texts: Sequence[str],
        order: Hint,
        locale: Hint,
        terms: Terms,
        form: Asked = DATES,
        top: int | None = None,
        today: Today | Sequence[Today] = None,
        pivot: Pivot = None,
        meant: Hint = None,
    ) -> list[Translation]:
        """Return the answers to texts: as their shapes are read, or as they stand where they have none.

        top: how many readings to list, good or not. today: the day that those count from which do. pivot: the last year
        that two digits may mean, where it is another than that of `terms`. meant: as in `translate_many`.
        """
        answers: list[Translation] = []
        groups = alike(order, locale, pivot, len(texts))
        for (said, identifier, last), rows in groups.items():
            asked = [texts[row] for row in rows] if len(groups) > 1 else texts
            agreed = terms if last is None else replace(terms, pivot=last)
            with collecting_seldom(len(asked)):
                found = self._whole(asked, said, identifier, agreed, form)
            if top:
                found = self._pipeline.listing(hinted(asked, said, identifier), found, agreed, top)
            answers += found
        if len(groups) > 1:
            by_row = dict(zip(chain.from_iterable(groups.values()), answers, strict=True))
            answers = [by_row[row] for row in range(len(texts))]
        if form.form != "date":
            answers = self._timed(answers, hinted(texts, order, locale), terms, form, meant, locale)
        if today is not None:
            days = for_each(today, len(texts), form.zoning)
            answers = on_days(hinted(texts, order, locale), answers, days, terms, form.zoning)
        answers = form.written(answers, meant)
        return self._in_meant(answers, texts, order, locale, terms, form, today, pivot, meant)

    def _timed(
        self,
        answers: Sequence[Translation],
        questions: Sequence[Question],
        terms: Terms,
        form: Asked,
        meant: Hint = None,
        locale: Hint = None,
    ) -> list[Translation]:
        """Return answers with the times that their texts say, where times are asked for.

        meant, locale: as `Asked.timed` has them.
        """
        if form.form == "date":
            return list(answers)
        timed = form.timed(answers, questions, meant, locale)
        return from_times(
            questions, answers, timed, lambda bases: form.timed(self._pipeline.answers(bases, terms), bases)
        )

    def _in_meant(
        self,
        answers: list[Translation],
        texts: Sequence[str],
        order: Hint,
        locale: Hint,
        terms: Terms,
        form: Asked,
        today: Today | Sequence[Today],
        pivot: Pivot,
        meant: Hint,
    ) -> list[Translation]:
        """Return answers with those of texts that are meant in another calendar than ours, where none is told."""
        rows: dict[Calendar, list[int]] = {}
        for row, one in enumerate(
            each_hint(meant, len(texts)) if meant and not form.counting.calendar else ()
        ):
            if one in CALENDARS:
                rows.setdefault(cast(Calendar, one), []).append(row)
            elif one == OPEN:
                answers[row] = refused(texts[row], "other-calendar", SEVERAL, 1.0, order=answers[row].order)
        for calendar, some in rows.items():
            told = form._replace(counting=replace(form.counting, calendar=calendar))
            each = (list(islice(each_hint(hint, len(texts)), len(texts))) for hint in (order, locale, pivot))
            said, there, last = ([hint[row] for row in some] for hint in each)
            days = None if today is None else [for_each(today, len(texts))[row] for row in some]
            found = self.answers([texts[row] for row in some], said, there, terms, told, None, days, last)
            for row, answer in zip(some, found, strict=True):
                answers[row] = answer
        return answers

    def _whole(
        self, texts: Sequence[str], order: str | None, locale: str | None, terms: Terms, form: Asked
    ) -> Sequence[Translation]:
        """Return the answers to texts with the same hints, those that are refused as dates with what they say."""
        read = self.filler(order, locale, terms).answers
        _, known, language, _ = hinted([""], order, locale)[0]

        def timed(asked: Sequence[str]) -> Sequence[Translation]:
            return self._timed(read(asked), hinted(asked, order, locale), terms, form, locale=locale)

        answers = in_calendars(read(texts), known, language, form.counting, read, timed=timed)

        def read_inside(inside: Sequence[str]) -> Sequence[Translation]:
            dates = in_calendars(read(inside), known, language, form.counting, read, True, timed)
            return self._timed(dates, hinted(inside, order, locale), terms, form, locale=locale)

        return with_meanings(
            texts,
            answers,
            read_inside,
            known,
            language,
            terms.fiscal_start,
            form.counting.calendar,
            terms.today,
        )

    def filler(self, order: str | None, locale: str | None, terms: Terms) -> Filler:
        """Return what fills in texts with these hints; what fillers of other hints know is kept, if they are few."""
        key = (order, locale, terms)
        if key not in self.fillers:
            if len(self.fillers) >= FILLERS:
                self.fillers = {}

            def read(texts: Sequence[str]) -> Sequence[Translation]:
                return self._pipeline.answers(hinted(texts, order, locale), terms)

            plain = order is None and locale is None and terms.min_confidence == self._bar
            reading = self._kept.before(read) if self._kept and plain else read
            _, known, language, _ = hinted([""], order, locale)[0]
            self.fillers[key] = Filler(reading, terms, language, known is not None, self.by_shape)
        return self.fillers[key]
