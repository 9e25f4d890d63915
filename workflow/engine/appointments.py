"""Who holds which role at a council: `engine.appointments`."""

from collections.abc import Sequence
from datetime import date

from workflow.clock import london_day
from workflow.engine.open_register import OpenRegister
from workflow.model.people import Actor, Appointment, Person, Role
from workflow.procedures.attempt import Refused
from workflow.register import appointments
from workflow.text import day, line


class Appointments:
    """The appointments that a register holds."""

    def __init__(self, register: OpenRegister) -> None:
        self._register = register

    def list(self, council: str) -> Sequence[Appointment]:
        """Give every appointment at a council, ended or not, in the order recorded.

        Raises NotFound if the council has no constitution on file.
        """
        with self._register.reading() as (work, councils):
            councils.must_hold(council)
            return work.appointments.of(council)

    def councils(self, person: str | None = None) -> Sequence[str]:
        """Give the councils that have appointments; or those where a person holds one today."""
        with self._register.reading() as (work, _):
            every = sorted(work.appointments.councils())
            if person is None:
                return every
            today, login = london_day(self._register.clock.now()), line(person, "person")
            return [
                each
                for each in every
                if any(
                    held.person == login and held.in_force_on(today)
                    for held in work.appointments.of(each)
                )
            ]

    def actor(self, council: str, person: str, established: str) -> Actor:
        """Give a person as an actor at a council, with the roles they hold today, in London.

        `established` says how you know who they are; it goes on the record. Someone without an
        appointment is given with no roles.
        """
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
        """Record that a person holds a role from one day (today if left out) to another.

        The last day is included; None if it is not known yet. `person` is a stable name, such as a
        login, and `name` is the name to show: where it is None, the name that they have at that
        council already, or else `person`. `of` is the ward or the committee, if the role
        belongs to one. Refused unless the monitoring officer does it, or none is in office. Raises
        NotFound for a council not on file, and Invalid for days in the wrong order or for a role
        that nobody is appointed to.
        """
        return self._register.act(
            council,
            by,
            lambda act: appointments.appoint(
                act,
                council=council,
                person=person,
                name=name,
                role=Role.named(role),
                since=day(since or london_day(act.now), "first day"),
                until=None if until is None else day(until, "last day"),
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
        """Set the last day of an appointment (today if left out), that day included.

        Only the monitoring officer may do it, and not to the council's only monitoring officer.
        Raises NotFound where the council has no appointment of that number, and Invalid for a day
        before the first.
        """
        return self._register.act(
            council,
            by,
            lambda act: appointments.end_appointment(
                act,
                council=council,
                number=number,
                until=day(until or london_day(act.now), "last day"),
                reason=reason,
            ),
            dry_run=dry_run,
        )
