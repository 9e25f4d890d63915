"""Over every life, at instants drawn at random: what can be done about a decision is listed, and
nothing is listed that is done. What is expected is said here from the record, and from what `next`
gives, without the code that lists it."""

from collections import Counter
from datetime import date, timedelta
from random import Random
from typing import Final

import pytest

from support.lives.every_state import LIVES, Life
from support.steps import MORNING, opened
from workflow import Decision, Engine, ManualClock, MatterKind, State, TodayMatter
from workflow.model.consent import Purpose
from workflow.model.proceedings import RequestStatus
from workflow.procedures.table import OFFERED

BODY: Final = {
    MatterKind.TIME_LIMIT,
    MatterKind.NO_TIME_LIMIT,
    MatterKind.OUTCOME,
    MatterKind.DIRECTION,
}
AWAITED: Final = {State.CALLED_IN, State.REFERRED_BACK, State.REFERRED_TO_COUNCIL}
LISTED_WHILE_OPEN: Final = {
    "sign": {MatterKind.UNSIGNED},
    "publish": {MatterKind.UNPUBLISHED},
    "minutes-sign": {MatterKind.MINUTES},
    "consent-give": {MatterKind.CONSENT},
    "request-accept": {MatterKind.RULING},
    "request-reject": {MatterKind.RULING},
    "release": {MatterKind.HELD},
    "irregular-resolve": {MatterKind.IRREGULAR},
    "key-report-submit": {MatterKind.KEY_REPORT},
    "review-conclude": {MatterKind.REVIEW},
    "found-late-settle-dispute": {MatterKind.DISPUTED},
    "deadline-review": {MatterKind.QUESTION, MatterKind.PAST_COUNCIL},
    "close": {MatterKind.NOT_CLOSED},
    "lapse": {MatterKind.NOT_CLOSED},
    "scrutiny-meet": BODY,
    "scrutiny-resolve": BODY,
    "scrutiny-refer-back": BODY,
    "council-let-stand": BODY,
    "council-decide": BODY,
    "reconsideration-confirm": BODY,
    "reconsideration-change": BODY,
}
"""Each step that sees to something: while it is open, one of these is listed."""
NEEDS_A_STEP: Final = {
    each for found in LISTED_WHILE_OPEN.values() for each in found if each not in BODY
} - {MatterKind.UNSIGNED, MatterKind.UNPUBLISHED, MatterKind.NOT_CLOSED}
"""What is listed only while a step that sees to it is open. A draft that cannot be signed yet is
listed all the same, and so is what no close can record."""


def _open_steps(engine: Engine, ref: str) -> set[str]:
    """Give the steps that are open; not consent, where what was asked comes too late to be given:
    once a decision is signed, it can only be exempted."""
    decision = engine.get(ref)
    asked = {each.purpose for each in decision.proceedings.applications if each.is_open}
    late = decision.state is State.SIGNED and Purpose.EXEMPTION not in asked
    found = {each.step.name for each in engine.next(ref) if each.open}
    return found - {"consent-give"} if late else found


def _matters(engine: Engine, decision: Decision) -> list[TodayMatter]:
    """Give what is listed about a decision, however far ahead."""
    last = engine.clock.now().date() + timedelta(days=365)
    found = engine.today(decision.council, until=last)
    return [each for each in found.matters if each.ref == decision.ref]


def _numbers(decision: Decision) -> Counter[MatterKind]:
    """Count, plainly from the record, what may stand there more than once."""
    done = decision.proceedings
    return Counter(
        {
            MatterKind.RULING: sum(each.status is RequestStatus.PENDING for each in done.requests),
            MatterKind.IRREGULAR: sum(each.resolved_at is None for each in done.irregularities),
        }
    )


def check(engine: Engine, ref: str) -> None:
    decision, truly = engine.get(ref), engine.standing(ref)
    matters, can_be_done = _matters(engine, decision), _open_steps(engine, ref)
    kinds = Counter(each.kind for each in matters)
    told = (engine.clock.now(), sorted(can_be_done), matters)
    assert MatterKind.UNREADABLE not in kinds, told
    for step in can_be_done & set(LISTED_WHILE_OPEN):
        assert LISTED_WHILE_OPEN[step] & set(kinds), (step, told)
    for kind in set(kinds) & NEEDS_A_STEP:
        seen_to_by = {step for step, found in LISTED_WHILE_OPEN.items() if kind in found}
        assert seen_to_by & can_be_done, (kind, told)
    if decision.state not in (State.WITHDRAWN, State.SUPERSEDED):
        for kind, number in _numbers(decision).items():
            assert kinds[kind] == number, (kind, told)
    window = decision.window
    in_time = window is not None and window.in_time(engine.clock.now())
    is_open = decision.state is State.CALL_IN_OPEN and in_time
    assert (MatterKind.CALL_IN_ENDS in kinds) == is_open, told
    assert bool(BODY & set(kinds)) == (truly in AWAITED), told
    assert (MatterKind.UNSIGNED in kinds) == (truly is State.DRAFT), told
    assert (MatterKind.UNPUBLISHED in kinds) == (truly is State.SIGNED), told
    assert len({each.id for each in matters}) == len(matters), told
    offered = {step.on_terminal: step.name for step in OFFERED if step.name in can_be_done}
    known = {step.on_terminal for step in OFFERED}
    for each in matters:
        first = each.commands[0].removeprefix("decisions ").split(f" {ref}")[0]
        assert first in offered or first not in known, (first, told)
        assert each.by, told
        assert each.says.endswith("."), told
        assert all(command.startswith("decisions ") for command in each.commands), told
        assert not any("|" in command for command in each.commands), told  # to a shell, a pipe
        assert each.commands, told


@pytest.mark.parametrize("closing", [False, True], ids=["no close", "closing"])
@pytest.mark.parametrize("name", LIVES)
def test_what_can_be_done_is_listed_and_nothing_that_is_done(name: str, closing: bool) -> None:
    life: Life = LIVES[name]
    clock = ManualClock(MORNING)
    engine = opened("sqlite:///:memory:", clock)
    ref = life(engine, clock)
    check(engine, ref)
    drawn, began = Random(name), clock.now()
    for minutes in sorted(drawn.randrange(60 * 24 * 60) for _ in range(6)):
        clock.move_to(began + timedelta(minutes=minutes))
        if closing:
            engine.close_due()
        check(engine, ref)
    engine.dispose()


def test_a_decision_that_was_given_up_needs_nobody() -> None:
    for name in ("withdrawn", "superseded", "superseded by another", "rescinded"):
        clock = ManualClock(MORNING)
        engine = opened("sqlite:///:memory:", clock)
        decision = engine.get(LIVES[name](engine, clock))
        assert _matters(engine, decision) == [], name


def test_the_last_day_is_looked_at_to_its_end() -> None:
    """A period that ends at midnight ends on the day before it."""
    clock = ManualClock(MORNING)
    engine = opened("sqlite:///:memory:", clock)
    decision = engine.get(LIVES["call-in open to the end of a day"](engine, clock))
    on, before = (
        engine.today(decision.council, until=date(2018, 10, day)).matters for day in (24, 23)
    )
    assert ([each.day for each in on], before) == ([date(2018, 10, 24)], ())
