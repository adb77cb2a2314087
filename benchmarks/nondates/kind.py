"""A kind of text that holds no one date, and its twins."""

from collections.abc import Callable, Sequence
from datetime import date
from random import Random
from typing import NamedTuple

from nondates.words import LANGUAGES, a_day, say, spelled


class Written(NamedTuple):
    """A text, and the one date in ISO 8601 that a fair reader takes from it, if any."""

    text: str
    iso: str | None = None


Text = Callable[[Random, str], str]
Maker = Callable[[Random, str], Written]


class Kind(NamedTuple):
    """A generator of texts that are to be refused, and one of texts that are to be answered.

    A date in a text to be refused is one that takes arithmetic or another calendar: it may be answered, and need not.
    """

    name: str
    text: Maker
    twin: Maker
    languages: Sequence[str] = LANGUAGES

    def refusable(self, random: Random) -> Written:
        return self.text(random, random.choice(self.languages))

    def answerable(self, random: Random) -> Written:
        return self.twin(random, random.choice(self.languages))


def undated(text: Text) -> Maker:
    """Make texts that hold no date at all, or no single one."""
    return lambda random, language: Written(text(random, language))


def parted(random: Random, language: str, text: str, day: date) -> Written:
    """Write `day` beside `text`, parted from it by a sign or a label."""
    shown, dated = spelled(random, day, language), say(random, "dated", language, day)
    patterns = ["{text} ({shown})", "{shown}: {text}", "{text} – {dated}", "{text}; {shown}"]
    pattern = random.choice(
        patterns[:3] if text[-1].isdigit() else patterns
    )  # 12; 9 May would be a list of days
    return Written(pattern.format(text=text, shown=shown, dated=dated), day.isoformat())


def beside(text: Text) -> Maker:
    """Make twins of a kind: its own texts, with a whole date apart from them."""
    return lambda random, language: parted(random, language, text(random, language), a_day(random))


def saying(group: str) -> Maker:
    """Make twins from the phrases of a group, where the date is that of the slot `d`."""

    def twin(random: Random, language: str) -> Written:
        day = a_day(random)
        return Written(say(random, group, language, day), day.isoformat())

    return twin


def apart(name: str, text: Text, languages: Sequence[str] = LANGUAGES) -> Kind:
    """Return the kind whose texts hold no date, and whose twins hold one beside such a text."""
    return Kind(name, undated(text), beside(text), languages)
