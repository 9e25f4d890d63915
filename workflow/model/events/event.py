"""What any event is: something that happened, and what it does to where the decision stands."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar

if TYPE_CHECKING:
    from workflow.model.decision import Decision

Changes = dict[str, Any]
"""Fields of a decision, with what each is from now on."""


def sealed() -> Any:
    """Make a field whose text is kept beside the journal, under a salted digest."""
    return field(metadata={"sealed": True})


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened, at an instant in UTC that the law goes by."""

    name: ClassVar[str]
    at: datetime

    def changes(self, decision: "Decision") -> Changes:
        """Give what is different about the decision once this has happened."""
        raise NotImplementedError
