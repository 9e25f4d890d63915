"""Telling a decision's life as it goes: what was done, what was refused, what is on record."""

from typing import TYPE_CHECKING

from cli.exits import FAULT, Ended, for_refusals
from cli.fitting import columns
from cli.output import note, refusal_lines, say, wrapped
from workflow.clock import Clock, stamped
from workflow.procedures.attempt import Refused, Taken
from workflow.procedures.table import BY_VERB
from workflow.text import in_line
from workflow.wording.short_dates import until

if TYPE_CHECKING:
    from workflow.engine import Engine


def title(what: str) -> None:
    """Say that another life begins."""
    rule = "-" * min(72, columns())
    say("", rule, what, rule)


def heading(clock: Clock, what: str) -> None:
    """Say what comes next, and when."""
    say("", wrapped(f"{stamped(clock.now())}  {what}", "", "  "))


def did(outcome: Taken | Refused) -> Taken:
    """Say what a step did; end if it was refused, since the telling cannot go on."""
    if isinstance(outcome, Refused):
        note(f"The demo was refused a step it needs: {outcome.verb}.")
        for refusal in outcome.refusals:
            note(*refusal_lines(refusal))
        raise Ended(for_refusals(outcome.refusals))
    events = ", ".join(entry.event.words for entry in outcome.entries)
    say(f"  {outcome.decision.ref}: {events}.")
    window = outcome.decision.window
    if window is not None and outcome.verb == "publish":
        say(f"  Call-in is open until {until(window)}.")
    return outcome


def was_refused(outcome: Taken | Refused, code: str | None) -> None:
    """Say why a step was refused; end if it was not, or not for this reason."""
    if isinstance(outcome, Taken) or code not in (None, *(r.code for r in outcome.refusals)):
        note("The demo was not refused as it should be.")
        raise Ended(FAULT)
    say(f"  Refused: {BY_VERB[outcome.verb].cannot_on(outcome.ref)}")
    for refusal in outcome.refusals:
        say(*refusal_lines(refusal, "    "))


def tried(outcome: Taken | Refused) -> bool:
    """Say what a step did, or why it was refused; say whether it was taken."""
    if isinstance(outcome, Taken):
        did(outcome)
    else:
        was_refused(outcome, None)
    return bool(outcome)


def record(engine: "Engine", ref: str) -> None:
    """Say everything that is on a decision's record."""
    say("", f"On the record of {ref}:")
    for entry in engine.history(ref):
        said = f"{entry.event.words} "
        who = (
            entry.by if entry.role.value == "system" else f"{in_line(entry.by)}, {entry.role.label}"
        )
        say(f"  {entry.seq:>2}  {stamped(entry.event.at):<22} {said:<20}{who}")
        because = getattr(entry.event, "because", None)
        if because:
            say(wrapped(f"{because} {getattr(entry.event, 'stated', '')}".rstrip(), "        "))
