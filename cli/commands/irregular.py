"""The commands about what happened out of rule: irregular list, show, note and resolve."""

from typing import Annotated

import typer

from cli import options
from cli.context import Context
from cli.output import note, say, say_json, say_rows, wrapped
from workflow.answers.irregularity import irregularities_shown, irregularity_answer
from workflow.clock import spoken_day, stamped
from workflow.register.query import DecisionQuery


def irregular_list(
    council: options.Council = None,
    all_of_them: Annotated[
        bool, typer.Option("--all", help="Include those that are settled.")
    ] = False,
    db: options.Db = None,
    as_json: options.Json = False,
    as_csv: options.Csv = False,
    traceback: options.Traceback = False,
) -> None:
    """List the irregularities that are not settled.

    Example: decisions irregular list --council herefordshire
    """
    context = Context(db=db, council=council)
    place = context.settings["council"].value
    found = [
        (decision, each)
        for decision in context.engine.list(DecisionQuery(council=place, irregular=True))
        for each in decision.proceedings.irregularities
        if all_of_them or each.resolved_at is None
    ]
    if as_json:
        say_json([irregularity_answer(*each) for each in found])
        return
    rows = [
        (
            decision.ref,
            str(each.number),
            each.kind.label,
            each.happened_on.isoformat(),
            "outstanding" if each.resolved_at is None else "settled",
            decision.title,
        )
        for decision, each in found
    ]
    headings = ("REF", "NUMBER", "WHAT", "HAPPENED", "STANDS", "TITLE")
    say_rows(headings, rows, as_csv=as_csv)
    if not found:
        note("Nothing irregular is outstanding.")


def irregular_show(
    ref: options.Ref,
    db: options.Db = None,
    as_json: options.Json = False,
    traceback: options.Traceback = False,
) -> None:
    """Show one decision's irregularities: the rule that each broke, and who accepted it.

    Example: decisions irregular show HFD-042
    """
    engine = Context(db=db).engine
    decision = engine.get(ref)
    found = irregularities_shown(decision, engine.history(ref))
    if as_json:
        say_json(found)
        return
    for shown in found:
        each = shown.irregularity
        say(f"{ref}, irregularity {each.number}: {each.kind.label}")
        say(f"  Happened:  {spoken_day(each.happened_on)}; noted {stamped(each.noted_at)}")
        say(wrapped(f"Rule:      {shown.rule or each.kind.says}", "  ", "             "))
        if shown.what is not None:
            say(wrapped(f"What:      {shown.what}", "  ", "             "))
        if each.resolved_at is None:
            say("  Stands:    outstanding")
        else:
            by = shown.accepted_by or ""
            say(f"  Accepted:  {stamped(each.resolved_at)}, by {by}")
            say(wrapped(f"Why:       {shown.reason or ''}", "  ", "             "))
    if not found:
        note(f"Nothing irregular is on record of {ref}.")
