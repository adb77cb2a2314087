"""Texts with a date of another calendar, among those that nothing else answers: which day of ours it is, or which days.

A calendar is said by the name of its month, by the caller, or by a language whose dates are not Gregorian together with
a year that is none of ours.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from datenorm.dates.among import among_words, are_apart
from datenorm.dates.buddhist import NEPAL, OTHER_DIGITS, is_bikram_sambat, is_other_year, other_count
from datenorm.dates.calendar import ENGLISH_MONTHS
from datenorm.dates.calendars import AHEAD, AT_HOME, CALENDARS, DIFFER, Calendar, Source, Written, days, span
from datenorm.dates.months import (
    OURS,
    YEARS,
    has_year_of_ours,
    is_in,
    is_said,
    names_month,
    numbered_calendar,
    numeric,
    of_month,
    of_ours,
    says_ours,
)
from datenorm.dates.months import read as read_named
from datenorm.dates.periods import has_small_era, periods
from datenorm.dates.relative import IN_MONTHS
from datenorm.dates.values import Value
from datenorm.dates.values import days_of as days_in
from datenorm.judging.answer import OTHER_YEAR, Alternative, Translation, of_another_weekday, refused
from datenorm.judging.relative import UNTOLD
from datenorm.judging.spelled import OLD_STYLE, days_of, is_of_a_time, is_old_style
from datenorm.rewriting.page import Edit, Page, edited
from datenorm.rewriting.relative import read as phrase
from datenorm.text.characters import clean, with_gershayim
from datenorm.text.names import weekdays_in
from datenorm.text.numerals import without_ethiopic_numerals
from datenorm.text.tokens import Token, tokens

MISSING = "a date of another calendar; pip install 'datenorm[calendars]' brings what counts in them"
NO_COUNT = "it may be a date of {}, which is not counted here"
NONE_IN_IT = "it is no date of the calendar that is told: {}"
LEAP_DAY = "29"
CLOCK = frozenset(("clock", "hour"))  # what makes a number beside it an hour
BESIDE_A_CLOCK = CLOCK | {
    "clock<",
    "dayperiod",
    "weekday",
    "connector",
    "label",
    "zone",
    "unit:hour",
    "unit:minute",
}
PERIOD = "a month or a year of another calendar, which is no month or year of ours"
HIJRI = "days of the Hijri calendar differ by up to two between its sources; give --hijri"
ADVICE = {"hijri": HIJRI, **dict.fromkeys(("ethiopic", "buddhist"), "give --locale or --calendar")}
Read = Callable[[Sequence[str]], Sequence[Translation]]


@dataclass(frozen=True, slots=True)
class Counting:
    """What the caller says of calendars. calendar: of all texts. hijri: the source of Hijri days. Raises ValueError."""

    calendar: Calendar | None = None
    hijri: Source | None = None

    def __post_init__(self) -> None:
        if self.calendar not in (None, *CALENDARS):
            raise ValueError(f"calendar must be one of {', '.join(CALENDARS)}, not {self.calendar!r}")
        if self.hijri not in (None, "civil", "umalqura"):
            raise ValueError(f"hijri must be civil or umalqura, not {self.hijri!r}")


def in_calendars(
    answers: Sequence[Translation],
    order: str | None,
    language: str | None,
    counting: Counting,
    read: Read,
    is_inside: bool = False,
    timed: Read | None = None,
) -> list[Translation]:
    """Return answers with those of other calendars' dates in place of refusals; of all texts, where one is told.

    A text of a told calendar has no answer of ours, unless it says itself that it is of ours. order, language: of the
    texts, if told. read: reads texts as dates of ours, with the same hints. is_inside: whether the texts stand inside
    others, in small letters. timed: reads texts as `read` does, with their times of day where times are asked for.
    """
    if not counting.calendar:
        answers = [_of_its_digits(answer, language) for answer in answers]
    return [
        _answer(answer, order, language, counting, read, is_inside, timed or read)
        if answer.status == "rejected" or counting.calendar or language == NEPAL
        else answer
        for answer in answers
    ]


def _of_its_digits(answer: Translation, language: str | None) -> Translation:
    """Return the answer to a date in numbers alone, whose digits are those of people who count years otherwise.

    The network is shown digits of one script, and what is shown it of letters is judged.
    """
    if not answer.iso or answer.text.isascii() or not OTHER_DIGITS.search(answer.text):
        return answer
    page = tokens(clean(answer.text))
    if says_ours(page) or any(not token.senses.keys().isdisjoint(OURS) for token in page):
        return answer
    common = other_count(answer.text, answer.iso)
    if common:
        return _several(answer, [common, answer.iso], "buddhist")
    if is_other_year(answer.text, answer.iso, language):
        return refused(answer.text, "other-calendar", OTHER_YEAR, 1.0, order=answer.order)
    return answer


def _answer(
    answer: Translation,
    order: str | None,
    language: str | None,
    counting: Counting,
    read: Read,
    is_inside: bool,
    timed: Read,
) -> Translation:
    if answer.code == "too-long":
        return answer
    text = clean(with_gershayim(without_ethiopic_numerals(answer.text)))
    page = tokens(text)
    counted = counting.calendar == "buddhist" and language == "th"  # where years are read as those of ours
    if counted or (counting.calendar and says_ours(page, counting.calendar)):
        return answer
    try:
        if counting.calendar == "julian" or any(is_old_style(page, i) for i in range(len(page))):
            found = _of_our_months("julian", answer, text, page, read)
        else:
            written = _written(answer, page, order, language, counting)
            found = (
                _counted(answer, page, written, counting, _also_ours(page, written, language, counting))
                if written
                else _period(answer, page, language, counting, is_inside)
                or _inside(answer, text, page, order, language, counting, timed)
            )
            ahead = counting.calendar or ("buddhist" if _is_buddhist(answer, page) else None)
            if ahead in AHEAD and not found:
                found = _of_our_months(ahead, answer, text, page, read)
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("convertdate", "hijridate"):
            raise
        return refused(answer.text, "needs-extra", MISSING, order=order)
    if found:
        return found
    uncounted = _uncounted(answer, page, language)
    if uncounted:
        return refused(answer.text, "other-calendar", NO_COUNT.format(uncounted), 1.0, order=answer.order)
    return _not_of_ours(answer, language, counting.calendar) if counting.calendar else answer


def _is_buddhist(answer: Translation, page: Sequence[Token]) -> bool:
    """Return whether a text that may be of another calendar says that it is of the Buddhist era."""
    return answer.code == "other-calendar" and any("calendar:buddhist" in token.senses for token in page)


def _uncounted(answer: Translation, page: Sequence[Token], language: str | None) -> str:
    """Return the calendar of a text that no library counts in: its name, '' where it is of none that says so."""
    if answer.status == "rejected" and any(
        "calendar:lunar" in token.senses and not token.text.isascii() for token in page
    ):
        return "the lunar calendar of East Asia"
    years = {token.text for token in page if token.kind == "number"}
    nepal = language == NEPAL or (answer.status == "rejected" and of_month(page, "indian")[1])
    if nepal and not says_ours(page) and any(map(is_bikram_sambat, years)):
        return "Bikram Sambat"
    return ""


def _not_of_ours(answer: Translation, language: str | None, told: Calendar) -> Translation:
    """Return the answer to a text whose told calendar nothing was read in: none of ours, days from one apart."""
    counted = phrase(answer.text, language) if answer.code == UNTOLD else None
    if (
        answer.alternatives
        or answer.value
        or (counted and not IN_MONTHS.keys().isdisjoint("".join(counted.codes)))
    ):
        return refused(answer.text, "told-calendar", NONE_IN_IT.format(told), 1.0, order=answer.order)
    return answer


def _written(
    answer: Translation, page: Sequence[Token], order: str | None, language: str | None, counting: Counting
) -> list[Written]:
    """Return the dates that a text can be: with the name of a month, or in numbers where the calendar is told."""
    # With a year of ours, 二月三十日 is no day at all: it is of another calendar where the text says that.
    other = counting.calendar or not has_year_of_ours(page) or is_said(page, language)
    named = read_named(page, counting.calendar, language=language) if other else []
    calendar = counting.calendar or numbered_calendar(page)
    if calendar is None and answer.code == "other-calendar":
        calendar = AT_HOME.get(language)
    return named or (numeric(page, calendar, order) if calendar else [])


def _period(
    answer: Translation, page: Sequence[Token], language: str | None, counting: Counting, is_inside: bool
) -> Translation | None:
    """Return the answer to a month or a year of another calendar: its days, which no date is; None for any other."""
    is_open = answer.code == "other-calendar"
    small = not counting.calendar and not is_inside and has_small_era(answer.text)
    written = [] if small else periods(page, counting.calendar, language, is_open)
    return _days_of(answer, written, counting.hijri)


def _days_of(answer: Translation, written: Sequence[Written], hijri: Source | None) -> Translation | None:
    """Return the answer to a month or a year of another calendar, the same days in all that it can be."""
    found = {days for one in written if (days := span(one, hijri))}
    if len(found) != 1:
        return None
    value = Value.between(*found.pop(), "other calendar")
    if written[0].calendar == "hijri" and not hijri:
        value = value.qualified("~")
    return refused(answer.text, "other-calendar", PERIOD, 1.0, order=answer.order)._replace(said=value)


def _inside(
    answer: Translation,
    text: str,
    page: Sequence[Token],
    order: str | None,
    language: str | None,
    counting: Counting,
    timed: Read,
) -> Translation | None:
    """Return the answer to a date among other words, or beside a time: the day of ours is written for it, and all read.

    None where there is no such date, or where what stands beside it would make a day of ours another.
    """
    ways: tuple[tuple[Iterator[tuple[int, int]], Callable[[str], str]], ...] = (
        (_beside_a_time(page), str),
        (among_words(page), _in_english),
    )
    for (first, last), shown in ((ends, shown) for found, shown in ways for ends in found):
        named = page[first : last + 1]
        written = _written(answer, named, order, language, counting)
        if written:
            day = _counted(answer, page, written, counting, _also_ours(named, written, language, counting))
            isos = [one.iso for one in day.alternatives] or ([day.said.edtf.rstrip("~")] if day.said else [])
            around = text[: named[0].start], text[named[-1].end :]
            texts = [shown(iso).join(around) for iso in isos]
            found = timed([one.upper() if one.isascii() else one for one in texts])  # 2018-05-09T10:30Z
            if not all(_is_of(one, iso) for one, iso in zip(found, isos, strict=True)):
                return None
            if day.iso is None:
                return day._replace(said=None)
            warnings = (*day.warnings, *found[0].warnings)
            return found[0]._replace(text=answer.text, order=answer.order, warnings=warnings)
    return None


def _in_english(iso: str) -> str:
    """Return a day with the name of its month, beside which no number stands that may be a day as well."""
    year, month, day = iso.split("-")
    return f"{int(day)} {ENGLISH_MONTHS[int(month) - 1]} {year}"


def _is_of(answer: Translation, day: str) -> bool:
    """Return whether an answer is one of a day, and of no other: it, a time of it, or a range of hours."""
    days = {one.iso[: len(day)] for one in answer.alternatives}
    days |= {str(point)[: len(day)] for point in answer.value.points} if answer.value else set()
    return days == {day} and (not answer.code or answer.said is not None)


def _beside_a_time(page: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield the parts of a text, longest first, beside which nothing but a time of day stands."""
    last, words = len(page) - 1, [i for i, token in enumerate(page) if token.kind != "sign"]
    firsts = [0, *(i for i in words if i and _is_of_a_clock(page, 0, i) and are_apart(page, i, i - 1))]
    lasts = [
        last,
        *(i for i in words if _is_of_a_clock(page, i + 1, last + 1) and are_apart(page, i, i + 1)),
    ]
    pairs = [(i, j) for i in firsts for j in lasts if i < j and (i, j) != (0, last)]
    yield from sorted(pairs, key=lambda ends: ends[0] - ends[1])


def _is_of_a_clock(page: Sequence[Token], first: int, end: int) -> bool:
    """Return whether tokens are a time of day: numbers with a colon, or one with its word, and words beside."""
    rest = page[first:end]
    if not any(is_of_a_time(page, i) or not CLOCK.isdisjoint(page[i].senses) for i in range(first, end)):
        return False
    return all(
        token.kind != "word" or not BESIDE_A_CLOCK.isdisjoint(token.senses) or token.text in ("t", "z")
        for token in rest
    ) and any(token.kind == "number" for token in rest)


def _of_our_months(
    calendar: Calendar, answer: Translation, text: str, page: Sequence[Token], read: Read
) -> Translation | None:
    """Return the answer to a date of a calendar with our months: read as one of ours, then counted."""
    rest = without_style(text, page, f"calendar:{calendar}")
    found = read([rest])[0]
    is_open = found.status == "ambiguous" or found.code == "other-calendar"
    isos = [found.iso] if found.iso else [one.iso for one in found.alternatives if is_open]
    known = [fields for iso in isos if (fields := _fields_of(iso))]
    if calendar == "julian" and not known:
        known = _leap_day(rest, read)
    written = [Written(calendar, *fields) for fields in known if _spells(page, fields)]
    written = [one for one in written if is_in(one, YEARS) or calendar == "julian"]
    if not written:
        return None
    return _counted(answer, page, written, Counting()) if written[0].day else _days_of(answer, written, None)


def without_style(text: str, page: Sequence[Token], style: str = OLD_STYLE) -> str:
    """Return a text without the words that say of which calendar it is, and brackets around nothing else."""
    at = Page(text)
    said = [i for i, token in enumerate(page) if style in token.senses]
    dotted = [i + (at.is_sign(i + 1, ".") and at.touches(i + 1)) for i in said]
    return edited(text, [at.left_out(*places) for places in zip(said, dotted, strict=True)])


def _fields_of(iso: str) -> tuple[int, int, int] | None:
    """Return the year, month and day of a date, 0 for what it has not; None where it has no year."""
    year, month, day = (*iso.split("-"), "0", "0")[:3]
    return (int(year), int(month), int(day)) if year else None


def _spells(page: Sequence[Token], fields: tuple[int, int, int]) -> bool:
    """Return whether a text has the year and the day of a date in it; not so the first Monday of May 1900."""
    said = {int(token.text) for token in page if token.kind == "number"}
    year, _, day = fields
    days = said.union(*(days_of(token, None) for token in page)) | {0}
    return day in days and not said.isdisjoint((year, year % 100))


def _leap_day(text: str, read: Read) -> list[tuple[int, int, int]]:
    """Return 29 February of a year that is a leap year in the Julian calendar alone, like 1900."""
    places = [token for token in tokens(text) if token.text == LEAP_DAY]
    if len(places) != 1:
        return []
    before = read([edited(text, [Edit(places[0].start, places[0].end, "28")])])[0].iso
    year, month, day = _fields_of(before or "") or (1, 0, 0)
    return [(year, 2, int(LEAP_DAY))] if (month, day) == (2, 28) and year % 4 == 0 else []


def _counted(
    answer: Translation,
    page: Sequence[Token],
    written: Sequence[Written],
    counting: Counting,
    also: Collection[date] = (),
) -> Translation:
    """Return the answer of the days that a date can be. also: days of ours that it can be besides."""
    found = sorted({day for one in written for day in days(one, counting.hijri)} | {*also})
    named = weekdays_in([token for token in page if not names_month(token)])  # Tir is a Tuesday in Norwegian
    if named and written[0].calendar == "hijri" and not counting.hijri:
        found = _on_weekday(found, named) or found
    elif len(found) > 1:
        found = [day for day in found if day.weekday() in named] or found
    if not found:
        return refused(answer.text, "no-such-day", "no such day in its calendar", 1.0, order=answer.order)
    isos = [day.isoformat() for day in found]
    if len(isos) > 1:
        return _several(answer, isos, written[0].calendar)
    is_open = written[0].calendar == "hijri" and not counting.hijri and not _is_settled(found[0], named)
    if is_open:  # two sources that agree say nothing of the others, or of who saw the moon
        said = Value.of(f"{isos[0]}~")
        return refused(answer.text, "hijri-source", HIJRI, 1.0, order=answer.order)._replace(said=said)
    found_alone = (Alternative(isos[0], 1.0),)
    return Translation(
        answer.text, isos[0], "ok", 1.0, found_alone, answer.order, of_another_weekday(named, isos[0])
    )


def _also_ours(
    page: Sequence[Token], written: Sequence[Written], language: str | None, counting: Counting
) -> set[date]:
    """Return the days of ours that dates of another calendar are in a language that may be the text's."""
    fields = [of_ours(page, one) for one in written] if not (language or counting.calendar) else []
    return {date(*one) for one in fields if one and one[2] <= days_in(*one[:2])}


def _on_weekday(found: Sequence[date], named: frozenset[int]) -> list[date]:
    """Return the days on the weekday of a text, among those that sources of the Hijri calendar can have."""
    near = {day + timedelta(away) for day in found for away in range(-DIFFER, DIFFER + 1)}
    return sorted(day for day in near if day.weekday() in named)


def _is_settled(day: date, named: frozenset[int]) -> bool:
    """Return whether the weekday of a text says which day is meant."""
    return named == {day.weekday()}


def _several(answer: Translation, isos: Sequence[str], calendar: str) -> Translation:
    share = round(1 / len(isos), 4)
    advice = ADVICE.get(calendar, "give --order or --calendar")
    reason = f"{len(isos)} good readings: {' or '.join(isos)}; {advice}"
    alternatives = tuple(Alternative(iso, share) for iso in isos)
    return Translation(
        answer.text, None, "ambiguous", share, alternatives, answer.order, (), reason, "several-readings"
    )
