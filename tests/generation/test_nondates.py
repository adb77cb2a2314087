import re
from datetime import date
from random import Random
from typing import Any

import pytest

from datenorm.generation.generator import Generator, Recipe
from datenorm.generation.nondates import KINDS, non_date
from datenorm.generation.nondates.impossible import (
    impossible_digits,
    impossible_in_words,
    impossible_without_year,
)
from datenorm.generation.nondates.numbers import short_numbers
from datenorm.generation.nondates.several import date_range
from datenorm.generation.nondates.times import EARLIER_ERAS, before_christ, other_era
from datenorm.generation.synthesis import Writer
from datenorm.rewriting.plan import rewritten
from datenorm.text.characters import clean

LOCALES = ("en", "de", "ru", "zh", "vi", "ar", "hi", "ko", "th", "mn", "aa")
ROUNDS = 300


@pytest.fixture(scope="module")
def writers() -> list[Writer]:
    generator = Generator(Recipe(seed=3))
    return [generator.writer(locale) for locale in LOCALES]


def is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


@pytest.mark.parametrize("kind", dict.fromkeys(KINDS), ids=lambda kind: kind.__name__)
def test_every_kind_writes_in_every_locale_the_same_for_the_same_chance(
    writers: list[Writer], kind: Any
) -> None:
    rows = [kind(writer, Random(seed)) for writer in writers for seed in range(30)]
    assert rows == [kind(writer, Random(seed)) for writer in writers for seed in range(30)]
    assert all(row.text and len(row.text) == len(row.roles) for row in rows)


def test_the_ends_of_a_range_and_what_stands_between_them_are_told_apart(writers: list[Writer]) -> None:
    rows = [date_range(writers[0], Random(seed)) for seed in range(ROUNDS)]
    assert all("-" in roles or "|" in roles for _, roles in rows)
    assert all(len(re.findall("d+", roles)) == 2 or len(re.findall("m+", roles)) == 2 for _, roles in rows)


def test_impossible_digits_are_no_day_with_the_year_first_nor_last(writers: list[Writer]) -> None:
    rng = Random(1)
    for _ in range(ROUNDS):
        text = impossible_digits(writers[0], rng).text
        numbers = [int(number) for number in re.findall(r"\d+", text)]
        if len(numbers) == 3:
            assert not is_day(*numbers), text
        else:
            year, month, day = int(text[:4]), int(text[4:6]), int(text[6:])
            assert not is_day(year, month, day), text
            for first, second in ((text[:2], text[2:4]), (text[2:4], text[:2])):
                assert not (int(text[4:]) > 999 and is_day(int(text[4:]), int(first), int(second))), text


def test_impossible_days_in_words_have_a_month_or_a_day_too_many(writers: list[Writer]) -> None:
    rng = Random(2)
    for writer in writers:
        if writer.facts.language not in ("zh", "vi", "ko", "mn"):
            continue
        for _ in range(50):
            text = impossible_in_words(writer, rng).text
            numbers = [int(number) for number in re.findall(r"\d+", text)]
            assert any(number == 0 or 12 < number < 100 for number in numbers) or not text.isascii(), text


def test_a_day_past_the_end_of_its_month_has_no_year_to_hide_in(writers: list[Writer]) -> None:
    rng = Random(3)
    english = writers[0]
    for _ in range(ROUNDS):
        text = impossible_without_year(english, rng).text
        day = int(re.search(r"\d+", text)[0])
        assert day == 0 or day >= 30, text
        assert not (text[0].isalpha() and day > 31), text  # 'February 32' may be a year


def test_the_era_before_the_common_one_is_named_once_and_the_common_one_never(writers: list[Writer]) -> None:
    for writer in writers:
        names = (*writer.facts.earlier_eras, *EARLIER_ERAS)
        own = [era for era in writer.facts.eras if not any(era in name for name in names)]
        texts = [before_christ(writer, Random(seed)).text for seed in range(ROUNDS)]
        assert all(any(name in text for name in names) for text in texts)
        assert not any(era in text for era in own for text in texts)


def test_no_year_that_is_read_as_a_common_one_is_called_no_date(writers: list[Writer]) -> None:
    texts = [other_era(writer, Random(seed)).text for writer in writers for seed in range(ROUNDS)]
    assert all(rewritten(text).text == clean(text) for text in texts)


def test_a_range_has_two_days_or_two_months(writers: list[Writer]) -> None:
    rng = Random(4)
    for _ in range(ROUNDS):
        text = date_range(writers[0], rng).text
        assert len(re.findall(r"\d+", text)) >= 2 or len(re.findall(r"[A-Za-z]{3,}", text)) >= 2, text


def test_short_numbers_have_no_year(writers: list[Writer]) -> None:
    rng = Random(5)
    for _ in range(ROUNDS):
        text = short_numbers(writers[0], rng).text
        numbers = re.findall(r"\d+", text)
        assert len(numbers) > 3 or max(map(len, numbers)) == 1 or re.fullmatch(r"\d/(3[2-9]|[4-9]\d)", text)


def test_every_kind_is_drawn_by_its_name(writers: list[Writer]) -> None:
    rng = Random(6)
    drawn = {non_date(writers[0], rng)[1] for _ in range(3000)}
    assert drawn == {kind.__name__.replace("_", " ") for kind in KINDS}
