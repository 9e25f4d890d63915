"""A database's errors, in words that an officer can act on."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import ClassVar, Final

from sqlalchemy.exc import (
    DBAPIError,
    IntegrityError,
    InvalidRequestError,
    MissingGreenlet,
    OperationalError,
    PendingRollbackError,
    ResourceClosedError,
    StatementError,
    TimeoutError,
)

from workflow.errors import Busy, Invalid, NotSetUp, Stale, WorkflowError


class NotWritable(WorkflowError):
    """The database may only be read."""

    code: ClassVar[str] = "read-only"
    remedy: ClassVar[str] = "Ask for write permission on the file and its folder, or use a copy."


class NotADatabase(WorkflowError):
    """The file is damaged, or is not a database."""

    code: ClassVar[str] = "not-a-database"
    remedy: ClassVar[str] = "Keep the file as it is; restore the last good copy beside it."


class OutOfRule(WorkflowError):
    """The database refused a row that breaks its own rules."""

    code: ClassVar[str] = "out-of-rule"
    remedy: ClassVar[str] = "Check the journal: decisions journal verify"


class NotLetIn(WorkflowError):
    """The database server, or the file of a register, does not let this user in."""

    code: ClassVar[str] = "not-let-in"
    remedy: ClassVar[str] = (
        "Check the user in the address, and the password in it or in ~/.pgpass; ask whoever keeps "
        "the server."
    )


class Unusable(WorkflowError):
    """The connection that was lent cannot be used as it is."""

    code: ClassVar[str] = "unusable-connection"
    remedy: ClassVar[str] = "Roll back, or lend one that is open, and try again."


class KeptOrNot(WorkflowError):
    """The connection was cut as this was being kept: it may have been kept, or not."""

    code: ClassVar[str] = "kept-or-not"
    remedy: ClassVar[str] = "Look before you try again: decisions list"


BY_ITSELF: Final = (
    "The connection keeps each statement by itself (AUTOCOMMIT), so nothing could be undone.",
    "Lend a connection in a transaction: one without AUTOCOMMIT.",
)
"""The message for a connection that commits each statement by itself, and the cure."""


@dataclass(frozen=True, slots=True)
class _Heard:
    """An error of a database, known by its code or its words, and what it means."""

    said: str
    kind: type[WorkflowError]
    sentence: str = ""
    remedy: str = ""


_ADDRESS: Final = "Check the address."
_MAKE_IT: Final = "Check the name in the address; or make it (createdb), then: decisions db upgrade"
_FOLDER: Final = "Check that its folder exists and may be written to."
_NO_ROOM: Final = "There is no room left on the disk."
_ROOM: Final = "Make room on the disk, then try again; nothing was half written."
_NO_DISK: Final = "The disk did not answer, or is full."
_LOOK: Final = "See that it is there and has room, then try again; nothing was half written."
_RESOLVE: Final = "There is no server of that name."
_TLS: Final = "The server and this program could not agree on a protected connection."
_ROLES: Final = "Have the owner do it, or run the script of roles (roles.sql) in this database."
_READ_ONLY: Final = "The database may only be read."
_PRIMARY: Final = "Give the address of a server that is written to, and not of a copy of one."
_UNKNOWN: Final = "The address asks for what the server or its driver does not know."
_GONE: Final = "The connection to the database was cut."
_TOO_MANY: Final = "The database server has no connection to spare."
_POOLER: Final = "The pooler between here and the server does not take what the address asks for."
_PLAIN: Final = "Leave options= out of the address, or have the pooler let it pass."
_ENDED: Final = "This waited too long within its transaction, and the database ended it."
_NO_TABLES: Final = "The database has not been set up."
_PREPARED: Final = "The pooler between here and the server loses prepared statements."
_DAMAGED: Final = "The database file is damaged."
NO_SCHEMA: Final = "There is no such schema."

_BY_CODE: Final = (
    _Heard("25006", NotWritable, _READ_ONLY, _PRIMARY),
    _Heard("42501", NotWritable, "It does not let this user do that.", _ROLES),
    _Heard("XX001", NotADatabase, _DAMAGED),
    _Heard("XX002", NotADatabase, _DAMAGED),
    _Heard("53100", Busy, _NO_ROOM, _ROOM),
    _Heard("3D000", NotSetUp, "There is no such database.", _MAKE_IT),
    _Heard("57P04", NotSetUp, "There is no such database any more.", _MAKE_IT),
    _Heard("42P01", NotSetUp, _NO_TABLES),
    _Heard("42703", NotSetUp, "A column of the register is not there."),
    _Heard("3F000", NotSetUp, NO_SCHEMA, "Check the search_path."),
    _Heard("42704", Invalid, _UNKNOWN, _ADDRESS),
    _Heard("22P05", Invalid, "The database has no such character.", "Keep it in UTF8."),
    _Heard("22021", Invalid, "The database has no such character.", "Keep it in UTF8."),
    _Heard("55P03", Busy, "Another program is writing, and did not finish in time."),
    _Heard("40P01", Busy, "Two programs waited for each other; this one gave way."),
    _Heard("40001", Busy, "Two programs wrote at once; this one gave way."),
    _Heard("57014", Busy, "The database took too long over it, and it was stopped."),
    _Heard("25P03", Busy, _ENDED),
    _Heard("25P04", Busy, _ENDED),
    _Heard("57P05", Busy, _ENDED),
    _Heard("57P03", Busy, "The database server is starting or stopping."),
    _Heard("53300", Busy, _TOO_MANY),
    _Heard("58030", Busy, _NO_DISK, _LOOK),
    _Heard(
        "25P02",
        Unusable,
        "An earlier statement of this transaction failed, and it takes no more.",
        "Roll back, and do the whole transaction again.",
    ),
    _Heard(
        "25P01",
        Unusable,
        *BY_ITSELF,
    ),
    _Heard("26000", Unusable, _PREPARED, "Turn prepared statements off (prepare_threshold)."),
    _Heard("42P05", Unusable, _PREPARED, "Turn prepared statements off (prepare_threshold)."),
    # What is not named above, by the class that its code begins with.
    _Heard("08", Busy, _GONE),
    _Heard("28", NotLetIn),
    _Heard("40", Busy, "The database undid it."),
    _Heard("53", Busy, "The database server has too little to work with."),
    _Heard("57", Busy, _GONE),
)
_BY_WORDS: Final = (
    _Heard("readonly database", NotWritable, _READ_ONLY),
    _Heard("not a database", NotADatabase, "The file is not a database, or is encrypted."),
    _Heard("malformed", NotADatabase, _DAMAGED),
    _Heard("could not decode", NotADatabase, "Some text in the database is damaged."),
    _Heard("is full", Busy, _NO_ROOM, _ROOM),
    _Heard("unable to open", NotSetUp, "The file cannot be opened or made there.", _FOLDER),
    _Heard("no such table", NotSetUp, _NO_TABLES),
    _Heard("no such column", NotSetUp, "A column of the register is not there."),
    _Heard("locked", Busy, "Another program is writing, and did not finish in time."),
    _Heard("disk i/o", Busy, _NO_DISK, _LOOK),
    # A server that lets nobody in says so without a code.
    _Heard("authentication failed", NotLetIn),
    _Heard("no password supplied", NotLetIn),
    _Heard("pg_hba.conf", NotLetIn),
    _Heard("not permitted to log in", NotLetIn),
    _Heard("permission denied for database", NotLetIn),
    _Heard('role "', NotLetIn, "The database server has no such user."),
    _Heard('database "', NotSetUp, "There is no such database.", _MAKE_IT),
    _Heard("temporary failure in name resolution", Busy, "Names of servers are not answered."),
    _Heard("failed to resolve host", NotSetUp, _RESOLVE, _ADDRESS),
    _Heard("name or service not known", NotSetUp, _RESOLVE, _ADDRESS),
    _Heard("could not translate host name", NotSetUp, _RESOLVE, _ADDRESS),
    _Heard("too many clients", Busy, _TOO_MANY),
    _Heard("too many connections", Busy, _TOO_MANY),
    _Heard("connection slots are reserved", Busy, _TOO_MANY),
    _Heard("starting up", Busy, "The database server is starting or stopping."),
    _Heard("shutting down", Busy, "The database server is starting or stopping."),
    _Heard("unsupported startup parameter", NotSetUp, _POOLER, _PLAIN),
    _Heard("does not support ssl", NotSetUp, _TLS, _ADDRESS),
    _Heard("certificate", NotSetUp, _TLS, _ADDRESS),
    _Heard("sslmode", NotSetUp, _TLS, _ADDRESS),
    _Heard("unrecognized configuration parameter", Invalid, _UNKNOWN, _ADDRESS),
    _Heard("nul (0x00)", Invalid, "The database has no such character.", "Take it out."),
    _Heard("invalid connection option", Invalid, _UNKNOWN, _ADDRESS),
    _Heard("connection option", Invalid, _UNKNOWN, _ADDRESS),
)


def _code(orig: object) -> str | None:
    """Give PostgreSQL's code of an error, wherever its driver keeps it."""
    code = getattr(orig, "sqlstate", None) or getattr(orig, "pgcode", None)
    said = getattr(orig, "args", ())
    return code or (said[0].get("C") if said and isinstance(said[0], dict) else None)


def translate(error: DBAPIError) -> WorkflowError:
    """Give the fault that a database's error means.

    PostgreSQL's errors are known by their code: its words may be in any language, and quote a row.
    """
    first_line = (str(error.orig).strip() or str(error)).splitlines()[0]
    code, heard = _code(error.orig), str(error.orig).lower()
    if code == "0A000" and "cached plan" in heard:
        return Busy("The register was brought up to date while this was at work.")
    for each in _BY_CODE if code else _BY_WORDS:
        if code.startswith(each.said) if code else each.said in heard:
            return each.kind(each.sentence, remedy=each.remedy)
    if isinstance(error, IntegrityError):
        if code == "23505" or "not unique" in heard or "unique constraint" in heard:
            return Stale("Someone else wrote the same entry first.")
        return OutOfRule(f"The database refused a row: {first_line}")
    if error.connection_invalidated:
        return Busy(_GONE)
    if isinstance(error, OperationalError):
        return Busy(f"The database did not answer: {first_line}")
    return OutOfRule(f"The database refused: {first_line}")


def _unusable(error: InvalidRequestError) -> WorkflowError:
    """Give the fault that SQLAlchemy's error about a host's connection or session means."""
    if isinstance(error, MissingGreenlet):
        return Unusable(
            "What was lent has to be awaited.",
            remedy="Lend it from within run_sync: await session.run_sync(lambda lent: …).",
        )
    if isinstance(error, PendingRollbackError):
        return Unusable("What was lent is in a transaction that failed, and was not rolled back.")
    if isinstance(error, ResourceClosedError):
        return Unusable("What was lent is closed.", remedy="Lend one that is open.")
    return Unusable(str(error).splitlines()[0])


@contextmanager
def translated() -> Iterator[None]:
    """Turn an error of the database, or of SQLAlchemy, into a WorkflowError with its remedy."""
    try:
        yield
    except DBAPIError as error:
        raise translate(_said_first(error)) from error
    except UnicodeDecodeError:
        raise
    except UnicodeError as error:
        raise Invalid(
            "What was given holds half a character, which no database keeps: it is not UTF-8.",
            remedy="Type it again, in a terminal whose text is UTF-8.",
        ) from error
    except StatementError as error:
        if isinstance(error.orig, InvalidRequestError):
            raise _unusable(error.orig) from error
        raise Invalid(str(error.orig)) from error
    except InvalidRequestError as error:
        raise _unusable(error) from error
    except TimeoutError as error:
        raise Busy("All the connections of this program are in use.") from error


def _said_first(error: DBAPIError) -> DBAPIError:
    """Give the first error, where it made undoing a savepoint fail too."""
    before: BaseException | None = error
    while before is not None and "savepoint" in str(error.orig).lower():
        before = before.__context__
        if isinstance(before, DBAPIError):
            error = before
    return error
