"""Who may import whom: the floors of the house, and what a `translate` never loads."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "datenorm"
FLOORS = (
    (
        "dates",
        "errors",
        "graphs",
        "targets",
        "calendar",
        "eras",
        "names",
        "numerals",
        "spelling",
        "evidence",
        "doubts",
        "vocabulary",
        "writing",
    ),
    (
        "files",
        "bundle",
        "runtime",
        "dataset",
        "locales",
        "layouts",
        "languages",
        "noise",
        "times",
        "surroundings",
    ),
    ("search", "order", "questions", "synthesis", "days", "nondates", "name_tables", "digits"),
    (
        "columns",
        "generation",
        "translation",
        "reading",
        "captions",
        "page",
        "alignment",
        "series",
        "translator",
    ),
    ("evaluation", "fonts", "figure", "heatmap", "tables", "arrow", "duckdb", "ray"),
    ("options", "workers", "batch", "commands", "cli"),
)
FLOOR = {module: height for height, modules in enumerate(FLOORS) for module in modules}
GROUND_FLOOR_LIBRARIES = {"numpy", "rapidfuzz"}
# A library of weight, and the only modules that may open it.
OPENED_BY = {
    "babel": {"locales"},
    "click": {"batch", "cli", "commands", "options"},
    "duckdb": {"duckdb"},
    "keras": {"training"},
    "matplotlib": {"evaluation", "figure", "fonts", "training"},
    "onnx": {"training"},
    "onnxruntime": {"runtime"},
    "pandas": set[str](),
    "pyarrow": {"arrow", "dataset", "duckdb", "series", "tables"},
    "rapidfuzz": {"spelling"},
    "ray": {"ray"},
    "safetensors": {"training"},
    "tensorflow": {"training"},
}


def modules() -> Iterator[tuple[str, ast.Module]]:
    """Yield the name, below `datenorm`, of the module or sub-package each file belongs to, and its syntax."""
    for path in sorted(PACKAGE.rglob("*.py")):
        if path.name not in ("__init__.py", "__main__.py") or path.parent != PACKAGE:
            yield path.relative_to(PACKAGE).parts[0].removesuffix(".py"), ast.parse(path.read_text("utf-8"))


def imported(tree: ast.AST) -> set[str]:
    """Return the dotted names that the imports in `tree` could load, wherever in the file they stand."""
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, (
                f"line {node.lineno}: write `from datenorm...`, so that this test can read it"
            )
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def own(tree: ast.AST) -> set[str]:
    """Return the modules of datenorm that `tree` imports; `datenorm` itself counts as ''."""
    dotted = (name.split(".") for name in imported(tree))
    return {parts[1] if len(parts) > 1 else "" for parts in dotted if parts[0] == "datenorm"}


def at_import(tree: ast.Module) -> ast.Module:
    """Return `tree` without the bodies of its functions: what runs when the module is imported."""

    class Functions(ast.NodeTransformer):
        def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
            return None

    bare = Functions().visit(ast.parse(ast.unparse(tree)))
    assert isinstance(bare, ast.Module)
    return bare


def test_every_module_has_a_floor():
    assert {name for name, _ in modules()} <= {*FLOOR, "training"}


def test_a_module_imports_its_own_floor_or_lower_ones():
    for name, tree in modules():
        if name == "training":
            continue
        for other in own(tree) - {"training"}:
            assert FLOOR[other] <= FLOOR[name], f"{name} imports {other}, which stands above it"


def test_no_two_modules_import_each_other():
    graph: dict[str, set[str]] = {}
    for name, tree in modules():
        graph.setdefault(name, set()).update(own(tree) - {name})
    assert list(TopologicalSorter(graph).static_order())


def test_only_the_command_line_opens_training_and_only_inside_a_command():
    for name, tree in modules():
        if name != "training":
            assert "training" not in own(at_import(tree) if name in ("commands", "options") else tree), name


def test_the_ground_floor_stands_on_numpy_alone():
    for name, tree in modules():
        if FLOOR.get(name) == 0:
            libraries = {dotted.split(".")[0] for dotted in imported(tree)} - sys.stdlib_module_names
            assert libraries <= GROUND_FLOOR_LIBRARIES | {"datenorm"}, name


@pytest.mark.parametrize(("library", "openers"), OPENED_BY.items())
def test_a_heavy_library_is_opened_in_its_own_place_only(library: str, openers: set[str]):
    found = {
        name for name, tree in modules() if library in {dotted.split(".")[0] for dotted in imported(tree)}
    }
    assert found <= openers


LOADED_BY_TRANSLATE = """
import subprocess
import sys
from datenorm.cli import main
try:
    main(["translate", "--model", *sys.argv[1:]])
finally:
    print("loaded", *sorted(name for name in sys.modules if "." not in name), file=sys.stderr)
"""


@pytest.mark.parametrize("source", ["text", "table"])
def test_translate_loads_none_of_what_trains_and_draws(untrained_bundle: Path, tmp_path: Path, source: str):
    table = tmp_path / "orders.csv"
    table.write_text("id,day\n1,9 May 2018\n2,25/04/2015\n", "utf-8")
    asked = (
        ["9 May 2018"] if source == "text" else ["--input", str(table), "--column", "day", "--output", "-"]
    )
    command = [sys.executable, "-c", LOADED_BY_TRANSLATE, str(untrained_bundle), *asked]
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", cwd=PACKAGE.parent)
    assert run.returncode in (0, 1), run.stderr  # an untrained model may find no date
    loaded = set(run.stderr.rpartition("loaded ")[2].split())
    assert {"datenorm", "onnxruntime"} <= loaded
    assert not loaded & {"tensorflow", "keras", "jax", "matplotlib", "pandas", "onnx", "safetensors"}
