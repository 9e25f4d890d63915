"""The list of what each step is given, written from the table of steps, so that a host finds every
record in one place and a type checker knows it."""

from collections.abc import Iterator
from enum import Enum
from typing import Any, get_args, get_type_hints

import workflow
from workflow.procedures.table import FIRST, OFFERED

_HEAD = '''\
"""What each step is given, as a record whose fields a type checker knows.

    from workflow.inputs import Publish

    engine.take("HFD-052", Publish(where="the website"), by="p.officer")

Beside the record of each step stand the words that some of their fields take. docs/generate.py
makes this from the table of steps: change that, not this.
"""

'''


def records() -> set[type]:
    """Give the record of each step that a host takes; to begin a draft, `engine.draft` is asked."""
    return {step.inputs for step in OFFERED if step.name != FIRST}


def words() -> set[type]:
    """Give the closed lists of words that fields of those records take."""
    hints = (hint for each in records() for hint in get_type_hints(each).values())
    return {kind for hint in hints for kind in _kinds(hint) if issubclass(kind, Enum)}


def _kinds(hint: Any) -> Iterator[type]:
    if isinstance(hint, type):
        yield hint
    for arm in get_args(hint):
        yield from _kinds(arm)


def inputs_list() -> str:
    """Give the module that lists them: all that the package does not name already."""
    listed: dict[str, list[str]] = {}
    for kind in records() | words():
        if kind.__name__ not in workflow.__all__:
            listed.setdefault(kind.__module__, []).append(kind.__name__)
    names = sorted(name for each in listed.values() for name in each)
    imports = "".join(_import(module, sorted(each)) for module, each in sorted(listed.items()))
    told = "".join(f'    "{name}",\n' for name in names)
    return f"{_HEAD}{imports}\n__all__ = [\n{told}]\n"


def _import(module: str, names: list[str]) -> str:
    line = f"from {module} import {', '.join(names)}\n"
    if len(line) <= 101:
        return line
    return f"from {module} import (\n" + "".join(f"    {name},\n" for name in names) + ")\n"
