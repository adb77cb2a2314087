"""Answers as arrays are those of `translate_many`, to the last bit."""

from random import Random
from typing import Any

import numpy as np
import pytest

from datenorm.generation.generator import Recipe, generate
from datenorm.reading.arrays import Answers, read_arrays
from datenorm.reading.packed import FEW, Packed
from datenorm.reading.translator import Translator
from tests.network.fake_network import VOCABULARY, FakeNetwork

GENERATED, OF_EACH = 600, 200
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April May June July August September October November December".split()
# d, m, y: any day, month and year, whether the calendar has them or not; the others as their names say.
LAYOUTS = """{d:02}.{m:02}.{y}|{d}.{m}.{y}|{d:02}/{m:02}/{y}|{d}/{m}/{s:02}|{y}-{m:02}-{d:02}|{y}{m:02}{d:02}
{y}-{m:02}-{d:02} {h:02}:{n:02}:{n:02}|{y}-{m:02}-{d:02}T{h:02}:{n:02}:{n:02}+{o:02}:30|{weekday}, {month} {d}, {y}
{d} {month} {y}|{d}. Mai {s:02}|{month} {y}|{month} {d}|29 February {y}|{y}|{s:02}|{d}/{m}|born {d}/{m}/{s:02}
not {d} {month} {y}|{d} {month} {y} or {d}.{m}.{y}|{y}/{s:02}|{month} {y}?|{d:02}.{m:02}.{y} ??|{d} de mayo de {y} г.
{weekday} {d}.{m}.{y}|{d:02}O{m:02}O{y}|Lot {d}/{y}|{d} days ago|{d} {d} {m} {m} {y}|{d}月{m}日|{y}年{m}月{d}日|平成{s}年{m}月{d}日
{h}:{n:02} {d}.{m}.{y}|{d}, {d:02}|19{s:02}-{s:02}|{m:02}-{y}|-- {d} {month} {s:02} --|{d} Rajab 14{s:02}|n/a|""".replace(
    "\n", "|"
).split("|")


def made(layout: str, random: Random) -> str:
    return layout.format(
        d=random.randint(1, 31),
        m=random.randint(1, 12) if random.random() < 0.9 else random.randint(0, 31),
        y=random.randint(1900, 2050) if random.random() < 0.9 else random.randint(0, 9999),
        s=random.randrange(100),
        h=random.randrange(25),
        n=random.randrange(60),
        o=random.randrange(13),
        weekday=random.choice(WEEKDAYS),
        month=random.choice(MONTHS),
    )


def packed(texts: list[str]) -> Packed:
    data = [text.encode() for text in texts]
    offsets = np.cumsum([0, *map(len, data)], dtype=np.int64)
    return Packed(offsets, np.frombuffer(b"".join(data), np.uint8))


def assert_same(reader: Translator, texts: list[str], **options: Any) -> None:
    found = read_arrays(reader, packed(texts), **options)
    expected = Answers.of(reader.translate_many(texts, **options))
    for one, other in zip(found, expected, strict=True):
        different = np.flatnonzero(one != other)
        assert not len(different), [(texts[row], one[row], other[row]) for row in different[:9]]


@pytest.fixture(scope="module")
def reader() -> Translator:
    return Translator.load()


@pytest.fixture(scope="module")
def texts() -> list[str]:
    """Return texts of many layouts, whose numbers may be no dates, some of them repeated; and generated ones."""
    random = Random(18)
    found = [made(layout, random) for layout in LAYOUTS for _ in range(OF_EACH)]
    found += [row.text for row in generate(Recipe(seed=18, noise=0.2), GENERATED)]
    found = [
        text for text in found if text.isprintable() and not any("\ud800" <= one <= "\udfff" for one in text)
    ]
    found += ["٠٩.٠٥.٢٠١٨", "０９.05.2018", "x" * 600, "", *random.choices(found, k=2000)]
    random.shuffle(found)
    return found


@pytest.mark.slow
@pytest.mark.parametrize(
    "options",
    [
        {},
        {"order": "DMY"},
        {"order": "MDY", "pivot_year": 1950, "min_confidence": 0.99},
        {"locale": "de_DE", "year": 2020},
        {"locale": "th", "pivot_year": 150},
    ],
)
def test_answers_are_those_of_the_ordinary_way(
    reader: Translator, texts: list[str], options: dict[str, Any]
) -> None:
    assert_same(reader, texts, **options)


def test_options_that_are_told_of_each_text_are_obeyed(reader: Translator) -> None:
    texts = ["03/04/2015", "3 days ago", "5/6/2014"] * FEW
    assert_same(reader, texts, order=["DMY", None, "MDY"] * FEW)
    assert_same(reader, texts, today="2018-05-09")
    assert_same(reader, texts, top=2, calendar="julian")


def test_a_reader_without_shapes_answers_too() -> None:
    reader = Translator(VOCABULARY, FakeNetwork({"9 may 2018": {"2018-05-09": 1.0}}), by_shape=False)
    found = read_arrays(reader, packed(["9 May 2018", ""] * FEW))
    assert found.iso.tolist() == [b"2018-05-09", b""] * FEW
    assert found.confidence.dtype == np.float64


def test_no_texts_have_no_answers(reader: Translator) -> None:
    assert [len(array) for array in read_arrays(reader, packed([]))] == [0, 0, 0]


def test_texts_in_the_middle_of_a_buffer_are_read_alone(reader: Translator) -> None:
    whole = packed([f"{day:02}.05.2018" for day in range(1, 31)] * 9)
    part = Packed(whole.offsets[5:200], whole.data)
    assert (read_arrays(reader, part).iso == read_arrays(reader, whole).iso[5:199]).all()


def test_shapes_with_one_name_stay_apart(reader: Translator, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name of a mask is a sum, which two masks may share."""
    monkeypatch.setattr("datenorm.reading.packed.WEIGHTS", np.ones(481, np.uint64))
    assert_same(
        reader, [f"{day} Mai 2018" for day in range(1, 32)] * 2 + [f"{day} iMa 2018" for day in range(1, 32)]
    )


def test_bytes_that_are_no_text_are_no_date(reader: Translator) -> None:
    data = np.frombuffer(b"\xff9.05.2018" * FEW, np.uint8)
    with pytest.raises(UnicodeDecodeError):
        read_arrays(reader, Packed(np.arange(0, len(data) + 1, 10), data))
