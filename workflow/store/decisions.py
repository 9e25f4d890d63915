"""The register's rows. A row changes only by a guarded update, with its journal in the same
transaction."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache
from json import loads
from typing import Any, Final

from sqlalchemy import (
    RowMapping,
    Select,
    Update,
    and_,
    bindparam,
    func,
    insert,
    or_,
    select,
    text,
    update,
)

from workflow.errors import Invalid, JournalBroken, Stale
from workflow.model.decision import Decision
from workflow.model.json_data import UNREADABLE, from_plain
from workflow.model.state import State
from workflow.model.statement import Statement
from workflow.register.journal_entry import blank
from workflow.register.query import DecisionQuery
from workflow.register.stored import DecisionChange, StoredDecision, no_decision
from workflow.store.faults import translated
from workflow.store.journal import JournalRows
from workflow.store.mapping import (
    change_to_row,
    cloud_event,
    decision_to_row,
    row_to_stored,
)
from workflow.store.tables import DECISIONS, OUTBOX, TEXTS
from workflow.text import clean, written_otherwise

_ROW: Final = DECISIONS.c
# Made once: to put such a statement together takes as long as to run it.
_LOOK: Final = select(DECISIONS).where(_ROW.ref == bindparam("ref"))
_LOAD: Final = _LOOK.with_for_update()
_STATEMENT: Final = select(TEXTS.c.text).where(
    TEXTS.c.stream == bindparam("stream"),
    TEXTS.c.seq == bindparam("seq"),
    TEXTS.c.part == "statement",
)
_ADD: Final = insert(DECISIONS)
_ADD_EVENTS: Final = insert(OUTBOX)
_AT_ONCE: Final = 500
"""How many references are asked about in one query."""
_LONG: Final = 10
"""Figures in a number that somebody chose and that no other follows."""


@lru_cache(maxsize=128)
def _guarded(columns: tuple[str, ...]) -> Update:
    """Give the update of these columns, of a row still at the version and state it was read at."""
    guard = and_(
        _ROW.ref == bindparam("at_ref"),
        _ROW.version == bindparam("at_version"),
        _ROW.state == bindparam("at_state"),
    )
    return update(DECISIONS).where(guard).values({name: bindparam(name) for name in columns})


class DecisionRows(JournalRows):
    """The register of decisions, within one transaction."""

    def load(self, ref: str) -> StoredDecision:
        """Give a decision, kept from others' hands until the transaction ends; or NotFound."""
        return self._one(_LOAD, ref)

    def look(self, ref: str) -> StoredDecision:
        """Give a decision, only to look at; or NotFound."""
        return self._one(_LOOK, ref)

    def _one(self, query: Any, ref: str) -> StoredDecision:
        found = self.rows(query, {"ref": ref})
        if not found:
            meant = self.values(select(_ROW.ref).where(_ROW.ref.in_(written_otherwise(ref))))
            raise no_decision(ref, meant)
        return row_to_stored(found[0])

    def statement(self, decision: Decision) -> Statement:
        """Give the written statement as it now reads."""
        kept = {"stream": f"decision/{decision.ref}", "seq": decision.statement_version}
        found = next(iter(self.rows(_STATEMENT, kept)), {"text": None})["text"]
        try:
            return from_plain(Statement, loads(found) if found else blank("statement"))
        except UNREADABLE:
            raise JournalBroken(
                f"The statement of {decision.ref} cannot be read.",
                remedy=f"Check its journal: decisions journal verify {decision.ref}",
            ) from None

    def refs(self) -> Sequence[str]:
        """Give the reference of every decision."""
        return self.values(select(_ROW.ref).order_by(_ROW.ref))

    def find(self, sought: DecisionQuery) -> Sequence[Decision]:
        """Give the decisions sought, by reference."""
        query = select(DECISIONS).order_by(_ROW.ref)
        if sought.council is not None:
            query = query.where(_ROW.council == sought.council)
        if sought.state is not None:
            query = query.where(_ROW.state == sought.state.value)
        if sought.due_by is not None:
            query = query.where(
                _ROW.state == State.CALL_IN_OPEN.value, _ROW.effective_from <= sought.due_by
            )
        if sought.ends_by is not None:
            query = query.where(
                _ROW.state == State.CALL_IN_OPEN.value, _ROW.request_deadline <= sought.ends_by
            )
        if sought.irregular:
            query = query.where(_ROW.irregular.is_not(None))
        if sought.after is not None:
            query = query.where(_ROW.ref > sought.after)
        words = "" if sought.words is None else clean(sought.words, "words sought").lower()
        if words.isascii():
            like = f"%{_escaped(words)}%"
            in_title = func.lower(_ROW.title).like(like, escape="\\")
            in_ref = func.lower(_ROW.ref).like(like, escape="\\")
            query = query.where(or_(in_title, in_ref)) if words else query
            return self._as_many(query, sought.limit)
        # SQLite knows no case beyond ASCII, so a title with other letters is compared here.
        found = [each for each in self._decisions(query) if words in each.title.lower()]
        return found[: sought.limit]

    def _as_many(self, query: Select[Any], limit: int | None) -> list[Decision]:
        """Give so many decisions, by reference: for each that cannot be read, one after."""
        if limit is None:
            return self._decisions(query)
        found: list[Decision] = []
        while True:
            wanted = limit - len(found)
            rows = self.rows(query.limit(wanted))
            found += self.readable(rows, _decision_of)
            last = rows[-1]["ref"] if rows else None
            if len(rows) < wanted or len(found) == limit or type(last) is not str:
                return found
            query = query.where(_ROW.ref > last)

    def _decisions(self, query: Select[Any]) -> list[Decision]:
        return self.readable(self.rows(query), _decision_of)

    def published_between(
        self, council: str, since: datetime, until: datetime
    ) -> Sequence[Decision]:
        """Give the decisions of a council published from an instant to before another."""
        query = select(DECISIONS).where(
            _ROW.council == council, _ROW.published_at >= since, _ROW.published_at < until
        )
        return self._decisions(query.order_by(_ROW.ref))

    def made_between(self, council: str, since: date, until: date) -> Sequence[Decision]:
        """Give the decisions of a council made from a day to another, both included."""
        made = or_(_ROW.signed_at.is_not(None), _ROW.published_at.is_not(None))
        query = select(DECISIONS).where(
            _ROW.council == council, _ROW.made_on >= since, _ROW.made_on <= until, made
        )
        return self._decisions(query.order_by(_ROW.ref))

    def asked_since(self, council: str, since: datetime) -> Sequence[Decision]:
        """Give the decisions of a council that were asked to be called in since an instant."""
        asked = or_(_ROW.asked_at >= since, _ROW.disputed_at.is_not(None))
        query = select(DECISIONS).where(_ROW.council == council, asked)
        return self._decisions(query.order_by(_ROW.ref))

    def free_reference(self, prefix: str, year: int) -> str:
        """Give the next free reference, as in HFD-2018-001."""
        stem = f"{prefix}-{year}-"
        if self.conn.dialect.name == "postgresql":
            lock = text("SELECT pg_advisory_xact_lock(hashtext(:stem))")
            self.conn.execute(lock, {"stem": f"council-decisions {stem}"})
        taken = self.conn.execute(
            select(_ROW.ref).where(_ROW.ref.like(f"{_escaped(stem)}%", escape="\\"))
        ).scalars()
        ends = [ref.removeprefix(stem) for ref in taken]
        numbers = (int(end) for end in ends if len(end) < _LONG and end.isascii() and end.isdigit())
        return f"{stem}{max(numbers, default=0) + 1:03d}"

    def save(self, change: DecisionChange) -> None:
        """Write one change; raise Stale if someone else was first."""
        decision = change.taken.decision
        if change.before is not None:
            self._update([change])
        else:
            exists = select(_ROW.ref).where(_ROW.ref == decision.ref)
            if self.conn.execute(exists).first() is not None:
                raise Invalid(
                    f"There is a decision {decision.ref} already.",
                    remedy="Give another reference, or leave it out to have the next free one.",
                )
            self._write(_ADD, [decision_to_row(decision, change.sheets[-1].hash)])
        self._record([change])

    def held(self, refs: Sequence[str]) -> set[str]:
        """Give those of these references that are on the register."""
        found: set[str] = set()
        for start in range(0, len(refs), _AT_ONCE):
            query = select(_ROW.ref).where(_ROW.ref.in_(refs[start : start + _AT_ONCE]))
            found.update(self.conn.execute(query).scalars())
        return found

    def add_many(self, changes: Sequence[DecisionChange]) -> None:
        """Write many decisions that begin, at once, or raise having written none of them."""
        if changes:
            rows = [decision_to_row(each.taken.decision, each.sheets[-1].hash) for each in changes]
            self._write(_ADD, rows)
            self._record(changes)

    def save_many(self, changes: Sequence[DecisionChange]) -> None:
        """Write many changes at once, or raise having written none of them."""
        if not changes:
            return
        with translated(), self.conn.begin_nested():
            self._update(changes)
            self._record(changes)

    def _update(self, changes: Sequence[DecisionChange]) -> None:
        by_columns: dict[tuple[str, ...], list[dict[str, Any]]] = {}
        for change in changes:
            before = change.before
            assert before is not None
            row = change_to_row(before, change.taken.decision, change.sheets[-1].hash)
            row["at_ref"] = before.decision.ref
            row["at_version"] = before.decision.version
            row["at_state"] = before.decision.state.value
            by_columns.setdefault(tuple(row), []).append(row)
        for columns, rows in by_columns.items():
            guarded = _guarded(tuple(name for name in columns if not name.startswith("at_")))
            if self._write(guarded, rows) != len(rows):
                raise Stale()

    def _record(self, changes: Sequence[DecisionChange]) -> None:
        self.add_sheets([sheet for change in changes for sheet in change.sheets])
        self._write(
            _ADD_EVENTS,
            [
                {
                    "stream": sheet.stream,
                    "seq": sheet.seq,
                    "written_at": sheet.recorded_at,
                    "cloud_event": cloud_event(sheet, change.taken.decision),
                }
                for change in changes
                for sheet in change.sheets
            ],
        )


def _escaped(words: str) -> str:
    return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _decision_of(row: RowMapping) -> Decision:
    return row_to_stored(row).decision
