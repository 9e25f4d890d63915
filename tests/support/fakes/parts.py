"""The smaller parts of a register in memory: the journal, the outbox, appointments, days, runs."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from support.fakes.kept import Kept
from workflow.calendars.council import CouncilDay
from workflow.errors import NotFound
from workflow.model.people import Appointment
from workflow.register.close_run import CloseRun
from workflow.register.journal_entry import JournalEntry
from workflow.register.ports import AppointmentPort, DayPort, JournalPort, OutboxPort, RunPort


class MemoryJournal(JournalPort):
    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    def stream(self, name: str) -> Sequence[JournalEntry]:
        return list(self._kept.sheets.get(name, ()))

    def latest(self, stream: str) -> JournalEntry | None:
        return next(reversed(self._kept.sheets.get(stream, ())), None)

    def streams(self, under: str = "") -> Sequence[str]:
        return sorted(each for each in self._kept.sheets if each.startswith(under))

    def newest_recorded(self, by: datetime) -> datetime | None:
        times = (entry.recorded_at for entry in self._kept.entries())
        return max((each for each in times if each <= by), default=None)

    def append(self, entry: JournalEntry) -> None:
        self._kept.sheets.setdefault(entry.stream, []).append(entry)

    def erase(self, stream: str, seq: int, part: str) -> bool:
        sheets = self._kept.sheets.get(stream, [])
        if not 1 <= seq <= len(sheets):
            return False
        sheet = sheets[seq - 1]
        left = tuple(text for text in sheet.texts if text.part != part)
        sheets[seq - 1] = replace(sheet, texts=left)
        return len(left) < len(sheet.texts)


class MemoryOutbox(OutboxPort):
    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    def all(self) -> Sequence[str]:
        return [self._kept.events[place] for place in sorted(self._kept.events)]

    def of(self, stream: str) -> dict[int, str]:
        return {seq: event for (name, seq), event in self._kept.events.items() if name == stream}

    def streams(self) -> Sequence[str]:
        return sorted({name for name, _ in self._kept.events})


class MemoryAppointments(AppointmentPort):
    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    def of(self, council: str) -> Sequence[Appointment]:
        return [each for each in self._kept.people.values() if each.council == council]

    def councils(self) -> Sequence[str]:
        return sorted({each.council for each in self._kept.people.values()})

    def next_number(self) -> int:
        return max(self._kept.people, default=0) + 1

    def add(self, appointment: Appointment) -> None:
        self._kept.people[appointment.number] = appointment

    def end(self, number: int, until: date) -> None:
        if number not in self._kept.people:
            raise NotFound(f"There is no appointment {number}.")
        self._kept.people[number] = replace(self._kept.people[number], until=until)

    def unreadable(self) -> Sequence[str]:
        return []


class MemoryDays(DayPort):
    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    def of(self, council: str) -> Sequence[CouncilDay]:
        return [day for whose, day in self._kept.days.values() if whose == council]

    readable = of

    def councils(self) -> Sequence[str]:
        return sorted({council for council, _ in self._kept.days.values()})

    def next_number(self) -> int:
        return max(self._kept.days, default=0) + 1

    def add(self, number: int, council: str, day: CouncilDay) -> None:
        self._kept.days[number] = (council, day)

    def unreadable(self) -> Sequence[str]:
        return []


class MemoryRuns(RunPort):
    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    def start(self, council: str | None, started_at: datetime) -> int:
        number = max(self._kept.ran, default=0) + 1
        self._kept.ran[number] = CloseRun(number=number, council=council, started_at=started_at)
        return number

    def finish(self, run: CloseRun) -> None:
        self._kept.ran[run.number] = run

    def latest(self, limit: int | None = None, council: str | None = None) -> Sequence[CloseRun]:
        newest = [self._kept.ran[number] for number in sorted(self._kept.ran, reverse=True)]
        of_it = [each for each in newest if council is None or each.council in (None, council)]
        return of_it[:limit]

    def last_finished(self, by: datetime) -> datetime | None:
        ends = [run.finished_at for run in self._kept.ran.values() if run.finished_at is not None]
        return max((end for end in ends if end <= by), default=None)

    def unreadable(self) -> Sequence[str]:
        return []
