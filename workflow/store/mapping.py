"""Decisions to rows and back. The columns are typed, so most values pass as they are."""

from dataclasses import fields
from operator import attrgetter, itemgetter
from typing import Any, Final

from sqlalchemy import RowMapping

from workflow.errors import JournalBroken
from workflow.model.attention import attention_at
from workflow.model.call_in_period import CallInPeriod
from workflow.model.decision import Decision
from workflow.register.stored import StoredDecision, StoredPeriod
from workflow.store.period_terms import PeriodTerms
from workflow.store.rows import Columns
from workflow.store.tables import DECISIONS
from workflow.store.types import Nonsense

Row = RowMapping

_FIELDS: Final = tuple(each.name for each in fields(Decision) if each.name in DECISIONS.c)
"""The fields of a decision that have a column of the same name."""

_OF_PERIOD: Final = {
    "period_edition": "edition",
    "counted_from": "counted_from",
    "last_day": "last_day",
    "request_deadline": "request_deadline",
    "deadline_included": "deadline_included",
    "effective_from": "effective_from",
    "calendar_hash": "calendar_hash",
}
"""The columns of a call-in period, each with the name of its field."""

_OF_TERMS: Final = tuple(each.name for each in fields(PeriodTerms))
_NO_PERIOD: Final = dict.fromkeys(("period_rule", *_OF_PERIOD))
_values = attrgetter(*_FIELDS)
_columns = itemgetter(*_FIELDS)
_period_values = attrgetter(*_OF_PERIOD.values())
_terms_values = attrgetter(*_OF_TERMS)
_COLUMNS: Final = Columns(DECISIONS)


def decision_to_row(decision: Decision, head: str) -> dict[str, Any]:
    """Give the row of a decision; `head` is the hash of the last entry of its journal."""
    row = dict(zip(_FIELDS, _values(decision), strict=True))
    return row | _worked_out(decision, head) | _period_to_row(decision.window)


def change_to_row(before: StoredDecision, decision: Decision, head: str) -> dict[str, Any]:
    """Give the columns to write for a changed decision: all that differ, and those that are worked
    out anew."""
    was = before.decision
    both = zip(_FIELDS, _values(was), _values(decision), strict=True)
    row = {name: now for name, then, now in both if now is not then}
    row |= _worked_out(decision, head)
    return row if decision.window is was.window else row | _period_to_row(decision.window)


def _worked_out(decision: Decision, head: str) -> dict[str, Any]:
    return {
        "head": head,
        "due_at": decision.due_at,
        "attention_at": attention_at(decision),
        "irregular": len(decision.proceedings.irregularities) or None,
    }


def _period_to_row(period: CallInPeriod | None) -> dict[str, Any]:
    if period is None:
        return _NO_PERIOD
    row = dict(zip(_OF_PERIOD, _period_values(period), strict=True))
    row["period_rule"] = PeriodTerms(*_terms_values(period))
    return row


def row_to_stored(row: Row) -> StoredDecision:
    """Give the decision of a row, with what stands beside it. Raises JournalBroken if the row
    cannot be read."""
    amiss = _COLUMNS.amiss(row)
    if amiss:
        ref = row["ref"] if type(row["ref"]) is str else ""
        called = f"of {ref}" if ref else "of a decision whose reference is damaged"
        raise JournalBroken(
            f"The register's row {called} cannot be read: {', '.join(amiss)}.",
            remedy=f"Check the journal: decisions journal verify {ref}".rstrip(),
        )
    values = zip(_FIELDS, _columns(row), strict=True)
    decision = Decision(window=_period_of(row), **dict(values))
    return StoredDecision(
        decision, row["head"], row["due_at"], row["irregular"], row["attention_at"]
    )


def row_to_decision(row: Row) -> Decision:
    """Give only the decision of a row. Raises JournalBroken if the row cannot be read."""
    return row_to_stored(row).decision


def row_to_period(row: Row) -> StoredPeriod:
    """Give only the call-in period of a row. Raises JournalBroken where it cannot be read."""
    period = _period_of(row)
    if period is None or Nonsense in map(type, row.values()):
        ref = row["ref"] if type(row["ref"]) is str else "a decision"
        raise JournalBroken(f"The call-in period of {ref} cannot be read.")
    return StoredPeriod(row["ref"], row["state"], period)


def _period_of(row: Row) -> CallInPeriod | None:
    terms = row["period_rule"]
    if not isinstance(terms, PeriodTerms):
        return None
    return CallInPeriod(
        rule=terms.rule,
        authority=terms.authority,
        implemented_by_rule=terms.implemented_by_rule,
        rule_assumed=terms.rule_assumed,
        other_ends=terms.other_ends,
        edition=row["period_edition"],
        counted_from=row["counted_from"],
        last_day=row["last_day"],
        request_deadline=row["request_deadline"],
        deadline_included=row["deadline_included"],
        effective_from=row["effective_from"],
        calendar_hash=row["calendar_hash"],
    )
