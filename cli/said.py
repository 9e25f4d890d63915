"""The options that say what a statement is to read."""

from typing import Annotated, Any

import typer

from cli import reading
from cli.dates import PAST, day_option
from workflow.model.kind import Access, Kind


def _line(flag: str, help: str) -> Any:
    return typer.Option(flag, help=help, metavar="TEXT")


def _text(flag: str, help: str) -> Any:
    told = f"{help} Text, or @FILE to take it from a file."
    return typer.Option(flag, help=told, parser=reading.text_or_file, metavar="TEXT")


def _day(flag: str, help: str) -> Any:
    return day_option(flag, help, PAST)


Title = Annotated[str | None, _line("--title", "What the decision is called.")]
Body = Annotated[str | None, _line("--body", "Who decides: Cabinet, or the individual by office.")]
KindOption = Annotated[Kind | None, typer.Option("--kind", help="What kind of decision it is.")]
MadeOn = Annotated[Any, _day("--made-on", "The day on which it was made.")]
DecisionText = Annotated[Any, _text("--decision", "What was decided.")]
Reasons = Annotated[Any, _text("--reasons", "The reasons.")]
Alternatives = Annotated[
    list[str] | None,
    _line("--alternative", "An alternative considered and rejected; give it once for each."),
]
NoAlternatives = Annotated[
    bool, typer.Option("--no-alternatives", help="Say expressly that there were none.")
]
Conflicts = Annotated[
    list[str] | None,
    _line(
        "--conflict",
        "A conflict declared, as 'MEMBER; INTEREST; NOTE OF DISPENSATION'; once for each.",
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
    _line("--ward", "A ward it affects most; give it once for each."),
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
Consultation = Annotated[
    Any, _text("--consultation", "What consultation there was, or why there was none (Wales).")
]
Attended = Annotated[
    list[str] | None,
    typer.Option(
        "--attended",
        help="A member who attended, or who decided alone; once for each (Wales).",
        metavar="NAME",
    ),
]
Apologies = Annotated[
    list[str] | None,
    typer.Option(
        "--apology", help="A member who sent apologies; give it once for each.", metavar="NAME"
    ),
]
NoApologies = Annotated[
    bool, typer.Option("--no-apologies", help="Say expressly that nobody sent any.")
]
UrgencyAgreedOn = Annotated[Any, _day("--urgency-agreed-on", "The day on which they agreed.")]
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
    "consultation": (Consultation, None),
    "attended": (Attended, None),
    "apology": (Apologies, None),
    "no_apologies": (NoApologies, False),
    "urgency_reason": (UrgencyReason, None),
    "urgency_agreed_by": (UrgencyAgreedBy, None),
    "urgency_capacity": (UrgencyCapacity, None),
    "urgency_agreed_on": (UrgencyAgreedOn, None),
}
