"""What a report to council holds: its lines, its figures and the duty it answers."""

from dataclasses import dataclass
from datetime import date

from workflow.authority import Authority
from workflow.model.labelled_enum import LabelledEnum


class ReportSubject(LabelledEnum):
    """What a report is about."""

    SPECIAL_URGENCY = (
        "special-urgency",
        "Decisions under special urgency",
        "Agreed beforehand to be urgent and not to be deferred.",
    )
    EXEMPTIONS = (
        "exemptions",
        "Decisions exempt from call-in",
        "Exempt from it by consent, or for their urgency.",
    )
    CALL_INS = (
        "call-ins",
        "Requests to call in",
        "Every request: how it was ruled.",
    )
    LATE = ("late", "Decisions published late", "Published after the council's own target.")

    @property
    def among(self) -> str:
        """Say which decisions of a period it is a part of, as in "3 of 10 decisions made".

        Regulation 19 has urgency reported by when decisions were made.
        """
        return "made" if self is ReportSubject.SPECIAL_URGENCY else "published"

    @property
    def day_is(self) -> str:
        """Say what happened on the day by which a line falls in the period."""
        return "received" if self is ReportSubject.CALL_INS else self.among


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportLine:
    """One decision, or one request, in a report."""

    ref: str
    """The decision."""
    title: str
    """Its title."""
    made_on: date | None
    """The day on which it was made."""
    day: date
    """The day by which it falls in the period: of its making where it was urgent, of its
    publication, or of the receipt of a request."""
    reason: str
    """Why: the reason for urgency, or for the request."""
    by_whom: str
    """Who agreed, or who asked."""
    outcome: str
    """What came of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """So many of all decisions of a period."""

    since: date
    until: date
    number: int
    of_all: int
    requests: int | None = None
    """How many requests to call in were received in it; None in a report of anything else."""

    @property
    def share(self) -> str:
        """Give the part of all, in per cent with one figure after the point."""
        if not self.of_all:
            return "none"
        tenths = (self.number * 1000 + self.of_all // 2) // self.of_all
        return f"{tenths // 10}.{tenths % 10} %"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report to a council on one matter, for a period of days, both included."""

    subject: ReportSubject
    council: str
    council_name: str
    duty: Authority
    next_due: date | None
    """When the next is due, where a rule on file says how often."""
    lines: tuple[ReportLine, ...]
    now: Period
    before: tuple[Period, ...]
    """The periods before, of the same length, the latest first."""
    note: str = ""
