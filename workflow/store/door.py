"""The door of a register: whether one may be set up there, and how a reader opens it."""

import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine, NullPool, create_engine
from sqlalchemy.exc import DBAPIError, OperationalError

from workflow.clock import stamped
from workflow.errors import Busy, NotSetUp, WorkflowError
from workflow.files.opening import shown as shown_file
from workflow.store import schema
from workflow.store.faults import NO_SCHEMA, NotADatabase, NotLetIn, NotWritable, translated
from workflow.store.files import Files, Way, begin, file_of, is_plain, makes_files, uri
from workflow.store.postgres import schema_asked_for, shown_address
from workflow.store.sqlite import make_ours

_LOG = logging.getLogger("workflow")
_BEGIN = "begin one: decisions init, or: decisions db upgrade"
_TO_READ = (
    "Ask whoever keeps the register to give it to this user (chown), or to a group that this user "
    "is in (chgrp, chmod 660); docs/how-to/several-users.md says how."
)
_SHARED = (
    "Ask whoever keeps the register for write permission on it, on its folder, and on the files "
    "whose names end in -wal and -shm; docs/how-to/several-users.md says how."
)


class Door:
    """How one register is opened."""

    def __init__(self, engine: Engine, *, begins: bool, shared: bool) -> None:
        self.engine = engine
        self.begins = begins
        self._shared = shared
        named = file_of(engine.url)
        self.files = None if named is None else Files(Path(os.path.realpath(named)))
        self._plain = named is not None and is_plain(engine.url)
        self.place = shown_address(engine.url) if named is None else shown_file(named)
        self.tell: Callable[[str], None] = _LOG.warning
        """Called with what a reader should know about what it reads."""

    @property
    def begun(self) -> bool:
        """Say whether there is something there. For a server, the answer is yes."""
        return self.files is None or self.files.begun

    def must_begin(self) -> None:
        """Raise NotSetUp unless a register may be set up."""
        if not self.begins:
            empty = self.files is not None and self.files.main.exists()
            raise NotSetUp(
                f"There is no register at {self.place}{': it is empty' if empty else ''}.",
                remedy=f"Mend the address (--db, DECISIONS_DB); or {_BEGIN}",
            )

    def must_be_current(self, revision: str | None) -> None:
        """Raise NotSetUp, with the register's name, unless it is of this version."""
        try:
            schema.must_be_current(revision)
        except NotSetUp as fault:
            raise self._with_name(fault) from None

    def must_be_writable(self) -> None:
        """Raise NotWritable, with its name, for a file or folder that this user may not write."""
        if self._plain and self.files is not None:
            barred = self.files.in_the_way()
            if barred is not None:
                raise NotWritable(
                    f"{shown_file(barred)} may not be written by this user.", remedy=_SHARED
                )

    @contextmanager
    def beginning(self) -> Iterator[None]:
        """Make the file for a new register; remove it if setting up fails."""
        made = self.files is not None and not self.files.main.exists()
        if self.files is None or not made or not self._plain or not makes_files(self.engine.url):
            yield
            return
        begin(self.files.main, shared=self._shared)
        try:
            yield
        except BaseException:
            self.engine.dispose()
            if not self.files.begun and not self.files.journal.exists():
                self.files.main.unlink(missing_ok=True)
            raise

    @contextmanager
    def reader(self) -> Iterator[Engine]:
        """Give an engine to read with, which leaves no file that would stop a writer."""
        if not self.begun:
            self.must_begin()
        if self.files is None or not self._plain:
            yield self.engine
            return
        way = self.files.way()
        if way is Way.READING and not _can_read(self.files.main):
            way = Way.COPY
        if way is Way.WRITING:
            yield self.engine
        elif way is Way.COPY:
            with self.files.copied() as copy:
                self.tell(
                    f"{self.place} may only be read: this is from a copy made {stamped(copy.at)}."
                )
                with _only_reading(copy.file, way) as engine:
                    yield engine
        else:
            with self._unchanged(way), _only_reading(self.files.main, way) as engine:
                yield engine

    @contextmanager
    def _unchanged(self, way: Way) -> Iterator[None]:
        """Raise Busy if a file that is read alone was changed meanwhile."""
        assert self.files is not None
        before = self.files.mark()
        try:
            yield
        except (DBAPIError, WorkflowError):
            if way is Way.ALONE and self.files.mark() != before:
                raise self._written_meanwhile() from None
            raise
        if way is Way.ALONE and self.files.mark() != before:
            raise self._written_meanwhile()

    def _written_meanwhile(self) -> Busy:
        return Busy(f"{self.place} was written while it was read.")

    @contextmanager
    def named(self) -> Iterator[None]:
        """Turn a database's errors into faults that name the register."""
        try:
            with translated():
                yield
        except (NotWritable, NotADatabase, NotSetUp) as fault:
            self._must_be_readable(fault)
            raise self._with_name(fault) from fault.__cause__

    def _must_be_readable(self, fault: WorkflowError) -> None:
        """Raise NotLetIn if the cause is that this user may not read the file: root may have set
        the register up, for one."""
        if self.files is not None and self.files.unreadable:
            raise NotLetIn(
                f"{self.place} is there, but this user may not read it.", remedy=_TO_READ
            ) from fault.__cause__

    def _with_name(self, fault: WorkflowError) -> WorkflowError:
        """Give a fault with the register's name in it."""
        if str(fault) == NO_SCHEMA:
            return self._without_schema(fault)
        if self.place in str(fault) or shown_file(Path(self.place).name) in str(fault):
            return fault
        return type(fault)(f"{str(fault).rstrip('.')}: {self.place}.", remedy=fault.cure)

    def _without_schema(self, fault: WorkflowError) -> WorkflowError:
        """Give the fault of a schema that is not there, with the SQL that makes it."""
        url = self.engine.url
        name = schema_asked_for(url)
        if name is None:
            return type(fault)(f"There is no schema to use at {self.place}.", remedy=fault.cure)
        made = f'create schema "{name}" authorization "{url.username or "decisions_owner"}";'
        return type(fault)(
            f"There is no schema {name} at {self.place}.",
            remedy=f"Have it made in that database, as one who may: {made} Then: decisions db "
            "upgrade",
        )


@contextmanager
def _only_reading(file: Path, way: Way) -> Iterator[Engine]:
    engine = make_ours(create_engine(uri(file, way), poolclass=NullPool))
    try:
        yield engine
    finally:
        engine.dispose()


def _can_read(file: Path) -> bool:
    """Say whether SQLite can read a file with its log as others left them."""
    try:
        with _only_reading(file, Way.READING) as engine, engine.connect() as connection:
            connection.exec_driver_sql("SELECT count(*) FROM sqlite_master")
    except OperationalError:
        return False
    return True
