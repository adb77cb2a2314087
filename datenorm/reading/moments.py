"""Moments: an answer that is a day becomes one with the time of day that its text says, and with its distance from UTC.

    9 May 2018, 10:11 CEST -> 2018-05-09T10:11+02:00

Only what is written is answered: no seconds, no offset. What leaves the time open makes the answer ambiguous; a time
that does not exist is refused. A range of hours makes the day a range: 2018-05-09T10:00/2018-05-09T12:30.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import chain, pairwise, product
from typing import NamedTuple
from zoneinfo import ZoneInfo

from datenorm.dates import machine
from datenorm.dates.buddhist import BUDDHIST
from datenorm.dates.calendar import precision
from datenorm.dates.completed import completed
from datenorm.dates.julian import to_julian
from datenorm.dates.marked import Marked
from datenorm.dates.spans import Span, spans
from datenorm.dates.times import RANGE, Reading, wrong_offset
from datenorm.dates.times import read as read_time
from datenorm.dates.values import Point, Value
from datenorm.dates.zones import UNIVERSAL, Away, Zone, abbreviated, away, known, one_offset, uneven, written
from datenorm.judging.answer import Alternative, Translation, refused
from datenorm.judging.forms import SEVERAL, SEVERAL_TIMES
from datenorm.judging.objections import case_of
from datenorm.judging.rules.case import Case
from datenorm.judging.seen import Seen
from datenorm.judging.spelled import is_old_style
from datenorm.reading import unread
from datenorm.reading.hints import Question
from datenorm.reading.zones import Named, Zoning, named_zones
from datenorm.rewriting.plan import rewritten
from datenorm.text.characters import canonical, clean
from datenorm.text.tokens import tokens

EPOCH = date(1970, 1, 1)
NEXT_DAY = "its last hour is taken for one of the next day"
UNREAD = "unread-time"
MANY = (SEVERAL, SEVERAL_TIMES)  # codes of answers of which each alternative is good
LEAP_SECOND = 60
LONG_DASHES = "–—"  # no minus: −
MINUTES = len("T10:11")
Z, ZERO = "Z", "+00:00"


class Said(NamedTuple):
    """What a text says beside its day: times, the offset that is written, the zones that each of its names may mean.

    until: the same of the end of a range of hours, of which this is the beginning. instead: what the text may say as
    well.
    """

    readings: tuple[Reading, ...] = ()
    offset: str = ""
    zones: tuple[tuple[Zone, ...], ...] = ()
    code: str = ""
    reason: str = ""
    warnings: tuple[str, ...] = ()
    until: "Said | None" = None
    instead: "Said | None" = None


class Moment(NamedTuple):
    """A day with a time: in ISO 8601, or why it is none; both for a leap second.

    zone: of the tz database, whose time that is; '' where several are possible or none is said.
    """

    iso: str = ""
    error: str = ""
    warning: str = ""
    zone: str = ""

    @property
    def value(self) -> Value | None:
        """It with its zone; None where it has none."""
        point = Point.of(self.iso) if self.zone else None
        return Value("datetime", (point._replace(zone=self.zone),)) if point else None


def with_times(
    answers: Sequence[Translation], questions: Sequence[Question], zonings: Sequence[Zoning]
) -> list[Translation]:
    """Return answers with the times that their texts say: `with_time`, once for each distinct question and zoning."""
    asked = list(zip(questions, zonings, strict=True))
    known = dict(zip(asked, answers, strict=True))
    found = {
        (question, zoning): with_time(answer, question, zoning)
        for (question, zoning), answer in known.items()
    }
    return [found[one] for one in asked]


def with_time(
    answer: Translation, question: Question, zoning: Zoning, period: frozenset[int] = frozenset()
) -> Translation:
    """Return an answer with the time that its text says; as it is where it has no day or a time, or its text no time.

    An answer that the time makes impossible is rejected; one that it leaves open is ambiguous. period: the parts of the
    day that the day says, as `dates.halves` has them.
    """
    if answer.status not in ("ok", "ambiguous", "partial"):
        return answer
    isos = [answer.iso] if answer.iso else [one.iso for one in answer.alternatives]
    if any("T" in iso for iso in isos):
        return answer
    days = [iso for iso in isos if precision(iso) == "day"]
    said = _said(question, (days or isos)[0], zoning, period)
    if said is None:
        return answer
    if said.code:
        return _refused(answer, said.code, said.reason)
    if not days:
        return _refused(
            answer, UNREAD, "its time of day is of no day that is known whole; --year gives its year"
        )
    told = _with_said(answer, isos, days, said, zoning)
    return _either(told, _with_said(answer, isos, days, said.instead, zoning)) if said.instead else told


def _with_said(
    answer: Translation, isos: Sequence[str], days: Sequence[str], said: Said, zoning: Zoning
) -> Translation:
    """Return an answer with what its text says beside its days."""
    found = {day: list(_moments(day, said, zoning)) for day in days}
    ends = {day: list(_moments(day, said.until, zoning)) for day in days} if said.until else {}
    moments = list(chain.from_iterable((*found.values(), *ends.values())))
    errors = [moment.error for moment in moments if moment.error]
    if errors:
        said_so = Value.of(moments[0].iso) if len(moments) == 1 and moments[0].iso else None
        return _refused(answer, "no-such-time", errors[0])._replace(said=said_so)
    warnings = (*answer.warnings, *said.warnings, *_warnings(moments))
    if said.until:
        return _with_range(
            answer, [pair for day in days for pair in product(found[day], ends[day])], warnings
        )
    rows = {
        iso: [one.iso for one in found[iso]] if iso in found else [iso] for iso in isos
    }  # a month stays one
    answered = _answered(answer, rows, warnings)
    return answered._replace(said=moments[0].value) if len(moments) == 1 else answered


def _with_range(
    answer: Translation, ranges: Sequence[tuple[Moment, Moment]], warnings: tuple[str, ...]
) -> Translation:
    """Return what a day with a range of hours is: no date, and several ranges where the day or an hour is open."""
    pairs = [tuple(filter(None, map(Point.of, (begin.iso, end.iso)))) for begin, end in ranges]
    values = [Value("range", points, "/") for points in dict.fromkeys(pairs)]
    if len(values) > 1:
        return _several(answer, [value.edtf for value in values])
    told = refused(answer.text, RANGE.code, RANGE.reason, answer.confidence, (), answer.order)
    return told._replace(said=values[0], warnings=warnings)


def _several(answer: Translation, readings: Sequence[str]) -> Translation:
    """Return a refusal that gives several readings, not all of them moments."""
    share = round(answer.confidence / len(readings), 4)
    alternatives = tuple(Alternative(one, share) for one in readings)
    reason = f"{len(readings)} good readings of its hours: {' or '.join(readings)}"
    return refused(answer.text, SEVERAL, reason, share, alternatives, answer.order)


def _either(first: Translation, second: Translation) -> Translation:
    """Return a refusal that gives the readings of two answers; where one of them has none, the other."""
    readings = [_readings(first), _readings(second)]
    if not all(readings):
        return first if readings[0] else second
    return _several(first, list(dict.fromkeys(chain(*readings))))


def _readings(answer: Translation) -> list[str]:
    """Return all that an answer may mean; nothing where it is refused."""
    if answer.said and not answer.iso:
        return [answer.said.edtf]
    return [one.iso for one in answer.alternatives] if answer.iso or answer.code in MANY else []


def may_have_hours(text: str) -> bool:
    """Return whether a text may be a day with a range of hours: it has three numbers or more, and letters or a colon.

    >>> [may_have_hours(text) for text in ("20180509 10pm to 2am", "09.05.2018", "Saturday, 9 May 2018")]
    [True, False, False]
    """
    ends = sum(one.isdigit() and not other.isdigit() for one, other in pairwise(f"{text} "))
    return ends > 2 and any(letter.isalpha() or letter == ":" for letter in text)


def ends_later(answer: Translation) -> bool:
    """Return whether an answer has a range of hours that ends on another day, or may have one."""
    ranges = [value for one in _readings(answer) if (value := Value.of(one)) and value.joined == "/"]
    return any(one.start != one.end for one in ranges)


def _warnings(moments: list[Moment]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(moment.warning for moment in moments if moment.warning))


def _refused(answer: Translation, code: str, reason: str) -> Translation:
    return refused(answer.text, code, reason, answer.confidence, answer.alternatives, answer.order)


def _answered(answer: Translation, moments: dict[str, list[str]], warnings: tuple[str, ...]) -> Translation:
    """Return an answer with moments in the place of its days; those of one day share its probability."""
    shares = {one.iso: one.probability for one in answer.alternatives}
    alternatives = tuple(
        Alternative(iso, round(shares.get(day, answer.confidence) / len(rows), 4))
        for day, rows in moments.items()
        for iso in dict.fromkeys(rows)
    )
    if len(alternatives) == 1:
        return answer._replace(
            iso=alternatives[0].iso, status="ok", alternatives=alternatives, warnings=warnings
        )
    if answer.status == "ambiguous":
        return answer._replace(alternatives=alternatives, warnings=warnings)
    listed = " or ".join(one.iso for one in alternatives)
    reason = f"{len(alternatives)} good readings of its time: {listed}"
    return answer._replace(
        iso=None, status="ambiguous", alternatives=alternatives, warnings=warnings, reason=reason,
        code=SEVERAL_TIMES, confidence=alternatives[0].probability,
    )  # fmt: skip


def _said(question: Question, iso: str, zoning: Zoning, period: frozenset[int]) -> Said | None:
    """Return what a text says beside its day; None where it says no time."""
    text = question[0]
    form = machine.read(text if text.isascii() else clean(text)) if not period else None
    if form:
        return _of_machine(form, "," in text, question[2], zoning) if form.time else None
    case = _case(question, iso)
    if case is None:
        reason = "its time of day stands beside a date that is written in another way than it is counted"
        return Said(code=UNREAD, reason=reason) if unread.has_clock(tokens(clean(text))) else None
    heard = [
        role or ("era" if is_old_style(case.tokens, i) else "") for i, role in enumerate(case.roles)
    ]  # or there would be no day
    marked = Marked(case.tokens, heard, case.context.languages, period)
    return _of_tokens(marked, case.text, question, zoning)


def _of_machine(form: machine.MachineForm, sure: bool, language: str | None, zoning: Zoning) -> Said:
    """Return what a machine form says. sure: whether what looks like the date of a mail is one, by its comma."""
    name = form.zone.lower()
    key = known(form.zone) if "/" in name else None
    zones = (Zone(key),) if key else zoning.meant(name, language)
    if form.zone and not zones:
        return Said(code="unknown-zone", reason=f"nobody knows the zone {form.zone}")
    several = len(abbreviated(name)) > 1
    offset = "" if form.form == "rfc2822" and several and not sure else form.offset
    zones = () if offset and several else zones
    return Said((Reading(form.time),), offset, (zones,) if zones else ())


def _case(question: Question, iso: str) -> Case | None:
    """Return the case of a day in a text that still has its hours; None where its fields are not found again."""
    text, order, language, origin = question
    told = origin == "told"
    page = rewritten(text, order if told else None, language, without=("hours",))
    seen = Seen(page, order, language, told)
    years = [int(iso[:4]) + ahead for ahead in (BUDDHIST, BUDDHIST - 1)] if iso[:4].isdigit() else []
    buddhist = [f"{year}{iso[4:]}" for year in years]  # whose year began in April once
    # Years as they are, of two digits, of the Buddhist era, and of another calendar; days of the Julian one.
    julian = to_julian(date.fromisoformat(iso)) if precision(iso) == "day" else iso
    for target in (iso, iso[2:], *buddhist, f"-{iso[4:]}", julian, julian[2:]):
        case = case_of(seen, iso, target)
        if isinstance(case, Case):
            return case
    return None


def _of_tokens(marked: Marked, text: str, question: Question, zoning: Zoning) -> Said | None:
    """Return what the tokens of a text say beside its day. text: the cleaned one, which they stand in."""
    original, _, language, _ = question
    named = named_zones(marked, text, original, language, zoning)
    marked = completed(marked.with_zones([i for one in named for i in range(one.first, one.last + 1)]))
    marked = _with_long_dashes(marked, original)
    ways = list(spans(marked))
    if not ways:
        return _of_time(marked, named)
    hours, time = _of_range(ways, named), read_time(marked)
    return hours._replace(instead=_of_time(marked, named)) if time and time.may_end else hours


def _with_long_dashes(marked: Marked, original: str) -> Marked:
    """Return a text in which a long dash between two numbers joins a range, and begins no offset: 22:00–02:00.

    original: the text as it was written; in the cleaned one all dashes are alike.
    """
    written = [one for one in original if canonical(one) == "-"]
    places = [i for i, token in enumerate(marked.tokens) if token.text == "-"]
    if len(written) != len(places):
        return marked
    tokens = list(marked.tokens)
    for i, dash in zip(places, written, strict=True):
        if dash in LONG_DASHES and marked.is_number(i - 1) and marked.is_any_number(i + 1):
            tokens[i] = tokens[i]._replace(text="~")
    return replace(marked, tokens=tokens)


def _of_range(ways: Sequence[Span], named: Sequence[Named]) -> Said:
    """Return what the first way to read a range of hours says whose end is behind its beginning."""
    for way in ways if len({one.zones for one in named}) < 2 else ():
        begin, end = (_of_time(side, named) for side in (way.first, way.last))
        if begin is None or end is None or begin.code or end.code:
            continue
        if end.offset and not begin.offset:
            begin = begin._replace(offset=end.offset)
        end = end._replace(offset=end.offset or begin.offset)
        pairs = [pair for pair in product(begin.readings, end.readings) if _is_forward(*pair)]
        if not pairs and way.over_midnight:
            later = [Reading(time, days + 1) for time, days in end.readings]
            pairs = [pair for pair in product(begin.readings, later) if _is_forward(*pair)]
            begin = begin._replace(warnings=(*begin.warnings, NEXT_DAY))
        if len(pairs) == 1:
            first, last = pairs[0]
            return begin._replace(readings=(first,), until=end._replace(readings=(last,)))
    return Said(code=RANGE.code, reason=RANGE.reason)


def _is_forward(first: Reading, last: Reading) -> bool:
    """Return whether one time is before another one."""
    begin, end = (_local((EPOCH + timedelta(one.days)).isoformat(), one.time) for one in (first, last))
    return begin is not None and end is not None and begin < end


def _of_time(marked: Marked, named: Sequence[Named]) -> Said | None:
    """Return what a text with one time of day says."""
    time = read_time(marked)
    if time is None:
        return _unexplained(marked)
    if time.code:
        return Said(code=time.code, reason=time.reason)
    if any(not one.zones for one in named):
        return Said(code="unknown-zone", reason="nobody knows its time zone")
    word, changes = unread.beside(marked, time)
    said = f"nothing explains {word!r} beside its time of day"
    if changes:
        return Said(code=UNREAD, reason=said)
    zones = tuple(one.zones for one in named)
    if time.offset:  # GMT+2 is no time of Greenwich; +02:00 GMT would be one
        zones = tuple(one.zones for one in named if one.first > time.away or not _is_universal(one))
    warnings = (*time.warnings, said) if word else time.warnings
    return Said(time.readings, time.offset, zones, warnings=warnings)


def _is_universal(named: Named) -> bool:
    return any(zone.key in UNIVERSAL for zone in named.zones)


def _unexplained(marked: Marked) -> Said | None:
    """Return a refusal where words of a time stand beside what nothing explains; None where none do."""
    if error := wrong_offset(marked):
        return Said(code="no-such-time", reason=error)
    word = unread.without_time(marked)
    return Said(code=UNREAD, reason=f"nothing explains {word!r} in its time of day") if word else None


def _moments(day: str, said: Said, zoning: Zoning) -> Iterator[Moment]:
    """Yield the moments that a day with its times can be."""
    for time, days in said.readings:
        try:
            then = (date.fromisoformat(day) + timedelta(days)).isoformat()
            local = _local(then, time)
            found = () if local is None else tuple(_with_offset(then + time, local, said, zoning))
        except OverflowError:
            yield Moment(error="it is not in the years 1 to 9999")
            continue
        kept = "" if said.zones or zoning.zone or zoning.to_zone else f"{then}{time}{said.offset}"
        yield from found or (Moment(kept, f"{time} is a leap second, which no datetime has"),)


def _local(day: str, time: str) -> datetime | None:
    """Return a local time without the parts of a second that Python has not; None for a leap second."""
    hour, minute, second = (*time[1:].partition(".")[0].split(":"), "0", "0")[:3]
    if int(second) == LEAP_SECOND:
        return None
    start = datetime.fromisoformat(day)
    return start + timedelta(hours=int(hour), minutes=int(minute), seconds=int(second))


def _with_offset(iso: str, local: datetime, said: Said, zoning: Zoning) -> Iterator[Moment]:
    zones = said.zones or (((Zone(known(zoning.zone) or ""),),) if zoning.zone and not said.offset else ())
    aways = [one_offset(group, local) for group in zones]
    errors = [one.error for one in aways if one.error]
    if errors:
        yield Moment(error=errors[0])
        return
    offsets, error = _agreed(said.offset, aways, [group[0].key for group in zones])
    if error:
        yield Moment(error=error)
        return
    named = {one.key for group in zones for one in group if not one.part} - {*UNIVERSAL}
    zone = named.pop() if len(named) == 1 else ""
    for offset in offsets:
        found = _converted(iso, local, offset, zoning, aways[0].warning if aways else "")
        yield found._replace(zone=known(zoning.to_zone) or "" if zoning.to_zone else zone)


def _agreed(written: str, aways: Sequence[Away], names: Sequence[str]) -> tuple[Sequence[str], str]:
    """Return the offsets that the one that is written and all zones agree on, and why there are none.

    Z beside a zone is no contradiction: it says that the time is one of UTC.
    """
    if not aways:
        return (written,), ""
    offsets = [one for one in aways[0].offsets if all(one in other.offsets for other in aways)]
    if not offsets:
        said = ", ".join(
            f"{name} is {' or '.join(one.offsets)}" for name, one in zip(names, aways, strict=True)
        )
        return (), f"its zones contradict each other: {said}"
    if written and written not in (*offsets, Z) and not (written == ZERO and Z in offsets):
        return (), f"its offset {written} is not that of {names[0]}, {' or '.join(offsets)}"
    return (written,) if written else offsets, ""


def in_zone(today: date, zoning: Zoning) -> tuple[date, str]:
    """Return the time that phrases count from in the zone that is told, where it has none; and why there is none."""
    key = known(zoning.zone or "")
    if not isinstance(today, datetime) or today.tzinfo or not key:
        return today, ""
    gaps = away(Zone(key), today)
    if len(gaps.offsets) > 1:
        return today, f"{today} was twice in {key}, {' and '.join(gaps.offsets)}"
    return today.replace(tzinfo=ZoneInfo(key)), gaps.error


def converted(answer: Translation, zoning: Zoning) -> Translation:
    """Return the answer to a text that counts hours, its times in the zone that times are converted to."""
    if not zoning.to_zone or answer.status == "rejected":
        return answer
    found = {}
    for iso in [one.iso for one in answer.alternatives]:
        point = Point.of(iso)
        if point and point.time:
            day = iso.partition("T")[0]
            moments = list(_moments(day, Said((Reading(point.time),), point.offset), zoning))
            if moments[0].error:
                return _refused(answer, "no-such-time", moments[0].error)
            found[iso] = [moments[0].iso]
    return _answered(answer, found, answer.warnings) if found else answer


def _converted(iso: str, local: datetime, offset: str, zoning: Zoning, warning: str) -> Moment:
    """Return a moment, in the zone that times are converted to if one is told.

    Raises OverflowError for one that is in no year of ISO 8601 in a zone that is told.
    """
    key = known(zoning.to_zone or zoning.zone or "")
    there = datetime.fromisoformat(f"{local.isoformat()}{offset}")
    if key and offset:  # raises OverflowError for a moment that is in year 10000 there
        there = there.astimezone(ZoneInfo(key))
    if not zoning.to_zone:
        return Moment(iso + offset, warning=warning)
    if not offset:
        return Moment(error="it has no zone to convert from; give --zone")
    _, _, time = iso.partition("T")
    gap = there.utcoffset() or timedelta()
    if error := uneven(str(key), gap):
        return Moment(error=error)
    shown = there.strftime("T%H:%M:%S" if time.count(":") == 2 else "T%H:%M")
    if ":" not in time and there.minute == 0:
        shown = shown[: len("T10")]
    _, point, fraction = time.partition(".")
    suffix = Z if there.tzinfo == UTC or key in UNIVERSAL else written(gap)
    return Moment(f"{there.date().isoformat()}{shown}{point}{fraction}{suffix}", warning=warning)
