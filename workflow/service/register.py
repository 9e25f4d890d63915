"""Writing to the register's own streams: people appointed, days entered, text erased."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from workflow.authority import engine_rule
from workflow.calendars.council import CouncilDay, DayKind, closed_days
from workflow.calendars.days import calendar_for
from workflow.clock import london_day, spoken_day
from workflow.errors import Invalid, NotFound, Refusal
from workflow.lifecycle.attempt import Refused, either
from workflow.lifecycle.check import TERMINAL
from workflow.model.events import Event
from workflow.model.people import APPOINTABLE, Actor, Appointment, Role
from workflow.model.register import Appointed, AppointmentEnded, DayEntered, TextErased
from workflow.model.text import line, words
from workflow.policy.constitution import Constitution
from workflow.service.journal import GENESIS, write
from workflow.service.ports import Work
from workflow.service.rules import Councils

_KEEPING = engine_rule(
    "keeping the register",
    "Appointments are recorded by the monitoring officer; days by the proper officer or the "
    "monitoring officer. While a council has no monitoring officer in office, anyone with the "
    "database may record appointments.",
)


def _append(
    work: Work, stream: str, event: Event, by: Actor, role: Role, recorded_at: datetime
) -> None:
    sheets = work.stream(stream)
    work.append(
        write(
            stream=stream,
            seq=len(sheets) + 1,
            before=sheets[-1].hash if sheets else GENESIS,
            event=event,
            actor=by,
            role=role,
            recorded_at=recorded_at,
        )
    )


def _not_authorised(verb: str, who: str, roles: Sequence[Role]) -> Refused:
    may = either([role.label for role in roles])
    refusal = Refusal(
        code="not-authorised",
        because=f"{who} does not act as {may} today.",
        authority=_KEEPING,
        remedy=f"Ask the {may}: decisions people list",
    )
    return Refused(verb, "", (refusal,))


def actor_for(work: Work, council: str, person: str, now: datetime, established: str) -> Actor:
    """Give the actor that a person is today at a council, by the appointments in force."""
    today = london_day(now)
    held = [
        each
        for each in work.appointments(council)
        if each.person == person and each.in_force_on(today)
    ]
    numbers = ", ".join(str(each.number) for each in held)
    how = f"{established}; appointment {numbers}" if held else f"{established}; no appointment"
    return Actor(
        person=person,
        name=held[0].name if held else "",
        roles=frozenset(each.role for each in held),
        established=how,
    )


def appoint(
    work: Work,
    councils: Councils,
    *,
    council: str,
    person: str,
    name: str,
    role: Role,
    since: date,
    until: date | None,
    by: Actor,
    now: datetime,
) -> Appointment | Refused:
    """Record that a person holds a role at a council from a day, until another or for good."""
    councils.named(council)
    if role not in APPOINTABLE:
        raise Invalid(f"Nobody is appointed {role.label}.", remedy="Choose another role.")
    if until is not None and until < since:
        raise Invalid(f"It would end on {spoken_day(until)}, before it begins.")
    on_file = work.appointments(council)
    today = london_day(now)
    has_officer = any(
        each.role is Role.MONITORING_OFFICER and each.in_force_on(today) for each in on_file
    )
    if has_officer and Role.MONITORING_OFFICER not in by.roles:
        return _not_authorised("people add", str(by), (Role.MONITORING_OFFICER,))
    appointment = Appointment(
        number=work.next_number("appointments"),
        council=council,
        person=line(person, "person"),
        name=line(name, "name"),
        role=role,
        since=since,
        until=until,
        entered_by=by.person,
        entered_at=now,
    )
    event = Appointed(
        at=now,
        number=appointment.number,
        role=role,
        since=since,
        until=until,
        person=appointment.person,
        shown_as=appointment.name,
    )
    role_of = Role.MONITORING_OFFICER if has_officer else Role.KEEPER
    _append(work, f"people/{council}", event, by, role_of, now)
    work.add_appointment(appointment)
    return appointment


def end_appointment(
    work: Work,
    *,
    council: str,
    number: int,
    until: date,
    reason: str,
    by: Actor,
    now: datetime,
) -> Appointment | Refused:
    """Give an appointment its last day, that day included; the last monitoring officer stays."""
    on_file = {each.number: each for each in work.appointments(council)}
    found = on_file.get(number)
    if found is None:
        raise NotFound(
            f"There is no appointment {number} at {council}.",
            remedy=f"See them all: decisions people list --council {council}",
        )
    if Role.MONITORING_OFFICER not in by.roles:
        return _not_authorised("people end", str(by), (Role.MONITORING_OFFICER,))
    if until < found.since:
        raise Invalid(f"It began on {spoken_day(found.since)}, after {spoken_day(until)}.")
    others = [
        each
        for each in on_file.values()
        if each.role is Role.MONITORING_OFFICER
        and each.number != number
        and each.in_force_on(until + timedelta(days=1))
    ]
    if found.role is Role.MONITORING_OFFICER and not others:
        refusal = Refusal(
            code="last-monitoring-officer",
            because=f"{found.name} is the only monitoring officer on file after that day.",
            authority=_KEEPING,
            remedy="Record the successor first: decisions people add --role monitoring-officer",
        )
        return Refused("people end", str(number), (refusal,))
    event = AppointmentEnded(at=now, number=number, until=until, reason=words(reason, "reason"))
    _append(work, f"people/{council}", event, by, Role.MONITORING_OFFICER, now)
    work.end_appointment(number, until)
    return replace(found, until=until)


_DAYS_BY = (Role.PROPER_OFFICER, Role.MONITORING_OFFICER)


def enter_day(
    work: Work,
    councils: Councils,
    *,
    council: str,
    day: date,
    kind: DayKind,
    title: str,
    reason: str,
    source: str,
    known_at: datetime | None,
    by: Actor,
    now: datetime,
) -> CouncilDay | Refused:
    """Record a closure, a holiday proclaimed late, or that a day entered before is open after all.

    No deadline moves: a period whose days now count differently is left for a person.
    """
    constitution = councils.named(council)
    role = next((each for each in _DAYS_BY if each in by.roles), None)
    if role is None:
        return _not_authorised("calendar add", str(by), _DAYS_BY)
    known = now if known_at is None else known_at
    if known > now:
        raise Invalid("A day cannot have been known of later than now.")
    on_file = work.council_days(council)
    _fits(constitution, on_file, day, kind)
    row = CouncilDay(
        day=day,
        kind=kind,
        title=line(title, "title"),
        reason=words(reason, "reason"),
        source=line(source, "source"),
        entered_by=by.person,
        known_at=known,
        recorded_at=now,
    )
    calendar_for(constitution.nation, [*on_file, row])
    number = work.next_number("days")
    event = DayEntered(
        at=now,
        number=number,
        day=day,
        kind=kind.value,
        title=row.title,
        reason=row.reason,
        source=row.source,
        known_at=known,
    )
    _append(work, f"calendar/{council}", event, by, role, now)
    work.add_council_day(number, council, row)
    return row


def _fits(
    constitution: Constitution, on_file: Sequence[CouncilDay], day: date, kind: DayKind
) -> None:
    closed = closed_days(on_file)
    if kind is DayKind.REOPENED and day not in closed:
        raise Invalid(
            f"{spoken_day(day)} was not entered as closed, so it cannot be opened again.",
            remedy="See the days on file: decisions calendar show",
        )
    if kind is DayKind.REOPENED:
        return
    if day in closed:
        raise Invalid(
            f"{spoken_day(day)} is on file already: {closed[day].title}.",
            remedy="Open it again first (--kind reopened), then enter it afresh.",
        )
    calendar = calendar_for(constitution.nation, on_file)
    why = calendar.why_not(day) if calendar.covers(day) else None
    if why is not None:
        raise Invalid(
            f"{spoken_day(day)} is no working day as it is: {why}.",
            remedy="There is nothing to enter.",
        )


def _still_needed(work: Work, stream: str, entry: int, part: str) -> Refusal | None:
    """Say why the statement of a decision whose life has not ended is not erased."""
    kind, _, ref = stream.partition("/")
    if kind != "decision" or part != "statement":
        return None
    decision = work.look(ref).decision
    if decision.state in TERMINAL or entry != decision.statement_version:
        return None
    return Refusal(
        code="text-still-needed",
        because=f"{ref} is {decision.state.label}, and its statement is what it rests on.",
        authority=_KEEPING,
        remedy="Erase it when the decision has been implemented or withdrawn.",
    )


def erase_text(
    work: Work,
    *,
    council: str,
    stream: str,
    entry: int,
    part: str,
    reason: str,
    by: Actor,
    now: datetime,
) -> Refused | None:
    """Erase sealed text of a journal entry for good; its digest remains, so the chain verifies."""
    if Role.MONITORING_OFFICER not in by.roles:
        return _not_authorised("journal erase", str(by), (Role.MONITORING_OFFICER,))
    refused = _still_needed(work, stream, entry, part)
    if refused is not None:
        return Refused("journal erase", stream, (refused,))
    if not work.erase(stream, entry, part):
        raise NotFound(
            f"Entry {entry} of {stream} has no text called {part[:40]!a}, or it was erased before.",
            remedy="See its parts: decisions journal show",
        )
    event = TextErased(
        at=now, entry=entry, part=f"{stream}: {part}", reason=words(reason, "reason")
    )
    _append(work, f"erasures/{council}", event, by, Role.MONITORING_OFFICER, now)
    return None
