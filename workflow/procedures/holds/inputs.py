"""What is asked for when a decision is held."""

from dataclasses import dataclass

from workflow.model.holder import Holder
from workflow.model.inputs import Because, Inputs, Line, Words, input_field


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold(Inputs):
    """On whose account nothing may move, under what authority, and why."""

    on_account_of: Holder = input_field("On whose account it is held.", called="holder")
    under: Line = input_field(
        "The authority: an Act and section, or the court and its order.",
        called="authority for the hold",
    )
    reason: Words = input_field("Why.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Release(Because):
    """Why a decision is held no longer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdraw(Because):
    """Why a decision is given up."""
