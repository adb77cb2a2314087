import random
from collections.abc import Callable
from datetime import date, timedelta

import pytest

from datenorm.dates.order import possible_orders
from datenorm.reading.columns import LanguageEvidence
from datenorm.reading.orders import OrderEvidence
from datenorm.text.names import is_open
from datenorm.text.tokens import tokens

FORMS = {"DMY": "{d:02d}{s}{m:02d}{s}{y}", "MDY": "{m:02d}{s}{d:02d}{s}{y}", "YMD": "{y}{s}{m:02d}{s}{d:02d}"}


@pytest.mark.parametrize(
    ("text", "orders"),
    [
        ("25/04/2015", "DMY"), ("04/25/2015", "MDY"), ("03/04/2015", "DMY MDY"), ("3-4-2015 10:11", "DMY MDY"), ("25/04/18", "DMY YMD"), ("99/04/05", "YMD"),
        ("03/04/05", "DMY MDY YMD"), ("3/4/05", "DMY MDY"), ("٢٥/٠٤/٢٠١٥", "DMY"), ("on 25 04 2015", "DMY"), ("25 / 4 / 2015", "DMY"), ("03.04.2015", ""), ("12.31.2015", ""),
        ("29/02/2015", ""), ("29/02/2016", "DMY"), ("31/31/2015", ""), ("2015-04-25", ""), ("2015 04 25 10:11", ""), ("1.2.3.2015", ""), ("10.0.0.12", ""), ("9 May 2018", ""), ("", ""),
        ("25/04/20155", ""), ("10:11:12", ""), ("125/04/2015", ""),
    ],
)  # fmt: skip
def test_a_numeric_date_rules_out_the_orders_in_which_it_is_no_day(text: str, orders: str) -> None:
    assert possible_orders(text) == frozenset(orders.split())


DAYS = [date(2019, 1, 1) + timedelta(days * 67) for days in range(30)]


@pytest.mark.parametrize(
    ("form", "hint"),
    [("{0:%y.%m.%d}", "open"), ("{0:%d.%m.%y}", "DMY"), ("{0:%d.%m.}{1}", "DMY"), ("01.{0:%m.%y}", None)],
)
def test_the_year_of_dates_with_dots_differs_less_than_their_day(form: str, hint: str | None) -> None:
    cells = [form.format(day, day.year % 100 + 50) for day in DAYS]
    evidence = OrderEvidence.of([*cells, "25.05.24"])
    assert evidence.hints.of(cells[0]) == hint
    assert evidence.explained().startswith("order open") == (hint == "open")


def test_one_cell_decides_a_column() -> None:
    evidence = OrderEvidence.of(["03/04/2015", "hello", "25/04/2015", "2015-04-03", ""])
    assert (evidence.order, evidence.cells, evidence.mixed) == ("DMY", 2, False)
    assert evidence.examples["MDY"] == [(3, "25/04/2015")]


@pytest.mark.parametrize(
    ("cells", "order"),
    [
        (["25/04/18", "03/04/2015"], None),  # no MDY; no YMD: short years and long ones may differ
        (["06/02/2013", "07/01/2013", "22-01-04", "22-02-05"], None),
        (["25/04/18", "05/31/18"], None),
        (["25/04/18", "03/04/2015", "25/04/2015"], "DMY"),
        (["25/04/99", "03/04/2015"], "DMY"),
    ],
)
def test_what_long_years_rule_out_is_not_ruled_out_for_short_ones(
    cells: list[str], order: str | None
) -> None:
    evidence = OrderEvidence.of(cells)
    parts = [OrderEvidence.of([cell]) for cell in cells]
    for part in parts[1:]:
        parts[0].merge(part)
    assert evidence.order == parts[0].order == order
    assert order or len(evidence.left) != 1


@pytest.mark.parametrize(
    ("cells", "text", "hint"),
    [
        (["10/22/2000"], "2.11.1987", "open"),
        (["10/22/2000", "25.12.1999"], "2.11.1987", "DMY"),
        (["10/22/2000", "12.25.1999"], "2.11.1987", "MDY"),
        (["22/10/2000"], "2.11.1987", None),
        (["69/9/21"], "04.10.19", "open"),
        (["2018.5.9"], "18.5.10", "open"),
        (["2018年5月9日"], "18.5.10", "open"),
        (["99.12.31"], "01.02.03", "open"),
        (["2018.5.9"], "8.5.2018", None),
    ],
)
def test_dates_with_dots_are_read_by_themselves(cells: list[str], text: str, hint: str | None) -> None:
    assert OrderEvidence.of([*cells, text]).hints.of(text) == hint


def test_what_would_be_refused_is_no_evidence() -> None:
    assert OrderEvidence.of(["Score 13/04/18", "03/04/2015"]).order is None
    assert OrderEvidence.of(["at 10:30 on 13/04/2018", "03/04/2015"]).order == "DMY"


def test_a_column_that_proves_both_or_nothing_is_not_decided() -> None:
    both = OrderEvidence.of(["25/04/2015", "04/25/2015"])
    nothing = OrderEvidence.of(["03/04/2015", "05/06/2015"])
    assert (both.order, both.mixed) == (None, True)
    assert (nothing.order, nothing.mixed) == (None, False)
    assert (OrderEvidence.of([]).order, OrderEvidence.of(["9 May 2018"]).mixed) == (None, False)


def test_the_evidence_is_told_with_its_rows() -> None:
    evidence = OrderEvidence.of(["03/04/2015", *["25/04/2015"] * 1500])
    assert evidence.explained() == "order DMY: 1,500 of 1,501 numeric dates are no MDY (row 2: '25/04/2015')"
    assert evidence.to_dict()["ruled_out"]["MDY"]["first"] == [
        {"row": row, "text": "25/04/2015"} for row in (2, 3, 4)
    ]
    assert OrderEvidence.of(["25/12/2015", "99/04/05"]).explained() == (
        "order mixed: 1 is no DMY (row 2: '99/04/05'), 1 is no YMD (row 1: '25/12/2015'); give --order"
    )


def column(
    rng: random.Random, order: str, days: Callable[[date], bool], two_digits: bool = False
) -> list[str]:
    separator = rng.choice("/-") if order != "YMD" else rng.choice("/-.")
    start = date(1990, 1, 1)
    chosen = [start + timedelta(days=rng.randrange(12000)) for _ in range(40)]
    chosen = [day for day in chosen if days(day)][:12]
    return [
        FORMS[order].format(d=day.day, m=day.month, y=f"{day:%y}" if two_digits else day.year, s=separator)
        for day in chosen
    ]


def test_the_order_is_right_in_every_column_that_holds_evidence() -> None:
    rng = random.Random(5)
    for _ in range(1000):
        order = rng.choice(("DMY", "MDY"))
        cells = [*column(rng, order, lambda day: True), *column(rng, order, lambda day: day.day > 12)[:1]]
        rng.shuffle(cells)
        assert OrderEvidence.of(cells).order == order


def test_no_order_is_asserted_in_columns_that_hold_evidence_of_none_or_of_both() -> None:
    rng = random.Random(6)
    for round_ in range(1000):
        open_cells = column(rng, rng.choice(("DMY", "MDY")), lambda day: day.day <= 12)
        both = [column(rng, order, lambda day: day.day > 12)[0] for order in ("DMY", "MDY")]
        assert OrderEvidence.of(open_cells + both * (round_ % 2)).order is None


def language_evidence(*texts: str) -> LanguageEvidence:
    evidence = LanguageEvidence()
    for row, text in enumerate(texts, 1):
        evidence.add(row, text)
    return evidence


@pytest.mark.parametrize(
    ("texts", "language"),
    [
        (["9 listopada 2018"], None), (["9 listopada 2018", "5 grudnia 2018"], "pl"), (["5 grudnia 2018"], None), (["9 listopada 2018", "5 prosinca 2018"], "hr"),
        (["3 lis 2018", "hello", "03/04/2015", "4 gru"], "pl"), (["9 listopada 2018", "5 grudnia 2018", "5 prosinca 2018"], None), (["9 May 2018", "3 March 2018"], None), ([], None),
    ],
)  # fmt: skip
def test_the_months_of_a_column_tell_its_language_where_one_is_needed(
    texts: list[str], language: str | None
) -> None:
    assert language_evidence(*texts).language == language


def test_the_evidence_of_a_language_is_told() -> None:
    assert language_evidence("9 listopada 2018").explained() == (
        "language open: hr or pl or szl differ in the months of row 1 ('9 listopada 2018'); give --locale"
    )
    assert language_evidence("9 listopada 2018", "5 grudnia 2018", "5 prosinca 2018").explained() == (
        "languages mixed: none has the names of all months; give --locale"
    )
    assert language_evidence("9 May 2018").explained() == "language: no month's name leaves it open"


def test_a_name_that_english_has_too_leaves_nothing_open_and_decides_nothing() -> None:
    assert language_evidence("3 Mac 2018", "7 May 2018").language is None  # both are months in Basaa
    assert is_open(tokens("3 lis 2018"))
    assert not is_open(tokens("3 May 2018"))  # November in Basaa
    assert not is_open(tokens("5 grudnia 2018"))


@pytest.mark.parametrize(
    ("cells", "order", "hint"),
    [
        (["3.4.2015", "25.4.2015"], None, None),  # day first by themselves: nothing is told of others
        (["25.4.2015", "03/04/2015"], None, None),
        (["4.25.2015", "3.4.2015", "5/6/2017"], "MDY", "MDY"),
        (["4.25.2015", "25.4.2015", "3.4.2015"], None, "open"),
        (["4.25.2015", "25/04/2015"], None, "open"),
        (["see 4.25.", "2.30.2015", "3.4.2015"], None, None),
        (["02.13.", "05.06."], "MDY", "MDY"),
        (["04/25/2015", "25/04/2015"], None, None),
    ],
)
def test_dates_with_dots_count_where_one_is_month_first(
    cells: list[str], order: str | None, hint: str | None
) -> None:
    evidence = OrderEvidence.of(cells)
    assert (evidence.order, evidence.hint) == (order, hint)
    parts = [OrderEvidence.of([cell]) for cell in cells]
    for part in parts[1:]:
        parts[0].merge(part)
    assert (parts[0].order, parts[0].hint) == (order, hint)


def test_dots_that_contradict_each_other_are_told() -> None:
    assert OrderEvidence.of(["4.25.2015", "25.4.2015"]).explained() == (
        "order mixed: 1 is no DMY (row 1: '4.25.2015'), 1 is no MDY (row 2: '25.4.2015'); give --order"
    )


def test_one_cell_that_decides_may_be_odd_and_many_are_not() -> None:
    one, three = ["03/04/2015", "25/04/2015"], ["25/04/2015", "26/04/2015", "27/04/2015", "03/04/2015"]
    assert OrderEvidence.of(one).trust("DMY") == 0.95
    assert OrderEvidence.of(three).trust("DMY") == 0.9999
    assert OrderEvidence.of(["25/04/2015"]).trust("DMY") == 0.95


def test_an_order_that_nothing_tells_or_that_is_contradicted_is_one_of_two() -> None:
    assert OrderEvidence.of(["03/04/2015"]).trust("DMY") == 0.5
    assert OrderEvidence.of(["25/04/2015", "04/25/2015"]).trust("DMY") == 0.5


def test_the_likeliest_order_is_the_one_that_the_fewest_cells_rule_out() -> None:
    assert OrderEvidence.of(["04/25/2015", "04/26/2015", "25/04/2015"]).likeliest == "MDY"
    assert OrderEvidence.of(["03/04/2015"]).likeliest == "DMY"
