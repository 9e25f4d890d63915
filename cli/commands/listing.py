"""The command that lists decisions. It reads no rule and no journal, and loads little."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Annotated, Any, Final

import typer

from cli.context import Context
from cli.shown.answer import Listing, Table
from cli.typed import options, parsing
from cli.typed.choices import chosen
from cli.typed.date_options import COMING, PAST, day_option, instant_option
from cli.typed.only_one import only_one
from cli.typed.relative_days import sunday_of
from cli.warnings.horizon import each_near_horizon
from workflow.clock import london, london_day, spoken, spoken_day
from workflow.errors import Invalid
from workflow.model.decision import Decision
from workflow.model.kind import Kind
from workflow.model.state import GIVEN_UP, State
from workflow.register.query import DecisionQuery, Order
from workflow.wording.standing import last_moment_words, standing_words

_A_YEAR: Final = 366
_SORTED: Final = {Order.SOONEST: "soonest", Order.NEWEST: "newest"}


def _kind(typed: str) -> Any:
    return chosen(Kind, typed, "--kind")


def list_(
    council: options.Council = None,
    every: options.EveryCouncil = False,
    state: Annotated[
        State | None,
        typer.Option("--state", help="Only those in this state."),
    ] = None,
    is_open: Annotated[
        bool,
        typer.Option("--open", help="Only those open for call-in; the same as --state open."),
    ] = False,
    due_by: Annotated[
        Any,
        instant_option(
            "--due-by",
            "Only those open for call-in whose time for requests ends by then. A day alone "
            "includes that whole day.",
            COMING,
        ),
    ] = None,
    due_this_week: Annotated[
        bool,
        typer.Option(
            "--due-this-week",
            help="Only those open for call-in whose time for requests ends by the end of Sunday.",
        ),
    ] = False,
    kind: Annotated[
        Any,
        typer.Option(
            "--kind",
            parser=_kind,
            help="Only those of this kind: key, non-key, officer-key or officer-non-key.",
            metavar="KIND",
        ),
    ] = None,
    since: Annotated[
        Any, day_option("--since", "Only those made on this day or later.", PAST)
    ] = None,
    until: Annotated[
        Any, day_option("--until", "Only those made by this day, included.", PAST)
    ] = None,
    words: Annotated[
        str | None,
        typer.Option(
            "--find",
            help="Only those with this in title or reference; their text is not searched.",
            metavar="TEXT",
        ),
    ] = None,
    sort: Annotated[
        Order | None,
        typer.Option(
            "--sort",
            help="In which order. If left out, those open for call-in come soonest first, and all "
            "others newest first.",
        ),
    ] = None,
    limit: Annotated[
        int, typer.Option("--limit", min=1, max=100_000, help="At most this many.")
    ] = 200,
    as_of: options.AsOf = None,
) -> Listing:
    """List decisions: the soonest to end, or the newest, first."""
    only_one(
        "--open" if is_open else "", "--state" if state not in (None, State.CALL_IN_OPEN) else ""
    )
    only_one("--due-by" if due_by is not None else "", "--due-this-week" if due_this_week else "")
    if since is not None and until is not None and until < since:
        raise Invalid(
            f"{spoken_day(until)} is before {spoken_day(since)}.",
            remedy="Give --since DATE and --until DATE, the earlier day first.",
        )
    context = Context(council=council, as_of=as_of)
    only = None if every else context.settings["council"].value
    now = context.lookup.clock.now()
    if due_this_week:
        due_by = parsing.instant(sunday_of(london_day(now)).isoformat())
    ends_by = None if due_by is None else parsing.upper_bound(due_by)
    wanted = State.CALL_IN_OPEN if is_open or ends_by is not None else state
    soon = Order.SOONEST if wanted is State.CALL_IN_OPEN else Order.NEWEST
    query = DecisionQuery(
        council=only,
        state=State.CALL_IN_OPEN if is_open else state,
        ends_by=ends_by,
        kind=kind,
        made_since=since,
        made_until=until,
        words=words,
        limit=limit + 1,
        order=sort or soon,
    )
    decisions = context.lookup.list(query, as_of)
    cut = len(decisions) > limit
    decisions = decisions[:limit]

    def data() -> object:
        from workflow.answers.decision import decision_answer

        return [decision_answer(each, now) for each in decisions]

    def warnings() -> Iterator[str]:
        yield from each_near_horizon(context.lookup, decisions)
        if cut:
            which = _SORTED.get(query.order, "first by reference")
            yield (
                f"There are more than {limit}: give a larger --limit, or narrow it with --find or "
                f"--state. These are the {which}."
            )
        if not decisions:
            yield nothing_found(context, only, words, is_open=wanted is State.CALL_IN_OPEN)

    head = of_one_council(context, only) if decisions else ""
    text: list[str | Table] = [_table(decisions, now)]
    return Listing(
        data=data,
        table=_sheet(decisions, now),
        text=[head, "", *text] if head else text,
        notes=[] if due_by is None else _due(due_by, now, as_of),
        warnings=warnings(),
    )


def _due(due_by: datetime, now: datetime, as_of: datetime | None) -> Iterator[str]:
    """Say which days a list of what is due takes in, and where the rest is, unless it is of the
    past: that is listed for today alone."""
    by = london_day(due_by)
    when = (
        f"the end of {spoken_day(by)}" if isinstance(due_by, parsing.DayAlone) else spoken(due_by)
    )
    yield f"Due: the time for requests ends by {when}, or has ended and is not yet recorded."
    if as_of is not None:
        return
    days = (by - london_day(now)).days + 1
    rest = f"decisions today --days {days}" if 1 <= days <= _A_YEAR else "decisions today"
    yield (
        "Not in this list: rulings awaited, consents, time limits and drafts. For those too: "
        f"{rest}"
    )


def _table(decisions: Sequence[Decision], now: datetime) -> Table:
    """Give decisions in rows for a person. The last moment of one that was given up is what it
    was."""
    rows = ((*_stands(each, now), _last_moment(each), each.title) for each in decisions)
    return Table(("REF", "STANDS", "LAST MOMENT", "TITLE"), rows)


def _stands(decision: Decision, now: datetime) -> tuple[str, str]:
    return decision.ref, standing_words(decision, now)


def _last_moment(decision: Decision) -> str:
    last = last_moment_words(decision)
    return f"was {last}" if last and decision.state in GIVEN_UP else last


_COLUMNS: Final[Mapping[str, Callable[[Decision], str]]] = {
    "LAST MOMENT": last_moment_words,
    "TITLE": lambda each: each.title,
    "STATE": lambda each: each.state.value,
    "KIND": lambda each: each.kind.value,
    "COUNCIL": lambda each: each.council,
    "MADE ON": lambda each: _iso(each.made_on),
    "PUBLISHED": lambda each: _iso(each.published_at and london(each.published_at)),
    "LAST DAY": lambda each: "" if each.window is None else _iso(each.window.last_day),
    "REQUESTS END": lambda each: (
        "" if each.window is None else _iso(london(each.window.request_deadline))
    ),
}
"""What a spreadsheet is given of each decision after its reference and where it stands."""


def _sheet(decisions: Sequence[Decision], now: datetime) -> Table:
    """Give decisions in rows for a spreadsheet: each fact alone too, its instants in ISO 8601."""
    rows = (
        (*_stands(each, now), *(cell(each) for cell in _COLUMNS.values())) for each in decisions
    )
    return Table(("REF", "STANDS", *_COLUMNS), rows)


def _iso(when: date | None) -> str:
    return "" if when is None else when.isoformat()


def of_one_council(context: Context, only: str | None) -> str:
    """Say of which council alone an answer is, where the register has others' decisions too."""
    if only is None or not context.other_councils(only):
        return ""
    return f"Only decisions of {only}. Of every council: --all"


def nothing_found(
    context: Context, only: str | None, words: str | None = None, *, is_open: bool = False
) -> str:
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
    if is_open:
        return "None of that sort is open for call-in. All decisions: decisions list"
    return "No decision is of that sort. All of them: decisions list"
