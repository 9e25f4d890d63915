"""A decision as it is stored, and a change to be written."""

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
    """A decision as it is stored, with what its row has beside it."""

    decision: Decision
    head: str
    """The hash of the last entry of its journal."""
    due_at: datetime | None = None
    """When the close must next look at it, by its row; None for never."""
    irregular: int | None = None
    """How many irregularities are on record, by its row; None for none."""
    attention_at: datetime | None = None
    """Since when it needs a person, or when something on it next ends, by its row; None for
    never."""


@dataclass(frozen=True, slots=True)
class StoredPeriod:
    """A call-in period on the register, without the rest of its decision."""

    ref: str
    state: State
    window: CallInPeriod


@dataclass(frozen=True, slots=True)
class UnreadableRow:
    """A decision's row that cannot be read."""

    ref: str
    due_at: datetime
    fault: WorkflowError


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionChange:
    """A step that was taken, to be written over the decision as it was before; None for a new
    one."""

    before: StoredDecision | None
    taken: "Taken"
    entries: tuple[JournalEntry, ...]


def no_decision(ref: str, meant: Sequence[str]) -> NotFound:
    """Give the NotFound for a reference that no decision has, with those that may be meant."""
    named = sorted(meant)
    few = named if len(named) <= _NAMED else [*named[:_NAMED], f"{len(named) - _NAMED} more"]
    hint = f"Did you mean {joined(few)}? " if named else ""
    fault = NotFound(f"There is no decision {ref}.", remedy=f"{hint}{NotFound.remedy}")
    fault.sought, fault.meant = ref, tuple(named)
    return fault
