"""A council's rule for its call-in period, and the call-in period of one decision."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum
from typing import Annotated

from workflow.answer_fields import NOT_GIVEN, LawfulInstant, given_as
from workflow.authority import Authority
from workflow.files.declared import Problems, SelfChecking
from workflow.files.takes import hour, whole
from workflow.model.json_data import OMITTED_IF_UNSET


class Unit(StrEnum):
    """Which days a count takes in."""

    WORKING = "working"
    """Weekdays that are not bank holidays or days the council is closed."""
    CLEAR_WORKING = "clear-working"
    """Working days left wholly clear between two events: neither end is counted."""
    CALENDAR = "calendar"
    """Every day."""


class CountedFrom(StrEnum):
    """The event whose day a call-in period is counted from."""

    PUBLICATION = "publication"
    DECISION = "decision"


class TakesEffect(StrEnum):
    """When a decision takes effect, once its call-in period has run out unused."""

    AT_THE_END = "at the end of the period"
    """At the last instant for a request."""
    NEXT_DAY = "next day"
    """At the start of the next calendar day."""
    NEXT_WORKING_DAY = "next working day"
    """At the start of the next working day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodRule(SelfChecking):
    """One council's rule for its call-in period, as its constitution gives it. In `request_by`,
    None stands for the end of the day."""

    days: Annotated[int, whole(1, 366)]
    """How many days."""
    unit: Unit
    """What a day is."""
    counted_from: CountedFrom
    """The event from whose day they are counted."""
    start_day_counts: bool
    """Whether that day is itself day 1. With clear days it never is."""
    request_by: Annotated[time | None, hour()]
    """The London time on the last day by which a request must be received, as `17:00:00`, that
    instant included; or `"end of day"`."""
    takes_effect: TakesEffect
    """When the decision takes effect, if it is not called in."""

    def problems(self) -> Problems:
        return clear_days(self.unit, self.start_day_counts)


def clear_days(unit: Unit, start_day_counts: bool) -> Problems:
    """Give the problem with a count of clear days that takes in the day of the event."""
    if unit is Unit.CLEAR_WORKING and start_day_counts:
        yield (
            "start-day-counts",
            "Of clear days neither end is counted.",
            'Give false, or count in "working" days.',
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherEnd:
    """How a call-in period ends by another reading of the council's rule. That is no later than the
    end on record, which is by the reading that gives the most time."""

    rule: PeriodRule
    """The rule by that reading."""
    counted_from: date
    """The day of the event that the count starts from."""
    last_day: date
    """The last day on which a request may be made."""
    request_deadline: LawfulInstant
    """The last instant for a request."""
    deadline_included: bool
    """Whether that instant itself is in time."""
    effective_from: LawfulInstant
    """When the decision takes effect if it is not called in."""

    def in_time(self, instant: datetime) -> bool:
        """Say whether a request received at this instant is in time by this reading."""
        if self.deadline_included:
            return instant <= self.request_deadline
        return instant < self.request_deadline


@dataclass(frozen=True, slots=True, kw_only=True)
class CallInPeriod:
    """The call-in period of one decision: its rule, its days, the last instant for a request, and
    when the decision takes effect.

    If the council's rule can be read in more than one way, the days are by the reading that ends
    last, and the effect is the latest by any of them.
    """

    rule: PeriodRule
    """The rule it is counted by."""
    rule_assumed: bool = field(default=False, metadata=OMITTED_IF_UNSET)
    """Whether the rule is only assumed to have been in force on the day."""
    other_ends: tuple[OtherEnd, ...] = field(
        default=(), metadata=OMITTED_IF_UNSET | given_as("other_readings")
    )
    """How it ends by each other reading of the rule. The ends here are by the reading that gives
    the most time."""
    authority: Authority
    """Where the rule stands."""
    edition: str
    """The edition of the constitution that holds it."""
    counted_from: date
    """The day of the event that the count starts from, in London."""
    last_day: date
    """The last day on which a request may be made, in London."""
    request_deadline: LawfulInstant
    """The last instant for a request."""
    deadline_included: bool
    """Whether that instant itself is in time: true for "by 4 pm", false for "end of day", which is
    the midnight that follows."""
    effective_from: LawfulInstant
    """When the decision takes effect if it is not called in."""
    calendar_hash: str
    """The fingerprint of the calendar that the days were counted on."""
    implemented_by_rule: Authority | None = field(default=None, metadata=NOT_GIVEN)
    """The rule, as it was on publication, by which taking effect counts as implementation; None
    where implementation is recorded as a step of its own."""

    @property
    def sooner(self) -> tuple[OtherEnd, ...]:
        """Give the other readings by which the time for a request ends, or effect begins,
        earlier."""
        ends = self.request_deadline, self.deadline_included, self.effective_from
        return tuple(
            each
            for each in self.other_ends
            if (each.request_deadline, each.deadline_included, each.effective_from) != ends
        )

    def is_between(self, instant: datetime) -> bool:
        """Say whether a request received at this instant is in time by one reading of the rule and
        late by another."""
        return self.in_time(instant) and not all(each.in_time(instant) for each in self.other_ends)

    def in_time(self, instant: datetime) -> bool:
        """Say whether a request received at this instant is in time."""
        if self.deadline_included:
            return instant <= self.request_deadline
        return instant < self.request_deadline

    def has_run_out(self, instant: datetime) -> bool:
        """Say whether, at this instant, no request can be in time and effect has begun."""
        return instant >= self.effective_from and not self.in_time(instant)
