"""Years in words: what ICU spells is read back, and no year as another one."""

import random

import pytest

from datenorm.text.year_words import may_begin, year_of

LANGUAGES = "de en es fr it pt nl sv da fi pl cs ru uk bg hu tr el he fa hi".split()


def test_what_icu_spells_is_read_back() -> None:
    pytest.importorskip("icu")
    from tools.year_words import years_of

    spelled = random.Random(5).sample(list(years_of(LANGUAGES)), 5000)
    found = [(year_of(words, (language,)), year) for language, year, words in spelled]
    assert all(one in (None, year) for one, year in found)
    assert sum(one == year for one, year in found) > 0.99 * len(found)


def test_the_table_is_what_the_script_makes() -> None:
    icu = pytest.importorskip("icu")
    from tools.year_words import TABLE, rows

    head, *lines = TABLE.read_text("utf-8").splitlines(keepends=True)
    if icu.ICU_VERSION not in head:
        pytest.skip(f"ICU {icu.ICU_VERSION}, and the table says: {head.strip()}")
    own = [line for line in lines if line.split("\t")[1] in ("en", "uk")]
    assert own == [row for language in ("en", "uk") for row in rows(language)]


@pytest.mark.parametrize(
    ("words", "year"),
    [
        ("nineteen hundred and four", 1904),
        ("nineteen oh four", 1904),
        ("nineteen four", None),
        ("eleven thirty", None),
        ("twenty twenty-one", 2021),
        ("two thousand and five", 2005),
        ("mil neuf cent onze", 1911),
        ("dix-huit cent cinq", 1805),
        ("achtzehnhundertdreiundvierzig", 1843),
        ("тысяча девятьсот сорок пятого", 1945),
        ("тисяча дев'ятсот вісімдесят четвертого", 1984),
        ("forty-two", None),
        ("", None),
    ],
)
def test_reads(words: str, year: int | None) -> None:
    assert year_of(words, None) == year


def test_a_told_language_is_the_only_one() -> None:
    assert year_of("mil neuf cent onze", ("de", "en", "*")) is None
    assert may_begin("neunzehn", ("de",))
    assert not may_begin("neunzehn", ("fr",))
