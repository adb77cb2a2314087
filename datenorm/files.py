"""Files that appear under their name only when they are complete."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from datenorm.errors import DatenormError

FULL = (errno.ENOSPC, errno.EFBIG, errno.EDQUOT)  # the disk, or what one may have of it


@contextmanager
def packed(path: Path, stream: BinaryIO) -> Iterator[BinaryIO]:
    """Give what `path` is written through: a gzip stream into `stream` where its name ends in .gz, else `stream`."""
    if path.suffix.lower() != ".gz":
        yield stream
        return
    import gzip

    # No file name and no time in the header: the same table is the same bytes.
    with gzip.GzipFile(filename="", mode="wb", fileobj=stream, mtime=0) as zipped:
        yield cast(BinaryIO, zipped)


@contextmanager
def complete_file(path: Path) -> Iterator[BinaryIO]:
    """Open a file that takes its name when the block ends well, and is gone when it does not.

    It is written beside its final place, so that taking the name is one step on one file system. A pipe or a device,
    /dev/stdout for one, is written to directly. A link to a file of the same folder stays a link; one that leads
    elsewhere is not followed. Raises DatenormError for such a link, and where the file cannot be made.
    """
    if (path.exists() and not path.is_file()) or path.is_relative_to("/dev"):
        with path.open("wb") as stream:
            yield stream
        return
    real = Path(os.path.realpath(path))
    if path.is_symlink() and real.parent != Path(os.path.realpath(path.parent)):
        raise DatenormError(f"{path}: is a link to {real}; name that file itself")
    path = real
    partial = path.with_name(f".datenorm-{os.urandom(4).hex()}.part")
    try:
        stream = partial.open("xb")
    except OSError as error:
        raise DatenormError(f"{path}: cannot be written: {error.strerror}") from None
    try:
        with stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        partial.replace(path)
    except BaseException as error:  # an interrupt, too, leaves nothing behind
        partial.unlink(missing_ok=True)
        if isinstance(error, OSError) and error.errno in FULL:
            raise DatenormError(f"{path}: cannot be written: {error.strerror}") from None
        raise
