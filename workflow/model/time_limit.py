"""The time limits that run once a decision is called in: by when a body must act, and what follows
when it does not."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum
from typing import Annotated

from workflow.answer_fields import NOT_GIVEN, LawfulInstant
from workflow.authority import Authority
from workflow.files.declared import Problems, SelfChecking
from workflow.files.takes import hour, whole
from workflow.model.call_in_period import Unit, clear_days
from workflow.model.json_data import OMITTED_IF_UNSET


class Awaited(StrEnum):
    """Who is to act before the limit."""

    SCRUTINY = "scrutiny"
    RECONSIDERATION = "reconsideration"
    COUNCIL = "council"
    DIRECTION = "direction"
    """A direction that the decision not be implemented, which ends of itself."""


class StartsFrom(StrEnum):
    """The event whose day a limit is counted from."""

    RECEIPT = "receipt of the request"
    ACCEPTANCE = "acceptance of the request"
    REFERRAL = "the referral"
    RECEIPT_OF_REFERRAL = "receipt of the referral"
    ISSUE = "issue of the direction"


class Default(StrEnum):
    """What follows when nobody acts by the limit."""

    AT_THE_END = "takes effect at the end"
    """The decision takes effect when the time has run out."""
    AT_THE_MEETING = "takes effect at the meeting or the end, whichever is earlier"
    """The same; but a meeting that refers it nowhere brings it into effect at once."""
    HELD = "held until resolved"
    """Nothing: it stays where it is until somebody acts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitRule(SelfChecking):
    """One council's rule for a time limit, as its constitution gives it. In `by`, None stands for
    the end of the day."""

    days: Annotated[int, whole(1, 366)]
    """How many days."""
    unit: Unit
    """What a day is."""
    counted_from: StartsFrom
    """The event from whose day they are counted. (`issue of the direction` is the engine's own, for
    a direction.)"""
    start_day_counts: bool
    """Whether that day is itself day 1. With clear days it never is."""
    by: Annotated[time | None, hour()]
    """The London time on the last day, that instant included; or `"end of day"`."""
    default: Default
    """What happens if the body has not acted by then."""

    def problems(self) -> Problems:
        return clear_days(self.unit, self.start_day_counts)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeLimit:
    """A time limit that runs on a decision: its rule, its days, and the instant it ends at."""

    awaits: Awaited
    """Who is awaited: `scrutiny`, `reconsideration`, `council`; or a `direction`."""
    rule: LimitRule
    """The rule by which it runs."""
    authority: Authority
    """Where that rule stands."""
    counted_from: date
    """The day of the event that the count starts from, in London."""
    last_day: date
    """The last day on which the body may still act, in London."""
    ends_at: LawfulInstant
    """The last instant."""
    end_included: bool
    """Whether that instant itself is in time: true for "by 4 pm", false for the end of a day."""
    adjourned: bool = False
    """Whether the end was put off, with consent, to a day that was agreed and not counted."""
    calendar_hash: str
    """The fingerprint of the calendar that the days were counted on."""
    kept: datetime | None = field(default=None, metadata=NOT_GIVEN)
    """The end as counted again, at the time a person kept the recorded one; None where nobody
    has."""
    past_end: datetime | None = field(default=None, metadata=OMITTED_IF_UNSET | NOT_GIVEN)
    """When its end brings effect, where a person kept that date although the council is abolished
    before it."""
    outrun: bool = field(default=False, metadata=NOT_GIVEN)
    """Whether it had run out before a request was ruled valid: then it brings nothing about."""

    def has_run_out(self, instant: datetime) -> bool:
        """Say whether, at this instant, it is too late to act."""
        return instant > self.ends_at if self.end_included else instant >= self.ends_at

    @property
    def brings_effect(self) -> bool:
        """Say whether the decision takes effect of itself when the limit has run out."""
        return self.rule.default is not Default.HELD and not self.outrun
