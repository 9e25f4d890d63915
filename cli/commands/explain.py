"""The command that explains dates: the rule, each day, and both instants; in words for a terminal,
a letter, a calendar or a printed notice."""

from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from cli.context import Context
from cli.shown import fitting
from cli.shown.answer import Answer, File
from cli.shown.fitting import wrapped
from cli.shown.output import end_refused, warning_line
from cli.typed import deadline_options
from cli.typed.one_form import one_form
from workflow.answers.as_ics import as_ics
from workflow.answers.as_markdown import as_markdown
from workflow.answers.deadline import deadline_explained
from workflow.errors import Invalid, Refusal
from workflow.explanation.deadline import Deadline
from workflow.explanation.documents import document_of
from workflow.explanation.printed_notice import printed_by_rule
from workflow.explanation.renderers.page import page_lines
from workflow.model.call_in_period import Unit

if TYPE_CHECKING:
    from workflow.engine import Engine

_FORMS: Final = {
    "as_json": "--json",
    "as_markdown": "--markdown",
    "as_ics": "--ics",
    "as_notice": "--notice",
}
"""The forms of an answer, each by the name of its option here."""


def explain(
    typer_context: typer.Context,
    ref: Annotated[
        str | None, typer.Argument(help="The decision's reference.", metavar="REF")
    ] = None,
    start: deadline_options.Start = None,
    days: deadline_options.Days = None,
    nation: deadline_options.Country = None,
    unit: deadline_options.DayUnit = Unit.WORKING,
    start_counts: deadline_options.StartCounts = False,
    closed: deadline_options.Closed = None,
    council: deadline_options.OwnRule = None,
    published: deadline_options.Published = None,
    made_on: deadline_options.MadeOn = None,
    as_markdown: Annotated[
        bool, typer.Option("--markdown", help="Answer in Markdown, for a letter or a web page.")
    ] = False,
    as_ics: Annotated[
        bool, typer.Option("--ics", help="Answer with entries for a calendar (iCalendar).")
    ] = False,
    as_notice: Annotated[
        bool, typer.Option("--notice", help="Answer with the words to print on a notice.")
    ] = False,
) -> Answer:
    """Explain a decision's dates, day by day, each with its rule.

    Without a reference it explains a deadline, counted as by `decisions deadline`.
    """
    question = deadline_options.DeadlineQuestion(
        command="explain",
        start=start,
        days=days,
        nation=nation,
        unit=unit,
        start_counts=start_counts,
        closed=closed,
        council=council,
        published=published,
        made_on=made_on,
    )
    form = one_form(typer_context, _FORMS)
    if ref is None:
        if not question.given:
            raise Invalid(
                "Nothing is named to explain.",
                remedy="Give a decision's reference; or a deadline, as in: decisions explain "
                f"{deadline_options.EXAMPLE}",
            )
        return _answer(_by_itself(deadline_options.computed(question), form), form)
    if question.given:
        raise Invalid(
            f"A decision has its dates on record: {ref} does not go with "
            f"{', '.join(question.given)}.",
            remedy=f"Give one of the two: decisions explain {ref}; or decisions explain "
            f"{deadline_options.EXAMPLE}",
        )
    return _answer(_of_decision(Context().engine, ref, form), form)


def _of_decision(engine: "Engine", ref: str, form: str) -> Any:
    """Give what a decision's record says of its dates; end where it says nothing."""
    explained: Any
    if form == "--ics":
        explained = engine.calendars.dates(ref)
    elif form == "--notice":
        explained = engine.publishing.call_in_words(ref)
    else:
        explained = engine.explain(ref)
    if isinstance(explained, Refusal):
        nothing = "nothing to print on a notice" if form == "--notice" else "no deadline to explain"
        raise end_refused(f"{ref} has {nothing}.", (explained,))
    return explained


def _by_itself(counted: Deadline, form: str) -> Any:
    """Give a deadline that is in no register; or the words of a notice by the rule alone."""
    if form == "--json":
        return deadline_explained(counted)
    if form != "--notice":
        return counted
    if counted.window is None or counted.rules is None:
        raise Invalid(
            "A notice follows a council's own rule, and numbers alone have none.",
            remedy="Give a decision's reference; or --council NAME --published INSTANT.",
        )
    return printed_by_rule(counted.window, counted.rules, counted.outlasts)


def _answer(explained: Any, form: str) -> Answer:
    """Answer in the form that is asked for."""
    if form == "--json":
        return Answer(data=explained)
    if form == "--notice":
        first, *others = map(wrapped, explained.paragraphs)
        text = [first, *(line for each in others for line in ("", each))]
        return Answer(data=explained, text=text, notes=map(warning_line, explained.beside))
    if form:
        file = as_markdown(explained) if form == "--markdown" else as_ics(explained)
        return Answer(data=explained, text=[File(file)])
    return Answer(data=explained, text=page_lines(document_of(explained), fitting))
