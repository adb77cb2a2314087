from random import Random

import pytest

from datenorm.generation.surroundings import AROUND, BEFORE_IN, MOST_WORDS, surround
from datenorm.generation.writing import Written, by_sense
from datenorm.languages.locales import facts

DATE = Written("9.5.2018", "dcmcyyyy")
TEXT = DATE.text


@pytest.mark.parametrize("locale", ["de", "ja", "tr", "en", "zu"])
def test_the_date_stays_whole_and_its_roles_where_it_lies(locale: str) -> None:
    rng = Random(1)
    for _ in range(300):
        text, roles = surround(DATE, facts(locale), rng)
        assert len(text) == len(roles)
        assert roles[text.index(TEXT) :].startswith(DATE.roles)


def test_a_language_has_words_of_its_own() -> None:
    rng = Random(2)
    texts = [surround(DATE, facts("de"), rng)[0] for _ in range(500)]
    assert any(text.startswith("vom ") for text in texts)
    assert any(text == f"({TEXT})" for text in texts)
    assert all(pair for pair in AROUND) and "de" in BEFORE_IN


def test_a_sentence_may_go_around_it_and_no_number_of_its_own_touches_the_date() -> None:
    rng = Random(3)
    texts = [surround(DATE, facts("en"), rng)[0] for _ in range(2000)]
    apart = [[side.split() for side in text.split(TEXT)] for text in texts]
    assert min(max(len(side) for side in sides) for sides in zip(*apart, strict=True)) >= MOST_WORDS
    alone = [any(word.isdecimal() for word in (*before[:-1], *behind[1:])) for before, behind in apart]
    assert 100 < sum(alone) < 500
    assert not any(before[-1:][0].isdecimal() for before, _ in apart if len(before) > 1)
    assert not any(behind[0].isdecimal() for _, behind in apart if len(behind) > 1)


def test_words_around_a_date_have_the_roles_that_the_lexicon_knows() -> None:
    assert by_sense("before ", "label", "en").roles == "<<<<<< "
    assert by_sense("Rechnungsdatum: ", "label", "de").roles == "lllllllllllllll "
    assert by_sense("ca. ", "label", "en").roles == "~~~ "
    assert by_sense(" UTC", "prose", "en").roles == " zzz"
    assert by_sense("valid until ", "label", "en").roles == "lllll lllll "
