"""Writes an entry of the journal for an event, chained to the entry before, and reads it back.

The chain is SHA-256 over the words as they are stored, so that it can be checked without this
engine. Sealed text is kept beside the entry, which holds only its salted digest: the text can be
erased, and the chain still verifies.
"""

import json
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from secrets import token_hex
from typing import TYPE_CHECKING, Any, Final

from workflow.errors import JournalBroken
from workflow.model.event import Event
from workflow.model.json_data import (
    UNREADABLE,
    canonical,
    from_plain,
    instant_text,
    sealed_names,
    stored_fields,
    to_json_data,
)
from workflow.model.people import SYSTEM, Actor, Role
from workflow.model.statement import ERASED
from workflow.register.events import EVERY_NAME
from workflow.register.journal_entry import JournalEntry, SealedText, blank

if TYPE_CHECKING:
    from workflow.constitution.constitution import Constitution

FORMAT: Final = "council-decisions:journal:1"
ASSERTED: Final = "asserted"
"""How `established` begins where somebody else named who acts."""
UNBOUND: Final = "bound to no council"
"""What `established` says of an actor that a host bound to no council."""
RULES_FROM: Final = "rules from"
"""What `established` says before the name of a user's own file of rules."""
GENESIS: Final = "0" * 64
"""The hash that stands before the first entry of a stream."""


@dataclass(frozen=True, slots=True)
class ReadEntry:
    """One entry of a journal, as it is read: what happened, who acted, and when."""

    stream: str
    """The stream it is in, as "decision/HFD-2018-001"."""
    seq: int
    """Its number there, from 1."""
    event: Event
    """What happened; `event.at` is when, in UTC."""
    recorded_at: datetime
    """When it was recorded, in UTC."""
    role: Role
    """The role in which whoever acted did so."""
    by: str
    """The name of who acted; "[erased]" once erased."""
    established: str
    """How it was established who acted."""
    late_reason: str | None
    """Why it was entered late; None where it was not."""
    erased: tuple[str, ...]
    """The parts whose text has been erased."""
    person: str = ""
    """The stable name of who acted; "[erased]" once erased."""
    rules: str = ""
    """Which rules it was judged by; empty where an older version did not say."""
    own_rules: bool = False
    """Whether those were from a user's own file: neither shipped nor adopted."""

    @property
    def vouched(self) -> str:
        """Say how it was established who acted, if that, or the rules, rest on something other
        than the register; else empty."""
        more = (f"; {UNBOUND}", f"; {RULES_FROM} ")
        doubtful = any(each in self.established for each in more)
        return self.established if doubtful or self.established.startswith(ASSERTED) else ""

    @property
    def by_whom(self) -> str:
        """Give who acted, with `vouched` in brackets where there is one."""
        return f"{self.by} ({self.vouched})" if self.vouched else self.by


def chained(before: str, body: str) -> str:
    """Give the hash that chains a body to the entry before it."""
    return sha256(f"{FORMAT}\0{before}\0{body}".encode()).hexdigest()


def digest(salt: str, text: str) -> str:
    """Give the digest that stands in an entry for sealed text."""
    return sha256(f"{salt}\0{text}".encode()).hexdigest()


class _Sealing:
    """The sealed text of one entry, gathered while the entry is written."""

    __slots__ = ("texts",)

    def __init__(self) -> None:
        self.texts: list[SealedText] = []

    def seal(self, part: str, value: Any) -> Any:
        text = canonical(to_json_data(value))
        salt = token_hex(16)
        self.texts.append(SealedText(part, salt, text))
        return {"sealed": digest(salt, text)}


def write(
    *,
    stream: str,
    seq: int,
    before: str,
    event: Event,
    actor: Actor,
    role: Role,
    recorded_at: datetime,
    late_reason: str | None = None,
    rules: "Constitution | None" = None,
) -> JournalEntry:
    """Write the entry for one event, chained to the one before it in its stream.

    It says which rules the step was judged by. The path of a user's own file may name a person, so
    that is sealed. `before` is the hash of the entry before, or GENESIS.
    """
    sealing = _Sealing()
    kind: Any = type(event)
    sealed = sealed_names(kind)
    data = {
        stored: sealing.seal(stored, getattr(event, name))
        if name in sealed
        else to_json_data(getattr(event, name))
        for name, stored in stored_fields(event)
        if stored != "at"
    }
    body: dict[str, Any] = {
        "stream": stream,
        "seq": seq,
        "name": event.name,
        "at": instant_text(event.at),
        "recorded_at": instant_text(recorded_at),
        "role": role.value,
        "data": data,
    }
    if actor is not SYSTEM:
        who = {
            "person": actor.person,
            "name": actor.name,
            "established": actor.established,
        }
        body["by"] = sealing.seal("by", who)
    if late_reason is not None:
        body["late"] = sealing.seal("late", late_reason)
    if rules is not None and rules.rests_on:
        text = rules.rests_on
        body["rules"] = sealing.seal("rules", text) if rules.is_own else text
    words = canonical(body)
    return JournalEntry(
        stream=stream,
        seq=seq,
        name=event.name,
        at=event.at,
        recorded_at=recorded_at,
        role=role.value,
        body=words,
        before=before,
        hash=chained(before, words),
        texts=tuple(sealing.texts),
    )


def read(entry: JournalEntry) -> ReadEntry:
    """Read an entry back. Raises JournalBroken where it cannot be read as an event."""
    try:
        if not entry.unreadable:
            return _read(entry)
    except UNREADABLE:
        pass
    amiss = ", ".join(entry.unreadable) or "its words are not those of an event"
    raise JournalBroken(f"Entry {entry.seq} of {entry.stream} cannot be read: {amiss}.") from None


def _read(entry: JournalEntry) -> ReadEntry:
    body = json.loads(entry.body)
    kept = {text.part: json.loads(text.text) for text in entry.texts}
    kind = EVERY_NAME[body["name"]]
    erased: list[str] = []

    def opened(part: str, value: Any) -> Any:
        if not (isinstance(value, dict) and value.keys() == {"sealed"}):
            return value
        if part not in kept:
            erased.append(part)
            return blank(part)
        return kept[part]

    data = {name: opened(name, value) for name, value in body["data"].items()}
    by = opened("by", body.get("by"))
    late = opened("late", body.get("late"))
    rules = opened("rules", body.get("rules", ""))
    return ReadEntry(
        stream=entry.stream,
        seq=entry.seq,
        event=from_plain(kind, {"at": body["at"], **data}),
        recorded_at=entry.recorded_at,
        role=Role.named(body["role"]),
        by=_shown(by),
        established=ERASED if isinstance(by, str) else (by or _ENGINE)["established"],
        late_reason=late,
        erased=tuple(erased),
        person=by if isinstance(by, str) else str((by or _ENGINE).get("person", "")),
        rules=str(rules),
        own_rules=isinstance(body.get("rules"), dict),
    )


_ENGINE: Final = {"name": SYSTEM.established, "established": SYSTEM.established}


def _shown(by: Any) -> str:
    if isinstance(by, str):
        return by
    who = by or _ENGINE
    return str(who["name"] or who["person"])


def sealed_parts(entry: JournalEntry) -> tuple[str, ...]:
    """Give the names of an entry's sealed parts, erased or not."""
    body = json.loads(entry.body)
    beside = {part: body.get(part) for part in ("by", "late", "rules")}
    places = {**body["data"], **beside}
    return tuple(
        part
        for part, value in places.items()
        if isinstance(value, dict) and value.keys() == {"sealed"}
    )
