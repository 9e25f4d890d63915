"""A council's calendar, as every face gives it: its days, and how far it reaches."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from workflow.answer_fields import INLINE
from workflow.answers.constitution import table
from workflow.answers.count import CalendarAnswer, calendar_answer
from workflow.answers.record import BothTimes, both, drawn
from workflow.calendars.council import CouncilDay, DayKind
from workflow.calendars.days import Calendar
from workflow.constitution.counting_limits import Reach
from workflow.register.events import CalendarAdopted
from workflow.register.journal import ReadEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class ListAdoptedAnswer:
    """A list of days that was adopted into a council's calendar."""

    at: datetime
    """When it was adopted."""
    file: str
    """The file it came in."""
    digest: str
    """SHA-256 of the file's bytes."""
    source: str
    """Where the file comes from."""
    reason: str
    """Why it was adopted."""
    hash_before: str
    """The calendar before it."""
    hash_after: str
    """The calendar after it."""
    added: tuple[date, ...]
    """The days that were entered by it."""
    withdrawn: tuple[date, ...]
    """The bank holidays that were withdrawn by it."""
    through: date | None
    """The day to which bank holidays are now published, if that is later."""
    by: str
    """Who adopted it."""
    established: str
    """How it was established who they are."""
    recorded_at: BothTimes
    """When it was written down."""


def _list_adopted(entry: ReadEntry) -> ListAdoptedAnswer:
    event = entry.event
    assert isinstance(event, CalendarAdopted)
    return drawn(ListAdoptedAnswer, event, entry, recorded_at=both(entry.recorded_at))


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarShown:
    """A council's calendar, with every day that was entered for it."""

    calendar: CalendarAnswer = field(metadata=INLINE)
    """What identifies it."""
    council: str
    """The council, by its short name."""
    entered: tuple[CouncilDay, ...]
    """Each day that a person entered, in the order recorded."""
    adopted: tuple[ListAdoptedAnswer, ...]
    """Each list of days that was adopted, oldest first."""


def calendar_shown(
    council: str, calendar: Calendar, days: Iterable[CouncilDay], adopted: Iterable[ReadEntry]
) -> CalendarShown:
    """Give a council's calendar, with every day that was entered for it."""
    return CalendarShown(
        calendar=calendar_answer(calendar),
        council=council,
        entered=tuple(days),
        adopted=tuple(_list_adopted(each) for each in adopted),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class DayEnteredAnswer:
    """A day that was entered in a council's calendar."""

    date_: date
    """The day."""
    kind: DayKind
    """What sort of day it is."""
    in_question: tuple[str, ...]
    """The decisions with a deadline that would now be later: a person must keep or revise each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReachAnswer:
    """The last day from which one rule can still be counted."""

    table: str
    """The table of the rule, by its name in a constitution file."""
    date_: date
    """The last day of the event that it is counted from."""
    words: str
    """The rule in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HorizonAnswer:
    """How far days can be counted in a council's calendar."""

    calendar: CalendarAnswer = field(metadata=INLINE)
    """What identifies it."""
    days_left: int
    """How many days there are until it ends."""
    last_days: tuple[ReachAnswer, ...]
    """For each of the council's rules, the last day from which it can be counted."""


def horizon_answer(calendar: Calendar, today: date, last: Iterable[Reach]) -> HorizonAnswer:
    """Give how long days may be counted in a calendar."""
    return HorizonAnswer(
        calendar=calendar_answer(calendar),
        days_left=(calendar.complete_through - today).days,
        last_days=tuple(
            ReachAnswer(table=table(each.name), date_=each.day, words=each.words) for each in last
        ),
    )
