"""The tables, whose names all begin with `cd_`. METADATA is public, so that a host's own migrations
can include the tables or ignore them."""

from typing import Final

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    false,
    text,
)

from workflow.calendars.council import DayKind
from workflow.model.holder import Holder
from workflow.model.kind import Kind
from workflow.model.people import Role
from workflow.model.proceedings import NONE_YET, Proceedings
from workflow.model.state import UNDER_CALL_IN, State
from workflow.register.close_run import NotClosed
from workflow.store.period_terms import PeriodTerms
from workflow.store.types import Day, Flag, Record, SpacedWords, UtcDateTime, Word

METADATA: Final = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

_STATES = ", ".join(f"'{state.value}'" for state in State)
IS_OPEN: Final = f"state = '{State.CALL_IN_OPEN}'"
"""The condition of the index of open call-in periods."""
_UNDER_CALL_IN = ", ".join(f"'{state.value}'" for state in UNDER_CALL_IN)
IS_UNDER_CALL_IN: Final = f"state IN ({_UNDER_CALL_IN})"
"""The condition of the index of what is open for call-in, or called in."""
HAS_REFUSED: Final = "refused_at IS NOT NULL"
"""The condition of the index of requests that were refused and kept."""
_NUMBER = BigInteger().with_variant(Integer(), "sqlite")

DECISIONS: Final = Table(
    "cd_decisions",
    METADATA,
    Column("ref", String(40), primary_key=True),
    Column("council", String(60), nullable=False),
    Column("kind", Word(20, Kind), nullable=False),
    Column("title", String(300), nullable=False),
    Column("state", Word(20, State), nullable=False),
    Column("version", Integer, nullable=False),
    Column("statement_version", Integer, nullable=False),
    Column("head", String(64), nullable=False),
    Column("drafted_at", UtcDateTime, nullable=False),
    Column("last_at", UtcDateTime, nullable=False),
    Column("made_on", Day),
    Column("signed_at", UtcDateTime),
    Column("published_at", UtcDateTime),
    Column("edition", String(120)),
    Column("period_rule", Record(PeriodTerms, repeated=True)),
    Column("period_edition", String(120)),
    Column("counted_from", Day),
    Column("last_day", Day),
    Column("request_deadline", UtcDateTime),
    Column("deadline_included", Flag),
    Column("effective_from", UtcDateTime),
    Column("calendar_hash", String(64)),
    Column("called_in_at", UtcDateTime),
    Column("disputed_at", UtcDateTime),
    Column("held_for", Word(20, Holder)),
    Column("held_under", String(300)),
    Column("held_at", UtcDateTime),
    Column("freed_at", UtcDateTime),
    Column("effective_at", UtcDateTime),
    Column("implemented_at", UtcDateTime),
    Column("withdrawn_at", UtcDateTime),
    Column("makers", SpacedWords),
    Column("signer", String(16)),
    Column("asked_at", UtcDateTime),
    Column("superseded_at", UtcDateTime),
    Column("due_at", UtcDateTime),
    Column("proceedings", Record(Proceedings, unset=NONE_YET)),
    Column("irregular", Integer),
    Column("attention_at", UtcDateTime),
    Column("refused_at", UtcDateTime),
    CheckConstraint(f"state IN ({_STATES})", name="state_known"),
    CheckConstraint("version >= 1", name="version_counts"),
    CheckConstraint(
        "state <> 'call_in_open' OR effective_from IS NOT NULL", name="open_period_has_its_end"
    ),
    CheckConstraint(
        "state NOT IN ('effective', 'implemented') OR effective_at IS NOT NULL",
        name="effect_has_its_instant",
    ),
    CheckConstraint("published_at IS NULL OR made_on IS NOT NULL", name="published_after_making"),
    CheckConstraint("signed_at IS NULL OR made_on IS NOT NULL", name="signed_after_making"),
    Index(None, "due_at", "ref"),
    Index(None, "council", "ref"),
    Index(None, "council", "made_on", "ref"),
    Index(None, "council", "attention_at", "ref"),
    Index(
        "ix_cd_decisions_open",
        "council",
        "request_deadline",
        "ref",
        sqlite_where=text(IS_OPEN),
        postgresql_where=text(IS_OPEN),
    ),
    Index(
        "ix_cd_decisions_under_call_in",
        "council",
        "state",
        "calendar_hash",
        sqlite_where=text(IS_UNDER_CALL_IN),
        postgresql_where=text(IS_UNDER_CALL_IN),
    ),
    Index(
        "ix_cd_decisions_refused",
        "council",
        "refused_at",
        "ref",
        sqlite_where=text(HAS_REFUSED),
        postgresql_where=text(HAS_REFUSED),
    ),
)

JOURNAL: Final = Table(
    "cd_journal",
    METADATA,
    Column("stream", String(120), primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("name", String(60), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("recorded_at", UtcDateTime, nullable=False),
    Column("role", String(30), nullable=False),
    Column("body", Text, nullable=False),
    Column("before", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
    CheckConstraint("seq >= 1", name="seq_counts"),
    sqlite_with_rowid=False,
)

TEXTS: Final = Table(
    "cd_texts",
    METADATA,
    Column("stream", String(120), primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("part", String(40), primary_key=True),
    Column("salt", String(32)),
    Column("text", Text),
    ForeignKeyConstraint(["stream", "seq"], ["cd_journal.stream", "cd_journal.seq"]),
    sqlite_with_rowid=False,
)

OUTBOX: Final = Table(
    "cd_outbox",
    METADATA,
    Column("stream", String(120), primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("written_at", UtcDateTime, nullable=False),
    Column("cloud_event", Text, nullable=False),
    ForeignKeyConstraint(["stream", "seq"], ["cd_journal.stream", "cd_journal.seq"]),
    sqlite_with_rowid=False,
)

APPOINTMENTS: Final = Table(
    "cd_appointments",
    METADATA,
    Column("number", _NUMBER, primary_key=True, autoincrement=False),
    Column("council", String(60), nullable=False),
    Column("person", String(300), nullable=False),
    Column("name", String(300), nullable=False),
    Column("role", Word(30, Role), nullable=False),
    Column("since", Day, nullable=False),
    Column("until", Day),
    Column("entered_by", String(300), nullable=False),
    Column("entered_at", UtcDateTime, nullable=False),
    Column("of", String(300), nullable=False, server_default=text("''")),
    Column("deputy", Flag, nullable=False, server_default=false()),
    CheckConstraint("until IS NULL OR until >= since", name="ends_after_it_begins"),
    Index(None, "council", "person"),
)

CALENDAR_DAYS: Final = Table(
    "cd_calendar_days",
    METADATA,
    Column("number", _NUMBER, primary_key=True, autoincrement=False),
    Column("council", String(60), nullable=False),
    Column("day", Day, nullable=False),
    Column("kind", Word(20, DayKind), nullable=False),
    Column("title", String(300), nullable=False),
    Column("reason", Text, nullable=False),
    Column("source", String(300), nullable=False),
    Column("entered_by", String(300), nullable=False),
    Column("known_at", UtcDateTime, nullable=False),
    Column("recorded_at", UtcDateTime, nullable=False),
    Index(None, "council", "number"),
)

REGISTER: Final = Table(
    "cd_register",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("identity", String(36), nullable=False),
    Column("begun_at", UtcDateTime, nullable=False),
    CheckConstraint("number = 1", name="only_one"),
)

RUNS: Final = Table(
    "cd_runs",
    METADATA,
    Column("number", _NUMBER, primary_key=True, autoincrement=True),
    Column("council", String(60)),
    Column("started_at", UtcDateTime, nullable=False),
    Column("finished_at", UtcDateTime),
    Column("due", Integer, nullable=False),
    Column("closed", Integer, nullable=False),
    Column("left_over", Record(tuple[NotClosed, ...]), nullable=False),
    Column("faults", Record(tuple[NotClosed, ...]), nullable=False),
    Column("passed_over", Integer),
)
