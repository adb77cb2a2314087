"""The days of a month in words, in genders and cases: `python tools/spelled_numbers.py` writes the table anew.

Source: Unicode CLDR's rule-based number formats (RBNF) through ICU (icukit-pyicu): each rule set for cardinals,
ordinals and numbering, but those in SELDOM. Languages with much writing alone, and no scripts without spaces, where a
number hides in other words. Left out are the words that `datenorm.text.numerals` has, and those that are anything else
in the lexicon: Δευτέρα is the second and Monday. One row for a day in a language: day=9, the language, the words.
"""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import icu

from datenorm.text.lexicon import lexicon
from datenorm.text.numerals import WORDS, day_words
from datenorm.text.tokens import is_unspaced, parts

TABLE = Path(__file__).parent.parent / "datenorm" / "text" / "tables" / "numbers.tsv"
LANGUAGES = """af ar az be bg bn bs ca cs da de el en es et eu fa fi fr gl he hi hr hu hy id is it ka kk lt lv mk mr ms
nb nl nn pl pt ro ru sk sl sq sr sv sw tr uk ur uz vi""".split()
RULES = ("%spellout-cardinal", "%spellout-ordinal", "%spellout-numbering")
# Of rule sets that no day of a month takes: the plural, and cases of Finnish and Lithuanian.
SELDOM = """plural ablative abessive adessive allative elative illative inessive translative comitative instructive
locative vocative""".split()
SHORTEST = 3  # letters of a word that is known for a number; shorter ones are other words somewhere
NUMBERS = {"day", "nth"}  # senses of a word that is a number and nothing else


def main() -> None:
    """Write the table anew."""
    head = f"# CLDR's numbers in words, from ICU {icu.ICU_VERSION}: sense, language, words.\n"
    TABLE.write_text(head + "".join(row for language in LANGUAGES for row in rows(language)), "utf-8")


def rows(language: str) -> Iterator[str]:
    """Yield the rows of a language."""
    known = set(chain.from_iterable(day_words(language))) if language in WORDS else set()
    for day in range(1, 32):
        words = sorted(word for word in spelled(day, language) if word not in known and is_number(word))
        if words:
            yield f"day={day}\t{language}\t{'|'.join(words)}\n"


def spelled(day: int, language: str) -> set[str]:
    """Return the words for a number in all rule sets of a language; those of English are not its own."""
    numbers = icu.RuleBasedNumberFormat(icu.URBNFRuleSetTag.SPELLOUT, icu.Locale(language))
    names = [numbers.getRuleSetName(i) for i in range(numbers.getNumberOfRuleSetNames())]
    written = (
        numbers.format(day, name)
        for name in names
        if name.startswith(RULES) and not any(case in name for case in SELDOM)
    )
    found = {" ".join(parts(words)) for words in written if not any(map(str.isdigit, words))}
    return found if language == "en" or found != spelled(day, "en") else set()


def is_number(word: str) -> bool:
    """Return whether a word is long enough, and nothing but a number as far as the lexicon knows."""
    return len(word) >= SHORTEST and not is_unspaced(word) and lexicon().senses(word).keys() <= NUMBERS


if __name__ == "__main__":
    main()
