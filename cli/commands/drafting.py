"""The commands that write a statement: `new` and `amend`."""

from dataclasses import replace
from typing import Annotated, Any

import typer

from cli import options, reading
from cli.commands.steps import refused_words
from cli.context import Context
from cli.hours import mind_the_hours
from cli.made_options import REQUIRED, with_options
from cli.outcome import finish
from cli.said import OF_A_STATEMENT
from workflow.errors import Invalid
from workflow.model.statement import ConflictOfInterest, Statement, Urgency
from workflow.procedures.making.inputs import Amend
from workflow.procedures.table import BY_VERB


def _conflict(text: str) -> ConflictOfInterest:
    parts = [part.strip() for part in text.split(";")]
    if len(parts) not in (2, 3) or not all(parts[:2]):
        raise Invalid(
            f"{text[:60]!a} is not a conflict as it is to be written.",
            remedy="Write it as 'MEMBER; INTEREST; NOTE OF DISPENSATION'.",
        )
    return ConflictOfInterest(
        member=parts[0], interest=parts[1], dispensation=parts[2] if len(parts) == 3 else ""
    )


def said(
    given: dict[str, Any],
    before: Statement | None,
    command: str = "amend",
    *,
    besides: bool = False,
) -> Statement:
    """Give the statement that these options make, on top of what was said before; `besides` says
    that something else is changed, so that it may stay as it is."""
    changes = {
        name: given[name]
        for name in (
            "title",
            "body",
            "kind",
            "made_on",
            "decision",
            "reasons",
            "purpose",
            "consultation",
            "access",
            "issue_reference",
            "education",
            "private_meeting",
        )
        if given.get(name) is not None
    }
    for name, one in (
        ("alternatives", "alternative"),
        ("conflicts", "conflict"),
        ("apologies", "apology"),
    ):
        some, none = given.get(one), f"no_{name}"
        if some and given.get(none):
            raise Invalid(
                f"There cannot be {name} and none.",
                remedy=f"Give --{none.replace('_', '-')}, or each one, and not both.",
            )
        if given.get(none):
            changes[name] = ()
        elif some:
            read = _conflict if name == "conflicts" else reading.text_or_file
            changes[name] = tuple(read(text) for text in some)
    for name, one in (("wards", "ward"), ("attended", "attended")):
        if given.get(one):
            changes[name] = tuple(given[one])
    urgency = {
        name.removeprefix("urgency_"): given[name]
        for name in ("urgency_reason", "urgency_agreed_by", "urgency_capacity", "urgency_agreed_on")
        if given.get(name) is not None
    }
    if urgency:
        told = before.urgency if before is not None else None
        changes["urgency"] = replace(told or Urgency(), **urgency)
    if given.get("no_urgency"):
        if urgency:
            raise Invalid(
                "It is either urgent or not.", remedy="Leave out --no-urgency, or the rest."
            )
        changes["urgency"] = None
    if before is not None:
        if not changes and not besides:
            raise Invalid(
                "There is nothing to change.",
                remedy=f"See what can be: decisions {command} --help",
            )
        return replace(before, **changes)
    missing = [f"--{name}" for name in ("title", "body", "kind") if name not in changes]
    if missing:
        raise Invalid(f"A draft needs {', '.join(missing)}.", remedy="See: decisions new --help")
    return Statement(**changes)


NoUrgency = Annotated[
    bool, typer.Option("--no-urgency", help="It is not taken under special urgency after all.")
]
Reference = Annotated[
    str | None,
    typer.Option("--ref", help="The reference; the next free one if left out.", metavar="REF"),
]


def _new(**given: Any) -> None:
    begin(
        said(given, None),
        Context(db=given["db"], council=given["council"], person=given["person"]),
        ref=given["ref"],
        at=given["at"],
        late_reason=given["late_reason"],
        dry_run=given["dry_run"],
    )


def begin(
    statement: Statement,
    context: Context,
    *,
    ref: str | None,
    at: Any,
    late_reason: str | None,
    dry_run: bool,
) -> None:
    """Begin a draft with this statement, and say so."""
    name = context.council_name()
    engine = context.engine
    now = engine.clock.now()
    engine.constitutions.in_use(name)
    outcome = engine.draft(
        council=name,
        statement=statement,
        by=context.by,
        ref=ref,
        at=at,
        late_reason=late_reason,
        dry_run=dry_run,
    )
    finish(outcome, refused_words(BY_VERB["new"], ref or "a new decision"), now, dry_run=dry_run)


def _amend(ref: str, **given: Any) -> None:
    context = Context(db=given["db"], person=given["person"])
    engine = context.engine
    now = engine.clock.now()
    before = engine.get(ref)
    statement = engine.statement(before)
    mind_the_hours(engine, ref, given)
    outcome = engine.take(
        ref,
        Amend(statement=said(given, statement)),
        by=context.by,
        at=given["at"],
        late_reason=given["late_reason"],
        expect_version=given["expect_version"] or before.version,
        dry_run=given["dry_run"],
    )
    finish(outcome, refused_words(BY_VERB["amend"], ref), now, dry_run=given["dry_run"])


new = with_options(
    _new,
    {
        "council": (options.Council, None),
        **OF_A_STATEMENT,
        "ref": (Reference, None),
        **{n: option for n, option in options.OF_A_STEP.items() if n != "expect_version"},
    },
)
amend = with_options(
    _amend,
    {
        "ref": (options.Ref, REQUIRED),
        **OF_A_STATEMENT,
        "no_urgency": (NoUrgency, False),
        **options.OF_A_STEP,
    },
)
