"""What must be so before a clock that ran out brings a decision into effect."""

from typing import Final

from workflow.authority import MADE_NOT_IMPLEMENTED, Authority
from workflow.clock import spoken
from workflow.errors import BeyondCalendar, Refusal
from workflow.model.state import State
from workflow.model.time_limit import Awaited
from workflow.procedures.case import Case
from workflow.procedures.shared.before_effect import RECOUNT, days_still_agree
from workflow.procedures.shared.refusals import from_fault
from workflow.procedures.shared.time_limits import clock_in_question
from workflow.wording.short_dates import by_when, until

_WHO: Final = {
    Awaited.SCRUTINY: ("Scrutiny", "has"),
    Awaited.RECONSIDERATION: ("The decision maker", "has"),
    Awaited.COUNCIL: ("Full council", "has"),
    Awaited.DIRECTION: ("The direction", "lasts"),
}
"""Whose clock it is, and what it does until its end."""


def the_clock_has_run_out(case: Case) -> Refusal | None:
    """By the council's own rule, nobody having acted in time, the decision takes effect now."""
    decision, limit = case.subject, case.subject.proceedings.governing
    if decision.time_has_run(case.now):
        return None
    under: Authority = MADE_NOT_IMPLEMENTED if limit is None else limit.authority
    if limit is None:
        return Refusal(
            code="no-clock-runs",
            because=f"No clock runs on {decision.ref}: it stays {decision.state.label} until "
            "somebody acts.",
            authority=under,
            remedy=f"See what can be done now: decisions next {decision.ref}",
        )
    found_at = decision.proceedings.found_at
    if found_at is not None:
        return Refusal(
            code="outcome-not-recorded",
            because=f"{limit.awaits.capitalize()} acted at {spoken(found_at)}, in time, and what "
            "it did is not recorded yet.",
            authority=under,
            remedy=f"Record it: decisions next {decision.ref}",
        )
    who, does = _WHO[limit.awaits]
    held = decision.is_objected_to or not limit.brings_effect
    if held and limit.has_run_out(case.now):
        why = "By the council's rule the decision is held until that is resolved."
        if limit.outrun:
            why = "A request was ruled valid only after that: the decision waits until it is heard."
        if decision.is_objected_to:
            why = "Contrary to the framework and objected to by council, it does not take effect."
        return Refusal(
            code="overdue",
            because=f"{who} had until {by_when(limit)}. {why}",
            authority=under,
            remedy=f"Have it done, and record it: decisions next {decision.ref}",
        )
    return Refusal(
        code="clock-still-runs",
        because=f"{who} {does} until {by_when(limit)}.",
        authority=under,
        remedy=f"See what can be done now: decisions next {decision.ref}",
    )


def clock_days_still_agree(case: Case) -> Refusal | None:
    """A clock does not bring effect when its days, counted again, would give more time."""
    try:
        asked = clock_in_question(case.subject.proceedings, case.rules.calendar)
    except BeyondCalendar as fault:
        return from_fault(fault)
    if asked is None:
        return None
    limit, again = asked
    return Refusal(
        code="recount-later",
        because=f"The clock on record ends at {by_when(limit)}. The calendar has changed since, "
        f"and the same rule now gives {by_when(again)}.",
        authority=RECOUNT,
        remedy=f"Keep or revise it, with a reason: decisions deadline-review {case.subject.ref} "
        f"--outcome keep --reason 'why' (or --outcome revise). It ends at {spoken(limit.ends_at)}.",
    )


def days_have_changed(case: Case) -> Refusal | None:
    """A deadline is reviewed only when its days, counted again, give more time."""
    decision = case.subject
    limit, window = decision.proceedings.governing, decision.window
    in_period = decision.state is State.CALL_IN_OPEN
    asked = (days_still_agree,) if in_period else (days_still_agree, clock_days_still_agree)
    said = [found for guard in asked if (found := guard(case)) is not None]
    if said:
        return None if any(each.code == "recount-later" for each in said) else said[0]
    if not in_period and limit is None:
        return the_clock_has_run_out(case)
    assert window is not None
    still = until(window) if in_period or limit is None else by_when(limit)
    return Refusal(
        code="deadline-agrees",
        because=f"Counted again, the deadline is still {still} or earlier.",
        authority=RECOUNT,
        remedy=f"Nothing to review: decisions explain {decision.ref}",
    )
