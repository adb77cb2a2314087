"""What the shipped model says of common specimens: `python tools/specimens.py` writes its specimens.tsv anew.

To be run when the model changes, or the rules. The shapes: days with a month's name and a year of four digits in the
layouts that CLDR has for 40 languages and in some that everybody writes.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from babel import Locale
from babel.dates import format_date

from datenorm.judging.answer import Translation
from datenorm.network.bundle import shipped_path
from datenorm.reading.kept import FILE, as_kept, sources_of_shipped
from datenorm.reading.translator import Translator

LOCALES = (
    "ar bg bn ca cs da de el en en_GB es et eu fa fi fr he hi hr hu id is it ja ko lt lv ms nb nl pl pt ro ru sk sl "
    "sr sv tr uk vi zh"
).split()
EVERYWHERE = ("d MMMM y", "d MMM y")
OWN = {
    "de": "d. MMM. y|EEEE d. MMMM y|EE, d. MMMM y",
    "en": (
        "MMMM d y|MMM d y|EEEE d MMMM y|EEE d MMM y|EEE, d MMM y|EEE, MMM d, y|d. MMMM y|y MMMM d|d-MMM-y|d/MMM/y|"
        "MMMM d, y|MMM d, y|EEEE, MMMM d, y"
    ),
    "es": "d MMMM 'de' y|EEEE d 'de' MMMM 'de' y",
    "fr": "'le' d MMMM y|'le' EEEE d MMMM y",
    "it": "EEE d MMMM y",
    "ja": "y年M月d日(EEE)",
    "nl": "EEE d MMMM y",
    "ru": "d MMMM y 'года'|EEEE, d MMMM y",
    "zh": "y年M月d日 EEEE",
}
DAYS = tuple(
    date(1999, 1, 1) + timedelta(day) for day in range(366 * 7)
)  # each month has each weekday on all its days


def texts() -> Iterator[str]:
    """Yield texts of the shapes, some of them of one shape."""
    for name in LOCALES:
        locale = Locale.parse(name)
        plain = [str(locale.date_formats[length]) for length in ("full", "long", "medium")]
        for pattern in dict.fromkeys((*plain, *EVERYWHERE, *filter(None, OWN.get(name, "").split("|")))):
            if "yy" not in pattern.replace("yyyy", ""):
                yield from (format_date(day, pattern, locale=locale) for day in _days(pattern))


def _days(pattern: str) -> Iterator[date]:
    """Yield a day of one digit, one up to 12 and one after it, for each month and each weekday that is written."""
    seen = set()
    for day in DAYS:
        kind = day.month, day.weekday() if "E" in pattern else 0, (day.day > 9) + (day.day > 12)
        if kind not in seen:
            seen.add(kind)
            yield day


def kept(answer: Translation) -> bool:
    """Return whether an answer is one that a line can stand for."""
    return answer.status == "ok" and answer == as_kept(answer.text, answer.iso or "", answer.confidence)


def lines() -> list[str]:
    """Return the lines of the file, as the network answers today."""
    shipped = Translator.load()
    reader = Translator(
        shipped.vocabulary,
        shipped.network,
        temperature=shipped.temperature,
        min_confidence=shipped.min_confidence,
    )
    templates = reader.filler().templates(list(dict.fromkeys(texts())))
    answers = {template.specimen.text: template.answer for template in templates if template}
    return sorted(
        f"{text}\t{answer.iso}\t{answer.confidence!r}\n" for text, answer in answers.items() if kept(answer)
    )


def main() -> None:
    """Write the file anew."""
    (shipped_path() / FILE).write_text(f"{sources_of_shipped()}\n{''.join(lines())}", "utf-8")


if __name__ == "__main__":
    main()
