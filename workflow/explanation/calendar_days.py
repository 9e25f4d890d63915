"""The days of a decision for a calendar: each with how often it has moved, and what it is now."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from workflow.clock import london_day, spoken
from workflow.constitution.constitution import Constitution
from workflow.constitution.outlasts import outlasting
from workflow.errors import Refusal
from workflow.explanation.calendar_entries import DecisionDates, DecisionDay, Stands
from workflow.explanation.decision_document import PERIOD, document
from workflow.explanation.document import Document
from workflow.explanation.explain import Explanation, explain, nothing_to_explain
from workflow.explanation.renderers.text import lines
from workflow.explanation.timeline import TimelineEntry, lived
from workflow.model.decision import Decision
from workflow.model.state import GIVEN_UP
from workflow.model.time_limit import TimeLimit
from workflow.register.councils import ConstitutionsOnFile
from workflow.register.ports import UnitOfWork
from workflow.wording.short_dates import by_when, until

CALL_IN_ENDS: Final = "call-in-ends"
TAKES_EFFECT: Final = "takes-effect"


@dataclass(frozen=True, slots=True)
class DaySet:
    """A day as one decision has it at one moment of its life."""

    day: date
    instant: datetime
    stands: Stands
    says: str
    about: str


@dataclass(slots=True)
class MovedDay:
    """A day with how often it has been set."""

    now: DaySet
    at: datetime
    revision: int = 0


def dates(work: UnitOfWork, councils: ConstitutionsOnFile, ref: str) -> DecisionDates | Refusal:
    """Give every day of a decision that a calendar should have or drop; or say why it has none."""
    life, explained = lived(work, ref), explain(work, councils, ref)
    moved = moved_days(life, councils.named(life[-1].decision.council))
    if not moved:
        return (
            explained
            if isinstance(explained, Refusal)
            else nothing_to_explain(explained.decision, life)
        )
    decision = life[-1].decision
    text = document(explained) if isinstance(explained, Explanation) else Document(())
    days = tuple(
        DecisionDay(
            uid=uid_of(ref, kind, decision.council),
            day=each.now.day,
            stands=each.now.stands,
            revision=each.revision,
            set_at=each.at,
            title=f"{ref}: {each.now.says} ({decision.title})",
            category=_CATEGORIES.get(kind, "Time limit"),
            words=tuple(_words(each.now, decision, text)),
        )
        for kind, each in moved.items()
    )
    return DecisionDates(ref=ref, days=days)


def uid_of(ref: str, kind: str, council: str) -> str:
    """Give who a day of a decision is for good, on whichever calendar it stands."""
    return f"{ref}-{kind}@{council}.council-decisions"


_CATEGORIES: Final = {CALL_IN_ENDS: "Call-in", TAKES_EFFECT: "Effect"}


def moved_days(life: Sequence[TimelineEntry], rules: Constitution) -> dict[str, MovedDay]:
    """Give each day by its kind, as a whole life has moved it."""
    moves: dict[str, MovedDay] = {}
    for each in life:
        now = dict(_days_of(each.decision, rules))
        for kind, stood in moves.items():
            if kind not in now:
                now[kind] = _cancelled(stood.now)
        for kind, day in now.items():
            before = moves.get(kind)
            if before is None:
                moves[kind] = MovedDay(day, each.event.at)
            elif _differ(before.now, day):
                moves[kind] = MovedDay(day, each.event.at, before.revision + 1)
    return moves


def _differ(one: DaySet, other: DaySet) -> bool:
    return (one.day, one.instant, one.stands) != (other.day, other.instant, other.stands)


def _cancelled(one: DaySet) -> DaySet:
    return DaySet(one.day, one.instant, Stands.CANCELLED, one.says, one.about)


def _days_of(decision: Decision, rules: Constitution) -> Iterator[tuple[str, DaySet]]:
    """Give the days that a decision has as it stands; none once it is given up."""
    if decision.state in GIVEN_UP:
        return
    window, proceedings = decision.window, decision.proceedings
    if window is not None:
        yield (
            CALL_IN_ENDS,
            DaySet(
                window.last_day,
                window.request_deadline,
                Stands.CONFIRMED,
                f"the last moment for a request is {until(window)}",
                PERIOD,
            ),
        )
        effect = decision.effective_at or decision.due_effect
        if effect is not None:
            late = outlasting(decision, rules)
            waits = decision.effective_at is None and (
                decision.is_held
                or bool(proceedings.pending())
                or (late is not None and not late.kept)
            )
            yield (
                TAKES_EFFECT,
                DaySet(
                    london_day(effect),
                    effect,
                    Stands.TENTATIVE if waits else Stands.CONFIRMED,
                    f"takes effect at {spoken(effect)}",
                    PERIOD,
                ),
            )
    ran_out = None if proceedings.lapsed is None else proceedings.lapsed.ran_out
    for limit in (proceedings.limit, proceedings.direction, ran_out):
        if limit is not None:
            yield f"{limit.awaits}-ends", _end_of_limit(limit)


def _end_of_limit(limit: TimeLimit) -> DaySet:
    says = f"the time for {limit.awaits} ends at {by_when(limit)}"
    return DaySet(limit.last_day, limit.ends_at, Stands.CONFIRMED, says, limit.awaits.value)


def _words(now: DaySet, decision: Decision, text: Document) -> Iterator[str]:
    if now.stands is Stands.CANCELLED:
        given_up = decision.withdrawn_at or decision.superseded_at
        when = "" if given_up is None else f" at {spoken(given_up)}"
        over = (
            f"the decision was {decision.state.label}{when}"
            if decision.state in GIVEN_UP
            else (f"the decision is now {decision.state.label}")
        )
        yield f"This day no longer stands: {over}."
    for section in text.sections:
        if section.about == now.about:
            yield section.heading
            yield from lines(section)
