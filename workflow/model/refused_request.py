"""A request to call in that was refused because it was out of time or not valid, and is kept."""

from dataclasses import dataclass, field
from datetime import datetime

from workflow.answer_fields import NOT_GIVEN, LawfulInstant, given_after
from workflow.model.json_data import OMITTED_IF_UNSET


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedRequest:
    """A request that was refused as out of time or not valid. It opens nothing. It names no people:
    who asked is in `history`, and can be erased."""

    number: int
    """1 for the first on the decision that was refused; those lodged have numbers of their own."""
    step: str
    """The step that was refused: `call-in`, `request-support` or `request-record-late`."""
    received_at: LawfulInstant
    """When it was received."""
    refused_at: datetime
    """When it was refused, and recorded."""
    signatures: tuple[str, ...] = field(metadata=NOT_GIVEN)
    """The pseudonyms of those who asked."""
    electors: int = 0
    """How many registered electors signed."""
    codes: tuple[str, ...]
    """Every reason why, by its stable name."""
    entered_at: datetime | None = field(default=None, metadata=OMITTED_IF_UNSET)
    """When it was entered again, and accepted on to the record; null where it was not."""
    entered_as: int | None = field(default=None, metadata=OMITTED_IF_UNSET)
    """The request that it was entered again as, by its number; null where there is none."""

    @property
    @given_after("signatures")
    def people(self) -> int:
        """How many people asked."""
        return len(self.signatures)
