"""What is sent again is recorded once: it is refused as what stands on the record already."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import create_engine, text

from support.councils import COUNCILS, HEREFORDSHIRE
from support.fakes.register import MemoryRegister
from support.people import MONITORING, OFFICER, someone
from support.registers import breaking_in
from support.steps import ITS_END, MORNING, called_in, must, opened, published
from workflow import Engine, ManualClock, Role, make_sqlite_safe
from workflow.engine import load_councils
from workflow.errors import Stale
from workflow.procedures.attempt import Refused, Taken
from workflow.store.database import address

THEN = MORNING + timedelta(hours=1)
ASKED: dict[str, Any] = {
    "requested_by": ("Cllr A Example", "Cllr B Example"),
    "grounds": ("Consultation: none", "Cost"),
    "received_at": THEN,
}
PETITION: dict[str, Any] = {"electors": 40, "grounds": ("Cost",), "received_at": THEN}
NOTICE: dict[str, Any] = {
    "kind": "reasons",
    "published_at": MORNING,
    "where": "the website",
    "reasons": "A flood.",
}
IRREGULAR: dict[str, Any] = {
    "kind": "implemented-early",
    "happened_on": date(2018, 10, 18),
    "rule": "LGA 2000 s.9F",
    "what": "The letters went out.",
}


def already(outcome: Any, *named: str) -> None:
    """Check that it is refused for that one reason, which names what stands."""
    assert isinstance(outcome, Refused), outcome
    assert [each.code for each in outcome.refusals] == ["already-recorded"]
    for each in named:
        assert each in outcome.refusals[0].because


@pytest.fixture
def engine(clock: ManualClock) -> Engine:
    """An engine on a register that is kept in memory."""
    return Engine(MemoryRegister(), load_councils([COUNCILS]), clock)


@pytest.fixture
def ref(engine: Engine, clock: ManualClock) -> str:
    """A decision that was published an hour before anyone asked."""
    made = published(engine)
    clock.move_to(THEN + timedelta(hours=1))
    return made


def take(engine: Engine, ref: str, verb: str, **given: Any) -> Taken | Refused:
    return engine.take(ref, verb, by=given.pop("by", OFFICER), **given)


def test_a_retried_request_is_one_request(any_engine: Engine, clock: ManualClock) -> None:
    """Sent again, by another spelling and order too, it is answered with the request's number."""
    ref = published(any_engine)
    clock.move_to(THEN + timedelta(hours=1))
    must(take(any_engine, ref, "call-in", **ASKED))
    version = any_engine.get(ref).version
    already(take(any_engine, ref, "call-in", **ASKED), "Request 1", ref, "awaiting a ruling")
    retyped = {
        "requested_by": ("cllr  b example", "Cllr A Example"),
        "grounds": ("cost", "Consultation:  none"),
        "how": "by email",
    }
    already(take(any_engine, ref, "call-in", **{**ASKED, **retyped}), "Request 1")
    assert any_engine.get(ref).version == version
    assert len(any_engine.get(ref).proceedings.requests) == 1


@pytest.mark.parametrize(
    "other",
    [
        {"requested_by": ("Cllr A Example",)},
        {"requested_by": ("Cllr A Example", "Cllr C Example")},
        {"grounds": ("Cost",)},
        {"received_at": THEN + timedelta(minutes=1)},
        {"alternative": "To wait a year."},
        {"electors": 12},
    ],
    ids=lambda each: "".join(each),
)
def test_another_request_is_another(engine: Engine, ref: str, other: dict[str, Any]) -> None:
    must(take(engine, ref, "call-in", **ASKED))
    must(take(engine, ref, "call-in", **{**ASKED, **other}))
    assert len(engine.get(ref).proceedings.requests) == 2


def test_electors_alone_ask_once(engine: Engine, ref: str) -> None:
    must(take(engine, ref, "call-in", **PETITION))
    already(take(engine, ref, "call-in", **PETITION), "Request 1")


@pytest.mark.parametrize("since", ["request-reject", "request-withdraw", "request-accept"])
def test_a_retry_that_comes_after_the_ruling_is_still_one(
    engine: Engine, clock: ManualClock, ref: str, since: str
) -> None:
    """What they ask again has another instant, and is taken."""
    must(take(engine, ref, "call-in", **ASKED))
    must(take(engine, ref, since, by=MONITORING, reason="Why."))
    already(take(engine, ref, "call-in", **ASKED), "Request 1")
    must(take(engine, ref, "call-in", **{**ASKED, "received_at": clock.now()}))


def test_a_retry_is_known_though_some_have_withdrawn_or_joined(engine: Engine, ref: str) -> None:
    """It is compared with who asked when it was lodged."""
    must(take(engine, ref, "call-in", **ASKED))
    must(take(engine, ref, "request-withdraw", requested_by=("Cllr A Example",), reason="So."))
    joins = {"requested_by": ("Cllr D Example",), "received_at": THEN}
    must(take(engine, ref, "request-support", **joins))
    already(take(engine, ref, "call-in", **ASKED), "Request 1")


def test_a_retry_is_known_though_the_seat_was_recorded_in_between(engine: Engine, ref: str) -> None:
    must(take(engine, ref, "call-in", **ASKED))
    for login, name in (("elm", "Cllr A Example"), ("elm.2", "Cllr A Example")):
        seat = {"name": name, "since": date(2018, 1, 1), "by": MONITORING}
        assert engine.appointments.appoint(HEREFORDSHIRE, login, Role.MEMBER, **seat)
    by_login = {**ASKED, "requested_by": ("elm", "Cllr B Example")}
    must(take(engine, ref, "call-in", **{**by_login, "received_at": THEN + timedelta(minutes=5)}))
    again = {**by_login, "received_at": THEN + timedelta(minutes=5)}
    already(take(engine, ref, "call-in", **again), "Request 2")


def test_a_retry_is_known_though_its_grounds_were_erased(engine: Engine, ref: str) -> None:
    must(take(engine, ref, "call-in", **ASKED))
    seq = engine.get(ref).version
    assert engine.journal.erase(ref, seq, "particulars", "Retention ended", by=MONITORING)
    already(take(engine, ref, "call-in", **ASKED), "Request 1")


def test_a_retry_after_the_close_says_so_and_nothing_else(
    engine: Engine, clock: ManualClock, ref: str
) -> None:
    """It is not asked why it comes late, nor sent on to `request record-late`."""
    must(take(engine, ref, "call-in", **ASKED))
    must(take(engine, ref, "request-reject", by=MONITORING, reason="Too few."))
    clock.move_to(ITS_END + timedelta(days=1))
    engine.close_due()
    already(take(engine, ref, "call-in", **ASKED), "Request 1", "ruled invalid")
    already(take(engine, ref, "call-in", **ASKED, late_reason="Found."), "Request 1")
    late = {"at": THEN, "late_reason": "Found."}
    already(take(engine, ref, "call-in", **ASKED, **late), "Request 1")


def test_whoever_may_not_ask_is_told_that_and_no_more(engine: Engine, ref: str) -> None:
    must(take(engine, ref, "call-in", **ASKED))
    outcome = take(engine, ref, "call-in", by=someone("x", Role.AUTHOR), **ASKED)
    assert isinstance(outcome, Refused)
    assert outcome.refusals[0].code == "not-authorised"
    assert "already-recorded" not in [each.code for each in outcome.refusals]


def test_a_retry_that_expects_a_version_is_told_that_it_has_changed(
    engine: Engine, ref: str
) -> None:
    before = engine.get(ref).version
    must(take(engine, ref, "call-in", **ASKED, expect_version=before))
    with pytest.raises(Stale):
        take(engine, ref, "call-in", **ASKED, expect_version=before)
    already(take(engine, ref, "call-in", **ASKED, expect_version=before + 1))


def test_a_request_found_late_is_noted_once(clock: ManualClock, engine: Engine) -> None:
    """Also the first of two, and one that had been lodged in its time."""
    ref = published(engine, "larkshire")
    clock.move_to(THEN + timedelta(hours=1))
    lodged = {**PETITION, "received_at": THEN + timedelta(minutes=3)}
    must(take(engine, ref, "call-in", **lodged))
    must(take(engine, ref, "request-reject", by=MONITORING, reason="Too few."))
    clock.move_to(ITS_END + timedelta(days=9))
    engine.close_due()
    must(take(engine, ref, "implement", evidence="Done."))
    late = {"late_reason": "Found in the post."}
    other = {**ASKED, "received_at": THEN + timedelta(minutes=1)}
    must(take(engine, ref, "request-record-late", **ASKED, **late))
    must(take(engine, ref, "request-record-late", **other, **late))
    for given in (ASKED, other, lodged):
        already(take(engine, ref, "request-record-late", **given, **late))
        already(take(engine, ref, "call-in", **given, **late))
    more = {**ASKED, "requested_by": ("Cllr Z Example",)}
    must(take(engine, ref, "request-record-late", **more, **late))


@pytest.mark.parametrize("who", [{"electors": 5}, {"requested_by": ("Cllr D Example",)}])
def test_who_joins_joins_once(engine: Engine, ref: str, who: dict[str, Any]) -> None:
    """Electors too, who are only counted; and one who has withdrawn is not brought back by it."""
    must(take(engine, ref, "call-in", **ASKED))
    joins = {**who, "received_at": THEN + timedelta(minutes=5)}
    must(take(engine, ref, "request-support", **joins))
    already(take(engine, ref, "request-support", **joins), "request 1")
    already(take(engine, ref, "request-support", request=1, **joins), "request 1")
    if "requested_by" in who:
        must(take(engine, ref, "request-withdraw", **who, reason="Satisfied."))
        already(take(engine, ref, "request-support", **joins), "request 1")
    again = {**joins, "received_at": THEN + timedelta(minutes=6)}
    must(take(engine, ref, "request-support", **again))
    must(take(engine, ref, "request-reject", by=MONITORING, reason="No."))
    already(take(engine, ref, "request-support", **again), "request 1")


@pytest.mark.parametrize(
    ("verb", "given", "differs"),
    [
        ("advance-notice-give", NOTICE, {"where": "the offices"}),
        ("advance-notice-give", NOTICE, {"reasons": "A great flood."}),
        ("advance-notice-give", NOTICE, {"published_at": MORNING - timedelta(days=1)}),
        ("irregular-note", IRREGULAR, {"what": "The posters went up."}),
        ("irregular-note", IRREGULAR, {"happened_on": date(2018, 10, 17)}),
        ("irregular-note", IRREGULAR, {"rule": "Rule 15"}),
    ],
)
def test_a_notice_and_an_irregularity_are_recorded_once(
    engine: Engine, ref: str, verb: str, given: dict[str, Any], differs: dict[str, Any]
) -> None:
    must(take(engine, ref, verb, **given))
    already(take(engine, ref, verb, **given), ref)
    must(take(engine, ref, verb, **{**given, **differs}))
    already(take(engine, ref, verb, **given), ref)


def test_an_irregularity_that_was_settled_is_not_noted_again_by_a_retry(
    engine: Engine, ref: str
) -> None:
    must(take(engine, ref, "irregular-note", **IRREGULAR))
    settled = {"number": 1, "accepted_by": "the monitoring officer", "reason": "Recalled."}
    must(take(engine, ref, "irregular-resolve", by=MONITORING, **settled))
    already(take(engine, ref, "irregular-note", **IRREGULAR), "Irregularity 1")


def test_a_meeting_and_an_opinion_are_recorded_once(clock: ManualClock, engine: Engine) -> None:
    """A meeting by its instant: the same may be noted of another day's."""
    ref = called_in(engine, published(engine))
    met = {"meeting": "inquorate", "note": "Two came."}
    then = clock.now() + timedelta(hours=1)
    clock.move_to(then + timedelta(hours=5))
    late = {"at": then, "late_reason": "Typed up."}
    must(take(engine, ref, "scrutiny-meet", **met, **late))
    already(take(engine, ref, "scrutiny-meet", **met, **late), ref)
    must(take(engine, ref, "scrutiny-meet", **met))
    opinion = {"counsel": "A Barrister KC", "opinion": "It has merit."}
    must(take(engine, ref, "request-record-opinion", **opinion))
    since = engine.get(ref).proceedings.since
    clock.move_to(clock.now() + timedelta(hours=1))
    already(take(engine, ref, "request-record-opinion", **opinion), ref)
    assert engine.get(ref).proceedings.since == since
    must(take(engine, ref, "request-record-opinion", **{**opinion, "opinion": "It has none."}))


def test_one_entry_that_cannot_be_read_keeps_nobody_from_asking(
    sqlite_engine: Engine, clock: ManualClock
) -> None:
    ref = published(sqlite_engine)
    clock.move_to(THEN)
    must(take(sqlite_engine, ref, "call-in", **ASKED))
    with breaking_in(sqlite_engine) as there:
        there.execute(text("UPDATE cd_journal SET body = '{}' WHERE name = 'request-lodged'"))
    must(take(sqlite_engine, ref, "call-in", **ASKED))


def test_it_is_known_within_a_transaction_that_has_kept_nothing_yet(
    sqlite_address: str, clock: ManualClock
) -> None:
    bound = make_sqlite_safe(create_engine(address(sqlite_address)))
    engine = opened(sqlite_address, clock)
    with bound.begin() as host:
        within = engine.within(host)
        ref = published(within)
        clock.move_to(THEN)
        must(take(within, ref, "call-in", **ASKED))
        already(take(within, ref, "call-in", **ASKED), "Request 1")
    engine.dispose()
    bound.dispose()
