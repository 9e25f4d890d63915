"""What happens before a decision is made: notices published, and consent asked and answered."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, ClassVar

from workflow.model.consent import Answer, Application, Purpose
from workflow.model.event import Changes, Event, sealed
from workflow.model.notice import Notice, NoticeKind

if TYPE_CHECKING:
    from workflow.model.decision import Decision


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeGiven(Event):
    """A notice was published before the decision, or with its reasons after."""

    name: ClassVar[str] = "notice-given"
    kind: NoticeKind
    published_at: datetime
    where: str
    decide_from: date | None
    decide_until: date | None
    particulars: tuple[str, ...] = sealed()
    """What it says, each part with its name."""

    def changes(self, decision: "Decision") -> Changes:
        """Give what is different about the decision once this has happened."""
        notice = Notice(
            kind=self.kind,
            published_at=self.published_at,
            decide_from=self.decide_from,
            decide_until=self.decide_until,
        )
        done = decision.proceedings
        return {"proceedings": replace(done, notices=(*done.notices, notice))}


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentAsked(Event):
    """Consent was asked, for a purpose and with a reason."""

    name: ClassVar[str] = "consent-asked"
    purpose: Purpose
    reason: str = sealed()
    setting_aside: str | None = sealed(default=None)
    """Why an earlier application for the same purpose is set aside, where one is."""

    def changes(self, decision: "Decision") -> Changes:
        """Give what is different about the decision once this has happened."""
        application = Application(purpose=self.purpose, asked_at=self.at)
        done = decision.proceedings
        return {"proceedings": replace(done, applications=(*done.applications, application))}


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentAnswered(Event):
    """An office holder consented or refused, or was passed over."""

    name: ClassVar[str] = "consent-answered"
    purpose: Purpose
    answer: Answer
    granted: bool
    """Whether, with this answer, everyone whose consent is needed has consented."""
    given_by: str | None = sealed()
    note: str = sealed()

    def changes(self, decision: "Decision") -> Changes:
        """Give what is different about the decision once this has happened."""
        done = decision.proceedings
        before = done.application(self.purpose)
        assert before is not None
        after = before.answered(self.answer, granted=self.granted)
        others = tuple(each for each in done.applications if each is not before)
        return {"proceedings": replace(done, applications=(*others, after))}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewAsked(Event):
    """A review after implementation was asked for."""

    name: ClassVar[str] = "review-asked"
    requested_by: tuple[str, ...] = sealed()
    reason: str = sealed()

    def changes(self, decision: "Decision") -> Changes:
        """Give what is different about the decision once this has happened."""
        return {"proceedings": replace(decision.proceedings, review_asked_at=self.at)}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewConcluded(Event):
    """A review after implementation was concluded."""

    name: ClassVar[str] = "review-concluded"
    findings: str = sealed()

    def changes(self, decision: "Decision") -> Changes:
        """Give what is different about the decision once this has happened."""
        return {"proceedings": replace(decision.proceedings, review_concluded_at=self.at)}
