from calendar import monthrange
from collections.abc import Sequence
from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from datenorm.dates.targets import AUTOMATON, DATES, EOT, SYMBOLS

DIGITS = "0123456789"


def ends_well(targets: Sequence[str]) -> NDArray[np.bool_]:
    """Walk many targets of one length through the table at once; True where <eot> may follow."""
    codes = np.frombuffer("".join(targets).encode(), np.uint8).reshape(len(targets), -1)
    symbols = np.where(codes == ord("-"), 10, codes - ord("0"))
    states = np.full(len(targets), AUTOMATON.start)
    dead = np.zeros(len(targets), bool)
    for column in symbols.T:
        states = AUTOMATON.next_state[states, column]
        dead |= states < 0
        states = np.where(dead, AUTOMATON.start, states)
    return ~dead & AUTOMATON.allowed[states, EOT]


def test_every_day_from_0001_to_9999_is_a_target() -> None:
    days = [date.fromordinal(n).isoformat() for n in range(1, date.max.toordinal() + 1)]
    assert len(days) == 3652059
    assert ends_well(days).all()


def test_no_day_that_the_calendar_lacks_is_a_target() -> None:
    wrong = []
    for year in [*range(0, 10000, 7), 1900, 2000, 2100, 2400, 0]:
        for month in range(20):
            last = monthrange(year, month)[1] if year and 1 <= month <= 12 else 0
            wrong += [f"{year:04d}-{month:02d}-{day:02d}" for day in range(40) if not 1 <= day <= last]
    assert len(wrong) > 500_000
    assert not ends_well(wrong).any()


def test_a_two_digit_year_has_29_february_where_some_century_does() -> None:
    assert [year for year in range(100) if DATES.accepts(f"{year:02d}-02-29")] == list(range(0, 100, 4))


@pytest.mark.parametrize(
    "target", ["2018-05-09", "18-05-09", "2018-05", "18-05", "2018", "0001", "--05-09", "--02-29", "<unk>"]
)
def test_every_form_of_the_target_language_is_accepted_and_comes_back(target: str) -> None:
    assert DATES.accepts(target)
    assert DATES.decode(np.array([DATES.encode(target)], np.int8)) == [target]


@pytest.mark.parametrize(
    "target",
    ["", "-", "--", "18", "201", "20181", "2018-", "2018-5", "2018-13", "2018-00", "--05", "--02-30", "--13-01", "-05-09", "---05-09", "2018-05-",
     "0000", "0000-01-01", "0000-01", "<unk><unk>", "2018-05-09-", "2018/05/09", " 2018", "٢٠١٨", "2018-05-09T10:00", "<eot>"],
)  # fmt: skip
def test_nothing_else_is(target: str) -> None:
    assert not DATES.accepts(target)
    with pytest.raises(ValueError, match="no valid target"):
        DATES.encode(target)


@given(st.text("0123456789-", max_size=12))
def test_what_it_accepts_is_what_datetime_accepts(target: str) -> None:
    forms = {"dddd-dd-dd": target, "dd-dd-dd": f"20{target}", "dddd-dd": f"{target}-01", "dd-dd": f"20{target}-01", "dddd": f"{target}-01-01",
             "--dd-dd": f"2000{target[1:]}"}  # fmt: skip
    shape = "".join("d" if character in DIGITS else character for character in target)
    try:
        date.fromisoformat(forms[shape])
        valid = True
    except (KeyError, ValueError):
        valid = False
    assert DATES.accepts(target) == valid


def test_no_two_states_mean_the_same_and_each_is_reached() -> None:
    rows = {tuple(row) for row in AUTOMATON.next_state.tolist()}
    assert len(rows) == len(AUTOMATON.next_state)
    assert set(AUTOMATON.next_state[AUTOMATON.next_state >= 0].tolist()) | {AUTOMATON.start} == set(
        range(len(rows))
    )


def test_the_longest_way_to_the_end_is_eleven_steps() -> None:
    reached = {AUTOMATON.start}
    for _ in range(DATES.steps):
        reached = {int(state) for state in AUTOMATON.next_state[sorted(reached)].ravel() if state >= 0}
    assert reached == {AUTOMATON.end}
    assert DATES.steps == 11
    assert len(SYMBOLS) == 13
