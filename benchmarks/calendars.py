"""Dates of other calendars as ICU writes them in the languages that use them.

Usage: python benchmarks/calendars.py. Needs icukit-pyicu. The locale is told, and whose days of the Hijri calendar.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

import icu
from report import record, table

from datenorm.reading.translator import Translator

SEED, DAYS = 23, 2000  # of each calendar
FIRST, SPAN = date(1850, 1, 1), 250 * 365
# Where sources agree: before and after, ICU's and hijridate's days of Umm al-Qura differ. The Persian calendar of today
# is of 1925; for earlier years, ICU's arithmetic is not the astronomers'.
YEARS = {"islamic-umalqura": (date(1999, 4, 17), 29 * 365), "persian": (date(1925, 3, 22), 175 * 365)}
EPOCH = date(1970, 1, 1)
LANGUAGES = {
    "persian": ("persian", "fa en ar de fr tr ps ckb ur ru"),
    "hijri, civil": ("islamic-civil", "ar en fa fr id ms tr ur bn de"),
    "hijri, umalqura": ("islamic-umalqura", "ar ar_SA en fa fr id ms tr ur de"),
    "hebrew": ("hebrew", "he en fr de es ru"),
    "ethiopic": ("ethiopic", "am en ti fr"),
    "coptic": ("coptic", "ar en fr"),
    "indian": ("indian", "hi en bn mr gu"),
}
WIDTHS = (icu.DateFormat.FULL, icu.DateFormat.LONG, icu.DateFormat.MEDIUM)
Row = tuple[str, str, str]  # a text, its day, its locale


def rows(name: str, random: Random) -> Iterator[Row]:
    system, languages = LANGUAGES[name]
    first, span = YEARS.get(system, (FIRST, SPAN))
    forms = [(locale, form) for locale in languages.split() for form in _forms(locale, system)]
    for _ in range(DAYS):
        locale, form = random.choice(forms)
        day = first + timedelta(random.randrange(span))
        yield form.format(((day - EPOCH).days + 0.5) * 86_400.0), day.isoformat(), locale


def _forms(locale: str, system: str) -> Iterator[icu.DateFormat]:
    for width in WIDTHS:
        form = icu.DateFormat.createDateInstance(width, icu.Locale(f"{locale}@calendar={system}"))
        form.setTimeZone(icu.TimeZone.createTimeZone("UTC"))
        if "MMM" in form.toPattern():  # numbers alone say no calendar
            yield form


def main() -> None:
    translator, lines = Translator.load(), []
    for name in LANGUAGES:
        found = list(rows(name, Random(f"{SEED} {name}")))
        texts, truths, locales = zip(*found, strict=True)
        source = name.partition(", ")[2] or None
        counts: Counter[str] = Counter()
        for row, answer in zip(
            found, translator.translate_many(texts, locale=locales, hijri=source), strict=True
        ):
            outcome = "right" if answer.iso == row[1] else "wrong" if answer.iso else "refused"
            counts[outcome] += 1
            if "-v" in sys.argv and outcome != "right":
                print(outcome, *row, answer.iso, answer.reason, sep="\t", file=sys.stderr)
        shares = [f"{100 * counts[outcome] / len(truths):.1f} %" for outcome in ("right", "wrong", "refused")]
        lines.append([name, *shares])
    record("calendars", table(["calendar", "right", "wrong", "refused"], lines))


if __name__ == "__main__":
    main()
