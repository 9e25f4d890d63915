"""Lives in which time alone gave effect, and what had been done in time is found afterwards."""

from datetime import datetime, timedelta

from building import (
    AUTHOR,
    GULLSHIRE,
    LARKSHIRE,
    MONITORING,
    OFFICER,
    must,
    petitioned,
    published,
)

from workflow import Engine, ManualClock
from workflow.model.details import Holder


def before(engine: Engine, council: str = GULLSHIRE, ground: str = "policy") -> str:
    """A decision that was called in by electors."""
    ref = petitioned(engine, published(engine, council), (f"{ground}: It is against it.",))
    must(engine.take(ref, "accept-request", by=MONITORING, reason="Enough of them."))
    return ref


def lapsed(engine: Engine, clock: ManualClock) -> str:
    ref = before(engine)
    clock.move_to(clock.now() + timedelta(days=30))
    assert engine.close().closed == [ref]
    return ref


def acted_on(engine: Engine, clock: ManualClock) -> str:
    ref = lapsed(engine, clock)
    must(engine.take(ref, "implement", by=AUTHOR, evidence="The plan was sent."))
    return ref


def found_late(engine: Engine, clock: ManualClock) -> str:
    acted_at = clock.now() + timedelta(days=2)
    ref = lapsed(engine, clock)
    must(engine.take(ref, "find-outcome", by=OFFICER, acted_at=acted_at, reason="In the post."))
    return ref


def held_then(engine: Engine, clock: ManualClock, ref: str, made_at: datetime) -> str:
    told = {"on_account_of": Holder.COURT, "under": "An order", "reason": "Served on legal."}
    must(engine.take(ref, "find-hold", by=MONITORING, made_at=made_at, **told))
    return ref


def closed_though_held(engine: Engine, clock: ManualClock) -> str:
    ref = published(engine, LARKSHIRE)
    made_at = clock.now() + timedelta(hours=1)
    clock.move_to(clock.now() + timedelta(days=30))
    assert engine.close().closed == [ref]
    return held_then(engine, clock, ref, made_at)


def lapsed_though_held(engine: Engine, clock: ManualClock) -> str:
    made_at = clock.now() + timedelta(days=2)
    return held_then(engine, clock, lapsed(engine, clock), made_at)
