"""Years in words, cut in two: `python tools/year_words.py` writes the table anew.

Source: Unicode CLDR's rule-based number formats (RBNF) through ICU (icukit-pyicu): years, cardinals and ordinals, and
what is composed of them as people write it: nineteen hundred and four, тысяча девятьсот четвёртого without одна. A row
has a century, 1900, or a rest, 4, and its words in a language, without spaces: century=1900, de, neunzehnhundert. A
year is the words of a century and of a rest, one behind the other; no two years of a language are written alike.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from pathlib import Path

import icu

from datenorm.text.numerals import WORDS, day_words
from datenorm.text.year_words import FIRST, LAST, letters

TABLE = Path(__file__).parent.parent / "datenorm" / "text" / "tables" / "years.tsv"
LANGUAGES = """af bg bs ca cs da de el en es et fa fi fr he hi hr hu id is it lt lv mk nb nl nn no pl pt ro ru sk sl sr
sv sw tr uk vi""".split()
SELDOM = """plural ablative abessive adessive allative elative illative inessive translative comitative instructive
locative vocative partitive essive dative accusative""".split()
CASES = (*SELDOM, "genitive", "nominative-plural")  # of numbers before an ordinal
FEMININE = re.compile(r"(?:og|eg|ог|ег)\b")
# What stands for one before a thousand, which people leave out.
ONE = {
    "bg": "една", "cs": "jedna", "da": "et", "de": "ein", "fa": "یک", "hi": "एक", "hr": "jedna", "hu": "egy",
    "mk": "една", "nb": "én", "no": "én", "pl": "jeden", "ru": "одна", "sk": "jedna", "sl": "ena",
    "sr": "једна", "sv": "et", "uk": "одна", "vi": "", "id": "",
}  # fmt: skip
# Languages that also say the two halves of a year: nineteen eighty-four, but eleven thirty is a time.
PAIRS = ("en", "nl", "af", "sv", "da", "nb", "no")
# How a hundred is said behind a number of them: nineteen hundred and, negentienhonderd.
HUNDREDS = {
    "en": ("hundred", "hundred and", "hundred &", "oh", "o", "ought", "aught"), "nl": ("honderd", "honderd en"),
    "af": ("honderd", "honderd en"), "hi": ("सौ",), "cs": ("set",),
    "da": ("hundrede", "hundrede og", "hundred og", "hundred"),
    "sv": ("hundra",), "nb": ("hundre og", "hundre"), "no": ("hundre og", "hundre"), "de": ("hundert", "hundertund"),
    "fr": ("cent", "cents"), "is": ("hundruð og", "hundrað og"),
}  # fmt: skip
# Letters and words that people write instead: mil neuf cent, tisíc devet sto.
INSTEAD = {
    "fr": (("mille", "mil"),), "ru": (("ё", "е"),), "hr": (("tisuću", "hiljadu"), ("tisuću", "tisuće")),
    "sr": (("хиљаду", "хиљада"),),
    "bg": (("деветстотин", "деветсто"),), "en": ((" and ", " "),), "it": (("cento", "cent"),),
    "ro": (("una mie", "o mie"),),
}  # fmt: skip


FIRST_PAIR = 13
Found = dict[int, set[str]]  # words by their numbers
CENTURIES = range(FIRST // 100, LAST // 100 + 1)


def main() -> None:
    """Write the table anew."""
    head = f"# Years in words, from ICU {icu.ICU_VERSION}: century or rest, language, words without spaces.\n"
    TABLE.write_text(head + "".join(row for language in LANGUAGES for row in rows(language)), "utf-8")


def rows(language: str) -> Iterator[str]:
    """Yield the rows of a language."""
    for name, found in taken_apart(language):
        for value, words in sorted(found.items()):
            if words:
                yield f"{name}={value}\t{language}\t{'|'.join(sorted(words))}\n"


def taken_apart(language: str) -> Iterator[tuple[str, Found]]:
    """Yield the words of a language for centuries, halves of years, what is behind both, and whole hundreds."""
    centuries, pairs, rests, rounds = (defaultdict[int, set[str]](set) for _ in range(4))
    halves = {century: set(map(letters, cardinal(century, language))) for century in CENTURIES}
    for spelled in ways(language):
        for century in CENTURIES:
            words = [spelled.get(century * 100 + rest, "") for rest in range(1, 100)]
            start = common_start(words)
            if not all(words) or start in halves[century]:
                continue
            centuries[century * 100].add(start)
            rounds[century * 100].add(spelled[century * 100])
            for rest, word in enumerate(words, 1):
                rests[rest].add(word.removeprefix(start))
    for century in CENTURIES:
        centuries[century * 100] |= {
            half + letters(hundred) for hundred in HUNDREDS.get(language, ()) for half in halves[century]
        }
        pairs[century * 100] |= halves[century] if language in PAIRS and century >= FIRST_PAIR else set()
    for rest, ordinal in ordinals(language).items():
        rests[rest] |= ordinal
    for name, found in (("century", centuries), ("pair", pairs), ("rest", rests), ("year", rounds)):
        yield name, without_doubles(found)


def common_start(words: Sequence[str]) -> str:
    """Return what all words begin with."""
    same = takewhile(lambda letters: len(set(letters)) == 1, zip(*words, strict=False))
    return "".join(letters[0] for letters in same)


def without_doubles(found: Found) -> Found:
    """Return words without those that stand for two numbers."""
    said = defaultdict(set)
    for value, words in found.items():
        for word in words:
            said[word].add(value)
    return {
        value: {word for word in words if word and len(said[word]) == 1} for value, words in found.items()
    }


def ways(language: str) -> Iterator[dict[int, str]]:
    """Yield the ways to spell years in a language, each as its words by year."""
    numbers = icu.RuleBasedNumberFormat(icu.URBNFRuleSetTag.SPELLOUT, icu.Locale(language))
    names = [numbers.getRuleSetName(i) for i in range(numbers.getNumberOfRuleSetNames())]
    for name in names:
        halves = (
            language == "en" and "year" in name
        )  # nineteen eighty-four, two thousand four, twenty fourteen
        if name.startswith("%%") or any(case in name for case in SELDOM) or halves:
            continue
        spelled = {year: numbers.format(year, name) for year in range(FIRST, LAST + 1)}
        if any(any(map(str.isdigit, words)) for words in spelled.values()):
            continue
        for variant in variants(spelled, language):
            yield {year: letters(words) for year, words in variant.items()}


def variants(spelled: dict[int, str], language: str) -> Iterator[dict[int, str]]:
    """Yield words as ICU has them, and as people write them."""
    plain = {year: without_format(words) for year, words in spelled.items()}
    ways = [plain]
    if one := ONE.get(language):
        ways.append({year: words.removeprefix(one).lstrip() for year, words in plain.items()})
    for old, new in INSTEAD.get(language, ()):
        ways += [{year: words.replace(old, new) for year, words in way.items()} for way in ways]
    yield from ways


def without_format(words: str) -> str:
    """Return words without soft hyphens and the like."""
    return "".join(one for one in words if unicodedata.category(one) != "Cf")


def cardinal(number: int, language: str) -> set[str]:
    """Return the words for a number below a hundred in a language, in all genders."""
    numbers = icu.RuleBasedNumberFormat(icu.URBNFRuleSetTag.SPELLOUT, icu.Locale(language))
    names = [numbers.getRuleSetName(i) for i in range(numbers.getNumberOfRuleSetNames())]
    wanted = [name for name in names if name.startswith(("%spellout-cardinal", "%spellout-numbering"))]
    plain = [name for name in wanted if "year" not in name and not any(case in name for case in CASES)]
    return {without_format(numbers.format(number, name)) for name in plain}


def ordinals(language: str) -> dict[int, set[str]]:
    """Return ordinals in the case that dates have, for languages of which ICU has none: вісімдесят четвертого."""
    found: dict[int, set[str]] = defaultdict(set)
    if language not in WORDS or language in ("en", "fr", "es", "pt", "it", "ca", "gl"):
        return found
    for days in feminine_too(day_words(language), language):
        for rest in range(1, 32):
            found[rest].add(letters(days[rest - 1]))
        for tens, unit in ((tens, unit) for tens in range(20, 100, 10) for unit in range(1, 10)):
            found[tens + unit] |= {letters(f"{word} {days[unit - 1]}") for word in cardinal(tens, language)}
    return found


def feminine_too(tables: Sequence[Sequence[str]], language: str) -> Iterator[Sequence[str]]:
    """Yield tables of days, and for South Slavic languages, whose word for a year is feminine, of its genders."""
    yield from tables
    if language in ("bs", "hr", "sr"):
        yield from (
            [FEMININE.sub(lambda ending: "e" if ending[0].isascii() else "е", day) for day in days]
            for days in tables
        )


def years_of(languages: Iterable[str]) -> Iterator[tuple[str, int, str]]:
    """Yield years as ICU spells them, for the test of the table: the language, the year, its words."""
    for language in languages:
        for spelled in ways(language):
            for year in range(FIRST, LAST + 1, 7):
                yield language, year, spelled[year]


if __name__ == "__main__":
    main()
