"""What must be so before what the close recorded gives way to what had been done in time."""

from workflow.authority import MADE_NOT_IMPLEMENTED
from workflow.clock import london_day
from workflow.errors import Refusal
from workflow.model.state import State
from workflow.procedures.case import Case
from workflow.procedures.found_late import refusals
from workflow.procedures.found_late.inputs import RecordLateHold, RecordLateOutcome
from workflow.procedures.holds.guards import consider_by
from workflow.procedures.shared.before_effect import by_time_alone
from workflow.wording.short_dates import end_of_limit


def it_lapsed(case: Case) -> Refusal | None:
    """The decision took effect because a time limit ended."""
    lapse = case.subject.proceedings.lapsed
    if lapse is not None and lapse.ran_out is not None:
        return None
    return refusals.DID_NOT_LAPSE(ref=case.subject.ref)


def it_acted_in_time(case: Case) -> Refusal | None:
    """The body acted after the call-in, and before its time limit or a meeting ended it."""
    details, lapse, decision = case.inputs, case.subject.proceedings.lapsed, case.subject
    limit = None if lapse is None else lapse.ran_out
    if not isinstance(details, RecordLateOutcome) or limit is None or decision.effective_at is None:
        return None
    called_in_at = decision.proceedings.since or decision.called_in_at
    by_then = decision.effective_at
    too_soon = called_in_at is not None and details.acted_at < called_in_at
    too_late = limit.has_run_out(details.acted_at) or details.acted_at > by_then
    if not too_soon and not too_late:
        return None
    end = by_then if by_then < limit.ends_at else end_of_limit(limit)
    told = {"acted_at": details.acted_at, "end": end, "ref": case.subject.ref}
    if called_in_at is None:
        return refusals.NOT_IN_TIME_FROM_THE_CALL_IN(MADE_NOT_IMPLEMENTED, **told)
    return refusals.NOT_IN_TIME(limit.authority, start=called_in_at, **told)


def it_is_disputed(case: Case) -> Refusal | None:
    """Something was found after implementation that has not been ruled on."""
    if case.subject.is_disputed:
        return None
    return refusals.NOT_DISPUTED(ref=case.subject.ref)


def time_alone_gave_it_effect(case: Case) -> Refusal | None:
    """The decision took effect because its period or a time limit ended."""
    decision = case.subject
    if by_time_alone(decision):
        return None
    over = decision.state is State.IMPLEMENTED
    kind = refusals.NOT_BY_TIME_AND_IMPLEMENTED if over else refusals.NOT_BY_TIME
    return kind(ref=decision.ref)


def it_was_held_in_time(case: Case) -> Refusal | None:
    """The hold was made before the decision had taken effect."""
    details, decision = case.inputs, case.subject
    if not isinstance(details, RecordLateHold) or decision.effective_at is None:
        return None
    if details.made_at < decision.effective_at:
        return None
    over = decision.state is State.IMPLEMENTED
    kind = refusals.HELD_TOO_LATE_AND_IMPLEMENTED if over else refusals.HELD_TOO_LATE
    return kind(made_at=details.made_at, effective_at=decision.effective_at, ref=decision.ref)


def its_report_can_be_considered(case: Case) -> None:
    """The time for considering an officer's report, if a rule gives one, is within the calendar."""
    details = case.inputs
    if isinstance(details, RecordLateHold):
        consider_by(case, details.on_account_of, london_day(details.made_at))
