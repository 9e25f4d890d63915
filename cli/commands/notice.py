"""The command that gives what a council publishes."""

from pathlib import Path
from typing import Annotated, Any, Final

import typer

from cli.commands.decision_notice import decision_notice
from cli.commands.published import Target
from cli.commands.templates import check_templates
from cli.context import Context
from cli.shown.answer import Answer
from cli.typed import options
from cli.typed.date_options import COMING, instant_option
from cli.typed.one_form import one_form
from cli.typed.strict import typed_options
from workflow.errors import Invalid

_FORMS: Final = {
    "as_json": "--json",
    "as_markdown": "--markdown",
    "as_html": "--html",
    "as_csv": "--csv",
    "as_ics": "--ics",
    "as_atom": "--atom",
    "as_pdf": "--pdf",
}
"""The forms of an answer, each by the name of its option here."""
_NOT_OF_A_CHECK: Final = (*(each for each in _FORMS if each != "as_json"), "if_published", "out")
"""What is asked of a page, and not of the templates."""


def notice(
    typer_context: typer.Context,
    ref: Annotated[
        str | None, typer.Argument(help="The decision's reference.", metavar="REF")
    ] = None,
    open_: Annotated[
        bool, typer.Option("--open", help="The decisions open for call-in now, soonest first.")
    ] = False,
    plan: Annotated[
        bool, typer.Option("--plan", help="The forward plan: the key decisions to come.")
    ] = False,
    if_published: Annotated[
        Any,
        instant_option(
            "--if-published",
            "Of a decision that is signed: its notice as it would be if it were published then.",
            COMING,
        ),
    ] = None,
    council: options.Council = None,
    as_markdown: Annotated[
        bool, typer.Option("--markdown", help="Answer in Markdown, for a web page.")
    ] = False,
    as_html: Annotated[bool, typer.Option("--html", help="Answer as a web page.")] = False,
    as_csv: options.Csv = False,
    as_ics: Annotated[
        bool, typer.Option("--ics", help="Answer with entries for a calendar (iCalendar).")
    ] = False,
    as_atom: Annotated[bool, typer.Option("--atom", help="Answer as an Atom feed.")] = False,
    as_pdf: Annotated[
        bool, typer.Option("--pdf", help="Answer as a PDF file. Needs the extra [pdf].")
    ] = False,
    check: Annotated[
        bool,
        typer.Option("--check-templates", help="Try your own templates, and say what is wrong."),
    ] = False,
    templates: Annotated[
        str | None,
        typer.Option(
            "--templates",
            help="A folder of your own templates, used before the shipped ones.",
            metavar="FOLDER",
        ),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out", help="A file to write; standard output, if left out.", metavar="FILE"
        ),
    ] = None,
    overwrite: Annotated[
        bool,
        typer.Option(
            "--overwrite",
            help="Write over the file, if it is there. It stays until the new one is whole.",
        ),
    ] = False,
) -> Answer:
    """Give the notice of a decision, ready to publish; or the pages that a council publishes.

    Example: decisions notice HFD-042 --html --out HFD-042.html
    """
    form = one_form(typer_context, _FORMS)
    context = Context(council=council, templates=templates)
    if check:
        if ref is not None or open_ or plan:
            raise Invalid(
                "Templates are tried on made-up decisions, and no decision or page is named.",
                remedy="Give it alone: decisions notice --check-templates",
            )
        typed = typed_options(typer_context, *_NOT_OF_A_CHECK)
        if typed:
            raise Invalid(
                f"Templates are tried, and nothing is written: {', '.join(typed)} does not go with "
                "that.",
                remedy="Leave it out: decisions notice --check-templates",
            )
        return check_templates(context)
    if form not in ("--html", "--pdf") and typed_options(typer_context, "templates"):
        raise Invalid(
            "Templates lay out a web page or a PDF file, and neither is asked for.",
            remedy="Add --html, or --pdf --out FILE; or leave --templates out.",
        )
    target = Target(form, out, overwrite, context.own_templates)
    if if_published is not None and ref is None:
        raise Invalid(
            "--if-published is of one decision, and none is named.",
            remedy="Name it: decisions notice REF --if-published WHEN",
        )
    if open_ and plan:
        raise Invalid(
            "One page is written at a time: --open and --plan do not go together.",
            remedy="Give one: decisions notice --open; or decisions notice --plan",
        )
    if ref is not None and (open_ or plan):
        page = "--open" if open_ else "--plan"
        raise Invalid(
            f"{page} is of every decision of a council: {ref} does not go with it.",
            remedy=f"Give one of the two: decisions notice {ref}; or decisions notice {page}",
        )
    if ref is not None:
        return decision_notice(context, ref, target, if_published)
    if open_ or plan:
        from cli.commands.public_page import open_page, plan_page  # not for one decision

        return open_page(context, target) if open_ else plan_page(context, target)
    raise Invalid(
        "Nothing is named to publish.",
        remedy="Give a decision: decisions notice REF; or a page: decisions notice --open, or "
        "decisions notice --plan",
    )
