"""What was imported wrongly from another register is put right, with both values on record."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from support.councils import COUNCILS
from support.fakes.register import MemoryRegister
from support.people import MONITORING, OFFICER
from support.register_pages import a_listed, import_listed
from support.steps import published
from workflow import Engine, ManualClock
from workflow.engine import load_councils
from workflow.explanation.decision_document import document as told_of
from workflow.explanation.renderers.text import lines
from workflow.model.evolve import replay
from workflow.model.kind import Kind
from workflow.model.statement import ConflictOfInterest
from workflow.procedures.attempt import Refused, Taken
from workflow.procedures.corrections.inputs import Correct

NOW = datetime(2018, 10, 19, 8, tzinfo=UTC)
ENDED, OPEN = "HFD-MG-5038", "HFD-MG-9002"
RUNS: dict[str, Any] = {
    "identity": "9002",
    "made_on": date(2018, 10, 18),
    "published_on": date(2018, 10, 18),
    "effective_from": None,
}


@pytest.fixture
def engine(clock: ManualClock) -> Engine:
    """An engine on a register in memory."""
    return Engine(MemoryRegister(), load_councils([COUNCILS]), clock)


@pytest.fixture
def history(engine: Engine, clock: ManualClock) -> Engine:
    """A register that imported one decision that is over, and one in its period."""
    clock.move_to(NOW)
    bare: dict[str, Any] = {"decision": "", "decided_by": "Cabinet"}
    assert (
        len(import_listed(engine, OFFICER, a_listed(**bare), a_listed(**RUNS, **bare)).written) == 2
    )
    return engine


def correct(engine: Engine, ref: str, published_on: date | None = None, **said: Any) -> Any:
    """Correct a decision: what is to read differently, and the day of its publication."""
    text = replace(engine.statement(engine.get(ref)), **said)
    given = Correct(statement=text, ruling="Clerical", published_on=published_on)
    return engine.take(ref, given, by=MONITORING)


def codes(outcome: Any) -> list[str]:
    assert isinstance(outcome, Refused)
    return [each.code for each in outcome.refusals]


@pytest.mark.parametrize("ref", [ENDED, OPEN])
def test_its_title_and_maker_are_corrected_though_it_was_imported_without_its_text(
    history: Engine, ref: str
) -> None:
    assert isinstance(correct(history, ref, title="Ofsted plan"), Taken)
    assert isinstance(correct(history, ref, body="The leader"), Taken)
    assert isinstance(correct(history, ref, decision="That it be approved."), Taken)
    held = history.get(ref)
    assert (held.title, history.statement(held).body) == ("Ofsted plan", "The leader")


def test_a_correction_makes_no_statement_say_less_than_it_did(history: Engine) -> None:
    assert correct(history, ENDED, decision="That it be approved.", alternatives=())
    assert codes(correct(history, ENDED, decision=None)) == ["decision-missing"]
    assert codes(correct(history, ENDED, alternatives=None)) == ["alternatives-missing"]
    bare = ConflictOfInterest(member="A", interest="B", dispensation="")
    said = correct(history, ENDED, conflicts=(bare,))
    assert codes(said) == ["dispensation-missing"]
    assert f"decisions correct {ENDED} --ruling" in said.refusals[0].remedy


def test_a_conflict_that_was_bare_before_may_stay_so_and_another_may_not(
    engine: Engine, clock: ManualClock
) -> None:
    clock.move_to(NOW)
    bare = ConflictOfInterest(member="A", interest="B", dispensation="")
    import_listed(engine, OFFICER, a_listed())
    text = replace(engine.statement(engine.get(ENDED)), conflicts=(bare,))
    import_listed(engine, OFFICER, a_listed(identity="7", statement=text))
    ref, noted = "HFD-MG-7", replace(bare, dispensation="none granted")
    assert isinstance(correct(engine, ref, title="T"), Taken)
    more = (bare, replace(bare, member="C"))
    assert codes(correct(engine, ref, conflicts=more)) == ["dispensation-missing"]
    assert isinstance(correct(engine, ref, conflicts=(noted,)), Taken)


def test_kind_and_days_of_what_is_over_are_corrected_and_its_effect_stands(
    history: Engine,
) -> None:
    was = history.get(ENDED)
    assert isinstance(correct(history, ENDED, kind=Kind.KEY), Taken)
    assert isinstance(correct(history, ENDED, made_on=date(2018, 3, 5)), Taken)
    assert isinstance(correct(history, ENDED, published_on=date(2018, 3, 7)), Taken)
    held = history.get(ENDED)
    assert (held.kind, held.made_on) == (Kind.KEY, date(2018, 3, 5))
    assert held.published_at == datetime(2018, 3, 7, tzinfo=UTC)
    assert (held.effective_at, held.window) == (was.effective_at, was.window)
    told = [getattr(each.event, "was", ()) for each in history.history(ENDED)]
    until = "call-in until the end of Mon 12 Mar 2018"
    assert told == [
        (),
        ("kind non-key",),
        ("made Tue 6 Mar 2018", until),
        ("published Tue 6 Mar 2018", until),
    ]
    (section,) = told_of(history.explain(ENDED)).sections
    said = " ".join(lines(section))
    assert "published was corrected since, to Wed 7 Mar 2018; a period that was over stands" in said
    assert replay(ENDED, [each.event for each in history.history(ENDED)]) == held
    assert history.journal.verify().breaks == ()


def test_a_period_that_runs_is_counted_anew_from_the_day_as_corrected(
    history: Engine, clock: ManualClock
) -> None:
    assert isinstance(correct(history, OPEN, published_on=date(2018, 10, 19)), Taken)
    held = history.get(OPEN)
    assert held.window is not None
    assert (held.window.counted_from, held.window.last_day) == (
        date(2018, 10, 19),
        date(2018, 10, 25),
    )
    assert isinstance(correct(history, OPEN, kind=Kind.KEY), Taken)
    assert history.get(OPEN).window == held.window
    clock.move_to(datetime(2018, 10, 24, 23, tzinfo=UTC))
    history.close_due()
    assert history.get(OPEN).effective_at is None
    clock.move_to(datetime(2018, 10, 25, 23, tzinfo=UTC))
    history.close_due()
    assert history.get(OPEN).effective_at == datetime(2018, 10, 25, 23, tzinfo=UTC)
    assert history.journal.verify().breaks == ()


def test_a_period_that_is_over_by_the_day_as_corrected_is_closed_as_of_its_end(
    history: Engine,
) -> None:
    day = date(2018, 10, 11)
    assert isinstance(correct(history, OPEN, made_on=day, published_on=day), Taken)
    history.close_due()
    held = history.get(OPEN)
    assert held.effective_at == datetime(2018, 10, 17, 23, tzinfo=UTC)
    assert history.journal.verify().breaks == ()
    assert replay(OPEN, [each.event for each in history.history(OPEN)]) == held


def test_nothing_is_corrected_into_what_could_not_have_been(history: Engine) -> None:
    late, early = date(2018, 10, 20), date(2018, 10, 17)
    assert "days-out-of-order" in codes(correct(history, ENDED, published_on=late))
    assert codes(correct(history, OPEN, published_on=early)) == ["days-out-of-order"]
    assert "days-out-of-order" in codes(correct(history, ENDED, made_on=date(2018, 3, 14)))
    runs = correct(history, ENDED, published_on=date(2018, 10, 18))
    assert codes(runs) == ["period-still-runs"]
    assert codes(correct(history, ENDED, published_on=date(2018, 3, 6))) == ["nothing-corrected"]


def test_what_was_asked_to_be_called_in_is_corrected_only_once_that_is_over(
    history: Engine,
) -> None:
    asked = history.take(
        OPEN,
        "call-in",
        by=OFFICER,
        requested_by=("A", "B", "C"),
        grounds=("It is against the policy.",),
        received_at=NOW,
    )
    assert isinstance(asked, Taken), asked
    for refused in (
        correct(history, OPEN, published_on=date(2018, 10, 19)),
        correct(history, OPEN, kind=Kind.KEY),
    ):
        assert codes(refused) == ["not-a-correction"]
        assert "Correct it when its call-in period, and any call-in, is over" in (
            refused.refusals[0].remedy
        )
    assert isinstance(correct(history, OPEN, title="Ofsted plan"), Taken)


def test_a_kind_that_has_no_period_is_not_given_to_what_is_in_one(
    engine: Engine, clock: ManualClock
) -> None:
    """At Salford an officer's decision may not be called in: let the period end first."""
    clock.move_to(datetime(2023, 3, 2, 9, tzinfo=UTC))
    day: dict[str, Any] = {"made_on": date(2023, 3, 1), "published_on": date(2023, 3, 1)}
    listed = a_listed(**day, effective_from=None)
    (ref,) = import_listed(engine, OFFICER, listed, council="salford").written
    assert codes(correct(engine, ref, kind=Kind.OFFICER_KEY)) == ["not-a-correction"]
    assert isinstance(correct(engine, ref, kind=Kind.KEY), Taken)
    clock.move_to(datetime(2023, 3, 8, 17, tzinfo=UTC))
    engine.close_due()
    assert isinstance(correct(engine, ref, kind=Kind.OFFICER_KEY), Taken)


def test_what_was_imported_is_neither_signed_nor_published_again(history: Engine) -> None:
    for ref in (ENDED, OPEN):
        signed = history.take(ref, "minutes-sign", by=OFFICER, signatory="The chair")
        assert codes(signed) == ["imported"]
    void = history.take(OPEN, "publication-void", by=OFFICER, reason="A slip")
    assert codes(void) == ["imported"]
    assert f"decisions correct {OPEN}" in void.refusals[0].remedy


def test_days_and_kind_of_what_began_here_are_no_correction(
    engine: Engine, clock: ManualClock
) -> None:
    ref = published(engine)
    assert codes(correct(engine, ref, published_on=date(2018, 10, 17))) == ["not-a-correction"]
    assert codes(correct(engine, ref, kind=Kind.KEY)) == ["not-a-correction"]
    assert not engine.get(ref).is_history
