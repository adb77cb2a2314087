"""Programs: what they write is answered without any network; what EDTF alone writes is no date."""

from datenorm.dates.machine import read
from datenorm.dates.values import is_edtf
from datenorm.judging.answer import Terms, Translation, of_machine, refused
from datenorm.reading.hints import Question
from datenorm.text.characters import clean

DASHES = ("–", "—")
OTHER = "less or other than a date, as EDTF writes it"


def of_machine_form(question: Question, terms: Terms) -> Translation | None:
    """Return the answer to a text in a form that programs write; None for any other."""
    text, order, language, _ = question
    if text.startswith(DASHES):  # no minus before a year
        return None
    if is_edtf(text):
        return refused(text, "no-date-form", OTHER, 1.0, order=order)
    form = read(text if text.isascii() else clean(text))
    return of_machine(text, form, terms, order, language) if form else None
