"""The century of a column: its four-digit years decide, where they can, and say where they cannot."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datenorm.reading.centuries import CenturyEvidence
from datenorm.reading.columns import Open
from datenorm.reading.series import gather
from datenorm.reading.translator import default_translator

ARCHIVE = ["4/12/1862", "9/5/89", "25/12/1870", "1/1/1911", "12 March 03"]
read = default_translator().translate_column


def evidence_of(*cells: str, default: int | None = 2046) -> CenturyEvidence:
    return gather(cells, Open(pivot=default)).years


def test_in_an_archive_two_digits_are_of_its_century() -> None:
    column = read(ARCHIVE)
    assert column.iso == ["1862-12-04", "1889-05-09", "1870-12-25", "1911-01-01", "1903-03-12"]
    assert column.evidence.years.pivot == 1935  # 1886, the middle, and 49
    assert column.explained.endswith(
        "; two-digit years 1836 to 1935: 3 of four digits are from 1862 (row 1: '4/12/1862') to 1911 (row 4: '1/1/1911')"
    )


def test_a_pivot_that_is_told_wins() -> None:
    column = read(ARCHIVE, pivot_year=2046)
    assert column.iso[1] == "1989-05-09"
    assert "two-digit" not in column.explained and column.evidence.years.pivot is None


def test_an_order_that_is_told_leaves_the_century_to_the_column() -> None:
    for column in (read(ARCHIVE, order="DMY"), read(ARCHIVE, locale="en_GB")):
        assert column.iso[1] == "1889-05-09"
        assert column.explained.startswith("two-digit years 1836 to 1935")


@pytest.mark.parametrize(
    "cells",
    [
        ["9/5/89"],
        ["4/12/1862", "9/5/89"],
        ["4/12/1862", "9/5/89", "4/12/1862"],
        ["4/12/1862", "9/5/89", "4/12/1911", "4/12/1947"],
        ["1862", "9/5/89", "in 1911", "lot 1850, 9 May"],
    ],
)
def test_one_cell_decides_nothing_nor_do_years_of_the_default_window_nor_other_numbers(
    cells: list[str],
) -> None:
    assert evidence_of(*cells).pivot is None


def test_the_last_year_before_the_window_still_decides() -> None:
    assert evidence_of("4/12/1862", "4/12/1946").pivot == 1953


def test_two_cells_of_one_year_decide() -> None:
    assert evidence_of("4/12/1862", "5/12/1862").pivot == 1911


def test_each_cell_counts_and_not_one_for_its_shape() -> None:
    cells = [f"{day}/5/{year}" for year in range(1850, 1912) for day in range(1, 10)]
    assert evidence_of(*cells).pivot == 1929
    assert evidence_of(*cells[:300], "3/5/1990", *cells[300:]).pivot is None


def test_what_could_be_of_two_centuries_of_the_column_is_warned_of() -> None:
    cells = ["4/12/1862", "9/5/89", "1/1/2011", "25/12/1870", "12 March 40", "3 May 1889"]
    column = read(cells)
    assert column.iso[1] == "1989-05-09"
    assert [answer.warnings for answer in column.answers] == [
        (),
        ("its year may be 1889 as well, as others of the column are",),
        (),
        (),
        ("its year of two digits is in the future: 2040",),
        (),
    ]
    assert read(cells, pivot_year=2046).answers[1].warnings == ()


def test_in_an_archive_of_two_centuries_the_other_one_is_told_as_well() -> None:
    evidence = evidence_of("4/12/1702", "4/12/1862", "9/5/89")
    assert evidence.pivot == 1831
    assert evidence.weigh("9/5/89", "1789-05-09")[1] == ""  # 1889 is after the last of them
    assert evidence.weigh("9/5/20", "1820-05-09")[1].startswith("its year may be 1720 as well")


def test_a_century_that_two_cells_decide_is_not_wholly_sure() -> None:
    two = evidence_of("4/12/1862", "5/12/1862", "31.5.89")
    assert two.weigh("31.5.89", "1889-05-31") == (0.9975, "")
    assert two.weigh("4/12/1862", "1862-12-04") == (1.0, "")
    assert read(["4 December 1862", "31.5.89", "5 December 1862"]).confidence[1] <= 0.9975


def test_a_year_far_from_all_others_may_be_of_the_next_century() -> None:
    evidence = evidence_of("12/05/1934", "25/12/1945", "03/04/95", "03/04/40")
    assert (
        evidence.weigh("03/04/95", "1895-04-03")[1]
        == "its year may be 1995 as well, as no other of the column is near it"
    )
    assert evidence.weigh("03/04/40", "1940-04-03")[1] == ""


def test_what_would_be_refused_tells_no_century() -> None:
    assert evidence_of("Lot 12/05/1834", "vol. 25/12/1851", "13/04/18").pivot is None


def test_the_ways_of_a_column_are_shown_as_it_is_read() -> None:
    rows = default_translator().shapes(ARCHIVE).rows()
    assert {row.example: row.reading for row in rows}["9/5/89"] == "1889-05-09"


def test_each_text_may_have_a_pivot_of_its_own() -> None:
    reader = default_translator()
    texts = ["9 May 89", "9 May 89", "9 May 89", "9 May 1789"]
    answers = reader.translate_many(texts, pivot_year=[1935, None, 1789, 1935])
    assert [answer.iso for answer in answers] == ["1889-05-09", "1989-05-09", "1789-05-09", "1789-05-09"]
    with pytest.raises(ValueError, match="pivot_year must be 100 to 9999, not 99"):
        reader.translate_many(texts, pivot_year=[1935, 99, None, None])


CELLS = st.lists(
    st.sampled_from(
        [*ARCHIVE, "9 May 1889", "1990-05-09", "1/1/1900", "hello", "", "31 May 1862", "9/5/62", "1/1/1911"]
    )
)


@given(CELLS, st.integers(0, 12))
def test_evidence_that_is_merged_is_that_of_all_cells(cells: list[str], cut: int) -> None:
    whole, merged = CenturyEvidence(2046), CenturyEvidence(2046)
    rest = CenturyEvidence(2046)
    for row, cell in enumerate(cells, 1):
        whole.add(row, cell)
        (merged if row <= cut else rest).add(row, cell)
    merged.merge(rest)
    assert merged == whole == evidence_of(*cells)


def test_days_that_programs_begin_with_decide_nothing() -> None:
    evidence = evidence_of("31/12/1899", "1/1/1900", "1 January 1904", "9/5/18")
    assert evidence.pivot is None
    assert (evidence.cells, evidence.others) == (0, 1)


@pytest.mark.parametrize("year", [1753, 1899, 1900, 1901, 1904])
def test_other_days_of_their_years_decide(year: int) -> None:
    cells = [f"25/12/{year}", f"13/4/{year}", f"17/8/{year}", "14/3/98"]
    assert evidence_of(*cells).pivot == year + 49


def test_such_days_beside_days_of_today_put_no_year_in_doubt() -> None:
    assert read(["9/5/18", "31/12/2017", "1900-01-01", "1/1/1900"]).answers[0].warnings == ()
