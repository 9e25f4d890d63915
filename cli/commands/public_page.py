"""The two pages that a council publishes every week, in the form that is asked for."""

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from cli.context import Context
from cli.new_file import new_file
from cli.shown import fitting
from cli.shown.answer import Answer, File
from cli.shown.fitting import wrapped
from cli.shown.output import Invocation, mark_kept, warning_line
from workflow.files.opening import shown
from workflow.publishing.forward_plan import ForwardPlan
from workflow.publishing.open_decisions import OpenForCallIn
from workflow.publishing.pages.of_answer import page_of
from workflow.publishing.pages.text import text_lines
from workflow.text import escaped

if TYPE_CHECKING:
    from workflow.publishing.published_days import PublishedDays

Page = OpenForCallIn | ForwardPlan


def open_page(council: str | None, form: str, out: Path | None, *, overwrite: bool) -> Answer:
    """Answer with the decisions that are open for call-in."""
    context = Context(council=council)
    name, publishing = context.council_name(), context.engine.publishing
    if form == "--ics":
        return _given(_ics(publishing.open_days(name)), out, overwrite=overwrite)
    return _answer(publishing.open_for_call_in(name), form, out, overwrite=overwrite)


def plan_page(council: str | None, form: str, out: Path | None, *, overwrite: bool) -> Answer:
    """Answer with the key decisions to come."""
    context = Context(council=council)
    name, publishing = context.council_name(), context.engine.publishing
    if form == "--ics":
        return _given(_ics(publishing.plan_days(name)), out, overwrite=overwrite)
    return _answer(publishing.forward_plan(name), form, out, overwrite=overwrite)


def _answer(found: Page, form: str, out: Path | None, *, overwrite: bool) -> Answer:
    warnings = tuple(map(warning_line, found.beside))
    if form in _FILES:
        return _given(_FILES[form](found), out, warnings, overwrite=overwrite)
    if out is not None:
        whole = _json(found) if form else "".join(_plain(found))
        return _given(whole, out, warnings, overwrite=overwrite)
    return Answer(data=found, text=text_lines(page_of(found), fitting), warnings=warnings)


def _given(
    whole: str, out: Path | None, warnings: tuple[str, ...] = (), *, overwrite: bool
) -> Answer:
    """Give a file that is made already: on standard output, or under its own name."""
    if out is None:
        return Answer(data=None, text=[File(whole)], warnings=warnings)
    with new_file(out, overwrite=overwrite) as file:
        file.write(whole)
    mark_kept(dry_run=False)
    Invocation.as_json = False  # the answer is in the file, and here it is said which
    told = wrapped(f"{shown(out)} is written.")
    return Answer(data=None, text=(), notes=[told], warnings=warnings)


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


def _html(found: Page) -> str:
    from workflow.answers.as_html import as_html

    return as_html(found)


def _csv(found: Page) -> str:
    from workflow.answers.as_csv import as_csv

    return as_csv(found)


def _atom(found: Page) -> str:
    from workflow.answers.as_atom import as_atom

    return as_atom(found)


_FILES: Final[Mapping[str, Callable[[Page], str]]] = {
    "--markdown": _markdown,
    "--html": _html,
    "--csv": _csv,
    "--atom": _atom,
}
"""What writes each form that is a file of its own."""
