import pytest

from datenorm.text.numerals import (
    ORDINALS,
    WORDS,
    chinese_number,
    chinese_numbers,
    chinese_years,
    day_words,
    ordinals,
)


@pytest.mark.parametrize("language", sorted(WORDS))
def test_every_day_has_a_word_of_its_own(language: str) -> None:
    for table in day_words(language):
        assert (len(table), len(set(table)), all(table)) == (31, 31, True), table


@pytest.mark.parametrize("language", [*sorted(ORDINALS), "bn", "cy", "en", "vi", "xx"])
def test_every_day_has_an_ordinal_of_its_own_that_holds_its_number(language: str) -> None:
    for table in ordinals(language):
        assert len(set(table)) == 31
        assert all(str(day) in ordinal for day, ordinal in enumerate(table, 1))


@pytest.mark.parametrize(
    ("language", "day", "word"),
    [
        ("en", 21, "twenty-first"), ("en", 21, "twenty first"), ("de", 21, "einundzwanzigsten"), ("de", 7, "siebter"), ("fr", 1, "premier"), ("fr", 21, "vingt et un"),
        ("es", 22, "veintidós"), ("es", 31, "treinta y uno"), ("it", 28, "ventotto"), ("it", 23, "ventitré"), ("pt", 25, "vinte e cinco"), ("nl", 22, "tweeëntwintigste"),
        ("da", 24, "fireogtyvende"), ("sv", 31, "trettioförsta"), ("pl", 23, "dwudziestego trzeciego"), ("cs", 1, "prvního"), ("ru", 30, "тридцатого"), ("uk", 25, "двадцять п’ятого"),
        ("hu", 21, "huszonegyedike"), ("sl", 22, "dvaindvajsetega"), ("vi", 15, "mười lăm"), ("vi", 5, "mùng năm"), ("ko", 25, "이십오"), ("th", 21, "ยี่สิบเอ็ด"), ("hi", 29, "उनतीस"),
        ("ar", 25, "الخامس والعشرين"), ("tr", 31, "otuz bir"), ("fi", 21, "kahdeskymmenesensimmäinen"),
    ],
)  # fmt: skip
def test_days_in_words(language: str, day: int, word: str) -> None:
    assert word in [table[day - 1] for table in day_words(language)]


@pytest.mark.parametrize(
    ("language", "day", "ordinal"),
    [("en", 11, "11th"), ("en", 22, "22nd"), ("fr", 1, "1er"), ("fr", 2, "2"), ("ca", 4, "4t"), ("bn", 4, "4ঠা"), ("bn", 19, "19শে"), ("cy", 2, "2il"), ("ka", 5, "მე-5"), ("es", 1, "1.º")],
)  # fmt: skip
def test_ordinals(language: str, day: int, ordinal: str) -> None:
    assert ordinal in [table[day - 1] for table in ordinals(language)]


def test_chinese_numerals() -> None:
    assert [chinese_number(number) for number in (1, 10, 11, 20, 31)] == [
        "一",
        "十",
        "十一",
        "二十",
        "三十一",
    ]
    assert {table[26] for table in chinese_numbers()} == {"二十六", "廿六"}
    assert [table[2018] for table in chinese_years(2018)] == ["二〇一八", "二零一八", "二○一八"]
