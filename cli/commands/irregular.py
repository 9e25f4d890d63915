"""The commands about what happened out of rule: irregular list, show, note and resolve."""

from collections.abc import Iterator
from typing import Annotated

import typer

from cli.context import Context
from cli.shown.answer import Answer, Listing, Table
from cli.shown.fitting import wrapped
from cli.typed import options
from workflow.answers.irregularity import (
    IrregularityShown,
    irregularities_shown,
    irregularity_answer,
)
from workflow.clock import spoken_day, stamped
from workflow.register.query import DecisionQuery
from workflow.text import in_line


def irregular_list(
    council: options.Council = None,
    all_of_them: Annotated[
        bool, typer.Option("--all", help="Include those that are settled.")
    ] = False,
) -> Listing:
    """List the irregularities that are not settled.

    Example: decisions irregular list --council herefordshire
    """
    context = Context(council=council)
    place = context.settings["council"].value
    decisions = [
        (decision, each)
        for decision in context.engine.list(DecisionQuery(council=place, irregular=True))
        for each in decision.proceedings.irregularities
        if all_of_them or each.resolved_at is None
    ]
    rows = (
        (
            decision.ref,
            str(each.number),
            each.kind.label,
            each.happened_on.isoformat(),
            "outstanding" if each.resolved_at is None else "settled",
            decision.title,
        )
        for decision, each in decisions
    )
    headings = ("REF", "NUMBER", "WHAT", "HAPPENED", "STANDS", "TITLE")
    return Listing(
        data=lambda: [irregularity_answer(*each) for each in decisions],
        table=Table(headings, rows),
        notes=() if decisions else ("Nothing irregular is outstanding.",),
    )


def irregular_show(
    ref: options.Ref,
) -> Answer:
    """Show one decision's irregularities: the rule that each broke, and who accepted it.

    Example: decisions irregular show HFD-042
    """
    engine = Context().engine
    decision = engine.get(ref)
    shown = irregularities_shown(decision, engine.history(ref))
    text = (line for each in shown for line in _lines(ref, each))
    none = () if shown else (f"Nothing irregular is on record of {ref}.",)
    return Answer(data=shown, text=text, notes=none)


def _lines(ref: str, shown: IrregularityShown) -> Iterator[str]:
    each = shown.noted.irregularity
    yield f"{ref}, irregularity {each.number}: {each.kind.label}"
    noted = f"noted {stamped(each.noted_at)}{_by(shown.noted_by)}"
    yield wrapped(f"Happened:  {spoken_day(each.happened_on)}; {noted}", "  ", "             ")
    yield wrapped(f"Rule:      {shown.rule or each.kind.says}", "  ", "             ")
    if shown.what is not None:
        yield wrapped(f"What:      {shown.what}", "  ", "             ")
    if each.resolved_at is None:
        yield "  Stands:    outstanding"
    else:
        accepted = f"by {shown.accepted_by or ''}; recorded{_by(shown.resolved_by)}"
        yield wrapped(f"Accepted:  {stamped(each.resolved_at)}, {accepted}", "  ", "             ")
        yield wrapped(f"Why:       {shown.reason or ''}", "  ", "             ")


def _by(who: str | None) -> str:
    return "" if who is None else f" by {in_line(who)}"
