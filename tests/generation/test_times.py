import re
from random import Random
from typing import Any

import pytest

from datenorm.generation.times import DIGIT_SHAPES, ISO_SHAPES, OWN, SHAPES, SHAPES_IN, some_times, times_in
from datenorm.languages.locales import facts


@pytest.mark.parametrize("shapes", [SHAPES, ISO_SHAPES, DIGIT_SHAPES, *SHAPES_IN.values()])
def test_every_shape_can_be_filled_in(shapes: Any) -> None:
    times = [time for shape in shapes for time in some_times(Random(1), [shape], 5)]
    assert all(time.text and len(time.text) == len(time.roles) for time in times)
    assert not any("{" in time.text or "}" in time.text for time in times)


def test_hours_and_minutes_are_some_of_the_day() -> None:
    for time in some_times(Random(2), ("{H}:{M}:{S}",), 200):
        hour, minute, second = map(int, time.text.split(":"))
        assert hour < 24 and minute < 60 and second < 60
    assert all(
        1 <= int(time.text.split(":")[0]) <= 12 for time in some_times(Random(2), ("{h}:{M} {p}",), 200)
    )


@pytest.mark.parametrize(
    ("locale", "pattern"),
    [("de", r"um \d+ Uhr"), ("ja", "午後"), ("ru", "часов"), ("fr", r"\dh"), ("th", "น."), ("be", "гадз"), ("zh", "[上下]午"), ("vi", "giờ|lúc"), ("am", "ከሰዓት|ጥዋት")],
)  # fmt: skip
def test_a_language_has_times_in_its_own_words(locale: str, pattern: str) -> None:
    own = times_in(facts(locale), seed=1)
    assert len(own) == OWN
    assert any(re.search(pattern, time.text) for time in own)


def test_the_times_of_a_language_depend_on_the_seed_and_the_language_alone() -> None:
    assert times_in(facts("de"), 1) == times_in(facts("de"), 1)
    assert times_in(facts("de"), 1) != times_in(facts("de"), 2)


@pytest.mark.parametrize(
    ("shape", "language", "roles"),
    [
        ("{H}:{M}:{S}.{f}{z}", "en", r"HHcMMcSScf+o+"), ("{h} {p}", "en", r"HH? p+"), ("{H}:{M} Uhr", "de", r"HHcMM ccc"),
        ("午後{h}時{M}分", "ja", r"ppHH?cMMc"), ("{H}:{M} - {I}:{M}", "en", r"HHcMM - HHcMM"), ("in the morning", "en", r"pp ppp ppppppp"),
    ],
)  # fmt: skip
def test_a_time_of_day_knows_its_hour_its_minute_and_the_rest(shape: str, language: str, roles: str) -> None:
    for time in some_times(Random(3), (shape,), 20, language=language):
        assert re.fullmatch(roles, time.roles), time
