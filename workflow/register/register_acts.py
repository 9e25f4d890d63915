"""Writing to the register's own streams: days entered, text erased."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from workflow.calendars.council import (
    CouncilDay,
    DayKind,
    closed_days,
    published_through,
    rows_in_force,
)
from workflow.calendars.days import Calendar, calendar_for
from workflow.clock import london_day, spoken_day
from workflow.constitution.constitution import Constitution
from workflow.errors import Invalid, NotFound, Refusal
from workflow.model.people import Role
from workflow.model.state import TERMINAL, State
from workflow.procedures.attempt import Refused
from workflow.register import refusals
from workflow.register.act import Act
from workflow.register.events import DayEntered, TextErased
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


def _still_needed(work: UnitOfWork, stream: str, entry: int, part: str) -> Refusal | None:
    """Say why a statement cannot be erased yet: the decision's life has not ended.

    Nor has that of one that is implemented by rule alone: a request received in time, whenever it
    is entered, brings it back (`procedures.shared.before_effect`).
    """
    kind, _, ref = stream.partition("/")
    if kind != "decision" or part != "statement":
        return None
    decision = work.decisions.get(ref).decision
    if entry != decision.statement_version:
        return None
    if decision.state not in TERMINAL:
        return refusals.TEXT_STILL_NEEDED(ref=ref, state=decision.state)
    if decision.state is not State.IMPLEMENTED:
        return None
    window, carried_out = decision.window, decision.proceedings.acted_at is not None
    by_rule = window is not None and window.implemented_by_rule is not None
    return refusals.IT_MAY_COME_BACK(ref=ref) if by_rule and not carried_out else None


@dataclass(frozen=True, slots=True)
class Erased:
    """Text about people was erased from an entry for good; its digest remains. Always truthy."""

    stream: str
    """The stream of the journal."""
    entry: int
    """The number of the entry there."""
    part: str
    """The part whose text was erased."""
    at: datetime
    """When it was erased, in UTC."""
    lingers: str = ""
    """Where a copy of the text may remain, and until when; empty where there is none."""

    def __bool__(self) -> Literal[True]:
        return True


def erase_text(
    act: Act, *, council: str, stream: str, entry: int, part: str, reason: str
) -> Erased | Refused:
    """Erase sealed text of a journal entry for good. Its digest remains, so the chain verifies.

    Raises NotFound where there is no such text, or it was erased before.
    """
    if Role.MONITORING_OFFICER not in act.by.roles:
        return act.not_authorised("journal erase", (Role.MONITORING_OFFICER,), council)
    refused = _still_needed(act.work, stream, entry, part)
    if refused is not None:
        return Refused("journal erase", stream, (refused,))
    if not act.work.journal.erase(stream, entry, part):
        raise NotFound(
            f"Entry {entry} of {stream} has no text called {part[:40]!a}, or it was erased before.",
            remedy=f"See its parts: decisions journal show {stream.removeprefix('decision/')}",
        )
    event = TextErased(
        at=act.now, entry=entry, part=f"{stream}: {part}", reason=words(reason, "reason")
    )
    act.record(f"erasures/{council}", event, Role.MONITORING_OFFICER)
    return Erased(stream=stream, entry=entry, part=part, at=act.now)
