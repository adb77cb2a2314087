"""Who may import whom: the floors of the house, and what a `translate` never loads."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "datenorm"
MAP = (PACKAGE.parent / "docs" / "house.md").read_text("utf-8")
# From the ground up. A module imports from its own floor and those below.
FLOORS = (
    "errors",
    "files",
    "garbage",
    "processes",
    "text",
    "dates",
    "rewriting",
    "network",
    "judging",
    "expressions",
    "pictures",
    "languages",
    "reading",
    "tables",
    "generation",
    "evaluation",
    "engines",
    "training",
    "cli",
)
# The only imports of a higher floor, all of them inside a function, with their reason.
UPWARD = {
    (
        "judging.answer",
        "reading.notebook",
    ): "a notebook shows an answer by the heatmap that the shipped model draws",
}
# The libraries that the lowest floors open, and no others.
GROUND_FLOOR_LIBRARIES = {
    "errors": set[str](),
    "files": {"zstandard"},
    "garbage": set[str](),
    "processes": set[str](),
    "text": {"rapidfuzz"},
    "dates": {"numpy", "dateutil", "hijridate"},
}
# A library of weight, and the only modules that may open it.
OPENED_BY = {
    "babel": {"languages.locales"},
    "click": {"cli"},
    "convertdate": set[str](),
    "hijridate": {"dates.calendars"},
    "duckdb": {"engines.duckdb"},
    "keras": {"training"},
    "matplotlib": {"evaluation.diagram", "pictures.figure", "pictures.fonts", "training"},
    "onnx": {"training"},
    "onnxruntime": {"network.runtime"},
    "openpyxl": {"tables.sheets"},
    "pandas": set[str](),
    "pyarrow": {"engines.arrow", "engines.duckdb", "generation.dataset", "reading.series", "tables"},
    "rapidfuzz": {"text.spelling"},
    "ray": {"engines.ray"},
    "safetensors": {"training"},
    "tensorflow": {"training"},
    "zstandard": {"files"},
}


def modules() -> Iterator[tuple[str, ast.Module]]:
    """Yield the dotted name below `datenorm` of each module, and its syntax."""
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        name = ".".join(part for part in parts if part != "__init__")
        if name not in ("", "__main__"):
            yield name, ast.parse(path.read_text("utf-8"))


MODULES = dict(modules())


def floor(name: str) -> str:
    return name.partition(".")[0]


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


def module_of(dotted: str) -> str:
    """Return the module that a dotted name below `datenorm` is, or is a name of."""
    return dotted if dotted in MODULES else dotted.rpartition(".")[0]


def own(tree: ast.AST) -> set[str]:
    """Return the modules of datenorm that `tree` imports."""
    dotted = imported(tree)
    return {module_of(name.removeprefix("datenorm.")) for name in dotted if name.startswith("datenorm.")}


def libraries(tree: ast.AST) -> set[str]:
    """Return the libraries that `tree` imports: neither Python's nor ours."""
    names = {dotted.partition(".")[0] for dotted in imported(tree)}
    return names - sys.stdlib_module_names - {"datenorm"}


def at_import(tree: ast.Module) -> ast.Module:
    """Return `tree` without the bodies of its functions: what runs when the module is imported."""

    class Functions(ast.NodeTransformer):
        def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
            return None

    bare = Functions().visit(ast.parse(ast.unparse(tree)))
    assert isinstance(bare, ast.Module)
    return bare


def is_upward(name: str, other: str) -> bool:
    return FLOORS.index(floor(other)) > FLOORS.index(floor(name))


def test_every_folder_is_a_floor() -> None:
    assert {floor(name) for name in MODULES} == set(FLOORS)


def test_a_module_imports_its_own_floor_or_lower_ones() -> None:
    found = {(name, other) for name, tree in MODULES.items() for other in own(tree) if is_upward(name, other)}
    assert found == UPWARD.keys()


def test_what_is_imported_upward_is_imported_inside_a_function() -> None:
    for name, other in UPWARD:
        assert other not in own(at_import(MODULES[name])), name


def test_no_two_modules_import_each_other() -> None:
    graph = {
        name: {other for other in own(tree) if not is_upward(name, other)} - {name}
        for name, tree in MODULES.items()
    }
    assert list(TopologicalSorter(graph).static_order())


def test_only_the_command_line_opens_training_and_only_inside_a_command() -> None:
    for name, tree in MODULES.items():
        if floor(name) != "training":
            opened = {floor(other) for other in own(at_import(tree) if floor(name) == "cli" else tree)}
            assert "training" not in opened, name


def test_the_lowest_floors_open_few_libraries() -> None:
    for name, tree in MODULES.items():
        if floor(name) in GROUND_FLOOR_LIBRARIES:
            assert libraries(tree) <= GROUND_FLOOR_LIBRARIES[floor(name)], name


@pytest.mark.parametrize(("library", "openers"), OPENED_BY.items())
def test_a_heavy_library_is_opened_in_its_own_place_only(library: str, openers: set[str]) -> None:
    found = {name for name, tree in MODULES.items() if library in libraries(tree)}
    assert {name for name in found if name not in openers and floor(name) not in openers} == set()


def test_a_folder_lists_its_rooms() -> None:
    for init in PACKAGE.glob("*/**/__init__.py"):
        listed = re.findall(
            r"^(\w+)/?  +\S", ast.get_docstring(ast.parse(init.read_text("utf-8"))) or "", re.M
        )
        rooms = {path.stem for path in init.parent.glob("*.py")} | {
            path.parent.name for path in init.parent.glob("*/__init__.py")
        }
        assert set(listed) == rooms - {"__init__"}, init


def test_the_map_shows_the_floors_from_the_ground_up() -> None:
    tree = MAP.partition("datenorm/\n")[2].partition("tools/")[0]
    assert re.findall(r"^  (\w+)/ ", tree, re.M) == [name for name in FLOORS if (PACKAGE / name).is_dir()]


def test_what_the_map_names_is_there() -> None:
    named = re.findall(r"`((?:[a-z_]+/)+\w*(?:\.\w+)?)`", MAP)
    assert len(named) > 20
    pictures = "".join(MAP.split("```")[1::2])
    drawn = re.findall(rf"\b((?:{'|'.join(FLOORS)}|tools)/[a-z_]+)\b(?![/.])", pictures)
    assert len(drawn) > 20
    for path in (*named, *(f"{path}.py" if not (PACKAGE / path).is_dir() else path for path in drawn)):
        assert (PACKAGE / path).exists() or (PACKAGE.parent / path).exists(), path


def test_importing_a_module_changes_no_other() -> None:
    for name, tree in MODULES.items():
        for node in ast.walk(at_import(tree)):
            targets = node.targets if isinstance(node, ast.Assign) else []
            assert not any(isinstance(target, ast.Attribute) for target in targets), name


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
def test_translate_loads_none_of_what_trains_and_draws(
    untrained_bundle: Path, tmp_path: Path, source: str
) -> None:
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
