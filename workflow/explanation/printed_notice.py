"""The words about call-in for a printed notice, by the council's own rule."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import final

from workflow.authority import Authority
from workflow.clock import london_day
from workflow.constitution.constitution import InForce
from workflow.constitution.outlasts import Outlasts, outlasting
from workflow.constitution.period import period_to_review
from workflow.constitution.provisions.period import KINDS
from workflow.constitution.provisions.request import CALL_IN_REQUEST, ways
from workflow.constitution.wording.readings import NOT_KNOWN, other_readings
from workflow.errors import BeyondCalendar, Refusal
from workflow.explanation import refusals
from workflow.explanation.explain import took_effect_at_once
from workflow.explanation.timeline import TimelineEntry, lived
from workflow.model.call_in_period import CallInPeriod, CountedFrom, PeriodRule, Unit
from workflow.model.decision import Decision
from workflow.model.refusal import saying
from workflow.model.state import AWAITED, GIVEN_UP, IN_EFFECT, State
from workflow.procedures.publication.events import TookEffect
from workflow.procedures.shared.wrong_state import standing
from workflow.register.councils import ConstitutionsOnFile
from workflow.register.ports import UnitOfWork
from workflow.register.rules import RulesOf
from workflow.wording import long_dates

_UNITS = {
    Unit.WORKING: "working day",
    Unit.CLEAR_WORKING: "clear working day",
    Unit.CALENDAR: "day",
}
_EVENTS = {CountedFrom.PUBLICATION: "it was published", CountedFrom.DECISION: "it was made"}
_BEFORE = {
    State.CALLED_IN: "is before scrutiny",
    State.REFERRED_BACK: "has been referred back to those who made it",
    State.REFERRED_TO_COUNCIL: "has been referred to full council",
}


@final
@dataclass(frozen=True, slots=True)
class PrintedNotice:
    """What to print on a notice, and what whoever prints it should know."""

    paragraphs: tuple[str, ...]
    """The text to print, paragraph by paragraph."""
    beside: tuple[str, ...]
    """Warnings that are not for the notice: that a reading is unsure, or a date in question."""


def printed(
    work: UnitOfWork, councils: ConstitutionsOnFile, ref: str, now: datetime
) -> PrintedNotice | Refusal:
    """Give the words for a decision's notice as it stands; or say why there are none. Raises
    NotFound."""
    life = lived(work, ref)
    constitution = councils.named(life[-1].decision.council)
    return printed_of(life, RulesOf(constitution, work), now)


def printed_of(
    life: Sequence[TimelineEntry], rules_of: RulesOf, now: datetime
) -> PrintedNotice | Refusal:
    """Give the same of a decision by its life, as it stands at the end of that."""
    decision = life[-1].decision
    nothing = _nothing_to_print(decision, now)
    if nothing is not None:
        return nothing
    published_at = decision.published_at
    assert published_at is not None
    constitution = rules_of.constitution
    rules = constitution.in_force_on(london_day(published_at))
    window = decision.window
    if window is None:
        took = took_effect_at_once(decision, life)
        return standing(decision, now) if took is None else _exempt(decision, took)
    unsettled = tuple(_unsettled(decision, window, rules_of))
    late = outlasting(decision, constitution)
    paragraphs = tuple(_paragraphs(decision, window, rules, now, bool(unsettled), late))
    unsettled += () if late is None or late.kept else (_left(decision.ref, late),)
    return PrintedNotice(
        paragraphs,
        (*unsettled, *_doubts(window, rules)),
    )


def printed_by_rule(
    window: CallInPeriod, rules: InForce, late: Outlasts | None = None
) -> PrintedNotice:
    """Give the words for a notice by the council's rule alone, without a decision."""
    effect = _if_not(window, window.effective_from) if late is None else _at_its_end(late)
    paragraphs = (*_open(window, rules), effect, _source(window.authority))
    minded = () if late is None else (late.words,)
    return PrintedNotice(paragraphs, (*minded, *_doubts(window, rules)))


def _nothing_to_print(decision: Decision, now: datetime) -> Refusal | None:
    if decision.state in (State.DRAFT, State.SIGNED):
        why = refusals.SETTLED_ON_PUBLICATION
    elif decision.state in GIVEN_UP:
        why = refusals.NO_LONGER_CALLED_IN
    else:
        return None
    stands = standing(decision, now)
    return saying(stands, *stands.sentences, why)


# -- not subject to call-in ---------------------------------------------------------------------


def _exempt(decision: Decision, took: TookEffect) -> PrintedNotice:
    acted_at = decision.proceedings.acted_at
    because = took.because.replace(f"({decision.kind})", f"({KINDS[decision.kind]})")
    if acted_at is not None:
        because = (
            f"It was carried out {long_dates.since(acted_at)}, by consent that it could not "
            "wait for its written statement."
        )
    at = decision.effective_at or took.at
    paragraphs = (
        f"This decision is not subject to call-in. It took effect {long_dates.since(at)}.",
        because,
        _source(took.authority),
    )
    return PrintedNotice(paragraphs, tuple(_beside(took.authority)))


# -- subject to it ------------------------------------------------------------------------------


def _paragraphs(
    decision: Decision,
    window: CallInPeriod,
    rules: InForce,
    now: datetime,
    unsettled: bool,
    late: Outlasts | None,
) -> Iterator[str]:
    late = None if late is None or late.kept else late
    due = decision.due_effect or window.effective_from
    if decision.state in AWAITED:
        yield _called_in(decision)
        if late is not None:
            yield _at_its_end(late)
    elif decision.state in IN_EFFECT:
        yield _over(decision, window)
    elif window.in_time(now):
        yield from _open(window, rules)
        by_time = _if_not(window, due) if late is None else _at_its_end(late)
        yield _waits(decision) or by_time
    else:
        over = _ended(window)
        waits = _waits(decision)
        if not waits and late is not None:
            waits = _at_its_end(late)
        elif not waits and not unsettled:
            takes = "takes" if now < due else "took"
            waits = f"It was not called in, and {takes} effect {long_dates.effect(window, due)}."
        yield f"{over} {waits}".rstrip()
    yield _source(window.authority)


def _unsettled(decision: Decision, window: CallInPeriod, rules: RulesOf) -> Iterator[str]:
    """Say what a person must still settle about the dates."""
    if decision.is_disputed:
        yield (
            "Something that was in time was found after this decision was carried out, and has "
            f"not been ruled on: decisions history {decision.ref}"
        )
    if decision.state is not State.CALL_IN_OPEN:
        return
    try:
        calendar = rules.calendar(window.effective_from)
        in_question = period_to_review(window, calendar, decision.proceedings.kept) is not None
    except BeyondCalendar:
        in_question = False
    if in_question:
        yield (
            "The days of its period now count to a later date. A person must keep or revise the "
            f"deadline before it is printed: decisions deadline-review {decision.ref} --help"
        )


def _at_its_end(late: Outlasts) -> str:
    """Say that it does not take effect by time alone: the council is abolished before then."""
    value = late.end.value
    replaced_by = "" if value is None or not value.successors else f", and {value.replaced_by}"
    return (
        f"{late.council_name} is abolished on {long_dates.day(late.end.since)}{replaced_by}. This "
        f"decision would take effect {long_dates.since(late.effect)}, and does not do so by the "
        "passing of time alone."
    )


def _left(ref: str, late: Outlasts) -> str:
    return (
        f"{late.words} A person must keep that date, or give it up, before it is printed: "
        f"decisions deadline-review {ref} --help"
    )


def _open(window: CallInPeriod, rules: InForce) -> tuple[str, ...]:
    asking = rules[CALL_IN_REQUEST]
    who = "" if asking is None or asking.value is None else long_dates.numbers(ways(asking.value))
    may_ask = f"It may be called in by {who}." if who else ""
    sentences = (
        f"This decision may be called in until {long_dates.until(window)}.",
        may_ask,
        f"The time allowed is {_counted(window.rule)}, {long_dates.day(window.counted_from)}.",
    )
    return tuple(each for each in sentences if each)


def _counted(rule: PeriodRule) -> str:
    unit = f"{_UNITS[rule.unit]}{'' if rule.days == 1 else 's'}"
    start = "beginning with" if rule.start_day_counts else "after"
    event = _EVENTS[rule.counted_from]
    return f"{long_dates.number(rule.days)} {unit} {start} the day on which {event}"


def _if_not(window: CallInPeriod, at: datetime) -> str:
    return f"If it is not called in, it takes effect {long_dates.effect(window, at)}."


def _ended(window: CallInPeriod) -> str:
    return (
        f"The time in which this decision could be called in ended at {long_dates.until(window)}."
    )


def _waits(decision: Decision) -> str:
    """Say what keeps the decision from taking effect by time alone; empty where nothing does."""
    if decision.is_held:
        return "The decision is held, and takes no effect until the hold is released."
    if decision.proceedings.pending():
        return (
            "A request that it be called in has been received and is being considered. The "
            "decision takes no effect until that request has been ruled on."
        )
    return ""


def _called_in(decision: Decision) -> str:
    at = decision.called_in_at
    when = "" if at is None else f", by a request received {long_dates.received(at)}"
    held = " It is also held." if decision.is_held else ""
    return (
        f"This decision has been called in{when}. It {_BEFORE[decision.state]}, and takes no "
        f"effect until that has been concluded.{held}"
    )


def _over(decision: Decision, window: CallInPeriod) -> str:
    at = decision.effective_at or window.effective_from
    took = f"It took effect {long_dates.effect(window, at)}."
    if decision.is_held:
        took = f"{took} It is held, and is not to be carried out until the hold is released."
    if decision.called_in_at is not None:
        called = long_dates.received(decision.called_in_at)
        return f"This decision was called in, by a request received {called}. {took}"
    return f"{_ended(window)} It was not called in. {took}"


# -- the rule -----------------------------------------------------------------------------------


def _source(authority: Authority) -> str:
    where = f"{authority.title}, {authority.rule}" if authority.rule else authority.title
    return f"The rule: {where}."


def _asking(rules: InForce) -> Iterator[Authority]:
    asking = rules[CALL_IN_REQUEST]
    if asking is not None and asking.value is not None:
        yield asking.authority


def _doubts(window: CallInPeriod, rules: InForce) -> Iterator[str]:
    """Say what is unsure about the rules behind a notice of a period."""
    if window.rule_assumed:
        yield NOT_KNOWN
    yield from other_readings(window)
    yield from _beside(window.authority, *_asking(rules))


def _beside(*authorities: Authority) -> Iterator[str]:
    for each in authorities:
        if each.unsure:
            yield f"The reading of this rule is unsure; check it before you print: {each}."
