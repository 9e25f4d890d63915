"""The command that lists decisions. It reads no rule and no journal, and loads little."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Annotated, Any

import typer

from cli.context import Context
from cli.shown.answer import Listing, Table
from cli.typed import options, parsing
from cli.typed.date_options import COMING, instant_option
from cli.warnings.horizon import each_near_horizon
from workflow.model.decision import Decision
from workflow.model.state import GIVEN_UP, State
from workflow.register.query import DecisionQuery
from workflow.wording.standing import last_day_words, standing_words


def list_(
    council: options.Council = None,
    every: options.EveryCouncil = False,
    state: Annotated[
        State | None,
        typer.Option("--state", help="Only those in this state."),
    ] = None,
    due_by: Annotated[
        Any,
        instant_option(
            "--due-by",
            "Only those whose open call-in period ends by then; the time limits after a call-in "
            "are not looked at. A day alone includes that whole day.",
            COMING,
        ),
    ] = None,
    words: Annotated[
        str | None,
        typer.Option(
            "--find",
            help="Only those with this in title or reference; their text is not searched.",
            metavar="TEXT",
        ),
    ] = None,
    limit: Annotated[
        int, typer.Option("--limit", min=1, max=100_000, help="At most this many.")
    ] = 200,
    as_of: options.AsOf = None,
) -> Listing:
    """List decisions."""
    context = Context(council=council, as_of=as_of)
    only = None if every else context.settings["council"].value
    decisions = context.lookup.list(
        DecisionQuery(
            council=only,
            state=state,
            ends_by=None if due_by is None else parsing.upper_bound(due_by),
            words=words,
            limit=limit + 1,
        ),
        as_of,
    )
    now = context.lookup.clock.now()
    cut = len(decisions) > limit
    decisions = decisions[:limit]

    def data() -> object:
        from workflow.answers.decision import decision_answer

        return [decision_answer(each, now) for each in decisions]

    def warnings() -> Iterator[str]:
        yield from each_near_horizon(context.lookup, decisions)
        if cut:
            yield (
                f"There are more than {limit}: give a larger --limit, or narrow it with --find or "
                "--state."
            )
        if not decisions:
            yield nothing_found(context, only, words)

    head = of_one_council(context, only) if decisions else ""
    text: list[str | Table] = [_table(decisions, now, in_words=True)]
    return Listing(
        data=data,
        table=_table(decisions, now, in_words=False),
        text=[head, "", *text] if head else text,
        warnings=warnings(),
    )


def _table(decisions: Sequence[Decision], now: datetime, *, in_words: bool) -> Table:
    """Give decisions in rows. In words, the last day of one that was given up is what it was; a
    program is given the day alone."""
    rows = (
        (
            each.ref,
            standing_words(each, now),
            _last_day(each, in_words=in_words),
            each.title,
        )
        for each in decisions
    )
    return Table(("REF", "STANDS", "LAST DAY", "TITLE"), rows)


def _last_day(decision: Decision, *, in_words: bool) -> str:
    last = last_day_words(decision)
    return f"was {last}" if last and in_words and decision.state in GIVEN_UP else last


def of_one_council(context: Context, only: str | None) -> str:
    """Say of which council alone an answer is, where the register has others' decisions too."""
    if only is None or not context.other_councils(only):
        return ""
    return f"Only decisions of {only}. Of every council: --all"


def nothing_found(context: Context, only: str | None, words: str | None = None) -> str:
    """Say what to do where a list is empty: narrowed, of another council, or an empty register."""
    if not context.lookup.list(DecisionQuery(limit=1)):
        return "There are no decisions yet. To begin one: decisions new --help"
    if only is not None and not context.lookup.list(DecisionQuery(council=only, limit=1)):
        return f"{only} has no decisions here; other councils have: decisions list --all"
    if words is not None:
        return (
            f"None with {words[:40]!r} in its title or reference; the text of decisions is not "
            "searched. All of them: decisions list"
        )
    return "No decision is of that sort. All of them: decisions list"
