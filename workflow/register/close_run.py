"""One run of the nightly close: as it goes, and as it is recorded."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from workflow.errors import WorkflowError

IN_DOUBT: Final = "clock-in-doubt"


@dataclass(frozen=True, slots=True)
class NotClosed:
    """A decision that was due and is left for a person, or went wrong, with why."""

    ref: str
    """The decision; empty where it is about the whole run."""
    code: str
    """A stable name that programs may rely on."""
    because: str
    """Why, as a sentence."""
    remedy: str = ""
    """What to do."""

    @classmethod
    def by(cls, ref: str, fault: WorkflowError) -> "NotClosed":
        """Give a decision that a fault stopped."""
        return cls(ref, fault.code, str(fault), fault.cure)


@dataclass(slots=True, kw_only=True)
class CloseRun:
    """One run of the nightly close. The register keeps how many were closed, and not which."""

    number: int | None = None
    """Its number on the register; None where nothing is recorded, as in a dry run."""
    council: str | None
    """The council; None for a run over every council."""
    started_at: datetime
    finished_at: datetime | None = None
    due: int = 0
    """How many decisions were looked at."""
    closed: list[str] = field(default_factory=list)
    """The references of those closed; empty for a run that is read back."""
    closed_count: int = 0
    """How many were closed."""
    left: list[NotClosed] = field(default_factory=list)
    """What a person must see to. A decision left for two reasons is there twice."""
    faults: list[NotClosed] = field(default_factory=list)
    """What went wrong."""
    passed_over: list[str] = field(default_factory=list)
    """The references of those that were due and not looked at because another program held them:
    the next run takes them. Empty for a run that is read back."""
    passed_over_count: int = 0
    """How many those were; 0 too for a run from before they were counted."""
    busy: bool = False
    """Whether it stopped early because the database did not answer: waiting would help."""

    def add_closed(self, refs: Sequence[str]) -> None:
        """Count these decisions as closed."""
        self.closed += refs
        self.closed_count += len(refs)

    def add_passed_over(self, refs: Sequence[str]) -> None:
        """Count these decisions as due, and held by another program."""
        self.passed_over += refs
        self.passed_over_count += len(refs)

    @property
    def not_run(self) -> bool:
        """Say whether nothing was looked at because the clock is in doubt."""
        return any(left.code == IN_DOUBT for left in self.left)

    @property
    def needs_a_person(self) -> bool:
        """Say whether something was left, or went wrong."""
        return bool(self.left or self.faults)
