from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from random import Random

import pytest

from datenorm.generation.generator import Recipe, generate
from datenorm.judging.answer import Alternative, Translation
from datenorm.network.bundle import shipped_path
from datenorm.reading.shapes import mask_of
from datenorm.reading.translator import Translator

TEXTS = 3000


@pytest.fixture(scope="module")
def reader() -> Translator:
    return Translator.load()


def read(text: str, reader: Translator, **hints: str) -> Translation:
    return reader.translate(text, pivot_year=2046, **hints)  # type: ignore[arg-type]


def kinds(mask: str, text: str) -> tuple[str, ...]:
    found = mask_of(mask)
    assert found is not None
    return found.key(found.numbers(text))


# Masks and classes.


def test_a_number_has_the_class_of_what_its_value_can_be() -> None:
    assert kinds("00.00.0000", "09.05.2018") == ("01", "01", "year")
    assert kinds("00.00.0000", "25.12.1899") == ("13", "01", "year")


def test_hours_minutes_and_seconds_are_of_one_class_each() -> None:
    first = kinds("0000-00-00 00:00:00", "2018-05-09 00:59:59")
    assert first == kinds("0000-00-00 00:00:00", "1999-01-12 23:00:07")


def test_what_is_no_time_and_no_usual_year_has_no_class() -> None:
    assert "" in kinds("0000-00-00 00:00", "2018-05-09 24:00")
    assert "" in kinds("00.00.0000", "09.05.5778")
    assert "" in kinds("00.00.0000", "09.05.0999")


def test_years_that_other_calendars_count_have_classes_of_their_own() -> None:
    years = ("1154", "1254", "1439", "1954", "2561", "3561")
    classes = [kinds("00.00.0000", f"09.05.{year}")[2] for year in years]
    assert classes == ["1000", "1200", "1300", "year", "2200", "far"]


def test_two_zeros_are_a_class_of_their_own_and_their_specimen_keeps_them() -> None:
    mask = mask_of("00.00.00")
    assert mask is not None
    assert (key := mask.key(("14", "02", "00"))) == ("13", "01", "00")
    assert (specimen := mask.specimen(key)) is not None
    assert specimen.numbers[2] == "00"


def test_an_offset_stays_what_it_is() -> None:
    assert kinds("0000-00-00T00:00+00:00", "2018-05-09T10:11+05:30")[-1] == "05:30"


def test_eight_digits_are_a_year_a_month_and_a_day() -> None:
    assert kinds("00000000", "20180509") == ("year", "01", "01")
    assert "" in kinds("00000000", "09052018")


@pytest.mark.parametrize(
    "mask", ["May", "0l May 0000", "00O0-00-00", "May000", "May.00000", "0000000", "0z0000", "0Z. marts 0000"]
)
def test_numbers_that_may_be_misread_make_no_shape(mask: str) -> None:
    assert mask_of(mask) is None


def test_the_numbers_of_a_specimen_differ_from_each_other_and_from_the_months_named() -> None:
    mask = mask_of("0.0.00 March 00:00:00")
    assert mask is not None
    specimen = mask.specimen(("1", "1", "01", "hour", "minute", "second"))
    assert specimen is not None
    assert specimen.text == "4.6.07 March 10:47:53"
    assert len({int(number) for number in specimen.numbers}) == 6


# Templates.


def test_the_confidence_of_a_text_is_that_of_its_shape(reader: Translator) -> None:
    first, second = read("9 May 2018", reader), read("4 May 1999", reader)
    assert (first.iso, second.iso) == ("2018-05-09", "1999-05-04")
    assert first.confidence == second.confidence


def test_readings_that_differ_in_order_stay_together_until_the_numbers_are_known(reader: Translator) -> None:
    assert read("05/05/2015", reader).iso == "2015-05-05"
    both = read("03/04/2015", reader)
    assert both.status == "ambiguous"
    assert both.alternatives == (Alternative("2015-03-04", 0.5), Alternative("2015-04-03", 0.5))
    assert both.reason == "two good readings: 2015-03-04 or 2015-04-03; give --order or --locale"
    assert read("25/04/2015", reader).iso == "2015-04-25"
    assert read("03/04/2015", reader, order="DMY").iso == "2015-04-03"


def test_a_day_that_no_month_has_is_refused_with_the_reason(reader: Translator) -> None:
    refused = read("31 April 2018", reader)
    assert (refused.iso, refused.code, refused.reason) == (None, "no-such-day", "April has 30 days")
    assert read("29. Februar 2018", reader).reason == "2018 has no 29 February"
    assert read("29. Februar 2020", reader).iso == "2020-02-29"


def test_a_refusal_is_told_in_the_numbers_of_the_text(reader: Translator) -> None:
    refused = read("not 9 May 2018", reader)
    assert refused.reason == "2018-05-09, but 'not' says that it is not the date"
    assert [one.iso for one in refused.alternatives] == ["2018-05-09"]


def test_a_weekday_that_contradicts_is_answered_with_a_warning(reader: Translator) -> None:
    assert read("Wednesday 9 May 2018", reader).warnings == ()
    said = read("Saturday 9 May 2018", reader).warnings
    assert said == ("the text says Saturday, but 2018-05-09 is a Wednesday",)


def test_two_digits_of_a_year_mean_the_latest_one_up_to_the_pivot(reader: Translator) -> None:
    assert reader.translate("9 May 46", pivot_year=2046).iso == "2046-05-09"
    assert reader.translate("9 May 47", pivot_year=2046).iso == "1947-05-09"


@pytest.mark.parametrize(
    ("text", "warned"),
    [
        ("9 May 89", True),
        ("31/5/89", True),
        ("May '89", True),
        ("Monday 9 May 89", True),
        ("9 May 89, 10:11", True),
        ("9 May 2089", False),
        ("2089-05-09", False),
        ("9 May 00", False),
        ("9 May", False),
        ("born 9 May 89", False),
    ],
)
def test_two_digits_that_are_a_year_to_come_are_warned_of_in_any_company(
    text: str, warned: bool, reader: Translator
) -> None:
    plain = Translator.load()
    plain.answering.by_shape = False
    answers = [one.translate(text, pivot_year=2090) for one in (reader, plain)]
    beside = reader.translate_many(["4 June 77", "1 May 3", "30/4/77", text], pivot_year=2090)[-1]
    said = ("its year of two digits is in the future: 2089",) if warned else ()
    assert [one.warnings for one in (*answers, beside)] == [said] * 3


def test_a_year_that_was_given_stands_where_the_text_has_none(reader: Translator) -> None:
    assert reader.translate("9 May", year=2018).iso == "2018-05-09"
    assert reader.translate("29 February", year=2019).code == "no-such-day"
    assert reader.translate("9 May").iso == "--05-09"


def test_digits_of_any_script_make_the_same_shape(reader: Translator) -> None:
    assert read("٩ مايو ٢٠١٨", reader).confidence == read("9 مايو 1999", reader).confidence


# An answer is a function of text and hints.


@pytest.fixture(scope="module")
def texts() -> list[str]:
    return [row.text for row in generate(Recipe(seed=990_018), TEXTS)]


@pytest.fixture(scope="module")
def answers(texts: list[str], reader: Translator) -> list[Translation]:
    return reader.translate_many(texts, pivot_year=2046)


def test_an_answer_is_the_same_in_any_company(texts: list[str], answers: list[Translation]) -> None:
    shuffled = list(range(TEXTS))
    Random(1).shuffle(shuffled)
    fresh = Translator.load(shipped_path(), threads=2)
    found: list[Translation | None] = [None] * TEXTS
    for start, stop in pairwise([0, 1, 2, 50, 500, TEXTS]):
        rows = shuffled[start:stop]
        for row, answer in zip(
            rows, fresh.translate_many([texts[r] for r in rows], pivot_year=2046), strict=True
        ):
            found[row] = answer
    assert found == answers


def test_an_answer_is_the_same_when_its_shape_is_known(
    texts: list[str], answers: list[Translation], reader: Translator
) -> None:
    assert reader.translate_many(texts, pivot_year=2046) == answers


def test_an_answer_is_the_same_alone(texts: list[str], answers: list[Translation]) -> None:
    for text, answer in list(zip(texts, answers, strict=True))[:100]:
        assert Translator.load().translate(text, pivot_year=2046) == answer


def test_an_answer_is_the_same_on_any_thread(texts: list[str], answers: list[Translation]) -> None:
    fresh = Translator.load()

    def some(part: int) -> list[Translation]:
        return fresh.translate_many(texts[part::4], pivot_year=2046)

    with ThreadPoolExecutor(4) as pool:
        for part, found in enumerate(pool.map(some, range(4))):
            assert found == answers[part::4]


def test_what_is_known_of_shapes_is_bounded(
    monkeypatch: pytest.MonkeyPatch, answers: list[Translation], texts: list[str]
) -> None:
    monkeypatch.setattr("datenorm.reading.filling.MOST", 100)
    fresh = Translator.load()
    for start in range(0, 500, 50):
        some = slice(start, start + 50)
        assert fresh.translate_many(texts[some], pivot_year=2046) == answers[some]
        assert all(len(filler) <= 200 for filler in fresh.answering.fillers.values())


def test_listed_readings_change_nothing_else(
    texts: list[str], answers: list[Translation], reader: Translator
) -> None:
    listed = reader.translate_many(texts[:200], top=3, pivot_year=2046)
    for one, answer in zip(listed, answers, strict=False):
        assert one._replace(alternatives=()) == answer._replace(alternatives=())


def test_answers_hardly_differ_from_those_to_texts_as_they_stand(
    texts: list[str], answers: list[Translation]
) -> None:
    plain = Translator.load()
    plain.answering.by_shape = False
    stand = plain.translate_many(texts, pivot_year=2046)
    differ = [(a, b) for a, b in zip(answers, stand, strict=True) if (a.iso, a.status) != (b.iso, b.status)]
    assert len(differ) < TEXTS / 100
