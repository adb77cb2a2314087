"""Columns in memory: their cells decide, and dates come back as the kind of column that was given."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pandas
import polars
import pyarrow
import pytest

from datenorm.reading.columns import Open
from datenorm.reading.series import gather
from datenorm.reading.translator import default_translator

DAYS = ["03/04/2018", "25/04/2018", None, "hello", "25/04/2018"]
ISO = ["2018-04-03", "2018-04-25", None, None, "2018-04-25"]
STATUSES = ["ok", "ok", "empty", "rejected", "ok"]
read = default_translator().translate_column


def test_the_cells_decide_the_order() -> None:
    column = read(DAYS)
    assert column.iso == ISO and column.status == STATUSES
    assert column.evidence.numbers.order == "DMY"
    assert "2 of 3 numeric dates are no MDY (row 2: '25/04/2018')" in column.explained
    assert read(["03/04/2018"]).status == ["ambiguous"]


def test_who_says_the_order_is_not_asked_again() -> None:
    column = read(["03/04/2018", "25/04/2018"], order="MDY")
    assert not column.evidence.numbers.cells and column.explained == ""
    assert read(["03/04/2018"], order="MDY", pivot_year=2046).evidence is None
    assert column.iso[0] == "2018-03-04"
    assert read(["9 listopada 2018"], locale="hr").iso == ["2018-10-09"]


def test_the_cells_decide_the_language() -> None:
    column = read(["9 listopada 2018", "5 grudnia 2018"])
    assert column.iso == ["2018-11-09", "2018-12-05"]
    assert read(["9 listopada 2018"]).status == ["ambiguous"]


def test_a_pandas_series_keeps_its_index_and_name() -> None:
    given = pandas.Series(DAYS, index=list("abcde"), name="day")
    column = read(given)
    assert isinstance(column.iso, pandas.Series) and list(column.iso.index) == list("abcde")
    assert (column.iso.name, column.status.name) == ("day_iso", "day_status")
    assert column.iso.isna().tolist() == [False, False, True, True, False]
    assert pandas.to_datetime(column.iso)["b"] == pandas.Timestamp(2018, 4, 25)
    assert column.confidence.dtype == float


def test_a_pandas_index() -> None:
    column = read(pandas.Index(DAYS, name="day"))
    assert isinstance(column.iso, pandas.Index) and column.iso.name == "day_iso"
    assert [None if pandas.isna(day) else day for day in column.iso] == ISO


def test_a_polars_series() -> None:
    column = read(polars.Series("day", DAYS))
    assert isinstance(column.iso, polars.Series) and column.iso.name == "day_iso"
    assert column.iso.to_list() == ISO and column.confidence.dtype == polars.Float64


@pytest.mark.parametrize("make", [pyarrow.array, lambda rows: pyarrow.chunked_array([rows[:2], rows[2:]])])
def test_an_arrow_array(make: Callable[[list[str | None]], Any]) -> None:
    column = read(make(DAYS))
    assert isinstance(column.iso, pyarrow.Array) and column.iso.to_pylist() == ISO
    assert column.confidence.type == pyarrow.float64()


def test_a_numpy_array() -> None:
    column = read(np.array(["03/04/2018", "25/04/2018"]))
    assert isinstance(column.iso, np.ndarray) and column.iso.tolist() == ["2018-04-03", "2018-04-25"]
    assert column.confidence.dtype == float


def test_a_generator_becomes_a_list() -> None:
    assert read(day for day in DAYS).iso == ISO


def test_no_cells() -> None:
    column = read([])
    assert column.iso == [] and "no numeric dates" in column.explained


def test_repeated_cells_count_each_time_and_are_named_by_their_first_row() -> None:
    evidence = gather(["", "25/04/2018", "25/04/2018"], Open())
    assert evidence.numbers.cells == 2 and evidence.numbers.examples["MDY"] == [(2, "25/04/2018")]
