"""Times of day and zones: real texts with a time, and CLDR's own date and time patterns in many locales.

Usage: python benchmarks/times.py [FOLDER]. FOLDER holds datetime.tsv with the columns text, value, locale; by default
../shared/data/real beside this repository. Generated rows are written by Babel: the full date with each width of the
time, at random moments of 1950 to 2034 in zones of six continents; the zone is in the text where the pattern has it.
"""

import csv
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import NamedTuple
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time, get_datetime_format
from report import record, table

from datenorm.judging.answer import Translation
from datenorm.reading.translator import Translator

FOLDER = Path(__file__).parents[2] / "shared" / "data" / "real"
SEED, PIVOT, ROWS = 11, 2046, 40  # rows of each locale and width
FIRST, MINUTES = datetime(1950, 1, 1), 85 * 365 * 24 * 60
LOCALES = """af am ar az be bg bn bs ca cs da de el en en_GB es es_MX et eu fa fi fil fr fr_CA gl gu he hi hr hu hy id
is it ja ka kk km kn ko lt lv mk ml mr ms my nb nl pa pl pt pt_PT ro ru sk sl sq sr sv sw ta te th tr uk ur uz vi zh
zh_Hant""".split()
ZONES = """Europe/Berlin America/New_York America/Los_Angeles America/Sao_Paulo Asia/Tokyo Asia/Kolkata Australia/Sydney
Africa/Lagos UTC""".split()
WIDTHS = {"short": "%H:%M", "medium": "%H:%M:%S", "long": "%H:%M:%S", "full": "%H:%M:%S"}


class Row(NamedTuple):
    """A text and the moment that it says, as exact as written."""

    text: str
    value: str
    locale: str | None


def real(folder: Path) -> list[Row]:
    with (folder / "datetime.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [Row(row["text"], row["value"], row["locale"] or None) for row in rows]


def generated(width: str, random: Random, count: int = ROWS) -> Iterator[Row]:
    for locale in LOCALES:
        for _ in range(count):
            moment = FIRST + timedelta(minutes=random.randrange(MINUTES), seconds=random.randrange(60))
            local = moment.replace(tzinfo=ZoneInfo(random.choice(ZONES)))
            value = local.strftime(f"%Y-%m-%dT{WIDTHS[width]}")
            zoned = value + local.isoformat()[19:] if width in ("long", "full") else value
            yield Row(written(local, width, locale), zoned, locale)


def written(local: datetime, width: str, locale: str) -> str:
    """Return a moment as CLDR writes a full date with a time of this width."""
    day = format_date(local, "full", locale=locale)
    time = format_time(local, width, tzinfo=local.tzinfo, locale=locale)
    return (
        get_datetime_format("full", locale=locale).replace("{0}", time).replace("{1}", day).replace("'", "")
    )


def outcome(row: Row, answer: Translation) -> str:
    if answer.iso is None or "T" not in answer.iso:
        return "refused"
    return "right" if plain(answer.iso) == plain(row.value) else "wrong"


def plain(iso: str) -> str:
    return iso.replace("+00:00", "Z")


def shares(rows: Sequence[Row], answers: Iterable[Translation]) -> list[str]:
    found = Counter(map(outcome, rows, answers))
    return [f"{100 * found[name] / len(rows):.1f} %" for name in ("right", "wrong", "refused")]


def measured(translator: Translator, rows: Sequence[Row], told: bool = True) -> list[str]:
    locales = [row.locale for row in rows] if told else None
    texts = [row.text for row in rows]
    answers = translator.translate_many(texts, locale=locales, as_="datetime", pivot_year=PIVOT)
    if "-v" in sys.argv:
        for row, answer in zip(rows, answers, strict=True):
            if outcome(row, answer) != "right":
                print(
                    outcome(row, answer),
                    row,
                    answer.iso,
                    answer.status,
                    answer.reason,
                    sep="\t",
                    file=sys.stderr,
                )
    return shares(rows, answers)


def main() -> None:
    folder = next((Path(one) for one in sys.argv[1:] if one != "-v"), FOLDER)
    translator, lines = Translator.load(), []
    if folder.is_dir():
        rows = real(folder)
        lines.append(["real, told the locale", *measured(translator, rows)])
        lines.append(["real, told nothing", *measured(translator, rows, told=False)])
    for width in WIDTHS:
        rows = list(generated(width, Random(f"{SEED} {width}")))
        lines.append([f"generated, {len(LOCALES)} locales, time {width}", *measured(translator, rows)])
    record("times", table(["text", "right", "wrong", "refused"], lines))


if __name__ == "__main__":
    main()
