"""What had been done in time, found or entered after the close: the decision goes back to where it
stood, and the step is taken from there."""

from collections.abc import Callable
from typing import Final

from workflow.authority import MADE_NOT_IMPLEMENTED
from workflow.clock import london_day
from workflow.model.event import Event
from workflow.model.people import Role
from workflow.model.state import IN_EFFECT, State
from workflow.model.time_limit import Awaited
from workflow.procedures.case import Case
from workflow.procedures.found_late import guards as found_late
from workflow.procedures.found_late.events import (
    DisputeSettled,
    LateHoldRecorded,
    LateOutcomeRecorded,
    PutBefore,
)
from workflow.procedures.found_late.inputs import RecordLateHold, RecordLateOutcome, SettleDispute
from workflow.procedures.found_late.recorded import hold_is_new, outcome_is_new
from workflow.procedures.holds import guards as holds
from workflow.procedures.requests.events import PeriodReopened
from workflow.procedures.shared import every_step
from workflow.procedures.shared.before_effect import IN_TIME, stood_in
from workflow.procedures.shared.refusals import HOLDS
from workflow.procedures.step import Step, step


def put_before(case: Case) -> Event:
    """The decision before that body again."""
    return PutBefore(at=case.at, awaited=_BODIES[stood_in(case.subject)])


_BODIES: Final = {
    State.CALLED_IN: Awaited.SCRUTINY,
    State.REFERRED_BACK: Awaited.RECONSIDERATION,
    State.REFERRED_TO_COUNCIL: Awaited.COUNCIL,
}


def _stood(state: State) -> Callable[[Case], bool]:
    def stood_there(case: Case) -> bool:
        """Say whether it was in that state when it took effect by time alone, and the step was
        taken before that."""
        return stood_in(case.subject) is state

    return stood_there


def _back(name: str, to: State, *, cannot: str) -> Callable[[Callable[..., Event]], Step]:
    return step(
        name,
        cannot=cannot,
        source=IN_EFFECT,
        target=to,
        by=(Role.SYSTEM,),
        under=IN_TIME,
        when=_stood(to),
        automatic=True,
        reverses_expiry=True,
    )


@_back("reopen", State.CALL_IN_OPEN, cannot="{ref} cannot go back to its call-in period.")
def reopen(case: Case) -> Event:
    """The decision returns to its call-in period: something was done in time, and entered late."""
    return PeriodReopened(at=case.at)


@_back("return-to-scrutiny", State.CALLED_IN, cannot="{ref} cannot go back before that body.")
def return_to_scrutiny(case: Case) -> Event:
    """The decision is before scrutiny again: something was done in time, and entered late."""
    return put_before(case)


@_back("return-to-maker", State.REFERRED_BACK, cannot="{ref} cannot go back before that body.")
def return_to_maker(case: Case) -> Event:
    """The decision is before the decision maker again: something was done in time, and entered
    late."""
    return put_before(case)


@_back(
    "return-to-council", State.REFERRED_TO_COUNCIL, cannot="{ref} cannot go back before that body."
)
def return_to_council(case: Case) -> Event:
    """The decision is before full council again: something was done in time, and entered late."""
    return put_before(case)


@step(
    "found-late-record-outcome",
    cannot="An outcome found late cannot be recorded for {ref}.",
    source=IN_EFFECT,
    target=None,
    by=(Role.PROPER_OFFICER, Role.MONITORING_OFFICER),
    under=MADE_NOT_IMPLEMENTED,
    once=outcome_is_new,
    needs=(found_late.it_lapsed,),
    checks=(found_late.it_acted_in_time,),
    stopped_by_hold=False,
    closes_expired=False,
    found_late=True,
    example="IOW-042 --acted-at '20 April 6.30pm' "
    "--reason 'Scrutiny referred it back; the clerk was away the next morning'",
)
def record_outcome(case: Case, inputs: RecordLateOutcome) -> Event:
    """Record an outcome that was reached in time but discovered after its deadline was closed."""
    return LateOutcomeRecorded(at=case.at, acted_at=inputs.acted_at, reason=inputs.reason)


@step(
    "found-late-record-hold",
    cannot="A hold found late cannot be recorded for {ref}.",
    source=IN_EFFECT,
    target=None,
    by=(Role.MONITORING_OFFICER, Role.FINANCE_OFFICER, Role.PROPER_OFFICER),
    under=HOLDS,
    once=hold_is_new,
    needs=(every_step.not_held_already, found_late.time_alone_gave_it_effect),
    checks=(found_late.it_was_held_in_time, found_late.its_report_can_be_considered),
    stopped_by_hold=False,
    closes_expired=False,
    found_late=True,
    example="HFD-042 --made-at '24 Oct 11.30am' --on-account-of court "
    "--under 'Order of Swift J' --reason 'Served on legal services; told on the Friday'",
)
def record_hold(case: Case, inputs: RecordLateHold) -> Event:
    """Record a hold that was made in time but discovered after the close."""
    return LateHoldRecorded(
        at=case.at,
        made_at=inputs.made_at,
        on_account_of=inputs.on_account_of,
        under=inputs.under,
        consider_by=holds.consider_by(case, inputs.on_account_of, london_day(inputs.made_at)),
        reason=inputs.reason,
    )


@step(
    "found-late-settle-dispute",
    cannot="A ruling that {ref} stands cannot be recorded.",
    source=(State.IMPLEMENTED,),
    target=None,
    by=(Role.MONITORING_OFFICER,),
    under=MADE_NOT_IMPLEMENTED,
    needs=(found_late.it_is_disputed,),
    stopped_by_hold=False,
    bars_maker=True,
    example="HFD-042 --reason 'The request was from two members, and three are needed'",
)
def settle_dispute(case: Case, inputs: SettleDispute) -> Event:
    """Record the ruling that something found after implementation changes nothing."""
    return DisputeSettled(at=case.at, reason=inputs.reason)


ROWS: Final = (
    reopen,
    return_to_scrutiny,
    return_to_maker,
    return_to_council,
    record_outcome,
    record_hold,
    settle_dispute,
)
