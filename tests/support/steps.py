"""Steps on a register that must succeed: a decision drafted, signed, published, held, called in."""

from datetime import UTC, datetime
from typing import Any

from support.councils import COUNCILS, HEREFORDSHIRE
from support.people import AUTHOR, MAKER, MONITORING, OFFICER
from support.statements import a_statement
from workflow import Engine, ManualClock, Taken, open_engine
from workflow.clock import LONDON
from workflow.model.holder import Holder
from workflow.procedures.holds.inputs import Hold
from workflow.procedures.scrutiny.inputs import ScrutinyOutcome

MORNING = datetime(2018, 10, 18, 9, 0, tzinfo=LONDON)
"""When most tests begin: Thursday 18 October 2018, in London."""
ITS_END = datetime(2018, 10, 24, 23, 0, tzinfo=UTC)
"""When a period that opened that morning at Herefordshire runs out."""


def opened(address: str, clock: ManualClock) -> Engine:
    """Open an engine on a register, with the made-up council beside the shipped ones."""
    return open_engine(address, clock=clock, constitutions=[COUNCILS])


def must(outcome: Any) -> Taken:
    """Give a step that was taken; fail, with why, if it was not."""
    assert isinstance(outcome, Taken), outcome
    return outcome


def verified(engine: Engine, ref: str | None = None) -> int:
    """Give how many entries verify; fail, with where, if any does not."""
    found = engine.journal.verify(ref)
    assert found.breaks == ()
    return found.checked


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
    must(engine.take(ref, details, by=MONITORING))
    return ref


def asked(engine: Engine, ref: str) -> str:
    """Ask, now, for a decision to be called in."""
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


def called_in(engine: Engine, ref: str) -> str:
    """Call a decision in, now: it is asked, and ruled valid by one who did not make it."""
    asked(engine, ref)
    must(engine.take(ref, "request-accept", by=MONITORING, reason="In time, with grounds."))
    return ref


def petitioned(engine: Engine, ref: str, grounds: tuple[str, ...], **more: Any) -> str:
    """Have 150 electors ask, now, for a call-in; the register need not know who they are."""
    given = {"electors": 150, "grounds": grounds, "received_at": engine.clock.now(), **more}
    must(engine.take(ref, "call-in", by=OFFICER, **given))
    return ref


def resolved(engine: Engine, ref: str) -> str:
    """Have scrutiny let a decision that was called in stand, once nobody else can call it in."""
    window, clock = engine.get(ref).window, engine.clock
    assert window is not None
    assert isinstance(clock, ManualClock)
    clock.move_to(max(clock.now(), window.effective_from))
    outcome = ScrutinyOutcome.NO_FURTHER_ACTION
    must(engine.take(ref, "scrutiny-resolve", by=OFFICER, outcome=outcome, reason="Noted."))
    return ref
