"""The notice of one decision, in the form that is asked for."""

import json
from pathlib import Path
from typing import Final

from cli.context import Context
from cli.new_file import new_file
from cli.shown.answer import Answer, File
from cli.shown.fitting import wrapped
from cli.shown.output import end_refused, mark_kept, warning_line
from workflow.errors import Invalid, Refusal
from workflow.files.opening import shown
from workflow.publishing.notice.contents import DecisionNotice
from workflow.publishing.notice.text import notice_text

_OF_PAGES: Final = ("--csv", "--ics", "--atom")


def decision_notice(ref: str, form: str, out: Path | None, *, overwrite: bool) -> Answer:
    """Answer with the notice of a decision, or end where there is none to print."""
    if form in _OF_PAGES:
        raise Invalid(
            f"A notice of one decision has no form {form}: that is for a page of many.",
            remedy=f"Give another: decisions notice {ref} --html. Its dates, as entries for a "
            f"diary: decisions explain {ref} --ics",
        )
    found = Context().engine.publishing.notice(ref)
    if isinstance(found, Refusal):
        raise end_refused(f"{ref} has no notice to print.", (found,))
    warnings = map(warning_line, found.beside)
    if out is None:
        written = "" if form == "--json" else _file(found, form)
        return Answer(data=found, text=[File(written)], warnings=warnings)
    with new_file(out, overwrite=overwrite) as file:
        file.write(_file(found, form))
    mark_kept(dry_run=False)
    return Answer(
        data=found, text=(), notes=[wrapped(f"{shown(out)} is written.")], warnings=warnings
    )


def _file(found: DecisionNotice, form: str) -> str:
    """Give the notice as a file of that form; as text where none is asked for."""
    if form == "--json":
        from workflow.answers.as_json import as_json

        return json.dumps(as_json(found), indent=2) + "\n"
    if form == "--markdown":
        from workflow.answers.as_markdown import as_markdown

        return as_markdown(found)
    if form == "--html":
        from workflow.answers.as_html import as_html

        return as_html(found)
    return notice_text(found)
