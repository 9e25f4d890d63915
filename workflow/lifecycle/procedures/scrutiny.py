"""A called-in decision before scrutiny."""

from typing import Final

from workflow.authority import MADE_NOT_IMPLEMENTED
from workflow.lifecycle.step import Step
from workflow.model import details as asks
from workflow.model import events as e
from workflow.model.people import Role
from workflow.model.state import State
from workflow.policy.case import Case
from workflow.policy.guards import requests


def resolved(case: Case) -> e.Event:
    """The end of the call-in."""
    given = case.details
    assert isinstance(given, asks.Resolve)
    return e.CallInResolved(at=case.at, outcome=given.outcome, reason=given.reason)


ROWS: Final = (
    Step(
        verb="resolve",
        done="resolved",
        source=(State.CALLED_IN,),
        target=State.EFFECTIVE,
        by=(Role.PROPER_OFFICER, Role.MONITORING_OFFICER),
        says="Record that scrutiny lets the decision stand; it takes effect.",
        under=MADE_NOT_IMPLEMENTED,
        asks=asks.Resolve,
        needs=(requests.others_may_no_longer_ask,),
        records=resolved,
        then=("record-implementation",),
        example="HFD-2018-001 --outcome no-further-action --reason 'Scrutiny noted the plan.'",
    ),
)
