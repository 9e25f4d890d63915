"""What a database says when it cannot, in words an officer can act on."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import ClassVar, Final

from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError, StatementError

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


@dataclass(frozen=True, slots=True)
class _Heard:
    """What a database may say, in SQLite's words or by PostgreSQL's code, and what it means."""

    words: str
    code: str
    kind: type[WorkflowError]
    sentence: str
    remedy: str = ""


_FOLDER: Final = "Check that its folder exists and may be written to."
_NO_ROOM: Final = "There is no room left on the disk."
_HEARD: Final = (
    _Heard("readonly database", "25006", NotWritable, "The database may only be read."),
    _Heard("permission denied", "42501", NotWritable, "It does not let this user do that."),
    _Heard("not a database", "", NotADatabase, "The file is not a database, or is encrypted."),
    _Heard("malformed", "XX001", NotADatabase, "The database file is damaged."),
    _Heard("is full", "53100", Busy, _NO_ROOM),
    _Heard("unable to open", "", NotSetUp, "The file cannot be opened or made there.", _FOLDER),
    _Heard("no such table", "42P01", NotSetUp, "The database has not been set up."),
    _Heard("does not exist", "3D000", NotSetUp, "There is no such database, or no such user."),
    _Heard("locked", "55P03", Busy, "Another program is writing, and did not finish in time."),
    _Heard("deadlock", "40P01", Busy, "Two programs waited for each other; this one gave way."),
    _Heard("serialize", "40001", Busy, "Two programs wrote at once; this one gave way."),
    _Heard("disk i/o", "58030", Busy, "The disk did not answer."),
)


def translate(error: DBAPIError) -> WorkflowError:
    """Give the fault that a database's own words mean.

    PostgreSQL's errors go by their code: its words may be in any language, and may quote a row.
    """
    said = (str(error.orig).strip() or str(error)).splitlines()[0]
    code, heard = getattr(error.orig, "sqlstate", None), str(error.orig).lower()
    for each in _HEARD:
        if each.code == code if code else each.words in heard:
            return each.kind(each.sentence, remedy=each.remedy)
    if isinstance(error, IntegrityError):
        if code == "23505" or "not unique" in heard or "unique constraint" in heard:
            return Stale("Someone else wrote the same entry first.")
        return OutOfRule(f"The database refused a row: {said}")
    if isinstance(error, OperationalError):
        return Busy(f"The database did not answer: {said}")
    return OutOfRule(f"The database refused: {said}")


@contextmanager
def translated() -> Iterator[None]:
    """Turn what a database says into a fault with its remedy."""
    try:
        yield
    except DBAPIError as error:
        raise translate(_said_first(error)) from error
    except StatementError as error:
        raise Invalid(str(error.orig)) from error


def _said_first(error: DBAPIError) -> DBAPIError:
    """Give what the database said first, where undoing a savepoint failed because of it."""
    before: BaseException | None = error
    while before is not None and "savepoint" in str(error.orig).lower():
        before = before.__context__
        if isinstance(before, DBAPIError):
            error = before
    return error
