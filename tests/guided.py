"""Fuzzing guided by coverage, of what is exact code: no network, no processes, some thousand inputs a second.

    pip install atheris
    python -m tests.guided answers -max_total_time=600 CORPUS
    python -m tests.guided tables -max_total_time=600 CORPUS
    python -m tests.guided models -max_total_time=600 CORPUS

What stands behind the name goes to libFuzzer; CORPUS is a folder that it keeps its inputs in, given some to start with.
"""

import io
import sys
from collections.abc import Sequence
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["datenorm"]):
    from datenorm.dates.targets import DATES, NOT_A_DATE
    from datenorm.errors import DatenormError
    from datenorm.judging.answer import Terms, Translation
    from datenorm.judging.judge import judge
    from datenorm.judging.seen import Seen
    from datenorm.network.bundle import shipped_path
    from datenorm.network.graph_check import complaint
    from datenorm.network.search import Hypothesis
    from datenorm.reading.columns import ColumnEvidence
    from datenorm.tables.bad_rows import BadRows
    from datenorm.tables.conversion import convert, survey
    from datenorm.tables.delimited import DelimitedTable
    from datenorm.tables.jsonlines import JsonLinesTable
    from datenorm.tables.request import Request

from tests.fuzz import check, dates
from tests.fuzz import tables as sound_tables

ORDERS = [None, "DMY", "MDY", "YMD", "open"]
LANGUAGES = [None, None, "en", "de", "ru", "zh", "th", "ar", "ja", "fr"]
FORMS = ("{year:04}-{month:02}-{day:02}", "{year:02}-{month:02}-{day:02}", "--{month:02}-{day:02}", "{year:04}-{month:02}", "{year:04}")  # fmt: skip
NOTHING = [Hypothesis(NOT_A_DATE, 1.0)]


def answers(data: bytes) -> None:
    """Judge any text with any readings: those that the automaton lets a network write."""
    given = atheris.FuzzedDataProvider(data)
    hypotheses, left = {}, 1.0
    for _ in range(given.ConsumeIntInRange(1, 4)):
        form = given.PickValueInList([*FORMS, NOT_A_DATE])
        year = given.ConsumeIntInRange(0, 99 if form.startswith("{year:02}") else 9999)
        month, day = given.ConsumeIntInRange(1, 12), given.ConsumeIntInRange(1, 31)
        share = left * given.ConsumeProbability()
        left -= share
        target = form.format(year=year, month=month, day=day)
        if DATES.accepts(target):
            hypotheses[target] = share
    order, language = given.PickValueInList(ORDERS), given.PickValueInList(LANGUAGES)
    terms = Terms(pivot=2046, year=given.PickValueInList([None, 2018]))
    text = given.ConsumeBytes(400).decode("utf-8", "replace")
    evidence = ColumnEvidence()
    evidence.add(1, text)
    assert evidence.numbers.explained()
    found = [Hypothesis(target, probability) for target, probability in hypotheses.items()] or NOTHING
    check(judge(text, found, terms, Seen.of(text, order, language)), text)


def tables(data: bytes) -> None:
    """Read any bytes as a table; written again without a date in them, they must be what they were."""
    given = atheris.FuzzedDataProvider(data)
    lines, keep = given.ConsumeBool(), given.ConsumeBool()
    header = given.ConsumeBool()
    content = (b"" if not header else b'{"date":"' if lines else b"id,date\n") + given.ConsumeBytes(4096)

    def opened() -> DelimitedTable | JsonLinesTable:
        stream, bad = io.BytesIO(content), BadRows(keep)
        return JsonLinesTable(stream, "t", bad) if lines else DelimitedTable(stream, "t", None, bad=bad)

    output = io.BytesIO()
    try:
        column = opened().columns[-1] if not lines else "date"
        request = Request([column], replace=True)
        surveyed = survey(opened(), request)
        summary = convert(opened(), output, unread, request, surveyed)
    except DatenormError as error:
        assert str(error)  # noqa: PT017, the file may be refused, with a reason
        return
    assert summary.rows == surveyed.rows == summary.statuses[column].total()
    assert output.getvalue() == content


def unread(texts: Sequence[str], hints: object) -> list[Translation]:
    return [Translation(text, None, "rejected", 0.0, reason="not read") for text in texts]


def models(data: bytes) -> None:
    """Look at any bytes as a model file."""
    assert complaint(data) is None or complaint(data)


def seeds(kind: str) -> list[bytes]:
    """Return sound inputs to start with."""
    if kind == "answers":
        return [text.encode("utf-8", "replace") + bytes(16) for text in dates()[::40]]
    if kind == "tables":
        return [content + bytes(8) for name, content in sound_tables() if name.endswith((".csv", ".jsonl"))]
    return [path.read_bytes() for path in shipped_path().glob("*.onnx")]


def main() -> None:
    kinds = {"answers": answers, "tables": tables, "models": models}
    if len(sys.argv) < 3 or sys.argv[1] not in kinds:
        sys.exit(__doc__)
    corpus = Path(sys.argv[-1])
    corpus.mkdir(parents=True, exist_ok=True)
    if not any(corpus.iterdir()):
        for number, content in enumerate(seeds(sys.argv[1])):
            (corpus / str(number)).write_bytes(content)
    atheris.Setup([sys.argv[0], *sys.argv[2:]], kinds[sys.argv[1]])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
