"""What a decision of another register comes to here: ended, open, or left for a person."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from workflow.calendars.days import Calendar
from workflow.clock import london_day, spoken, spoken_day, start_of_day
from workflow.constitution.constitution import Constitution, InForce
from workflow.constitution.council_ends import outlasts
from workflow.constitution.period import implemented_by_rule, window_for
from workflow.constitution.provisions.period import CALL_IN_PERIOD, SUBJECT_TO_CALL_IN
from workflow.constitution.provisions.provision import Provision
from workflow.errors import BeyondCalendar, NotOnFile
from workflow.importing.certainty import kind_of, reason_to_leave, says_implemented, says_open
from workflow.importing.irregular import (
    agreeing,
    another_end,
    days_of,
    irregular_of,
    latest_printed,
    printed_effect,
)
from workflow.importing.records import ListedDecision
from workflow.model.call_in_period import CallInPeriod, CountedFrom, PeriodRule
from workflow.model.kind import Kind


class ImportOutcome(StrEnum):
    """What it comes to."""

    ENDED = "ended"
    """It is in effect: its period is over, or it had none."""
    OPEN = "open"
    """It may still be called in, and the nightly close takes it on."""
    OWN = "on this register"
    """This very register exported it: it is compared with what is here, and never written."""
    NEEDS_PERSON = "left for a person"
    """It is not imported, and `why` says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportAssessment:
    """One decision of another register, assessed by a council's rules on one day."""

    listed: ListedDecision
    kind: Kind
    outcome: ImportOutcome
    why: str = ""
    window: CallInPeriod | None = None
    effective_at: datetime | None = None
    implemented: bool = False
    """Whether taking effect counts as implementation, by the council's rule."""
    irregular: tuple[str, ...] = ()
    """Where its printed dates are not those that the rule gives, and the like."""


def assess(
    listed: ListedDecision, constitution: Constitution, calendar: Calendar, now: datetime
) -> ImportAssessment:
    """Say what a listed decision comes to at an instant. Nothing that is not printed is guessed."""
    kind = kind_of(listed)
    rules = constitution.in_force_on(listed.published_on or listed.made_on or london_day(now))
    why = reason_to_leave(listed, rules, london_day(now))
    if why:
        return ImportAssessment(
            listed=listed, kind=kind, outcome=ImportOutcome.NEEDS_PERSON, why=why
        )
    window, no_window = _window(listed, rules, calendar)
    irregular = tuple(irregular_of(listed, window, constitution))
    implemented = implemented_by_rule(rules) is not None
    why = _why_not_now(listed, window, no_window, now)
    why = why or _past_its_end(listed, window, constitution, now)
    if no_window and not why and _may_still_run(listed, rules, calendar, now):
        why = f"{no_window}, and its period may still run"
    if why:
        return ImportAssessment(
            listed=listed,
            kind=kind,
            outcome=ImportOutcome.NEEDS_PERSON,
            why=why,
            irregular=irregular,
        )
    if window is not None and not window.has_run_out(now) and not _has_ended(listed):
        return ImportAssessment(
            listed=listed, kind=kind, outcome=ImportOutcome.OPEN, window=window, irregular=irregular
        )
    return ImportAssessment(
        listed=listed,
        kind=kind,
        outcome=ImportOutcome.ENDED,
        window=window,
        effective_at=_effect(listed, window),
        implemented=_implemented(listed, implemented),
        irregular=(*irregular, *((f"{no_window}; the printed day is taken",) if no_window else ())),
    )


def _why_not_now(
    listed: ListedDecision, window: CallInPeriod | None, no_window: str, now: datetime
) -> str:
    """Say why it cannot be told, at this instant, whether it has ended; empty where it can.

    A day of effect that is printed, still to come, and later than the rule gives is never passed
    over: no close may put into effect what was printed as open. Nor is an instant at which another
    register kept here would end it, and which is not the rule's.
    """
    printed, today = latest_printed(listed), london_day(now)
    if window is not None and printed is not None and printed > today:
        by_rule = max(days_of(window))
        if printed > by_rule:
            if printed != listed.effective_from and listed.last_day is not None:
                return (
                    f"{spoken_day(listed.last_day)} is printed as its last day for call-in, and "
                    f"the rule on file gives {spoken_day(window.last_day)}"
                )
            return (
                f"{spoken_day(printed)} is printed as its day of effect, and the rule on file "
                f"gives {spoken_day(by_rule)}"
            )
    if window is not None and not window.has_run_out(now) and not _has_ended(listed):
        differs = another_end(listed, window)
        if differs:
            return differs
        if says_implemented(listed):
            return "it is printed as implemented, and its period runs"
    if window is None and no_window and (printed is None or printed > today):
        return no_window
    if says_open(listed) and (window is None or window.has_run_out(now)):
        return "it is shown as still open to call-in, and that is over: read it again, up to date"
    if window is None and printed is not None and printed > today:
        return f"{spoken_day(printed)} is printed as its day of effect, and is still to come"
    return ""


def _past_its_end(
    listed: ListedDecision, window: CallInPeriod | None, constitution: Constitution, now: datetime
) -> str:
    """Say that its period ran out once its council had ended, so that nobody can tell whether it
    took effect; empty where that is not so, or a register kept here has it in effect."""
    if window is None or not window.has_run_out(now) or _has_ended(listed):
        return ""
    late = outlasts(constitution, window.effective_from)
    if late is None:
        return ""
    return f"its effect by the rule, {spoken(late.effect)}, does not come before {late.its_end}"


def _may_still_run(
    listed: ListedDecision, rules: InForce, calendar: Calendar, now: datetime
) -> bool:
    """Say whether even the period that would end first, were it published as it was made, is not
    over; where none can be counted at all, nothing says so."""
    if _has_ended(listed):
        return False
    published = listed.published_on or listed.made_on
    soonest = replace(listed, published_on=published, is_subject_to_call_in=True)
    earliest, _ = _window(soonest, rules, calendar)
    return earliest is not None and not earliest.has_run_out(now)


def _window(
    listed: ListedDecision, rules: InForce, calendar: Calendar
) -> tuple[CallInPeriod | None, str]:
    """Give its call-in period; or None, and why it cannot be counted where it should be."""
    kind = kind_of(listed)
    if listed.is_subject_to_call_in is False:
        return None, ""
    subject = rules[SUBJECT_TO_CALL_IN]
    if listed.is_subject_to_call_in is None:
        if subject is None or subject.value is None:
            return None, "whether it may be called in is not printed, and not on file"
        if kind in subject.value.not_subject:
            return None, ""
        if kind not in subject.value.subject:
            return None, "whether its kind may be called in is not printed, and not on file"
    made = listed.made_on
    assert made is not None, "it would have been left for a person"
    period = rules[CALL_IN_PERIOD]
    if listed.published_on is None and (period is None or _counts_from_publication(period)):
        return None, "no day of publication is printed"
    try:
        found = window_for(
            rules,
            calendar,
            made_on=made,
            published_at=start_of_day(listed.published_on or made),
        )
    except NotOnFile:
        return None, "the council's call-in period is not on file for that day"
    except BeyondCalendar:
        return None, "the calendar does not reach its days"
    return found, ""


def _counts_from_publication(period: Provision[PeriodRule]) -> bool:
    """Say whether the period is counted from publication, by any reading of the rule."""
    readings = (period.value, *period.other_rules)
    return any(each and each.counted_from is CountedFrom.PUBLICATION for each in readings)


def _implemented(listed: ListedDecision, by_rule: bool) -> bool:
    """Say whether it is implemented: as the register keeps it, or else by the council's rule."""
    if listed.instants is None or not _has_ended(listed):
        return by_rule
    return listed.instants.implemented_at is not None


def _has_ended(listed: ListedDecision) -> bool:
    """Say whether a register that keeps instants has it in effect already, however that came."""
    return listed.instants is not None and listed.instants.effective_at is not None


def _effect(listed: ListedDecision, window: CallInPeriod | None) -> datetime:
    """Give when it took effect: as counted, where that is the printed day; else as printed."""
    if listed.instants is not None and listed.instants.effective_at is not None:
        return listed.instants.effective_at
    printed = printed_effect(listed)
    if printed is not None:
        end = None if window is None else agreeing(printed, window)
        return start_of_day(printed) if end is None else end.effective_from
    if window is not None:
        return window.effective_from
    day = listed.published_on or listed.made_on
    assert day is not None
    return start_of_day(day)
