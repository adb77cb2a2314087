"""Pipeline: texts as they stand: forms of programs, phrases that count from a day, the network, the judge."""

from collections.abc import Sequence
from typing import NamedTuple

from datenorm.dates.machine import read
from datenorm.judging.answer import Alternative, Terms, Translation, of_machine, unread
from datenorm.judging.judge import judge, listed
from datenorm.network.search import Hypothesis, Network
from datenorm.network.vocabulary import Vocabulary
from datenorm.reading.passes import Reading, Take
from datenorm.reading.questions import Question, Questions
from datenorm.reading.relative import Relatives
from datenorm.text.characters import clean

# Codes of texts that the network could not read whole.
UNREAD = ("not-a-date", "no-token", "not-sure", "doubtful-name")
SLAB = 32_768  # texts turned into tokens at a time, so that a long list needs no more memory than a short one


class Read(NamedTuple):
    """What the network made of questions: as they were shown, and by row its hypotheses and the answers."""

    asked: Questions
    hypotheses: dict[int, Sequence[Hypothesis]]
    answers: dict[int, Translation]


class Pipeline:
    """Answers texts one by one, each by the first stage that can. Usable from several threads at once."""

    def __init__(self, vocabulary: Vocabulary, network: Network, temperature: float, threads: int) -> None:
        self.vocabulary = vocabulary
        self.network = network
        self.temperature = temperature
        self.threads = threads

    def answers(self, asked: Sequence[Question], terms: Terms) -> list[Translation]:
        """Read each distinct question once, a slab of them at a time."""
        known = {question: of_machine_form(question, terms) for question in dict.fromkeys(asked)}
        relatives = Relatives(question for question, answer in known.items() if answer is None)
        known.update((base, of_machine_form(base, terms)) for base in relatives.bases.values())
        rest = [
            question for question, answer in known.items() if answer is None and question not in relatives
        ]
        for start in range(0, len(rest), SLAB):
            slab = rest[start : start + SLAB]
            known.update(zip(slab, self._whole(slab, terms), strict=True))
        known.update(relatives.answers(terms, known))
        return [answer for question in asked if (answer := known[question])]

    def _whole(self, questions: Sequence[Question], terms: Terms) -> list[Translation]:
        asked = Questions.of(questions, self.vocabulary)
        answers = self.read(asked, terms).answers
        return [answers[row] if row in answers else unread_row(asked, row) for row in range(len(asked))]

    def listing(
        self, asked: Sequence[Question], answers: Sequence[Translation], terms: Terms, count: int
    ) -> list[Translation]:
        """Return the answers with the likeliest readings of their texts, good or not; what programs wrote has one."""
        new = [question for question in dict.fromkeys(asked) if of_machine_form(question, terms) is None]
        relatives = Relatives(new)
        new = [question for question in new if question not in relatives]
        found: dict[Question, tuple[Alternative, ...]] = {}
        for start in range(0, len(new), SLAB):
            found |= self._likeliest(new[start : start + SLAB], terms, count)
        return [
            answer._replace(alternatives=found[question]) if question in found else answer
            for question, answer in zip(asked, answers, strict=True)
        ]

    def _likeliest(
        self, questions: Sequence[Question], terms: Terms, count: int
    ) -> dict[Question, tuple[Alternative, ...]]:
        asked = Questions.of(questions, self.vocabulary)
        found: dict[Question, tuple[Alternative, ...]] = {}

        def take(row: int, hypotheses: Sequence[Hypothesis]) -> None:
            found[questions[row]] = listed(hypotheses, terms, asked.seen(row), count)

        self._reading(asked, terms, take).read_widely(count)
        return found

    def read(self, asked: Questions, terms: Terms) -> "Read":
        """Return what the network makes of questions, and of the cores of texts that it can't read whole."""
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
        cores, rows = asked.by_cores(unread_rows, self.vocabulary)
        self._reading(cores, terms, take_core).read(rows)
        return Read(asked.by_cores(again, self.vocabulary)[0], {**found, **again}, answers)

    def _reading(self, asked: Questions, terms: Terms, take: Take) -> Reading:
        return Reading(asked, terms, take, self.network, self.vocabulary, self.temperature, self.threads)


def of_machine_form(question: Question, terms: Terms) -> Translation | None:
    """Return the answer to a text in a form that programs write; None for any other."""
    text, order, language, _ = question
    form = read(text if text.isascii() else clean(text))
    return of_machine(text, form, terms, order, language) if form else None


def judged(asked: Questions, row: int, hypotheses: Sequence[Hypothesis], terms: Terms) -> Translation:
    """Return the answer that hypotheses amount to; what shows itself a form of programs once shown is read as one."""
    known = of_machine_form((asked.texts[row], asked.orders[row], asked.languages[row], ""), terms)
    return known or judge(asked.texts[row], hypotheses, terms, asked.seen(row))


def unread_row(asked: Questions, row: int) -> Translation:
    """Return the answer to a text that the network is never shown."""
    return unread(asked.texts[row], int(asked.tokens.lengths[row]), asked.orders[row])
