"""Files that somebody made to do harm: each gives one clear line, soon, and nothing else."""

import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper

from datenorm.errors import BundleError, DatenormError, TableError
from datenorm.files import complete_file, complete_folder
from datenorm.network import bundle as bundles
from datenorm.network.bundle import Bundle, load_bundle, update_bundle
from datenorm.network.graph_check import OPERATORS, complaint
from datenorm.network.runtime import Runtime
from datenorm.reading.translator import Translator
from datenorm.tables.delimited import DelimitedTable
from datenorm.tables.preamble import Dialect
from tests import fuzz


@pytest.fixture
def copy(untrained_bundle: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(untrained_bundle, tmp_path / "copy"))


@pytest.fixture(scope="module")
def loaded(untrained_bundle: Path) -> Bundle:
    return load_bundle(untrained_bundle)


def refused(folder: Path) -> str:
    with pytest.raises(BundleError) as raised:
        Translator.load(folder)
    assert "\n" not in str(raised.value)
    return str(raised.value)


# Models.


def graph(*nodes: onnx.NodeProto, constants: tuple[onnx.TensorProto, ...] = ()) -> onnx.ModelProto:
    text = helper.make_tensor_value_info("x", TensorProto.FLOAT, ["n"])
    made = helper.make_graph(
        nodes, "g", [text], [helper.make_tensor_value_info("y", TensorProto.FLOAT, ["n"])], constants
    )
    return helper.make_model(made)


def node(operator: str, **attributes: object) -> onnx.NodeProto:
    return helper.make_node(operator, ["x"], ["y"], **attributes)


def elsewhere(name: str) -> onnx.TensorProto:
    tensor = numpy_helper.from_array(np.zeros(4, np.float32), "c")
    tensor.ClearField("raw_data")
    tensor.data_location = TensorProto.EXTERNAL
    tensor.external_data.add(key="location", value=name)
    return tensor


FUNCTION = helper.make_function("ours", "f", ["x"], ["y"], [node("Tanh")], [helper.make_opsetid("", 17)])
WITH_FUNCTION = graph(node("Tanh"))
WITH_FUNCTION.functions.append(FUNCTION)
INNER = graph(node("Tanh")).graph


@pytest.mark.parametrize(
    ("model", "said"),
    [
        (graph(node("Loop", body=INNER)), "a graph inside its graph"),
        (graph(node("PyOp")), "the operator 'PyOp'"),
        (graph(node("Tanh", domain="com.microsoft")), "the operator 'com.microsoft.Tanh'"),
        (graph(node("Tanh"), constants=(elsewhere("/etc/passwd"),)), "numbers in another file"),
        (graph(node("Tanh"), constants=(elsewhere("../../secret"),)), "numbers in another file"),
        (graph(helper.make_node("Cast", ["x"], ["y"], value=elsewhere("x"))), "numbers in another file"),
        (WITH_FUNCTION, "functions of its own"),
        (onnx.ModelProto(), "no ONNX model"),
    ],
)
def test_a_graph_that_does_what_no_architecture_does_is_refused(
    copy: Path, model: onnx.ModelProto, said: str
) -> None:
    update_bundle(copy, {"decoder.onnx": model.SerializeToString()})
    assert f"decoder.onnx has {said}" in refused(copy) or f"decoder.onnx is {said}" in refused(copy)


def test_a_plain_graph_is_not() -> None:
    assert complaint(graph(node("Tanh")).SerializeToString()) is None


def test_the_list_of_operators_is_that_of_the_architectures() -> None:
    from datenorm.training.architectures import DECODERS
    from datenorm.training.config import TrainingConfig
    from datenorm.training.export import to_bundle
    from datenorm.training.model import weights_of
    from tests.training.test_architectures import VOCABULARY, random_network

    used = set()
    for name in DECODERS:
        made = to_bundle(
            TrainingConfig(out="", architecture=name), VOCABULARY, weights_of(random_network(name))
        )
        for model in (made.encoder, made.decoder):
            assert complaint(model) is None
            used |= {one.op_type for one in onnx.load_from_string(model).graph.node}
    assert used == OPERATORS


def test_any_bytes_are_no_graph(loaded: Bundle) -> None:
    random = np.random.default_rng(1)
    for size in (0, 1, 2, 10, 1000):
        assert complaint(random.bytes(size)) is not None
    for place in range(0, len(loaded.decoder), 997):
        complaint(loaded.decoder[:place])  # no exception, whatever it says


@pytest.mark.parametrize("content", [b"[]", b"[" * 100_000, b"nothing", b'{"format": []}', b"\xff", b"1e999"])
@pytest.mark.parametrize("name", ["config.json"])
def test_a_config_of_another_shape_is_refused(copy: Path, name: str, content: bytes) -> None:
    update_bundle(copy, {name: content})
    refused(copy)


@pytest.mark.parametrize("content", [b"[" * 100_000, b'{"sha256": 3}', b'{"sha256": {"config.json": [[]]}}'])
def test_a_manifest_of_another_shape_is_refused(copy: Path, content: bytes) -> None:
    (copy / "manifest.json").write_bytes(content)
    refused(copy)


@pytest.mark.parametrize(
    "calibration",
    [3, {"temperature": 0}, {"temperature": "x"}, {"temperature": 1e999}, {"min_confidence": 7}],
)
def test_a_calibration_that_makes_no_sense_is_refused(
    copy: Path, calibration: int | dict[str, int] | dict[str, str] | dict[str, float]
) -> None:
    config = json.loads((copy / "config.json").read_bytes())
    update_bundle(copy, {"config.json": json.dumps({**config, "calibration": calibration}).encode()})
    assert "calibration" in refused(copy)


@pytest.mark.parametrize(
    "vocabulary", [[], {"characters": 3}, {"characters": [["a"]], "languages": None}, "x"]
)
def test_a_vocabulary_that_is_none_is_refused(
    copy: Path, vocabulary: list[str] | dict[str, int] | dict[str, list[list[str]] | None] | str
) -> None:
    config = json.loads((copy / "config.json").read_bytes())
    update_bundle(copy, {"config.json": json.dumps({**config, "vocabulary": vocabulary}).encode()})
    assert "vocabulary" in refused(copy)


def test_a_file_larger_than_any_model_is_not_read_to_its_end(
    copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bundles, "LARGEST", 1000)
    assert "larger than" in refused(copy)


def test_a_pipe_in_a_bundle_is_not_waited_for(copy: Path) -> None:
    (copy / "encoder.onnx").unlink()
    os.mkfifo(copy / "encoder.onnx")
    assert "encoder.onnx: not a plain file" in refused(copy)


def test_a_device_in_a_bundle_is_not_read(copy: Path) -> None:
    (copy / "README.md").unlink()
    (copy / "README.md").symlink_to("/dev/zero")
    assert "README.md: not a plain file" in refused(copy)


def test_graphs_that_do_not_fit_each_other_are_refused(loaded: Bundle) -> None:
    with pytest.raises(BundleError, match="do not fit each other"):
        Runtime(replace(loaded, encoder=loaded.decoder))
    with pytest.raises(BundleError, match="do not fit each other"):
        Runtime(replace(loaded, decoder=loaded.encoder))


def changed(model: bytes, change: Callable[[Any], Any]) -> bytes:
    """Return a model whose constants are what `change` makes of them."""
    proto = onnx.load_from_string(model)
    for tensor in proto.graph.initializer:
        array = numpy_helper.to_array(tensor)
        if array.dtype == np.float32:
            tensor.CopyFrom(numpy_helper.from_array(change(array), tensor.name))
    return proto.SerializeToString()


@pytest.mark.parametrize("number", [np.nan, np.inf])
def test_numbers_that_are_none_are_no_answers(loaded: Bundle, number: float) -> None:
    decoder = changed(loaded.decoder, lambda array: np.full_like(array, number))
    with pytest.raises(BundleError, match="finite numbers"):
        Translator(loaded.vocabulary, Runtime(replace(loaded, decoder=decoder))).translate("9 May 2018")


def test_a_vocabulary_larger_than_the_network_is_one_line(loaded: Bundle) -> None:
    def cut(array: np.ndarray) -> np.ndarray:
        return array[:5] if array.ndim == 2 and array.shape[0] == loaded.vocabulary.size else array

    network = Runtime(replace(loaded, encoder=changed(loaded.encoder, cut)))
    with pytest.raises(BundleError, match="cannot be run") as raised:
        Translator(loaded.vocabulary, network).translate("9 May 2018")
    assert "\n" not in str(raised.value)


# Tables.


def converted(tmp_path: Path, content: bytes, *options: str, name: str = "in.csv") -> tuple[int, str]:
    (tmp_path / name).write_bytes(content)
    command = ("translate", "--input", tmp_path / name, "--column", "date", *options)
    return fuzz.run(*command, "--output", tmp_path / f"out{Path(name).suffix}")


@pytest.mark.parametrize(
    "formula", ["=1+1", "+1", "-1+2", "@SUM(A1)", "＝1+1", "＋1", "－1", "＠SUM(A1)", "=cmd|' /C calc'!A0"]
)
def test_a_formula_stays_where_it_is_and_comes_nowhere_else(tmp_path: Path, formula: str) -> None:
    assert converted(tmp_path, f"date,x\n{formula},{formula}\n".encode(), "--on-reject", "keep")[0] == 0
    row = (tmp_path / "out.csv").read_text().splitlines()[1]
    assert row.startswith(f"{formula},{formula},'{formula},rejected")


def test_a_day_without_a_year_is_no_formula(tmp_path: Path) -> None:
    assert converted(tmp_path, b"date\n9 May\n", "--top", "1")[0] == 0
    assert (tmp_path / "out.csv").read_text().splitlines()[1].startswith("9 May,--05-09,partial,")


@pytest.mark.parametrize(
    ("name", "start", "end"),
    [("in.csv", "date\n", ""), ("in.jsonl", '{"date": "9 May 2018"}\n', "{}"), ("in.txt", "", "")],
)
def test_a_line_without_an_end_does_not_fill_the_memory_and_the_limit_can_be_moved(
    tmp_path: Path, name: str, start: str, end: str
) -> None:
    def said(*options: str) -> str:
        return fuzz.run(
            "translate", "--input", tmp_path / name, "--output", tmp_path / f"out-{name}", *options
        )[1]

    (tmp_path / name).write_text(start + " " * (3 << 20) + end)
    column = ("--column", "date") if end or name == "in.csv" else ()
    assert "a line of more than 2 million characters; --longest-line" in said(*column, "--longest-line", "2")
    assert "--longest-line" not in said(*column)
    assert (tmp_path / f"out-{name}").exists()


def test_a_quote_that_never_ends_does_not_either() -> None:
    table = DelimitedTable(
        open_bytes(b'date\n"' + b"x" * 1000 + b"\n" + b"y\n" * 20_000_000), "t.csv", Dialect(",")
    )
    with pytest.raises(TableError, match=r"t.csv:2: a cell of more than .*, or a quote that does not end"):
        list(table.chunks(100))


def open_bytes(content: bytes) -> io.BytesIO:
    return io.BytesIO(content)


def test_a_million_columns_are_only_many(tmp_path: Path) -> None:
    names = ",".join([*map(str, range(1_000_000)), "date"])
    row = "," * 1_000_000 + "9 May 2018"
    assert converted(tmp_path, f"{names}\n{row}\n".encode())[0] == 0
    assert (tmp_path / "out.csv").read_bytes().splitlines()[1].split(b",")[-3:-1] == [b"2018-05-09", b"ok"]


def test_json_nested_deep_is_one_line(tmp_path: Path) -> None:
    deep = b'{"date": "9 May 2018"}\n{"date": ' + b"[" * 200_000 + b"\n"
    status, said = converted(tmp_path, deep, name="in.jsonl")
    assert (status, said.count("\n")) == (1, 1)
    assert "in.jsonl:2: not JSON" in said


def test_an_output_is_not_written_through_a_link_that_leads_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "precious").write_text("precious")
    (tmp_path / "out.csv").symlink_to(tmp_path / "elsewhere" / "precious")
    status, said = converted(tmp_path, b"date\n9 May 2018\n")
    assert (status, (tmp_path / "elsewhere" / "precious").read_text()) == (1, "precious")
    assert "out.csv: is a link to" in said
    assert sorted(path.name for path in tmp_path.iterdir()) == ["elsewhere", "in.csv", "out.csv"]


def test_a_folder_is_not_written_through_a_link_that_leads_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "out").symlink_to(tmp_path / "elsewhere" / "new")
    with pytest.raises(DatenormError, match=r"out: is a link to .*/elsewhere/new; name that place itself"):
        complete_folder(tmp_path / "out").__enter__()
    (tmp_path / "here").symlink_to("new")
    with complete_folder(tmp_path / "here") as folder:
        (folder / "a").write_text("a")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["elsewhere", "here", "new", "out"]
    assert (tmp_path / "here").is_symlink()
    assert (tmp_path / "new" / "a").read_text() == "a"


def test_a_link_planted_for_the_half_written_file_is_not_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "precious").write_text("precious")
    monkeypatch.setattr(os, "urandom", lambda count: b"\0" * count)
    (tmp_path / ".datenorm-out.csv-00000000.part").symlink_to(tmp_path / "precious")
    with (
        pytest.raises(DatenormError, match="cannot be written"),
        complete_file(tmp_path / "out.csv") as stream,
    ):
        stream.write(b"x")
    assert (tmp_path / "precious").read_text() == "precious"


def test_standard_output_by_its_name_is_written_to(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("date\n9 May 2018\n")
    command = f"{sys.executable} -m datenorm translate --input in.csv --column date --output out.csv --report /dev/stdout"
    subprocess.run(
        f"{command} > report.json", shell=True, cwd=tmp_path, check=True, stderr=subprocess.DEVNULL
    )
    assert json.loads((tmp_path / "report.json").read_text())["rows"] == 1
    assert Path("/dev/stdout").is_symlink()


def test_a_disk_that_is_full_is_named_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("date\n" + "9 May 2018\n" * 50_000)
    command = f"ulimit -f 100; exec {sys.executable} -m datenorm translate --input in.csv --column date --output out.csv"
    done = subprocess.run(["bash", "-c", command], cwd=tmp_path, capture_output=True, text=True)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "out.csv: cannot be written: File too large" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["in.csv"]


def test_a_device_that_is_full_is_one_line(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "datenorm", "translate", "9 May 2018"]
    with open("/dev/full", "wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True)
    assert (done.returncode, done.stderr) == (1, "Error: No space left on device\n")
