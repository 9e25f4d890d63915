"""How much a register in memory holds, and of what."""

from datetime import datetime
from typing import Any

from workflow.register.extent import Extent, Newest

IDENTITY = "00000000-0000-4000-8000-000000000000"


class Counted:
    """A register in memory, of which the decisions and entries are counted."""

    _kept: Any

    def still_due(self, *_: object) -> list[str]:
        return []  # one writer at a time

    def outbox_streams(self) -> list[str]:
        return sorted({name for name, _ in self._kept.events})

    def extent(self) -> Extent:
        sheets = [sheet for each in self._kept.sheets.values() for sheet in each]
        newest = max(
            sheets, key=lambda each: (each.recorded_at, each.seq, each.stream), default=None
        )
        last = newest and Newest(newest.stream, newest.seq, newest.recorded_at)
        begun_at = min((each.recorded_at for each in sheets), default=None)
        return Extent(len(self._kept.decisions), len(sheets), last, IDENTITY, begun_at)

    def last_finished(self, by: datetime) -> datetime | None:
        ends = [run.finished_at for run in self._kept.ran.values() if run.finished_at is not None]
        return max((end for end in ends if end <= by), default=None)

    def newest_recorded(self, by: datetime) -> datetime | None:
        sheets = [sheet for each in self._kept.sheets.values() for sheet in each]
        return max((s.recorded_at for s in sheets if s.recorded_at <= by), default=None)


class InMemory:
    """What a register in memory has not: connections, and files that keep what was erased."""

    def must_see_one_state(self) -> None:
        """Say nothing: what is read is a copy."""

    def lingers(self) -> str:
        """Say nothing: what is erased is gone."""
        return ""

    def dispose(self) -> None:
        """Let go of nothing: there are no connections."""
