"""What a network points at and what it reads must agree."""

import pytest

from datenorm.judging.answer import Terms
from datenorm.judging.judge import judge
from datenorm.judging.seen import Seen
from datenorm.network.search import Hypothesis

TERMS = Terms(pivot=2046, year=None, min_confidence=0.9, today=2026)


def answer(text: str, target: str, roles: str) -> tuple[str | None, str | None]:
    found = judge(text, [Hypothesis(target, 0.99, roles=roles)], TERMS, Seen.of(text))
    return found.iso, found.code


@pytest.mark.parametrize(
    ("text", "target", "roles", "expected"),
    [
        ("9 May 2018", "2018-05-09", "d mmm yyyy", ("2018-05-09", None)),
        ("9 May 2018", "2018-05-09", "", ("2018-05-09", None)),  # a model that names no roles
        ("9 May 2018", "2018-05-09", "# mmm yyyy", (None, "roles")),
        ("9 May 2018", "2018-05-09", "  mmm yyyy", ("2018-05-09", None)),  # it is sure of nothing there
        ("9 May 2018 14:30", "2018-05-09", "d mmm yyyy HHcMM", ("2018-05-09", None)),
        ("9 May 18 14:30", "18-05-09", "d mmm yy HHcMM", ("2018-05-09", None)),
        ("9 May 18 14:30", "18-05-09", "d mmm yy ddcMM", (None, "roles")),  # a second day
        (
            "9 May 2018 14:30",
            "2018-05-09",
            "d mmm yyyy ddcMM",
            (None, "roles"),
        ),
        (
            "25.04.2018",
            "2018-04-25",
            "mmcddcyyyy",
            ("2018-04-25", None),
        ),  # which is the day is not asked of it
    ],
)
def test_there_is_no_answer_where_the_model_points_elsewhere(
    text: str, target: str, roles: str, expected: tuple[str | None, str | None]
) -> None:
    assert answer(text, target, roles) == expected


def test_the_reason_names_the_token() -> None:
    found = judge(
        "9 May 2018", [Hypothesis("2018-05-09", 0.99, roles="# mmm yyyy")], TERMS, Seen.of("9 May 2018")
    )
    assert (
        found.reason
        and "the model points at '9' as counted, and reads it as part of the date" in found.reason
    )


@pytest.mark.parametrize(
    ("text", "target", "roles", "expected"),
    [
        ("12 glass plates, May 1890", "1890-05", "## ..... ......c mmm yyyy", ("1890-05", None)),
        ("12 glass plates, May 1890", "1890-05", "dd ..... ......c mmm yyyy", (None, "lacking-day")),
        ("Frames 700, May 1890", "1890-05", "###### ###c mmm yyyy", ("1890-05", None)),
        # without a noun between them it may be the day, whatever the network says
        ("Anna 12, May 1890", "1890-05", ".... ##c mmm yyyy", (None, "number")),
        ("9 u. 10 May 2018", "2018-05-10", "# .. dd mmm yyyy", (None, "rival")),
        # another year of the text
        ("5 May 1890, printed 1920", "1890-05-05", "d mmm yyyyc ....... ####", (None, "another-year")),
    ],
)
def test_a_number_that_the_network_calls_counted_is_explained_by_a_noun_beside_it(
    text: str, target: str, roles: str, expected: tuple[str | None, str | None]
) -> None:
    assert answer(text, target, roles) == expected
