"""What is stored of decisions, and a change that is to be."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from workflow.errors import NotFound, WorkflowError
from workflow.model.call_in_period import CallInPeriod
from workflow.model.decision import Decision
from workflow.model.state import State
from workflow.register.journal_entry import JournalEntry
from workflow.text import joined

if TYPE_CHECKING:
    from workflow.procedures.attempt import Taken

_NAMED: Final = 5
"""How many references are named at most."""


@dataclass(frozen=True, slots=True)
class StoredDecision:
    """A decision as it is stored, with the hash its journal ends in."""

    decision: Decision
    head: str
    due_at: datetime | None = None
    """When, as the row has it, time must look at it again."""
    irregular: int | None = None
    """How many irregularities, as the row has it, are on record; None for none."""


@dataclass(frozen=True, slots=True)
class StoredPeriod:
    """A call-in period on the register, and no more of its decision than that."""

    ref: str
    state: State
    window: CallInPeriod


@dataclass(frozen=True, slots=True)
class UnreadableRow:
    """A row of the register that nothing can be made of."""

    ref: str
    due_at: datetime
    fault: WorkflowError


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionChange:
    """A step that was taken, with what stood before it: one guarded write."""

    before: StoredDecision | None
    taken: "Taken"
    entries: tuple[JournalEntry, ...]


def no_decision(ref: str, meant: Sequence[str]) -> NotFound:
    """Give the fault of a reference that no decision has, with those that may have been meant."""
    named = sorted(meant)
    few = named if len(named) <= _NAMED else [*named[:_NAMED], f"{len(named) - _NAMED} more"]
    hint = f"Did you mean {joined(few)}? " if named else ""
    fault = NotFound(f"There is no decision {ref}.", remedy=f"{hint}{NotFound.remedy}")
    fault.sought, fault.meant = ref, tuple(named)
    return fault
