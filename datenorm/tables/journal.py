"""A journal of what has been read, beside an output in the making: with it a killed conversion goes on where it was.

A line for each question to the network, in the order they were asked: the texts, the hints, the answers. The same run
asks the same questions, so its first ones are answered from the journal and the rest by the network; tables are read
and written as ever, which costs a tenth of it. A line is used only for the very texts and hints it was written for.
"""

import json
import os
import stat
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO

from datenorm.dates.values import Value
from datenorm.errors import TableError
from datenorm.judging.answer import Alternative, Translation
from datenorm.tables.cells import to_json

MARK = b'{"datenorm journal": 2, '  # the number is that of the form of a line


class Journal:
    """Reads what `read` would, and remembers it in the file `path`.

    To be used as a context: a run that ends well needs its journal no more, and removes it; one that does not leaves it
    for the next.

    terms: what else the answers depend on. A journal of other terms is begun anew. Raises TableError where the file
    cannot be made, or is no file of its own.
    """

    def __init__(
        self, path: Path, read: Callable[..., Sequence[Translation]], terms: Mapping[str, Any]
    ) -> None:
        self.path = path
        self.known = 0  # texts that were answered from the journal
        self._read = read
        self._header = MARK + to_json(dict(terms)).encode()[1:] + b"\n"
        try:
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
        except OSError as error:
            raise TableError(f"{path}: cannot be written: {error.strerror}") from None
        if trouble := _not_own(os.fstat(descriptor)):
            os.close(descriptor)
            raise TableError(f"{path}: is in the way of --resume, and {trouble}; move it elsewhere")
        self._file: BinaryIO = os.fdopen(descriptor, "r+b")
        first = self._file.readline()
        if first and not first.startswith(MARK[: MARK.index(b":")]):
            raise TableError(
                f"{path}: is in the way of --resume, and no file of datenorm's; move it elsewhere"
            )
        self._replaying = first == self._header
        if not self._replaying:
            self._begin(0)
            self._write(self._header)

    def __enter__(self) -> "Journal":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()
        if error is None:
            self.path.unlink(missing_ok=True)

    def __call__(self, texts: Sequence[str], **hints: Sequence[Any]) -> Sequence[Translation]:
        """Return the answers to `texts`, from the journal where it has them next."""
        if not texts:
            return []
        question = [list(texts), {name: list(hint) for name, hint in hints.items()}]
        if self._replaying:
            start = self._file.tell()
            if (answers := _answers(self._file.readline(), question)) is not None:
                self.known += len(answers)
                return answers
            self._begin(start)
        found = self._read(texts, **hints)
        self._write(to_json([*question, list(map(_as_list, found))]).encode() + b"\n")
        return found

    def _begin(self, position: int) -> None:
        """Write from `position` on; what stood behind it is of another run, or was cut short."""
        self._replaying = False
        self._file.seek(position)
        self._file.truncate()

    def _write(self, line: bytes) -> None:
        self._file.write(line)
        self._file.flush()


def _not_own(found: os.stat_result) -> str:
    """Return why somebody else may have written a journal, whose answers would be theirs; '' where nobody has."""
    if not hasattr(os, "geteuid"):
        return ""
    if not stat.S_ISREG(found.st_mode):
        return "is no plain file"
    if found.st_nlink > 1:
        return "has another name, through which it can be written to"
    others = stat.S_IWGRP | stat.S_IWOTH
    return "others can write to it" if found.st_uid != os.geteuid() or found.st_mode & others else ""


def _answers(line: bytes, question: Sequence[Any]) -> list[Translation] | None:
    """Return the answers of a line; None where it is not whole, or answers something else."""
    if not line.endswith(b"\n"):
        return None
    try:
        *asked, answers = json.loads(line)
        return [_from_list(*answer) for answer in answers] if asked == list(question) else None
    except (TypeError, ValueError, RecursionError):
        return None


def _as_list(answer: Translation) -> list[Any]:
    readings = [[one.iso, one.probability] for one in answer.alternatives]
    read = [answer.text, answer.iso, answer.status, answer.confidence, readings]
    said = answer.said and [answer.said.edtf, answer.said.kind, answer.said.note]
    return [*read, answer.order, answer.warnings, answer.reason, answer.code, said]


def _from_list(
    text: str,
    iso: str | None,
    status: Any,
    confidence: float,
    alternatives: Sequence[Sequence[Any]],
    order: str | None,
    warnings: Sequence[str],
    reason: str | None,
    code: str | None,
    said: Sequence[Any] | None,
) -> Translation:
    readings = tuple(Alternative(*one) for one in alternatives)
    value = Value.of(*said) if said else None
    read = (text, iso, status, confidence, readings, order, tuple(warnings), reason, code)
    return Translation(*read, value)
