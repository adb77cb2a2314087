"""Asked: the form that answers are asked for in, with what is told of zones and calendars."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from datenorm.dates.pairs import EITHER
from datenorm.dates.values import FORMS, WITH_TIMES, Form
from datenorm.judging.answer import Translation
from datenorm.judging.forms import SENSES, as_meant, in_form, without_doubt
from datenorm.reading.calendars import Counting
from datenorm.reading.hints import Hint, Question, each_hint

if TYPE_CHECKING:
    from datenorm.reading.zones import Zoning


class Asked(NamedTuple):
    """The form that answers are asked for in. zoning: what is told of time zones; None where no time is asked for.

    counting: what is told of calendars.
    """

    form: Form
    zoning: "Zoning | None" = None
    counting: Counting = Counting()

    @classmethod
    def of(
        cls, form: Form, zone: str | None, to_zone: str | None, locale: Hint, counting: Counting
    ) -> "Asked":
        """Return what the options of a call ask for. Raises ValueError for what is no form and no zone."""
        if form not in FORMS:
            raise ValueError(f"as_ must be one of {', '.join(FORMS)}, not {form!r}")
        if form not in WITH_TIMES:
            if zone or to_zone:
                raise ValueError("zone and to_zone are for as_='datetime' and 'edtf'")
            return cls(form, counting=counting)
        from datenorm.reading.zones import Zoning  # what no date needs

        return cls(form, Zoning.of(zone, to_zone, locale), counting)

    def timed(
        self,
        answers: Sequence[Translation],
        questions: Sequence[Question],
        meant: Hint = None,
        locale: Hint = None,
    ) -> Sequence[Translation]:
        """Return answers with the times that their texts say, where times are asked for.

        Where days are asked for, those with hours that end on another day.

        meant: the zone that an abbreviation of several means, one for all texts or one for each. locale: the same of
        what is told of their countries.
        """
        if self.form == "date":
            return answers
        from datenorm.reading.moments import ends_later, may_have_hours, with_times
        from datenorm.reading.zones import Zoning

        count, zoning = len(questions), self.zoning or Zoning()
        told = list(zip(each_hint(locale, count), each_hint(meant, count), strict=False))
        known = {one: zoning.of_text(*one) for one in set(told)}
        zonings = [known[one] for one in told]
        if self.form in WITH_TIMES:
            return with_times(answers, questions, zonings)
        rows = [row for row, (text, *_) in enumerate(questions) if may_have_hours(text)]
        found = with_times(
            [answers[row] for row in rows], [questions[row] for row in rows], [zonings[row] for row in rows]
        )
        later = {row: timed for row, timed in zip(rows, found, strict=True) if ends_later(timed)}
        return [later.get(row, answer) for row, answer in enumerate(answers)] if later else answers

    def written(self, answers: Sequence[Translation], meant: Hint = None) -> list[Translation]:
        """Return answers in this form. meant: 'month' or 'years' for a year with a number, where that is known."""
        if meant is None:
            if self.form == "date":
                return [in_form(answer, "date") if answer.said else answer for answer in answers]
            return [in_form(answer, self.form) for answer in answers]
        known = zip(answers, each_hint(meant, len(answers)), strict=True)
        return [
            without_doubt(in_form(as_meant(answer, one), self.form))
            if one in (*SENSES, EITHER)
            else in_form(answer, self.form)
            for answer, one in known
        ]


DATES = Asked("date")
