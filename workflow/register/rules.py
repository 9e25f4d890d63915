"""The rules of one council within one transaction: its constitution, its calendar and its
appointments."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime
from typing import Final

from workflow.calendars.council import CouncilDay
from workflow.calendars.days import Calendar, calendar_for
from workflow.calendars.horizon import known_through
from workflow.calendars.nations import Nation
from workflow.constitution.constitution import Constitution, InForce
from workflow.errors import JournalBroken, NotFound
from workflow.model.decision import Decision
from workflow.model.event import Event
from workflow.model.people import Appointment
from workflow.model.proceedings import RequestStatus
from workflow.procedures.case import OnRecord, Rules
from workflow.procedures.requests.refused_events import RequestRefused
from workflow.register.before_time import last_before_time
from workflow.register.journal import read
from workflow.register.journal_entry import stream_of
from workflow.register.ports import UnitOfWork

_UNDONE: Final = (RequestStatus.REJECTED, RequestStatus.WITHDRAWN)
"""Requests that count against nobody."""


class RulesOf(Rules):
    """The rules of one council, within one transaction. Its days and appointments are read once, if
    at all."""

    __slots__ = ("_days", "_people", "_plain", "_work", "constitution")

    def __init__(self, constitution: Constitution, work: UnitOfWork) -> None:
        self.constitution = constitution
        self._work = work
        self._days: Sequence[CouncilDay] | None = None
        self._plain: Calendar | None = None
        self._people: Sequence[Appointment] | None = None

    @property
    def nation(self) -> Nation:
        return self.constitution.nation

    def known_through(self) -> date:
        return known_through(self._work.days.readable(self.constitution.council))

    def in_force_on(self, day: date) -> InForce:
        return self.constitution.in_force_on(day)

    def people(self) -> Sequence[Appointment]:
        if self._people is None:
            self._people = self._work.appointments.of(self.constitution.council)
        return self._people

    def decision(self, ref: str) -> Decision | None:
        try:
            return self._work.decisions.get(ref).decision
        except NotFound:
            return None

    def last_before_time(self, ref: str) -> datetime | None:
        return last_before_time(self._work, ref)

    def last_by(self, ref: str, instant: datetime) -> datetime | None:
        entries = self._work.journal.stream(stream_of(ref))
        told = (each.at for each in entries if each.name != RequestRefused.name)
        return max((each for each in told if each <= instant), default=None)

    def on_record(self, ref: str, *kinds: type[Event]) -> Sequence[OnRecord]:
        names = {kind.name for kind in kinds}
        entries = list[OnRecord]()
        for each in self._work.journal.stream(stream_of(ref)):
            with suppress(JournalBroken):
                entry = read(each) if each.name in names else None
                entries += [] if entry is None else [(entry.event, entry.erased)]
        return entries

    def joined(self, who: str, since: datetime, until: datetime, ref: str) -> int:
        return sum(
            request.status not in _UNDONE
            and any(
                each.who == who and since <= each.at and (each.at, decision.ref) < (until, ref)
                for each in request.signatures
            )
            for decision in self._requests_since(since, ref)
            for request in decision.proceedings.requests
        )

    def requests_on_issue(
        self, issue: str, since: datetime, until: datetime, ref: str
    ) -> Sequence[str]:
        return [
            decision.ref
            for decision in self._requests_since(since, ref)
            if any(
                request.issue == issue
                and since <= request.received_at
                and (request.received_at, decision.ref) < (until, ref)
                and request.status not in _UNDONE
                for request in decision.proceedings.requests
            )
        ]

    def _requests_since(self, since: datetime, ref: str) -> list[Decision]:
        found = self._work.decisions.requested_since(self.constitution.council, since)
        return [decision for decision in found if decision.ref != ref]

    def calendar(self, known_before: datetime | None = None) -> Calendar:
        if self._days is None:
            self._days = self._work.days.of(self.constitution.council)
        if not self._days:  # asked for each decision of a close: its nation's own, made once
            self._plain = self._plain or calendar_for(self.constitution.nation)
            return self._plain
        days = self._days
        if known_before is not None:
            days = [day for day in days if day.known_at < known_before]
        return calendar_for(self.constitution.nation, days)
