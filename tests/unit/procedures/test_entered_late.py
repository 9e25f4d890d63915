"""What was done in time is the same whenever it is entered: before the job records what time has
brought about, after the period's end but before the job, or after it."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from support.councils import COUNCILS
from support.inputs import DETAILS
from support.lives.entered_late import (
    ANYBODY,
    AT_ONCE,
    CASES,
    GULLSHIRE,
    HOUR,
    OUTCOMES,
    Before,
    Life,
    Take,
    Three,
    a_life,
    alike,
    answers_of,
    details_at,
    entered_three_times,
    last_instant,
    named,
    others_may_still_ask,
)
from workflow.engine import load_councils
from workflow.model.state import State
from workflow.procedures.attempt import Refused, Taken
from workflow.procedures.table import OFFERED

NOT_HERE = ("close", "lapse", "found-late-record-hold", "found-late-record-outcome")
"""Time's own steps, and those that there are only once time has been recorded."""
VERBS = [step.name for step in OFFERED if step.source and step.name not in NOT_HERE]
LATE = "It was found on Monday"


@pytest.fixture(scope="module")
def councils(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The councils, with Gullshire as it would be if taking effect counted as implementation."""
    folder = tmp_path_factory.mktemp("councils")
    gull = (COUNCILS / "gullshire.toml").read_text(encoding="utf-8")
    for was, now in (
        ("recorded = true", "recorded = false"),
        ('id = "gullshire"', f'id = "{AT_ONCE}"'),
        ('prefix = "GUL"', 'prefix = "GAO"'),
    ):
        assert was in gull
        gull = gull.replace(was, now)
    Path(folder / f"{AT_ONCE}.toml").write_text(gull, encoding="utf-8")
    return load_councils([COUNCILS, folder])


def _differences(verb: str, entered: Three) -> list[object]:
    """Give in what a step entered late is not what it is when it is entered at once."""
    (_, first, its_life, instants), *others = entered
    found: list[object] = []
    for when, outcome, life, _ in others:
        if bool(outcome) != bool(first):
            found.append((verb, when, outcome if first else first))
        elif not outcome:
            continue
        elif alike(life.get()) != alike(its_life.get()):
            found.append((verb, when, alike(life.get()), alike(its_life.get())))
        elif (said := answers_of(life, instants)) != (told := answers_of(its_life, instants)):
            found.append((verb, when, said, told))
    return found


@pytest.mark.parametrize(("council", "before"), CASES, ids=named)
def test_every_step_of_a_past_instant_gives_the_same_whenever_it_is_entered(
    councils: Any, council: str, before: Before
) -> None:
    """State, dates and answers, for every verb; and what is refused is refused in each."""

    def taking(verb: str) -> Take:
        def take(life: Life, at: datetime, late: bool) -> Taken | Refused:
            more = {"late_reason": LATE} if late else {}
            details = details_at(verb, at)
            return life.engine.take(life.ref, details, by=ANYBODY, at=at, **more)

        return take

    called_in = before[0] is not Life.at_once
    all_of_them = entered_three_times(councils, council, before, map(taking, VERBS))
    for verb, entered in zip(VERBS, all_of_them, strict=True):
        if called_in and verb in OUTCOMES and others_may_still_ask(entered[0][1]):
            assert all(outcome for _, outcome, _, _ in entered[1:]), entered[1:]
            continue
        assert _differences(verb, entered) == []


@pytest.mark.parametrize(("council", "before"), CASES, ids=named)
def test_a_request_in_time_goes_on_whenever_it_is_entered(
    councils: Any, council: str, before: Before
) -> None:
    """Its own time is what counts; it is entered today, with when it was received."""

    def take(life: Life, at: datetime, late: bool) -> Taken | Refused:
        given = details_at("call-in", min(at, last_instant(life)))
        more = {"late_reason": LATE} if life.clock.now() > last_instant(life) else {}
        return life.engine.take(life.ref, given, by=ANYBODY, **more)

    (_, first, its_life, instants), *others = next(
        entered_three_times(councils, council, before, [take])
    )
    assert first, first
    for when, outcome, life, _ in others:
        assert outcome, (when, outcome)
        here, there = alike(life.get(), but=("last_at",)), alike(its_life.get(), but=("last_at",))
        assert here == there, when
        assert not life.engine.may_implement(life.ref)
        assert answers_of(life, instants) == answers_of(its_life, instants), when


@pytest.mark.parametrize(("council", "before"), CASES, ids=named)
def test_what_a_body_did_in_time_goes_on_whenever_it_is_entered(
    councils: Any, council: str, before: Before
) -> None:
    """Its outcome is entered today, with when it was reached."""
    verb = "reconsideration-confirm" if "referred back" in named(before) else "scrutiny-resolve"
    if before[0] is Life.at_once or before[1] is None:
        return

    def take(life: Life, at: datetime, late: bool) -> Taken | Refused:
        details: Any = replace(details_at(verb, at), acted_at=at)
        return life.engine.take(life.ref, details, by=ANYBODY)

    (_, first, its_life, _), *others = next(entered_three_times(councils, council, before, [take]))
    assert first, first
    for when, outcome, life, _ in others:
        assert outcome, (when, outcome)
        late = ("last_at", "implemented_at")
        assert alike(life.get(), but=late) == alike(its_life.get(), but=late), when


@pytest.mark.parametrize("verb", ["found-late-record-hold", "found-late-record-outcome"])
def test_what_is_found_late_undoes_the_rules_implementation_too(councils: Any, verb: str) -> None:
    """Nobody had carried it out: it is before that body again, and held if it was."""
    life, at, due = a_life(councils, AT_ONCE, (Life.called_in, None))
    life.clock.move_to(due + timedelta(days=1))
    assert life.engine.close_due().closed == [life.ref]
    assert life.get().state is State.IMPLEMENTED
    told = {"acted_at": at} if verb == "found-late-record-outcome" else {"made_at": at}
    life.do(replace(DETAILS[verb], **told))
    found = life.get()
    assert (found.state, found.implemented_at) == (State.CALLED_IN, None)
    assert (found.effective_at, found.is_disputed) == (None, False)
    assert found.is_held == (verb == "found-late-record-hold")


@pytest.mark.parametrize("verb", ["found-late-record-hold", "found-late-record-outcome"])
@pytest.mark.parametrize("council", [GULLSHIRE, AT_ONCE])
def test_what_is_found_late_answers_for_the_days_before_it_was_found(
    councils: Any, council: str, verb: str
) -> None:
    """Asked about a day after the close and before it was found, the record has it."""
    life, at, due = a_life(councils, council, (Life.called_in, None))
    life.clock.move_to(due + timedelta(days=1))
    life.engine.close_due()
    told = {"acted_at": at} if verb == "found-late-record-outcome" else {"made_at": at}
    life.do(replace(DETAILS[verb], **told))
    life.clock.move_to(due + timedelta(days=2))
    for then in (at + HOUR, due, due + HOUR):
        assert not life.engine.may_implement(life.ref, then), then
        was = life.engine.get(life.ref, then)
        assert (was.state, was.is_held) == (State.CALLED_IN, verb == "found-late-record-hold"), then
        assert was.last_at <= then
    assert not life.engine.get(life.ref, at - timedelta(seconds=1)).is_held


@pytest.mark.parametrize("settled", [False, True])
def test_what_was_found_after_implementation_answers_for_the_days_before_it_was_found(
    councils: Any, settled: bool
) -> None:
    """In time, it was disputed all along; where it was ruled to change nothing, it was not."""
    life, at, due = a_life(councils, GULLSHIRE, (Life.at_once, None))
    life.clock.move_to(due + HOUR)
    life.engine.close_due()
    life.do("implement", evidence="The letters went out.")
    life.clock.move_to(due + timedelta(days=2))
    life.do(details_at("request-record-late", at), late_reason=LATE)
    if settled:
        life.clock.move_to(due + timedelta(days=3))
        life.do("found-late-settle-dispute", reason="It was from two members.")
    assert bool(life.engine.may_implement(life.ref, due + 2 * HOUR)) is settled


@pytest.mark.parametrize(
    "verb", ["withdraw", "reconsideration-rescind", "hold", "correct-materially"]
)
def test_what_a_person_recorded_as_carried_out_does_not_give_way(councils: Any, verb: str) -> None:
    """It is refused with what to do, and the dispute can be recorded and settled."""
    life, at, due = a_life(councils, GULLSHIRE, (Life.at_once, None))
    life.clock.move_to(due + timedelta(days=1))
    life.engine.close_due()
    life.do("implement", evidence="The letters went out.")
    given = details_at(verb, at)
    outcome = life.engine.take(life.ref, given, by=ANYBODY, at=at, late_reason=LATE)
    assert isinstance(outcome, Refused)
    assert "is-implemented" in [why.code for why in outcome.refusals]
