"""Our functions inside DuckDB."""

from datetime import date
from typing import Any

import pytest

duckdb = pytest.importorskip("duckdb")

from datenorm.engines.duckdb import register  # noqa: E402
from datenorm.reading.translator import Translator  # noqa: E402
from tests.network.fake_network import VOCABULARY, FakeNetwork  # noqa: E402

BELIEFS = {"9 may 2018": {"2018-05-09": 1.0}, "may 2018": {"2018-05": 1.0}, "03/04/2018": {"2018-04-03": 1.0}}


@pytest.fixture
def connection() -> Any:
    return register(duckdb.connect(), Translator(VOCABULARY, FakeNetwork(BELIEFS), by_shape=False))


def test_a_column_becomes_dates_and_nulls_stay(connection: Any) -> None:
    rows = connection.sql(
        "SELECT datenorm(t) FROM (VALUES ('9 May 2018'), ('hello'), (NULL), ('')) v(t)"
    ).fetchall()
    assert rows == [("2018-05-09",), (None,), (None,), (None,)]


def test_an_answer_is_a_struct(connection: Any) -> None:
    [(answer,)] = connection.sql("SELECT datenorm_answer('9 May 2018')").fetchall()
    assert answer == {"iso": "2018-05-09", "status": "ok", "confidence": 1.0}


def test_a_column_decides_its_order(connection: Any) -> None:
    connection.sql(
        "CREATE TABLE orders AS SELECT * FROM (VALUES ('03/04/2018'), ('25/04/2018'), (NULL)) v(t)"
    )
    assert connection.sql("SELECT datenorm_order(list(t)) FROM orders").fetchall() == [("DMY",)]
    assert connection.sql("SELECT datenorm_order(NULL)").fetchall() == [(None,)]


def test_an_order_may_be_given_for_each_row(connection: Any) -> None:
    rows = connection.sql(
        "SELECT datenorm_as(t, o) FROM (VALUES ('03/04/2018', 'DMY'), ('03/04/2018', NULL)) v(t, o)"
    ).fetchall()
    assert rows == [("2018-04-03",), (None,)]


def test_more_rows_than_one_vector_holds(connection: Any) -> None:
    found = connection.sql(
        "SELECT count(datenorm('9 May 2018' || repeat(' ', i % 3))) FROM range(5000) r(i)"
    ).fetchall()
    assert found == [(5000,)]


def test_a_whole_day_is_a_date(connection: Any) -> None:
    assert connection.sql("SELECT datenorm_date('9 May 2018')").fetchall() == [(date(2018, 5, 9),)]
    assert connection.sql("SELECT datenorm_date('May 2018'), datenorm_date(NULL)").fetchall() == [
        (None, None)
    ]


def test_less_than_a_day_is_an_interval_of_dates(connection: Any) -> None:
    [(found,)] = connection.sql("SELECT datenorm_interval('May 2018')").fetchall()
    assert found == {"start": date(2018, 5, 1), "end": date(2018, 5, 31)}
    assert connection.sql("SELECT datenorm_edtf('May 2018'), datenorm_edtf('hello')").fetchall() == [
        ("2018-05", None)
    ]


def test_relative_dates_count_from_a_column_of_days(connection: Any) -> None:
    rows = connection.sql(
        "SELECT datenorm_on(t, d) FROM (VALUES ('3 days ago', DATE '2018-05-09'), ('yesterday', NULL),"
        " ('9 May 2018', DATE '2019-01-01')) v(t, d)"
    ).fetchall()
    assert rows == [("2018-05-06",), (None,), ("2018-05-09",)]


def test_functions_may_be_registered_twice() -> None:
    connection = register(register(duckdb.connect()))
    assert connection.sql("SELECT datenorm('9 May 2018')").fetchall() == [("2018-05-09",)]


def test_times_with_a_zone_and_without_are_two_types(connection: Any) -> None:
    texts = "(VALUES ('2018-05-09T10:11'), ('2018-05-09T10:11+02:00'), ('2018-05-09')) v(t)"
    plain = connection.sql(f"SELECT datenorm_timestamp(t)::VARCHAR FROM {texts}").fetchall()
    assert plain == [("2018-05-09 10:11:00",), (None,), (None,)]
    zoned = connection.sql(f"SELECT epoch(datenorm_timestamptz(t)) FROM {texts}").fetchall()
    assert zoned == [(None,), (1525853460.0,), (None,)]
