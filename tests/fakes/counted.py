"""How much a register in memory holds, and of what."""

from typing import Any

from workflow.service.extent import Extent, Newest

IDENTITY = "00000000-0000-4000-8000-000000000000"


class Counted:
    """A register in memory, of which the decisions and entries are counted."""

    _kept: Any

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
