"""Erasing the text of a journal entry for good: who may, when, and what remains."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from workflow.errors import NotFound, Refusal
from workflow.model.decision import Decision
from workflow.model.people import Role
from workflow.model.state import TERMINAL, State
from workflow.procedures.attempt import Refused
from workflow.register import refusals
from workflow.register.act import Act
from workflow.register.events import TextErased
from workflow.register.journal_entry import stream_of
from workflow.text import words


def _still_needed(decision: Decision, entry: int, part: str) -> Refusal | None:
    """Say why a statement cannot be erased yet: the decision's life has not ended.

    Nor has that of one that is implemented by rule alone: a request received in time, whenever it
    is entered, brings it back (`procedures.shared.before_effect`).
    """
    if part != "statement" or entry != decision.statement_version:
        return None
    if decision.state not in TERMINAL:
        return refusals.TEXT_STILL_NEEDED(ref=decision.ref, state=decision.state)
    if decision.state is not State.IMPLEMENTED:
        return None
    window, carried_out = decision.window, decision.proceedings.acted_at is not None
    by_rule = window is not None and window.implemented_by_rule is not None
    return refusals.IT_MAY_COME_BACK(ref=decision.ref) if by_rule and not carried_out else None


@dataclass(frozen=True, slots=True)
class Erased:
    """Text about people was erased from an entry for good; its digest remains. Always truthy."""

    stream: str
    """The stream of the journal."""
    entry: int
    """The number of the entry there."""
    part: str
    """The part whose text was erased."""
    at: datetime
    """When it was erased, in UTC."""
    lingers: str = ""
    """Where a copy of the text may remain, and until when; empty where there is none."""

    def __bool__(self) -> Literal[True]:
        return True


def erase_text(
    act: Act, *, decision: Decision, entry: int, part: str, reason: str
) -> Erased | Refused:
    """Erase sealed text of an entry of a decision's journal for good. Its digest remains, so the
    chain verifies.

    Raises NotFound where there is no such text, or it was erased before.
    """
    council, stream = decision.council, stream_of(decision.ref)
    if Role.MONITORING_OFFICER not in act.by.roles:
        return act.not_authorised("journal erase", (Role.MONITORING_OFFICER,), council)
    refused = _still_needed(decision, entry, part)
    if refused is not None:
        return Refused("journal erase", stream, (refused,))
    if not act.work.journal.erase(stream, entry, part):
        raise NotFound(
            f"Entry {entry} of {stream} has no text called {part[:40]!a}, or it was erased before.",
            remedy=f"See its parts: decisions journal show {decision.ref}",
        )
    event = TextErased(
        at=act.now, entry=entry, part=f"{stream}: {part}", reason=words(reason, "reason")
    )
    act.record(f"erasures/{council}", event, Role.MONITORING_OFFICER)
    return Erased(stream=stream, entry=entry, part=part, at=act.now)
