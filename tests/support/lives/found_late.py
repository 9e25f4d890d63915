"""Lives in which time alone gave effect, and what had been done in time is found afterwards."""

from datetime import datetime, timedelta
from typing import Any

from support.councils import DUSKSHIRE, FENSHIRE, GULLSHIRE, LARKSHIRE, TWINSHIRE
from support.people import AUTHOR, MONITORING, OFFICER
from support.steps import called_in, must, petitioned, published
from workflow import Engine, ManualClock, Refused
from workflow.calendars.council import DayKind
from workflow.clock import london_day
from workflow.model.holder import Holder


def before(engine: Engine, council: str = GULLSHIRE, ground: str = "policy") -> str:
    """A decision that was called in by electors."""
    ref = petitioned(engine, published(engine, council), (f"{ground}: It is against it.",))
    must(engine.take(ref, "request-accept", by=MONITORING, reason="Enough of them."))
    return ref


def lapsed(engine: Engine, clock: ManualClock) -> str:
    ref = before(engine)
    clock.move_to(clock.now() + timedelta(days=30))
    assert engine.close_due().closed == [ref]
    return ref


def acted_on(engine: Engine, clock: ManualClock) -> str:
    ref = lapsed(engine, clock)
    must(engine.take(ref, "implement", by=AUTHOR, evidence="The plan was sent."))
    return ref


def found_late(engine: Engine, clock: ManualClock) -> str:
    acted_at = clock.now() + timedelta(days=2)
    ref = lapsed(engine, clock)
    must(
        engine.take(
            ref, "found-late-record-outcome", by=OFFICER, acted_at=acted_at, reason="In the post."
        )
    )
    return ref


def held_then(engine: Engine, clock: ManualClock, ref: str, made_at: datetime) -> str:
    told = {"on_account_of": Holder.COURT, "under": "An order", "reason": "Served on legal."}
    must(engine.take(ref, "found-late-record-hold", by=MONITORING, made_at=made_at, **told))
    return ref


def closed_though_held(engine: Engine, clock: ManualClock) -> str:
    ref = published(engine, LARKSHIRE)
    made_at = clock.now() + timedelta(hours=1)
    clock.move_to(clock.now() + timedelta(days=30))
    assert engine.close_due().closed == [ref]
    return held_then(engine, clock, ref, made_at)


def lapsed_though_held(engine: Engine, clock: ManualClock) -> str:
    made_at = clock.now() + timedelta(days=2)
    return held_then(engine, clock, lapsed(engine, clock), made_at)


def settled(engine: Engine, clock: ManualClock) -> str:
    """One of which a hold was found after implementation, and ruled to change nothing."""
    made_at = clock.now() + timedelta(days=2)
    ref = held_then(engine, clock, acted_on(engine, clock), made_at)
    must(
        engine.take(
            ref, "found-late-settle-dispute", by=MONITORING, reason="The order was another's."
        )
    )
    return ref


def kept(engine: Engine, clock: ManualClock) -> str:
    """One called in, whose deadline and time limit were kept when one of their days was closed."""
    ref = before(engine)
    limit, window = engine.get(ref).proceedings.limit, engine.get(ref).window
    assert limit is not None
    assert window is not None
    told = {"title": "Closed", "reason": "Flood", "source": "A notice"}
    for day in (window.last_day, limit.last_day):
        assert engine.calendars.enter_day(GULLSHIRE, day, DayKind.CLOSURE, by=OFFICER, **told)
        must(engine.take(ref, "deadline-review", by=OFFICER, outcome="keep", reason="As told."))
    return ref


def kept_past_the_end(engine: Engine, clock: ManualClock) -> str:
    """One called in, whose period and time limit were kept although the council ends before."""
    ref = published(engine, DUSKSHIRE)
    keep: dict[str, Any] = {"outcome": "keep", "reason": "Agreed with those that follow."}
    must(engine.take(ref, "deadline-review", by=OFFICER, **keep))
    called_in(engine, ref)
    must(engine.take(ref, "deadline-review", by=OFFICER, **keep))
    return ref


def outrun(engine: Engine, clock: ManualClock) -> str:
    """One with a request that was ruled valid only when scrutiny's time had run out."""
    ref = petitioned(engine, published(engine, FENSHIRE), ("Nobody was asked.",))
    clock.move_to(clock.now() + timedelta(days=30))
    must(engine.take(ref, "request-accept", by=MONITORING, reason="Enough of them."))
    return ref


def joined_between(engine: Engine, clock: ManualClock) -> str:
    """Asked about in time by both readings of the rule, and joined by more between their ends."""
    today = london_day(clock.now())
    ref = petitioned(engine, published(engine, TWINSHIRE, made_on=today), ("Nobody was asked.",))
    window = engine.get(ref).window
    assert window is not None
    clock.move_to(window.sooner[0].request_deadline + timedelta(seconds=1))
    more = {"electors": 20, "received_at": clock.now()}
    must(engine.take(ref, "request-support", by=OFFICER, **more))
    return ref


def asked_too_late(engine: Engine, clock: ManualClock) -> str:
    """A decision in effect, with a request on its record that was refused as out of time."""
    ref = published(engine, LARKSHIRE)
    clock.move_to(clock.now() + timedelta(days=14))
    assert engine.close_due().closed == [ref]
    given = {"requested_by": ("Cllr A Example",), "grounds": "Cost", "received_at": clock.now()}
    outcome = engine.take(ref, "call-in", by=OFFICER, **given)
    assert isinstance(outcome, Refused)
    assert outcome.kept == 1
    return ref
