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
from workflow.procedures.shared.limits_counted import (
    council_clock_can_be_counted,
    reconsideration_can_be_counted,
)
from workflow.procedures.shared.time_limits import adjourned as put_off
from workflow.procedures.shared.time_limits import direction, started
from workflow.procedures.step import Step

RECORDERS = (Role.PROPER_OFFICER, Role.MONITORING_OFFICER)
DONE = (
    scrutiny.others_may_no_longer_ask,
    days_still_agree,
    choose_request.no_request_is_pending,
)
"""What must be so before anything brings a called-in decision into effect."""


def met(case: Case) -> Event:
    """The meeting, and what came of it."""
    given = case.details
    assert isinstance(given, Meet)
    return MeetingRecorded(at=case.at, meeting=given.meeting, note=given.note)


def adjourned(case: Case) -> Event:
    """The clock put off, with whose consent and why."""
    given, limit = case.details, case.subject.proceedings.limit
    assert isinstance(given, Adjourn)
    assert limit is not None
    return Adjourned(
        at=case.at,
        limit=put_off(limit, given.until, case.rules.calendar()),
        consent=given.consent,
        reason=given.reason,
    )


def resolved(case: Case) -> Event:
    """The end of the call-in."""
    given = case.details
    assert isinstance(given, Resolve)
    return CallInResolved(
        at=case.at, outcome=given.outcome, acted_at=given.acted_at, reason=given.reason
    )


def referred_back(case: Case) -> Event:
    """The referral back, with scrutiny's concerns, and the clock for the maker."""
    given = case.details
    assert isinstance(given, ReferBack)
    limit = started(case, Awaited.RECONSIDERATION, case.in_force[RECONSIDERED_BY])
    return ReferredBack(at=case.at, limit=limit, concerns=given.concerns)


def referred_to_council(case: Case) -> Event:
    """The referral to council, with scrutiny's concerns, and the clock for council."""
    given = case.details
    assert isinstance(given, ReferToCouncil)
    limit = started(case, Awaited.COUNCIL, case.in_force[COUNCIL_MEETS])
    return ReferredToCouncil(
        at=case.at,
        limit=limit,
        contrary=given.advice is not None,
        concerns=given.concerns,
        advice=given.advice,
    )


def directed(case: Case) -> Event:
    """The direction, with its end."""
    given, provision = case.details, case.in_force[DIRECTION]
    assert isinstance(given, Direct)
    assert provision is not None
    limit = direction(case, given.days, provision.authority)
    return DirectionIssued(at=case.at, limit=limit, reason=given.reason)


ROWS: Final = (
    Step(
        verb="scrutiny-meet",
        done="recorded as met on",
        source=(State.CALLED_IN,),
        target=None,
        by=RECORDERS,
        says="Record what came of a meeting that reached no outcome.",
        under=MADE_NOT_IMPLEMENTED,
        asks=Meet,
        once=meeting_is_new,
        records=met,
        forward=False,
        example="IOW-042 --meeting inquorate --note 'Two of five members came'",
    ),
    Step(
        verb="scrutiny-adjourn",
        done="put off",
        source=(State.CALLED_IN, State.REFERRED_BACK, State.REFERRED_TO_COUNCIL),
        target=None,
        by=RECORDERS,
        says="Put off the end of the clock that runs, with consent.",
        under=MADE_NOT_IMPLEMENTED,
        asks=Adjourn,
        needs=(scrutiny.a_clock_runs,),
        checks=(scrutiny.put_off_to_a_later_day,),
        records=adjourned,
        forward=False,
        example="IOW-042 --until '20 April' --consent 'the Leader' --reason 'A witness'",
    ),
    Step(
        verb="scrutiny-direct",
        done="directed not to be implemented",
        source=(State.CALLED_IN,),
        target=None,
        by=RECORDERS,
        says="Record scrutiny's direction that the decision not be implemented.",
        under=COMBINED_AUTHORITIES,
        asks=Direct,
        needs=(scrutiny.may_direct, scrutiny.not_directed_already),
        checks=(scrutiny.direction_is_not_too_long,),
        records=directed,
        forward=False,
        example="GMCA-042 --days 14 --reason 'While it is under review'",
    ),
    Step(
        verb="scrutiny-resolve",
        done="resolved",
        source=(State.CALLED_IN,),
        target=State.EFFECTIVE,
        by=RECORDERS,
        says="Record that scrutiny lets the decision stand; it takes effect.",
        under=MADE_NOT_IMPLEMENTED,
        asks=Resolve,
        needs=(scrutiny.may_take_no_action, *DONE),
        checks=(scrutiny.acted_while_it_could,),
        records=resolved,
        then=("record-implementation",),
        example="HFD-042 --outcome no-further-action --reason 'Scrutiny noted the plan.'",
    ),
    Step(
        verb="scrutiny-refer-back",
        done="referred back",
        source=(State.CALLED_IN,),
        target=State.REFERRED_BACK,
        by=RECORDERS,
        says="Record that scrutiny asks the decision maker to reconsider, with its concerns.",
        under=MADE_NOT_IMPLEMENTED,
        asks=ReferBack,
        needs=(scrutiny.may_refer_back, reconsideration_can_be_counted),
        records=referred_back,
        forward=False,
        example="HFD-042 --concerns 'The families affected were not asked.'",
    ),
    Step(
        verb="scrutiny-refer-to-council",
        done="referred to council",
        source=(State.CALLED_IN,),
        target=State.REFERRED_TO_COUNCIL,
        by=RECORDERS,
        says="Record that scrutiny puts the decision to full council, with its concerns.",
        under=MADE_NOT_IMPLEMENTED,
        asks=ReferToCouncil,
        needs=(scrutiny.may_refer_to_council, council_clock_can_be_counted),
        checks=(scrutiny.advised_to_be_contrary,),
        records=referred_to_council,
        forward=False,
        example="KIN-042 --concerns 'It goes beyond the budget.' --advice @advice.txt",
    ),
)
