"""What is on record, entry by entry, as every face gives it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from workflow.answer_fields import INLINE
from workflow.answers.record import drawn
from workflow.model.json_data import sealed_names, stored_names, to_json_data
from workflow.model.people import Role
from workflow.register.journal import ReadEntry
from workflow.register.journal_entry import JournalEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryAnswer:
    """An entry of a journal: what happened, when, by whom, recorded when."""

    entry: int
    """Its number in its journal, from 1."""
    event: str
    """What happened."""
    at: datetime
    """When it happened: the instant that the law goes by."""
    recorded_at: datetime
    """When it was written down."""
    by: str
    """Who acted; `[erased]` once erased."""
    role: Role
    """The role in which they acted."""
    established: str
    """How it was established who they are."""
    late_reason: str | None
    """Why it was recorded late, if it was."""
    rules: str | None
    """By which rules it was judged: the shipped ones, an edition or a file, with the beginning of
    its digest; null where an older version did not say."""
    erased: tuple[str, ...]
    """The parts whose text has been erased."""
    data: Mapping[str, Any]
    """What the event holds, as it is stored, under the names in [events](events.md). A part whose
    text was erased is null."""


def entry_answer(entry: ReadEntry) -> EntryAnswer:
    """Give an entry as it is understood."""
    data = to_json_data(entry.event)
    assert isinstance(data, dict)
    kind: Any = type(entry.event)
    sealed = {stored_names(kind)[each] for each in sealed_names(kind)}
    data |= dict.fromkeys(sealed.intersection(entry.erased))
    return drawn(
        EntryAnswer,
        entry,
        entry=entry.seq,
        event=entry.event.name,
        at=entry.event.at,
        rules=entry.rules or None,
        data=data,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredEntryAnswer:
    """An entry as it is kept: as `history` gives it, with what is hashed."""

    read: EntryAnswer = field(metadata=INLINE)
    """The entry as it is understood."""
    hash: str
    """Its hash, which chains it to the entry before."""
    before: str
    """The hash of the entry before it."""
    body: Mapping[str, Any]
    """The words that are hashed. Sealed text is in them as a digest."""
    texts: tuple[str, ...]
    """What is kept beside them, and can be erased."""


def stored_entry_answer(stored: JournalEntry, read: ReadEntry) -> StoredEntryAnswer:
    """Give an entry as it is kept, beside the same as it is understood."""
    return StoredEntryAnswer(
        read=entry_answer(read),
        hash=stored.hash,
        before=stored.before,
        body=json.loads(stored.body),
        texts=tuple(each.part for each in stored.texts),
    )
