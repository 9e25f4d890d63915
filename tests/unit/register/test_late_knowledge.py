"""What becomes known late: closures, requests, and who is in office."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from workflow import Actor, Kind, ManualClock, Role, Statement, open_engine
from workflow.calendars.council import DayKind
from workflow.constitution.shipped import shipped
from workflow.engine import Engine, load_councils
from workflow.errors import BadConstitution, Invalid
from workflow.model.people import Appointment
from workflow.procedures.attempt import Refused, Taken

PUBLISHED = datetime(2018, 10, 18, 15, tzinfo=UTC)
ENDS = datetime(2018, 10, 24, 23, tzinfo=UTC)
OFFICER = Actor(person="po", roles=frozenset(Role), established="a test")
COUNCIL = "herefordshire"
PAPER = Statement(
    title="Road resurfacing",
    body="Cabinet",
    kind=Kind.NON_KEY,
    made_on=date(2018, 10, 18),
    decision="That it be done.",
    reasons="As reported.",
    alternatives=(),
    conflicts=(),
)


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    return open_engine(str(tmp_path / "register.db"), clock=ManualClock(PUBLISHED))


def published(engine: Engine, ref: str) -> str:
    assert engine.draft(council=COUNCIL, statement=PAPER, by=OFFICER, ref=ref)
    assert engine.take(ref, "sign", by=OFFICER, signatory="The Leader")
    assert engine.take(ref, "publish", by=OFFICER, where="website")
    return ref


def move_to(engine: Engine, instant: datetime) -> None:
    assert isinstance(engine.clock, ManualClock)
    engine.clock.move_to(instant)


def shut(engine: Engine, known_at: datetime | None = None) -> object:
    return engine.calendars.enter_day(
        COUNCIL, date(2018, 10, 22), DayKind.CLOSURE, title="Closed", reason="Flood", source="CEO",
        by=OFFICER, known_at=known_at,
    )  # fmt: skip


def test_a_closure_known_only_afterwards_reopens_nothing(engine: Engine) -> None:
    """The period ran out at midnight; a closure entered at nine does not bear on it."""
    ref = published(engine, "A-1")
    move_to(engine, ENDS + timedelta(hours=9))
    assert engine.may_implement(ref)
    shut(engine)
    assert engine.may_implement(ref)
    assert engine.calendars.in_question(COUNCIL) == []
    review = engine.take(ref, "deadline-review", by=OFFICER, outcome="revise", reason="r")
    assert isinstance(review, Refused)
    assert [r.code for r in review.refusals] == ["deadline-agrees"]
    assert engine.close_due().closed == [ref]


def test_a_closure_known_before_and_entered_late_is_put_before_a_person(engine: Engine) -> None:
    ref = published(engine, "A-1")
    move_to(engine, ENDS + timedelta(hours=9))
    shut(engine, known_at=ENDS - timedelta(days=2))
    assert engine.calendars.in_question(COUNCIL) == [ref]
    assert [left.code for left in engine.close_due().left] == ["recount-later"]


def test_a_request_found_after_the_close_goes_on_and_stops_implementation(
    engine: Engine,
) -> None:
    ref = published(engine, "A-1")
    move_to(engine, ENDS + timedelta(hours=1))
    assert engine.close_due().closed == [ref]
    assert engine.may_implement(ref)
    found = {
        "requested_by": ("Cllr A",),
        "grounds": "Consultation",
        "received_at": ENDS - timedelta(hours=8),
        "late_reason": "Found in the post",
    }
    assert engine.take(ref, "call-in", by=OFFICER, **found)
    answer = engine.may_implement(ref)
    assert [refusal.code for refusal in answer.refusals] == ["request-pending"]
    assert engine.history(ref)[-1].late_reason == "Found in the post"
    assert engine.journal.verify().breaks == ()


def test_what_was_so_at_an_instant_is_answered_by_what_was_so_then(engine: Engine) -> None:
    """Held past the end and released: asked about a moment in between, it was held."""
    ref = published(engine, "A-1")
    move_to(engine, ENDS - timedelta(days=1))
    hold = {"on_account_of": "court", "under": "An order", "reason": "r"}
    assert engine.take(ref, "hold", by=OFFICER, **hold)
    move_to(engine, ENDS + timedelta(days=2))
    assert engine.take(ref, "release", by=OFFICER, reason="r")
    engine.close_due()
    between = ENDS + timedelta(days=1)
    assert [r.code for r in engine.may_implement(ref, between).refusals] == ["held"]
    assert engine.may_implement(ref).since == ENDS + timedelta(days=2)


def test_a_limit_is_not_used_up_by_what_is_left(engine: Engine) -> None:
    """The oldest is held; a close of one at a time still closes the others."""
    refs = [published(engine, f"A-{number}") for number in range(3)]
    hold = {"on_account_of": "court", "under": "An order", "reason": "r"}
    assert engine.take(refs[0], "hold", by=OFFICER, **hold)
    move_to(engine, ENDS)
    assert [engine.close_due(limit=1).closed for _ in range(3)] == [["A-1"], ["A-2"], []]


def test_no_council_is_left_with_nobody_who_may_appoint(engine: Engine) -> None:
    """A monitoring officer in office for a day only: the day after, appointments can go on."""
    day = date(2018, 10, 18)
    given = engine.appointments.appoint(COUNCIL, "mo", Role.MONITORING_OFFICER, by="mo", until=day)
    assert isinstance(given, Appointment)
    assert not engine.appointments.appoint(COUNCIL, "x", Role.AUTHOR, by="x")
    move_to(engine, PUBLISHED + timedelta(days=1))
    given = engine.appointments.appoint(COUNCIL, "next", Role.MONITORING_OFFICER, by="clerk")
    assert isinstance(given, Appointment)
    later = engine.appointments.appoint(
        COUNCIL, "later", Role.MONITORING_OFFICER, by="next", since=date(2030, 1, 1)
    )
    assert isinstance(later, Appointment)
    ended = engine.appointments.end(COUNCIL, given.number, reason="r", by="next")
    assert isinstance(ended, Refused)


@pytest.mark.parametrize(
    "odd",
    [
        {"made_on": PUBLISHED},
        {"made_on": "2018-10-18"},
        {"kind": "secret"},
        {"access": "closed"},
        {"alternatives": "none"},
        {"alternatives": (1,)},
        {"conflicts": ("Cllr A",)},
        {"title": None},
    ],
)
def test_a_statement_of_the_wrong_kind_is_refused_at_once(odd: dict[str, object]) -> None:
    with pytest.raises(Invalid):
        Statement(**{"title": "t", "body": "b", "kind": "key", **odd})  # type: ignore[arg-type]


def test_plain_words_will_do_for_closed_lists(engine: Engine) -> None:
    """A host that has "key" and "proper-officer" as text need not import the lists."""
    actor = Actor(person="po", roles=frozenset({"proper-officer"}), established="t")  # type: ignore[arg-type]
    assert actor.roles == frozenset({Role.PROPER_OFFICER})
    paper = Statement(title="t", body="b", kind="key")  # type: ignore[arg-type]
    assert paper.kind is Kind.KEY
    assert isinstance(engine.draft(council=COUNCIL, statement=paper, by=actor), Taken)


def test_two_files_of_ones_own_for_one_council_are_refused(tmp_path: Path) -> None:
    ours = shipped()["herefordshire"]
    text = ours.read_text(encoding="utf-8")
    (tmp_path / "a.toml").write_text(text, encoding="utf-8")
    assert load_councils([tmp_path]).named("herefordshire").source.endswith("a.toml")
    (tmp_path / "b.toml").write_text(text, encoding="utf-8")
    with pytest.raises(BadConstitution, match="both for"):
        load_councils([tmp_path])
