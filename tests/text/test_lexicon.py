"""The lexicon: the table that ships is what the script makes of CLDR and of our own words."""

import unicodedata
from collections import Counter
from random import Random

import babel
import pytest

from datenorm.text.lexicon import FIRST_UNSPACED, LONGEST_UNSPACED, MOST_SEARCHES, Lexicon, lexicon
from datenorm.text.tokens import fold
from tools.lexicon import BABEL, TABLES, gather

KINDS = frozenset(
    "before< before> after< after> about< about> perhaps< if< if> same on no early< early> mid< mid> late< late> circa< circa> from< article style open> unknown> end> negated< negated> number< hour< offset< offset> between< between> night< night or and to period:week period:season period:quarter period:half period:third period:twelfth quarter< half< "
    "period:decade period:century period:millennium period:fiscal calendar:hijri calendar:persian calendar:hebrew calendar:ethiopic "
    "calendar:julian calendar:lunar calendar:buddhist calendar:indian calendar:french calendar:common calendar:before style:new label connector year "
    "ordinal count< count> street hour minute second clock< clock:open clock:about clock:shift clock:amount clock:six clock:place symbol for< lasting> unit:night minute:quarter dayperiod zone weekday unknown undated "
    "unit:year nth full numbered letter:century letter:decade letter:early letter:late letter:mid old latin> pair era era? republic minute:to minute:past day>1 of expiry field past every< every> dated< lasting< denied< denied> not< title< word".split()
)


def rows() -> list[list[str]]:
    lines = (TABLES / "words.tsv").read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


@pytest.mark.slow
@pytest.mark.skipif(babel.__version__ != BABEL, reason="another CLDR has other names")
def test_the_lexicon_is_what_the_script_makes() -> None:
    assert (TABLES / "lexicon.tsv").read_text("utf-8") == "".join(gather().rows())


def test_the_closed_classes_have_known_kinds_and_languages() -> None:
    known = {identifier.partition("_")[0] for identifier in babel.localedata.locale_identifiers()} | {
        "*",
        "la",
    }
    assert {word for kind, _, _ in rows() for word in kind.partition("=")[0].split()} <= KINDS
    assert {language for _, languages, _ in rows() for language in languages.split(",")} <= known


def test_the_words_of_the_closed_classes_are_in_one_form() -> None:
    words = [word for _, _, line in rows() for word in line.split("|")]
    assert all(word == unicodedata.normalize("NFC", word) == " ".join(word.split()) for word in words)
    assert "." not in "".join(words)


def test_no_word_stands_twice_in_one_sense_of_one_language() -> None:
    said = [
        (kind, one, word)
        for kind, spoken, words in rows()
        for one in spoken.split(",")
        for word in words.split("|")
    ]
    assert not [one for one, count in Counter(said).items() if count > 1]


def test_a_word_is_looked_up_as_it_is_folded() -> None:
    assert "full" in lexicon().senses(fold("LISTOPADA"))
    assert lexicon().senses("zgx") == {}


def test_what_is_searched_in_the_table_is_what_its_dictionary_has() -> None:
    table = (TABLES / "lexicon.tsv").read_bytes()
    words = [row.partition("\t")[0] for row in table.decode().splitlines()]
    searched, known = Lexicon(table), Lexicon(table)
    known.words("full")
    for word in Random(5).sample(words, MOST_SEARCHES):
        known.senses(word)
    for word in ("", "a", "zgx", "zzzz", "\udc80", *words[:40], *words[-40:]):
        first = word.split(" ")[0]
        assert searched.senses(word) == known.senses(word)
        assert searched.longest(first) == known.longest(first)
    assert known.longest("a") > 1 and known.longest("zgx") == 1


def test_the_longest_name_of_a_script_without_spaces_is_as_long_as_is_said() -> None:
    words = [row.partition("\t")[0] for row in (TABLES / "lexicon.tsv").read_text("utf-8").splitlines()]
    unspaced = [word for word in words if word[0] > FIRST_UNSPACED and " " not in word]
    assert max(map(len, unspaced)) == LONGEST_UNSPACED
