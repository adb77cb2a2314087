"""Answers that travel between processes come out as they went in."""

import pickle

from datenorm import Translator
from datenorm.engines.packing import packed, unpacked

TEXTS = [
    *(f"{day} May 2018" for day in range(1, 32)),
    "May 2018",
    "03/04/2015",
    "soon",
    "",
    "c. 1806-10",
    "Sat 9 May 2018",
    "9.5.41",
    "31 April 2018",
    "three\nlines\n9 May 2018",
]


def test_all_kinds_of_answers_come_back() -> None:
    answers = Translator.load().translate_many(TEXTS)
    assert {answer.status for answer in answers} == {"ok", "partial", "ambiguous", "rejected", "empty"}
    travelled = pickle.loads(pickle.dumps(packed(answers)))
    assert unpacked(TEXTS, travelled) == answers
    assert all(
        type(one) is type(other) for one, other in zip(unpacked(TEXTS, travelled), answers, strict=True)
    )


def test_none_are_none() -> None:
    assert unpacked([], packed([])) == []


def test_what_is_common_travels_once() -> None:
    answers = Translator.load().translate_many(TEXTS[:31])
    assert len(packed(answers).frames) < 5
    assert len(pickle.dumps(packed(answers))) < len(pickle.dumps(answers)) / 2
