"""Named: what a text says in words that exact code knows, where the network left them out.

The name of a month in full beside a year of four digits, and a day in words beside it: le premier septembre 1939, w
styczniu 1863. In a language that is told, a name between a day and a year that the network took for another, or a
misspelt one. What the network wrote has to be a
part of it, and the rules judge it as any other reading.
"""

from collections.abc import Collection, Iterable, Sequence

from datenorm.dates.calendar import LAST_DAY
from datenorm.dates.targets import DATES, Target
from datenorm.text.lexicon import by_language, values_in
from datenorm.text.spelling import may_mean
from datenorm.text.tokens import Token

FIRST_YEAR, LAST_YEAR = 1000, 2199
BETWEEN = ("connector", "ordinal", "article", "day>1")  # words that join the fields of a date
BETWEEN_FIELDS = ".,-/'^°"  # signs
OF_DATES = (*BETWEEN, "weekday", "label", "calendar:common", "year")
MISREAD = frozenset(
    ("no-token", "another-month", "number")
)  # objections that a reading has another month, or none
LEFT_OUT = frozenset(("lacking-day", "weak-form"))  # objections that a reading misses something
SHORTEST_MISSPELT = 5  # letters of a misspelt name

Languages = Collection[str] | None


def named_instead(code: str, target: str, found: Sequence[Token], language: str | None) -> str | None:
    """Return the target that the words of a text say, where `target` was objected to for what it leaves out.

    None where they say no more than `target` does, or something else.

    >>> from datenorm.text.tokens import tokens
    >>> named_instead("lacking-day", "1939-09", tokens("le premier septembre 1939"), "fr")
    '1939-09-01'
    >>> named_instead("lacking-day", "1940-09", tokens("le premier septembre 1939"), "fr")
    >>> named_instead("number", "1912", tokens("3 ocotber 1912"), "en")
    '1912-10-03'
    """
    told, wrote = (language,) if language else None, Target.of(target)
    months = [(i, month) for i, token in enumerate(found) if (month := _value(token, "full", told))]
    if language and code in MISREAD and (exact := _with_its_name(wrote, found, language)):
        return exact
    if language and not (months or wrote.month) and code in ("number", "weak-form"):
        return _misspelt(wrote.year, found, language)
    if code not in LEFT_OUT or len(months) != 1:
        return None
    place, month = months[0]
    years = [i for i, token in enumerate(found) if _is_year(token)]
    days = {i: day for i, token in enumerate(found) if i != place and (day := _value(token, "day", told))}
    year, day = (_beside(found, place, fields, told) for fields in (years, days))
    if year is None:
        return None
    said = Target(found[year].text, f"{month:02d}", "" if day is None else f"{days[day]:02d}")
    agrees = all(not old or old == new for old, new in zip(wrote, said, strict=True))
    written = "-".join(filter(None, said))
    return written if agrees and said != wrote and DATES.accepts(written) else None


def _with_its_name(wrote: Target, found: Sequence[Token], language: str) -> str | None:
    """Return the day, month and year of a text with one month of its language, two numbers and words of dates alone.

    The network read another month, or none: ⲙ̅ⲁ̅ⲓ̅ 24, 1975.
    """
    names = [token for token in found if "full" in token.senses or "month" in token.senses]
    values = [_value(token, "full", (language,)) or _value(token, "month", (language,)) for token in names]
    numbers = [token.text for token in found if token.kind == "number"]
    days = [int(number) for number in numbers if len(number) <= 2 and 0 < int(number) <= LAST_DAY]
    known = all(token in names or _is_of_dates(token, language) for token in found if token.kind != "number")
    if len(values) != 1 or not values[0] or len(numbers) != 2 or len(days) != 1 or not known:
        return None
    agrees = numbers.count(wrote.year) == 1 and wrote.day in ("", f"{days[0]:02d}")
    written = f"{wrote.year}-{values[0]:02d}-{days[0]:02d}"
    return written if agrees and len(wrote.year) == len("1975") and DATES.accepts(written) else None


def _is_of_dates(token: Token, language: str) -> bool:
    """Return whether a word or a sign joins the fields of a date in a language, or is a weekday or an era there."""
    if token.kind == "sign" and token.text in BETWEEN_FIELDS:
        return True
    spoken = (by_language(token.senses[kind]).keys() for kind in OF_DATES if kind in token.senses)
    return any(not languages.isdisjoint((language, "*")) for languages in spoken)


def _misspelt(year: str, found: Sequence[Token], language: str) -> str | None:
    """Return the day, month and year of a text whose one unknown word is like the name of one month: 3 Ocotber 1912."""
    numbers = [token.text for token in found if token.kind == "number"]
    days = [int(number) for number in numbers if len(number) <= 2 and 0 < int(number) <= LAST_DAY]
    words = [token for token in found if token.kind == "word" and not _joins(token, (language,))]
    if len(numbers) != 2 or len(days) != 1 or numbers.count(year) != 1 or len(words) != 1:
        return None
    word = words[0].text
    months = [month for month in range(1, 13) if may_mean(word, month, (language,), abroad=False)]
    if len(word) < SHORTEST_MISSPELT or len(months) != 1:
        return None
    written = f"{year}-{months[0]:02d}-{days[0]:02d}"
    return written if DATES.accepts(written) else None


def _value(token: Token, kind: str, told: Languages) -> int | None:
    """Return the one month or day that a word is in the language that is told, or in all that have it."""
    if kind not in token.senses or (told is None and "weekday" in token.senses):
        return None
    values = values_in(token.senses[kind], told)
    return next(iter(values)) if len(values) == 1 else None


def _is_year(token: Token) -> bool:
    return token.kind == "number" and len(token.text) == 4 and FIRST_YEAR <= int(token.text) <= LAST_YEAR


def _beside(found: Sequence[Token], place: int, places: Iterable[int], told: Languages) -> int | None:
    """Return the one of some places that nothing but connecting words parts from a place; None for none or several."""
    near = [i for i in places if all(_joins(found[j], told) for j in range(min(i, place) + 1, max(i, place)))]
    return near[0] if len(near) == 1 else None


def _joins(token: Token, told: Languages) -> bool:
    if token.kind == "sign":
        return token.text in ".,-"
    spoken = [by_language(token.senses[kind]).keys() for kind in BETWEEN if kind in token.senses]
    return any(told is None or not languages.isdisjoint((*told, "*")) for languages in spoken)
