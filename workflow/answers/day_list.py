"""A list of days set beside a council's calendar, as every face gives it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from workflow.answer_fields import INLINE
from workflow.answers.count import CalendarAnswer, calendar_answer
from workflow.answers.record import drawn
from workflow.calendars.days import Calendar
from workflow.calendars.lists.compare import ComparedDays
from workflow.calendars.lists.day_list import DayList
from workflow.impact.date_change import DateChange
from workflow.register.calendar_acts import DaysAdopted


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedDay:
    """A day, and what it is called."""

    date_: date
    """The day."""
    title: str
    """What it is called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RenamedDay:
    """A day with another name in the file. No date depends on it."""

    date_: date
    """The day."""
    here: str
    """What it is called here."""
    there: str
    """What it is called in the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedAnswer:
    """How a list of days differs from a calendar."""

    file: str
    """The file."""
    form: str
    """What sort of file it is."""
    digest: str
    """SHA-256 of its bytes."""
    new: tuple[ListedDay, ...]
    """In the file, and a working day here."""
    gone: tuple[ListedDay, ...]
    """A future bank holiday here, and not in the file."""
    past: tuple[ListedDay, ...]
    """The same, up to today: a past day is never withdrawn."""
    own: tuple[ListedDay, ...]
    """A proclaimed day that a person entered here, and not in the file."""
    claimed: tuple[ListedDay, ...]
    """A holiday in the file, and a day of the council's own here."""
    renamed: tuple[RenamedDay, ...]
    """In both, under another name."""
    through: date | None
    """The end of the last complete year in the file, if later than the calendar's."""
    lacking: tuple[int, ...]
    """Years that are incomplete in the file, and so are not compared."""


def compared_answer(days: DayList, compared: ComparedDays) -> ComparedAnswer:
    """Give how a list of days differs from a calendar."""
    return drawn(
        ComparedAnswer,
        days,
        compared,
        file=days.name,
        new=_listed(compared.new),
        gone=_listed(compared.gone),
        past=_listed(compared.past),
        own=_listed(compared.own),
        claimed=_listed(compared.claimed),
        renamed=tuple(
            RenamedDay(date_=day, here=here, there=there)
            for day, (here, there) in compared.renamed.items()
        ),
    )


def _listed(days: Mapping[date, str]) -> tuple[ListedDay, ...]:
    return tuple(ListedDay(date_=day, title=title) for day, title in days.items())


@dataclass(frozen=True, slots=True, kw_only=True)
class ListShown:
    """What a list of days would change. Nothing is entered."""

    compared: ComparedAnswer = field(metadata=INLINE)
    """How it differs from the calendar."""
    adopted: bool
    """Whether it was adopted: here false."""
    moved: tuple[DateChange, ...]
    """Each date that it would change."""


def list_shown(days: DayList, compared: ComparedDays, moved: Iterable[DateChange]) -> ListShown:
    """Give what a list of days would change."""
    return ListShown(
        compared=compared_answer(days, compared),
        adopted=False,
        moved=tuple(moved),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ListAdopted:
    """What was adopted from a list of days."""

    compared: ComparedAnswer = field(metadata=INLINE)
    """How it differed from the calendar."""
    adopted: bool
    """Whether anything was entered."""
    hash_before: str
    """The calendar before it."""
    hash_after: str
    """The calendar after it."""
    in_question: tuple[str, ...]
    """The decisions with a deadline that would now be later: a person must keep or revise each."""


def list_adopted(
    days: DayList, adopted: DaysAdopted, in_question: Sequence[str], *, dry_run: bool
) -> ListAdopted:
    """Give what was adopted of a list of days."""
    return ListAdopted(
        compared=compared_answer(days, adopted.compared),
        adopted=bool(adopted.rows) and not dry_run,
        hash_before=adopted.before.hash,
        hash_after=adopted.after.hash,
        in_question=tuple(in_question),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarChecked:
    """Whether a council's calendar is right."""

    calendar: CalendarAnswer = field(metadata=INLINE)
    """What identifies it."""
    days_left: int
    """How many days there are until it ends."""
    in_question: tuple[str, ...]
    """The decisions with a deadline that would now be later."""
    past_the_councils_end: tuple[str, ...]
    """The decisions with a date that comes after the end of the council."""
    library: ComparedAnswer
    """The published bank holidays, beside those that are installed."""
    compared: ComparedAnswer | None
    """The file that was given, beside the calendar."""


def calendar_checked(
    calendar: Calendar,
    today: date,
    in_question: Sequence[str],
    past_the_councils_end: Sequence[str],
    library: tuple[DayList, ComparedDays],
    read_list: tuple[DayList, ComparedDays] | None,
) -> CalendarChecked:
    """Give whether a council's calendar is right."""
    return CalendarChecked(
        calendar=calendar_answer(calendar),
        days_left=(calendar.complete_through - today).days,
        in_question=tuple(in_question),
        past_the_councils_end=tuple(past_the_councils_end),
        library=compared_answer(*library),
        compared=None if read_list is None else compared_answer(*read_list),
    )
