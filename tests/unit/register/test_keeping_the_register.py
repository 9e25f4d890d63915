"""Appointments, council days and erasure: who may, what is refused, what is journalled."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from workflow import Actor, ManualClock, Role, Statement, open_engine
from workflow.calendars.council import DayKind
from workflow.clock import at_hour
from workflow.engine import Engine
from workflow.errors import Invalid, NotFound
from workflow.model.kind import Kind
from workflow.model.people import Appointment
from workflow.procedures.attempt import Refused, Taken

DAY = date(2018, 10, 18)
COUNCIL = "herefordshire"


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    clock = ManualClock(at_hour(DAY, datetime(2018, 1, 1, 9).time()))
    return open_engine(str(tmp_path / "register.db"), clock=clock)


def appointed(engine: Engine, person: str, role: Role, **more: object) -> Appointment:
    given = engine.appointments.appoint(COUNCIL, person, role, by="mo", **more)  # type: ignore[arg-type]
    assert isinstance(given, Appointment), given
    return given


def move(engine: Engine, **by: int) -> None:
    assert isinstance(engine.clock, ManualClock)
    engine.clock.move_to(engine.clock.now() + timedelta(**by))


def codes(outcome: object) -> list[str]:
    assert isinstance(outcome, Refused), outcome
    return [refusal.code for refusal in outcome.refusals]


def test_until_there_is_a_monitoring_officer_anyone_may_appoint(engine: Engine) -> None:
    """A fresh register can be begun by whoever has it; from then on only one officer may."""
    first = engine.appointments.appoint(COUNCIL, "po", Role.PROPER_OFFICER, by="po")
    assert isinstance(first, Appointment)
    assert isinstance(
        engine.appointments.appoint(COUNCIL, "mo", Role.MONITORING_OFFICER, by="po"), Appointment
    )
    assert codes(engine.appointments.appoint(COUNCIL, "me", Role.DECISION_MAKER, by="po")) == [
        "not-authorised"
    ]
    assert isinstance(
        engine.appointments.appoint(COUNCIL, "dm", Role.DECISION_MAKER, by="mo"), Appointment
    )
    assert [each.person for each in engine.appointments.list(COUNCIL)] == ["po", "mo", "dm"]


def test_a_further_appointment_keeps_the_name_that_the_login_has_there(engine: Engine) -> None:
    """One at another council has none of it; a name that is given is the newer one."""
    appointed(engine, "jsmith", Role.PROPER_OFFICER, name="J Smith")
    assert appointed(engine, " jsmith ", Role.AUTHOR).name == "J Smith"
    assert appointed(engine, "JSMITH", Role.AUTHOR).name == "JSMITH"
    elsewhere = engine.appointments.appoint("salford", "jsmith", Role.AUTHOR, by="mo")
    assert isinstance(elsewhere, Appointment)
    assert elsewhere.name == "jsmith"
    assert appointed(engine, "jsmith", Role.MEMBER, name="Jo Smith").name == "Jo Smith"
    assert appointed(engine, "jsmith", Role.CO_OPTEE).name == "Jo Smith"


def test_who_may_is_named_once_by_each_login(engine: Engine) -> None:
    """Whatever else they hold, and though one of their appointments has their login for a name."""
    appointed(engine, "mo", Role.PROPER_OFFICER, name="mo")
    appointed(engine, "po", Role.PROPER_OFFICER, name="P Officer")
    appointed(engine, "mo", Role.MONITORING_OFFICER, name="M Officer")
    refused = engine.calendars.enter_day(
        COUNCIL, DAY, DayKind.CLOSURE, title="Shut", reason="r", source="s", by="nobody"
    )
    assert isinstance(refused, Refused)
    assert refused.refusals[0].remedy.startswith(
        "Ask M Officer (mo), proper officer; or P Officer (po), proper officer: "
    )


def test_an_appointment_counts_on_its_days_and_no_other(engine: Engine) -> None:
    appointed(engine, "mo", Role.MONITORING_OFFICER)
    appointed(engine, "po", Role.PROPER_OFFICER, since=DAY + timedelta(days=1))
    assert engine.appointments.actor(COUNCIL, "po", "a test").roles == frozenset()
    move(engine, days=1)
    actor = engine.appointments.actor(COUNCIL, "po", "a test")
    assert actor.roles == frozenset({Role.PROPER_OFFICER})
    assert actor.established == "a test; appointment 2"
    engine.appointments.end(COUNCIL, 2, reason="Left", by="mo")
    assert engine.appointments.actor(COUNCIL, "po", "a test").roles == frozenset(
        {Role.PROPER_OFFICER}
    )
    move(engine, days=1)
    assert engine.appointments.actor(COUNCIL, "po", "a test").roles == frozenset()


@pytest.mark.parametrize("other", ["j.officer", "J.OFFICER", "J.O\ufb03cer", "J.Off\u0456cer"])
def test_who_acts_is_known_by_the_login_as_it_is_written(engine: Engine, other: str) -> None:
    """One that only looks the same, or differs in capitals, is another's, and has no role."""
    appointed(engine, "J.Officer", Role.MONITORING_OFFICER)
    assert engine.appointments.actor(COUNCIL, " J.Officer ", "a test").roles == {
        Role.MONITORING_OFFICER
    }
    assert engine.appointments.actor(COUNCIL, other, "a test").roles == frozenset()
    kept = engine.appointments.appoint(COUNCIL, "x", Role.MEMBER, by=other)
    assert codes(kept) == ["not-authorised"]
    assert engine.appointments.appoint(COUNCIL, other, Role.MEMBER, by="J.Officer")


def test_a_person_is_only_appointed_where_they_are_appointed(engine: Engine) -> None:
    appointed(engine, "mo", Role.MONITORING_OFFICER)
    assert engine.appointments.actor("salford", "mo", "a test").roles == frozenset()


def test_the_last_monitoring_officer_is_not_ended_without_a_successor(engine: Engine) -> None:
    """Otherwise nobody could ever appoint anyone again."""
    appointed(engine, "mo", Role.MONITORING_OFFICER)
    ended = engine.appointments.end(COUNCIL, 1, reason="Leaves", by="mo")
    assert codes(ended) == ["last-monitoring-officer"]
    appointed(engine, "next", Role.MONITORING_OFFICER)
    assert isinstance(engine.appointments.end(COUNCIL, 1, reason="Leaves", by="mo"), Appointment)


def test_an_appointment_that_cannot_be_is_refused(engine: Engine) -> None:
    appointed(engine, "mo", Role.MONITORING_OFFICER)
    with pytest.raises(Invalid, match="before it begins"):
        appointed(engine, "x", Role.AUTHOR, since=DAY, until=DAY - timedelta(days=1))
    with pytest.raises(Invalid, match="Nobody is appointed"):
        appointed(engine, "x", Role.SYSTEM)
    with pytest.raises(Invalid, match="Nobody is appointed"):
        appointed(engine, "x", Role.KEEPER)
    with pytest.raises(NotFound, match="no appointment 9"):
        engine.appointments.end(COUNCIL, 9, reason="r", by="mo")
    with pytest.raises(NotFound, match="No constitution is on file"):
        engine.appointments.appoint("nowhere", "x", Role.AUTHOR, by="mo")
    assert codes(engine.appointments.end(COUNCIL, 1, reason="r", by="po")) == ["not-authorised"]


def entered(engine: Engine, day: date, kind: DayKind = DayKind.CLOSURE, by: str = "mo") -> object:
    return engine.calendars.enter_day(
        COUNCIL, day, kind, title="Closed", reason="Offices shut", source="Council", by=by
    )


def test_a_day_is_entered_once_and_may_be_opened_again(engine: Engine) -> None:
    appointed(engine, "mo", Role.MONITORING_OFFICER)
    day = date(2018, 12, 27)
    assert codes(entered(engine, day, by="nobody")) == ["not-authorised"]
    entered(engine, day)
    assert not engine.calendars.of(COUNCIL).is_working(day)
    assert engine.calendars.of("salford").is_working(day)
    with pytest.raises(Invalid, match="on file already"):
        entered(engine, day)
    entered(engine, day, DayKind.REOPENED)
    assert engine.calendars.of(COUNCIL).is_working(day)
    with pytest.raises(Invalid, match="cannot be opened again"):
        entered(engine, day, DayKind.REOPENED)
    assert [row.kind.value for row in engine.calendars.days(COUNCIL)] == ["closure", "reopened"]


def test_a_day_that_would_break_the_calendar_is_not_entered(engine: Engine) -> None:
    """A day past the horizon would stop every count; it is refused as it is entered."""
    appointed(engine, "mo", Role.MONITORING_OFFICER)
    with pytest.raises(Invalid, match="outside the calendar"):
        entered(engine, date(2029, 1, 2))
    assert engine.calendars.days(COUNCIL) == []
    assert engine.calendars.of(COUNCIL).closures == ()
    with pytest.raises(Invalid, match="known of later than now"):
        engine.calendars.enter_day(
            COUNCIL, DAY, DayKind.CLOSURE, title="t", reason="r", source="s", by="mo",
            known_at=engine.clock.now() + timedelta(days=1),
        )  # fmt: skip


def test_every_act_on_the_register_is_journalled_and_verifies(engine: Engine) -> None:
    appointed(engine, "mo", Role.MONITORING_OFFICER)
    appointed(engine, "po", Role.PROPER_OFFICER)
    engine.appointments.end(COUNCIL, 2, reason="Left", by="mo")
    entered(engine, date(2018, 12, 27))
    verified = engine.journal.verify()
    checked, breaks = verified.checked, verified.breaks
    assert (checked, breaks) == (4, ())


def test_a_rehearsal_of_any_of_it_keeps_nothing(engine: Engine) -> None:
    engine.appointments.appoint(COUNCIL, "mo", Role.MONITORING_OFFICER, by="mo", dry_run=True)
    assert engine.appointments.list(COUNCIL) == []
    appointed(engine, "mo", Role.MONITORING_OFFICER)
    engine.calendars.enter_day(
        COUNCIL, DAY, DayKind.CLOSURE, title="t", reason="r", source="s", by="mo", dry_run=True
    )
    assert engine.calendars.days(COUNCIL) == []


def test_erased_text_is_gone_and_the_journal_still_verifies(engine: Engine, tmp_path: Path) -> None:
    """It is gone from the file itself, and not only from what is shown."""
    appointed(engine, "mo", Role.MONITORING_OFFICER)
    writer = Actor(
        person="po", name="Pat", roles=frozenset({Role.PROPER_OFFICER}), established="a test"
    )
    statement = Statement(title="t", body="Cabinet", kind=Kind.KEY)
    drafted = engine.draft(council=COUNCIL, statement=statement, by=writer)
    assert isinstance(drafted, Taken)
    ref = drafted.decision.ref
    engine.take(ref, "withdraw", by=writer, reason="Cllr X has moved to 1 High Street")
    officer = engine.appointments.actor(COUNCIL, "mo", "a test")
    assert codes(engine.journal.erase(ref, 2, "reason", "Retention ended", by=writer)) == [
        "not-authorised"
    ]
    assert engine.journal.erase(ref, 2, "reason", "Retention ended", by=officer)
    assert engine.journal.erase(ref, 2, "by", "Retention ended", by=officer)
    with pytest.raises(NotFound, match="no text called 'reason', or it was erased before"):
        engine.journal.erase(ref, 2, "reason", "again", by=officer)
    entry = engine.history(ref)[1]
    assert (entry.event.reason, entry.by) == ("[erased]", "[erased]")  # type: ignore[attr-defined]
    assert set(entry.erased) == {"reason", "by"}
    assert engine.journal.verify().breaks == ()
    engine.transactions.close()  # type: ignore[attr-defined]
    kept = b"".join(path.read_bytes() for path in tmp_path.glob("register.db*"))
    assert b"mo" in kept
    assert b"High Street" not in kept
