"""What had been done in time, found or entered after the close: the decision goes back to where it
stood, and the step is taken from there."""

from collections.abc import Callable
from typing import Final

from workflow.authority import MADE_NOT_IMPLEMENTED
from workflow.clock import london_day
from workflow.model.event import Event
from workflow.model.inputs import Because
from workflow.model.people import Role
from workflow.model.state import State
from workflow.model.time_limit import Awaited
from workflow.procedures.case import Case
from workflow.procedures.found_late import guards as reinstating
from workflow.procedures.found_late.events import DisputeSettled, HoldFound, OutcomeFound, PutBefore
from workflow.procedures.found_late.inputs import FindHold, Reinstate
from workflow.procedures.found_late.recorded import hold_is_new, outcome_is_new
from workflow.procedures.holds import guards as holds
from workflow.procedures.requests.events import PeriodReopened
from workflow.procedures.shared import every_step
from workflow.procedures.shared.before_effect import IN_TIME, stood_in
from workflow.procedures.step import Step


def found(case: Case) -> Event:
    """That the body had acted, when, and how it came to be found late."""
    given = case.details
    assert isinstance(given, Reinstate)
    return OutcomeFound(at=case.at, acted_at=given.acted_at, reason=given.reason)


def hold_found(case: Case) -> Event:
    """That it had been held, when, on whose account, and how it came to be found late."""
    given = case.details
    assert isinstance(given, FindHold)
    return HoldFound(
        at=case.at,
        made_at=given.made_at,
        on_account_of=given.on_account_of,
        under=given.under,
        consider_by=holds.consider_by(case, given.on_account_of, london_day(given.made_at)),
        reason=given.reason,
    )


def settled(case: Case) -> Event:
    """That it stands, and why."""
    given = case.details
    assert isinstance(given, Because)
    return DisputeSettled(at=case.at, reason=given.reason)


def reopened(case: Case) -> Event:
    """The decision in its period again."""
    return PeriodReopened(at=case.at)


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
        """Say whether it stood there when time alone brought it into effect, and what is recorded
        was done before that."""
        return stood_in(case.subject) is state

    return stood_there


def _back(verb: str, to: State, done: str, says: str, records: Callable[[Case], Event]) -> Step:
    return Step(
        verb=verb,
        done=done,
        source=(State.EFFECTIVE, State.IMPLEMENTED),
        target=to,
        by=(Role.SYSTEM,),
        says=says,
        under=IN_TIME,
        when=_stood(to),
        records=records,
        automatic=True,
        takes_back=True,
    )


_AGAIN: Final = "put before that body again"

ROWS: Final = (
    _back(
        "reopen",
        State.CALL_IN_OPEN,
        "back in its period",
        "The decision is back in its period: something was done in time, and entered late.",
        reopened,
    ),
    _back(
        "return-to-scrutiny",
        State.CALLED_IN,
        _AGAIN,
        "The decision is before scrutiny again: something was done in time, and entered late.",
        put_before,
    ),
    _back(
        "return-to-maker",
        State.REFERRED_BACK,
        _AGAIN,
        "The decision is before its maker again: something was done in time, and entered late.",
        put_before,
    ),
    _back(
        "return-to-council",
        State.REFERRED_TO_COUNCIL,
        _AGAIN,
        "The decision is before full council again: something was done in time, and entered late.",
        put_before,
    ),
    Step(
        verb="found-late-record-outcome",
        done=_AGAIN,
        source=(State.EFFECTIVE, State.IMPLEMENTED),
        target=None,
        by=(Role.PROPER_OFFICER, Role.MONITORING_OFFICER),
        says="Record that a body had acted in time, found after the close had ended its clock.",
        under=MADE_NOT_IMPLEMENTED,
        asks=Reinstate,
        once=outcome_is_new,
        needs=(reinstating.it_lapsed,),
        checks=(reinstating.it_acted_in_time,),
        records=found,
        forward=False,
        settles=False,
        found_late=True,
        example="IOW-042 --acted-at '20 April 6.30pm' "
        "--reason 'Scrutiny referred it back; the clerk was away the next morning'",
    ),
    Step(
        verb="found-late-record-hold",
        done="held from an earlier day",
        source=(State.EFFECTIVE, State.IMPLEMENTED),
        target=None,
        by=(Role.MONITORING_OFFICER, Role.FINANCE_OFFICER, Role.PROPER_OFFICER),
        says="Record a hold that was made in time, but found only after the close.",
        under=every_step.HOLDS,
        asks=FindHold,
        once=hold_is_new,
        needs=(every_step.not_held_already, reinstating.time_alone_gave_it_effect),
        checks=(reinstating.it_was_held_in_time, reinstating.its_report_can_be_considered),
        records=hold_found,
        forward=False,
        settles=False,
        found_late=True,
        example="HFD-042 --made-at '24 Oct 11.30am' --on-account-of court "
        "--under 'Order of Swift J' --reason 'Served on legal services; told on the Friday'",
    ),
    Step(
        verb="found-late-settle-dispute",
        done="ruled to stand",
        source=(State.IMPLEMENTED,),
        target=None,
        by=(Role.MONITORING_OFFICER,),
        says="Record the ruling that what was found after implementation changes nothing.",
        under=MADE_NOT_IMPLEMENTED,
        asks=Because,
        needs=(reinstating.it_is_disputed,),
        records=settled,
        forward=False,
        apart=True,
        example="HFD-042 --reason 'The request was from two members, and three are needed'",
    ),
)
