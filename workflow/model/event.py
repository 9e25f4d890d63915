"""What any event is: something that happened, and what it does to where the decision stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import Any, ClassVar

from workflow.model.decision import Decision

Changes = dict[str, Any]
"""Fields of a decision, with what each is from now on."""


def sealed(*, metadata: Mapping[str, Any] = MappingProxyType({}), **also: Any) -> Any:
    """Make a field whose text is kept beside the journal, under a salted digest."""
    return field(metadata={"sealed": True, **metadata}, **also)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened, at an instant in UTC that the law goes by."""

    name: ClassVar[str]
    at: datetime

    @property
    def words(self) -> str:
        """Its name as a record shows it to people."""
        return self.name.replace("-", " ")

    def changes(self, decision: Decision) -> Changes:
        """Give what is different about the decision once this has happened."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning(Event):
    """What a decision's record may begin with."""

    def begins(self, ref: str) -> Decision:
        """Give the decision that this brings into being."""
        raise NotImplementedError
