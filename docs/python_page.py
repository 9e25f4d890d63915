"""The page of the library's face, made from the docstrings of what is public."""

import ast
import inspect
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cached_property
from importlib import import_module
from typing import Any

import workflow
from workflow import Engine, inputs
from workflow.errors import WorkflowError
from workflow.procedures.render import markdown_table, sentence
from workflow.procedures.table import BY_INPUTS

_HEAD = """\
# The library

This page is for programmers. It lists what a program may rely on. [Use the engine in your own
program](../how-to/embed.md) shows how.

A name is public if it is in `workflow.__all__` or in `workflow.inputs.__all__`. So are its methods
and fields, unless they begin with an underscore. Nothing else is promised: a module may move.

- Within a major version a public name stays, takes what it took, and gives what it gave. A record
  may gain a field, a method may gain an optional argument, and a list of answers may gain a member.
- An answer that says no is a value, and it is false. You may rely on its `code`, and not on its
  words. If something cannot be answered at all, the engine raises a `WorkflowError`.
- Every instant that you give needs its time zone. A day is a civil day in London.
- Everything is typed. After `if outcome:` a type checker knows that the step was taken.
- `as_json` gives any answer [as the terminal writes it](json.md), ready for `json.dumps`.
  `as_markdown` and `as_ics` give what has those forms on the terminal, as a text.
"""
_PARTS = """\
What is done to one decision is asked of the engine itself. Everything else is in a part of it, by
its noun: the dates of a decision are `engine.calendars.dates(ref)`, the runs of the close
`engine.reports.runs()`, the notice `engine.publishing.call_in_words(ref)`.

"""
_DEFAULT = re.compile(r"(?<! )=(?! )")
"""A default, as the parser writes it back: without room about it."""
_MODULE = re.compile(r"\b[a-z_]+\.(?=[A-Z])")
"""The module that a type is named by in the source."""
_LATER = re.compile(r"'([A-Z]\w+)'")
"""A type that is named before it is loaded."""
_OF_A_LIBRARY = {"METADATA": "The tables of the register, as SQLAlchemy knows them."}


def python_page() -> str:
    """Give the page: the engine, each part of it, the answers, what steps are given, the faults."""
    parts = [name for name, part in vars(Engine).items() if isinstance(part, cached_property)]
    return (
        _HEAD
        + "\n## Opening a register\n\n"
        + _method(workflow.open_engine)
        + "\n## The engine\n\n"
        + _PARTS
        + _methods(Engine, "engine.")
        + "".join(_part(name) for name in sorted(parts))
        + "\n## Values and answers\n\n"
        + _table(_records())
        + "\n\n## Inputs of steps\n\n"
        "Each is a name of `workflow.inputs`. The fields are the options of its command.\n\n"
        + _table(_inputs())
        + "\n\n## Faults\n\n"
        "Each is a `WorkflowError`, with a `code` and, in `cure`, what to do.\n\n"
        + _table(_faults())
        + "\n"
    )


def _part(name: str) -> str:
    kind = getattr(import_module(f"workflow.engine.{name}"), name.capitalize())
    return f"\n## `engine.{name}`\n\n{inspect.getdoc(kind)}\n\n{_methods(kind, f'engine.{name}.')}"


def _methods(kind: type, within: str) -> str:
    return "\n".join(
        _method(method, within)
        for name, method in vars(kind).items()
        if inspect.isfunction(method) and not name.startswith("_")
    )


def _method(method: Any, within: str = "") -> str:
    """Give a function: its name, after what it is asked of; how it is called; and what it says."""
    (node,) = ast.parse(inspect.cleandoc("\n" + inspect.getsource(method))).body
    assert isinstance(node, ast.FunctionDef)
    node.args.args = [each for each in node.args.args if each.arg != "self"]
    assert node.returns is not None
    given = ast.unparse(node.args)
    gives = ast.unparse(node.returns).strip("'")
    call = f"{node.name}({given}) -> {gives}"
    call = _DEFAULT.sub(" = ", _MODULE.sub("", _LATER.sub(r"\1", call)))
    return f"### {within}{node.name}\n\n```\n{_folded(call)}\n```\n\n{inspect.getdoc(method)}\n"


def _folded(call: str) -> str:
    """Give a call on one line, or an argument a line where it is long."""
    if len(call) <= 100:
        return call
    name, _, rest = call.partition("(")
    given, _, gives = rest.rpartition(") -> ")
    depth, last, found = 0, 0, []
    for place, letter in enumerate(given):
        depth += (letter in "[(") - (letter in "])")
        if letter == "," and depth == 0:
            found.append(given[last:place].strip())
            last = place + 1
    found.append(given[last:].strip())
    return "\n".join([f"{name}(", *(f"    {each}," for each in found), f") -> {gives}"])


def _records() -> Iterator[tuple[str, str]]:
    for name in workflow.__all__:
        each = getattr(workflow, name)
        if not (isinstance(each, type) and issubclass(each, WorkflowError)) and each is not Engine:
            yield name, _OF_A_LIBRARY.get(name) or sentence(each) + _holds(each)


def _holds(kind: Any) -> str:
    """Name the fields of a record, or the words of a closed list."""
    if isinstance(kind, type) and issubclass(kind, Enum):
        return " One of: " + ", ".join(f"`{each.name}`" for each in kind) + "."
    if not is_dataclass(kind):
        return ""
    names = [f"`{each.name}`" for each in fields(kind) if not each.name.startswith("_")]
    return f" It holds {', '.join(names)}." if names else ""


def _inputs() -> Iterator[tuple[str, str]]:
    for name in inputs.__all__:
        each = getattr(inputs, name)
        step = BY_INPUTS.get(each)
        of = "" if step is None else f" For the step `{step.name}`."
        yield name, sentence(each) + of + _holds(each)


def _faults() -> Iterator[tuple[str, str]]:
    for name in workflow.__all__:
        each = getattr(workflow, name)
        if isinstance(each, type) and issubclass(each, WorkflowError):
            yield name, sentence(each)


def _table(rows: Iterator[tuple[str, str]]) -> str:
    return markdown_table(("Name", "What it is"), ((f"`{name}`", said) for name, said in rows))
