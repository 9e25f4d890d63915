"""A council's own days: closures and late proclamations, kept as dated rows."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import final

from workflow.answer_fields import LawfulInstant, given_as
from workflow.errors import Invalid


class DayKind(StrEnum):
    """What a row says about its day."""

    CLOSURE = "closure"
    """The council is closed: the day is not a working day."""
    HOLIDAY = "holiday"
    """A holiday proclaimed too late to be among the published bank holidays."""
    REOPENED = "reopened"
    """An earlier row for the day no longer holds."""
    WITHDRAWN = "withdrawn"
    """A bank holiday that the government has moved or withdrawn: the day is a working day."""
    PUBLISHED = "published"
    """The government has since published the bank holidays up to this day, the end of a year."""


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilDay:
    """A day that a person entered in a council's calendar, and when it was known.

    Raises Invalid for an instant in place of the day, a blank title, and a time without its zone.
    """

    day: date = field(metadata=given_as("date"))
    """The day."""
    kind: DayKind
    """What sort of day it is."""
    title: str
    """What it is called."""
    reason: str
    """Why it was entered."""
    source: str
    """Where that was decided or published."""
    entered_by: str
    """Who entered it."""
    known_at: LawfulInstant
    """When it was first known."""
    recorded_at: LawfulInstant
    """When it was written down."""

    def __post_init__(self) -> None:
        if isinstance(self.day, datetime) or not isinstance(self.day, date):
            raise Invalid(
                f"A council day is a date, not {self.day!r}.", remedy="Give the date alone."
            )
        if not self.title.strip():
            raise Invalid(
                f"The council day {self.day.isoformat()} has no title.",
                remedy="Say what the day is, for example “Christmas closure”.",
            )
        for name, instant in (("known", self.known_at), ("recorded", self.recorded_at)):
            if instant.utcoffset() is None:
                raise Invalid(
                    f"The time at which {self.day.isoformat()} was {name} has no time zone.",
                    remedy="Give the time with its zone, in UTC.",
                )


def rows_in_force(rows: Iterable[CouncilDay]) -> dict[date, CouncilDay]:
    """Give the row that holds for each day, in date order.

    Give the rows in the order recorded. A later row replaces an earlier one for its date, and a
    reopening removes it; a reopening with nothing before it changes nothing. If a day is both
    withdrawn as a bank holiday and closed by the council, the closure holds; a reopening then
    leaves the withdrawal. Rows that say how far bank holidays are published are left out.
    """
    own, withdrawn = _claims(rows)
    standing = {**withdrawn, **own}
    return {day: standing[day] for day in sorted(standing)}


def closed_days(rows: Iterable[CouncilDay]) -> dict[date, CouncilDay]:
    """Give the row that holds for each day the council closed or a holiday was proclaimed, in date
    order. Rows count as in `rows_in_force`."""
    own, _ = _claims(rows)
    return {day: own[day] for day in sorted(own)}


def withdrawn_days(rows: Iterable[CouncilDay]) -> tuple[date, ...]:
    """Give the bank holidays that were withdrawn, in date order, closed by the council or not."""
    _, withdrawn = _claims(rows)
    return tuple(sorted(withdrawn))


_Claims = dict[date, CouncilDay]


def _claims(rows: Iterable[CouncilDay]) -> tuple[_Claims, _Claims]:
    """Give the council's own days off, and the bank holidays withdrawn, each by its date."""
    own, withdrawn = _Claims(), _Claims()
    for row in rows:
        match row.kind:
            case DayKind.CLOSURE | DayKind.HOLIDAY:
                own[row.day] = row
            case DayKind.WITHDRAWN:
                withdrawn[row.day] = row
                if row.day in own and own[row.day].kind == DayKind.HOLIDAY:
                    del own[row.day]  # what was proclaimed is withdrawn; a council's closure is not
            case DayKind.REOPENED:
                (own if row.day in own else withdrawn).pop(row.day, None)
            case DayKind.PUBLISHED:
                pass
    return own, withdrawn


def published_through(rows: Iterable[CouncilDay]) -> date | None:
    """Give the last day up to which rows say that bank holidays are published; None if none does.

    A reopening of that day takes it back.
    """
    days: set[date] = set()
    for row in rows:
        if row.kind == DayKind.PUBLISHED:
            days.add(row.day)
        elif row.kind == DayKind.REOPENED:
            days.discard(row.day)
    return max(days, default=None)
