"""Counsel's opinion that stands on the record already is not recorded again."""

from workflow.errors import Refusal
from workflow.procedures.case import Case
from workflow.procedures.reconsideration import refusals
from workflow.procedures.reconsideration.events import OpinionReceived
from workflow.procedures.reconsideration.inputs import RecordOpinion
from workflow.procedures.shared.recorded import same


def opinion_is_new(case: Case) -> Refusal | None:
    """An opinion of that counsel, in those words, is not on record yet for this call-in."""
    details, decision = case.inputs, case.subject
    if not isinstance(details, RecordOpinion) or decision.proceedings.opinion_at is None:
        return None
    for event, erased in case.rules.on_record(decision.ref, OpinionReceived):
        if (
            isinstance(event, OpinionReceived)
            and event.at == decision.proceedings.opinion_at
            and not {"counsel", "opinion"} & set(erased)
            and same(event.counsel, details.counsel)
            and same(event.opinion, details.opinion)
        ):
            return refusals.OPINION_RECORDED(ref=decision.ref, at=event.at)
    return None
