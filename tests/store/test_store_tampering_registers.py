"""An attack on the registers of people and days, or on what no chain covers, is found too."""

from datetime import date

import pytest
from sqlalchemy import text

from support.councils import HEREFORDSHIRE
from support.people import MONITORING, OFFICER
from support.registers import breaking_in, scalar
from support.steps import drafted, must, published
from workflow import Engine, Role
from workflow.calendars.council import DayKind


def _keep_some_registers(engine: Engine) -> None:
    made = engine.appointments.appoint(
        HEREFORDSHIRE, "m.officer", Role.MONITORING_OFFICER, by=MONITORING
    )
    assert made
    for person, role in (("p.officer", Role.PROPER_OFFICER), ("f.officer", Role.FINANCE_OFFICER)):
        assert engine.appointments.appoint(HEREFORDSHIRE, person, role, by=MONITORING)
    for day in (22, 23):
        assert engine.calendars.enter_day(
            HEREFORDSHIRE,
            date(2018, 10, day),
            DayKind.CLOSURE,
            title="Storm",
            reason="Flooding",
            source="Notice",
            by=OFFICER,
        )


REGISTER_ATTACKS = {
    "an appointment is given another role": (
        "UPDATE cd_appointments SET role = 'proper-officer' WHERE number = 3",
        "people/herefordshire",
    ),
    "an appointment is deleted": (
        "DELETE FROM cd_appointments WHERE number = 2",
        "people/herefordshire",
    ),
    "an appointment is slipped in": (
        """INSERT INTO cd_appointments SELECT 9, council, 'x', 'x', role, since, until,
        entered_by, entered_at, of, deputy FROM cd_appointments WHERE number = 1""",
        "people/herefordshire",
    ),
    "the record of an appointment is cut off": (
        """DELETE FROM cd_texts WHERE stream LIKE 'people/%' AND seq = 3;
        DELETE FROM cd_journal WHERE stream LIKE 'people/%' AND seq = 3""",
        "people/herefordshire",
    ),
    "an appointment is slipped in at a council that has no stream": (
        """INSERT INTO cd_appointments SELECT 9, 'salford', 'x', 'x', role, since, until,
        entered_by, entered_at, of, deputy FROM cd_appointments WHERE number = 1""",
        "people/salford",
    ),
    "who entered an appointment is changed": (
        "UPDATE cd_appointments SET entered_by = 'x' WHERE number = 1",
        "people/herefordshire",
    ),
    "a day is slipped in at a council that has no stream": (
        """INSERT INTO cd_calendar_days SELECT 9, 'salford', day, kind, title, reason, source,
        entered_by, known_at, recorded_at FROM cd_calendar_days WHERE number = 1""",
        "calendar/salford",
    ),
    **{
        f"a day's {column} is changed": (
            f"UPDATE cd_calendar_days SET {column} = 'x' WHERE number = 1",
            "calendar/herefordshire",
        )
        for column in ("entered_by", "reason", "source")
    },
    "a day is moved": (
        "UPDATE cd_calendar_days SET day = '2018-10-24' WHERE number = 2",
        "calendar/herefordshire",
    ),
    "a day is deleted": (
        "DELETE FROM cd_calendar_days WHERE number = 1",
        "calendar/herefordshire",
    ),
    "a day's kind is changed": (
        "UPDATE cd_calendar_days SET kind = 'reopened' WHERE number = 2",
        "calendar/herefordshire",
    ),
}


@pytest.mark.parametrize("attack", REGISTER_ATTACKS)
def test_an_attack_on_people_or_days_is_found(engine: Engine, attack: str) -> None:
    """Appointments and days add up to their own streams of the journal, or it is said."""
    _keep_some_registers(engine)
    verified = engine.journal.verify()
    assert (verified.checked, verified.breaks) == (5, ())
    statement, stream = REGISTER_ATTACKS[attack]
    with breaking_in(engine) as connection:
        for each in statement.split(";"):
            connection.execute(text(each))
    assert {each.stream for each in engine.journal.verify().breaks} == {stream}


@pytest.mark.parametrize("change", ["of = 'Dunmore'", "deputy = true"])
def test_an_appointment_given_another_ward_or_made_a_deputys_is_found(
    engine: Engine, change: str
) -> None:
    """What a seat is of, and whether its holder only stands in, is checked as its role is."""
    _keep_some_registers(engine)
    with breaking_in(engine) as connection:
        connection.execute(text(f"UPDATE cd_appointments SET {change} WHERE number = 3"))
    assert {each.stream for each in engine.journal.verify().breaks} == {"people/herefordshire"}


def test_a_chain_that_verifies_says_how_many_entries_it_checked(engine: Engine) -> None:
    """Every stream is checked: decisions, people, days and erasures."""
    _keep_some_registers(engine)
    ref = published(engine)
    drafted(engine)
    assert engine.journal.erase(ref, 2, "by", "Asked for.", by=MONITORING)
    must(engine.take(ref, "withdraw", by=OFFICER, reason="No."))
    verified = engine.journal.verify()
    assert verified.checked == scalar(engine, "SELECT count(*) FROM cd_journal")
    assert verified.breaks == ()


@pytest.mark.parametrize(("column", "value"), [("period_rule", "'{'"), ("kind", "'odd'")])
def test_a_row_that_cannot_be_read_is_found_and_the_rest_is_checked(
    engine: Engine, column: str, value: str
) -> None:
    """The check goes on to the other decisions, and names the one."""
    bad, good = published(engine), published(engine)
    with breaking_in(engine) as connection:
        connection.execute(
            text(f"UPDATE cd_decisions SET {column} = {value} WHERE ref = :r"), {"r": bad}
        )
    verified = engine.journal.verify()
    checked, breaks = verified.checked, verified.breaks
    assert checked == 8
    assert {each.stream for each in breaks} == {f"decision/{bad}"}
    verified = engine.journal.verify(good)
    assert (verified.checked, verified.breaks) == (4, ())


@pytest.mark.parametrize(
    "statement",
    [
        "[]",
        "{",
        "7",
        '{"title":""}',
        '{"title":"a\\u0000b"}',
    ],
)
def test_sealed_text_made_unreadable_is_found(engine: Engine, statement: str) -> None:
    """Whatever is put in its place, the check says that it is not what was recorded."""
    published(engine)
    whole = '{"title":"x","body":"y","kind":"non-key"}'
    changed = statement if statement in ("[]", "{", "7") else whole[:-1] + "," + statement[1:]
    with breaking_in(engine) as connection:
        connection.execute(
            text("UPDATE cd_texts SET text = :t WHERE part = 'statement'"), {"t": changed}
        )
    assert "Its statement is not the text that was recorded." in {
        each.problem for each in engine.journal.verify().breaks
    }


@pytest.mark.parametrize(
    "strike",
    [
        "DELETE FROM cd_texts WHERE part = 'signatory'",
        "UPDATE cd_texts SET text = NULL, salt = NULL",
    ],
)
def test_text_that_is_gone_without_a_record_of_its_erasure_is_found(
    engine: Engine, strike: str
) -> None:
    """An erasure is an act on record; text that is missing without one was taken."""
    published(engine)
    with breaking_in(engine) as connection:
        connection.execute(text(strike))
    assert engine.journal.verify().breaks != ()


def test_an_outbox_that_says_other_than_the_journal_is_found(engine: Engine) -> None:
    """Other systems go by the outbox: what it says is what the journal says."""
    published(engine)
    with breaking_in(engine) as connection:
        connection.execute(
            text(
                "UPDATE cd_outbox SET cloud_event = "
                "replace(cloud_event, 'decision.published', 'decision.withdrawn')"
            )
        )
    assert engine.journal.verify().breaks != ()


@pytest.mark.parametrize(
    ("place", "stream"),
    [
        ("'people/herefordshire', 1", "people/herefordshire"),
        ("stream, 99", "decision/HFD-2018-001"),
        ("'decision/HFD-2018-999', 1", "decision/HFD-2018-999"),
    ],
)
def test_an_event_that_no_entry_made_is_found(engine: Engine, place: str, stream: str) -> None:
    """Hung on an entry of another kind, or on none: other systems would act on it."""
    _keep_some_registers(engine)
    published(engine)
    with breaking_in(engine) as connection:
        if connection.dialect.name == "sqlite":
            connection.commit()
            connection.connection.execute("PRAGMA foreign_keys=OFF")  # type: ignore[attr-defined]
        connection.execute(
            text(
                f"INSERT INTO cd_outbox SELECT {place}, written_at, cloud_event FROM cd_outbox "
                "WHERE stream = 'decision/HFD-2018-001' AND seq = 1"
            )
        )
    found = [each for each in engine.journal.verify().breaks if "one no entry made" in each.problem]
    assert [each.stream for each in found] == [stream]
