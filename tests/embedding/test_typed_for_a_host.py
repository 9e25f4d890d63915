"""All that the engine takes and gives has a name of the package, and a type that narrows."""

import inspect
import subprocess
import sys
from collections.abc import Iterator
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest

import workflow
from workflow import Engine
from workflow.store import host

HOST = Path(__file__).with_name("typed_host.py")
WRONG = """
from workflow import Engine, Role, open_engine
from workflow.inputs import Publish
engine: Engine = open_engine("register.db")
Publish(wher="x")
Publish(where=1)
engine.take("A-1", Publish(where="x"), by="b").decision
engine.appointments.appoint("a", "b", Role.MEMBER, by="c").number
engine.appointments.appoint("a", "b", "no role", by="c")
engine.no_such_part
"""
PARTS = {
    "Engine": Engine,
    **{
        name: getattr(import_module(f"workflow.engine.{name}"), name.capitalize())
        for name, part in vars(Engine).items()
        if isinstance(part, cached_property)
    },
}


def _kinds(hint: Any) -> Iterator[type]:
    if isinstance(hint, type) and not get_args(hint):
        yield hint
    for arm in get_args(hint):
        yield from _kinds(arm)


PUBLIC = {name: getattr(workflow, name) for name in workflow.__all__}
"""Names that a part's module may have for a type checker alone."""


@pytest.mark.parametrize("part", PARTS)
def test_what_a_part_takes_and_gives_is_a_name_of_the_package(part: str) -> None:
    """Without knowing where anything is kept, a host can say what each method takes and gives."""
    kind = PARTS[part]
    known = {**vars(import_module(kind.__module__)), "Host": host.Host, **PUBLIC}
    unnamed = {
        f"{name}: {each.__module__}.{each.__name__}"
        for name, method in vars(kind).items()
        if not name.startswith("_") and inspect.isfunction(method)
        for hint in get_type_hints(method, globalns=known).values()
        for each in _kinds(hint)
        if each.__module__.startswith("workflow") and each.__name__ not in workflow.__all__
    }
    assert unnamed == set()


def _errors(path: Path) -> list[str]:
    checked = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", str(path)],
        cwd=HOST.parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    return [line for line in checked.stdout.splitlines() if ": error: " in line]


def test_a_host_that_uses_every_part_passes_a_strict_type_checker() -> None:
    """Each answer is what it is said to be, and truth tells a refusal from what was done."""
    assert _errors(HOST) == []


def test_a_slip_of_a_host_is_found_before_it_runs(tmp_path: Path) -> None:
    """A field that is not there, a word that is no role, and an answer that may be a refusal."""
    (tmp_path / "wrong.py").write_text(WRONG, encoding="utf-8")
    found = [line.rpartition("[")[2][:-1] for line in _errors(tmp_path / "wrong.py")]
    assert found == ["call-arg", "arg-type", "union-attr", "union-attr", "arg-type", "attr-defined"]
