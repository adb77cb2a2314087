"""Options: what callers of Python may hand in, checked in one place, before anything is read.

Each is one thing for all texts, and some may be one for each. What is missing, None, NaN or NaT, is not told.
"""

import functools
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, ParamSpec, TypeVar, get_args

from datenorm.dates.calendar import ORDERS
from datenorm.dates.calendars import CALENDARS
from datenorm.dates.order import OPEN
from datenorm.dates.pairs import EITHER, Sense
from datenorm.reading.elsewhere import OPEN as SEVERAL
from datenorm.reading.hints import as_python, is_missing

OF_EACH = frozenset(("order", "locale", "pivot_year", "today", "meant"))  # one for all texts, or one for each
P = ParamSpec("P")
R = TypeVar("R")


def checked(method: Callable[P, R]) -> Callable[P, R]:
    """Return a method whose options are checked before it is called. They raise TypeError, or ValueError, by name."""

    @functools.wraps(method)
    def call(*args: P.args, **options: P.kwargs) -> R:
        told: Any = {
            name: option(name, value) if name in CHECKS else value for name, value in options.items()
        }
        return method(*args, **told)

    return call


def option(name: str, value: Any) -> Any:
    """Return an option as `Translator` takes it: of what may be told of each text a list, where NaN and NaT are None.

    >>> option("order", "dmy"), option("pivot_year", [2030.0, float("nan")]), option("top", None)
    ('DMY', [2030, None], None)
    """
    value, check = as_python(value), CHECKS[name]
    if name not in OF_EACH:
        return None if value is None else check(name, value)
    if isinstance(value, str | bytes) or not isinstance(value, Iterable):
        return None if is_missing(value) else check(name, value)
    each = list(value)
    known = {id(one): None if is_missing(one) else check(name, one) for one in each}  # they repeat
    return [known[id(one)] for one in each]


def _is_order(name: str, value: Any) -> str:
    order = _is_text(name, value)
    found = order.upper() if order.upper() in ORDERS else order.lower()
    if found and found not in (*ORDERS, OPEN):
        raise ValueError(f"order must be one of {', '.join(ORDERS)}, or 'open', not {value!r}")
    return found


def _is_text(name: str, value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{name} must be a text, not {value!r}")
    return value


def _is_whole(name: str, value: Any) -> int:
    if isinstance(value, float) and value.is_integer():  # as pandas has whole numbers beside a missing one
        return int(value)
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(f"{name} must be a whole number, not {value!r}")
    return value


def _is_number(name: str, value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError(f"{name} must be a number, not {value!r}")
    return value


def _is_day(name: str, value: Any) -> str | date:
    if not isinstance(value, str | date):
        raise TypeError(f"{name} must be a day, a time, or 'now', not {value!r}")
    return value


def _is_meaning(name: str, value: Any) -> str:
    from datenorm.dates.zones import known  # what hardly anybody says

    if _is_text(name, value) not in (*get_args(Sense), EITHER, *CALENDARS, SEVERAL) and not known(value):
        raise ValueError(f"{name} must be 'month', 'years', a calendar or a time zone, not {value!r}")
    return str(value)


CHECKS: dict[str, Callable[[str, Any], Any]] = {
    "order": _is_order,
    "locale": _is_text,
    "top": _is_whole,
    "min_confidence": _is_number,
    "pivot_year": _is_whole,
    "year": _is_whole,
    "today": _is_day,
    "fiscal_start": _is_whole,
    "zone": _is_text,
    "to_zone": _is_text,
    "meant": _is_meaning,
}
