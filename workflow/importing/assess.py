"""Assessing a decision of another register: it has ended, is open, or needs a person."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from workflow.calendars.days import Calendar
from workflow.clock import london_day, spoken, spoken_day, start_of_day
from workflow.constitution.constitution import Constitution, InForce
from workflow.constitution.outlasts import outlasts
from workflow.constitution.period import implemented_by_rule, window_for
from workflow.constitution.provisions.period import CALL_IN_PERIOD, SUBJECT_TO_CALL_IN
from workflow.constitution.provisions.provision import Provision
from workflow.errors import BeyondCalendar, NotOnFile
from workflow.importing.assumptions import assumptions_of
from workflow.importing.certainty import Certain, certain_of, kind_of
from workflow.importing.irregular import PrintedDates, days_of
from workflow.importing.records import ListedDecision
from workflow.model.call_in_period import CallInPeriod, CountedFrom, PeriodRule
from workflow.model.kind import Kind


class ImportOutcome(StrEnum):
    """What becomes of a decision that is read from another register."""

    ENDED = "ended"
    """It is imported as in effect: its call-in period is over, or it had none."""
    OPEN = "open"
    """It is imported as open to call-in, and the nightly close will close it."""
    OWN = "on this register"
    """It was exported from this very register: it is compared with it, and never imported."""
    NEEDS_PERSON = "left for a person"
    """It is not imported, and `why` says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportAssessment:
    """One decision of another register, assessed by a council's rules on one day."""

    listed: ListedDecision
    """The decision as the other register has it."""
    kind: Kind
    """What kind of decision it is."""
    outcome: ImportOutcome = ImportOutcome.NEEDS_PERSON
    """What becomes of it."""
    why: str = ""
    """Why it needs a person; empty where it does not."""
    window: CallInPeriod | None = None
    """Its call-in period, as counted here; None where it has none, or none can be counted."""
    effective_at: datetime | None = None
    """When it took effect, in UTC; None where it has not."""
    implemented: bool = False
    """Whether taking effect counts as implementation, by the council's rule."""
    irregular: tuple[str, ...] = ()
    """Sentences on what is irregular, such as a printed date that is not the rule's."""
    assumed: tuple[str, ...] = ()
    """Sentences on what is assumed where it is not printed; empty where it is not imported."""


@dataclass(frozen=True, slots=True)
class _Counted:
    """A decision whose printed dates are all certain, with its period as counted here."""

    certain: Certain
    dates: PrintedDates
    period: CallInPeriod | None
    not_counted: str
    """Why there is no period where there should be one; empty where all is well."""
    now: datetime

    @property
    def is_over(self) -> bool:
        """Whether its period has run out."""
        return self.period is not None and self.period.has_run_out(self.now)

    @property
    def runs(self) -> bool:
        """Whether its period runs, and no register has it in effect already."""
        return self.period is not None and not self.is_over and not self.certain.in_effect_since


def assess(
    listed: ListedDecision, constitution: Constitution, calendar: Calendar, now: datetime
) -> ImportAssessment:
    """Assess a listed decision at an instant. What is not printed is never guessed."""
    today, kind = london_day(now), kind_of(listed)
    rules = constitution.in_force_on(listed.published_on or listed.made_on or today)
    certain = certain_of(listed, rules, today)
    if isinstance(certain, str):
        return ImportAssessment(listed=listed, kind=kind, why=certain)
    period, not_counted = _period(listed, kind, certain.made_on, rules, calendar)
    dates = PrintedDates(listed, period)
    counted = _Counted(certain, dates, period, not_counted, now)
    irregular = tuple(dates.irregular(constitution))
    why = _why_not_now(counted, today) or _past_its_end(counted, constitution)
    if not_counted and not why and _may_still_run(counted, kind, rules, calendar):
        why = f"{not_counted}, and its period may still run"
    if why:
        return ImportAssessment(listed=listed, kind=kind, why=why, irregular=irregular)
    if counted.runs:
        return ImportAssessment(
            listed=listed,
            kind=kind,
            outcome=ImportOutcome.OPEN,
            window=period,
            irregular=irregular,
            assumed=_assumed(counted),
        )
    if not_counted:
        irregular += (f"{not_counted}; the printed day is taken",)
    kept = listed.instants if certain.in_effect_since else None
    return ImportAssessment(
        listed=listed,
        kind=kind,
        outcome=ImportOutcome.ENDED,
        window=period,
        effective_at=certain.in_effect_since or _effect(counted),
        implemented=bool(kept.implemented_at if kept else implemented_by_rule(rules)),
        irregular=irregular,
        assumed=_assumed(counted),
    )


def _assumed(counted: _Counted) -> tuple[str, ...]:
    """Give what is assumed of a decision that is imported."""
    listed, period = counted.dates.listed, counted.period
    dated = period or counted.dates.effect or counted.certain.in_effect_since
    return tuple(
        assumptions_of(
            listed,
            may_be_called_in=None if counted.not_counted else period is not None,
            in_effect_from=None if dated else listed.published_on or counted.certain.made_on,
        )
    )


def _period(
    listed: ListedDecision, kind: Kind, made: date, rules: InForce, calendar: Calendar
) -> tuple[CallInPeriod | None, str]:
    """Give its call-in period; or None, and why it cannot be counted where it should be."""
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
    period = rules[CALL_IN_PERIOD]
    if listed.published_on is None and (period is None or _counts_from_publication(period)):
        return None, "no day of publication is printed"
    published = start_of_day(listed.published_on or made)
    try:
        return window_for(rules, calendar, made_on=made, published_at=published), ""
    except NotOnFile:
        return None, "the council's call-in period is not on file for that day"
    except BeyondCalendar:
        return None, "the calendar does not reach its days"


def _counts_from_publication(period: Provision[PeriodRule]) -> bool:
    """Say whether the period is counted from publication, by any reading of the rule."""
    readings = (period.value, *period.other_rules)
    return any(each and each.counted_from is CountedFrom.PUBLICATION for each in readings)


def _why_not_now(counted: _Counted, today: date) -> str:
    """Say why nobody can know, at this instant, whether it has ended; empty where that is known.

    A printed day of effect that is in the future and later than the rule gives is such a reason: no
    close may put into effect what was printed as open. So is an end by another register of this
    engine that is not the rule's.
    """
    listed, period, latest = counted.dates.listed, counted.period, counted.dates.latest
    to_come = latest is not None and latest > today
    if period is not None and latest is not None and to_come and latest > max(days_of(period)):
        if latest != listed.effective_from and listed.last_day is not None:
            return (
                f"{spoken_day(listed.last_day)} is printed as its last day for call-in, and "
                f"the rule on file gives {spoken_day(period.last_day)}"
            )
        return (
            f"{spoken_day(latest)} is printed as its day of effect, and the rule on file "
            f"gives {spoken_day(max(days_of(period)))}"
        )
    if counted.runs and counted.dates.another_end:
        return counted.dates.another_end
    if counted.runs and counted.certain.is_implemented:
        return "it is printed as implemented, and its period runs"
    if period is None and counted.not_counted and (latest is None or to_come):
        return counted.not_counted
    if counted.certain.is_open and (period is None or counted.is_over):
        return "it is shown as still open to call-in, and that is over: read it again, up to date"
    if period is None and latest is not None and to_come:
        return f"{spoken_day(latest)} is printed as its day of effect, and is still to come"
    return ""


def _past_its_end(counted: _Counted, constitution: Constitution) -> str:
    """Say that its period ran out after its council was abolished, so that nobody can know whether
    it took effect. Empty if not, or if another register of this engine has it in effect."""
    if counted.period is None or not counted.is_over or counted.certain.in_effect_since:
        return ""
    late = outlasts(constitution, counted.period.effective_from)
    if late is None:
        return ""
    return f"its effect by the rule, {spoken(late.effect)}, does not come before {late.its_end}"


def _may_still_run(counted: _Counted, kind: Kind, rules: InForce, calendar: Calendar) -> bool:
    """Say whether its period would still run even if it was published on the day it was made. False
    where no period can be counted."""
    if counted.certain.in_effect_since:
        return False
    listed, made = counted.dates.listed, counted.certain.made_on
    soonest = replace(listed, published_on=listed.published_on or made, is_subject_to_call_in=True)
    earliest, _ = _period(soonest, kind, made, rules, calendar)
    return earliest is not None and not earliest.has_run_out(counted.now)


def _effect(counted: _Counted) -> datetime:
    """Give when it took effect: as counted, where that is the printed day; else as printed."""
    printed, period, agreed = counted.dates.effect, counted.period, counted.dates.agreed
    if printed is not None:
        return start_of_day(printed) if agreed is None else agreed.effective_from
    if period is not None:
        return period.effective_from
    return start_of_day(counted.dates.listed.published_on or counted.certain.made_on)
