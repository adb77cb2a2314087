"""Spans that are found for pairs without any."""

from itertools import islice

import pytest

from datenorm.generation.dataset import Example
from datenorm.generation.generator import Generator, Recipe
from datenorm.text.roles import Span
from datenorm.training.spans import find_spans, with_roles


def spelled(text: str, target: str) -> list[str]:
    return [text[slice(*span)] if span else "" for span in find_spans(text, target)]


@pytest.mark.parametrize(
    ("text", "target", "expected"),
    [
        ("Wed, 9 May 2018", "2018-05-09", ["2018", "May", "9"]), ("9 мая 2018 г.", "2018-05-09", ["2018", "мая", "9"]),
        ("2018年5月9日", "2018-05-09", ["2018", "5", "9"]), ("٩ مايو ٢٠١٨", "2018-05-09", ["٢٠١٨", "مايو", "٩"]),
        ("12 Dec 2012", "2012-12-12", ["2012", "Dec", "12"]), ("|Okt|28|77", "77-10-28", ["77", "Okt", "28"]),
        ("2018-05-09 05:09", "2018-05-09", ["2018", "05", "09"]), ("FY18-P05-09", "2018-05-09", ["18", "05", "09"]),
        ("May 5", "--05-05", ["", "May", "5"]), ("5/5/2018", "2018-05-05", ["2018", "", ""]), ("5/6/05", "2005-06-05", ["05", "6", ""]),
        ("20180509", "2018-05-09", ["", "", ""]), ("9 May 2018 to 9 May 2019", "2018-05-09", ["2018", "", ""]), ("no 9 May 2018", "<unk>", ["", "", ""]),
    ],
)  # fmt: skip
def test_a_field_that_stands_in_one_place_is_found(text: str, target: str, expected: list[str]) -> None:
    assert spelled(text, target) == expected


def test_what_the_generator_knows_is_found_again() -> None:
    rows = [row for row in islice(Generator(Recipe(seed=5)).rows(), 5000) if row.iso != "<unk>"]
    places = [
        (known, found)
        for row in rows
        for known, found in zip(row.spans, find_spans(row.text, row.iso), strict=True)
        if known
    ]
    found = [(known, there) for known, there in places if there]
    assert len(found) > 0.88 * len(places)  # dates in numbers alone often have several places
    assert sum(overlap(known, there) for known, there in found) > 0.998 * len(found)


def overlap(one: Span, other: Span) -> bool:
    return max(one[0], other[0]) < min(one[1], other[1])


def test_roles_that_came_with_a_row_stay() -> None:
    row = Example("9 May 2018", "2018-05-09", roles="      yyyy")
    assert with_roles(row) == row
    assert with_roles(row._replace(roles="")).roles == "d mmm yyyy"
