"""What a record is marked with that is an answer as it stands: how its fields are given in JSON.

    day: date = field(metadata=given_as("date"))
    window: CallInPeriod = field(metadata=INLINE)
    request_deadline: LawfulInstant

    @property
    @given_after("day")
    def weekday(self) -> str: ...

`as_json` and the page on JSON read the marks; nothing that is stored turns on them.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Annotated, Any, Final, TypeVar

F = TypeVar("F", bound=Callable[..., Any])

LawfulInstant = Annotated[datetime, "law"]
"""An instant that decides in law: JSON has it in UTC, and as London's clocks show it."""

INLINE: Final = {"inline": True}
"""Marks a field that holds a record, or None: its names stand among those of the record it is in,
and none of them where it is None."""
NOT_GIVEN: Final = {"not_given": True}
"""Marks a field that no answer holds."""
NULL_IF_EMPTY: Final = {"null_if_empty": True}
"""Marks a text that is null in an answer where it is empty."""


def given_as(name: str) -> dict[str, str]:
    """Mark a field that is given under another name than the one that it has in the code."""
    return {"given_as": name}


def given_after(field: str) -> Callable[[F], F]:
    """Mark a property that is given like a field, after the field of that name."""

    def marked(function: F) -> F:
        vars(function)["given_after"] = field
        return function

    return marked


def is_law(annotation: Any) -> bool:
    """Say whether what is so annotated is an instant that is law, or none."""
    return LawfulInstant in (annotation, *getattr(annotation, "__args__", ()))
