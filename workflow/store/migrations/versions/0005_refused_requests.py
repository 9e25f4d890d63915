"""When the latest request that is kept as refused was refused, with an index of what has one: no
earlier register has any."""

import sqlalchemy as sa
from alembic import op

from workflow.store.types import UtcDateTime

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_SOME = sa.text("refused_at IS NOT NULL")


def upgrade() -> None:
    """Add the column, which is empty, and its index."""
    op.add_column("cd_decisions", sa.Column("refused_at", UtcDateTime()))
    op.create_index(
        "ix_cd_decisions_refused",
        "cd_decisions",
        ["council", "refused_at", "ref"],
        sqlite_where=_SOME,
        postgresql_where=_SOME,
    )
