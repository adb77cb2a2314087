"""Forms: an answer in the form that was asked for. What that form can't write without losing meaning is no answer.

date       2018-05-09; less than a day is partial, anything else is rejected and its reason says what it is
datetime   2018-05-09T10:11+02:00, as exact as it is written; a day without a time is partial
interval   2018-05-01/2018-05-31: the first and the last day, both in it; .. for an open end
edtf       ISO 8601-2: 2018-05, 1890~, 1936-09-08/1936-09-11
"""

from typing import get_args

from datenorm.dates.pairs import EITHER, Sense, pair, pair_in
from datenorm.dates.values import Form, Value
from datenorm.judging.answer import Alternative, Translation, refused
from datenorm.judging.readings import DIGITS

# Codes of refusals that say nothing of what the text is; a rule's code stays what it is.
UNSAID = (None, "not-a-date", "no-token", "not-sure", "no-such-day", "doubtful-name")
MAY_BE = "it may also be"  # what the warning begins with that there is another reading
SENSES = get_args(Sense)
SEVERAL_TIMES = "several-times"  # the code of a day with one of several times
SEVERAL = "several-meanings"  # the code of a text that says one of several things, none of them a date


def in_form(answer: Translation, form: Form) -> Translation:
    """Return `answer`, read as a date, in another form.

    >>> in_form(Translation("May 2018", "2018-05", "partial", 1.0), "interval").iso
    '2018-05-01/2018-05-31'
    >>> spring = Translation("spring 1920", None, "rejected", 1.0, said=Value.of("1920-21"))
    >>> in_form(spring, "edtf").iso, in_form(spring, "interval").reason
    ('1920-21', 'a season: 1920-21; it has no days that all agree on; --as edtf writes it')
    """
    if form in ("date", "datetime"):
        if answer.said and not answer.iso:
            return _told(answer, answer.said)
        return _without_time(answer) if form == "datetime" else answer
    if answer.status == "ambiguous" or answer.code == SEVERAL:
        return answer._replace(status="ambiguous", alternatives=_rewritten(answer.alternatives, form))
    value = answer.value
    if value is None:
        return answer
    written = value.edtf if form == "edtf" else value.interval
    if written is None:
        return _without_days(answer, value)
    return answer._replace(
        iso=written,
        status="ok",
        alternatives=_rewritten(answer.alternatives, form)
        if answer.iso
        else (Alternative(written, answer.confidence),),
        reason=None,
        code=None,
        said=value,
        warnings=(*answer.warnings, *([value.note] if value.note else []), *_two_years(answer, value)),
    )


def _two_years(answer: Translation, value: Value) -> tuple[str, ...]:
    """Return a warning where a month may as well be two years: 1998-03, c. 1998-03, but not 2018-05.

    >>> _two_years(Translation("1998-03", "1998-03", "partial", 1.0), Value.of("1998-03"))
    ('it may also be the years 1998 to 2003',)
    """
    if value.otherwise:
        return (f"{MAY_BE} {value.otherwise}",)
    found = pair_in(answer.text) if answer.status == "partial" and not answer.warnings else None
    if not found or found.month != answer.iso or not found.years:
        return ()
    return (f"{MAY_BE} the years {found.years.replace('/', ' to ')}",)


def as_meant(answer: Translation, meant: str | None) -> Translation:
    """Return the answer to a year with a number where it is known what those are: 'month' or 'years'.

    >>> as_meant(Translation("1998-03", "1998-03", "partial", 1.0), "years").value
    Value(kind='range', points=(Point(year='1998'), Point(year='2003')), joined='/', note='')
    """
    if meant == "years" and answer.said and answer.said.otherwise:
        return answer._replace(said=answer.said.otherwise)
    if answer.said and answer.said.kind == "other calendar":
        return answer
    found = (pair_in if answer.iso else pair)(answer.text) if meant in SENSES else None
    if meant == EITHER:
        return _left_open(answer)
    if not found or not found.month or not found.years or answer.iso not in (None, found.month):
        return answer
    sure = answer.confidence
    if answer.code == SEVERAL:  # one of its meanings is left
        sure = round(sum(one.probability for one in answer.alternatives), DIGITS)
    if meant == "years":
        told = refused(answer.text, "no-date-form", answer.reason or "", sure, order=answer.order)
        return told._replace(said=Value.of(found.years))
    return Translation(
        answer.text, found.month, "partial", sure, (Alternative(found.month, sure),), answer.order
    )


def _left_open(answer: Translation) -> Translation:
    """Return the answer to a year with a number where nobody knows what its column means by it."""
    found = pair_in(answer.text)
    if found is None or (answer.status == "rejected" and not answer.said):
        return answer
    isos = [iso for iso in (found.month, found.years) if iso]
    share = round(1 / max(len(isos), 2), DIGITS)
    reason = f"{' or '.join(isos)}, or a number of its year; the column does not tell"
    alternatives = tuple(Alternative(iso, share) for iso in isos)
    return refused(answer.text, SEVERAL, reason, share, alternatives, answer.order)


def without_doubt(answer: Translation) -> Translation:
    """Return an answer without the warning that a year with a number may be something else."""
    return answer._replace(warnings=tuple(words for words in answer.warnings if not words.startswith(MAY_BE)))


def _without_time(answer: Translation) -> Translation:
    """Return a day that has no time as the partial answer that it is where a datetime is asked for."""
    lacks = answer.status == "ok" and answer.iso and "T" not in answer.iso
    return answer._replace(status="partial") if lacks else answer


def _told(answer: Translation, value: Value) -> Translation:
    """Return a refusal that says what the text is instead of a date, and which form would write it."""
    if value.interval is None:
        return _without_days(answer, value)
    forms = "edtf" if any(point.time for point in value.points) else "interval or edtf"
    reason = f"{_named(value)}; --as {forms} writes it"
    return answer._replace(reason=reason, code="no-date-form" if answer.code in UNSAID else answer.code)


def _without_days(answer: Translation, value: Value) -> Translation:
    why = (
        "it has no year; --year gives one"
        if value.edtf.startswith("XXXX")
        else "it has no days that all agree on"
    )
    reason = f"{_named(value)}; {why}; --as edtf writes it"
    return answer._replace(iso=None, status="rejected", reason=reason, code="no-date-form", said=value)


def _named(value: Value) -> str:
    """Return a value with its kind.

    >>> _named(Value.of("1890~")), _named(Value.of("1936/1939"))
    ('approximate: 1890~', 'a range: 1936/1939')
    """
    adjectives = ("approximate", "uncertain", "alternatives", "several", "other calendar")
    a = "" if value.kind in adjectives else "an " if value.kind[0] in "aou" else "a "
    kind = "partly unknown" if value.kind == "unspecified" else value.kind
    return f"{'' if value.kind == 'unspecified' else a}{kind}: {value}"


def _rewritten(alternatives: tuple[Alternative, ...], form: Form) -> tuple[Alternative, ...]:
    found = []
    for one in alternatives:
        value = Value.of(one.iso)
        written = value and (value.edtf if form == "edtf" else value.interval)
        found.append(Alternative(written or one.iso, one.probability))
    return tuple(found)
