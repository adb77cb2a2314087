"""What commands share: their options, and how a failure becomes a line and an exit status."""

import math
import os
import signal
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, ClassVar, NoReturn, TypeVar

import click

from datenorm.cli.streams import Places, check_apart, check_folders, open_missing, tell
from datenorm.dates.calendar import ORDERS
from datenorm.dates.calendars import CALENDARS
from datenorm.dates.machine.counts import NUMBERS
from datenorm.dates.relative import NEARNESS, NOW, reference
from datenorm.errors import DatenormError, LocaleError
from datenorm.garbage import collecting_seldom
from datenorm.text.printable import printable

Command = TypeVar("Command", bound=Callable[..., Any])

FORMS = ("csv", "tsv", "jsonl", "json", "parquet", "arrow", "xlsx")  # of tables


class Number(click.FloatRange):
    """A number within a range; `nan`, which is within any, is none, and neither is `inf`."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        found = super().convert(value, param, ctx)
        if not math.isfinite(found):
            self.fail(f"{value} is no finite number", param, ctx)
        return found


COUNT, SHARE, WEIGHT = click.IntRange(min=1), Number(0, 1), Number(min=0)
YEAR = click.IntRange(1, 9999)
PIVOT = click.IntRange(100, 9999)  # its century behind it must all be years
IN_FILE = click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path)


class NamedPath(click.Path):
    """A path with a name: an empty one would be the folder that one is in."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if not os.fspath(value):
            self.fail("a file has a name; this one is empty", param, ctx)
        return super().convert(value, param, ctx)


OUT_FILE = NamedPath(dir_okay=False, allow_dash=True, path_type=Path)


class Character(click.ParamType):  # type: ignore[type-arg]  # has none in older versions of Click
    """One character; a tab may be written as it is in most languages."""

    name = "character"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        character = "\t" if value in ("\\t", "tab") else str(value)
        if len(character) != 1 or character in "\r\n":
            self.fail(f"{value!r} is not one character", param, ctx)
        return character


class Order(click.Choice):  # type: ignore[type-arg]  # has none in older versions of Click
    """An order, in capitals or not."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        return str(super().convert(str(value).upper(), param, ctx))


class Locale(click.ParamType):  # type: ignore[type-arg]  # has none in older versions of Click
    """A locale of CLDR: what is none is told before a run begins, and its output."""

    name = "locale"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        from datenorm.languages.locales import (
            locale_hints,
        )  # Babel, which the run needs where a locale is told

        try:
            locale_hints(value)
        except LocaleError as error:
            self.fail(str(error), param, ctx)
        return str(value)


class TablesType(click.ParamType):  # type: ignore[type-arg]  # has none in older versions of Click
    """A file as a Path, many of them as Places. new: what is written, and need not be there yet."""

    name = "path"

    def __init__(self, new: bool = False) -> None:
        self._path = OUT_FILE if new else IN_FILE
        self._new = new

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path | Places:
        if isinstance(value, Path):
            return value
        many = not self._new and (os.path.isdir(value) or any(sign in value for sign in "*?["))
        if "://" in value or (many and not os.path.isfile(value)):
            return Places(value)
        return Path(self._path.convert(value, param, ctx))

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[Any]:
        return self._path.shell_complete(ctx, param, incomplete)


TABLES, NEW_TABLES = TablesType(), TablesType(new=True)


class FileCommand(click.Command):
    """A command none of whose outputs is one of its inputs, or another output: its options are asked before it runs.

    An option that has one value is given once: of two, the first would be passed over in silence.
    """

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        left = super().parse_args(ctx, list(args))
        _, _, params = self.make_parser(ctx).parse_args(args=list(args))
        for param, times in Counter(params).items():
            if times > 1 and isinstance(param, click.Option) and not (param.multiple or param.is_flag):
                raise click.UsageError(
                    f"{max(param.opts, key=len)} is given {times} times; give it once", ctx
                )
        return left

    def invoke(self, ctx: click.Context) -> Any:
        check_files(ctx)
        return super().invoke(ctx)


def check_files(ctx: click.Context, more: Sequence[object] = ()) -> None:
    """Raise UsageError where an output of a command is an input, lies in one, is another output, or has no folder.

    The types of the options say which they are. more: outputs that no option names.
    """

    def said(*types: object) -> list[object]:
        return [ctx.params[param.name] for param in ctx.command.params if param.name and param.type in types]

    check_apart([*said(OUT_FILE, NEW_TABLES), *more], said(IN_FILE, TABLES))
    many = any(isinstance(place, Places) for place in said(TABLES))
    check_folders(said(OUT_FILE, NEW_TABLES), made=said(NEW_TABLES) if many else ())


class Grouped(FileCommand):
    """A command whose options stand in groups in its help. groups: by title, their names; the others come last."""

    groups: ClassVar[Mapping[str, Sequence[str]]] = {}

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        left = {
            param.name: record for param in self.get_params(ctx) if (record := param.get_help_record(ctx))
        }
        for title, names in {**self.groups, "Other": list(left)}.items():
            rows = [left.pop(name) for name in names if name in left]
            if rows:
                with formatter.section(title):
                    formatter.write_dl(rows)


BUNDLE = click.Path(exists=True, file_okay=False, path_type=Path)
TRAINING = "keras tensorflow onnx safetensors tqdm"
# What a light installation lacks, and what brings it, in a clone as well.
EXTRAS = {
    **dict.fromkeys(TRAINING.split(), TRAINING),
    "matplotlib": "matplotlib",
    "pyarrow": "pyarrow",
    "ray": "'ray[data]'",
}


class Terminated(BaseException):
    """SIGTERM has come: what is half done is cleared away, as after Ctrl-C."""


def _terminate(number: int, frame: object) -> NoReturn:
    raise Terminated


class Commands(click.Group):
    """All commands, whose failures end in a line and a status."""

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        with ending_in_a_line():  # its own help and version are printed here
            return super().make_context(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        open_missing()
        with suppress(ValueError):  # not in the main thread: whoever called has signals of their own
            signal.signal(signal.SIGTERM, _terminate)
        with ending_in_a_line(), collecting_seldom():
            result = super().invoke(ctx)
            if sys.stdout:
                sys.stdout.flush()
            return result


@contextmanager
def ending_in_a_line() -> Iterator[None]:
    """The one place where a failure that datenorm explains becomes a line and a status; bugs keep their traceback."""
    try:
        yield
    except click.ClickException as error:
        vars(error)["message"] = printable(error.message)
        raise
    except BrokenPipeError:
        # Whoever read has had enough. What is still buffered goes nowhere, so that the exit stays quiet too.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise click.exceptions.Exit(0) from None
    except (KeyboardInterrupt, Terminated) as error:
        raise click.exceptions.Exit(143 if isinstance(error, Terminated) else 130) from None
    except LocaleError as error:
        raise click.UsageError(printable(str(error))) from error
    except DatenormError as error:
        for note in getattr(error, "__notes__", ()):
            tell(note)
        raise click.ClickException(printable(str(error))) from error
    except ModuleNotFoundError as error:
        extra = EXTRAS.get((error.name or "").partition(".")[0])
        if extra is None:
            raise
        raise click.ClickException(f"this needs {error.name}: pip install {extra}") from error
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        raise click.ClickException(printable(f"{place}{error.strerror or error}")) from error


class WithArchitectures(FileCommand):
    """A command whose help ends with the architectures, a line each."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        from datenorm.training.config import ARCHITECTURES

        with formatter.section("Architectures"):
            formatter.write_dl(list(ARCHITECTURES.items()))


def options(*rows: "tuple[str, click.ParamType[Any], str, str]") -> Callable[[Command], Command]:
    """Return a decorator that adds options without a default: (name, type, metavar, help) each."""

    def add(command: Command) -> Command:
        for name, kind, metavar, help in reversed(rows):
            command = click.option(*name.split(), type=kind, metavar=metavar or None, help=help)(command)
        return command

    return add


model_option = options(("--model", BUNDLE, "DIR", "Another model than the one inside."))
table_options = options(
    ("--input -i", TABLES, "FILE", "A .csv, .tsv, .jsonl, .parquet, .arrow, .xlsx, .txt...; -; a folder; 'a/*.csv'."),
    ("--output -o", NEW_TABLES, "FILE", "Where --input goes, in the format of its name; a folder for many."),
    ("--group-by", click.STRING, "NAME", "Decide the order apart where this column, say the country, differs."),
    ("--order-from", COUNT, "N", "Let the first N rows decide the order; a pipe is then read only once."),
    ("--order-column", click.STRING, "NAME", "The column that says the order of each row: DMY, MDY or YMD."),
    ("--locale-column", click.STRING, "NAME", "The column that says the locale of each row: de, pt_BR."),
    ("--today-column", click.STRING, "NAME", "The column of the days, in ISO 8601, that '3 days ago' counts from."),
    ("--numbers", click.Choice(NUMBERS), "", "What plain numbers are: a spreadsheet's days, or seconds since 1970."),
    ("--fail-over", Number(0, 100), "PERCENT", "Fail if more of a column's cells than this get no date."),
    ("--head first", click.IntRange(1, 8192), "N", "Convert the first N rows only, as all rows decide it."),
    ("--rejects", OUT_FILE, "FILE", "The rows that were not answered, with the reasons: .csv, .jsonl, .xlsx..."),
    ("--report", OUT_FILE, "FILE", "What came of it, and what decided the order, as JSON."),
    ("--engine", click.Choice(["ray"]), "", "Convert many files on a Ray cluster."),
    ("--address", click.STRING, "ADDRESS", "Of the cluster's head, or auto; without it, one of this machine alone."),
)  # fmt: skip
form_options = options(
    ("--from", click.Choice(FORMS), "", "What a table on stdin is; CSV by default."),
    ("--encoding", click.STRING, "NAME", "Of a text that is not UTF-8, say cp1252; UTF-16 is found by its mark."),
    ("--delimiter", Character(), "C", "What parts the cells of a CSV; found by default. \\\\t is a tab."),
    ("--quotechar", Character(), "C", 'What stands around a cell that has one inside; " by default.'),
    ("--skip-lines", click.IntRange(min=0), "N", "Lines before the header; found by the --column by default."),
    ("--header-row", COUNT, "N", "The line of the header, which is another way to say so."),
    ("--sheet", click.STRING, "NAME", "The sheet of a workbook, by its name or its number, from 1."),
    ("--on-bad-row", click.Choice(["fail", "keep"]), "", "Fail on a malformed row, or leave it as it is and count it."),
    ("--longest-line", COUNT, "N", "Fail on a line of more than N million characters; 32 by default."),
)  # fmt: skip
# Their names.
FORM_OPTIONS = (
    *(
        "from",
        "encoding",
        "delimiter",
        "quotechar",
        "skip_lines",
        "header_row",
        "sheet",
        "on_bad_row",
        "longest_line",
    ),
)
null_option = click.option(
    "--null",
    "nulls",
    metavar="WORD",
    multiple=True,
    help="A word for an empty cell, instead of N/A, NULL, -, ? and the like; may be repeated.",
)
hint_options = options(
    ("--order", Order(ORDERS), "", "Field order of numeric dates: with DMY, 03/04/2015 is 3 April."),
    ("--locale", Locale(), "ID", "Language, and order where --order gives none: de, en-GB, pt_BR."),
    ("--pivot-year", PIVOT, "Y", "The last year two digits may mean: with 2030, 31 is 1931. In 20 years by default."),
    ("--year", YEAR, "Y", "The year of dates that have none: with 2018, 9 May is 2018-05-09, not --05-09."),
)  # fmt: skip


class Reference(click.ParamType):  # type: ignore[type-arg]  # has none in older versions of Click
    """The day that phrases count from, or its time, in ISO 8601; `now` is the time at which a run begins, in --zone."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        try:
            return value if value == NOW else reference(value).isoformat()
        except ValueError:
            self.fail(f"{value!r} is no day or time of ISO 8601, like 2018-05-09, and not now", param, ctx)


def reference_options(command: Command) -> Command:
    """Add the options that say what relative dates count from."""
    today = "The day that '3 days ago' counts from: 2018-05-09, 2018-05-09T10:11, or now."
    nearness = "Of two Mondays that 'next Monday' may be: the nearest, or that of next week."
    command = click.option("--next", "next_week", type=click.Choice(NEARNESS), help=nearness)(command)
    return click.option("--today", type=Reference(), metavar="DATE", help=today)(command)


def is_zone(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """Return the name of a zone as it is spelt. Raises BadParameter for a name that the tz database has not."""
    if value is None:
        return None
    from datenorm.dates.zones import known

    name = known(value)
    if name is None:
        raise click.BadParameter(f"the tz database has no zone {value!r}; one is Europe/Berlin", ctx, param)
    return name


zone_option = click.option(
    "--zone", metavar="ZONE", callback=is_zone, help="Of times that have none, say Europe/Berlin."
)
calendar_option = click.option(
    "--calendar", type=click.Choice(CALENDARS), help="Of texts that don't say theirs, and of their numbers."
)


def cores(wanted: int | None = None) -> int:
    """Return how many cores this process may use, or as many of them as are wanted."""
    there = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(wanted or there, there)


def given(**said: Any) -> dict[str, Any]:
    """Return the options that were said; the defaults of the others are written in one place, and that is not here."""
    return {name: value for name, value in said.items() if value is not None and value != ()}
