"""Every file that is shipped passes its own check, on the day by which it was read."""

from datetime import date

import pytest

from workflow.constitution.checks.every_check import complaints_of
from workflow.constitution.reading import parse
from workflow.constitution.shipped import shipped

READ_BY = date(2026, 12, 1)


@pytest.mark.parametrize("council", sorted(shipped()))
def test_it_passes(council: str) -> None:
    found, complaints = parse(shipped()[council].read_text(encoding="utf-8"), council)
    assert found is not None, complaints
    assert [str(each) for each in complaints_of(found, READ_BY)] == []


@pytest.mark.parametrize("council", sorted(shipped()))
def test_each_window_is_of_the_days_on_which_its_rule_is_known_to_hold(council: str) -> None:
    found, _ = parse(shipped()[council].read_text(encoding="utf-8"), council)
    assert found is not None
    periods = found.on("call_in_period")
    ends = [*(later.since for later in periods[1:]), date.max]
    for period, end in zip(periods, ends, strict=False):
        for window in period.evidence.windows:
            day = window.published or window.made
            assert day is not None
            assert period.since <= day < end, window
            assert period.known_to is None or day <= period.known_to, window
