"""Reader: texts as the network and the judge read them: whole, or by their core where that fails."""

from collections.abc import Sequence
from typing import NamedTuple

from datenorm.judging.answer import Alternative, Terms, Translation, unread
from datenorm.judging.judge import judge, listed
from datenorm.network.search import Hypothesis, Network
from datenorm.network.vocabulary import Vocabulary
from datenorm.reading.hints import Question
from datenorm.reading.passes import Reading, Take
from datenorm.reading.programs import of_machine_form
from datenorm.reading.questions import Questions

# Codes of texts that the network could not read whole.
UNREAD = ("not-a-date", "no-token", "not-sure", "doubtful-name")
SLAB = 32_768  # texts turned into tokens at a time, so that a long list needs no more memory than a short one


class Read(NamedTuple):
    """What the network made of questions: as they were shown, and by row its hypotheses and the answers."""

    asked: Questions
    hypotheses: dict[int, Sequence[Hypothesis]]
    answers: dict[int, Translation]


class Reader:
    """Reads texts with one network. Usable from several threads at once."""

    def __init__(self, vocabulary: Vocabulary, network: Network, temperature: float, threads: int) -> None:
        self._vocabulary = vocabulary
        self._network = network
        self._temperature = temperature
        self._threads = threads

    def questions(self, questions: Sequence[Question]) -> Questions:
        """Return questions as the network takes them."""
        return Questions.of(questions, self._vocabulary)

    def answers(self, questions: Sequence[Question], terms: Terms) -> list[Translation]:
        """Return the answer to each question, a slab of them read at a time."""
        found: list[Translation] = []
        for start in range(0, len(questions), SLAB):
            asked = self.questions(questions[start : start + SLAB])
            answers = self.read(asked, terms).answers
            found += [answers[row] if row in answers else unread_row(asked, row) for row in range(len(asked))]
        return found

    def likeliest(
        self, questions: Sequence[Question], terms: Terms, count: int
    ) -> dict[Question, tuple[Alternative, ...]]:
        """Return the `count` likeliest readings of each question, good or not."""
        found: dict[Question, tuple[Alternative, ...]] = {}
        for start in range(0, len(questions), SLAB):
            found |= self._listed(questions[start : start + SLAB], terms, count)
        return found

    def _listed(
        self, questions: Sequence[Question], terms: Terms, count: int
    ) -> dict[Question, tuple[Alternative, ...]]:
        asked = self.questions(questions)
        found: dict[Question, tuple[Alternative, ...]] = {}

        def take(row: int, hypotheses: Sequence[Hypothesis]) -> None:
            found[questions[row]] = listed(hypotheses, terms, asked.seen(row), count)

        self._reading(asked, terms, take).read_widely(count)
        return found

    def read(self, asked: Questions, terms: Terms) -> Read:
        """Return what the network makes of questions, and of the cores of texts too long or too hard to read whole."""
        found: dict[int, Sequence[Hypothesis]] = {}
        again: dict[int, Sequence[Hypothesis]] = {}
        answers: dict[int, Translation] = {}

        def take(row: int, hypotheses: Sequence[Hypothesis]) -> None:
            found[row], answers[row] = hypotheses, judged(asked, row, hypotheses, terms)

        def take_core(row: int, hypotheses: Sequence[Hypothesis]) -> None:
            answer = judged(cores, row, hypotheses, terms)
            if answer.code not in UNREAD:
                again[row], answers[row] = hypotheses, answer

        self._reading(asked, terms, take).read()
        unread_rows = [row for row, answer in answers.items() if answer.code in UNREAD]
        cores, rows = asked.by_cores([*unread_rows, *asked.too_long()], self._vocabulary)
        self._reading(cores, terms, take_core).read(rows)
        return Read(asked.by_cores(again, self._vocabulary)[0], {**found, **again}, answers)

    def _reading(self, asked: Questions, terms: Terms, take: Take) -> Reading:
        return Reading(asked, terms, take, self._network, self._vocabulary, self._temperature, self._threads)


def judged(asked: Questions, row: int, hypotheses: Sequence[Hypothesis], terms: Terms) -> Translation:
    """Return the answer that hypotheses amount to; what shows itself a form of programs once shown is read as one."""
    known = of_machine_form((asked.texts[row], asked.orders[row], asked.languages[row], ""), terms)
    return known or judge(asked.texts[row], hypotheses, terms, asked.seen(row))


def unread_row(asked: Questions, row: int) -> Translation:
    """Return the answer to a text that the network is never shown."""
    return unread(asked.texts[row], int(asked.tokens.lengths[row]), asked.orders[row])
