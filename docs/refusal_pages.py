"""The page of refusals, made from the catalogues: every code, its sentence, rule and remedy."""

import inspect
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from cli import exits
from workflow.authority import Authority
from workflow.errors import BeyondCalendar, NotOnFile, WorkflowError
from workflow.model.refusal import COUNCILS_RULE, RefusalKind
from workflow.procedures.render import cited, markdown_table
from workflow.procedures.shared.refusals import UPGRADE

ROOT = Path(__file__).resolve().parent.parent
GAP = "…"
"""Stands in a sentence for what differs from case to case."""
_ADD = (
    f"See what is on file: decisions constitution show {GAP}; then add the provision, with its "
    "source"
)
_FAULTS = {NotOnFile: f"{_ADD}, to the council's file.", BeyondCalendar: UPGRADE}
"""The two faults that a guard gives as a refusal: it cannot judge without the answer."""


@dataclass(frozen=True)
class Found:
    """One way of saying no."""

    code: str
    because: str
    rules: tuple[str, ...]
    remedy: str


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
                _each(rule for one in places for rule in one.rules),
                _each(one.remedy for one in places),
            )
            for code, places in sorted(by_code.items())
        ),
    )
    told = markdown_table(
        ("Code", "What it means", "What to do", "Exit"),
        (
            (f"`{kind.code}`", _first(kind), kind.remedy, str(exits.code_for_fault(kind())))
            for kind in faults
        ),
    )
    return (
        "# Refusals and faults\n\n"
        "This page is for officers who were refused, and for programmers who handle refusals. It\n"
        "lists every reason that the engine gives, and what to do.\n\n"
        "A *refusal* is an answer: the rules do not allow the step. It has a code that programs\n"
        "may rely on, a sentence, the rule behind it, and what to do. It gives every reason, not\n"
        "only the first. Nothing is changed.\n\n"
        f"`{GAP}` stands for what differs from case to case, such as a reference or a date. A\n"
        "program finds it by name in the refusal's `values`. A refusal may say first where the\n"
        "decision stands, as in `is-signed`. If another step must come first, the refusal names\n"
        "its command, as in `decisions sign HFD-042`.\n\n"
        f"## Refusals\n\n{refusals}\n\n"
        "## Faults\n\n"
        "A *fault* means that the engine could not judge the step at all. In the library it is an\n"
        "exception, a `WorkflowError`.\n\n"
        f"{told}\n\n"
        "Four more can come from the command line only: `crash`, a mistake in the program itself;\n"
        "`system`, something that the operating system refused; and `no-room` and `not-written`,\n"
        "something that it could not write.\n"
    )


def every_refusal() -> list[Found]:
    """Give every refusal of the catalogues, and the two faults that a guard gives as one."""
    found = [
        Found(
            kind.code,
            re.sub(r"\{[^}]*\}", GAP, kind.because),
            tuple(cited(each) if isinstance(each, Authority) else each for each in kind.rules),
            re.sub(r"\{[^}]*\}", GAP, kind.remedy),
        )
        for kind in every_kind()
    ]
    for fault, remedy in _FAULTS.items():
        assert fault.authority is not None
        rules = (cited(fault.authority), COUNCILS_RULE)
        found.append(Found(fault.code, _first(fault), rules[:1], remedy))
    return found


def every_kind() -> Iterator[RefusalKind]:
    """Give every kind of refusal, as the catalogues have them."""
    for path in sorted((ROOT / "workflow").rglob("*refusals.py")):
        module = import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
        for value in vars(module).values():
            yield from kinds_in(value)


def kinds_in(value: object) -> Iterator[RefusalKind]:
    """Give the kinds in what a catalogue has under one name: one, or one for each case."""
    if isinstance(value, RefusalKind):
        yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from kinds_in(each)


def _first(kind: type[WorkflowError]) -> str:
    return (inspect.getdoc(kind) or "").split("\n\n")[0].replace("\n", " ")


def _each(texts: Iterator[str]) -> str:
    return "<br>".join(dict.fromkeys(text for text in texts if text))
