"""A report to council: its lines, its figures, and the duty to report."""

from dataclasses import dataclass, field
from datetime import date

from workflow.answer_fields import INLINE, NOT_GIVEN, given_after, given_as
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
        """Say of which decisions of a period it counts some, as in "3 of 10 decisions made".

        SI 2012/2089, regulation 19: urgency is reported by when decisions were made.
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
    """The first day."""
    until: date
    """The last day, included."""
    number: int
    """How many. In `call-ins`: how many decisions published in the period had a request, whenever
    it came."""
    of_all: int
    """How many decisions there were in all."""
    requests: int | None = None
    """How many call-in requests were received in the period; None in other reports."""

    @property
    @given_after("of_all")
    def share(self) -> str:
        """The percentage."""
        if not self.of_all:
            return "none"
        tenths = (self.number * 1000 + self.of_all // 2) // self.of_all
        return f"{tenths // 10}.{tenths % 10} %"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report to a council on one matter, for a period of days, both included."""

    subject: ReportSubject = field(metadata=given_as("report"))
    """Its subject."""
    council: str
    """The council, by its short name."""
    council_name: str = field(metadata=NOT_GIVEN)
    """The council, by its name."""
    now: Period = field(metadata=INLINE)
    """The period and its figures."""
    duty: Authority
    """The duty to report."""
    next_due: date | None
    """When the next report is due, if this one is made; None if no rule on file says how often."""
    before: tuple[Period, ...]
    """The three periods of the same length before it, the latest first."""
    lines: tuple[ReportLine, ...]
    """Each decision; in `call-ins`, each request."""
    note: str = ""
    """A warning about it."""
    register_begins: date | None = None
    """The day on which the register was begun, where days before that are counted."""

    @property
    @given_after("now")
    def among(self) -> str:
        """Of which decisions: all that were `made` in the period, or all that were `published`."""
        return self.subject.among
