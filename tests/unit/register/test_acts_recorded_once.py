"""What was withdrawn, found, required or asked afresh is recorded once, though it is sent again."""

from datetime import date, timedelta
from typing import Any

import pytest

from support.councils import COUNCILS, GULLSHIRE, HEREFORDSHIRE
from support.fakes.register import MemoryRegister
from support.lives.found_late import acted_on, closed_though_held, lapsed_though_held, settled
from support.people import MONITORING, OFFICER
from support.steps import MORNING, called_in, drafted, must, published
from workflow import Engine, Kind, ManualClock, Role
from workflow.engine import load_councils
from workflow.procedures.attempt import Refused, Taken

FOUND: dict[str, Any] = {
    "on_account_of": "court",
    "under": "An order",
    "reason": "Served on legal.",
}
A, B = "Cllr A Example", "Cllr B Example"


@pytest.fixture
def engine(clock: ManualClock) -> Engine:
    """An engine on a register that is kept in memory."""
    return Engine(MemoryRegister(), load_councils([COUNCILS]), clock)


def already(outcome: Any, *named: str) -> None:
    """Check that it is refused for that one reason, which names what stands."""
    assert isinstance(outcome, Refused), outcome
    assert [each.code for each in outcome.refusals] == ["already-recorded"]
    for each in named:
        assert each in outcome.refusals[0].because


def take(engine: Engine, ref: str, verb: str, **given: Any) -> Taken | Refused:
    return engine.take(ref, verb, by=given.pop("by", OFFICER), **given)


def test_all_who_withdraw_do_so_once(engine: Engine) -> None:
    """Where the call-in goes on without them, too; nothing more is written."""
    ref = called_in(engine, published(engine))
    must(take(engine, ref, "request-withdraw", reason="Satisfied."))
    version = engine.get(ref).version
    already(take(engine, ref, "request-withdraw", reason="Satisfied."), "request 1")
    already(take(engine, ref, "request-withdraw", request=1, reason="Satisfied."), "request 1")
    assert engine.get(ref).version == version


def test_one_who_withdraws_does_so_once_and_may_join_and_withdraw_again(
    engine: Engine, clock: ManualClock
) -> None:
    ref = published(engine)
    asks = {"grounds": ("Cost",), "received_at": MORNING}
    must(take(engine, ref, "call-in", requested_by=(A, B), **asks))
    goes = {"requested_by": (A,), "reason": "Satisfied."}
    must(take(engine, ref, "request-withdraw", **goes))
    already(take(engine, ref, "request-withdraw", **goes), "request 1")
    clock.move_to(clock.now() + timedelta(hours=1))
    must(take(engine, ref, "request-support", requested_by=(A,), received_at=clock.now()))
    must(take(engine, ref, "request-withdraw", **goes))
    stranger = take(engine, ref, "request-withdraw", requested_by=("Cllr Z",), reason="r")
    assert isinstance(stranger, Refused)
    assert [each.code for each in stranger.refusals] == ["had-not-asked"]
    must(take(engine, ref, "request-withdraw", reason="All of us."))
    already(take(engine, ref, "request-withdraw", reason="All of us."), "request 1")


def test_a_withdrawal_from_another_request_is_another(engine: Engine, clock: ManualClock) -> None:
    """Which one is meant is the one that is left, or the one that is named."""
    ref = published(engine)
    for minutes in (0, 1):
        clock.move_to(clock.now() + timedelta(minutes=minutes))
        asks = {"grounds": ("Cost",), "received_at": clock.now()}
        must(take(engine, ref, "call-in", requested_by=(A, B), **asks))
    must(take(engine, ref, "request-withdraw", request=1, reason="r"))
    must(take(engine, ref, "request-withdraw", reason="r"))
    already(take(engine, ref, "request-withdraw", request=1, reason="r"), "request 1")
    already(take(engine, ref, "request-withdraw", request=2, reason="r"), "request 2")


def test_electors_are_withdrawn_by_name_of_none(engine: Engine) -> None:
    """Once the members who asked with them have gone, they may still all withdraw."""
    ref = published(engine)
    asks = {"grounds": ("Cost",), "received_at": MORNING, "electors": 9}
    must(take(engine, ref, "call-in", requested_by=(A,), **asks))
    must(take(engine, ref, "request-withdraw", requested_by=(A,), reason="r"))
    must(take(engine, ref, "request-withdraw", reason="The petition is withdrawn."))
    assert engine.get(ref).proceedings.requests[0].status.label == "withdrawn"


@pytest.mark.parametrize("life", [closed_though_held, lapsed_though_held, settled])
def test_a_hold_found_late_is_found_once(engine: Engine, clock: ManualClock, life: Any) -> None:
    """Also once it has been released, or ruled to change nothing."""
    ref = life(engine, clock)
    decision = engine.get(ref)
    made_at = decision.held_at or decision.disputed_at
    already(
        take(engine, ref, "found-late-record-hold", by=MONITORING, made_at=made_at, **FOUND),
        "An order",
    )
    if decision.is_held:
        must(take(engine, ref, "release", by=MONITORING, reason="Lifted."))
        already(
            take(engine, ref, "found-late-record-hold", by=MONITORING, made_at=made_at, **FOUND)
        )


def test_an_outcome_found_late_is_found_once(engine: Engine, clock: ManualClock) -> None:
    """What was ruled on since is not disputed anew by a retry."""
    acted_at = clock.now() + timedelta(days=2)
    ref = acted_on(engine, clock)
    found = {"acted_at": acted_at, "reason": "In the post."}
    must(take(engine, ref, "found-late-record-outcome", **found))
    already(take(engine, ref, "found-late-record-outcome", **found), ref)
    must(take(engine, ref, "found-late-settle-dispute", by=MONITORING, reason="It stands."))
    already(take(engine, ref, "found-late-record-outcome", **found), ref)
    assert not engine.get(ref).is_disputed
    must(take(engine, ref, "found-late-record-outcome", **{**found, "reason": "In the minutes."}))


def test_a_report_that_was_made_is_not_required_again_by_a_retry(engine: Engine) -> None:
    ref = published(engine)
    asks = {"opinion": "It affects two wards.", "report_by": date(2018, 12, 14)}
    must(take(engine, ref, "key-report-require", **asks))
    already(take(engine, ref, "key-report-require", **asks), ref)
    must(take(engine, ref, "key-report-submit", report="It fell below the threshold."))
    already(take(engine, ref, "key-report-require", **asks), ref)
    must(take(engine, ref, "key-report-require", **{**asks, "opinion": "It affects a third."}))


def test_consent_is_asked_afresh_once(engine: Engine, clock: ManualClock) -> None:
    """Until someone has answered; what was answered may be set aside again."""
    ref = drafted(engine, GULLSHIRE, kind=Kind.KEY, made_on=None)
    given: dict[str, Any] = {"purpose": "special-urgency", "reason": "A flood."}
    must(take(engine, ref, "consent-ask", **given))
    afresh = {**given, "setting_aside": "The text was changed."}
    clock.move_to(clock.now() + timedelta(minutes=1))
    must(take(engine, ref, "consent-ask", **afresh))
    clock.move_to(clock.now() + timedelta(minutes=1))
    already(take(engine, ref, "consent-ask", **afresh), "special urgency")
    assert len(engine.get(ref).proceedings.applications) == 2
    must(take(engine, ref, "consent-ask", **{**afresh, "setting_aside": "It was changed again."}))


def test_an_appointment_is_ended_once(engine: Engine) -> None:
    """On another day, it ends on that."""
    made = engine.appointments.appoint(
        HEREFORDSHIRE, "x", Role.MEMBER, by=MONITORING, since=date(2018, 1, 1)
    )
    assert made
    day = date(2018, 12, 1)
    ends = {"reason": "Left.", "by": MONITORING, "until": day}
    assert engine.appointments.end(HEREFORDSHIRE, made.number, **ends)
    already(engine.appointments.end(HEREFORDSHIRE, made.number, **ends), "Sat 1 Dec 2018")
    ends["until"] = day + timedelta(days=1)
    assert engine.appointments.end(HEREFORDSHIRE, made.number, **ends)
