"""The shape of the house: layers, doors, size, and the one place that reads the clock."""

import ast
import re
import subprocess
import sys
from functools import lru_cache
from pathlib import Path
from typing import TypeGuard

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = sorted(
    path
    for folder in ("workflow", "cli", "tests", "benchmarks", "docs")
    for path in (ROOT / folder).rglob("*.py")
)
PRODUCT = [path for path in SOURCES if path.relative_to(ROOT).parts[0] in ("workflow", "cli")]
PURE = ("model", "constitution", "procedures")


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_layers_and_doors_are_kept() -> None:
    """Imports only go downwards; each library is behind its one door."""
    lint = "from importlinter.cli import lint_imports_command as lint; lint(['--no-cache'])"
    ran = subprocess.run(
        [sys.executable, "-c", lint], capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert ran.returncode == 0, ran.stdout
    assert "0 broken" in ran.stdout


@pytest.mark.parametrize("path", SOURCES, ids=named)
def test_no_python_file_has_more_than_300_lines(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


def test_no_module_is_a_drawer_for_odds_and_ends() -> None:
    """No utils, helpers, manager, base or common; nothing called calendar or http."""
    banned = {"utils", "helpers", "manager", "base", "common", "calendar", "http"}
    assert not [named(path) for path in PRODUCT if path.stem in banned]


def test_only_the_clock_reads_the_time() -> None:
    """No other source of ours asks the machine or the database what time it is."""
    reading = re.compile(
        r"datetime\.now|utcnow|date\.today|time\.time\(|monotonic|func\.now|CURRENT_TIMESTAMP"
    )
    found = [
        named(path)
        for path in PRODUCT
        if path.name != "clock.py" and reading.search(path.read_text(encoding="utf-8"))
    ]
    assert found == []


@pytest.mark.parametrize("path", PRODUCT, ids=named)
def test_every_public_name_has_a_sentence(path: Path) -> None:
    """Each public class, function and module says what it is. A method of a port, or of a base,
    has its sentence there, and is not told of again where it is implemented."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    silent = [] if ast.get_docstring(tree) else [path.name]
    outer = [node for node in tree.body if _public(node)]
    silent += [node.name for node in outer if not ast.get_docstring(node)]
    for each in tree.body:
        if isinstance(each, ast.ClassDef) and _public(each):
            told = _told_of(each) | _told_of_above(each)
            silent += [node.name for node in each.body if _public(node) and node.name not in told]
    assert silent == []


@lru_cache
def _classes(folder: str = "") -> dict[str, ast.ClassDef]:
    """Every class of ours, or of one folder, by its name, which no other has in the engine; where
    the terminal has one of that name, it is the engine's."""
    return {
        node.name: node
        for path in sorted(PRODUCT)  # the terminal's come first
        if named(path).startswith(folder)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
    }


def _told_of(node: ast.ClassDef) -> set[str]:
    return {each.name for each in node.body if _public(each) and ast.get_docstring(each)}


def _told_of_above(node: ast.ClassDef) -> set[str]:
    names = _bases(node) & _classes().keys() - {node.name}
    above = [_classes()[name] for name in names]
    return {name for each in above for name in _told_of(each) | _told_of_above(each)}


def test_a_method_is_told_of_once() -> None:
    """What implements a port, or overrides a base, says only what is different about it."""
    again = {
        f"{name}.{each.name}"
        for name, node in _classes().items()
        for each in node.body
        if _public(each) and ast.get_docstring(each) in _sentences_above(node, each.name)
    }
    assert again == set()


def _sentences_above(node: ast.ClassDef, method: str) -> set[str]:
    above = [_classes()[name] for name in _bases(node) & _classes().keys() - {node.name}]
    told = {
        ast.get_docstring(each) or ""
        for base in above
        for each in base.body
        if _public(each) and each.name == method
    }
    return told.union(*(_sentences_above(base, method) for base in above)) - {""}


def _public(node: ast.AST) -> TypeGuard[ast.FunctionDef | ast.ClassDef]:
    named = isinstance(node, ast.FunctionDef | ast.ClassDef)
    return named and not node.name.startswith("_")


def test_the_pure_part_uses_no_any_but_where_it_meets_plain_data() -> None:
    """`Any` stands only where records are made from, or turned into, plain data."""
    meeting = {"json_data.py", "reading.py", "machine.py", "inputs.py", "event.py"}
    meeting |= {"evolve.py", "render.py", "consistency.py", "refusal.py", "step.py"}
    found = [
        named(path)
        for path in PRODUCT
        if path.relative_to(ROOT).parts[0] == "workflow"
        and path.relative_to(ROOT).parts[1] in PURE
        and path.name not in meeting
        and any(
            isinstance(node, ast.Name) and node.id == "Any"
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        )
    ]
    assert found == []


def test_nothing_of_ours_is_imported_before_it_is_needed() -> None:
    """Importing workflow loads none of the four libraries; help loads neither of the slow ones."""
    script = (
        "import sys, workflow\n"
        "for name in ('transitions', 'sqlalchemy', 'holidays', 'typer', 'alembic'):\n"
        "    assert name not in sys.modules, name\n"
        "from cli.main import main\n"
        "assert main(['--help']) == 0\n"
        "for name in ('sqlalchemy', 'holidays', 'transitions', 'alembic'):\n"
        "    assert name not in sys.modules, name\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert ran.returncode == 0, ran.stderr


def test_types_and_style_are_clean() -> None:
    """mypy --strict and ruff find nothing."""
    for command in (["mypy"], ["ruff", "check", "."], ["ruff", "format", "--check", "."]):
        ran = subprocess.run(
            [sys.executable, "-m", *command], capture_output=True, text=True, check=False, cwd=ROOT
        )
        assert ran.returncode == 0, ran.stdout + ran.stderr


def test_no_class_of_the_engine_shares_its_name_with_another() -> None:
    places: dict[str, list[str]] = {}
    for path in PRODUCT:
        if path.relative_to(ROOT).parts[0] == "workflow":
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.ClassDef):
                    places.setdefault(node.name, []).append(named(path))
    assert {name: where for name, where in places.items() if len(where) > 1} == {}


def test_the_engine_is_composed_and_not_inherited() -> None:
    """No class of the engine is a part of another by inheritance: a file is split by thought."""
    inherit = {
        f"{node.name}({ast.unparse(each)})"
        for path in (ROOT / "workflow" / "engine").glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
        for each in node.bases
    }
    assert inherit == set()


def test_a_record_with_problems_is_asked_for_them() -> None:
    """Only one that is SelfChecking is, and nothing else would tell of one that is not."""
    silent = {
        name
        for name, node in _classes().items()
        if any(isinstance(each, ast.FunctionDef) and each.name == "problems" for each in node.body)
        and not {name, *_bases(node)} & {"SelfChecking"}
    }
    assert silent == set()


def test_no_class_of_the_engine_has_exactly_one_subclass() -> None:
    """Such a class was cut in two where its lines ran out. A port is none, nor is a record that
    another adds a field to."""
    below: dict[str, set[str]] = {}
    for node in _classes("workflow").values():
        for name in _bases(node) & _classes("workflow").keys() - {node.name}:
            below.setdefault(name, set()).add(node.name)
    cut = {name for name, found in below.items() if len(found) == 1}
    assert {name for name in cut if not _is_port_or_record(_classes()[name])} == set()


def _bases(node: ast.ClassDef) -> set[str]:
    return {each.id for each in node.bases if isinstance(each, ast.Name)}


def _is_port_or_record(node: ast.ClassDef) -> bool:
    return "Protocol" in _bases(node) or any(
        isinstance(each, ast.Call)
        and isinstance(each.func, ast.Name)
        and each.func.id == "dataclass"
        for each in node.decorator_list
    )
