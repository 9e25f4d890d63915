"""A host's own program, as its type checker sees it: every part of the engine, and each answer.

It is checked and never run. Where truth narrows, both arms use what only one of the two has.
"""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy.orm import Session

from workflow import (
    Actor,
    Appointment,
    CallInPeriod,
    CloseRun,
    Constitution,
    CouncilDay,
    DayKind,
    Decision,
    DecisionDay,
    DecisionFacts,
    DecisionQuery,
    Engine,
    Explanation,
    Kind,
    NextStep,
    Permission,
    Person,
    Plan,
    ReadEntry,
    Refusal,
    Role,
    State,
    Statement,
    Taken,
    Verification,
    as_json,
    open_engine,
)
from workflow.inputs import CallIn, Hold, Holder, Publish, Resolve, ScrutinyOutcome

engine: Engine = open_engine("register.db", begins=False)
KNOWN = Person(person="p.officer", established="single sign-on")


def codes(refusals: Sequence[Refusal]) -> list[str]:
    """Give what a host may rely on."""
    return [each.code for each in refusals]


def the_life_of_a_decision(session: Session, paper: Statement, now: datetime) -> list[str]:
    """Draft, take, and what the answer is."""
    here = engine.within(session)
    drafted = here.draft(council="salford", statement=paper, by=KNOWN)
    if not drafted:
        return codes(drafted.refusals)
    ref: str = drafted.decision.ref
    done = here.take(ref, Publish(where="the website"), by="p.officer", at=now)
    taken: Taken | None = done if done else None
    period: CallInPeriod | None = None if taken is None else taken.decision.window
    here.take(ref, CallIn(requested_by=("A",), grounds=("B",), received_at=now), by=KNOWN)
    here.take(ref, Resolve(outcome=ScrutinyOutcome.UPHELD, reason="C"), by=KNOWN, dry_run=True)
    held = here.take(ref, Hold(on_account_of=Holder.COURT, under="An order", reason="D"), by=KNOWN)
    in_words = here.take(ref, "withdraw", by=KNOWN, reason="Overtaken")
    return [str(period), *([] if held else codes(held.refusals)), str(bool(in_words))]


def what_is_asked(ref: str, now: datetime) -> object:
    """Each question of the engine itself."""
    decision: Decision = engine.get(ref, as_of=now)
    text: Statement = engine.statement(decision)
    found: Sequence[Decision] = engine.list(DecisionQuery(council="salford", limit=5))
    state: State = engine.standing(ref)
    may: Permission = engine.may_implement(ref)
    steps: tuple[NextStep, ...] = engine.next(ref, by=KNOWN)
    record: tuple[ReadEntry, ...] = engine.history(ref)
    closed: CloseRun = engine.close_due(dry_run=True)
    why = engine.explain(ref)
    explained: Explanation | None = why if why else None
    refused = None if why else why.because
    return as_json(
        (text.title, found, state, may, steps, record, closed.closed, explained, refused)
    )


def what_is_kept(by: Actor) -> list[str]:
    """Appointments, days and editions: truth narrows the answer of each act."""
    made = engine.appointments.appoint("salford", "jsmith", Role.MEMBER, by=by, of="Ordsall")
    if not made:
        return codes(made.refusals)
    ended: Appointment | None = None
    if end := engine.appointments.end("salford", made.number, reason="Left", by=by):
        ended = end
    day = engine.calendars.enter_day(
        "salford",
        date(2026, 12, 29),
        DayKind.CLOSURE,
        title="Closed",
        reason="Christmas",
        source="Council",
        by=by,
    )
    entered: CouncilDay | list[str] = day if day else codes(day.refusals)
    rules: Constitution = engine.constitutions.in_use("salford")
    erased = engine.journal.erase("SAL-1", 1, "statement", "Retention", by=by)
    where = erased.lingers if erased else codes(erased.refusals)
    whole: Verification = engine.journal.verify()
    broken = [] if whole else [each.problem for each in whole.breaks]
    return [str(each) for each in (ended, entered, rules.name, where, *broken)]


def what_is_told(ref: str) -> object:
    """Plans, reports, dates and facts."""
    plan: Plan = engine.plans.make("salford", Kind.KEY, implement_by=date(2026, 12, 1))
    days = engine.calendars.dates(ref)
    dated: tuple[DecisionDay, ...] | str = days.days if days else days.because
    facts: list[DecisionFacts] = list(engine.reports.facts("salford"))
    report = engine.reports.make("urgency", "salford", date(2026, 1, 1), date(2026, 6, 30))
    return plan, dated, facts, report
