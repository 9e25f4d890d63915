"""The engine's acts upon the register itself: appointments, council days, erasure of text."""

from dataclasses import replace
from datetime import date, datetime

from workflow.calendars.council import CouncilDay, DayKind
from workflow.calendars.lists.day_list import DayList
from workflow.clock import london_day
from workflow.engine.core import Core
from workflow.model.labelled_enum import member_named
from workflow.model.people import Actor, Appointment, Person, Role
from workflow.procedures.attempt import Refused
from workflow.register import appointments, calendar_acts, register_acts, steps
from workflow.register.calendar_acts import DaysAdopted
from workflow.register.journal_entry import stream_of
from workflow.text import day as day_
from workflow.text import reference


class Keeping(Core):
    """What is done to the register itself, each act journalled in a stream of its own."""

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
        now = self.clock.now()
        with self.transactions.writing(keep=not dry_run) as work:
            actor = self._actor(work, council, by, now)
            if isinstance(actor, Refused):
                return actor
            return appointments.appoint(
                work,
                self._councils(work),
                council=council,
                person=person,
                name=name or person,
                role=Role.named(role),
                since=day_(since or london_day(now), "first day"),
                until=None if until is None else day_(until, "last day"),
                by=actor,
                now=now,
                of=of,
                deputy=deputy,
            )

    def end_appointment(
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
        now = self.clock.now()
        with self.transactions.writing(keep=not dry_run) as work:
            actor = self._actor(work, council, by, now)
            if isinstance(actor, Refused):
                return actor
            return appointments.end_appointment(
                work,
                council=council,
                number=number,
                until=day_(until or london_day(now), "last day"),
                reason=reason,
                by=actor,
                now=now,
            )

    def adopt_days(
        self,
        council: str,
        almanac: DayList,
        *,
        reason: str,
        source: str,
        by: Actor | Person | str,
        known_at: datetime | None = None,
        withdraw: bool = False,
        dry_run: bool = False,
    ) -> DaysAdopted | Refused:
        """Adopt a list of days, read from a file, into a council's calendar.

        No past day is taken out, and no deadline moves; those that now count differently are left
        for a person.
        """
        now = self.clock.now()
        with self.transactions.writing(keep=not dry_run) as work:
            actor = self._actor(work, council, by, now)
            if isinstance(actor, Refused):
                return actor
            return calendar_acts.adopt(
                work,
                self._councils(work),
                almanac,
                council=council,
                reason=reason,
                source=source,
                known_at=None if known_at is None else steps.instant_of(known_at, now),
                withdraw=withdraw,
                by=actor,
                now=now,
            )

    def enter_day(
        self,
        council: str,
        day: date,
        kind: DayKind,
        *,
        title: str,
        reason: str,
        source: str,
        by: Actor | Person | str,
        known_at: datetime | None = None,
        dry_run: bool = False,
    ) -> CouncilDay | Refused:
        """Enter a closure, a holiday proclaimed late, or that a day is open after all.

        No deadline moves: `in_question` gives those that would now be later.
        """
        now = self.clock.now()
        with self.transactions.writing(keep=not dry_run) as work:
            actor = self._actor(work, council, by, now)
            if isinstance(actor, Refused):
                return actor
            return register_acts.enter_day(
                work,
                self._councils(work),
                council=council,
                day=day_(day, "day"),
                kind=member_named(DayKind, kind, "kind of day"),
                title=title,
                reason=reason,
                source=source,
                known_at=None if known_at is None else steps.instant_of(known_at, now),
                by=actor,
                now=now,
            )

    def erase(
        self,
        ref: str,
        entry: int,
        part: str,
        reason: str,
        *,
        by: Actor | Person | str,
        dry_run: bool = False,
    ) -> "register_acts.Erased | Refused":
        """Erase sealed text of an entry for good; the chain still verifies.

        `.lingers` of the answer says where the text may be still, and until when.
        """
        now = self.clock.now()
        with self.transactions.writing(keep=not dry_run) as work:
            council = work.decisions.get(reference(ref)).decision.council
            actor = self._actor(work, council, by, now)
            if isinstance(actor, Refused):
                return actor
            outcome = register_acts.erase_text(
                work,
                council=council,
                stream=stream_of(ref),
                entry=entry,
                part=part,
                reason=reason,
                by=actor,
                now=now,
            )
        if isinstance(outcome, Refused) or dry_run:
            return outcome
        return replace(outcome, lingers=self.transactions.lingers())
