"""What happened out of rule, as every face gives it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from workflow.answer_fields import INLINE
from workflow.model.decision import Decision
from workflow.model.irregularity import Irregular, Irregularity
from workflow.procedures.corrections.events import IrregularityNoted, IrregularityResolved
from workflow.procedures.making.imported import Imported
from workflow.register.journal import ReadEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class IrregularityAnswer:
    """An irregularity: a rule that was broken on a decision."""

    ref: str
    """The decision."""
    number: int
    """1 for the first on the decision."""
    kind: Irregular
    """What sort of rule was broken."""
    happened_on: date
    """The day on which it happened."""
    noted_at: datetime
    """When it was noted."""
    resolved_at: datetime | None
    """When someone who answers for it accepted it; null while it is outstanding."""


def irregularity_answer(decision: Decision, each: Irregularity) -> IrregularityAnswer:
    """Give that a rule was broken on a decision."""
    return IrregularityAnswer(
        ref=decision.ref,
        number=each.number,
        kind=each.kind,
        happened_on=each.happened_on,
        noted_at=each.noted_at,
        resolved_at=each.resolved_at,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class IrregularityShown:
    """An irregularity, with what the record says about it."""

    irregularity: IrregularityAnswer = field(metadata=INLINE)
    """The irregularity, as `irregular list` gives it."""
    rule: str | None
    """The rule that was broken, as it was noted."""
    what: str | None
    """What happened."""
    accepted_by: str | None
    """Who accepted it, once it is settled."""
    reason: str | None
    """Why they did."""


def irregularities_shown(
    decision: Decision, record: Iterable[ReadEntry]
) -> tuple[IrregularityShown, ...]:
    """Give each rule that was broken on a decision, with what its record says of it."""
    told: dict[int, dict[str, str]] = {}
    for event in (entry.event for entry in record):
        if isinstance(event, Imported):
            told |= {n: {"what": said} for n, said in enumerate(event.irregular, start=1)}
        elif isinstance(event, IrregularityNoted):
            told[event.number] = {"rule": event.rule, "what": event.what}
        elif isinstance(event, IrregularityResolved):
            settled = {"accepted_by": event.accepted_by, "reason": event.reason}
            told.setdefault(event.number, {}).update(settled)
    return tuple(
        IrregularityShown(
            irregularity=irregularity_answer(decision, each),
            rule=told.get(each.number, {}).get("rule"),
            what=told.get(each.number, {}).get("what"),
            accepted_by=told.get(each.number, {}).get("accepted_by"),
            reason=told.get(each.number, {}).get("reason"),
        )
        for each in decision.proceedings.irregularities
    )
