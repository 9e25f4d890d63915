"""What a plan holds: its dates, each with how it was counted, and the roads still open."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from workflow.authority import Authority
from workflow.calendars.counting import Count
from workflow.model.json_data import both_times, to_json_data
from workflow.model.kind import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """One date of a plan: what is to be done by it, or from it, under what rule."""

    name: str
    says: str
    day: date
    by: bool
    """True for "by that day", False for "from that day"."""
    authority: Authority
    at: datetime | None = None
    """The hour on that day, where the council's rule has one; None for the whole of the day."""
    count: Count | None = None
    """How the day was counted."""
    note: str = ""
    passed: bool = False
    """Whether that day is already past."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRoute:
    """A way to decide lawfully, and whether there is still time for it."""

    name: str
    open: bool
    says: str
    authority: Authority
    day: date | None = None
    """The last day on which it can be begun; None where no number of days is asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanAsked:
    """What a plan was asked for: by which one of two days, and whether a private meeting's."""

    implement_by: date | None = None
    decide_on: date | None = None
    private: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The dates of a decision, worked backwards from the one that matters."""

    council: str
    kind: Kind
    asked: PlanAsked
    today: date
    edition: str
    milestones: tuple[Milestone, ...]
    """In the order of their days."""
    roads: tuple[PlanRoute, ...]
    """For a key decision: each road, the usual one first."""

    def plain(self) -> dict[str, Any]:
        """Give it as plain data; other programs rely on this shape."""
        return {
            "council": self.council,
            "kind": self.kind.value,
            "asked": to_json_data(self.asked),
            "today": self.today.isoformat(),
            "edition": self.edition,
            "milestones": [
                {
                    "name": each.name,
                    "says": each.says,
                    "date": each.day.isoformat(),
                    "by": each.by,
                    "passed": each.passed,
                    "at": None if each.at is None else both_times(each.at),
                    "note": each.note,
                    "authority": to_json_data(each.authority),
                    "workings": [
                        {"date": day.day.isoformat(), "number": day.number, "why": day.why}
                        for day in (() if each.count is None else each.count.workings())
                    ],
                }
                for each in self.milestones
            ],
            "roads": [
                {
                    "road": each.name,
                    "open": each.open,
                    "date": to_json_data(each.day),
                    "says": each.says,
                    "authority": to_json_data(each.authority),
                }
                for each in self.roads
            ],
        }
