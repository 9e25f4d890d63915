"""Exit codes, one for each way that a command can end."""

from errno import EACCES, EDQUOT, ENOSPC, EPERM
from typing import Final

from workflow.errors import (
    BadConstitution,
    BeyondCalendar,
    Busy,
    Invalid,
    JournalBroken,
    NotFound,
    NotOnFile,
    NotYours,
    Refusal,
    Stale,
    WorkflowError,
)
from workflow.files.opening import shown

DONE: Final = 0
FAULT: Final = 1
USAGE: Final = 2
REFUSED: Final = 3
NOT_AUTHORISED: Final = 4
NOT_FOUND: Final = 5
CHANGED: Final = 6
NOT_VERIFIED: Final = 7
NEEDS_A_PERSON: Final = 8
NOT_WRITTEN: Final = 74
TRY_AGAIN: Final = 75
INTERRUPTED: Final = 130

MEANINGS: Final = {
    DONE: "done, or nothing to do",
    FAULT: "a fault",
    USAGE: "the command was not understood",
    REFUSED: "refused by a rule",
    NOT_AUTHORISED: "not authorised",
    NOT_FOUND: "not found",
    CHANGED: "someone else changed it first",
    NOT_VERIFIED: "verification failed",
    NEEDS_A_PERSON: "some items need a person",
    NOT_WRITTEN: "the answer could not be written; what was to be done is done",
    TRY_AGAIN: "try again: the database is locked, down or full",
    INTERRUPTED: "interrupted",
}


class Crash(WorkflowError):
    """Something happened that this program does not know of."""

    code = "crash"
    remedy = "Add --traceback, and report it."


_TO_ENTER: Final = (
    "Ask whoever keeps it to put you in the folder's group, and log in again: "
    "docs/how-to/several-users.md says how."
)
_ANOTHER: Final = " Or name another: --db FILE."


class MachineFault(WorkflowError):
    """The machine could not do it: a file or a disk is not as it should be."""

    code = "system"
    remedy = "Put that right, and give the command again."


class NoRoom(WorkflowError):
    """The disk is full."""

    code = "no-room"
    remedy = "Make room, and give the command again; nothing was half written."


def machine_fault(wrong: OSError) -> WorkflowError:
    """Give the fault that the machine's own error is."""
    if wrong.errno in (ENOSPC, EDQUOT):
        return NoRoom("There is no room left on the disk.")
    if "temporary directory" in str(wrong):
        return MachineFault(
            "There is no folder for temporary files.",
            remedy="Make a folder that you may write to, and name it: export TMPDIR=FOLDER",
        )
    what = "" if wrong.filename is None else f": {shown(str(wrong.filename))}"
    barred = wrong.errno in (EACCES, EPERM)
    return MachineFault(f"{wrong.strerror or wrong}{what}.", remedy=_to_enter() if barred else "")


def _to_enter() -> str:
    """Say how to be let in; and that another register may be named, unless this one is final."""
    from workflow.config import settings

    try:
        is_final = settings({})["database"].final
    except (WorkflowError, OSError):
        is_final = False
    return _TO_ENTER if is_final else f"{_TO_ENTER}{_ANOTHER}"


class NotWritten(WorkflowError):
    """The answer could not be written; what the command was to do is done."""

    code = "not-written"
    remedy = "Do not repeat a step: see what is on the register, once there is room: decisions list"


_BY_FAULT: Final[tuple[tuple[type[WorkflowError], int], ...]] = (
    (Invalid, USAGE),
    (BadConstitution, USAGE),
    (BeyondCalendar, REFUSED),
    (NotOnFile, REFUSED),
    (NotYours, NOT_AUTHORISED),
    (NotFound, NOT_FOUND),
    (Stale, CHANGED),
    (JournalBroken, NOT_VERIFIED),
    (Busy, TRY_AGAIN),
    (NoRoom, TRY_AGAIN),
    (NotWritten, NOT_WRITTEN),
)


class Ended(Exception):
    """A command that has said all it has to say, and ends with this code."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


def code_for_fault(fault: WorkflowError) -> int:
    """Give the exit code of a fault."""
    return next((code for kind, code in _BY_FAULT if isinstance(fault, kind)), FAULT)


def code_for_refusals(refusals: tuple[Refusal, ...]) -> int:
    """Give the exit code of a refusal: not authorised if that is among its reasons."""
    if any(refusal.code == "not-authorised" for refusal in refusals):
        return NOT_AUTHORISED
    return REFUSED
