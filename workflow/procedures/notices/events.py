"""What happens when a notice is published: before a decision, or with its reasons after it."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import ClassVar

from workflow.model.decision import Decision
from workflow.model.event import Changes, Event, sealed
from workflow.model.notice import Notice, NoticeKind


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

    def changes(self, decision: Decision) -> Changes:
        notice = Notice(
            kind=self.kind,
            published_at=self.published_at,
            decide_from=self.decide_from,
            decide_until=self.decide_until,
        )
        proceedings = decision.proceedings
        return {"proceedings": replace(proceedings, notices=(*proceedings.notices, notice))}
