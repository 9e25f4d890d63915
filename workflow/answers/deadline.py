"""A deadline worked out with its workings, in no register. Other programs rely on its shape: no
name is taken away, and none changes its meaning."""

from dataclasses import dataclass, field
from datetime import date

from workflow.answer_fields import INLINE
from workflow.answers.count import CalendarAnswer, calendar_answer
from workflow.answers.outlasts import OutlastsAnswer, outlasts_answer
from workflow.answers.record import BothTimes, both, drawn
from workflow.authority import Authority
from workflow.calendars.counting import DayCounted
from workflow.explanation import deadline_document
from workflow.explanation.deadline import Deadline
from workflow.explanation.renderers.sections import SectionSaid, sections
from workflow.model.call_in_period import OtherEnd, PeriodRule, Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnRuleAnswer:
    """What a deadline by a council's own rule has as well: both instants, and the rule."""

    council: str
    """The council, by its short name."""
    edition: str
    """The edition of the constitution that holds the rule."""
    request_deadline: BothTimes
    """The last instant for a request."""
    deadline_included: bool
    """Whether that instant itself is in time: true for "by 4 pm", false for "end of day", which is
    the midnight that follows."""
    effective_from: BothTimes
    """When the decision takes effect if it is not called in."""
    rule: PeriodRule
    """The rule it is counted by."""
    rule_assumed: bool
    """Whether the rule is only assumed to have been in force on the day."""
    other_readings: tuple[OtherEnd, ...]
    """How it ends by each other reading of the rule. The ends here are by the reading that gives
    the most time."""
    authority: Authority
    """The rule's source."""
    outlasts_council: OutlastsAnswer | None
    """If it would take effect after its council ends, when; null if not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineAnswer:
    """A deadline, counted on a calendar, with each day of the count."""

    from_: date
    """The day it is counted from."""
    days: int
    """How many days."""
    unit: Unit
    """`working`, `clear-working` or `calendar`."""
    start_counts: bool
    """Whether the day it is counted from is itself day 1."""
    back: bool
    """Whether it is counted backwards."""
    last_day: date
    """The last day counted. Of clear days it is the last one left clear."""
    day_before: date
    """The calendar day before it."""
    day_after: date
    """The calendar day after it."""
    provisional: bool
    """Whether it goes past the published bank holidays."""
    workings: tuple[DayCounted, ...]
    """Each calendar day, from the start to the last day, with its number or why it was passed
    over."""
    calendar: CalendarAnswer
    """The calendar it is counted on."""
    by_rule: OwnRuleAnswer | None = field(metadata=INLINE)
    """What a council's own rule gives besides."""


def deadline_answer(deadline: Deadline) -> DeadlineAnswer:
    """Give a deadline with its workings."""
    days = deadline.count
    return drawn(
        DeadlineAnswer,
        days,
        from_=days.start,
        back=days.backwards,
        workings=days.workings(),
        calendar=calendar_answer(deadline.calendar),
        by_rule=_by_rule(deadline),
    )


def _by_rule(deadline: Deadline) -> OwnRuleAnswer | None:
    period, rules = deadline.window, deadline.rules
    if period is None or rules is None:
        return None
    return drawn(
        OwnRuleAnswer,
        period,
        council=rules.council,
        request_deadline=both(period.request_deadline),
        effective_from=both(period.effective_from),
        other_readings=period.other_ends,
        outlasts_council=outlasts_answer(deadline.outlasts),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineExplained:
    """A deadline that is in no register, explained."""

    deadline: DeadlineAnswer = field(metadata=INLINE)
    """What `deadline` gives."""
    told: tuple[SectionSaid, ...]
    """The explanation in words, as in the text and the Markdown."""


def deadline_explained(found: Deadline) -> DeadlineExplained:
    """Give a deadline, with its explanation in words."""
    told = sections(deadline_document.document(found))
    return DeadlineExplained(deadline=deadline_answer(found), told=told)
