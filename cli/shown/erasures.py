"""Who erased what of a decision's record, when and why, as the register's own stream has it."""

from contextlib import suppress
from typing import TYPE_CHECKING

from workflow.clock import stamped
from workflow.errors import WorkflowError
from workflow.register.events import TextErased
from workflow.register.journal_entry import stream_of

if TYPE_CHECKING:
    from workflow.engine import Engine


def erasures_of(engine: "Engine", ref: str) -> dict[tuple[int, str], str]:
    """Give, by entry and part, who erased it, when and why, in words that follow its name; nothing
    where that stream cannot be read: `journal verify` tells of it."""
    erasures = {}
    with suppress(WorkflowError):
        council = engine.get(ref).council
        for _, entry in engine.journal.entries(f"erasures/{council}"):
            event = entry.event
            if not isinstance(event, TextErased):
                continue
            stream, part = event.erased_from
            if stream == stream_of(ref):
                who = f"by {entry.by_whom}, {entry.role.label}"
                erasures[event.entry, part] = f", {who}, {stamped(event.at)}: {event.reason}"
    return erasures
