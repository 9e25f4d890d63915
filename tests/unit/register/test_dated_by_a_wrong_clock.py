"""A step dated in the future by a fast clock bars nothing, once a person says that it was wrong."""

from datetime import datetime, timedelta
from typing import Any

from support.councils import HEREFORDSHIRE
from support.lives.entered_late import ANYBODY
from support.people import MAKER, MONITORING, OFFICER
from support.steps import MORNING, drafted, published, signed
from workflow import Engine, ManualClock, Role
from workflow.model.evolve import evolve
from workflow.model.irregularity import Irregular
from workflow.procedures.attempt import RecordedEvent, Refused, Taken
from workflow.procedures.corrections.events import IrregularityNoted
from workflow.register.steps import entries_for
from workflow.register.stored import DecisionChange

HOUR = timedelta(hours=1)
FAST = timedelta(days=60)
WRONG = {"late_reason": "The note was dated by a clock that was wrong"}
ASKED = {"requested_by": ("elm", "fir", "oak"), "grounds": ("policy: It departs from it.",)}


def at(engine: Engine, now: datetime) -> Engine:
    """Give another machine on the same register, with a clock of its own."""
    return Engine(engine.transactions, engine.councils, ManualClock(now))


def noted(engine: Engine, ref: str) -> Any:
    given = {"kind": "other", "happened_on": MORNING.date(), "rule": "Rule 1", "what": "A slip"}
    return engine.take(ref, "irregular-note", by=OFFICER, **given)


def test_a_request_in_time_is_lodged_though_a_note_is_dated_weeks_ahead(any_engine: Engine) -> None:
    ref = published(any_engine)
    window = any_engine.get(ref).window
    assert window is not None
    assert noted(at(any_engine, MORNING + FAST), ref)
    right = at(any_engine, MORNING + HOUR)
    asked: dict[str, Any] = {"by": ANYBODY, "received_at": MORNING + HOUR, **ASKED}
    refused = right.take(ref, "call-in", **asked)
    assert isinstance(refused, Refused)
    [why] = refused.refusals
    assert why.code == "out-of-order"
    assert "--late-reason" in why.remedy
    assert right.take(ref, "call-in", **asked, **WRONG)
    assert right.get(ref).last_at == MORNING + HOUR
    assert right.history(ref)[-1].late_reason == WRONG["late_reason"]
    assert right.take(ref, "request-reject", by=ANYBODY, reason="Too few.")
    assert right.journal.verify().breaks == ()


def test_the_close_by_the_right_clock_is_not_barred_either(any_engine: Engine) -> None:
    """By either clock the period has run out."""
    ref = published(any_engine)
    window = any_engine.get(ref).window
    assert window is not None
    with any_engine.transactions.writing() as work:
        stored = work.decisions.lock(ref)
        ahead = IrregularityNoted(
            at=MORNING + FAST,
            number=1,
            kind=Irregular.OTHER,
            happened_on=MORNING.date(),
            rule="Rule 1",
            what="A slip",
        )
        taken = Taken(
            "x", evolve(stored.decision, ahead), (RecordedEvent(ahead, ANYBODY, Role.AUTHOR),)
        )
        sheets = entries_for(taken, stored, MORNING + FAST, None)
        work.decisions.save(DecisionChange(before=stored, taken=taken, entries=sheets))
    late = at(any_engine, window.effective_from)
    assert late.close_due().closed == [ref]
    assert late.get(ref).effective_at == window.effective_from
    assert late.journal.verify().breaks == ()


def test_what_came_before_it_by_the_right_clock_still_does(any_engine: Engine) -> None:
    ref = signed(at(any_engine, MORNING + HOUR))
    assert noted_draft(any_engine, ref)
    early = {"at": MORNING, "late_reason": "Typed later", "where": "the website"}
    refused = at(any_engine, MORNING + 2 * HOUR).take(ref, "publish", by=OFFICER, **early)
    assert isinstance(refused, Refused)
    assert refused.refusals[0].code == "out-of-order"


def noted_draft(engine: Engine, ref: str) -> Any:
    fast = at(engine, MORNING + FAST)
    given = {"on_account_of": "monitoring-officer", "under": "s.5A", "reason": "A report"}
    assert fast.take(ref, "hold", by=MONITORING, **given)
    return fast.take(ref, "release", by=MONITORING, reason="Lifted")


def test_a_draft_dated_ahead_is_signed_by_the_right_clock(any_engine: Engine) -> None:
    ref = drafted(at(any_engine, MORNING + FAST), HEREFORDSHIRE)
    assert at(any_engine, MORNING).take(ref, "sign", by=MAKER, signatory="The Leader", **WRONG)


def test_a_publication_dated_ahead_is_voided_and_made_again(any_engine: Engine) -> None:
    ref = signed(any_engine)
    assert at(any_engine, MORNING + FAST).take(ref, "publish", by=OFFICER, where="the website")
    right = at(any_engine, MORNING + HOUR)
    assert right.take(ref, "publication-void", by=ANYBODY, reason="By a wrong clock", **WRONG)
    assert right.take(ref, "publish", by=OFFICER, where="the website")
    window = right.get(ref).window
    assert window is not None
    assert window.counted_from == MORNING.date()
