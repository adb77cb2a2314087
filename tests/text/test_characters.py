import sys

import pytest

from datenorm.text.characters import canonical, clean


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("९ मई २०१८", "9 मई 2018"),
        ("٩ مايو ٢٠١٨", "9 مايو 2018"),
        ("９　Ｍａｙ　２０１８", "9 may 2018"),
        ("²⁹/⁰⁵/²⁰¹⁵", "29/05/2015"),
        ("MAY 9", "may 9"),
        ("9\u20135\u22122018", "9-5-2018"),
        ("\u200f9\u200f/5/2018\ufeff", "9/5/2018"),
        ("9\u00a0\u202fмая   2018\n", "9 мая 2018"),
        ("\u2019\u201818", "''18"),
        ("fe\u0301vrier", "février"),
    ],
)
def test_the_network_is_shown_one_form_of_what_people_write_in_many(written: str, shown: str) -> None:
    assert clean(written) == shown


def test_every_character_has_one_stable_form() -> None:
    forms = {canonical(chr(number)) for number in range(sys.maxunicode + 1)} - {""}
    assert [form for form in forms if len(form) > 1 or canonical(form) != form] == []
    assert clean("2018｡5｡9") == "2018.5.9"  # half-width
