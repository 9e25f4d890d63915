"""Alembic's environment: it runs on the connection that is given, and sees only our tables."""

from contextlib import nullcontext

from alembic import context

from workflow.store.schema import HEAD, VERSION_TABLE, current, must_be_where_it_says, ours
from workflow.store.tables import METADATA
from workflow.store.upgrading import keeping_what_is_others, wait_for_others

connection = context.config.attributes["connection"]
must_be_where_it_says(connection)
wait_for_others(connection)
context.configure(
    connection=connection,
    target_metadata=METADATA,
    version_table=VERSION_TABLE,
    include_name=ours,
    transactional_ddl=True,
)
changing = current(connection) != HEAD
with keeping_what_is_others(connection) if changing else nullcontext(), context.begin_transaction():
    context.run_migrations()
