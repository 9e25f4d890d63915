"""What is asked for when something had been done in time, and that was found after the close."""

from dataclasses import dataclass
from datetime import datetime

from workflow.model.holder import Holder
from workflow.model.inputs import Because, Inputs, input_field
from workflow.model.labelled_enum import member_named
from workflow.text import instant, line, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Reinstate(Inputs):
    """When the body had acted, and how that came to be found late."""

    acted_at: datetime = input_field("When it had acted: 9 Nov 6.30pm.")
    reason: str = input_field("What it did, and how that came to be recorded late.", long=True)

    def __post_init__(self) -> None:
        object.__setattr__(self, "acted_at", instant(self.acted_at, "time it acted"))
        object.__setattr__(self, "reason", words(self.reason, "reason"))


@dataclass(frozen=True, slots=True, kw_only=True)
class FindHold(Inputs):
    """The hold, when it was made, and how that came to be found late."""

    on_account_of: Holder = input_field("On whose account it is held.")
    under: str = input_field("The authority: an Act and section, or the court and its order.")
    reason: str = input_field("Why.", long=True)
    made_at: datetime = input_field("When it was made: 24 Oct 11.30am.")

    def __post_init__(self) -> None:
        holder = member_named(Holder, self.on_account_of, "holder")
        object.__setattr__(self, "on_account_of", holder)
        object.__setattr__(self, "under", line(self.under, "authority for the hold"))
        object.__setattr__(self, "reason", words(self.reason, "reason"))
        object.__setattr__(self, "made_at", instant(self.made_at, "time it was made"))


@dataclass(frozen=True, slots=True, kw_only=True)
class SettleDispute(Because):
    """What was ruled about what was found after implementation, and why."""
