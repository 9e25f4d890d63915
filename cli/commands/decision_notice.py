"""The notice of one decision, in the form that is asked for."""

import json
from datetime import datetime
from typing import Final

from cli.commands.published import Target, given, web_page
from cli.context import Context
from cli.shown.answer import Answer
from cli.shown.output import end_refused, warning_line
from workflow.errors import Invalid, Refusal
from workflow.procedures.attempt import Refused
from workflow.publishing.notice.contents import DecisionNotice
from workflow.publishing.notice.text import notice_text

_OF_PAGES: Final = ("--csv", "--ics", "--atom")


def decision_notice(
    context: Context, ref: str, target: Target, if_published: datetime | None
) -> Answer:
    """Answer with the notice of a decision, or end where there is none to print. Of one that is not
    published yet: as it would be if it were published at an instant."""
    if target.form in _OF_PAGES:
        raise Invalid(
            f"A notice of one decision has no form {target.form}: that is for a page of many.",
            remedy=f"Give another: decisions notice {ref} --html. Its dates, as entries for a "
            f"diary: decisions explain {ref} --ics",
        )
    publishing = context.engine.publishing
    found: DecisionNotice | Refusal | Refused
    if if_published is None:
        found = publishing.notice(ref)
    else:
        found = publishing.notice_if_published(ref, if_published)
    if isinstance(found, Refusal):
        raise end_refused(f"{ref} has no notice to print.", (found,))
    if isinstance(found, Refused):
        raise end_refused(f"{ref} could not be published then.", found.refusals)
    warnings = tuple(map(warning_line, found.beside))
    if target.form == "--json" and target.out is None:
        return Answer(data=found, warnings=warnings)
    return given(_whole(found, target), target, warnings)


def _whole(found: DecisionNotice, target: Target) -> str | bytes:
    """Give the notice as a file of the form that is asked for; as text where none is."""
    if target.form in ("--html", "--pdf"):
        return web_page(found, target)
    if target.form == "--json":
        from workflow.answers.as_json import as_json

        return json.dumps(as_json(found), indent=2) + "\n"
    if target.form == "--markdown":
        from workflow.answers.as_markdown import as_markdown

        return as_markdown(found)
    return notice_text(found)
