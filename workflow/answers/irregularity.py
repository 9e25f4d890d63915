"""What happened out of rule, as every face gives it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from workflow.answer_fields import INLINE
from workflow.model.decision import Decision
from workflow.model.irregularity import Irregularity
from workflow.procedures.corrections.events import IrregularityNoted, IrregularityResolved
from workflow.procedures.making.imported import Imported
from workflow.register.journal import ReadEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class IrregularityAnswer:
    """An irregularity: a rule that was broken on a decision."""

    ref: str
    """The decision."""
    irregularity: Irregularity = field(metadata=INLINE)
    """What happened out of rule."""


def irregularity_answer(decision: Decision, each: Irregularity) -> IrregularityAnswer:
    """Give that a rule was broken on a decision."""
    return IrregularityAnswer(ref=decision.ref, irregularity=each)


@dataclass(frozen=True, slots=True, kw_only=True)
class IrregularityShown:
    """An irregularity, with what the record says about it."""

    noted: IrregularityAnswer = field(metadata=INLINE)
    """What `irregular list` gives of it."""
    rule: str | None
    """The rule that was broken, as it was noted."""
    what: str | None
    """What happened."""
    noted_by: str | None
    """Who noted it."""
    accepted_by: str | None
    """Who accepted it, once it is settled."""
    reason: str | None
    """Why they did."""
    resolved_by: str | None
    """Who recorded that it was accepted."""


def irregularities_shown(
    decision: Decision, record: Iterable[ReadEntry]
) -> tuple[IrregularityShown, ...]:
    """Give each rule that was broken on a decision, with what its record says of it."""
    details: dict[int, dict[str, str]] = {}
    for entry in record:
        event = entry.event
        if isinstance(event, Imported):
            for number, text in enumerate(event.irregular, start=1):
                details[number] = {"what": text, "noted_by": entry.by}
        elif isinstance(event, IrregularityNoted):
            details[event.number] = {"rule": event.rule, "what": event.what, "noted_by": entry.by}
        elif isinstance(event, IrregularityResolved):
            settled = {"accepted_by": event.accepted_by, "reason": event.reason}
            details[event.number] |= {**settled, "resolved_by": entry.by}
    return tuple(
        IrregularityShown(
            noted=irregularity_answer(decision, each),
            rule=said.get("rule"),
            what=said.get("what"),
            noted_by=said.get("noted_by"),
            accepted_by=said.get("accepted_by"),
            resolved_by=said.get("resolved_by"),
            reason=said.get("reason"),
        )
        for each in decision.proceedings.irregularities
        for said in (details.get(each.number, {}),)
    )
