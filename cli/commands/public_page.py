"""The two pages that a council publishes every week, in the form that is asked for."""

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

from cli.context import Context
from cli.new_file import new_file
from cli.shown import fitting
from cli.shown.answer import Answer, File
from cli.shown.fitting import wrapped
from cli.shown.output import mark_kept, warning_line
from workflow.files.opening import shown
from workflow.publishing.forward_plan import ForwardPlan
from workflow.publishing.open_decisions import OpenForCallIn
from workflow.publishing.pages.of_answer import page_of
from workflow.publishing.pages.text import text_lines
from workflow.text import escaped

Page = OpenForCallIn | ForwardPlan


def open_page(council: str | None, form: str, out: Path | None, *, overwrite: bool) -> Answer:
    """Answer with the decisions that are open for call-in."""
    context = Context(council=council)
    found = context.engine.publishing.open_for_call_in(context.council_name())
    return _answer(found, form, out, overwrite=overwrite)


def plan_page(council: str | None, form: str, out: Path | None, *, overwrite: bool) -> Answer:
    """Answer with the key decisions to come."""
    context = Context(council=council)
    found = context.engine.publishing.forward_plan(context.council_name())
    return _answer(found, form, out, overwrite=overwrite)


def _answer(found: Page, form: str, out: Path | None, *, overwrite: bool) -> Answer:
    warnings = map(warning_line, found.beside)
    if out is not None:
        _write(_as_file(found, form), out, overwrite=overwrite)
        many = len(found.decisions)
        told = f"{shown(out)} is written: {many:,} decision{'' if many == 1 else 's'}."
        return Answer(data=found, text=(), notes=[wrapped(told)], warnings=warnings)
    if form in _FILES:
        return Answer(data=found, text=[File(_FILES[form](found))], warnings=warnings)
    return Answer(data=found, text=text_lines(page_of(found), fitting), warnings=warnings)


def _write(text: str, out: Path, *, overwrite: bool) -> None:
    with new_file(out, overwrite=overwrite) as file:
        file.write(text)
    mark_kept(dry_run=False)


def _as_file(found: Page, form: str) -> str:
    if form == "--json":
        from workflow.answers.as_json import as_json

        return json.dumps(as_json(found), indent=2) + "\n"
    return _FILES[form](found) if form else "".join(_plain(found))


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
