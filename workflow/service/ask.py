"""Questions that change nothing: what next and why not, why this date, may it be implemented."""

from dataclasses import dataclass
from datetime import datetime

from workflow.calendars.counting import Count
from workflow.clock import spoken
from workflow.errors import BeyondCalendar, Refusal
from workflow.lifecycle.attempt import judge, settle
from workflow.lifecycle.step import Step
from workflow.lifecycle.table import BY_VERB, OFFERED
from workflow.model.decision import Decision
from workflow.model.events import TookEffect
from workflow.model.people import SYSTEM, Actor, Role
from workflow.model.period import Window
from workflow.model.state import State
from workflow.policy.case import Case
from workflow.policy.constitution import Constitution
from workflow.policy.guards import effect, every_step
from workflow.policy.guards.period import days_still_agree
from workflow.policy.standing import standing
from workflow.policy.window import counted, counted_afresh, is_later, recount
from workflow.service.audit import as_it_was, history
from workflow.service.ports import Sought, Work
from workflow.service.rules import Councils, RulesOf


@dataclass(frozen=True, slots=True)
class NextStep:
    """A step, and every reason why it cannot be taken now; none means that it can."""

    step: Step
    refusals: tuple[Refusal, ...]

    @property
    def open(self) -> bool:
        """Say whether it can be taken."""
        return not self.refusals


@dataclass(frozen=True, slots=True)
class Permission:
    """Whether a decision may be implemented at an instant. It is falsy when it may not."""

    ref: str
    at: datetime
    since: datetime | None
    """The instant from which it may be, where it may."""
    refusals: tuple[Refusal, ...]
    foreseen: bool = False
    """Whether the instant has not come yet, so that something may still stop it."""

    def __bool__(self) -> bool:
        return not self.refusals


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a call-in period ends when it does: the rule, each day, and both instants."""

    decision: Decision
    window: Window
    count: Count | None
    """The days, counted on the calendar as it is now; None where that calendar cannot."""
    recounted: Window | None
    """The period as the calendar now has it, where that is another than the one on record."""
    effect: datetime
    """When it takes effect, or took effect: after a hold or a call-in that is later."""
    in_question: bool
    """Whether that gives more time, so that a person must keep or revise the deadline."""


def case_for(
    work: Work, councils: Councils, decision: Decision, actor: Actor, now: datetime
) -> Case:
    """Give the case of a decision about which something is only asked."""
    return Case(
        decision=decision,
        text=work.statement(decision),
        details=None,
        actor=actor,
        at=now,
        now=now,
        rules=RulesOf(councils.named(decision.council), work),
    )


ANYONE = Actor(person="anyone", roles=frozenset(Role), established="asked in general")
"""Whoever may take each step: for asking what can be done, not who may do it."""


def next_steps(
    work: Work, councils: Councils, decision: Decision, by: Actor | None, now: datetime
) -> tuple[NextStep, ...]:
    """Give every step but the first draft, with why it cannot be taken now if it cannot."""
    case = case_for(work, councils, decision, by or ANYONE, now)
    _, stuck = settle(case)
    settled = case.decision
    found = []
    for step in OFFERED:
        if step.source:
            case.decision = settled if step.settles else decision
            found.append(NextStep(step, judge(step, case, stuck if step.settles else ())))
    return tuple(found)


def may_implement(
    work: Work, councils: Councils, ref: str, at: datetime, now: datetime
) -> Permission:
    """Say whether a decision may be implemented at an instant, by what is true and not only by
    what the close has recorded: a close that is late changes nothing."""
    decision = work.look(ref).decision
    if at < min(now, decision.last_at):
        decision = as_it_was(work, ref, at)
    case = case_for(work, councils, decision, SYSTEM, now)
    case.at = at
    asked = (every_step.not_held(case), effect.not_disputed(case))
    found = [refusal for refusal in asked if refusal is not None]
    window, since = decision.window, decision.effective_at
    if decision.state is State.CALL_IN_OPEN and window is not None and window.has_run_out(at):
        later = days_still_agree(case)
        found += [later] if later is not None else []
        since = decision.due_effect
    elif decision.state in (State.EFFECTIVE, State.IMPLEMENTED):
        early = effect.has_taken_effect(case)
        found += [early] if early is not None else []
    else:
        found.append(standing(decision, at, BY_VERB["implement"].under))
    foreseen = at > now and decision.state is State.CALL_IN_OPEN
    return Permission(ref, at, None if found else since, tuple(found), foreseen=foreseen)


def explain(work: Work, councils: Councils, ref: str) -> Explanation | Refusal:
    """Explain a decision's deadline day by day; or say why it has none."""
    decision = work.look(ref).decision
    window = decision.window
    if window is None:
        return _no_window(work, decision)
    effect = decision.effective_at or decision.due_effect or window.effective_from
    calendar = RulesOf(councils.named(decision.council), work).calendar(window.effective_from)
    try:
        again = counted_afresh(window, calendar)
        days = counted(window.rule, window.counted_from, calendar)
    except BeyondCalendar:
        return Explanation(decision, window, None, None, effect, False)
    differs = again.last_day != window.last_day or again.effective_from != window.effective_from
    asked_about = decision.state is State.CALL_IN_OPEN
    questioned = asked_about and is_later(recount(window, calendar), window)
    return Explanation(decision, window, days, again if differs else None, effect, questioned)


def in_question(work: Work, constitution: Constitution) -> list[str]:
    """Give the decisions of a council whose open deadline would now be later, by reference."""
    sought = Sought(council=constitution.council, state=State.CALL_IN_OPEN, limit=1_000_000)
    rules = RulesOf(constitution, work)
    found = []
    for decision in work.find(sought):
        assert decision.window is not None
        try:
            calendar = rules.calendar(decision.window.effective_from)
            if is_later(recount(decision.window, calendar), decision.window):
                found.append(decision.ref)
        except BeyondCalendar:
            found.append(decision.ref)
    return found


def _no_window(work: Work, decision: Decision) -> Refusal:
    if decision.effective_at is None:
        return standing(decision, decision.last_at)
    took = next(
        read.event for read in history(work, decision.ref) if isinstance(read.event, TookEffect)
    )
    return Refusal(
        code="no-call-in-period",
        because=f"{decision.ref} took effect at once, at {spoken(took.at)}. {took.because}",
        authority=took.authority,
        remedy=f"See it on the record: decisions history {decision.ref}",
    )
