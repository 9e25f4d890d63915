"""A decision that scrutiny referred to full council."""

from typing import Final

from workflow.authority import MADE_NOT_IMPLEMENTED
from workflow.lifecycle.procedures.scrutiny import DONE, RECORDERS
from workflow.lifecycle.step import Step
from workflow.model import details as asks
from workflow.model import events as e
from workflow.model.limit import Awaited
from workflow.model.state import State
from workflow.policy.case import Case
from workflow.policy.guards import scrutiny, which
from workflow.policy.limits import started


def objected(case: Case) -> e.Event:
    """Council's objection, and the clock for the maker."""
    given = case.details
    assert isinstance(given, asks.CouncilViews)
    limit = started(case, Awaited.RECONSIDERATION, case.in_force.reconsidered_by)
    return e.CouncilObjected(at=case.at, limit=limit, views=given.views)


def let_stand(case: Case) -> e.Event:
    """That council did not object."""
    given = case.details
    assert isinstance(given, asks.LetStand)
    return e.CouncilLetStand(at=case.at, acted_at=given.acted_at, views=given.views)


def decided(case: Case) -> e.Event:
    """Council's own decision."""
    given = case.details
    assert isinstance(given, asks.CouncilDecides)
    return e.CouncilDecided(at=case.at, decision=given.decision, reason=given.reason)


ROWS: Final = (
    Step(
        verb="council-objects",
        done="objected to by council",
        source=(State.REFERRED_TO_COUNCIL,),
        target=State.REFERRED_BACK,
        by=RECORDERS,
        says="Record that full council objects: its maker looks again, with council's views.",
        under=MADE_NOT_IMPLEMENTED,
        asks=asks.CouncilViews,
        needs=(scrutiny.reconsideration_can_be_counted,),
        records=objected,
        forward=False,
        example="KIN-2026-001 --views 'Council asks that the charge be looked at again.'",
    ),
    Step(
        verb="council-lets-stand",
        done="left standing by council",
        source=(State.REFERRED_TO_COUNCIL,),
        target=State.EFFECTIVE,
        by=RECORDERS,
        says="Record that full council does not object; the decision takes effect.",
        under=MADE_NOT_IMPLEMENTED,
        asks=asks.LetStand,
        needs=DONE,
        checks=(scrutiny.acted_while_it_could,),
        records=let_stand,
        then=("record-implementation",),
        example="KIN-2026-001 --views 'Council noted the decision.'",
    ),
    Step(
        verb="council-decides",
        done="decided by council",
        source=(State.REFERRED_TO_COUNCIL,),
        target=State.SUPERSEDED,
        by=RECORDERS,
        says="Record council's own decision, where the first was outside the framework.",
        under=MADE_NOT_IMPLEMENTED,
        asks=asks.CouncilDecides,
        needs=(scrutiny.contrary_to_the_framework, which.no_request_is_pending),
        records=decided,
        example="KIN-2026-001 --decision 'That no charge be made.' --reason 'It is not budgeted.'",
    ),
)
