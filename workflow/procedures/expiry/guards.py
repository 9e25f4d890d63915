"""What must be so before time alone brings a decision into effect: its call-in period, or the time
limit of a body, has run out."""

from workflow.authority import MADE_NOT_IMPLEMENTED, Authority
from workflow.errors import BeyondCalendar, Refusal
from workflow.model.state import State
from workflow.procedures.case import Case
from workflow.procedures.expiry import refusals
from workflow.procedures.shared.before_effect import days_still_agree
from workflow.procedures.shared.faults import from_fault
from workflow.procedures.shared.time_limits import limit_to_review
from workflow.wording.short_dates import end_of_limit, end_of_period


def period_has_run_out(case: Case) -> Refusal | None:
    """A period is closed once no request can be in time and the decision has taken effect."""
    window = case.subject.window
    assert window is not None
    if window.has_run_out(case.now):
        return None
    return refusals.CALL_IN_OPEN[bool(window.sooner)](
        window.authority, ended=end_of_period(window), effective_from=window.effective_from
    )


def the_time_limit_has_run_out(case: Case) -> Refusal | None:
    """Nobody acted in time, so by the council's own rule the decision takes effect now."""
    decision, limit = case.subject, case.subject.proceedings.governing
    if decision.time_has_run(case.now):
        return None
    under: Authority = MADE_NOT_IMPLEMENTED if limit is None else limit.authority
    if limit is None:
        return refusals.NO_TIME_LIMIT_RUNS(under, ref=decision.ref, state=decision.state)
    found_at = decision.proceedings.late_outcome_at
    if found_at is not None:
        return refusals.OUTCOME_NOT_RECORDED[limit.awaits](
            under, body=limit.awaits, acted_at=found_at, ref=decision.ref
        )
    told = {"body": limit.awaits, "by_when": end_of_limit(limit), "ref": decision.ref}
    held = decision.is_objected_to or not limit.brings_effect
    if held and limit.has_run_out(case.now):
        kinds = refusals.OVERDUE_WHEN_RULED_VALID if limit.outrun else refusals.OVERDUE
        if decision.is_objected_to:
            kinds = refusals.OVERDUE_AND_OBJECTED_TO
        return kinds[limit.awaits](under, **told)
    return refusals.TIME_LIMIT_STILL_RUNS[limit.awaits](under, **told)


def time_limit_still_agrees(case: Case) -> Refusal | None:
    """A decision does not take effect if the days of its time limit, counted again, would give more
    time."""
    try:
        asked = limit_to_review(case.subject.proceedings, case.rules.calendar)
    except BeyondCalendar as fault:
        return from_fault(fault)
    if asked is None:
        return None
    limit, again = asked
    return refusals.RECOUNT_LATER(
        was=end_of_limit(limit),
        now=end_of_limit(again),
        ref=case.subject.ref,
        ends_at=limit.ends_at,
    )


def days_have_changed(case: Case) -> Refusal | None:
    """A deadline is reviewed only when its days, counted again, give more time."""
    decision = case.subject
    limit, window = decision.proceedings.governing, decision.window
    in_period = decision.state is State.CALL_IN_OPEN
    asked = (days_still_agree,) if in_period else (days_still_agree, time_limit_still_agrees)
    said = [found for guard in asked if (found := guard(case)) is not None]
    if said:
        return None if any(each.code == "recount-later" for each in said) else said[0]
    if not in_period and limit is None:
        return the_time_limit_has_run_out(case)
    assert window is not None
    still = end_of_period(window) if limit is None or in_period else end_of_limit(limit)
    return refusals.DEADLINE_AGREES(still=still, ref=decision.ref)
