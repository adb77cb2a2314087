"""Files and folders that appear under their name only when they are complete."""

import errno
import glob
import io
import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, BinaryIO, cast

from datenorm.errors import DatenormError

try:
    import fcntl
except ImportError:  # Windows has no such locks
    fcntl = None  # type: ignore[assignment]

FULL = (errno.ENOSPC, errno.EFBIG, errno.EDQUOT)  # the disk, or what one may have of it
PACKED = (".gz", ".zst")
FED = 1 << 10  # bytes of .zst unpacked at a time: a hostile file makes 32 MiB of them at most
NAMED = 40  # characters of an output's name that its unfinished file has


def is_packed(path: Path) -> bool:
    """Return whether the file is compressed, by its name."""
    return path.suffix.lower() in PACKED


def unpacked(path: Path, stream: BinaryIO) -> BinaryIO:
    """Return what `stream` says, unpacked where the name of its file says that it is packed."""
    if not is_packed(path):
        return stream
    if path.suffix.lower() == ".zst":
        return cast(BinaryIO, io.BufferedReader(_Frames(stream)))
    import gzip

    return cast(BinaryIO, gzip.GzipFile(fileobj=stream))


class _Frames(io.RawIOBase):
    """What the frames of a .zst say. Raises EOFError where the last one is cut short: zstandard's reader says nothing.

    Source: RFC 8878, section 3.
    """

    def __init__(self, packed: BinaryIO) -> None:
        self._packed, self._open = packed, _zstandard().ZstdDecompressor().decompressobj
        self._frame: Any = None  # the one that is begun
        self._left = b""  # unpacked, and not read yet

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._left:
            fed = self._packed.read(FED)
            if not fed:
                if self._frame:
                    raise EOFError("the file ends before its last frame does")
                return 0
            self._left = self._unpacked(fed)
        size = min(len(buffer), len(self._left))
        buffer[:size], self._left = self._left[:size], self._left[size:]
        return size

    def _unpacked(self, fed: bytes) -> bytes:
        found = []
        while fed:
            self._frame = self._frame or self._open()
            found.append(self._frame.decompress(fed))
            fed = self._frame.unused_data if self._frame.eof else b""
            self._frame = None if self._frame.eof else self._frame
        return b"".join(found)


def unpacking_errors() -> tuple[type[Exception], ...]:
    """Return what is raised while damaged packing is read."""
    import gzip
    import zlib

    try:
        from zstandard import ZstdError
    except ImportError:
        return (EOFError, zlib.error, gzip.BadGzipFile)
    return (EOFError, zlib.error, gzip.BadGzipFile, ZstdError)


def _zstandard() -> Any:
    try:
        import zstandard  # an extra
    except ImportError:
        raise DatenormError(".zst needs zstandard: pip install zstandard") from None
    return zstandard


@contextmanager
def packed(path: Path, stream: BinaryIO) -> Iterator[BinaryIO]:
    """Give what `path` is written through: a packed stream into `stream` where its name ends so, else `stream`."""
    if not is_packed(path):
        yield stream
        return
    if path.suffix.lower() == ".zst":
        with _zstandard().ZstdCompressor().stream_writer(stream, closefd=False) as packing:
            yield packing
        return
    import gzip

    # No file name and no time in the header: the same table is the same bytes.
    with gzip.GzipFile(filename="", mode="wb", fileobj=stream, mtime=0) as zipped:
        yield cast(BinaryIO, zipped)


def is_stream(path: Path) -> bool:
    """Return whether a path is a pipe or a device, /dev/stdout for one, whose name says nothing of what goes there."""
    return (path.exists() and not path.is_file()) or path.is_relative_to("/dev")


@contextmanager
def complete_file(path: Path) -> Iterator[BinaryIO]:
    """Open a file that takes its name when the block ends well, and is gone when it does not.

    It is written beside its final place, so that taking the name is one step on one file system, and is on the disk
    before it takes it. A file that was there keeps its rights. A pipe or a device, /dev/stdout for one, is written to
    directly. A link to a file of the same folder stays a link; one that leads elsewhere is not followed. What runs left
    behind that were killed while they wrote to the same place is cleared away.
    Raises DatenormError for such a link, and where the file cannot be made.
    """
    if is_stream(path):
        try:
            with path.open("wb") as stream:
                yield stream
        except OSError as error:
            if error.errno not in FULL:
                raise
            raise _unwritten(path, error) from None
        return
    real = _followed(path)
    partial = _partial(real)
    try:
        _clear(real)
        stream = partial.open("xb")
    except OSError as error:
        raise _unwritten(path, error) from None
    try:
        with stream:
            with suppress(OSError):  # a file system without locks
                _lock(stream.fileno())
            if real.exists():
                os.chmod(partial, stat.S_IMODE(real.stat().st_mode) & 0o777)
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        partial.replace(real)
        _sync(real.parent)
    except BaseException as error:  # an interrupt, too, leaves nothing behind
        partial.unlink(missing_ok=True)
        if isinstance(error, OSError) and (error.errno in FULL or _is_about(error, partial)):
            raise _unwritten(path, error) from None
        raise


def write_file(path: Path, content: bytes) -> None:
    """Write a whole file, as `complete_file` does."""
    with complete_file(path) as stream:
        stream.write(content)


@contextmanager
def complete_folder(path: Path) -> Iterator[Path]:
    """Give a folder that takes its name when the block ends well, and is gone when it does not.

    A link is followed as `complete_file` does. Raises DatenormError for one that leads elsewhere, where something is
    there already, an empty folder apart, and where the folder cannot be made.
    """
    real = _followed(path)
    if real.exists() and (not real.is_dir() or any(real.iterdir())):
        raise DatenormError(f"{path}: is there already; many files go into a new folder")
    folder = _partial(real)
    try:
        real.parent.mkdir(parents=True, exist_ok=True)
        _clear(real)
        folder.mkdir()
    except OSError as error:
        raise _unwritten(path, error) from None
    try:
        with _locked(folder):
            yield folder
            for cut_short in folder.rglob(".datenorm-*.part"):  # by a worker that was killed, and done again
                cut_short.unlink()
            os.replace(folder, real)
        _sync(real.parent)
    except BaseException as error:
        shutil.rmtree(folder, ignore_errors=True)
        if isinstance(error, OSError) and _is_about(error, folder):
            raise _unwritten(path, error) from None
        raise


def _unwritten(path: Path, error: OSError) -> DatenormError:
    return DatenormError(f"{path}: cannot be written: {error.strerror}")


def _is_about(error: OSError, path: Path) -> bool:
    """Return whether an error names this path, which nobody but us knows."""
    return str(error.filename) == str(path)


def _followed(path: Path) -> Path:
    """Return the place that a path leads to. Raises DatenormError for a link that leads out of its folder."""
    real = Path(os.path.realpath(path))
    if path.is_symlink() and real.parent != Path(os.path.realpath(path.parent)):
        raise DatenormError(f"{path}: is a link to {real}; name that place itself")
    return real


def _partial(path: Path) -> Path:
    """Return a name beside `path` for what is not complete; nobody can know it beforehand."""
    return path.with_name(f".datenorm-{path.name[:NAMED]}-{os.urandom(4).hex()}.part")


def _clear(path: Path) -> None:
    """Remove what runs left that wrote to `path` and are dead: a living one holds a lock on its file."""
    if fcntl is None:
        return
    for name in path.parent.glob(f".datenorm-{glob.escape(path.name[:NAMED])}-????????.part"):
        with suppress(OSError), _locked(name):
            name.unlink() if name.is_file() else shutil.rmtree(name)


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Hold a lock on a file or folder, which ends with this process at the latest. Raises OSError where it is held."""
    if fcntl is None:
        yield
        return
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        _lock(descriptor)
        yield
    finally:
        os.close(descriptor)


def _lock(descriptor: int) -> None:
    if fcntl is not None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _sync(folder: Path) -> None:
    """Have the names in a folder on the disk, where the system can."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
