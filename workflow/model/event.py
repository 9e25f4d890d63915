"""What every event is: something that happened, and how it changes the decision."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import Any, ClassVar

from workflow.model.decision import Decision
from workflow.model.kind import Kind
from workflow.model.state import State

Changes = dict[str, Any]
"""The fields of a decision that change, each with its new value."""


def sealed(*, metadata: Mapping[str, Any] = MappingProxyType({}), **also: Any) -> Any:
    """Make a field whose text is kept beside the journal, so that it can be erased. The journal
    holds a salted digest of it."""
    return field(metadata={"sealed": True, **metadata}, **also)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened. `at` is when, in UTC, and not when it was recorded."""

    name: ClassVar[str]
    at: datetime

    @property
    def words(self) -> str:
        """Its name as people read it."""
        return self.name.replace("-", " ")

    def changes(self, decision: Decision) -> Changes:
        """Give the fields of the decision that change once this has happened."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning(Event):
    """An event that a decision's record can begin with."""

    council: str
    kind: Kind
    title: str

    def begins(self, ref: str) -> Decision:
        """Give the new decision, under its reference: a draft, as far as this event says."""
        return Decision(
            ref=ref,
            council=self.council,
            kind=self.kind,
            title=self.title,
            state=State.DRAFT,
            version=1,
            statement_version=1,
            drafted_at=self.at,
            last_at=self.at,
        )
