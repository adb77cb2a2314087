"""Texts that count from a day, among those that are asked: what they count, and from which date.

3 days ago               the day that is told, minus three days
2 days after 9 May 2018  the network reads `9 May 2018`, exact code adds two days
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from datenorm.dates.relative import needs_time, reference
from datenorm.judging.answer import BAD_HINT, Terms, Translation, refused
from datenorm.judging.relative import UNTOLD, WHOLE_DAY, counted, counted_from, held_against
from datenorm.reading.hints import Question, about
from datenorm.rewriting.relative import NOW, Relative, read, read_beside

if TYPE_CHECKING:
    from datenorm.reading.zones import Zoning

UNREAD = "unread-time"
DASH = " - "  # in a cleaned-up text
Today = str | date | None  # what phrases count from: a day, a time, 'now'; None where nobody has told


class Relatives:
    """The texts that count from a day among `questions`.

    bases: the questions about the dates that some of them count from.
    """

    def __init__(self, questions: Iterable[Question]) -> None:
        self._found: dict[Question, Relative] = {
            question: found for question in questions if (found := read(question[0], question[2]))
        }
        self.bases: dict[Question, Question] = {
            question: about(question, found.text[slice(*found.rest)])
            for question, found in self._found.items()
            if found.rest
        }

    def __contains__(self, question: Question) -> bool:
        return question in self._found

    def codes(self, question: Question) -> tuple[str, ...]:
        """Return what a text counts, as `dates.relative` has it."""
        return self._found[question].codes

    def answers(
        self, terms: Terms, known: Mapping[Question, Translation | None]
    ) -> dict[Question, Translation]:
        """Return the answers to the texts while nobody has told a day. known: those to the bases."""
        found = {}
        for question, relative in self._found.items():
            base = known[self.bases[question]] if relative.rest else None
            if base:
                found[question] = counted_from(question[0], relative.codes, base)
            else:
                found[question] = counted(question[0], relative.codes, None, terms, question[1])
        return found


def on_days(
    asked: Sequence[Question],
    answers: Sequence[Translation],
    days: Sequence[Today],
    terms: Terms,
    zoning: "Zoning | None" = None,
) -> list[Translation]:
    """Return the answers with those of texts that count from a day, now that it is told; the others as they are.

    A date with a phrase beside it is held against that. zoning: of the times beside them, where times are asked for.
    """
    return [
        answer
        if day is None
        else _on_day(question, answer, day, terms, zoning)
        if answer.code == UNTOLD
        else _held_against(question, answer, day)
        for question, answer, day in zip(asked, answers, days, strict=True)
    ]


def _held_against(question: Question, answer: Translation, today: str | date) -> Translation:
    """Return the answer to a date beside a phrase: with the year that this tells, or a warning that they disagree.

    Where a dash parts the two, what disagrees may be a range and is refused: yesterday - 12 May 2018.
    """
    if not answer.iso or not (found := read_beside(question[0], question[2])) or _counts_from(question):
        return answer
    try:
        day = reference(today) if isinstance(today, str) else today
    except ValueError:
        return answer
    held = held_against(answer, found.codes, day)
    if held.iso == answer.iso and held.warnings != answer.warnings and DASH in found.text:
        reason = f"{held.warnings[-1]}; they may be the ends of a range"
        return refused(answer.text, "another-end", reason, answer.confidence, order=answer.order)
    return held


def from_times(
    asked: Sequence[Question],
    untimed: Sequence[Translation],
    timed: Sequence[Translation],
    read_timed: Callable[[Sequence[Question]], Sequence[Translation]],
) -> list[Translation]:
    """Return the answers with times, but of texts that count from a date: 3 hours after 9 May 2018 10:00.

    The time of these is that of the date that they count from, and they have none where that has none: their own day
    stands nowhere in the text. untimed, timed: the answers without times and with them. read_timed: answers questions
    with their times.
    """
    found = {
        question: (relative, about(question, relative.text[slice(*relative.rest)]))
        for question, answer in zip(asked, untimed, strict=True)
        if _is_counted(answer) and (relative := _counts_from(question)) and relative.rest
    }
    bases = dict.fromkeys(base for _, base in found.values())
    known = dict(zip(bases, read_timed(list(bases)), strict=True)) if bases else {}
    told = {
        question: counted_from(question[0], relative.codes, known[base])
        for question, (relative, base) in found.items()
    }
    return [told.get(question, answer) for question, answer in zip(asked, timed, strict=True)]


def _counts_from(question: Question) -> Relative | None:
    """Return what a text counts from a date in it; None for any other text."""
    found = read(question[0], question[2])
    return found if found and found.rest else None


def _is_counted(answer: Translation) -> bool:
    """Return whether an answer may be one to a text that counts from a date."""
    return answer.status in ("ok", "ambiguous") or answer.code in (UNTOLD, UNREAD)


def _on_day(
    question: Question, answer: Translation, today: str | date, terms: Terms, zoning: "Zoning | None"
) -> Translation:
    text, order, language, _ = question
    found = read(text, language)
    if found is None or found.rest:
        return answer
    try:
        day = reference(today, zoning.zone if zoning else None) if isinstance(today, str) else today
    except ValueError:
        reason = f"the day that it counts from is no day or time of ISO 8601: {today!r}"
        return refused(text, BAD_HINT, reason, 1.0, order=order)
    if zoning is None:
        return counted(text, found.codes, day, terms, order, False, found.weekdays, found.settled)
    from datenorm.reading.moments import converted, in_zone  # zones, which no date needs

    day, error = in_zone(day, zoning)
    if error and any(needs_time(code) or code == NOW for code in found.codes):
        return refused(text, BAD_HINT, f"the time that it counts from: {error}", 1.0, order=order)
    told = counted(text, found.codes, day, terms, order, True, found.weekdays, found.settled)
    return _with_time(told, question, found, zoning) if found.time else converted(told, zoning)


def _with_time(answer: Translation, question: Question, found: Relative, zoning: "Zoning") -> Translation:
    """Return the answer with the time beside it, which is read as if it stood beside the day itself.

    Where no language is told, it is read in each that has the phrase, and where none of them reads it, in all. A time
    that is read in none is refused, and so is one that languages disagree on.
    """
    from datenorm.reading.moments import with_time  # zones, which no date needs

    days = [one.iso for one in answer.alternatives]
    if not found.time or not days or any(len(day) != WHOLE_DAY for day in days):
        return answer
    text, order, language, origin = question
    time, periods = found.text[slice(*found.time)], found.periods(language)

    def read_in(spoken: str | None, period: frozenset[int]) -> Translation:
        return with_time(answer, about((text, order, spoken, origin), f"{days[0]} {time}"), zoning, period)

    answers = [read_in(spoken, period) for spoken, period in periods.items()]
    if not language and all(one.code in (UNREAD, answer.code) for one in answers):
        answers.append(read_in(None, frozenset().union(*periods.values())))
    timed = {one.alternatives: one for one in answers if _has_times(one)}
    refusals = [one for one in answers if one.iso is None and not _has_times(one)]
    if len(timed) == 1:
        return next(iter(timed.values()))
    if timed or (not refusals and any(map(str.isdigit, time))):
        return refused(text, UNREAD, f"nobody knows which time {time!r} is; give --locale", 1.0, order=order)
    return refusals[0] if refusals else answer


def _has_times(answer: Translation) -> bool:
    """Return whether the days of an answer have times; those of one that is refused are no times."""
    return answer.status in ("ok", "ambiguous") and all("T" in one.iso for one in answer.alternatives)


def for_each(today: Today | Sequence[Today], count: int, zoning: "Zoning | None" = None) -> Sequence[Today]:
    """Return what each of `count` texts counts from, one day for all of them if it is one; `now` once for all."""
    if today is None or isinstance(today, str | date):
        try:
            now = reference(today, zoning.zone if zoning else None) if isinstance(today, str) else today
        except ValueError:
            raise ValueError(f"today is no day or time of ISO 8601, nor 'now': {today!r}") from None
        return [now] * count
    days = list(today)
    if len(days) != count:
        raise ValueError(f"{count} texts, but {len(days)} days that they count from")
    return days
