"""Which weekday and which months a text names, in any language of CLDR, so that an answer that contradicts it is told.

The names stand in `weekdays.tsv` and `months.tsv`, which `python -m datenorm.name_tables` writes from CLDR. A weekday
that means something else beside a date somewhere ('mar' is Tuesday in Spanish, March in French) is not there: it would
prove nothing.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files

from datenorm.vocabulary import compose

Names = Mapping[str, tuple[int, ...]]

NOT_IN_NAMES = re.compile(r"[\s\d.,;:!?()\[\]{}<>\"«»/_|،–—-]+")
# Left out of words: apostrophes, geresh, invisible marks and joiners, and the dots that tell Turkish İ and ı from i.
UNWRITTEN = dict.fromkeys(map(ord, "'’‘ʼ`׳\u00ad\u0307\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))
ONE_FORM: dict[int, str | None] = {**UNWRITTEN, ord("ı"): "i"}
# Scripts written without spaces between words, and Korean, which often leaves them out: their names are looked for
# inside the text.
UNSPACED = re.compile(
    r"[\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\ua000-\ua4cf\uac00-\ud7a3]"
)
LONGEST = 6  # words of a name


def key(text: str) -> str:
    """Return the words of a text as the table has them: one form of each letter, single spaces.

    >>> key("Terça-feira, 9"), key("SALI"), key("п’ятниця")
    ('terça feira', 'sali', 'пятниця')
    """
    folded = compose(text).casefold().translate(ONE_FORM)
    return " ".join(word for word in NOT_IN_NAMES.split(folded) if word)


def find_weekday(text: str) -> frozenset[int]:
    """Return the weekdays (Monday 0) that weekday names in `text` can mean; none where there is no such name.

    >>> find_weekday("Saturday 9 May 2018"), find_weekday("9 May 2018"), find_weekday("2018年5月9日(水)")
    (frozenset({5}), frozenset(), frozenset({2}))
    """
    return _find(text, "weekdays.tsv")


def find_months(text: str) -> frozenset[int]:
    """Return the months, 1 to 12, that full month names in `text` can mean in some language.

    >>> sorted(find_months("12 listopada 2018")), find_months("9 May 2018"), find_months("9 Mya 2018")
    ([10, 11], frozenset({5}), frozenset())
    """
    return _find(text, "months.tsv")


def _find(text: str, table: str) -> frozenset[int]:
    if text.isascii() and not any(map(str.isalpha, text)):
        return frozenset()
    spaced, unspaced = _table(table)
    found = _among_words(_words(text), spaced)
    if not found and UNSPACED.search(text):
        found = _inside(compose(text), unspaced)
    return frozenset(found)


@lru_cache(maxsize=64)  # a text is asked for its weekday and for its month
def _words(text: str) -> list[str]:
    return key(text).split(" ")


def _among_words(words: Sequence[str], names: Names) -> set[int]:
    """Look for the longest name from each word on: سه شنبه is Tuesday, the شنبه in it alone is Saturday."""
    found: set[int] = set()
    start = 0
    while start < len(words):
        for end in range(min(start + LONGEST, len(words)), start, -1):
            days = names.get(" ".join(words[start:end]))
            if days:
                found.update(days)
                start = end
                break
        else:
            start += 1
    return found


def _inside(text: str, names: Names) -> set[int]:
    """Look for the longest names in the text: 星期日 and not the 日 of 9日."""
    there = [name for name in names if name in text]
    longest = max(map(len, there), default=0)
    return {day for name in there if len(name) == longest for day in names[name]}


@cache
def _table(name: str) -> tuple[Names, Names]:
    """Return names of scripts with spaces between words, and of scripts without."""
    lines = (files("datenorm") / name).read_text("utf-8").splitlines()
    names = {name: tuple(map(int, meant.split(","))) for name, meant in (line.split("\t") for line in lines)}
    unspaced = {name: meant for name, meant in names.items() if UNSPACED.search(name)}
    return {name: meant for name, meant in names.items() if name not in unspaced}, unspaced
