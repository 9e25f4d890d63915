"""The two pages that a council publishes every week, in the form that is asked for."""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

from cli.commands.published import Target, given, web_page
from cli.context import Context
from cli.shown import fitting
from cli.shown.answer import Answer
from cli.shown.output import warning_line
from workflow.publishing.forward_plan import ForwardPlan
from workflow.publishing.open_decisions import OpenForCallIn
from workflow.publishing.pages.of_answer import page_of
from workflow.publishing.pages.text import text_lines
from workflow.text import escaped

if TYPE_CHECKING:
    from workflow.publishing.published_days import PublishedDays

Page = OpenForCallIn | ForwardPlan


def open_page(context: Context, target: Target) -> Answer:
    """Answer with the decisions that are open for call-in."""
    name, publishing = context.council_name(), context.engine.publishing
    if target.form == "--ics":
        return given(_ics(publishing.open_days(name)), target)
    return _answer(publishing.open_for_call_in(name), target)


def plan_page(context: Context, target: Target) -> Answer:
    """Answer with the key decisions to come."""
    name, publishing = context.council_name(), context.engine.publishing
    if target.form == "--ics":
        return given(_ics(publishing.plan_days(name)), target)
    return _answer(publishing.forward_plan(name), target)


def _answer(found: Page, target: Target) -> Answer:
    warnings = tuple(map(warning_line, found.beside))
    if target.form in ("--html", "--pdf"):
        return given(web_page(found, target), target, warnings)
    if target.form in _FILES:
        return given(_FILES[target.form](found), target, warnings)
    if target.out is not None:
        whole = _json(found) if target.form else "".join(_plain(found))
        return given(whole, target, warnings)
    return Answer(data=found, text=text_lines(page_of(found), fitting), warnings=warnings)


def _json(found: Page) -> str:
    from workflow.answers.as_json import as_json

    return f"{json.dumps(as_json(found), indent=2)}\n"


def _plain(found: Page) -> Iterator[str]:
    """Give the text for a file: whoever opens it sets its width."""
    for line in text_lines(page_of(found), _AsItIs()):
        yield f"{escaped(line)}\n"


class _AsItIs:
    """A page on which no line is broken."""

    def wrapped(self, text: str, indent: str, after: str, *, less: int = 0) -> str:
        """Give text as one line, indented so."""
        return f"{indent}{text}"

    def within(self, line: str, *, less: int = 0) -> str:
        """Give a line as it is."""
        return line


def _ics(days: "PublishedDays") -> str:
    from workflow.answers.as_ics import as_ics

    return as_ics(days)


def _markdown(found: Page) -> str:
    from workflow.answers.as_markdown import as_markdown

    return as_markdown(found)


def _csv(found: Page) -> str:
    from workflow.answers.as_csv import as_csv

    return as_csv(found)


def _atom(found: Page) -> str:
    from workflow.answers.as_atom import as_atom

    return as_atom(found)


_FILES: Final[Mapping[str, Callable[[Page], str]]] = {
    "--markdown": _markdown,
    "--csv": _csv,
    "--atom": _atom,
}
"""What writes each form that is a file of its own."""
