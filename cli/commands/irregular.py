"""The commands about what happened out of rule: irregular list, show, note and resolve."""

from typing import Annotated, Any

import typer

from cli import options
from cli.context import Context
from cli.output import note, say, say_json, say_rows, wrapped
from workflow.clock import spoken_day, stamped
from workflow.model.decision import Decision
from workflow.model.irregularity import Irregularity
from workflow.model.json_data import instant_text
from workflow.procedures.corrections.events import IrregularityNoted, IrregularityResolved
from workflow.procedures.making.taken_in import TakenIn
from workflow.register.query import DecisionQuery


def irregular_list(
    council: options.Council = None,
    all_of_them: Annotated[bool, typer.Option("--all", help="Those settled, too.")] = False,
    db: options.Db = None,
    as_json: options.Json = False,
    as_csv: options.Csv = False,
    traceback: options.Traceback = False,
) -> None:
    """List what happened out of rule and is not settled.

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
        say_json([_plain(decision, each) for decision, each in found])
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


def _plain(decision: Decision, each: Irregularity) -> dict[str, Any]:
    return {
        "ref": decision.ref,
        "number": each.number,
        "kind": each.kind.value,
        "happened_on": each.happened_on.isoformat(),
        "noted_at": instant_text(each.noted_at),
        "resolved_at": None if each.resolved_at is None else instant_text(each.resolved_at),
    }


def irregular_show(
    ref: options.Ref,
    db: options.Db = None,
    as_json: options.Json = False,
    traceback: options.Traceback = False,
) -> None:
    """Show what happened out of rule on one decision: which rule, and who accepted it.

    Example: decisions irregular show HFD-042
    """
    engine = Context(db=db).engine
    decision = engine.get(ref)
    told: dict[int, dict[str, str]] = {}
    for entry in engine.history(ref):
        event = entry.event
        if isinstance(event, TakenIn):
            told |= {n: {"what": said} for n, said in enumerate(event.irregular, start=1)}
        elif isinstance(event, IrregularityNoted):
            told[event.number] = {"rule": event.rule, "what": event.what}
        elif isinstance(event, IrregularityResolved):
            settled = {"accepted_by": event.accepted_by, "reason": event.reason}
            told.setdefault(event.number, {}).update(settled)
    found = decision.proceedings.irregularities
    if as_json:
        say_json([{**_plain(decision, each), **told.get(each.number, {})} for each in found])
        return
    for each in found:
        more = told.get(each.number, {})
        say(f"{ref}, irregularity {each.number}: {each.kind.label}")
        say(f"  Happened:  {spoken_day(each.happened_on)}; noted {stamped(each.noted_at)}")
        say(wrapped(f"Rule:      {more.get('rule', each.kind.says)}", "  ", "             "))
        if "what" in more:
            say(wrapped(f"What:      {more['what']}", "  ", "             "))
        if each.resolved_at is None:
            say("  Stands:    outstanding")
        else:
            by = more.get("accepted_by", "")
            say(f"  Accepted:  {stamped(each.resolved_at)}, by {by}")
            say(wrapped(f"Why:       {more.get('reason', '')}", "  ", "             "))
    if not found:
        note(f"Nothing irregular is on record of {ref}.")
