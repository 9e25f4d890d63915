"""What happens when consent is asked of office holders, and answered."""

from dataclasses import dataclass, replace
from typing import ClassVar, Final

from workflow.model.consent import ConsentAnswer, ConsentApplication, ConsentReply, Purpose
from workflow.model.decision import Decision
from workflow.model.event import Changes, Event, sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentAsked(Event):
    """Consent was asked, for a purpose and with a reason."""

    name: ClassVar[str] = "consent-asked"
    purpose: Purpose
    reason: str = sealed()
    setting_aside: str | None = sealed(default=None)
    """Why an earlier application for the same purpose is set aside, where one is."""

    def changes(self, decision: Decision) -> Changes:
        application = ConsentApplication(purpose=self.purpose, asked_at=self.at)
        done = decision.proceedings
        return {"proceedings": replace(done, applications=(*done.applications, application))}


_PERMITS: Final = {
    Purpose.EXEMPTION: "Once it is published, the decision is not subject to call-in.",
    Purpose.SPECIAL_URGENCY: "It may be made without the usual notice, once its statement says "
    "that it is urgent.",
    Purpose.EARLY_IMPLEMENTATION: "It may be carried out before its statement is signed.",
    Purpose.PRIVATE_MEETING: "The meeting may be held in private at short notice.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentAnswered(Event):
    """An office holder consented or refused, or was passed over."""

    name: ClassVar[str] = "consent-answered"
    purpose: Purpose
    answer: ConsentAnswer
    granted: bool
    """Whether, with this answer, everyone whose consent is needed has consented."""
    given_by: str | None = sealed()
    note: str = sealed()

    @property
    def words(self) -> str:
        office, purpose = self.answer.capacity.label, self.purpose.label
        if self.answer.reply is ConsentReply.SKIPPED:
            return f"consent to {purpose}: the {office} passed over"
        reply = "given" if self.answer.reply is ConsentReply.CONSENTED else "refused"
        return f"consent to {purpose} {reply} by {self.given_by}, {office}"

    @property
    def permits(self) -> str:
        """Say what everyone whose consent was needed has now permitted; blank before that."""
        return _PERMITS[self.purpose] if self.granted else ""

    def changes(self, decision: Decision) -> Changes:
        proceedings = decision.proceedings
        before = proceedings.application(self.purpose)
        assert before is not None
        after = before.answered(self.answer, granted=self.granted)
        others = tuple(each for each in proceedings.applications if each is not before)
        return {"proceedings": replace(proceedings, applications=(*others, after))}
