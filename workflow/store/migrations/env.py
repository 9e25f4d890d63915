"""Alembic's environment: it runs on the connection it is given, and looks at our tables only."""

from typing import Any

from alembic import context

from workflow.store.schema import VERSION_TABLE
from workflow.store.tables import METADATA


def ours(name: str | None, kind: str, _: Any) -> bool:
    """Say whether a database object is one of ours."""
    return kind != "table" or (name or "").startswith("cd_")


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    version_table=VERSION_TABLE,
    include_name=ours,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
