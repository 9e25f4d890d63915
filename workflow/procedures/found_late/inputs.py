"""What is asked for when something had been done in time, and that was found after the close."""

from dataclasses import dataclass
from datetime import datetime

from workflow.model.holder import Holder
from workflow.model.inputs import Because, Inputs, Instant, Line, Words, input_field


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordLateOutcome(Inputs):
    """When the body had acted, and how that came to be found late."""

    acted_at: Instant = input_field("When it had acted: 9 Nov 6.30pm.", called="time it acted")
    reason: Words = input_field("What the body did, and why it is recorded late.")


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordLateHold(Inputs):
    """The hold, when it was made, and how that came to be found late."""

    on_account_of: Holder = input_field("On whose account it is held.", called="holder")
    under: Line = input_field(
        "The authority: an Act and section, or the court and its order.",
        called="authority for the hold",
    )
    reason: Words = input_field("Why.")
    made_at: Instant = input_field("When it was made: 24 Oct 11.30am.", called="time it was made")

    @property
    def done_at(self) -> datetime:
        return self.made_at


@dataclass(frozen=True, slots=True, kw_only=True)
class SettleDispute(Because):
    """What was ruled about what was found after implementation, and why."""
