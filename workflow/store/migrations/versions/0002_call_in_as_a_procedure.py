"""Call-in as a procedure: requests and time limits, when a close is due, and seats on bodies."""

import sqlalchemy as sa
from alembic import op

from workflow.store.triggers import guard_the_decisions
from workflow.store.types import UtcDateTime

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_STATES = (
    "draft",
    "signed",
    "published",
    "call_in_open",
    "called_in",
    "referred_back",
    "referred_to_council",
    "effective",
    "implemented",
    "withdrawn",
    "superseded",
)
_KNOWN = f"state IN ({', '.join(repr(state) for state in _STATES)})"


def upgrade() -> None:
    """Add the columns, allow the new states, and set when each open period is due."""
    with op.batch_alter_table("cd_appointments") as appointments:
        appointments.add_column(
            sa.Column("of", sa.String(length=300), server_default=sa.text("''"), nullable=False)
        )
        appointments.add_column(
            sa.Column("deputy", sa.Boolean(), server_default=sa.false(), nullable=False)
        )
    op.drop_index(op.f("ix_cd_decisions_state_effective_from_ref"), "cd_decisions")
    # SQLite alters a check by making the table again, and its triggers go with the old one.
    with op.batch_alter_table("cd_decisions") as decisions:
        decisions.add_column(sa.Column("makers", sa.Text()))
        decisions.add_column(sa.Column("signer", sa.String(length=16)))
        decisions.add_column(sa.Column("asked_at", UtcDateTime()))
        decisions.add_column(sa.Column("superseded_at", UtcDateTime()))
        decisions.add_column(sa.Column("due_at", UtcDateTime()))
        decisions.add_column(sa.Column("proceedings", sa.Text()))
        decisions.add_column(sa.Column("irregular", sa.Integer()))
        decisions.drop_constraint(op.f("ck_cd_decisions_state_known"), type_="check")
        decisions.create_check_constraint(op.f("ck_cd_decisions_state_known"), _KNOWN)
        decisions.drop_constraint(op.f("ck_cd_decisions_published_after_signing"), type_="check")
        decisions.create_check_constraint(
            op.f("ck_cd_decisions_published_after_making"),
            "published_at IS NULL OR made_on IS NOT NULL",
        )
    op.execute(
        "UPDATE cd_decisions SET due_at = CASE WHEN freed_at > effective_from THEN freed_at "
        "ELSE effective_from END WHERE state = 'call_in_open'"
    )
    op.create_index(op.f("ix_cd_decisions_due_at_ref"), "cd_decisions", ["due_at", "ref"])
    guard_the_decisions(op)
