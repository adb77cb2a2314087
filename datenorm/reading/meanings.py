"""Meanings: a second pass over texts that are refused as dates. The dates inside are read as texts of their own.

What a text is taken apart into may itself be taken apart: `around 5 May 1988? to 1990`.
"""

import re
from collections.abc import Callable, Mapping, Sequence

from datenorm.dates.buddhist import is_of_another_count
from datenorm.dates.calendars import Calendar
from datenorm.dates.months import months_of_others, says_ours
from datenorm.dates.periods import has_small_era
from datenorm.dates.values import Point, Value
from datenorm.expressions.composition import Meaning, expressions, meaning
from datenorm.expressions.expression import Expression
from datenorm.judging.answer import BAD_HINT, LAST_YEAR, Alternative, Translation, refused
from datenorm.judging.forms import SEVERAL
from datenorm.judging.relative import UNTOLD
from datenorm.reading.programs import DASHES
from datenorm.rewriting.eras import all_counted, outside
from datenorm.rewriting.page import Page
from datenorm.rewriting.relative import read as read_relative
from datenorm.text.characters import clean, with_gershayim
from datenorm.text.tokens import tokens

DEPTH = 3  # forms inside of each other
NEVER = ("too-long", "no-such-day", UNTOLD, BAD_HINT)  # codes of texts that are not taken apart

YEAR = 4  # digits
FIRST_YEAR = "1000"  # of dates whose year is surely written in full
MARKED = re.compile(
    r"[?_*xX□]|(?<![^\W\d_])[uU]{1,2}(?![^\W\d_])|(?<![0-9])00(?![0-9])|\.{2}|--|…"
)  # characters that stand for unknown ones
TWO_HYPHENS = re.compile(r"(?<=[^\W_])(\.?) ?-- ?(?=[^\W_])")  # for a dash between two ends
WAVES = ("～", "〜")  # that join the ends of a range in East Asia
ELLIPSIS, DOTS, BLANK = "…", "...", "??"
# An ellipsis in the place of a field: at a sign that parts fields, or before the word for one.
IN_A_FIELD = re.compile(r"(?<=[_|;])…|(?<=\.)…(?=\.)|…(?=[_|;年月日년월일])|(?<=-)…(?=-)|(?<=/)…(?=/)")
Forms = list[list[Expression]]
Read = Callable[[Sequence[str]], Sequence[Translation]]


def with_meanings(
    texts: Sequence[str],
    answers: Sequence[Translation],
    read: Read,
    order: str | None = None,
    language: str | None = None,
    fiscal_start: int | None = None,
    calendar: Calendar | None = None,
    today: int = LAST_YEAR,
) -> Sequence[Translation]:
    """Return the answers to texts, those that are refused with what the text says, where exact code can tell.

    read: answers texts as `answers` were made. order, language, fiscal_start, calendar: as told, for all of them.
    today: the year it is.
    """
    left = {text: answer for text, answer in zip(texts, answers, strict=True) if _is_open(answer)}
    if not left:
        return answers

    def forms_of(text: str) -> Forms:
        if has_small_era(text):
            return []
        plain = clean(IN_A_FIELD.sub(BLANK, with_gershayim(text)).replace(ELLIPSIS, DOTS))
        if plain.count("--") == 1:
            plain = TWO_HYPHENS.sub(r"\1~", plain)
        dashed = text.lstrip().startswith((*DASHES, *WAVES))
        if dashed and plain.startswith("~"):
            plain = plain.replace("~", "-", 1)  # ～1975年 is until then, ~1975 about then
        page = all_counted(Page(plain, order, language))
        years = [token.text for token in page.tokens if token.kind == "number" and len(token.text) == YEAR]
        elsewhere = calendar is not None or is_of_another_count(text, years, language)
        other = elsewhere and not says_ours(page.tokens, calendar)
        if other and not (calendar or language or months_of_others(page.tokens)):
            return []  # the dates inside don't tell whose they are
        found = expressions(page, fiscal_start, dashed, other, today)
        return [one for group in found if (one := [form for form in group if _count_alike(form, language)])]

    said = {text: _in_eras(found, language) for text, found in _said(left, read, forms_of, DEPTH).items()}
    return [said.get(text, answer) for text, answer in zip(texts, answers, strict=True)] if said else answers


def _count_alike(form: Expression, language: str | None) -> bool:
    """Return whether all texts inside count from a date, or none does: two years before 5-7 May 2018 may move both."""
    counted = {bool((found := read_relative(text, language)) and found.rest) for text in form.inner}
    return len(form.inner) < 2 or len(counted) == 1


def _in_eras(answer: Translation, language: str | None) -> Translation:
    """Return an answer without the days that are before their Japanese era, and with warnings of those behind it."""
    points = answer.said.points if answer.said else (Point.of(answer.iso),) if answer.iso else ()
    page = Page(clean(answer.text), language=language)
    found = [outside(page, "-".join(filter(None, point[:3]))) for point in points if point]
    for no_day in (error for error, _ in found if error):
        return refused(answer.text, "no-such-day", no_day, answer.confidence, order=answer.order)
    late = dict.fromkeys(warning for _, warning in found if warning)
    return answer._replace(warnings=(*answer.warnings, *late)) if late else answer


def _is_open(answer: Translation) -> bool:
    """Return whether a text may say something else than its answer: it is refused, or a part of it is left out."""
    if answer.status == "partial":
        words = tokens(clean(answer.text))
        return bool(MARKED.search(answer.text)) or any("unknown" in word.senses for word in words)
    return answer.status == "rejected" and answer.said is None and answer.code not in NEVER


def _said(
    left: Mapping[str, Translation], read: Read, forms_of: Callable[[str], Forms], depth: int
) -> dict[str, Translation]:
    """Return those of the texts that are left over that say something, with what they say."""
    forms = {text: found for text in left if (found := forms_of(text))}
    inside = list(
        {text: None for found in forms.values() for group in found for one in group for text in one.inner}
    )
    answers = dict(zip(inside, read(inside), strict=True)) if inside else {}
    again = {text: answer for text, answer in answers.items() if _is_open(answer)} if depth > 1 else {}
    if again:
        answers |= _said(again, read, forms_of, depth - 1)
    meanings = {text: meaning(found, answers) for text, found in forms.items()}
    return {text: _with(left[text], meant) for text, meant in meanings.items() if meant}


def _with(answer: Translation, meant: Meaning) -> Translation:
    if any(map(_is_timed_in_part, meant.values)):
        reason = (
            "it has a time of day that no form writes: of one date of several, or of one that is approximate"
        )
        return answer._replace(reason=reason, code="unread-time")
    if answer.iso:  # 2014-03-?? is 2014-03, and in EDTF 2014-03-XX
        kept = [value for value in meant.values if value.edtf.startswith(answer.iso)]
        return answer._replace(said=kept[0]) if len(kept) == 1 else answer
    warnings = (*answer.warnings, *meant.warnings)
    if len(meant.values) == 1 and _is_a_day(meant.values[0]):
        iso = meant.values[0].edtf
        found = (Alternative(iso, meant.confidence),)
        return Translation(answer.text, iso, "ok", meant.confidence, found, answer.order, warnings)
    if len(meant.values) == 1:
        return answer._replace(said=meant.values[0], confidence=meant.confidence, warnings=warnings)
    share = round(1 / len(meant.values), 4)
    readings = tuple(Alternative(value.edtf, share) for value in meant.values)
    reason = f"{len(readings)} good readings, none of them a date: {' or '.join(one.iso for one in readings)}"
    return answer._replace(
        alternatives=readings, confidence=share, warnings=warnings, reason=reason, code=SEVERAL
    )


def _is_a_day(value: Value) -> bool:
    """Return whether a value is a day and nothing else, of a year that ISO 8601 writes as it is said."""
    return value.kind == "date" and not value.note and value.edtf >= FIRST_YEAR


def _is_timed_in_part(value: Value) -> bool:
    """Return whether some dates of a value have a time of day and others have none, or a doubt, which EDTF has not.

    >>> _is_timed_in_part(Value.of("2018-05-09T10:00/2018-05-11")), _is_timed_in_part(Value.of("../2018-05-09T10:00"))
    (True, False)
    """
    points = [point for point in value.points if not point.is_end]
    timed = {bool(point.time) for point in points}
    return len(timed) > 1 or (True in timed and any(point.qualifier for point in points))
