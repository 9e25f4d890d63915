"""The revision of a database's schema, and bringing it up to date."""

from pathlib import Path
from typing import Any, Final

from sqlalchemy import Column, Connection, MetaData, String, Table, inspect, select, text

from workflow.errors import Invalid, NotSetUp

REVISIONS: Final = ("0001", "0002", "0003", "0004", "0005")
"""Every revision of the schema, oldest first; a test holds it equal to the migrations."""
HEAD: Final = REVISIONS[-1]
VERSION_TABLE: Final = "cd_alembic_version"
_VERSION: Final = Table(VERSION_TABLE, MetaData(), Column("version_num", String))
_MIGRATIONS: Final = Path(__file__).with_name("migrations")


def current(connection: Connection) -> str | None:
    """Give the revision a database is at; None if it has none of our tables. Raises NotSetUp for a
    database other than SQLite and PostgreSQL."""
    kind = connection.dialect.name
    if kind not in ("sqlite", "postgresql"):
        raise NotSetUp(
            f"{kind} is not a database this engine keeps its register in.",
            remedy="Use SQLite or PostgreSQL.",
        )
    named = elsewhere(connection)
    place = "" if named is None else f"{connection.dialect.identifier_preparer.quote(named)}."
    if kind == "sqlite":
        probe = text(f"SELECT name FROM {place}sqlite_master WHERE name = :name")  # noqa: S608
        there = connection.execute(probe, {"name": VERSION_TABLE}).scalar()
    else:
        known = text("SELECT to_regclass(:name)")
        there = connection.execute(known, {"name": f"{place}{VERSION_TABLE}"}).scalar()
    return None if there is None else connection.execute(select(_VERSION)).scalar()


def elsewhere(connection: Connection) -> str | None:
    """Give the schema in which a host's connection has our tables, if it names one."""
    schemas = connection.get_execution_options().get("schema_translate_map") or {}
    schema: str | None = schemas.get(None)
    return schema


def must_be_where_it_says(connection: Connection) -> None:
    """Raise Invalid for an upgrade in a schema that only SQLAlchemy knows of: our triggers are
    plain SQL, and would be made elsewhere."""
    if elsewhere(connection) is not None:
        raise Invalid(
            "An upgrade does not go by schema_translate_map.",
            remedy="Set the schema on the connection: SET search_path TO …",
        )


def is_empty(connection: Connection) -> bool:
    """Say whether a database has no tables at all."""
    return not inspect(connection).get_table_names()


def must_be_current(revision: str | None) -> None:
    """Raise NotSetUp, with the cure, unless a database is at this version's revision."""
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
    """Say whether Alembic is to look at a database object: all but tables that are not ours."""
    return kind != "table" or _is_ours(name)


def _is_ours(table: str | None) -> bool:
    """Say whether a table is ours. A host's own table may begin with cd_ too."""
    from workflow.store.tables import METADATA

    return table == VERSION_TABLE or table in METADATA.tables


def not_the_engines(item: Any, name: str | None, kind: str, _: bool, __: Any) -> bool:
    """Say whether a database object is not the engine's. Give it to Alembic as `include_object`,
    and a host's own migrations leave the engine's tables alone."""
    table = name if kind == "table" else getattr(getattr(item, "table", None), "name", "")
    return not _is_ours(table)


def differences(connection: Connection) -> list[str]:
    """Say every way in which the tables differ from this version's."""
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    from workflow.store.tables import METADATA

    context = MigrationContext.configure(
        connection,
        opts={"version_table": VERSION_TABLE, "include_name": ours, "compare_type": True},
    )
    return [f"The schema differs: {each}" for each in compare_metadata(context, METADATA)]


def alembic_config(connection: Connection) -> Any:
    """Give the configuration with which Alembic runs the migrations on a connection."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
