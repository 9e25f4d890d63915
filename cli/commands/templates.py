"""Trying a council's own templates for notices and pages."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cli.context import Context
from cli.exits import DONE, USAGE
from cli.shown.answer import Answer
from cli.shown.fitting import wrapped
from workflow.errors import Invalid

if TYPE_CHECKING:
    from workflow.publishing.own_templates.check import TemplateChecked


def check_templates(context: Context) -> Answer:
    """Answer with what is wrong with each template of one's own."""
    folder = context.own_templates
    if folder is None:
        raise Invalid(
            "No folder of templates is named: the shipped ones are used.",
            remedy="Give one: decisions notice --check-templates --templates FOLDER; or set it: "
            "decisions config set templates FOLDER",
        )
    from workflow.publishing.own_templates.check import checked

    found = checked(folder)
    good = all(each.good for each in found)
    return Answer(data=found, text=_lines(found), code=DONE if good else USAGE)


def _lines(found: "tuple[TemplateChecked, ...]") -> Iterator[str]:
    for each in found:
        yield f"{each.file}: {'can be used' if each.good else 'cannot be used'}."
        for told in (*each.problems, *each.remarks):
            yield wrapped(told, "  ")
