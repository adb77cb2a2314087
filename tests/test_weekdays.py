from importlib.resources import files

import pytest

from datenorm import weekday_table
from datenorm.weekdays import find_weekday

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Saturday 9 May 2018", SATURDAY), ("sat. 9/5/2018", SATURDAY), ("9 May 2018 (SUN)", SUNDAY), ("terça-feira, 9 de maio de 2018", TUESDAY),
        ("terca-feira 9/5/2018", TUESDAY), ("среда, 9 мая 2018 г.", WEDNESDAY), ("बुधवार, 9 मई 2018", WEDNESDAY), ("2018年5月9日星期日", SUNDAY),
        ("2018年5月9日(水)", WEDNESDAY), ("วันพุธที่ 9 พฤษภาคม 2018", WEDNESDAY), ("thứ hai, 9/5/2018", MONDAY), ("الجمعة 9 مايو", FRIDAY), ("Donnerstag 9.5.", THURSDAY),
    ],
)  # fmt: skip
def test_a_weekday_is_found_in_any_language(text, day):
    assert day in find_weekday(text)


@pytest.mark.parametrize(
    "text", ["", "9/5/2018", "9 May 2018", "2018年5月9日", "mar 3 2018", "hello", "😀", "\ud800 \x00"]
)
def test_what_names_no_weekday_for_certain_says_nothing(text):
    assert find_weekday(text) == frozenset()


def test_the_table_is_what_cldr_gives():
    lines = (files("datenorm") / "weekdays.tsv").read_text("utf-8").splitlines()
    assert dict(line.split("\t") for line in lines) == weekday_table.table()
