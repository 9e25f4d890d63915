"""Why each date of a decision is what it is: its call-in period, its time limits, and the notices
before it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import final

from workflow.calendars.counting import Count
from workflow.calendars.days import Calendar
from workflow.clock import london_day
from workflow.constitution.constitution import InForce
from workflow.constitution.outlasts import Outlasts, outlasting
from workflow.constitution.period import counted, counted_afresh, period_to_review
from workflow.constitution.provisions.notice import NoticeRule
from workflow.constitution.provisions.provision import Provision
from workflow.errors import BeyondCalendar, Refusal
from workflow.explanation import refusals
from workflow.explanation.recount import CountHistory, ThenAndNow
from workflow.explanation.timeline import TimelineEntry, lived
from workflow.model.call_in_period import CallInPeriod
from workflow.model.decision import Decision
from workflow.model.notice import Notice
from workflow.model.state import AWAITED, State
from workflow.model.time_limit import TimeLimit
from workflow.procedures.notices.notice_dates import first_day_to_decide, other_reading, rule_for
from workflow.procedures.publication.events import TookEffect
from workflow.procedures.shared.time_limits import days_of, limit_to_review, recounted
from workflow.procedures.shared.wrong_state import standing
from workflow.register.councils import ConstitutionsOnFile
from workflow.register.ports import UnitOfWork
from workflow.register.record import own_rules
from workflow.register.rules import RulesOf


@dataclass(frozen=True, slots=True)
class PeriodExplained:
    """Why a call-in period ends when it does: the rule, each day, and both instants."""

    window: CallInPeriod
    count: Count | None
    """The days, counted on the calendar as it is now; None where that calendar cannot."""
    recounted: CallInPeriod | None
    """The period by the calendar as it is now, if it differs from the one on record; else None."""
    effect: datetime | None
    """When it takes effect, or took effect, after any hold or call-in; None while that depends on
    what somebody does."""
    in_question: bool
    """Whether the recount gives more time, so that a person must keep or revise the deadline."""
    then: ThenAndNow


@dataclass(frozen=True, slots=True)
class LimitExplained:
    """Why a time limit ends when it does."""

    limit: TimeLimit
    count: Count | None
    """The days, counted on the calendar as it is now; None where none can be counted."""
    recounted: TimeLimit | None
    """The time limit by the calendar as it is now, if it differs from the one on record; else
    None."""
    in_question: bool
    """Whether the recount gives more time, so that a person must keep or revise it."""
    then: ThenAndNow


@dataclass(frozen=True, slots=True)
class NoticeExplained:
    """From when a decision may be made by a notice, its clear days read both ways."""

    notice: Notice
    provision: Provision[NoticeRule]
    count: Count
    """The days by the rule on file."""
    first_day: date
    """The first day on which to decide, by the rule on file."""
    other: NoticeRule
    other_first_day: date
    """The same by the other reading of clear days."""
    calendar: Calendar
    """The calendar as it is now, on which they are counted."""


@dataclass(frozen=True, slots=True)
class FormerPeriod:
    """A call-in period that was on record and no longer is, and the entry that took it away."""

    period: PeriodExplained
    ended: TimelineEntry


@final
@dataclass(frozen=True, slots=True)
class Explanation:
    """Every date of a decision that is counted, with how it was counted."""

    decision: Decision
    period: PeriodExplained | None
    """Its call-in period; None where it has none."""
    time_limits: tuple[LimitExplained, ...]
    """The time limits that run since it was called in."""
    notices: tuple[NoticeExplained, ...]
    """The notices before it, each with the first day on which the decision may be made."""
    own_rules: tuple[str, ...] = ()
    """The user's own constitution files that steps on it were judged by, or would be now."""
    outlasts: Outlasts | None = None
    """A warning that time alone would bring it into effect after its council is abolished, or
    None."""
    former: FormerPeriod | None = None
    """The last period it had, where it has none now and has not taken effect."""

    @property
    def in_question(self) -> bool:
        """Say whether a person must keep or revise a date, because the calendar has changed or the
        council is abolished before it."""
        period = self.period is not None and self.period.in_question
        late = self.outlasts is not None and not self.outlasts.kept
        return period or late or any(each.in_question for each in self.time_limits)


def explain(work: UnitOfWork, councils: ConstitutionsOnFile, ref: str) -> Explanation | Refusal:
    """Explain each date of a decision, day by day; or say why it has none. Raises NotFound."""
    decision = work.decisions.get(ref).decision
    rules = RulesOf(councils.named(decision.council), work)
    past = CountHistory(rules, work.days.of(decision.council), lived(work, ref))
    proceedings = decision.proceedings
    explanation = Explanation(
        decision=decision,
        period=_period(decision, rules, past),
        time_limits=tuple(
            _time_limit(decision, limit, rules, past)
            for limit in (proceedings.limit, proceedings.direction)
            if limit is not None
        ),
        notices=tuple(_notices(decision, rules)),
        own_rules=own_rules(work, ref, councils.own_file(decision.council)),
        outlasts=outlasting(decision, rules),
        former=_former(decision, rules, past),
    )
    dated = explanation.period or explanation.time_limits or explanation.notices
    if not (dated or explanation.former):
        return nothing_to_explain(decision, past.life)
    return explanation


def _period(decision: Decision, rules: RulesOf, past: CountHistory) -> PeriodExplained | None:
    window = decision.window
    if window is None:
        return None
    effect, then = decision.effective_at or decision.due_effect, past.of_period(window)
    calendar = rules.calendar(window.effective_from)
    try:
        again = counted_afresh(window, calendar)
        days = counted(window.rule, window.counted_from, calendar)
    except BeyondCalendar:
        return PeriodExplained(window, None, None, effect, False, then)
    differs = again.last_day != window.last_day or again.effective_from != window.effective_from
    asked_about = decision.state is State.CALL_IN_OPEN or decision.state in AWAITED
    later = period_to_review(window, calendar, decision.proceedings.kept) is not None
    in_question = asked_about and later
    return PeriodExplained(window, days, again if differs else None, effect, in_question, then)


def _former(decision: Decision, rules: RulesOf, past: CountHistory) -> FormerPeriod | None:
    """Give the last period of a decision that lost it, as when its publication was void."""
    if decision.window is not None or decision.effective_at is not None:
        return None
    for place in range(len(past.life) - 2, -1, -1):
        then = past.life[place].decision
        if then.window is not None:
            before = CountHistory(rules, past.rows, past.life[: place + 1])
            period = _period(then, rules, before)
            assert period is not None
            as_it_was = replace(period, effect=None, in_question=False)
            return FormerPeriod(as_it_was, past.life[place + 1])
    return None


def _time_limit(
    decision: Decision, limit: TimeLimit, rules: RulesOf, past: CountHistory
) -> LimitExplained:
    calendar, then = rules.calendar(limit.ends_at), past.of_limit(limit)
    if limit.adjourned:
        return LimitExplained(limit, None, None, False, then)
    try:
        again, days = recounted(limit, calendar), days_of(limit, calendar)
        later = limit_to_review(decision.proceedings, rules.calendar)
    except BeyondCalendar:
        return LimitExplained(limit, None, None, False, then)
    differs = again.ends_at != limit.ends_at
    in_question = decision.state in AWAITED and later is not None and later[0] is limit
    return LimitExplained(limit, days, again if differs else None, in_question, then)


def _notices(decision: Decision, rules: RulesOf) -> Iterator[NoticeExplained]:
    if not decision.proceedings.notices:
        return
    in_force = _judged_by(decision, rules)
    calendar = rules.calendar()
    for notice in decision.proceedings.notices:
        provision = rule_for(in_force, notice.kind)
        if provision is not None and provision.value is not None:
            try:
                yield _noticed(notice, provision, provision.value, calendar)
            except BeyondCalendar:
                continue


def _noticed(
    notice: Notice, provision: Provision[NoticeRule], rule: NoticeRule, calendar: Calendar
) -> NoticeExplained:
    day, other = london_day(notice.published_at), other_reading(rule)
    ours = first_day_to_decide(rule, day, calendar)
    theirs = first_day_to_decide(other, day, calendar)
    return NoticeExplained(notice, provision, ours.count, ours.day, other, theirs.day, calendar)


def _judged_by(decision: Decision, rules: RulesOf) -> InForce:
    return rules.in_force_on(london_day(decision.signed_at or decision.last_at))


def nothing_to_explain(decision: Decision, life: Sequence[TimelineEntry]) -> Refusal:
    """Say why a decision has no date to explain."""
    took = took_effect_at_once(decision, life)
    if took is None:
        return standing(decision, decision.last_at)
    return refusals.NO_CALL_IN_PERIOD(
        took.authority, ref=decision.ref, at=took.at, why=took.because
    )


def took_effect_at_once(decision: Decision, life: Sequence[TimelineEntry]) -> TookEffect | None:
    """Give the event by which a decision took effect without a call-in period; None if it did
    not."""
    if decision.effective_at is None or decision.window is not None:
        return None
    found = [each.event for each in life if isinstance(each.event, TookEffect)]
    return found[-1] if found else None
