"""What was done in time to a decision of another register is entered after it was imported."""

from datetime import UTC, date, datetime, timedelta

import pytest

from support.lives.entered_late import ANYBODY
from support.people import OFFICER
from support.register_pages import a_listed, import_listed
from support.steps import must
from workflow import Engine, ManualClock
from workflow.model.holder import Holder
from workflow.model.state import State
from workflow.procedures.holds.inputs import Hold, Withdraw

DONE_AT = datetime(2018, 10, 19, 12, tzinfo=UTC)
OPEN, ENDED = (datetime(2018, 10, day, 8, tzinfo=UTC) for day in (22, 30))
MADE = {"made_on": date(2018, 10, 18), "published_on": date(2018, 10, 18), "effective_from": None}


@pytest.mark.parametrize("verb", ["withdraw", "hold"])
@pytest.mark.parametrize("closed", [False, True])
@pytest.mark.parametrize("now", [OPEN, ENDED])
def test_it_is_the_same_whenever_it_was_imported(
    any_engine: Engine, clock: ManualClock, now: datetime, closed: bool, verb: str
) -> None:
    """That it came onto this register later puts nothing that was done before out of order."""
    clock.move_to(now)
    [ref] = import_listed(any_engine, OFFICER, a_listed(identity="9002", **MADE)).written
    if closed:
        clock.move_to(ENDED + timedelta(days=1))
        any_engine.close_due()
    clock.move_to(clock.now() + timedelta(hours=1))
    held = Hold(on_account_of=Holder.COURT, under="An order", reason="Served")
    given = Withdraw(reason="Overtaken") if verb == "withdraw" else held
    must(any_engine.take(ref, given, by=ANYBODY, at=DONE_AT, late_reason="Found"))
    clock.move_to(ENDED + timedelta(days=2))
    any_engine.close_due()
    found = any_engine.get(ref)
    assert found.state is (State.WITHDRAWN if verb == "withdraw" else State.CALL_IN_OPEN)
    assert DONE_AT in (found.withdrawn_at, found.held_at)
    assert not any_engine.may_implement(ref)
    assert not any_engine.may_implement(ref, DONE_AT + timedelta(days=9))
    assert any_engine.journal.verify().breaks == ()


def test_what_came_before_it_was_published_is_out_of_order(
    any_engine: Engine, clock: ManualClock
) -> None:
    clock.move_to(OPEN)
    [ref] = import_listed(any_engine, OFFICER, a_listed(identity="9002", **MADE)).written
    given = {"reason": "Overtaken", "at": datetime(2018, 10, 17, tzinfo=UTC), "late_reason": "Post"}
    outcome = any_engine.take(ref, "withdraw", by=ANYBODY, **given)
    assert [why.code for why in getattr(outcome, "refusals", ())] == ["out-of-order"]
