"""The commands about people: who acts here, and who is appointed to what."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Annotated, Any, Final

import typer

from cli.context import Context
from cli.shown.answer import Answer, Listing, Table
from cli.shown.fitting import wrapped
from cli.shown.outcome import accepted
from cli.typed import options, parsing
from cli.typed.asking import Yes, confirmed
from cli.typed.date_options import COMING, EITHER, PAST, day_option, settled
from workflow.clock import spoken_day
from workflow.errors import Invalid
from workflow.files.opening import shown
from workflow.model.people import Appointment, Role
from workflow.text import in_line

_EITHER: Final = "Give --all or --on DATE."
_ONLY_AT: Final = "Only appointments at {}. Of another: --council {}"
NOT_RECORDED: Final = "No appointment of {} is recorded."
"""Said of a login, where its appointment is refused."""
_SEAT: Final = "This is a seat on the executive. To let them sign decisions: --role decision-maker"


def list_(
    council: options.Council = None,
    all_of_them: Annotated[
        bool, typer.Option("--all", help="Include those that have ended, or have not begun.")
    ] = False,
    on: Annotated[
        Any, day_option("--on", "Those in force on that day; today if left out.", PAST)
    ] = None,
) -> Listing:
    """List who is appointed to which role, today or on another day.

    Who appointed and who ended each, and when: decisions journal show people/COUNCIL

    Example: decisions people list --council herefordshire --on '27 November'
    """
    if all_of_them and on is not None:
        raise Invalid("Appointments of every day are asked for, and of one day.", remedy=_EITHER)
    context = Context(council=council)
    name = context.council_name()
    day = on or parsing.today(context.engine.clock)
    every = context.engine.appointments.list(name)
    appointments = [each for each in every if all_of_them or each.in_force_on(day)]

    def notes() -> Iterator[str]:
        if not appointments and every:
            when = "today" if on is None else f"on {spoken_day(on)}"
            yield (
                f"Nobody is appointed {when}; those of every day: decisions people list --all "
                f"--council {name}"
            )
        elif not appointments:
            yield from first_appointments(name, context.who)

    def text() -> Iterator[str | Table]:
        others = [each for each in context.engine.appointments.councils() if each != name]
        if others:
            yield from (wrapped(_ONLY_AT.format(name, " or ".join(others))), "")
        yield _table(appointments, spoken_day)

    return Listing(
        data=appointments,
        text=text(),
        table=_table(appointments, date.isoformat),
        notes=notes(),
    )


def _table(appointments: Sequence[Appointment], written: Callable[[date], str]) -> Table:
    rows = (
        (
            str(each.number),
            f"{each.role.value}{', deputy' if each.deputy else ''}",
            each.of,
            each.person,
            each.name,
            written(each.since),
            "" if each.until is None else written(each.until),
        )
        for each in appointments
    )
    return Table(("NUMBER", "ROLE", "OF", "PERSON", "NAME", "SINCE", "UNTIL"), rows)


def first_appointments(council: str, person: str) -> tuple[str, ...]:
    """Say what to appoint first in a fresh register, and how."""
    return (
        f"Nobody is appointed at {council} yet. Record who holds each role; PERSON is a login:",
        f"  decisions people add {person} --role proper-officer --council {council}",
        f"  decisions people add PERSON --role decision-maker --council {council}",
        f"  decisions people add PERSON --role monitoring-officer --council {council}",
        "While no monitoring officer is in office, anyone with the register may appoint;",
        "otherwise only the monitoring officer may.",
    )


def add(
    who: Annotated[str, typer.Argument(help="The person's login.", metavar="PERSON")],
    role: Annotated[
        Role,
        typer.Option("--role", help="The office they hold; what each is: decisions help roles."),
    ],
    name: Annotated[
        str | None,
        typer.Option(
            "--name", help="The name to show; if left out, the one they have already, or the login."
        ),
    ] = None,
    since: Annotated[
        Any,
        day_option("--since", "The first day; today if left out.", PAST),
    ] = None,
    until: Annotated[
        Any,
        day_option("--until", "The last day, included.", COMING, waits=True),
    ] = None,
    of: Annotated[
        str,
        typer.Option(
            "--of", help="The ward or committee, if the role belongs to one.", metavar="TEXT"
        ),
    ] = "",
    deputy: Annotated[
        bool, typer.Option("--deputy", help="The person stands in for someone else in the role.")
    ] = False,
    for_the_group: options.ForTheGroup = False,
    council: options.Council = None,
    person: options.As = None,
    dry_run: options.DryRun = False,
) -> Answer:
    """Record that a person holds a role, from a day on. It begins a register if there is none.

    By: monitoring officer; while none is in office, anyone with the register.

    Example: decisions people add jsmith --role proper-officer --name 'J Smith' --council
    herefordshire
    """
    context = Context(council=council, person=person, begins=not dry_run, shared=for_the_group)
    place = context.council_name()
    context.constitution(place)  # asked first: a slip begins no register
    engine = context.engine
    outcome = engine.appointments.appoint(
        place,
        who,
        role,
        name=name,
        since=since,
        until=settled(until, after=since),
        of=of,
        deputy=deputy,
        by=context.by,
        dry_run=dry_run,
    )
    appointment = accepted(outcome, NOT_RECORDED.format(who), dry_run=dry_run)

    def notes() -> Iterator[str]:
        if role is Role.EXECUTIVE_MEMBER:
            yield _SEAT
        if since is None:
            yield "That is from today. If they held it before: --since DATE"
        for each in engine.appointments.list(place):
            if _overlap(each, appointment):
                yield wrapped(
                    f"Mind: appointment {each.number} says the same{_from_until(each)}. Where both "
                    "are in force they count once."
                )

    return Answer(data=appointment, text=[appointment_words(appointment)], notes=notes())


def _overlap(one: Appointment, other: Appointment) -> bool:
    """Say whether two appointments are of one person to one office, and share a day."""
    office = ((each.person, each.role, each.of.casefold(), each.deputy) for each in (one, other))
    first, last = max(one.since, other.since), min(one.until or date.max, other.until or date.max)
    return one.number != other.number and len(set(office)) == 1 and first <= last


def _from_until(each: Appointment) -> str:
    until = "" if each.until is None else f" until {spoken_day(each.until)}"
    return f" from {spoken_day(each.since)}{until}"


def end(
    number: Annotated[int, typer.Argument(help="The appointment's number.", metavar="NUMBER")],
    reason: Annotated[str, typer.Option("--reason", help="Why.")],
    until: Annotated[
        Any,
        day_option(
            "--until",
            "The last day, included; today if left out. A weekday, or a day without a year, is the "
            "nearest, past or to come.",
            EITHER,
        ),
    ] = None,
    yes: Yes = False,
    council: options.Council = None,
    person: options.As = None,
    dry_run: options.DryRun = False,
) -> Answer:
    """Give an appointment its last day, that day included.

    By: monitoring officer.

    Example: decisions people end 3 --reason 'Left the council' --council herefordshire
    """
    context = Context(council=council, person=person)
    place = context.council_name()
    engine, by, last = context.engine, context.by, until
    whose = [each.name for each in engine.appointments.list(place) if each.number == number]
    outcome = confirmed(
        lambda rehearse: engine.appointments.end(
            place, number, reason=reason, until=last, by=by, dry_run=rehearse
        ),
        f"Appointment {number} at {place}, of {', '.join(whose)}, will be ended. Its last day is "
        f"{'today' if last is None else spoken_day(last)}.",
        yes=yes,
        dry_run=dry_run,
    )
    appointment = accepted(outcome, f"Appointment {number} is not ended.", dry_run=dry_run)
    return Answer(data=appointment, text=[appointment_words(appointment)])


def appointment_words(each: Appointment) -> str:
    """Say who is appointed to what, from when until when."""
    of = f" of {each.of}" if each.of else ""
    deputy = ", deputy" if each.deputy else ""
    return (
        f"Appointment {each.number}: {each.name} ({each.person}), {each.role.label}{of}{deputy} at "
        f"{each.council}{_from_until(each)}."
    )


def whoami(
    council: options.Council = None,
    person: options.As = None,
) -> Answer:
    """Say who acts here, in which roles today, and how that was established.

    Example: decisions whoami --council herefordshire
    """
    context = Context(council=council, person=person)
    place = context.settings["council"].value
    roles: list[Role] = []
    how = context.established
    held = context.has_register()
    if place is not None:
        context.constitution(place)
    if place is not None and held:
        actor = context.engine.appointments.actor(place, context.who, context.established)
        roles, how = sorted(actor.roles), actor.established
        if not roles:
            how = f"{context.established}; no appointment at {place}"
    who = context.who

    def data() -> object:
        from workflow.answers.appointment import ActorAnswer

        return ActorAnswer(person=who, council=place, roles=tuple(roles), established=how)

    def notes() -> Iterator[str]:
        if place is None:
            yield "For roles, name a council: decisions whoami --council NAME"
        elif not roles and (elsewhere := context.appointed_elsewhere(place)):
            yield f"{who} holds no role at {place} today."
            yield wrapped(elsewhere)
        elif not roles and held and context.engine.appointments.list(place):
            yield f"{who} holds no role at {place} today: decisions people list --council {place}"
        elif not roles:
            yield f"{who} holds no role at {place} today."
            if not held:
                yield f"There is no register at {shown(context.address)}: it begins with the first."
            yield from first_appointments(place, who)

    own = (f"  {role.label}: {role.says}" for role in roles)
    return Answer(data=data, text=(f"{in_line(who)} ({how})", *own), notes=notes())
