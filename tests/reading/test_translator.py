import subprocess
import sys
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from datenorm.dates.targets import NOT_A_DATE
from datenorm.errors import LocaleError
from datenorm.judging.answer import Alternative, Terms, Translation
from datenorm.judging.judge import judge
from datenorm.judging.seen import Seen
from datenorm.network.search import Hypothesis
from datenorm.reading.passes import BATCH
from datenorm.reading.translator import Translator
from tests.network.fake_network import VOCABULARY, Beliefs, FakeNetwork

TWO_READINGS = {"2015-04-03": 0.6, "2015-03-04": 0.4}


def translator(beliefs: Beliefs, **options: Any) -> Translator:
    return Translator(VOCABULARY, FakeNetwork(beliefs), **{"by_shape": False, **options})


def read(belief: Mapping[str, float], text: str | None = None, **hints: Any) -> Translation:
    """Answer `text`, by default one that spells the first target of the belief, so that it has its evidence."""
    text = next(iter(belief)).replace("-", " ") if text is None else text
    return translator({text: belief}).translate(text, pivot_year=2046, **hints)


# One reading.


def test_a_sure_reading_of_a_day_is_ok() -> None:
    answer = read({"2018-05-09": 0.98, "2018-05-08": 0.02})
    assert (answer.iso, answer.status, answer.reason) == ("2018-05-09", "ok", None)
    assert answer.confidence == pytest.approx(0.98, abs=1e-4)
    assert [alternative.iso for alternative in answer.alternatives] == ["2018-05-09"]


@pytest.mark.parametrize(
    ("text", "target"), [("may 2018", "2018-05"), ("in 2018", "2018"), ("9 may", "--05-09")]
)
def test_a_reading_of_less_than_a_day_is_partial(text: str, target: str) -> None:
    answer = read({target: 1.0}, text=text)
    assert (answer.iso, answer.status) == (target, "partial")


def test_a_two_digit_year_gets_the_latest_century_up_to_the_pivot() -> None:
    reader = translator({"9 may 46": {"46-05-09": 1.0}})
    answers = {pivot: reader.translate("9 may 46", pivot_year=pivot).iso for pivot in (2046, 2045)}
    assert answers == {2046: "2046-05-09", 2045: "1946-05-09"}


def test_a_given_year_makes_a_whole_day_of_a_date_without_one() -> None:
    answer = read({"--05-09": 1.0}, text="9 may", year=2018)
    assert (answer.iso, answer.status) == ("2018-05-09", "ok")


def test_29_february_of_a_given_common_year_is_rejected_as_no_such_day() -> None:
    answer = read({"--02-29": 1.0}, text="29 february", year=2019)
    assert (answer.iso, answer.status) == (None, "rejected")
    assert answer.reason.startswith("no such day")


def test_hypotheses_that_end_in_one_day_add_their_probabilities() -> None:
    answer = read({"18-05-09": 0.4, "2018-05-09": 0.4, "2018-05-08": 0.2}, min_confidence=0.7)
    assert answer.alternatives[0] == Alternative("2018-05-09", 0.8)


def test_a_weekday_that_contradicts_the_date_is_answered_with_a_warning() -> None:
    answer = read({"2018-05-09": 1.0}, text="saturday 9 may 2018")
    assert answer.status == "ok"
    assert answer.warnings == ("the text says Saturday, but 2018-05-09 is a Wednesday",)


def test_the_right_weekday_and_no_weekday_need_no_warning() -> None:
    assert read({"2018-05-09": 1.0}, text="wednesday 9 may 2018").warnings == ()
    assert read({"2018-05-09": 1.0}, text="9 may 2018").warnings == ()


# No good reading, or two.


def test_what_is_not_a_date_is_rejected() -> None:
    answer = read({NOT_A_DATE: 0.9, "2018-05-09": 0.1})
    assert (answer.iso, answer.status, answer.reason) == (None, "rejected", "not a date")


def test_a_year_before_the_common_era_is_rejected_however_sure_the_network_is() -> None:
    answer = read({"1430-07-20": 1.0}, text="1430-07-20 before christ")
    assert (answer.iso, answer.status) == (None, "rejected")
    assert "before the common era" in answer.reason


def test_what_is_wrong_once_in_five_times_is_rejected_unless_asked_for() -> None:
    belief = {"2018-05-09": 0.8, NOT_A_DATE: 0.2}
    assert read(belief).reason == "not sure enough: 2018-05-09 with 0.80, at least 0.9 wanted"
    assert read(belief, min_confidence=0.5).iso == "2018-05-09"


def test_two_good_readings_are_never_turned_into_one() -> None:
    answer = read(TWO_READINGS)
    assert (answer.iso, answer.status) == (None, "ambiguous")
    assert answer.alternatives == (Alternative("2015-04-03", 0.6), Alternative("2015-03-04", 0.4))
    assert answer.reason == "two good readings: 2015-04-03 or 2015-03-04; give --order or --locale"


def test_two_months_of_two_languages_ask_for_a_locale() -> None:
    answer = read({"2015-10-03": 0.5, "2015-11-03": 0.5}, text="3 listopad 2015")
    assert answer.reason == "two good readings: 2015-10-03 or 2015-11-03; give --locale"


@pytest.mark.parametrize(
    ("second", "status"),
    [
        (0.04, "ok"),  # less than a twentieth
        (0.08, "ok"),  # a twentieth, but not a tenth of the best
        (0.10, "ambiguous"),
    ],
)
def test_a_second_reading_counts_from_a_twentieth_and_a_tenth_of_the_best(second: float, status: str) -> None:
    assert read({"2015-04-03": 1 - second, "2015-03-04": second}).status == status


def test_ambiguous_readings_are_held_to_the_confidence_they_have_together() -> None:
    beliefs = {"2015-04-03": 0.45, "2015-03-04": 0.45, NOT_A_DATE: 0.1}
    assert read(beliefs, min_confidence=0.8).status == "ambiguous"
    assert read(beliefs, min_confidence=0.95).status == "rejected"


def test_a_reading_below_the_least_confidence_is_rejected_and_named() -> None:
    answer = read({"2018-05-09": 0.6, NOT_A_DATE: 0.4}, min_confidence=0.9)
    assert (answer.iso, answer.status) == (None, "rejected")
    assert answer.reason == "not sure enough: 2018-05-09 with 0.60, at least 0.9 wanted"


def test_the_model_names_the_least_confidence_where_the_caller_does_not() -> None:
    picky = translator({"9 may 2018": {"2018-05-09": 0.9, NOT_A_DATE: 0.1}}, min_confidence=0.95)
    assert picky.translate("9 may 2018").status == "rejected"
    assert picky.translate("9 may 2018", min_confidence=0.5).status == "ok"


@pytest.mark.parametrize("text", ["", "   ", "\u200f\u00a0", "\t\n"])
def test_nothing_but_spaces_and_marks_is_empty(text: str) -> None:
    answer = translator({}).translate(text)
    assert (answer.text, answer.iso, answer.status) == (text, None, "empty")


def test_a_text_is_too_long_by_what_is_left_of_it() -> None:
    long = translator({}).translate("x" * 10_000)
    assert (long.status, long.reason) == ("rejected", "too long: 10000 characters, 400 at most")
    spaced = "9 may" + 10_000 * " " + "2018"
    assert translator({"9 may 2018": {"2018-05-09": 1.0}}).translate(spaced).status == "ok"


def test_the_network_is_never_shown_a_text_that_is_empty_or_too_long() -> None:
    network = FakeNetwork({})
    Translator(VOCABULARY, network, by_shape=False).translate_many(["", "x" * 97, "x" * 96])
    assert network.seen[0] == ["x" * 96]


@settings(deadline=None, max_examples=200)
@given(st.text(st.characters(codec=None), max_size=120), st.sampled_from([None, 1, 3]))
def test_any_text_is_answered(text: str, top: int | None) -> None:
    answer = translator({}).translate(text, top=top)
    assert answer.status in ("rejected", "empty")
    assert answer.iso is None


@pytest.mark.parametrize("text", ["\ud800", "\x00", "📅", "\udcff9 may"])
def test_lone_surrogates_nulls_and_emoji_are_answered(text: str) -> None:
    assert translator({}).translate(text).status == "rejected"


# Exact knowledge beside the network.


def test_a_date_that_is_not_in_the_text_is_rejected() -> None:
    answer = read({"2018-05-09": 1.0}, text="8 may 2018")
    assert (answer.iso, answer.status) == (None, "rejected")
    assert answer.reason == "2018-05-09, but nothing in the text says day 9"


def test_a_month_that_is_not_the_one_named_is_rejected() -> None:
    assert read({"2018-05-09": 1.0}, text="9 juni 2018").reason.endswith("nothing in the text says month 5")
    assert read({"2018-06-09": 1.0}, text="9 juin 2018").iso == "2018-06-09"


def test_a_reading_that_rounds_to_nothing_is_no_alternative() -> None:
    many = {f"2018-{month:02}-{day:02}": 0.00002 for month in range(1, 13) for day in (3, 9, 15)}
    assert all(one.probability > 0 for one in read({"2018-05-09": 0.00003, **many}).alternatives)


def test_a_weekday_settles_what_has_two_readings() -> None:
    beliefs = {
        ("sun 12/7/2014", order): {iso: 1.0} for order, iso in (("DMY", "2014-07-12"), ("MDY", "2014-12-07"))
    }
    reader = translator({**beliefs, "sun 12/7/2014": {"2014-07-12": 0.6, "2014-12-07": 0.4}})
    assert reader.translate("sun 12/7/2014").iso == "2014-12-07"


def test_a_weekday_is_asked_where_the_network_is_sure_of_another_reading() -> None:
    assert read({"30-12-16": 0.97, "16-12-30": 0.03}, text="fri 30-12-16").iso == "2016-12-30"
    assert read({"30-12-16": 0.97, "16-12-30": 0.03}, text="mon 30-12-16").iso == "2030-12-16"


def test_two_digits_that_may_be_the_year_are_both_read_however_sure_the_network_is() -> None:
    answer = read({"16-12-30": 0.99, "<unk>": 0.01}, text="30/12/16")
    assert answer.status == "ambiguous"
    assert [reading.iso for reading in answer.alternatives] == ["2016-12-30", "2030-12-16"]
    assert sum(reading.probability for reading in answer.alternatives) == pytest.approx(0.99)
    assert read({"16-12-31": 1.0}, text="31/12/16", order="DMY").iso == "2016-12-31"
    assert read({"98-12-30": 1.0}, text="30/12/98").iso == "1998-12-30"


@pytest.mark.parametrize("text", ["2018-05-09", "2018-05-09.", "2018-05-09 10:11"])
def test_the_form_of_iso_8601_has_one_reading(text: str) -> None:
    assert read({"2018-05-09": 0.4, "2018-09-05": 0.6}, text=text).iso == "2018-05-09"
    assert read({"2018-09-05": 1.0}, text=text).iso == "2018-05-09"


def test_what_stands_around_a_date_in_that_form_may_say_otherwise() -> None:
    assert read({"2018-05-09": 0.4, "2018-09-05": 0.6}, text="xx 2018-05-09").status == "ambiguous"


def test_a_month_is_not_read_from_letters_that_are_no_name_of_it_however_sure_the_network() -> None:
    august, february = {"2021-08-14": 1.0}, {"2021-02-14": 1.0}
    reason = "2021-08-14, but nothing in the text says month 8"
    assert read(august, text="14 unr 2021", locale="cs").reason == reason
    assert read(august, text="14 unr 2021").reason == reason
    assert read(august, text="14 srpn 2021", locale="cs").iso == "2021-08-14"
    assert read(february, text="14 unr 2021", locale="cs").iso == "2021-02-14"
    assert read(february, text="14 unr 2021").status == "rejected"


def test_an_answer_that_leaves_out_another_date_is_refused() -> None:
    answer = read({"2018-11-16": 1.0}, text="13 or 16 november 2018")
    assert (answer.status, answer.reason) == ("rejected", "2018-11-16, but the number 13 is joined to it")
    assert [one.iso for one in answer.alternatives] == ["2018-11-16"]


def test_a_day_that_not_every_month_has_is_no_less_sure_for_it() -> None:
    answer = read({"1972-02-29": 0.6, "<unk>": 0.4}, text="29 february 1972")
    assert (answer.iso, answer.confidence) == ("1972-02-29", 1.0)
    assert read({"--05-31": 0.8, "<unk>": 0.2}, text="may 31").confidence == 1.0
    assert read({"1972-02-28": 0.6, "<unk>": 0.4}, text="28 february 1972").status == "rejected"
    assert read({"1972-02-29": 0.4, "<unk>": 0.6}, text="29 february 1972").status == "rejected"


def test_a_date_in_the_form_of_iso_8601_that_stands_alone_is_one_whatever_the_network_doubts() -> None:
    assert read({"2072-02-29": 0.2, "<unk>": 0.8}, text="2072-02-29").confidence == 1.0
    assert read({"1972-02-28": 0.6, "<unk>": 0.4}, text=" 1972-02-28.").iso == "1972-02-28"
    assert read({"1972-02-28": 0.6, "<unk>": 0.4}, text="1972-02-28 12 3").status == "rejected"
    assert read({"<unk>": 1.0}, text="1973-02-29").status == "rejected"


def test_a_month_whose_english_name_is_the_only_word_is_english() -> None:
    unsure = {"2018-05-09": 0.4, "2018-11-09": 0.6}
    assert read(unsure, text="09may2018").iso == "2018-05-09"
    assert read(unsure, text="9 may 2018 ari").status == "ambiguous"
    assert read(unsure, text="9 may 2018", locale="bas").status == "ambiguous"


def test_readings_that_a_network_gives_no_chance_are_none() -> None:
    impossible = [Hypothesis("2018-05-09", 0.0), Hypothesis("2018-09-05", 0.0)]
    answer = judge("Wednesday 9/5/2018", impossible, Terms(pivot=2046), Seen.of("Wednesday 9/5/2018"))
    assert (answer.iso, answer.status, answer.confidence) == (None, "rejected", 0.0)


def test_a_weekday_makes_no_reading_good_that_has_another_month() -> None:
    answer = read({"1856-05-23": 0.99, "1856-11-23": 0.01}, text="sunday 23 may 1856")
    assert (answer.iso, answer.confidence) == ("1856-05-23", 0.99)
    assert answer.warnings == ("the text says Sunday, but 1856-05-23 is a Friday",)


def test_a_year_that_may_be_buddhist_has_two_readings() -> None:
    answer = read({"2561-05-09": 1.0}, text="9 พฤษภาคม 2561")
    assert (answer.iso, answer.status) == (None, "ambiguous")
    assert {reading.iso for reading in answer.alternatives} == {"2561-05-09", "2018-05-09"}


def test_a_year_of_another_era_is_read_in_the_common_one() -> None:
    answer = translator({"2018年5月9日": {"2018-05-09": 1.0}}).align("平成30年5月9日")
    assert (answer.translation.text, answer.translation.iso) == ("平成30年5月9日", "2018-05-09")
    assert "".join(answer.characters) == "2018年5月9日"


# Hints.


def test_an_order_settles_what_has_two_readings() -> None:
    reader = translator({"03/04/2015": TWO_READINGS, ("03/04/2015", "DMY"): {"2015-04-03": 1.0}})
    answer = reader.translate("03/04/2015", order="DMY")
    assert (answer.iso, answer.order) == ("2015-04-03", "DMY")


def test_a_locale_gives_its_order_and_its_language() -> None:
    reader = translator({("03/04/2015", "MDY", "en"): {"2015-03-04": 1.0}})
    assert reader.translate("03/04/2015", locale="en-US").iso == "2015-03-04"


def test_an_order_wins_over_that_of_the_locale() -> None:
    reader = translator({("03/04/2015", "DMY", "en"): {"2015-04-03": 1.0}})
    assert reader.translate("03/04/2015", locale="en_US", order="DMY").iso == "2015-04-03"


def test_each_text_may_have_its_own_hints() -> None:
    reader = translator(
        {
            ("3/4/2015", "DMY"): {"2015-04-03": 1.0},
            ("3/4/2015", "MDY"): {"2015-03-04": 1.0},
            "3/4/2015": {NOT_A_DATE: 1.0},
        }
    )
    answers = reader.translate_many(["3/4/2015"] * 3, order=["DMY", "MDY", None])
    assert [answer.iso for answer in answers] == ["2015-04-03", "2015-03-04", None]


def test_hints_that_are_none_are_refused() -> None:
    with pytest.raises(ValueError, match="order must be one of DMY, MDY, YMD, or 'open', not 'DYM'"):
        translator({}).translate("x", order="DYM")
    with pytest.raises(LocaleError, match="xx_YY"):
        translator({}).translate("x", locale="xx_YY")
    with pytest.raises(ValueError, match="top"):
        translator({}).translate("x", top=0)
    with pytest.raises(ValueError, match="pivot_year"):
        translator({}).translate("x", pivot_year=50)


# Many texts.


def test_answers_come_in_the_order_of_the_texts_whatever_their_lengths() -> None:
    texts = [f"{'x' * (number % 7)} 9 may {2000 + number % 60}" for number in range(600)]
    beliefs = {text.strip(): {f"{2000 + number % 60}-05-09": 1.0} for number, text in enumerate(texts)}
    answers = translator(beliefs).translate_many(texts)
    assert [answer.text for answer in answers] == texts
    assert [answer.iso for answer in answers] == [f"{2000 + number % 60}-05-09" for number in range(600)]


def test_a_text_that_occurs_twice_is_read_once() -> None:
    network = FakeNetwork({"9 may 2018": {"2018-05-09": 1.0}})
    answers = Translator(VOCABULARY, network, by_shape=False).translate_many(
        ["9 may 2018", "y", "9 may 2018", "9 may 2018"]
    )
    assert [text for batch in network.seen for text in batch].count("9 may 2018") == 1
    assert [answer.iso for answer in answers] == ["2018-05-09", None, "2018-05-09", "2018-05-09"]


def test_batches_hold_texts_of_similar_length() -> None:
    network = FakeNetwork({})
    texts = [f"{number:03}" for number in range(BATCH)] + [f"{number:090}" for number in range(BATCH)]
    Translator(VOCABULARY, network, by_shape=False).translate_many(texts[::2] + texts[1::2])
    assert [{len(text) for text in batch} for batch in network.seen] == [{3}, {90}]


def test_a_text_that_is_searched_further_is_encoded_once() -> None:
    network = FakeNetwork({"a": {"2018-05-09": 0.95, "2018-05-08": 0.05}, "b": TWO_READINGS})
    answers = Translator(VOCABULARY, network, by_shape=False).translate_many(["a", "b"])
    assert [len(answer.alternatives) for answer in answers] == [1, 2]
    assert network.seen == [["a", "b"]]


def test_top_reports_so_many_readings_best_first() -> None:
    belief = {"2015-04-03": 0.5, "2015-03-04": 0.3, "2003-04-15": 0.15, "2004-03-15": 0.05}
    answer = read(belief, top=3)
    assert [a.iso for a in answer.alternatives] == ["2015-04-03", "2015-03-04", "2003-04-15"]
    assert [a.probability for a in answer.alternatives] == pytest.approx([0.5, 0.3, 0.15], abs=1e-4)


def test_the_reading_that_is_answered_is_as_sure_as_the_answer_whatever_is_listed() -> None:
    answers = Translator.load().translate_many(["9 May 2018", "4 oca, 1926", "9.13.18", "Mar 3, 2019"], top=3)
    for answer in answers:
        assert answer.iso == answer.alternatives[0].iso
        assert answer.confidence == answer.alternatives[0].probability
        assert sum(one.probability for one in answer.alternatives) <= 1.001


def test_top_changes_neither_date_nor_status() -> None:
    for belief in (
        TWO_READINGS,
        {"2018-05-09": 0.99, "2018-05-08": 0.01},
        {NOT_A_DATE: 0.8, "2018-05-09": 0.2},
    ):
        assert (read(belief).iso, read(belief).status) == (
            read(belief, top=5).iso,
            read(belief, top=5).status,
        )


def test_threads_change_nothing() -> None:
    texts = [str(number) for number in range(3 * BATCH)]
    beliefs = {
        text: {f"{1900 + number % 150}-05-09": 0.7, NOT_A_DATE: 0.3} for number, text in enumerate(texts)
    }
    assert translator(beliefs, threads=3).translate_many(texts) == translator(beliefs).translate_many(texts)


def test_one_translator_serves_several_threads_at_once() -> None:
    texts = [f"9 may 19{number:02}" for number in range(40)]
    reader = translator({text: {f"{text[-4:]}-05-09": 1.0} for text in texts})
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(reader.translate, texts * 5))
    assert [answer.iso for answer in answers] == [f"{text[-4:]}-05-09" for text in texts * 5]


@pytest.mark.parametrize(
    "kind", ["list", "tuple", "generator", "numpy", "numpy objects", "arrow", "pandas", "pandas string"]
)
def test_any_series_of_texts_will_do(kind: str) -> None:
    rows = ["9 may", None, "hello"]
    if kind.startswith("pandas"):
        pandas = pytest.importorskip("pandas")
        series = pandas.Series(rows, dtype="string" if kind == "pandas string" else object)
    elif kind == "arrow":
        pyarrow = pytest.importorskip("pyarrow")
        series = pyarrow.chunked_array([rows[:1], rows[1:]])
    else:
        series = {
            "list": rows,
            "tuple": tuple(rows),
            "generator": (row for row in rows),
            "numpy": np.array(["9 may", "", "hello"]),
            "numpy objects": np.array(["9 may", float("nan"), "hello"], object),
        }[kind]
    answers = translator({"9 may": {"--05-09": 1.0}}).translate_many(series)
    assert [answer.status for answer in answers] == ["partial", "empty", "rejected"]


def test_one_text_or_a_number_is_no_series_of_texts() -> None:
    with pytest.raises(TypeError, match="a sequence of texts"):
        translator({}).translate_many("9 May 2018")
    pandas = pytest.importorskip("pandas")
    for reads in (translator({}).translate_many, translator({}).translate_column):
        with pytest.raises(TypeError, match=r"a DataFrame has several columns; .* say table\['day'\]"):
            reads(pandas.DataFrame({"day": ["9 May 2018"]}))
    with pytest.raises(TypeError, match="text 1 is of type int, not str: 20180509"):
        translator({}).translate_many(["9 May 2018", 20180509])  # type: ignore[list-item]


@pytest.mark.parametrize(
    ("said", "range"),
    [
        ({"min_confidence": 2}, "min_confidence must be 0 to 1, not 2"),
        ({"min_confidence": float("nan")}, "min_confidence must be 0 to 1, not nan"),
        ({"year": 0}, "year must be 1 to 9999, not 0"),
        ({"pivot_year": 100_000}, "pivot_year must be 100 to 9999, not 100000"),
        ({"pivot_year": [99]}, "pivot_year must be 100 to 9999, not 99"),
        ({"fiscal_start": 13}, "fiscal_start must be a month, 1 to 12, not 13"),
        ({"top": 0}, "top must be at least 1, not 0"),
    ],
)
def test_what_no_option_can_be_is_told(said: dict[str, Any], range: str) -> None:
    with pytest.raises(ValueError, match=range):
        translator({}).translate_many(["9 May 2018"], **said)


def test_a_translator_needs_a_thread() -> None:
    with pytest.raises(ValueError, match="threads must be at least 1, not 0"):
        Translator.load(threads=0)


def test_no_texts_have_no_answers() -> None:
    assert translator({}).translate_many([]) == []


# Alignment.


def test_an_alignment_has_a_row_for_each_symbol_and_a_column_for_each_character() -> None:
    alignment = translator({"9. 5. 2018": {"2018-05-09": 1.0}}).align("\u200f9.\u00a05.  2018")
    assert "".join(alignment.symbols) == "2018-05-09"
    assert alignment.characters == tuple("9.\u00a05. 2018")
    assert alignment.positions == (1, 2, 3, 4, 5, 6, 8, 9, 10, 11)
    assert alignment.weights.shape == (10, 10)
    assert np.array_equal(
        alignment.weights, np.eye(10)
    )  # this network looks at one character after the other
    assert alignment.translation.iso == "2018-05-09"


def test_an_alignment_shows_the_target_of_the_best_reading() -> None:
    belief = {"2018-05-08": 0.4, "2018-05-09": 0.35, "18-05-09": 0.25}
    alignment = translator({"x": belief}).align("x", pivot_year=2046)
    assert "".join(alignment.symbols) == "2018-05-09"


def test_each_good_reading_has_an_alignment() -> None:
    found = translator({"3/4/2018": {"2018-04-03": 0.6, "2018-03-04": 0.4}}).align("3/4/2018")
    assert found.translation.status == "ambiguous"
    [other] = found.others
    assert {"".join(one.symbols) for one in (found, other)} == {"2018-04-03", "2018-03-04"}
    assert (other.translation.iso, other.translation.status) == ("".join(other.symbols), "ok")
    assert other.weights.shape == found.weights.shape


def test_heads_and_what_characters_received_are_cut_to_the_text() -> None:
    class Heads(FakeNetwork):
        def encode(self, tokens: NDArray[np.int32], lengths: NDArray[np.int32]) -> dict[str, Any]:
            received = np.arange(tokens.shape[1], dtype=np.float32) * np.ones((len(tokens), 1), np.float32)
            return {**super().encode(tokens, lengths), "memory_importance": received}

        def step(
            self, state: dict[str, Any], previous: NDArray[np.int32]
        ) -> tuple[NDArray[np.float32], NDArray[np.float32], dict[str, Any]]:
            logits, alignment, state = super().step(state, previous)
            return logits, alignment, {**state, "heads": np.stack([alignment, 1 - alignment], axis=1)}

    reader = Translator(
        VOCABULARY, Heads({"9.5.2018": {"2018-05-09": 1.0}, "2018": {"2018": 1.0}}), by_shape=False
    )
    long, short = reader.align_many(["9.5.2018", "2018"])
    assert (long.heads.shape, short.heads.shape) == ((2, 10, 8), (2, 4, 4))
    np.testing.assert_array_equal(long.heads[0], long.weights)
    np.testing.assert_array_equal(short.heads[1], 1 - short.weights)
    assert short.importance.tolist() == [2, 3, 4, 5]  # behind the two hints
    assert reader.translate("9.5.2018").iso == "2018-05-09"


def test_what_the_network_is_not_shown_has_an_empty_alignment() -> None:
    for alignment in translator({}).align_many(["", "x" * 97]):
        assert (alignment.characters, alignment.symbols, alignment.weights.shape) == ((), (), (0, 0))


def test_no_date_is_one_symbol() -> None:
    assert translator({}).align("hello").symbols == ("<unk>",)


def test_importing_datenorm_loads_no_library() -> None:
    code = "import sys, datenorm; print({'numpy', 'onnxruntime', 'babel', 'click'} & {*sys.modules})"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "set()\n"
