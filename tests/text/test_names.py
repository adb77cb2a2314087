import pytest

from datenorm.text.characters import clean
from datenorm.text.lexicon import values_in
from datenorm.text.names import weekdays_in
from datenorm.text.tokens import tokens

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)


def find_weekday(text: str) -> frozenset[int]:
    return weekdays_in(tokens(clean(text)))


def find_months(text: str) -> frozenset[int]:
    named = [token.senses["full"] for token in tokens(clean(text)) if "full" in token.senses]
    return frozenset().union(*(values_in(meant, None) for meant in named))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Saturday 9 May 2018", SATURDAY), ("sat. 9/5/2018", SATURDAY), ("9 May 2018 (SUN)", SUNDAY), ("terça-feira, 9 de maio de 2018", TUESDAY),
        ("terca-feira 9/5/2018", TUESDAY), ("среда, 9 мая 2018 г.", WEDNESDAY), ("बुधवार, 9 मई 2018", WEDNESDAY), ("2018年5月9日星期日", SUNDAY),
        ("2018年5月9日(水)", WEDNESDAY), ("วันพุธที่ 9 พฤษภาคม 2018", WEDNESDAY), ("thứ hai, 9/5/2018", MONDAY), ("الجمعة 9 مايو", FRIDAY), ("Donnerstag 9.5.", THURSDAY),
    ],
)  # fmt: skip
def test_a_weekday_is_found_in_any_language(text: str, day: int) -> None:
    assert day in find_weekday(text)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("سه شنبه ۹ مه ۲۰۱۸", {TUESDAY}), ("سه\u200cشنبه ۹ مه ۲۰۱۸", {TUESDAY}), ("پنج شنبه ۹ مه ۲۰۱۸", {THURSDAY}), ("شنبه ۹ مه ۲۰۱۸", {SATURDAY}),
        ("9 May 2018, çərşənbə axşamı", {TUESDAY}), ("9 May 2018, çərşənbə", {WEDNESDAY}),
    ],
)  # fmt: skip
def test_the_longest_name_counts_and_not_the_name_of_another_day_inside_it(text: str, days: set[int]) -> None:
    assert find_weekday(text) == days


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("9 Mayıs 2018 SALI", TUESDAY), ("PAZARTESİ", MONDAY), ("п'ятниця", FRIDAY), ("п’ятниця", FRIDAY), ("ΔΕΥΤΕΡΑ 9/5", MONDAY), ("miercoles", WEDNESDAY),
        ("2018년5월9일수요일", WEDNESDAY), ("2018년 5월 9일 (수)", WEDNESDAY), ("יום ה' 9 במאי", THURSDAY), ("segunda feira", MONDAY),
    ],
)  # fmt: skip
def test_a_name_is_found_however_it_is_typed(text: str, day: int) -> None:
    assert find_weekday(text) == {day}


@pytest.mark.parametrize(
    "text",
    [
        "den 10. Oktober 1910", "9 de mayo del 2018", "dia 24 de maig de 2032", "die 9. Mai 2018", "per 31.12.2018", "9 พฤษภาคม 2018", "20 thg 2, 1924 Sau Công Nguyên",
        "Thứ 4, 9/5/2018", "9 May 2018 10:00 CET", "9 May 2018 10:00 MST", "9 May 2018 China Standard Time", "9 May 2018 10 min", "9 сер 1982 р.",
        "9 May 2018 d.C. 11:26 a.m.", "སྤྱི་ལོ་1971 ཟླ་བ་དགུ་པའི་ཚེས་28", "lun 2018",
    ],
)  # fmt: skip
def test_a_word_that_stands_beside_dates_as_something_else_names_no_weekday(text: str) -> None:
    assert find_weekday(text) == frozenset()


@pytest.mark.parametrize(
    "text", ["", "9/5/2018", "9 May 2018", "2018年5月9日", "mar 3 2018", "hello", "😀", "\ud800 \x00"]
)
def test_what_names_no_weekday_for_certain_says_nothing(text: str) -> None:
    assert find_weekday(text) == frozenset()


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("9 March 2018", {3}), ("9 мая 2018", {5}), ("12 listopada 2018", {10, 11}), ("9 พฤษภาคม 2018", {5}), ("2018年十一月9日", {11}), ("Tháng Mười Hai 29", {12}),
        ("FEVRIER 2018", {2}), ("März", {3}), ("9/5/2018", set()), ("9 Mya 2018", set()), ("hello", set()), ("2018年5月9日", set()), ("January to March", {1, 3}),
    ],
)  # fmt: skip
def test_a_full_month_name_is_found_in_any_language(text: str, months: set[int]) -> None:
    assert find_months(text) == months
