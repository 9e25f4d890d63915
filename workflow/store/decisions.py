"""The decisions' rows. A row changes only if it is still as it was read, and its journal is written
in the same transaction."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from json import loads
from typing import Any, Final

from workflow.clock import start_of_day
from workflow.errors import Invalid, JournalBroken, Stale
from workflow.model.decision import Decision
from workflow.model.json_data import UNREADABLE, from_plain
from workflow.model.statement import Statement
from workflow.register.journal_entry import blank, stream_of
from workflow.register.ports import DecisionPort
from workflow.register.query import DecisionQuery
from workflow.register.stored import DecisionChange, StoredDecision, StoredPeriod, no_decision
from workflow.store import decision_queries as queries
from workflow.store import finding
from workflow.store.faults import translated
from workflow.store.journal import SqlJournal
from workflow.store.mapping import (
    change_to_row,
    decision_to_row,
    row_to_decision,
    row_to_period,
    row_to_stored,
)
from workflow.store.outbox import SqlOutbox
from workflow.store.rows import Rows
from workflow.text import stands_for, written_otherwise

_AT_ONCE: Final = 500
"""How many references one query looks for."""
_PAGE: Final = 2_000
"""How many periods are read at a time, so that a large register is never in memory whole."""
_LONG: Final = 10
"""From so many digits on, a number in a reference was chosen, and the next does not follow it."""


class SqlDecisions(DecisionPort):
    """The decisions, in `cd_decisions`."""

    __slots__ = ("_journal", "_outbox", "_rows")

    def __init__(self, rows: Rows, journal: SqlJournal, outbox: SqlOutbox) -> None:
        self._rows = rows
        self._journal = journal
        self._outbox = outbox

    def get(self, ref: str) -> StoredDecision:
        return self._one(queries.GET, ref)

    def lock(self, ref: str) -> StoredDecision:
        return self._one(queries.LOCK, ref)

    def _one(self, query: queries.Query, ref: str) -> StoredDecision:
        rows = self._rows.all(query, {"ref": ref})
        if not rows:
            raise no_decision(ref, self._meant(ref))
        return row_to_stored(rows[0])

    def _meant(self, ref: str) -> Sequence[str]:
        """Give the references that may be meant by one that no decision has."""
        refs = self._rows.texts(queries.refs_among(written_otherwise(ref)))
        number = ref[len(ref.rstrip("0123456789")) :].lstrip("0")
        if refs or not number:
            return refs
        ending = self._rows.texts(queries.refs_ending(number))
        return [each for each in ending if stands_for(ref, each)]

    def statement(self, decision: Decision) -> Statement:
        kept = {"stream": stream_of(decision.ref), "seq": decision.statement_version}
        text = next(iter(self._rows.all(queries.STATEMENT, kept)), {"text": None})["text"]
        try:
            return from_plain(Statement, loads(text) if text else blank("statement"))
        except UNREADABLE:
            raise JournalBroken(
                f"The statement of {decision.ref} cannot be read.",
                remedy=f"Check its journal: decisions journal verify {decision.ref}",
            ) from None

    def refs(self) -> Sequence[str]:
        return self._rows.texts(queries.REFS)

    def existing(self, refs: Sequence[str]) -> set[str]:
        there: set[str] = set()
        for start in range(0, len(refs), _AT_ONCE):
            query = queries.refs_among(refs[start : start + _AT_ONCE])
            there.update(self._rows.connection.execute(query).scalars())
        return there

    def free_reference(self, prefix: str, year: int) -> str:
        stem = f"{prefix}-{year}-"
        self._rows.wait_for(stem)
        refs = self._rows.connection.execute(queries.refs_beginning(stem)).scalars()
        ends = [ref.removeprefix(stem) for ref in refs]
        numbers = (int(end) for end in ends if len(end) < _LONG and end.isascii() and end.isdigit())
        return f"{stem}{max(numbers, default=0) + 1:03d}"

    def councils(self) -> Sequence[str]:
        return self._rows.texts(queries.COUNCILS)

    def find(self, query: DecisionQuery) -> Sequence[Decision]:
        return finding.find(self._rows, query)

    def _read(self, query: queries.Query) -> list[Decision]:
        return self._rows.readable(self._rows.all(query), row_to_decision)

    def needing(self, council: str, by: datetime) -> Sequence[Decision]:
        return self._read(queries.needing(council, by))

    def open_for_call_in(self, council: str, at: datetime | None = None) -> Sequence[Decision]:
        return self._read(queries.open_for_call_in(council, at))

    def periods(self, council: str, first: date) -> Iterator[StoredPeriod]:
        bounds = {"council": council, "first": first, "begins": start_of_day(first)}
        after, beyond = "", 0
        while True:
            page = {"after": after, "beyond": beyond, "most": _PAGE}
            rows = self._rows.all(queries.PERIODS, bounds | page)
            yield from self._rows.readable(rows, row_to_period)
            if len(rows) < _PAGE:
                return
            for row in rows:
                # A reference that cannot be read is counted from the one before it.
                legible = type(row["ref"]) is str
                after, beyond = (row["ref"], 0) if legible else (after, beyond + 1)

    def once_open(self, council: str, at: datetime) -> Sequence[Decision]:
        return self._read(queries.once_open(council, at))

    def to_come(self, council: str) -> Sequence[Decision]:
        return self._read(queries.to_come(council))

    def published_between(
        self, council: str, since: datetime, until: datetime
    ) -> Sequence[Decision]:
        return self._read(queries.published_between(council, since, until))

    def made_between(self, council: str, since: date, until: date) -> Sequence[Decision]:
        return self._read(queries.made_between(council, since, until))

    def requested_since(self, council: str, since: datetime) -> Sequence[Decision]:
        return self._read(queries.requested_since(council, since))

    def refused_since(self, council: str, since: datetime) -> Sequence[Decision]:
        return self._read(queries.refused_since(council, since))

    def save(self, change: DecisionChange) -> None:
        if change.before is not None:
            self._update([change])
        else:
            ref = change.taken.decision.ref
            if self.existing([ref]):
                raise Invalid(
                    f"There is a decision {ref} already.",
                    remedy="Give another reference, or leave it out to have the next free one.",
                )
            self._add([change])
        self._record([change])

    def save_many(self, changes: Sequence[DecisionChange]) -> None:
        if not changes:
            return
        with translated(), self._rows.connection.begin_nested():
            self._update(changes)
            self._record(changes)

    def add_many(self, changes: Sequence[DecisionChange]) -> None:
        if changes:
            self._add(changes)
            self._record(changes)

    def _add(self, changes: Sequence[DecisionChange]) -> None:
        rows = [decision_to_row(each.taken.decision, each.entries[-1].hash) for each in changes]
        self._rows.write(queries.ADD, rows)

    def _update(self, changes: Sequence[DecisionChange]) -> None:
        by_columns: dict[tuple[str, ...], list[dict[str, Any]]] = {}
        for change in changes:
            before = change.before
            assert before is not None
            row = change_to_row(before, change.taken.decision, change.entries[-1].hash)
            row["at_ref"] = before.decision.ref
            row["at_version"] = before.decision.version
            row["at_state"] = before.decision.state
            by_columns.setdefault(tuple(row), []).append(row)
        for columns, rows in by_columns.items():
            guarded = queries.guarded(tuple(each for each in columns if not each.startswith("at_")))
            if self._rows.write(guarded, rows) != len(rows):
                raise Stale()

    def _record(self, changes: Sequence[DecisionChange]) -> None:
        """Write the entries of these changes, and their events in the outbox."""
        self._journal.add([entry for change in changes for entry in change.entries])
        self._outbox.add(changes)
