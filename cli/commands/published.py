"""Giving what is published: on standard output, or as a file that is whole or not there."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cli.new_file import FOR_ALL, new_binary_file, new_file
from cli.shown.answer import Answer, File
from cli.shown.fitting import wrapped
from cli.shown.output import Invocation, mark_kept
from workflow.errors import Invalid
from workflow.files.opening import shown

if TYPE_CHECKING:
    from workflow.publishing.forward_plan import ForwardPlan
    from workflow.publishing.notice.contents import DecisionNotice
    from workflow.publishing.open_decisions import OpenForCallIn


@dataclass(frozen=True, slots=True)
class Target:
    """In which form something is wanted, and where it goes."""

    form: str
    """The option of its form; "" for text."""
    out: Path | None
    """The file to write; None for standard output."""
    overwrite: bool
    """Whether it may take the place of a file that is there."""
    templates: Path | None
    """The folder of the council's own templates, where there is one."""


def given(whole: str | bytes, target: Target, warnings: tuple[str, ...] = ()) -> Answer:
    """Give what is made already: on standard output, or under its own name. Raises Invalid where a
    file that is no text has no name."""
    if target.out is None and isinstance(whole, str):
        return Answer(data=None, text=[File(whole)], warnings=warnings)
    if target.out is None:
        raise Invalid(
            f"{target.form} is no text, and is not written to the terminal.",
            remedy=f"Name a file for it: {target.form} --out FILE",
        )
    if isinstance(whole, str):
        with new_file(target.out, FOR_ALL, overwrite=target.overwrite) as file:
            file.write(whole)
    else:
        with new_binary_file(target.out, FOR_ALL, overwrite=target.overwrite) as binary:
            binary.write(whole)
    mark_kept(dry_run=False)
    Invocation.as_json = False  # the answer is in the file, and here it is said which
    told = wrapped(f"{shown(target.out)} is written.")
    return Answer(data=None, text=(), notes=[told], warnings=warnings)


def web_page(found: "DecisionNotice | OpenForCallIn | ForwardPlan", target: Target) -> str | bytes:
    """Give a page or a notice as a web page, or as a PDF file made of that."""
    from workflow.answers.as_html import as_html

    whole = as_html(found, target.templates)
    if target.form == "--html":
        return whole
    from workflow.answers.as_pdf import as_pdf

    return as_pdf(whole)
