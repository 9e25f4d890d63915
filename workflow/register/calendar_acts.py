"""Adopting a list of days from a file into a council's calendar: on a person's word, and recorded
with where the list came from."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import final

from workflow.calendars.council import CouncilDay, DayKind
from workflow.calendars.days import Calendar, calendar_for
from workflow.calendars.lists.compare import ComparedDays, compare
from workflow.calendars.lists.day_list import DayList
from workflow.clock import london_day
from workflow.errors import Invalid
from workflow.procedures.attempt import Refused
from workflow.register.act import Act
from workflow.register.events import CalendarAdopted
from workflow.register.journal import ReadEntry, read
from workflow.register.ports import UnitOfWork
from workflow.register.register_acts import DAYS_BY, record_day
from workflow.text import line, words


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class DaysAdopted:
    """What was adopted: how the file compared, and the calendar before and after."""

    compared: ComparedDays
    rows: tuple[CouncilDay, ...]
    """The days that were entered; none where there was nothing to adopt."""
    before: Calendar
    after: Calendar


def rows_of(
    compared: ComparedDays, kind: DayKind, reason: str, source: str, by: str, known: datetime,
    now: datetime, *, withdraw: bool = False,
) -> tuple[CouncilDay, ...]:  # fmt: skip
    """Give the rows that would bring a calendar into line with a file. No past day is taken out."""

    def row(day: date, kind: DayKind, title: str) -> CouncilDay:
        return CouncilDay(
            day=day,
            kind=kind,
            title=title,
            reason=reason,
            source=source,
            entered_by=by,
            known_at=known,
            recorded_at=now,
        )

    def all_rows() -> Iterator[CouncilDay]:
        if compared.through is not None:
            yield row(compared.through, DayKind.PUBLISHED, "Bank holidays published to this day")
        for day, title in compared.new.items():
            yield row(day, kind, title)
        for day, title in compared.gone.items() if withdraw else ():
            yield row(day, DayKind.WITHDRAWN, title)

    return tuple(all_rows())


def adoptions(work: UnitOfWork, council: str) -> tuple[ReadEntry, ...]:
    """Give the entry of each list that was adopted into a council's calendar, oldest first."""
    kept = (read(entry) for entry in work.journal.stream(f"calendar/{council}"))
    return tuple(each for each in kept if isinstance(each.event, CalendarAdopted))


def adopt(
    act: Act,
    day_list: DayList,
    *,
    council: str,
    reason: str,
    source: str,
    known_at: datetime | None,
    withdraw: bool,
) -> DaysAdopted | Refused:
    """Enter the days of a file that a council's calendar does not have. With `withdraw`, withdraw
    the future bank holidays that the file no longer has. No past day is taken out, and no deadline
    moves.

    What differs and is not adopted is in the answer. With nothing to adopt, nothing is written.
    `known_at` is when the council knew of the list, now if None; Invalid in the future.
    """
    constitution, now = act.councils.named(council), act.now
    role = next((each for each in DAYS_BY if each in act.by.roles), None)
    if role is None:
        return act.not_authorised("calendar import", DAYS_BY, council)
    known = now if known_at is None else known_at
    if known > now:
        raise Invalid("A list cannot have been known of later than now.")
    on_file = act.work.days.of(council)
    before = calendar_for(constitution.nation, on_file)
    compared = compare(day_list, before, london_day(now))
    rows = rows_of(
        compared,
        day_list.kind,
        words(reason, "reason"),
        line(source, "source"),
        act.by.person,
        known,
        now,
        withdraw=withdraw,
    )
    after = calendar_for(constitution.nation, [*on_file, *rows])
    if rows:
        for each in rows:
            record_day(act, council, each, role)
        event = CalendarAdopted(
            at=now,
            file=line(day_list.name, "file's name"),
            digest=day_list.digest,
            source=line(source, "source"),
            reason=words(reason, "reason"),
            hash_before=before.hash,
            hash_after=after.hash,
            added=tuple(compared.new),
            withdrawn=tuple(compared.gone) if withdraw else (),
            through=compared.through,
        )
        act.record(f"calendar/{council}", event, role)
    return DaysAdopted(compared=compared, rows=rows, before=before, after=after)
