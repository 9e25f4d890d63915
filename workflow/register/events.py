"""Events of the register itself: appointments made and ended, days entered, editions of
constitutions adopted and withdrawn, reports made to council, text erased. They are in the journal,
in streams of their own."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import ClassVar

from workflow.model.event import Event
from workflow.model.people import Role
from workflow.procedures.events import BY_NAME


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointed(Event):
    """A person was appointed to a role."""

    name: ClassVar[str] = "appointed"
    number: int
    role: Role
    since: date
    until: date | None
    of: str = ""
    deputy: bool = False
    person: str = field(metadata={"sealed": True})
    shown_as: str = field(metadata={"sealed": True})


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointmentEnded(Event):
    """An appointment was given a last day."""

    name: ClassVar[str] = "appointment-ended"
    number: int
    until: date
    reason: str = field(metadata={"sealed": True})


@dataclass(frozen=True, slots=True, kw_only=True)
class DayEntered(Event):
    """A day was closed, proclaimed a holiday, or opened again."""

    name: ClassVar[str] = "day-entered"
    number: int
    day: date
    kind: str
    title: str
    reason: str
    source: str
    known_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarAdopted(Event):
    """A list of days was adopted from a file; the days themselves are entered one by one before."""

    name: ClassVar[str] = "calendar-adopted"
    file: str
    digest: str
    """SHA-256 of the file's bytes."""
    source: str
    reason: str
    hash_before: str
    hash_after: str
    added: tuple[date, ...]
    withdrawn: tuple[date, ...]
    through: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConstitutionAdopted(Event):
    """An edition of a council's constitution was put in use, in place of any file."""

    name: ClassVar[str] = "constitution-adopted"
    council: str
    file: str
    digest: str
    """SHA-256 of the text."""
    text: str
    """The whole text of the file, from which the edition is read."""
    approved_by: str
    """The body or the office that approved it."""
    approved_on: date
    reason: str
    edition_before: str | None
    """The edition that was in force that day before; None where none was on file."""
    edition_after: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConstitutionWithdrawn(Event):
    """An edition was taken out of use: the council's file, if there is one, is in use again."""

    name: ClassVar[str] = "constitution-withdrawn"
    council: str
    approved_by: str
    approved_on: date
    reason: str
    edition_before: str | None
    edition_after: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportMade(Event):
    """A report was made to council."""

    name: ClassVar[str] = "report-made"
    subject: str
    """What it was about, as in "special-urgency"."""
    since: date
    """The first day of its period."""
    until: date
    """The last day of its period, included."""
    made_on: date
    """The day on which it was made to council."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextErased(Event):
    """Sealed text of an earlier entry was erased; its digest remains, so the chain verifies."""

    name: ClassVar[str] = "text-erased"
    entry: int
    part: str
    """The stream and the part there, as "STREAM: PART"."""
    reason: str

    @property
    def erased_from(self) -> tuple[str, str]:
        """Give the stream, and the name of the part there."""
        stream, _, part = self.part.rpartition(": ")
        return stream, part


EVERY_NAME: dict[str, type[Event]] = {
    **BY_NAME,
    **{
        kind.name: kind
        for kind in (
            Appointed,
            AppointmentEnded,
            DayEntered,
            CalendarAdopted,
            ConstitutionAdopted,
            ConstitutionWithdrawn,
            ReportMade,
            TextErased,
        )
    },
}
