"""Whether a decision may be implemented at an instant, and every reason why it may not."""

from dataclasses import dataclass
from datetime import datetime

from workflow.constitution.jurisdiction import cite_for
from workflow.errors import Refusal
from workflow.model.state import AWAITED, IN_EFFECT, State
from workflow.procedures.attempt import step_by_time
from workflow.procedures.case import Case
from workflow.procedures.expiry.steps import BESIDES_TIME
from workflow.procedures.implementation.guards import has_taken_effect, not_disputed
from workflow.procedures.implementation.steps import implement
from workflow.procedures.machine import refusal_of
from workflow.procedures.making.signing import early_consent
from workflow.procedures.shared.every_step import not_held
from workflow.procedures.shared.wrong_state import standing


@dataclass(frozen=True, slots=True)
class Permission:
    """Whether a decision may be implemented at an instant. It is falsy when it may not."""

    ref: str
    """The decision."""
    at: datetime
    """The instant asked about, in UTC."""
    since: datetime | None
    """The instant from which it may be implemented, in UTC; None where it may not."""
    refusals: tuple[Refusal, ...]
    """Every reason why it may not."""
    foreseen: bool = False
    """Whether the instant has not come yet, so that something may still stop it."""

    def __bool__(self) -> bool:
        return not self.refusals


def permission_for(case: Case) -> Permission:
    """Say whether the decision of a case may be implemented at the instant of the case. What time
    alone has brought about counts, whether or not a close has recorded it."""
    decision, at = case.subject, case.at
    first = (not_held(case), not_disputed(case))
    reasons = [refusal for refusal in first if refusal is not None]
    since = decision.effective_at
    if decision.time_has_run(at):
        judged = BESIDES_TIME[step_by_time(decision)]
        reasons += [refusal for guard in judged if (refusal := refusal_of(guard, case)) is not None]
        since = decision.due_effect
    elif decision.state is State.DRAFT and (agreed := early_consent(case)) is not None:
        since = decision.proceedings.acted_at or agreed.granted_at
    elif decision.state in IN_EFFECT:
        early = has_taken_effect(case)
        reasons += [early] if early is not None else []
    else:
        reasons.append(standing(decision, at, implement.under))
    foreseen = at > case.now and decision.state in (State.CALL_IN_OPEN, *AWAITED)
    cited = cite_for(case.rules.nation, reasons)
    return Permission(decision.ref, at, None if reasons else since, cited, foreseen=foreseen)
