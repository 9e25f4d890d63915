"""The command that sets a user up: the settings, the register and the first appointments, by a few
questions or by options."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from cli.commands.config import System, council_called, must_not_be_final, setting_words
from cli.commands.people import NOT_RECORDED, appointment_words
from cli.context import Context, os_user
from cli.settings_file import (
    must_be_writable,
    overruled,
    settings_file,
    value_for,
    write_settings,
)
from cli.shown.answer import Answer
from cli.shown.fitting import wrapped
from cli.shown.output import Invocation, end_refused, mark_kept, note
from cli.typed import options
from cli.typed.asking import is_anyone_there, must_ask
from cli.typed.date_options import PAST, day_option
from workflow import config
from workflow.clock import london_day
from workflow.errors import Invalid, NotFound
from workflow.files.opening import shown
from workflow.model.people import Appointment, Role
from workflow.store.address import masked

if TYPE_CHECKING:
    from workflow.engine import Engine

_OFFICES: Final = (
    (Role.PROPER_OFFICER, "--proper-officer", "Who is proper officer"),
    (Role.DECISION_MAKER, "--decision-maker", "Who makes decisions (; between several)"),
    (Role.MONITORING_OFFICER, "--monitoring-officer", "Who is monitoring officer"),
)
"""Whom is asked for, in the order in which they are appointed: once a monitoring officer is in
office, nobody else may appoint."""
_APPOINTS: Final = Role.MONITORING_OFFICER
"""Who appoints, once one is in office."""
_SEVERAL: Final = ";"
_PERSON: Final = "LOGIN, or LOGIN=NAME"


def _person(flag: str, help: str) -> Any:
    return typer.Option(flag, help=f"{help}, as {_PERSON}.", metavar="PERSON")


@dataclass(kw_only=True)
class _Set:
    """What is wanted, and what came of it."""

    council: str
    file: Path
    settings: dict[str, str]
    before: dict[str, str | None] = field(default_factory=dict)
    begun: bool = False
    appointed: list[Appointment] = field(default_factory=list)
    there: list[Appointment] = field(default_factory=list)


def init(
    council: options.Council = None,
    db: options.Db = None,
    proper_officer: Annotated[str | None, _person("--proper-officer", "The proper officer")] = None,
    monitoring_officer: Annotated[
        str | None, _person("--monitoring-officer", "The monitoring officer")
    ] = None,
    decision_maker: Annotated[
        list[str] | None, _person("--decision-maker", "A decision maker; once for each")
    ] = None,
    since: Annotated[
        Any,
        day_option(
            "--since",
            "The first day in office of those it appoints; today if left out.",
            PAST,
        ),
    ] = None,
    system: System = False,
    for_the_group: options.ForTheGroup = False,
    person: options.As = None,
) -> Answer:
    """Set up: which council, where the register is, and who holds which office.

    It asks what the options do not say, writes your own settings file (with --system the
    machine's), begins the register if there is none, and makes the first appointments. It leaves
    what is there already, and says so.

    Example: decisions init --council salford --proper-officer 'jsmith=J Smith'
    --monitoring-officer asharp --decision-maker mayor
    """
    asks = is_anyone_there() and not Invocation.as_json
    named = {
        Role.PROPER_OFFICER: [proper_officer] if proper_officer else [],
        Role.DECISION_MAKER: list(decision_maker or ()),
        Role.MONITORING_OFFICER: [monitoring_officer] if monitoring_officer else [],
    }
    context = Context(db=db, council=council, person=person, begins=True, shared=for_the_group)
    answers = _wanted(context, system=system, asks=asks)
    elsewhere = answers.settings["database"] != context.settings["database"].value
    context = Context(
        db=answers.settings["database"] if elsewhere else db,
        council=answers.council,
        person=person,
        begins=True,
        shared=for_the_group,
    )
    context.constitution(answers.council)
    held = _in_office(context, answers.council)
    _ask_who(named, held, asks=asks)
    answers.begun, answers.there = not context.has_register(), list(held)
    _appoint(context, answers, _people(named), since)
    answers.before = write_settings(answers.file, answers.settings)
    mark_kept(dry_run=False)
    return Answer(data=_plain(answers), text=_lines(answers), warnings=overruled(answers.settings))


def _wanted(context: Context, *, system: bool, asks: bool) -> _Set:
    """Settle the council, the register and the file, and refuse what the file says otherwise."""
    file = settings_file(system=system)
    there = config.read_settings(file)
    council = context.settings["council"].value
    if council is not None:
        council = council_called(council)
    elif asks:
        council = _asked_council()
    else:
        raise Invalid("No council is named.", remedy="Give --council NAME.")
    set_there = context.settings["database"]
    is_default = set_there.origin == "default"
    # The machine's register is nobody's own: it has no usual place.
    address = None if system and is_default else set_there.value
    if asks and is_default:
        address = must_ask("Where the register is, a file or an address", address)
    if not address:
        raise Invalid("No register is named.", remedy="Say where it is: --db FILE")
    wanted = {"council": council, "database": value_for("database", address, system=system)}
    for key, value in wanted.items():
        must_not_be_final(key, value, system=system)
        if there.get(key, value) != value:
            raise Invalid(
                f"{shown(file)} says that {key} is {masked(there[key])}.",
                remedy=f"If it is to be another: decisions config set {key} {masked(value)}"
                f"{' --system' if system else ''}; then give this again.{_second(key, wanted)}",
            )
    if any(there.get(key) != value for key, value in wanted.items()):
        must_be_writable(file)
    return _Set(council=council, file=file, settings=wanted)


def _second(key: str, wanted: dict[str, str]) -> str:
    """Say how a second council comes to a register: it needs no settings."""
    if key != "council":
        return ""
    first, second, last = (_to_appoint(role, wanted["council"]) for role, _, _ in _OFFICES)
    return (
        " If it is a second council of the same register, appoint its officers: "
        f"{first}; then {second}; then, last, {last}"
    )


def _asked_council() -> str:
    """Ask for the council until one is on file."""
    while True:
        name = must_ask("Council, as in salford")
        try:
            return council_called(name)
        except NotFound as wrong:
            note(wrapped(f"{wrong} {wrong.cure}"))


def _in_office(context: Context, council: str) -> list[Appointment]:
    """Give who holds which of these offices today; nobody where there is no register."""
    if not context.has_register():
        return []
    engine: Engine = context.engine
    today = london_day(engine.clock.now())
    offices = [role for role, _, _ in _OFFICES]
    return [
        each
        for each in engine.appointments.list(council)
        if each.role in offices and each.in_force_on(today)
    ]


def _ask_who(named: dict[Role, list[str]], held: Sequence[Appointment], *, asks: bool) -> None:
    """Ask who holds each office that nobody is named for and nobody holds. There must be a proper
    officer; for the others, an empty line says that there is nobody yet, as an option left out
    does where nobody can be asked."""
    missing = [
        each for each in _OFFICES if not named[each[0]] and all(h.role != each[0] for h in held)
    ]
    if not asks:
        if any(role is Role.PROPER_OFFICER for role, _, _ in missing):
            raise Invalid(
                "It is not said who is proper officer.",
                remedy=f"Give --proper-officer PERSON. PERSON is {_PERSON}.",
            )
        return
    for role, _, question in missing:
        if role is Role.PROPER_OFFICER:
            # Whoever looks after the machine is seldom an officer.
            who = must_ask(f"{question}: {_PERSON}", None if os_user() == "root" else os_user())
        else:
            who = must_ask(f"{question}: {_PERSON}. Press Enter for nobody yet", "")
        several = role is Role.DECISION_MAKER
        named[role] += [each.strip() for each in (who.split(_SEVERAL) if several else [who])]


def _appoint(
    context: Context, answers: _Set, people: Iterable[tuple[Role, str, str]], since: date | None
) -> None:
    """Appoint whom nobody has appointed yet; end where the register refuses one."""
    for role, login, name in people:
        if any(each.role is role and each.person == login for each in answers.there):
            continue
        outcome = context.engine.appointments.appoint(
            answers.council, login, role, name=name or None, since=since, by=context.by
        )
        if not isinstance(outcome, Appointment):
            for each in answers.appointed:
                note(appointment_words(each))
            raise end_refused(NOT_RECORDED.format(login), outcome.refusals)
        answers.appointed.append(outcome)


def _people(named: dict[Role, list[str]]) -> Iterator[tuple[Role, str, str]]:
    for role, _, _ in _OFFICES:
        for each in named[role]:
            login, _, name = each.partition("=")
            if login.strip():
                yield role, login.strip(), name.strip()


def _to_appoint(role: str, council: str) -> str:
    return f"decisions people add PERSON --role {role} --council {council}"


def _lines(answers: _Set) -> Iterator[str]:
    for key, value in answers.settings.items():
        yield wrapped(setting_words(key, value, answers.before), "", "  ")
    yield f"  In {shown(answers.file)}"
    if not answers.begun:
        yield wrapped(f"The register is there: {masked(answers.settings['database'])}", "", "  ")
    for each in answers.there:
        yield wrapped(f"In office already. {appointment_words(each)}", "", "  ")
    for each in answers.appointed:
        yield wrapped(appointment_words(each), "", "  ")
    filled = {each.role for each in (*answers.there, *answers.appointed)}
    for role, _, _ in _OFFICES:
        if role not in filled:
            command = _to_appoint(role, answers.council)
            nobody = f"Nobody is {role.label} yet. When there is somebody: {command}"
            yield wrapped(nobody, "", "  ")
    appoints = [each for each in (*answers.there, *answers.appointed) if each.role is _APPOINTS]
    heading = f"Further people are appointed by the {_APPOINTS.label}"
    for each in appoints[:1]:
        further = _to_appoint("ROLE", answers.council)
        if config.settings({})["as"].final:
            told = f"{heading}. {each.person} gives: {further}"
        else:
            told = f"{heading}: {further} --as {each.person}"
        yield wrapped(told, "", "  ")
    yield "To begin a decision: decisions new --help"


def _plain(answers: _Set) -> dict[str, Any]:
    return {
        "file": str(answers.file),
        "settings": {key: masked(value) for key, value in answers.settings.items()},
        "changed": sorted(answers.before),
        "register_begun": answers.begun,
        "appointed": answers.appointed,
        "in_office": answers.there,
    }
