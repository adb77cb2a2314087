"""All that people write beside plain dates: each kind has a target, roles that say what they cover, and twins."""

import re
from collections import Counter
from pathlib import Path
from random import Random

import pytest

from datenorm.dates.targets import DATES
from datenorm.dates.written import texts
from datenorm.generation.generator import BLOCK, Generator, Recipe, generate
from datenorm.generation.kinds import KINDS, calendars, counted, periods, ranges, records, relative, unknown
from datenorm.generation.kinds.drawing import Kind
from datenorm.generation.kinds.heldout import HELD_OUT
from datenorm.generation.synthesis import Writer
from datenorm.generation.wordlists import common_words, means_nothing
from datenorm.text.roles import NONE, runs
from tests.generation.test_generator import FORTY

pytestmark = pytest.mark.slow

DOCS = Path(__file__).parents[2] / "docs" / "targets.md"
ROUNDS = 12


@pytest.fixture(scope="module")
def writers() -> list[Writer]:
    generator = Generator(Recipe(seed=3))
    return [generator.writer(locale) for locale in FORTY]


def numbers(text: str, roles: str, role: str) -> list[int]:
    """Return the numbers that stand in a role, in any script's digits."""
    return [
        int(text[start:end])
        for name, start, end in runs(roles)
        if name == role and text[start:end].isdecimal()
    ]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: f"{kind.__module__.split('.')[-1]}-{kind.__name__}")
def test_every_kind_has_a_target_and_roles_in_forty_locales(writers: list[Writer], kind: Kind) -> None:
    for writer in writers:
        for seed in range(ROUNDS):
            (text, roles), target, *_ = kind(writer, Random(seed))
            assert kind(writer, Random(seed)).written == (text, roles)
            assert texts().accepts(target), (text, target)
            assert len(text) == len(roles)
            assert not any(sign.isdigit() and role == NONE for sign, role in zip(text, roles, strict=True)), (
                text,
                roles,
            )


def test_the_days_of_a_range_are_those_of_its_target(writers: list[Writer]) -> None:
    seen = 0
    for writer in writers:
        for seed in range(ROUNDS):
            (text, roles), target, *_ = ranges.days(writer, Random(seed))
            found = numbers(text, roles, "day")
            if target != "<unk>" and len(found) == 2:
                assert found == [int(part) for part in re.findall(r"(\d\d)[/|](\d\d)$", target)[0]], (
                    text,
                    target,
                )
                assert "-" in roles
                seen += 1
    assert seen > 300


def test_the_years_of_a_range_stay_as_short_as_they_are_written(writers: list[Writer]) -> None:
    for seed in range(200):
        (text, roles), target, *_ = ranges.years(writers[0], Random(seed))
        assert [str(number) for number in numbers(text, roles, "year")] == [
            part.lstrip("0") or "0" for part in re.split("[/|]", target)
        ]


def test_what_is_not_known_is_an_x_in_the_target_and_has_its_role(writers: list[Writer]) -> None:
    for kind in (
        unknown.unknown_day,
        unknown.unknown_month,
        unknown.unknown_year,
        unknown.with_digits_of_a_decade,
    ):
        for writer in writers:
            (text, roles), target, *_ = kind(writer, Random(4))
            assert "X" in target and "X" in roles, (text, roles, target)


def test_a_century_is_named_by_its_first_digits(writers: list[Writer]) -> None:
    english = writers[FORTY.index("en")]
    for seed in range(60):
        (text, _), target, *_ = periods.century(english, Random(seed))
        (number,) = re.findall(r"\d+", text)
        assert target == f"{int(number) - 1:02d}XX"


def test_an_amount_of_relative_time_is_its_targets(writers: list[Writer]) -> None:
    for writer in writers:
        for seed in range(ROUNDS):
            (text, roles), target, *_ = relative.amount(writer, Random(seed))
            for number in numbers(text, roles, "amount"):
                assert re.fullmatch(rf"[+-]{number}[YMWDhm]", target), (text, target)


def test_another_calendar_is_never_taken_for_ours(writers: list[Writer]) -> None:
    drawn = [calendars.other(writer, Random(seed)) for writer in writers for seed in range(ROUNDS)]
    assert not any(DATES.accepts(one.target) for one in drawn)


def test_a_counted_number_alone_is_no_date_and_beside_one_it_is_that_date(writers: list[Writer]) -> None:
    for writer in writers:
        assert counted.alone(writer, Random(5)).target == "<unk>"
        beside = counted.beside_a_date(writer, Random(5))
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", beside.target) and "#" in beside.written.roles


def test_numbers_of_entries_without_a_date_all_count_something(writers: list[Writer]) -> None:
    for writer in writers:
        (text, roles), target, *_ = records.without_a_date(writer, Random(6))
        said = {role for sign, role in zip(text, roles, strict=True) if sign.isdecimal()}
        assert target == "<unk>" and said <= {"#"}, (text, roles)


def test_opening_hours_have_hours_alone(writers: list[Writer]) -> None:
    for writer in writers:
        (text, roles), target, *_ = records.opening_hours(writer, Random(6))
        said = {role for sign, role in zip(text, roles, strict=True) if sign.isdecimal()}
        assert target == "<unk>" and "H" in said and said <= set("HMw"), (
            text,
            roles,
        )  # a weekday may be a number


def test_a_period_among_entries_keeps_its_target(writers: list[Writer]) -> None:
    drawn = [records.of_a_period(writer, Random(seed)) for writer in writers for seed in range(ROUNDS)]
    assert "<unk>" not in {one.target for one in drawn}
    assert len({one.target[-2:] for one in drawn if one.target.endswith("XX")}) == 1


def test_common_words_are_those_that_no_table_of_reading_has() -> None:
    german = common_words("de")
    assert len(german) > 3000 and "sagen" in german
    assert not {"mai", "montag", "gestern", "vor", "heute", "uhr"} & set(german)
    assert not means_nothing("mär.") and means_nothing("ajo.")
    assert common_words("xx") == ()


def test_a_third_of_the_kinds_rows_are_dates() -> None:
    rows = [
        row for row in generate(Recipe(seed=8, everything=True), 4 * BLOCK) if " " in row.kind.split("+")[0]
    ]
    dates = sum(row.iso != "<unk>" and DATES.accepts(row.iso) for row in rows)
    assert 0.25 < dates / len(rows) < 0.45
    assert len(Counter(row.kind.split("+")[0] for row in rows)) == len(KINDS)


def test_everything_is_the_same_whatever_the_processes_and_plain_rows_have_none_of_it() -> None:
    recipe = Recipe(seed=9, everything=True)
    assert list(generate(recipe, BLOCK + 5)) == list(generate(recipe, BLOCK + 5, processes=2))
    assert all(DATES.accepts(row.iso) for row in generate(Recipe(seed=9), BLOCK))


def test_ten_kinds_are_held_out_and_named_in_the_docs() -> None:
    assert len(HELD_OUT) == 10
    written = DOCS.read_text("utf-8")
    for kind in HELD_OUT:
        assert kind.__name__.replace("_", " ") in written
        assert kind(Random(1)) == kind(Random(1))
