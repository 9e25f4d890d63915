"""Who holds which role at a council: appointments recorded and ended, and who may act today."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from workflow.clock import london_day, spoken_day
from workflow.errors import Invalid, NotFound
from workflow.model.people import APPOINTABLE, Actor, Appointment, Role
from workflow.procedures.attempt import Refused
from workflow.register import refusals
from workflow.register.act import Act
from workflow.register.events import Appointed, AppointmentEnded
from workflow.register.ports import UnitOfWork
from workflow.text import day, line, words


def actor_for(
    work: UnitOfWork, council: str, person: str, now: datetime, established: str
) -> Actor:
    """Give a person as an actor at a council, with the roles of the appointments in force today.

    A login is compared exactly: one in other capitals is another person's. Someone without an
    appointment has no roles.
    """
    today, login = london_day(now), line(person, "person")
    held = [
        each
        for each in work.appointments.of(council)
        if each.person == login and each.in_force_on(today)
    ]
    numbers = ", ".join(str(each.number) for each in held)
    how = f"{established}; appointment {numbers}" if held else f"{established}; no appointment"
    return Actor(
        person=person,
        name=held[0].name if held else "",
        roles=frozenset(each.role for each in held),
        established=how,
        council=council,
    )


def of_another_council(by: Actor, council: str) -> Refused:
    """Give the refusal for an actor who is bound to one council and acts at another."""
    refusal = refusals.OF_ANOTHER_COUNCIL(by=str(by), council=by.council, other_council=council)
    return Refused("act", council, (refusal,))


def appoint(
    act: Act,
    *,
    council: str,
    person: str,
    name: str | None,
    role: Role,
    since: date,
    until: date | None,
    of: str = "",
    deputy: bool = False,
) -> Appointment | Refused:
    """Record that a person holds a role at a council from one day to another, both included.

    `until` is None where the last day is not known; where `name` is, the name stays that they have
    at that council. Raises NotFound for a council not on file, and
    Invalid for a role that nobody is appointed to and for days in the wrong order.
    """
    act.councils.must_hold(council)
    if role not in APPOINTABLE:
        raise Invalid(f"Nobody is appointed {role.label}.", remedy="Choose another role.")
    day(since, "first day")
    if until is not None and day(until, "last day") < since:
        raise Invalid(f"It would end on {spoken_day(until)}, before it begins.")
    number = act.work.appointments.next_number()  # first: whoever adds another waits for this one
    on_file = act.work.appointments.of(council)
    today = london_day(act.now)
    has_officer = any(
        each.role is Role.MONITORING_OFFICER and each.in_force_on(today) for each in on_file
    )
    if has_officer and Role.MONITORING_OFFICER not in act.by.roles:
        return act.not_authorised("people add", (Role.MONITORING_OFFICER,), council)
    login = line(person, "person")
    appointment = Appointment(
        number=number,
        council=council,
        person=login,
        name=line(name, "name") if name else _name_of(login, on_file),
        role=role,
        since=since,
        until=until,
        of=line(of, "ward or body") if of else "",
        deputy=deputy,
        entered_by=act.by.person,
        entered_at=act.now,
    )
    stands = next((each for each in on_file if _says_the_same(each, appointment, today)), None)
    if stands is not None:
        return _appointed_already(stands)
    event = Appointed(
        at=act.now,
        number=appointment.number,
        role=role,
        since=since,
        until=until,
        of=appointment.of,
        deputy=deputy,
        person=appointment.person,
        shown_as=appointment.name,
    )
    role_of = Role.MONITORING_OFFICER if has_officer else Role.KEEPER
    act.record(f"people/{council}", event, role_of)
    act.work.appointments.add(appointment)
    return appointment


def _name_of(login: str, on_file: Sequence[Appointment]) -> str:
    """Give the name that a login has, by the last appointment that gave it one; else the login."""
    names = [each.name for each in on_file if login == each.person != each.name]
    return names[-1] if names else login


def _says_the_same(stands: Appointment, new: Appointment, today: date) -> bool:
    """Say whether an appointment on file already says what a new one would.

    It does if it is of the same person to the same role from the same day, and is still running or
    has the same end; or if, under the same name, it covers the whole of the new one.
    """
    if stands.person != new.person:
        return False
    theirs = ((each.role, each.deputy, each.of.casefold()) for each in (stands, new))
    if len(set(theirs)) > 1:
        return False
    same_name = stands.name.casefold() == new.name.casefold()
    if stands.since == new.since:
        runs_on = stands.until is not None and stands.until >= today
        return stands.until in (None, new.until) or (runs_on and same_name)
    covers = stands.until is None or (new.until is not None and new.until <= stands.until)
    return same_name and covers and stands.since < new.since


def _appointed_already(stands: Appointment) -> Refused:
    told = {"of": stands.of, "until": stands.until}
    refusal = refusals.ALREADY_RECORDED[bool(stands.of), stands.until is not None](
        name=stands.name,
        person=stands.person,
        role=stands.role,
        council=stands.council,
        since=stands.since,
        number=stands.number,
        **{name: value for name, value in told.items() if value},
    )
    return Refused("people add", str(stands.number), (refusal,))


def end_appointment(
    act: Act, *, council: str, number: int, until: date, reason: str
) -> Appointment | Refused:
    """Set an appointment's last day, that day included; refused for the only monitoring officer.

    Raises NotFound where the council has no appointment of that number, and Invalid for a day
    before it began.
    """
    on_file = {each.number: each for each in act.work.appointments.of(council)}
    appointment = on_file.get(number)
    if appointment is None:
        raise NotFound(
            f"There is no appointment {number} at {council}.",
            remedy=f"See them all: decisions people list --council {council}",
        )
    if Role.MONITORING_OFFICER not in act.by.roles:
        return act.not_authorised("people end", (Role.MONITORING_OFFICER,), council)
    if until == appointment.until:
        refusal = refusals.ENDS_ALREADY(
            number=number, name=appointment.name, until=until, council=council
        )
        return Refused("people end", str(number), (refusal,))
    if until < appointment.since:
        raise Invalid(f"It began on {spoken_day(appointment.since)}, after {spoken_day(until)}.")
    others = [
        each
        for each in on_file.values()
        if each.role is Role.MONITORING_OFFICER
        and each.number != number
        and each.in_force_on(until + timedelta(days=1))
    ]
    if appointment.role is Role.MONITORING_OFFICER and not others:
        refusal = refusals.LAST_MONITORING_OFFICER(name=appointment.name, council=council)
        return Refused("people end", str(number), (refusal,))
    event = AppointmentEnded(at=act.now, number=number, until=until, reason=words(reason, "reason"))
    act.record(f"people/{council}", event, Role.MONITORING_OFFICER)
    act.work.appointments.end(number, until)
    return replace(appointment, until=until)
