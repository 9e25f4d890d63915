"""Who has something to do on each decision: somebody at once, somebody by the end of its call-in
period, or nobody."""

from typing import Any

import pytest

from support.councils import COUNCILS, LARKSHIRE
from support.fakes.register import MemoryRegister
from support.lives.every_state import LIVES
from support.people import MAKER, MONITORING, OFFICER
from support.steps import MORNING, must, published
from support.what_settles import open_to_settle
from workflow import Engine, Kind, ManualClock
from workflow.engine import load_councils
from workflow.model.attention import attention_at

AT_ITS_END = {
    "call-in open to the end of a day",
    "call-in open to an hour",
    "call-in open, released",
    "asked about in vain",
    "asked about, then not",
    "call-in open, severed",
    "call-in open, a part severed",
}
NOBODY = {
    "resolved",
    "lapsed",
    "lapsed, implemented",
    "confirmed",
    "changed for good",
    "rescinded",
    "left standing by council",
    "superseded",
    "superseded by another",
    "effective",
    "effective, reviewed",
    "effective, asked too late",
    "effective at once",
    "implemented",
    "implemented by rule",
    "implemented, a hold found and settled",
    "withdrawn",
}


def _fresh(clock: ManualClock) -> Engine:
    return Engine(MemoryRegister(), load_councils([COUNCILS]), clock)


@pytest.mark.parametrize("life", LIVES)
def test_somebody_has_something_to_do_at_once_by_its_end_or_never(life: str) -> None:
    clock = ManualClock(MORNING)
    engine = _fresh(clock)
    decision = engine.get(LIVES[life](engine, clock))
    at = attention_at(decision)
    if life in NOBODY:
        assert at is None
    elif life in AT_ITS_END:
        assert decision.window is not None
        assert at == decision.window.request_deadline
    else:
        assert at is not None
        assert at <= clock.now(), "what somebody must do at once is always due"
    for ref in (each.ref for each in engine.list()):
        assert attention_at(engine.get(ref)) is not None or not open_to_settle(engine, ref)


TODAY = MORNING.date()
BROKEN = {"kind": "other", "happened_on": TODAY, "rule": "rule 1", "what": "It was late."}
OUTSTANDING: dict[str, tuple[dict[str, Any], str, dict[str, Any]]] = {
    "irregular-note": (BROKEN, "irregular-resolve", {"reason": "Accepted."}),
    "key-report-require": (
        {"opinion": "Key.", "report_by": TODAY},
        "key-report-submit",
        {"report": "Below the threshold."},
    ),
    "review-ask": (
        {"requested_by": ("Cllr A",), "reason": "Exempt."},
        "review-conclude",
        {"findings": "The urgency was real."},
    ),
}


@pytest.mark.parametrize("verb", OUTSTANDING)
def test_one_in_effect_needs_somebody_until_what_is_outstanding_is_done(verb: str) -> None:
    begun, done, ending = OUTSTANDING[verb]
    engine = _fresh(ManualClock(MORNING))
    ref = published(engine, LARKSHIRE, kind=Kind.OFFICER_NON_KEY)
    assert attention_at(engine.get(ref)) is None
    must(engine.take(ref, verb, by=OFFICER, **begun))
    at = attention_at(engine.get(ref))
    assert at is not None
    assert at <= MORNING
    by = MONITORING if done == "irregular-resolve" else OFFICER
    must(engine.take(ref, done, by=by, **ending))
    assert attention_at(engine.get(ref)) is None


def test_about_one_that_was_given_up_nobody_can_do_anything() -> None:
    """An irregularity on it can no longer be accepted, so nobody is told to accept it."""
    engine = _fresh(ManualClock(MORNING))
    ref = published(engine)
    must(engine.take(ref, "irregular-note", by=OFFICER, **BROKEN))
    must(engine.take(ref, "withdraw", by=MAKER, reason="Overtaken."))
    assert attention_at(engine.get(ref)) is None
    assert not engine.take(ref, "irregular-resolve", by=MONITORING, reason="Accepted.")


def test_the_table_names_lives_that_are_lived() -> None:
    assert LIVES.keys() >= AT_ITS_END | NOBODY
    assert not AT_ITS_END & NOBODY
