"""Entering days in a council's calendar, one by one or from a list in a file: on a person's word,
and recorded with where they came from."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import final

from workflow.calendars.council import (
    CouncilDay,
    DayKind,
    closed_days,
    published_through,
    rows_in_force,
)
from workflow.calendars.days import Calendar, calendar_for
from workflow.calendars.lists.compare import ComparedDays, compare
from workflow.calendars.lists.day_list import DayList
from workflow.clock import london_day, spoken_day
from workflow.constitution.constitution import Constitution
from workflow.errors import Invalid
from workflow.model.people import Role
from workflow.procedures.attempt import Refused
from workflow.register.act import Act
from workflow.register.events import CalendarAdopted, DayEntered
from workflow.register.journal import ReadEntry, read
from workflow.register.ports import UnitOfWork
from workflow.text import line, words

_YEARS_AHEAD = 3
DAYS_BY = (Role.PROPER_OFFICER, Role.MONITORING_OFFICER)
"""Who may enter days in a council's calendar."""


def enter_day(
    act: Act,
    *,
    council: str,
    day: date,
    kind: DayKind,
    title: str,
    reason: str,
    source: str,
    known_at: datetime | None,
) -> CouncilDay | Refused:
    """Record a day in a council's calendar: see `DayKind` for the kinds.

    No deadline moves: a person must keep or revise one whose days now count differently. Raises
    NotFound for a council not on file, and Invalid for a day that does not fit its calendar or was
    known in the future.
    """
    constitution, now = act.councils.named(council), act.now
    role = next((each for each in DAYS_BY if each in act.by.roles), None)
    if role is None:
        return act.not_authorised("calendar add", DAYS_BY, council)
    known = now if known_at is None else known_at
    if known > now:
        raise Invalid("A day cannot have been known of later than now.")
    on_file = act.work.days.of(council)
    _fits(constitution, on_file, day, kind, london_day(now))
    row = CouncilDay(
        day=day,
        kind=kind,
        title=line(title, "title"),
        reason=words(reason, "reason"),
        source=line(source, "source"),
        entered_by=act.by.person,
        known_at=known,
        recorded_at=now,
    )
    calendar_for(constitution.nation, [*on_file, row])
    record_day(act, council, row, role)
    return row


def record_day(act: Act, council: str, row: CouncilDay, role: Role) -> None:
    """Write a day in a council's calendar, and in its journal."""
    number = act.work.days.next_number()
    event = DayEntered(
        at=act.now,
        number=number,
        day=row.day,
        kind=row.kind.value,
        title=row.title,
        reason=row.reason,
        source=row.source,
        known_at=row.known_at,
    )
    act.record(f"calendar/{council}", event, role)
    act.work.days.add(number, council, row)


def _fits(
    constitution: Constitution,
    on_file: Sequence[CouncilDay],
    day: date,
    kind: DayKind,
    today: date,
) -> None:
    closed, standing = closed_days(on_file), rows_in_force(on_file)
    if kind is DayKind.REOPENED and day not in (*standing, published_through(on_file)):
        raise Invalid(
            f"{spoken_day(day)} was not entered as closed, so it cannot be opened again.",
            remedy="See the days on file: decisions calendar show "
            f"--council {constitution.council}",
        )
    if kind is DayKind.REOPENED:
        return
    calendar = calendar_for(constitution.nation, on_file)
    if kind is DayKind.PUBLISHED:
        _must_be_a_later_year(calendar, day, today)
        return
    if kind is DayKind.WITHDRAWN:
        _must_be_a_bank_holiday(calendar, day, closed)
        if day <= today:
            raise Invalid(
                f"{spoken_day(day)} is not to come, and no past day is ever taken out.",
                remedy="What was counted on it stands. Note what is irregular: decisions irregular "
                "note",
            )
        return
    if day in closed:
        raise Invalid(
            f"{spoken_day(day)} is on file already: {closed[day].title}.",
            remedy="Open it again first (--kind reopened), then enter it afresh.",
        )
    why = calendar.why_not(day) if calendar.covers(day) else None
    if why is not None:
        raise Invalid(
            f"{spoken_day(day)} is no working day as it is: {why}.",
            remedy="There is nothing to enter.",
        )


def _must_be_a_later_year(calendar: Calendar, day: date, today: date) -> None:
    if day.year > today.year + _YEARS_AHEAD:
        raise Invalid(
            f"The government publishes bank holidays two years ahead or so; {spoken_day(day)} is "
            "further.",
            remedy="Give 31 December of the last year that it has published.",
        )
    if (day.month, day.day) != (12, 31) or day <= calendar.complete_through:
        raise Invalid(
            f"Bank holidays are published by the year, and here to "
            f"{spoken_day(calendar.complete_through)} already; {spoken_day(day)} was given.",
            remedy="Give 31 December of the last year that the government has published since.",
        )


def _must_be_a_bank_holiday(
    calendar: Calendar, day: date, closed: Mapping[date, CouncilDay]
) -> None:
    is_one = calendar.covers(day) and day in calendar.days_off and day not in closed
    if not is_one:
        raise Invalid(
            f"{spoken_day(day)} is no bank holiday of {calendar.nation.label}, so it cannot be "
            "withdrawn.",
            remedy="To undo a day that was entered here, give --kind reopened.",
        )


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
