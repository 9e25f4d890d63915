"""What a database says when it cannot, in words an officer can act on."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import ClassVar

from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError

from workflow.errors import Busy, NotSetUp, Stale, WorkflowError


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


_SAID: tuple[tuple[str, type[WorkflowError], str], ...] = (
    ("readonly database", NotWritable, "The database may only be read."),
    ("read-only transaction", NotWritable, "The database may only be read."),
    ("permission denied", NotWritable, "The database does not let this user do that."),
    ("not a database", NotADatabase, "The file is not a database, or is encrypted."),
    ("malformed", NotADatabase, "The database file is damaged."),
    ("is full", Busy, "There is no room left on the disk."),
    ("no space left", Busy, "There is no room left on the disk."),
    ("unable to open", NotSetUp, "The database file cannot be opened or made there."),
    ("no such table", NotSetUp, "The database has not been set up."),
    ("does not exist", NotSetUp, "The database has not been set up, or does not exist."),
    ("locked", Busy, "Another program is writing to the database, and did not finish in time."),
    ("lock timeout", Busy, "Another program holds this decision, and did not finish in time."),
    ("deadlock", Busy, "Two programs waited for each other; this one gave way."),
    ("serialize", Busy, "Two programs wrote at once; this one gave way."),
    ("disk i/o", Busy, "The disk did not answer."),
)


def translate(error: DBAPIError) -> WorkflowError:
    """Give the fault that a database's own words mean."""
    said = str(error.orig).strip()
    heard = said.lower()
    for words, kind, sentence in _SAID:
        if words in heard:
            if kind is NotSetUp and "unable to open" in heard:
                return NotSetUp(
                    sentence, remedy="Check that its folder exists and may be written to."
                )
            return kind(sentence)
    if isinstance(error, IntegrityError):
        if "unique" in heard or "duplicate" in heard:
            return Stale("Someone else wrote the same entry first.")
        return OutOfRule(f"The database refused a row: {said.splitlines()[0]}")
    if isinstance(error, OperationalError):
        return Busy(f"The database did not answer: {said.splitlines()[0] if said else error}")
    return OutOfRule(f"The database refused: {said.splitlines()[0] if said else error}")


@contextmanager
def translated() -> Iterator[None]:
    """Turn what a database says into a fault with its remedy."""
    try:
        yield
    except DBAPIError as error:
        raise translate(error) from error
