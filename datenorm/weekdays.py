"""Which weekday a text names, in any language of CLDR, so that one that contradicts the date can be told.

The names stand in `weekdays.tsv`, which `python -m datenorm.weekday_table` writes from CLDR. A name that is also a
month's somewhere ('mar' is Tuesday in Spanish, March in French) is not there: it would prove nothing.
"""

import re
from functools import cache
from importlib.resources import files

from datenorm.vocabulary import compose

SHORTEST = 3  # letters; shorter abbreviations mean too much else
NOT_IN_NAMES = re.compile(r"[\s\d.,;:!?()\[\]{}<>\"«»/_|–—-]+")
# Scripts written without spaces between words: their names are looked for inside the text.
UNSPACED = re.compile(
    r"[\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\ua000-\ua4cf]"
)
LONGEST = 4  # words of a name


def key(text: str) -> str:
    """Return the words of a text as the table has them: one form of each letter, single spaces.

    >>> key("Terça-feira, 9")
    'terça feira'
    """
    return " ".join(word for word in NOT_IN_NAMES.split(compose(text).casefold()) if word)


def find_weekday(text: str) -> frozenset[int]:
    """Return the weekdays (Monday 0) that weekday names in `text` can mean; none where there is no such name.

    >>> find_weekday("Saturday 9 May 2018"), find_weekday("9 May 2018"), find_weekday("2018年5月9日(水)")
    (frozenset({5}), frozenset(), frozenset({2}))
    """
    if text.isascii() and not any(map(str.isalpha, text)):
        return frozenset()
    spaced, unspaced = _table()
    words = key(text).split(" ")
    found: set[int] = set()
    for length in range(1, LONGEST + 1):
        for start in range(len(words) - length + 1):
            found.update(spaced.get(" ".join(words[start : start + length]), ()))
    if not found and UNSPACED.search(text):
        # The longest name that is there: 星期日 and not the 日 of 9日.
        names = [name for name in unspaced if name in text]
        longest = max(map(len, names), default=0)
        found.update(day for name in names if len(name) == longest for day in unspaced[name])
    return frozenset(found)


@cache
def _table() -> tuple[dict[str, tuple[int, ...]], dict[str, tuple[int, ...]]]:
    """Return names of scripts with spaces between words, and of scripts without."""
    lines = (files("datenorm") / "weekdays.tsv").read_text("utf-8").splitlines()
    names = {name: tuple(map(int, days)) for name, days in (line.split("\t") for line in lines)}
    unspaced = {name: days for name, days in names.items() if UNSPACED.search(name)}
    return {name: days for name, days in names.items() if name not in unspaced}, unspaced
