"""The months and eras of other calendars in all languages: `python tools/calendars.py` writes their table anew.

Names come from CLDR through ICU (icukit-pyicu), those of the French Republic and other spellings from us. One row a
name, folded, with nothing between its words: the name, the calendar, the month; 0 for the name of an era.
"""

from collections.abc import Iterator
from pathlib import Path

import icu

from datenorm.languages.zones import squeezed

TABLE = Path(__file__).parent.parent / "datenorm" / "text" / "tables" / "calendars.tsv"
CALENDARS = {
    "persian": "persian", "islamic-civil": "hijri", "hebrew": "hebrew", "ethiopic": "ethiopic", "coptic": "coptic",
    "indian": "indian",
}  # fmt: skip
# ICU counts from Tishri, with Adar I as 5; we count from Nisan: 12 is Adar I, 13 Adar II, 14 the only Adar.
HEBREW = (7, 8, 9, 10, 11, 12, 14, 1, 2, 3, 4, 5, 6)
FRENCH = """vendémiaire brumaire frimaire nivôse pluviôse ventôse germinal floréal prairial messidor thermidor
fructidor""".split()
OTHERS = (
    *((name, "hebrew", 8) for name in ("מרחשון", "מרחשוון", "cheshvan", "marcheshvan")),
    *((name, "hebrew", 5) for name in ("מנחם אב", "menachem av")),
    ("אדר ראשון", "hebrew", 12), ("אדר שני", "hebrew", 13), ("tishrei", "hebrew", 7), ("כסליו", "hebrew", 9),
    ("shvat", "hebrew", 11), ("ህዳር", "ethiopic", 3), ("senne", "ethiopic", 10), ("rabi al thani", "hijri", 4),
    ("ramadhan", "hijri", 9),
    ("dhu al qadah", "hijri", 11), ("dhu al hijjah", "hijri", 12),
    *((name, "hijri", 0) for name in "هجري هجرية هجری للهجرة قمری قمري hijra hegira hégire l'hégire".split()),
    *((name, "persian", 0) for name in ("هجری", "هجری خورشیدی", "شمسی", "خورشیدی")),
)  # fmt: skip
FIRST, DAYS, STEP = (
    1_514_764_800_000.0,
    3 * 366,
    6,
)  # from 2018 on, two Hebrew years of which have a month more
DAY = 86_400_000.0  # milliseconds
SHORTEST = {
    "MMMM": 2,
    "LLLL": 2,
}  # letters of a month in full; an abbreviation has 3: shorter ones stand for much
WIDTHS = ("MMMM", "LLLL", "MMM", "LLL")
ERAS = ("G", "GGGG")


def names() -> Iterator[tuple[str, str, int]]:
    """Yield each name with its calendar and month."""
    for identifier in sorted(icu.Locale.getAvailableLocales()):
        for system, calendar in CALENDARS.items():
            locale = icu.Locale(f"{identifier}@calendar={system};numbers=latn")
            yield from _names_in(locale, calendar)
    for month, name in enumerate(FRENCH, 1):
        yield name, "french", month
    yield from OTHERS


def _names_in(locale: icu.Locale, calendar: str) -> Iterator[tuple[str, str, int]]:
    count = icu.Calendar.createInstance(locale)
    formats = [icu.SimpleDateFormat(width, locale) for width in (*WIDTHS, *ERAS)]
    for day in range(0, DAYS, STEP):
        moment = FIRST + day * DAY
        count.setTime(moment / 1000)
        month = count.get(icu.UCalendarDateFields.MONTH)
        for width, form in zip((*WIDTHS, *ERAS), formats, strict=True):
            name = form.format(moment / 1000)
            if width in ERAS:
                yield name, calendar, 0
            elif len(squeezed(name)) >= SHORTEST.get(width, 3):
                yield name, calendar, _month(calendar, month, count)


def _month(calendar: str, month: int, count: icu.Calendar) -> int:
    if calendar != "hebrew":
        return month + 1
    is_leap = (7 * count.get(icu.UCalendarDateFields.YEAR) + 1) % 19 < 7
    return 13 if month == 6 and is_leap else HEBREW[month]


def rows() -> list[str]:
    """Return the rows of the table."""
    found = set()
    for name, calendar, month in names():
        word = squeezed(name)
        if word and not any(map(str.isdigit, name)):
            found.add((word, calendar, month))
    return [f"{word}\t{calendar}\t{month}\n" for word, calendar, month in sorted(found)]


def main() -> None:
    """Write the table anew."""
    TABLE.write_text(f"# CLDR, from ICU {icu.ICU_VERSION}\n{''.join(rows())}", "utf-8")


if __name__ == "__main__":
    main()
