"""Programs: what they write is answered without any network."""

from datenorm.dates.machine import read
from datenorm.judging.answer import Terms, Translation, of_machine
from datenorm.reading.hints import Question
from datenorm.text.characters import clean

DASHES = ("–", "—")


def of_machine_form(question: Question, terms: Terms) -> Translation | None:
    """Return the answer to a text in a form that programs write; None for any other."""
    text, order, language, _ = question
    if text.startswith(DASHES):  # no minus before a year
        return None
    form = read(text if text.isascii() else clean(text))
    return of_machine(text, form, terms, order, language) if form else None
