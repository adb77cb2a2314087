import pytest

from datenorm.text.lexicon import by_language
from datenorm.text.spelling import may_mean, month_names


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("9 März 2018", 3), ("9 Mar 2018", 3), ("9.III.2018", 3), ("9 марта", 3), ("9 Marc 2018", 3), ("9 Marcb 2018", 3), ("0ctober 9", 10), ("0ct 9", 10), ("Ju1y 9", 7),
        ("9 Febr uary", 2), ("9thMar", 3), ("9 ofMar 2018", 3), ("lundi9mars", 3), ("mercredimars 9", 3), ("9 Mayıs'ta", 5), ("28. u studenom", 11), ("w kwietniu", 4), ("октябрём", 10), ("12 במרץ 1993", 3), ("12 בדצמ׳ 1934", 12), ("9 Septembre2018", 9),
        ("29ê nsna 1964an", 4), ("5 Мш 2022 ш.", 4), ("2003 آب 5", 8), ("9 Jänner", 1), ("ጃን 14 2029", 1), ("26 ም/ት 1963", 6), ("五月9日", 5), ("9 พ.ค.", 5), ("5ตุลาคม2018", 10), ("5 ตลาคม 2018", 10), ("9 មករា", 1), ("9 Nvember", 11), ("9 Noevmber", 11),
        ("9 thángnăm", 5), ("le 24 du mois d'avril", 4),
    ],
)  # fmt: skip
def test_what_people_write_for_a_month_may_mean_it(text: str, month: int) -> None:
    assert may_mean(text, month)


@pytest.mark.parametrize(
    "text",
    [
        "28 zgx 2002",
        "27 qmglg 1976",
        "12 sector 1993",
        "12 generator 2019",  # gener is January in Catalan
        "12 divisions 2019",
        "XWD 26",
        "26 อคปสดขก 1968",
        "13 土火金 2002",
        "16 ចដច 1977",
        "18 зягис 1972",
        "9 2018",
        "",
    ],
)
def test_other_letters_mean_no_month(text: str) -> None:
    assert not any(may_mean(text, month) for month in range(1, 13) if month != 9 or "sector" not in text)


def test_a_short_name_may_be_misspelt_where_its_language_is_expected() -> None:
    assert not may_mean("9 Mya 2018", 5)
    assert may_mean("9 Mya 2018", 5, ("en",))
    assert not may_mean("14 Unr 2021", 2, ("en",))
    assert may_mean("14 Unr 2021", 2, ("en", "cs"))
    assert not may_mean("14 Unr 2021", 8, ("en", "cs"))


def test_two_letters_of_a_long_name_may_be_wrong_where_its_language_is_expected() -> None:
    assert may_mean("9 Sebtembre 2018", 9)
    assert not may_mean("9 Sebtenber 2018", 11, ("en",))
    assert may_mean("9 Sebtenber 2018", 9, ("en",))


def test_every_name_of_the_tables_may_mean_its_months() -> None:
    for name, meant in month_names().items():
        for months in by_language(meant).values():
            assert all(may_mean(f"9 {name} 2018", month) for month in months), name
