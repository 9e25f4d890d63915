"""The register, its journal, and the smaller registers beside them."""

import sqlalchemy as sa
from alembic import op

from workflow.store.triggers import guard_the_journal
from workflow.store.types import UtcDateTime

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables, and the triggers that keep the journal append-only."""
    op.create_table(
        "cd_appointments",
        sa.Column(
            "number",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
        ),
        sa.Column("council", sa.String(length=60), nullable=False),
        sa.Column("person", sa.String(length=300), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("role", sa.String(length=30), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("entered_by", sa.String(length=300), nullable=False),
        sa.Column("entered_at", UtcDateTime(), nullable=False),
        sa.CheckConstraint(
            "until IS NULL OR until >= since", name=op.f("ck_cd_appointments_ends_after_it_begins")
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_cd_appointments")),
    )
    op.create_index(
        op.f("ix_cd_appointments_council_person"),
        "cd_appointments",
        ["council", "person"],
        unique=False,
    )
    op.create_table(
        "cd_calendar_days",
        sa.Column(
            "number",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
        ),
        sa.Column("council", sa.String(length=60), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("source", sa.String(length=300), nullable=False),
        sa.Column("entered_by", sa.String(length=300), nullable=False),
        sa.Column("known_at", UtcDateTime(), nullable=False),
        sa.Column("recorded_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_cd_calendar_days")),
    )
    op.create_index(
        op.f("ix_cd_calendar_days_council_number"),
        "cd_calendar_days",
        ["council", "number"],
        unique=False,
    )
    op.create_table(
        "cd_decisions",
        sa.Column("ref", sa.String(length=40), nullable=False),
        sa.Column("council", sa.String(length=60), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("statement_version", sa.Integer(), nullable=False),
        sa.Column("head", sa.String(length=64), nullable=False),
        sa.Column("drafted_at", UtcDateTime(), nullable=False),
        sa.Column("last_at", UtcDateTime(), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=True),
        sa.Column("signed_at", UtcDateTime(), nullable=True),
        sa.Column("published_at", UtcDateTime(), nullable=True),
        sa.Column("edition", sa.String(length=120), nullable=True),
        sa.Column("period_rule", sa.Text(), nullable=True),
        sa.Column("period_edition", sa.String(length=120), nullable=True),
        sa.Column("counted_from", sa.Date(), nullable=True),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("request_deadline", UtcDateTime(), nullable=True),
        sa.Column("deadline_included", sa.Boolean(), nullable=True),
        sa.Column("effective_from", UtcDateTime(), nullable=True),
        sa.Column("calendar_hash", sa.String(length=64), nullable=True),
        sa.Column("called_in_at", UtcDateTime(), nullable=True),
        sa.Column("disputed_at", UtcDateTime(), nullable=True),
        sa.Column("held_for", sa.String(length=20), nullable=True),
        sa.Column("held_under", sa.String(length=300), nullable=True),
        sa.Column("held_at", UtcDateTime(), nullable=True),
        sa.Column("freed_at", UtcDateTime(), nullable=True),
        sa.Column("effective_at", UtcDateTime(), nullable=True),
        sa.Column("implemented_at", UtcDateTime(), nullable=True),
        sa.Column("withdrawn_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint(
            "state <> 'call_in_open' OR effective_from IS NOT NULL",
            name=op.f("ck_cd_decisions_open_period_has_its_end"),
        ),
        sa.CheckConstraint(
            "state IN ('draft', 'signed', 'published', 'call_in_open', 'called_in', "
            "'effective', 'implemented', 'withdrawn')",
            name=op.f("ck_cd_decisions_state_known"),
        ),
        sa.CheckConstraint(
            "state NOT IN ('effective', 'implemented') OR effective_at IS NOT NULL",
            name=op.f("ck_cd_decisions_effect_has_its_instant"),
        ),
        sa.CheckConstraint(
            "published_at IS NULL OR signed_at IS NOT NULL",
            name=op.f("ck_cd_decisions_published_after_signing"),
        ),
        sa.CheckConstraint(
            "signed_at IS NULL OR made_on IS NOT NULL",
            name=op.f("ck_cd_decisions_signed_after_making"),
        ),
        sa.CheckConstraint("version >= 1", name=op.f("ck_cd_decisions_version_counts")),
        sa.PrimaryKeyConstraint("ref", name=op.f("pk_cd_decisions")),
    )
    op.create_index(
        op.f("ix_cd_decisions_council_ref"), "cd_decisions", ["council", "ref"], unique=False
    )
    op.create_index(
        op.f("ix_cd_decisions_state_effective_from_ref"),
        "cd_decisions",
        ["state", "effective_from", "ref"],
        unique=False,
    )
    op.create_table(
        "cd_journal",
        sa.Column("stream", sa.String(length=120), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("recorded_at", UtcDateTime(), nullable=False),
        sa.Column("role", sa.String(length=30), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("before", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.CheckConstraint("seq >= 1", name=op.f("ck_cd_journal_seq_counts")),
        sa.PrimaryKeyConstraint("stream", "seq", name=op.f("pk_cd_journal")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "cd_runs",
        sa.Column(
            "number",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("council", sa.String(length=60), nullable=True),
        sa.Column("started_at", UtcDateTime(), nullable=False),
        sa.Column("finished_at", UtcDateTime(), nullable=True),
        sa.Column("due", sa.Integer(), nullable=False),
        sa.Column("closed", sa.Integer(), nullable=False),
        sa.Column("left_over", sa.Text(), nullable=False),
        sa.Column("faults", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_cd_runs")),
    )
    op.create_table(
        "cd_outbox",
        sa.Column("stream", sa.String(length=120), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("written_at", UtcDateTime(), nullable=False),
        sa.Column("cloud_event", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["stream", "seq"],
            ["cd_journal.stream", "cd_journal.seq"],
            name=op.f("fk_cd_outbox_stream_seq"),
        ),
        sa.PrimaryKeyConstraint("stream", "seq", name=op.f("pk_cd_outbox")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "cd_texts",
        sa.Column("stream", sa.String(length=120), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("part", sa.String(length=40), nullable=False),
        sa.Column("salt", sa.String(length=32), nullable=True),
        sa.Column("text", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["stream", "seq"],
            ["cd_journal.stream", "cd_journal.seq"],
            name=op.f("fk_cd_texts_stream_seq"),
        ),
        sa.PrimaryKeyConstraint("stream", "seq", "part", name=op.f("pk_cd_texts")),
        sqlite_with_rowid=False,
    )
    guard_the_journal(op)
