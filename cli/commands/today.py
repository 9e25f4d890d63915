"""The command that says what needs somebody today, or ends soon."""

from collections.abc import Iterator, Sequence
from datetime import date
from shlex import quote
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cli.context import Context
from cli.exits import DONE, code_for_fault
from cli.shown.answer import Answer, File, Verbatim
from cli.shown.fitting import wrapped
from cli.shown.output import Invocation, warning_line
from cli.typed import options
from cli.typed.choices import chosen
from cli.typed.date_options import COMING, day_option
from cli.typed.only_one import only_one
from cli.typed.relative_days import sunday_of
from cli.warnings.horizon import clock_in_doubt
from workflow.clock import london_day
from workflow.errors import BadConstitution, Invalid, NotFound, WorkflowError
from workflow.model.people import Person, Role
from workflow.today.matter import Today, TodayMatter
from workflow.today.today import MOST_DAYS, last_of
from workflow.today.wording import by_day, heading, hour, named, nothing, whom

if TYPE_CHECKING:
    from workflow.engine import Engine


def _role(typed: str) -> Any:
    return chosen(Role, typed, "--for")


def today(
    council: options.Council = None,
    every: options.EveryCouncil = False,
    mine: Annotated[
        bool, typer.Option("--mine", help="Only what is for the roles you hold today.")
    ] = False,
    roles: Annotated[
        list[Any] | None,
        typer.Option(
            "--for",
            parser=_role,
            help="Only what is for this role; once for each. Which there are: decisions help "
            "roles.",
            metavar="ROLE",
        ),
    ] = None,
    until: Annotated[
        Any, day_option("--until", "The last day to look at, that day included.", COMING)
    ] = None,
    days: Annotated[
        int | None,
        typer.Option(
            "--days",
            min=1,
            max=MOST_DAYS,
            help="How many days to look at, today being the first; 7 if left out.",
        ),
    ] = None,
    week: Annotated[
        bool, typer.Option("--week", help="Look at the days to the end of Sunday.")
    ] = False,
    as_markdown: Annotated[
        bool, typer.Option("--markdown", help="Answer in Markdown, for a message to a team.")
    ] = False,
    as_ics: Annotated[
        bool, typer.Option("--ics", help="Answer with entries for a calendar (iCalendar).")
    ] = False,
    person: options.As = None,
) -> Answer:
    """Show what needs somebody today, or ends soon.

    Each has the command to type. What is overdue comes first, then what ends soon, then what can be
    done at any time.

    Example: decisions today --mine --week
    """
    only_one("--mine" if mine else "", "--for" if roles else "")
    only_one(
        "--until" if until is not None else "",
        "--days" if days is not None else "",
        "--week" if week else "",
    )
    context = Context(council=council, person=person)
    engine = context.engine
    last = _last_day(london_day(engine.clock.now()), until, days, week=week)
    me = Person(person=context.who, established=context.established)
    by = me if mine else roles or None
    code, beside = DONE, tuple(clock_in_doubt(engine))
    if every:
        found, wanting = _of_every_council(engine, last, by)
        beside += tuple(warning_line(f"{name} is left out. {wanting[name]}") for name in wanting)
        code = max(map(code_for_fault, wanting.values()), default=DONE)
        data: Today | list[Today] = found
    else:
        data = engine.today(_the_council(context), until=last, by=by)
        found = [data]
    if as_ics:
        from workflow.answers.as_ics import as_ics as in_ics

        undated = sum(matter.day is None for each in found for matter in each.matters)
        told = [f"{undated} without a day are not in the file: decisions today"] if undated else []
        return Answer(data=data, text=[File(in_ics(found))], notes=told, warnings=beside, code=code)
    if as_markdown:
        from workflow.answers.as_markdown import as_markdown as in_markdown

        whole = "\n".join(in_markdown(each) for each in found)
        lines = map(Verbatim, whole.split("\n")[:-1])
        return Answer(data=data, text=lines, warnings=beside, code=code)
    text = _text(context, found)
    return Answer(data=data, text=text, notes=_notes(found), warnings=beside, code=code)


def _last_day(day: date, until: date | None, days: int | None, *, week: bool) -> date | None:
    """Give the last day to look at; None where that is left to the engine."""
    if week:
        return sunday_of(day)
    return until if days is None else last_of(day, days)


def _the_council(context: Context) -> str:
    """Give the council that is named or set. Raises Invalid, with how to see every one, where none
    is."""
    try:
        return context.council_name()
    except Invalid as wrong:
        every = f"{wrong.cure.rstrip('.')}; or look at every council: decisions today --all"
        raise Invalid(str(wrong), remedy=every) from None


def _of_every_council(
    engine: "Engine", last: date | None, by: Any
) -> tuple[list[Today], dict[str, WorkflowError]]:
    """Give what is to be done at each council that has decisions or people on the register; and
    each of which that cannot be said, as its rules are not on file. Raises that where there is no
    other."""
    with_decisions = engine.lookup.councils_with_decisions()
    found, wanting = list[Today](), dict[str, WorkflowError]()
    for name in sorted({*with_decisions, *engine.appointments.councils()}):
        try:
            found.append(engine.today(name, until=last, by=by))
        except (BadConstitution, NotFound) as wrong:
            wanting[name] = wrong
    if wanting and not found:
        raise next(iter(wanting.values()))
    return found, wanting


def _text(context: Context, found: Sequence[Today]) -> Iterator[str]:
    if not found:
        yield "There is nothing on this register yet. To begin: decisions new --help"
    for number, each in enumerate(found):
        if number:
            yield ""
        if each.roles is not None and not each.roles:
            yield from _no_role(context, each)
        elif not each.matters:
            yield wrapped(nothing(each))
        else:
            yield wrapped(heading(each))
            for name, matters in by_day(each):
                yield from ("", name)
                for matter in matters:
                    yield from _entry(matter)


def _no_role(context: Context, each: Today) -> Iterator[str]:
    yield wrapped(f"{context.who} holds no role at {each.council} today, so nothing is theirs.")
    elsewhere = context.appointed_elsewhere(each.council)
    if elsewhere:
        yield wrapped(elsewhere)
    yield wrapped(f"What needs anybody: decisions today --council {each.council}")


def _entry(each: TodayMatter) -> Iterator[str]:
    when = hour(each)
    yield wrapped(f"{when}{'  ' if when else ''}{named(each)}", "  ", "    ")
    yield wrapped(each.says, "    ")
    yield wrapped(f"For: {whom(each)}", "    ", "         ")
    first, *others = each.commands
    yield wrapped(f"Do: {first}", "    ", "        ")
    for command in others:
        yield wrapped(f"or: {command}", "    ", "        ")


def _notes(found: Sequence[Today]) -> Iterator[str]:
    if Invocation.register is not None and any(each.matters for each in found):
        yield f"Add to each command: --db {quote(Invocation.register)}"
