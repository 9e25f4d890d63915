"""Building decisions for tests: people, a complete statement, and steps that must succeed."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from workflow import Actor, Engine, Kind, ManualClock, Role, Statement, Taken, open_engine
from workflow.clock import LONDON
from workflow.model.details import Hold, Holder, Outcome

COUNCILS = Path(__file__).with_name("fakes") / "councils"
HEREFORDSHIRE, LARKSHIRE = "herefordshire", "larkshire"
MORNING = datetime(2018, 10, 18, 9, 0, tzinfo=LONDON)
"""When most tests begin: Thursday 18 October 2018, in London."""
ITS_END = datetime(2018, 10, 24, 23, 0, tzinfo=UTC)
"""When a period that opened that morning at Herefordshire runs out."""


def someone(person: str, *roles: Role) -> Actor:
    """Give an actor in these roles."""
    return Actor(person=person, roles=frozenset(roles), established="test")


AUTHOR = someone("an.author", Role.AUTHOR)
MAKER = someone("the.leader", Role.DECISION_MAKER)
OFFICER = someone("p.officer", Role.PROPER_OFFICER)
MONITORING = someone("m.officer", Role.MONITORING_OFFICER)
FINANCE = someone("f.officer", Role.FINANCE_OFFICER)


def a_statement(**changes: Any) -> Statement:
    """Give a statement that says everything the law asks for."""
    said: dict[str, Any] = {
        "title": "Ofsted action plan",
        "body": "Cabinet",
        "kind": Kind.NON_KEY,
        "made_on": date(2018, 10, 18),
        "decision": "To approve the plan.",
        "reasons": "It answers the inspection.",
        "alternatives": ("To do nothing.",),
        "conflicts": (),
    }
    return Statement(**{**said, **changes})


def opened(address: str, clock: ManualClock) -> Engine:
    """Open an engine on a register, with the made-up council beside the shipped ones."""
    return open_engine(address, clock=clock, constitutions=[COUNCILS])


def must(outcome: Any) -> Taken:
    """Give a step that was taken; fail, with why, if it was not."""
    assert isinstance(outcome, Taken), outcome
    return outcome


def drafted(
    engine: Engine, council: str = HEREFORDSHIRE, ref: str | None = None, **said: Any
) -> str:
    """Draft a decision, and give its reference."""
    given = a_statement(**said)
    return must(engine.draft(council=council, statement=given, by=AUTHOR, ref=ref)).decision.ref


def signed(
    engine: Engine, council: str = HEREFORDSHIRE, ref: str | None = None, **said: Any
) -> str:
    """Draft a decision and sign it."""
    ref = drafted(engine, council, ref, **said)
    must(engine.take(ref, "sign", by=MAKER, signatory="Leader of the Council"))
    return ref


def published(
    engine: Engine, council: str = HEREFORDSHIRE, ref: str | None = None, **said: Any
) -> str:
    """Draft a decision, sign it and publish it."""
    ref = signed(engine, council, ref, **said)
    must(engine.take(ref, "publish", by=OFFICER, where="council offices"))
    return ref


def held(engine: Engine, ref: str) -> str:
    """Hold a decision."""
    details = Hold(
        on_account_of=Holder.MONITORING_OFFICER, under="LGHA 1989 s.5A", reason="A report."
    )
    must(engine.take(ref, "hold", by=MONITORING, details=details))
    return ref


def called_in(engine: Engine, ref: str) -> str:
    """Call a decision in, now."""
    must(
        engine.take(
            ref,
            "call-in",
            by=OFFICER,
            requested_by=("Cllr A Example", "Cllr B Example"),
            grounds="Consultation",
            received_at=engine.clock.now(),
        )
    )
    return ref


def resolved(engine: Engine, ref: str) -> str:
    """Have scrutiny let a decision that was called in stand, once nobody else can call it in."""
    window, clock = engine.get(ref).window, engine.clock
    assert window is not None
    assert isinstance(clock, ManualClock)
    clock.move_to(max(clock.now(), window.effective_from))
    outcome = Outcome.NO_FURTHER_ACTION
    must(engine.take(ref, "resolve", by=OFFICER, outcome=outcome, reason="Noted."))
    return ref


def _amended(engine: Engine, clock: ManualClock) -> str:
    ref = drafted(engine, kind=Kind.KEY)
    must(engine.take(ref, "amend", by=MAKER, statement=a_statement(title="Ofsted plan, revised")))
    return ref


def _released(engine: Engine, clock: ManualClock) -> str:
    ref = held(engine, published(engine))
    clock.move_to(clock.now() + timedelta(days=9, hours=3, microseconds=1))
    must(engine.take(ref, "release", by=MONITORING, reason="The report was considered."))
    return ref


def _closed(council: str) -> Callable[[Engine, ManualClock], str]:
    def close(engine: Engine, clock: ManualClock) -> str:
        ref = published(engine, council)
        clock.move_to(clock.now() + timedelta(days=14))
        assert engine.close().closed == [ref]
        return ref

    return close


def _implemented(engine: Engine, clock: ManualClock) -> str:
    ref = _closed(LARKSHIRE)(engine, clock)
    must(engine.take(ref, "implement", by=AUTHOR, evidence="The plan was sent."))
    return ref


def _disputed(engine: Engine, clock: ManualClock) -> str:
    in_time = clock.now() + timedelta(hours=1)
    ref = _closed(HEREFORDSHIRE)(engine, clock)
    must(
        engine.take(
            ref,
            "note-request",
            by=OFFICER,
            requested_by=("Cllr A Example",),
            grounds="Consultation",
            received_at=in_time,
            late_reason="Found in the post.",
        )
    )
    return ref


def _withdrawn(engine: Engine, clock: ManualClock) -> str:
    ref = published(engine, LARKSHIRE)
    must(engine.take(ref, "withdraw", by=MAKER, reason="Overtaken."))
    return ref


LIVES: dict[str, Callable[[Engine, ManualClock], str]] = {
    "draft": lambda engine, _: drafted(engine),
    "draft, amended": _amended,
    "draft, held": lambda engine, _: held(engine, drafted(engine)),
    "signed": lambda engine, _: signed(engine),
    "call-in open to the end of a day": lambda engine, _: published(engine),
    "call-in open to an hour": lambda engine, _: published(engine, LARKSHIRE),
    "call-in open, held": lambda engine, _: held(engine, published(engine)),
    "call-in open, released": _released,
    "called in": lambda engine, _: called_in(engine, published(engine)),
    "resolved": lambda engine, _: resolved(engine, called_in(engine, published(engine, LARKSHIRE))),
    "effective": _closed(LARKSHIRE),
    "effective at once": lambda engine, _: published(engine, LARKSHIRE, kind=Kind.OFFICER_NON_KEY),
    "implemented": _implemented,
    "implemented by rule": _closed(HEREFORDSHIRE),
    "implemented, then a request found": _disputed,
    "withdrawn": _withdrawn,
}
"""Ways for a decision to come to each state, and to each overlay."""
