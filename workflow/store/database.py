"""Opening a register, and the transactions in which it is read and written."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Final
from weakref import finalize

from sqlalchemy import Connection, Engine, QueuePool, create_engine
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from workflow.errors import Invalid, NotSetUp, WorkflowError
from workflow.files.opening import expanded
from workflow.store import schema
from workflow.store.address import must_be_an_address
from workflow.store.door import Door
from workflow.store.faults import KeptOrNot
from workflow.store.files import Files, file_of
from workflow.store.forking import connects_anew_after_fork
from workflow.store.postgres import DRIVEN, make_postgres_engine, shown_address
from workflow.store.rows import tell_the_log
from workflow.store.sqlite import WRITE, keep_a_write_ahead_log, lingering, make_ours
from workflow.store.unit_of_work import SqlUnitOfWork
from workflow.store.upgrading import foreign_keys_off, wait_for_others


def address(text: str) -> URL:
    """Give the database address that a path or a URL means: a plain path is an SQLite file.

    Raises Invalid where it is neither.
    """
    if not text.strip():
        raise Invalid(
            "The address of the register is blank.",
            remedy="Give a file, or postgresql://user@host/database.",
        )
    must_be_an_address(text)
    if "://" not in text:
        return URL.create("sqlite", database=str(expanded(text)))
    try:
        url = make_url(text)
    except (ArgumentError, ValueError):
        raise Invalid(
            "That is not a database address.",
            remedy="Give a file, or postgresql://user@host/database.",
        ) from None
    if url.host is not None and "@" in url.host:
        raise Invalid(
            "The register's address has an @ too many.",
            remedy="In a password, write %40 for each @; or keep the password in ~/.pgpass.",
        )
    if url.drivername in ("postgresql", "postgres"):
        url = url.set(drivername=DRIVEN)
    if url.get_backend_name() == "sqlite":
        _must_be_a_file(url)
    return url


_SQLITE_TAKES: Final = {
    "uri", "timeout", "isolation_level", "cached_statements", "check_same_thread", "detect_types",
}  # fmt: skip


def _must_be_a_file(url: URL) -> None:
    """Raise Invalid for a host in an SQLite address, and for settings that SQLite would ignore."""
    if url.host or url.port or url.username or url.password:
        raise Invalid(
            "The register's address names a host, and SQLite has a file.",
            remedy="Give the file by its path; or write three slashes: sqlite:///register.db",
        )
    unknown = sorted(url.query.keys() - _SQLITE_TAKES)
    if unknown and "uri" not in url.query:
        raise Invalid(
            f"The register's address says something that SQLite does not take: {unknown[0]!a}.",
            remedy="Leave out what stands after the question mark.",
        )


def make_engine(text: str) -> Engine:
    """Give a SQLAlchemy engine for a register's address, set up so that no write is lost.

    Raises Invalid for what is not an address of SQLite or PostgreSQL, and NotSetUp where the driver
    is not installed.
    """
    url = address(text)
    if url.get_backend_name() not in ("sqlite", "postgresql"):
        raise Invalid(
            f"{url.get_backend_name()} is not a database this engine can use.",
            remedy="Use SQLite or PostgreSQL.",
        )
    try:
        if url.get_backend_name() == "sqlite":
            return make_ours(create_engine(url, **_in_memory(url)))
        return make_postgres_engine(url)
    except NoSuchModuleError:
        raise Invalid(
            f"{url.drivername} is not a database this engine can use.",
            remedy="Use SQLite or PostgreSQL.",
        ) from None
    except ModuleNotFoundError as missing:
        raise NotSetUp(
            f"The driver for {url.get_backend_name()} is not installed ({missing.name}).",
            remedy="pip install 'council-decisions[postgres]'"
            if missing.name == "psycopg"
            else f"Name no driver in the address: {url.get_backend_name()}://…",
        ) from None


def _in_memory(url: URL) -> dict[str, Any]:
    """Give the settings for a register in memory: one connection, which threads use in turn."""
    if url.database not in (None, "", ":memory:"):
        return {}
    one = {"poolclass": QueuePool, "pool_size": 1, "max_overflow": 0, "pool_timeout": 10}
    return {**one, "connect_args": {"check_same_thread": False}}


class Database:
    """A register's database, checked on first use to be at this version's schema.

    A register is set up in an SQLite file that is empty or not there yet, unless `begins` is False.
    Raises NotSetUp where there is no register of this version, Busy where the database does not
    answer, and the errors of `workflow.store.faults`.
    """

    def __init__(self, engine: Engine, *, begins: bool = True, shared: bool = False) -> None:
        self.engine = engine
        self.door = Door(engine, begins=begins, shared=shared)
        self._writer = engine.execution_options(**{WRITE: True})
        self._seeing = engine
        if engine.dialect.name == "postgresql":
            # One transaction sees one state of the register, as it does on SQLite of itself.
            self._seeing = engine.execution_options(
                isolation_level="REPEATABLE READ", postgresql_readonly=True
            )
        self.damaged: Callable[[WorkflowError], None] = tell_the_log
        """Called for each row that cannot be read and is left out of an answer."""
        self._checked = False
        connects_anew_after_fork(engine)
        # Whoever forgets to close it leaves no connection behind: when this goes, or at exit.
        finalize(self, engine.dispose)

    @contextmanager
    def reading(self) -> Iterator[SqlUnitOfWork]:
        """Open a transaction for reading, which sees one state of the register. Nothing that is
        written in it is kept."""
        with self._reader() as connection:
            yield SqlUnitOfWork(connection, self.damaged)

    @contextmanager
    def _reader(self) -> Iterator[Connection]:
        """Connect to read: as writers do, or in a way that leaves no file behind."""
        with self.door.named():
            if self.door.begins and not self.door.begun:
                self.check()
            with self.door.reader() as engine:
                if engine is self.engine:
                    self.check()
                with (self._seeing if engine is self.engine else engine).connect() as connection:
                    if engine is not self.engine:
                        self.door.must_be_current(schema.current(connection))
                    yield connection

    @contextmanager
    def writing(self, *, keep: bool = True) -> Iterator[SqlUnitOfWork]:
        """Open a transaction for writing: kept if its block ends without an exception, and
        otherwise undone. With `keep=False` it is undone in any case, for a dry run.

        Raises KeptOrNot where the connection was lost during the commit.
        """
        with self.door.named():
            if self.door.begun:
                self.door.must_be_writable()
            self.check()
            with self._writer.connect() as connection:
                transaction = connection.begin()
                try:
                    yield SqlUnitOfWork(connection, self.damaged)
                except BaseException:
                    transaction.rollback()
                    raise
                if not keep:
                    transaction.rollback()
                    return
                try:
                    transaction.commit()
                except BaseException as failed:
                    # Without this the pool would keep the connection as it is: in a transaction
                    # that was not committed, with the writer's lock.
                    transaction.rollback()
                    if isinstance(failed, DBAPIError) and failed.connection_invalidated:
                        raise KeptOrNot() from failed
                    raise

    def check(self) -> None:
        """Check, once, that the schema is this version's; set up an empty SQLite file."""
        if self._checked:
            return
        with self.door.named():
            if not self._begun():
                self.upgrade()
            keep_a_write_ahead_log(self.engine)
        self._checked = True

    def _begun(self) -> bool:
        """Say whether there is a register; False where one is to be set up. Raises NotSetUp for one
        of another version."""
        if not self.door.begun:
            self.door.must_begin()
            return False
        with self.engine.connect() as connection:
            revision = schema.current(connection)
            may_begin = self.door.begins and self.engine.dialect.name == "sqlite"
            if may_begin and revision is None and schema.is_empty(connection):
                return False
        self.door.must_be_current(revision)
        return True

    def upgrade(self) -> tuple[str | None, str]:
        """Bring the schema up to date; give the revision before and after."""
        with self.door.named(), self.door.beginning():
            with (
                self._writer.connect() as connection,
                foreign_keys_off(connection),
                connection.begin(),
            ):
                wait_for_others(connection, patiently=True)
                before = schema.current(connection)
                if before is not None and before not in schema.REVISIONS:
                    schema.must_be_current(before)
                if before != schema.HEAD:
                    schema.upgrade(connection)
            keep_a_write_ahead_log(self.engine)
        return before, schema.HEAD

    def revision(self) -> str | None:
        """Give the revision the database is at; None before it is set up."""
        with self.door.named():
            if self.door.begins and not self.door.begun:
                return None
            with self.door.reader() as engine, engine.connect() as connection:
                return schema.current(connection)

    def whole(self) -> list[str]:
        """Say what is wrong with the database file, its tables and their guards; empty if nothing
        is. The journal's own check is `register.verify`."""
        from workflow.register.verify import NAMELESS
        from workflow.store import guarded

        with self._reader() as connection:
            broken: list[str] = []
            if connection.dialect.name == "sqlite":
                problems = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
                astray = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
                broken = [str(each) for each in problems if each != "ok"]
                broken += [f"A row of {each[0]} points at nothing." for each in astray]
            broken += schema.differences(connection) + guarded.differences(connection)
            if not broken and SqlUnitOfWork(connection).extent().identity is None:
                broken = [NAMELESS.problem]
            return broken

    def must_see_one_state(self) -> None:
        """Raise nothing: our own transactions for reading see one state."""

    def lingers(self) -> str:
        """Clear erased text from SQLite's log too; say where a copy may remain."""
        return lingering(self.engine)

    def dispose(self) -> None:
        """Close every connection."""
        self._checked = False  # what was in memory is gone with them
        self.engine.dispose()

    close = dispose


def shown(engine: Any) -> str:
    """Give a database's address with its password hidden."""
    return shown_address(engine.url)


def has_register(text: str) -> bool:
    """Say whether something is stored at an address already. For a server, the answer is yes."""
    file = file_of(address(text))
    return file is None or Files(file).begun
