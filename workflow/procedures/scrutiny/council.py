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
from workflow.procedures.scrutiny.steps import OUTCOME_GUARDS, RECORDERS
from workflow.procedures.shared.limits_can_be_counted import reconsideration_limit_can_be_counted
from workflow.procedures.shared.time_limits import started
from workflow.procedures.step import step


@step(
    "council-object",
    cannot="Council's objection to {ref} cannot be recorded now.",
    source=(State.REFERRED_TO_COUNCIL,),
    target=State.REFERRED_BACK,
    by=RECORDERS,
    under=MADE_NOT_IMPLEMENTED,
    needs=(reconsideration_limit_can_be_counted,),
    stopped_by_hold=False,
    example="KIN-042 --views 'Council asks that the charge be looked at again.'",
)
def council_objects(case: Case, inputs: CouncilViews) -> Event:
    """Record that full council objects: the decision maker must reconsider, with council's
    views."""
    limit = started(case, Awaited.RECONSIDERATION, case.in_force[RECONSIDERED_BY])
    return CouncilObjected(at=case.at, limit=limit, views=inputs.views)


@step(
    "council-let-stand",
    cannot="Council cannot let {ref} stand now.",
    source=(State.REFERRED_TO_COUNCIL,),
    target=State.EFFECTIVE,
    by=RECORDERS,
    under=MADE_NOT_IMPLEMENTED,
    needs=OUTCOME_GUARDS,
    checks=(scrutiny.acted_while_it_could,),
    then=("record-implementation",),
    example="KIN-042 --views 'Council noted the decision.'",
)
def let_stand(case: Case, inputs: LetStand) -> Event:
    """Record that full council does not object; the decision takes effect."""
    return CouncilLetStand(at=case.at, acted_at=inputs.acted_at, views=inputs.views)


@step(
    "council-decide",
    cannot="Council's own decision on {ref} cannot be recorded now.",
    source=(State.REFERRED_TO_COUNCIL,),
    target=State.SUPERSEDED,
    by=RECORDERS,
    under=MADE_NOT_IMPLEMENTED,
    needs=(scrutiny.contrary_to_the_framework, choose_request.no_request_is_pending),
    example="KIN-042 --decision 'That no charge be made.' --reason 'It is not budgeted.'",
)
def decide(case: Case, inputs: CouncilDecides) -> Event:
    """Record council's own decision, where the first was outside the framework."""
    return CouncilDecided(at=case.at, decision=inputs.decision, reason=inputs.reason)


ROWS: Final = (council_objects, let_stand, decide)
