"""Who is appointed to what, and who acts, as every face gives it."""

from dataclasses import dataclass
from datetime import date

from workflow.model.people import Appointment, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointmentAnswer:
    """That a person holds a role at a council, from a day until another, both included."""

    number: int
    """Its number at the council."""
    council: str
    """The council, by its short name."""
    person: str
    """The person's login."""
    name: str
    """The name to show."""
    role: Role
    """The role."""
    of: str
    """What it is of, where that matters: a ward, a committee."""
    deputy: bool
    """Whether they stand in for another who holds it."""
    since: date
    """The first day."""
    until: date | None
    """The last day; null where none is known."""


def appointment_answer(appointment: Appointment) -> AppointmentAnswer:
    """Give an appointment."""
    return AppointmentAnswer(
        number=appointment.number,
        council=appointment.council,
        person=appointment.person,
        name=appointment.name,
        role=appointment.role,
        of=appointment.of,
        deputy=appointment.deputy,
        since=appointment.since,
        until=appointment.until,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorAnswer:
    """Who acts here, and in which roles today."""

    person: str
    """The person's login."""
    council: str | None
    """The council; null where none is named."""
    roles: tuple[Role, ...]
    """The roles that they hold there today."""
    established: str
    """How it was established who they are."""
