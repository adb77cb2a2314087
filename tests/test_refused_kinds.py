"""The kinds of text that hold no one date, and their twins: what a fair benchmark of refusals rests on."""

from datetime import date
from random import Random

import pytest
from nondates.kind import Kind
from nondates.words import LANGUAGES, NOUNS, PHRASES, say
from refusals import HELD_BACK, KINDS, OPEN

MOST_OF_A_KIND = 50


def test_there_are_sixty_kinds_and_every_third_is_held_back() -> None:
    assert len({kind.name for kind in KINDS}) == 60
    assert [kind in HELD_BACK for kind in KINDS[:6]] == [False, False, True, False, False, True]
    assert len(OPEN) == 40 and len(HELD_BACK) == 20


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_one_seed_gives_one_text(kind: Kind) -> None:
    assert kind.refusable(Random(7)) == kind.refusable(Random(7))
    assert kind.answerable(Random(7)) == kind.answerable(Random(7))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_twin_has_a_date_and_no_slot_is_left_open(kind: Kind) -> None:
    random = Random(3)
    for _ in range(MOST_OF_A_KIND):
        text, iso = kind.answerable(random)
        assert iso is not None and date.fromisoformat((iso + "-01-01")[:10])
        assert not set("{}|") & set(text), text


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_no_text_is_a_twin(kind: Kind) -> None:
    random = Random(5)
    texts = {kind.refusable(random).text for _ in range(MOST_OF_A_KIND)}
    twins = {kind.answerable(random).text for _ in range(MOST_OF_A_KIND)}
    assert not texts & twins


def test_every_language_of_a_table_is_one_that_dates_are_labelled_in() -> None:
    tables = {**PHRASES, **NOUNS}
    assert {language for table in tables.values() for language in table} == set(LANGUAGES)
    assert len(LANGUAGES) == 24


def test_a_phrase_is_filled_in_for_its_day() -> None:
    assert say(Random(1), "before_time", "uk", date(2018, 5, 9)).startswith("9 травня 2018\u202fр., до ")
    assert say(Random(1), "week", "zh", date(2018, 5, 9)) == "2018年第19周"
