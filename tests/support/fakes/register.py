"""A register in memory, for tests that need no database. It passes the same contract tests."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from threading import RLock

from support.fakes.decisions import MemoryDecisions, MemoryDue
from support.fakes.kept import Kept
from support.fakes.parts import (
    MemoryAppointments,
    MemoryDays,
    MemoryJournal,
    MemoryOutbox,
    MemoryRuns,
)
from support.fakes.under_call_in import MemoryUnderCallIn
from workflow.register.extent import NewestEntry, RegisterExtent

IDENTITY = "00000000-0000-4000-8000-000000000000"


class MemoryRegister:
    """Transactions on a register in memory, one writer at a time."""

    def __init__(self) -> None:
        self._kept = Kept()
        self._lock = RLock()

    @contextmanager
    def reading(self) -> Iterator["MemoryWork"]:
        """Read; what is done is not kept."""
        yield MemoryWork(self._kept.copy())

    @contextmanager
    def writing(self, *, keep: bool = True) -> Iterator["MemoryWork"]:
        """Write; kept when the block ends well."""
        with self._lock:
            draft = self._kept.copy()
            yield MemoryWork(draft)
            if keep:
                self._kept = draft

    def must_see_one_state(self) -> None:
        """Raise nothing: what is read is a copy."""

    def lingers(self) -> str:
        """Give nothing: what is erased is gone."""
        return ""

    def dispose(self) -> None:
        """Close nothing: there are no connections."""


class MemoryWork:
    """The register within one transaction."""

    __slots__ = (
        "_kept", "appointments", "days", "decisions", "due", "journal", "outbox", "runs",
        "under_call_in",
    )  # fmt: skip

    def __init__(self, kept: Kept) -> None:
        self._kept = kept
        self.decisions = MemoryDecisions(kept)
        self.due = MemoryDue(kept)
        self.under_call_in = MemoryUnderCallIn(kept)
        self.journal = MemoryJournal(kept)
        self.outbox = MemoryOutbox(kept)
        self.appointments = MemoryAppointments(kept)
        self.days = MemoryDays(kept)
        self.runs = MemoryRuns(kept)

    def known_by(self) -> tuple[str, datetime | None]:
        return IDENTITY, self.extent().begun_at

    def extent(self) -> RegisterExtent:
        entries = self._kept.entries()
        newest = max(
            entries, key=lambda each: (each.recorded_at, each.seq, each.stream), default=None
        )
        last = newest and NewestEntry(newest.stream, newest.seq, newest.recorded_at)
        begun_at = min((each.recorded_at for each in entries), default=None)
        return RegisterExtent(
            identity=IDENTITY,
            begun_at=begun_at,
            decisions=len(self._kept.decisions),
            entries=len(entries),
            newest=last,
        )
