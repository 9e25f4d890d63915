"""`close()` reads as letting go; it is the nightly close, and says so."""

import pytest
from building import ITS_END, published

from workflow import Engine, ManualClock


def test_it_still_closes_what_is_due_and_warns(engine: Engine, clock: ManualClock) -> None:
    """A program written for the old name does what it did, and is told the new one."""
    ref = published(engine)
    clock.move_to(ITS_END)
    with pytest.warns(FutureWarning, match=r"Call close_due\(\)"):
        report = engine.close()
    assert report.closed == [ref]
