"""All that people write beside plain dates, each row with its roles and its target as written.

drawing    a date in one of the locale's layouts, any field of which may be another text
ranges     ranges, alternatives, double years
bounds     before, since, circa, perhaps
unknown    unknown parts, forms left blank
periods    decades, centuries, seasons, quarters, weeks, fiscal years
relative   tomorrow, in 3 days, last Friday, 2 days after a date
calendars  other calendars, years before Christ
counted    numbers that are something else, alone and beside a date
records    lines of catalogues and logs: a date or a period among other numbers, or these alone; opening hours
nearby     names like months, footnotes, labels, sentences around dates
heldout    ten kinds that no training has
"""

import itertools
from bisect import bisect
from random import Random

from datenorm.generation.kinds import (
    bounds,
    calendars,
    counted,
    nearby,
    periods,
    ranges,
    records,
    relative,
    unknown,
)
from datenorm.generation.kinds.drawing import Drawn, Kind
from datenorm.generation.synthesis import Writer

# How often each kind is drawn among these. A third are dates: twins of what surrounds them, or looks like them.
KINDS: dict[Kind, float] = {
    ranges.days: 5, ranges.months: 3, ranges.years: 4, ranges.across_months: 3, ranges.whole_dates: 3, ranges.either_day: 1.5, ranges.either_month: 1, ranges.either_year: 1.5, ranges.double_year: 1,
    bounds.earlier: 3, bounds.later: 2.5, bounds.since: 2, bounds.open_end: 2, bounds.circa: 3, bounds.uncertain: 2.5, bounds.circa_range: 1,
    unknown.unknown_day: 2, unknown.unknown_month: 1, unknown.unknown_month_and_day: 1, unknown.unknown_year: 2.5, unknown.blank_form: 1, unknown.with_digits_of_a_decade: 1,
    periods.decade: 2, periods.century: 2, periods.quarter: 2, periods.week: 2, periods.season: 2, periods.fiscal: 1.5, periods.part_of: 2.5, periods.nth_weekday: 1.5,
    relative.named: 2, relative.weekday: 1.5, relative.amount: 3, relative.from_a_date: 1.5,
    calendars.other: 4, calendars.lunar: 0.5, calendars.old_style: 0.7, calendars.before_christ: 2,
    counted.alone: 6, counted.beside_a_month: 3, counted.beside_a_date: 9, counted.beside_a_year: 1,
    records.record: 20, records.of_a_period: 9, records.without_a_date: 9, records.opening_hours: 1.5,
    nearby.name_beside: 2, nearby.surname: 2.5, nearby.name_and_number: 2, nearby.labelled_year: 1.5, nearby.footnoted: 2, nearby.boilerplate: 5, nearby.in_a_label: 6, nearby.sentence: 5, nearby.hour_beside_a_day: 2,
}  # fmt: skip
# What may stand in a catalogue's or a log's line: these, with words or a number with its noun before or behind them.
AMONG, AMONG_SHARE = (ranges, bounds, unknown, periods, relative, calendars), 0.2
_AMONG = frozenset(module.__name__ for module in AMONG)
_ENDS = list(itertools.accumulate(KINDS.values()))
_NAMES = {kind: f"{kind.__module__.rpartition('.')[2]} {kind.__name__.replace('_', ' ')}" for kind in KINDS}


def draw(writer: Writer, rng: Random) -> tuple[Drawn, str]:
    """Return a row of one of the kinds, and the kind's name."""
    kind = tuple(KINDS)[bisect(_ENDS, rng.random() * _ENDS[-1])]
    drawn = kind(writer, rng)
    if kind.__module__ in _AMONG and rng.random() < AMONG_SHARE:
        return counted.among(writer, rng, drawn), f"{_NAMES[kind]}+words"
    return drawn, _NAMES[kind]
