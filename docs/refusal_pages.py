"""The page of refusals, made by reading the source: every code, its sentence, rule and remedy."""

import ast
import inspect
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import Any

from cli import exits
from workflow.authority import Authority
from workflow.errors import WorkflowError
from workflow.lifecycle.render import cited, markdown_table, sentence
from workflow.model.decision import Decision
from workflow.model.kind import Kind
from workflow.model.state import State
from workflow.policy.standing import standing

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("workflow/policy", "workflow/lifecycle", "workflow/service")
GAP = "…"
"""Stands in a sentence for what differs from case to case."""
COMPUTED = "standing"
"""The one function whose codes are made from where a decision stands."""


@dataclass(frozen=True)
class Found:
    """One place in the source where a refusal is made."""

    code: str
    because: str
    authority: str
    remedy: str
    raised_by: str


def refusals_page(faults: Sequence[type[WorkflowError]]) -> str:
    """Give the page: every refusal, then every fault."""
    by_code: dict[str, list[Found]] = defaultdict(list)
    for found in every_refusal():
        by_code[found.code].append(found)
    refusals = markdown_table(
        ("Code", "It says", "Rule", "What to do"),
        (
            (
                f"`{code}`",
                _each(one.because for one in places),
                _each(one.authority for one in places),
                _each(one.remedy for one in places),
            )
            for code, places in sorted(by_code.items())
        ),
    )
    told = markdown_table(
        ("Code", "What it means", "What to do", "Exit"),
        (
            (f"`{kind.code}`", _first(kind), kind.remedy, str(exits.for_fault(kind())))
            for kind in faults
        ),
    )
    return (
        "# Refusals and faults\n\n"
        "A *refusal* is an answer: the rules do not allow what was asked. It has a code that\n"
        "programs may rely on, a sentence, the rule behind it, and what to do. All the reasons\n"
        "are given, not only the first. Nothing is changed.\n\n"
        f"Where `{GAP}` stands, the sentence says what is so of the case in hand.\n\n"
        f"## Refusals\n\n{refusals}\n\n"
        "## Faults\n\n"
        "A *fault* means that what was asked could not be judged at all. In the library it is an\n"
        "exception, a `WorkflowError`.\n\n"
        f"{told}\n\n"
        "The command line has two more: `crash`, for a mistake in the program itself, and\n"
        "`system`, for what the operating system refused.\n"
    )


def _first(kind: type[WorkflowError]) -> str:
    return (inspect.getdoc(kind) or "").split("\n\n")[0].replace("\n", " ")


def _each(texts: Iterator[str]) -> str:
    return "<br>".join(dict.fromkeys(text for text in texts if text))


def every_refusal() -> list[Found]:
    """Give every refusal that the source makes, and those made from where a decision stands."""
    found = list(_from_standing())
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob("*.py")):
            found += _in_module(path)
    return found


def _in_module(path: Path) -> Iterator[Found]:
    module = import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
    functions = [
        each
        for each in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(each, ast.FunctionDef)
    ]
    makers: dict[str, tuple[ast.FunctionDef, dict[str, ast.expr]]] = {}
    for function in functions:
        for call in _calls(function, "Refusal"):
            given = {word.arg: word.value for word in call.keywords if word.arg}
            if isinstance(given["code"], ast.Name):
                makers[function.name] = (function, given)
            elif isinstance(given["code"], ast.Constant):
                yield _found(given, {}, module, function)
            elif not _is_computed(given["code"], function.name):
                raise SystemExit(f"{path}: {function.name} makes a code that cannot be read.")
    for function in functions:
        for name, (maker, given) in makers.items():
            for call in _calls(function, name):
                names = [arg.arg for arg in maker.args.args]
                known = {**_locals(maker), **dict(zip(names, call.args, strict=False))}
                yield _found(given, known, module, function)


def _locals(function: ast.FunctionDef) -> dict[str, ast.expr]:
    return {
        node.targets[0].id: node.value
        for node in ast.walk(function)
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
    }


def _is_computed(code: ast.expr, function: str) -> bool:
    passed_on = isinstance(code, ast.Attribute) and code.attr == "code"
    return passed_on or function == COMPUTED


def _calls(function: ast.FunctionDef, name: str) -> Iterator[ast.Call]:
    for node in ast.walk(function):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name:
            yield node


def _found(
    given: dict[str, ast.expr],
    known: dict[str, ast.expr],
    module: Any,
    function: ast.FunctionDef,
) -> Found:
    because = _words(given["because"], known)
    remedy = _words(given["remedy"], known)
    return Found(
        code=_words(given["code"], known),
        because=because if because != GAP else sentence(getattr(module, function.name)),
        authority=_authority(given["authority"], module),
        remedy=remedy if remedy != GAP else "",
        raised_by=f"{module.__name__}.{function.name}",
    )


def _words(value: ast.expr, known: dict[str, ast.expr]) -> str:
    """Give the words of a string in the source, with a gap for what only a case can tell."""
    if isinstance(value, ast.Constant):
        return str(value.value)
    if isinstance(value, ast.Name) and value.id in known:
        return _words(known[value.id], known)
    if isinstance(value, ast.FormattedValue):
        return _words(value.value, known)
    if isinstance(value, ast.JoinedStr):
        told = "".join(_words(part, known) for part in value.values)
        return told.replace(GAP + GAP, GAP)
    return GAP


def _authority(value: ast.expr, module: Any) -> str:
    if isinstance(value, ast.Name):
        named = getattr(module, value.id, None)
        if isinstance(named, Authority):
            return cited(named)
    if isinstance(value, ast.Call) or ast.unparse(value) == "held.authority":
        return "the authority that was given for the hold"
    if isinstance(value, ast.Attribute):
        return "the council's own rule"
    return "the rule the step is taken under"


def _from_standing() -> Iterator[Found]:
    then = datetime(2018, 10, 18, 16, 30, tzinfo=UTC)
    for state in State:
        if state is State.CALL_IN_OPEN:
            continue
        refusal = standing(
            Decision(
                ref=GAP,
                council="",
                kind=Kind.KEY,
                title="",
                state=state,
                version=1,
                statement_version=1,
                drafted_at=then,
                last_at=then,
            ),
            then,
        )
        yield Found(
            code=refusal.code,
            because=refusal.because,
            authority="the rule the step is taken under"
            if refusal.authority.title == "council-decisions"
            else cited(refusal.authority),
            remedy=refusal.remedy,
            raised_by="workflow.policy.standing.standing",
        )
