"""The decisions of a register in memory whose call-in period is open, or that are called in."""

from collections.abc import Sequence
from datetime import datetime

from support.fakes.kept import Kept
from workflow.model.call_in_period import CallInPeriod
from workflow.model.decision import Decision
from workflow.model.state import AWAITED, State
from workflow.register.ports import UnderCallInPort


class MemoryUnderCallIn(UnderCallInPort):
    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    def calendars(self, council: str) -> Sequence[str]:
        return sorted({window.calendar_hash for _, window in self._open(council)})

    def open_periods(
        self, council: str, counted_on: Sequence[str], ending_by: datetime | None
    ) -> Sequence[CallInPeriod]:
        return [
            window
            for window in dict.fromkeys(window for _, window in self._open(council))
            if window.calendar_hash in counted_on
            or (ending_by is not None and window.request_deadline <= ending_by)
        ]

    def in_period(self, council: str, period: CallInPeriod) -> Sequence[Decision]:
        return [each for each, window in self._open(council) if window == period]

    def awaited(self, council: str) -> Sequence[Decision]:
        return [each for each in self._of(council) if each.state in AWAITED]

    def due_from(self, council: str, since: datetime) -> Sequence[Decision]:
        return [
            each for each in self._of(council) if each.due_at is not None and each.due_at >= since
        ]

    def _open(self, council: str) -> list[tuple[Decision, CallInPeriod]]:
        return [
            (each, each.window)
            for each in self._of(council)
            if each.state is State.CALL_IN_OPEN and each.window is not None
        ]

    def _of(self, council: str) -> list[Decision]:
        every = (stored.decision for _, stored in sorted(self._kept.decisions.items()))
        return [each for each in every if each.council == council]
