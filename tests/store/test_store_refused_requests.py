"""A request that was refused as out of time or not valid is on the record, on both databases: who
asked, when and why; and it opens nothing."""

import json
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from support.councils import HEREFORDSHIRE
from support.people import MONITORING, OFFICER
from support.processes import Racers, late_call_in, racers
from support.registers import held_rows
from support.steps import ITS_END, MORNING, asked, must, opened, published, verified
from workflow import Engine, ManualClock, MatterKind, State, Taken
from workflow.errors import Stale
from workflow.procedures.attempt import Refused
from workflow.reports.contents import ReportSubject

LATE = ITS_END + timedelta(minutes=5)
ASKED: dict[str, Any] = {
    "requested_by": ("Cllr A Example", "Cllr B Example"),
    "grounds": ("Consultation: none", "Cost"),
    "how": "by email",
    "received_at": LATE,
}
Opener = Callable[..., Engine]


def sent_late(engine: Engine, ref: str, **more: Any) -> Refused:
    outcome = engine.take(ref, "call-in", by=OFFICER, **{**ASKED, **more})
    assert isinstance(outcome, Refused), outcome
    return outcome


@pytest.fixture
def ref(any_engine: Engine, clock: ManualClock) -> str:
    """A decision whose period ended an hour ago; no close has recorded that."""
    made = published(any_engine)
    clock.move_to(LATE + timedelta(hours=1))
    return made


def test_it_is_on_the_record_and_the_decision_stands_as_it_did(
    any_engine: Engine, ref: str, clock: ManualClock
) -> None:
    before = any_engine.get(ref)
    outcome = sent_late(any_engine, ref)
    assert [each.code for each in outcome.refusals] == ["out-of-time"]
    assert outcome.kept == 1
    after = any_engine.get(ref)
    assert (after.version, after.state) == (before.version + 1, State.CALL_IN_OPEN)
    assert (after.asked_at, after.last_at, after.due_at) == (None, before.last_at, before.due_at)
    assert after.refused_at == clock.now()
    last = any_engine.history(ref)[-1]
    assert (last.event.name, last.event.at, last.by) == (
        "request-refused", clock.now(), str(OFFICER),
    )  # fmt: skip
    assert last.event.requested_by == ASKED["requested_by"]  # type: ignore[attr-defined]
    verified(any_engine)
    assert any_engine.close_due().closed == [ref]
    assert any_engine.may_implement(ref)
    verified(any_engine)


def test_what_was_done_before_it_can_still_be_entered(
    any_engine: Engine, ref: str, clock: ManualClock
) -> None:
    """A hold that began before the refusal, and is entered after it, comes in its order."""
    sent_late(any_engine, ref)
    at = ITS_END - timedelta(hours=1)
    told = {"on_account_of": "monitoring-officer", "under": "s.5A", "reason": "A report."}
    must(any_engine.take(ref, "hold", by=MONITORING, at=at, late_reason="Typed late", **told))
    verified(any_engine)


def test_what_was_in_time_is_lodged_after_the_close_and_after_a_refusal(
    any_engine: Engine, ref: str
) -> None:
    """The hour was misread: the right one is taken, and the refused request says so."""
    any_engine.close_due()
    assert sent_late(any_engine, ref).kept == 1
    right = {**ASKED, "received_at": ITS_END - timedelta(minutes=5), "late_reason": "Misread"}
    must(any_engine.take(ref, "call-in", by=OFFICER, **right))
    (kept,) = any_engine.get(ref).proceedings.refused
    assert kept.entered_as == 1
    assert any_engine.get(ref).state is State.CALL_IN_OPEN
    verified(any_engine)
    as_of = any_engine.get(ref, as_of=ITS_END - timedelta(minutes=1))
    assert as_of.proceedings.refused == ()
    assert len(as_of.proceedings.requests) == 1


def test_it_is_kept_once_and_a_rehearsal_keeps_nothing(engine: Engine, clock: ManualClock) -> None:
    ref = published(engine)
    clock.move_to(LATE)
    before = held_rows(engine)
    assert sent_late(engine, ref, dry_run=True).kept == 1
    assert held_rows(engine) == before
    assert sent_late(engine, ref).kept == 1
    once = held_rows(engine)
    again = sent_late(engine, ref, grounds=("cost", "Consultation:  none"))
    assert (again.kept, again.recorded) == (1, None)
    assert held_rows(engine) == once


def test_a_host_hears_of_it_and_its_version_goes_up(any_engine: Engine, ref: str) -> None:
    told: list[Taken] = []
    any_engine.on_commit(told.append)
    version = any_engine.get(ref).version
    outcome = sent_late(any_engine, ref)
    assert told == [outcome.recorded]
    (entry,) = told[0].entries
    assert entry.event.name == "request-refused"
    sent_late(any_engine, ref)
    sent_late(any_engine, ref, requested_by=("Cllr D Example",), dry_run=True)
    assert len(told) == 1
    with any_engine.transactions.reading() as work:
        event = json.loads(work.outbox.of(f"decision/{ref}")[version + 1])
    assert event["type"] == "council-decisions.decision.request-refused"
    assert event["data"] == {"ref": ref, "version": version + 1, "state": "call_in_open"}
    with pytest.raises(Stale):
        sent_late(any_engine, ref, expect_version=version, requested_by=("Cllr D Example",))


def test_its_names_and_words_can_be_erased(any_engine: Engine, ref: str) -> None:
    sent_late(any_engine, ref)
    entry = any_engine.get(ref).version
    for part in ("requested_by", "particulars", "why", "how"):
        assert any_engine.journal.erase(ref, entry, part, "Retention", by=MONITORING)
    verified(any_engine)
    last = any_engine.history(ref)[-1]
    assert "Example" not in str(last.event)
    assert any_engine.get(ref).proceedings.refused[0].codes == ("out-of-time",)
    assert sent_late(any_engine, ref).kept == 1


def test_the_report_lists_it_and_does_not_count_it(any_engine: Engine, ref: str) -> None:
    """A decision that nobody else asked about is found by it alone."""
    sent_late(any_engine, ref)
    days = (date(2018, 10, 1), date(2018, 10, 31))
    made = any_engine.reports.make(ReportSubject.CALL_INS, HEREFORDSHIRE, *days)
    (line,) = made.lines
    assert (line.day, line.by_whom) == (date(2018, 10, 25), "Cllr A Example, Cllr B Example")
    assert (line.reason, line.outcome) == ("Consultation: none; Cost", "refused: out of time")
    assert (made.now.requests, made.now.number) == (0, 0)
    assert "is not counted" in made.note
    later = any_engine.reports.make(
        ReportSubject.CALL_INS, HEREFORDSHIRE, date(2018, 10, 26), days[1]
    )
    assert later.lines == ()


def test_the_report_gives_the_reason_of_a_ruling_that_a_request_is_invalid(
    any_engine: Engine, clock: ManualClock
) -> None:
    ref = asked(any_engine, published(any_engine))
    must(any_engine.take(ref, "request-reject", by=MONITORING, reason="It names no ground."))
    days = (date(2018, 10, 1), date(2018, 10, 31))
    (line,) = any_engine.reports.make(ReportSubject.CALL_INS, HEREFORDSHIRE, *days).lines
    assert line.outcome.startswith("ruled invalid (It names no ground.)")


@pytest.fixture(scope="module")
def four() -> Iterator[Racers]:
    """Four programs, ready to race."""
    with racers(4) as started:
        yield started


@pytest.mark.xdist_group("races")
def test_many_who_enter_the_same_late_request_at_once_keep_it_once(
    four: Racers, address: str, clock: ManualClock, open_register: Opener
) -> None:
    engine = opened(address, ManualClock(MORNING))
    refs = [published(engine) for _ in range(5)]
    engine.dispose()
    answers = four.race(address, LATE, *[(late_call_in, (refs, LATE))] * 4)
    assert [each["kept"] for each in answers] == [[1] * 5] * 4
    after = open_register(address)
    assert [len(after.get(each).proceedings.refused) for each in refs] == [1] * 5
    assert sum(sum(each["recorded"]) for each in answers) == 5
    verified(after)


def test_it_is_listed_today_for_seven_days_or_until_it_is_entered_again(
    any_engine: Engine, ref: str, clock: ManualClock
) -> None:
    """It is there also when the decision has taken effect, and waits for nobody."""

    def listed() -> list[str]:
        found = any_engine.today(HEREFORDSHIRE).matters
        return [each.says for each in found if each.kind is MatterKind.REFUSED_REQUEST]

    refused_at = clock.now()
    sent_late(any_engine, ref)
    sent_late(any_engine, ref, requested_by=("Cllr C Example",))
    says = (
        "A request received at 00:05 on Thu 25 Oct 2018 was refused: out of time. It opened "
        "nothing. Tell those who asked, if nobody has."
    )
    assert listed() == [says, says]
    any_engine.close_due()
    must(
        any_engine.take(
            ref,
            "call-in",
            by=OFFICER,
            **{**ASKED, "received_at": ITS_END - timedelta(minutes=5)},
            late_reason="Its post-mark",
        )
    )
    assert listed() == [says]
    clock.move_to(refused_at + timedelta(days=7))
    assert listed() == [says]
    clock.move_to(refused_at + timedelta(days=7, seconds=1))
    assert listed() == []
