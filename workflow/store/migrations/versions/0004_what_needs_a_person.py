"""When each decision next needs a person, so that a day's work is found without reading the rest;
and indexes of what is open for call-in, what is called in, and the day each was made."""

import sqlalchemy as sa
from alembic import op

from workflow.store.attention import fill
from workflow.store.triggers import guard_the_decisions
from workflow.store.types import UtcDateTime

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_OPEN = sa.text("state = 'call_in_open'")
_UNDER_CALL_IN = sa.text(
    "state IN ('call_in_open', 'called_in', 'referred_back', 'referred_to_council')"
)


def upgrade() -> None:
    """Add the column, work it out for every decision, and add the indexes."""
    # SQLite makes the table anew, and a host's triggers on it hear nothing of what is filled in.
    sqlite = op.get_bind().dialect.name == "sqlite"
    with op.batch_alter_table(
        "cd_decisions", recreate="always" if sqlite else "never"
    ) as decisions:
        decisions.add_column(sa.Column("attention_at", UtcDateTime()))
    fill(op.get_bind())
    op.create_index(
        op.f("ix_cd_decisions_council_attention_at_ref"),
        "cd_decisions",
        ["council", "attention_at", "ref"],
    )
    op.create_index(
        op.f("ix_cd_decisions_council_made_on_ref"),
        "cd_decisions",
        ["council", "made_on", "ref"],
    )
    op.create_index(
        "ix_cd_decisions_open",
        "cd_decisions",
        ["council", "request_deadline", "ref"],
        sqlite_where=_OPEN,
        postgresql_where=_OPEN,
    )
    op.create_index(
        "ix_cd_decisions_under_call_in",
        "cd_decisions",
        ["council", "state", "calendar_hash"],
        sqlite_where=_UNDER_CALL_IN,
        postgresql_where=_UNDER_CALL_IN,
    )
    guard_the_decisions(op)
