"""A close as it is often written: SQLAlchemy's ORM, with a `transitions` machine on each object;
and, for comparison, with one machine that all objects share.

It is an honest one. Its objects map the register's own tables; rows are locked, and updates are
guarded by their version; each event is chained and goes to the journal and the outbox in the same
transaction; five hundred decisions are committed at a time. Its one guard is that the period is
over. What it leaves out is everything else: who may close, holds, the order of events, whether
the days still agree with the calendar, what the constitution says, and a decision that fails.
"""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import Column, Engine, MetaData, Table, select
from sqlalchemy.orm import DeclarativeBase, Session
from transitions import Machine

from workflow.store.tables import DECISIONS as OURS
from workflow.store.tables import JOURNAL, OUTBOX
from workflow.store.types import Record, SpacedWords, Word

CHUNK = 500
STATES = [
    "draft",
    "signed",
    "published",
    "call_in_open",
    "called_in",
    "effective",
    "implemented",
    "withdrawn",
]
LIVE = ["draft", "signed", "call_in_open", "called_in", "effective"]
TRANSITIONS = [
    ["sign", "draft", "signed"],
    ["publish", "signed", "published"],
    ["open_call_in", "published", "call_in_open"],
    ["take_effect", "published", "effective"],
    ["call_in", "call_in_open", "called_in"],
    ["resolve", "called_in", "effective"],
    {
        "trigger": "close",
        "source": "call_in_open",
        "dest": "effective",
        "conditions": "has_run_out",
        "after": "closed",
    },
    {
        "trigger": "record_implementation",
        "source": "effective",
        "dest": "implemented",
        "after": "implemented",
    },
    ["implement", "effective", "implemented"],
    ["withdraw", LIVE, "withdrawn"],
]


def _plain(table: Table) -> Table:
    """Give a table whose words, lists and records are the text that such a program would read."""
    text = (Word, Record, SpacedWords)
    columns = [
        Column(
            each.name,
            each.type.impl if isinstance(each.type, text) else each.type,
            primary_key=each.primary_key,
            nullable=each.nullable,
        )
        for each in table.columns
    ]
    return Table(table.name, MetaData(), *columns)


DECISIONS = _plain(OURS)


class Base(DeclarativeBase):
    """Where the objects are mapped."""


class JournalEntry(Base):
    """One entry of the journal."""

    __table__ = JOURNAL


class OutboxEvent(Base):
    """One event that is to be told of."""

    __table__ = OUTBOX


class DecisionObject(Base):
    """One decision, and what its machine calls."""

    __table__ = DECISIONS
    __mapper_args__ = {"version_id_col": DECISIONS.c.version, "version_id_generator": False}  # noqa: RUF012

    def has_run_out(self) -> bool:
        """Say whether the period is over."""
        over: bool = self.effective_from <= self.now
        return over

    def closed(self) -> None:
        """Take effect, at the legal instant."""
        self.effective_at = self.effective_from
        self.due_at = None
        self._record("call-in-closed", {})

    def implemented(self) -> None:
        """Count as implemented."""
        self.implemented_at = self.effective_at
        self._record("implemented-by-rule", {"authority": json.loads(self.period_rule)})

    def _record(self, name: str, data: dict[str, Any]) -> None:
        self.version += 1
        at: datetime = self.effective_from
        stream = f"decision/{self.ref}"
        body = json.dumps(
            {
                "at": _text(at),
                "data": data,
                "established": "the engine itself",
                "name": name,
                "recorded_at": _text(self.now),
                "role": "system",
                "seq": self.version,
                "stream": stream,
            },
            sort_keys=True,
            separators=(",", ":"),
        )
        before = self.head
        self.head = sha256(f"{before}{body}".encode()).hexdigest()
        self.last_at = at
        self.session.add(
            JournalEntry(
                stream=stream,
                seq=self.version,
                name=name,
                at=at,
                recorded_at=self.now,
                role="system",
                body=body,
                before=before,
                hash=self.head,
            )
        )
        event = {
            "specversion": "1.0",
            "id": f"{stream}/{self.version}",
            "source": f"/council-decisions/{self.council}",
            "type": f"council-decisions.decision.{name}",
            "subject": self.ref,
            "time": _text(at),
            "datacontenttype": "application/json",
            "data": {"ref": self.ref, "version": self.version, "state": self.state},
        }
        self.session.add(
            OutboxEvent(
                stream=stream,
                seq=self.version,
                written_at=self.now,
                cloud_event=json.dumps(event, separators=(",", ":")),
            )
        )


def by_its_own(decision: DecisionObject) -> None:
    """Close a decision by a machine of its own, made as it is loaded."""
    decision.machine = Machine(
        model=decision,
        states=STATES,
        transitions=TRANSITIONS,
        initial=decision.state,
        auto_transitions=False,
    )
    decision.close()
    decision.record_implementation()


SHARED = Machine(
    model=None, states=STATES, transitions=TRANSITIONS, initial="draft", auto_transitions=False
)


def by_one_for_all(decision: DecisionObject) -> None:
    """Close a decision by the one machine that all share."""
    SHARED.events["close"].trigger(decision)
    SHARED.events["record_implementation"].trigger(decision)


def close_due(
    engine: Engine, now: datetime, close: Callable[[DecisionObject], None] = by_its_own
) -> int:
    """Close every decision that is due, a chunk at a time; give how many there were."""
    due = (
        select(DecisionObject)
        .where(DECISIONS.c.due_at <= now)
        .order_by(DECISIONS.c.due_at, DECISIONS.c.ref)
        .limit(CHUNK)
        .with_for_update(skip_locked=True)
    )
    closed = 0
    while True:
        with Session(engine) as session, session.no_autoflush:
            chunk = session.scalars(due).all()
            for decision in chunk:
                decision.now, decision.session = now, session
                close(decision)
            session.commit()
        closed += len(chunk)
        if not chunk:
            return closed


def _text(instant: datetime) -> str:
    return f"{instant.astimezone(UTC):%Y-%m-%dT%H:%M:%S.%f}Z"
