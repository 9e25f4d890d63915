"""Whether a decision may be implemented, by what is known now and not only by what was recorded."""

from datetime import datetime, timedelta

from support.fakes.register import MemoryRegister
from support.people import AUTHOR, MAKER, MONITORING, OFFICER
from support.statements import STATEMENT
from support.steps import must
from workflow import Engine, ManualClock, Role
from workflow.clock import LONDON
from workflow.engine import load_councils
from workflow.procedures.scrutiny.inputs import ScrutinyOutcome

BEGAN = datetime(2018, 10, 18, 14, tzinfo=LONDON)


def cardiff() -> tuple[Engine, str]:
    """Give a draft in Cardiff of which it was agreed that it cannot wait for its statement."""
    engine = Engine(MemoryRegister(), load_councils(), ManualClock(BEGAN))
    chair = {"by": MONITORING, "name": "Cllr Onnen"}
    assert engine.appointments.appoint("cardiff", "cllr.onnen", Role.SCRUTINY_CHAIR, **chair)
    ref = must(engine.draft(council="cardiff", statement=STATEMENT, by=AUTHOR)).decision.ref
    purpose = {"purpose": "early-implementation"}
    must(engine.take(ref, "consent-ask", by=AUTHOR, reason="No heat.", **purpose))
    told = {"capacity": "scrutiny-chair", "given_by": "Cllr Onnen", "note": "Yes."}
    must(engine.take(ref, "consent-give", by=OFFICER, **purpose, **told))
    return engine, ref


def test_in_wales_what_was_agreed_not_to_wait_may_be_done_before_its_statement() -> None:
    engine, ref = cardiff()
    asked = engine.may_implement(ref)
    assert asked
    assert asked.since == BEGAN


def test_consent_in_wales_outlives_no_decision() -> None:
    """Withdrawn, it may not be done; nor, once signed, before it has taken effect."""
    engine, ref = cardiff()
    must(engine.take(ref, "withdraw", by=MAKER, reason="Mended."))
    assert not engine.may_implement(ref)
    engine, ref = cardiff()
    must(engine.take(ref, "sign", by=MAKER, signatory="The Leader"))
    assert not engine.may_implement(ref)


def test_an_outcome_told_late_answers_for_the_days_before_it_was_told() -> None:
    """Scrutiny let it stand on the 26th, and that was recorded on the 30th."""
    clock = ManualClock(BEGAN)
    engine = Engine(MemoryRegister(), load_councils(), clock)
    ref = must(engine.draft(council="herefordshire", statement=STATEMENT, by=AUTHOR)).decision.ref
    must(engine.take(ref, "sign", by=MAKER, signatory="The Leader"))
    must(engine.take(ref, "publish", by=OFFICER, where="website"))
    asking = {"requested_by": ("Cllr A",), "grounds": "Why", "received_at": clock.now()}
    must(engine.take(ref, "call-in", by=OFFICER, **asking))
    must(engine.take(ref, "request-accept", by=MONITORING, reason="In time."))
    clock.move_to(BEGAN + timedelta(days=12))
    met_at = BEGAN + timedelta(days=8)
    assert not engine.may_implement(ref, met_at + timedelta(days=1))
    told = {"outcome": ScrutinyOutcome.UPHELD, "reason": "Noted.", "acted_at": met_at}
    must(engine.take(ref, "scrutiny-resolve", by=OFFICER, **told))
    for at, may in ((met_at - timedelta(hours=1), False), (met_at, True), (clock.now(), True)):
        assert bool(engine.may_implement(ref, at)) is may
    assert engine.may_implement(ref, met_at + timedelta(days=1)).since == met_at
    assert engine.journal.verify().breaks == ()
