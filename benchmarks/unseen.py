"""What the shipped model makes of layouts that its generator does not have: how it generalizes, told locale and order.

Usage: python benchmarks/unseen.py [MODEL]. Each layout is written in many languages; the worst of them are named.
"""

import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

from report import record, table

from datenorm.evaluation.measures import evaluate, figures
from datenorm.generation.dataset import Example
from datenorm.generation.synthesis import Writer, choose_style, render
from datenorm.languages import layouts
from datenorm.languages.locales import facts
from datenorm.reading.translator import Translator

SEED, ROWS = 53, 50  # rows of each layout
FIRST, LAST = date(1900, 1, 1), date(2060, 1, 1)
LOCALES = """ar bg cs da de el en_GB en_US es et fi fr he hi hr hu id it ja ka ko lt nb nl pl pt ro ru sk sl sr sv th tr
uk vi zh""".split()
NAMED = {
    "another separator": "d:N:y  d+N+y  d*N*y  d=N=y  N:d:y  N*d*y  y:N:d  y~N~d  y·N·d  y=N=d",
    "brackets": "d N (y)  (d) N y  N d (y)  y (d N)  y (N d)  N (d) y  d [N] y  [d N] y  N y (d)  {d N y}",
    "a dash or a comma more": "d N – y  N d – y  y – N d  y – d N  d – N, y  N – d – y  d,N,y  N, y, d  y, N, d",
    "words": "the o, N y  N the o, y  o day of N y  day d of N y  year y, N d  d of N, year y  y, the o of N",
    "weekday inside": "d X N y  N d X y  y X d N  d N X y  y N d X",
}
NUMERIC = {
    "numbers, another separator": "d:M:y  d+M+y  d*M*y  d=M=y  dd--MM--y  y*MM*dd  y+MM+dd",
    "numbers, brackets": "dd/MM/(y)  (dd)/(MM)/(y)  [dd.MM.y]  <dd-MM-y>  dd.MM.[y]  (y)-MM-dd",
    "numbers, two separators": "d-M.y  d/M.y  d.M/y  d-M,y  d.M-y  d M/y  y.MM-dd  y MM/dd  y/MM.dd",
}


def known() -> set[str]:
    """Return the generator's own patterns."""
    named = (*layouts.NAMED, *layouts.WORDED, *layouts.WITH_WEEKDAY)
    numeric = [pattern for order in ("DMY", "MDY", "YMD") for pattern, _ in layouts.numeric(order)]
    return {*map(layouts.expand, named), *numeric}


def rows(pattern: str, random: Random) -> Iterator[Example]:
    """Yield ROWS dates in one pattern, of any of the locales that have the names it needs."""
    for _ in range(ROWS):
        writer = Writer(facts(random.choice(LOCALES)), ())
        layout = writer.layout(pattern)
        while not all(layout.tables):  # no ordinals
            writer = Writer(facts(random.choice(LOCALES)), ())
            layout = writer.layout(pattern)
        day = FIRST + timedelta(days=random.randrange((LAST - FIRST).days))
        values = (day.year, day.month, day.day, day.weekday(), 0, 0)
        text, roles = render(choose_style(layout, random), values)
        yield Example(
            text, day.isoformat(), writer.facts.identifier, layout.order, "date", layout.pattern, roles
        )


def main() -> None:
    translator = Translator.load(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
    random, lines, by_layout = Random(SEED), [], []
    for name, listed in {**NAMED, **NUMERIC}.items():
        made = []
        for layout in filter(None, map(str.strip, listed.split("  "))):
            pattern = layout if name in NUMERIC else layouts.expand(layout)
            assert pattern not in known(), pattern
            new = list(rows(pattern, random))
            found = figures(evaluate(translator, new, "all"))
            by_layout.append((found.right, layout, found, new[0].text))
            made += new
        lines.append([name, *_shares(figures(evaluate(translator, made, "all")), len(made))])
    worst = [
        [f"`{layout}`".replace("|", "\\|"), f"`{text}`".replace("|", "\\|"), *_shares(found, ROWS)[1:]]
        for _, layout, found, text in sorted(by_layout, key=lambda one: one[:2])[:10]
    ]
    header = ["exact match", "right", "wrong", "refused", "ambiguous"]
    told = [
        *table(["layouts", "rows", *header], lines),
        "",
        *table(["worst layouts", "first text", *header], worst),
    ]
    record("unseen", told)


def _shares(found: object, count: int) -> list[str]:
    names = ("exact_match", "right", "wrong", "refused", "ambiguous")
    return [f"{count:,}", *(f"{getattr(found, name):.1%}" for name in names)]


if __name__ == "__main__":
    main()
