"""Usage: which options of `translate` contradict each other."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from datenorm.cli.streams import STANDARD, Places
from datenorm.files import is_packed, is_stream

OF_ONE = ("order_from", "first", "rejects")  # options of files that many together do not have
OF_LINES = ("encoding", "on_bad_row", "longest_line", "quiet")  # options of files that lines have, too
WRITTEN = {"first": "head", "nulls": "null"}  # options that are called otherwise than in Python

ARROW_FILES = {".arrow", ".feather"}
TYPED = {".parquet", *ARROW_FILES}  # extensions of tables with types, which another format would lose
DELIMITED, TEXTS = ("csv", "tsv"), ("csv", "tsv", "jsonl", "json")
# Options of how a file is written, by the formats that have them.
OF_FORMATS = {
    **dict.fromkeys(("delimiter", "quotechar"), DELIMITED),
    **dict.fromkeys(("skip_lines", "header_row"), (*DELIMITED, "xlsx")),
    **dict.fromkeys(("encoding", "longest_line"), TEXTS),
    "sheet": ("xlsx",),
}


def check_usage(
    texts: Sequence[str], columns: Sequence[str], as_json: bool, replace: bool, files: Mapping[str, Any]
) -> None:
    """Raise UsageError for options that contradict each other."""
    source, output = files["input"], files["output"]
    of_tables = [name for name, value in files.items() if name not in OF_LINES and _is_said(value)]
    if source is None and (columns or replace or of_tables or (texts and any(map(_is_said, files.values())))):
        raise click.UsageError("--column, --output and the like go with --input FILE, or --input - for stdin")
    if source and texts:
        raise click.UsageError("give TEXT or --input, not both")
    if isinstance(source, Path) and not columns and holds_lines(source):
        _check_lines(source, [*of_tables, *["replace"] * replace])
    if columns and as_json:
        raise click.UsageError("--json is for texts; a table comes out in its own format")
    if isinstance(source, Path) and isinstance(output, Path) and STANDARD not in (source, output):
        _check_forms(source, output, files)


def _is_said(value: object) -> bool:
    """Return whether an option was given: 0 is, and a flag that is not set is not."""
    return value is not None and value is not False and value != ()


def _check_lines(source: Path, said: Sequence[str]) -> None:
    """Raise UsageError for an option of tables, where each line of a file is a text."""
    for name in said:
        if name not in ("input", "output"):
            shown = WRITTEN.get(name, name).replace("_", "-")
            place = "stdin" if source == STANDARD else source
            raise click.UsageError(
                f"--{shown} is for tables, and {place} holds a text in each line; name a --column"
            )


def _check_forms(source: Path, output: Path, files: Mapping[str, Any]) -> None:
    """Raise UsageError where what comes in cannot come out so."""
    read = f".{files['from']}" if files["from"] else _extension(source)
    written = _extension(output)
    if read == written or is_stream(output):
        return
    if {read, written} <= ARROW_FILES:
        return
    if ".txt" in (read, written) or read in TYPED:
        raise click.UsageError(f"{output}: a {read} comes out as a {read}; name it so")
    if files["on_bad_row"] == "keep":
        raise click.UsageError("--on-bad-row keep leaves a row as it is, which another format cannot")


def check_form_options(form: str, files: Mapping[str, Any], header: bool = True) -> None:
    """Raise UsageError for an option of how a file is written that one of this form does not have."""
    wrong = [name for name, forms in OF_FORMATS.items() if form not in forms and _is_said(files[name])]
    wrong += ["no_header"] * (not header and form in ("jsonl", "json", "parquet", "arrow"))
    if wrong:
        raise click.UsageError(f"a .{form} has no use for --{wrong[0].replace('_', '-')}; leave it out")


def check_days(today: str | None, columns: Sequence[str], files: Mapping[str, Any]) -> None:
    """Raise UsageError where a column says the days that texts count from, and so does an option, or there is none."""
    if files["today_column"] and (today or not columns):
        raise click.UsageError("--today-column is for --column NAME, where --today does not say the day")


def check_form(said: Mapping[str, Any], columns: Sequence[str], one_cell: bool) -> None:
    """Raise UsageError for what does not go with the form that answers are in. one_cell: whether they need be one."""
    if said["as_"] == "interval" and columns and one_cell:
        raise click.UsageError("--as interval writes two columns; --replace and --on-reject keep need one")
    if (said["zone"] or said["to_zone"]) and said["as_"] not in ("datetime", "edtf"):
        raise click.UsageError("--zone and --to-zone go with --as datetime or --as edtf")


def check_many(resume: bool, jobs: int | None, files: Mapping[str, Any]) -> None:
    """Raise UsageError for what does not go with many files, and for what goes only with them."""
    many, output = isinstance(files["input"], Places), files["output"]
    if not many and isinstance(output, Places):
        raise click.UsageError("one table goes into a file of this machine; a URI is for many")
    if not many and files["engine"]:
        raise click.UsageError("--engine is for many files: --input with a folder, a pattern or a URI")
    if files["address"] and not files["engine"]:
        raise click.UsageError("--address is that of --engine ray")
    if not many:
        return
    if (output is None and not files["dry_run"]) or output == STANDARD:
        raise click.UsageError("many files go into a folder of their own; name it with --output")
    if resume or any(files[name] for name in OF_ONE):
        raise click.UsageError("--resume, --order-from, --head and --rejects are for one file")
    if files["engine"] and jobs:
        raise click.UsageError("with --engine the cluster says how many processes there are, not --jobs")


def _extension(path: Path) -> str:
    """Return the extension that says what a file holds; '.gz' says only how."""
    name = path.with_suffix("") if is_packed(path) else path
    return name.suffix.lower()


def holds_lines(source: Path) -> bool:
    """Return whether a file holds a text in each line, where no column is named."""
    return source == STANDARD or _extension(source) == ".txt"


def is_a_file(text: str) -> bool:
    """Return whether a text is the name of a file, which a person may have meant to be read."""
    try:
        return Path(text).is_file()
    except (OSError, ValueError):  # no name that a file could have
        return False
