"""Which schema a database has, and bringing it up to date."""

from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, inspect, text

from workflow.errors import NotSetUp

REVISIONS: Final = ("0001", "0002")
"""Every revision of the schema, oldest first; a test holds it equal to the migrations."""
HEAD: Final = REVISIONS[-1]
VERSION_TABLE: Final = "cd_alembic_version"
_MIGRATIONS: Final = Path(__file__).with_name("migrations")
_PROBES: Final = {
    "sqlite": "SELECT name FROM sqlite_master WHERE name = 'cd_alembic_version'",
    "postgresql": "SELECT to_regclass('cd_alembic_version')",
}


def current(connection: Connection) -> str | None:
    """Give the revision a database is at; None if it has none of our tables."""
    probe = _PROBES.get(connection.dialect.name)
    if probe is None:
        raise NotSetUp(
            f"{connection.dialect.name} is not a database this engine keeps its register in.",
            remedy="Use SQLite or PostgreSQL.",
        )
    if connection.execute(text(probe)).scalar() is None:
        return None
    return connection.execute(text("SELECT version_num FROM cd_alembic_version")).scalar()


def is_empty(connection: Connection) -> bool:
    """Say whether a database has no tables at all."""
    return not inspect(connection).get_table_names()


def must_be_current(revision: str | None) -> None:
    """Refuse a database that is not set up, older, or newer than this version, with the cure."""
    if revision == HEAD:
        return
    if revision is None:
        raise NotSetUp(
            "The database holds no register yet.",
            remedy="If it is the one you mean, set it up: decisions db upgrade. It adds tables "
            "whose names begin with cd_, and touches no others.",
        )
    if revision in REVISIONS:
        raise NotSetUp(
            f"The database is at revision {revision}; this version of council-decisions "
            f"needs {HEAD}.",
            remedy="Copy it, then bring it up to date: decisions db upgrade",
        )
    raise NotSetUp(
        f"The database is at revision {revision}, which this version of council-decisions does "
        "not know: it was made by a newer one.",
        remedy="Upgrade council-decisions: pip install --upgrade council-decisions",
    )


def upgrade(connection: Connection) -> None:
    """Bring a database up to date, within the caller's transaction."""
    from alembic import command

    command.upgrade(alembic_config(connection), "head")


def ours(name: str | None, kind: str, _: Any) -> bool:
    """Say whether a database object is one of ours."""
    return kind != "table" or (name or "").startswith("cd_")


def not_ours(item: Any, name: str | None, kind: str, _: bool, __: Any) -> bool:
    """Say whether a database object is none of the engine's: Alembic's `include_object`, by which
    a host's own migrations leave the engine's tables alone, METADATA given or not."""
    table = name if kind == "table" else getattr(getattr(item, "table", None), "name", "")
    return not (table or "").startswith("cd_")


def differences(connection: Connection) -> list[str]:
    """Give every way in which the tables are not those of this version."""
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    from workflow.store.tables import METADATA

    context = MigrationContext.configure(
        connection,
        opts={"version_table": VERSION_TABLE, "include_name": ours, "compare_type": True},
    )
    return [f"The schema differs: {found}" for found in compare_metadata(context, METADATA)]


def alembic_config(connection: Connection) -> Any:
    """Give the configuration by which Alembic runs the migrations on this connection."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
