"""The command that lists what every rule on file rests on, how sure it is, and how old."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated

import typer

from cli.commands.constitution import audit_page
from cli.commands.constitution.arguments import On, constitution_of, today
from cli.commands.constitution.audit_law import law_answer
from cli.context import Context
from cli.shown.answer import Listing, Table
from workflow.answers.as_json import named_parts
from workflow.answers.audit import rule_audited, rules_audited
from workflow.constitution.audit.findings import Audited, audit, worst_first
from workflow.errors import Invalid

Law = Annotated[
    bool, typer.Option("--law", help="List the law of each nation instead, and every citation.")
]
Unsure = Annotated[bool, typer.Option("--unsure", help="Only what is not sure.")]


def constitution_audit(
    council: Annotated[
        str | None,
        typer.Argument(help="A council on file, or a constitution file.", metavar="NAME"),
    ] = None,
    unsure: Unsure = False,
    law: Law = False,
    on: On = None,
) -> Listing:
    """List what each rule on file rests on, how sure it is and how old; the worst first.

    For every council, or for one in full. First come call-in periods that are not sure: by these a
    valid request may be refused, or an officer may act too early. Then come which decisions may be
    called in and who may ask; the time limits; the rest; what is not on file; and last what is
    sure. Within these the least sure come first, and then the oldest. With --law, what the law of
    each nation says, and what is not known about it.

    Example: decisions constitution audit kent
    """
    if law:
        _must_be_of_no_council(council, on)
        return law_answer(unsure=unsure)
    context, now = Context(), today()
    audited = (
        list(context.councils().all().values())
        if council is None
        else [constitution_of(council, context)]
    )
    rows = worst_first(row for each in audited for row in audit(each, on or now, now))
    rows = [each for each in rows if each.unsure or not unsure]
    table = Table(_HEADINGS, (_cells(each) for each in rows))
    text: Iterable[str] = ()
    notes: Iterable[str] = ()
    if not rows:
        notes = ("Nothing on file is unsure." if unsure else "Nothing is on file.",)
    elif council is None:
        text = audit_page.a_line_each(rows)
    else:
        text = audit_page.in_full(audited[0], rows, on or now)
    return Listing(
        data=lambda: rules_audited(on or now, now, rows), table=table, text=text, notes=notes
    )


def _must_be_of_no_council(council: str | None, on: date | None) -> None:
    """Refuse what would be thrown away: the law is every council's, and is told as it was read."""
    if council is not None:
        raise Invalid(
            f"--law is about no one council, and {council!a} is given.",
            remedy="Leave --law out, or give it alone: decisions constitution audit --law",
        )
    if on is not None:
        raise Invalid(
            "--law lists all the law on file, whatever the day.",
            remedy="Leave --on out: decisions constitution audit --law",
        )


_HEADINGS = (
    "COUNCIL", "NAME", "TABLE", "HARM", "HARM IN WORDS", "HOLDS", "HOW SURE", "SAYS", "FROM",
    "KNOWN TO", "BASIS", "UNSURE", "ASSUMED BEFORE", "WINDOWS", "IRREGULAR", "NEWEST WINDOW",
    "NEWEST WINDOW AGE", "COULD BE", "COULD BE WHY", "READ", "READ AGE", "NOT FOUND",
    "SETTLED BY", "RULE", "LINK",
)  # fmt: skip


def _cells(each: Audited) -> list[str]:
    return [_cell(value) for value in named_parts(rule_audited(each)).values()]


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "; or ".join(value)
    return "" if value is None else str(value)
