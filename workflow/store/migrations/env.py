"""Alembic's environment: it runs on the connection it is given, and looks at our tables only."""

from alembic import context

from workflow.store.schema import VERSION_TABLE, ours
from workflow.store.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    version_table=VERSION_TABLE,
    include_name=ours,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
