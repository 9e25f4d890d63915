"""The commands that write a statement: `new` and `amend`."""

from dataclasses import replace
from typing import Annotated, Any

import typer

from cli import options, reading
from cli.hours import mind_the_hours
from cli.opening import Opening
from cli.show import finish
from cli.signature import REQUIRED, with_options
from cli.steps import refused_words
from workflow.errors import Invalid
from workflow.lifecycle.table import BY_VERB
from workflow.model.details import Amend
from workflow.model.kind import Access, Kind
from workflow.model.statement import Conflict, Statement, Urgency


def _line(flag: str, help: str) -> Any:
    return typer.Option(flag, help=help, metavar="TEXT")


def _text(flag: str, help: str) -> Any:
    told = f"{help} Text, or @FILE to take it from a file."
    return typer.Option(flag, help=told, parser=reading.text_or_file, metavar="TEXT")


def _day(flag: str, help: str) -> Any:
    return typer.Option(flag, help=help, parser=reading.day_of_ours, metavar="DATE")


Title = Annotated[str | None, _line("--title", "What the decision is called.")]
Body = Annotated[str | None, _line("--body", "Who decides: Cabinet, or the individual by office.")]
KindOption = Annotated[Kind | None, typer.Option("--kind", help="What kind of decision it is.")]
MadeOn = Annotated[Any, _day("--made-on", "The day on which it was made.")]
DecisionText = Annotated[Any, _text("--decision", "What was decided.")]
Reasons = Annotated[Any, _text("--reasons", "The reasons.")]
Alternatives = Annotated[
    list[str] | None,
    typer.Option(
        "--alternative",
        help="An alternative considered and rejected; give it once for each.",
        metavar="TEXT",
    ),
]
NoAlternatives = Annotated[
    bool, typer.Option("--no-alternatives", help="Say expressly that there were none.")
]
Conflicts = Annotated[
    list[str] | None,
    typer.Option(
        "--conflict",
        help="A conflict declared, as 'MEMBER; INTEREST; NOTE OF DISPENSATION'; once for each.",
        metavar="TEXT",
    ),
]
NoConflicts = Annotated[
    bool, typer.Option("--no-conflicts", help="Say expressly that none was declared.")
]
Purpose = Annotated[Any, _text("--purpose", "What the report was for.")]
AccessOption = Annotated[
    Access | None, typer.Option("--access", help="Whether the public may read all of it.")
]
IssueReference = Annotated[
    str | None, _line("--issue-reference", "The council's own reference, as on the paper.")
]
UrgencyReason = Annotated[
    Any, _text("--urgency-reason", "Why it is urgent and cannot reasonably be deferred (reg 11).")
]
UrgencyAgreedBy = Annotated[
    str | None, _line("--urgency-agreed-by", "Who agreed that it is urgent.")
]
UrgencyCapacity = Annotated[
    str | None, _line("--urgency-capacity", "In what capacity, as 'chair of scrutiny'.")
]
Wards = Annotated[
    list[str] | None,
    typer.Option("--ward", help="A ward it affects most; give it once for each.", metavar="TEXT"),
]
Education = Annotated[
    bool | None,
    typer.Option("--education/--not-education", help="Whether it is about education."),
]
PrivateMeeting = Annotated[
    bool | None,
    typer.Option(
        "--private-meeting/--public-meeting", help="Whether it was made at a private meeting."
    ),
]
UrgencyAgreedOn = Annotated[Any, _day("--urgency-agreed-on", "The day on which they agreed.")]


def _conflict(text: str) -> Conflict:
    parts = [part.strip() for part in text.split(";")]
    if len(parts) not in (2, 3) or not all(parts[:2]):
        raise Invalid(
            f"{text[:60]!a} is not a conflict as it is to be written.",
            remedy="Write it as 'MEMBER; INTEREST; NOTE OF DISPENSATION'.",
        )
    return Conflict(
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
            "access",
            "issue_reference",
            "education",
            "private_meeting",
        )
        if given.get(name) is not None
    }
    for name, none in (("alternatives", "no_alternatives"), ("conflicts", "no_conflicts")):
        some = given.get(name.removesuffix("s"))
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
    if given.get("ward"):
        changes["wards"] = tuple(given["ward"])
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
OF_A_STATEMENT: dict[str, tuple[Any, Any]] = {
    "title": (Title, None),
    "body": (Body, None),
    "kind": (KindOption, None),
    "made_on": (MadeOn, None),
    "decision": (DecisionText, None),
    "reasons": (Reasons, None),
    "alternative": (Alternatives, None),
    "no_alternatives": (NoAlternatives, False),
    "conflict": (Conflicts, None),
    "no_conflicts": (NoConflicts, False),
    "purpose": (Purpose, None),
    "access": (AccessOption, None),
    "issue_reference": (IssueReference, None),
    "ward": (Wards, None),
    "education": (Education, None),
    "private_meeting": (PrivateMeeting, None),
    "urgency_reason": (UrgencyReason, None),
    "urgency_agreed_by": (UrgencyAgreedBy, None),
    "urgency_capacity": (UrgencyCapacity, None),
    "urgency_agreed_on": (UrgencyAgreedOn, None),
}


def _new(**given: Any) -> None:
    begin(
        said(given, None),
        Opening(db=given["db"], council=given["council"], person=given["person"]),
        ref=given["ref"],
        at=given["at"],
        late_reason=given["late_reason"],
        dry_run=given["dry_run"],
    )


def begin(
    statement: Statement,
    opening: Opening,
    *,
    ref: str | None,
    at: Any,
    late_reason: str | None,
    dry_run: bool,
) -> None:
    """Begin a draft with this statement, and say so."""
    name = opening.council_name()
    engine = opening.engine
    now = engine.clock.now()
    engine.constitution(name)
    outcome = engine.draft(
        council=name,
        statement=statement,
        by=opening.by,
        ref=ref,
        at=at,
        late_reason=late_reason,
        dry_run=dry_run,
    )
    finish(outcome, refused_words(BY_VERB["draft"], ref or "a new decision"), now, dry_run=dry_run)


def _amend(ref: str, **given: Any) -> None:
    opening = Opening(db=given["db"], person=given["person"])
    engine = opening.engine
    now = engine.clock.now()
    before = engine.get(ref)
    statement = engine.statement_of(before)
    mind_the_hours(engine, ref, given)
    outcome = engine.take(
        ref,
        "amend",
        by=opening.by,
        details=Amend(statement=said(given, statement)),
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
