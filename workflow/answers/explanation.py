"""Why the dates of a decision are what they are, as every face gives it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from workflow.answer_fields import INLINE
from workflow.answers.count import days_of
from workflow.answers.outlasts import OutlastsAnswer, outlasts_answer
from workflow.answers.record import BothTimes, both, both_if_set
from workflow.authority import Authority
from workflow.calendars.counting import DayCounted
from workflow.calendars.days import Calendar
from workflow.calendars.nations import Nation
from workflow.constitution.provisions.notice import ClearUnit, NoticeRule
from workflow.explanation import decision_document
from workflow.explanation.explain import (
    Explanation,
    LimitExplained,
    NoticeExplained,
    PeriodExplained,
)
from workflow.explanation.past_calendar import CalendarThen, DayDiffers
from workflow.explanation.recount import ThenAndNow
from workflow.explanation.renderers.sections import SectionSaid, sections
from workflow.explanation.wording import calendar_name
from workflow.model.call_in_period import CallInPeriod
from workflow.model.notice import NoticeKind
from workflow.model.time_limit import TimeLimit

T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarThenAnswer:
    """The calendar on which a date was counted. Where it cannot be made again from the days now on
    file, all of it but the `hash` is null."""

    name: str | None
    """What it is, in words."""
    nation: Nation | None
    """The nation whose bank holidays it has."""
    hash: str
    """The hash on record of the calendar on which the date was first counted."""
    complete_through: date | None
    """The last day for which it had published bank holidays."""
    made_again: bool
    """Whether it can be made again."""


def _calendar_then(then: CalendarThen) -> CalendarThenAnswer:
    calendar = then.calendar
    return CalendarThenAnswer(
        name=None if calendar is None else calendar_name(calendar),
        nation=None if calendar is None else calendar.nation,
        hash=then.hash,
        complete_through=then.through,
        made_again=calendar is not None,
    )


def _calendar_now(calendar: Calendar) -> CalendarThenAnswer:
    return CalendarThenAnswer(
        name=calendar_name(calendar),
        nation=calendar.nation,
        hash=calendar.hash,
        complete_through=calendar.complete_through,
        made_again=True,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedTodayAnswer:
    """What the same rule would give on all that is known today. It moves nothing."""

    ends: str
    """The end, in words."""
    effect: BothTimes
    """When it would take effect, or the time would run out."""
    days: tuple[DayDiffers, ...]
    """The days that count differently."""


def _today(then_and_now: ThenAndNow) -> CountedTodayAnswer | None:
    if then_and_now.today is None:
        return None
    return CountedTodayAnswer(
        ends=then_and_now.today_words,
        effect=both(then_and_now.today),
        days=then_and_now.differs,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class CallInExplained:
    """A call-in period as it is on record, with how it was counted."""

    period: CallInPeriod = field(metadata=INLINE)
    """The period on record."""
    effect: BothTimes | None
    """When it takes effect, or took it: later than `effective_from` after a hold or a call-in; null
    where that waits on what somebody does."""
    in_question: bool
    """Whether the present calendar gives more time, so that a person must decide."""
    workings: tuple[DayCounted, ...]
    """Each day, counted on the present calendar."""
    recounted: CallInPeriod | None
    """The period that this gives, if it differs."""
    calendar: CalendarThenAnswer
    """The calendar on which it was counted."""
    workings_then: tuple[DayCounted, ...] | None
    """Each day on that calendar; null if it cannot be made again."""
    today: CountedTodayAnswer | None
    """What the same rule would give on all that is known today, where that is another."""


def _call_in(explained: PeriodExplained) -> CallInExplained:
    return CallInExplained(
        period=explained.window,
        effect=both_if_set(explained.effect),
        in_question=explained.in_question,
        workings=days_of(explained.count),
        recounted=explained.recounted,
        calendar=_calendar_then(explained.then.calendar),
        workings_then=_given(days_of, explained.then.count),
        today=_today(explained.then),
    )


def _given(made: Callable[[T], R], value: T | None) -> R | None:
    return None if value is None else made(value)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeLimitExplained:
    """A time limit as it is on record, with how it was counted."""

    limit: TimeLimit = field(metadata=INLINE)
    """The time limit on record."""
    in_question: bool
    """Whether the present calendar gives more time, so that a person must decide."""
    workings: tuple[DayCounted, ...]
    """Each day, counted on the present calendar."""
    recounted: TimeLimit | None
    """The time limit that this gives, if it differs."""
    calendar: CalendarThenAnswer
    """The calendar on which it was counted."""
    workings_then: tuple[DayCounted, ...] | None
    """Each day on that calendar; null if it cannot be made again."""
    today: CountedTodayAnswer | None
    """What the same rule would give on all that is known today, where that is another."""


def _time_limit(explained: LimitExplained) -> TimeLimitExplained:
    return TimeLimitExplained(
        limit=explained.limit,
        in_question=explained.in_question,
        workings=days_of(explained.count),
        recounted=explained.recounted,
        calendar=_calendar_then(explained.then.calendar),
        workings_then=_given(days_of, explained.then.count),
        today=_today(explained.then),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeCounted:
    """From when a decision may be made by a notice."""

    kind: NoticeKind
    """What the notice is for."""
    published_at: BothTimes
    """When it was published."""
    rule: NoticeRule | None
    """The rule for it."""
    authority: Authority
    """The rule's source."""
    first_day: date
    """The first day on which the decision may be made."""
    other_unit: ClearUnit
    """The clear days read the other way."""
    other_first_day: date
    """The first day, read so."""
    workings: tuple[DayCounted, ...]
    """Each day of the count."""
    calendar: CalendarThenAnswer
    """The present calendar, on which they are counted."""


def _notice(explained: NoticeExplained) -> NoticeCounted:
    return NoticeCounted(
        kind=explained.notice.kind,
        published_at=both(explained.notice.published_at),
        rule=explained.provision.value,
        authority=explained.provision.authority,
        first_day=explained.first_day,
        other_unit=explained.other.unit,
        other_first_day=explained.other_first_day,
        workings=days_of(explained.count),
        calendar=_calendar_now(explained.calendar),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplanationAnswer:
    """Every date of a decision that is counted, with how. The dates are those on record."""

    ref: str
    """The decision."""
    held: bool
    """Whether it is held: then nothing moves it forward."""
    in_question: bool
    """Whether a person must keep or revise a date: the calendar has changed, or the council ends
    before it."""
    outlasts_council: OutlastsAnswer | None
    """If it would take effect by time after its council ends, when; null if not."""
    call_in: CallInExplained | None
    """Its call-in period; null if it has none, or none yet."""
    time_limits: tuple[TimeLimitExplained, ...]
    """Each time limit that runs since it was called in."""
    notices: tuple[NoticeCounted, ...]
    """Each notice before the decision."""
    told: tuple[SectionSaid, ...]
    """The explanation in words, as in the text and the Markdown."""


def explanation_answer(explanation: Explanation) -> ExplanationAnswer:
    """Give every date of a decision, with how it is counted."""
    return ExplanationAnswer(
        ref=explanation.decision.ref,
        held=explanation.decision.is_held,
        in_question=explanation.in_question,
        outlasts_council=outlasts_answer(explanation.outlasts),
        call_in=_given(_call_in, explanation.period),
        time_limits=tuple(_time_limit(each) for each in explanation.time_limits),
        notices=tuple(_notice(each) for each in explanation.notices),
        told=sections(decision_document.document(explanation)),
    )
