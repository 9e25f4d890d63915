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
    salt: str
    text: str
    """The value, as canonical JSON."""


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """One entry of a journal, as it is stored."""

    stream: str
    seq: int
    name: str
    at: datetime
    recorded_at: datetime
    role: str
    body: str
    before: str
    """The hash of the entry before it in its stream."""
    hash: str
    texts: tuple[SealedText, ...] = ()
    unreadable: tuple[str, ...] = ()
    """The columns in which nothing stands that can be read; something stands in for each."""


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
    }
    return stand_ins.get(part, ERASED)
