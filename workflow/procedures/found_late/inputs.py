"""What is asked for when something had been done in time, and that was found after the close."""

from dataclasses import dataclass
from datetime import datetime

from workflow.model.inputs import Inputs, input_field
from workflow.procedures.holds.inputs import Hold
from workflow.text import instant, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Reinstate(Inputs):
    """When the body had acted, and how that came to be found late."""

    acted_at: datetime = input_field("When it had acted: 9 Nov 6.30pm.")
    reason: str = input_field("What it did, and how that came to be recorded late.", long=True)

    def __post_init__(self) -> None:
        object.__setattr__(self, "acted_at", instant(self.acted_at, "time it acted"))
        object.__setattr__(self, "reason", words(self.reason, "reason"))


@dataclass(frozen=True, slots=True, kw_only=True)
class FindHold(Hold):
    """The hold, when it was made, and how that came to be found late."""

    made_at: datetime = input_field("When it was made: 24 Oct 11.30am.")

    def __post_init__(self) -> None:
        Hold.__post_init__(self)
        object.__setattr__(self, "made_at", instant(self.made_at, "time it was made"))
