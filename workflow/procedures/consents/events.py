"""What happens when consent is asked of office holders, and answered."""

from dataclasses import dataclass, replace
from typing import ClassVar

from workflow.model.consent import ConsentAnswer, ConsentApplication, Purpose
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

    def changes(self, decision: Decision) -> Changes:
        done = decision.proceedings
        before = done.application(self.purpose)
        assert before is not None
        after = before.answered(self.answer, granted=self.granted)
        others = tuple(each for each in done.applications if each is not before)
        return {"proceedings": replace(done, applications=(*others, after))}
