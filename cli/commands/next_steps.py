"""The command that says what can be done with a decision now: the likeliest first, on one screen,
and why not the rest, for whoever asks."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Final

import typer

from cli.context import Context
from cli.shown.answer import Answer
from cli.shown.fitting import rows, wrapped
from cli.shown.output import refusal_lines
from cli.shown.standing import decision_lines
from cli.typed import options
from workflow.clock import london_day
from workflow.errors import Invalid, Refusal
from workflow.model.people import Role
from workflow.procedures.as_typed import command
from workflow.register.questions import NextStep
from workflow.text import joined
from workflow.wording.office_holders import office_holders

if TYPE_CHECKING:
    from workflow.engine import Engine
    from workflow.model.decision import Decision

LIKELIEST: Final = (
    "release",
    "found-late-settle-dispute",
    "request-accept",
    "request-reject",
    "consent-give",
    "consent-refuse",
    "consent-skip",
    "minutes-sign",
    "sign",
    "publish",
    "implement",
    "council-let-stand",
    "council-object",
    "council-decide",
    "reconsideration-confirm",
    "reconsideration-change",
    "scrutiny-resolve",
    "scrutiny-refer-back",
    "scrutiny-refer-to-council",
    "scrutiny-meet",
    "scrutiny-adjourn",
    "scrutiny-direct",
    "call-in",
    "amend",
    "close",
    "deadline-review",
    "request-certify",
    "request-support",
    "request-withdraw",
    "key-report-submit",
    "review-conclude",
    "request-record-late",
    "advance-notice-give",
    "consent-ask",
    "correct",
    "withdraw",
    "hold",
)
"""The steps that are looked for most often, in that order, of those that are open: what awaits
somebody stands before what anybody might do. Those not named follow as the table has them."""
AWAITED: Final = frozenset(LIKELIEST[: LIKELIEST.index("call-in")])
"""Those for which a decision waits: whoever may not take one is told who may."""
_NEXT: Final = "decisions next"
"""A remedy that is this command itself says nothing here."""
_OUT_OF_TIME: Final = "out-of-time"
"""Why a request cannot be recorded as received now, though one that was received in time can be."""
_LEFT_FREE: Final = 2
"""Lines of a screen for what was typed, and for what is typed next."""


def next_(
    ref: options.Ref,
    why: Annotated[
        str | None,
        typer.Option("--why", help="Say why this step cannot be taken now.", metavar="COMMAND"),
    ] = None,
    everything: Annotated[
        bool,
        typer.Option("--all", help="Show every step, and why each of the others cannot be taken."),
    ] = False,
    anyone: Annotated[
        bool, typer.Option("--anyone", help="Show what anyone can do, and not only whoever acts.")
    ] = False,
    person: options.As = None,
    as_of: options.AsOf = None,
) -> Answer:
    """Show what can be done with a decision now, the most likely first, on one screen.

    --why says why one step cannot be taken. --all shows everything, and so does JSON.
    """
    context = Context(person=person, as_of=as_of)
    engine = context.engine
    by = None if anyone else context.by
    steps = engine.next(ref, by, as_of)
    chosen = steps if why is None else _called(why, steps)

    def data() -> object:
        from workflow.answers.steps import steps_answer

        return steps_answer(ref, chosen)

    def text() -> Iterator[str]:
        decision = engine.get(ref) if as_of is None else engine.get(ref, as_of)
        head = decision_lines(decision, engine.clock.now())[:2]
        open_now = _likeliest_first(chosen)
        if why is not None:
            yield from (*head, "", *_of_one(chosen, open_now, ref))
        elif everything:
            first = "Can be done now:" if open_now else "Nothing can be done now."
            yield from (*head, "", first)
            for each in open_now:
                yield from _open_lines(each, ref)
            yield from ("", "Not now, and why:", *_closed_lines(steps))
        else:
            waits = _waits_for(engine, decision, ref, open_now, as_of) if by else []
            yield from _screen([*head, *waits], open_now, steps, ref, anyone=anyone)

    return Answer(data=data, text=text())


def _likeliest_first(steps: Sequence[NextStep]) -> list[NextStep]:
    places = {verb: place for place, verb in enumerate(LIKELIEST)}
    open_now = [each for each in steps if each.open]
    return sorted(open_now, key=lambda each: places.get(each.step.name, len(places)))


def _waits_for(
    engine: "Engine",
    decision: "Decision",
    ref: str,
    open_now: Sequence[NextStep],
    as_of: datetime | None,
) -> Iterator[str]:
    """Say what the decision waits for and who may do that, where whoever asks may not."""
    if any(each.step.name in AWAITED for each in open_now):
        return
    others = _likeliest_first(engine.next(ref, None, as_of))
    awaited = [each for each in others if each.step.name in AWAITED]
    if not awaited:
        return
    first = awaited[0]
    also = [each.step.on_terminal for each in awaited[1:] if each.by == first.by]
    day = london_day(engine.clock.now())
    who = str(office_holders(engine.appointments.list(decision.council), first.by, day))
    may = joined([role.label for role in first.by if role is not Role.SYSTEM])
    named = f" ({who})" if who else ""
    besides = f"; or {joined(also)}" if also else ""
    yield ""
    yield wrapped(
        f"It waits for the {may}{named}: decisions {_command(first, ref)}{besides}", "", "  "
    )


def _called(name: str, steps: Sequence[NextStep]) -> list[NextStep]:
    """Give the steps of a command; Invalid, with the nearest, for none."""
    words = "-".join(name.lower().split())
    called = [
        each for each in steps if words in (each.step.name, each.step.on_terminal.replace(" ", "-"))
    ]
    if called:
        return called
    from difflib import get_close_matches

    near = get_close_matches(words, [each.step.on_terminal for each in steps], n=3, cutoff=0.5)
    hint = f"Did you mean {', '.join(near)}? " if near else ""
    raise Invalid(
        f"There is no step {name[:40]!a} to ask about.",
        remedy=f"{hint}Name a command, as in: --why publish",
    )


def _of_one(chosen: Sequence[NextStep], open_now: Sequence[NextStep], ref: str) -> Iterator[str]:
    if open_now:
        yield "It can be done now:"
        for each in open_now:
            yield from _open_lines(each, ref)
        return
    yield f"{chosen[0].step.on_terminal}: not now, and why:"
    for refusal in chosen[0].refusals:
        yield from refusal_lines(refusal, remedy=_NEXT not in refusal.remedy)


def _screen(
    head: Sequence[str],
    open_now: Sequence[NextStep],
    steps: Sequence[NextStep],
    ref: str,
    *,
    anyone: bool,
) -> list[str]:
    """Give as many of the steps that are open as a screen has room for, and the names of the
    others."""
    closed = [each for each in steps if not each.open]
    foot = ["", *_foot(closed, ref, anyone=anyone or bool(open_now))]
    if not open_now:
        return [*head, "", "Nothing can be done now.", *foot]
    shown = [*head, "", "Can be done now:"]
    blocks = [[*_open_lines(each, ref)] for each in open_now]
    room = rows() - _LEFT_FREE - _height([*shown, *foot])
    for place, lines in enumerate(blocks):
        rest = [each.step.on_terminal for each in open_now[place:]]
        also = wrapped(f"Also: {', '.join(rest)}.", "  ", "    ")
        left = sum(map(_height, blocks[place:]))
        if place and left > room and _height(lines) + _height([also]) > room:
            shown.append(also)
            break
        shown += lines
        room -= _height(lines)
    return [*shown, *foot]


def _foot(closed: Sequence[NextStep], ref: str, *, anyone: bool) -> Iterator[str]:
    for each in closed:
        if any(refusal.code == _OUT_OF_TIME for refusal in each.refusals):
            late = f"decisions next {ref} --why {each.step.on_terminal}"
            yield wrapped(f"A request received in time can be entered late: {late}", "", "  ")
    if not anyone:
        yield wrapped(f"By others: decisions next {ref} --anyone", "", "  ")
    if closed:
        yield f"{len(closed)} other steps cannot be taken now."
        yield f"Why one cannot: decisions next {ref} --why COMMAND"
        yield f"All of it:      decisions next {ref} --all"


def _height(lines: Sequence[str]) -> int:
    return sum(line.count("\n") + 1 for line in lines)


def _open_lines(each: NextStep, ref: str) -> Iterator[str]:
    yield wrapped(f"decisions {_command(each, ref)}", "  ")
    yield wrapped(each.step.says, "      ")


def _closed_lines(steps: Sequence[NextStep]) -> Iterator[str]:
    for names, refusals in _by_reason(steps).items():
        yield wrapped(", ".join(names), "  ")
        for refusal in refusals:
            yield from refusal_lines(refusal, "    ", remedy=_NEXT not in refusal.remedy)


def _by_reason(
    steps: Sequence[NextStep],
) -> dict[tuple[str, ...], tuple[Refusal, ...]]:
    """Give the steps that are not open, those with the very same reasons together."""
    by_reason: dict[tuple[tuple[str, str, str], ...], list[NextStep]] = {}
    for each in steps:
        if not each.open:
            why = tuple((r.code, r.because, str(r.authority.title)) for r in each.refusals)
            by_reason.setdefault(why, []).append(each)
    return {
        tuple(each.step.on_terminal for each in alike): alike[0].refusals
        for alike in by_reason.values()
    }


def _command(each: NextStep, ref: str) -> str:
    return command(each.step, ref, each.wants, each.choices)
