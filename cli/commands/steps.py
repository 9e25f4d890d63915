"""One command for each row of the table that asks only for a few fields; made from the row."""

from collections.abc import Callable, Iterator
from dataclasses import MISSING, Field, fields
from datetime import date, datetime
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

import typer

from cli.command import REQUIRED, with_options
from cli.context import Context
from cli.shown.answer import Answer
from cli.shown.outcome import step_answer
from cli.typed import options, parsing
from cli.typed.asking import CONFIRMED_STEPS, Yes, confirmed
from cli.typed.date_options import COMING, PAST, WithoutYear, day_option, instant_option, settled
from cli.typed.hour_needed import check_hours
from cli.typed.only_choice import ONLY_ONE, fill_in_the_only_choice, may_be_left_out
from cli.warnings.appointments import before_appointment
from cli.warnings.horizon import council_ends, near_horizon
from cli.warnings.rules import members_left_out, short_notice, unsure_rules
from workflow.constitution.jurisdiction import HOME
from workflow.model.inputs import long_fields
from workflow.model.statement import Statement
from workflow.procedures.attempt import Refused, Taken
from workflow.procedures.step import Step
from workflow.procedures.table import BY_NAME

_DAY_ALONE = {"published_at": "A day alone is enough.", "acted_at": "Give the time too."}
_MAY_DO = "A day alone is enough if the time makes no difference."
"""The message for an instant of which only the day is given."""
LateOrReceived = Annotated[
    str | None,
    typer.Option(
        "--late-reason",
        help="Why it is entered after it happened. Needed with --at, and once the call-in period "
        "has ended.",
        metavar="TEXT",
    ),
]


def option_for(kind: Any, name: str, help: str, *, long: bool, to_come: bool = False) -> Any:
    """Give the annotation of an option for a field of this kind; long text may be in a file."""
    flag = f"--{name.replace('_', '-')}"
    if get_origin(kind) in (Union, UnionType) and NoneType in get_args(kind):
        kind = next(arm for arm in get_args(kind) if arm is not NoneType)
    if kind is int:
        return Annotated[int, typer.Option(flag, help=help, metavar="NUMBER")]
    if get_origin(kind) is tuple:
        many = typer.Option(flag, help=help, metavar="TEXT")
        return Annotated[list[str], many]
    if isinstance(kind, type) and issubclass(kind, Enum):
        return Annotated[kind, typer.Option(flag, help=help)]
    nearest = COMING if to_come else PAST
    if issubclass(kind, datetime):
        full_help = f"{help} {_DAY_ALONE.get(name, _MAY_DO)}"
        return Annotated[Any, instant_option(flag, full_help, nearest, waits=True)]
    if issubclass(kind, date):
        return Annotated[Any, day_option(flag, help, nearest, waits=True)]
    parser: Callable[[str], str] = str
    if long:
        help, parser = f"{help} Text, or @FILE to take it from a file.", parsing.text_or_file
    return Annotated[Any, typer.Option(flag, help=help, metavar="TEXT", parser=parser)]


def _asked(step: Step) -> dict[str, tuple[Any, Any]]:
    hints, long = get_type_hints(step.inputs), long_fields(step.inputs)
    return {
        field.name: (
            option_for(
                hints[field.name],
                field.name,
                _help_of(step, field),
                long=field.name in long,
                to_come=field.metadata["to_come"],
            ),
            None if may_be_left_out(step, field.name) else _default(field),
        )
        for field in fields(step.inputs)
    }


def _help_of(step: Step, field: Field[Any]) -> str:
    told: str = field.metadata["help"]
    return f"{told} {ONLY_ONE}" if may_be_left_out(step, field.name) else told


def _default(field: Field[Any]) -> Any:
    """Give what stands where an option is left out; an empty list for one that may be repeated."""
    if field.default is MISSING:
        return REQUIRED
    return [] if field.default == () else field.default


def command_for(step: Step) -> Callable[..., Answer]:
    """Make the command of a step: its reference, what it asks for, and the shared options."""
    options_asked = _asked(step)

    def command(ref: str, **given: Any) -> Answer:
        context = Context(person=given["person"])
        engine = context.engine
        now = engine.clock.now()
        fill_in_the_only_choice(engine, ref, step, given)
        _settle(step, given, lambda: engine.statement(engine.get(ref)))
        details = step.inputs(**{name: _whole(given[name]) for name in options_asked})

        def take(dry_run: bool) -> Taken | Refused:
            return engine.take(
                ref,
                details,
                by=context.by,
                at=given["at"],
                late_reason=given["late_reason"],
                expect_version=given["expect_version"],
                dry_run=dry_run,
            )

        check_hours(engine, ref, given, lambda: take(dry_run=True))
        what = CONFIRMED_STEPS.get(step.name, "").format(ref=ref, number=given.get("number") or "")
        what = " ".join(what.split())
        yes = given.get("yes", True)
        outcome = confirmed(take, what, yes=yes, dry_run=given["dry_run"])

        def warnings(taken: Taken) -> Iterator[str]:
            yield from before_appointment(engine, taken, context.who)
            yield from near_horizon(engine.lookup, taken.decision)
            yield from unsure_rules(engine, taken)
            yield from council_ends(engine.lookup, taken.decision)
            yield from short_notice(engine.lookup, taken)
            yield from members_left_out(engine, taken)

        return step_answer(outcome, step.cannot_on(ref), now, warnings, dry_run=given["dry_run"])

    sure = {"yes": (Yes, False)} if step.name in CONFIRMED_STEPS else {}
    late = {"late_reason": (LateOrReceived, None)} if "received_at" in options_asked else {}
    given_too = {**sure, **options.OF_A_STEP, **late}
    return with_options(command, {"ref": (options.Ref, REQUIRED), **options_asked, **given_too})


def _settle(step: Step, options: dict[str, Any], statement: Callable[[], Statement]) -> None:
    """Read the days that were given without their year, each beside what it goes by."""
    waiting = [each for each in fields(step.inputs) if isinstance(options[each.name], WithoutYear)]
    text = statement() if waiting else None
    for each in waiting:
        beside = each.metadata["beside"](options, text)
        side = "after" if each.metadata["to_come"] else "before"
        options[each.name] = settled(options[each.name], **{side: beside})


def _whole(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def help_for(*steps: Step) -> str:
    """Give the help of the steps of one command: what each does, who may, from where, under what,
    and an example."""
    paragraphs = []
    for step in steps:
        who = ", ".join(role.label for role in step.by)
        sources = ", ".join(state.label for state in step.source) or "nothing yet"
        leads = step.target.label if step.target is not None else "the same state"
        paragraphs.append(f"{step.says}\n\nBy: {who}. From: {sources}. To: {leads}.")
        home = HOME.get(step.under)
        where = "" if home is None else f", in {home.label}"
        paragraphs.append(f"Under{where}: {step.under}.")
    first = steps[0]
    paragraphs.append(f"Example: decisions {first.on_terminal} {first.example}")
    return "\n\n".join(paragraphs)


def step_command(name: str) -> Callable[..., Answer]:
    """Give the command of a step by its name on the terminal."""
    return command_for(BY_NAME[name.replace(" ", "-")])
