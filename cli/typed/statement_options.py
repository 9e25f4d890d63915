"""The options that say what a statement is to read, and the statement that they make."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated, Any, Final

import typer

from cli.typed import parsing
from cli.typed.date_options import PAST, day_option, settled
from workflow.errors import Invalid
from workflow.model.kind import Access, Kind
from workflow.model.statement import ConflictOfInterest, Statement, Urgency
from workflow.text import joined


def _line(flag: str, help: str) -> Any:
    return typer.Option(flag, help=help, metavar="TEXT")


def _text(flag: str, help: str) -> Any:
    told = f"{help} Text, or @FILE to take it from a file."
    return typer.Option(flag, help=told, parser=parsing.text_or_file, metavar="TEXT")


def _day(flag: str, help: str) -> Any:
    return day_option(flag, help, PAST, waits=True)


def _one(option: Any, of: Any = str) -> tuple[Any, None]:
    return Annotated[of | None, option], None


def _several(flag: str, help: str, metavar: str = "TEXT") -> tuple[Any, None]:
    return Annotated[list[str] | None, typer.Option(flag, help=help, metavar=metavar)], None


def _none(flag: str, help: str) -> tuple[Any, bool]:
    return Annotated[bool, typer.Option(flag, help=help)], False


OF_A_STATEMENT: Final[dict[str, tuple[Any, Any]]] = {
    "title": _one(_line("--title", "What the decision is called.")),
    "body": _one(_line("--body", "Who decides: Cabinet, or the individual by office.")),
    "kind": _one(typer.Option("--kind", help="What kind of decision it is."), Kind),
    "made_on": _one(_day("--made-on", "The day on which it was made.")),
    "decision": _one(_text("--decision", "What was decided.")),
    "reasons": _one(_text("--reasons", "The reasons.")),
    "alternative": _several(
        "--alternative", "An alternative considered and rejected; give it once for each."
    ),
    "no_alternatives": _none("--no-alternatives", "Say expressly that there were none."),
    "conflict": _several(
        "--conflict",
        "A conflict declared, as 'MEMBER; INTEREST; NOTE OF DISPENSATION'; once for each.",
    ),
    "no_conflicts": _none("--no-conflicts", "Say expressly that none was declared."),
    "purpose": _one(_text("--purpose", "What the report was for.")),
    "access": _one(typer.Option("--access", help="Whether the public may read all of it."), Access),
    "withheld": _one(
        _text("--withheld", "The exempt or confidential part, which no notice prints.")
    ),
    "issue_reference": _one(
        _line("--issue-reference", "The council's own reference, as on the paper.")
    ),
    "ward": _several("--ward", "A ward it affects most; give it once for each."),
    "education": _one(
        typer.Option("--education/--not-education", help="Whether it is about education."), bool
    ),
    "private_meeting": _one(
        typer.Option(
            "--private-meeting/--public-meeting", help="Whether it was made at a private meeting."
        ),
        bool,
    ),
    "consultation": _one(
        _text("--consultation", "What consultation there was, or why there was none (Wales).")
    ),
    "attended": _several(
        "--attended",
        "A member who attended, or who decided alone; once for each (Wales).",
        metavar="NAME",
    ),
    "apology": _several(
        "--apology", "A member who sent apologies; give it once for each.", metavar="NAME"
    ),
    "no_apologies": _none("--no-apologies", "Say expressly that nobody sent any."),
    "urgency_reason": _one(
        _text("--urgency-reason", "Why it is urgent and cannot reasonably be deferred (reg 11).")
    ),
    "urgency_agreed_by": _one(_line("--urgency-agreed-by", "Who agreed that it is urgent.")),
    "urgency_capacity": _one(
        _line("--urgency-capacity", "In what capacity, as 'chair of scrutiny'.")
    ),
    "urgency_agreed_on": _one(_day("--urgency-agreed-on", "The day on which they agreed.")),
}
"""What a statement is to read, by name: each with its default."""
_AS_GIVEN: Final = (
    "title", "body", "kind", "made_on", "decision", "reasons", "purpose", "consultation", "access",
    "withheld", "issue_reference", "education", "private_meeting",
)  # fmt: skip
"""The options whose answers are parts of a statement as they are."""


_OF_A_DRAFT: Final = {
    "title": "--title (what the decision is called)",
    "body": "--body (who decides)",
    "kind": f"--kind ({joined([each.value for each in Kind])})",
}
"""What a draft cannot do without."""
_EXAMPLE: Final = (
    "Give what it lacks, as in: decisions new 'Award of a contract' --body 'City Mayor' --kind key"
)


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


def statement_from(
    options: Mapping[str, Any],
    before: Statement | None,
    command: str = "amend",
    *,
    besides: bool = False,
) -> Statement:
    """Give the statement that these options make, on top of what was said before; `besides` says
    that something else is changed, so that it may stay as it is."""
    settled = _settled(options, before)
    changes = {name: settled[name] for name in _AS_GIVEN if settled.get(name) is not None}
    for name, one in (
        ("alternatives", "alternative"),
        ("conflicts", "conflict"),
        ("apologies", "apology"),
    ):
        some, none = settled.get(one), f"no_{name}"
        if some and settled.get(none):
            raise Invalid(
                f"There cannot be {name} and none.",
                remedy=f"Give --{none.replace('_', '-')}, or each one, and not both.",
            )
        if settled.get(none):
            changes[name] = ()
        elif some:
            read = _conflict if name == "conflicts" else parsing.text_or_file
            changes[name] = tuple(read(text) for text in some)
    for name, one in (("wards", "ward"), ("attended", "attended")):
        if settled.get(one):
            changes[name] = tuple(settled[one])
    urgency = {
        name.removeprefix("urgency_"): settled[name]
        for name in ("urgency_reason", "urgency_agreed_by", "urgency_capacity", "urgency_agreed_on")
        if settled.get(name) is not None
    }
    if urgency:
        stated = before.urgency if before is not None else None
        changes["urgency"] = replace(stated or Urgency(), **urgency)
    if settled.get("no_urgency"):
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
    missing = [each for name, each in _OF_A_DRAFT.items() if name not in changes]
    if missing:
        raise Invalid(f"The draft lacks {joined(missing, 'and')}.", remedy=_EXAMPLE)
    return Statement(**changes)


def _settled(options: Mapping[str, Any], before: Statement | None) -> Mapping[str, Any]:
    """Read the days that were given without their year, each beside the one it comes before."""
    published = options.get("published_on") or options.get("at")
    made_on = settled(options.get("made_on"), before=published)
    stands = None if before is None else before.made_on
    agreed_on = settled(options.get("urgency_agreed_on"), before=made_on or stands)
    return {**options, "made_on": made_on, "urgency_agreed_on": agreed_on}
