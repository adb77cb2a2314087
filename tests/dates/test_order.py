import pytest

from datenorm.dates.order import implied_order, other_order, swapped
from datenorm.judging.rivals import both_ways
from datenorm.network.search import Hypothesis


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("03/04/2015", "2015-04-03"), ("3-4-15", "15-04-03"), ("٣/٤/٢٠١٥", "2015-04-03"), ("03042015", "2015-04-03"), ("3/4", "--04-03"),
        ("Sun 3/4/2015 10:30", "2015-04-03"), ("９／３／２０１７", "2017-03-09"), ("3|4|2015", "2015-04-03"), ("3;4;15", "15-04-03"), ("03\\04\\2015", "2015-04-03"),
    ],
)  # fmt: skip
def test_a_date_whose_day_could_be_its_month_is_read_again(text: str, target: str) -> None:
    other = swapped(target)
    assert other is not None
    assert other_order(text, target) == "MDY"
    assert other_order(text, other) == "DMY"


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("25/04/2015", "2015-04-25"), ("04/04/2015", "2015-04-04"), ("3 April 2015", "2015-04-03"), ("2015-04-03", "2015-04-03"),
        ("20150403", "2015-04-03"), ("2015", "2015"), ("hello", "<unk>"), ("April 2015", "2015-04"), ("15-04", "15-04"),
    ],
)  # fmt: skip
def test_a_date_that_has_one_reading_is_not(text: str, target: str) -> None:
    assert other_order(text, target) is None


@pytest.mark.parametrize(
    "text",
    [
        "03.04.2015",
        "3.4.15",
        "Mo, 3. 4. 2015",
        "am 03.04.2015 um 10.30 Uhr",
        "3.4. 2015",
        "3.4.",
        "03. 04.",
        "3 . 4 . 15",
    ],
)
def test_dots_imply_day_first(text: str) -> None:
    assert implied_order(text) == "DMY"


@pytest.mark.parametrize(
    "text",
    [
        "03/04/2015",
        "2015.04.03",
        "3.4",
        "1.2.3.4",
        "v1.2.3",
        "16. 5. 3.",
        "10.30",
        "192.168.1.10",
        "123.4.2015",
    ],
)
def test_nothing_else_does(text: str) -> None:
    assert implied_order(text) is None


def test_two_readings_that_are_each_others_swap_are_equally_likely() -> None:
    found = [Hypothesis("2015-04-03", 0.9), Hypothesis("<unk>", 0.1)]
    pair = both_ways(found, (Hypothesis("2015-04-03", 1.0), Hypothesis("2015-03-04", 1.0)))
    assert [(h.target, round(h.probability, 3)) for h in pair] == [
        ("2015-04-03", 0.45),
        ("2015-03-04", 0.45),
        ("<unk>", 0.1),
    ]


def test_a_network_that_wavers_between_the_two_is_sure_of_the_pair() -> None:
    first, second = Hypothesis("2015-04-03", 0.49), Hypothesis("2015-03-04", 0.99)
    pair = both_ways([first], (first, second))
    assert [round(h.probability, 3) for h in pair] == [0.495, 0.495]


def test_a_pair_is_no_surer_than_its_reading_with_an_order() -> None:
    first, second = Hypothesis("2015-04-03", 0.9), Hypothesis("2015-03-04", 0.6)
    pair = both_ways([first], (first, second))
    assert [round(h.probability, 3) for h in pair] == [0.3, 0.3]


def test_a_swap_swaps_back() -> None:
    assert swapped("2015-04-03") == "2015-03-04"
    assert swapped("2015-03-04") == "2015-04-03"
    assert swapped("2015-04-13") is None
