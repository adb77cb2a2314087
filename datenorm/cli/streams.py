"""Where the data of a command comes from and goes; no output is an input or another output."""

import glob
import os
import re
import stat
import sys
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import click

from datenorm.errors import DatenormError
from datenorm.files import complete_file, packed
from datenorm.text.printable import printable

STANDARD = Path("-")  # stdin or stdout
STDIN, STDOUT = 0, 1  # their numbers


class Places(str):
    """Where many files are: a folder, a pattern, or a URI."""


def check_apart(outputs: Iterable[object], inputs: Iterable[object] = ()) -> None:
    """Raise UsageError where an output is an input, lies where many are, or is another output.

    What is no place of a file counts for none.
    """
    read = list(inputs)
    taken = {identity for place in read for path in _files(place) if (identity := _identity(path, STDIN))}
    folders = [folder for place in read if isinstance(place, Places) and (folder := _read_below(place))]
    written: set[str] = set()
    for path in outputs:
        if folder := next((one for one in folders if _lies_in(path, one)), None):
            raise click.UsageError(
                f"{path}: all files below {folder} are read; name a place elsewhere as output"
            )
        identity = _identity(path, STDOUT)
        if identity is None or not isinstance(path, Path):
            continue
        named = "stdout" if path == STANDARD else str(path)
        if identity in taken:
            raise click.UsageError(f"{named} is read from; name another file as output")
        if identity in written:
            raise click.UsageError(f"{named} would be written twice; name another file")
        written.add(identity)


def check_folders(outputs: Iterable[object], made: Collection[object] = ()) -> None:
    """Raise DatenormError for an output whose folder is not there: nobody should learn that when all is read.

    made: folders that are made, with those above them.
    """
    for path in outputs:
        if not isinstance(path, Path) or path == STANDARD or path in made or path.parent in made:
            continue
        if not path.parent.is_dir():
            raise DatenormError(f"{path}: cannot be written: there is no folder {path.parent}")


def _files(place: object) -> list[object]:
    """Return the files that are read at a place: one, or those that a pattern matches."""
    if not isinstance(place, Places) or "://" in place:
        return [place]
    return list(map(Path, glob.glob(place, recursive=True)))


def _read_below(places: Places) -> str | None:
    """Return the folder of which every file is read, whatever its depth; None where a pattern says the depth."""
    if "://" in places or os.path.isdir(places):
        return places.rstrip("/") or places
    return os.path.dirname(re.split(r"[*?[]", places, maxsplit=1)[0]) or "." if "**" in places else None


def _lies_in(path: object, folder: str) -> bool:
    """Return whether an output is a folder, or lies in it."""
    if not isinstance(path, Path | Places) or path == STANDARD:
        return False
    if "://" in folder or "://" in str(path):
        return f"{path}/".startswith(f"{folder}/")
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))


def _identity(path: object, standard: int) -> str | None:
    """Return what two paths of one file or stream have in common; None for what is none, and the null device.

    standard: the stream that '-' is. A terminal, a pipe and the like may be read from and written to, so that as inputs
    only files have an identity.
    """
    if not isinstance(path, Path):
        return None
    if path != STANDARD and not path.exists():
        return os.path.realpath(path)
    try:
        status = os.fstat(standard) if path == STANDARD else path.stat()
    except OSError:  # a standard stream that is closed
        return None
    if (standard == STDIN and not stat.S_ISREG(status.st_mode)) or _is_null(status):
        return None
    return f"{status.st_dev}:{status.st_ino}"


def _is_null(status: os.stat_result) -> bool:
    null = os.stat(os.devnull) if os.path.exists(os.devnull) else None
    return null is not None and os.path.samestat(status, null)


@contextmanager
def writing(path: Path | None) -> Iterator[BinaryIO]:
    """Open an output: a file, packed where its name says so, or stdout for '-' and None."""
    if path is None or path == STANDARD:
        yield standard_output()
        return
    with complete_file(path) as stream, packed(path, stream) as written:
        yield written


def standard_output(binary: bool = False) -> BinaryIO:
    """Return stdout. Raises DatenormError where it is closed, and for `binary` data where it is a terminal."""
    if sys.stdout is None:
        raise DatenormError("stdout is closed; name a file with --output")
    if binary and sys.stdout.isatty():
        raise DatenormError("this is no text for a terminal; name a file with --output, or send it to a pipe")
    return sys.stdout.buffer


def tell(line: str) -> None:
    """Say a line to the person who runs the command."""
    click.echo(printable(line), err=True)


def open_missing() -> None:
    """Open what stands for a standard stream that is closed, as daemons have it.

    Otherwise the first file that is opened takes its number, and what a library says of itself would go into it.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.set_inheritable(os.open(os.devnull, os.O_RDWR), True)
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, it is there as long as we are
