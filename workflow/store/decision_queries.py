"""The queries on the decisions' rows, each by its name."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import Any, Final

from sqlalchemy import (
    Select,
    Update,
    and_,
    bindparam,
    insert,
    or_,
    select,
    text,
    update,
)

from workflow.model.state import GIVEN_UP, State
from workflow.store.tables import DECISIONS, HAS_REFUSED, IS_OPEN, TEXTS

Query = Select[Any]
ROW: Final = DECISIONS.c
_PUBLISHED_ONCE: Final = 4
"""How many entries are on the record of a decision, at least, whose publication was undone."""

# What is asked of every step is made once: to put it together takes as long as to run it.
GET: Final = select(DECISIONS).where(ROW.ref == bindparam("ref"))
"""A decision by its reference."""

LOCK: Final = GET.with_for_update()
"""A decision by its reference, locked until the transaction ends."""

STATEMENT: Final = select(TEXTS.c.text).where(
    TEXTS.c.stream == bindparam("stream"),
    TEXTS.c.seq == bindparam("seq"),
    TEXTS.c.part == "statement",
)
"""The written statement that was kept with an entry of the journal."""

ADD: Final = insert(DECISIONS)
"""Add a new decision."""

REFS: Final = select(ROW.ref).order_by(ROW.ref)
"""The reference of every decision."""

COUNCILS: Final = select(ROW.council).distinct().order_by(ROW.council)
"""Every council that has a decision."""

PERIODS: Final = (
    select(
        ROW.ref,
        ROW.state,
        ROW.period_rule,
        ROW.period_edition,
        ROW.counted_from,
        ROW.last_day,
        ROW.request_deadline,
        ROW.deadline_included,
        ROW.effective_from,
        ROW.calendar_hash,
    )
    .where(
        ROW.council == bindparam("council"),
        ROW.ref > bindparam("after"),
        ROW.period_rule.is_not(None),
        or_(ROW.last_day >= bindparam("first"), ROW.effective_from >= bindparam("begins")),
    )
    .order_by(ROW.ref)
    .limit(bindparam("most"))
    .offset(bindparam("beyond"))
)
"""The next call-in periods of a council that a change of its calendar from a day on could move."""


@lru_cache(maxsize=128)
def guarded(columns: tuple[str, ...]) -> Update:
    """Give the update of these columns, of a row still at the version and state it was read at."""
    guard = and_(
        ROW.ref == bindparam("at_ref"),
        ROW.version == bindparam("at_version"),
        ROW.state == bindparam("at_state"),
    )
    return update(DECISIONS).where(guard).values({name: bindparam(name) for name in columns})


def refs_among(refs: Sequence[str]) -> Query:
    """Give the query for those of these references that decisions have."""
    return select(ROW.ref).where(ROW.ref.in_(refs))


def refs_beginning(stem: str) -> Query:
    """Give the query for the references that begin with a text."""
    return select(ROW.ref).where(ROW.ref.like(f"{escaped(stem)}%", escape="\\"))


def refs_ending(number: str) -> Query:
    """Give the query for the references that end with a number. It reads every reference."""
    return select(ROW.ref).where(ROW.ref.like(f"%{escaped(number)}", escape="\\"))


def needing(council: str, by: datetime) -> Query:
    """Give the query for a council's decisions that need a person, or on which something ends, by
    an instant."""
    rows = select(DECISIONS).where(ROW.council == council, ROW.attention_at <= by)
    return rows.order_by(ROW.attention_at, ROW.ref)


def open_for_call_in(council: str, at: datetime | None = None) -> Query:
    """Give the query for a council's decisions open for call-in, the soonest end first; with `at`,
    for those in which requests end at that instant or later. The state
    stands in it as it does in the index, or SQLite would not use that."""
    rows = select(DECISIONS).where(ROW.council == council, text(IS_OPEN))
    rows = rows if at is None else rows.where(ROW.request_deadline >= at)
    return rows.order_by(ROW.request_deadline, ROW.ref)


def once_open(council: str, at: datetime) -> Query:
    """Give the query for a council's decisions that were given up while requests could be made
    until an instant or later, and the signed ones that have had as many entries as one that was
    published. It looks at every decision of the council."""
    gone = and_(ROW.state.in_(GIVEN_UP), ROW.request_deadline >= at)
    again = and_(ROW.state == State.SIGNED, ROW.version >= _PUBLISHED_ONCE)
    return _of(council).where(or_(gone, again))


def to_come(council: str) -> Query:
    """Give the query for a council's drafts and signed decisions about which anything was done.
    Each of them needs a person, by which it is found without reading the others."""
    unpublished = ROW.state.in_((State.DRAFT, State.SIGNED))
    rows = select(DECISIONS).where(ROW.council == council, ROW.attention_at.is_not(None))
    return rows.where(unpublished, ROW.proceedings.is_not(None)).order_by(ROW.attention_at, ROW.ref)


def published_between(council: str, since: datetime, until: datetime) -> Query:
    """Give the query for a council's decisions published from `since` (included) to `until`
    (not)."""
    return _of(council).where(ROW.published_at >= since, ROW.published_at < until)


def made_between(council: str, since: date, until: date) -> Query:
    """Give the query for a council's decisions made from one day to another, both included."""
    made = or_(ROW.signed_at.is_not(None), ROW.published_at.is_not(None))
    return _of(council).where(ROW.made_on >= since, ROW.made_on <= until, made)


def requested_since(council: str, since: datetime) -> Query:
    """Give the query for a council's decisions with a request received since an instant, included,
    lodged or refused, or with something found after implementation."""
    received = or_(ROW.asked_at >= since, ROW.refused_at >= since)
    return _of(council).where(or_(received, ROW.disputed_at.is_not(None)))


def refused_since(council: str, since: datetime) -> Query:
    """Give the query for a council's decisions on which a request was refused, and kept, since an
    instant, included. What is not empty stands in it as it does in the index."""
    rows = select(DECISIONS).where(ROW.council == council, text(HAS_REFUSED))
    return rows.where(ROW.refused_at >= since).order_by(ROW.refused_at, ROW.ref)


def _of(council: str) -> Query:
    return select(DECISIONS).where(ROW.council == council).order_by(ROW.ref)


def escaped(words: str) -> str:
    """Give a text as LIKE takes it, after a backslash where a sign of its own would stand."""
    return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
