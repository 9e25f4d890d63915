"""The command that lists decisions. It reads no rule and no journal, and loads little."""

from typing import Annotated, Any

import typer

from cli import options, reading
from cli.context import Context
from cli.dates import COMING, instant_option
from cli.horizon_warnings import warn_each_near_horizon
from cli.output import note, say_json, say_rows
from workflow.model.state import State
from workflow.register.query import DecisionQuery
from workflow.wording.standing import last_day_words, standing_words


def list_(
    council: options.Council = None,
    state: Annotated[
        str | None,
        typer.Option("--state", help="Only those in this state.", metavar="STATE"),
    ] = None,
    due_by: Annotated[
        Any,
        instant_option(
            "--due-by",
            "Only those whose call-in period ends by then. A day alone includes that whole day.",
            COMING,
        ),
    ] = None,
    words: Annotated[
        str | None,
        typer.Option(
            "--find",
            help="Only those with this in title or reference.",
            metavar="TEXT",
        ),
    ] = None,
    limit: Annotated[
        int, typer.Option("--limit", min=1, max=100_000, help="At most this many.")
    ] = 200,
    as_of: options.AsOf = None,
    db: options.Db = None,
    as_json: options.Json = False,
    as_csv: options.Csv = False,
    traceback: options.Traceback = False,
) -> None:
    """List decisions."""
    context = Context(db=db, council=council, as_of=as_of)
    wanted = None if state is None else State.named(state.replace("-", "_"))
    found = context.lookup.list(
        DecisionQuery(
            council=context.settings["council"].value,
            state=wanted,
            ends_by=None if due_by is None else reading.end_of(due_by),
            words=words,
            limit=limit + 1,
        ),
        as_of,
    )
    now = context.lookup.clock.now()
    cut = len(found) > limit
    found = found[:limit]
    if as_json:
        from workflow.answers.decision import decision_answer

        say_json([decision_answer(each, now) for each in found])
    else:
        rows = [
            (
                each.ref,
                standing_words(each, now),
                "" if each.window is None else last_day_words(each.window),
                each.title,
            )
            for each in found
        ]
        say_rows(("REF", "STANDS", "LAST DAY", "TITLE"), rows, as_csv=as_csv)
    warn_each_near_horizon(context.lookup, found)
    if cut:
        note(f"There are more than {limit}: give --limit, or narrow it with --find or --state.")
    if not found:
        note("There are no such decisions. To begin one: decisions new --help")
