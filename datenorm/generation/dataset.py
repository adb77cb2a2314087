"""Pairs of a text and its target: files of them, splits that do not leak, and the hints a reader may have.

Files are TSV, CSV, JSON Lines (each also .gz) or Parquet, by extension, with the columns `text, iso, locale, order,
kind, pattern, spans`; only `text` and `iso` are needed to read one. `spans` says what each piece of the text does,
`day=0:1 month=2:5 year=6:10`.
"""

import csv
import gzip
import hashlib
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, partial
from itertools import chain, islice
from pathlib import Path
from random import Random
from typing import Any, BinaryIO, NamedTuple, TextIO

from datenorm.dates.calendar import ORDERS
from datenorm.dates.targets import DATES, NOT_A_DATE
from datenorm.dates.values import Form, is_in_form
from datenorm.dates.written import texts
from datenorm.errors import DataError, said_by
from datenorm.files import complete_file
from datenorm.tables.records import records
from datenorm.text.roles import FIELDS, Run, Span, of_runs, runs, span_of

Spans = tuple[Span | None, Span | None, Span | None]  # of year, month and day
CHUNK = 8192  # rows of one Parquet row group
HINT_SHARE = 0.5  # how often a hint is shown in training: the same model must read with and without
NAMED = re.compile(r"MMM|LLL|[NRKkoCJ]")  # pattern fields that a reader cannot take for another field
SHORT = ("ddMMyy", "MMddyy", "yyMMdd")  # dates only for a reader who knows the order


class Example(NamedTuple):
    """A text and its target, and, where known, how it came to be.

    order: the fields in the order they are written, 'DMY', 'MY'. roles: what each character of `text` does there, as
    `datenorm.text.roles` spells it; '' where nobody knows.
    """

    text: str
    iso: str
    locale: str = ""
    order: str = ""
    kind: str = ""
    pattern: str = ""
    roles: str = ""

    @property
    def spans(self) -> Spans:
        """Where year, month and day stand in `text`, the first of each; None for a field that it does not spell."""
        year, month, day = (span_of(self.roles, name) for name in FIELDS)
        return year, month, day


COLUMNS = (*Example._fields[:6], "spans")
EXAMPLES = {
    "datetime": "2018-05-09T10:11",
    "interval": "2018-05-01/2018-05-31",
    "edtf": "1890~",
}


@lru_cache(1 << 16)
def format_roles(roles: str) -> str:
    """Return the roles of a text's characters as a file shows them.

    >>> format_roles("ll d mmm yyyy")
    'label=0:2 day=3:4 month=5:8 year=9:13'
    """
    return " ".join([f"{name}={start}:{end}" for name, start, end in runs(roles)])


def parse_roles(shown: str, text: str) -> str:
    """Return what `format_roles` wrote of a text; a file may name some of the roles alone. Raises ValueError."""
    found: list[Run] = []
    for part in shown.split():
        match = re.fullmatch(r"(\w+)=(\d+):(\d+)", part)
        if not match:
            raise ValueError(f"{part!r} is no span; one looks like 'month=6:10'")
        found.append((match[1], int(match[2]), int(match[3])))
    return of_runs(found, text) if found else ""


def hints_for(example: Example, rng: Random) -> tuple[str | None, str | None]:
    """Draw the hints (order, language) a reader of `example` may have had, each with probability HINT_SHARE.

    An order hint never contradicts a text it could tell something about; where it tells nothing, any may stand there,
    so that a date written otherwise than its column is still read.
    """
    language = example.locale.split("_")[0] if example.locale and rng.random() < HINT_SHARE else None
    if example.pattern in SHORT:
        return example.order, language
    if example.pattern == "six digits" or rng.random() >= HINT_SHARE:
        return None, language
    return rng.choice(orders_that_fit(example)), language


def orders_that_fit(example: Example) -> tuple[str, ...]:
    """Return the order hints under which `example` means what its target says."""
    if example.iso != NOT_A_DATE and not DATES.accepts(example.iso):
        return (example.order,) if example.order in ORDERS else ORDERS
    if example.pattern in ("", "six digits") or example.iso == NOT_A_DATE:
        return ORDERS if example.iso == NOT_A_DATE or not example.order else (example.order,)
    if example.order == "DM":
        return ORDERS if NAMED.search(example.pattern) else ("DMY",)
    if example.order == "MD":
        return ORDERS if NAMED.search(example.pattern) else ("MDY", "YMD")
    if example.order not in ORDERS:
        return ORDERS
    two_digit_year = len(example.iso) == 8
    if two_digit_year:
        return ("DMY", "MDY") if NAMED.search(example.pattern) else (example.order,)
    if NAMED.search(example.pattern) or example.order == "YMD" or int(example.iso[-2:]) > 12:
        return ORDERS
    return (example.order,)


def order_of(example: Example) -> str | None:
    """Return the order hint that tells what `example` means; None where it needs none or nobody knows.

    >>> order_of(Example("3/4", "--04-03", order="DM")), order_of(Example("April 2015", "2015-04", order="MY"))
    ('DMY', None)
    """
    known = {**dict.fromkeys(ORDERS), "DM": "DMY", "MD": "MDY"}
    return (known[example.order] or example.order) if example.order in known else None


def is_held_out(text: str, share: float) -> bool:
    """Return whether `text` is in the held-out `share`: by the string alone, so that no string is on both sides."""
    digest = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big") < share * 2**64


def write(path: str | Path, examples: Iterable[Example]) -> None:
    """Write `examples`; the file has its name only once it is complete. '-' is stdout, which gets a TSV.

    Raises DataError for an extension that is none of ours, DatenormError where the file cannot be written.
    """
    if form_of(path) == "parquet":
        with complete_file(Path(path)) as file:
            _write_parquet(file, examples)
    else:
        rows = iter(examples)
        chunks = iter(lambda: list(islice(rows, CHUNK)), [])
        write_lines(path, map(partial(as_lines, form_of(path)), chunks))


def write_lines(path: str | Path, blocks: Iterable[bytes]) -> None:
    """Write the rows that `as_lines` made for the format of `path`, as `write` does."""
    blocks = chain([_HEADERS[form_of(path)].encode()], blocks)
    if str(path) == "-":
        sys.stdout.buffer.writelines(blocks)
        sys.stdout.buffer.flush()
        return
    with complete_file(Path(path)) as file:
        if _is_zipped(path):
            # No file name and no time in the header: the same rows are the same bytes.
            with gzip.GzipFile(filename="", mode="wb", fileobj=file, mtime=0) as zipped:
                zipped.writelines(blocks)
        else:
            file.writelines(blocks)


def as_lines(form: str, examples: Sequence[Example]) -> bytes:
    """Return `examples` as lines of 'tsv', 'csv' or 'jsonl', in UTF-8."""
    return _FORMATS[form](examples).encode()


def form_of(path: str | Path) -> str:
    """Return 'tsv', 'csv', 'jsonl' or 'parquet'. Raises DataError for an extension that is none of ours."""
    form = _extension(path)
    if form not in (*_FORMATS, "parquet"):
        raise DataError(f"{path}: pairs are kept in .tsv, .csv, .jsonl (also .gz) or .parquet")
    return form


def _extension(path: str | Path) -> str:
    name = str(path).lower()
    extension = "tsv" if name == "-" else Path(name.removesuffix(".gz")).suffix.lstrip(".")
    return name if _is_zipped(path) and extension == "parquet" else extension  # Parquet zips by itself


def read(path: str | Path, form: Form | None = None) -> Iterator[Example]:
    """Yield the examples of a file; .txt, too, is read. Raises DataError that names the line of what is wrong.

    form: what `iso` is written in, where it is no target: an interval, a datetime, EDTF.
    """
    kind = "txt" if _extension(path) == "txt" else form_of(path)
    try:
        if kind == "parquet":
            yield from _checked(path, enumerate(_read_parquet(Path(path)), 1), form)
        else:
            with _open_text(Path(path)) as file:
                yield from _checked(path, _READERS[kind](path, file), form)
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise DataError(f"{path}: cannot be read: {said_by(error)}") from error


def _is_zipped(path: str | Path) -> bool:
    return str(path).lower().endswith(".gz")


def _open_text(path: Path) -> TextIO:
    if _is_zipped(path):
        return gzip.open(path, "rt", encoding="utf-8", newline="")
    return open(path, encoding="utf-8", newline="")


def _cells(example: Example) -> tuple[str, ...]:
    return (*example[:6], format_roles(example.roles))


_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})
_ESCAPED = re.compile(r"\\([\\tnr])")
_TO_ESCAPE = re.compile(r"[\\\t\n\r]")


def _as_tsv(examples: Iterable[Example]) -> str:
    """Tabs, line ends and backslashes in a text are written as backslash escapes; a TSV has no quotes."""
    lines = []
    for text, *others, roles in examples:
        if _TO_ESCAPE.search(text):
            text = text.translate(_ESCAPES)
        lines.append("\t".join((text, *others, format_roles(roles))) + "\n")
    return "".join(lines)


def _as_csv(examples: Iterable[Example]) -> str:
    return records(map(_cells, examples))


def _as_jsonl(examples: Iterable[Example]) -> str:
    rows = (dict(zip(COLUMNS, (*row[:6], list(runs(row.roles))), strict=True)) for row in examples)
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


_FORMATS = {"tsv": _as_tsv, "csv": _as_csv, "jsonl": _as_jsonl}
_HEADERS = {"tsv": "\t".join(COLUMNS) + "\n", "csv": ",".join(COLUMNS) + "\n", "jsonl": ""}


def _write_parquet(file: BinaryIO, examples: Iterable[Example]) -> None:
    pyarrow, parquet = _pyarrow()
    schema = pyarrow.schema([(name, pyarrow.string()) for name in COLUMNS])
    rows = iter(examples)
    with parquet.ParquetWriter(file, schema) as writer:
        while chunk := [_cells(example) for example in islice(rows, CHUNK)]:
            columns = [pyarrow.array(column, pyarrow.string()) for column in zip(*chunk, strict=True)]
            writer.write_table(pyarrow.Table.from_arrays(columns, schema=schema))


def _pyarrow() -> tuple[Any, Any]:
    try:
        import pyarrow  # only Parquet needs it, and it is an extra
        import pyarrow.parquet as parquet
    except ImportError as error:
        raise DataError("Parquet needs pyarrow: pip install pyarrow") from error
    return pyarrow, parquet


def _read_tsv(path: str | Path, file: TextIO) -> Iterator[tuple[int, dict[str, Any]]]:
    header = file.readline().rstrip("\r\n").lstrip("\ufeff").split("\t")
    for number, line in enumerate(file, 2):
        cells = line.rstrip("\r\n").split("\t")
        if len(cells) != len(header):
            raise DataError(f"{path}:{number}: {len(cells)} cells, the header has {len(header)}")
        row = dict(zip(header, cells, strict=True))
        if "\\" in line and "text" in row:
            row["text"] = _ESCAPED.sub(
                lambda m: {"t": "\t", "n": "\n", "r": "\r"}.get(m[1], "\\"), row["text"]
            )
        yield number, row


def _read_txt(path: str | Path, file: TextIO) -> Iterator[tuple[int, dict[str, Any]]]:
    """Read the form of a well-known teaching example: a text, spaces to even its length out, _ and the date."""
    for number, line in enumerate(file, 1):
        text, mark, iso = line.rstrip("\r\n").rpartition("_")
        if not mark:
            raise DataError(f"{path}:{number}: no _ between a text and its date")
        yield number, {"text": text.rstrip(), "iso": iso}


def _read_csv(path: str | Path, file: TextIO) -> Iterator[tuple[int, dict[str, Any]]]:
    reader = csv.DictReader(file)
    try:
        for row in reader:
            yield reader.line_num, row
    except csv.Error as error:
        raise DataError(f"{path}:{reader.line_num}: {error}") from error


def _read_jsonl(path: str | Path, file: TextIO) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, line in enumerate(file, 1):
        try:
            row = json.loads(line)
            row["spans"] = _spans_of_json(row.get("spans") or "")
        except (ValueError, AttributeError, TypeError, IndexError) as error:
            raise DataError(f"{path}:{number}: not a JSON object of our columns: {error}") from error
        yield number, row


def _spans_of_json(spans: Any) -> str:
    """Return spans as a TSV has them: a list of [role, start, end], or an object with one span for each role."""
    if isinstance(spans, dict):
        spans = [(name, *span) for name, span in spans.items() if span]
    return (
        spans if isinstance(spans, str) else " ".join(f"{name}={start}:{end}" for name, start, end in spans)
    )


def _read_parquet(path: Path) -> Iterator[dict[str, Any]]:
    _, parquet = _pyarrow()
    try:
        for batch in parquet.ParquetFile(path).iter_batches(CHUNK):
            yield from batch.to_pylist()
    except ValueError as error:  # pyarrow.ArrowInvalid is one
        raise DataError(f"{path}: not a Parquet file: {said_by(error)}") from error


_READERS: dict[str, Callable[[str | Path, TextIO], Iterator[tuple[int, dict[str, Any]]]]] = {
    "tsv": _read_tsv,
    "csv": _read_csv,
    "jsonl": _read_jsonl,
    "txt": _read_txt,
}


def _checked(
    path: str | Path, rows: Iterable[tuple[int, dict[str, Any]]], form: Form | None
) -> Iterator[Example]:
    for number, row in rows:
        if row.get("text") is None or row.get("iso") is None:
            missing = "text" if row.get("text") is None else "iso"
            raise DataError(
                f"{path}:{number}: no column {missing!r}; the columns are {', '.join(map(str, row))}"
            )
        iso = row["iso"] or NOT_A_DATE
        if form and iso != NOT_A_DATE and not is_in_form(iso, form):
            raise DataError(
                f"{path}:{number}: {iso!r} is no {form}; one looks like {EXAMPLES[form]} or nothing"
            )
        if not form and not DATES.accepts(iso) and not texts().accepts(iso):
            raise DataError(
                f"{path}:{number}: {iso!r} is no target; one looks like 2018-05-09, 2018-05, --05-09 or nothing"
            )
        try:
            roles = parse_roles(row.get("spans") or "", row["text"])
        except ValueError as error:
            raise DataError(f"{path}:{number}: {error}") from error
        locale, order, kind, pattern = (row.get(name) or "" for name in COLUMNS[2:6])
        yield Example(row["text"], iso, locale, order, kind, pattern, roles)
