"""The commands that write a statement: `new` and `amend`."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Annotated, Any, Final

import typer

from cli.command import REQUIRED, with_options
from cli.context import Context
from cli.shown.answer import Answer
from cli.shown.outcome import step_answer
from cli.shown.output import warning_line
from cli.typed import options
from cli.typed.date_options import PAST, instant_option
from cli.typed.hour_needed import check_hours
from cli.typed.statement_options import OF_A_STATEMENT, statement_from
from cli.warnings.appointments import before_appointment
from workflow.clock import london_day
from workflow.errors import Invalid
from workflow.model.statement import Statement
from workflow.procedures.attempt import Taken
from workflow.procedures.making.inputs import Amend
from workflow.procedures.table import BY_NAME

_ORDINARY: Final = timedelta(days=7)
"""How long after the meeting a draft is still an ordinary one. Two working days after it are six
days at most, over Easter; a week later, what follows has mostly been done."""
DraftedAt = Annotated[
    Any,
    instant_option(
        "--at",
        "When it was drafted, if not now: yesterday 3pm, 18 Oct 15:00. Needs --late-reason. No "
        "later step can be dated before it.",
        PAST,
    ),
]
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
        anew="new …",
        ref=given["ref"],
        at=given["at"],
        late_reason=given["late_reason"],
        dry_run=given["dry_run"],
    )


def begin(
    statement: Statement,
    context: Context,
    *,
    anew: str,
    ref: str | None,
    at: Any,
    late_reason: str | None,
    dry_run: bool,
) -> Answer:
    """Begin a draft with this statement, and say so; `anew` is the command that does it again."""
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

    def warnings(taken: Taken) -> Iterator[str]:
        yield from before_appointment(engine, taken, context.who)
        if at is None:
            yield from _made_long_ago(taken.decision.ref, statement.made_on, now, anew)

    return step_answer(outcome, what, now, warnings, dry_run=dry_run)


def _made_long_ago(ref: str, made_on: date | None, now: datetime, anew: str) -> Iterator[str]:
    """Warn that what follows a draft begun now cannot be dated before it, where the decision was
    made long before: the draft is then most likely from the paper file."""
    if made_on is not None and london_day(now) - made_on > _ORDINARY:
        yield warning_line(
            "No later step can be dated before now. If it is from the paper file, draft it anew "
            f"with its own time: decisions withdraw {ref} --reason 'Drafted without --at'; then "
            f"decisions {anew} --at WHEN --late-reason TEXT"
        )


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

    def warnings(taken: Taken) -> Iterator[str]:
        return before_appointment(engine, taken, context.who)

    return step_answer(outcome, what, now, warnings, dry_run=given["dry_run"])


new = with_options(
    _new,
    {
        "alone": (AloneTitle, None),
        "council": (options.Council, None),
        **OF_A_STATEMENT,
        "ref": (Reference, None),
        **{n: option for n, option in options.OF_A_STEP.items() if n != "expect_version"},
        "at": (DraftedAt, None),
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
