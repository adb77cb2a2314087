"""What is installed: built twice with the same bytes, and at work where nothing of the checkout is."""

import hashlib
import inspect
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

import datenorm

ROOT = Path(__file__).parents[1]
HEAVY = ("tensorflow", "keras", "matplotlib", "pyarrow", "pandas", "onnx", "jax")


def build(checkout: Path, out: Path) -> Path:
    """Build the source distribution and the wheel of a checkout; return the wheel."""
    command = [sys.executable, "-m", "hatchling", "build", "-d", str(out)]
    subprocess.run(command, cwd=checkout, check=True, capture_output=True)
    [wheel] = out.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a wheel and a source distribution."""
    out = tmp_path_factory.mktemp("built")
    build(ROOT, out)
    return out


def test_building_twice_gives_the_same_bytes(built: Path, tmp_path: Path) -> None:
    again = build(ROOT, tmp_path)
    for path in built.iterdir():
        assert (
            hashlib.sha256((again.parent / path.name).read_bytes()).digest()
            == hashlib.sha256(path.read_bytes()).digest()
        )


def test_the_source_distribution_builds_the_same_wheel(built: Path, tmp_path: Path) -> None:
    [source] = built.glob("*.tar.gz")
    with tarfile.open(source) as packed:
        packed.extractall(tmp_path, filter="data")
    wheel = build(tmp_path / source.name.removesuffix(".tar.gz"), tmp_path / "out")
    [first] = built.glob("*.whl")
    assert zipfile.ZipFile(wheel).namelist() == zipfile.ZipFile(first).namelist()


def test_the_wheel_reads_a_date_far_from_the_checkout_and_loads_nothing_heavy(
    built: Path, tmp_path: Path
) -> None:
    [wheel] = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(tmp_path / "installed")
    code = f"""
import sys
sys.path[:0] = [{str(tmp_path / "installed")!r}]
import datenorm
assert datenorm.__file__.startswith({str(tmp_path)!r}), datenorm.__file__
print(datenorm.translate("Saturday 9 May 2018").iso, datenorm.translate("9 мая 2018 г.", locale="ru").iso)
print(sorted(set(sys.modules) & set({HEAVY!r})))
"""
    done = subprocess.run([sys.executable, "-I", "-c", code], cwd=tmp_path, capture_output=True, text=True)
    assert done.stdout == "2018-05-09 2018-05-09\n[]\n", done.stderr


def test_the_wheel_holds_the_model_the_tables_and_no_more(built: Path) -> None:
    [wheel] = built.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {
        "datenorm/py.typed",
        "datenorm/text/tables/lexicon.tsv",
        "datenorm/pictures/page.html",
        "datenorm/_models/default/encoder.onnx",
    } <= names
    assert not [
        name
        for name in names
        if name.startswith(("tests/", "benchmarks/", "models/")) or "__pycache__" in name
    ]
    assert not (ROOT / "datenorm" / "_models").exists()


def test_the_short_way_takes_what_a_translator_takes() -> None:
    def taken(function: Callable[..., object]) -> list[tuple[str, object]]:
        return [
            (name, one.default)
            for name, one in inspect.signature(function).parameters.items()
            if name != "self"
        ]

    assert taken(datenorm.translate) == taken(datenorm.Translator.translate)
    assert datenorm.translate("3 days ago", today="2018-05-09").iso == "2018-05-06"
