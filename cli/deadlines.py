"""The command `deadline`: a date counted with its workings; and the two ways in which a person
settles a decision's own deadline once the calendar has changed."""

from collections.abc import Callable
from inspect import Parameter, Signature, signature
from typing import Annotated, Any

import typer

from cli import days, options, reading
from cli.nearing import mind_the_council, mind_the_end
from cli.opening import Opening
from cli.readings import mind_the_rules
from cli.show import finish
from cli.signature import REQUIRED, with_options
from cli.steps import refused_words
from workflow.errors import Invalid
from workflow.procedures.attempt import Taken
from workflow.procedures.expiry.inputs import Review, ReviewDeadline
from workflow.procedures.table import BY_VERB

_STEP = BY_VERB["review-deadline"]
_REASON = Annotated[
    Any,
    typer.Option(
        "--reason",
        help="Why. Text, or @FILE to take it from a file.",
        metavar="TEXT",
        parser=reading.text_or_file,
    ),
]

deadline = typer.Typer(rich_markup_mode=None)


def _counting() -> Callable[..., None]:
    """Give the command that counts, which gives way where one of the others is asked for."""

    def first(ctx: typer.Context, **given: Any) -> None:
        if ctx.invoked_subcommand is None:
            days.deadline(**given)
        elif typed := [name for name in given if _is_typed(ctx, name)]:
            raise Invalid(
                f"{', '.join(typed)} counts a deadline, and does not go with "
                f"{ctx.invoked_subcommand}.",
                remedy=f"As in: decisions deadline {ctx.invoked_subcommand} REF --reason 'why'",
            )

    asked = signature(days.deadline).parameters.values()
    own = Parameter("ctx", Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context)
    first.__signature__ = Signature([own, *asked])  # type: ignore[attr-defined]
    first.__annotations__ = {"ctx": typer.Context, **{p.name: p.annotation for p in asked}}
    first.__doc__ = days.deadline.__doc__
    return first


def _is_typed(ctx: typer.Context, name: str) -> bool:
    source = ctx.get_parameter_source(name)
    return source is not None and source.name == "COMMANDLINE"


def _settling(outcome: Review) -> Callable[..., None]:
    """Give the command that settles a decision's deadline one way."""

    def command(ref: str, **given: Any) -> None:
        opening = Opening(db=given["db"], person=given["person"])
        engine = opening.engine
        now = engine.clock.now()
        found = engine.take(
            ref,
            _STEP.verb,
            by=opening.by,
            details=ReviewDeadline(outcome=outcome, reason=given["reason"]),
            at=given["at"],
            late_reason=given["late_reason"],
            expect_version=given["expect_version"],
            dry_run=given["dry_run"],
        )
        finish(found, refused_words(_STEP, ref), now, dry_run=given["dry_run"])
        if isinstance(found, Taken):
            mind_the_end(engine, found.decision)
            mind_the_council(engine, found.decision)
            mind_the_rules(found)

    asked = {"ref": (options.Ref, REQUIRED), "reason": (_REASON, REQUIRED)}
    return with_options(command, {**asked, **options.OF_A_STEP})


_REVISE = """Move a decision's deadline to where its days now put it, since the calendar changed.

The notice that was printed is noted as wrong, until that is dealt with.

Example: decisions deadline revise HFD-2022-001 --reason 'State Funeral on 19 September'"""
_KEEP = """Keep a decision's deadline as it was printed, though its days now count otherwise.

Example: decisions deadline keep HFD-2022-001 --reason 'Nobody was misled'"""

deadline.callback(invoke_without_command=True)(_counting())
deadline.command("revise", help=_REVISE)(_settling(Review.REVISE))
deadline.command("keep", help=_KEEP)(_settling(Review.KEEP))
