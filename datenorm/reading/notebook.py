"""What a notebook shows of an answer: its heatmap."""

from datenorm.judging.answer import Translation
from datenorm.reading.translator import default_translator


def as_html(answer: Translation) -> str:
    """Return an answer as HTML: its heatmap, where the shipped model gives the same answer."""
    alignment = default_translator().align(answer.text, order=answer.order)
    if (alignment.translation.iso, alignment.translation.status) == (answer.iso, answer.status):
        return alignment._repr_html_()
    from html import escape

    return f"<pre>{escape(repr(answer))}</pre>"
