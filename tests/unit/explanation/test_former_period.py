"""A period that no longer stands is explained as it was: a court will ask."""

from datetime import UTC, datetime, timedelta

import pytest

from support.people import MAKER, OFFICER
from support.statements import a_statement
from support.steps import drafted, must, published
from workflow import Engine, ManualClock
from workflow.answers.as_json import as_json
from workflow.errors import Refusal
from workflow.explanation.documents import document_of
from workflow.explanation.explain import Explanation
from workflow.explanation.renderers.text import lines
from workflow.procedures.corrections.inputs import CorrectMaterially

VOID = "publication-void"


def explained(engine: Engine, ref: str) -> Explanation:
    found = engine.explain(ref)
    assert isinstance(found, Explanation)
    return found


def told(engine: Engine, ref: str) -> str:
    sections = document_of(explained(engine, ref)).sections
    return " ".join(" ".join([each.heading, *lines(each)]) for each in sections)


def taken_back(engine: Engine, clock: ManualClock, by: str) -> str:
    ref = published(engine)
    clock.move_to(clock.now() + timedelta(days=1))
    if by == VOID:
        must(engine.take(ref, VOID, by=OFFICER, reason="The page was empty."))
    else:
        given = CorrectMaterially(statement=a_statement(decision="Half of it."), ruling="As I rule")
        must(engine.take(ref, given, by=OFFICER))
    return ref


@pytest.mark.parametrize(
    ("by", "words"),
    [(VOID, "publication voided"), ("correct-materially", "corrected materially")],
)
@pytest.mark.parametrize("withdrawn", [True, False])
def test_a_period_that_was_taken_back_is_explained_as_it_was(
    sqlite_engine: Engine, clock: ManualClock, by: str, words: str, withdrawn: bool
) -> None:
    ref = taken_back(sqlite_engine, clock, by)
    at = clock.now()
    if withdrawn:
        clock.move_to(clock.now() + timedelta(hours=1))
        must(sqlite_engine.take(ref, "withdraw", by=MAKER, reason="It is not wanted."))
    found = explained(sqlite_engine, ref)
    assert found.period is None
    assert found.former is not None
    assert found.former.ended.event.at == at
    ends = datetime(2018, 10, 24, 23, 0, tzinfo=UTC)
    assert found.former.period.window.request_deadline == ends
    said = told(sqlite_engine, ref)
    assert said.startswith(f"{ref}: the call-in period that it had These dates no longer stand.")
    assert f"On record since: {words}, 09:00 on Fri 19 Oct 2018." in said
    assert "The last moment for a request" in said
    assert ("It was withdrawn at 10:00" in said) is withdrawn
    assert not found.in_question


def test_in_json_it_is_told_and_no_period_stands(sqlite_engine: Engine, clock: ManualClock) -> None:
    ref = taken_back(sqlite_engine, clock, VOID)
    plain = as_json(explained(sqlite_engine, ref))
    assert isinstance(plain, dict)
    assert plain["call_in"] is None
    assert [each["about"] for each in plain["told"]] == ["former-period"]


def test_a_period_that_is_counted_again_stands_alone(
    sqlite_engine: Engine, clock: ManualClock
) -> None:
    ref = taken_back(sqlite_engine, clock, VOID)
    must(sqlite_engine.take(ref, "publish", by=OFFICER, where="website"))
    found = explained(sqlite_engine, ref)
    assert found.former is None
    assert found.period is not None


def test_what_never_had_a_period_has_none_to_explain(sqlite_engine: Engine) -> None:
    ref = drafted(sqlite_engine)
    must(sqlite_engine.take(ref, "withdraw", by=MAKER, reason="It is not wanted."))
    refused = sqlite_engine.explain(ref)
    assert isinstance(refused, Refusal)
    assert ref in refused.remedy
