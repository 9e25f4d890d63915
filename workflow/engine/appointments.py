"""Who holds which role at a council: `engine.appointments`."""

from collections.abc import Sequence
from datetime import date

from workflow.clock import london_day
from workflow.engine.open_register import OpenRegister
from workflow.model.people import Actor, Appointment, Person, Role
from workflow.procedures.attempt import Refused
from workflow.register import appointments
from workflow.text import day


class Appointments:
    """The appointments that a register holds."""

    def __init__(self, register: OpenRegister) -> None:
        self._register = register

    def list(self, council: str) -> Sequence[Appointment]:
        """Give every appointment at a council, ended or not."""
        with self._register.reading() as (work, councils):
            councils.must_hold(council)
            return work.appointments.of(council)

    def actor(self, council: str, person: str, established: str) -> Actor:
        """Give who a person is today at a council, by the appointments in force."""
        with self._register.reading() as (work, _):
            now = self._register.clock.now()
            return appointments.actor_for(work, council, person, now, established)

    def appoint(
        self,
        council: str,
        person: str,
        role: Role,
        *,
        by: Actor | Person | str,
        name: str | None = None,
        since: date | None = None,
        until: date | None = None,
        of: str = "",
        deputy: bool = False,
        dry_run: bool = False,
    ) -> Appointment | Refused:
        """Record that a person holds a role from a day (today if left out) until another.

        `of` is what it is of, where that matters: the ward, or the committee.
        """
        return self._register.act(
            council,
            by,
            lambda act: appointments.appoint(
                act.work,
                act.councils,
                council=council,
                person=person,
                name=name or person,
                role=Role.named(role),
                since=day(since or london_day(act.now), "first day"),
                until=None if until is None else day(until, "last day"),
                by=act.by,
                now=act.now,
                of=of,
                deputy=deputy,
            ),
            dry_run=dry_run,
        )

    def end(
        self,
        council: str,
        number: int,
        *,
        reason: str,
        by: Actor | Person | str,
        until: date | None = None,
        dry_run: bool = False,
    ) -> Appointment | Refused:
        """Give an appointment its last day (today if left out), that day included."""
        return self._register.act(
            council,
            by,
            lambda act: appointments.end_appointment(
                act.work,
                council=council,
                number=number,
                until=day(until or london_day(act.now), "last day"),
                reason=reason,
                by=act.by,
                now=act.now,
            ),
            dry_run=dry_run,
        )
