"""The target language of all that people write: what it has, and that no day in it is one that the calendar lacks."""

from calendar import isleap, monthrange
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from datenorm.dates.targets import DATES, EOT, UNK
from datenorm.dates.written import CALENDARS, TEXT_SYMBOLS, UNITS, texts

TEXTS = texts()


@pytest.mark.parametrize(
    "target",
    ["1939/45", "1914/1918", "1828/9", "1920-05/06", "2018-05/2019-06", "1936-09-08/11", "1920-05-08/06-03", "1890-05-12/1891-06-03", "18-05-09/11", "--05-03/05",
     "92-05-09/93-06-01", "1992|93", "2024-11-13|16", "1745|6-02-12", "../1890-05-12", "2012/..", "1890-05-12/..", "--05-09/..", "1890~", "1988?", "1806~/10",
     "1890-05~", "19XX-09-20", "2018-05-3X", "2018-05-XX", "2018-XX-09", "XXXX-05-09", "186X", "18XX", "1920<", "186X=", "18XX>", "1920-05<", "2018-Q3", "2018-H1",
     "2019-W12", "W12", "Q3", "1920-S1", "1920-S4/21", "S2", "F2018", "F2018/19", "2018-05E7#2", "--05E7#0", "+0D", "-3D", "+2h", "-1W", "<E5", "=E5", ">E5", ">Y-03",
     "2018-05-09+2D", "2018-05-09-1W", "B44", "B44-03-15", "B44/31", "B1XX", "u1437-07-27", "u--07-27", "j5778-13-01", "n30-05-09", "2018-05-09", "18-05", "<unk>"],
)  # fmt: skip
def test_what_people_write_has_a_target_that_comes_back(target: str) -> None:
    symbols = TEXTS.encode(target)
    assert len(symbols) <= TEXTS.steps
    assert TEXTS.decode(np.array([symbols], np.int8)) == [target]


@pytest.mark.parametrize(
    "target",
    ["", "/", "1939/", "1939/456", "/45", "1920-05/13", "1936-09-08/31", "1936-09-31/02", "1919-02-28/29", "2018-02-30", "2018-05E8#2", "2018-05E7#6", "2018-Q5",
     "2018-H3", "2019-W54", "2019-W00", "1920-S5", "1920-S1/21", "-3", "3D", "+007D", "-1000D", "<E0", ">Y-13", "2018-05+2D", "B0", "B044", "u1437-14-01", "u1437-07-33",
     "../", "..", "../..", "2012/../2013", "X", "1X00", "X000", "19X8", "18", "<unk>/45", "1890~~", "1745|6-02-30"],
)  # fmt: skip
def test_nothing_else_has(target: str) -> None:
    assert not TEXTS.accepts(target)


def test_the_symbols_of_dates_come_first_and_each_stands_once() -> None:
    assert TEXT_SYMBOLS[:13] == DATES.symbols
    assert len(set(TEXT_SYMBOLS)) == len(TEXT_SYMBOLS) == 50
    assert (TEXT_SYMBOLS[UNK], TEXT_SYMBOLS[EOT]) == ("<unk>", "<eot>")
    assert not set(UNITS) & set(CALENDARS.values())


def test_it_is_minimal() -> None:
    rows = {tuple(row) for row in TEXTS.automaton.next_state.tolist()}
    assert len(rows) == len(TEXTS.automaton.next_state)
    reached = set(TEXTS.automaton.next_state[TEXTS.automaton.next_state >= 0].tolist())
    assert reached | {TEXTS.automaton.start} == set(range(len(rows)))


def test_every_target_of_dates_is_one_of_it() -> None:
    """Walk both automata side by side: what dates allow, texts allow."""
    pairs = {(DATES.automaton.start, TEXTS.automaton.start)}
    todo = list(pairs)
    while todo:
        one, other = todo.pop()
        for symbol in range(13):
            after = int(DATES.automaton.next_state[one, symbol])
            if after >= 0:
                beyond = int(TEXTS.automaton.next_state[other, symbol])
                assert beyond >= 0, (one, other, symbol)
                if (after, beyond) not in pairs:
                    pairs.add((after, beyond))
                    todo.append((after, beyond))


@pytest.mark.parametrize("year", [1900, 1903, 1904, 2000])
def test_a_range_of_days_has_days_of_the_calendar_at_both_ends(year: int) -> None:
    for month, first, last in product(range(1, 13), (1, 28), range(34)):
        there = 1 <= last <= monthrange(year, month)[1]
        assert TEXTS.accepts(f"{year}-{month:02d}-{first:02d}/{last:02d}") == there
    for month, day in product(range(14), range(33)):
        there = 1 <= month <= 12 and 1 <= day <= monthrange(year, max(1, min(month, 12)))[1]
        assert TEXTS.accepts(f"{year}-01-01/{month:02d}-{day:02d}") == there
        assert TEXTS.accepts(f"1899-01-01/{year}-{month:02d}-{day:02d}") == there
        assert TEXTS.accepts(f"../{year}-{month:02d}-{day:02d}") == there


def test_a_leap_day_of_a_year_with_unknown_digits_is_possible() -> None:
    assert TEXTS.accepts("19XX-02-29") and not TEXTS.accepts("19XX-02-30")
    assert [TEXTS.accepts(f"{year:04d}-02-29~") for year in range(1, 401)] == [
        isleap(year) for year in range(1, 401)
    ]


@given(st.integers(1, 9999), st.integers(1, 9999))
def test_any_two_years_make_a_range(first: int, last: int) -> None:
    assert TEXTS.accepts(f"{first:04d}/{last:04d}")
    assert TEXTS.accepts(f"{first:04d}/{last % 100:02d}")


def test_what_dates_cannot_say_is_no_date_there() -> None:
    assert DATES.known("2018-05-09/11") == "<unk>"
    assert TEXTS.known("2018-05-09/11") == "2018-05-09/11"
