"""The page of refusals, made by reading the source: every code, its sentence, rule and remedy."""

import ast
import inspect
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from importlib import import_module
from pathlib import Path

from refusal_words import GAP, STEPS_OWN, Reader, assigned_in

from cli import exits
from workflow.errors import BeyondCalendar, NotOnFile, WorkflowError
from workflow.model.decision import Decision
from workflow.model.kind import Kind
from workflow.model.state import State
from workflow.procedures.render import cited, markdown_table, sentence
from workflow.procedures.shared.refusals import UPGRADE
from workflow.procedures.shared.wrong_state import standing

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = (
    "workflow/constitution",
    "workflow/procedures",
    "workflow/register",
    "workflow/impact",
    "workflow/importing",
    "workflow/explanation",
)
COMPUTED = "standing"
"""The one function whose codes are made from where a decision stands."""


@dataclass(frozen=True)
class Found:
    """One place in the source where a refusal is made."""

    code: str
    because: tuple[str, ...]
    authority: tuple[str, ...]
    remedy: tuple[str, ...]
    """Every form each of them can take."""
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
                _each(each for one in places for each in one.because),
                _each(each for one in places for each in one.authority),
                _each(each for one in places for each in one.remedy),
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
        f"Where `{GAP}` stands, the sentence says what is so of the case in hand. Where the\n"
        "table of steps alone says what comes first, that is what to do: decisions sign ….\n\n"
        f"## Refusals\n\n{refusals}\n\n"
        "## Faults\n\n"
        "A *fault* means that what was asked could not be judged at all. In the library it is an\n"
        "exception, a `WorkflowError`.\n\n"
        f"{told}\n\n"
        "The command line alone has `crash`, for a mistake in the program itself, `system`, for\n"
        "what the operating system refused, and `no-room` and `not-written`, for what it could\n"
        "not write.\n"
    )


def _first(kind: type[WorkflowError]) -> str:
    return (inspect.getdoc(kind) or "").split("\n\n")[0].replace("\n", " ")


def _each(texts: Iterator[str]) -> str:
    return "<br>".join(dict.fromkeys(text for text in texts if text))


def every_refusal() -> list[Found]:
    """Give every refusal that the source makes, and those made from where a decision stands."""
    found = [*_from_standing(), *_from_faults()]
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob("*.py")):
            found += _in_module(path)
    return found


def _in_module(path: Path) -> Iterator[Found]:
    reader = _reader(path)
    for function in reader.functions.values():
        for given in _refusals_of(function):
            if isinstance(given["code"], ast.Constant):
                yield _found(given, assigned_in(function), reader, function, reader)
            elif not (isinstance(given["code"], ast.Name) or _is_computed(given["code"], function)):
                raise SystemExit(f"{path}: {function.name} makes a code that cannot be read.")
    for maker, home in [*_makers(reader), *_makers_lent_to(reader)]:
        for given in _refusals_of(maker):
            for function in reader.functions.values():
                for call in _calls(function, maker.name):
                    names = [arg.arg for arg in maker.args.args]
                    here = assigned_in(function)
                    given_it = [here.get(getattr(each, "id", ""), each) for each in call.args]
                    asked = dict(zip(names, given_it, strict=False))
                    known = {**here, **assigned_in(maker), **asked}
                    yield _found(given, known, reader, function, home)


@cache
def _reader(path: Path) -> Reader:
    module = import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
    return Reader(module, ast.parse(path.read_text(encoding="utf-8")))


def _refusals_of(function: ast.FunctionDef) -> list[dict[str, ast.expr]]:
    """Give what each refusal that a function makes is given."""
    calls = _calls(function, "Refusal")
    return [{word.arg: word.value for word in call.keywords if word.arg} for call in calls]


def _makers(reader: Reader) -> Iterator[tuple[ast.FunctionDef, Reader]]:
    """Give the functions of a module that make a refusal of the code that they are given."""
    for function in reader.functions.values():
        if any(isinstance(given["code"], ast.Name) for given in _refusals_of(function)):
            yield function, reader


def _makers_lent_to(reader: Reader) -> Iterator[tuple[ast.FunctionDef, Reader]]:
    """Give those that a module has from another of its folder."""
    for path in sorted(Path(reader.module.__file__).parent.glob("*.py")):
        for maker, home in _makers(_reader(path)):
            lent = getattr(reader.module, maker.name, None)
            if home.module is not reader.module and lent is getattr(home.module, maker.name):
                yield maker, home


def _is_computed(code: ast.expr, function: ast.FunctionDef) -> bool:
    passed_on = isinstance(code, ast.Attribute) and code.attr == "code"
    return passed_on or function.name == COMPUTED


def _calls(function: ast.FunctionDef, name: str) -> Iterator[ast.Call]:
    for node in ast.walk(function):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name:
            yield node


def _found(
    given: dict[str, ast.expr],
    known: dict[str, ast.expr],
    reader: Reader,
    function: ast.FunctionDef,
    home: Reader,
) -> Found:
    told = [each for each in reader.words(given["because"], known) if each != GAP]
    return Found(
        code=reader.words(given["code"], known)[0],
        because=tuple(told or [sentence(getattr(reader.module, function.name))]),
        authority=tuple(home.rules(given["authority"], known)),
        remedy=tuple(each for each in reader.words(given["remedy"], known) if each != GAP),
        raised_by=f"{reader.module.__name__}.{function.name}",
    )


def _from_faults() -> Iterator[Found]:
    """Give the two faults that a guard gives as a refusal: it cannot judge without the answer."""
    add = (
        f"See what is on file: decisions policy show {GAP}; then add the provision, with its source"
    )
    for kind, do in (NotOnFile, f"{add}, to the council's file."), (BeyondCalendar, UPGRADE):
        assert kind.authority is not None
        yield Found(
            code=kind.code,
            because=(_first(kind),),
            authority=(cited(kind.authority),),
            remedy=(do,),
            raised_by="workflow.procedures.publication.guards.from_fault",
        )


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
            because=(refusal.because,),
            authority=(
                STEPS_OWN
                if refusal.authority.title == "council-decisions"
                else cited(refusal.authority),
            ),
            remedy=(refusal.remedy,),
            raised_by="workflow.procedures.shared.wrong_state.standing",
        )
