import itertools
import subprocess
import sys
from collections import Counter
from datetime import date
from functools import partial
from random import Random
from typing import Any

import pytest

from datenorm.dates.targets import DATES, Target
from datenorm.errors import LocaleError
from datenorm.generation.dataset import Example, as_lines, orders_that_fit
from datenorm.generation.generator import BLOCK, CATEGORIES, Generator, Recipe, generate, generate_as
from datenorm.generation.noise import KINDS, damage
from datenorm.generation.synthesis import Writer, choose_style, render
from datenorm.generation.writing import Written
from datenorm.languages import customs, layouts, locales
from datenorm.text.characters import clean
from datenorm.text.roles import span_of

pytestmark = pytest.mark.slow

CLEAN = Recipe(seed=3, noise=0)
as_tsv = partial(as_lines, "tsv")


@pytest.fixture(scope="module")
def rows() -> list[Example]:
    return list(generate(Recipe(seed=5), 6 * BLOCK))


def written(locale: str, pattern: str, year: int, month: int, day: int) -> str:
    writer = Writer(locales.facts(locale), [Written("10:11", "HHcMM")])
    weekday = date(year, month, day).weekday()
    return render(choose_style(writer.layout(pattern), Random(1)), (year, month, day, weekday, 0, 0)).text


@pytest.mark.parametrize(
    ("locale", "pattern", "text"),
    [
        ("en", "EEEE d MMMM y", "Wednesday 9 May 2018"),
        ("ru", "d MMMM y 'г'.", "9 мая 2018 г."),
        ("zh", "y年M月d日", "2018年5月9日"),
        ("zh", "C年K月J日", "二〇一八年五月九日"),
        ("en", "'the' o 'of' MMMM, y", "the 9th of May, 2018"),
        ("en", "k 'of' MMMM y", "ninth of May 2018"),
        ("fr", "dd/MM/yy", "09/05/18"),
        ("en", "d MMM ''yy", "9 May '18"),
    ],
)
def test_a_pattern_is_written_as_the_locale_writes_it(locale: str, pattern: str, text: str) -> None:
    assert clean(written(locale, pattern, 2018, 5, 9)) == clean(text)


def test_the_calendar_year_is_written_around_new_year_not_the_week_year() -> None:
    assert written("en", "d MMM y", 2018, 12, 31).endswith("2018")


def test_every_target_is_valid_and_every_kind_is_drawn(rows: list[Example]) -> None:
    assert all(DATES.accepts(row.iso) for row in rows)
    kinds = Counter(row.kind.split("+")[0] for row in rows)
    assert set(kinds) == {"date", "month", "year", "day", "none"}
    assert len({row.locale for row in rows}) > 400


def test_spans_hold_the_fields_of_the_target(rows: list[Example]) -> None:
    numeric = [
        row
        for row in rows
        if row.pattern in ("d/M/y", "dd.MM.y", "y-MM-dd", "M/d/y") and "noise" not in row.kind
    ]
    assert len(numeric) > 50
    for row in numeric:
        year, month, day = (clean(row.text[slice(*span)]) for span in row.spans if span)
        assert f"{int(year):04d}-{int(month):02d}-{int(day):02d}" == row.iso


FORTY = (
    "ar", "be", "bn", "ca", "cs", "da", "de", "el", "en", "en_GB", "es", "et", "fa", "fi", "fr", "he", "hi", "hr", "hu", "id", "it", "ja",
    "ka", "ko", "lt", "lv", "mr", "nb", "nl", "pl", "pt_BR", "ro", "ru", "sv", "ta", "th", "tr", "uk", "vi", "zh_Hant",
)  # fmt: skip


def test_roles_say_which_characters_spell_year_month_and_day_in_forty_locales() -> None:
    rows = [row for row in generate(Recipe(seed=6, locales=FORTY, noise=0), 3 * BLOCK) if row.iso != "<unk>"]
    assert {row.locale for row in rows} == {*FORTY, ""} - {""}
    spelled = 0
    for row in rows:
        assert len(row.text) == len(row.roles)
        year, month, day = Target.of(row.iso)
        for field, span in zip((year, month, day), row.spans, strict=True):
            assert bool(field) == bool(span), row
            digits = clean(row.text[slice(*span)]) if span else ""
            if digits.isdecimal():
                assert int(digits) == int(field), row
                spelled += 1
    assert spelled > len(rows)


def test_every_digit_beside_a_date_has_a_role(rows: list[Example]) -> None:
    dates = [row for row in rows if row.iso != "<unk>" and "noise" not in row.kind]
    without = [
        row
        for row in dates
        if any(sign.isdigit() and role == " " for sign, role in zip(row.text, row.roles, strict=True))
    ]
    assert not without


def test_roles_follow_their_fields_through_noise() -> None:
    date = Written("9 February 2018", "d mmmmmmmm yyyy")
    for seed in range(400):
        damaged = damage(date, Random(seed))
        if damaged:
            day, month, year = (
                clean(damaged.text[slice(*span)])
                for role in ("day", "month", "year")
                if (span := span_of(damaged.roles, role))
            )
            assert len(damaged.text) == len(damaged.roles)
            assert day == "9" and month.startswith("f") and len(year) == 4


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_kind_of_noise_applies_to_something_and_changes_it(kind: Any) -> None:
    date = Written("15.09.2018 - 8 September 2018", "##########   d mmmmmmmmm yyyy")
    results = [kind(date, Random(seed)) for seed in range(50)]
    assert any(result and result.text != date.text for result in results)


def test_the_same_seed_is_the_same_rows_whatever_the_processes() -> None:
    recipe = Recipe(seed=9)
    alone = list(generate(recipe, 2 * BLOCK + 5, start=7))
    together = list(generate(recipe, 2 * BLOCK + 5, start=7, processes=2))
    assert alone == together
    assert as_tsv(alone) == b"".join(generate_as(as_tsv, recipe, 2 * BLOCK + 5, start=7, processes=2))
    assert list(generate(Recipe(seed=10), 50)) != alone[:50]


def test_what_processes_are_told_of_their_locales_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    recipe = Recipe(seed=9, locales=("de", "en_GB", "sr_Cyrl_BA"))
    alone = list(generate(recipe, BLOCK + 5))
    monkeypatch.setattr("datenorm.generation.generator.MANY", 0)
    assert list(generate(recipe, BLOCK + 5, processes=2)) == alone


def test_rows_do_not_depend_on_the_hash_seed_of_the_process() -> None:
    code = (
        "from datenorm.generation.generator import *; print([tuple(e) for e in generate(Recipe(seed=2), 40)])"
    )
    printed = {
        subprocess.run([sys.executable, "-c", code], env={"PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
                       capture_output=True, check=True).stdout
        for seed in ("0", "1")
    }  # fmt: skip
    assert len(printed) == 1


def test_a_stream_can_start_anywhere() -> None:
    generator = Generator(Recipe(seed=4))
    assert list(itertools.islice(generator.rows(BLOCK - 3), 6)) == list(generator.rows(0, BLOCK + 3))[-6:]


def test_chosen_locales_are_the_only_ones() -> None:
    rows = generate(Recipe(seed=1, locales=("de", "ja")), 500)
    assert {row.locale for row in rows if row.pattern != "six digits"} == {"de", "ja"}


def test_a_locale_that_does_not_exist_is_named_with_the_closest_one() -> None:
    with pytest.raises(LocaleError, match=r"'en_XB'.*did you mean 'en_[A-Z]+'"):
        Recipe(locales=("en_XB",))


def test_without_noise_no_row_is_noisy() -> None:
    assert not any("noise" in row.kind for row in generate(CLEAN, 2000))


def test_every_layout_of_the_table_compiles_and_names_a_date() -> None:
    for language, own in customs.LAYOUTS.items():
        writer = Writer(locales.facts(language), [Written("10:11", "HHcMM")])
        for layout in own:
            assert writer.layout(layouts.expand(layout)).kind == "date", (language, layout)


def test_every_category_is_drawn_from_some_locale() -> None:
    writer = Writer(locales.facts("en"), [Written("10:11", "HHcMM")])
    drawn_elsewhere = {"numeric", "compact", "compact short", "month numeric", "year", "day numeric", "none"}
    assert set(CATEGORIES) - drawn_elsewhere == set(writer.categories)


@pytest.mark.parametrize(
    ("example", "orders"),
    [
        (Example("03/04/2015", "2015-04-03", order="DMY", pattern="dd/MM/y"), ("DMY",)),
        (Example("25/04/2015", "2015-04-25", order="DMY", pattern="dd/MM/y"), ("DMY", "MDY", "YMD")),
        (Example("25/04/15", "15-04-25", order="DMY", pattern="dd/MM/yy"), ("DMY",)),
        (Example("2015-04-03", "2015-04-03", order="YMD", pattern="y-MM-dd"), ("DMY", "MDY", "YMD")),
        (Example("3 Apr 15", "15-04-03", order="DMY", pattern="d N yy"), ("DMY", "MDY")),
        (Example("3/4", "--04-03", order="DM", pattern="d/M"), ("DMY",)),
        (Example("hello", "<unk>", kind="none", pattern="words"), ("DMY", "MDY", "YMD")),
    ],
)
def test_an_order_hint_never_contradicts_what_a_text_means(example: Example, orders: tuple[str, ...]) -> None:
    assert orders_that_fit(example) == orders
