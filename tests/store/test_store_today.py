"""What needs somebody is the same on both databases, and reads no more than it shows."""

from datetime import timedelta

import pytest

from support.councils import LARKSHIRE
from support.steps import asked, drafted, opened, published, signed
from workflow import ManualClock, MatterKind


@pytest.mark.parametrize("days", [0, 30])
def test_it_is_the_same_on_both(address: str, clock: ManualClock, days: int) -> None:
    engine = opened(address, clock)
    done = published(engine, LARKSHIRE)
    clock.move_to(clock.now() + timedelta(days=14))
    assert engine.close_due().closed == [done]
    drafted(engine, LARKSHIRE, made_on=clock.now().date())
    signed(engine, LARKSHIRE)
    asked(engine, published(engine, LARKSHIRE))
    clock.move_to(clock.now() + timedelta(days=days))
    found = engine.today(LARKSHIRE, until=clock.now().date() + timedelta(days=40))
    kinds = [MatterKind.UNSIGNED, MatterKind.CALL_IN_ENDS, MatterKind.UNPUBLISHED]
    if days:
        kinds = [MatterKind.UNSIGNED, MatterKind.CLOSE, MatterKind.UNPUBLISHED]
    assert [each.kind for each in found.matters] == [*kinds, MatterKind.RULING]
    assert done not in {each.ref for each in found.matters}
