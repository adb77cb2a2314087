"""datenorm reads dates as people write them, in any language, and answers in ISO 8601.

>>> import datenorm
>>> datenorm.translate("Saturday 9 May 2018").iso
'2018-05-09'
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datenorm.dates.calendars import Calendar, Source
    from datenorm.dates.relative import Nearness
    from datenorm.dates.values import Form, Value
    from datenorm.errors import DatenormError
    from datenorm.judging.answer import Alternative, Translation
    from datenorm.judging.explanation import Explanation
    from datenorm.pictures.alignment import Alignment
    from datenorm.reading.orders import OrderEvidence
    from datenorm.reading.relative import Today
    from datenorm.reading.series import Column
    from datenorm.reading.translator import Translator

__all__ = [
    "Alignment",
    "Alternative",
    "Column",
    "DatenormError",
    "Explanation",
    "OrderEvidence",
    "Translation",
    "Translator",
    "Value",
    "translate",
]

_HOMES = {
    "Alignment": "pictures.alignment",
    "Alternative": "judging.answer",
    "Column": "reading.series",
    "DatenormError": "errors",
    "Explanation": "judging.explanation",
    "OrderEvidence": "reading.orders",
    "Translation": "judging.answer",
    "Translator": "reading.translator",
    "Value": "dates.values",
}


def translate(
    text: str,
    *,
    order: str | None = None,
    locale: str | None = None,
    top: int | None = None,
    min_confidence: float | None = None,
    pivot_year: int | None = None,
    year: int | None = None,
    today: "Today" = None,
    next_week: "Nearness | None" = None,
    fiscal_start: int | None = None,
    as_: "Form" = "date",
    zone: str | None = None,
    to_zone: str | None = None,
    calendar: "Calendar | None" = None,
    hijri: "Source | None" = None,
) -> "Translation":
    """Return the answer of the shipped model to one text; the hints are those of `Translator.translate_many`."""
    from datenorm.reading.translator import default_translator

    return default_translator().translate(
        text,
        order=order,
        locale=locale,
        top=top,
        min_confidence=min_confidence,
        pivot_year=pivot_year,
        year=year,
        today=today,
        next_week=next_week,
        fiscal_start=fiscal_start,
        as_=as_,
        zone=zone,
        to_zone=to_zone,
        calendar=calendar,
        hijri=hijri,
    )


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__, "__version__"})


def __getattr__(name: str) -> Any:
    # A name is fetched when it is first asked for: `import datenorm` alone stays a matter of microseconds.
    if name == "__version__":
        return import_module("importlib.metadata").version("datenorm")
    if name not in _HOMES:
        raise AttributeError(f"module 'datenorm' has no attribute {name!r}")
    return getattr(import_module(f"datenorm.{_HOMES[name]}"), name)
