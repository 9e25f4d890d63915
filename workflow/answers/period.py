"""A call-in period, as every face gives it, with each other reading of the rule it is by."""

from dataclasses import dataclass
from datetime import date

from workflow.answers.record import BothTimes, both
from workflow.authority import Authority
from workflow.model.call_in_period import CallInPeriod, PeriodRule


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherEndAnswer:
    """How a call-in period ends by another reading of the council's rule, no later than the one on
    record."""

    rule: PeriodRule
    """The rule, read so."""
    counted_from: date
    """The day of the event that the count starts from."""
    last_day: date
    """The last day on which a request may be made."""
    request_deadline: BothTimes
    """The last instant for a request."""
    deadline_included: bool
    """Whether that instant itself is in time."""
    effective_from: BothTimes
    """When the decision takes effect if it is not called in."""


def other_readings(period: CallInPeriod) -> tuple[OtherEndAnswer, ...]:
    """Give how a period ends by each other reading of the council's rule."""
    return tuple(
        OtherEndAnswer(
            rule=each.rule,
            counted_from=each.counted_from,
            last_day=each.last_day,
            request_deadline=both(each.request_deadline),
            deadline_included=each.deadline_included,
            effective_from=both(each.effective_from),
        )
        for each in period.other_ends
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodAnswer:
    """A call-in period: the rule, and the dates it gives."""

    rule: PeriodRule
    """The rule it is counted by."""
    rule_assumed: bool
    """Whether the rule is not known to have held on the day, and is assumed to."""
    other_readings: tuple[OtherEndAnswer, ...]
    """How it ends by each other reading of the rule. The ends here are by the reading that gives
    the most time."""
    authority: Authority
    """Where the rule stands."""
    edition: str
    """The edition of the constitution that holds it."""
    counted_from: date
    """The day of the event that the count starts from."""
    last_day: date
    """The last day on which a request may be made."""
    request_deadline: BothTimes
    """The last instant for a request."""
    deadline_included: bool
    """Whether that instant itself is in time: true for "by 4 pm", false for "end of day", which is
    the midnight that follows."""
    effective_from: BothTimes
    """When the decision takes effect if it is not called in."""
    calendar_hash: str
    """Which calendar the days were counted on."""


def period_answer(period: CallInPeriod) -> PeriodAnswer:
    """Give a call-in period."""
    return PeriodAnswer(
        rule=period.rule,
        rule_assumed=period.rule_assumed,
        other_readings=other_readings(period),
        authority=period.authority,
        edition=period.edition,
        counted_from=period.counted_from,
        last_day=period.last_day,
        request_deadline=both(period.request_deadline),
        deadline_included=period.deadline_included,
        effective_from=both(period.effective_from),
        calendar_hash=period.calendar_hash,
    )
