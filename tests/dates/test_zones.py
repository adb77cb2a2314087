"""Time zones: what names mean, and how far from UTC."""

from datetime import datetime

import pytest

from datenorm.dates.halves import hours
from datenorm.dates.times import as_datetime
from datenorm.dates.zones import Zone, abbreviated, away, known, metazones, offset, one_offset


@pytest.mark.parametrize("name", ["ist", "cst", "bst", "ast"])
def test_an_abbreviation_of_several_zones_means_all_of_them(name: str) -> None:
    assert len(abbreviated(name)) > 1


@pytest.mark.parametrize(
    ("name", "territory", "key"),
    [("ist", "IL", "Asia/Jerusalem"), ("cst", "US", "America/Chicago"), ("cst", "CN", "Asia/Shanghai"), ("bst", "GB", "Europe/London")],
)  # fmt: skip
def test_a_territory_settles_an_abbreviation(name: str, territory: str, key: str) -> None:
    assert [zone.key for zone in abbreviated(name, territory)] == [key]


def test_every_zone_of_the_tables_is_one_of_the_tz_database() -> None:
    assert all(known(key) for key in metazones().values())


def test_standard_and_summer_time_are_what_they_say_on_any_day() -> None:
    july = datetime(2018, 7, 1, 12)
    assert away(Zone("America/Los_Angeles", "s"), july).offsets == ("-08:00",)
    assert away(Zone("Europe/Dublin", "d"), july).offsets == ("+01:00",)
    assert away(Zone("Europe/Moscow", "s"), datetime(2012, 7, 1)).offsets == ("+04:00",)


def test_before_there_were_zones_there_is_no_offset() -> None:
    assert away(Zone("Europe/Berlin"), datetime(1850, 1, 1)).error == "Europe/Berlin had no time zone yet"


def test_zones_that_agree_leave_nothing_open() -> None:
    summer = datetime(2018, 7, 1)
    assert one_offset([Zone("Europe/Paris"), Zone("Europe/Berlin")], summer).offsets == ("+02:00",)


def test_no_place_is_a_day_from_utc() -> None:
    assert offset("2500", "+")[1] == "no place is 25:00 from UTC"


@pytest.mark.parametrize(
    ("hour", "span", "expected"),
    [(3, 1224, [15]), (12, 12, [0]), (12, 1224, [12]), (8, 1824, [20]), (3, 2106, [3]), (10, 1821, [22]), (5, 1218, [17]), (14, 12, []), (15, 1224, [15])],
)  # fmt: skip
def test_a_part_of_the_day_settles_an_hour_of_twelve(hour: int, span: int, expected: list[int]) -> None:
    assert [found.hour for found in hours(hour, [{span}])] == expected


def test_an_afternoon_that_is_also_pm_is_pm() -> None:
    assert [found.hour for found in hours(10, [{1218, 1224}])] == [22]


def test_a_moment_of_iso_8601_becomes_one_of_python() -> None:
    assert as_datetime("2018-05-09T10").hour == 10
    assert as_datetime("2018-05-09T10:11-05:30").isoformat() == "2018-05-09T10:11:00-05:30"
