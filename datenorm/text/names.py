"""Which weekday, months and era a text names, in any language of CLDR, so that an answer that contradicts it is told.

The names stand in tables/, in `weekdays.tsv`, `months.tsv`, `month_languages.tsv`, `earlier_eras.tsv` and `weeks.tsv`,
which `python -m tools.name_tables` writes from CLDR. A weekday that means something else beside a date somewhere ('mar'
is Tuesday in Spanish, March in French) is not there: it would prove nothing.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, cached_property, lru_cache

from datenorm.text.characters import compose
from datenorm.text.word_tables import word_table

NOT_IN_NAMES = re.compile(
    r"[\s\d.,;:!?()\[\]{}<>\"«»“”„「」【】（）*~=#@+/_|،؛۔।፡፣፥⹁，、。․·•\\–—-]+"  # commas of Arabic, Ethiopic, Adlam
)
LETTERS = re.compile(r"[^\W\d_]+")  # also where digits stand beside them: 14Unr
# Left out of words: apostrophes, geresh, invisible marks and joiners, and the dots that tell Turkish İ and ı from i.
UNWRITTEN = dict.fromkeys(map(ord, "'’‘ʼ`׳\u00ad\u0307\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))
ONE_FORM: dict[int, str | None] = {**UNWRITTEN, ord("ı"): "i"}
# Scripts written without spaces between words, and Korean, which often leaves them out.
UNSPACED = r"[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\ua000-\ua4cf\uac00-\ud7a3]"


def key(text: str) -> str:
    """Return the words of a text as the table has them: one form of each letter, single spaces.

    >>> key("Terça-feira, 9"), key("SALI"), key("п’ятниця")
    ('terça feira', 'sali', 'пятниця')
    """
    return " ".join(_split(text))


@lru_cache(maxsize=64)  # a text is asked for its weekday more than once
def find_weekday(text: str) -> frozenset[int]:
    """Return the weekdays (Monday 0) that weekday names in `text` can mean; none where there is no such name.

    >>> find_weekday("Saturday 9 May 2018"), find_weekday("9 May 2018"), find_weekday("2018年5月9日(水)")
    (frozenset({5}), frozenset(), frozenset({2}))
    """
    return _shipped("weekdays").find(text)


def find_months(text: str) -> frozenset[int]:
    """Return the months, 1 to 12, that full month names in `text` can mean in some language.

    >>> sorted(find_months("12 listopada 2018")), find_months("9 March 2018"), find_months("9 Mya 2018")
    ([10, 11], frozenset({3}), frozenset())
    """
    return _shipped("months").find(text)


def month_meanings(text: str) -> list[frozenset[int]]:
    """Return the months that each of the full month names in `text` can mean, names of one meaning once.

    >>> [sorted(months) for months in month_meanings("9 March or Juin 2018")]
    [[3], [6]]
    """
    return [frozenset(map(int, meant.split(","))) for meant in sorted(_shipped("months").meanings(text))]


@lru_cache(maxsize=64)  # and for its months
def month_languages(text: str) -> Mapping[str, frozenset[int]]:
    """Return the languages that have all the month names in `text`, and the months each has them for.

    None where there is no such name.

    >>> {language: sorted(months) for language, months in month_languages("9 listopada 2018").items()}
    {'hr': [10], 'pl': [11], 'szl': [11]}
    """
    found = [by_language(meant) for meant in _shipped("month_languages").meanings(text)]
    if len(found) < 2:
        return found[0] if found else {}
    shared = sorted(set.intersection(*map(set, found)))
    return {language: frozenset().union(*(months[language] for months in found)) for language in shared}


@cache
def month_names() -> Mapping[str, str]:
    """Return all month names that we know, the doubtful ones too, each with its meanings as the files have them."""
    return {**dict(_shipped("month_languages").items()), **dict(_shipped("doubtful_months").items())}


@cache
def by_language(meant: str) -> Mapping[str, frozenset[int]]:
    """Return the months that a name means in each of its languages.

    >>> {language: sorted(months) for language, months in by_language("hr:10 pl:11").items()}
    {'hr': [10], 'pl': [11]}
    """
    pairs = (part.split(":") for part in meant.split(" "))
    return {language: frozenset(map(int, months.split(","))) for language, months in pairs}


def month_meanings_of(name: str) -> Iterable[frozenset[int]]:
    """Return the months that one name, as `key` writes it, means in each of its languages; doubtful names count.

    >>> list(month_meanings_of("listopada")), list(month_meanings_of("zgx"))
    ([frozenset({10}), frozenset({11}), frozenset({11})], [])
    """
    meant = month_names().get(name)
    return by_language(meant).values() if meant else ()


def months_differ(languages: Mapping[str, frozenset[int]]) -> bool:
    """Return whether a name that `languages` have means different months in them, and none of them is English."""
    return "en" not in languages and len(set(languages.values())) > 1


def is_open(text: str) -> bool:
    """Return whether a month's name in `text` means different months in different languages, none of them English.

    >>> is_open("9 listopada 2018"), is_open("5 grudnia 2018"), is_open("9 May 2018")
    (True, False, False)
    """
    return months_differ(month_languages(text))


def has_one_word(text: str) -> bool:
    """Return whether letters stand in one word of `text` only: 09MAY2018."""
    return len(words(text)) == 1


def names_earlier_era(text: str) -> bool:
    """Return whether `text` says in some language, in words, that its years are those before the common era.

    >>> names_earlier_era("44 v. Chr."), names_earlier_era("44 n. Chr.")
    (True, False)
    """
    return bool(_shipped("earlier_eras").find(text))


def names_week(text: str) -> bool:
    """Return whether `text` has a word for a week in some language.

    >>> names_week("KW 12/2019"), names_week("semaine 12/2019"), names_week("exp. 12/2019")
    (True, True, False)
    """
    return bool(_shipped("weeks").find(text))


def is_unspaced(text: str) -> bool:
    """Return whether `text` has letters of a script without spaces between words: names are looked for inside it.

    >>> is_unspaced("2018年5月9日"), is_unspaced("9 мая 2018 г.")
    (True, False)
    """
    return not text.isascii() and bool(_unspaced_letter().search(text))


@cache
def _unspaced_letter() -> re.Pattern[str]:
    return re.compile(UNSPACED)  # takes 4 ms, which a single text in ASCII need not wait for


NOTHING: frozenset[int] = frozenset()


@lru_cache(maxsize=1 << 10)
def _numbers(meant: str) -> frozenset[int]:
    return frozenset(map(int, meant.split(",")))


class NameTable:
    """Names and what each can mean, looked up in texts: the longest name at each place counts.

    names: as `key` writes them, each with its meanings, written as the files have them.
    """

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = dict(names)
        self._longest = dict.fromkeys(names, 1)  # how many words a name has at most that begins with a word
        for parts in (name.split(" ") for name in names if " " in name):
            self._longest[parts[0]] = max(self._longest.get(parts[0], 0), len(parts))

    @cached_property
    def _unspaced(self) -> dict[str, str]:
        return {name: meant for name, meant in self._names.items() if is_unspaced(name)}

    def items(self) -> Iterable[tuple[str, str]]:
        """Return each name and what stands behind it."""
        return self._names.items()

    def find(self, text: str) -> frozenset[int]:
        """Return the meanings, numbers with commas between them, of all names in `text`."""
        meanings = self.meanings(text)
        return _numbers(",".join(sorted(meanings))) if meanings else NOTHING

    def meanings(self, text: str) -> set[str]:
        """Return what stands behind each of the names in `text`."""
        found = self._among(words(text))
        if not found and is_unspaced(text):
            found = self._inside(compose(text))
        return found

    def _among(self, written: Sequence[str]) -> set[str]:
        """Look for the longest name from each word on: سه شنبه is Tuesday, the شنبه in it alone is Saturday."""
        found: set[str] = set()
        if self._longest.keys().isdisjoint(written):
            return found
        start = 0
        while start < len(written):
            for end in range(min(start + self._longest.get(written[start], 0), len(written)), start, -1):
                name = " ".join(written[start:end])
                meant = self._names.get(name)
                if meant and (name.isascii() or name not in self._unspaced):
                    found.add(meant)
                    start = end
                    break
            else:
                start += 1
        return found

    def _inside(self, text: str) -> set[str]:
        """Look for the longest names in the text: 星期日 and not the 日 of 9日."""
        there = [name for name in self._unspaced if name in text]
        longest = max(map(len, there), default=0)
        return {self._unspaced[name] for name in there if len(name) == longest}


@lru_cache(maxsize=64)  # and for its month
def words(text: str) -> list[str]:
    """Return the words of a text in the form that the tables have them in; digits and signs part them.

    >>> words("Terça-feira, 9MAI2018")
    ['terça', 'feira', 'mai']
    """
    return _split(text)


def _split(text: str) -> list[str]:
    folded = compose(text).casefold()
    if not folded.isascii() or "'" in folded or "`" in folded:
        folded = folded.translate(ONE_FORM)
    return [word for word in NOT_IN_NAMES.split(folded) if word]


@cache
def _shipped(table: str) -> NameTable:
    return NameTable(word_table(table))
