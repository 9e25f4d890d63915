"""One entry of a journal as it is stored, with the text that is kept beside it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from workflow.model.statement import ERASED


@dataclass(frozen=True, slots=True)
class SealedText:
    """Text kept beside an entry, with the salt that its digest was made with."""

    part: str
    """The part of the entry that it belongs in."""
    salt: str
    text: str
    """The value, as canonical JSON."""


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """One entry of a journal, as it is stored."""

    stream: str
    """The stream it is in, as "decision/HFD-2018-001"."""
    seq: int
    """Its number there, from 1."""
    name: str
    """The name of the event."""
    at: datetime
    """When that happened, in UTC."""
    recorded_at: datetime
    """When it was recorded, in UTC."""
    role: str
    """The role of who acted, as it is stored."""
    body: str
    """The entry itself, as canonical JSON: this is what the chain holds."""
    before: str
    """The hash of the entry before it in its stream."""
    hash: str
    """The hash of this entry: SHA-256 over `before` and `body`."""
    texts: tuple[SealedText, ...] = ()
    """Its sealed text, as far as that has not been erased."""
    unreadable: tuple[str, ...] = ()
    """The columns whose stored value cannot be read; a stand-in is given for each."""


def stream_of(ref: str) -> str:
    """Give the name of a decision's stream in the journal."""
    return f"decision/{ref}"


def blank(part: str) -> Any:
    """Give what stands in for text that has been erased."""
    stand_ins: Mapping[str, Any] = {
        "statement": {"title": ERASED, "body": ERASED, "kind": "non-key"},
        "requested_by": [ERASED],
        "made_by": [ERASED],
        "particulars": [ERASED],
        "why": [ERASED],
    }
    return stand_ins.get(part, ERASED)
