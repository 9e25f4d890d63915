"""The commands that write a statement: `new` and `amend`."""

from typing import Annotated, Any

import typer

from cli import options
from cli.answer import Answer
from cli.command import REQUIRED, with_options
from cli.context import Context
from cli.hour_needed import check_hours
from cli.outcome import step_answer
from cli.statement_options import OF_A_STATEMENT, statement_from
from workflow.errors import Invalid
from workflow.model.statement import Statement
from workflow.procedures.making.inputs import Amend
from workflow.procedures.table import BY_NAME

AloneTitle = Annotated[
    str | None,
    typer.Argument(help="What the decision is called; as --title.", metavar="[TITLE]"),
]
NoUrgency = Annotated[
    bool, typer.Option("--no-urgency", help="It is not taken under special urgency after all.")
]
Reference = Annotated[
    str | None,
    typer.Option("--ref", help="The reference; the next free one if left out.", metavar="REF"),
]


def _new(alone: str | None, **given: Any) -> Answer:
    if alone is not None and given["title"] is not None:
        raise Invalid("The title is given twice.", remedy="Give it once: alone, or with --title.")
    given["title"] = alone or given["title"]
    return begin(
        statement_from(given, None),
        Context(council=given["council"], person=given["person"]),
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
) -> Answer:
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
    what = BY_NAME["new"].cannot_on(ref or "a new decision")
    return step_answer(outcome, what, now, dry_run=dry_run)


def _amend(ref: str, **given: Any) -> Answer:
    context = Context(person=given["person"])
    engine = context.engine
    now = engine.clock.now()
    before = engine.get(ref)
    statement = engine.statement(before)
    check_hours(engine, ref, given)
    outcome = engine.take(
        ref,
        Amend(statement=statement_from(given, statement)),
        by=context.by,
        at=given["at"],
        late_reason=given["late_reason"],
        expect_version=given["expect_version"] or before.version,
        dry_run=given["dry_run"],
    )
    what = BY_NAME["amend"].cannot_on(ref)
    return step_answer(outcome, what, now, dry_run=given["dry_run"])


new = with_options(
    _new,
    {
        "alone": (AloneTitle, None),
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
