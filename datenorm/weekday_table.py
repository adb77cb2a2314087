"""The table of weekday names, from CLDR: `python -m datenorm.weekday_table` writes `weekdays.tsv` anew."""

from collections.abc import Iterator
from pathlib import Path

from datenorm.layouts import strip_diacritics
from datenorm.locales import facts, identifiers
from datenorm.weekdays import SHORTEST, UNSPACED, key

# One character for a day beside a date in brackets, as Chinese and Japanese write it: 9日(水).
CHINESE = "一二三四五六日"
JAPANESE = "月火水木金土日"


def table() -> dict[str, str]:
    """Return each weekday name of CLDR and the weekdays it means in some language, as digits, Monday 0."""
    days: dict[str, set[int]] = {}
    months: set[str] = set()
    for identifier in identifiers():
        known = facts(identifier)
        months.update(form for row in known.months.values() for name in row for form in _forms(name))
        for row in known.weekdays.values():
            for day, name in enumerate(row):
                for form in _forms(name):
                    days.setdefault(form, set()).add(day)
    for characters in (CHINESE, JAPANESE):
        for day, character in enumerate(characters):
            for name in (f"({character})", f"（{character}）"):
                days.setdefault(name, set()).add(day)
    # 'sun' and 'sat' are months in languages few write in, and on every second date of the world.
    months -= {key(name) for row in facts("en").weekdays.values() for name in row}
    kept = sorted(name for name in days if name not in months and _tells(name) and len(days[name]) < 7)
    return {name: "".join(map(str, sorted(days[name]))) for name in kept}


def _forms(name: str) -> Iterator[str]:
    yield key(name)
    yield key(strip_diacritics(name))


def _tells(name: str) -> bool:
    return len(name) >= (2 if UNSPACED.search(name) else SHORTEST)


def main() -> None:
    lines = [f"{name}\t{days}\n" for name, days in table().items()]
    Path(__file__).with_name("weekdays.tsv").write_text("".join(lines), "utf-8")


if __name__ == "__main__":
    main()
