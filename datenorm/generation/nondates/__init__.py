"""Texts that are not dates, in every script: what a column of dates also holds, and what only looks like a date.

Each kind takes the locale's writer and a source of chance and returns a text with its roles. Their target is `<unk>`.

words       words, names, codes and marks without a number of a date
numbers     numbers that count, measure or name
times       times, durations, periods, and years of other eras
several     two dates, and ranges
impossible  days and months that there are not
"""

from collections.abc import Callable
from random import Random

from datenorm.generation.noise import pick
from datenorm.generation.nondates.impossible import (
    impossible,
    impossible_digits,
    impossible_in_words,
    impossible_without_year,
)
from datenorm.generation.nondates.numbers import (
    decimal,
    decimal_range,
    measure,
    number,
    quantity,
    sentence,
    short_numbers,
    six_digits,
    version,
    words_and_number,
)
from datenorm.generation.nondates.several import date_range, numeric_range, two_dates
from datenorm.generation.nondates.times import (
    before_christ,
    duration,
    other_era,
    period,
    relative,
    time_alone,
)
from datenorm.generation.nondates.words import code, gibberish, holiday, label, mark, name_alone, words
from datenorm.generation.synthesis import Writer
from datenorm.generation.writing import SPACE, Written, changed, joined, translated

# Of ten rows about four look like dates: ranges, impossible days, versions, decimals and durations.
KINDS: tuple[Callable[[Writer, Random], Written], ...] = (
    words, words, sentence, sentence, words_and_number, words_and_number, number, number, six_digits, duration, duration, relative, relative, time_alone, mark, code, code,
    measure, measure, quantity, quantity, label, period, period, period, decimal_range, other_era, before_christ, holiday, name_alone, name_alone, impossible, impossible, impossible, impossible,
    impossible_in_words, impossible_in_words, impossible_digits, impossible_without_year, two_dates, two_dates, date_range, date_range, date_range,
    numeric_range, numeric_range, version, version, decimal, decimal, short_numbers, gibberish,
)  # fmt: skip
NAMES = {kind: kind.__name__.replace("_", " ") for kind in KINDS}
NATIVE_SHARE, TIME_SHARE, UPPER_SHARE = 0.3, 0.08, 0.04
TIMED = (
    words,
    holiday,
    impossible,
    impossible_in_words,
    two_dates,
    date_range,
)  # a time may stand behind them


def non_date(writer: Writer, rng: Random) -> tuple[Written, str]:
    """Return a text that is not a date and the name of its kind."""
    kind = pick(KINDS, rng)
    written = kind(writer, rng)
    draw = rng.random()
    if draw < TIME_SHARE and kind in TIMED:
        written = joined(written, SPACE, pick(writer.times, rng))
    elif draw < TIME_SHARE + UPPER_SHARE:
        written = changed(written, written.text.upper())
    elif draw > 1 - NATIVE_SHARE and writer.digit_maps:
        written = translated(written, pick(writer.digit_maps, rng))
    return written, NAMES[kind]
