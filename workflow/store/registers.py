"""The rows of the smaller registers: appointments, council days, and runs of the close."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import Column, Table, func, insert, select, text, update

from workflow.calendars.council import CouncilDay
from workflow.errors import JournalBroken, NotFound
from workflow.model.people import Appointment
from workflow.register.close_run import CloseRun
from workflow.register.extent import Extent, Newest
from workflow.store.register_mapping import (
    day_to_row,
    row_to_appointment,
    row_to_day,
    row_to_identity,
    row_to_run,
    run_to_row,
)
from workflow.store.rows import Rows
from workflow.store.tables import APPOINTMENTS, CALENDAR_DAYS, DECISIONS, JOURNAL, REGISTER, RUNS

_NUMBERED: dict[str, Table] = {"appointments": APPOINTMENTS, "days": CALENDAR_DAYS}

_SIZES = select(
    select(func.count()).select_from(DECISIONS).scalar_subquery().label("decisions"),
    select(func.count()).select_from(JOURNAL).scalar_subquery().label("entries"),
)
_NEWEST = (
    select(JOURNAL.c.stream, JOURNAL.c.seq, JOURNAL.c.recorded_at)
    .order_by(JOURNAL.c.recorded_at.desc(), JOURNAL.c.seq.desc(), JOURNAL.c.stream.desc())
    .limit(1)
)


class RegisterRows(Rows):
    """The smaller registers, within one transaction."""

    def extent(self) -> Extent:
        """Give which register this is, how much it holds, and its newest entry."""
        sizes = self.rows(_SIZES)[0]
        newest = None
        for row in self.rows(_NEWEST):
            at = row["recorded_at"]
            seq = row["seq"] if type(row["seq"]) is int else 0
            newest = Newest(str(row["stream"]), seq, at if isinstance(at, datetime) else None)
        identity, begun_at = row_to_identity(self.rows(select(REGISTER)))
        return Extent(sizes["decisions"], sizes["entries"], newest, identity, begun_at)

    def next_number(self, table: str) -> int:
        """Give the next number for an appointment or a day."""
        if self.conn.dialect.name == "postgresql":
            lock = text("SELECT pg_advisory_xact_lock(hashtext(:name))")
            self.conn.execute(lock, {"name": f"council-decisions {table}"})
        highest = select(func.max(_NUMBERED[table].c.number))
        return (self.conn.execute(highest).scalar() or 0) + 1

    def appointments(self, council: str) -> Sequence[Appointment]:
        """Give every appointment at a council, ended or not."""
        rows = (
            select(APPOINTMENTS)
            .where(APPOINTMENTS.c.council == council)
            .order_by(APPOINTMENTS.c.number)
        )
        return self.readable(self.rows(rows), row_to_appointment)

    def add_appointment(self, appointment: Appointment) -> None:
        """Keep an appointment."""
        self.conn.execute(
            insert(APPOINTMENTS),
            {
                "number": appointment.number,
                "council": appointment.council,
                "person": appointment.person,
                "name": appointment.name,
                "role": appointment.role.value,
                "since": appointment.since,
                "until": appointment.until,
                "of": appointment.of,
                "deputy": appointment.deputy,
                "entered_by": appointment.entered_by,
                "entered_at": appointment.entered_at,
            },
        )

    def end_appointment(self, number: int, until: date) -> None:
        """Give an appointment its last day."""
        ended = update(APPOINTMENTS).where(APPOINTMENTS.c.number == number).values(until=until)
        if self.conn.execute(ended).rowcount != 1:
            raise NotFound(f"There is no appointment {number}.")

    def council_days(self, council: str) -> Sequence[CouncilDay]:
        """Give the days entered for a council, in the order recorded."""
        rows = (
            select(CALENDAR_DAYS)
            .where(CALENDAR_DAYS.c.council == council)
            .order_by(CALENDAR_DAYS.c.number)
        )
        return [row_to_day(row) for row in self.rows(rows)]

    def readable_days(self, council: str) -> Sequence[CouncilDay]:
        """Give the days entered for a council, without those that cannot be read."""
        query = select(CALENDAR_DAYS).where(CALENDAR_DAYS.c.council == council)
        return self.readable(self.rows(query.order_by(CALENDAR_DAYS.c.number)), row_to_day)

    def unread(self) -> Sequence[str]:
        """Say of every row of the smaller registers that cannot be read which it is, and why."""
        kinds = (
            (APPOINTMENTS, row_to_appointment),
            (CALENDAR_DAYS, row_to_day),
            (RUNS, row_to_run),
        )
        faults = []
        for table, read in kinds:
            for row in self.rows(select(table).order_by(table.c.number)):
                try:
                    read(row)
                except JournalBroken as fault:
                    faults.append(str(fault))
        return faults

    def councils_kept(self) -> Sequence[tuple[str, str]]:
        """Give each council with appointments or days, with the stream that they are told in."""
        kept = ((APPOINTMENTS, "people"), (CALENDAR_DAYS, "calendar"))
        return [
            (kind, council)
            for table, kind in kept
            for council in self.values(select(table.c.council).distinct())
        ]

    def add_council_day(self, number: int, council: str, day: CouncilDay) -> None:
        """Keep a day."""
        self.conn.execute(insert(CALENDAR_DAYS), day_to_row(number, council, day))

    def start_run(self, council: str | None, started_at: datetime) -> int:
        """Record that a run began, and give its number."""
        begun = CloseRun(number=0, council=council, started_at=started_at)
        key = self.conn.execute(insert(RUNS), run_to_row(begun)).inserted_primary_key
        assert key is not None
        return int(key[0])

    def finish_run(self, run: CloseRun) -> None:
        """Record how a run ended."""
        self.conn.execute(update(RUNS).where(RUNS.c.number == run.number), run_to_row(run))

    def runs(self, limit: int) -> Sequence[CloseRun]:
        """Give the latest runs, newest first."""
        rows = select(RUNS).order_by(RUNS.c.number.desc()).limit(limit)
        return self.readable(self.rows(rows), row_to_run)

    def last_finished(self, by: datetime) -> datetime | None:
        """Give when the last run that had finished by an instant did so; None if none had."""
        return self._latest(RUNS.c.finished_at, by)

    def newest_recorded(self, by: datetime) -> datetime | None:
        """Give when the newest entry that was recorded by an instant was; None if none was."""
        return self._latest(JOURNAL.c.recorded_at, by)

    def _latest(self, column: Column[datetime], by: datetime) -> datetime | None:
        """Give the latest instant of a column that is not after another; what is none is none."""
        found = self.conn.execute(select(func.max(column)).where(column <= by)).scalar()
        return found if isinstance(found, datetime) else None
