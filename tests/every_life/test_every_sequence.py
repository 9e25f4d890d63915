"""Every sequence of steps up to a depth keeps what the law wants: explored, and not sampled."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from support.lives.every_sequence import ENDS, INSTANTS, REF, Explored, Place, explore, from_receipt
from workflow.model.consent import Purpose
from workflow.model.evolve import replay
from workflow.model.proceedings import RequestStatus
from workflow.model.state import AWAITED, State
from workflow.procedures.holds.events import Held
from workflow.procedures.publication.events import TookEffect

DEPTH = 10
DEEP = 11
PAGE = Path(__file__).parents[2] / "docs" / "explanation" / "what-is-explored.md"
IN_FORCE = (State.EFFECTIVE, State.IMPLEMENTED)


def never_in_force_while_a_request_could_succeed(_: Place | None, now: Place) -> None:
    """Nothing is in force, or has taken effect by time, while a request awaits a ruling."""
    if now.decision.proceedings.pending():
        assert now.decision.state not in IN_FORCE


def never_two_open_windows(_: Place | None, now: Place) -> None:
    """In its period no other clock runs; before a body, its period is no longer the one open."""
    decision = now.decision
    if decision.state is State.CALL_IN_OPEN:
        assert decision.window is not None
        assert decision.proceedings.governing is None
    if decision.state in (*IN_FORCE, *ENDS, State.SIGNED, State.DRAFT):
        assert decision.proceedings.governing is None
    if decision.state in AWAITED:
        done = decision.proceedings
        assert done.accepted() or done.contrary or done.direction is not None


def no_exemption_without_consents(_: Place | None, now: Place) -> None:
    """What took effect with no period was exempt by consent given before it was published."""
    decision = now.decision
    if not any(isinstance(event, TookEffect) for event in now.events):
        return
    granted = decision.proceedings.granted(Purpose.EXEMPTION)
    assert granted is not None
    assert granted.granted_at is not None
    assert decision.published_at is None or granted.granted_at <= decision.published_at
    assert {answer.capacity.value for answer in granted.answers} == {
        "chair-of-council",
        "scrutiny-chair",
    }


def held_moves_nowhere_forward(before: Place | None, now: Place) -> None:
    """What was held, and still is, has not been published, put into effect or carried out."""
    if before is None or not before.decision.is_held or before.decision.state is now.decision.state:
        return
    assert now.decision.state not in IN_FORCE
    assert not (
        before.decision.state in (State.DRAFT, State.SIGNED)
        and now.decision.state not in (*ENDS, State.SIGNED)
    )
    assert not (before.decision.state is State.DRAFT and now.decision.state is State.SIGNED)


def effect_is_never_before_its_time(_: Place | None, now: Place) -> None:
    """Effect is never dated before the period's own end, nor before a hold or request ended."""
    decision = now.decision
    if decision.effective_at is None or decision.window is None:
        return
    assert decision.effective_at >= decision.window.effective_from
    held_at = [event.at for event in now.events if isinstance(event, Held)]
    if decision.is_held and decision.state in IN_FORCE:
        assert max(held_at) >= decision.effective_at


def effect_is_never_before_a_ruling(_: Place | None, now: Place) -> None:
    """A request that was ruled on had held it back until then, whichever way the ruling went."""
    decision = now.decision
    if decision.effective_at is None or decision.published_at is None:
        return
    for request in decision.proceedings.requests:
        this_time = request.received_at >= decision.published_at
        over = request.status in (RequestStatus.CONCLUDED, RequestStatus.REJECTED)
        if this_time and over and request.ruled_at is not None:
            assert decision.effective_at >= request.ruled_at


def time_never_runs_back(before: Place | None, now: Place) -> None:
    """Nothing is dated in the future, and the record's latest instant is no later than now."""
    assert now.decision.last_at <= INSTANTS[now.when]
    assert before is None or now.when >= before.when


def its_events_add_up_to_it(_: Place | None, now: Place) -> None:
    """Replaying what happened gives where it stands, whichever way it came here."""
    assert replay(REF, now.events) == now.decision


KEPT: tuple[Callable[[Place | None, Place], None], ...] = (
    never_in_force_while_a_request_could_succeed,
    never_two_open_windows,
    no_exemption_without_consents,
    held_moves_nowhere_forward,
    effect_is_never_before_its_time,
    effect_is_never_before_a_ruling,
    time_never_runs_back,
    its_events_add_up_to_it,
)


def _explored(depth: int, its_rules: Any = None) -> Explored:
    def visit(before: Place | None, now: Place) -> None:
        for kept in KEPT:
            kept(before, now)

    return explore(depth, visit, its_rules)


def _never_ends(found: Explored) -> list[Any]:
    """Give the places from which, of those explored with steps to spare, no end can be reached."""
    ends = {key for key, place in found.places.items() if place.decision.state in ENDS}
    comes_from: dict[Any, set[Any]] = {}
    for here, theres in found.leads_to.items():
        for there in theres:
            comes_from.setdefault(there, set()).add(here)
    reached, waiting = set(ends), list(ends)
    while waiting:
        for here in comes_from.get(waiting.pop(), ()):
            if here not in reached:
                reached.add(here)
                waiting.append(here)
    return [key for key in found.leads_to if key is not None and key not in reached]


def _told(found: Explored) -> str:
    return f"{found.states:,} | {found.steps:,} | {found.taken:,}"


@pytest.fixture(scope="module")
def explored() -> Explored:
    """Every sequence of up to ten steps."""
    return _explored(DEPTH)


def test_every_sequence_keeps_what_the_law_wants(explored: Explored) -> None:
    """Exhaustively: and the page that says how many is held equal to what was found."""
    assert explored.depth == DEPTH
    assert f"| {DEPTH} steps | {_told(explored)} |" in PAGE.read_text(encoding="utf-8")
    reached = {place.decision.state for place in explored.places.values()}
    assert reached == set(State) - {State.PUBLISHED}


def test_every_sequence_keeps_it_where_time_runs_from_receipt_and_ends_at_a_meeting() -> None:
    """A council of another sort, to one step less; the page gives its count too."""
    found = _explored(DEPTH - 1, from_receipt())
    assert f"| {DEPTH - 1} steps, from receipt | {_told(found)} |" in PAGE.read_text("utf-8")


def test_every_called_in_decision_can_end(explored: Explored) -> None:
    """From every place that was explored onwards, some sequence leads to an end."""
    assert _never_ends(explored) == []


def test_a_broken_rule_would_be_found() -> None:
    """The exploration sees what it looks for: were a request no bar to effect, it would say so."""
    from workflow.procedures.requests import choose_request

    unguarded = lambda _: None  # noqa: E731
    found = []

    def visit(_: Place | None, now: Place) -> None:
        if now.decision.proceedings.pending() and now.decision.state in IN_FORCE:
            found.append(now)

    from dataclasses import replace

    from workflow.procedures.table import BY_NAME

    close = BY_NAME["close"]
    needs = tuple(
        unguarded if guard is choose_request.no_request_is_pending else guard
        for guard in close.needs
    )
    BY_NAME["close"] = replace(close, needs=needs)
    try:
        explore(8, visit)
    finally:
        BY_NAME["close"] = close
    assert found


@pytest.mark.campaign
def test_every_longer_sequence_keeps_it_too() -> None:
    """The same, a step deeper."""
    found = _explored(DEEP)
    assert _never_ends(found) == []
    assert f"| {DEEP} steps | {_told(found)} |" in PAGE.read_text(encoding="utf-8")
