"""The layouts that most columns have, dates of 1950 to 2034 in each: how many are read, and how many wrongly.

Usage: python benchmarks/common.py [MODEL]. Orders are told where numbers leave them open, nothing else is.
"""

import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

from report import record, table

from datenorm.languages.locales import facts
from datenorm.reading.translator import Translator

SEED, ROWS, PIVOT = 55, 1000, 2046  # dates in each layout
FIRST, DAYS = date(1950, 1, 1), 85 * 365
LANGUAGES = """ar bg bn ca cs da de el en es et eu fa fi fr gl he hi hr hu hy id is it ja ka kk ko lt lv mk ms nb nl
pl pt ro ru sk sl sq sr sv sw ta th tr uk ur vi zh""".split()

# As `str.format` takes them. d: the date; th: its day with the English ending; n: the month's name in some language.
ENGLISH = """{d.day} {d:%B %Y}|{d:%B} {d.day}, {d.year}|{d:%d-%b-%Y}|{d:%d-%b-%y}|{d:%d%b%Y}|{d:%a} {d.day} {d:%b %Y}
{d:%A, %B} {d.day}, {d.year}|the {th} of {d:%B %Y}|{d:%a %b} {d.day:2} 10:11:12 UTC {d.year}
{d:%a, %d %b %Y} 10:11:12 +0000"""
NUMERIC = """{d:%Y-%m-%d}|{d:%Y/%m/%d}|{d.year}-{d.month}-{d.day}|{d:%Y.%m.%d}|{d:%Y%m%d}|{d:%Y-%m-%d}T10:11:12Z
{d:%Y-%m-%d} 10:11|{d:%Y%m%d}101112|{d:%d.%m.%Y}|{d.day}.{d.month}.{d.year}"""
TOLD = {
    "DMY": "{d:%d/%m/%Y}|{d.day}/{d.month}/{d:%y}",
    "MDY": "{d:%m/%d/%Y}|{d.month}/{d.day}/{d:%y}",
    "YMD": "{d:%y-%m-%d}|{d:%y%m%d}",
}
NAMED = "{d.day} {n} {d.year}|{d.day}. {n} {d.year}|{n} {d.day}, {d.year}|{d.year} {n} {d.day}"
Row = tuple[str, str, str | None]  # a text, its date, the order that is told


def listed(layouts: str) -> list[str]:
    return layouts.replace("\n", "|").split("|")


def ordinal(day: int) -> str:
    return f"{day}{'th' if 10 < day < 14 else {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th')}"


def rows(layouts: str, random: Random, order: str | None = None, count: int = ROWS) -> Iterator[Row]:
    """Yield `count` dates in each layout; every fourth in capitals."""
    for layout in listed(layouts):
        for number in range(count):
            day = FIRST + timedelta(days=random.randrange(DAYS))
            names = (
                facts(random.choice(LANGUAGES)).months[random.choice(["MMMM", "MMM"])]
                if "{n}" in layout
                else ()
            )
            name = names[day.month - 1] if names else ""
            text = layout.format(d=day, th=ordinal(day.day), n=name)
            yield text.upper() if number % 4 == 3 and not names else text, day.isoformat(), order


def main() -> None:
    translator = Translator.load(Path(sys.argv[1]) if len(sys.argv) > 1 else None, threads=2)
    random = Random(SEED)
    told = [row for order, layouts in TOLD.items() for row in rows(layouts, random, order)]
    groups = {
        f"{len(listed(NUMERIC))} numeric layouts, year first or with dots": list(rows(NUMERIC, random)),
        f"{len(told) // ROWS} numeric layouts, told the order": told,
        f"{len(listed(ENGLISH))} layouts with English names": list(rows(ENGLISH, random)),
        f"{len(listed(NAMED))} layouts with names in {len(LANGUAGES)} languages": list(
            rows(NAMED, random, count=2500)
        ),
    }
    lines, seldom = [], []
    for name, group in groups.items():
        texts, truths, orders = zip(*group, strict=True)
        answers = translator.translate_many(texts, order=orders, pivot_year=PIVOT)
        wrong = [
            (answer.text, answer.iso)
            for answer, truth in zip(answers, truths, strict=True)
            if answer.iso and answer.iso != truth
        ]
        seldom += wrong[:5]
        unread = sum(answer.iso is None for answer in answers)
        right = len(group) - unread - len(wrong)
        lines.append(
            [
                name,
                f"{len(group):,}",
                *(f"{count / len(group):.2%}" for count in (right, len(wrong))),
                *(
                    f"{sum(answer.status == status for answer in answers) / len(group):.2%}"
                    for status in ("ambiguous", "rejected")
                ),
            ]
        )
    figures = table(["dates", "rows", "right", "wrong", "ambiguous", "refused"], lines)
    record(
        "common",
        [*figures, *([""] if seldom else []), *(f"`{text}` was read as {iso}." for text, iso in seldom)],
    )


if __name__ == "__main__":
    main()
