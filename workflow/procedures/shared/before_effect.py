"""What gives way to what was done in time, and what stops a decision from taking effect."""

from dataclasses import replace
from datetime import datetime

from workflow.authority import Authority, engine_rule
from workflow.constitution.period import implemented_by_rule, period_to_review
from workflow.errors import BeyondCalendar, Refusal
from workflow.model.decision import Decision
from workflow.model.state import IN_EFFECT, State
from workflow.procedures.case import Case
from workflow.procedures.shared import refusals
from workflow.procedures.shared.faults import from_fault
from workflow.wording.short_dates import end_of_period


def counts_as_implemented(case: Case) -> Authority | None:
    """Give the rule by which taking effect counts as implementation, as it was on publication."""
    window = case.subject.window
    return window.implemented_by_rule if window is not None else implemented_by_rule(case.in_force)


IN_TIME = engine_rule(
    "what was done in time",
    "What was done in time is never lost to what time alone recorded: the close, and "
    "implementation that merely follows from it by rule, give way to it, however late it is "
    "entered. What a person recorded as carried out does not.",
)


def stood_in(decision: Decision) -> State:
    """Give where a decision stood when time alone brought it into effect."""
    lapse = decision.proceedings.lapsed
    return State.CALL_IN_OPEN if lapse is None else lapse.state


def by_time_alone(decision: Decision) -> bool:
    """Say whether a decision took effect because its period ended, or a time limit ran out."""
    lapsed = decision.proceedings.lapsed is not None
    return decision.window is not None and (decision.called_in_at is None or lapsed)


def nobody_carried_it_out(case: Case) -> bool:
    """Say whether nobody has recorded that the decision was carried out: at most, a rule has."""
    by_rule = counts_as_implemented(case) is not None
    in_force = case.subject.state is State.EFFECTIVE
    return case.subject.proceedings.acted_at is None and (in_force or by_rule)


def _request_was_in_time(case: Case) -> bool:
    received_at = None if case.inputs is None else case.inputs.call_in_received_at
    window = case.subject.window
    return received_at is not None and window is not None and window.in_time(received_at)


def gives_way(case: Case) -> bool:
    """Say whether what brought the decision into effect gives way to what was done before it.

    Time alone does, while nobody has recorded carrying the decision out. To a request received in
    time, so does a body that let it stand: what it did not hear, it did not dispose of.
    """
    decision = case.subject
    if decision.state not in IN_EFFECT:
        return False
    return nobody_carried_it_out(case) and (by_time_alone(decision) or _request_was_in_time(case))


def gave_way_last(case: Case) -> datetime:
    """Give the last instant on the record that is not time's own: what is done in time follows it.

    As the journal has it; or else as the decision itself tells.
    """
    decision = case.subject
    if not by_time_alone(decision):
        return decision.last_at
    last_before = case.rules.last_before_time(decision.ref)
    if last_before is not None:
        return last_before
    proceedings = decision.proceedings
    known = (
        decision.published_at,
        decision.signed_at,
        proceedings.since,
        proceedings.met_at,
        decision.freed_at,
        *(request.ruled_at or request.received_at for request in proceedings.requests),
    )
    # Of what was imported, not when that was entered.
    first = replace(decision, version=1 + len(proceedings.refused)).earliest_next
    return max((each for each in known if each is not None), default=first)


def not_acted_on_yet(case: Case) -> Refusal | None:
    """It has not been implemented already."""
    acted_at = case.subject.proceedings.acted_at
    if acted_at is None:
        return None
    return refusals.ACTED_ON_ALREADY(ref=case.subject.ref, acted_at=acted_at)


def days_still_agree(case: Case) -> Refusal | None:
    """A decision does not take effect if the days of its period, counted again, would give more
    time."""
    window = case.subject.window
    if window is None:
        return None
    try:
        kept = case.subject.proceedings.kept
        again = period_to_review(window, case.rules.calendar(window.effective_from), kept)
    except BeyondCalendar as fault:
        return from_fault(fault)
    if again is None:
        return None
    was, now, ref = end_of_period(window), end_of_period(again), case.subject.ref
    if was != now:
        return refusals.RECOUNT_LATER(was=was, now=now, ref=ref)
    # Only the effect comes later, as where it is on the next working day.
    return refusals.EFFECT_LATER(was=window.effective_from, now=again.effective_from, ref=ref)
