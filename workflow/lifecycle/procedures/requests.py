"""Asking for a decision to be called in."""

from typing import Final

from workflow.authority import MADE_NOT_IMPLEMENTED
from workflow.lifecycle.step import Step
from workflow.model import details as asks
from workflow.model import events as e
from workflow.model.people import Role
from workflow.model.state import State
from workflow.policy.case import Case
from workflow.policy.guards import requests
from workflow.policy.standing import no_call_in

_IN_TIME = (
    requests.received_already,
    requests.received_after_publication,
    requests.received_in_time,
    requests.recorded_late_with_reason,
)


def called_in(case: Case) -> e.Event:
    """The call-in, with who asked, why, and when it was received."""
    given = case.details
    assert isinstance(given, asks.CallIn)
    return e.CalledIn(
        at=case.at,
        received_at=given.received_at,
        requested_by=given.requested_by,
        grounds=given.grounds,
    )


def request_found(case: Case) -> e.Event:
    """The request that was found late, with who asked, why, and when it was received."""
    given = case.details
    assert isinstance(given, asks.CallIn)
    return e.RequestFound(
        at=case.at,
        received_at=given.received_at,
        requested_by=given.requested_by,
        grounds=given.grounds,
    )


ROWS: Final = (
    Step(
        verb="call-in",
        done="called in",
        source=(State.CALL_IN_OPEN, State.EFFECTIVE),
        target=State.CALLED_IN,
        by=(Role.PROPER_OFFICER, Role.MONITORING_OFFICER),
        says="Record a request, received in time, that the decision be called in.",
        under=MADE_NOT_IMPLEMENTED,
        asks=asks.CallIn,
        needs=(requests.has_a_period, requests.not_called_in_before),
        checks=_IN_TIME,
        records=called_in,
        forward=False,
        settles=False,
        elsewhere=no_call_in,
        example="HFD-2018-001 --requested-by 'Cllr A Example' --grounds 'Consultation' "
        "--received-at 2018-10-24T16:30",
    ),
    Step(
        verb="note-request",
        done="noted as asked about in time",
        source=(State.IMPLEMENTED,),
        target=None,
        by=(Role.PROPER_OFFICER, Role.MONITORING_OFFICER),
        says="Record a request that was in time, but found only after implementation.",
        under=MADE_NOT_IMPLEMENTED,
        asks=asks.CallIn,
        needs=(requests.has_a_period, requests.not_called_in_before),
        checks=_IN_TIME,
        records=request_found,
        forward=False,
        settles=False,
        example="HFD-2018-001 --requested-by 'Cllr A Example' --grounds 'Consultation' "
        "--received-at 2018-10-24T16:30 --late-reason 'Found in the post'",
    ),
)
