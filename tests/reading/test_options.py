"""What callers of Python may hand in as options, and what they are told of the rest."""

from datetime import date
from typing import Any

import numpy as np
import pandas as pd
import pytest

from datenorm.reading.translator import Translator, default_translator


@pytest.fixture(scope="module")
def reader() -> Translator:
    return default_translator()


WHOLE = "must be a whole number, not"


@pytest.mark.parametrize(
    ("options", "kind", "words"),
    [
        ({"locale": 5}, TypeError, "locale must be a text, not 5"),
        ({"order": 5}, TypeError, "order must be a text, not 5"),
        ({"order": "x"}, ValueError, "order must be one of DMY, MDY, YMD, or 'open', not 'x'"),
        ({"top": "3"}, TypeError, f"top {WHOLE} '3'"),
        ({"min_confidence": "0.5"}, TypeError, "min_confidence must be a number, not '0.5'"),
        ({"pivot_year": "2030"}, TypeError, f"pivot_year {WHOLE} '2030'"),
        ({"pivot_year": 2030.5}, TypeError, f"pivot_year {WHOLE} 2030.5"),
        ({"year": True}, TypeError, f"year {WHOLE} True"),
        ({"fiscal_start": "4"}, TypeError, f"fiscal_start {WHOLE} '4'"),
        ({"today": 5}, TypeError, "today must be a day, a time, or 'now', not 5"),
        ({"today": "x"}, ValueError, "today is no day or time of ISO 8601, nor 'now': 'x'"),
        ({"zone": 5, "as_": "edtf"}, TypeError, "zone must be a text, not 5"),
        (
            {"meant": "foo"},
            ValueError,
            "meant must be 'month', 'years', a calendar or a time zone, not 'foo'",
        ),
        ({"order": ["DMY"]}, ValueError, "a hint is one for all texts, or one for each: 1 for 2 texts"),
        (
            {"locale": ("de", "en", "fr")},
            ValueError,
            "a hint is one for all texts, or one for each: 3 for 2 texts",
        ),
        ({"today": ["2018-05-09"]}, ValueError, "2 texts, but 1 days that they count from"),
    ],
)
def test_an_option_that_cannot_be_is_told(
    reader: Translator, options: dict[str, Any], kind: type[Exception], words: str
) -> None:
    with pytest.raises(kind) as caught:
        reader.translate_many(["9 May 2018", "soon"], **options)
    assert str(caught.value) == words


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"order": "dmy"}, "2018-04-03"),
        ({"order": pd.Series([float("nan"), "DMY"])}, "2018-04-03"),
        ({"locale": pd.Series([None, "en-GB"])}, "2018-04-03"),
        ({"order": float("nan")}, None),
        ({"order": np.array(["DMY", "MDY"])}, "2018-03-04"),
        ({"order": (one for one in ("DMY", "MDY"))}, "2018-03-04"),
        ({"order": "DMY", "year": np.int64(2018), "min_confidence": np.float32(0.5)}, "2018-04-03"),
        ({"order": "DMY", "pivot_year": pd.Series([float("nan"), 2010])}, "2018-04-03"),
    ],
)
def test_what_is_missing_is_not_told(
    reader: Translator, options: dict[str, Any], expected: str | None
) -> None:
    assert reader.translate_many(["9 May 2018", "03/04/2018"], **options)[1].iso == expected


def test_a_day_of_a_library_is_a_day(reader: Translator) -> None:
    days: tuple[Any, ...] = (np.datetime64("2018-05-09"), pd.Timestamp("2018-05-09"), date(2018, 5, 9))
    for today in days:
        assert reader.translate("tomorrow", today=today).iso == "2018-05-10"
    assert reader.translate("tomorrow", today=pd.NaT).status == "rejected"


@pytest.mark.parametrize("texts", ["9 May 2018", np.array("9 May 2018"), 5, b"9 May 2018"])
def test_one_text_is_no_column(reader: Translator, texts: Any) -> None:
    with pytest.raises(TypeError, match="a sequence of texts is wanted, not "):
        reader.translate_column(texts)
