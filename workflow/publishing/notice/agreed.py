"""Who agreed that a decision was urgent, exempt from call-in or to be made in private, by name."""

from collections.abc import Iterator, Sequence
from typing import Final

from workflow.clock import london_day
from workflow.model.consent import ConsentReply, Purpose
from workflow.model.decision import Decision
from workflow.model.event import Event
from workflow.model.statement import ERASED, Urgency
from workflow.procedures.consents.events import ConsentAnswered, ConsentAsked
from workflow.publishing.notice.contents import NoticeConsent
from workflow.register.rules import RulesOf
from workflow.wording import long_dates
from workflow.wording.proceedings import office_words

_HEADINGS: Final = {
    Purpose.SPECIAL_URGENCY: "Special urgency",
    Purpose.EXEMPTION: "Exemption from call-in",
    Purpose.PRIVATE_MEETING: "Private meeting",
}
"""What is told on a notice. Consent to other things is on the record, and is not for it."""


def consents(
    events: Sequence[Event],
    rules: RulesOf,
    decision: Decision,
    urgency: Urgency | None,
    *,
    reasons_are_open: bool,
) -> Iterator[NoticeConsent]:
    """Give what was agreed to, by consent that was given on record, or as the statement says."""
    for purpose, heading in _HEADINGS.items():
        granted = decision.proceedings.granted(purpose)
        reason, people = "", list[str]()
        if granted is not None:
            reason, people = _on_record(events, rules, purpose)
        if purpose is Purpose.SPECIAL_URGENCY and urgency is not None:
            reason = urgency.reason or reason
            people = people or list(_stated(urgency))
        if granted is not None or (purpose is Purpose.SPECIAL_URGENCY and urgency is not None):
            yield NoticeConsent(
                purpose=purpose.value,
                heading=heading,
                reason=reason if reasons_are_open and reason != ERASED else "",
                agreed_by=tuple(people),
            )


def _on_record(events: Sequence[Event], rules: RulesOf, purpose: Purpose) -> tuple[str, list[str]]:
    """Give the reason that was given when the consent was asked, and who consented."""
    reason, people = "", list[str]()
    for event in events:
        if isinstance(event, ConsentAsked) and event.purpose is purpose:
            reason, people = event.reason, []
        elif (
            isinstance(event, ConsentAnswered)
            and event.purpose is purpose
            and event.answer.reply is ConsentReply.CONSENTED
        ):
            people.append(_agreed(rules, event))
    return reason, people


def _agreed(rules: RulesOf, event: ConsentAnswered) -> str:
    office = office_words(event.answer, rules.constitution.council, rules.people())
    on = long_dates.day(london_day(event.answer.at))
    who = f"the {office}" if event.given_by == ERASED else f"{event.given_by}, {office}"
    return f"{who}, on {on}"


def _stated(urgency: Urgency) -> Iterator[str]:
    if urgency.agreed_by is None:
        return
    capacity = "" if urgency.capacity is None else f", {urgency.capacity}"
    on = "" if urgency.agreed_on is None else f", on {long_dates.day(urgency.agreed_on)}"
    yield f"{urgency.agreed_by}{capacity}{on}"
