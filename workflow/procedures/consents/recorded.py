"""Consent that was asked afresh, and is not answered yet, is not asked afresh again."""

from workflow.errors import Refusal
from workflow.procedures.case import Case
from workflow.procedures.consents import refusals
from workflow.procedures.consents.events import ConsentAsked
from workflow.procedures.consents.inputs import AskConsent
from workflow.procedures.shared.recorded import same


def asking_afresh_is_new(case: Case) -> Refusal | None:
    """Answers are not set aside again before anyone has answered the new request."""
    details, decision = case.inputs, case.subject
    if not isinstance(details, AskConsent) or details.setting_aside is None:
        return None
    latest = decision.proceedings.application(details.purpose)
    if latest is None or latest.answers:
        return None
    for event, erased in case.rules.on_record(decision.ref, ConsentAsked):
        if (
            isinstance(event, ConsentAsked)
            and (event.purpose, event.at) == (latest.purpose, latest.asked_at)
            and not {"reason", "setting_aside"} & set(erased)
            and same(event.reason, details.reason)
            and same(event.setting_aside or "", details.setting_aside)
        ):
            return refusals.ASKING_AFRESH_RECORDED(
                ref=decision.ref, purpose=latest.purpose, at=event.at
            )
    return None
