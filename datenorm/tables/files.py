"""Many files as one table: their cells decide together, and each becomes a file of the same name in a folder.

Files are surveyed and converted one by one, here or on the machines of a Ray cluster; what is done with each is the
same, so the results are too.
"""

import glob
import io
import os
import posixpath
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO, Protocol, TypeVar, cast

from datenorm.errors import TableError
from datenorm.files import complete_file, complete_folder, packed
from datenorm.reading.columns import Open
from datenorm.tables.cells import Reader
from datenorm.tables.conversion import check_shares, convert, survey
from datenorm.tables.formats import EXTENSIONS, Source, extension_of
from datenorm.tables.request import Request
from datenorm.tables.summary import Summary
from datenorm.tables.survey import Found, Survey

Result = TypeVar("Result")
# Given how many files there are, a context with what to tell of each that is done.
Progress = Callable[[int], AbstractContextManager[Callable[[int], object]]]


@dataclass(frozen=True, slots=True)
class Files:
    """Table files below one place. base: a folder or a URI. names: of the files, relative to it, sorted."""

    base: str
    names: Sequence[str]

    @classmethod
    def of(cls, places: str) -> "Files":
        """Return the tables of a folder and those below it, or the files that a pattern like data/*/*.csv matches.

        A URI (s3://bucket/orders) is a folder of a file system that pyarrow reaches. Raises TableError where there are
        none, and for a folder on the way that cannot be read.
        """
        if "://" in places:
            base, names = places.rstrip("/"), _below_uri(places)
        elif os.path.isdir(places):
            base, names = places, _below(Path(places))
        else:
            base = os.path.dirname(places.partition("*")[0].partition("?")[0].partition("[")[0]) or "."
            found = (path for path in glob.glob(places, recursive=True) if os.path.isfile(path))
            names = [os.path.relpath(path, base).replace(os.sep, "/") for path in found]
            _check_readable(places)
        names = sorted(name for name in names if _is_table(name))
        if not names:
            raise TableError(f"{places}: no tables there; those we read end in {', '.join(EXTENSIONS)}")
        return cls(base, names)


@dataclass(frozen=True, slots=True)
class Task:
    """What is done with each file. source: the options of `Source`. ahead: as in `convert`."""

    base: str
    request: Request
    source: Mapping[str, Any]
    ahead: bool = False

    def survey(self, name: str) -> Found:
        """Return what the cells of a file say of how they are written."""
        with self._opened(name, again=True) as table:
            found = dict(survey(table, self.request).evidence)
        for evidence in found.values():
            evidence.come_from(name)
        return found

    def convert(self, evidence: Found | None, folder: str | None, read: Reader, name: str) -> Summary:
        """Write the file `name` of `folder`, if there is one; return what came of it."""
        request = replace(self.request, fail_over=100.0)  # of all the files, not of one
        with self._opened(name) as table, _writing(folder, name) as stream:
            surveyed = None if evidence is None else Survey(0, evidence)
            return convert(table, stream, read, request, surveyed, ahead=self.ahead)

    @contextmanager
    def _opened(self, name: str, again: bool = False) -> Iterator[Any]:
        place = posixpath.join(self.base, name)
        opened = partial(_remote, place) if "://" in place else None
        try:
            with Source(Path(place), opened=opened, **self.source).open(again) as table:
                yield table
        except TableError as error:
            raise error if place in str(error) else TableError(f"{place}: {error}") from None


class Engine(Protocol):
    """Where the work on files is done."""

    def each(self, work: Callable[[str], Result], names: Sequence[str]) -> Iterable[Result]:
        """Do `work`, which is picklable, for each of `names`; yield the results in their order."""
        ...

    def with_reader(self, work: Callable[[Reader, str], Result]) -> Callable[[str], Result]:
        """Return `work` with a reader of cells."""
        ...


class Here:
    """This process does the work, one file after the other, with `read`."""

    def __init__(self, read: Reader) -> None:
        self._read = read

    def each(self, work: Callable[[str], Result], names: Sequence[str]) -> Iterable[Result]:
        return map(work, names)

    def with_reader(self, work: Callable[[Reader, str], Result]) -> Callable[[str], Result]:
        return partial(work, self._read)


@contextmanager
def _silently(files: int) -> Iterator[Callable[[int], object]]:
    yield lambda done: None


def convert_files(
    places: str,
    output: str | None,
    request: Request,
    source: Mapping[str, Any],
    engine: Engine,
    progress: Progress = _silently,
    ahead: bool = False,
) -> Summary:
    """Convert the tables at `places` into a folder `output` that must not be there yet; return what came of them all.

    Their cells decide what is open. Without an output nothing is written. progress: is given the number of files. The
    folder has its name only when it is complete, but for a URI. ahead: as in `convert`.
    Raises TableError as `Files.of` and `convert`.
    """
    files = Files.of(places)
    task = Task(files.base, request, source, ahead)
    evidence: Found | None = None
    if request.open:
        evidence = merged(engine.each(task.survey, files.names), request.open)
    summary = Summary.empty(request.columns, evidence or {})
    with _folder(output) as folder, progress(len(files.names)) as advance:
        converted = engine.with_reader(partial(task.convert, evidence, folder))
        for part in engine.each(converted, files.names):
            summary.add(part)
            advance(1)
        check_shares(summary, request)
    return summary


def merged(found: Iterable[Found], open: Open) -> Found:
    """Return what several files say together of what is `open`, file by file."""
    together: Found = {}
    for one in found:
        for key, evidence in one.items():
            together.setdefault(key, open.evidence()).merge(evidence)
    return dict(sorted(together.items()))


def _is_table(name: str) -> bool:
    path = Path(name)
    return extension_of(path) is not None and not any(map(_is_hidden, path.parts))


def _is_hidden(part: str) -> bool:
    """Return whether a file or folder is none of the tables, as Spark and Hive leave some."""
    return part.startswith((".", "_"))


def _below(folder: Path) -> list[str]:
    """Return the files of a folder and those below it, relative to it."""
    found = []
    for place, folders, names in os.walk(folder, onerror=_cannot_be_read):
        folders[:] = [name for name in folders if not _is_hidden(name)]
        paths = (Path(place, name) for name in names)
        found += [path.relative_to(folder).as_posix() for path in paths if path.is_file()]
    return found


def _check_readable(pattern: str) -> None:
    """Raise TableError where a folder in which a pattern looks cannot be read: `glob` says nothing of those."""
    parts = pattern.split("/")
    for depth, part in enumerate(parts):
        if glob.has_magic(part):
            looked_in = "".join(f"{one}/" for one in parts[: depth + (part == "**")])
            for folder in glob.glob(looked_in, recursive=True) if looked_in else ["."]:
                _listed(folder)


def _listed(folder: str) -> None:
    try:
        os.scandir(folder).close()
    except OSError as error:
        _cannot_be_read(error)


def _cannot_be_read(error: OSError) -> None:
    raise TableError(
        f"{error.filename}: cannot be read: {error.strerror}; move it away, or name the other files by a pattern"
    ) from None


def _below_uri(uri: str) -> list[str]:
    fs = _arrow_files()
    system, base = fs.FileSystem.from_uri(uri.rstrip("/"))
    infos = system.get_file_info(fs.FileSelector(base, recursive=True))
    return [posixpath.relpath(info.path, base) for info in infos if info.type == fs.FileType.File]


def _remote(uri: str) -> BinaryIO:
    system, path = _arrow_files().FileSystem.from_uri(uri)
    return cast(BinaryIO, io.BufferedReader(system.open_input_file(path)))


def _arrow_files() -> Any:
    try:
        from pyarrow import fs
    except ImportError:
        raise TableError("other file systems than this machine's need pyarrow: pip install pyarrow") from None
    return fs


@contextmanager
def _folder(output: str | None) -> Iterator[str | None]:
    """Give the folder to write to, if there is one: it has its name when it is complete, but for a URI."""
    if output is None or "://" in output:
        yield output
        return
    with complete_folder(Path(output)) as folder:
        yield str(folder)


@contextmanager
def _writing(folder: str | None, name: str) -> Iterator[BinaryIO]:
    """Open a file of the output, packed where its name says so; nothing at all where there is no output."""
    if folder is None:
        with open(os.devnull, "wb") as nowhere:
            yield nowhere
        return
    place = posixpath.join(folder, name)
    if "://" in folder:
        system, path = _arrow_files().FileSystem.from_uri(place)
        opened: Any = system.open_output_stream(path, compression=None)
    else:
        Path(place).parent.mkdir(parents=True, exist_ok=True)
        opened = complete_file(Path(place))
    with opened as stream, packed(Path(name), stream) as written:
        yield written
