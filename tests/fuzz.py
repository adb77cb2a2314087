"""Fuzzing: texts and tables that nobody should hand in, and what must hold of every answer.

`python -m tests.fuzz texts --seconds 600 --seed 1` and the same with `tables`; `make fuzz` runs both. A failure is
printed with what reproduces it. The same seed gives the same inputs.
"""

import argparse
import csv
import gzip
import io
import json
import re
import sys
import tempfile
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout, suppress
from datetime import date
from functools import cache
from itertools import chain, islice
from pathlib import Path
from random import Random
from types import MappingProxyType
from typing import Any

from datenorm.generation.dataset import read
from datenorm.generation.generator import Generator, Recipe
from datenorm.judging.answer import STATUSES, Translation
from datenorm.reading.translator import Translator
from datenorm.tables.preamble import Dialect, beginning
from tests.network.fake_network import VOCABULARY, FakeNetwork

ROOT = Path(__file__).parents[1]
LONGEST = 100_000  # characters of a text
SLOW = 1.0  # seconds that no text may take
ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})|(\d{4})-(\d{2})|(\d{4})|--(\d{2})-(\d{2})")
CONTROL = "\x00\x01\t\n\r\x0b\x0c\x1b\x7f\x85\u200b\u200e\u200f\u2028\u202e\u2066\ufeff\ufffe\U000e0041"
SIGNS = " ./-,:'’年月日()[]<>&;=+@\"\\"
OTHER_FORMS = ("datetime", "interval", "edtf")
SURROGATES = "\ud800\udbff\udc00\udc80\udfff"


@cache
def dates() -> tuple[str, ...]:
    """Return texts that are read: the cases of the tests and generated rows, noisy ones among them."""
    cases = [row.text for row in read(ROOT / "tests" / "cases" / "read.tsv")]
    return (*cases, *(row.text for row in islice(Generator(Recipe(seed=99, noise=0.5)).rows(), 20_000)))


@cache
def digits() -> tuple[str, ...]:
    return tuple(character for character in map(chr, range(0x110000)) if character.isdecimal())


def text(random: Random) -> str:
    """Return a text of some kind."""
    return random.choice(TEXTS)(random)


def _characters(random: Random) -> str:
    plane = random.choice((0, 0, 0, 1, 1, 2, 3, 14, 15, 16)) << 16
    return "".join(chr(plane + random.randrange(1 << 16)) for _ in range(random.randrange(1, 60)))


def _letters(random: Random) -> str:
    start = random.randrange(0x20, 0x1F000)
    return "".join(chr(start + random.randrange(64)) for _ in range(random.randrange(1, 40)))


def _numbers(random: Random) -> str:
    return "".join(
        random.choice(digits() if random.random() < 0.7 else SIGNS) for _ in range(random.randrange(1, 20))
    )


def _few_signs(random: Random) -> str:
    return "".join(random.choice("0123456789" + SIGNS) for _ in range(random.randrange(1, 24)))


def _mutated(random: Random) -> str:
    mutated = list(random.choice(dates()))
    for _ in range(random.randrange(1, 6)):
        place = random.randrange(len(mutated) + 1)
        if mutated and random.random() < 0.4:
            del mutated[place - 1]
        else:
            mutated.insert(
                place, random.choice(random.choice((SIGNS, CONTROL, SURROGATES, digits(), "a1İßǅﬁ")))
            )
    return "".join(mutated)


def _at_the_end_of_time(random: Random) -> str:
    """Return a text that is read, with the first or the last year that there is, or none that there is."""
    return re.sub("[0-9]{4}", random.choice(("0000", "0001", "0099", "9998", "9999")), random.choice(dates()))


def _joined(random: Random) -> str:
    return random.choice(("", " ", "-", "\n", "/", "\x00")).join(
        random.choices(dates(), k=random.randrange(2, 4))
    )


def _long(random: Random) -> str:
    repeated = (text(random) or "x") * random.randrange(1, 40)
    return repeated[:LONGEST] if random.random() < 0.9 else _very_long(random)


def _very_long(random: Random) -> str:
    return (random.choice(dates()) * LONGEST)[: random.randrange(96, LONGEST)]


TEXTS: tuple[Callable[[Random], str], ...] = (
    *(_mutated,) * 8, _at_the_end_of_time, _characters, _letters, _letters, _numbers, _numbers, _few_signs, _few_signs, _joined, _long,
)  # fmt: skip


def options(random: Random) -> dict[str, Any]:
    """Return what `translate_many` may be told beside the order; nothing, half of the time."""
    if random.random() < 0.5:
        return {}
    form = random.choice(("date", *OTHER_FORMS))
    timed = form in ("datetime", "edtf")
    return {
        "as_": form,
        "zone": random.choice((None, "Europe/Berlin", "America/St_Johns")) if timed else None,
        "to_zone": random.choice((None, "UTC", "Asia/Tokyo", "America/New_York")) if timed else None,
        "today": random.choice((None, "2018-05-09", "0001-01-01", "9999-12-31T23:30")),
        "locale": random.choice((None, "de", "en-US", "th", "fa")),
        "calendar": random.choice((None, "persian", "julian", "hebrew")),
        "year": random.choice((None, 1, 9999)),
    }


def check(answer: Translation, asked: str, told: Mapping[str, Any] = MappingProxyType({})) -> None:
    """Assert what holds of every answer."""
    plain = told.get("as_") not in OTHER_FORMS
    assert answer.text == asked
    assert answer.status in STATUSES
    assert 0.0 <= answer.confidence <= 1.0
    assert (answer.iso is None) == (answer.status not in ("ok", "partial"))
    assert (answer.reason is None) == (answer.iso is not None)
    if answer.iso is not None and plain:
        check_iso(answer.iso)
        assert (len(answer.iso) == 10) == (answer.status == "ok")
    shares = [one.probability for one in answer.alternatives]
    assert shares == sorted(shares, reverse=True)
    assert sum(shares) <= 1.001
    assert all(share > 0 for share in shares)
    assert len({one.iso for one in answer.alternatives}) == len(shares)
    for one in (
        answer.alternatives if plain and answer.code != "several-meanings" else ()
    ):  # those are in EDTF
        check_iso(one.iso)
    json.dumps(answer.to_dict())


def check_iso(iso: str) -> None:
    found = ISO.fullmatch(iso)
    assert found, iso
    if found[1]:
        date.fromisoformat(iso)
    elif found[7]:
        date(2000, int(found[7]), int(found[8]))
    elif found[4]:
        date(int(found[4]), int(found[5]), 1)


def fuzz_texts(
    translator: Translator, random: Random, count: int, orders: Sequence[str | None] = ("DMY", None)
) -> None:
    """Read `count` texts in one call, check the answers, and read some of them again alone."""
    texts = [text(random) for _ in range(count)]
    order = random.choice(orders)
    told = options(random)
    answers = translator.translate_many(texts, order=order, **told)
    assert len(answers) == count
    for asked, answer in zip(texts, answers, strict=True):
        try:
            check(answer, asked, told)
        except AssertionError as error:
            raise AssertionError(f"order {order}, {told}: {asked!r} gave {answer!r}: {error}") from error
    for index in random.sample(range(count), min(4, count)):
        start = time.perf_counter()
        alone = translator.translate(texts[index], order=order, **told)
        assert time.perf_counter() - start < SLOW, f"{len(texts[index])} characters: {texts[index]!r}"
        assert alone == answers[index], f"{alone} alone, {answers[index]} among others"


@cache
def tables() -> tuple[tuple[str, bytes], ...]:
    """Return the names and bytes of sound tables, each with a column `date`, some of them quoted and multi-line."""
    random = Random(3)
    rows = [(str(number), random.choice(dates()[:600]), f'x "{number}"\ny, é') for number in range(12)]
    names = ("id", "date", "note")
    found = {}
    for extension, delimiter, end in (
        (".csv", ",", "\n"),
        (".csv", ";", "\r\n"),
        (".tsv", "\t", "\n"),
        (".csv", "|", "\r"),
    ):
        written = io.StringIO(newline="")
        csv.writer(written, delimiter=delimiter, lineterminator=end).writerows([names, *rows])
        found[f"{delimiter}{extension}"] = written.getvalue().encode()
    lines = [json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False) for row in rows]
    found[".jsonl"] = "\n".join(lines).encode()
    found[".csv.gz"] = gzip.compress(found[",.csv"], mtime=0)
    found[".jsonl.gz"] = gzip.compress(found[".jsonl"], mtime=0)
    found[".json"] = ("[\n" + ",\n".join(lines) + "\n]\n").encode()
    found["bank.csv"] = b"Account;12\r\n\r\n" + found[";.csv"]
    with suppress(ImportError):
        import zstandard

        found[".csv.zst"] = zstandard.compress(found[",.csv"])
    with suppress(ImportError):
        found[".xlsx"] = _workbook([names, *rows])
    try:
        import pyarrow
        from pyarrow import ipc, parquet
    except ImportError:
        return tuple(found.items())
    written_bytes = io.BytesIO()
    columns = dict(zip(names, map(list, zip(*rows, strict=True)), strict=True))
    parquet.write_table(pyarrow.table(columns), written_bytes)
    found[".parquet"] = written_bytes.getvalue()
    for name, begin in (("file.arrow", ipc.new_file), ("stream.arrow", ipc.new_stream)):
        sink = io.BytesIO()
        with begin(sink, pyarrow.table(columns).schema) as writer:
            writer.write_table(pyarrow.table(columns), 5)
        found[name] = sink.getvalue()
    return tuple(found.items())


def _workbook(rows: Sequence[Sequence[str]]) -> bytes:
    import openpyxl

    book, file = openpyxl.Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.create_sheet("other").append(["=1+1", "date", 3])
    book.save(file)
    return file.getvalue()


def mutated(content: bytes, random: Random) -> bytes:
    """Return `content` damaged in one to four places."""
    data = bytearray(content)
    for _ in range(random.randrange(1, 5)):
        start = random.randrange(len(data) + 1)
        end = min(len(data), start + random.choice((1, 1, 2, 8, 64)))
        kind = random.randrange(6)
        if kind == 0:
            del data[start:end]
        elif kind == 1:
            data[start:start] = data[start:end]
        elif kind == 2:
            data[start:start] = random.randbytes(random.randrange(1, 5))
        elif kind == 3:
            data[start:start] = random.choice(
                (
                    b'"',
                    b"\n",
                    b"\r",
                    b",",
                    b";",
                    b"\t",
                    b"\x00",
                    b"{",
                    b"}",
                    b"[",
                    b"\xff",
                    b"\xef\xbb\xbf",
                    b"\\",
                    b"=1+1",
                    b"\\ud800",
                )
            )
        elif kind == 4 and start < len(data):
            data[start] ^= 1 << random.randrange(8)
        elif kind == 5 and random.random() < 0.3:
            del data[start:]
    return bytes(data)


OPTIONS: tuple[tuple[str, ...], ...] = (
    (), (), (), ("--replace",), ("--top", "2"), ("--order", "MDY"), ("--group-by", "id"), ("--on-bad-row", "keep"), ("--on-bad-row", "keep", "--replace"),
    ("--no-header",), ("--encoding", "cp1252"), ("--encoding", "utf-16"), ("--on-reject", "keep"), ("--on-reject", "fail"), ("--order-from", "3"), ("--report", "REPORT"), ("--year", "2018"),
)  # fmt: skip


def fuzz_table(folder: Path, random: Random, only: str = "") -> int:
    """Convert a damaged table with some options; check what came of it, and return the exit status.

    only: what the names of the tables end in.
    """
    name, sound = random.choice([table for table in tables() if table[0].endswith(only)])
    content = mutated(sound, random)
    options = random.choice(OPTIONS)
    extension = name[name.index(".") :]
    source, output = folder / f"in{extension}", folder / f"out{extension}"
    source.write_bytes(content)
    column = "2" if "--no-header" in options else "date"
    said = [str(folder / "report.json") if option == "REPORT" else option for option in options]
    try:
        status, printed = run("translate", "--input", source, "--column", column, *said, "--output", output)
        assert status in (0, 1, 2), status
        assert "Traceback" not in printed
        left = {path.name for path in folder.iterdir()} - {source.name, "report.json"}
        if status == 0:
            assert left == {output.name}, left
            assert source.read_bytes() == content
            check_table(extension, content, output.read_bytes(), options)
        else:
            assert not left, left
            assert printed.strip(), "nothing was said"
    except BaseException as error:
        error.add_note(f"{name}, options {options}: {content!r}")
        raise
    finally:
        for path in folder.iterdir():
            path.unlink()
    return status


def run(*arguments: object) -> tuple[int, str]:
    """Run the command line in this process; return its status and what it said on stderr."""
    from datenorm.cli import main

    said = io.StringIO()
    with redirect_stderr(said), redirect_stdout(io.StringIO()):
        try:
            main([str(argument) for argument in arguments], prog_name="datenorm")
            status = 0
        except SystemExit as end:
            status = int(end.code or 0)
    return status, said.getvalue()


def check_table(extension: str, before: bytes, after: bytes, options: tuple[str, ...]) -> None:
    """Assert that every row is there, in its place, and that cells which are not ours are what they were."""
    added = 0 if "--replace" in options else 4 if "--top" in options else 3
    if extension.endswith(".gz"):
        before, after = gzip.decompress(before), gzip.decompress(after)
    if extension.endswith(".zst"):
        before, after = (_of_zstandard(content) for content in (before, after))
    if special := {".xlsx": _check_workbook, ".json": _check_array}.get(extension):
        special(before, after, added, encoding_of(options))
        return
    if extension in (".parquet", ".arrow"):
        old, new = (_arrow_table(extension, content) for content in (before, after))
        kept = [column for column in old.column_names if added or column != "date"]
        assert new.num_rows == old.num_rows
        assert new.select(kept).equals(old.select(kept))
    elif ".jsonl" in extension:
        said = options[1] if "--encoding" in options else "utf-8"
        old_lines, new_lines = before.split(b"\n"), after.split(b"\n")
        assert len(old_lines) == len(new_lines)
        for one, other in zip(old_lines, new_lines, strict=True):
            if added and one != other:
                was, now = (
                    json.loads(line.decode(said, "surrogateescape").removeprefix("\ufeff"))
                    for line in (one, other)
                )
                assert {**now, **was} == now
                assert len(now) == len(was) + added
    else:
        old_cells, new_cells = (list(cells(content, extension, options)) for content in (before, after))
        assert len(old_cells) == len(new_cells)
        for was, now in zip(old_cells, new_cells, strict=True):
            if added:
                assert now in (was, [*was, *now[len(was) :]])
                assert len(now) - len(was) in (0, added)
            else:
                assert len(now) == len(was)


def _arrow_table(extension: str, content: bytes) -> Any:
    from pyarrow import ipc, parquet

    if extension == ".parquet":
        return parquet.read_table(io.BytesIO(content))
    return (ipc.open_file if content.startswith(b"ARROW1") else ipc.open_stream)(content).read_all()


def _of_zstandard(content: bytes) -> bytes:
    import zstandard

    return bytes(zstandard.ZstdDecompressor().stream_reader(content, read_across_frames=True).read())


def encoding_of(options: tuple[str, ...]) -> str:
    """Return the encoding that the options of a conversion tell."""
    return options[options.index("--encoding") + 1] if "--encoding" in options else "utf-8-sig"


def _check_workbook(before: bytes, after: bytes, added: int, encoding: str) -> None:
    import openpyxl

    old, new = (openpyxl.load_workbook(io.BytesIO(content)) for content in (before, after))
    assert old.sheetnames == new.sheetnames
    for sheet in old.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if added or cell.column != 2:
                    assert new[sheet.title].cell(cell.row, cell.column).value == cell.value


def _check_array(before: bytes, after: bytes, added: int, encoding: str) -> None:
    was, now = (json.loads(content.decode(encoding)) for content in (before, after))
    assert len(was) == len(now)
    for one, other in zip(was, now, strict=True):
        if added and one != other:
            assert {**other, **one} == other


def cells(content: bytes, extension: str, options: tuple[str, ...]) -> Iterator[list[str]]:
    """Yield the records of a CSV or TSV, as Python's csv reads them."""
    encoding = options[1] if "--encoding" in options else "utf-8"
    lines = io.StringIO(content.decode(encoding, "surrogateescape").removeprefix("\ufeff"), newline="")
    names = [] if "--no-header" in options else ["date", *["id"] * ("--group-by" in options)]
    begun = beginning(lines, Dialect("\t" if extension == ".tsv" else None, names=names))
    yield from ([line] for line in begun.before)
    yield from csv.reader(chain(begun.lines, lines), delimiter=begun.delimiter, strict=True)


def scripts(texts: Sequence[str]) -> int:
    """Return from how many scripts, roughly, the letters of `texts` are."""
    return len({unicodedata.name(character, "?").split(" ")[0] for one in texts for character in one[:100]})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=["texts", "tables"])
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--fake", action="store_true", help="a network that knows no date: many more tables")
    parser.add_argument("--only", default="", help="of the tables, those whose name ends so: .xlsx")
    said = parser.parse_args()
    translator = Translator(VOCABULARY, FakeNetwork({})) if said.fake else Translator.load()
    Translator.load = classmethod(lambda *_, **__: translator)  # type: ignore[assignment, method-assign]  # it is read once
    counts: Counter[str] = Counter()
    start, random = time.monotonic(), Random(said.seed)
    with tempfile.TemporaryDirectory() as folder:
        while time.monotonic() - start < said.seconds:
            if said.what == "texts":
                fuzz_texts(translator, random, 512)
                counts["texts"] += 512
            else:
                counts[f"status {fuzz_table(Path(folder), random, said.only)}"] += 1
    print(f"{said.what}, seed {said.seed}, {time.monotonic() - start:.0f} s: {dict(counts)}", file=sys.stderr)


if __name__ == "__main__":
    main()
