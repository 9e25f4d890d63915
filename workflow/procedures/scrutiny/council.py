"""A decision that scrutiny referred to full council."""

from typing import Final

from workflow.authority import MADE_NOT_IMPLEMENTED
from workflow.constitution.provisions.scrutiny import RECONSIDERED_BY
from workflow.model.event import Event
from workflow.model.state import State
from workflow.model.time_limit import Awaited
from workflow.procedures.case import Case
from workflow.procedures.requests import choose_request
from workflow.procedures.scrutiny import guards as scrutiny
from workflow.procedures.scrutiny.events import CouncilDecided, CouncilLetStand, CouncilObjected
from workflow.procedures.scrutiny.inputs import CouncilDecides, CouncilViews, LetStand
from workflow.procedures.scrutiny.steps import DONE, RECORDERS
from workflow.procedures.shared.limits_counted import reconsideration_can_be_counted
from workflow.procedures.shared.time_limits import started
from workflow.procedures.step import Step


def objected(case: Case) -> Event:
    """Council's objection, and the clock for the maker."""
    given = case.details
    assert isinstance(given, CouncilViews)
    limit = started(case, Awaited.RECONSIDERATION, case.in_force[RECONSIDERED_BY])
    return CouncilObjected(at=case.at, limit=limit, views=given.views)


def let_stand(case: Case) -> Event:
    """That council did not object."""
    given = case.details
    assert isinstance(given, LetStand)
    return CouncilLetStand(at=case.at, acted_at=given.acted_at, views=given.views)


def decided(case: Case) -> Event:
    """Council's own decision."""
    given = case.details
    assert isinstance(given, CouncilDecides)
    return CouncilDecided(at=case.at, decision=given.decision, reason=given.reason)


ROWS: Final = (
    Step(
        verb="council-object",
        done="objected to by council",
        source=(State.REFERRED_TO_COUNCIL,),
        target=State.REFERRED_BACK,
        by=RECORDERS,
        says="Record that full council objects: its maker looks again, with council's views.",
        under=MADE_NOT_IMPLEMENTED,
        asks=CouncilViews,
        needs=(reconsideration_can_be_counted,),
        records=objected,
        forward=False,
        example="KIN-042 --views 'Council asks that the charge be looked at again.'",
    ),
    Step(
        verb="council-let-stand",
        done="left standing by council",
        source=(State.REFERRED_TO_COUNCIL,),
        target=State.EFFECTIVE,
        by=RECORDERS,
        says="Record that full council does not object; the decision takes effect.",
        under=MADE_NOT_IMPLEMENTED,
        asks=LetStand,
        needs=DONE,
        checks=(scrutiny.acted_while_it_could,),
        records=let_stand,
        then=("record-implementation",),
        example="KIN-042 --views 'Council noted the decision.'",
    ),
    Step(
        verb="council-decide",
        done="decided by council",
        source=(State.REFERRED_TO_COUNCIL,),
        target=State.SUPERSEDED,
        by=RECORDERS,
        says="Record council's own decision, where the first was outside the framework.",
        under=MADE_NOT_IMPLEMENTED,
        asks=CouncilDecides,
        needs=(scrutiny.contrary_to_the_framework, choose_request.no_request_is_pending),
        records=decided,
        example="KIN-042 --decision 'That no charge be made.' --reason 'It is not budgeted.'",
    ),
)
