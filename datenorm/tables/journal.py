"""A journal of what has been read, beside an output in the making: with it a killed conversion goes on where it was.

A line for each question to the network: what identifies it, and the answers. The same run asks the same questions,
though not in the same order where threads ask, so those of the journal are answered from it and the rest by the
network; tables are read and written as ever, which costs a tenth of it. A line is used only for the very texts and
hints it was written for.
"""

import hashlib
import json
import os
import stat
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO

from datenorm.dates.values import Value
from datenorm.errors import TableError
from datenorm.judging.answer import Alternative, Translation
from datenorm.tables.cells import to_json

MARK = b'{"datenorm journal": 3, '  # the number is that of the form of a line


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
        self._using = threading.Lock()
        first = self._file.readline()
        if first and not first.startswith(MARK[: MARK.index(b":")]):
            raise TableError(
                f"{path}: is in the way of --resume, and no file of datenorm's; move it elsewhere"
            )
        self._places = self._found() if first == self._header else self._begun()

    def __enter__(self) -> "Journal":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()
        if error is None:
            self.path.unlink(missing_ok=True)

    def __call__(self, texts: Sequence[str], **hints: Sequence[Any]) -> Sequence[Translation]:
        """Return the answers to `texts`, from the journal where it has them. Threads may ask at once."""
        if not texts:
            return []
        question = to_json([list(texts), {name: list(hint) for name, hint in hints.items()}])
        key = hashlib.sha256(question.encode()).hexdigest().encode()
        if key in self._places:
            with self._using:
                self._file.seek(self._places[key])
                line = self._file.readline()
            if (answers := _answers(line)) is not None:
                self.known += len(answers)
                return answers
        found = self._read(texts, **hints)
        line = b'["%b", %b]\n' % (key, to_json(list(map(_as_list, found))).encode())
        with self._using:
            self._file.seek(0, os.SEEK_END)
            self._file.write(line)
            self._file.flush()
        return found

    def _begun(self) -> dict[bytes, int]:
        """Begin anew."""
        self._file.seek(0)
        self._file.truncate()
        self._file.write(self._header)
        self._file.flush()
        return {}

    def _found(self) -> dict[bytes, int]:
        """Return where the lines that are there begin, by what identifies their questions; a part of one is cut off."""
        places = {}
        place = self._file.tell()
        while (line := self._file.readline()).endswith(b"\n"):
            places[line[2:66]] = place
            place = self._file.tell()
        self._file.seek(place)
        self._file.truncate()
        return places


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


def _answers(line: bytes) -> list[Translation] | None:
    """Return the answers of a line; None where it is none."""
    try:
        _, answers = json.loads(line)
        return [_from_list(*answer) for answer in answers]
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
