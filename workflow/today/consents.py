"""Consent that was asked and is not answered yet: whom to ask next."""

from collections.abc import Iterator
from typing import Final

from workflow.clock import london_day, spoken_day
from workflow.model.consent import ConsentApplication, Purpose
from workflow.model.people import Role
from workflow.model.state import State
from workflow.procedures.consents.consent_order import asked_next
from workflow.text import joined
from workflow.today.asked import OfDecision
from workflow.today.matter import MatterKind, TodayMatter

_BEFORE_IT_IS_MADE: Final = (Purpose.SPECIAL_URGENCY, Purpose.PRIVATE_MEETING)
"""For these, consent is given on or before the day on which the decision is made."""


def consents(asked: OfDecision) -> Iterator[TodayMatter]:
    """Consent that is awaited, from the offices that the council's rule asks next."""
    decision = asked.decision
    if decision.state not in (State.DRAFT, State.SIGNED):
        return
    for application in decision.proceedings.applications:
        purpose = application.purpose
        if not application.is_open or application is not decision.proceedings.application(purpose):
            continue
        if decision.state is State.SIGNED and purpose is not Purpose.EXEMPTION:
            continue  # it is too late for it
        yield _awaited(asked, application)


def _awaited(asked: OfDecision, application: ConsentApplication) -> TodayMatter:
    purpose = application.purpose
    offices = asked_next(asked.case_for("consent-give").in_force, application)
    says = (
        f"Consent to {purpose.label} was asked on {spoken_day(london_day(application.asked_at))}."
    )
    if offices:
        of = joined([f"the {office.label}" for office in offices], "and")
        says += f" It awaits an answer of {of}."
    made_on = asked.statement.made_on if purpose in _BEFORE_IT_IS_MADE else None
    if made_on is not None:
        says += " It must be given by the day on which the decision is made."
    commands = [
        typed
        for office in offices
        for typed in asked.typed("consent-give", purpose=purpose.value, capacity=office.value)
    ]
    return asked.matter(
        MatterKind.CONSENT,
        says,
        *(commands or asked.typed("consent-give")),
        by=(*offices, Role.PROPER_OFFICER),
        key=purpose.value,
        day=made_on,
        waits=True,
    )


EACH = (consents,)
