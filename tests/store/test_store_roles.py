"""In PostgreSQL the program works as a role that cannot change what is recorded, or undo it."""

from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from typing import Any

import pytest
from sqlalchemy import create_engine, event, make_url, text
from sqlalchemy.exc import ProgrammingError

from support.lives.every_state import LIVES
from support.people import MONITORING, OFFICER
from support.registers import database, held_rows, scalar
from support.steps import published
from workflow import METADATA, Engine, ManualClock, Role
from workflow.calendars.council import DayKind
from workflow.errors import WorkflowError
from workflow.store.database import Database
from workflow.store.tables import DECISIONS

APP = "an_app"
SCRIPT = files("workflow.store").joinpath("roles.sql")


def _statements() -> list[str]:
    lines = SCRIPT.read_text(encoding="utf-8").replace(':"app"', APP).splitlines()
    code = "\n".join(line for line in lines if not line.startswith("--"))
    return [each.strip() for each in code.split(";") if each.strip()]


@pytest.fixture
def owned(postgres_engine: Engine) -> Engine:
    """A register whose owner has run the script."""
    with database(postgres_engine).begin() as connection:
        if not connection.execute(text(f"SELECT 1 FROM pg_roles WHERE rolname = '{APP}'")).first():
            connection.execute(text(f"CREATE ROLE {APP} LOGIN"))
        for _ in range(2):
            for statement in _statements():
                connection.execute(text(statement))
    return postgres_engine


@pytest.fixture
def as_app(owned: Engine) -> Iterator[Engine]:
    """The same register, opened by the program's role."""
    bound = create_engine(database(owned).url, pool_pre_ping=True)

    @event.listens_for(bound, "connect")
    def _become(connection: Any, _: Any) -> None:
        connection.execute(f"SET SESSION ROLE {APP}")
        connection.commit()

    engine = Engine(Database(bound), owned.councils, owned.clock)
    yield engine
    bound.dispose()


@pytest.mark.parametrize("life", LIVES)
def test_the_program_works_as_its_own_role(as_app: Engine, clock: ManualClock, life: str) -> None:
    """Every step, the close and the check of the journal need no more than the script grants."""
    ref = LIVES[life](as_app, clock)
    assert as_app.journal.verify(ref).breaks == ()
    assert as_app.close_due().faults == []


def test_the_registers_are_kept_as_the_programs_role(as_app: Engine) -> None:
    """So are appointments, days, erasures and the list of runs."""
    ref = published(as_app)
    made = as_app.appointments.appoint("herefordshire", "m", Role.MONITORING_OFFICER, by=MONITORING)
    second = as_app.appointments.appoint(
        "herefordshire", "n", Role.MONITORING_OFFICER, by=MONITORING
    )
    assert made
    assert second
    assert as_app.appointments.end("herefordshire", 1, reason="Left.", by=MONITORING)
    assert as_app.calendars.enter_day(
        "herefordshire",
        date(2018, 12, 24),
        DayKind.CLOSURE,
        title="Closed",
        reason="Christmas",
        source="Notice",
        by=OFFICER,
    )
    assert as_app.journal.erase(ref, 1, "by", "Asked for.", by=MONITORING)
    as_app.close_due()
    assert len(as_app.reports.runs()) == 1
    assert as_app.journal.verify().breaks == ()


FORBIDDEN = [
    *(f"DELETE FROM {table.name}" for table in METADATA.sorted_tables),
    *(f"TRUNCATE {table.name} CASCADE" for table in METADATA.sorted_tables),
    *(f"DROP TABLE {table.name} CASCADE" for table in METADATA.sorted_tables),
    "UPDATE cd_journal SET body = '{}'",
    "UPDATE cd_texts SET part = 'x'",
    "UPDATE cd_outbox SET cloud_event = '{}'",
    "UPDATE cd_decisions SET ref = ref || 'x'",
    "UPDATE cd_decisions SET council = 'x'",
    "UPDATE cd_decisions SET drafted_at = now()",
    "UPDATE cd_appointments SET role = 'proper-officer'",
    "UPDATE cd_register SET begun_at = now()",
    "INSERT INTO cd_register SELECT 2, identity, begun_at FROM cd_register",
    "UPDATE cd_calendar_days SET day = '2018-10-24'",
    "UPDATE cd_alembic_version SET version_num = '0002'",
    "ALTER TABLE cd_journal DISABLE TRIGGER ALL",
    "DROP TRIGGER cd_journal_no_change ON cd_journal",
    "SET session_replication_role = replica",
    "CREATE TABLE cd_other (x int)",
    "CREATE OR REPLACE FUNCTION cd_refuse() RETURNS trigger LANGUAGE sql AS 'SELECT NULL'",
]


@pytest.mark.parametrize("statement", FORBIDDEN)
def test_the_programs_role_cannot_tamper(owned: Engine, as_app: Engine, statement: str) -> None:
    """The database denies it before any trigger is asked."""
    published(owned)
    before = held_rows(owned)
    with (
        pytest.raises(ProgrammingError, match=r"permission denied|must be owner"),
        database(as_app).begin() as connection,
    ):
        connection.exec_driver_sql(statement)
    assert held_rows(owned) == before


def test_the_programs_role_is_not_the_owner(as_app: Engine) -> None:
    """Whoever owns the tables could grant itself anything."""
    assert scalar(as_app, "SELECT current_user") == APP
    owners = "SELECT count(*) FROM pg_tables WHERE tablename LIKE 'cd_%' AND tableowner = :app"
    assert scalar(as_app, owners, app=APP) == 0


def test_the_script_names_every_table_and_every_column_that_a_step_changes() -> None:
    """A column added later is either granted here or is one that no step changes."""
    script = SCRIPT.read_text(encoding="utf-8")
    assert not [table.name for table in METADATA.sorted_tables if table.name not in script]
    granted = script.split("GRANT UPDATE (\n")[1].split(")")[0].replace("\n", " ").split(",")
    never = {"ref", "council", "drafted_at"}
    assert {each.strip() for each in granted} == set(DECISIONS.columns.keys()) - never


def test_a_login_without_the_grants_is_told_so(owned: Engine) -> None:
    """A role that was given nothing is refused in words an officer can act on."""
    with database(owned).begin() as connection:
        connection.execute(text("DROP ROLE IF EXISTS nobody_much"))
        connection.execute(text("CREATE ROLE nobody_much LOGIN"))
    url = make_url(str(database(owned).url)).set(username="nobody_much")
    outsider = create_engine(url)
    engine = Engine(Database(outsider), owned.councils, owned.clock)
    with pytest.raises(WorkflowError, match="does not let this user"):
        engine.list()
    outsider.dispose()
    with database(owned).begin() as connection:
        connection.execute(text("DROP ROLE nobody_much"))
