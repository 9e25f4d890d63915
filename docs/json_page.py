"""The page on JSON, made from the records of the answers and what is said of each name."""

import ast
import inspect
import re
from collections.abc import Iterator
from dataclasses import is_dataclass
from datetime import date, datetime, time
from enum import Enum
from functools import cache
from textwrap import dedent
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from json_examples import SHOWN, Shown, written
from workflow.answers.as_json import answer_kind, parts_of
from workflow.answers.record import BothTimes
from workflow.procedures.render import markdown_table

_MOST_WORDS = 6
_PLAIN = {
    str: "text",
    int: "number",
    bool: "true or false",
    date: "day",
    datetime: "instant",
    time: "hour",
    BothTimes: "instant, both ways",
}
_HEADING = {shown.kind: shown.heading for shown in SHOWN if shown.kind is not None}


def json_page() -> str:
    """The shapes of JSON: each answer with an example, then the records they share."""
    shared = dict.fromkeys(kind for shown in SHOWN for kind in _within(shown.kind))
    return (
        "# JSON\n\n"
        "This page is for programmers. It lists every answer that a command gives with\n"
        "`--json`.\n\n"
        "A command writes JSON to standard output. In Python, `as_json` gives the same for any\n"
        "answer of the engine. Other programs may rely on the names below. Names may be added. No\n"
        "name is removed, and none changes its meaning, without a new major version.\n\n"
        '- Every name of an answer is always there. `null` means "not said" or "not yet".\n'
        "- A day is `2018-10-24`. An instant is in UTC, ends in `Z`, and always has six decimals.\n"
        "- An instant that counts in law is given twice: `utc`, and `london` as London's clocks\n"
        "  show it. Numbers are never fractions.\n"
        '- In the examples `"…"` stands for anything. At the end of a list it stands for more of\n'
        "  the same. The examples were run at 08:00 on Monday 17 June 2024.\n\n"
        + "".join(_answer(shown) for shown in SHOWN)
        + "# What the answers hold\n\n"
        + "".join(_record(kind) for kind in shared if kind not in _HEADING)
    ).rstrip() + "\n"


def _answer(shown: Shown) -> str:
    parts = [f"## {shown.heading}"]
    if shown.kind is not None:
        sentence = _sentence(shown.kind)
        parts.append(f"A list. Each entry: {sentence}" if shown.many else sentence)
    if shown.says:
        parts.append(shown.says)
    for example in shown.examples:
        parts.append(f"```sh\ndecisions {example.command} --json\n```")
        parts.append(f"```json\n{written(example.answer)}\n```")
    if shown.kind is not None:
        parts.append(_table(shown.kind))
    return "\n\n".join(parts) + "\n\n"


def _record(kind: type) -> str:
    return f"## {title(kind)}\n\n{_sentence(kind)}\n\n{_table(kind)}\n\n"


def title(kind: type) -> str:
    """Give what a record is called on the page: OtherEnd is "other end"."""
    if kind in _HEADING:
        return _HEADING[kind]
    name = kind.__name__
    if kind.__module__.startswith("workflow.answers."):
        name = name.removesuffix("Answer")
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()


def _sentence(of: Any) -> str:
    return _null((inspect.getdoc(of) or "").partition("\n\n")[0])


def _null(said: str) -> str:
    """Give what is said in the code of what is not there as JSON has it."""
    words = " ".join(said.split())
    return re.sub(r"\bNone\b", "null", re.sub(r"(^|\. )None\b", r"\1Null", words))


def _table(kind: type) -> str:
    rows = [(f"`{name}`", _shape(of), said) for name, of, said in _names(kind)]
    return markdown_table(("Name", "Shape", "What it is"), rows)


def _names(kind: type) -> Iterator[tuple[str, Any, str]]:
    """Give every name of a record, with its type and what is said of it."""
    said, hints = _said(kind), get_type_hints(kind)
    for part in parts_of(kind):
        found = vars(kind).get(part.name)
        of = hints.get(part.name) or get_type_hints(found.fget)["return"]
        if part.is_law:
            of = BothTimes if of is datetime else BothTimes | None
        elif part.null_if_empty:
            of = of | None
        words = said.get(part.name) or _sentence(found)
        inner = _record_in(of) if part.inline else None
        if inner is not None:
            yield from _names(inner)
        else:
            yield "…" if part.inline else part.given_as, of, words


def _record_in(of: Any) -> type | None:
    """Give the record that a type holds, if it holds one."""
    if isinstance(of, type) and is_dataclass(of):
        return answer_kind(of)
    found = (_record_in(inside) for inside in get_args(of))
    return next((each for each in found if each is not None), None)


def _within(kind: type | None, seen: frozenset[type] = frozenset()) -> Iterator[type]:
    """Give the records that stand within a record, as far down as there are any."""
    if kind is None:
        return
    for _, of, _ in _names(kind):
        inner = _record_in(of)
        if inner is not None and inner is not BothTimes and inner not in seen:
            yield inner
            yield from _within(inner, seen | {inner})


@cache
def _said(kind: type) -> dict[str, str]:
    """Give what is said of each field of a record, where it stands in the source."""
    tree = ast.parse(dedent(inspect.getsource(kind))).body[0]
    assert isinstance(tree, ast.ClassDef)
    found = {}
    for node, after in zip(tree.body, tree.body[1:], strict=False):
        told = after.value if isinstance(after, ast.Expr) else None
        if isinstance(node, ast.AnnAssign) and isinstance(told, ast.Constant):
            found[ast.unparse(node.target)] = _null(str(told.value))
    return found


def _shape(of: Any) -> str:
    """Say in words what stands under a name."""
    origin, inside = get_origin(of), get_args(of)
    if of is Any:
        return "anything"
    if origin in (Union, UnionType):
        some = [each for each in inside if each is not NoneType]
        words = " or ".join(dict.fromkeys(_shape(each) for each in some))
        return f"{words}, or null" if len(some) < len(inside) else words
    if origin is tuple:
        if len(inside) == 2 and inside[1] is not Ellipsis:
            return f"list of {len(inside)}: {_shape(inside[0])}"
        return f"list: {_shape(inside[0])}"
    if origin is not None:
        return f"by name: {_shape(inside[1])}" if len(inside) == 2 else "anything"
    if of in _PLAIN:
        return _PLAIN[of]
    if isinstance(of, type) and issubclass(of, Enum):
        words = [f"`{each.value}`" for each in of]
        return ", ".join(words) if len(words) <= _MOST_WORDS else "word"
    if isinstance(of, type) and is_dataclass(of):
        name = title(answer_kind(of))
        return f"[{name}](#{name.replace(' ', '-')})"
    return "anything"
