"""Pipeline: texts as they stand: forms of programs, phrases that count from a day, the network and the judge."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from datenorm.judging.answer import Alternative, Terms, Translation
from datenorm.judging.forms import SEVERAL
from datenorm.judging.readings import DIGITS
from datenorm.reading.hints import Question
from datenorm.reading.programs import of_machine_form
from datenorm.reading.relative import Relatives

if TYPE_CHECKING:
    from datenorm.reading.reader import Reader


class Pipeline:
    """Answers texts one by one, each by the first stage that can. Usable from several threads at once.

    reader: returns what reads with the network; it is asked for when a text needs it.
    """

    def __init__(self, reader: "Callable[[], Reader]") -> None:
        self._reader = reader

    def answers(self, asked: Sequence[Question], terms: Terms) -> list[Translation]:
        """Read each distinct question once."""
        known = {question: of_machine_form(question, terms) for question in dict.fromkeys(asked)}
        relatives = Relatives(question for question, answer in known.items() if answer is None)
        known.update((base, of_machine_form(base, terms)) for base in relatives.bases.values())
        rest = [
            question for question, answer in known.items() if answer is None and question not in relatives
        ]
        if rest:
            known.update(zip(rest, self._reader().answers(rest, terms), strict=True))
        known.update(relatives.answers(terms, known))
        return [answer for question in asked if (answer := known[question])]

    def listing(
        self, asked: Sequence[Question], answers: Sequence[Translation], terms: Terms, count: int
    ) -> list[Translation]:
        """Return the answers with the likeliest readings of their texts, good or not; what programs wrote has one."""
        new = [question for question in dict.fromkeys(asked) if of_machine_form(question, terms) is None]
        relatives = Relatives(new)
        new = [question for question in new if question not in relatives]
        found: dict[Question, tuple[Alternative, ...]] = (
            self._reader().likeliest(new, terms, count) if new else {}
        )
        return [
            answer._replace(alternatives=_agreeing(found[question], answer, count))
            if question in found
            else answer
            for question, answer in zip(asked, answers, strict=True)
        ]


def _agreeing(listed: tuple[Alternative, ...], answer: Translation, count: int) -> tuple[Alternative, ...]:
    """Return `count` readings. The one that is answered is as sure as the answer; the others have what is left.

    What exact code says of a text, where it may mean several things, stays.
    """
    if answer.code == SEVERAL:
        return answer.alternatives[:count]
    if answer.iso is None or len(answer.alternatives) != 1:
        return listed
    [given] = answer.alternatives
    left = round(1 - given.probability, DIGITS)
    others = [Alternative(one.iso, min(one.probability, left)) for one in listed if one.iso != given.iso]
    return (given, *(one for one in others if one.probability))[:count]
