"""The register's own identity, which tells it from others; and how many a close passed over."""

from datetime import datetime
from uuid import uuid4

import sqlalchemy as sa
from alembic import op

from workflow.clock import SystemClock
from workflow.store.triggers import guard_the_identity
from workflow.store.types import UtcDateTime

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_JOURNAL = sa.table("cd_journal", sa.column("recorded_at", UtcDateTime()))


def upgrade() -> None:
    """Give the register an identity. One that has entries counts as begun when the first was
    recorded."""
    register = op.create_table(
        "cd_register",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("identity", sa.String(length=36), nullable=False),
        sa.Column("begun_at", UtcDateTime(), nullable=False),
        sa.CheckConstraint("number = 1", name=op.f("ck_cd_register_only_one")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_cd_register")),
    )
    first = op.get_bind().execute(sa.select(sa.func.min(_JOURNAL.c.recorded_at))).scalar()
    begun_at = first if isinstance(first, datetime) else SystemClock().now()
    op.bulk_insert(register, [{"number": 1, "identity": str(uuid4()), "begun_at": begun_at}])
    guard_the_identity(op)
    op.add_column("cd_runs", sa.Column("passed_over", sa.Integer()))
