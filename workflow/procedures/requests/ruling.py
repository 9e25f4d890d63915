"""Ruling on a request to call in, and the call-in that begins or ends by it."""

from typing import Final

from workflow.authority import MADE_NOT_IMPLEMENTED
from workflow.constitution.provisions.request import RULERS, GoesTo
from workflow.constitution.provisions.scrutiny import RECONSIDERED_BY, SCRUTINY_MEETS
from workflow.model.event import Event
from workflow.model.people import Role
from workflow.model.state import AWAITED, UNDER_CALL_IN, State
from workflow.model.time_limit import Awaited
from workflow.procedures.case import Case
from workflow.procedures.requests import between, choose_request, grounds, validity
from workflow.procedures.requests.events import (
    CallInBegun,
    CallInEnded,
    PutBack,
    RequestAccepted,
    RequestRejected,
)
from workflow.procedures.requests.inputs import AcceptRequest, RejectRequest
from workflow.procedures.shared.asking import asking_rule
from workflow.procedures.shared.limits_can_be_counted import call_in_limit_can_be_counted
from workflow.procedures.shared.time_limits import started
from workflow.procedures.step import step


def _a_request_was_accepted(case: Case) -> bool:
    """Say whether a decision in its call-in period has a request that was accepted."""
    return case.subject.state is State.CALL_IN_OPEN and bool(case.subject.proceedings.accepted())


def _those_who_decided_hear_it(case: Case) -> bool:
    """Say whether by the council's rule a called-in decision goes to those who made it."""
    found = asking_rule(case)
    return found is not None and found[0].goes_to is GoesTo.MAKER


def _nobody_still_asks(case: Case) -> bool:
    """Say whether a called-in decision has no valid request left."""
    done = case.subject.proceedings
    goes_on = done.contrary or done.direction is not None
    return case.subject.state in AWAITED and not goes_on and not done.accepted()


@step(
    "request-accept",
    cannot="The request on {ref} cannot be accepted.",
    source=UNDER_CALL_IN,
    target=None,
    by=RULERS,
    under=MADE_NOT_IMPLEMENTED,
    needs=(
        choose_request.a_request_is_pending,
        validity.enough_ask,
        grounds.a_ground_is_listed,
        grounds.grounds_have_particulars,
        grounds.grounds_are_certified,
        validity.proposes_an_alternative,
        validity.ground_not_used_before,
        validity.nobody_asks_too_often,
        validity.same_issue_not_asked,
        call_in_limit_can_be_counted,
    ),
    wants=choose_request.wants_its_number,
    then=("begin-call-in",),
    stopped_by_hold=False,
    closes_expired=False,
    bars_maker=True,
    roles_by_rule=between.who_rules,
    example="HFD-042 --reason 'In time, by members, with grounds'",
)
def accept(case: Case, inputs: AcceptRequest) -> Event:
    """Rule that a request is valid: the decision is called in."""
    return RequestAccepted(
        at=case.at, number=choose_request.the_request(case).number, reason=inputs.reason
    )


@step(
    "begin-call-in",
    cannot="{ref} cannot be called in.",
    source=(State.CALL_IN_OPEN,),
    target=State.CALLED_IN,
    by=(Role.SYSTEM,),
    under=MADE_NOT_IMPLEMENTED,
    when=_a_request_was_accepted,
    then=("put-back",),
    automatic=True,
)
def begin_call_in(case: Case) -> Event:
    """The decision is called in, by the first request that is accepted."""
    limit = None
    if not _those_who_decided_hear_it(case):
        limit = started(case, Awaited.SCRUTINY, case.in_force[SCRUTINY_MEETS])
    return CallInBegun(at=case.at, limit=limit)


@step(
    "put-back",
    cannot="{ref} cannot go back to those who decided.",
    source=(State.CALLED_IN,),
    target=State.REFERRED_BACK,
    by=(Role.SYSTEM,),
    under=MADE_NOT_IMPLEMENTED,
    when=_those_who_decided_hear_it,
    automatic=True,
)
def put_back(case: Case) -> Event:
    """The decision goes back to those who made it, by the council's rule."""
    limit = started(case, Awaited.RECONSIDERATION, case.in_force[RECONSIDERED_BY])
    return PutBack(at=case.at, limit=limit)


@step(
    "request-reject",
    cannot="The request on {ref} cannot be rejected.",
    source=UNDER_CALL_IN,
    target=None,
    by=RULERS,
    under=MADE_NOT_IMPLEMENTED,
    needs=(choose_request.a_request_is_pending,),
    wants=choose_request.wants_its_number,
    stopped_by_hold=False,
    closes_expired=False,
    bars_maker=True,
    roles_by_rule=between.who_rules,
    example="HFD-042 --reason 'Two of the three who asked are not members'",
)
def reject(case: Case, inputs: RejectRequest) -> Event:
    """Rule that a request is not valid, with reasons."""
    return RequestRejected(
        at=case.at, number=choose_request.the_request(case).number, reason=inputs.reason
    )


@step(
    "end-call-in",
    cannot="{ref} cannot go back to its call-in period.",
    source=(State.CALLED_IN, State.REFERRED_BACK, State.REFERRED_TO_COUNCIL),
    target=State.CALL_IN_OPEN,
    by=(Role.SYSTEM,),
    under=MADE_NOT_IMPLEMENTED,
    when=_nobody_still_asks,
    automatic=True,
)
def end_call_in(case: Case) -> Event:
    """Too few supporters remain: the decision goes back to its period, or to the end of it."""
    return CallInEnded(at=case.at)


ROWS: Final = (accept, begin_call_in, put_back, reject, end_call_in)
