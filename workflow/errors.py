"""Two ways of saying no: a refusal is an answer, with its rule and remedy; a fault is raised."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Literal

from workflow.answer_fields import NOT_GIVEN
from workflow.authority import BANK_HOLIDAYS, Authority, engine_rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """One reason why something may not be done. It is falsy."""

    code: str
    """A stable name that programs may rely on."""
    because: str
    """The reason, as a sentence."""
    authority: Authority
    """The rule that says so."""
    remedy: str
    """What to do about it."""
    values: Mapping[str, object] = field(default_factory=dict, compare=False)
    """The facts of the case that the sentence and the remedy name, by their names."""
    sentences: tuple[str, ...] = field(default=(), compare=False, metadata=NOT_GIVEN)
    """The sentences of the catalogue that the reason was said by, one after another, with the names
    of the values in braces; none where it is a fault's own."""
    remedies: tuple[str, ...] = field(default=(), compare=False, metadata=NOT_GIVEN)
    """The sentences of the catalogue that the remedy was said by."""

    def __bool__(self) -> Literal[False]:
        return False

    def __str__(self) -> str:
        return f"{self.because} [{self.code}] Rule: {self.authority}. Do: {self.remedy}"


class WorkflowError(Exception):
    """Something went wrong."""

    code: ClassVar[str] = "fault"
    authority: ClassVar[Authority | None] = None
    """The rule that stands in the way; None where there is none."""
    remedy: ClassVar[str] = "Run the command again with --traceback and report what it prints."

    def __init__(self, message: str = "", *, remedy: str = "") -> None:
        super().__init__(message or self.__doc__)
        self.cure = remedy or self.remedy
        """What to do about it."""


class Invalid(WorkflowError):
    """What was given cannot be read."""

    code = "invalid"
    remedy = "Correct the value and try again."


class NotYours(WorkflowError):
    """The machine's settings do not let this be chosen."""

    code = "final-setting"
    remedy = "Leave it out; or ask whoever keeps the machine's settings."


class NotFound(WorkflowError):
    """There is nothing on file under that name."""

    code = "not-found"
    remedy = "See what there is: decisions list"
    sought: str = ""
    """The name that was not found, where others may be meant; else empty."""
    meant: tuple[str, ...] = ()
    """The names that may be meant."""


class Stale(WorkflowError):
    """Someone else changed this decision first."""

    code = "changed-by-another"
    remedy = "Look at it again (decisions show REF), then decide afresh."


class BeyondCalendar(WorkflowError):
    """The calendar does not reach that day."""

    code = "beyond-calendar"
    authority = BANK_HOLIDAYS
    remedy = (
        "Once the government has published that year's bank holidays, upgrade council-decisions; "
        "or count provisionally: decisions deadline … --provisional."
    )


class BadConstitution(WorkflowError):
    """A constitution file cannot be used."""

    code = "bad-constitution"
    remedy = "Correct the file, then: decisions constitution check FILE"


class NotOnFile(WorkflowError):
    """The council's constitution, as held here, does not say."""

    code = "not-on-file"
    authority = engine_rule(
        "what is not on file",
        "A rule that the council's constitution does not give is not invented.",
    )
    remedy = "Add the provision, with its source, to the council's constitution file."


class NotSetUp(WorkflowError):
    """The database is not ready for this version of council-decisions."""

    code = "not-set-up"
    remedy = "Bring it up to date: decisions db upgrade"


class NoTimeZones(WorkflowError):
    """The machine does not know London's time, by which every date in law is counted."""

    code = "no-time-zones"
    remedy = (
        "Give it the time zones: pip install tzdata. If PYTHONTZPATH is set, see that it names a "
        "folder which holds them."
    )


class UnsafeEngine(WorkflowError):
    """This SQLite engine lets a savepoint outlive a rollback and loses updates without an error."""

    code = "unsafe-engine"
    remedy = "Call workflow.make_sqlite_safe(engine) once, before the engine first connects."


class Busy(WorkflowError):
    """The database is locked, down or full."""

    code = "busy"
    remedy = "Wait a little and try again; nothing was half written."


class Damaged(WorkflowError):
    """Rows of the register are damaged, and left out of the answer; the rest is given."""

    code = "damaged"
    remedy = "See what is damaged: decisions journal verify. Compare it with the last good copy."


class JournalBroken(WorkflowError):
    """The journal does not verify."""

    code = "journal-broken"
    remedy = "Stop writing, keep the file as it is, and compare it with the last good copy."
