"""A called-in decision before scrutiny, and what scrutiny may do with it."""

from typing import Final

from workflow.authority import COMBINED_AUTHORITIES, MADE_NOT_IMPLEMENTED
from workflow.constitution.provisions.scrutiny import COUNCIL_MEETS, DIRECTION, RECONSIDERED_BY
from workflow.model.event import Event
from workflow.model.people import Role
from workflow.model.state import State
from workflow.model.time_limit import Awaited
from workflow.procedures.case import Case
from workflow.procedures.requests import choose_request
from workflow.procedures.scrutiny import guards as scrutiny
from workflow.procedures.scrutiny.events import (
    Adjourned,
    CallInResolved,
    DirectionIssued,
    MeetingRecorded,
    ReferredBack,
    ReferredToCouncil,
)
from workflow.procedures.scrutiny.inputs import (
    Adjourn,
    Direct,
    Meet,
    ReferBack,
    ReferToCouncil,
    Resolve,
)
from workflow.procedures.scrutiny.recorded import meeting_is_new
from workflow.procedures.shared.before_effect import days_still_agree
from workflow.procedures.shared.limits_can_be_counted import (
    council_limit_can_be_counted,
    reconsideration_limit_can_be_counted,
)
from workflow.procedures.shared.time_limits import adjourned as put_off
from workflow.procedures.shared.time_limits import direction, started
from workflow.procedures.step import step

RECORDERS = (Role.PROPER_OFFICER, Role.MONITORING_OFFICER)
OUTCOME_GUARDS = (
    scrutiny.others_may_no_longer_ask,
    days_still_agree,
    choose_request.no_request_is_pending,
)
"""What must be so before anything brings a called-in decision into effect."""


@step(
    "scrutiny-meet",
    cannot="A meeting cannot be recorded for {ref} now.",
    source=(State.CALLED_IN,),
    target=None,
    by=RECORDERS,
    under=MADE_NOT_IMPLEMENTED,
    once=meeting_is_new,
    stopped_by_hold=False,
    example="IOW-042 --meeting inquorate --note 'Two of five members came'",
)
def meet(case: Case, inputs: Meet) -> Event:
    """Record a meeting that reached no outcome."""
    return MeetingRecorded(at=case.at, meeting=inputs.meeting, note=inputs.note)


@step(
    "scrutiny-adjourn",
    cannot="The deadline on {ref} cannot be put off.",
    source=(State.CALLED_IN, State.REFERRED_BACK, State.REFERRED_TO_COUNCIL),
    target=None,
    by=RECORDERS,
    under=MADE_NOT_IMPLEMENTED,
    needs=(scrutiny.a_time_limit_runs,),
    checks=(scrutiny.put_off_to_a_later_day,),
    stopped_by_hold=False,
    example="IOW-042 --until '20 April' --consent 'the Leader' --reason 'A witness'",
)
def adjourn(case: Case, inputs: Adjourn) -> Event:
    """Extend the time limit, with consent."""
    limit = case.subject.proceedings.limit
    assert limit is not None
    return Adjourned(
        at=case.at,
        limit=put_off(limit, inputs.until, case.rules.calendar()),
        consent=inputs.consent,
        reason=inputs.reason,
    )


@step(
    "scrutiny-direct",
    cannot="A direction cannot be recorded for {ref} now.",
    source=(State.CALLED_IN,),
    target=None,
    by=RECORDERS,
    under=COMBINED_AUTHORITIES,
    needs=(scrutiny.may_direct, scrutiny.not_directed_already),
    checks=(scrutiny.direction_is_not_too_long,),
    stopped_by_hold=False,
    example="GMCA-042 --days 14 --reason 'While it is under review'",
)
def direct(case: Case, inputs: Direct) -> Event:
    """Record scrutiny's direction that the decision not be implemented."""
    provision = case.in_force[DIRECTION]
    assert provision is not None
    limit = direction(case, inputs.days, provision.authority)
    return DirectionIssued(at=case.at, limit=limit, reason=inputs.reason)


@step(
    "scrutiny-resolve",
    cannot="Scrutiny cannot let {ref} stand now.",
    source=(State.CALLED_IN,),
    target=State.EFFECTIVE,
    by=RECORDERS,
    under=MADE_NOT_IMPLEMENTED,
    needs=(scrutiny.may_take_no_action, *OUTCOME_GUARDS),
    checks=(scrutiny.acted_while_it_could,),
    then=("record-implementation",),
    example="HFD-042 --outcome no-further-action --reason 'Scrutiny noted the plan.'",
)
def resolve(case: Case, inputs: Resolve) -> Event:
    """Record that scrutiny lets the decision stand; it takes effect."""
    return CallInResolved(
        at=case.at, outcome=inputs.outcome, acted_at=inputs.acted_at, reason=inputs.reason
    )


@step(
    "scrutiny-refer-back",
    cannot="{ref} cannot be referred back.",
    source=(State.CALLED_IN,),
    target=State.REFERRED_BACK,
    by=RECORDERS,
    under=MADE_NOT_IMPLEMENTED,
    needs=(scrutiny.may_refer_back, reconsideration_limit_can_be_counted),
    stopped_by_hold=False,
    example="HFD-042 --concerns 'The families affected were not asked.'",
)
def refer_back(case: Case, inputs: ReferBack) -> Event:
    """Record that scrutiny asks the decision maker to reconsider, with its concerns."""
    limit = started(case, Awaited.RECONSIDERATION, case.in_force[RECONSIDERED_BY])
    return ReferredBack(at=case.at, limit=limit, concerns=inputs.concerns)


@step(
    "scrutiny-refer-to-council",
    cannot="{ref} cannot be referred to full council.",
    source=(State.CALLED_IN,),
    target=State.REFERRED_TO_COUNCIL,
    by=RECORDERS,
    under=MADE_NOT_IMPLEMENTED,
    needs=(scrutiny.may_refer_to_council, council_limit_can_be_counted),
    checks=(scrutiny.advised_to_be_contrary,),
    stopped_by_hold=False,
    example="KIN-042 --concerns 'It goes beyond the budget.' --advice @advice.txt",
)
def refer_to_council(case: Case, inputs: ReferToCouncil) -> Event:
    """Record that scrutiny puts the decision to full council, with its concerns."""
    limit = started(case, Awaited.COUNCIL, case.in_force[COUNCIL_MEETS])
    return ReferredToCouncil(
        at=case.at,
        limit=limit,
        contrary=inputs.advice is not None,
        concerns=inputs.concerns,
        advice=inputs.advice,
    )


ROWS: Final = (meet, adjourn, direct, resolve, refer_back, refer_to_council)
