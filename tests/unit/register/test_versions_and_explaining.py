"""Versions of a statement and what differs; and why each date of a decision is what it is."""

from datetime import date, timedelta
from typing import Any

import pytest

from support.councils import GULLSHIRE, HEREFORDSHIRE, LARKSHIRE
from support.people import AUTHOR, MAKER, MONITORING, OFFICER
from support.statements import a_statement
from support.steps import drafted, must, petitioned, published
from workflow import Engine, Kind, ManualClock
from workflow.calendars.council import DayKind
from workflow.errors import NotFound, Refusal
from workflow.explanation.explain import Explanation
from workflow.model.time_limit import Awaited
from workflow.register.versions import differences, numbered

# -- versions -----------------------------------------------------------------------------------


def corrected(engine: Engine, ref: str, verb: str = "correct", **changes: Any) -> None:
    """Correct the text of a published decision."""
    text = a_statement(**changes)
    must(engine.take(ref, verb, by=OFFICER, statement=text, ruling="As I rule"))


def test_each_step_that_writes_a_text_is_a_version(any_engine: Engine) -> None:
    ref = drafted(any_engine)
    must(any_engine.take(ref, "amend", by=AUTHOR, statement=a_statement(title="Plan")))
    must(any_engine.take(ref, "sign", by=MAKER, signatory="Leader"))
    must(any_engine.take(ref, "publish", by=OFFICER, where="website"))
    corrected(any_engine, ref, title="The plan")
    corrected(any_engine, ref, "correct-materially", title="The plan", decision="Half of it.")
    found = any_engine.journal.versions(ref)
    assert [(each.number, each.event) for each in found] == [
        (1, "drafted"),
        (2, "amended"),
        (6, "corrected"),
        (7, "corrected-materially"),
    ]
    assert [each.statement.title for each in found] == [
        "Ofsted action plan", "Plan", "The plan", "The plan",
    ]  # fmt: skip
    assert any_engine.get(ref).statement_version == 7
    reads = {number: numbered(found, number, ref, 9).number for number in range(1, 9)}
    assert reads == {1: 1, 2: 2, 3: 2, 4: 2, 5: 2, 6: 6, 7: 7, 8: 7}
    assert found[2].by == str(OFFICER)


def test_a_part_and_its_whole_have_versions_of_their_own(any_engine: Engine) -> None:
    ref = published(any_engine)
    told = {"stays": "Route 9.", "part": "Route 8.", "title": "Route 8", "ruling": "It stands."}
    must(any_engine.take(ref, "sever", by=OFFICER, part_ref="OWN-1", **told))
    assert [each.statement.decision for each in any_engine.journal.versions(ref)] == [
        "To approve the plan.", "Route 9.",
    ]  # fmt: skip
    assert [each.event for each in any_engine.journal.versions("OWN-1")] == ["severed-off"]


def test_what_differs_is_given_in_the_order_of_a_statement() -> None:
    after = a_statement(title="Other", reasons=None, alternatives=(), made_on=date(2018, 10, 17))
    found = differences(a_statement(), after)
    assert [(each.part, each.before, each.after) for each in found] == [
        ("title", "Ofsted action plan", "Other"),
        ("made on", "2018-10-18", "2018-10-17"),
        ("reasons", "It answers the inspection.", None),
        ("alternatives", '["To do nothing."]', "none, said expressly"),
    ]
    assert differences(after, after) == ()


def test_a_version_that_is_not_there_is_not_found(any_engine: Engine) -> None:
    found = any_engine.journal.versions(drafted(any_engine))
    assert numbered(found, 1, "R", 1).number == 1
    for number in (0, 2):
        with pytest.raises(NotFound, match="no version") as said:
            numbered(found, number, "R", 1)
        assert "1 to 1" in said.value.cure
    with pytest.raises(NotFound):
        any_engine.journal.versions("HFD-2018-999")


def test_a_version_whose_text_was_erased_keeps_its_number(any_engine: Engine) -> None:
    """The others are known by the numbers they had."""
    ref = published(any_engine)
    corrected(any_engine, ref, title="The plan")
    assert any_engine.journal.erase(ref, 1, "statement", "Personal", by=MONITORING)
    assert [(each.number, each.event) for each in any_engine.journal.versions(ref)] == [
        (1, "drafted"),
        (5, "corrected"),
    ]


# -- explaining ---------------------------------------------------------------------------------


def explained(engine: Engine, ref: str) -> Explanation:
    found = engine.explain(ref)
    assert isinstance(found, Explanation)
    return found


def shut(engine: Engine, council: str, day: date) -> None:
    said = {"title": "Closed", "reason": "Flood", "source": "A notice"}
    assert engine.calendars.enter_day(council, day, DayKind.CLOSURE, by=OFFICER, **said)


def before_scrutiny(engine: Engine) -> str:
    """A decision of Gullshire's that was called in."""
    ref = petitioned(engine, published(engine, GULLSHIRE), ("policy: It is against it.",))
    must(engine.take(ref, "request-accept", by=MONITORING, reason="Enough."))
    return ref


def test_a_clock_is_explained_day_by_day_beside_the_period(sqlite_engine: Engine) -> None:
    """Ten working days from the ruling, which is not counted."""
    found = explained(sqlite_engine, before_scrutiny(sqlite_engine))
    assert found.period is not None
    (clock,) = found.time_limits
    assert clock.limit.awaits is Awaited.SCRUTINY
    assert clock.count is not None
    numbers = [day.number for day in clock.count.workings() if day.number]
    assert numbers == list(range(1, 11))
    assert clock.count.last_day == clock.limit.last_day == date(2018, 11, 1)
    assert clock.limit.authority.rule == "Part 5, rule 6"
    assert (clock.in_question, clock.recounted, found.in_question) == (False, None, False)


def test_a_direction_is_explained_beside_the_clock_that_waits_behind_it(
    sqlite_engine: Engine,
) -> None:
    ref = before_scrutiny(sqlite_engine)
    must(sqlite_engine.take(ref, "scrutiny-direct", by=OFFICER, days=7, reason="Under review."))
    found = [clock.limit.awaits for clock in explained(sqlite_engine, ref).time_limits]
    assert found == [Awaited.SCRUTINY, Awaited.DIRECTION]


def test_a_clock_that_was_put_off_has_no_days_to_show(sqlite_engine: Engine) -> None:
    ref = before_scrutiny(sqlite_engine)
    later = {"until": date(2018, 11, 30), "consent": "Leader", "reason": "A witness."}
    must(sqlite_engine.take(ref, "scrutiny-adjourn", by=OFFICER, **later))
    shut(sqlite_engine, GULLSHIRE, date(2018, 10, 30))
    (clock,) = explained(sqlite_engine, ref).time_limits
    assert (clock.count, clock.recounted, clock.in_question) == (None, None, False)
    assert clock.limit.last_day == date(2018, 11, 30)


def test_a_closure_puts_a_clock_in_question_and_a_period_that_is_over_not(
    sqlite_engine: Engine, clock: ManualClock
) -> None:
    ref = before_scrutiny(sqlite_engine)
    clock.move_to(clock.now() + timedelta(days=9))
    shut(sqlite_engine, GULLSHIRE, date(2018, 10, 30))
    found = explained(sqlite_engine, ref)
    (one,) = found.time_limits
    assert one.recounted is not None
    assert one.recounted.last_day == date(2018, 11, 2)
    assert (one.in_question, found.in_question) == (True, True)
    assert found.period is not None
    assert not found.period.in_question
    assert sqlite_engine.calendars.in_question(GULLSHIRE) == [ref]
    review = {"outcome": "revise", "reason": "The flood."}
    must(sqlite_engine.take(ref, "deadline-review", by=OFFICER, **review))
    (one,) = explained(sqlite_engine, ref).time_limits
    assert (one.limit.last_day, one.in_question) == (date(2018, 11, 2), False)
    assert sqlite_engine.calendars.in_question(GULLSHIRE) == []


def test_a_closure_puts_an_open_period_in_question(sqlite_engine: Engine) -> None:
    ref = published(sqlite_engine)
    shut(sqlite_engine, HEREFORDSHIRE, date(2018, 10, 22))
    found = explained(sqlite_engine, ref)
    assert found.period is not None
    assert found.period.recounted is not None
    assert found.period.recounted.last_day == date(2018, 10, 25)
    assert found.period.in_question
    assert found.time_limits == ()


def noticed(engine: Engine, clock: ManualClock, *kinds: str) -> str:
    """Draft a key decision of which these notices were published that morning."""
    ref = drafted(engine, kind=Kind.KEY, made_on=None)
    given = {
        "published_at": clock.now(), "where": "website", "matter": "The plan", "maker": "Cabinet",
        "decide_from": date(2018, 11, 30), "documents": "none", "copies": "offices",
        "informed": "The chair", "reasons": "A flood.",
    }  # fmt: skip
    for kind in kinds:
        must(engine.take(ref, "advance-notice-give", by=OFFICER, kind=kind, **given))
    return ref


def test_a_notice_is_explained_read_both_ways(sqlite_engine: Engine, clock: ManualClock) -> None:
    """Published on Thursday 18 October 2018: 28 clear calendar days, or working days."""
    ref = noticed(sqlite_engine, clock, "key-decision", "general-exception")
    found = explained(sqlite_engine, ref)
    assert (found.period, found.time_limits) == (None, ())
    key, exception = found.notices
    assert (key.first_day, key.other_first_day) == (date(2018, 11, 16), date(2018, 11, 28))
    assert (exception.first_day, exception.other_first_day) == (
        date(2018, 10, 26), date(2018, 10, 24),
    )  # fmt: skip
    assert (key.provision.authority.rule, key.other.unit.value) == ("regulation 9", "working")


def test_a_notice_of_reasons_has_no_days(sqlite_engine: Engine, clock: ManualClock) -> None:
    """So a draft of which there is no other is still only a draft."""
    found = sqlite_engine.explain(noticed(sqlite_engine, clock, "reasons"))
    assert isinstance(found, Refusal)
    assert found.code == "is-draft"


def test_what_has_no_date_says_why(sqlite_engine: Engine) -> None:
    at_once = sqlite_engine.explain(published(sqlite_engine, LARKSHIRE, kind=Kind.OFFICER_NON_KEY))
    assert isinstance(at_once, Refusal)
    assert at_once.code == "no-call-in-period"
