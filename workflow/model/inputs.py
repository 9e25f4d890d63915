"""What any step may ask for: a field that explains itself on a form or a command line."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from workflow.text import instant, words


def input_field(
    help: str, *, long: bool = False, shown: bool = False, to_come: bool = False, **also: Any
) -> Any:
    """Make a field that explains itself on a form or a command line, and says if it is long.

    One that is `shown` may be left out, and is shown all the same where what is wanted is told. A
    day that is `to_come` is set or planned; any other has been.
    """
    told = {"help": help, "long": long, "shown": shown, "to_come": to_come}
    return field(metadata=told, **also)


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """What a step is given."""

    @property
    def call_in_received_at(self) -> datetime | None:
        """Give when a request to call in was received, where that is what is recorded."""
        return None

    @property
    def acted_at(self) -> datetime | None:
        """Give when a body did what is recorded, where that is told."""
        return None

    @property
    def made_by(self) -> tuple[str, ...]:
        """Give who made the decision, where that is told."""
        return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NoInputs(Inputs):
    """The step asks for nothing."""


ACTED: Final = "When it was done, if not just now: today 6.30pm."
"""The help for the time of what a body did."""


def acted(at: datetime | None) -> datetime | None:
    """Give the time at which a body did something, read; None where it is not given."""
    return None if at is None else instant(at, "time it was done")


@dataclass(frozen=True, slots=True, kw_only=True)
class Because(Inputs):
    """The reason for the step."""

    reason: str = input_field("Why.", long=True)

    def __post_init__(self) -> None:
        object.__setattr__(self, "reason", words(self.reason, "reason"))
