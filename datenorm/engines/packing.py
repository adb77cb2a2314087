"""Answers on their way from a worker: what many of them have in common travels once, dates as their characters."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from datenorm.judging.answer import Alternative, Translation

# Of an answer with one reading: status, confidence, the reading's share, order, warnings, reason, code.
Frame = tuple[Any, ...]


class Packed(NamedTuple):
    """Answers without their texts.

    dates: those of answers with one reading, in lines; '' for others. frames: what else these say; which: the frame of
    each, -1 for none. others: the other answers, in their order.
    """

    dates: str
    frames: Sequence[Frame]
    which: Sequence[int]
    others: Sequence[Translation]


def packed(answers: Sequence[Translation]) -> Packed:
    """Return answers as they travel."""
    frames: dict[Frame, int] = {}
    dates: list[str] = []
    which: list[int] = []
    others: list[Translation] = []
    for answer in answers:
        _, iso, status, confidence, alternatives, order, warnings, reason, code, said = answer
        if iso is None or said is not None or len(alternatives) != 1 or alternatives[0].iso != iso:
            dates.append("")
            which.append(-1)
            others.append(answer)
            continue
        frame = (status, confidence, alternatives[0].probability, order, warnings, reason, code)
        dates.append(iso)
        which.append(frames.setdefault(frame, len(frames)))
    return Packed("\n".join(dates), list(frames), which, others)


def unpacked(texts: Sequence[str], found: Packed) -> list[Translation]:
    """Return the answers to texts, as `packed` was given them.

    >>> answers = [Translation("9 May 2018", "2018-05-09", "ok", 0.9, (Alternative("2018-05-09", 0.9),))]
    >>> unpacked(["9 May 2018"], packed(answers)) == answers
    True
    """
    new = tuple.__new__  # by which a named tuple is made in half the time
    others, frames = iter(found.others), found.frames
    answers: list[Translation] = []
    for text, iso, frame in zip(texts, found.dates.split("\n"), found.which, strict=bool(texts)):
        if frame < 0:
            answers.append(next(others))
            continue
        status, confidence, share, order, warnings, reason, code = frames[frame]
        one = (new(Alternative, (iso, share)),)
        answers.append(
            new(Translation, (text, iso, status, confidence, one, order, warnings, reason, code, None))
        )
    return answers
