"""What is asked for when a decision is held."""

from dataclasses import dataclass

from workflow.model.holder import Holder
from workflow.model.inputs import Because, Inputs, input_field
from workflow.model.labelled_enum import member_named
from workflow.text import line, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold(Inputs):
    """On whose account nothing may move, under what authority, and why."""

    on_account_of: Holder = input_field("On whose account it is held.")
    under: str = input_field("The authority: an Act and section, or the court and its order.")
    reason: str = input_field("Why.", long=True)

    def __post_init__(self) -> None:
        object.__setattr__(
            self, "on_account_of", member_named(Holder, self.on_account_of, "holder")
        )
        object.__setattr__(self, "under", line(self.under, "authority for the hold"))
        object.__setattr__(self, "reason", words(self.reason, "reason"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Release(Because):
    """Why a decision is held no longer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdraw(Because):
    """Why a decision is given up."""
